"""Hands that press by one way alone: what a person who has only this way would do.

``hand(name, tried)`` gives the hand of a way for a house that is open and already set to that way. Add a
way by a class with ``press`` and ``hide`` and a line in ``HANDS``. Time is moved on, never waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from duq_desktop.preferences.input_methods import DwellTimes
from duq_desktop.ui.access.dwell_driver import LOOK_MS
from duq_desktop.ui.access.scan import Stand
from duq_desktop.ui.access.targets import area_of, scroll_of
from duq_desktop.ui.theme.tokens import MIN_TARGET
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.page_body import PageScroll
from tests.fakes import FakeClock
from tests.ui.houses import TriedHouse

MOST_STEPS = 400
"""More steps than any page needs: a way that does not get there by then never does."""


class Hand(Protocol):
    """Presses by one way alone."""

    def press(self, wanted: QWidget) -> None:
        """Choose ``wanted`` on the page that shows. ``AssertionError`` if it is out of reach."""

    def hide(self) -> None:
        """Make the page blank by the shortest way there is."""


class Keyboard:
    """Tab to it, then Space."""

    def __init__(self, tried: TriedHouse) -> None:
        self.tried = tried

    def press(self, wanted: QWidget) -> None:
        for _ in range(MOST_STEPS):
            if self.tried.focused() is wanted:
                self.tried.key(Qt.Key.Key_Space)
                return
            self.tried.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted.accessibleName()!r}")

    def hide(self) -> None:
        self.tried.key(Qt.Key.Key_Escape)


class Switches:
    """One switch: Space when the ring has come round. What is known is only where the ring is."""

    def __init__(self, tried: TriedHouse) -> None:
        self.tried = tried
        self.control = tried.house.access.switches
        self.key = Qt.Key.Key_Space
        self.clock = FakeClock()
        self.control.scanner.clock = lambda: self.clock.now * 1000
        self.control.begin_anew()
        tried.settle()

    def press(self, wanted: QWidget) -> None:
        scanner = self.control.scanner
        for _ in range(MOST_STEPS):
            ringed = scanner.ringed
            if scanner.item is wanted:
                self.choose()
                return
            if self._leads_to(wanted, ringed) or scanner.scan.stand is Stand.RESTS:
                self.choose()
            else:
                self.step()
        raise AssertionError(f"the ring does not reach {wanted.accessibleName()!r}")

    def hide(self) -> None:
        """Hold it down."""
        QTest.keyPress(self.tried.focused(), self.key)
        self.clock.now += self.control.times.hide_after / 1000
        self.control.look()
        QTest.keyRelease(self.tried.house.window, self.key)
        self.clock.now += 1
        self.tried.settle()

    def choose(self) -> None:
        """Press and let go, a second after whatever was before."""
        self.clock.now += 1
        self._key(self.key)
        self.tried.settle()

    def let_go(self) -> None:
        """The moment after which a switch has been let go for good."""
        self.clock.now += 0.03
        self.control.look()

    def step(self) -> None:
        """Wait for the ring to go on."""
        due = self.control.scanner.scan.deadline
        assert due is not None, "the ring stands still"
        self.clock.now = due / 1000 + 0.001
        self.control.scanner.look()
        self.tried.app.processEvents()

    def _key(self, key: Qt.Key) -> None:
        QTest.keyPress(self.tried.focused(), key)
        QTest.keyRelease(self.tried.house.window, key)
        self.let_go()

    def _leads_to(self, wanted: QWidget, ringed: tuple[QWidget, ...]) -> bool:
        stand = self.control.scanner.scan.stand
        return (stand is Stand.ROW and wanted in ringed) or (stand is Stand.OUT and wanted not in ringed)


class TwoSwitches(Switches):
    """Enter moves, Space chooses; no time passes but between presses."""

    def step(self) -> None:
        self.clock.now += 1
        self._key(Qt.Key.Key_Return)
        self.tried.app.processEvents()


class _OnTheScreen:
    """What is out of sight is brought there by the buttons at the ends of the page's scroll bar."""

    def __init__(self, tried: TriedHouse) -> None:
        self.tried = tried

    def press(self, wanted: QWidget) -> None:
        self.tried.settle()
        for _ in range(MOST_STEPS):
            seen = area_of(wanted, self.tried.house.window)
            if seen.height() >= min(MIN_TARGET, wanted.height()):
                self.touch(wanted, seen.center())
                return
            scroll = scroll_of(wanted)
            assert isinstance(scroll, PageScroll), f"{wanted.accessibleName()!r} is out of sight for good"
            above = wanted.mapTo(scroll.viewport(), QPoint(0, 0)).y() < 0
            end = scroll.ends[0 if above else 1]
            assert not end.is_at_end, f"no scrolling leads to {wanted.accessibleName()!r}"
            self.touch(end, QRect(end.mapTo(self.tried.house.window, QPoint(0, 0)), end.size()).center())
        raise AssertionError(f"{wanted.accessibleName()!r} is out of reach")

    def hide(self) -> None:
        self.press(self.tried.page.control(Control.HIDE))

    def touch(self, wanted: QWidget, place: QPoint) -> None:
        """Choose ``wanted`` at ``place``, in the window's pixels."""
        raise NotImplementedError


class Dwell(_OnTheScreen):
    """The pointer goes there and stays; before that it rests, as an eye does."""

    def __init__(self, tried: TriedHouse) -> None:
        super().__init__(tried)
        self.dwelling = tried.house.access.dwelling
        self.now = 1e9
        self.place = QPoint(-1, -1)
        self.pressed: list[QWidget] = []
        self.dwelling.clock = lambda: self.now
        self.dwelling.where = lambda: tried.house.window.mapToGlobal(self.place)
        press = self.dwelling.press

        def note(button: QAbstractButton) -> None:
            self.pressed.append(button)
            press(button)

        self.dwelling.press = note
        self.dwelling.start(DwellTimes())
        self.tried.settle()

    def touch(self, wanted: QWidget, place: QPoint) -> None:
        spot = self.dwelling.spot
        times = DwellTimes()
        self.stay(QRect(spot.mapTo(self.tried.house.window, QPoint(0, 0)), spot.size()).center(), times.dead)
        before = len(self.pressed)
        for _ in range(0, times.dead + times.stay + 200, LOOK_MS * 4):
            self.stay(place, LOOK_MS * 4)
            if len(self.pressed) > before:
                assert self.pressed[before:] == [wanted], "something else was pressed"
                return
        raise AssertionError(f"staying on {wanted.accessibleName()!r} does not press it")

    def stay(self, place: QPoint, length: int) -> None:
        self.place = place
        for _ in range(0, length, LOOK_MS * 4):
            self.now += LOOK_MS * 4
            self.dwelling.look()


class Mouse(_OnTheScreen):
    """The pointer goes there, the button is pressed and let go; no key, no wheel, no dragging."""

    def touch(self, wanted: QWidget, place: QPoint) -> None:
        window = self.tried.house.window.windowHandle()
        QTest.mouseMove(window, place)
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


class Touch(_OnTheScreen):
    """A finger is put down and taken away."""

    def __init__(self, tried: TriedHouse) -> None:
        super().__init__(tried)
        self.screen = QTest.createTouchDevice()

    def touch(self, wanted: QWidget, place: QPoint) -> None:
        window = self.tried.house.window
        QTest.touchEvent(window, self.screen).press(0, place, window)
        self.tried.app.processEvents()
        QTest.touchEvent(window, self.screen).release(0, place, window)


HANDS: Mapping[str, Callable[[TriedHouse], Hand]] = {
    "keyboard": Keyboard,
    "one-switch": Switches,
    "two-switches": TwoSwitches,
    "dwell": Dwell,
    "touch": Touch,
    "mouse": Mouse,
}


def hand(name: str, tried: TriedHouse) -> Hand:
    """The hand of the way called ``name``."""
    return HANDS[name](tried)
