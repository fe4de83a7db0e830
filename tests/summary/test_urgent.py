"""What the opener reads first."""

from __future__ import annotations

import pytest

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Near
from duq_desktop.summary.urgent import is_worrying, urgent
from duq_desktop.summary.urgent_model import DoneNote, UrgentKind


@pytest.mark.parametrize(
    ("question", "said", "worrying"),
    [
        ("scare", "yes", True),
        ("scare", "sometimes", True),
        ("scare", "no", False),
        ("safe", "no", True),
        ("safe", "sometimes", True),
        ("safe", "yes", False),
        ("safe", "dont_want_to_say", False),
        ("kind", "no", False),
        ("s-worried", "yes", True),
    ],
)
def test_which_answers_worry(make, question, said, worrying):
    assert is_worrying(make.pack.question(question), said) is worrying
    stream = Stream.STAFF if question == "s-worried" else Stream.PERSON
    found = urgent([make.session("a", {question: said}, stream=stream)], make.pack).worrying
    assert [(item.question_id, item.answer) for item in found] == ([(question, said)] if worrying else [])


def test_a_call_for_a_talk_is_told_with_everything_needed_to_act(make):
    call = make.record("help", "2026-11-03T12:00:00+00:00", talk=True, person="Ms Hall", after="area")
    nothing = make.record("help", talk=False, after="area")
    (item,) = urgent([make.session("boat", [nothing, call], near=["staff"])], make.pack).talk
    assert (item.kind, item.sign, item.day, item.asked_for) == (
        UrgentKind.TALK,
        "boat+key",
        "2026-11-03",
        "Ms Hall",
    )
    assert item.near == (Near.STAFF,) and item.took_part


def test_somebody_who_said_no_can_still_call_for_help_and_nothing_else_is_told(make):
    said = [
        make.answer("scare", "yes", words="he hits me"),
        make.record("words", topic="best", words="nothing"),
        make.record("help", talk=True, person="Ms Hall"),
    ]
    found = urgent([make.session("boat", said, consent=False)], make.pack)
    assert [item.took_part for item in found.talk] == [False]
    assert found.worrying == () and found.words == ()


def test_a_worrying_answer_changed_afterwards_is_still_told(make):
    said = [
        make.answer("scare", "yes"),
        make.record("near", near=["staff"]),
        make.answer("scare", "no", changed=True),
    ]
    (item,) = urgent([make.session("boat", said)], make.pack).worrying
    assert (item.answer, item.then, item.near) == ("yes", "no", ())


def test_a_question_answered_again_the_same_way_is_told_once(make):
    said = [make.answer("scare", "yes", at=f"2026-11-0{day}T10:00:00+00:00") for day in (1, 2)]
    (item,) = urgent([make.session("boat", said)], make.pack).worrying
    assert (item.answer, item.then, item.day) == ("yes", "", "2026-11-02")


def test_all_words_are_told_verbatim_once_each_the_replaced_ones_too(make):
    odd = "  <b>“Dave” & co</b> \N{ANGRY FACE}\n\nيضربني "
    said = [
        make.answer("kind", "no", words=odd, words_by="typed"),
        make.answer("kind", "no", words=odd),
        make.answer("kind", "yes", words="he is kind", changed=True),
        make.answer("gone", "yes", words="to a question of an older pack"),
        make.record("words", topic="change", words="more bus", words_by="pictures"),
        make.record("words", topic="change", words="more bus"),
    ]
    items = urgent([make.session("boat", said)], make.pack).words
    assert [(i.question_id or i.topic, i.words) for i in items] == [
        ("kind", odd),
        ("kind", "he is kind"),
        ("gone", "to a question of an older pack"),
        ("change", "more bus"),
    ]
    assert (items[0].answer, items[0].then, items[0].prompt) == ("no", "yes", "Prompt of kind?")
    assert items[3].words_by == "pictures"


def test_notes_of_what_was_done_find_their_item_at_each_unlocking(make):
    sessions = [
        make.session("boat", [make.answer("scare", "yes"), make.record("help", talk=True, person="x")]),
        make.session("hat", {"safe": "no"}),
    ]
    first = urgent(sessions, make.pack)
    assert first.open_items == 3
    note = DoneNote("2026-11-04T09:00:00+00:00", "rang the council")
    later = urgent(sessions[::-1], make.pack, {first.worrying[0].key: [note]})
    assert later.open_items == 2
    assert [item.done for item in later.worrying if item.session_id == "id-boat"] == [(note,)]


def test_every_key_is_its_own(make):
    said = [
        make.answer("scare", "yes", words="a"),
        make.answer("safe", "no", words="a"),
        make.answer("kind", "no", words="a"),
        make.record("help", talk=True, person="x"),
        make.record("words", topic="best", words="a"),
    ]
    found = urgent([make.session(name, said) for name in ("boat", "hat")], make.pack)
    keys = [item.key for item in (*found.talk, *found.worrying, *found.words)]
    assert len(keys) == 2 * 7 and len(set(keys)) == len(keys)
