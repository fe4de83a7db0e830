"""What a paper is made from: all that was said, and the same counted cohort by cohort."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from duq_desktop.content.model import Pack, Stream
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.summary.model import STREAMS, State, Summary
from duq_desktop.summary.publication_ledger import PrintedCohort, PublicationLedger
from duq_desktop.summary.stream_table import Counts
from duq_desktop.summary.summarise import summarise


@dataclass(frozen=True)
class Cohort:
    """People of one stream who are counted together: ``printed`` before, or those who joined since.

    ``counts`` is None where they cannot be counted again as they stood, because somebody's answers were
    deleted since, or somebody may have gone on answering. Then what was printed is all there is.
    """

    stream: Stream
    session_ids: frozenset[str]
    closed: bool
    printed: PrintedCohort | None = None
    counts: Counts | None = None


@dataclass(frozen=True)
class Basis:
    """``whole`` is everything, for the opener; ``cohorts`` the same in the order they are published."""

    whole: Summary
    ledger: PublicationLedger
    cohorts: tuple[Cohort, ...]


def basis_of(
    whole: Summary, ledger: PublicationLedger, sessions: Iterable[SessionFacts], pack: Pack
) -> Basis:
    """The basis of the next paper. ``sessions`` are those of ``whole``; they are read only when needed."""
    lines = {line.session_id: line for line in whole.sessions}
    printed = ledger.cohorts()
    again = [one for one in printed if one.closed and one.session_ids <= lines.keys()]
    new = lines.keys() - ledger.known_sessions
    parts = {one.first_in: frozenset[str]() for one in again}
    for one in again:
        parts[one.first_in] |= one.session_ids
    if new != lines.keys():
        parts[""] = frozenset(new)
    counted = {"": whole, **_counted(parts, sessions, pack)}
    earlier = tuple(
        Cohort(
            one.stream,
            one.session_ids,
            one.closed,
            one,
            Counts.of(counted[one.first_in], one.stream) if one in again else None,
        )
        for one in printed
    )
    return Basis(whole, ledger, (*earlier, *(_joined_since(counted[""], stream) for stream in STREAMS)))


def _counted(
    parts: dict[str, frozenset[str]], sessions: Iterable[SessionFacts], pack: Pack
) -> dict[str, Summary]:
    if not parts:
        return {}
    wanted = frozenset().union(*parts.values())
    found = [each for each in sessions if each.session_id in wanted]
    return {
        name: summarise([each for each in found if each.session_id in ids], pack)
        for name, ids in parts.items()
    }


def _joined_since(summary: Summary, stream: Stream) -> Cohort:
    lines = [line for line in summary.sessions if line.stream is stream and line.stream_known]
    return Cohort(
        stream,
        frozenset(line.session_id for line in lines),
        closed=all(line.state is not State.OPEN for line in lines),
        counts=Counts.of(summary, stream),
    )
