"""From counts to bars: one bar for each stream, in the fixed order, each over its whole width.

Every bar has the same length, because streams stand side by side and are not weighed by size; how
many people it stands for is written beside it, and how many gave each answer in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from duq_desktop.content.model import Stream
from duq_desktop.figures.model import Bar, BarChart, BarKind, KeyEntry, Rect, Segment
from duq_desktop.figures.patterns import PATTERNS
from duq_desktop.summary.model import (
    NON_ANSWERS,
    OPTIONS,
    AnswerCounts,
    GroupAnswers,
    NonAnswerCounts,
    QuestionSummary,
)
from duq_desktop.summary.public import Hidden, PublicGroup, PublicQuestion
from duq_desktop.words import Words, counting

PLATE_SHARE = 0.08
"""How much of a bar's length the plate of a number takes, unless told otherwise."""

MERGED = "no_answer"
"""The pattern of non-answers that are not told apart."""

STREAM_NAMES: dict[Stream, str] = {
    Stream.PERSON: counting.STREAM_PERSON,
    Stream.FAMILY: counting.STREAM_FAMILY,
    Stream.STAFF: counting.STREAM_STAFF,
    Stream.OTHER: counting.STREAM_OTHER,
}
"""The English name of each stream; translate it with ``Words``."""

Count = tuple[str, int]


def size_text(people: int, words: Words) -> str:
    """ "26 people", "1 person", "Nobody answered"."""
    if people == 0:
        return words(counting.NOBODY_ANSWERED)
    return words.count(counting.PEOPLE, people)


def chart(
    question: QuestionSummary | PublicQuestion,
    labels: Mapping[str, str],
    words: Words,
    *,
    plate: float = PLATE_SHARE,
) -> BarChart:
    """The bars of one question, for the opener or for others, whichever summary it comes from.

    ``labels`` gives the words of each option id (``{id: option.label}`` of the pack). ``plate`` is
    the width of a number's plate as a part of the bar's length. Raises ``ValueError`` when it is not
    above 0 and at most 1/6 (six numbers must fit beside each other).
    """
    _check_plate(plate)
    names = {MERGED: words(counting.NO_ANSWER_KEY), **labels}
    bars: list[Bar] = []
    for group in question.groups:
        if isinstance(group, PublicGroup):
            bars.extend(_public_bars(group, names, words, plate))
        else:
            bars.extend(_opener_bars(group, names, words, plate))
    return BarChart(question.question.prompt, tuple(bars), key_of(bars, names))


def key_of(bars: Iterable[Bar], labels: Mapping[str, str]) -> tuple[KeyEntry, ...]:
    """The key of every pattern that ``bars`` use, in the fixed order of answers and non-answers."""
    used = {segment.pattern for bar in bars for segment in bar.segments}
    return tuple(KeyEntry(pattern, labels[pattern]) for pattern in PATTERNS if pattern in used)


def full_key(labels: Mapping[str, str], options: Sequence[str] = OPTIONS) -> tuple[KeyEntry, ...]:
    """A key of ``options`` whether used or not, for the head of a document."""
    return tuple(KeyEntry(option, labels[option]) for option in options)


def with_plate(chart: BarChart, plate: float) -> BarChart:
    """``chart`` with its numbers placed anew for plates of another width: whoever draws knows the room.

    Raises ``ValueError`` when ``plate`` is not above 0 and at most 1/6.
    """
    _check_plate(plate)
    bars = tuple(replace(bar, segments=_numbered(bar.segments, plate)) for bar in chart.bars)
    return replace(chart, bars=bars)


def segments(
    counts: Sequence[Count], labels: Mapping[str, str], plate: float = PLATE_SHARE
) -> tuple[Segment, ...]:
    """The segments of one bar, edge to edge from 0 to 1; answers that nobody gave are left out."""
    given = [(option, count) for option, count in counts if count > 0]
    people = sum(count for _, count in given)
    edges = [sum(count for _, count in given[:place]) / people for place in range(len(given))] + [1.0]
    rects = [Rect(edges[place], 0.0, edges[place + 1] - edges[place], 1.0) for place in range(len(given))]
    parts = (
        Segment(option, labels[option], count, rect, option, str(count), rect.middle, inside=True)
        for (option, count), rect in zip(given, rects, strict=True)
    )
    return _numbered(tuple(parts), plate)


def _check_plate(plate: float) -> None:
    if not 0 < plate <= 1 / 6:
        raise ValueError("the plate must take more than 0 and at most a sixth of the bar")


def _numbered(parts: Sequence[Segment], plate: float) -> tuple[Segment, ...]:
    """The segments with their numbers inside, or outside and apart where the plate is wider than the part."""
    narrow = [each for each in parts if each.rect.width < plate]
    moved = dict(
        zip([each.option for each in narrow], _apart([n.rect.middle for n in narrow], plate), strict=True)
    )
    return tuple(
        replace(each, number_x=moved.get(each.option, each.rect.middle), inside=each.option not in moved)
        for each in parts
    )


def _apart(middles: Sequence[float], plate: float) -> list[float]:
    """``middles`` pushed apart until plates touch at most, and kept within the bar."""
    placed: list[float] = []
    for middle in middles:
        placed.append(max(middle, placed[-1] + plate if placed else plate / 2))
    limit = 1 - plate / 2
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - plate
    return placed


def _opener_bars(group: GroupAnswers, labels: Mapping[str, str], words: Words, plate: float) -> Iterator[Bar]:
    name = _name(group.stream, words, group.role)
    if group.three.answered or not group.two.answered:
        yield _bar(group.stream, BarKind.THREE, name, _answers(group.three), labels, words, plate)
    if group.two.answered:
        yield _bar(group.stream, BarKind.TWO, name, _answers(group.two), labels, words, plate)
    if group.non_answers.total:
        kinds = _kinds(group.non_answers)
        yield _bar(group.stream, BarKind.NON_ANSWERS, name, kinds, labels, words, plate)


def _public_bars(group: PublicGroup, labels: Mapping[str, str], words: Words, plate: float) -> Iterator[Bar]:
    name = _name(group.stream, words)
    if group.three is not None:
        yield _bar(group.stream, BarKind.THREE, name, _answers(group.three), labels, words, plate)
    elif group.two is None:
        why = counting.KEPT_BACK if group.hidden is Hidden.KEPT_BACK else counting.TOO_FEW
        yield Bar(group.stream, BarKind.THREE, name, words(why), (), None)
    if group.two is not None:
        yield _bar(group.stream, BarKind.TWO, name, _answers(group.two), labels, words, plate)
    if group.not_answered is not None:
        kinds = _kinds(group.non_answers) if group.non_answers else [(MERGED, group.not_answered)]
        yield _bar(group.stream, BarKind.NON_ANSWERS, name, kinds, labels, words, plate)


def _bar(
    stream: Stream,
    kind: BarKind,
    name: str,
    counts: Sequence[Count],
    labels: Mapping[str, str],
    words: Words,
    plate: float,
) -> Bar:
    people = sum(count for _, count in counts)
    notes = {BarKind.TWO: counting.TWO_ANSWERS, BarKind.NON_ANSWERS: counting.NO_ANSWER}
    parts = segments(counts, labels, plate) if people else ()
    return Bar(stream, kind, name, size_text(people, words), parts, people, words(notes.get(kind, "")))


def _answers(counts: AnswerCounts) -> list[Count]:
    return [(option, counts.of(option)) for option in OPTIONS]


def _kinds(counts: NonAnswerCounts) -> list[Count]:
    return [(name, counts.of(name)) for name in NON_ANSWERS]


def _name(stream: Stream, words: Words, role: str = "") -> str:
    name = words(STREAM_NAMES[stream])
    return f"{name} ({role})" if role else name
