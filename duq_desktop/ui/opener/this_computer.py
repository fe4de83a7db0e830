"""This computer: the facts of the home, words, look, keys and backups. Each is changed alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from duq_desktop.errors import ExpectedError
from duq_desktop.settings import FOLLOW_SIZE, FOLLOW_THEME, TEXT_SIZES, THEMES, Settings
from duq_desktop.ui.opener.backup_pages import BackupPages
from duq_desktop.ui.opener.flow_controller import only
from duq_desktop.ui.opener.home_steps import HomeSteps, Step, home_of, typed_of
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.fields import PickOnePage
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.opener.phrase_steps import PhraseSteps, Sheet
from duq_desktop.ui.opener.picture_pages import PicturePages
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.pins import pin_key
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.words import opener_computer as words
from duq_desktop.words import preferences

LOCK_MINUTES = (1, 5, 10, 20)
BLANK_MINUTES = (5, 10, 20, 30)
DAY_MINUTES = (60, 240, 1_200, 1_440)
"""WCAG 2.2.1 asks nothing of a limit of more than 20 hours."""
_IN_SETTINGS = (Step.STAFF, Step.MANAGER)
_ASKED = tuple(step for step in Step if step is not Step.SHOWN)


class Computer(RoomPages):
    """A menu, and a page for each thing that can be changed."""

    def __init__(self, room: RoomView, parent: QObject) -> None:
        super().__init__(room, parent)
        self._secrets: PhraseSteps | None = None
        self._backups = BackupPages(room, self, self.start)
        self._pictures = PicturePages(room, self, self.start)

    def start(self, told: str = "") -> None:
        """The menu; ``told`` says what was just done."""
        page = self._menu(words.TITLE, AWAY_CONTROLS)
        ways: dict[str, tuple[str, Callable[[], None]]] = {
            "facts": (words.FACTS, self._show_facts),
            **({"language": (words.LANGUAGE, self._ask_language)} if self.parts.tools.languages else {}),
            "size": (words.LOOK, self._ask_size),
            "pictures": (words.PICTURES, self._pictures.start),
            "idle": (words.IDLE, self._ask_blank),
            "lock": (words.LOCK, self._ask_lock),
            "phrase": (words.PHRASE, self._new_phrase),
            "sheet": (words.SHEET, self._show_sheet),
            "leaked": (words.LEAKED, self._show_leaked),
            "backups": (words.BACKUPS, self._backups.start),
        }
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

    def _show_facts(self, told: str = "") -> None:
        page = self._menu(words.FACTS_TITLE, AWAY_CONTROLS)
        page.add_actions([(step.value, self.text(words.STEP_NAMES[step.value]), "") for step in _ASKED])
        page.acted.connect(lambda name: self._ask_fact(Step(name)))
        page.back_pressed.connect(self.start)
        self.put(page)
        if told:
            page.notice(told, "check")

    def _ask_fact(self, step: Step) -> None:
        steps = HomeSteps(self.parts)
        typed = typed_of(self.room.store.home, self.parts.settings())
        page = steps.page(step, typed)

        def on_next() -> None:
            sentence = steps.wrong(page)
            if sentence:
                page.notice(sentence)
            elif self._save_fact(page, step, typed | dict(page.values())):
                self.room.renew()
                self._show_facts(self.text(words.CHANGED))

        page.next_pressed.connect(on_next)
        page.back_pressed.connect(self._show_facts)
        self.put(page)

    def _save_fact(self, page: DeskPage, step: Step, typed: dict[str, str]) -> bool:
        if step in _IN_SETTINGS:
            key = f"{step.value}_word"
            return self._save_settings(page, replace(self.parts.settings(), **{key: typed[key]}))  # type: ignore[arg-type]
        return self.attempt(page, lambda: self.room.store.save_home(home_of(typed)))

    def _save_settings(self, page: DeskPage, settings: Settings) -> bool:
        try:
            self.parts.keep_settings(settings)
        except OSError:
            page.notice(self.text(words.NOT_CHANGED))
            return False
        return True

    def _pick(
        self,
        title: str,
        options: list[Option],
        chosen: str,
        then: Callable[[DeskPage, str], None],
        line: str = "",
    ) -> None:
        page = PickOnePage(
            self.parts.tools,
            self.text(title),
            "value",
            options,
            chosen,
            lines=[("", self.text(line))] if line else [],
        )

        def on_next() -> None:
            if page.missing():
                page.notice(page.missing())
            else:
                then(page, page.values()["value"])

        page.next_pressed.connect(on_next)
        page.back_pressed.connect(self.start)
        self.put(page)

    def _changed(self, page: DeskPage, settings: Settings) -> None:
        if self._save_settings(page, settings):
            self.room.renew()
            self.start(self.text(words.CHANGED))

    def _ask_language(self) -> None:
        options = [Option(each.code, each.name) for each in self.parts.tools.languages]
        self._pick(
            words.LANGUAGE_TITLE,
            options,
            self.parts.settings().language,
            lambda page, code: self._changed(page, replace(self.parts.settings(), language=code)),
            words.LOOK_LINE,
        )

    def _ask_size(self) -> None:
        follow = Option(str(FOLLOW_SIZE), self.text(preferences.AS_THE_COMPUTER))
        options = [follow, *(Option(str(n), self.text(preferences.TEXT_SIZE, size=n)) for n in TEXT_SIZES)]
        chosen = str(self.parts.settings().text_size)
        self._pick(words.SIZE_TITLE, options, chosen, self._ask_theme, words.LOOK_LINE)

    def _ask_theme(self, _page: DeskPage, size: str) -> None:
        follow = Option(FOLLOW_THEME, self.text(preferences.AS_THE_COMPUTER))
        options = [follow, *(Option(name, self.text(preferences.THEMES.get(name, name))) for name in THEMES)]
        self._pick(
            words.THEME_TITLE,
            options,
            self.parts.settings().theme,
            lambda page, theme: self._changed(
                page, replace(self.parts.settings(), text_size=int(size), theme=theme)
            ),
            words.LOOK_LINE,
        )

    def _ask_blank(self) -> None:
        now = self.parts.settings().rest_minutes
        options = [self._minutes(n) for n in sorted({*BLANK_MINUTES, now})]
        self._pick(words.BLANK_TITLE, options, str(now), self._ask_day, words.BLANK_LINE)

    def _ask_day(self, _page: DeskPage, blank: str) -> None:
        now = self.parts.settings().day_minutes
        options = [self._hours(n) for n in sorted({*DAY_MINUTES, now})]
        self._pick(
            words.DAY_TITLE,
            options,
            str(now),
            lambda page, day: self._changed(
                page, replace(self.parts.settings(), rest_minutes=int(blank), day_minutes=int(day))
            ),
            words.DAY_LINE,
        )

    def _minutes(self, number: int) -> Option:
        return Option(str(number), self.counted(words.LOCK_MINUTES, number))

    def _hours(self, minutes: int) -> Option:
        """A time that a file has in minutes stays in minutes."""
        if minutes % 60:
            return self._minutes(minutes)
        return Option(str(minutes), self.counted(words.HOURS, minutes // 60))

    def _ask_lock(self) -> None:
        now = self.parts.settings().lock_minutes
        options = [self._minutes(n) for n in sorted({*LOCK_MINUTES, now})]
        self._pick(
            words.LOCK_TITLE,
            options,
            str(now),
            lambda page, n: self._changed(page, replace(self.parts.settings(), lock_minutes=int(n))),
        )

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
