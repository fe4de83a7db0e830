"""Reading an opened session."""

from __future__ import annotations

import pytest

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Near, RecordKind, Support


def said(session):
    return {question: each.said for question, each in session.latest.items()}


def test_the_last_answer_stands(make):
    session = make.session(
        "boat",
        [make.answer("kind", "yes"), make.answer("kind", "no", changed=True), make.answer("safe", "yes")],
    )
    assert said(session) == {"kind": "no", "safe": "yes"}


def test_ask_me_later_is_replaced_but_never_replaces(make):
    session = make.session(
        "boat",
        [
            make.answer("kind", "later"),
            make.answer("kind", "sometimes"),
            make.answer("kind", "later", changed=True),
            make.answer("safe", "dont_want_to_say"),
            make.answer("safe", "later"),
            make.answer("talk", "later"),
        ],
    )
    assert said(session) == {"kind": "sometimes", "safe": "dont_want_to_say", "talk": "later"}


def test_a_later_sitting_goes_on_with_the_same_session(make):
    session = make.session(
        "boat",
        [
            make.answer("kind", "yes"),
            make.record("began", "2026-11-05T09:00:00+00:00", stream="person", again=True),
            make.record("consent", "2026-11-05T09:01:00+00:00", yes=True, how="pressed"),
            make.answer("kind", "no", at="2026-11-05T09:02:00+00:00"),
        ],
    )
    assert said(session) == {"kind": "no"}
    assert (session.first_day, session.last_day) == ("2026-11-02", "2026-11-05")
    assert session.took_part


@pytest.mark.parametrize(
    ("consent", "later", "part", "no"),
    [
        (True, None, True, False),
        (False, None, False, True),
        (True, False, False, True),
        (None, None, False, False),
    ],
)
def test_the_last_yes_or_no_to_taking_part_stands(make, consent, later, part, no):
    more = [] if later is None else [make.record("consent", yes=later, how="pressed")]
    session = make.session("boat", more, consent=consent)
    assert (session.took_part, session.refused) == (part, no)


def test_answers_without_their_lost_yes_still_count(make):
    assert make.session("boat", {"kind": "yes"}, consent=None).took_part


@pytest.mark.parametrize(
    "broken",
    [
        {"answer": "perhaps"},
        {"answer": None},
        {"answer": ["yes"]},
        {"status": "maybe"},
        {"status": {}},
        {"question": 7},
        {"question": ""},
    ],
)
def test_an_answer_that_makes_no_sense_is_counted_and_not_guessed(make, broken):
    session = make.session("boat", [make.answer("kind", "yes"), make.answer("safe", "yes", **broken)])
    assert said(session) == {"kind": "yes"}
    assert session.unreadable == 1


@pytest.mark.parametrize("odd", [7, [], {}, None, "nonsense"])
def test_odd_bodies_never_stop_the_reading(make, odd):
    session = make.session(
        "boat",
        [
            make.answer("kind", "yes", support=odd, helper=odd, format=odd, words=odd, may_quote=odd),
            make.record("near", near=odd, helper=odd),
            make.record("words", topic=odd, words=odd),
            make.record("help", talk=odd, person=odd),
            make.record("area", area=odd),
            make.record("finished", far=odd),
            make.record("consent", yes=True),
        ],
    )
    given = session.latest["kind"]
    assert given.support is Support.ALONE and given.may_quote is False
    assert session.talks == ()
    (
        session.helpers,
        session.near,
        session.areas_done(make.pack),
    )


def test_near_is_who_was_there_when_it_was_said(make):
    session = make.session(
        "boat",
        [
            make.answer("kind", "yes"),
            make.record("near", near=["nobody"]),
            make.answer("safe", "no"),
            make.record("help", talk=True, person="Ms Hall", after="area"),
        ],
        near=["staff", "friend"],
    )
    given = session.latest
    assert given["kind"].near == (Near.STAFF, Near.FRIEND)
    assert given["safe"].near == (Near.NOBODY,)
    (request,) = session.talks
    assert (request.person, request.near) == ("Ms Hall", (Near.NOBODY,))
    assert session.near == (Near.NOBODY, Near.STAFF, Near.FRIEND)


def test_who_helped_and_how(make):
    session = make.session(
        "boat",
        [
            make.record("near", near=["family"], helper="family", wanted_other=True),
            make.answer("kind", "yes", support="read_to_me", helper="family"),
            make.answer("safe", "yes", support="pressed_for_me", helper="staff"),
        ],
    )
    assert session.helpers == ("family", "staff")
    assert session.support == (Support.READ_TO_ME, Support.PRESSED_FOR_ME)
    assert session.wanted_other


def test_sometimes_is_never_a_two_answer(make):
    session = make.session("boat", {"kind": "sometimes"}, two=True)
    assert session.latest["kind"].format.value == "three"


def test_an_area_is_done_when_every_question_of_its_set_was_met(make):
    whole = {"kind": "yes", "scare": "no", "safe": "later", "talk": "yes", "visit": "no"}
    done = make.session(
        "boat", [make.record("area", area="home"), *(make.answer(q, a) for q, a in whole.items())]
    )
    part = make.session("cup", [make.record("area", area="home"), make.answer("kind", "yes")])
    told = make.session(
        "hat", [make.record("area", area="work"), make.record("finished", far=["work", "gone"])]
    )
    assert done.areas_done(make.pack) == ("home",)
    assert part.areas_done(make.pack) == ()
    assert tuple(part.areas) == ("home",)
    assert told.areas_done(make.pack) == ("work",)


def test_a_session_that_goes_on_is_open_again(make):
    stopped = [make.record("stopped", keep=True)]
    again = [*stopped, make.record("began", stream="person", again=True)]
    assert make.session("boat", stopped).ended is RecordKind.STOPPED
    assert make.session("boat", [make.record("finished")]).ended is RecordKind.FINISHED
    assert make.session("boat", again).ended is None


def test_the_role_comes_from_its_own_record_too(make):
    session = make.session("x", [make.record("began", role="trustee")], stream=Stream.OTHER)
    assert session.role == "trustee"


def test_words_told_with_ask_me_later_are_never_lost(make):
    session = make.session(
        "boat",
        [
            make.answer("kind", "later"),
            make.answer("kind", "later", words="after thinking"),
            make.answer("safe", "no"),
            make.answer("safe", "later", words="at night"),
        ],
    )
    latest = session.latest
    assert said(session) == {"kind": "later", "safe": "no"}
    assert (latest["kind"].words, latest["safe"].words) == ("after thinking", "at night")
