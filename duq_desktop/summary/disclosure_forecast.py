"""What a summary will be able to show, told before anybody is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from duq_desktop.words import Words, counting

SMALLEST_GROUP = 5
"""Groups under this are never shown (NHS England hides 1 to 5 in its statistics)."""

LARGEST_CHOICE = 8
"""The opener may ask for larger groups, up to this."""


class Outlook(str, Enum):
    """What can be shown to others. ``ONLY_IF_NEARLY_ALL``: one or two who skip a question hide it."""

    NOTHING = "nothing"
    ONLY_IF_NEARLY_ALL = "only_if_nearly_all"
    BARS = "bars"


@dataclass(frozen=True)
class CanBeShown:
    """What a summary of one stream can show when ``people`` of it are asked.

    ``may_skip`` is how many of them may leave a question out before its bar is hidden.
    ``more_needed`` is how many more people it takes before anything can be shown.
    ``two_answers``: a bar for sessions with Yes and No only could appear beside the other one.
    The opener always reads everything; this is only about what others are shown.
    """

    people: int
    smallest_group: int
    outlook: Outlook
    may_skip: int
    more_needed: int
    two_answers: bool


def checked_group(smallest_group: int) -> int:
    """``smallest_group`` if it may be chosen. Raises ``ValueError`` outside 5 to 8."""
    if not SMALLEST_GROUP <= smallest_group <= LARGEST_CHOICE:
        raise ValueError(f"the smallest group must be {SMALLEST_GROUP} to {LARGEST_CHOICE}")
    return smallest_group


def what_can_be_shown(people: int, smallest_group: int = SMALLEST_GROUP) -> CanBeShown:
    """What a home with ``people`` people of one stream will be able to show to others.

    Raises ``ValueError`` for a negative number, or a ``smallest_group`` that may not be chosen.
    """
    if people < 0:
        raise ValueError("people cannot be fewer than none")
    spare = people - checked_group(smallest_group)
    outlook = Outlook.NOTHING if spare < 0 else Outlook.ONLY_IF_NEARLY_ALL if spare < 3 else Outlook.BARS
    return CanBeShown(
        people=people,
        smallest_group=smallest_group,
        outlook=outlook,
        may_skip=max(spare, 0),
        more_needed=max(-spare, 0),
        two_answers=people >= 2 * smallest_group,
    )


def foretold(told: CanBeShown, words: Words) -> str:
    """The same in plain sentences, for the pages of setting up."""
    sentence = {
        Outlook.NOTHING: counting.SHOW_NOTHING,
        Outlook.ONLY_IF_NEARLY_ALL: counting.SHOW_NEARLY_ALL if told.may_skip else counting.SHOW_ALL_NEEDED,
        Outlook.BARS: counting.SHOW_BARS,
    }[told.outlook]
    return words(sentence, people=told.people, smallest=told.smallest_group, skip=told.may_skip)
