"""Who owns what between Qt and Python: a live page goes through every look while rubbish is collected."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QPushButton, QWidget

from duq_desktop import paths
from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName
from duq_desktop.ui.pages.question_page import QuestionPage
from duq_desktop.ui.theme import TEXT_SIZES, Look, apply_look, read_themes
from duq_desktop.ui.widgets.layouts import Cells, RowOrColumn
from duq_desktop.ui.widgets.reading_order import reading_order
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_whole_session import walk_to

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


def strangers(layout: QLayout, page: QWidget) -> Iterator[object]:
    """What stands in a layout of the page and is neither on the page, nor a layout, nor room."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        widget, inner = item.widget(), item.layout()
        if widget is not None and not page.isAncestorOf(widget):
            yield widget
        if inner is not None:
            yield from strangers(inner, page)
        elif widget is None and item.spacerItem() is None:
            yield item


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
        assert [*strangers(page.layout(), page), *strangers(page.body.layout(), page)] == []
        assert set(reading_order(page)) == set(order)
        assert part.answers.chosen == "no"
    apply_look(tried.app, Look(themes[0], TEXT_SIZES[0]))
    tried.app.processEvents()
    assert reading_order(page) == order


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
