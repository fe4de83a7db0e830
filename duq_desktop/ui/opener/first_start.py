"""First start: who opens the answers, whom to turn to, the pass phrase. Nothing is written before the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from duq_desktop.errors import ExpectedError
from duq_desktop.publication.computer_note import ComputerNote, note_on_computer
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController, only
from duq_desktop.ui.opener.home_steps import STEPS, HomeSteps, home_of
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.opener.phrase_steps import PhraseSteps
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.notices import Progress
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.pins import pin_key
from duq_desktop.words import opener_setup as words

AFTER_HOME = 6
"""The steps of the phrase and of the keys, and the last page."""


class FirstStart(FlowController):
    """Goes from step to step; ``left`` leads back to the welcome, ``done`` to the app set up."""

    def __init__(
        self,
        parts: DeskParts,
        *,
        left: Callable[[], None],
        done: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parts, parent)
        self._left, self._done = left, done
        self._steps = HomeSteps(parts)
        self._typed: dict[str, str] = {}
        self._phrase = ""
        self._secrets: PhraseSteps | None = None

    def start(self) -> None:
        """What is coming, before the first step."""
        page = DeskPage(self.parts.tools, self.text(words.INTRO_TITLE), lines=self.lines(words.INTRO_LINES))
        page.next_pressed.connect(lambda: self._show(0))
        page.back_pressed.connect(self._left)
        self.put(page)

    def _show(self, at: int) -> None:
        if at < 0:
            self.start()
            return
        if at >= len(STEPS):
            self._show_secrets()
            return
        page = self._steps.page(STEPS[at], self._typed, self._progress(at))
        page.next_pressed.connect(lambda: self._on_next(page, at))
        page.back_pressed.connect(lambda: self._on_back(page, at))
        self.put(page)

    def _on_next(self, page: DeskPage, at: int) -> None:
        sentence = self._steps.wrong(page)
        if sentence:
            page.notice(sentence)
            return
        self._typed |= page.values()
        self._show(at + 1)

    def _on_back(self, page: DeskPage, at: int) -> None:
        self._typed |= page.values()
        self._show(at - 1)

    def _progress(self, at: int) -> Progress:
        of = len(STEPS) + AFTER_HOME
        return Progress(at + 1, of, self.text(words.STEP, step=at + 1, of=of))

    def _show_secrets(self) -> None:
        """The phrase and the keys. They stay the same when Back is pressed, for they may be on paper."""
        if self._secrets is None:
            typed = self._typed
            self._secrets = PhraseSteps(
                self.parts,
                done=self._on_phrase,
                left=lambda: self._show(len(STEPS) - 1),
                known=[typed.get(key, "") for key in ("home_name", "opener_name", "council", "opener_job")],
                keys=NewKeys.make(),
                progress=lambda step: self._progress(len(STEPS) + step),
                parent=self,
            )
        self._secrets.start()

    def _on_phrase(self, phrase: str) -> None:
        self._phrase = phrase
        self._show_ready()

    def _show_ready(self, trouble: str = "") -> None:
        named = {"name": self._typed["opener_name"], "job": self._typed["opener_job"]}
        page = DeskPage(
            self.parts.tools,
            self.text(words.READY_TITLE),
            lines=self.lines(words.READY_LINES, **named),
            progress=self._progress(len(STEPS) + AFTER_HOME - 1),
            controls=only(Control.LISTEN, Control.BACK),
        )
        page.add_action("do", self.text(words.READY_DO), main=True)
        page.acted.connect(lambda _name: self.wait(self._make))
        page.back_pressed.connect(self._back_to_secrets)
        self.put(page)
        if trouble:
            page.notice(trouble)

    def _back_to_secrets(self) -> None:
        if self._secrets is not None:
            self._secrets.show_last()

    def _make(self) -> None:
        """Writes everything. What fails is said on the page before, and nothing typed is lost."""
        keys = self._secrets.keys if self._secrets is not None else None
        assert keys is not None, "the last step comes after the keys"
        parts = self.parts
        try:
            Store.set_up(parts.data, home_of(self._typed), self._phrase, keys=keys, cost=parts.cost)
        except ExpectedError as trouble:
            self._show_ready(parts.tools.words.error(trouble))
            return
        self._after_set_up(keys)

    def _after_set_up(self, keys: NewKeys) -> None:
        """The folder is made; what the computer keeps beside it may fail without undoing that."""
        told = ""
        try:
            pin_key(self.parts.config, keys.fingerprint, self.parts.data)
            note_on_computer(self.parts.config, self.parts.data, ComputerNote())
        except ExpectedError as trouble:
            told = self.parts.tools.words.error(trouble)
        try:
            staff, manager = self._typed["staff_word"], self._typed["manager_word"]
            now = self.parts.settings()
            self.parts.keep_settings(replace(now, staff_word=staff, manager_word=manager))
        except OSError:
            told = self.text(words.SETTINGS_NOT_SAVED)
        self._forget()
        self._show_done(told)

    def _forget(self) -> None:
        self._phrase = ""
        self._typed = {}
        if self._secrets is not None:
            self._secrets.forget()
            self._secrets = None

    def _show_done(self, told: str) -> None:
        page = DeskPage(
            self.parts.tools,
            self.text(words.DONE_TITLE),
            lines=self.lines(words.DONE_LINES),
            controls=only(Control.LISTEN),
        )
        page.add_action("go", self.text(words.DONE_GO), main=True)
        page.acted.connect(lambda _name: self._done())
        self.put(page)
        if told:
            page.notice(told)
