"""Every page of the opener's as a screen reader, a finger and an eye meet it.

At 100, 200 and 400 %: named, large enough, uncut, reached by Tab in the order of reading. At 100 %
every word stands out in every theme, at 200 % in two, put on one after the other on the same page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from duq_desktop import paths
from duq_desktop.errors import StoreError
from duq_desktop.settings import Settings
from duq_desktop.store.copies.backup import backups
from duq_desktop.store.copies.external_backups import copy_away
from duq_desktop.ui.opener.home_steps import STEPS
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.theme import Look, apply_look, read_themes
from duq_desktop.ui.theme.contrast import TEXT_RATIO, ratio
from duq_desktop.ui.widgets import WordButton
from duq_desktop.ui.widgets.reading_order import set_reading_order
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.words import opener as words
from duq_desktop.words import sealing
from tests.ui import walk
from tests.ui.opener_house import PHRASE, OpenerHouse, opener_house
from tests.ui.test_opener_room import fill
from tools.screenshots.opener_tour import OpenerTour

SIZES = (100, 200, 400)
WIDTH, HEIGHT = 1366, 768
CORE_PIXELS = 6
"""A stroke has at least this many pixels in its full colour; fewer are its blurred edge."""
THEMES = read_themes(paths.resources_folder() / "themes")
LOOKED_AT = {100: tuple(THEMES), 200: ("cream", "dark")}
"""The themes that each page is put into, by text size in per cent. Letters twice as large are no fainter."""


@pytest.fixture(scope="module")
def filled(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("walk")
    house = OpenerHouse(qapp, folder, Settings()).set_up()
    fill(house.data)
    return house


def fit(house: OpenerHouse) -> None:
    house.house.window.resize(WIDTH, HEIGHT)
    house.settle()


def first_start(house: OpenerHouse) -> Iterator[str]:
    return OpenerTour(house.house).first_start()


def room(house: OpenerHouse) -> Iterator[str]:
    return OpenerTour(house.house).room(PHRASE, house.sticks[0].folder)


def faults(
    house: OpenerHouse, tour: Callable[[OpenerHouse], Iterator[str]], size: int
) -> tuple[int, list[str]]:
    """How many pages the tour has, and every fault on them."""
    seen, found = 0, []
    for name in tour(house):
        house.settle()
        if any(walk._sideways(house.page)):  # a scroll bar that has just come gets its room with what follows
            house.settle()
        seen += 1
        found += [f"{name}: {fault}" for fault in faults_of(house, size)]
        found += [f"{name}: {item} of Qt's own is known to Python" for item in walk.items_of_qts()]
    return seen, found


def faults_of(house: OpenerHouse, size: int) -> list[str]:
    """Every fault of the page that shows."""
    found = [*house.faults(), *out_of_order(house.page)]
    if size in LOOKED_AT:
        found += faint(house, size)
    return found


def faint(house: OpenerHouse, size: int) -> list[str]:
    """Words of lines and of buttons whose pixels reach less than 7:1, theme by theme.

    The window is made so high that all of the page is in sight: one picture of it serves for all its words.
    """
    page, window = house.page, house.house.window
    inner = page._scroll.widget()
    assert inner is not None
    window.resize(WIDTH, HEIGHT + max(0, inner.height() - page._scroll.viewport().height()))
    house.settle()
    found = []
    for theme in (THEMES[name] for name in LOOKED_AT[size] if house.page is page):
        apply_look(page, Look(theme, size))
        house.app.processEvents()
        if house.page is not page:
            break  # a page that waits goes on by itself
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        for each in (*page.findChildren(QLabel), *page.findChildren(WordButton)):
            if each.isVisible() and (isinstance(each, WordButton) or each.text().strip()):
                got = contrast_in(image.copy(QRect(each.mapTo(window, QPoint(0, 0)), each.size())))
                if got < TEXT_RATIO - 0.05:
                    found.append(f"{theme.id}: contrast: {walk._called(each)}: {got:.2f}")
    window.resize(WIDTH, HEIGHT)
    return found


def contrast_in(image: QImage) -> float:
    """Between the ground, its commonest colour, and the strongest colour of its strokes."""
    counted = Counter(memoryview(image.constBits()).cast("B").cast("I"))
    ground = _hex(counted.most_common(1)[0][0])
    return max(ratio(ground, _hex(colour)) for colour, times in counted.items() if times >= CORE_PIXELS)


def _hex(colour: int) -> str:
    return f"#{colour & 0xFFFFFF:06x}"


def out_of_order(page: Page) -> Iterator[str]:
    """Tab goes down the page, and along a line from its beginning."""
    inner = page._scroll.widget()
    assert inner is not None
    stops = [each for each in set_reading_order(page) if inner.isAncestorOf(each) and each.isVisible()]
    for before, after in pairwise(stops):
        first, then = (QRect(each.mapTo(inner, QPoint(0, 0)), each.size()) for each in (before, after))
        beside = first.top() < then.bottom() and then.top() < first.bottom()
        if then.left() < first.left() if beside else then.top() < first.top():
            yield f"order: {walk._called(after)} comes after {walk._called(before)}"


@pytest.mark.parametrize("size", SIZES)
def test_no_page_of_the_first_start_is_nameless_small_cut_or_unreached(
    qapp, tmp_path: Path, size: int
) -> None:
    with opener_house(qapp, tmp_path, text_size=size) as house:
        house.open()
        fit(house)
        seen, found = faults(house, first_start, size)
        assert seen > len(STEPS) + 12
        assert found == []


@pytest.mark.parametrize("size", SIZES)
def test_no_page_behind_the_pass_phrase_is_nameless_small_cut_or_unreached(
    qapp, tmp_path: Path, filled, size: int
) -> None:
    with opener_house(qapp, tmp_path, text_size=size) as house:
        house.take(filled)
        stick = house.put_in(tmp_path / "STICK").folder
        copy_away(backups(house.data)[0].path, stick)
        house.open()
        fit(house)
        seen, found = faults(house, room, size)
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
        part, store = house.house.bring_opener_part(), house.house.store
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
            found += faults_of(house, size)
        assert house.title == words.COMPARE_TITLE
        assert found == []


def test_the_looks_find_what_they_look_for(qapp, tmp_path: Path) -> None:
    """Faint words, and a stop above the one before it."""
    with opener_house(qapp, tmp_path) as house:
        house.open()
        fit(house)
        assert faults_of(house, 100) == []
        label = next(each for each in house.page.findChildren(BodyText) if each.isVisible())
        label.setStyleSheet("color: #999; background: #aaa")
        buttons = list(house.desk.actions_by_name.values())
        buttons[0].move(buttons[0].x(), buttons[-1].geometry().bottom() + 20)
        assert [fault.split(":")[0] for fault in out_of_order(house.page)] == ["order"]
        assert faint(house, 100) != []
