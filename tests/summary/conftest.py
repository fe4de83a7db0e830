"""Builders for summaries: a small pack, and sessions as the interview writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from duq_desktop.content.model import AnswerOption, Area, Pack, Picture, Question, Stream
from duq_desktop.interview.records import Bookmark, OpenedSession, Record, RecordKind
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.interview.session_reader import read_session

PICTURE = Picture("thing", "a thing")
LABELS = {
    "yes": "Yes",
    "sometimes": "Sometimes",
    "no": "No",
    "dont_know": "I don't know",
    "dont_want_to_say": "I don't want to say",
    "dont_understand": "I don't understand",
    "later": "Ask me later",
    "not_my_work": "Not my work",
}
DAY = "2026-11-02T10:00:00+00:00"


def question(question_id: str, stream: Stream, area: str = "home", **more: Any) -> Question:
    return Question(
        question_id, area, stream, f"Prompt of {question_id}?", "meaning", "spoken", PICTURE, **more
    )


QUESTIONS = (
    question("kind", Stream.PERSON),
    question("scare", Stream.PERSON, reverse=True, reverse_of="safe", offers_help=True),
    question("safe", Stream.PERSON, offers_help=True),
    question("talk", Stream.PERSON),
    question("visit", Stream.PERSON),
    question("f-kind", Stream.FAMILY, mirrors="kind"),
    question("f-safe", Stream.FAMILY, mirrors="safe", offers_help=True),
    question("s-kind", Stream.STAFF, mirrors="kind"),
    question("s-worried", Stream.STAFF, reverse=True, offers_help=True),
)


def area(area_id: str, number: int, questions: tuple[Question, ...]) -> Area:
    return Area(area_id, number, f"Area {area_id}", area_id, area_id, PICTURE, ("good",), ("bad",), questions)


PACK = Pack(
    id="small",
    version="1",
    title="Small",
    language="en",
    languages={"en": True},
    areas=(
        area("home", 1, QUESTIONS),
        area("work", 2, (question("day", Stream.PERSON, "work"), question("s-day", Stream.STAFF, "work"))),
    ),
    options={name: AnswerOption(name, label, label, PICTURE) for name, label in LABELS.items()},
    practice=(),
    board_groups=(),
    board=(),
    signs=(),
    pictures={},
)


def answer(question_id: str, said: str, **more: Any) -> Record:
    """A record of one answer: ``said`` is an option id or the id of a non-answer."""
    given = said in ("yes", "sometimes", "no")
    body = {
        "question": question_id,
        "wording": f"Prompt of {question_id}?",
        "status": "answered" if given else said,
        "support": "alone",
        "format": "three",
        **({"answer": said} if given else {}),
    }
    return Record(RecordKind.ANSWER, str(more.pop("at", DAY)), {**body, **more})


def record(kind: str, at: str = DAY, **body: Any) -> Record:
    return Record(RecordKind(kind), at, body)


@dataclass(frozen=True)
class Make:
    """What a test builds sessions with."""

    pack: Pack = PACK

    def answer(self, question_id: str, said: str, **more: Any) -> Record:
        return answer(question_id, said, **more)

    def record(self, kind: str, at: str = DAY, **body: Any) -> Record:
        return record(kind, at, **body)

    def session(
        self,
        name: str,
        said: Mapping[str, str] | Sequence[Record] = (),
        *,
        stream: Stream = Stream.PERSON,
        consent: bool | None = True,
        sign: str | None = None,
        role: str = "",
        near: Sequence[str] = (),
        two: bool = False,
        made_up: bool = False,
    ) -> SessionFacts:
        """A session that said ``said``: a mapping of question to answer, or records as they are."""
        shape = "two" if two else "three"
        given = (
            [answer(question_id, each, format=shape) for question_id, each in said.items()]
            if isinstance(said, Mapping)
            else list(said)
        )
        records = [record("began", stream=stream.value, language="en", pack="small", version="1", role=role)]
        if near:
            records.append(record("near", near=list(near)))
        if consent is not None:
            records.append(record("consent", yes=consent, how="pressed"))
        marks = f"{name}+key" if stream is Stream.PERSON else ""
        opened = OpenedSession(
            session_id=f"id-{name}",
            stream=stream,
            sign=marks if sign is None else sign,
            place=Bookmark(),
            records=(*records, *given),
            made_up=made_up,
        )
        return read_session(opened)


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()
