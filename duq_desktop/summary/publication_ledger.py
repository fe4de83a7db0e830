"""What was shown to others before: the memory of the gate.

Two documents side by side tell what changed between them. One more person in the second, and the
difference is that person's answers. So every number that was ever published is kept, and a bar that
stands too close to an earlier one is kept back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.summary.model import NON_ANSWERS, AnswerCounts
from duq_desktop.summary.public import PublicGroup, PublicSummary
from duq_desktop.words import trouble

KEPT_AS = "published"
"""The name under which the opener keeps it, sealed (``Opener.keep``): by screen and by command alike."""

Numbers = tuple[int, ...]


@dataclass(frozen=True)
class PublicationLedger:
    """Every number published so far: what it is about → each set of numbers shown, oldest first.

    Keep it sealed: a document may have been made and never given out.
    """

    shown: Mapping[str, tuple[Numbers, ...]] = field(default_factory=dict)

    def steady(self, about: str, numbers: Sequence[int], smallest_group: int) -> bool:
        """True when ``numbers`` beside each earlier set tell on no few who joined or left."""
        return all(
            earlier == tuple(numbers) or abs(sum(numbers) - sum(earlier)) >= smallest_group
            for earlier in self.shown.get(about, ())
        )

    def then(self, public: PublicSummary) -> PublicationLedger:
        """This with the numbers of one more document, to be kept when it is written."""
        shown = {about: list(sets) for about, sets in self.shown.items()}
        for about, numbers in _numbers(public):
            sets = shown.setdefault(about, [])
            if numbers not in sets:
                sets.append(numbers)
        return PublicationLedger({about: tuple(sets) for about, sets in shown.items()})

    @classmethod
    def union(cls, texts: Iterable[str]) -> PublicationLedger:
        """What any of ``texts`` knows, whichever copy of the folder it was kept in. Raises ``StoreError``."""
        shown: dict[str, dict[Numbers, None]] = {}
        for text in texts:
            for about, sets in cls.from_json(text).shown.items():
                shown.setdefault(about, {}).update(dict.fromkeys(sets))
        return cls({about: tuple(sets) for about, sets in shown.items()})

    def to_json(self) -> str:
        """Text to keep it by."""
        return json.dumps(self.shown, separators=(",", ":"), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> PublicationLedger:
        """It again. Raises ``StoreError`` when ``text`` is none of ours."""
        try:
            raw = json.loads(text)
            shown = {
                str(about): tuple(tuple(int(number) for number in numbers) for numbers in sets)
                for about, sets in raw.items()
            }
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise StoreError(trouble.RECORD_UNREADABLE) from error
        return cls(shown)


def about_bar(question_id: str, stream: Stream, name: str) -> str:
    """What a bar's numbers are about; ``name`` is "three", "two", "not_answered" or "non_answers"."""
    return f"{stream.value}/{question_id}/{name}"


def about_split(stream: Stream, name: str) -> str:
    """What a split's numbers are about: "support", "staff_near" or "ended"."""
    return f"{stream.value}//{name}"


ABOUT_REFUSED = "refused"
"""What the number of people who said no is about."""


def of_bar(counts: AnswerCounts) -> Numbers:
    """The numbers of one bar."""
    return (counts.yes, counts.sometimes, counts.no)


def _numbers(public: PublicSummary) -> Iterator[tuple[str, Numbers]]:
    if public.refused is not None:
        yield ABOUT_REFUSED, (public.refused,)
    for who in public.streams:
        for name, split in (("support", who.support), ("staff_near", who.staff_near), ("ended", who.ended)):
            if split is not None:
                yield about_split(who.stream, name), tuple(number for _, number in split.parts)
    for area in public.areas:
        for question in area.questions:
            for group in question.groups:
                yield from _of_group(question.question.id, group)


def _of_group(question_id: str, group: PublicGroup) -> Iterator[tuple[str, Numbers]]:
    for name, bar in (("three", group.three), ("two", group.two)):
        if bar is not None:
            yield about_bar(question_id, group.stream, name), of_bar(bar)
    if group.not_answered is not None:
        yield about_bar(question_id, group.stream, "not_answered"), (group.not_answered,)
    if group.non_answers is not None:
        kinds = tuple(group.non_answers.of(name) for name in NON_ANSWERS)
        yield about_bar(question_id, group.stream, "non_answers"), kinds
