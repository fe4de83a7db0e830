"""Somebody with a paper, a pencil and all the time in the world.

Knows nothing of the app but what any reader may: an area is asked whole; who is asked with Yes and No only is
asked so throughout; a bar that is not there stands for fewer than five, or was kept back. Goes through every
home that could be behind the numbers of one stream, and keeps what has the same value in all of them.

Nothing of ``duq_desktop.summary`` is used here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tests.attack.paper_reader import Bar, Paper

SMALL = range(1, 5)
"""Numbers of people that must not be known."""
BEYOND = 5
"""How many more than "so many or more" are thought of."""


@dataclass(frozen=True)
class Seen:
    """What one question shows of one stream: the sizes of its bars, None where there is none."""

    three: int | None = None
    two: int | None = None
    none: int | None = None
    kept_back: bool = False


@dataclass(frozen=True)
class Found:
    """A small number that was worked out: of which question ("" for the stream), what, and how many."""

    question: str
    what: str
    value: int


def seen_of(bars: Sequence[Bar], stream: str, *, kept_back: bool) -> Seen:
    """What the bars of one question show of ``stream``."""
    sizes = {bar.form: bar.people for bar in bars if bar.stream == stream}
    return Seen(sizes.get("three"), sizes.get("two"), sizes.get("none"), kept_back)


def worked_out(took_part: tuple[int, bool] | None, areas: Sequence[dict[str, Seen]]) -> list[Found]:
    """Every hidden small number of one stream that a paper gives away."""
    if took_part is None:
        return []
    number, exact = took_part
    homes = [
        (people, in_two)
        for people in range(number, number + (1 if exact else BEYOND))
        for in_two in _two_formats(people, areas)
    ]
    whole = [home for home in homes if all(_met(home, tuple(area.values())) for area in areas)]
    found = []
    for area in areas:
        for question, seen in area.items():
            values: dict[str, set[int]] = {}
            for home in whole:
                for met in _met(home, tuple(area.values())):
                    for what, value in _cells(home[0], met, seen):
                        values.setdefault(what, set()).add(value)
            found += [Found(question, what, *each) for what, each in values.items() if _small(each)]
    sizes = {people for people, _ in whole}
    return [*found, *([Found("", "people", *sizes)] if _small(sizes) else [])]


def _small(values: set[int]) -> bool:
    return len(values) == 1 and next(iter(values)) in SMALL


def _two_formats(people: int, areas: Sequence[dict[str, Seen]]) -> range:
    """How many may have been asked with Yes and No only."""
    every = [seen for area in areas for seen in area.values()]
    least = max((seen.two or 0 for seen in every), default=0)
    return range(least, people - max((seen.three or 0 for seen in every), default=0) + 1)


@lru_cache(maxsize=200_000)
def _met(home: tuple[int, int], area: tuple[Seen, ...]) -> tuple[tuple[int, int], ...]:
    """How many of each format may have met the area: each who met a question of it met all."""
    people, in_two = home
    return tuple(
        (three, two)
        for three in range(people - in_two + 1)
        for two in range(in_two + 1)
        if all(any(True for _ in _answers((three, two), seen)) for seen in area)
    )


def _answers(met: tuple[int, int], seen: Seen) -> Iterator[tuple[int, int]]:
    """How many may have answered in each format."""
    for three in _sizes(seen.three, met[0], seen):
        for two in _sizes(seen.two, met[1], seen):
            if seen.none is None or sum(met) - three - two == seen.none:
                yield three, two


def _sizes(shown: int | None, most: int, seen: Seen) -> range:
    if shown is not None:
        return range(shown, shown + 1 if shown <= most else shown)
    return range(most + 1 if seen.kept_back else min(most, 4) + 1)


def _cells(people: int, met: tuple[int, int], seen: Seen) -> Iterator[tuple[str, int]]:
    """Everything hidden, in one home that fits."""
    shown = (seen.three or 0) + (seen.two or 0)
    for three, two in _answers(met, seen):
        if seen.three is None:
            yield "asked with three answers", three
        if seen.two is None:
            yield "asked with two answers", two
        if seen.none is None:
            yield "gave no answer", sum(met) - three - two
        yield "met none of the area", people - sum(met)
        yield "in no bar", people - shown


def differences(first: Paper, second: Paper) -> list[str]:
    """Numbers that stand in both papers and differ by few: then the difference is theirs."""
    told = []
    for stream, (number, exact) in first.took_part.items():
        now = second.took_part.get(stream)
        if now is not None and exact and now[1] and abs(now[0] - number) in SMALL:
            told.append(f"took part: {stream}")
    for question, bars in first.charts.items():
        later = {(bar.stream, bar.form): bar for bar in second.charts.get(question, ())}
        for bar in bars:
            other = later.get((bar.stream, bar.form))
            if other is None:
                continue
            few = abs(other.people - bar.people) < 5
            if few and (other.people, other.said) != (bar.people, bar.said):
                told.append(f"{question}: {bar.stream} {bar.form}")
    return told


def uncovered(first: Paper, second: Paper, joined: int) -> list[str]:
    """Bars that only the second paper has, and whose size in the first follows from who joined since."""
    told = []
    for question, bars in second.charts.items():
        before = {(bar.stream, bar.form) for bar in first.charts.get(question, ())}
        for bar in bars:
            if (bar.stream, bar.form) not in before and second.took_part.get(bar.stream, (0, False))[1]:
                was = [size for size in range(bar.people - joined, bar.people + 1) if 0 <= size <= 4]
                if len(was) == 1 and was[0] in SMALL:
                    told.append(f"{question}: {bar.stream} {bar.form} was {was[0]}")
    return told
