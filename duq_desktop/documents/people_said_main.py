"""The main things in “What people said”: what more than half of the people supported agreed on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from duq_desktop.content.model import Question, Stream
from duq_desktop.documents.blocks import Block, EasyLine, Rank, Section, Text
from duq_desktop.documents.materials import Materials
from duq_desktop.summary.model import AnswerCounts
from duq_desktop.summary.public import PublicSummary
from duq_desktop.words import printed

AT_MOST = 3
"""Things on each side: more are not kept in mind."""


@dataclass(frozen=True)
class Agreed:
    """One question to which more than half of those who answered said ``answer``: yes or no."""

    question: Question
    answer: str
    said: int
    people: int

    @property
    def good(self) -> bool:
        """Whether what they said is what everybody would wish for."""
        return (self.answer == "yes") is not self.question.reverse


def agreed(summary: PublicSummary) -> Iterator[Agreed]:
    """Every such question of people supported, from shown bars only, in the order of the pack."""
    for area in summary.areas:
        for asked in area.questions:
            group = asked.group(Stream.PERSON)
            bars = [bar for bar in (group.three, group.two) if bar is not None] if group else []
            people = sum(bar.answered for bar in bars)
            for answer in ("yes", "no"):
                said = _of(bars, answer)
                if 2 * said > people:
                    yield Agreed(asked.question, answer, said, people)


def _of(bars: Sequence[AnswerCounts], answer: str) -> int:
    return sum(bar.of(answer) for bar in bars)


def most_agreed(found: Sequence[Agreed]) -> list[Agreed]:
    """Those on which people agreed most, as they follow each other: no order of worth."""
    by_share = sorted(found, key=lambda each: -each.said / each.people)[:AT_MOST]
    return [each for each in found if each in by_share]


def main_things(
    summary: PublicSummary, materials: Materials, labels: Mapping[str, str]
) -> tuple[Section, ...]:
    """The section, or none where people supported agree on nothing."""
    say = materials.say
    found = list(agreed(summary))
    sides = (
        (printed.SAID_MAIN_GOOD, most_agreed([each for each in found if each.good])),
        (printed.SAID_MAIN_NOT, most_agreed([each for each in found if not each.good])),
    )
    blocks: list[Block] = [
        Section(Rank.SMALL, say(title), tuple(_row(each, materials, labels) for each in things))
        for title, things in sides
        if things
    ]
    if not blocks:
        return ()
    return (Section(Rank.PART, say(printed.SAID_MAIN), (Text((say(printed.SAID_MAIN_WHO),)), *blocks)),)


def _row(each: Agreed, materials: Materials, labels: Mapping[str, str]) -> EasyLine:
    told = materials.say.count(
        printed.SAID_MAIN_ITEM, each.said, people=each.people, answer=labels[each.answer]
    )
    return EasyLine(each.question.picture, (told,), each.question.prompt)
