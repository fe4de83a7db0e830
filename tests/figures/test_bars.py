"""Bars, numbers, key and the text that stands for them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.content.model import Picture, Question, Stream
from duq_desktop.figures.alt import alt_text
from duq_desktop.figures.bars import chart, full_key, segments, size_text
from duq_desktop.figures.model import BarKind
from duq_desktop.summary.model import AnswerCounts, GroupAnswers, NonAnswerCounts, QuestionSummary
from duq_desktop.summary.public import Hidden, PublicGroup, PublicQuestion
from duq_desktop.words import Words

WORDS = Words()
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
QUESTION = Question("q", "a", Stream.PERSON, "Do staff listen to you?", "", "", Picture("ear", "an ear"))


def opener(*groups):
    return chart(QuestionSummary(QUESTION, groups), LABELS, WORDS)


def public(*groups):
    return chart(PublicQuestion(QUESTION, groups), LABELS, WORDS)


def test_a_bar_for_each_stream_format_and_kind_never_mixed():
    drawn = opener(
        GroupAnswers(
            Stream.PERSON, AnswerCounts(20, 4, 2), AnswerCounts(3, 0, 2), NonAnswerCounts(dont_know=1)
        ),
        GroupAnswers(Stream.STAFF, AnswerCounts(1, 0, 0)),
        GroupAnswers(Stream.OTHER),
    )
    assert drawn.title == "Do staff listen to you?"
    assert [(bar.stream, bar.kind, bar.label, bar.size_text, bar.note) for bar in drawn.bars] == [
        (Stream.PERSON, BarKind.THREE, "People supported", "26 people", ""),
        (Stream.PERSON, BarKind.TWO, "People supported", "5 people", "asked with Yes and No only"),
        (Stream.PERSON, BarKind.NON_ANSWERS, "People supported", "1 person", "no answer given"),
        (Stream.STAFF, BarKind.THREE, "Staff", "1 person", ""),
        (Stream.OTHER, BarKind.THREE, "Others", "Nobody answered", ""),
    ]
    assert [entry.pattern for entry in drawn.key] == ["yes", "sometimes", "no", "dont_know"]


def test_alt_text_holds_every_figure_in_sentences():
    drawn = opener(
        GroupAnswers(Stream.PERSON, AnswerCounts(20, 4, 1), AnswerCounts(3, 0, 2), NonAnswerCounts(later=6)),
        GroupAnswers(Stream.STAFF, AnswerCounts(9, 0, 0)),
    )
    assert alt_text(drawn, WORDS) == (
        "Do staff listen to you? "
        "People supported: 25 people. 20 said Yes. 4 said Sometimes. 1 said No. "
        "People supported, asked with Yes and No only: 5 people. 3 said Yes. 2 said No. "
        "People supported, no answer given: 6 people. All 6 said Ask me later. "
        "Staff: 9 people. All 9 said Yes."
    )


def test_what_may_not_be_shown_has_no_bar_and_no_figure():
    drawn = public(
        PublicGroup(Stream.PERSON),
        PublicGroup(Stream.FAMILY, hidden=Hidden.KEPT_BACK),
        PublicGroup(Stream.STAFF, AnswerCounts(6, 0, 5), not_answered=7),
        PublicGroup(Stream.OTHER, two=AnswerCounts(5, 0, 1)),
    )
    assert [bar.size_text for bar in drawn.bars] == [
        "Too few people to show",
        "Not shown, so that nobody can be picked out",
        "11 people",
        "7 people",
        "6 people",
    ]
    assert [bar.too_few for bar in drawn.bars] == [True, True, False, False, False]
    assert alt_text(drawn, WORDS) == (
        "Do staff listen to you? People supported: Too few people to show. "
        "Families: Not shown, so that nobody can be picked out. "
        "Staff: 11 people. 6 said Yes. 5 said No. "
        "Staff, no answer given: 7 people. 7 gave no answer. "
        "Others, asked with Yes and No only: 6 people. 5 said Yes. 1 said No."
    )
    assert drawn.key[-1].label == "No answer, not told apart"


COUNTS = st.tuples(*[st.integers(0, 300)] * 5).filter(any)


@settings(max_examples=200, deadline=None)
@given(counts=COUNTS, plate=st.floats(0.01, 1 / 6))
def test_segments_fill_the_bar_edge_to_edge_and_numbers_never_meet(counts, plate):
    names = list(LABELS)[3:]
    parts = segments(list(zip(names, counts, strict=True)), LABELS, plate)
    assert sum(part.count for part in parts) == sum(counts)
    assert [part.option for part in parts] == [name for name, n in zip(names, counts, strict=True) if n]
    assert parts[0].rect.x == 0
    assert parts[-1].rect.x + parts[-1].rect.width == pytest.approx(1)
    for left, right in pairwise(parts):
        assert left.rect.x + left.rect.width == pytest.approx(right.rect.x)
    for part in parts:
        assert part.rect.width == pytest.approx(part.count / sum(counts))
        assert part.number == str(part.count)
        assert plate / 2 - 1e-9 <= part.number_x <= 1 - plate / 2 + 1e-9
        if part.inside:
            assert part.rect.width >= plate and part.number_x == part.rect.middle
    outside = [part.number_x for part in parts if not part.inside]
    assert all(right - left >= plate - 1e-9 for left, right in pairwise(outside))


@settings(max_examples=60, deadline=None)
@given(counts=st.tuples(*[st.integers(0, 40)] * 3), two=st.tuples(*[st.integers(0, 9)] * 2))
def test_alt_text_and_bars_tell_the_same_figures(counts, two):
    drawn = opener(GroupAnswers(Stream.STAFF, AnswerCounts(*counts), AnswerCounts(two[0], 0, two[1])))
    told = [int(number) for number in re.findall(r"(\d+) said", alt_text(drawn, WORDS))]
    assert told == [segment.count for bar in drawn.bars for segment in bar.segments]
    assert sum(told) == sum(counts) + sum(two)


def test_roles_are_named_for_the_opener():
    drawn = opener(GroupAnswers(Stream.OTHER, AnswerCounts(1, 0, 0), role="trustee"))
    assert drawn.bars[0].label == "Others (trustee)"


def test_a_full_key_has_every_answer_in_order():
    assert [(entry.pattern, entry.label) for entry in full_key(LABELS)] == [
        ("yes", "Yes"),
        ("sometimes", "Sometimes"),
        ("no", "No"),
    ]


def test_sizes_in_words():
    assert [size_text(n, WORDS) for n in (0, 1, 26)] == ["Nobody answered", "1 person", "26 people"]


@pytest.mark.parametrize("plate", [0, -1, 0.2])
def test_a_plate_that_cannot_fit_is_refused(plate):
    with pytest.raises(ValueError, match="plate"):
        chart(QuestionSummary(QUESTION, ()), LABELS, WORDS, plate=plate)
