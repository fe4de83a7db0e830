"""What families, staff and others choose before their session begins: the role, questions on a page."""

from __future__ import annotations

from duq_desktop.content.model import Stream
from duq_desktop.interview.inputs import Given, Nothing
from duq_desktop.ui.pages.choice_page import ChoicePage, Option
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import family_staff

ON_A_PAGE = {"one": 1, "some": 3}
SHOWN = frozenset({Control.LISTEN, Control.HIDE, Control.BACK, Control.NEXT})


def role_page(tools: Tools) -> ChoicePage:
    """Which role staff or others have. A role decides whose stream the answers belong to."""
    text = tools.text
    page = ChoicePage(
        tools,
        text(family_staff.ROLE_TITLE),
        [],
        _nothing,
        quiet=[Option(role, text(words)) for role, words in family_staff.ROLES],
        lines=(("", family_staff.ROLE_LINE),),
        needed=True,
    )
    page.show_controls(SHOWN)
    return page


def on_a_page_page(tools: Tools) -> ChoicePage:
    """How many questions stand on a page, if they like."""
    text = tools.text
    page = ChoicePage(
        tools,
        text(family_staff.QUESTIONS_ON_A_PAGE),
        [
            Option("one", text(family_staff.ONE_ON_A_PAGE), "short-way"),
            Option("some", text(family_staff.SOME_ON_A_PAGE), "long-way"),
        ],
        _nothing,
        chosen="one",
        needed=True,
    )
    page.show_controls(SHOWN)
    return page


def stream_of(role: str) -> Stream:
    """Support workers answer as staff; every other role answers the staff questions as "other"."""
    return Stream.STAFF if role in family_staff.STAFF_ROLES else Stream.OTHER


def _nothing(_chosen: str | None) -> Given:
    return Nothing()
