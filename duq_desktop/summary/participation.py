"""Who took part, how far they came, who helped and who was in the room."""

from __future__ import annotations

from collections.abc import Mapping

from duq_desktop.answer_rows.counts import Counts, Participation
from duq_desktop.content.model import Pack, Stream
from duq_desktop.interview.records import Near, RecordKind
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.summary.model import STREAMS, SessionLine, State, StreamTookPart

_STATES = {RecordKind.FINISHED: State.FINISHED, RecordKind.STOPPED: State.STOPPED}


def state_of(session: SessionFacts) -> State:
    """Where the session stands: finished, stopped, or open for another day."""
    return State.OPEN if session.ended is None else _STATES[session.ended]


def participations(counts: Counts) -> tuple[StreamTookPart, ...]:
    """Who of each stream took part."""
    took_part, near = counts.participation(), counts.near()
    return tuple(
        _took_part(stream, took_part[stream.value], near, counts.roles(stream.value))
        if stream.value in took_part
        else StreamTookPart(stream, near=dict.fromkeys(Near, 0))
        for stream in STREAMS
    )


def _took_part(
    stream: Stream, counted: Participation, near: Mapping[tuple[str, str], int], roles: Mapping[str, int]
) -> StreamTookPart:
    return StreamTookPart(
        stream=stream,
        people=counted.people,
        finished=counted.finished,
        stopped=counted.stopped,
        open=counted.people - counted.finished - counted.stopped,
        two_answers=counted.two_answers,
        all_alone=counted.people - counted.had_help,
        some_help=counted.had_help,
        staff_near=counted.staff_near,
        no_staff_near=counted.near_told - counted.staff_near,
        near_unknown=counted.people - counted.near_told,
        wanted_other=counted.wanted_other,
        near={kind: near.get((stream.value, kind.value), 0) for kind in Near},
        roles=roles if stream is Stream.OTHER else {},
    )


def session_line(session: SessionFacts, pack: Pack) -> SessionLine:
    """The session as one line of the opener's list."""
    latest = session.latest.values()
    return SessionLine(
        session_id=session.session_id,
        stream=session.stream,
        role=session.role,
        sign=session.sign,
        first_day=session.first_day,
        last_day=session.last_day,
        state=state_of(session),
        areas_begun=tuple(session.areas),
        areas_done=session.areas_done(pack),
        met=len(latest),
        answered=sum(1 for answer in latest if answer.answer),
        two_answers=session.has_two_answers,
        helpers=session.helpers,
        support=session.support,
        near=session.near,
        missing=session.missing + session.unreadable,
        made_up=session.made_up,
        newer=session.newer,
        stream_known=session.stream_known,
    )
