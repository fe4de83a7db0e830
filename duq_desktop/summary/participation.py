"""Who took part, how far they came, who helped and who was in the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from duq_desktop.content.model import Pack, Stream
from duq_desktop.interview import session_reader
from duq_desktop.interview.records import AnswerFormat, Near, OpenedSession, RecordKind, Support
from duq_desktop.summary.model import SessionLine, State, StreamTookPart

_STATES = {RecordKind.FINISHED: State.FINISHED, RecordKind.STOPPED: State.STOPPED}


def state_of(session: OpenedSession) -> State:
    """Where the session stands: finished, stopped, or open for another day."""
    end = session_reader.ended(session)
    return State.OPEN if end is None else _STATES[end]


def had_help(session: OpenedSession) -> bool:
    """True when any answer was read to the person or pressed for them."""
    return any(kind is not Support.ALONE for kind in session_reader.support_used(session))


def has_two_answers(session: OpenedSession) -> bool:
    """True when any question was asked with Yes and No only."""
    return any(answer.format is AnswerFormat.TWO for answer in session_reader.answers(session))


def stream_took_part(stream: Stream, taking: Sequence[OpenedSession]) -> StreamTookPart:
    """Who of ``stream`` took part, from the sessions that said yes."""
    ours = [session for session in taking if session.stream is stream]
    states = Counter(state_of(session) for session in ours)
    near = [session_reader.who_was_near(session) for session in ours]
    staff = sum(1 for told in near if Near.STAFF in told)
    unknown = sum(1 for told in near if not told)
    helped = sum(1 for session in ours if had_help(session))
    roles = Counter(session_reader.role(session) for session in ours)
    return StreamTookPart(
        stream=stream,
        people=len(ours),
        finished=states[State.FINISHED],
        stopped=states[State.STOPPED],
        open=states[State.OPEN],
        two_answers=sum(1 for session in ours if has_two_answers(session)),
        all_alone=len(ours) - helped,
        some_help=helped,
        staff_near=staff,
        no_staff_near=len(ours) - staff - unknown,
        near_unknown=unknown,
        wanted_other=sum(1 for session in ours if session_reader.wanted_other(session)),
        near={kind: sum(1 for told in near if kind in told) for kind in Near},
        roles=dict(sorted(roles.items())) if stream is Stream.OTHER else {},
    )


def session_line(session: OpenedSession, pack: Pack) -> SessionLine:
    """The session as one line of the opener's list."""
    first_day, last_day = session_reader.days(session)
    latest = session_reader.latest_answers(session).values()
    return SessionLine(
        session_id=session.session_id,
        stream=session.stream,
        role=session_reader.role(session),
        sign=session.sign,
        first_day=first_day,
        last_day=last_day,
        state=state_of(session),
        areas_begun=session_reader.areas_begun(session),
        areas_done=session_reader.areas_done(session, pack),
        met=len(latest),
        answered=sum(1 for answer in latest if answer.answer),
        two_answers=has_two_answers(session),
        helpers=session_reader.who_helped(session),
        support=session_reader.support_used(session),
        near=session_reader.who_was_near(session),
        missing=session.missing + session_reader.unreadable(session),
        made_up=session.made_up,
        newer=session.newer,
        stream_known=session.stream_known,
    )
