"""What holds on every page of the opener's: it can be hidden at once, and no two controls have one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from duq_desktop.content.model import Stream
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.settings import Settings
from duq_desktop.store.copies.backup import backups
from duq_desktop.store.copies.external_backups import copy_away
from duq_desktop.ui.opener.home_steps import STEPS
from duq_desktop.ui.opener.pages.distinct_names import distinct_names
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.widgets.action_list import ActionList
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.words import opener_said as words
from tests.ui import walk
from tests.ui.opener_house import PHRASE, OpenerHouse, answered, give, opener_house
from tests.ui.test_opener_room import HARM, KNOW, fill, talk
from tools.screenshots.opener_tour import OpenerTour

Pages = Callable[[OpenerHouse], Iterator[str]]


@pytest.fixture(scope="module")
def filled(qapp, tmp_path_factory):
    """Many who say the same on the same day, and a pair of answers that is read with care."""
    house = OpenerHouse(qapp, tmp_path_factory.mktemp("every"), Settings()).set_up()
    fill(house.data)
    for _ in range(2):
        give(
            house.data,
            Stream.PERSON,
            "",
            talk(),
            answered(HARM, "yes", "He shouts.", may_quote=True),
            answered(KNOW, "no", "Not at night."),
        )
    agrees = [answered(each, "yes") for each in ("person.support.like-staff", HARM)]
    give(house.data, Stream.PERSON, "sun+moon", *agrees)
    give(house.data, Stream.PERSON, "sun+moon", *agrees)
    return house


def first_start(house: OpenerHouse) -> Iterator[str]:
    yield from OpenerTour(house.house).first_start()


def room(house: OpenerHouse) -> Iterator[str]:
    yield from OpenerTour(house.house).room(PHRASE, house.sticks[0].folder)


@pytest.fixture
def at_the_door(qapp, tmp_path: Path, filled) -> Iterator[OpenerHouse]:
    """An app with answers, and two sticks that have the same name and hold backups in folders of one name."""
    with opener_house(qapp, tmp_path) as house:
        house.take(filled)
        for side in ("left", "right"):
            stick = tmp_path / side / "STICK"
            for holder in (stick, stick / "old", stick / "new" / "old"):
                holder.mkdir(parents=True)
                copy_away(backups(house.data)[0].path, holder)
            house.sticks.append(RemovableDrive(stick, "STICK"))
        house.open()
        yield house


@pytest.fixture
def empty(qapp, tmp_path: Path) -> Iterator[OpenerHouse]:
    with opener_house(qapp, tmp_path) as house:
        house.open()
        yield house


def controls_of(page: QWidget) -> list[QWidget]:
    return [each for each in walk._visible(page) if walk._is_control(each) and each.isEnabled()]


def alike(page: QWidget) -> list[str]:
    """Controls that a screen reader calls by one name."""
    counted = Counter(each.accessibleName() for each in controls_of(page))
    return [f"{number} times: {name}" for name, number in counted.items() if number > 1]


def not_hidden_by_escape(house: OpenerHouse) -> list[str]:
    """What is wrong with Escape on the page that shows; it shows again afterwards."""
    page, stage = house.desk, house.house.window.stage
    if not controls_of(page):
        return []
    QTest.keyClick(house.focused(), Qt.Key.Key_Escape)
    house.settle()
    blank = stage.page
    if not isinstance(blank, Blank):
        return ["Escape does not hide it"]
    blank.button.click()
    house.settle()
    return [] if stage.page is page else ["it does not come back"]


def faults_of(house: OpenerHouse) -> list[str]:
    return [*not_hidden_by_escape(house), *alike(house.desk)]


def faults(house: OpenerHouse, pages: Pages) -> tuple[set[str], list[str]]:
    """The titles of all pages, and what is wrong with them."""
    met: set[str] = set()
    found: list[str] = []
    for name in pages(house):
        house.settle()
        if isinstance(house.page, DeskPage):
            met.add(house.title)
            found += [f"{name}: {fault}" for fault in faults_of(house)]
    return met, found


def test_every_page_behind_the_pass_phrase_hides_and_names_its_controls_apart(
    at_the_door: OpenerHouse,
) -> None:
    met, found = faults(at_the_door, room)
    assert {words.CARE_TITLE, words.LOOK_TITLE, words.NOTE_TITLE, words.QUOTES_TITLE} <= met
    assert found == []


def test_every_page_of_the_first_start_hides_and_names_its_controls_apart(empty: OpenerHouse) -> None:
    met, found = faults(empty, first_start)
    assert len(met) >= len(STEPS) + 6
    assert found == []


def test_a_page_that_comes_by_itself_waits_until_somebody_comes_back(
    at_the_door: OpenerHouse, tmp_path: Path
) -> None:
    house, stage = at_the_door, at_the_door.house.window.stage
    house.unlock()
    room_of = house.house.bring_opener_part().room
    assert room_of is not None
    room_of.show_whole()
    house.settle()
    house.act("papers")
    house.act("about")
    house.act("0")
    QTest.keyClick(house.focused(), Qt.Key.Key_Escape)
    assert isinstance(stage.page, Blank)

    def made() -> bool:
        behind = stage.page_behind_blank
        return isinstance(behind, Page) and behind.heading.text() == words.MADE_TITLE

    house.wait_until(made)
    blank = stage.page
    assert isinstance(blank, Blank), "the page came up by itself"
    blank.button.click()
    house.settle()
    assert house.title == words.MADE_TITLE


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3), max_size=6))
def test_names_are_apart_and_no_longer_than_they_must_be(short: list[list[str]]) -> None:
    names = [("".join(each[:1]), "".join(each), f"number {at}") for at, each in enumerate(short)]
    found = distinct_names(names)
    assert len(set(found)) == len(found)
    for own, name in zip(names, found, strict=True):
        assert name in own
        shorter = own[: own.index(name)]
        assert all(sum(one in each for each in names) > 1 for one in shorter)


def lists_out_of_line(page: DeskPage) -> list[str]:
    """Lists of buttons that are not equally wide, or begin at more than two edges."""
    found = []
    for each in page.findChildren(ActionList):
        widths = {button.width() for button in each.buttons}
        edges = {button.x() for button in each.buttons}
        if len(widths) > 1 or len(edges) > 2:
            found.append(f"widths {sorted(widths)}, edges {sorted(edges)}")
    return found


def of_no_list(page: DeskPage) -> list[str]:
    """Buttons that do something at once and stand outside a list."""
    return [
        name
        for name, button in page.actions_by_name.items()
        if not any(each.isAncestorOf(button) for each in page.findChildren(ActionList))
    ]


@pytest.mark.parametrize("screen", [(1366, 768), (1920, 1080)])
def test_every_menu_is_one_aligned_list_and_the_main_ones_are_seen_whole(
    at_the_door: OpenerHouse, screen: tuple[int, int]
) -> None:
    house = at_the_door
    house.house.window.resize(*screen)
    found, scrolled = [], []
    for name in room(house):
        house.settle()
        found += [f"{name}: {fault}" for fault in (*lists_out_of_line(house.desk), *of_no_list(house.desk))]
        bar = house.desk._scroll.verticalScrollBar()
        if bar.maximum() > 0:
            scrolled.append(name)
    assert found == []
    assert not set(scrolled) & {"whole", "papers", "computer", "facts", "where", "note", "draft", "call"}
