"""Every page of the opener's at 100 and 200 % (some at 400 %): named, large enough, uncut, reached by Tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from duq_desktop.errors import StoreError
from duq_desktop.settings import Settings
from duq_desktop.ui.controllers.opener.home_steps import STEPS
from duq_desktop.words import opener as words
from duq_desktop.words import opener_said as said
from duq_desktop.words import opener_setup as setup
from duq_desktop.words import sealing
from tests.ui import walk
from tests.ui.opener_house import PHRASE, OpenerHouse, opener_house
from tests.ui.test_opener_room import fill

SIZES = (100, 200, 400)
THEMES = ("cream", "dark", "black-and-yellow")


@pytest.fixture(scope="module")
def filled(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("walk")
    house = OpenerHouse(qapp, folder, Settings()).set_up()
    fill(house.data)
    return house


def fit(house: OpenerHouse) -> None:
    house.house.window.resize(1366, 768)
    house.settle()


def first_start(house: OpenerHouse) -> Iterator[str]:
    """Each page of the first start, filled in by the shortest way."""
    yield "welcome"
    house.act("set_up")
    yield "intro"
    house.page.next_pressed.emit()
    typed = {
        "people_count": "4",
        "opener_name": "Ada Bright",
        "opener_job": "trustee",
        "safeguarding_number": "01632 960 101",
        "outside_name": "Advocacy Together",
        "outside_number": "01632 960 102",
    }
    for step in STEPS:
        yield step.value
        for key, field in getattr(house.page, "fields", {}).items():
            field.edit.setText(typed.get(key, ""))
        answers = getattr(house.page, "answers", None)
        if answers is not None and answers.chosen is None:
            house.page.next_pressed.emit()
            yield f"{step.value} with a notice"
            answers.choices[0].setChecked(True)
        house.page.next_pressed.emit()
        house.settle()
    yield "phrase"
    phrase = house.page.large.text()  # type: ignore[attr-defined]
    house.act("own")
    house.page.tell(sealing.PHRASE_WEAK.format(time="days"))  # type: ignore[attr-defined]
    yield "own phrase"
    house.act("offer")
    phrase = house.page.large.text()  # type: ignore[attr-defined]
    house.page.next_pressed.emit()
    yield "again"
    house.page.fields["phrase"].edit.setText(phrase)  # type: ignore[attr-defined]
    house.page.next_pressed.emit()
    yield "recovery key"
    last = house.page.large.text().split()[-1]  # type: ignore[attr-defined]
    house.page.next_pressed.emit()
    yield "typed back"
    house.page.fields["last"].edit.setText(last)  # type: ignore[attr-defined]
    house.page.next_pressed.emit()
    yield "four words"
    house.page.next_pressed.emit()
    yield "ready"
    house.desk.acted.emit("do")
    yield "wait"
    house.wait_for(setup.DONE_TITLE)
    yield "done"


def room(house: OpenerHouse) -> Iterator[str]:
    """Each page behind the pass phrase."""
    house.page.buttons["opener"].click()  # type: ignore[attr-defined]
    yield "unlock"
    house.act("recovery")
    yield "recovery"
    house.page.back_pressed.emit()
    house.settle()
    house.page.fields["phrase"].edit.setText(PHRASE)  # type: ignore[attr-defined]
    house.page.next_pressed.emit()
    house.wait_for(said.FIRST_TITLE)
    yield "first"
    house.desk.acted.emit("call")
    yield "call"
    house.page.back_pressed.emit()
    house.page.card_acted.emit(next(iter(house.page.cards)))  # type: ignore[attr-defined]
    yield "note"
    house.page.back_pressed.emit()
    while house.title == said.FIRST_TITLE:
        house.page.next_pressed.emit()
        house.settle()
    yield "whole"
    yield from over(house, "sessions", "card")
    yield from over(house, "areas", "0")
    house.desk.acted.emit("papers")
    yield "papers"
    house.desk.acted.emit("said")
    for name in ("group", "place", "quotes", "look"):
        yield name
        house.page.next_pressed.emit()
        house.settle()
    house.house._opener_part().room.show_whole()  # type: ignore[union-attr]
    house.desk.acted.emit("computer")
    yield "computer"
    for name in ("facts", "size", "lock", "phrase", "leaked", "backups"):
        yield from over(house, name)


def over(house: OpenerHouse, name: str, then: str = "") -> Iterator[str]:
    """A page, perhaps one behind it, and back."""
    house.desk.acted.emit(name)
    yield name
    if then:
        if then == "card":
            house.page.card_acted.emit(next(iter(house.page.cards)))  # type: ignore[attr-defined]
        else:
            house.desk.acted.emit(then)
        yield f"{name} {then}"
        house.page.back_pressed.emit()
        house.settle()
    house.page.back_pressed.emit()
    house.settle()


def faults(house: OpenerHouse, tour: Callable[[OpenerHouse], Iterator[str]]) -> tuple[int, list[str]]:
    """How many pages the tour has, and every fault on them."""
    seen, found = 0, []
    for name in tour(house):
        house.settle()
        seen += 1
        found += [f"{name}: {fault}" for fault in house.faults()]
    return seen, found


@pytest.mark.parametrize("size", SIZES)
def test_no_page_of_the_first_start_is_nameless_small_cut_or_unreached(
    qapp, tmp_path: Path, size: int
) -> None:
    with opener_house(qapp, tmp_path, text_size=size) as house:
        house.open()
        fit(house)
        seen, found = faults(house, first_start)
        assert seen > len(STEPS) + 12
        assert found == []


@pytest.mark.parametrize("size", SIZES)
def test_no_page_behind_the_pass_phrase_is_nameless_small_cut_or_unreached(
    qapp, tmp_path: Path, filled, size: int
) -> None:
    with opener_house(qapp, tmp_path, text_size=size) as house:
        house.take(filled)
        house.open()
        fit(house)
        seen, found = faults(house, room)
        assert seen > 20
        assert found == []


@pytest.mark.parametrize("size", SIZES)
def test_no_page_of_a_start_with_trouble_is_nameless_small_cut_or_unreached(
    qapp, tmp_path: Path, filled, size: int
) -> None:
    with opener_house(qapp, tmp_path, text_size=size) as house:
        house.take(filled)
        house.open()
        fit(house)
        part, store = house.house._opener_part(), house.house.store
        assert store is not None
        shows: list[Callable[[], None]] = [
            lambda: part.show_trouble(StoreError(sealing.FILE_DAMAGED)),
            lambda: part.show_other_key(store, StoreError(sealing.KEY_CHANGED)),
            lambda: part.show_new_key(store),
        ]
        found = []
        for show in shows:
            show()
            house.settle()
            found += house.faults()
        assert house.title == words.COMPARE_TITLE
        assert found == []


@pytest.mark.parametrize("theme", THEMES)
def test_words_reach_seven_to_one_in_light_and_dark(qapp, tmp_path: Path, filled, theme: str) -> None:
    with opener_house(qapp, tmp_path, theme=theme) as house:
        house.take(filled)
        house.open()
        fit(house)
        house.unlock()
        low = [
            label.text()
            for label in house.page.findChildren(QLabel)
            if label.isVisible() and label.text() and walk.rendered_contrast(label) < walk.TEXT_RATIO - 0.05
        ]
        assert low == []
