"""Reading an opened session, once: what was said last, what was added, who was there.

Records are append-only, so the last word of a person has to be found among all that they said. Bytes
that unseal are not proof of an honest writer: an entry that makes no sense is left out and counted in
``unreadable``, never guessed at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Any, TypeVar

from duq_desktop.interview.records import (
    AnswerFormat,
    AnswerStatus,
    Near,
    OpenedSession,
    Record,
    RecordKind,
    Support,
)
from duq_desktop.interview.session_facts import GivenAnswer, GivenWords, SessionFacts, TalkRequest
from duq_desktop.unions import assert_never

ANSWER_IDS = ("yes", "sometimes", "no")

Body = Mapping[str, Any]
_E = TypeVar("_E", bound=Enum)


def read_session(session: OpenedSession) -> SessionFacts:
    """What ``session`` says: each of its records is looked at once."""
    told = _Told()
    for record in session.records:
        told.take(record)
    days = [record.at[:10] for record in session.records[:1] + session.records[-1:]]
    return SessionFacts(
        session_id=session.session_id,
        stream=session.stream,
        sign=session.sign,
        stream_known=session.stream_known,
        made_up=session.made_up,
        role=told.role,
        pack_id=told.pack_id,
        pack_version=told.pack_version,
        place=told.place,
        round_id=told.round_id,
        answers=tuple(told.answers),
        latest=_latest(told.answers),
        closing=tuple(told.closing),
        talks=tuple(told.talks),
        consent=told.consent,
        ended=told.ended,
        helped_after=frozenset(told.helped_after),
        areas=told.areas,
        far=frozenset(told.far),
        left_out=told.left_out,
        near=tuple(near for near in Near if near in told.ever_near),
        helpers=tuple(dict.fromkeys(told.helpers + [each.helper for each in told.answers if each.helper])),
        support=_support(told.answers),
        wanted_other=told.wanted_other,
        first_day=days[0] if days else "",
        last_day=days[-1] if days else "",
        missing=session.missing,
        unreadable=told.unreadable,
        newer=session.newer,
    )


def _latest(answers: list[GivenAnswer]) -> dict[str, GivenAnswer]:
    latest: dict[str, GivenAnswer] = {}
    for answer in answers:
        before = latest.get(answer.question_id)
        if before is None or answer.status is not AnswerStatus.LATER or before.status is AnswerStatus.LATER:
            latest[answer.question_id] = answer
        elif answer.words:
            told = {"words": answer.words, "words_by": answer.words_by, "may_quote": answer.may_quote}
            latest[answer.question_id] = replace(before, **told)  # type: ignore[arg-type]
    return latest


def _support(answers: list[GivenAnswer]) -> tuple[Support, ...]:
    used = {answer.support for answer in answers}
    return tuple(kind for kind in Support if kind in used)


class _Told:
    """What was told so far."""

    def __init__(self) -> None:
        self.role = self.pack_id = self.pack_version = self.place = self.round_id = ""
        self.answers: list[GivenAnswer] = []
        self.closing: list[GivenWords] = []
        self.talks: list[TalkRequest] = []
        self.consent: bool | None = None
        self.ended: RecordKind | None = None
        self.helped_after: set[str] = set()
        self.areas: dict[str, bool] = {}
        self.far: set[str] = set()
        self.left_out: frozenset[str] = frozenset()
        self.near_now: tuple[Near, ...] = ()
        self.ever_near: set[Near] = set()
        self.helpers: list[str] = []
        self.wanted_other = False
        self.unreadable = 0

    def take(self, record: Record) -> None:
        """Takes the next record. What is on a page that was only left says nothing here."""
        body = record.body
        match record.kind:
            case RecordKind.ANSWER:
                self._answer(record)
            case RecordKind.BEGAN:
                self._began(body)
            case RecordKind.NEAR:
                self._near(body)
            case RecordKind.CONSENT:
                self.consent = body.get("yes") is True
            case RecordKind.AREA:
                self._area(body)
            case RecordKind.HELP:
                self._help(record)
            case RecordKind.WORDS:
                self._words(record)
            case RecordKind.FINISHED:
                self.ended = record.kind
                self.far |= _texts(body.get("far"))
            case RecordKind.STOPPED:
                self.ended = record.kind
            case RecordKind.PRACTICE | RecordKind.SIGN | RecordKind.PAGE:
                pass
            case _:
                assert_never(record.kind)

    def _began(self, body: Body) -> None:
        """The last that was told of each stands; a session that goes on is open again."""
        self.ended = None
        self.role = _text(body, "role") or self.role
        self.pack_id = _text(body, "pack") or self.pack_id
        self.pack_version = _text(body, "version") or self.pack_version
        self.place = _text(body, "where") or self.place
        self.round_id = _text(body, "round") or self.round_id
        self.left_out = frozenset(_texts(body.get("left_out")))

    def _near(self, body: Body) -> None:
        told = {_enum(Near, each) for each in _list(body.get("near"))}
        self.near_now = tuple(near for near in Near if near in told)
        self.ever_near |= set(self.near_now)
        if _text(body, "helper"):
            self.helpers.append(_text(body, "helper"))
        self.wanted_other = self.wanted_other or body.get("wanted_other") is True

    def _area(self, body: Body) -> None:
        """An area counts as begun under the name that was told; the length told last stands."""
        area = _text(body, "area")
        if area:
            self.areas[area] = body.get("short") is True

    def _help(self, record: Record) -> None:
        body = record.body
        self.helped_after.add(_text(body, "after"))
        if body.get("talk") is True:
            request = TalkRequest(record.at, _text(body, "person"), _text(body, "after"), self.near_now)
            self.talks.append(request)

    def _words(self, record: Record) -> None:
        body = record.body
        words = _text(body, "words")
        if words.strip():
            topic, by = _text(body, "topic"), _text(body, "words_by")
            quoted = body.get("may_quote") is True
            self.closing.append(GivenWords(record.at, topic, words, by, quoted, self.near_now))

    def _answer(self, record: Record) -> None:
        answer = _answer(record, self.near_now)
        if answer is None:
            self.unreadable += 1
        else:
            self.answers.append(answer)


def _answer(record: Record, near: tuple[Near, ...]) -> GivenAnswer | None:
    body = record.body
    status = _enum(AnswerStatus, body.get("status"))
    answer = _text(body, "answer") if status is AnswerStatus.ANSWERED else ""
    sensible = status is not AnswerStatus.ANSWERED or answer in ANSWER_IDS
    if status is None or not sensible or not _text(body, "question"):
        return None
    two = _enum(AnswerFormat, body.get("format")) is AnswerFormat.TWO and answer != "sometimes"
    return GivenAnswer(
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
        harm=_text(body, "harm"),
    )


def _enum(kind: type[_E], value: object) -> _E | None:
    try:
        return kind(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _text(body: Body, key: str) -> str:
    value = body.get(key)
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []


def _texts(value: object) -> set[str]:
    return {each for each in _list(value) if isinstance(each, str)}
