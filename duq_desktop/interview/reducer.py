"""What the facts become when a page is left: one small rule for each kind of page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from duq_desktop.interview.inputs import (
    AnswersGiven,
    AreaDoneGiven,
    AreaGiven,
    CheckGiven,
    ConsentGiven,
    Given,
    HelpedGiven,
    LengthGiven,
    NearGiven,
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


def reduce(facts: SessionState, step: Step, given: Given) -> SessionState:
    """The facts after ``step`` was left with ``given``; unchanged where nothing follows from it."""
    rule = _RULES.get(type(given))
    return rule(facts, step, given) if rule else facts


def _near(facts: SessionState, step: Step, given: NearGiven) -> SessionState:
    return facts.with_run(step.run, near=given.near)


def _other_person(facts: SessionState, step: Step, given: OtherPersonGiven) -> SessionState:
    return facts.with_run(step.run, wanted_other=given.wanted)


def _helped(facts: SessionState, step: Step, given: HelpedGiven) -> SessionState:
    return facts.with_run(step.run, support=given.support, helper=given.helper)


def _check(facts: SessionState, step: Step, given: CheckGiven) -> SessionState:
    return replace(facts, checks={**facts.checks, step.key: given.yes})


def _consent(facts: SessionState, _step: Step, given: ConsentGiven) -> SessionState:
    return replace(facts, consent=given.yes)


def _practice_start(facts: SessionState, _step: Step, given: PracticeStartGiven) -> SessionState:
    return replace(facts, practice_skipped=given.skip)


def _practice(facts: SessionState, step: Step, given: PracticeGiven) -> SessionState:
    before = facts.practice.get(step.key, ())[: step.turn - 1]
    return replace(facts, practice={**facts.practice, step.key: (*before, given.chosen)})


def _practice_help(facts: SessionState, step: Step, given: PracticeHelpGiven) -> SessionState:
    others = facts.wants_helper - {step.key}
    return replace(facts, wants_helper=others | {step.key} if given.wants_helper else others)


def _sign(facts: SessionState, _step: Step, given: SignGiven) -> SessionState:
    return replace(facts, sign=given.text)


def _area(facts: SessionState, step: Step, given: AreaGiven) -> SessionState:
    if facts.runs[step.run].area_id == given.area_id:
        return facts
    return facts.with_run(step.run, area_id=given.area_id, short=None, put_off=frozenset())


def _length(facts: SessionState, step: Step, given: LengthGiven) -> SessionState:
    return facts.with_run(step.run, short=given.short)


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


def _words(facts: SessionState, step: Step, given: WordsGiven) -> SessionState:
    return replace(facts, words={**facts.words, step.page.value: given})


_RULES: dict[type, Callable[[SessionState, Step, Any], SessionState]] = {
    NearGiven: _near,
    OtherPersonGiven: _other_person,
    HelpedGiven: _helped,
    CheckGiven: _check,
    ConsentGiven: _consent,
    PracticeStartGiven: _practice_start,
    PracticeGiven: _practice,
    PracticeHelpGiven: _practice_help,
    SignGiven: _sign,
    AreaGiven: _area,
    LengthGiven: _length,
    AnswersGiven: _answers,
    AreaDoneGiven: _area_done,
    WordsGiven: _words,
}
