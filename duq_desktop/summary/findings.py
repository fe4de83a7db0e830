"""Findings: the same thing asked of several streams, side by side.

A disagreement is a finding, not an error to be averaged away.
"""

from __future__ import annotations

from collections.abc import Sequence

from duq_desktop.content.model import Question, Stream
from duq_desktop.summary.model import OPTIONS, STREAMS, AnswerCounts, Finding, QuestionSummary, Side

_NONE = AnswerCounts()
_TURNED = {"yes": "no", "sometimes": "sometimes", "no": "yes"}


def findings_of(questions: Sequence[QuestionSummary]) -> tuple[Finding, ...]:
    """The findings of one area, in the order of its person's questions.

    Only streams in which somebody answered are sides; one side is no finding.
    """
    made = (_finding(each, questions) for each in questions if each.question.stream is Stream.PERSON)
    return tuple(finding for finding in made if finding is not None)


def side_of(
    asked: Question, person: Question, stream: Stream, three: AnswerCounts, two: AnswerCounts = _NONE
) -> Side:
    """One side: ``asked`` is the stream's question, ``person`` the person's question it mirrors."""
    people = three.answered + two.answered
    most = next((each for each in OPTIONS if 2 * (three.of(each) + two.of(each)) > people), None)
    turned = most is not None and asked.reverse is not person.reverse
    return Side(stream, asked, three, two, _TURNED[most] if turned and most is not None else most)


def differ(sides: Sequence[Side]) -> bool:
    """True when more than half of one stream and more than half of another gave different answers.

    Where no answer was given by more than half, there is nothing to hold against another stream.
    """
    return len({side.mostly for side in sides if side.mostly is not None}) > 1


def _finding(person: QuestionSummary, questions: Sequence[QuestionSummary]) -> Finding | None:
    joined = [person, *(each for each in questions if each.question.mirrors == person.question.id)]
    sides = tuple(
        side_of(each.question, person.question, group.stream, group.three, group.two)
        for each in joined
        for group in each.groups
        if group.three.answered or group.two.answered
    )
    ordered = tuple(sorted(sides, key=lambda side: STREAMS.index(side.stream)))
    return Finding(person.question.id, ordered, differ(ordered)) if len(ordered) > 1 else None
