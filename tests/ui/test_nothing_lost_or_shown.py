"""Hide, rest, leaving and breaking off at awkward moments: nothing given is shown, and nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.own_copy import said_so_far
from duq_desktop.interview.records import Near, OpenedSession
from duq_desktop.interview.session_reader import read_session
from duq_desktop.interview.steps import PageName
from duq_desktop.store.inbox.sitting import Sitting
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import PickPage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.views_page import PickAnswersPage
from duq_desktop.ui.person.pages.help_page import HelpPage
from duq_desktop.ui.person.pages.look_page import LookPage
from duq_desktop.ui.person.pages.meaning_page import MeaningPage
from duq_desktop.ui.person.pages.more_page import MorePage, WordsPage
from duq_desktop.ui.person.pages.question_page import OneQuestion, QuestionPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.person.session_controller import InterviewController
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import person
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_whole_session import begin, walk_to

WORDS = "Dave takes my money on Fridays"


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def hide_and_return(tried: TriedHouse) -> None:
    tried.running.asides.blank()
    blank = tried.house.window.stage.page
    assert isinstance(blank, Blank)
    blank.button.click()


def at_a_question(tried: TriedHouse) -> OneQuestion:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    return next(iter(page.parts.values()))


def telling_more(tried: TriedHouse) -> tuple[OneQuestion, MorePage]:
    part = at_a_question(tried)
    part.answers.choose("no")
    part.more_button.click()
    page = tried.page
    assert isinstance(page, MorePage)
    page.box.typed.set_words(WORDS)
    return part, page


def only(sessions: Sequence[OpenedSession]) -> OpenedSession:
    (session,) = sessions
    return session


def said_words(session: OpenedSession) -> list[str]:
    return [answer.words for answer in read_session(session).latest.values() if answer.words]


def test_hide_over_own_words_hides_them_and_the_answer_below(tried: TriedHouse) -> None:
    part, page = telling_more(tried)
    hide_and_return(tried)
    assert page.box.typed.words() == ""
    assert part.answers.chosen is None
    page.control(Control.NEXT).click()
    tried.running.press_next()
    answer = tried.running.session.answers[part.question.id]
    assert (answer.answer, answer.words) == ("no", WORDS)


def test_words_told_after_hide_join_the_hidden_ones_and_the_answer_stays(tried: TriedHouse) -> None:
    part, page = telling_more(tried)
    page.control(Control.NEXT).click()
    hide_and_return(tried)
    part.more_button.click()
    again = tried.page
    assert isinstance(again, MorePage)
    assert again.box.typed.words() == ""
    again.box.typed.set_words("Every week")
    again.control(Control.NEXT).click()
    tried.running.press_next()
    answer = tried.running.session.answers[part.question.id]
    assert (answer.answer, answer.words) == ("no", f"{WORDS}\nEvery week")


def test_hide_on_an_open_question_keeps_the_words_also_when_they_are_shown_again(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.BEST)
    page = tried.running.page
    assert isinstance(page, WordsPage)
    page.box.typed.set_words(WORDS)
    hide_and_return(tried)
    assert page.box.typed.words() == ""
    page.reveal()
    assert page.box.typed.words() == WORDS
    tried.running.press_next()
    tried.running.gone()
    assert read_session(only(tried.opened())).latest_words["best"].words == WORDS


def test_typed_words_are_kept_when_the_pictures_show(tried: TriedHouse) -> None:
    part, page = telling_more(tried)
    page.box.way_button.click()
    page.control(Control.NEXT).click()
    assert part.given().words == WORDS


def test_a_request_to_talk_survives_hide_and_being_shown_again(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.HELP)
    page = tried.running.page
    assert isinstance(page, HelpPage)
    page.talk.setChecked(True)
    hide_and_return(tried)
    assert not page.talk.isChecked()
    page.reveal()
    assert page.talk.isChecked()
    hide_and_return(tried)
    tried.running.press_next()
    tried.running.gone()
    assert len(read_session(only(tried.opened())).talks) == 1


def test_hide_over_what_it_means_hides_that_it_was_not_understood(tried: TriedHouse) -> None:
    part = at_a_question(tried)
    part.meaning_button.click()
    page = tried.page
    assert isinstance(page, MeaningPage)
    page.unclear.setChecked(True)
    hide_and_return(tried)
    assert not page.unclear.isChecked()
    page.control(Control.BACK).click()
    assert not part.note.isVisible()
    tried.running.press_next()
    status = tried.running.session.answers[part.question.id].status
    assert status is not None
    assert status.value == "dont_understand"


def test_staff_who_choose_one_anew_after_hide_keep_the_others(tried: TriedHouse) -> None:
    assert tried.house.front is not None
    tried.house.front.begin(Stream.STAFF, role="support_worker", per_page=3)
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    parts = list(page.parts.values())
    for part in parts:
        part.answers.choose("no")
    hide_and_return(tried)
    parts[0].answers.choose("yes")
    tried.running.press_next()
    answers = [tried.running.session.answers[part.question.id].answer for part in parts]
    assert answers == ["yes", "no", "no"]


def test_an_untouched_hour_keeps_the_words_that_were_being_typed(tried: TriedHouse) -> None:
    part, _page = telling_more(tried)
    assert tried.house.front is not None
    tried.house.front.on_left_alone()
    assert isinstance(tried.house.window.stage.page, Blank)
    tried.house.front.on_gone()
    assert isinstance(tried.page, StartPage)
    session = only(tried.opened())
    assert said_words(session) == [WORDS]
    assert read_session(session).latest[part.question.id].answer == "no"


def test_closing_the_window_seals_what_stands_on_the_page(tried: TriedHouse) -> None:
    part, _page = telling_more(tried)
    tried.house.window.close()
    session = only(tried.opened())
    assert read_session(session).latest[part.question.id].answer == "no"
    assert said_words(session) == [WORDS]


def test_a_fault_seals_what_stands_on_the_page_and_drops_the_session(tried: TriedHouse) -> None:
    part = at_a_question(tried)
    part.answers.choose("no")
    try:
        raise RuntimeError(WORDS)
    except RuntimeError as error:
        tried.house.on_fault(type(error), error, error.__traceback__)
    assert read_session(only(tried.opened())).latest[part.question.id].answer == "no"


@pytest.mark.parametrize("way", ["keep", "delete"])
def test_a_farewell_left_alone_goes_to_the_start_without_trouble(tried: TriedHouse, way: str) -> None:
    at_a_question(tried)
    tried.running.asides.stop()
    stop = tried.page
    assert isinstance(stop, ActionPage)
    stop.buttons[way].click()
    if way == "delete":
        sure = tried.page
        assert isinstance(sure, ActionPage)
        sure.buttons["yes"].click()
    tried.settle()
    assert tried.house.front is not None
    tried.house.front.on_left_alone()
    assert isinstance(tried.page, StartPage)


def test_a_page_left_alone_goes_blank_also_when_nothing_can_be_saved(
    tried: TriedHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = at_a_question(tried)
    part.answers.choose("no")

    def full(*_given: object) -> None:
        raise StoreError("This computer is full.")

    with monkeypatch.context() as patched:
        patched.setattr(Sitting, "append_all", full)
        tried.running.rest_untouched()
    blank = tried.house.window.stage.page
    assert isinstance(blank, Blank)
    blank.button.click()
    assert part.answers.chosen is None
    assert part.given().answer == "no"


def test_nothing_of_a_session_stays_in_memory(tried: TriedHouse) -> None:
    at_a_question(tried)
    tried.running.gone()
    tried.settle()
    assert tried.house.front is not None
    assert tried.house.front.findChildren(InterviewController) == []


def come_back(tried: TriedHouse, sign: Sequence[str]) -> Page:
    start = tried.page
    assert isinstance(start, StartPage)
    start.buttons["again"].click()
    ask = tried.page
    assert isinstance(ask, SignPage)
    for name in sign:
        ask.grid.cards[name].click()
    ask.control(Control.NEXT).click()
    return tried.page


def test_the_same_two_pictures_the_other_way_round_belong_to_one_person_only(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    sign = tried.running.session.facts.sign.split("+")
    tried.running.gone()
    begin(tried)
    walk_to(tried, PageName.SIGN)
    page = tried.running.page
    assert isinstance(page, SignPage)
    for name in reversed(sign):
        page.grid.cards[name].click()
    tried.running.press_next()
    assert tried.running.page is page
    assert page.notice_words


def test_a_person_may_turn_their_own_sign_round(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.SIGN_IS)
    sign = tried.running.session.facts.sign.split("+")
    tried.running.page.control(Control.BACK).click()
    page = tried.running.page
    assert isinstance(page, SignPage)
    for name in reversed(sign):
        page.grid.cards[name].click()
    tried.running.press_next()
    assert tried.running.session.step.page is PageName.SIGN_IS


def test_other_questions_than_before_are_refused_with_a_sentence(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    sign = tried.running.session.facts.sign.split("+")
    tried.running.gone()
    front = tried.house.front
    assert front is not None
    tools = front._parts.tools
    newer = replace(tools, pack=replace(tools.pack, version="99"))
    front._parts = replace(front._parts, tools=newer)
    page = come_back(tried, sign)
    assert isinstance(page, ActionPage)
    assert "on" not in page.buttons
    assert {"new", "delete"} <= set(page.buttons)
    assert person.COME_BACK_CHANGED in [reading.text for reading in page.readings]


def test_a_sign_left_on_the_screen_is_taken_away(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    sign = tried.running.session.facts.sign.split("+")
    tried.running.gone()
    assert isinstance(come_back(tried, sign), ActionPage)
    assert tried.house.front is not None
    tried.house.front.on_left_alone()
    assert isinstance(tried.page, StartPage)


def test_who_has_no_sign_is_not_told_to_come_back_with_one(tried: TriedHouse) -> None:
    begin(tried)
    tried.running.asides.rest()
    assert person.REST_DAY_LINE not in [reading.text for reading in tried.page.readings]
    tried.running.asides.another_day()
    assert person.DAY_START_LINES[1][1] in [reading.text for reading in tried.page.readings]
    assert tried.house.front is not None
    tried.house.front.begin(Stream.FAMILY)
    tried.running.asides.rest()
    rest = tried.page
    assert isinstance(rest, ActionPage)
    assert "day" not in rest.buttons


def test_a_fault_in_a_thread_logs_no_words(tried: TriedHouse, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise RuntimeError(WORDS)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert WORDS not in caplog.text
    assert "RuntimeError" in caplog.text


def test_more_words_than_fit_lose_only_their_end_when_nobody_is_there(tried: TriedHouse) -> None:
    _part, page = telling_more(tried)
    page.box.typed.set_words('"quoted"\n' * 200)
    tried.running.gone()
    (words,) = said_words(only(tried.opened()))
    assert words.startswith('"quoted"\n"quoted"\n')


def test_staff_can_be_sent_out_from_the_help_page_too(tried: TriedHouse) -> None:
    begin(tried)
    page = tried.running.page
    assert isinstance(page, PickPage)
    page.cards["staff"].setChecked(True)
    for _ in range(60):
        if tried.running.session.step.page is PageName.HELP:
            break
        if tried.running.session.step.page is not PageName.NEAR:
            tried.tour()._make_ready(tried.running)
        tried.running.press_next()
    buttons = {button.words(): button for button in tried.running.page.findChildren(WordButton)}
    buttons[person.ALONE_NOW].click()
    assert tried.running.session.facts.run.near == frozenset({Near.NOBODY})


def test_the_list_of_an_own_copy_is_not_there_any_more_after_a_rest(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.LOOK)
    copy = said_so_far(tried.running.session)
    assert copy.answers
    tools = tried.running._tools
    tried.house.window.stage.lay_over(PickAnswersPage(tools, copy, [name for name, _ in copy.answers], ()))
    tried.running.rest_untouched()
    blank = tried.house.window.stage.page
    assert isinstance(blank, Blank)
    blank.button.click()
    assert isinstance(tried.page, LookPage)


def test_a_fault_while_telling_of_a_fault_prints_no_words(
    tried: TriedHouse, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ValueError(WORDS)

    monkeypatch.setattr(tried.house.front, "show_fault", fail)
    tried.house.on_fault(RuntimeError, RuntimeError(WORDS), None)
    assert "RuntimeError" in caplog.text
    assert "ValueError" in caplog.text
    assert WORDS not in caplog.text
