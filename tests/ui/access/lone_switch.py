"""The hand of somebody who has one switch and nothing else, in a house in which no way is set."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from duq_desktop.ui.access.held import HELD_MS
from duq_desktop.ui.preferences.pages.ask_switch_page import AskSwitchPage
from duq_desktop.ui.preferences.pages.switch_page import TRIES, SwitchPage
from tests.ui.houses import TriedHouse
from tests.ui.ways import MOST_STEPS, Switches


class LoneSwitch(Switches):
    """``turn_on`` holds the switch and answers by it alone; from then on it is ``Switches``.

    ``mouse_at``: the switch is the left button of a mouse that lies at this place of the screen.
    """

    def __init__(self, tried: TriedHouse) -> None:
        super().__init__(tried)
        self.control.held.clock = lambda: self.clock.now * 1000
        self.clock.now += 1_000
        self.mouse_at: QPoint | None = None

    def turn_on(self) -> None:
        """From a page that nobody scans to the same page, scanned at a speed that was tried."""
        self.hold()
        page = self.tried.page
        assert isinstance(page, AskSwitchPage)
        self.choose_when_on(page.buttons["one"])
        trying = self.tried.page
        assert isinstance(trying, SwitchPage)
        for _ in range(TRIES):
            self.choose_when_on(trying.cup)
        self.choose_when_on(trying.take)

    def hold(self, length: float = HELD_MS) -> None:
        """Down, ``length`` milliseconds, and up."""
        self._down()
        self.later(length)
        self._up()
        self.later(100)

    def later(self, time: float) -> None:
        """So many milliseconds pass."""
        self.clock.now += time / 1000
        self.control.held.look()
        self.control.look()
        self.tried.settle()

    def choose_when_on(self, wanted: QWidget) -> None:
        """Wait for the ring to come there, then press."""
        for _ in range(MOST_STEPS):
            if self.control.scanner.item is wanted:
                self.choose()
                return
            self.step()
        raise AssertionError(f"the ring does not come to {wanted.accessibleName()!r}")

    def send(self, key: Qt.Key) -> None:
        """One short press of ``key``."""
        self.clock.now += 1
        super()._key(key)
        self.tried.settle()

    def _key(self, key: Qt.Key) -> None:
        self._down()
        self.clock.now += 0.3
        self._up()
        self.let_go()

    def _down(self) -> None:
        if self.mouse_at is None:
            QTest.keyPress(self.tried.focused(), self.key)
        else:
            self._mouse(QTest.mousePress)

    def _up(self) -> None:
        if self.mouse_at is None:
            QTest.keyRelease(self.tried.focused(), self.key)
        else:
            self._mouse(QTest.mouseRelease)

    def _mouse(self, act) -> None:  # type: ignore[no-untyped-def]
        window = self.tried.house.window
        place = window.mapFromGlobal(self.mouse_at)
        act(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.tried.app.processEvents()
