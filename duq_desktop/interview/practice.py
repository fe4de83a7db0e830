"""Practice: how the answers are taught, and when the app steps down to two of them.

The rules (from work on how people with learning disabilities answer; a pre-test that teaches the
scale lets far more people answer than one that excludes): the answer is in the picture; a miss is
shown again, never called wrong; "Sometimes" missed twice means Yes and No only from then on; Yes or
No missed twice offers a supporter, and the person may go on all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from duq_desktop.content.model import PracticeQuestion
from duq_desktop.interview.records import AnswerFormat

TRIES = 2
"""How often a practice question is asked before the app steps down."""


def missed_twice(question: PracticeQuestion, chosen: Sequence[str | None]) -> bool:
    """Whether this practice question was asked twice and met neither time."""
    return len(chosen) >= TRIES and question.expected not in chosen[:TRIES]


def answer_format(
    practice: Sequence[PracticeQuestion], chosen: Mapping[str, Sequence[str | None]]
) -> AnswerFormat:
    """The format after what was ``chosen`` so far (practice id → choices in order)."""
    for question in practice:
        if question.expected == "sometimes" and missed_twice(question, chosen.get(question.id, ())):
            return AnswerFormat.TWO
    return AnswerFormat.THREE


def needs_supporter(question: PracticeQuestion, chosen: Sequence[str | None]) -> bool:
    """Whether a supporter is offered after this question: a plain Yes or No was missed twice."""
    return question.expected in ("yes", "no") and missed_twice(question, chosen)
