"""The page that comes next is made while the person reads, and nobody can tell but by the waiting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName
from duq_desktop.ui.pages.choice_page import ChoicePage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.person.page_prefetch import PagePrefetch
from duq_desktop.ui.person.pages.help_page import HelpPage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.widgets.answers import Choice
from duq_desktop.ui.widgets.controls import Control
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_whole_session import walk_to

BEFORE = {PageName.NEAR, PageName.WHY, PageName.CHECK}
OWN_WORDS = "Dave takes my money on Fridays"


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def ahead(tried: TriedHouse) -> PagePrefetch:
    return tried.running.ahead


def wait(tried: TriedHouse) -> Page | None:
    """What happens while a person reads; the page that waits then."""
    while ahead(tried).is_busy:
        tried.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return ahead(tried).page


def waiting(tried: TriedHouse) -> Page:
    page = wait(tried)
    assert page is not None
    return page


def at(tried: TriedHouse, name: PageName) -> Page:
    """On this page; questions are come to by a relative, who has fewer pages before them."""
    assert tried.house.front is not None
    tried.house.front.begin(Stream.PERSON if name in BEFORE else Stream.FAMILY)
    walk_to(tried, name)
    tried.settle()
    return tried.running.page


def pages_there(tried: TriedHouse) -> set[Page]:
    """Every page that is anywhere in the window."""
    tried.settle()
    return set(tried.house.window.findChildren(Page))


def test_the_page_made_ahead_is_the_one_that_shows(tried: TriedHouse) -> None:
    at(tried, PageName.WHY)
    page = waiting(tried)
    tried.running.press_next()
    assert tried.page is page
    assert page.isVisible()
    assert page.geometry() == tried.house.window.stage.rect()


def test_it_is_painted_at_once_where_it_stays(tried: TriedHouse) -> None:
    """What is painted before the page is laid out for good would be seen to jump."""
    for name in (PageName.WHY, PageName.QUESTION):
        at(tried, name)
        tried.tour()._make_ready(tried.running)
        page = waiting(tried)
        assert ahead(tried).is_laid_out
        tried.running.press_next()
        places = [(part, part.geometry()) for part in page.findChildren(QWidget)]
        tried.settle()
        assert [(part, part.geometry()) for part in page.findChildren(QWidget)] == places


def test_an_answer_chosen_afterwards_leaves_the_page_that_follows_every_answer(tried: TriedHouse) -> None:
    page = at(tried, PageName.QUESTION)
    assert isinstance(page, QuestionPage)
    following = waiting(tried)
    answers = next(iter(page.parts.values())).answers
    for choice in answers.choices:
        choice.click()
        assert waiting(tried) is following
    tried.running.press_next()
    assert tried.page is following


def test_another_choice_makes_another_page(tried: TriedHouse) -> None:
    page = at(tried, PageName.CHECK)
    assert isinstance(page, ChoicePage)
    before = waiting(tried)
    page.answers.choose("no")
    following = waiting(tried)
    assert following is not before
    assert before not in pages_there(tried)
    tried.running.press_next()
    assert tried.running.session.step.key == "stop"
    assert tried.page is following


def test_a_choice_pressed_at_once_is_never_answered_by_the_page_of_another(tried: TriedHouse) -> None:
    page = at(tried, PageName.CHECK)
    assert isinstance(page, ChoicePage)
    before = waiting(tried)
    page.answers.choose("no")
    tried.running.press_next()
    assert tried.running.session.step.page is PageName.CHECK
    assert tried.page is not before
    assert before not in pages_there(tried)


def test_nothing_is_made_where_next_leads_nowhere(tried: TriedHouse) -> None:
    at(tried, PageName.CONSENT)
    assert tried.running.page.missing()
    assert wait(tried) is None


@pytest.mark.parametrize("name", [PageName.NEAR, PageName.QUESTION, PageName.CONSENT])
def test_it_has_no_focus_no_place_and_no_voice(tried: TriedHouse, name: PageName) -> None:
    shown = at(tried, name)
    if isinstance(shown, ChoicePage):
        shown.answers.cards[0].click()
    tried.settle()
    focus, said = tried.app.focusWidget(), list(tried.voice.said)
    page = waiting(tried)
    assert tried.app.focusWidget() is focus
    assert tried.voice.said == said
    assert tried.house.window.stage.pages == (shown,)
    assert tried.page is shown
    assert not page.isVisible()
    assert [child for child in page.findChildren(QWidget) if child.isVisible()] == []


def read_by_a_screen_reader(widget: QWidget) -> set[str]:
    """Every name that can be come to without entering what is said not to be there."""
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    return set(_names(root))


def _names(here: QAccessibleInterface) -> Iterator[str]:
    if here.state().invisible:
        return
    yield here.text(QAccessible.Text.Name)
    for place in range(here.childCount()):
        child = here.child(place)
        if child is not None:
            yield from _names(child)


def test_a_screen_reader_does_not_come_to_it(tried: TriedHouse) -> None:
    at(tried, PageName.WHY)
    page = waiting(tried)
    names = read_by_a_screen_reader(tried.house.window)
    assert tried.page.accessibleName() in names
    assert page.accessibleName() not in names
    tried.running.press_next()
    assert page.accessibleName() in read_by_a_screen_reader(tried.house.window)


def test_it_hears_no_press(tried: TriedHouse) -> None:
    at(tried, PageName.WHY)
    step = tried.running.session.step
    page = waiting(tried)
    for control in page.controls.values():
        control.click()
    assert tried.running.session.step == step
    assert tried.house.window.stage.layers == 1
    assert tried.voice.said == []


@pytest.mark.parametrize("way", ["blank", "rest", "stop", "tell", "like"])
def test_a_page_beside_takes_it_away(tried: TriedHouse, way: str) -> None:
    at(tried, PageName.QUESTION)
    page = waiting(tried)
    getattr(tried.running.asides, way)()
    assert wait(tried) is None
    assert page not in pages_there(tried)


@pytest.mark.parametrize("way", ["another_day", "_stop_and_keep", "_do_delete"])
def test_the_end_of_a_sitting_takes_it_away(tried: TriedHouse, way: str) -> None:
    at(tried, PageName.QUESTION)
    page, running = waiting(tried), tried.running
    getattr(running.asides, way)()
    assert wait(tried) is None
    assert page not in pages_there(tried)


@pytest.mark.parametrize("way", ["gone", "fault", "again"])
def test_leaving_a_fault_and_closing_take_it_away(tried: TriedHouse, way: str) -> None:
    at(tried, PageName.QUESTION)
    page, made, front = waiting(tried), ahead(tried), tried.house.front
    assert front is not None
    {"gone": front.on_gone, "fault": front.show_fault, "again": tried.house.begin}[way]()
    assert made.page is None
    assert not made.is_busy
    assert page not in pages_there(tried)


def test_another_look_or_size_takes_it_away(tried: TriedHouse) -> None:
    at(tried, PageName.QUESTION)
    page = waiting(tried)
    liking = tried.house.liking
    liking.put(replace(liking.liking, text_size=200))
    assert ahead(tried).page is None
    again = waiting(tried)
    tried.house.window.resize(1000, 700)
    tried.app.processEvents()
    assert ahead(tried).page is not again
    assert not {page, again} & pages_there(tried)


def test_nothing_said_before_waits_on_it(tried: TriedHouse) -> None:
    """Back and on again: the page that comes holds an answer, so it is made when it is wanted."""
    page = at(tried, PageName.QUESTION)
    assert isinstance(page, QuestionPage)
    question, part = next(iter(page.parts.items()))
    part.answers.choose("no")
    tried.running.press_next()
    while question not in tried.running.session.step.questions:
        tried.running.page.control(Control.BACK).click()
    tried.running.page.control(Control.BACK).click()
    tried.settle()
    assert wait(tried) is None
    tried.tour()._make_ready(tried.running)
    tried.running.press_next()
    shown = tried.running.page
    assert isinstance(shown, QuestionPage)
    assert shown.parts[question].answers.chosen == "no"


def test_no_page_that_waits_holds_what_was_given(tried: TriedHouse) -> None:
    """Through a whole session: no choice is made on it, and no words of theirs stand on it."""
    kinds = set()
    at(tried, PageName.OPENER)
    while not tried.running.session.is_over:
        tried.tour()._make_ready(tried.running)
        shown = tried.running.page
        if isinstance(shown, QuestionPage):
            for part in shown.parts.values():
                part.put(replace(part.given(), words=OWN_WORDS))
        page = wait(tried)
        if page is not None:
            kinds.add(type(page))
            assert not [choice.words() for choice in page.findChildren(Choice) if choice.isChecked()]
            assert OWN_WORDS not in "".join(reading.text for reading in page.readings)
        tried.running.press_next()
        assert len(pages_there(tried)) <= 2
    assert {QuestionPage, HelpPage, ChoicePage} <= kinds
