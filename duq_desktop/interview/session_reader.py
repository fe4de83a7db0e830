"""Reading an opened session: what was said last, what was added, who was there.

Records are append-only, so the last word of a person has to be found among all that they said. Bytes
that unseal are not proof of an honest writer: an entry that makes no sense is left out and counted by
``unreadable``, never guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from duq_desktop.content.model import Pack, Stream
from duq_desktop.interview.records import (
    AnswerFormat,
    AnswerStatus,
    Near,
    OpenedSession,
    Record,
    RecordKind,
    Support,
)

ANSWER_IDS = ("yes", "sometimes", "no")

_E = TypeVar("_E", bound=Enum)


@dataclass(frozen=True)
class GivenAnswer:
    """One readable ANSWER record. ``answer`` is an option id, "" for a non-answer.

    ``index`` is its place among the session's records; ``near`` who was in the room as last told.
    """

    index: int
    at: str
    question_id: str
    wording: str
    status: AnswerStatus
    answer: str
    support: Support
    helper: str
    format: AnswerFormat
    words: str
    words_by: str
    may_quote: bool
    changed: bool
    near: tuple[Near, ...]

    @property
    def said(self) -> str:
        """The option id, or the id of the non-answer."""
        return self.answer or self.status.value


@dataclass(frozen=True)
class GivenWords:
    """Words given at the end; ``topic`` is "best" or "change"."""

    index: int
    at: str
    topic: str
    words: str
    words_by: str
    may_quote: bool
    near: tuple[Near, ...]


@dataclass(frozen=True)
class TalkRequest:
    """Somebody asked a named person to talk with them alone. ``after`` is the page it was asked on."""

    index: int
    at: str
    person: str
    after: str
    near: tuple[Near, ...]


def answers(session: OpenedSession) -> tuple[GivenAnswer, ...]:
    """Every readable answer, in the order given, replaced ones included."""
    found = (_answer(index, record, near) for index, record, near in _told(session, RecordKind.ANSWER))
    return tuple(answer for answer in found if answer is not None)


def unreadable(session: OpenedSession) -> int:
    """How many answers make no sense, besides ``session.missing``."""
    given = sum(1 for record in session.records if record.kind is RecordKind.ANSWER)
    return given - len(answers(session))


def latest_answers(session: OpenedSession) -> dict[str, GivenAnswer]:
    """The last answer to each question id, in the order the questions were first met.

    A later answer stands, in the same sitting or another. "Ask me later" never replaces anything
    else, because passing a question by takes nothing back; words told with it join what was said.
    """
    latest: dict[str, GivenAnswer] = {}
    for answer in answers(session):
        before = latest.get(answer.question_id)
        if before is None or answer.status is not AnswerStatus.LATER or before.status is AnswerStatus.LATER:
            latest[answer.question_id] = answer
        elif answer.words:
            told = {"words": answer.words, "words_by": answer.words_by, "may_quote": answer.may_quote}
            latest[answer.question_id] = replace(before, **told)  # type: ignore[arg-type]
    return latest


def closing_words(session: OpenedSession) -> tuple[GivenWords, ...]:
    """All words on what is best and what to change, in the order given; empty ones left out."""
    found = (
        GivenWords(
            index,
            record.at,
            _text(record.body, "topic"),
            _text(record.body, "words"),
            _text(record.body, "words_by"),
            record.body.get("may_quote") is True,
            near,
        )
        for index, record, near in _told(session, RecordKind.WORDS)
    )
    return tuple(each for each in found if each.words.strip())


def latest_closing_words(session: OpenedSession) -> dict[str, GivenWords]:
    """The last words on each topic, "best" and "change"."""
    return {each.topic: each for each in closing_words(session)}


def talk_requests(session: OpenedSession) -> tuple[TalkRequest, ...]:
    """Every time somebody asked to talk with a named person alone."""
    return tuple(
        TalkRequest(index, record.at, _text(record.body, "person"), _text(record.body, "after"), near)
        for index, record, near in _told(session, RecordKind.HELP)
        if record.body.get("talk") is True
    )


def consent(session: OpenedSession) -> bool | None:
    """The last yes or no to taking part; None when neither was given."""
    given = [record.body.get("yes") for record in session.records if record.kind is RecordKind.CONSENT]
    return given[-1] is True if given else None


def took_part(session: OpenedSession) -> bool:
    """True when what was said may be used: yes was the last word on it.

    Where the entry itself is lost but answers are there, yes was given: nobody is asked without.
    """
    said = consent(session)
    return bool(answers(session)) if said is None else said


def refused(session: OpenedSession) -> bool:
    """True when no was the last word on taking part: counted, never named, nothing of it used."""
    return consent(session) is False


def ended(session: OpenedSession) -> RecordKind | None:
    """``FINISHED`` or ``STOPPED``; None while the session may still go on another day."""
    last: RecordKind | None = None
    for record in session.records:
        if record.kind in (RecordKind.FINISHED, RecordKind.STOPPED):
            last = record.kind
        elif record.kind is RecordKind.BEGAN:
            last = None
    return last


def role(session: OpenedSession) -> str:
    """The role told at the start (for OTHER), or ""."""
    return next(iter(reversed(_texts(session, RecordKind.BEGAN, "role"))), "")


def left_out(session: OpenedSession) -> frozenset[str]:
    """The ids of the areas that were left out on the day of the last sitting."""
    told: object = None
    for record in session.records:
        if record.kind is RecordKind.BEGAN:
            told = record.body.get("left_out")
    return (
        frozenset(each for each in told if isinstance(each, str))
        if isinstance(told, (list, tuple))
        else frozenset()
    )


def who_was_near(session: OpenedSession) -> tuple[Near, ...]:
    """Everybody who was in the room at any time, in the order of ``Near``; () when never told."""
    told = {near for record in session.records for near in _near(record)}
    return tuple(near for near in Near if near in told)


def wanted_other(session: OpenedSession) -> bool:
    """True when the person would have liked somebody else to help."""
    told = (record for record in session.records if record.kind is RecordKind.NEAR)
    return any(record.body.get("wanted_other") is True for record in told)


def who_helped(session: OpenedSession) -> tuple[str, ...]:
    """The roles of everybody who helped, in the order they came."""
    roles = _texts(session, RecordKind.NEAR, "helper") + [a.helper for a in answers(session) if a.helper]
    return tuple(dict.fromkeys(roles))


def support_used(session: OpenedSession) -> tuple[Support, ...]:
    """The kinds of support the person had with any answer, in the order of ``Support``."""
    used = {answer.support for answer in answers(session)}
    return tuple(kind for kind in Support if kind in used)


def areas_begun(session: OpenedSession) -> tuple[str, ...]:
    """The ids of the areas picked, in the order they were picked."""
    return tuple(dict.fromkeys(_texts(session, RecordKind.AREA, "area")))


def areas_done(session: OpenedSession, pack: Pack) -> tuple[str, ...]:
    """The ids of the areas of ``pack`` done to the end, in the pack's order.

    Done is what was said to be done at Finish, or every question of the set picked was met.
    """
    far = {str(area) for area in _lists(session, RecordKind.FINISHED, "far")}
    met = latest_answers(session).keys()
    short = {
        _text(record.body, "area"): record.body.get("short") is True
        for record in session.records
        if record.kind is RecordKind.AREA
    }
    for area in pack.areas:
        asked = area.questions_for(session.stream, short=short.get(area.id, False))
        if asked and all(question.id in met for question in asked):
            far.add(area.id)
    return tuple(area.id for area in pack.areas if area.id in far)


def days(session: OpenedSession) -> tuple[str, str]:
    """The first and the last day as ISO dates, ("", "") without a record."""
    told = [record.at[:10] for record in session.records]
    return (told[0], told[-1]) if told else ("", "")


def has_sign(session: OpenedSession) -> bool:
    """True for people supported who have picked their sign."""
    return session.stream is Stream.PERSON and bool(session.sign)


def _told(session: OpenedSession, kind: RecordKind) -> Iterator[tuple[int, Record, tuple[Near, ...]]]:
    near: tuple[Near, ...] = ()
    for index, record in enumerate(session.records):
        if record.kind is RecordKind.NEAR:
            near = _near(record)
        if record.kind is kind:
            yield index, record, near


def _answer(index: int, record: Record, near: tuple[Near, ...]) -> GivenAnswer | None:
    body = record.body
    status = _enum(AnswerStatus, body.get("status"))
    answer = _text(body, "answer") if status is AnswerStatus.ANSWERED else ""
    sensible = status is not AnswerStatus.ANSWERED or answer in ANSWER_IDS
    if status is None or not sensible or not _text(body, "question"):
        return None
    two = _enum(AnswerFormat, body.get("format")) is AnswerFormat.TWO and answer != "sometimes"
    return GivenAnswer(
        index=index,
        at=record.at,
        question_id=_text(body, "question"),
        wording=_text(body, "wording"),
        status=status,
        answer=answer,
        support=_enum(Support, body.get("support")) or Support.ALONE,
        helper=_text(body, "helper"),
        format=AnswerFormat.TWO if two else AnswerFormat.THREE,
        words=_text(body, "words"),
        words_by=_text(body, "words_by"),
        may_quote=body.get("may_quote") is True,
        changed=body.get("changed") is True,
        near=near,
    )


def _near(record: Record) -> tuple[Near, ...]:
    told = record.body.get("near") if record.kind is RecordKind.NEAR else None
    found = [_enum(Near, each) for each in told] if isinstance(told, (list, tuple)) else []
    return tuple(near for near in Near if near in found)


def _enum(kind: type[_E], value: object) -> _E | None:
    try:
        return kind(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _text(body: Mapping[str, Any], key: str) -> str:
    value = body.get(key)
    return value if isinstance(value, str) else ""


def _texts(session: OpenedSession, kind: RecordKind, key: str) -> list[str]:
    found = [_text(record.body, key) for record in session.records if record.kind is kind]
    return [text for text in found if text]


def _lists(session: OpenedSession, kind: RecordKind, key: str) -> list[object]:
    found = [record.body.get(key) for record in session.records if record.kind is kind]
    return [item for value in found if isinstance(value, (list, tuple)) for item in value]
