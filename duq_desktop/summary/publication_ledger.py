"""What was shown to others before: the memory of the gate.

Two papers side by side tell what changed between them. One more person in the second, and the difference is
that person's answers. So people are counted in cohorts (decision 0171): who is first in a paper stays one
cohort for good, and a later paper adds up what is shown of each cohort by itself. It repeats the cohorts that
are out, and adds another only when enough joined. This holds which sessions and which numbers are out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.summary.stream_table import BarTable, Numbers, StreamTable, merged
from duq_desktop.words import trouble

KEPT_AS = "published"
"""The name under which the opener keeps each publication, sealed: by screen and by command alike."""


@dataclass(frozen=True)
class PrintedCohort:
    """What one paper showed of one cohort.

    ``first_in`` is the id of the paper that showed it first; that paper's entry holds its sessions.
    ``closed``: all of them were over then, so that they can be counted again as they stood.
    """

    first_in: str
    stream: Stream
    table: StreamTable
    session_ids: frozenset[str] = frozenset()
    closed: bool = False


@dataclass(frozen=True)
class Publication:
    """One paper that was made; or, with ``set_aside``, publishing begun anew without those sessions.

    ``after`` are the ids of the entries known when it was made. Keep it sealed, before the paper is written.
    """

    id: str
    after: tuple[str, ...] = ()
    cohorts: tuple[PrintedCohort, ...] = ()
    refused: int | None = None
    set_aside: frozenset[str] | None = None

    def to_json(self) -> str:
        """Text to keep it by."""
        raw = {
            "id": self.id,
            "after": list(self.after),
            "cohorts": [_cohort_to_raw(cohort) for cohort in self.cohorts],
            "refused": self.refused,
            "set_aside": None if self.set_aside is None else sorted(self.set_aside),
        }
        return json.dumps(raw, separators=(",", ":"), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Publication:
        """It again. Raises ``StoreError`` when ``text`` is none of ours."""
        try:
            raw = json.loads(text)
            aside = raw["set_aside"]
            return cls(
                id=_text(raw["id"]),
                after=tuple(map(_text, raw["after"])),
                cohorts=tuple(map(_cohort_from_raw, raw["cohorts"])),
                refused=None if raw["refused"] is None else int(raw["refused"]),
                set_aside=None if aside is None else frozenset(map(_text, aside)),
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise StoreError(trouble.RECORD_UNREADABLE) from error


@dataclass(frozen=True)
class PublicationLedger:
    """Every publication known, whichever copy of the folder it was kept in, each once."""

    publications: tuple[Publication, ...] = ()

    @classmethod
    def from_texts(cls, texts: Iterable[str]) -> PublicationLedger:
        """It out of what was kept. Raises ``StoreError`` when one of them cannot be read."""
        return cls().joined(map(Publication.from_json, texts))

    def joined(self, more: Iterable[Publication]) -> PublicationLedger:
        """This and ``more``, each entry once."""
        return PublicationLedger(tuple({one.id: one for one in (*self.publications, *more)}.values()))

    @property
    def heads(self) -> tuple[str, ...]:
        """The ids of the entries that no other came after: several where two copies published apart."""
        older = {name for one in self.publications for name in one.after}
        return tuple(one.id for one in self.publications if one.id not in older)

    @cached_property
    def known_sessions(self) -> frozenset[str]:
        """Sessions that are in a cohort, or were set aside: nobody of them is in a cohort to come."""
        ids = [cohort.session_ids for one in self.publications for cohort in one.cohorts]
        aside = [one.set_aside for one in self.publications if one.set_aside is not None]
        return frozenset().union(*ids, *aside)

    @property
    def begun_anew(self) -> bool:
        """Whether publishing was ever begun anew, because what was out before could not be known."""
        return any(one.set_aside is not None for one in self.publications)

    @property
    def refused(self) -> int | None:
        """The number of people who said no that was printed last; it never falls."""
        return max((one.refused for one in self.publications if one.refused is not None), default=None)

    def cohorts(self) -> tuple[PrintedCohort, ...]:
        """The cohorts that a paper repeats, the oldest first, each with all that was ever shown of it.

        Not those from before publishing was begun anew; and of two that share somebody, because two copies
        of the folder published apart, the first.
        """
        over = self._before_anew()
        found: dict[tuple[str, Stream], PrintedCohort] = {}
        for one in self.publications:
            for cohort in one.cohorts:
                name = (cohort.first_in, cohort.stream)
                if cohort.first_in not in over:
                    found[name] = _joined(found[name], cohort) if name in found else cohort
        chosen: list[PrintedCohort] = []
        for cohort in found.values():
            if cohort.session_ids and not any(cohort.session_ids & each.session_ids for each in chosen):
                chosen.append(cohort)
        return tuple(chosen)

    def _before_anew(self) -> Collection[str]:
        by_id = {one.id: one for one in self.publications}
        waiting = [name for one in self.publications if one.set_aside is not None for name in one.after]
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(by_id[name].after if name in by_id else ())
        return found


def _joined(one: PrintedCohort, other: PrintedCohort) -> PrintedCohort:
    first = one if one.session_ids else other
    return replace(first, table=merged(one.table, other.table))


def _cohort_to_raw(cohort: PrintedCohort) -> dict[str, object]:
    table = cohort.table
    return {
        "first_in": cohort.first_in,
        "stream": cohort.stream.value,
        "sessions": sorted(cohort.session_ids),
        "closed": cohort.closed,
        "people": table.people,
        "exact": table.exact,
        "bars": {
            name: [bar.three, bar.two, bar.not_answered, bar.non_answers] for name, bar in table.bars.items()
        },
        "kept_back": sorted(table.kept_back),
        "splits": dict(table.splits),
        "roles": list(table.roles),
    }


def _cohort_from_raw(raw: Mapping[str, Any]) -> PrintedCohort:
    bars = {
        _text(name): BarTable(
            _numbers(three), _numbers(two), None if none is None else int(none), _numbers(kinds)
        )
        for name, (three, two, none, kinds) in raw["bars"].items()
    }
    table = StreamTable(
        people=int(raw["people"]),
        exact=bool(raw["exact"]),
        bars=bars,
        kept_back=frozenset(map(_text, raw["kept_back"])),
        splits={_text(name): tuple(map(int, parts)) for name, parts in raw["splits"].items()},
        roles=tuple(map(_text, raw["roles"])),
    )
    return PrintedCohort(
        first_in=_text(raw["first_in"]),
        stream=Stream(raw["stream"]),
        table=table,
        session_ids=frozenset(map(_text, raw["sessions"])),
        closed=bool(raw["closed"]),
    )


def _numbers(raw: Iterable[Any] | None) -> Numbers | None:
    return None if raw is None else tuple(map(int, raw))


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise TypeError(raw)
    return raw
