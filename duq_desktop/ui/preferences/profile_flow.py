"""Keeping how somebody likes it, bringing it, deleting it: the pages between the person and the places.

The places are a stick, a sheet of paper, and a box on this computer that opens with the person's sign and
a word. How to ask, never what was said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer

from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.errors import ExpectedError, ProfileError
from duq_desktop.preferences.codec import MOST_BYTES, from_bytes, tidy, to_bytes
from duq_desktop.preferences.profile import LONGEST_WORDS, Profile
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.safe_files.refusals import Refusal, refusal_of
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.pages.views_page import LOOK, DrivePage
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.pages.preferences_page import CONTROLS
from duq_desktop.ui.preferences.pages.profile_pages import TypedPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import person, preferences

FILE_NAME = "How I like it.json"
SHEET_NAME = "How to ask me.pdf"
STICK, COMPUTER, PAPER, NOWHERE = "stick", "computer", "paper", "nowhere"
LONGEST_NAME = 60
_PAINTED_MS = 50
"""So long a page that asks to wait is left to be painted before the work that it waits for."""

Back = Callable[[], None]
Sign = tuple[str, ...]


class OwnPapers(Protocol):
    """Makes the sheet and brings things out. Raises ``ReportError``."""

    def how_to_ask_me(self, profile: Profile, name: str) -> bytes:
        """The PDF of the sheet."""

    def print_pdf(self, pdf: bytes) -> None:
        """Print from memory."""

    def sticks(self) -> Sequence[RemovableDrive]:
        """The sticks that are in now."""

    def keep_on_stick(self, stick: RemovableDrive, files: Mapping[str, bytes]) -> None:
        """Write the files, in place of those of the same names."""


@dataclass(frozen=True)
class ProfileFlowParts:
    """What it works with. ``papers`` brings in heavy parts, so only once they are wanted."""

    tools: Tools
    liking: PreferencesApplier
    ways: ProfileBoxes
    papers: Callable[[], OwnPapers]
    has_printer: Callable[[], bool]


class ProfileFlow:
    """Lays its pages on the ground it is given; each way ends in ``done`` or ``back``."""

    def __init__(self, parts: ProfileFlowParts) -> None:
        self._parts = parts

    @property
    def has_some(self) -> bool:
        """Whether anything is kept on this computer."""
        return self._parts.ways.has_some

    def keep(self, ground: PageHost, done: Back, sign: str) -> None:
        """What helps you, who may help you, where: each can be left out."""
        known = self._parts.liking.kept
        asks = [
            (preferences.HELPS_TITLE, ("with-helper", preferences.HELPS_LINE), known.helps if known else ""),
            (preferences.HELPERS_TITLE, ("help", preferences.HELPERS_LINE), known.helpers if known else ""),
        ]
        self._ask(ground, done, asks, [], tuple(sign.split("+")) if sign else ())

    def bring(self, ground: PageHost, back: Back, found: Callable[[Profile], None]) -> None:
        """From a stick, or from here by sign and word."""
        options = [Option(STICK, preferences.ON_STICK, "usb-stick")]
        if self.has_some:
            options.append(Option(COMPUTER, preferences.ON_COMPUTER, "computer"))
        page = ActionPage(self._parts.tools, preferences.BRING_TITLE, options)
        again = partial(self.bring, ground, back, found)
        acts: dict[str, Back] = {
            STICK: lambda: self._find_stick(
                ground, again, lambda at, stick: self._read_stick(at, stick, found)
            ),
            COMPUTER: lambda: self.bring_by_sign(ground, again, found, ()),
        }
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(lambda: back())
        ground.put(page)

    def bring_by_sign(
        self, ground: PageHost, back: Back, found: Callable[[Profile], None], sign: Sign
    ) -> None:
        """From here; ``sign`` is asked for unless it is known."""

        def on_word(page: TypedPage, sign: Sign, word: str) -> None:
            raw = self._parts.ways.find(sign, word)
            if raw is None:
                page.notice(self._text(preferences.NOT_FOUND))
            else:
                self._take(page, raw, found)

        lines = (("key-and-lock", preferences.BRING_WORD_LINE),)
        self._ask_secret(
            ground, back, sign, preferences.BRING_SIGN_TITLE, (preferences.BRING_WORD_TITLE, lines), on_word
        )

    def forget(self, ground: PageHost, done: Back) -> None:
        """Delete what sign and word keep here."""

        def on_word(page: TypedPage, sign: Sign, word: str) -> None:
            if not self._parts.ways.forget(sign, word):
                page.notice(self._text(preferences.NOT_FOUND))
                return
            self._say_done(ground, done, preferences.FORGOTTEN_TITLE, ("delete", preferences.FORGOTTEN_LINE))

        lines = (("delete", preferences.FORGET_LINE),)
        self._ask_secret(
            ground, done, (), preferences.FORGET_TITLE, (preferences.FORGET_TITLE, lines), on_word
        )

    def _ask(
        self, ground: PageHost, done: Back, asks: list[tuple[str, Line, str]], told: list[str], sign: Sign
    ) -> None:
        """One page for each of ``asks``; what was told goes into the profile."""
        if len(told) == len(asks):
            kept = replace(self._parts.liking.profile, helps=told[0], helpers=told[1])
            self._parts.liking.kept = kept
            back = partial(self._ask, ground, done, asks, told[:-1], sign)
            self._ask_where(ground, back, done, kept, sign)
            return
        title, line, before = asks[len(told)]
        page = TypedPage(
            self._parts.tools, title, [line], preferences.WORDS_BOX, before=before, most=LONGEST_WORDS
        )

        def go_on() -> None:
            if page.missing():
                page.notice(page.missing())
            else:
                asks[len(told)] = (title, line, tidy(page.words))
                self._ask(ground, done, asks, [*told, tidy(page.words)], sign)

        page.next_pressed.connect(go_on)
        before_this = partial(self._ask, ground, done, asks, told[:-1], sign)
        page.back_pressed.connect(lambda: before_this() if told else done())
        ground.put(page)

    def _ask_where(self, ground: PageHost, back: Back, done: Back, kept: Profile, sign: Sign) -> None:
        options = [
            Option(NOWHERE, preferences.NOWHERE, "no-copy"),
            Option(STICK, preferences.ON_STICK, "usb-stick"),
        ]
        options.append(Option(COMPUTER, preferences.ON_COMPUTER, "computer"))
        if self._parts.has_printer():
            options.append(Option(PAPER, preferences.ON_PAPER, "printed-sheet"))
        tools = self._parts.tools
        page = ActionPage(
            tools, preferences.KEEP_TITLE, options, lines=[*preferences.KEEP_LINES, *tools.paper_lines]
        )
        again = partial(self._ask_where, ground, back, done, kept, sign)
        acts: dict[str, Back] = {
            NOWHERE: done,
            STICK: lambda: self._ask_name(
                ground, again, lambda _page, name: self._put_on_stick(ground, again, done, kept, name)
            ),
            COMPUTER: lambda: self._keep_here(ground, again, done, kept, sign),
            PAPER: lambda: self._ask_name(
                ground, again, lambda at, name: self._print(at, ground, done, kept, name)
            ),
        }
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(lambda: back())
        ground.put(page)

    def _keep_here(self, ground: PageHost, back: Back, done: Back, kept: Profile, sign: Sign) -> None:
        def on_word(_page: TypedPage, sign: Sign, word: str) -> None:
            self._parts.ways.keep(sign, word, to_bytes(kept))
            self._say_done(ground, done, preferences.KEPT_TITLE, ("keep", preferences.KEPT_HERE))

        asked = (preferences.WORD_TITLE, preferences.WORD_LINES)
        self._ask_secret(ground, back, sign, preferences.KEEP_SIGN_TITLE, asked, on_word)

    def _ask_secret(
        self,
        ground: PageHost,
        back: Back,
        sign: Sign,
        sign_title: str,
        asked: tuple[str, Sequence[Line]],
        on_word: Callable[[TypedPage, Sign, str], None],
    ) -> None:
        """The two pictures, unless they are known; then the word."""
        if sign:
            self._ask_word(ground, back, asked, lambda page, word: on_word(page, sign, word))
            return
        page = SignPage(self._parts.tools, title=sign_title, line=preferences.KEEP_SIGN_LINE)
        page.show_controls(CONTROLS)
        again = partial(self._ask_secret, ground, back, sign, sign_title, asked, on_word)

        def go_on() -> None:
            if page.missing():
                page.notice(page.missing())
                return
            given = page.given()
            two = (given.first, given.second)
            self._ask_word(ground, again, asked, lambda at, word: on_word(at, two, word))

        page.next_pressed.connect(go_on)
        page.back_pressed.connect(lambda: back())
        ground.put(page)

    def _ask_word(
        self,
        ground: PageHost,
        back: Back,
        asked: tuple[str, Sequence[Line]],
        then: Callable[[TypedPage, str], None],
    ) -> None:
        """The word; it is taken off the page when it was right. Trying it takes about a second."""
        title, lines = asked
        page = TypedPage(self._parts.tools, title, lines, preferences.WORD_BOX, low=True)

        def go_on() -> None:
            word = page.words
            if not self._parts.ways.takes(word):
                page.notice(self._text(preferences.WORD_SHORT))
                return
            page.notice(self._text(preferences.ONE_MOMENT), "wait")
            QTimer.singleShot(_PAINTED_MS, page, lambda: self._attempt(page, lambda: then(page, word)))

        page.next_pressed.connect(go_on)
        page.back_pressed.connect(lambda: back())
        ground.put(page)

    def _ask_name(self, ground: PageHost, back: Back, then: Callable[[Page, str], None]) -> None:
        """For the sheet alone: no name is kept anywhere."""
        page = TypedPage(
            self._parts.tools,
            preferences.NAME_TITLE,
            [("printed-sheet", preferences.NAME_LINE)],
            preferences.NAME_BOX,
            most=LONGEST_NAME,
            low=True,
        )

        def go_on() -> None:
            if page.missing():
                page.notice(page.missing())
            else:
                then(page, " ".join(tidy(page.words).split()))

        page.next_pressed.connect(go_on)
        page.back_pressed.connect(lambda: back())
        ground.put(page)

    def _print(self, page: Page, ground: PageHost, done: Back, kept: Profile, name: str) -> None:
        def work() -> None:
            papers = self._parts.papers()
            papers.print_pdf(papers.how_to_ask_me(kept, name))
            self._say_done(ground, done, preferences.KEPT_TITLE, ("printed-sheet", preferences.ON_SHEET))

        self._attempt(page, work)

    def _put_on_stick(self, ground: PageHost, back: Back, done: Back, kept: Profile, name: str) -> None:
        def put(_page: Page, stick: RemovableDrive) -> None:
            papers = self._parts.papers()
            files = {FILE_NAME: to_bytes(kept), SHEET_NAME: papers.how_to_ask_me(kept, name)}
            papers.keep_on_stick(stick, files)
            self._say_done(ground, done, preferences.KEPT_TITLE, ("usb-stick", preferences.KEPT_ON_STICK))

        self._find_stick(ground, back, put)

    def _find_stick(
        self,
        ground: PageHost,
        back: Back,
        use: Callable[[Page, RemovableDrive], None],
        found: Sequence[RemovableDrive] = (),
    ) -> None:
        page = DrivePage(self._parts.tools, [stick.name for stick in found])

        def act(name: str) -> None:
            sticks = self._parts.papers().sticks() if name == LOOK else (found[int(name)],)
            if not sticks:
                page.notice(self._text(person.VIEWS_NOT_FOUND))
            elif len(sticks) == 1:
                self._attempt(page, lambda: use(page, sticks[0]))
            else:
                self._find_stick(ground, back, use, sticks)

        page.acted.connect(act)
        page.back_pressed.connect(lambda: back())
        ground.put(page)

    def _read_stick(self, page: Page, stick: RemovableDrive, found: Callable[[Profile], None]) -> None:
        try:
            raw = read_whole(stick.folder / FILE_NAME, MOST_BYTES)
        except OSError as error:
            raise _refused(error) from error
        self._take(page, raw, found)

    def _take(self, page: Page, raw: bytes, found: Callable[[Profile], None]) -> None:
        """Put on what was read; what of it could not be used makes it due to be looked at."""
        read = from_bytes(raw, FILE_NAME)
        found(replace(read.profile, review_by=None) if read.passed_over else read.profile)

    def _say_done(self, ground: PageHost, done: Back, title: str, line: Line) -> None:
        shown = frozenset({Control.LISTEN, Control.HIDE, Control.NEXT, Control.TELL})
        page = ActionPage(self._parts.tools, title, [], lines=[line], shown=shown)
        page.next_pressed.connect(lambda: done())
        ground.put(page)

    def _attempt(self, page: Page, work: Back) -> None:
        """Do ``work``, or say calmly on ``page`` why not."""
        try:
            work()
        except ExpectedError as trouble:
            page.notice(self._parts.tools.words.error(trouble))

    def _text(self, message: str) -> str:
        return self._parts.tools.text(message)


def _refused(error: OSError) -> ProfileError:
    """Nothing of ours lies there, or it is too large to be ours."""
    if refusal_of(error) is Refusal.TOO_LARGE:
        reason = preferences.TOO_LARGE
        return ProfileError(preferences.REFUSED, name=FILE_NAME, place=preferences.WHOLE_FILE, reason=reason)
    return ProfileError(preferences.STICK_EMPTY)
