"""Findings for others: made from shown bars alone, so that they tell nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from duq_desktop.content.model import Stream
from duq_desktop.summary.findings import differ, side_of
from duq_desktop.summary.model import STREAMS, AnswerCounts
from duq_desktop.summary.public import PublicFinding, PublicQuestion

_NONE = AnswerCounts()


def public_findings(questions: Sequence[PublicQuestion]) -> tuple[PublicFinding, ...]:
    """The findings of one area whose bars are shown for two streams or more."""
    made = (_finding(each, questions) for each in questions if each.question.stream is Stream.PERSON)
    return tuple(finding for finding in made if finding is not None)


def _finding(person: PublicQuestion, questions: Sequence[PublicQuestion]) -> PublicFinding | None:
    joined = [person, *(each for each in questions if each.question.mirrors == person.question.id)]
    sides = [
        side_of(each.question, person.question, group.stream, group.three or _NONE, group.two or _NONE)
        for each in joined
        for group in each.groups
        if group.shown
    ]
    ordered = tuple(sorted(sides, key=lambda side: STREAMS.index(side.stream)))
    return PublicFinding(person.question.id, ordered, differ(ordered)) if len(ordered) > 1 else None
