"""Hands that press by one way alone: what a person who has only this way would do.

``hand(name, tried)`` gives the hand of a way for a house that is open and already set to that way. Add a
way by a class with ``press`` and ``hide`` and a line in ``HANDS``. Time is moved on, never waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from duq_desktop.ui.access.scan import Stand
from tests.fakes import FakeClock
from tests.ui.houses import TriedHouse

MOST_STEPS = 400
"""More steps than any page needs: a way that does not get there by then never does."""


class Hand(Protocol):
    """Presses by one way alone."""

    def press(self, wanted: QWidget) -> None:
        """Choose ``wanted``, which stands on the page that shows. ``AssertionError`` if it is out of reach."""

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
        target = self.tried.focused()
        QTest.keyPress(target, Qt.Key.Key_Space)
        self.clock.now += self.control.times.hide_after / 1000
        self.control.look()
        QTest.keyRelease(self.tried.house.window, Qt.Key.Key_Space)
        self.clock.now += 1
        self.tried.settle()

    def choose(self) -> None:
        """Press and let go, a second after whatever was before."""
        self.clock.now += 1
        self._key(Qt.Key.Key_Space)
        self.tried.settle()

    def step(self) -> None:
        """Wait for the ring to go on."""
        due = self.control.scanner.scan.deadline
        assert due is not None, "the ring stands still"
        self.clock.now = due / 1000 + 0.001
        self.control.scanner.look()

    def _key(self, key: Qt.Key) -> None:
        QTest.keyPress(self.tried.focused(), key)
        QTest.keyRelease(self.tried.house.window, key)

    def _leads_to(self, wanted: QWidget, ringed: tuple[QWidget, ...]) -> bool:
        stand = self.control.scanner.scan.stand
        return (stand is Stand.ROW and wanted in ringed) or (stand is Stand.OUT and wanted not in ringed)


class TwoSwitches(Switches):
    """Enter moves, Space chooses; no time passes but between presses."""

    def step(self) -> None:
        self.clock.now += 1
        self._key(Qt.Key.Key_Return)


HANDS: Mapping[str, Callable[[TriedHouse], Hand]] = {
    "keyboard": Keyboard,
    "one-switch": Switches,
    "two-switches": TwoSwitches,
}


def hand(name: str, tried: TriedHouse) -> Hand:
    """The hand of the way called ``name``."""
    return HANDS[name](tried)
