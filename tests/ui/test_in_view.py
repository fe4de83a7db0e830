"""What answers a press is seen, and a page begins at its top: every page, at any size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.content.model import Stream
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.notices import CalmNotice
from tests.ui.houses import TriedHouse, tried_house

SENTENCE = "This computer is full, so this was not saved yet. It is still on the screen."
SIZES = {
    "a laptop": (1366, 768, 100),
    "125 % of the system": (1093, 614, 100),
    "150 % of the system": (911, 512, 100),
    "175 % of the system": (781, 439, 100),
    "200 % of the words": (1366, 768, 200),
    "400 % of the words": (1366, 768, 400),
    "150 % of the system and 200 % of the words": (911, 512, 200),
}
"""What a screen of 1366 by 768 comes to for the app: width, height, size of words."""


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def wear(tried: TriedHouse, size: tuple[int, int, int]) -> None:
    width, height, percent = size
    tried.house.window.resize(width, height)
    settings = replace(tried.house.settings, text_size=percent)
    tried.house.liking.use_settings(settings)
    tried.house.settings = settings
    tried.settle()


def in_sight(page: Page, part: QWidget) -> bool:
    """Whether the part is seen whole, or from its beginning where there is no room for all of it."""
    view = page._scroll.viewport()
    place = QRect(part.mapTo(view, part.rect().topLeft()), part.size())
    if part.height() > view.height():
        return 0 <= place.top() <= view.height() // 4
    return bool(view.rect().contains(place))


def at_top(page: Page) -> bool:
    return page._scroll.verticalScrollBar().value() == 0


def focus_is_seen(tried: TriedHouse, page: Page) -> bool:
    focused = tried.app.focusWidget()
    return (
        focused is None
        or not page.body.isAncestorOf(focused)
        or in_sight(page, focused)
        or focused is page.heading
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_what_is_said_on_a_page_is_seen_at_once(tried: TriedHouse, size: tuple[int, int, int]) -> None:
    wear(tried, size)
    unseen: list[str] = []
    begun: set[Page] = set()
    # The pages of families and staff are made of the same parts.
    first = Stream.FAMILY.value if size != SIZES["a laptop"] else "nobody"
    for name in takewhile(lambda name: not name.startswith(first), tried.tour().pages()):
        tried.settle()
        page = tried.house.window.stage.page
        if not isinstance(page, Page):
            continue
        if page not in begun and not (at_top(page) and focus_is_seen(tried, page)):
            unseen.append(f"{name}: begins elsewhere")
        begun.add(page)
        page.mention(SENTENCE, offer=WordButton("Try again"))
        (notice,) = page.findChildren(CalmNotice)
        tried.app.processEvents()
        if not in_sight(page, notice):
            unseen.append(f"{name}: a mention")
        bar = page._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
        page.control(Control.LISTEN).setFocus()
        page.notice(f"{SENTENCE} {SENTENCE}")
        tried.app.processEvents()
        if not in_sight(page, notice):
            unseen.append(f"{name}: a notice")
    assert unseen == []


def test_whoever_scrolls_is_left_where_they_are(tried: TriedHouse) -> None:
    wear(tried, SIZES["400 % of the words"])
    page = tried.page
    page.mention(SENTENCE)
    (notice,) = page.findChildren(CalmNotice)
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.add(CalmNotice(SENTENCE))
    tried.settle()
    assert not in_sight(page, notice)
    assert bar.value() < bar.maximum()


def test_what_is_said_stands_above_what_has_the_focus(tried: TriedHouse) -> None:
    wear(tried, SIZES["400 % of the words"])
    assert tried.house.front is not None
    tried.house.front.ask_role()
    tried.settle()
    page = tried.page
    last = page.body.content.findChildren(WordButton)[-1]
    last.setFocus()
    tried.settle()
    page.mention(SENTENCE)
    tried.settle()
    (notice,) = page.findChildren(CalmNotice)
    assert in_sight(page, notice)
    assert (
        page.heading.mapTo(page, page.heading.rect().bottomLeft()).y()
        < notice.mapTo(page, notice.rect().topLeft()).y()
    )
    assert tried.app.focusWidget() is last
