"""“Do you want a copy?” and the pages on which the person says what goes in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from duq_desktop.interview.inputs import Nothing
from duq_desktop.interview.own_copy import OwnCopy
from duq_desktop.ui.pages.action_page import ASIDE, ActionPage
from duq_desktop.ui.pages.choice_page import Option, PickPage
from duq_desktop.ui.pages.reading_page import ReadingPage
from duq_desktop.ui.pages.texts import Line, ReadingText
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import ALL_CONTROLS, Control
from duq_desktop.words import person

NO, PRINT, STICK, SLIP, LOOK = "no", "print", "stick", "slip", "look"
WORDS, HARM = "words", "harm"
ON_A_PAGE = 4
"""Answers on one page of picking: never more than five things to choose from."""

_PICK_CONTROLS = frozenset({Control.LISTEN, Control.HIDE, Control.BACK, Control.NEXT, Control.TELL})


class ViewsPage(ActionPage):
    """The offer. No answer shows on it. ``acted`` carries "no", "print", "stick" or "slip".

    ``has_printer``: without one, printing is not offered and the page says why. ``has_sign``: a slip can be
    printed. ``before_another_day``: the page stands beside the session's own and Back leads back to it.
    """

    def __init__(
        self,
        tools: Tools,
        copy: OwnCopy,
        *,
        has_printer: bool,
        has_sign: bool,
        before_another_day: bool = False,
    ) -> None:
        super().__init__(
            tools,
            person.VIEWS_TITLE,
            _ways(copy, has_printer=has_printer, has_sign=has_sign),
            lines=[*_lines(copy, has_printer=has_printer), *tools.paper_lines],
            shown=_PICK_CONTROLS if before_another_day else ALL_CONTROLS,
        )


def _ways(copy: OwnCopy, *, has_printer: bool, has_sign: bool) -> list[Option]:
    """“No copy” comes first."""
    ways = [Option(NO, person.VIEWS_NO, "no-copy")]
    if not copy.is_empty:
        ways += [Option(PRINT, person.VIEWS_PRINT, "printed-sheet")] if has_printer else []
        ways.append(Option(STICK, person.VIEWS_STICK, "usb-stick"))
    if has_printer and has_sign:
        ways.append(Option(SLIP, person.SIGN_SLIP, "sign-slip"))
    return ways


def _lines(copy: OwnCopy, *, has_printer: bool) -> list[Line]:
    if copy.is_empty:
        return [("", person.LOOK_EMPTY)]
    today = [("my-views", person.VIEWS_PART)] if copy.only_today else []
    printed = ("printed-sheet", person.VIEWS_PAPER)
    how = printed if has_printer else ("usb-stick", person.VIEWS_NO_PRINTER)
    return [*today, how, ("calm-warning", person.VIEWS_FOUND)]


class ExtrasPage(PickPage):
    """Added words and answers about harm: both stay out unless they are picked."""

    def __init__(self, tools: Tools, *, words: bool, harm: bool, picked: Collection[str]) -> None:
        options = [Option(WORDS, tools.text(person.VIEWS_WORDS), "tell-us-more")] if words else []
        options += [Option(HARM, tools.text(person.VIEWS_HARM), "feeling-safe")] if harm else []
        super().__init__(
            tools,
            tools.text(person.VIEWS_PICK_TITLE),
            options,
            lambda _picked: Nothing(),
            line=tools.text(person.VIEWS_EXTRAS_LINE),
            picked=frozenset(picked),
        )
        self.show_controls(_PICK_CONTROLS)

    @property
    def picked(self) -> frozenset[str]:
        """What is picked now."""
        return frozenset(name for name, card in self.cards.items() if card.isChecked())


class PickAnswersPage(PickPage):
    """Some of the answers: each goes in the copy unless it is left out."""

    def __init__(
        self, tools: Tools, copy: OwnCopy, question_ids: Sequence[str], left_out: Collection[str]
    ) -> None:
        given = dict(copy.answers)
        options = [
            Option(
                name,
                f"{tools.pack.question(name).prompt} {_label(tools, copy, name)}",
                picture=tools.pack.question(name).picture,
            )
            for name in question_ids
            if name in given
        ]
        super().__init__(
            tools,
            tools.text(person.VIEWS_PICK_TITLE),
            options,
            lambda _picked: Nothing(),
            line=tools.text(person.VIEWS_PICK_LINE),
            picked=frozenset(question_ids) - frozenset(left_out),
        )
        self.show_controls(_PICK_CONTROLS)
        for name, card in self.cards.items():
            card.said = tools.pack.question(name).prompt

    @property
    def left_out(self) -> frozenset[str]:
        """The questions of this page whose answers stay out."""
        return frozenset(name for name, card in self.cards.items() if not card.isChecked())


class MadePage(ReadingPage):
    """It is made: where it is now. Next goes on, Back leads to the offer."""

    def __init__(self, tools: Tools, title: str, line: Line) -> None:
        super().__init__(tools, ReadingText(title, (line,)), shown=_PICK_CONTROLS)


class DrivePage(ActionPage):
    """Put a stick in, then press. ``acted`` carries "look", or the number of the stick that was pressed."""

    def __init__(self, tools: Tools, names: Sequence[str] = ()) -> None:
        ways = [
            Option(str(number), tools.text(person.VIEWS_WHICH, name=name), "usb-stick")
            for number, name in enumerate(names)
        ]
        super().__init__(
            tools,
            person.VIEWS_FIND_TITLE,
            ways or [Option(LOOK, person.VIEWS_NO_STICK, "usb-stick")],
            lines=[("", person.VIEWS_FIND_LINE)],
            shown=ASIDE,
        )


def _label(tools: Tools, copy: OwnCopy, question_id: str) -> str:
    given = dict(copy.answers)[question_id]
    said = given.answer or (given.status.value if given.status else "later")
    return tools.pack.options[said].label
