"""Findings: the same thing asked of several streams, side by side.

A disagreement is a finding, not an error to be averaged away.
"""

from __future__ import annotations

from collections.abc import Sequence

from duq_desktop.content.model import Question, Stream
from duq_desktop.summary.model import OPTIONS, STREAMS, AnswerCounts, Finding, QuestionSummary, Side

_TURNED = {"yes": "no", "sometimes": "sometimes", "no": "yes"}


def findings_of(questions: Sequence[QuestionSummary]) -> tuple[Finding, ...]:
    """The findings of one area, in the order of its person's questions.

    Only streams in which somebody answered with three answers are sides; one side is no finding.
    """
    made = (_finding(each, questions) for each in questions if each.question.stream is Stream.PERSON)
    return tuple(finding for finding in made if finding is not None)


def side_of(asked: Question, person: Question, stream: Stream, three: AnswerCounts) -> Side:
    """One side: ``asked`` is the stream's question, ``person`` the person's question it mirrors."""
    turned = asked.reverse is not person.reverse
    top = max(three.of(option) for option in OPTIONS)
    most = [option for option in OPTIONS if three.of(option) == top]
    said = {_TURNED[option] if turned else option for option in most}
    return Side(stream, asked, three, tuple(option for option in OPTIONS if option in said))


def differ(sides: Sequence[Side]) -> bool:
    """True when the streams do not give the same answer most."""
    return len({side.most for side in sides}) > 1


def _finding(person: QuestionSummary, questions: Sequence[QuestionSummary]) -> Finding | None:
    joined = [person, *(each for each in questions if each.question.mirrors == person.question.id)]
    sides = tuple(
        side_of(each.question, person.question, group.stream, group.three)
        for each in joined
        for group in each.groups
        if group.three.answered
    )
    ordered = tuple(sorted(sides, key=lambda side: STREAMS.index(side.stream)))
    return Finding(person.question.id, ordered, differ(ordered)) if len(ordered) > 1 else None
