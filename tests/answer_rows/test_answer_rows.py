"""Counting by SQL gives what counting by hand gives, for any sessions."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.answer_rows.counts import Counts, Scope
from duq_desktop.answer_rows.tables import FILLED, OwnAnswerRows
from duq_desktop.content.model import Stream
from duq_desktop.interview.records import AnswerFormat, AnswerStatus, Near, RecordKind, Support
from duq_desktop.interview.session_facts import GivenAnswer, SessionFacts

AREAS = {"home": ("q0", "q1"), "work": ("q2",)}
SOME = st.sampled_from


@st.composite
def answers(draw: st.DrawFn) -> dict[str, GivenAnswer]:
    given: dict[str, GivenAnswer] = {}
    for name in draw(st.lists(SOME(["q0", "q1", "q2", "gone"]), unique=True)):
        status = draw(SOME(AnswerStatus))
        said = draw(SOME(["yes", "sometimes", "no"])) if status is AnswerStatus.ANSWERED else ""
        given[name] = GivenAnswer(
            at="",
            question_id=name,
            wording=draw(SOME(["", "One?", "Two?"])),
            status=status,
            answer=said,
            support=draw(SOME(Support)),
            helper="",
            format=AnswerFormat.THREE if said == "sometimes" else draw(SOME(AnswerFormat)),
            words="",
            words_by="",
            may_quote=False,
            changed=False,
            near=(),
            harm=draw(SOME(["", "yes"])),
        )
    return given


@st.composite
def facts(draw: st.DrawFn) -> SessionFacts:
    latest = draw(answers())
    return SessionFacts(
        session_id=str(draw(st.integers())),
        stream=draw(SOME(Stream)),
        stream_known=draw(st.booleans()),
        made_up=draw(st.booleans()),
        role=draw(SOME(["", "manager", "trustee"])),
        place=draw(SOME(["", "Elm", "Oak"])),
        round_id=draw(SOME(["", "2026"])),
        pack_id=draw(SOME(["a", "b"])),
        answers=tuple(latest.values()),
        latest=latest,
        consent=draw(SOME([True, True, False, None])),
        ended=draw(SOME([None, RecordKind.FINISHED, RecordKind.STOPPED])),
        left_out=draw(st.frozensets(SOME(["home", "work"]))),
        near=tuple(draw(st.lists(SOME(Near), unique=True))),
        support=tuple({each.support for each in latest.values()}),
        wanted_other=draw(st.booleans()),
        missing=draw(st.integers(0, 3)),
    )


def in_scope(one: SessionFacts, scope: Scope) -> bool:
    told = (one.round_id, one.place, one.pack_id)
    return all(wanted in ("", have) for wanted, have in zip(scope, told, strict=True))


SCOPES = st.builds(Scope, SOME(["", "2026"]), SOME(["", "Elm"]), SOME(["", "a"]))


@settings(max_examples=200, deadline=None)
@given(sessions=st.lists(facts(), max_size=6), scope=SCOPES, again=st.lists(facts(), max_size=2))
def test_counts_from_rows_are_counts_by_hand(sessions, scope, again) -> None:
    with OwnAnswerRows() as rows:
        rows.areas = {area: set(ids) for area, ids in AREAS.items()}
        for number, one in enumerate([*again, *sessions[len(again) :]], 1):
            rows.put(number, one)
        for number, one in enumerate(sessions, 1):
            rows.put(number, one)
        sessions = [*sessions, *again[len(sessions) :]]
        counts = Counts(rows, scope)
        every = [one for one in sessions if in_scope(one, scope)]
        taking = [one for one in every if one.is_counted]
        totals = counts.totals()
        assert totals == (
            len(every),
            sum(one.took_part for one in every),
            sum(one.refused for one in every),
            sum(one.missing for one in every),
            max([one.made_up for one in every], default=0),
        )
        asked = counts.questions()
        assert {cell[:7]: cell.number for each in asked for cell in counts.cells(each)} == cells(taking)
        assert {worded[:4] for each in asked for worded in counts.wordings(each)} == {
            (name, one.stream.asked_as.value, answer.wording, answer.harm)
            for one in taking
            for name, answer in one.latest.items()
        }
        for area, ids in AREAS.items():
            here = [one for one in taking if met(one, ids)]
            assert counts.area(area) == Counter(one.stream.value for one in here)
            assert counts.left_out(area) == sum(area in one.left_out and not met(one, ids) for one in taking)
        assert counts.near() == Counter((one.stream.value, who.value) for one in taking for who in one.near)
        for stream in Stream:
            ours = [one for one in taking if one.stream is stream]
            assert counts.roles(stream.value) == Counter(one.role for one in ours)
            assert counts.participation().get(stream.value) == (by_hand(stream, ours) if ours else None)


def met(one: SessionFacts, ids: tuple[str, ...]) -> bool:
    return any(each in one.latest for each in ids)


def cells(taking: list[SessionFacts]) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            name,
            one.stream.value,
            one.role,
            answer.format.value,
            int(bool(answer.answer)),
            answer.said,
            answer.support.value,
        )
        for one in taking
        for name, answer in one.latest.items()
    )


def by_hand(stream: Stream, ours: list[SessionFacts]) -> tuple[object, ...]:
    return (
        stream.value,
        len(ours),
        sum(one.ended is RecordKind.FINISHED for one in ours),
        sum(one.ended is RecordKind.STOPPED for one in ours),
        sum(one.has_two_answers for one in ours),
        sum(one.had_help for one in ours),
        sum(Near.STAFF in one.near for one in ours),
        sum(bool(one.near) for one in ours),
        sum(one.wanted_other for one in ours),
    )


def test_the_tables_take_nothing_that_is_no_answer() -> None:
    with OwnAnswerRows() as rows:
        told = {
            name: strict
            for name, strict in rows.db.execute(
                "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
            )
            if not name.startswith("sqlite_")
        }
        assert told == dict.fromkeys(FILLED, 1)
        rows.put(1, SessionFacts("x", Stream.PERSON))
        for wrong in (
            "INSERT INTO answer VALUES (1, 1, 1, 0, 'yes', 2, 'three', 'alone')",
            "INSERT INTO answer VALUES (1, 1, 1, 0, 'yes', 1, 'four', 'alone')",
            "UPDATE session SET counted = 7",
            "UPDATE session SET missing = 'many'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                rows.db.execute(wrong)


def test_no_words_stand_in_the_tables() -> None:
    answer = GivenAnswer(
        "",
        "q0",
        "One?",
        AnswerStatus.ANSWERED,
        "no",
        Support.ALONE,
        "staff",
        AnswerFormat.THREE,
        "he hits me",
        "typed",
        True,
        False,
        (),
    )
    with OwnAnswerRows() as rows:
        rows.put(1, replace(SessionFacts("x", Stream.PERSON), answers=(answer,), latest={"q0": answer}))
        dump = "\n".join(rows.db.iterdump())
    assert "One?" in dump and "he hits me" not in dump
