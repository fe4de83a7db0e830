"""Notes to read some answers with care.

Some people say Yes to please, or take what stands last; often because a question was too hard. A note
tells the opener so. It never deletes or weighs an answer and never says that anybody lied (design
evidence, rule 6).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from duq_desktop.content.model import Question, Stream
from duq_desktop.interview.session_facts import GivenAnswer, SessionFacts
from duq_desktop.summary.model import CareKind, CareNote, SessionLine

ALWAYS_FROM = 5
"""So many answers at least before "always the same" means anything (our judgement)."""


def care_notes(session: SessionFacts, asked: Mapping[str, Question]) -> tuple[CareNote, ...]:
    """The notes about one session by itself; ``asked`` are the pack's questions by their ids."""
    given = {
        question_id: answer
        for question_id, answer in session.latest.items()
        if answer.answer and question_id in asked
    }
    return (*_yes_to_both(session, given, asked), *_always_same(session, given, asked))


def with_same_signs(noted: Sequence[tuple[SessionLine, Sequence[CareNote]]]) -> tuple[CareNote, ...]:
    """The notes of all counted sessions, and those on a sign that several of them have."""
    signs = Counter(line.sign for line, _ in noted if _has_sign(line))
    notes: list[CareNote] = []
    for line, own in noted:
        notes += own
        if _has_sign(line) and signs[line.sign] > 1:
            notes.append(CareNote(CareKind.SAME_SIGN, line.session_id, line.sign))
    return tuple(notes)


def _has_sign(line: SessionLine) -> bool:
    return line.stream is Stream.PERSON and bool(line.sign)


def _yes_to_both(
    session: SessionFacts, given: dict[str, GivenAnswer], asked: Mapping[str, Question]
) -> Iterator[CareNote]:
    yes = [question_id for question_id, answer in given.items() if answer.answer == "yes"]
    for question_id in yes:
        opposite = asked[question_id].reverse_of
        if opposite in yes:
            pair = (opposite, question_id)
            yield CareNote(CareKind.YES_TO_BOTH, session.session_id, session.sign, pair)


def _always_same(
    session: SessionFacts, given: dict[str, GivenAnswer], asked: Mapping[str, Question]
) -> Iterator[CareNote]:
    """Only where questions that ask the opposite way are among them: else it may well be so."""
    said = {answer.answer for answer in given.values()}
    ways = {asked[question_id].reverse for question_id in given}
    if len(given) >= ALWAYS_FROM and len(ways) == 2 and len(said) == 1 and said != {"sometimes"}:
        yield CareNote(CareKind.ALWAYS_SAME, session.session_id, session.sign, tuple(given), said.pop())
