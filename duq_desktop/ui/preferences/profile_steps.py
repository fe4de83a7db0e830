"""Keeping how somebody likes it, bringing it, deleting it: which pages there are, and where each leads.

The places are a stick, a sheet of paper, and a box on this computer that opens with the person's sign and
a word. How to ask, never what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import Any

from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.preferences.codec import tidy
from duq_desktop.preferences.profile import LONGEST_WORDS
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.flow.flow import ANY, NEXT, Choose, Do, Flow, Leave, Stay, Step, Target, To
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.pages.views_page import LOOK, DrivePage
from duq_desktop.ui.preferences.pages.preferences_page import CONTROLS
from duq_desktop.ui.preferences.pages.profile_pages import TypedPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import person, preferences

KEEP, BRING, BRING_BY_SIGN, FORGET = "keep", "bring", "bring-by-sign", "forget"
"""The ways in."""
STICK, COMPUTER, PAPER, NOWHERE = "stick", "computer", "paper", "nowhere"
FOUND = "found"
"""How it is left where something was brought."""
LONGEST_NAME = 60
_ENDING = ".json"
_DONE = frozenset({Control.LISTEN, Control.HIDE, Control.NEXT, Control.TELL})


class ProfileWork(Enum):
    """What is done beside showing pages."""

    NOTE = "note what helps"
    FIND_STICKS = "find the sticks"
    PRINT = "print the sheet"
    PUT_ON_STICK = "put it on the stick"
    KEEP_HERE = "keep it on this computer"
    FIND_KEPT = "find what is kept on the stick"
    READ_STICK = "read it from the stick"
    FIND_HERE = "find it on this computer"
    FORGET_HERE = "delete it from this computer"


@dataclass(frozen=True)
class ProfileState:
    """What is known while somebody goes through these pages.

    ``sign`` are the two pictures, or nothing; ``name`` is for the sheet alone; ``sticks`` are those that are
    in, ``stick`` the number of the one that was chosen. ``kept`` are the names of what is kept on it, and
    ``which`` the number of the one that is meant. The word is never kept longer than its page.
    """

    helps: str = ""
    helpers: str = ""
    sign: tuple[str, ...] = ()
    word: str = field(default="", repr=False)
    name: str = ""
    sticks: tuple[RemovableDrive, ...] = ()
    stick: int = 0
    kept: tuple[str, ...] = ()
    which: int = 0


@dataclass(frozen=True)
class ProfilePages:
    """Makes the pages. ``has_printer``: the sheet can be printed here."""

    tools: Tools
    boxes: ProfileBoxes
    has_printer: bool

    def helps(self, state: ProfileState) -> TypedPage:
        """What helps you."""
        line = ("with-helper", preferences.HELPS_LINE)
        return self._words(preferences.HELPS_TITLE, line, state.helps)

    def helpers(self, state: ProfileState) -> TypedPage:
        """Who may help you."""
        line = ("help", preferences.HELPERS_LINE)
        return self._words(preferences.HELPERS_TITLE, line, state.helpers)

    def where(self, _state: ProfileState) -> ActionPage:
        """Where to keep it."""
        options = [
            Option(NOWHERE, preferences.NOWHERE, "no-copy"),
            Option(STICK, preferences.ON_STICK, "usb-stick"),
            Option(COMPUTER, preferences.ON_COMPUTER, "computer"),
        ]
        if self.has_printer:
            options.append(Option(PAPER, preferences.ON_PAPER, "printed-sheet"))
        lines = [*preferences.KEEP_LINES, *self.tools.paper_lines]
        return ActionPage(self.tools, preferences.KEEP_TITLE, options, lines=lines)

    def bring(self, _state: ProfileState) -> ActionPage:
        """From a stick, or from here."""
        options = [Option(STICK, preferences.ON_STICK, "usb-stick")]
        if self.boxes.has_some:
            options.append(Option(COMPUTER, preferences.ON_COMPUTER, "computer"))
        return ActionPage(self.tools, preferences.BRING_TITLE, options)

    def name(self, state: ProfileState) -> TypedPage:
        """The name that stands on the sheet."""
        return TypedPage(
            self.tools,
            preferences.NAME_TITLE,
            [("printed-sheet", preferences.NAME_LINE)],
            preferences.NAME_BOX,
            before=state.name,
            most=LONGEST_NAME,
            low=True,
        )

    def drive(self, state: ProfileState) -> DrivePage:
        """Put a stick in; or which one, where there are several."""
        return DrivePage(self.tools, [stick.name for stick in state.sticks])

    def which(self, state: ProfileState) -> ActionPage:
        """Which of several that are kept on the stick."""
        names = [name.removesuffix(_ENDING) for name in state.kept]
        options = [Option(str(number), name, "usb-stick") for number, name in enumerate(names)]
        return ActionPage(self.tools, preferences.BRING_WHICH, options)

    def sign(self, title: str, _state: ProfileState) -> SignPage:
        """The two pictures."""
        page = SignPage(self.tools, title=title, line=preferences.KEEP_SIGN_LINE)
        page.show_controls(CONTROLS)
        return page

    def word(self, title: str, lines: Sequence[Line], _state: ProfileState) -> TypedPage:
        """The word; its page is empty whenever it comes."""
        return TypedPage(self.tools, title, lines, preferences.WORD_BOX, low=True)

    def too_short(self, state: ProfileState, _page: TypedPage) -> str:
        """What to say of a word that cannot be used at all."""
        return "" if self.boxes.takes(state.word) else self.tools.text(preferences.WORD_SHORT)

    def done(self, title: str, line: Line, state: ProfileState) -> ActionPage:
        """It is done: where it is now, and what it is called there."""
        page = ActionPage(self.tools, title, [], lines=[line], shown=_DONE)
        for name in state.kept:
            page.add_line(self.tools.text(person.CALLED, name=name.removesuffix(_ENDING)), "")
        return page

    def _words(self, title: str, line: Line, before: str) -> TypedPage:
        return TypedPage(self.tools, title, [line], preferences.WORDS_BOX, before=before, most=LONGEST_WORDS)


def profile_flow(pages: ProfilePages) -> Flow[ProfileState]:
    """All of it: each way in has steps of its own."""
    return Flow.of(
        [*_keeping(pages), *_bringing(pages), *_forgetting(pages)],
        {
            KEEP: To("helps"),
            BRING: To("bring"),
            BRING_BY_SIGN: _sign_unless_known(BRING),
            FORGET: _sign_unless_known(FORGET),
        },
    )


def _keeping(pages: ProfilePages) -> list[Step[ProfileState, Any]]:
    on_stick = Do(ProfileWork.PUT_ON_STICK, To("kept-on-stick"))
    kept = preferences.KEPT_TITLE
    where: dict[str, Target[ProfileState]] = {
        NOWHERE: Leave(),
        STICK: To("stick-name"),
        COMPUTER: _sign_unless_known(KEEP),
        PAPER: To("sheet-name"),
    }
    return [
        Step("helps", pages.helps, {NEXT: To("helpers")}, take=_with_helps),
        Step("helpers", pages.helpers, {NEXT: Do(ProfileWork.NOTE, To("where"))}, take=_with_helpers),
        Step("where", pages.where, where),
        Step("stick-name", pages.name, {NEXT: To("keep-drive")}, take=_with_name, drop=_without_name),
        _drive("keep-drive", pages, on_stick),
        _done("kept-on-stick", pages, kept, ("usb-stick", preferences.KEPT_ON_STICK)),
        Step(
            "sheet-name",
            pages.name,
            {NEXT: Do(ProfileWork.PRINT, To("on-sheet"))},
            take=_with_name,
            drop=_without_name,
        ),
        _done("on-sheet", pages, kept, ("printed-sheet", preferences.ON_SHEET)),
        *_sign_and_word(
            KEEP,
            pages,
            preferences.KEEP_SIGN_TITLE,
            (preferences.WORD_TITLE, preferences.WORD_LINES),
            Do(ProfileWork.KEEP_HERE, To("kept-here"), wait=preferences.ONE_MOMENT),
        ),
        _done("kept-here", pages, kept, ("keep", preferences.KEPT_HERE)),
    ]


def _bringing(pages: ProfilePages) -> list[Step[ProfileState, Any]]:
    lines = (("key-and-lock", preferences.BRING_WORD_LINE),)
    read: Target[ProfileState] = Do(ProfileWork.READ_STICK, Leave(FOUND))
    which: Target[ProfileState] = To("which")
    return [
        Step("bring", pages.bring, {STICK: To("bring-drive"), COMPUTER: _sign_unless_known(BRING)}),
        _drive(
            "bring-drive",
            pages,
            Do(ProfileWork.FIND_KEPT, Choose(_how_many_kept, {"1": read, "more": which})),
        ),
        Step("which", pages.which, {ANY: read}, take=_with_which),
        *_sign_and_word(
            BRING,
            pages,
            preferences.BRING_SIGN_TITLE,
            (preferences.BRING_WORD_TITLE, lines),
            Do(ProfileWork.FIND_HERE, Leave(FOUND), wait=preferences.ONE_MOMENT),
        ),
    ]


def _forgetting(pages: ProfilePages) -> list[Step[ProfileState, Any]]:
    title, lines = preferences.FORGET_TITLE, (("delete", preferences.FORGET_LINE),)
    forget = Do(ProfileWork.FORGET_HERE, To("forgotten"), wait=preferences.ONE_MOMENT)
    return [
        *_sign_and_word(FORGET, pages, title, (title, lines), forget),
        _done("forgotten", pages, preferences.FORGOTTEN_TITLE, ("delete", preferences.FORGOTTEN_LINE)),
    ]


def _sign_and_word(
    name: str, pages: ProfilePages, sign_title: str, asked: tuple[str, Sequence[Line]], then: Do
) -> list[Step[ProfileState, Any]]:
    """The two pictures, then the word; ``asked`` are the title and the lines of the word's page."""
    title, lines = asked
    return [
        Step(
            f"{name}-sign",
            partial(pages.sign, sign_title),
            {NEXT: To(f"{name}-word")},
            take=_with_sign,
            drop=_without_sign,
        ),
        Step(
            f"{name}-word",
            partial(pages.word, title, lines),
            {NEXT: then},
            take=_with_word,
            wrong=pages.too_short,
            drop=_without_word,
        ),
    ]


def _sign_unless_known(name: str) -> Target[ProfileState]:
    return Choose(_sign_or_word, {"sign": To(f"{name}-sign"), "word": To(f"{name}-word")})


def _drive(name: str, pages: ProfilePages, use: Do) -> Step[ProfileState, DrivePage]:
    """The page for a stick. One that is in by itself is used; of several one is asked about."""
    found: dict[str, Target[ProfileState]] = {"0": Stay(person.VIEWS_NOT_FOUND), "1": use, "more": To(name)}
    look = Do(ProfileWork.FIND_STICKS, Choose(_how_many, found))
    return Step(name, pages.drive, {LOOK: look, ANY: use}, take=_with_stick, begin=_without_sticks)


def _done(name: str, pages: ProfilePages, title: str, line: Line) -> Step[ProfileState, ActionPage]:
    return Step(name, partial(pages.done, title, line), {NEXT: Leave()})


def _sign_or_word(state: ProfileState) -> str:
    return "word" if state.sign else "sign"


def _how_many(state: ProfileState) -> str:
    return str(len(state.sticks)) if len(state.sticks) < 2 else "more"


def _how_many_kept(state: ProfileState) -> str:
    return "1" if len(state.kept) == 1 else "more"


def _with_which(state: ProfileState, page: ActionPage) -> ProfileState:
    return replace(state, which=int(page.pressed))


def _with_helps(state: ProfileState, page: TypedPage) -> ProfileState:
    return replace(state, helps=tidy(page.words))


def _with_helpers(state: ProfileState, page: TypedPage) -> ProfileState:
    return replace(state, helpers=tidy(page.words))


def _with_name(state: ProfileState, page: TypedPage) -> ProfileState:
    return replace(state, name=" ".join(tidy(page.words).split()))


def _without_name(state: ProfileState) -> ProfileState:
    return replace(state, name="")


def _with_sign(state: ProfileState, page: SignPage) -> ProfileState:
    given = () if page.missing() else (page.given().first, page.given().second)
    return replace(state, sign=given)


def _without_sign(state: ProfileState) -> ProfileState:
    return replace(state, sign=())


def _with_word(state: ProfileState, page: TypedPage) -> ProfileState:
    return replace(state, word=page.words)


def _without_word(state: ProfileState) -> ProfileState:
    return replace(state, word="")


def _with_stick(state: ProfileState, page: DrivePage) -> ProfileState:
    return replace(state, stick=int(page.pressed) if page.pressed.isdigit() else 0)


def _without_sticks(state: ProfileState) -> ProfileState:
    return replace(state, sticks=(), stick=0)
