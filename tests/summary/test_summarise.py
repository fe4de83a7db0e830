"""Counting what people said."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import AnswerFormat, Near
from duq_desktop.summary.findings import differ, side_of
from duq_desktop.summary.model import OPTIONS, AnswerCounts, CareKind, NonAnswerCounts, State, SupportCounts
from duq_desktop.summary.summarise import summarise


def test_answers_non_answers_and_two_answer_sessions_are_counted_apart(make):
    summary = summarise(
        [
            make.session("a", {"kind": "yes"}),
            make.session("b", {"kind": "yes"}),
            make.session("c", {"kind": "sometimes"}),
            make.session("d", {"kind": "no"}, two=True),
            make.session("e", {"kind": "yes"}, two=True),
            make.session("f", {"kind": "dont_want_to_say"}),
            make.session("g", {"kind": "dont_know"}, two=True),
        ],
        make.pack,
    )
    (group,) = summary.question("kind").groups
    assert group.three == AnswerCounts(2, 1, 0)
    assert group.two == AnswerCounts(1, 0, 1)
    assert group.non_answers == NonAnswerCounts(dont_know=1, dont_want_to_say=1)
    assert group.met == 7
    assert summary.stream(Stream.PERSON).two_answers == 3


def test_streams_stand_side_by_side_in_the_fixed_order(make):
    sessions = [
        make.session("o", {"s-kind": "no"}, stream=Stream.OTHER, role="trustee"),
        make.session("s", {"s-kind": "yes"}, stream=Stream.STAFF),
        make.session("f", {"f-kind": "sometimes"}, stream=Stream.FAMILY),
        make.session("p", {"kind": "no"}),
        make.session("m", {"s-kind": "yes"}, stream=Stream.OTHER, role="manager"),
    ]
    summary = summarise(sessions, make.pack)
    assert [each.stream for each in summary.took_part] == [
        Stream.PERSON, Stream.FAMILY, Stream.STAFF, Stream.OTHER,
    ]  # fmt: skip
    staff = summary.question("s-kind")
    assert [(g.stream, g.three) for g in staff.groups] == [
        (Stream.STAFF, AnswerCounts(1, 0, 0)),
        (Stream.OTHER, AnswerCounts(1, 0, 1)),
    ]
    assert [(g.role, g.three) for g in staff.by_role] == [
        ("manager", AnswerCounts(1, 0, 0)),
        ("trustee", AnswerCounts(0, 0, 1)),
    ]
    (finding,) = summary.areas[0].findings
    assert [(s.stream, s.mostly) for s in finding.sides] == [
        (Stream.PERSON, "no"),
        (Stream.FAMILY, "sometimes"),
        (Stream.STAFF, "yes"),
        (Stream.OTHER, None),
    ]
    assert finding.question_id == "kind" and finding.differ


def test_streams_that_say_the_same_do_not_differ(make):
    sessions = [make.session("p", {"kind": "no"}), make.session("f", {"f-kind": "no"}, stream=Stream.FAMILY)]
    (finding,) = summarise(sessions, make.pack).areas[0].findings
    assert not finding.differ


def test_a_no_to_taking_part_is_counted_and_nothing_of_it_used(make):
    refusing = make.session(
        "r", [make.answer("kind", "yes", words="secret"), make.record("consent", yes=False)], near=["staff"]
    )
    early = make.session("e", consent=None)
    summary = summarise([refusing, early, make.session("p", {"kind": "no"})], make.pack)
    assert (summary.refused, summary.left_early) == (1, 1)
    assert summary.question("kind").groups[0].three == AnswerCounts(0, 0, 1)
    assert [line.session_id for line in summary.sessions] == ["id-p"]
    assert summary.stream(Stream.PERSON).people == 1
    assert summary.stream(Stream.PERSON).staff_near == 0
    assert summary.quotes == ()


def test_who_took_part_how_far_and_with_whom(make):
    sessions = [
        make.session(
            "a", [make.answer("kind", "yes"), make.record("finished", far=["home"])], near=["staff"]
        ),
        make.session(
            "b", [make.answer("kind", "yes", support="read_to_me", helper="staff"), make.record("stopped")]
        ),
        make.session("c", [make.answer("kind", "yes")], near=["nobody"]),
    ]
    summary = summarise(sessions, make.pack)
    who = summary.stream(Stream.PERSON)
    assert (who.finished, who.stopped, who.open) == (1, 1, 1)
    assert (who.staff_near, who.no_staff_near, who.near_unknown) == (1, 1, 1)
    assert (who.all_alone, who.some_help) == (2, 1)
    assert who.near[Near.NOBODY] == 1
    assert [line.state for line in summary.sessions] == [State.FINISHED, State.STOPPED, State.OPEN]
    assert summary.sessions[0].areas_done == ("home",)
    assert summary.sessions[1].helpers == ("staff",)
    assert summary.question("kind").groups[0].support == SupportCounts(2, 1, 0)
    assert summary.areas[0].took_part[Stream.PERSON] == 3
    assert summary.areas[1].took_part[Stream.PERSON] == 0


def test_what_is_not_understood_or_not_in_the_pack_is_counted(make):
    session = make.session("a", [make.answer("gone", "yes"), make.answer("kind", "perhaps", status="??")])
    summary = summarise([session], make.pack)
    assert (summary.not_in_pack, summary.missing) == (1, 1)


def test_wordings_are_told_only_when_they_differ(make):
    same = summarise([make.session("a", {"kind": "yes"})], make.pack)
    other = summarise(
        [
            make.session("a", {"kind": "yes"}),
            make.session("b", [make.answer("kind", "no", wording="Older?")]),
        ],
        make.pack,
    )
    assert same.question("kind").wordings == ()
    assert other.question("kind").wordings == ("Prompt of kind?", "Older?")


def test_yes_to_a_question_and_its_opposite_is_a_note(make):
    noted = make.session("a", {"safe": "yes", "scare": "yes"})
    fine = make.session("b", {"safe": "yes", "scare": "no"})
    (note,) = summarise([noted, fine], make.pack).care
    assert (note.kind, note.session_id, note.questions) == (CareKind.YES_TO_BOTH, "id-a", ("safe", "scare"))


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ({"kind": "no", "scare": "no", "safe": "no", "talk": "no", "visit": "no"}, True),
        ({"kind": "no", "scare": "no", "safe": "no", "talk": "no", "visit": "yes"}, False),
        ({"kind": "no", "scare": "no", "safe": "no", "talk": "no", "visit": "dont_know"}, False),
        ({"kind": "yes", "day": "yes", "safe": "yes", "talk": "yes", "visit": "yes"}, False),
        (dict.fromkeys(("kind", "scare", "safe", "talk", "visit"), "sometimes"), False),
    ],
)  # fmt: skip
def test_always_the_same_answer_is_a_note_when_questions_ask_both_ways(make, said, noted):
    care = summarise([make.session("a", said)], make.pack).care
    assert [note.answer for note in care if note.kind is CareKind.ALWAYS_SAME] == (["no"] if noted else [])


def test_a_note_takes_nothing_from_the_counts(make):
    said = {"kind": "yes", "scare": "yes", "safe": "yes", "talk": "yes", "visit": "yes"}
    summary = summarise([make.session("a", said)], make.pack)
    assert summary.care
    assert all(summary.question(q).groups[0].three == AnswerCounts(1, 0, 0) for q in said)


def test_the_same_sign_twice_is_a_note_and_families_have_none(make):
    twins = [
        make.session("a", {"kind": "yes"}, sign="boat+key"),
        make.session("b", {"kind": "no"}, sign="boat+key"),
    ]
    families = [make.session(n, {"f-kind": "yes"}, stream=Stream.FAMILY) for n in "cd"]
    care = summarise([*twins, *families], make.pack).care
    assert [(note.kind, note.session_id) for note in care] == [
        (CareKind.SAME_SIGN, "id-a"),
        (CareKind.SAME_SIGN, "id-b"),
    ]


def test_quotes_come_from_the_last_answers_with_what_the_person_allowed(make):
    session = make.session(
        "a",
        [
            make.answer("kind", "yes", words="they sing", may_quote=True),
            make.answer("safe", "no", words="first", may_quote=True),
            make.answer("safe", "no", words="second", may_quote=False, format=AnswerFormat.TWO.value),
            make.record("words", topic="best", words="the garden", may_quote=True),
            make.record("words", topic="change", words="  "),
        ],
    )
    quotes = {quote.key: quote for quote in summarise([session], make.pack).quotes}
    assert set(quotes) == {"id-a:kind", "id-a:safe", "id-a:best"}
    assert quotes["id-a:safe"].words == "second"
    assert (quotes["id-a:safe"].may_quote, quotes["id-a:safe"].offers_help) == (False, True)
    assert quotes["id-a:safe"].two_answers and not quotes["id-a:kind"].two_answers
    assert quotes["id-a:best"].topic == "best"


def test_made_up_sessions_mark_the_whole_summary(make):
    real = make.session("a", {"kind": "yes"})
    assert not summarise([real], make.pack).made_up
    assert summarise([real, make.session("b", {"kind": "yes"}, made_up=True)], make.pack).made_up


def numbers(thing):
    if isinstance(thing, (int, float)):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from numbers(getattr(thing, field.name))
    elif isinstance(thing, dict):
        yield from (n for pair in thing.items() for part in pair for n in numbers(part))
    elif isinstance(thing, (list, tuple)):
        yield from (n for part in thing for n in numbers(part))


def test_no_average_anywhere(make):
    sessions = [
        make.session(name, {"kind": said}) for name, said in zip("abc", ("yes", "no", "no"), strict=True)
    ]
    found = list(numbers(summarise(sessions, make.pack)))
    assert found and not [number for number in found if isinstance(number, float)]


def test_nobody_gives_an_empty_summary(make):
    summary = summarise([], make.pack)
    assert all(who.people == 0 for who in summary.took_part)
    assert all(not group.met for area in summary.areas for q in area.questions for group in q.groups)
    assert all(area.findings == () for area in summary.areas)


def test_a_side_that_asks_the_opposite_way_is_turned_round(make):
    person, staff = make.pack.question("safe"), make.pack.question("s-worried")
    side = side_of(staff, person, Stream.STAFF, AnswerCounts(yes=7, sometimes=5, no=1))
    assert side.mostly == "no", "Yes to “are you worried” stands beside No to “are you safe”"
    assert side.three == AnswerCounts(7, 5, 1), "what was counted stays as it was said"
    assert side_of(person, person, Stream.PERSON, AnswerCounts(yes=2)).mostly == "yes"


COUNTS = st.builds(AnswerCounts, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
TWO = st.builds(AnswerCounts, st.integers(0, 9), st.just(0), st.integers(0, 9))


@given(three=COUNTS, two=TWO, turned=st.booleans())
def test_mostly_is_more_than_half_of_all_who_answered(make, three, two, turned):
    person = make.pack.question("safe")
    asked = make.pack.question("s-worried" if turned else "safe")
    side = side_of(asked, person, Stream.STAFF, three, two)
    people = three.answered + two.answered
    turn = {"yes": "no", "no": "yes"} if turned else {}
    share = {turn.get(each, each): three.of(each) + two.of(each) for each in OPTIONS}
    assert [each for each in OPTIONS if share[each] > people / 2] == [each for each in [side.mostly] if each]


@given(sides=st.lists(st.tuples(COUNTS, TWO), min_size=2, max_size=4))
def test_streams_differ_only_where_two_have_a_majority_and_not_the_same(make, sides):
    person = make.pack.question("safe")
    found = [side_of(person, person, Stream.PERSON, three, two) for three, two in sides]
    majorities = [side.mostly for side in found if side.mostly]
    assert differ(found) is (len(set(majorities)) > 1)


def test_an_area_left_out_on_the_day_is_counted_where_nothing_of_it_was_met(make):
    work_out = make.record("began", left_out=["work"])
    summary = summarise(
        [
            make.session("a", [work_out, make.answer("kind", "yes")]),
            make.session("b", [work_out, make.answer("day", "yes")]),
            make.session("c", [work_out, make.record("began"), make.answer("kind", "yes")]),
            make.session("d", [make.record("began", left_out="work"), make.answer("kind", "yes")]),
            make.session("e", {"kind": "no"}),
        ],
        make.pack,
    )
    assert [area.left_out for area in summary.areas] == [0, 1]
