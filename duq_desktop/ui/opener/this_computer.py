"""This computer: the facts of the home, words, look, keys and backups. Each is changed alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from duq_desktop.errors import ExpectedError
from duq_desktop.settings import Settings
from duq_desktop.ui.flow.flow_runner import FlowRunner
from duq_desktop.ui.opener.backup_pages import BackupPages
from duq_desktop.ui.opener.flow_controller import only
from duq_desktop.ui.opener.home_steps import home_of
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.opener.phrase_steps import PhraseSteps, Sheet
from duq_desktop.ui.opener.picture_pages import PicturePages
from duq_desktop.ui.opener.settings_steps import (
    CHANGED,
    FACTS,
    SettingsPages,
    SettingsState,
    SettingsWork,
    saved_fact,
    settings_flow,
)
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.unions import assert_never
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.pins import pin_key
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.words import opener_computer as words


class Computer(RoomPages):
    """A menu, and a page for each thing that can be changed."""

    def __init__(self, room: RoomView, parent: QObject) -> None:
        super().__init__(room, parent)
        self._secrets: PhraseSteps | None = None
        self._runner: FlowRunner[SettingsState] | None = None
        self._pages = SettingsPages(room)
        self._backups = BackupPages(room, self, self.start)
        self._pictures = PicturePages(room, self, self.start)

    def start(self, told: str = "") -> None:
        """The menu; ``told`` says what was just done."""
        page = self._menu(words.TITLE, AWAY_CONTROLS)
        ways: dict[str, tuple[str, Callable[[], None]]] = {
            "facts": (words.FACTS, partial(self._change, FACTS)),
            "language": (words.LANGUAGE, partial(self._change, "language")),
            "size": (words.LOOK, partial(self._change, "size")),
            "pictures": (words.PICTURES, self._pictures.start),
            "idle": (words.IDLE, partial(self._change, "blank")),
            "lock": (words.LOCK, partial(self._change, "lock")),
            "phrase": (words.PHRASE, self._new_phrase),
            "sheet": (words.SHEET, self._show_sheet),
            "leaked": (words.LEAKED, self._show_leaked),
            "backups": (words.BACKUPS, self._backups.start),
        }
        if not self.parts.tools.languages:
            del ways["language"]
        page.add_actions([(name, self.text(label), "") for name, (label, _act) in ways.items()])
        page.acted.connect(lambda name: ways[name][1]())
        page.back_pressed.connect(self.room.show_whole)
        self.put(page)
        if told:
            page.notice(told, "check")

    def _menu(
        self, title: str, controls: frozenset[Control], lines: Sequence[tuple[str, str]] = ()
    ) -> DeskPage:
        return DeskPage(self.parts.tools, self.text(title), lines=lines, controls=controls)

    def _change(self, entry: str) -> None:
        """One thing that can be set, or one fact of the home."""
        state = SettingsState(self.parts.settings())
        self._runner = FlowRunner(
            self.host, settings_flow(self._pages), state, self, entry=entry, parent=self
        )
        self._runner.start()

    def perform(self, work: SettingsWork, state: SettingsState) -> SettingsState:
        """Write down what was changed; pages are made anew with it. Raises ``ExpectedError``."""
        if work is SettingsWork.SETTINGS:
            self._save(state.settings)
        elif work is SettingsWork.FACT:
            self._save(saved_fact(state, self._pages))
        else:
            assert_never(work)
        self.room.renew()
        return replace(state, settings=self.parts.settings())

    def left(self, by: str) -> None:
        """The menu again."""
        self.start(self.text(words.CHANGED) if by == CHANGED else "")

    def _save(self, changed: Settings | dict[str, str]) -> None:
        if isinstance(changed, dict):
            self.room.store.save_home(home_of(changed))
            return
        try:
            self.parts.keep_settings(changed)
        except OSError as reason:
            raise ExpectedError(words.NOT_CHANGED) from reason

    def _known(self) -> list[str]:
        home = self.room.store.home
        return [home.home_name, home.opener_name, home.council, home.opener_job]

    def _new_phrase(self) -> None:
        self._secrets = PhraseSteps(
            self.parts,
            done=lambda phrase: self.wait(lambda: self._set_phrase(phrase)),
            left=self.start,
            known=self._known(),
            parent=self,
        )
        self._secrets.start()

    def _set_phrase(self, phrase: str) -> None:
        try:
            self.room.opener.change_phrase(phrase, self.parts.cost)
        except ExpectedError as trouble:
            self.start(self.parts.tools.words.error(trouble))
            return
        self.forget()
        self.start(self.text(words.PHRASE_CHANGED))

    def forget(self) -> None:
        """Drops a phrase and keys that were being made, and pictures that were not kept yet."""
        self._pictures.forget()
        if self._runner is not None:
            self._runner.drop()
            self._runner = None
        if self._secrets is not None:
            self._secrets.forget()
            self._secrets.deleteLater()
            self._secrets = None

    def _show_sheet(self) -> None:
        page = self._menu(words.SHEET_TITLE, AWAY_CONTROLS, self.lines(words.SHEET_LINES))
        page.add_action("do", self.text(words.SHEET_DO), main=True)
        page.add_action("leaked", self.text(words.LEAKED))
        page.acted.connect(lambda name: self._new_sheet() if name == "do" else self._show_leaked())
        page.back_pressed.connect(self.start)
        self.put(page)

    def _new_sheet(self) -> None:
        sheet = Sheet(RecoveryKey.make(), self.room.store.fingerprint_words)
        self._secrets = PhraseSteps(
            self.parts,
            done=lambda _phrase: self.wait(lambda: self._set_sheet(sheet)),
            left=self._show_sheet,
            sheet=sheet,
            parent=self,
        )
        self._secrets.start()

    def _set_sheet(self, sheet: Sheet) -> None:
        """The new key counts even where an old one could not be erased from a backup yet: that is told."""
        opener, tell = self.room.opener, self.parts.tools.words
        try:
            opener.new_recovery_key(sheet.recovery)
        except ExpectedError as trouble:
            self.start(tell.error(trouble))
            return
        self.forget()
        left = opener.backup_trouble
        self.start(self.text(words.SHEET_CHANGED) if left is None else tell.error(left))

    def _show_leaked(self) -> None:
        page = self._menu(words.LEAKED_TITLE, AWAY_CONTROLS, self.lines(words.LEAKED_LINES))
        page.add_action("do", self.text(words.LEAKED_DO), main=True)
        page.acted.connect(lambda _name: self._new_keys())
        page.back_pressed.connect(self.start)
        self.put(page)

    def _new_keys(self) -> None:
        keys = NewKeys.make()
        self._secrets = PhraseSteps(
            self.parts,
            done=lambda phrase: self.wait(lambda: self._set_keys(phrase, keys)),
            left=self._show_leaked,
            known=self._known(),
            keys=keys,
            parent=self,
        )
        self._secrets.start()

    def _set_keys(self, phrase: str, keys: NewKeys) -> None:
        """The new pair first, then the note of it: a broken-off change asks to compare the four words."""
        parts = self.parts
        try:
            self.room.opener.new_key_pair(phrase, keys, parts.cost)
            pin_key(parts.config, keys.fingerprint, parts.data)
        except ExpectedError as trouble:
            self.start(parts.tools.words.error(trouble))
            return
        self.forget()
        page = self._menu(
            words.LEAKED_DONE_TITLE, only(Control.LISTEN, Control.NEXT), self.lines(words.LEAKED_DONE_LINES)
        )
        page.next_pressed.connect(self.start)
        self.put(page)
