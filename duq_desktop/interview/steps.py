"""The pages of a session, by name, and one step along them."""

from __future__ import annotations

from enum import Enum

from duq_desktop.light_dataclass import dataclass


class PageName(str, Enum):
    """Every page that a session can stand on. The names are stored inside sealed records."""

    NEAR = "near"
    OTHER_PERSON = "other_person"
    WAIT = "wait"
    HELPED = "helped"
    HELPER = "helper"
    WHY = "why"
    OPENER = "opener"
    TODAY = "today"
    DANGER = "danger"
    CHOICE = "choice"
    CHECK = "check"
    CHECK_AGAIN = "check_again"
    CONSENT = "consent"
    REFUSED = "refused"
    PRACTICE_START = "practice_start"
    PRACTICE = "practice"
    PRACTICE_AGAIN = "practice_again"
    PRACTICE_HELP = "practice_help"
    SIGN = "sign"
    SIGN_IS = "sign_is"
    AREA = "area"
    LENGTH = "length"
    QUESTION = "question"
    HELP = "help"
    AREA_DONE = "area_done"
    BEST = "best"
    CHANGE = "change"
    LOOK = "look"
    HAPPENS = "happens"
    MY_VIEWS = "my_views"
    THANKS = "thanks"


ENDS = frozenset({PageName.REFUSED, PageName.THANKS})
"""Pages from which nothing goes on: the session's key is gone by then."""


@dataclass(frozen=True)
class Step:
    """One page of one session.

    ``run`` counts the areas taken (0 before the first), ``key`` tells apart pages of one name (the
    check, the practice question, the question after which help stands), ``questions`` are the ids
    asked (one for a person; families and staff may have several on a page), ``turn`` is 1 for the
    first time and 2 when something is asked again.
    """

    page: PageName
    run: int = 0
    key: str = ""
    questions: tuple[str, ...] = ()
    turn: int = 1
