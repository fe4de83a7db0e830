"""The steps to a pass phrase, and to a recovery key where there are new keys.

The phrase and the keys are in memory only, until ``forget``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.opener.pages.key_pages import CopyPage, OwnPhrasePage
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.opener.printing import default_printer, print_sheet
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.phrases import make_phrase, normalise
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.vault.strength import judge_phrase
from duq_desktop.words import opener_setup as words

MakeProgress = Callable[[int], QWidget | None]
"""The progress of a step of these, counted from 0; None where none is shown."""


class OnSheet(Protocol):
    """What stands on a recovery sheet."""

    @property
    def recovery(self) -> RecoveryKey:
        """The recovery key."""

    @property
    def fingerprint_words(self) -> tuple[str, ...]:
        """The four words of the key that it opens."""


@dataclass(frozen=True)
class Sheet:
    """A recovery key for a key pair that stays the same."""

    recovery: RecoveryKey
    fingerprint_words: tuple[str, ...]


class PhraseSteps(FlowController):
    """Leads to a pass phrase; with ``keys`` on to their recovery key and their four words.

    With ``sheet`` it leads to that recovery key alone, and ``done`` gets an empty phrase. ``known`` are
    names that anybody here would guess. ``left`` is called when Back goes before the first step.
    """

    def __init__(
        self,
        parts: DeskParts,
        *,
        done: Callable[[str], None],
        left: Callable[[], None],
        known: Sequence[str] = (),
        keys: NewKeys | None = None,
        sheet: Sheet | None = None,
        progress: MakeProgress = lambda _step: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parts, parent)
        self._done, self._left, self._progress = done, left, progress
        self._known = _guesses(known)
        self._keys = keys
        self._sheet: OnSheet | None = sheet if sheet is not None else keys
        self._phrase = self._offered = ""
        self._own = False
        of_phrase, of_key = [self._show_phrase, self._show_again], [self._show_key, self._show_key_back]
        if sheet is not None:
            self._shown = of_key
        else:
            self._shown = of_phrase if keys is None else [*of_phrase, *of_key, self._show_four]
        self._at = 0

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self._shown)

    @property
    def keys(self) -> NewKeys | None:
        """The new keys, until they are forgotten."""
        return self._keys

    def start(self) -> None:
        """The first step."""
        self._go(0)

    def show_last(self) -> None:
        """The last step again, when Back comes from behind."""
        self._go(len(self._shown) - 1)

    def forget(self) -> None:
        """Drops the phrase and the keys."""
        self._phrase = self._offered = ""
        self._keys = self._sheet = None

    def _go(self, step: int) -> None:
        if step < 0:
            self._left()
        elif step >= len(self._shown):
            self._done(self._phrase)
        else:
            self._at = step
            self._shown[step]()

    def _step(self, page: DeskPage, check: Callable[[DeskPage], str]) -> None:
        """Put ``page``; Next goes on when ``check`` has nothing to say."""

        def on_next() -> None:
            sentence = page.missing() or check(page)
            if sentence:
                page.notice(sentence)
                return
            page.wipe()
            self._go(self._at + 1)

        def on_back() -> None:
            page.wipe()
            self._go(self._at - 1)

        page.next_pressed.connect(on_next)
        page.back_pressed.connect(on_back)
        self.put(page)

    def _show_phrase(self) -> None:
        if self._own:
            self._show_own()
            return
        self._offered = self._offered or make_phrase()
        page = CopyPage(
            self.parts.tools,
            self.text(words.PHRASE_TITLE),
            self._offered,
            self.text(words.PHRASE_NAME, phrase=self._offered),
            lines=self.lines(words.PHRASE_LINES),
            progress=self._progress(0),
            secret=True,
        )
        page.add_action("another", self.text(words.PHRASE_ANOTHER))
        page.add_action("own", self.text(words.PHRASE_OWN))
        page.acted.connect(self._on_phrase_act)
        self._step(page, lambda _page: self._take(self._offered))

    def _on_phrase_act(self, name: str) -> None:
        self._own = name == "own"
        self._offered = ""
        self._show_phrase()

    def _show_own(self) -> None:
        page = OwnPhrasePage(
            self.parts.tools, [("pass-phrase", self.text(words.OWN_LINE))], self._progress(0)
        )
        page.judge_asked.connect(lambda phrase: page.tell(self._judged(phrase)[1]))
        page.add_action("offer", self.text(words.OWN_OFFER))
        page.acted.connect(self._on_phrase_act)
        self._step(page, lambda page: self._take_own(page.values()["phrase"]))

    def _judged(self, phrase: str) -> tuple[bool, str]:
        found = judge_phrase(phrase, self._known)
        return found.enough, self.text(found.sentence, time=self.text(found.time))

    def _take_own(self, phrase: str) -> str:
        enough, sentence = self._judged(phrase)
        return self._take(phrase) if enough else sentence

    def _take(self, phrase: str) -> str:
        self._phrase = phrase
        return ""

    def _show_again(self) -> None:
        spec = FieldSpec("phrase", self.text(words.OWN_FIELD), needed=True, secret=True)
        page = FieldsPage(
            self.parts.tools,
            self.text(words.AGAIN_TITLE),
            [spec],
            {},
            lines=[("pass-phrase", self.text(words.AGAIN_LINE))],
            progress=self._progress(1),
        )
        self._step(page, self._differs)

    def _differs(self, page: DeskPage) -> str:
        same = normalise(page.values()["phrase"]) == normalise(self._phrase)
        return "" if same else self.text(words.AGAIN_DIFFERS)

    def _on_sheet(self) -> OnSheet:
        assert self._sheet is not None, "these steps have no recovery key"
        return self._sheet

    def _show_key(self) -> None:
        recovery = self._on_sheet().recovery
        page = CopyPage(
            self.parts.tools,
            self.text(words.KEY_TITLE),
            "  ".join(recovery.groups),
            self.text(words.KEY_NAME, key=" ".join(recovery.groups)),
            lines=self.lines(words.KEY_LINES),
            progress=self._progress(2),
            secret=True,
        )
        printer = default_printer()
        if printer:
            page.add_line(self.text(words.KEY_PRINT_LINE))
            page.add_action("print", self.text(words.KEY_PRINT))
            page.acted.connect(lambda _name: self._print(page, printer))
        self._step(page, lambda _page: "")

    def _print(self, page: DeskPage, printer: str) -> None:
        """The sheet, painted straight to the printer: nothing of it lies on this disk by our doing."""
        keys = self._on_sheet()
        sheet = [
            (self.text(words.SHEET_TITLE), 20),
            (" ".join(keys.recovery.groups), 20),
            (self.text(words.SHEET_LINE), 14),
            (self.text(words.SHEET_FOUR), 14),
            (" ".join(keys.fingerprint_words), 18),
        ]
        printed = print_sheet(printer, sheet)
        page.notice(self.text(words.KEY_PRINTED if printed else words.KEY_NOT_PRINTED, printer=printer))

    def _show_key_back(self) -> None:
        spec = FieldSpec("last", self.text(words.KEY_BACK_FIELD), needed=True)
        page = FieldsPage(
            self.parts.tools,
            self.text(words.KEY_BACK_TITLE),
            [spec],
            {},
            lines=[("recovery-key", self.text(words.KEY_BACK_LINE))],
            progress=self._progress(3),
        )
        self._step(page, self._not_the_end)

    def _not_the_end(self, page: DeskPage) -> str:
        right = self._on_sheet().recovery.ends_with(page.values()["last"])
        return "" if right else self.text(words.KEY_BACK_WRONG)

    def _show_four(self) -> None:
        four = " ".join(self._on_sheet().fingerprint_words)
        page = CopyPage(
            self.parts.tools,
            self.text(words.FOUR_TITLE),
            four,
            self.text(words.FOUR_NAME, words=four),
            lines=self.lines(words.FOUR_LINES),
            progress=self._progress(4),
        )
        self._step(page, lambda _page: "")


def _guesses(names: Sequence[str]) -> tuple[str, ...]:
    """What somebody who knows these names would try: each whole, without spaces, and word by word."""
    found = [guess for name in names for guess in (name, "".join(name.split()), *name.split())]
    return tuple(dict.fromkeys(guess for guess in found if guess))
