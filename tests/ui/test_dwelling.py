"""Dwelling in the real window: the ring, the rest spot, and a press that is the same as a click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName
from duq_desktop.preferences.input_methods import InputMethod, KeyTimes
from duq_desktop.ui.access.dwell_driver import LOOK_MS, Dwelling
from duq_desktop.ui.person.pages.question_page import OneQuestion, QuestionPage
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import pressing
from tests.fakes import FakeClock
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_my_views import given_on


class Eye:
    """A pointer that a test moves, and its time."""

    def __init__(self, tried: TriedHouse) -> None:
        self.tried, self.now, self.place = tried, 1e9, QPoint(-9, -9)
        tried.house.liking.put(replace(tried.house.liking.liking, way=InputMethod.DWELL))
        self.dwelling: Dwelling = tried.house.access.dwelling
        self.dwelling.clock = lambda: self.now
        self.dwelling.where = lambda: tried.house.window.mapToGlobal(self.place)
        self.dwelling.page_changed()
        tried.settle()
        self.away(1_000)

    def on(self, widget: QWidget, length: int) -> None:
        self.place = widget.mapTo(self.tried.house.window, widget.rect().center())
        self.pass_time(length)

    def away(self, length: int = 300) -> None:
        self.place = QPoint(-9, -9)
        self.pass_time(length)

    def pass_time(self, length: int) -> None:
        for _ in range(0, length, LOOK_MS):
            self.now += LOOK_MS
            self.dwelling.look()


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path, text_size=100, theme="cream") as house:
        house.house.window.resize(1366, 768)
        yield house


@pytest.fixture
def eye(tried: TriedHouse) -> Eye:
    return Eye(tried)


def question(eye: Eye) -> OneQuestion:
    tried = eye.tried
    assert tried.house.front is not None
    tried.house.front.begin(Stream.PERSON)
    while tried.running.session.step.page is not PageName.QUESTION:
        tried.running.interview.next(given_on(tried.running.session))
    tried.running._show_step()
    tried.settle()
    eye.away(1_000)
    page = tried.page
    assert isinstance(page, QuestionPage)
    (part,) = page.parts.values()
    return part


def test_staying_on_a_card_chooses_it_once_and_the_hear_button_beside_it_is_its_own(eye: Eye) -> None:
    part = question(eye)
    card = part.answers.cards[0]
    heard: list[str] = []
    part.answers.heard.connect(heard.append)
    eye.on(card, 1_200 - 2 * LOOK_MS)
    assert not card.isChecked()
    eye.pass_time(4 * LOOK_MS)
    assert card.isChecked()
    assert part.given().answer == card.option_id
    eye.pass_time(6_000)
    assert card.isChecked(), "staying on takes nothing back"
    eye.on(part.answers.hear_buttons[card.option_id], 1_300)
    assert heard == [card.option_id]
    assert card.isChecked()


def test_every_corner_of_a_card_is_the_card(eye: Eye) -> None:
    part = question(eye)
    card = part.answers.cards[1]
    eye.place = card.mapTo(eye.tried.house.window, card.target().bottomRight() - QPoint(3, 3))
    eye.pass_time(1_300)
    assert card.isChecked()


def test_a_click_of_the_same_device_is_no_second_press(eye: Eye) -> None:
    part = question(eye)
    guard, clock = eye.tried.house.guard, FakeClock()
    clock.now = 1e13
    guard.clock, guard.times = clock, KeyTimes()
    card = part.answers.cards[0]
    eye.on(card, 1_300)
    clock.now += 0.1
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.isChecked(), "a click that comes with the dwell is the same press"
    other = part.answers.cards[1]
    eye.on(other, 400)
    clock.now += 2
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert other.isChecked()
    eye.pass_time(3_000)
    assert other.isChecked(), "what was clicked is not pressed by staying as well"


def test_the_guard_swallows_no_press_by_staying(eye: Eye) -> None:
    part = question(eye)
    guard = eye.tried.house.guard
    guard.clock, guard.times = FakeClock(), KeyTimes(strike=2_000, dead=2_000)
    guard.page_changed()
    eye.on(part.answers.cards[0], 1_300)
    assert part.answers.cards[0].isChecked()


def test_next_is_not_pressed_on_the_page_that_comes_up_under_the_eye(eye: Eye) -> None:
    part = question(eye)
    eye.on(part.answers.cards[0], 1_300)
    eye.on(eye.tried.page.control(Control.NEXT), 1_300)
    after = eye.tried.page
    assert after is not part.window()
    eye.tried.settle()
    eye.pass_time(5_000)
    assert eye.tried.page is after


def test_the_ring_fills_round_what_is_stayed_on_and_only_its_own_lines_are_painted_again(eye: Eye) -> None:
    part = question(eye)
    card, ring = part.answers.cards[0], eye.dwelling.ring
    assert ring.isHidden()
    filled = []
    for _ in range(3):
        eye.on(card, 300)
        eye.tried.settle()
        filled.append(_accent_pixels(ring, look_of(card).colour("accent")))
    assert filled == sorted(filled)
    assert filled[0] > 500
    assert filled[2] > 2.5 * filled[0]
    assert not ring.mask().contains(ring.rect().center()), (
        "the card's words are neither covered nor repainted"
    )
    assert ring.geometry().contains(card.mapTo(eye.tried.house.window, card.target().center()))
    eye.away()
    assert ring.isHidden()


def test_the_ring_neither_hides_nor_moves_while_it_fills(eye: Eye) -> None:
    part = question(eye)
    eye.on(part.answers.cards[0], 100)
    watch = _Watch()
    eye.dwelling.ring.installEventFilter(watch)
    eye.on(part.answers.cards[0], 1_000)
    eye.tried.settle()
    assert not watch.seen & {QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize}


def test_the_rest_spot_stands_above_every_page_and_turns_staying_off_and_on(eye: Eye) -> None:
    spot = eye.dwelling.spot
    part = question(eye)
    assert spot.isVisible()
    assert spot.accessibleName() == pressing.REST_SPOT
    assert spot.height() >= 44
    eye.on(spot, 1_500)
    assert not spot.is_paused, "a short rest is only a rest"
    eye.pass_time(3_000)
    assert spot.accessibleName() == pressing.REST_SPOT_OFF
    eye.on(part.answers.cards[0], 3_000)
    assert part.answers.chosen is None
    eye.on(spot, 1_300)
    eye.on(part.answers.cards[0], 1_300)
    assert part.answers.chosen is not None


def test_nothing_happens_on_what_is_no_target_or_while_another_window_is_in_front(eye: Eye) -> None:
    part = question(eye)
    eye.on(eye.tried.page.heading, 3_000)
    assert eye.dwelling.ring.isHidden()
    other = QWidget()
    other.show()
    other.activateWindow()
    eye.tried.settle()
    eye.on(part.answers.cards[0], 3_000)
    assert part.answers.chosen is None
    other.close()


def test_the_next_person_finds_it_off(eye: Eye) -> None:
    tried = eye.tried
    question(eye)
    assert tried.house.front is not None
    tried.house.front.show_start()
    assert not eye.dwelling.is_on
    assert eye.dwelling.spot.isHidden()


def test_a_page_that_goes_on_is_scrolled_by_staying_on_its_bar(eye: Eye) -> None:
    tried = eye.tried
    tried.house.window.resize(1366, 400)
    question(eye)
    scroll = tried.page._scroll
    bar = scroll.verticalScrollBar()
    assert bar.maximum() > 0
    before = bar.value()
    eye.place = bar.mapTo(tried.house.window, QPoint(bar.width() // 2, bar.height() - 4))
    eye.pass_time(1_300)
    assert bar.value() > before
    eye.on(scroll.ends[0], 1_300)
    assert bar.value() == 0
    eye.away()
    eye.on(scroll.ends[0], 1_300)
    assert eye.dwelling.ring.isHidden(), "nothing fills where there is nothing more"


class _Watch(QObject):
    """Notes what an object is told."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QEvent.Type] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen.add(event.type())
        return False


def _accent_pixels(ring: QWidget, accent: QColor) -> int:
    image = ring.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = accent.rgb() & 0xFFFFFF
    return sum(colour & 0xFFFFFF == wanted for colour in memoryview(image.constBits()).cast("B").cast("I"))
