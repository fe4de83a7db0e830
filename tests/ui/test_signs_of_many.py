"""A sign that is somebody's takes one more picture, says nothing of them, and is one's own to have again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop.interview.signs import is_same
from duq_desktop.interview.steps import PageName
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.sign_page import SignIsPage, SignPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import person, trouble
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_whole_session import begin, walk_to


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def pick(page: object, pictures: Sequence[str]) -> None:
    assert isinstance(page, SignPage)
    for name in pictures:
        page.grid.cards[name].click()


def first_person(tried: TriedHouse) -> list[str]:
    """Somebody was here; their two pictures."""
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    sign = tried.running.session.facts.sign.split("+")
    tried.running.gone()
    return sign


def ask_back(tried: TriedHouse) -> SignPage:
    start = tried.page
    assert isinstance(start, StartPage)
    start.buttons["again"].click()
    ask = tried.page
    assert isinstance(ask, SignPage)
    return ask


def test_a_taken_sign_takes_one_more_picture_and_leads_back_to_ones_own(tried: TriedHouse) -> None:
    taken = first_person(tried)
    begin(tried)
    walk_to(tried, PageName.SIGN)
    page = tried.running.page
    assert isinstance(page, SignPage)
    third = next(name for name in page.grid.cards if name not in taken)
    pick(page, taken[::-1])
    tried.running.press_next()
    assert (tried.running.page, page.notice_words) == (page, trouble.SIGN_TAKEN)
    pick(page, [third])
    tried.running.press_next()
    shown = tried.running.page
    assert isinstance(shown, SignIsPage)
    assert [each.id for each in shown.signs] == [*taken[::-1], third]
    own = tried.running.session.facts.sign
    tried.running.gone()

    ask = ask_back(tried)
    pick(ask, taken)
    ask.control(Control.NEXT).click()
    assert (tried.page, ask.notice_words) == (ask, person.COME_BACK_MORE)
    pick(ask, [third])
    ask.control(Control.NEXT).click()
    found = tried.page
    assert isinstance(found, ActionPage)
    found.buttons["delete"].click()
    sure = tried.page
    assert isinstance(sure, ActionPage)
    sure.buttons["yes"].click()
    assert tried.house.store is not None
    left = [one.sign for one in tried.house.store.sessions()]
    assert len(left) == 1
    assert is_same(left[0], "+".join(taken))
    assert not is_same(left[0], own)


def test_who_has_two_pictures_only_presses_next_once_more(tried: TriedHouse) -> None:
    taken = first_person(tried)
    begin(tried)
    walk_to(tried, PageName.SIGN)
    page = tried.running.page
    pick(page, taken)
    tried.running.press_next()
    assert isinstance(page, SignPage)
    pick(page, [next(name for name in page.grid.cards if name not in taken)])
    tried.running.press_next()
    tried.running.gone()
    ask = ask_back(tried)
    pick(ask, taken)
    ask.control(Control.NEXT).click()
    ask.control(Control.NEXT).click()
    assert isinstance(tried.page, ActionPage)


def test_who_comes_back_anew_has_their_own_sign_again_and_deletes_all_of_it(tried: TriedHouse) -> None:
    taken = first_person(tried)
    ask = ask_back(tried)
    pick(ask, taken)
    ask.control(Control.NEXT).click()
    found = tried.page
    assert isinstance(found, ActionPage)
    found.buttons["new"].click()
    walk_to(tried, PageName.SIGN)
    pick(tried.running.page, taken[::-1])
    tried.running.press_next()
    assert tried.running.session.step.page is PageName.SIGN_IS
    tried.running.gone()
    assert tried.house.store is not None
    assert len(tried.house.store.sessions()) == 2
    assert tried.house.store.delete_by_sign("+".join(taken)) == 2


def test_a_sign_that_is_somebodys_says_nothing_of_them() -> None:
    for sentence in (trouble.SIGN_TAKEN, trouble.SIGN_FULL, person.COME_BACK_MORE):
        assert not {"someone", "somebody", "taken", "has", "else"} & set(sentence.casefold().split())
