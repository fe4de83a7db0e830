"""A pack that changed after people answered takes nothing that was said out of sight."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.content.model import Pack, Question, Stream
from duq_desktop.summary.model import Summary
from duq_desktop.summary.summarise import summarise
from duq_desktop.summary.urgent import urgent
from tests.summary.conftest import PACK, Make

CHANGES = ("same", "retired", "renamed", "unmarked", "turned", "other stream")
HARM = {question.id: question.harm for question in PACK.questions()}
SAID = ("yes", "sometimes", "no", "dont_know")


def changed(pack: Pack, how: dict[str, str]) -> Pack:
    """``pack`` with its questions changed: ``how`` by question id."""

    def one(question: Question) -> list[Question]:
        match how.get(question.id, "same"):
            case "retired":
                return []
            case "renamed":
                return [replace(question, id=f"{question.id}.2", prompt="Asked in other words?")]
            case "unmarked":
                return [replace(question, offers_help=False)]
            case "turned":
                return [replace(question, reverse=not question.reverse)]
            case "other stream":
                turned = Stream.FAMILY if question.stream is not Stream.FAMILY else Stream.PERSON
                return [replace(question, stream=turned)]
            case _:
                return [question]

    areas = tuple(
        replace(area, questions=tuple(new for old in area.questions for new in one(old)))
        for area in pack.areas
    )
    return replace(pack, areas=areas)


def worries(sessions, pack: Pack) -> set[tuple[str, str, str]]:
    return {(item.key, item.prompt, item.answer) for item in urgent(sessions, pack).worrying}


def counted(summary: Summary) -> Counter[str]:
    groups = [
        group
        for question in (*(q for area in summary.areas for q in area.questions), *summary.asked_before)
        for group in question.groups
    ]
    return Counter(
        {
            "answered": sum(group.three.answered + group.two.answered for group in groups),
            "not": sum(group.non_answers.total for group in groups),
        }
    )


@settings(max_examples=150, deadline=None)
@given(
    how=st.dictionaries(st.sampled_from(sorted(HARM)), st.sampled_from(CHANGES)),
    said=st.lists(st.dictionaries(st.sampled_from(sorted(HARM)), st.sampled_from(SAID)), max_size=5),
)
def test_no_change_of_the_pack_drops_a_worry_a_figure_or_words(how, said):
    make = Make()
    sessions = [
        make.session(
            f"s{number}",
            [
                make.answer(question, answer, harm=HARM[question], words="in my own words")
                for question, answer in given.items()
            ],
            stream=stream,
        )
        for number, answers in enumerate(said)
        for stream in Stream
        if (given := {each: a for each, a in answers.items() if asked_of(each) is stream.asked_as})
    ]
    new = changed(PACK, how)
    assert worries(sessions, new) == worries(sessions, PACK)
    assert counted(summarise(sessions, new)) == counted(summarise(sessions, PACK))
    assert [(i.prompt, i.words) for i in urgent(sessions, new).words] == [
        (i.prompt, i.words) for i in urgent(sessions, PACK).words
    ]


def asked_of(question_id: str) -> Stream:
    return PACK.question(question_id).stream


@pytest.mark.parametrize("how", CHANGES)
def test_answers_sealed_before_the_mark_was_sealed_with_them_keep_their_worry(make, how):
    """The help page came after every question about harm, and only there: that is sealed too."""
    said = [
        make.answer("scare", "yes"),
        make.record("help", talk=False, after="scare"),
        make.answer("kind", "no"),
    ]
    pack = changed(PACK, {"scare": how})
    found = urgent([make.session("boat", said)], pack).worrying
    expected = [] if how == "turned" else [("Prompt of scare?", "yes")]
    assert [(item.prompt, item.answer) for item in found] == expected, "turned: only the pack's mark is left"
    assert [item.in_pack for item in found] == [how not in ("retired", "renamed")] * len(expected)


def test_what_the_pack_does_not_ask_any_more_stands_with_its_wording(make):
    sessions = [
        make.session("a", [make.answer("gone", "yes", wording="Did you like the bus?")]),
        make.session("b", [make.answer("gone", "dont_know", wording="Did you like the bus?")]),
        make.session("c", {"kind": "yes"}),
    ]
    summary = summarise(sessions, make.pack)
    (one,) = summary.asked_before
    (group,) = one.groups
    assert one.question.prompt == "Did you like the bus?"
    assert (group.three.yes, group.non_answers.dont_know) == (1, 1)
    assert summary.not_in_pack == 2
