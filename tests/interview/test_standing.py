"""What a page is made from: enough for the page, and nothing that was said on another."""

from __future__ import annotations

from duq_desktop.interview.inputs import AnswerGiven, AnswersGiven, Given, Nothing
from duq_desktop.interview.records import AnswerStatus
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import PageName
from tests.interview.test_session_route import LATER, YES, session, usual, walk

NO = AnswerGiven(AnswerStatus.ANSWERED, "no", "Dave takes my money", "typed", True)
SHOWS = {PageName.SIGN_IS, PageName.LOOK, PageName.MY_VIEWS}
"""Pages that show what was given elsewhere; they alone."""


def answered(here: Session, answer: AnswerGiven) -> Given:
    return AnswersGiven(tuple((question_id, answer) for question_id in here.step.questions))


def test_next_is_foreseen_on_every_page_and_the_session_stays() -> None:
    here = session()
    while not here.is_over:
        before, given = (here.step, here.facts), usual(here)
        foreseen = here.standing_after(given)
        assert (here.step, here.facts) == before
        here.go_on(given)
        assert here.standing == foreseen


def test_what_was_answered_does_not_change_the_page_that_follows() -> None:
    here = session()
    walk(here, PageName.QUESTION)
    after = {repr(here.standing_after(answered(here, answer))) for answer in (YES, NO, LATER, AnswerGiven())}
    assert len(after) == 1


def test_no_page_knows_what_was_said_on_another() -> None:
    here = session()
    while not here.is_over:
        asked = here.step.page
        here.go_on(answered(here, NO) if asked is PageName.QUESTION else usual(here))
        if here.step.page not in SHOWS:
            assert NO.words not in repr(here.standing)
            assert not here.standing.shows_what_was_said, here.step


def test_pages_that_show_what_was_said_are_told_apart() -> None:
    here = session()
    for name in (PageName.SIGN_IS, PageName.LOOK, PageName.MY_VIEWS):
        walk(here, name)
        assert here.standing.shows_what_was_said


def test_a_page_come_back_to_shows_what_was_given_on_it() -> None:
    here = session()
    while not here.is_over:
        given = usual(here)
        fresh, step = here.standing, here.step
        here.go_on(given)
        here.go_back(Nothing())
        if here.step == step:
            same = here.standing == fresh
            assert here.standing.shows_what_was_said is (not same) or step.page in SHOWS, step
        while here.step == step or here.step.page in SHOWS:
            here.go_on(usual(here))
