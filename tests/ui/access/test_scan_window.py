"""Switches in the real window: what they press, what they never press, what is said, and the way to Hide."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName
from duq_desktop.preferences.input_methods import InputMethod, SwitchKey, SwitchTimes
from duq_desktop.preferences.preferences import Sound
from duq_desktop.settings import Settings
from duq_desktop.ui.access.scan import Stand
from duq_desktop.ui.access.scanner import Scanner
from duq_desktop.ui.person.pages.look_page import LookPage
from duq_desktop.ui.person.pages.more_page import MorePage
from duq_desktop.ui.person.pages.question_page import OneQuestion, QuestionPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.preferences.pages.switch_page import TRIES, TRY_STEP, Phase, SwitchPage
from duq_desktop.ui.theme import read_themes
from duq_desktop.ui.theme.contrast import CONTROL_RATIO, ratio
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.picture_view import PictureView
from tests.fakes import FakeClock
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_my_views import given_on
from tests.ui.ways import Switches, TwoSwitches


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path, way="one-switch", text_size=100, theme="cream") as house:
        yield house


@pytest.fixture
def switch(tried: TriedHouse) -> Switches:
    return Switches(tried)


def scanner(tried: TriedHouse) -> Scanner:
    return tried.house.access.switches.scanner


def go_to(tried: TriedHouse, until: PageName) -> None:
    assert tried.house.front is not None
    tried.house.front.begin(Stream.PERSON)
    running = tried.running
    while running.session.step.page is not until:
        running.interview.next(given_on(running.session))
    running._show_step()
    tried.settle()


def part_of(tried: TriedHouse) -> OneQuestion:
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    (part,) = page.parts.values()
    return part


def like(tried: TriedHouse, **changes: object) -> None:
    """Other times of the switch, from now on."""
    house = tried.house
    liking = house.liking.liking
    is_on = house.speaking.is_on
    house.liking.put(replace(liking, switch=replace(liking.switch, **changes)))  # type: ignore[arg-type]
    house.speaking.is_on = is_on
    tried.settle()


def test_the_start_page_is_scanned_already_and_the_next_person_finds_the_same(
    tried: TriedHouse, switch: Switches
) -> None:
    start = tried.page
    assert isinstance(start, StartPage)
    assert scanner(tried).item is start.buttons["start"]
    tried.house.liking.put(replace(tried.house.liking.liking, way=InputMethod.DIRECT))
    tried.settle()
    assert not scanner(tried).ring.isVisible()
    assert tried.house.front is not None
    tried.house.front.show_start()
    tried.settle()
    assert scanner(tried).ring.isVisible()


def test_the_switch_presses_what_the_ring_is_on_and_not_what_has_the_focus(
    tried: TriedHouse, switch: Switches
) -> None:
    go_to(tried, PageName.QUESTION)
    part = part_of(tried)
    part.answers.cards[2].setFocus()
    switch.choose()  # into the row
    assert part.answers.chosen is None
    assert scanner(tried).item is part.answers.cards[0]
    assert tried.focused() is part.answers.cards[0]
    switch.choose()
    assert part.answers.chosen == part.answers.cards[0].option_id
    assert scanner(tried).item is tried.running.page.control(Control.NEXT)


def test_at_a_row_the_ring_itself_has_the_focus_under_the_rows_name(
    tried: TriedHouse, switch: Switches
) -> None:
    go_to(tried, PageName.QUESTION)
    ring = scanner(tried).ring
    assert tried.focused() is ring
    assert ring.accessibleName() == "Answers"


def test_a_key_held_down_and_a_tremor_choose_nothing_more(tried: TriedHouse, switch: Switches) -> None:
    go_to(tried, PageName.QUESTION)
    switch.choose()
    item = scanner(tried).item
    window = tried.house.window
    for _ in range(5):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        tried.app.sendEvent(tried.focused(), again)
    switch.clock.now += 0.1  # within the debounce of the press before
    QTest.keyClick(window, Qt.Key.Key_Space)
    switch.let_go()
    tried.settle()
    assert scanner(tried).item is item
    assert part_of(tried).answers.chosen is None


def test_a_key_that_an_x_server_repeats_as_let_go_and_pressed_again_is_one_press(
    tried: TriedHouse, switch: Switches
) -> None:
    go_to(tried, PageName.QUESTION)
    window = tried.house.window
    switch.clock.now += 1
    QTest.keyPress(window, Qt.Key.Key_Space)
    for _ in range(20):
        switch.clock.now += 0.04
        QTest.keyRelease(window, Qt.Key.Key_Space)
        QTest.keyPress(window, Qt.Key.Key_Space)
        switch.control.look()
    assert scanner(tried).scan.stand is Stand.ROW
    switch.clock.now += 2
    switch.control.look()
    assert isinstance(window.stage.page, Blank)


def test_what_is_pressed_as_a_page_comes_up_is_not_for_it(tried: TriedHouse, switch: Switches) -> None:
    clock = FakeClock()
    tried.house.guard.clock = clock
    go_to(tried, PageName.WHY)
    switch.choose()
    assert tried.running.session.step.page is PageName.WHY
    clock.now += 1
    switch.choose()
    assert tried.running.session.step.page is not PageName.WHY


def test_a_page_that_came_up_under_a_held_switch_is_not_pressed(tried: TriedHouse, switch: Switches) -> None:
    go_to(tried, PageName.WHY)
    switch.clock.now += 1
    QTest.keyPress(tried.focused(), Qt.Key.Key_Space)
    tried.running.press_next()
    tried.settle()
    now = tried.running.session.step.page
    QTest.keyRelease(tried.house.window, Qt.Key.Key_Space)
    switch.let_go()
    tried.settle()
    assert tried.running.session.step.page is now


def test_holding_the_switch_hides_while_it_is_still_down(tried: TriedHouse, switch: Switches) -> None:
    go_to(tried, PageName.QUESTION)
    part = part_of(tried)
    switch.press(part.answers.cards[0])
    switch.hide()
    blank = tried.house.window.stage.page
    assert isinstance(blank, Blank)
    switch.press(blank.button)
    assert part.answers.chosen is None
    assert tried.running.page.hides_something


def test_the_way_of_going_on_by_itself_can_be_stopped(tried: TriedHouse, switch: Switches) -> None:
    go_to(tried, PageName.QUESTION)
    like(tried, goes_on=True)
    switch.press(part_of(tried).answers.cards[0])
    assert scanner(tried).scan.stand is Stand.GOING_ON
    switch.choose()
    assert scanner(tried).scan.stand is Stand.ITEM
    assert tried.running.session.step.page is PageName.QUESTION
    switch.press(part_of(tried).answers.cards[1])
    question = part_of(tried).question.id
    switch.step()
    tried.settle()
    assert tried.running.session.answers[question].answer == "sometimes"


def test_a_mouse_button_anywhere_is_a_switch_and_presses_nothing_itself(
    tried: TriedHouse, switch: Switches
) -> None:
    go_to(tried, PageName.QUESTION)
    like(tried, chooses=SwitchKey.LEFT_BUTTON)
    part = part_of(tried)
    switch.clock.now += 1
    QTest.mouseClick(part.answers.cards[2], Qt.MouseButton.LeftButton)
    switch.let_go()
    tried.settle()
    assert part.answers.chosen is None
    assert scanner(tried).item is part.answers.cards[0]
    switch.clock.now += 1
    QTest.mouseClick(tried.house.window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    switch.let_go()
    tried.settle()
    assert part.answers.chosen == part.answers.cards[0].option_id


def test_who_goes_to_a_box_to_type_gets_the_keys_and_the_ring_waits(
    tried: TriedHouse, switch: Switches
) -> None:
    go_to(tried, PageName.QUESTION)
    switch.press(part_of(tried).more_button)
    more = tried.page
    assert isinstance(more, MorePage)
    more.box.typed.setFocus()
    QTest.keyClicks(more.box.typed, "a b")
    assert more.box.typed.words() == "a b"
    item = scanner(tried).ringed
    switch.clock.now += 60
    scanner(tried).look()
    assert scanner(tried).ringed == item


# What is said


@pytest.fixture
def heard(tried: TriedHouse) -> list[str]:
    """The voice is on; what is said as an aside."""
    tried.house.speaking.is_on = True
    return []


def asides(tried: TriedHouse) -> list[str]:
    return [one.text for one in tried.voice.said if one.aside]


def step(tried: TriedHouse, switch: Switches) -> None:
    """One step, with what was being said said to its end."""
    while tried.voice.waiting:
        tried.voice.finish()
    switch.step()
    tried.settle()


def test_each_item_is_said_quietly_before_it_is_chosen_and_nothing_after(
    tried: TriedHouse, switch: Switches, heard: list[str]
) -> None:
    go_to(tried, PageName.QUESTION)
    like(tried, volume=0.3)
    assert tried.voice.settings.aside_volume == pytest.approx(0.3)
    tried.voice.said.clear()
    switch.choose()
    first, second = (card.words() for card in part_of(tried).answers.cards[:2])
    step(tried, switch)
    assert asides(tried) == [first, second]
    tried.voice.said.clear()
    switch.choose()
    assert part_of(tried).answers.chosen == "sometimes"
    assert asides(tried) == ["Next"]
    # Round again: a chosen card is called by its words and by nothing that says it is chosen.
    while scanner(tried).scan.stand is not Stand.ROW or scanner(tried).ring.accessibleName() != "Answers":
        step(tried, switch)
    tried.voice.said.clear()
    switch.choose()
    step(tried, switch)
    assert asides(tried) == [first, second]


def test_rows_that_show_an_answer_are_named_by_their_question(
    tried: TriedHouse, switch: Switches, heard: list[str]
) -> None:
    go_to(tried, PageName.LOOK)
    page = tried.page
    assert isinstance(page, LookPage)
    switch.press(page.show_button)
    tried.voice.said.clear()
    for _ in range(40):
        if scanner(tried).item in page.rows.values():
            break
        step(tried, switch)
        if set(scanner(tried).ringed) == set(page.rows.values()):
            switch.choose()
    said = " ".join(tried.voice.texts)
    pack = tried.running.session.pack
    assert all(pack.question(name).prompt in said for name in list(page.rows)[:1])
    for option in ("yes", "no", "sometimes", "dont_know"):
        assert f"? {pack.options[option].label}" not in said


def test_the_ring_waits_while_a_page_is_read_and_listen_is_never_cut_off(
    tried: TriedHouse, switch: Switches, heard: list[str]
) -> None:
    go_to(tried, PageName.QUESTION)
    tried.running.page.control(Control.LISTEN).click()
    before = scanner(tried).ringed
    switch.clock.now += 60
    scanner(tried).look()
    assert scanner(tried).ringed == before
    reading = tried.voice.waiting[0]
    tried.house.speaking.say_aside("Yes")
    assert tried.voice.waiting == [reading]
    tried.house.speaking.stop()
    scanner(tried).look()
    switch.step()
    assert scanner(tried).ringed != before


def test_no_sound_is_no_sound(tried: TriedHouse, switch: Switches, heard: list[str]) -> None:
    tried.house.liking.put(replace(tried.house.liking.liking, sound=Sound.NONE))
    go_to(tried, PageName.QUESTION)
    tried.voice.said.clear()
    switch.choose()
    assert asides(tried) == []


# The ring


def test_the_ring_is_seen_in_every_theme_and_covers_nothing_within(
    tried: TriedHouse, switch: Switches
) -> None:
    go_to(tried, PageName.QUESTION)
    for theme in read_themes(paths.resources_folder() / "themes").values():
        for ground in (theme.page, theme.card):
            assert ratio(theme.ink, ground) >= CONTROL_RATIO
            assert ratio(theme.focus, ground) >= CONTROL_RATIO
    switch.choose()
    ring, card = scanner(tried).ring, part_of(tried).answers.cards[0]
    stage = tried.house.window.stage
    corner = card.mapTo(stage, QPoint(0, 0))
    assert not ring.mask().contains(card.rect().center() + corner - ring.pos())
    assert ring.geometry().contains(card.target().translated(corner))


def test_a_page_that_goes_on_below_can_be_read_by_switch(qapp: QApplication, tmp_path: Path) -> None:
    with tried_house(qapp, tmp_path, way="one-switch", text_size=300, theme="dark") as tried:
        switch = Switches(tried)
        go_to(tried, PageName.HELP)
        area = tried.page._scroll
        _up, down = area.ends
        area.verticalScrollBar().setValue(0)
        for _ in range(20):
            if not down.isEnabled():
                break
            switch.press(down)
        assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()


# Trying the switch


def switch_page(tried: TriedHouse, way: InputMethod = InputMethod.ONE_SWITCH) -> SwitchPage:
    assert tried.house.front is not None
    house = tried.house
    page = SwitchPage(tried.house.front._parts.tools, way, house.liking.liking.switch)
    house.window.stage.lay_over(page)
    tried.settle()
    return page


def phase_of(page: SwitchPage) -> Phase:
    return page.phase


def press_key(tried: TriedHouse, switch: Switches, key: Qt.Key) -> None:
    switch.clock.now += 1
    QTest.keyClick(tried.focused(), key)
    switch.let_go()
    tried.settle()


def test_the_switch_is_learned_tried_and_taken_by_itself(tried: TriedHouse, switch: Switches) -> None:
    tried.house.liking.put(replace(tried.house.liking.liking, way=InputMethod.DIRECT))
    page = switch_page(tried)
    taken: list[SwitchTimes] = []
    page.acted.connect(lambda _name: taken.append(page.times))
    press_key(tried, switch, Qt.Key.Key_F8)
    assert page.times.chooses is SwitchKey.F8
    assert phase_of(page) is Phase.TRY
    for _ in range(TRIES):
        while scanner(tried).item is not page.cup:
            switch.step()
        switch.clock.now += 0.65
        QTest.keyPress(tried.focused(), Qt.Key.Key_F8)
        switch.clock.now += 0.2
        QTest.keyRelease(tried.house.window, Qt.Key.Key_F8)
        switch.let_go()
        tried.settle()
    assert phase_of(page) is Phase.DONE
    assert page.times.step == 1_000
    switch.key = Qt.Key.Key_F8
    switch.press(page.slower)
    switch.press(page.take)
    assert [(times.step, times.chooses) for times in taken] == [(1_200, SwitchKey.F8)]


def test_a_press_on_another_picture_is_no_try_and_one_just_late_is(
    tried: TriedHouse, switch: Switches
) -> None:
    page = switch_page(tried)
    press_key(tried, switch, Qt.Key.Key_Space)
    page.tried(page.tiles[0], 300)
    assert page._reactions == []
    assert all(tile.findChildren(PictureView) for tile in page.tiles)
    assert all(
        widget is tried.house.window or not widget.isVisible() for widget in tried.app.topLevelWidgets()
    )
    after = page.ring_goes_to[page.tiles.index(page.cup) + 1]
    page.tried(after, 200)
    assert page._reactions == [TRY_STEP + 200]
    assert page.try_step > TRY_STEP, "who is slower gets a slower ring"


def test_two_switches_are_learned_one_by_one_and_must_differ(tried: TriedHouse, switch: Switches) -> None:
    page = switch_page(tried, InputMethod.TWO_SWITCHES)
    press_key(tried, switch, Qt.Key.Key_F7)
    press_key(tried, switch, Qt.Key.Key_F7)
    assert phase_of(page) is Phase.LEARN_MOVES
    press_key(tried, switch, Qt.Key.Key_F8)
    assert (page.times.chooses, page.times.moves) == (SwitchKey.F7, SwitchKey.F8)
    assert phase_of(page) is Phase.DONE
    assert scanner(tried).scan.deadline is None


def test_two_switches_scan_without_time(qapp: QApplication, tmp_path: Path) -> None:
    with tried_house(qapp, tmp_path, way="two-switches", text_size=100, theme="cream") as tried:
        two = TwoSwitches(tried)
        go_to(tried, PageName.QUESTION)
        before = scanner(tried).ringed
        two.clock.now += 3_600
        scanner(tried).look()
        assert scanner(tried).ringed == before
        two.step()
        assert scanner(tried).ringed != before


def test_nothing_is_scanned_in_a_window_that_is_gone(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, _error, _trace: faults.append(kind))
    tried = TriedHouse(qapp, tmp_path, Settings(voice=False, way="one-switch"))
    tried.house.access.switches.begin_anew()
    tried.house.take_down()
    tried.settle()
    assert faults == []
    assert scanner(tried).page is None


def test_who_presses_a_switch_is_there(tried: TriedHouse, switch: Switches) -> None:
    """What the switch sends is kept from buttons, and not from the watch over an untouched page."""
    go_to(tried, PageName.QUESTION)
    watch = tried.house.session.watch
    assert watch is not None
    alone: list[bool] = []
    watch.left_alone.connect(lambda: alone.append(True))
    wall = FakeClock()
    watch._clock, watch._touched, watch._looked = wall, wall.now, wall.now
    for _ in range(8):
        wall.now += 60
        watch._looked = wall.now
        switch.choose()
        wall.now += 60
        watch._looked = wall.now
        watch.look()
    assert alone == []
