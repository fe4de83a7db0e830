"""Look at my answers: all that was given in this sitting, shown only when asked for, never read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop.interview.steps import PageName
from duq_desktop.ui.person.pages.look_page import LookPage
from duq_desktop.ui.person.pages.more_page import MorePage, WordsPage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.widgets import Control, WrappedText
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_whole_session import begin, walk_to

ADDED = "They come too late."
BEST = "The garden is lovely."


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def looking_back(tried: TriedHouse) -> LookPage:
    """One answer with words of their own, words on what is best, then the page to look at them."""
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    page = tried.page
    assert isinstance(page, QuestionPage)
    part = next(iter(page.parts.values()))
    part.answers.choose("no")
    part.more_button.click()
    more = tried.page
    assert isinstance(more, MorePage)
    more.box.typed.set_words(ADDED)
    more.control(Control.NEXT).click()
    tried.running.press_next()
    walk_to(tried, PageName.BEST)
    best = tried.page
    assert isinstance(best, WordsPage)
    best.box.typed.set_words(BEST)
    tried.running.press_next()
    walk_to(tried, PageName.LOOK)
    look = tried.page
    assert isinstance(look, LookPage)
    return look


def shown(page: LookPage) -> str:
    tried_texts = [label.text() for label in page.findChildren(WrappedText) if label.isVisibleTo(page)]
    return " ".join([*tried_texts, *(row.words() for row in page.rows.values())])


def test_own_words_show_with_their_answers_once_asked_for(tried: TriedHouse) -> None:
    page = looking_back(tried)
    assert ADDED not in shown(page)
    assert BEST not in shown(page)
    page.show_button.click()
    assert f"No “{ADDED}”" in shown(page)
    assert f"“{BEST}”" in shown(page)
    page.show_button.click()
    tried.settle()
    assert ADDED not in shown(page)
    assert BEST not in shown(page)


def test_neither_listen_nor_a_look_from_outside_tells_the_words(tried: TriedHouse) -> None:
    page = looking_back(tried)
    page.show_button.click()
    tried.house.speaking.is_on = True
    tried.voice.said.clear()
    page.control(Control.LISTEN).click()
    while tried.voice.waiting:
        tried.voice.finish()
    heard = " ".join(tried.voice.texts)
    assert "Look at my answers" in heard
    assert ADDED not in heard
    assert BEST not in heard
    page.conceal()
    tried.settle()
    assert BEST not in shown(page)


def test_words_alone_are_something_to_look_at(tried: TriedHouse) -> None:
    """Whoever put every question off but said what is best finds that."""
    begin(tried)
    walk_to(tried, PageName.BEST)
    tools = tried.running.page.tools
    page = LookPage(tools, {}, "Look at my answers", {"What is best?": BEST})
    assert page.answers_given
    page.show_button.click()
    assert page.said[0].text() == f"What is best? “{BEST}”"
    page.deleteLater()
