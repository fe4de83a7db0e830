"""Somebody has one switch and nothing else, and nothing is set: holding it turns scanning on, and only that.

Time is moved on, never waited for. What must not ask is tried on the same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from duq_desktop.device.day_plan import DayPlan
from duq_desktop.interview.steps import PageName
from duq_desktop.preferences.input_methods import InputMethod, KeyTimes, SwitchKey
from duq_desktop.preferences.preferences import Preferences
from duq_desktop.ui.access.held import HELD_MS, Held
from duq_desktop.ui.access.scan import Stand
from duq_desktop.ui.person.pages.more_page import MorePage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.preferences.pages.ask_switch_page import ROUNDS, STEP_MS, AskSwitchPage
from duq_desktop.ui.preferences.pages.switch_page import SAME_MOST, Phase, SwitchPage
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.controls import Control
from tests.fakes import FakeClock
from tests.ui.access.lone_switch import LoneSwitch
from tests.ui.access.test_scan_window import go_to, part_of
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.walk import problems_of


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path, text_size=100, theme="cream") as house:
        yield house


@pytest.fixture
def lone(tried: TriedHouse) -> LoneSwitch:
    return LoneSwitch(tried)


def top(tried: TriedHouse) -> QWidget | None:
    return tried.house.window.stage.page


def liking(tried: TriedHouse) -> Preferences:
    return tried.house.liking.liking


def bare_place(tried: TriedHouse) -> QWidget:
    """A part of the page where a press does nothing."""
    return tried.page.heading


# One switch, from nothing


def test_from_the_start_page_with_one_switch_and_nothing_set(tried: TriedHouse, lone: LoneSwitch) -> None:
    start = tried.page
    assert isinstance(start, StartPage)
    lone.turn_on()
    assert top(tried) is start
    assert liking(tried).way is InputMethod.ONE_SWITCH
    lone.press(start.buttons["start"])
    assert tried.running.session.step.page is PageName.NEAR


def test_the_held_press_presses_nothing_when_it_is_let_go(tried: TriedHouse, lone: LoneSwitch) -> None:
    go_to(tried, PageName.QUESTION)
    card = part_of(tried).answers.cards[0]
    card.setFocus()
    lone.hold()
    page = tried.page
    assert isinstance(page, AskSwitchPage)
    assert lone.control.scanner.item is page.buttons["one"]
    lone.choose_when_on(page.buttons["no"])
    assert tried.page is tried.running.page
    assert part_of(tried).answers.chosen is None
    assert liking(tried).way is InputMethod.DIRECT
    assert not lone.control.scanner.ring.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_F7, Qt.Key.Key_Tab])
def test_whatever_key_the_switch_sends_is_the_switch_from_then_on(
    tried: TriedHouse, lone: LoneSwitch, key: Qt.Key
) -> None:
    lone.key = key
    lone.turn_on()
    assert liking(tried).switch.chooses.value in {"space", "enter", "f7", "tab"}
    start = tried.page
    assert isinstance(start, StartPage)
    lone.press(start.buttons["start"])
    assert tried.running.session.step.page is PageName.NEAR


def test_a_mouse_button_that_never_moves_is_a_switch(tried: TriedHouse, lone: LoneSwitch) -> None:
    start = tried.page
    assert isinstance(start, StartPage)
    lone.mouse_at = bare_place(tried).mapToGlobal(bare_place(tried).rect().center())
    lone.turn_on()
    assert liking(tried).switch.chooses is SwitchKey.LEFT_BUTTON
    lone.press(start.buttons["start"])
    assert tried.running.session.step.page is PageName.NEAR


def test_a_mouse_button_presses_nothing_that_came_up_under_it(tried: TriedHouse, lone: LoneSwitch) -> None:
    go_to(tried, PageName.WHY)
    window = tried.house.window
    lone.hold()
    page = tried.page
    assert isinstance(page, AskSwitchPage)
    over_no = page.buttons["no"].mapTo(window, page.buttons["no"].rect().center())
    lone.choose_when_on(page.buttons["no"])
    under = window.childAt(over_no)
    assert not isinstance(under, QAbstractButton)
    lone.mouse_at = window.mapToGlobal(over_no)
    lone.hold()
    page = tried.page
    assert isinstance(page, AskSwitchPage)
    assert window.childAt(over_no) is page.buttons["no"]
    lone.choose_when_on(page.buttons["one"])
    assert isinstance(tried.page, SwitchPage)


def test_who_moves_the_mouse_presses_what_it_is_on(tried: TriedHouse, lone: LoneSwitch) -> None:
    lone.mouse_at = bare_place(tried).mapToGlobal(bare_place(tried).rect().center())
    lone.hold()
    page = tried.page
    assert isinstance(page, AskSwitchPage)
    assert lone.control.scanner.item is page.buttons["one"]
    QTest.mouseClick(page.buttons["no"], Qt.MouseButton.LeftButton)
    tried.settle()
    assert isinstance(tried.page, StartPage)


def test_two_switches_the_other_one_is_asked_for(tried: TriedHouse, lone: LoneSwitch) -> None:
    lone.hold()
    page = tried.page
    assert isinstance(page, AskSwitchPage)
    lone.choose_when_on(page.buttons["two"])
    trying = tried.page
    assert isinstance(trying, SwitchPage)
    assert trying.phase is Phase.LEARN_MOVES
    lone.send(Qt.Key.Key_F8)
    assert trying.phase is Phase.DONE
    assert (trying.times.chooses, trying.times.moves) == (SwitchKey.SPACE, SwitchKey.F8)
    trying.take.click()
    tried.settle()
    assert liking(tried).way is InputMethod.TWO_SWITCHES
    assert isinstance(tried.page, StartPage)


def test_who_has_no_second_switch_is_not_stuck(tried: TriedHouse, lone: LoneSwitch) -> None:
    lone.hold()
    page = tried.page
    assert isinstance(page, AskSwitchPage)
    lone.choose_when_on(page.buttons["two"])
    for _ in range(SAME_MOST):
        assert isinstance(tried.page, SwitchPage)
        lone.send(lone.key)
    assert isinstance(tried.page, AskSwitchPage)
    assert liking(tried).way is InputMethod.DIRECT


def test_back_while_trying_takes_it_off_again(tried: TriedHouse, lone: LoneSwitch) -> None:
    before = liking(tried)
    lone.hold()
    page = tried.page
    assert isinstance(page, AskSwitchPage)
    lone.choose_when_on(page.buttons["one"])
    tried.page.control(Control.BACK).click()
    tried.settle()
    assert isinstance(tried.page, AskSwitchPage)
    assert liking(tried) == before


def test_when_nobody_presses_it_goes_back_by_itself_and_nothing_is_lost(
    tried: TriedHouse, lone: LoneSwitch
) -> None:
    go_to(tried, PageName.QUESTION)
    part = part_of(tried)
    part.answers.choose("no")
    part.more_button.click()
    more = tried.page
    assert isinstance(more, MorePage)
    more.box.typed.set_words("my words")
    more.control(Control.NEXT).setFocus()
    before = liking(tried)
    lone.hold()
    assert isinstance(tried.page, AskSwitchPage)
    began = lone.clock.now
    for _ in range(ROUNDS * 6):
        if not isinstance(tried.page, AskSwitchPage):
            break
        lone.step()
        tried.settle()
    assert tried.page is more
    assert more.box.typed.words() == "my words"
    assert part.answers.chosen == "no"
    assert liking(tried) == before
    assert ROUNDS * 4 * STEP_MS / 1000 <= lone.clock.now - began < 90


def test_what_the_ring_says_is_heard_and_first_what_is_asked(tried: TriedHouse, lone: LoneSwitch) -> None:
    tried.house.speaking.is_on = True
    tried.voice.said.clear()
    lone.hold()
    assert [one.text for one in tried.voice.said if one.aside] == ["Do you use a switch? Yes, one switch"]
    while tried.voice.waiting:
        tried.voice.finish()
    lone.step()
    tried.settle()
    assert tried.voice.said[-1].text == "Yes, two switches"


def test_it_is_there_on_a_blank_page_too_which_stays_blank(tried: TriedHouse, lone: LoneSwitch) -> None:
    go_to(tried, PageName.QUESTION)
    tried.running.asides.blank()
    tried.settle()
    lone.hold()
    page = tried.page
    assert isinstance(page, AskSwitchPage)
    lone.choose_when_on(page.buttons["no"])
    assert isinstance(top(tried), Blank)


def test_the_next_person_finds_the_computer_as_it_was_set(tried: TriedHouse, lone: LoneSwitch) -> None:
    lone.turn_on()
    assert tried.house.front is not None
    tried.house.front.show_start()
    tried.settle()
    assert liking(tried) == tried.house.liking.usual


def test_where_the_day_has_a_way_the_day_counts_again_for_the_next(
    tried: TriedHouse, lone: LoneSwitch
) -> None:
    house = tried.house
    house.hand_over.keep_day(DayPlan(date.today().isoformat(), way="one-switch"))
    assert house.front is not None
    house.front.show_start()
    lone.hold()
    assert isinstance(tried.page, StartPage), "who is scanned already is not asked"
    house.liking.put(replace(liking(tried), way=InputMethod.DIRECT))
    tried.settle()
    lone.turn_on()
    house.front.show_start()
    assert liking(tried).way is InputMethod.ONE_SWITCH
    assert liking(tried).switch == house.liking.usual.switch


def test_an_untouched_start_page_takes_it_off_again(tried: TriedHouse, lone: LoneSwitch) -> None:
    lone.turn_on()
    assert tried.house.front is not None
    tried.house.front.on_left_alone()
    tried.settle()
    assert liking(tried).way is InputMethod.DIRECT


def test_the_start_page_says_it_to_who_has_no_such_way_yet(tried: TriedHouse, lone: LoneSwitch) -> None:
    start = tried.page
    assert isinstance(start, StartPage)
    said = "Do you use a switch? Hold it down."
    assert said in [reading.text for reading in start.utterances()]
    lone.turn_on()
    assert said not in [reading.text for reading in start.utterances()]
    assert start._switch_line.isHidden()


@pytest.mark.parametrize("theme", ["cream", "black-and-yellow", "computer"])
@pytest.mark.parametrize("size", [100, 200, 400])
def test_the_page_that_asks_is_whole_and_strong_at_any_size(
    tried: TriedHouse, lone: LoneSwitch, size: int, theme: str
) -> None:
    tried.house.liking.put(replace(liking(tried), text_size=size, theme=theme))
    lone.hold()
    assert isinstance(tried.page, AskSwitchPage)
    assert problems_of(tried.page) == []
    assert size > 200 or not tried.page._scroll.verticalScrollBar().maximum()


# What must not ask


def test_a_short_press_is_a_press_and_asks_nothing(tried: TriedHouse, lone: LoneSwitch) -> None:
    go_to(tried, PageName.QUESTION)
    card = part_of(tried).answers.cards[0]
    card.setFocus()
    lone.hold(HELD_MS - 500)
    lone.later(10_000)
    assert tried.page is tried.running.page
    assert card.isChecked()


def test_a_key_held_in_a_box_to_type_in(tried: TriedHouse, lone: LoneSwitch) -> None:
    go_to(tried, PageName.QUESTION)
    part_of(tried).more_button.click()
    more = tried.page
    assert isinstance(more, MorePage)
    more.box.typed.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Right):
        lone.key = key
        lone.hold(HELD_MS * 3)
        assert tried.page is more


def test_a_mouse_button_held_over_a_card(tried: TriedHouse, lone: LoneSwitch) -> None:
    go_to(tried, PageName.QUESTION)
    card = part_of(tried).answers.cards[1]
    lone.mouse_at = card.mapToGlobal(card.rect().center())
    QTest.mousePress(card, Qt.MouseButton.LeftButton)
    lone.later(HELD_MS * 3)
    assert tried.page is tried.running.page
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)
    tried.settle()
    assert card.isChecked()


def test_a_mouse_button_held_while_the_pointer_moves(tried: TriedHouse, lone: LoneSwitch) -> None:
    place = bare_place(tried)
    window = tried.house.window.windowHandle()
    start = place.mapTo(tried.house.window, place.rect().center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(window, start + QPoint(0, 60))
    tried.app.processEvents()
    lone.later(HELD_MS * 2)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert isinstance(tried.page, StartPage)


def test_a_hand_that_lies_on_a_touch_screen(tried: TriedHouse, lone: LoneSwitch) -> None:
    place, window = bare_place(tried), tried.house.window
    finger = QTest.createTouchDevice()
    at = place.mapTo(window, place.rect().center())
    QTest.touchEvent(window, finger).press(0, at, window)
    tried.app.processEvents()
    lone.later(HELD_MS * 2)
    QTest.touchEvent(window, finger).release(0, at, window)
    assert isinstance(tried.page, StartPage)


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_A, Qt.Key.Key_Escape])
def test_a_key_that_no_switch_sends(tried: TriedHouse, lone: LoneSwitch, key: Qt.Key) -> None:
    lone.key = key
    lone.hold(HELD_MS * 2)
    assert not isinstance(top(tried), AskSwitchPage)


def test_two_keys_at_once_and_a_key_with_shift(tried: TriedHouse, lone: LoneSwitch) -> None:
    QTest.keyPress(tried.focused(), Qt.Key.Key_F7)
    QTest.keyPress(tried.focused(), Qt.Key.Key_Shift)
    lone.later(HELD_MS * 2)
    assert isinstance(tried.page, StartPage)
    QTest.keyRelease(tried.focused(), Qt.Key.Key_Shift)
    QTest.keyRelease(tried.focused(), Qt.Key.Key_F7)
    lone.later(100)
    QTest.keyPress(tried.focused(), Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    lone.later(HELD_MS * 2)
    assert isinstance(tried.page, StartPage)


def test_an_arrow_held_by_who_wants_held_keys_to_go_on(tried: TriedHouse, lone: LoneSwitch) -> None:
    now = liking(tried)
    tried.house.liking.put(replace(now, keys=replace(now.keys, repeat=True)))
    lone.key = Qt.Key.Key_Down
    lone.hold(HELD_MS * 2)
    assert isinstance(tried.page, StartPage)
    lone.key = Qt.Key.Key_F7
    lone.hold()
    assert isinstance(tried.page, AskSwitchPage)


@pytest.mark.parametrize("way", [InputMethod.ONE_SWITCH, InputMethod.TWO_SWITCHES, InputMethod.DWELL])
def test_who_has_such_a_way_already(tried: TriedHouse, lone: LoneSwitch, way: InputMethod) -> None:
    tried.house.liking.put(replace(liking(tried), way=way))
    tried.settle()
    lone.key = Qt.Key.Key_F7
    lone.hold(HELD_MS * 2)
    assert isinstance(tried.page, StartPage)


def _opener(tried: TriedHouse) -> None:
    assert isinstance(tried.page, StartPage)
    tried.page.buttons["opener"].click()


def _day(tried: TriedHouse) -> None:
    assert isinstance(tried.page, StartPage)
    tried.page.buttons["day"].click()


@pytest.mark.parametrize("go", [_opener, _day])
def test_pages_of_the_opener_and_of_the_days_set_up(
    tried: TriedHouse, lone: LoneSwitch, go: Callable[[TriedHouse], None]
) -> None:
    go(tried)
    tried.settle()
    page = tried.page
    assert not isinstance(page, StartPage)
    page.control(Control.NEXT).setFocus()
    lone.key = Qt.Key.Key_F7
    lone.hold(HELD_MS * 2)
    assert tried.page is page


def test_a_window_that_is_not_in_front(tried: TriedHouse, lone: LoneSwitch) -> None:
    QTest.keyPress(tried.focused(), Qt.Key.Key_F7)
    other = QWidget()
    other.show()
    other.activateWindow()
    tried.settle()
    assert not tried.house.window.isActiveWindow()
    lone.later(HELD_MS * 2)
    assert isinstance(tried.page, StartPage)
    other.close()
    other.deleteLater()
    tried.settle()


# How a switch is told of


def test_a_key_that_qt_marks_as_repeating_and_one_that_an_x_server_does_not(
    tried: TriedHouse, lone: LoneSwitch
) -> None:
    go_to(tried, PageName.QUESTION)
    window = tried.house.window
    QTest.keyPress(tried.focused(), Qt.Key.Key_Space)
    for _ in range(HELD_MS // 40 + 5):
        lone.later(40)
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        tried.app.sendEvent(tried.focused(), again)
        QTest.keyRelease(tried.focused(), Qt.Key.Key_Space)
        QTest.keyPress(tried.focused(), Qt.Key.Key_Space)
    assert isinstance(tried.page, AskSwitchPage)
    item = lone.control.scanner.item
    for _ in range(5):
        lone.later(40)
        QTest.keyRelease(tried.focused(), Qt.Key.Key_Space)
        QTest.keyPress(tried.focused(), Qt.Key.Key_Space)
    QTest.keyRelease(window, Qt.Key.Key_Space)
    lone.later(100)
    assert isinstance(tried.page, AskSwitchPage)
    assert lone.control.scanner.item is item
    assert lone.control.scanner.scan.stand is Stand.ITEM


def test_held_is_told_once_and_again_only_when_it_was_let_go_for_good() -> None:
    held = Held(3_000)
    held.down("a", 0)
    assert held.due(2_999) is None
    assert held.due(3_000) == "a"
    assert held.due(9_000) is None
    assert held.has_fired("a", 9_000)
    held.up("a", 9_000)
    held.down("a", 9_010)
    assert held.has_fired("a", 9_100)
    held.up("a", 9_200)
    assert not held.has_fired("a", 9_300)
    held.down("a", 9_400)
    assert held.due(12_399) is None
    assert held.due(12_400) == "a"


def test_held_begins_anew_after_it_was_let_go() -> None:
    held, clock = Held(3_000), FakeClock()
    for _ in range(20):
        held.down("a", clock.now)
        assert held.due(clock.now + 1_000) is None
        held.up("a", clock.now + 1_000)
        clock.now += 1_100
        assert held.due(clock.now) is None


def test_what_else_the_person_likes_stays_when_the_way_is_set(tried: TriedHouse, lone: LoneSwitch) -> None:
    now = liking(tried)
    tried.house.liking.put(replace(now, text_size=150, keys=KeyTimes(strike=2_000)))
    lone.turn_on()
    assert (liking(tried).text_size, liking(tried).keys.strike) == (150, 2_000)
