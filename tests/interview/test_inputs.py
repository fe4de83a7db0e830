"""Whatever a page can give is learned from and sealed by name; nothing falls through as "page left"."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Stream
from duq_desktop.interview.inputs import (
    AnswerGiven,
    AnswersGiven,
    AreaDoneGiven,
    AreaGiven,
    CheckGiven,
    ConsentGiven,
    Given,
    HelpedGiven,
    HelpGiven,
    LengthGiven,
    NearGiven,
    Nothing,
    OtherPersonGiven,
    PracticeGiven,
    PracticeHelpGiven,
    PracticeStartGiven,
    SignGiven,
    WordsGiven,
)
from duq_desktop.interview.recording import Recorder
from duq_desktop.interview.records import AnswerStatus, Near, RecordKind, Support
from duq_desktop.interview.reducer import reduce
from duq_desktop.interview.session_state import SessionState
from duq_desktop.interview.steps import PageName, Step

PACK = load_pack(Path(__file__).resolve().parents[2] / "easyread" / "duq-code")
RECORDER = Recorder(PACK, "Ada Bright", lambda: "2026-12-01T10:00:00")

GIVEN: tuple[tuple[PageName, str, Given, RecordKind, bool], ...] = (
    (PageName.WHY, "", Nothing(), RecordKind.PAGE, False),
    (PageName.LOOK, "", Nothing(), RecordKind.FINISHED, False),
    (PageName.NEAR, "", NearGiven(frozenset({Near.FAMILY})), RecordKind.NEAR, True),
    (PageName.OTHER_PERSON, "", OtherPersonGiven(wanted=True), RecordKind.NEAR, True),
    (PageName.HELPED, "", HelpedGiven(Support.READ_TO_ME, Near.FAMILY), RecordKind.NEAR, True),
    (PageName.CHECK, "reader", CheckGiven(yes=True), RecordKind.PAGE, True),
    (PageName.CONSENT, "", ConsentGiven(yes=True), RecordKind.CONSENT, True),
    (PageName.PRACTICE, "tea", PracticeGiven("yes"), RecordKind.PRACTICE, True),
    (PageName.PRACTICE_START, "", PracticeStartGiven(skip=True), RecordKind.PAGE, True),
    (PageName.PRACTICE_HELP, "tea", PracticeHelpGiven(wants_helper=True), RecordKind.PAGE, True),
    (PageName.SIGN, "", SignGiven("sun", "boat"), RecordKind.SIGN, True),
    (PageName.AREA, "", AreaGiven("life"), RecordKind.AREA, True),
    (PageName.LENGTH, "", LengthGiven(short=True), RecordKind.AREA, True),
    (PageName.QUESTION, "", AnswersGiven(()), RecordKind.PAGE, False),
    (PageName.HELP, "", HelpGiven(talk=True), RecordKind.HELP, False),
    (PageName.AREA_DONE, "", AreaDoneGiven(more=True), RecordKind.PAGE, True),
    (PageName.BEST, "", WordsGiven("the garden", "typed"), RecordKind.WORDS, True),
)
"""A page, its key, what is given there, the kind of its record, and whether the session learns from it."""


def test_every_kind_that_a_page_can_give_is_tried_here() -> None:
    assert {type(given) for _, _, given, _, _ in GIVEN} == set(get_args(Given))


@pytest.mark.parametrize(("page", "key", "given", "kind", "learned"), GIVEN)
def test_what_is_given_is_learned_and_sealed_by_its_kind(
    page: PageName, key: str, given: Given, kind: RecordKind, learned: bool
) -> None:
    before, step = SessionState(), Step(page, key=key)
    after = reduce(before, step, given)
    assert (after != before) is learned
    (record,) = RECORDER.records(after, step, given)
    assert record.kind is kind


def test_an_answer_is_learned_and_sealed_with_its_wording() -> None:
    question = next(iter(PACK.questions(Stream.PERSON)))
    given = AnswersGiven(((question.id, AnswerGiven(AnswerStatus.ANSWERED, "yes")),))
    step = Step(PageName.QUESTION, questions=(question.id,))
    after = reduce(SessionState(), step, given)
    assert after.answers[question.id].answer == "yes"
    (record,) = RECORDER.records(after, step, given)
    assert (record.kind, record.body["wording"]) == (RecordKind.ANSWER, question.prompt)


@pytest.mark.parametrize("seal", [True, False], ids=["sealed", "learned"])
def test_a_kind_that_nobody_wrote_anything_for_stops_loudly(seal: bool) -> None:
    class Novel:
        """A kind that a later version has."""

    state, step = SessionState(), Step(PageName.WHY)
    with pytest.raises(AssertionError, match="Novel"):
        if seal:
            RECORDER.records(state, step, Novel())  # type: ignore[arg-type]
        else:
            reduce(state, step, Novel())  # type: ignore[arg-type]
