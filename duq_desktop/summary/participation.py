"""Who took part, how far they came, who helped and who was in the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from duq_desktop.content.model import Pack, Stream
from duq_desktop.interview.records import Near, RecordKind
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.summary.model import SessionLine, State, StreamTookPart

_STATES = {RecordKind.FINISHED: State.FINISHED, RecordKind.STOPPED: State.STOPPED}


def state_of(session: SessionFacts) -> State:
    """Where the session stands: finished, stopped, or open for another day."""
    return State.OPEN if session.ended is None else _STATES[session.ended]


def stream_took_part(stream: Stream, taking: Sequence[SessionFacts]) -> StreamTookPart:
    """Who of ``stream`` took part, from the sessions that said yes."""
    ours = [session for session in taking if session.stream is stream]
    states = Counter(state_of(session) for session in ours)
    near = [session.near for session in ours]
    staff = sum(1 for told in near if Near.STAFF in told)
    unknown = sum(1 for told in near if not told)
    helped = sum(1 for session in ours if session.had_help)
    roles = Counter(session.role for session in ours)
    return StreamTookPart(
        stream=stream,
        people=len(ours),
        finished=states[State.FINISHED],
        stopped=states[State.STOPPED],
        open=states[State.OPEN],
        two_answers=sum(1 for session in ours if session.has_two_answers),
        all_alone=len(ours) - helped,
        some_help=helped,
        staff_near=staff,
        no_staff_near=len(ours) - staff - unknown,
        near_unknown=unknown,
        wanted_other=sum(1 for session in ours if session.wanted_other),
        near={kind: sum(1 for told in near if kind in told) for kind in Near},
        roles=dict(sorted(roles.items())) if stream is Stream.OTHER else {},
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
