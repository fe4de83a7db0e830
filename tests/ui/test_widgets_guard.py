"""The guard against slips, with a clock that the test turns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from duq_desktop.liking.ways import KeyTimes
from duq_desktop.ui.widgets import AnswerCard, KeyGuard, TypedWords, WordButton


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def guard(qapp, clock):
    made = KeyGuard(KeyTimes(strike=500, dead=300), clock=clock)
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def card(qtbot):
    made = AnswerCard("yes", "Yes")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_enter_presses_on_release(guard, card):
    QTest.keyPress(card, Qt.Key.Key_Return)
    assert card.isDown()
    assert not card.isChecked()
    QTest.keyRelease(card, Qt.Key.Key_Return)
    assert card.isChecked()


def test_without_the_guard_enter_does_nothing(card):
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert not card.isChecked()


def test_a_held_key_is_one_press(guard, card, clock):
    QTest.keyPress(card, Qt.Key.Key_Return)
    for _ in range(5):
        clock.now += 1
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            again = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
            QApplication.sendEvent(card, again)
    QTest.keyRelease(card, Qt.Key.Key_Return)
    assert card.isChecked()


def test_a_second_strike_within_the_time_does_not_take_the_answer_back(guard, card, clock):
    QTest.keyClick(card, Qt.Key.Key_Space)
    clock.now += 0.4
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert card.isChecked()
    clock.now += 0.6
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert not card.isChecked()


def test_a_double_click_is_one_press(guard, card):
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert card.isChecked()


def test_another_button_may_be_pressed_at_once(guard, card, qtbot):
    other = WordButton("Next")
    qtbot.addWidget(other)
    other.show()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(other.clicked, timeout=500):
        QTest.mouseClick(other, Qt.MouseButton.LeftButton)


def test_what_comes_at_once_after_a_page_change_is_ignored(guard, card, clock):
    guard.page_changed()
    clock.now += 0.2
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert not card.isChecked()
    clock.now += 0.2
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.isChecked()


def test_a_release_that_belongs_to_the_page_before_does_nothing(guard, card, clock):
    QTest.keyPress(card, Qt.Key.Key_Space)
    guard.page_changed()
    clock.now += 1
    QTest.keyRelease(card, Qt.Key.Key_Space)
    assert not card.isChecked()


def test_typing_is_left_alone(guard, qtbot, clock):
    box = TypedWords("Your words")
    qtbot.addWidget(box)
    box.show()
    guard.page_changed()
    QTest.keyClicks(box, "a  b")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "c")
    assert box.toPlainText() == "a  b\nc"


def test_plain_buttons_are_guarded_too(guard, qtbot, clock):
    plain = QPushButton("Open")
    qtbot.addWidget(plain)
    plain.show()
    with qtbot.waitSignal(plain.clicked, timeout=500):
        QTest.keyClick(plain, Qt.Key.Key_Enter)
