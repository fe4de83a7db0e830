"""The reading grade of everything an audience reads, taken together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duq_desktop.content.model import Pack, Question, Stream
from duq_desktop.content.problems import Findings
from duq_desktop.content.readability import grade, words_of
from duq_desktop.words import pack as words

PERSON_LIMIT = 2.0
FAMILY_STAFF_LIMIT = 4.0
SHORTEST = 3
"""Words of a text that counts; "Next" and "Go on" would only make the grade look better."""


def check_grades(
    pack: Pack, fixed_person: Iterable[str], fixed_family_staff: Iterable[str], file: str, findings: Findings
) -> dict[Stream, float]:
    """Note when the texts for people supported, or for families and staff, are too hard to read.

    Returns the grade of each. English only: the formula is made for it.
    """
    person = [*_question_texts(pack.questions(Stream.PERSON)), *_person_texts(pack), *fixed_person]
    others = [*_question_texts(_family_and_staff(pack)), *fixed_family_staff]
    return {
        Stream.PERSON: _check(person, PERSON_LIMIT, (file, words.FOR_PERSON), findings),
        Stream.FAMILY: _check(others, FAMILY_STAFF_LIMIT, (file, words.FOR_FAMILY_STAFF), findings),
    }


def _check(texts: list[str], limit: float, where: tuple[str, str], findings: Findings) -> float:
    counted = [text for text in texts if len(words_of(text)) >= SHORTEST]
    reached = grade(counted)
    if reached > limit:
        hardest = "; ".join(sorted(counted, key=lambda text: grade([text]), reverse=True)[:3])
        findings.add(where, words.GRADE, grade=f"{reached:.1f}", limit=limit, hardest=hardest)
    return reached


def _family_and_staff(pack: Pack) -> Iterator[Question]:
    yield from pack.questions(Stream.FAMILY)
    yield from pack.questions(Stream.STAFF)


def _question_texts(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        yield question.prompt
        yield question.meaning
        yield from (hard.meaning for hard in question.hard_words)


def _person_texts(pack: Pack) -> Iterator[str]:
    """What else of the pack people supported read: titles, examples, practice, answers, words."""
    yield from (area.short_title for area in pack.areas)
    for area in pack.areas:
        yield from area.looks_good
        yield from area.not_ok
    for practice in pack.practice:
        yield practice.prompt
        yield practice.shown_by
    yield from (option.label for option in pack.options.values())
    yield from (word.label for word in pack.board)
