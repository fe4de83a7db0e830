"""What the facts become when a page is left: one small rule for each kind of page."""

from __future__ import annotations

from dataclasses import replace

from duq_desktop.interview.inputs import (
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
from duq_desktop.interview.records import AnswerStatus
from duq_desktop.interview.session_state import Run, SessionState
from duq_desktop.interview.steps import Step
from duq_desktop.unions import assert_never


def reduce(facts: SessionState, step: Step, given: Given) -> SessionState:
    """The facts after ``step`` was left with ``given``; unchanged where nothing follows from it."""
    match given:
        case AreaGiven() | LengthGiven() | AnswersGiven() | AreaDoneGiven():
            return _in_an_area(facts, step, given)
        case PracticeStartGiven(skip):
            return replace(facts, practice_skipped=skip)
        case PracticeGiven():
            return _practice(facts, step, given)
        case PracticeHelpGiven():
            return _practice_help(facts, step, given)
        case CheckGiven(yes):
            return replace(facts, checks={**facts.checks, step.key: yes})
        case ConsentGiven(yes):
            return replace(facts, consent=yes)
        case SignGiven():
            return replace(facts, sign=given.text)
        case NearGiven(near):
            return facts.with_run(step.run, near=near)
        case OtherPersonGiven(wanted):
            return facts.with_run(step.run, wanted_other=wanted)
        case HelpedGiven(support, helper):
            return facts.with_run(step.run, support=support, helper=helper)
        case WordsGiven():
            return replace(facts, words={**facts.words, step.page.value: given})
        case Nothing() | HelpGiven():
            return facts
        case _:
            assert_never(given)


def _in_an_area(
    facts: SessionState, step: Step, given: AreaGiven | LengthGiven | AnswersGiven | AreaDoneGiven
) -> SessionState:
    match given:
        case AreaGiven():
            return _area(facts, step, given)
        case LengthGiven(short):
            return facts.with_run(step.run, short=short)
        case AnswersGiven():
            return _answers(facts, step, given)
        case AreaDoneGiven():
            return _area_done(facts, step, given)
        case _:
            assert_never(given)


def _practice(facts: SessionState, step: Step, given: PracticeGiven) -> SessionState:
    before = facts.practice.get(step.key, ())[: step.turn - 1]
    return replace(facts, practice={**facts.practice, step.key: (*before, given.chosen)})


def _practice_help(facts: SessionState, step: Step, given: PracticeHelpGiven) -> SessionState:
    others = facts.wants_helper - {step.key}
    return replace(facts, wants_helper=others | {step.key} if given.wants_helper else others)


def _area(facts: SessionState, step: Step, given: AreaGiven) -> SessionState:
    if facts.runs[step.run].area_id == given.area_id:
        return facts
    return facts.with_run(step.run, area_id=given.area_id, short=None, put_off=frozenset())


def _answers(facts: SessionState, step: Step, given: AnswersGiven) -> SessionState:
    put_off = set(facts.runs[step.run].put_off)
    if step.turn == 1:
        for question_id, answer in given.answers:
            (put_off.add if answer.status is AnswerStatus.LATER else put_off.discard)(question_id)
    learned = replace(facts, answers={**facts.answers, **dict(given.answers)})
    return learned.with_run(step.run, put_off=frozenset(put_off))


def _area_done(facts: SessionState, step: Step, given: AreaDoneGiven) -> SessionState:
    learned = facts.with_run(step.run, more=given.more)
    is_last = step.run == len(facts.runs) - 1
    if given.more and is_last:
        return replace(learned, runs=(*learned.runs, Run()))
    if not given.more:
        return replace(learned, runs=learned.runs[: step.run + 1])
    return learned
