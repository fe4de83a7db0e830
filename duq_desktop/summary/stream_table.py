"""What may be shown of one cohort: people of one stream who are first counted in the same paper.

The rules, and why they hold together (decisions 0050 and 0171). ``k`` is the smallest group.

1. A bar is shown when at least ``k`` people answered in that format and not all said the same.
2. The number of people is exact only when everybody whom a bar leaves out is nobody or a group, at every
   question; else it is "so many or more", and that many are in the largest bar shown. Then nobody knows how
   many a bar leaves out: at least four numbers are possible, and each gives the same paper.
3. Where the number is exact, people who gave no answer are counted when they, and everybody else who is not
   in a bar, are nobody or a group; each kind of no answer likewise.
4. A split (alone or helped; staff near or not; finished or stopped) adds up to the number of people. It is
   shown whole or not at all, where that number is exact and each part is nobody or a group.
5. No number adds streams, formats or questions together.

Each rule only gets stricter as ``k`` grows, and leaving a bar out only hides. So several papers about one
cohort tell together what the most telling of them tells alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from duq_desktop.content.model import Stream
from duq_desktop.summary.disclosure_forecast import SMALLEST_GROUP
from duq_desktop.summary.model import (
    NON_ANSWERS,
    OPTIONS,
    AnswerCounts,
    GroupAnswers,
    StreamTookPart,
    Summary,
)

SMALLEST_STAFF = 10
"""Nothing of staff, nor of others at work, is shown below this: colleagues know each other's views."""

Numbers = tuple[int, ...]


def smallest_of(stream: Stream, smallest_group: int = SMALLEST_GROUP) -> int:
    """How many people of ``stream`` are a group when the opener asked for ``smallest_group``."""
    at_work = stream in (Stream.STAFF, Stream.OTHER)
    return max(smallest_group, SMALLEST_STAFF) if at_work else smallest_group


@dataclass(frozen=True)
class BarTable:
    """What is shown of one cohort at one question: answers by option, and who gave none."""

    three: Numbers | None = None
    two: Numbers | None = None
    not_answered: int | None = None
    non_answers: Numbers | None = None

    @property
    def shown(self) -> bool:
        """True when there is a bar to draw."""
        return self.three is not None or self.two is not None

    @property
    def size(self) -> int:
        """How many people are in the bars shown."""
        return sum(self.three or ()) + sum(self.two or ())


@dataclass(frozen=True)
class StreamTable:
    """What is shown of one cohort. ``people`` is their number, or, unless ``exact``, a number they reach.

    ``bars`` are by question id, ``kept_back`` the questions where enough answered and a bar is held back.
    ``splits`` are the parts of "support", "staff_near" and "ended" (see ``public.PublicStream``).
    """

    people: int
    exact: bool = True
    bars: Mapping[str, BarTable] = field(default_factory=dict)
    kept_back: frozenset[str] = frozenset()
    splits: Mapping[str, Numbers] = field(default_factory=dict)
    roles: tuple[str, ...] = ()

    @property
    def shown(self) -> bool:
        """True when any bar is shown. Else nothing is told of the cohort, not even its number."""
        return any(bar.shown for bar in self.bars.values())


@dataclass(frozen=True)
class Counts:
    """What one cohort said, nothing hidden: who took part, and their answers by question id."""

    who: StreamTookPart
    groups: Mapping[str, GroupAnswers]

    @classmethod
    def of(cls, summary: Summary, stream: Stream) -> Counts:
        """Those of one stream out of a summary of the cohort's sessions."""
        asked = ((one.question.id, one.group(stream)) for area in summary.areas for one in area.questions)
        return cls(summary.stream(stream), {name: group for name, group in asked if group is not None})


@dataclass(frozen=True)
class TableRules:
    """How strict to be: ``smallest`` now, and ``least`` that may ever be asked for this stream.

    ``left_out`` are questions that the opener keeps back, ``let_through`` those whose bar may be shown
    although all said the same.
    """

    smallest: int
    least: int
    left_out: Collection[str] = ()
    let_through: Collection[str] = ()

    def group(self, number: int) -> bool:
        """True when ``number`` people are a group."""
        return number >= self.smallest

    def safe(self, *numbers: int) -> bool:
        """True when each number is nobody or a group."""
        return all(number == 0 or self.group(number) for number in numbers)


def table_of(counts: Counts, rules: TableRules) -> StreamTable:
    """What may be shown of a cohort."""
    people = counts.who.people
    exact = all(rules.safe(people - size) for size in _sizes(counts, rules.least) if size)
    bars = {
        name: bar
        for name, group in counts.groups.items()
        if name not in rules.left_out
        for bar in [_bar_table(name, group, people, rules, exact=exact)]
        if bar != BarTable()
    }
    largest = max((bar.size for bar in bars.values()), default=0)
    return StreamTable(
        people=people if exact else max(rules.smallest, largest),
        exact=exact,
        bars=bars,
        kept_back=frozenset(_kept_back(counts, bars, rules)),
        splits=dict(_splits(counts.who, rules)) if exact else {},
        roles=tuple(sorted(role for role, held in counts.who.roles.items() if role and held > 1)),
    )


def is_unanimous(counts: AnswerCounts) -> bool:
    """True when all who answered gave the same answer: then each one's answer is known."""
    return max(counts.of(option) for option in OPTIONS) == counts.answered


def _sizes(counts: Counts, least: int) -> Iterator[int]:
    """How many people are in the bars of each question that could ever be shown."""
    for group in counts.groups.values():
        yield sum(bar.answered for bar in (group.three, group.two) if bar.answered >= least)


def _bar_table(name: str, group: GroupAnswers, people: int, rules: TableRules, *, exact: bool) -> BarTable:
    three, two = (_bar(name, bar, rules) for bar in (group.three, group.two))
    none = group.non_answers.total
    others = group.three.answered, group.two.answered, people - group.met
    if not (exact and rules.group(none) and rules.safe(*others)):
        return BarTable(three, two)
    kinds = tuple(group.non_answers.of(kind) for kind in NON_ANSWERS)
    return BarTable(three, two, none, kinds if rules.safe(*kinds) else None)


def _bar(name: str, counts: AnswerCounts, rules: TableRules) -> Numbers | None:
    if not rules.group(counts.answered) or (is_unanimous(counts) and name not in rules.let_through):
        return None
    return tuple(counts.of(option) for option in OPTIONS)


def _kept_back(counts: Counts, bars: Mapping[str, BarTable], rules: TableRules) -> Iterator[str]:
    for name, group in counts.groups.items():
        enough = rules.group(max(group.three.answered, group.two.answered))
        if enough and not bars.get(name, BarTable()).shown:
            yield name


def _splits(who: StreamTookPart, rules: TableRules) -> Iterator[tuple[str, Numbers]]:
    parts = {
        "support": (who.all_alone, who.some_help),
        "staff_near": (who.staff_near, who.no_staff_near, who.near_unknown),
        "ended": (who.finished, who.stopped, who.open),
    }
    return ((name, numbers) for name, numbers in parts.items() if rules.safe(*numbers))


def added(tables: Collection[StreamTable]) -> StreamTable:
    """Several cohorts together: each bar adds up what is shown of each, so it tells no more than they do."""
    if len(tables) < 2:
        return next(iter(tables), StreamTable(0))
    names = dict.fromkeys(name for table in tables for name in table.bars)
    bars = {name: _added_bars([table.bars[name] for table in tables if name in table.bars]) for name in names}
    shared = set.intersection(*(set(table.splits) for table in tables)) if tables else set()
    return StreamTable(
        people=sum(table.people for table in tables),
        exact=all(table.exact for table in tables),
        bars=bars,
        kept_back=frozenset(name for table in tables for name in table.kept_back)
        - {name for name, bar in bars.items() if bar.shown},
        splits={name: _sum([table.splits[name] for table in tables]) for name in sorted(shared)},
        roles=tuple(sorted({role for table in tables for role in table.roles})),
    )


def _added_bars(bars: Collection[BarTable]) -> BarTable:
    threes = [bar.three for bar in bars if bar.three is not None]
    twos = [bar.two for bar in bars if bar.two is not None]
    none = [bar for bar in bars if bar.not_answered is not None]
    kinds = [bar.non_answers for bar in none if bar.non_answers is not None]
    return BarTable(
        three=_sum(threes) if threes else None,
        two=_sum(twos) if twos else None,
        not_answered=sum(bar.not_answered or 0 for bar in none) if none else None,
        non_answers=_sum(kinds) if kinds and len(kinds) == len(none) else None,
    )


def _sum(numbers: Collection[Numbers]) -> Numbers:
    return tuple(sum(column) for column in zip(*numbers, strict=True))


def merged(older: StreamTable, newer: StreamTable) -> StreamTable:
    """All that two papers showed of the same cohort."""
    bars = {**older.bars}
    for name, bar in newer.bars.items():
        was = bars.get(name, BarTable())
        bars[name] = BarTable(
            was.three or bar.three,
            was.two or bar.two,
            bar.not_answered if was.not_answered is None else was.not_answered,
            was.non_answers or bar.non_answers,
        )
    return StreamTable(
        people=max(older.people, newer.people),
        exact=older.exact or newer.exact,
        bars=bars,
        kept_back=(older.kept_back | newer.kept_back) - {name for name, bar in bars.items() if bar.shown},
        splits={**older.splits, **newer.splits},
        roles=tuple(sorted({*older.roles, *newer.roles})),
    )


def narrowed(table: StreamTable, rules: TableRules) -> StreamTable:
    """What an earlier paper showed, as far as stricter ``rules`` and what is left out now let it stand."""
    bars = {name: _narrowed_bar(bar, rules) for name, bar in table.bars.items() if name not in rules.left_out}
    bars = {name: bar for name, bar in bars.items() if bar != BarTable()}
    exact = table.exact and all(rules.safe(table.people - bar.size) for bar in table.bars.values())
    largest = max((bar.size for bar in bars.values()), default=0)
    return StreamTable(
        people=table.people if exact else max(rules.smallest, largest),
        exact=exact,
        bars=bars,
        kept_back=table.kept_back | {name for name in table.bars if name not in bars},
        splits={name: parts for name, parts in table.splits.items() if rules.safe(*parts)},
        roles=table.roles,
    )


def _narrowed_bar(bar: BarTable, rules: TableRules) -> BarTable:
    none = bar.not_answered if bar.not_answered is not None and rules.group(bar.not_answered) else None
    kinds = bar.non_answers if none is not None and rules.safe(*(bar.non_answers or ())) else None
    three, two = (
        numbers if numbers is not None and rules.group(sum(numbers)) else None
        for numbers in (bar.three, bar.two)
    )
    return BarTable(three, two, none, kinds)
