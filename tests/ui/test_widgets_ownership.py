"""Who owns what between Qt and Python: a live page goes through every look while rubbish is collected."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from duq_desktop import paths
from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.theme import TEXT_SIZES, Look, apply_look, read_themes
from duq_desktop.ui.widgets.layouts import Cells, RowOrColumn
from duq_desktop.ui.widgets.reading_order import reading_order
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_whole_session import walk_to
from tests.ui.walk import items_of_qts
from tools.screenshots.tour import Tour

ROUNDS = 2


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def wrongly_wrapped(page: QWidget) -> list[str]:
    """Each widget of the page that Python takes for another kind than Qt does."""
    everything = [page, *page.findChildren(QWidget)]
    return [
        f"{type(each).__name__} is a {each.metaObject().className()}"
        for each in everything
        if type(each).__name__ != each.metaObject().className()
    ]


def test_a_live_page_keeps_its_own_parts_through_every_look(tried: TriedHouse) -> None:
    assert tried.house.front is not None
    tried.house.front.begin(Stream.FAMILY)
    walk_to(tried, PageName.QUESTION)
    tried.settle()
    page = tried.page
    assert isinstance(page, QuestionPage)
    part = next(iter(page.parts.values()))
    part.answers.choose("no")
    themes = list(read_themes(paths.resources_folder() / "themes").values())
    order = reading_order(page)
    for number in range(ROUNDS * len(TEXT_SIZES)):
        size = TEXT_SIZES[-1 - number % len(TEXT_SIZES)] if number % 2 else TEXT_SIZES[0]
        apply_look(tried.app, Look(themes[number % len(themes)], size, pictures_on=number % 3 != 1))
        tried.app.processEvents()
        gc.collect()
        assert wrongly_wrapped(page) == []
        assert items_of_qts() == []
        assert set(reading_order(page)) == set(order)
        assert part.answers.chosen == "no"
    apply_look(tried.app, Look(themes[0], TEXT_SIZES[0]))
    tried.app.processEvents()
    assert reading_order(page) == order


def test_no_page_makes_python_know_an_item_of_qts(tried: TriedHouse) -> None:
    """On a busy computer one closed the app: a scroll bar was taken for an item that was gone."""
    front = tried.house.front
    assert front is not None
    seen = 0
    for name in Tour(tried.house.window.stage, front).pages():
        assert items_of_qts() == [], name
        seen += 1
    assert seen > 90


def test_what_stands_at_a_scroll_bar_is_met_without_its_items(qapp: QApplication) -> None:
    """What holds the bar is Qt's own, with a layout of Qt's."""
    area, page = QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    row = QHBoxLayout(page)
    first, second, third = (QPushButton(words) for words in ("Yes", "No", "Down"))
    row.addWidget(first)
    row.addWidget(second)
    area.setWidget(page)
    area.addScrollBarWidget(third, Qt.AlignmentFlag.AlignBottom)
    area.show()
    qapp.processEvents()
    assert reading_order(area) == [first, second, third]
    assert items_of_qts() == []
    area.deleteLater()


@pytest.mark.parametrize("way", ["reparented", "deleted", "moved"])
def test_what_qt_takes_out_of_our_layouts_is_gone_for_python_too(qapp: QApplication, way: str) -> None:
    """Qt deletes an item that it takes out; if Python did too, or went on using it, the app would die."""
    holder, other = QWidget(), QWidget()
    layout, elsewhere = RowOrColumn(holder), QHBoxLayout(other)
    button = QPushButton("Yes")
    layout.addWidget(button)
    item = layout.itemAt(0)
    assert item is not None
    assert layout.sizeHint().width() > 0
    if way == "reparented":
        button.setParent(other)
    elif way == "deleted":
        button.deleteLater()
        qapp.sendPostedEvents(button, QEvent.Type.DeferredDelete)
    else:
        elsewhere.addWidget(button)
    assert layout.count() == 0
    assert not shiboken6.isValid(item)
    assert layout.sizeHint().width() == 0
    gc.collect()
    holder.deleteLater()
    other.deleteLater()


def test_lines_belong_to_the_cells_that_hold_them(qapp: QApplication) -> None:
    holder, cells = QWidget(), Cells()
    for number in range(3):
        line = RowOrColumn()
        line.addWidget(QPushButton(str(number)))
        cells.add_line(line)
    holder.setLayout(cells)
    assert not shiboken6.ownedByPython(cells)
    assert not shiboken6.ownedByPython(line)
    del line
    gc.collect()
    assert cells.count() == 3
    assert cells.sizeHint().height() > 0
    holder.deleteLater()
