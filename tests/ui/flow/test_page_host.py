"""What every page can do is wired in one place, whoever puts the page up."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duq_desktop.errors import ExpectedError
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.pages.reading_page import ReadingPage
from duq_desktop.ui.pages.texts import ReadingText
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.words import person
from tests.ui.flow.kit import Tried, tried_stage

PACKAGE = Path(__file__).resolve().parents[3] / "duq_desktop"


@pytest.fixture
def tried(qapp: QApplication) -> Iterator[Tried]:
    with tried_stage(qapp) as tried:
        yield tried


class Somebody:
    """Whoever has the pages below: keeps what was asked of them."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def blank(self) -> None:
        self.asked.append("blank")

    def tell(self) -> None:
        self.asked.append("tell")


def page_of(tried: Tried, title: str = person.VIEWS_TITLE) -> ReadingPage:
    return ReadingPage(tried.tools, ReadingText(title, (("", person.LOOK_EMPTY),)))


def test_listen_reads_the_page_and_a_notice_is_read_too(tried: Tried) -> None:
    tried.host.put(page_of(tried))
    tried.page.listen_pressed.emit()
    assert tried.voice.texts == [person.VIEWS_TITLE]
    tried.host.say(ExpectedError(person.VIEWS_NOT_FOUND))
    assert tried.notice == person.VIEWS_NOT_FOUND
    assert tried.voice.texts[-1] == person.VIEWS_NOT_FOUND


def test_hide_and_escape_show_a_blank_page_and_lead_back_to_the_same_one(tried: Tried) -> None:
    page = page_of(tried)
    tried.host.put(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    blank = tried.stage.page
    assert isinstance(blank, Blank)
    blank.returned.emit()
    assert tried.page is page


def test_a_page_keeps_its_host_and_can_be_hidden_and_read_as_long_as_it_stands(tried: Tried) -> None:
    page = page_of(tried)
    PageHost(tried.stage, tried.tools, tried.speaking, Somebody()).put(page)
    gc.collect()
    below = Somebody()
    over = page_of(tried)
    PageHost(tried.stage, tried.tools, tried.speaking, below).over().put(over)
    gc.collect()
    over.hide_pressed.emit()
    over.tell_pressed.emit()
    assert below.asked == ["blank", "tell"]
    over.listen_pressed.emit()
    assert tried.voice.texts == [person.VIEWS_TITLE]


def test_hide_and_tell_someone_are_what_the_pages_below_say(tried: Tried) -> None:
    below = Somebody()
    tried.host.put(page_of(tried))
    over = tried.host.over(below)
    over.put(page_of(tried))
    tried.page.hide_pressed.emit()
    tried.page.tell_pressed.emit()
    assert below.asked == ["blank", "tell"]
    over.over().put(page_of(tried))
    tried.page.tell_pressed.emit()
    assert below.asked == ["blank", "tell", "tell"], "it goes on for what is laid over that"


def test_what_is_laid_over_a_page_leaves_it_as_it_was(tried: Tried) -> None:
    first = page_of(tried)
    tried.host.put(first)
    over = tried.host.over()
    for _ in range(3):
        over.put(page_of(tried))
        assert tried.stage.layers == 2, "one at a time"
    over.leave()
    assert tried.page is first
    over.leave()
    assert tried.page is first


def test_no_page_is_connected_to_the_voice_anywhere_else() -> None:
    """Listen was wired in five places, each a little different."""
    wired = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if "listen_pressed.connect" in path.read_text("utf-8")
    ]
    assert wired == ["ui/flow/page_host.py"]
