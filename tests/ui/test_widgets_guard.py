"""The guard against slips, with a clock that the test turns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from duq_desktop.content.model import BoardGroup, Picture, PictureWord
from duq_desktop.preferences.input_methods import KeyTimes
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.widgets import (
    AnswerCard,
    AnswerSet,
    BigButton,
    BoardWords,
    HearButton,
    KeyGuard,
    Mark,
    PictureBoard,
    QuietChoice,
    TypedWords,
    WordButton,
)
from duq_desktop.ui.widgets.screen_keys import Key
from duq_desktop.ui.widgets.scroll_ends import ScrollEnd


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


def test_a_held_key_that_is_told_as_many_presses_is_one_press(guard, card, clock, qtbot):
    for _ in range(60):
        QTest.keyClick(card, Qt.Key.Key_Space)
        clock.now += 0.033 / 2
    assert card.isChecked()
    other = AnswerCard("no", "No")
    qtbot.addWidget(other)
    QTest.keyClick(other, Qt.Key.Key_Space)
    assert not other.isChecked()
    clock.now += 0.1
    QTest.keyClick(other, Qt.Key.Key_Space)
    assert other.isChecked()


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


def test_the_time_between_two_strikes_can_be_set_to_two_seconds_at_once(guard, card, clock):
    guard.times = KeyTimes(strike=2_000)
    QTest.keyClick(card, Qt.Key.Key_Space)
    clock.now += 1.9
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert card.isChecked()
    guard.times = KeyTimes(strike=0)
    clock.now += 0.05
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert not card.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_that_x_tells_of_as_let_go_presses_only_when_it_is(guard, card, clock, qtbot, key):
    guard.repeats_unmarked = True
    times = []
    card.clicked.connect(lambda: times.append(1))
    QTest.keyPress(card, key)
    for _ in range(20):
        clock.now += 0.04
        QTest.keyRelease(card, key)
        QTest.keyPress(card, key)
    assert times == []
    QTest.keyRelease(card, key)
    assert times == []
    qtbot.waitUntil(lambda: times == [1])


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_who_goes_on_by_tab_at_once_has_pressed(guard, clock, qtbot, key):
    """The focus moved away within the moment that shows if the key was let go, and the press was lost."""
    guard.repeats_unmarked = True
    page = QWidget()
    row = QVBoxLayout(page)
    first, second = WordButton("happy"), WordButton("sad")
    row.addWidget(first)
    row.addWidget(second)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    pressed = []
    first.clicked.connect(lambda: pressed.append("happy"))
    second.clicked.connect(lambda: pressed.append("sad"))
    QTest.keyPress(first, key)
    QTest.keyRelease(first, key)
    assert pressed == []
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert pressed == ["happy"]
    assert QApplication.focusWidget() is second
    clock.now += 1
    QTest.keyPress(second, key)
    QTest.keyRelease(second, key)
    assert pressed == ["happy"]
    window, middle = page.windowHandle(), first.mapTo(page, first.rect().center())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=middle)  # to the window first, as it comes
    assert pressed == ["happy", "sad", "happy"]


def test_a_key_let_go_as_another_page_comes_presses_nothing(guard, card, clock, qtbot):
    guard.repeats_unmarked = True
    QTest.keyPress(card, Qt.Key.Key_Space)
    QTest.keyRelease(card, Qt.Key.Key_Space)
    guard.page_changed()
    assert not guard._moment.isActive()
    clock.now += 1
    QTest.keyPress(card, Qt.Key.Key_Space)
    QTest.keyRelease(card, Qt.Key.Key_Space)
    QTest.keyPress(card, Qt.Key.Key_Return)
    assert card.isChecked(), "another key: the one before was let go"


@pytest.mark.parametrize("repeat", [False, True])
def test_a_key_held_down_goes_on_by_itself_only_where_that_is_wanted(guard, qtbot, repeat):
    guard.times = KeyTimes(repeat=repeat)
    box = TypedWords("Your words")
    qtbot.addWidget(box)
    QTest.keyClicks(box, "a")
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)
    QApplication.sendEvent(box, again)
    assert box.words() == ("aa" if repeat else "a")


def test_a_press_for_another_way_counts_as_one(guard, card, clock):
    guard.press(card)
    assert card.isChecked()
    clock.now += 0.2
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.isChecked()
    clock.now += 1
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert not card.isChecked()


def test_keys_to_type_with_may_follow_sooner(guard, qtbot, clock):
    key = Key("l")
    qtbot.addWidget(key)
    key.show()
    pressed = []
    key.clicked.connect(lambda: pressed.append(clock.now))
    for _ in range(3):
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
        clock.now += 0.25
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    clock.now += 0.1
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert len(pressed) == 4


@pytest.fixture
def answers(qtbot):
    cards = [AnswerCard(name, name.title()) for name in ("yes", "sometimes", "no")]
    made = AnswerSet(cards, [QuietChoice("dont_know", "I don't know")], hear="Hear")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_numbers_choose_an_answer_while_the_answers_have_the_focus(guard, answers):
    answers.cards[0].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert answers.chosen == "no"
    assert answers.cards[2].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert answers.chosen == "no", "pressed again it stays"
    answers.hear_buttons["yes"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert answers.chosen == "yes"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert answers.chosen == "yes"


def test_numbers_do_nothing_elsewhere_or_turned_off_or_in_the_dead_time(guard, answers, qtbot, clock):
    other = WordButton("Next")
    qtbot.addWidget(other)
    other.show()
    QTest.keyClick(other, Qt.Key.Key_1)
    assert answers.chosen is None
    guard.page_changed()
    answers.cards[0].setFocus()
    QTest.keyClick(answers.cards[0], Qt.Key.Key_1)
    assert answers.chosen is None
    clock.now += 1
    guard.times = KeyTimes(numbers=False)
    QTest.keyClick(answers.cards[0], Qt.Key.Key_1)
    assert answers.chosen is None


def test_arrows_go_from_answer_to_answer_and_choose_nothing(guard, answers):
    answers.cards[0].setFocus()
    met = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(QApplication.focusWidget(), key)
        met.append(QApplication.focusWidget().option_id)
    assert met == ["sometimes", "no", "dont_know", "no"]
    assert answers.chosen is None


KINDS = {
    "answer": lambda pictures: AnswerCard("yes", "Yes"),
    "quiet": lambda pictures: QuietChoice("dont_know", "I don't know"),
    "big": lambda pictures: BigButton("Next", main=True),
    "word": lambda pictures: WordButton("Back", mark=Mark.BACK),
    "hear": lambda pictures: HearButton("Hear", "Yes"),
    "key": lambda pictures: Key("a"),
    "scroll": lambda pictures: ScrollEnd("Down", down=True),
    "board": lambda pictures: _board(pictures),
    "board-tool": lambda pictures: _board(pictures),
}


def _board(pictures):
    groups = [BoardGroup(str(n), f"Kind {n}", Picture("x", "x")) for n in range(7)]
    words = [PictureWord("dog", "dog", "0", Picture("dog", "dog"))]
    return PictureBoard(groups, words, BoardWords("Empty", "Undo", "More", "Back"), pictures)


@pytest.fixture(params=KINDS)
def pressed(request, qtbot):
    """A button of each kind, and how often it was pressed."""
    holder = button = KINDS[request.param](PictureCache())
    if isinstance(holder, PictureBoard):
        button = holder.more_button if request.param == "board-tool" else holder.choices[0]
    qtbot.addWidget(holder)
    holder.resize(900, 500)
    with qtbot.waitExposed(holder):
        holder.show()
    times = []
    button.clicked.connect(lambda: times.append(1))
    yield button, times  # the holder stays until the test is over


def test_a_mouse_or_a_pen_acts_when_let_go_and_not_when_it_has_slid_off(guard, pressed):
    button, times = pressed
    middle, off = button.rect().center(), button.rect().bottomRight() + QPoint(40, 40)
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=middle)
    assert times == []
    QTest.mouseMove(button, off)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=off)
    assert times == []
    guard.times = KeyTimes(strike=0)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle)
    assert times == [1]


def test_a_finger_acts_when_taken_away_and_not_when_it_has_slid_off(guard, pressed, clock):
    button, times = pressed
    guard.times = KeyTimes(strike=0)
    finger = QTest.createTouchDevice()
    window = button.window()
    middle = button.mapTo(window, button.rect().center())
    off = button.mapTo(window, button.rect().bottomRight()) + QPoint(60, 60)
    QTest.touchEvent(window, finger).press(0, middle, window)
    QApplication.processEvents()
    QTest.touchEvent(window, finger).move(0, off, window)
    QTest.touchEvent(window, finger).release(0, off, window)
    QApplication.processEvents()
    assert times == []
    QTest.touchEvent(window, finger).press(0, middle, window)
    QApplication.processEvents()
    clock.now += 5
    assert times == []
    QTest.touchEvent(window, finger).release(0, middle, window)
    QApplication.processEvents()
    assert times == [1]


def key_of(when: int, kind: QEvent.Type) -> QKeyEvent:
    event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(when)
    return event


def strike(qapp: QApplication, button: QPushButton, when: int) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        qapp.sendEvent(button, key_of(when, kind))
    QTest.qWait(0)


@pytest.mark.parametrize("dead", [0, 300])
def test_keys_that_were_under_way_do_not_press_the_page_that_comes(qapp, guard, card, clock, dead):
    guard.times = KeyTimes(dead=dead)
    guard.repeats_unmarked = False
    pressed = []
    card.clicked.connect(lambda: pressed.append(clock.now))
    strike(qapp, card, 5_000)
    guard.page_changed()
    clock.now += 2  # so long the page takes to be built; the second strike waits meanwhile
    guard.page_stands()
    del pressed[:]
    strike(qapp, card, 6_900)
    assert pressed == []
    clock.now += 1
    strike(qapp, card, 8_000)
    assert len(pressed) == 1


def test_a_clock_of_the_system_that_begins_anew_locks_nobody_out(qapp, guard, card, clock):
    guard.times = KeyTimes(dead=0)
    guard.repeats_unmarked = False
    strike(qapp, card, 2**32 - 50)
    guard.page_changed()
    clock.now += 1
    guard.page_stands()
    pressed = []
    card.clicked.connect(lambda: pressed.append(clock.now))
    clock.now += 1
    strike(qapp, card, 1_900)
    assert len(pressed) == 1
