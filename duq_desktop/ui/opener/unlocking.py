"""Unlocking: the pass phrase, or the recovery key with a new phrase after it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from duq_desktop.errors import ExpectedError
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, STEP_CONTROLS, DeskPage
from duq_desktop.ui.opener.phrase_steps import PhraseSteps
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.words import opener as words
from duq_desktop.words import sealing

Unlock = Callable[[], Opener]


class Unlocking(FlowController):
    """Leads to an ``Opener``, given to ``opened``; ``left`` leads back.

    A phrase is wiped from its page as soon as Next is pressed, right or wrong. ``bring_back`` leads to
    the backups, where the locked key itself is damaged and no phrase can open it. ``asks`` is the title
    and the line of the page that asks for the phrase.
    """

    def __init__(
        self,
        parts: DeskParts,
        store: Store,
        *,
        opened: Callable[[Opener], None],
        left: Callable[[], None],
        bring_back: Callable[[], None] | None = None,
        asks: tuple[str, str] = (words.UNLOCK_TITLE, words.UNLOCK_LINE),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parts, parent)
        self._store, self._opened, self._left = store, opened, left
        self._bring_back, self._asks = bring_back, asks
        self._despite = False
        self._half_open: Opener | None = None

    def start(self, trouble: str = "") -> None:
        """Asks for the pass phrase; ``trouble`` says what was wrong with the last one."""
        self._ask(trouble)

    def _ask(self, trouble: str, *, damaged: bool = False) -> None:
        minutes = self.parts.settings().lock_minutes
        spec = FieldSpec("phrase", self.text(words.UNLOCK_FIELD), needed=True, secret=True)
        page = FieldsPage(
            self.parts.tools,
            self.text(self._asks[0]),
            [spec],
            {},
            lines=[("key-and-lock", self.text(self._asks[1], minutes=minutes))],
            controls=STEP_CONTROLS,
        )
        page.add_action("recovery", self.text(words.UNLOCK_RECOVERY))
        if damaged and self._bring_back is not None:
            page.add_action("restore", self.text(words.RESTORE))
        page.acted.connect(self._on_act)
        page.next_pressed.connect(lambda: self._on_phrase(page))
        page.back_pressed.connect(self._left)
        self.put(page)
        if trouble:
            page.notice(trouble)

    def _on_act(self, name: str) -> None:
        if name == "recovery":
            self._ask_recovery()
        elif self._bring_back is not None:
            self._bring_back()

    def drop(self) -> None:
        """Locks what was opened by a recovery key and has no new phrase yet."""
        if self._half_open is not None:
            self._half_open.lock()
            self._half_open = None

    def _on_phrase(self, page: FieldsPage) -> None:
        if page.missing():
            page.notice(page.missing())
            return
        phrase = page.values()["phrase"]
        page.wipe()
        despite = self._despite
        self.wait(
            lambda: self._try(
                lambda: self._store.unlock(phrase, despite_other_key=despite), self.start, self._opened
            )
        )

    def _try(self, unlock: Unlock, again: Callable[[str], None], then: Callable[[Opener], None]) -> None:
        try:
            opener = unlock()
        except ExpectedError as trouble:
            sentence = self.parts.tools.words.error(trouble)
            if trouble.sentence == sealing.KEYS_DO_NOT_MATCH:
                self._show_mismatch(sentence)
            elif trouble.sentence == sealing.KEY_DAMAGED:
                self._ask(sentence, damaged=True)
            else:
                again(sentence)
            return
        then(opener)

    def _show_mismatch(self, sentence: str) -> None:
        """Loud: somebody else may read what is said here from now on."""
        page = DeskPage(
            self.parts.tools,
            self.text(words.MISMATCH_TITLE),
            lines=[("warning", sentence), ("", self.text(words.MISMATCH_LINE))],
            controls=AWAY_CONTROLS,
        )
        page.add_action("again", self.text(words.MISMATCH_AGAIN))
        page.acted.connect(lambda _name: self._again_despite())
        page.back_pressed.connect(self._left)
        self.put(page)

    def _again_despite(self) -> None:
        self._despite = True
        self.start()

    def _ask_recovery(self, trouble: str = "") -> None:
        spec = FieldSpec(
            "key", self.text(words.RECOVERY_FIELD), self.text(words.RECOVERY_HINT), needed=True, secret=True
        )
        page = FieldsPage(
            self.parts.tools,
            self.text(words.RECOVERY_TITLE),
            [spec],
            {},
            lines=[("recovery-key", self.text(words.RECOVERY_LINE))],
            controls=STEP_CONTROLS,
        )
        page.next_pressed.connect(lambda: self._on_recovery(page))
        page.back_pressed.connect(self.start)
        self.put(page)
        if trouble:
            page.notice(trouble)

    def _on_recovery(self, page: FieldsPage) -> None:
        """A mistyped key stays on the page, to be mended; only a right one is wiped."""
        if page.missing():
            page.notice(page.missing())
            return
        try:
            key = RecoveryKey.parse(page.values()["key"])
        except ExpectedError as trouble:
            page.notice(self.parts.tools.words.error(trouble))
            return
        page.wipe()
        despite = self._despite
        self.wait(
            lambda: self._try(
                lambda: self._store.unlock_with_recovery(key, despite_other_key=despite),
                self._ask_recovery,
                self._ask_new_phrase,
            )
        )

    def _ask_new_phrase(self, opener: Opener) -> None:
        """Whoever came by the recovery key does not know the phrase: another one is set before anything."""
        self._half_open = opener
        home = self._store.home
        steps = PhraseSteps(
            self.parts,
            done=lambda phrase: self.wait(lambda: self._set_phrase(opener, phrase, steps)),
            left=self._leave_half_open,
            known=[home.home_name, home.opener_name, home.council, home.opener_job],
            parent=self,
        )
        steps.start()

    def _leave_half_open(self) -> None:
        self.drop()
        self._left()

    def _set_phrase(self, opener: Opener, phrase: str, steps: PhraseSteps) -> None:
        try:
            opener.change_phrase(phrase, self.parts.cost)
        except ExpectedError as trouble:
            steps.show_last()
            page = self.parts.stage.page
            if isinstance(page, DeskPage):
                page.notice(self.parts.tools.words.error(trouble))
            return
        steps.forget()
        self._half_open = None
        self._opened(opener)
