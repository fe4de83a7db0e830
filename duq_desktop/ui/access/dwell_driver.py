"""Dwelling on the screen: looks where the pointer is, fills the ring, presses.

An eye tracker, a head mouse and a joystick all move the system's pointer, so nothing else is needed.
``access.dwell`` says what a look amounts to.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from duq_desktop.preferences.input_methods import DwellTimes
from duq_desktop.ui.access.dwell import REST, Dwell, Seen
from duq_desktop.ui.access.dwell_rest import RestSpot, is_rest_spot
from duq_desktop.ui.access.dwell_ring import DwellRing
from duq_desktop.ui.access.targets import is_there, scroll_of
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.scroll_ends import PageBar, ScrollEnd

LOOK_MS = 5
"""Between two looks: a press comes well within a frame of a 60 Hz screen."""

OUTSIDE = 12
"""The ring lies outside the edge of what it goes round, by this many pixels."""

_CLICKED = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}


def now_ms() -> float:
    """Milliseconds that only go forward."""
    return time.perf_counter() * 1000


class Dwelling(QObject):
    """Dwells in ``window``, with ``spot`` to rest on; ``press`` presses a button as a click would.

    ``clock`` gives milliseconds, ``where`` the pointer's place on the screen: both can be another's.
    """

    def __init__(self, window: QWidget, spot: RestSpot, press: Callable[[QAbstractButton], None]) -> None:
        super().__init__(window)
        self._window, self.spot, self.press = window, spot, press
        self.clock: Callable[[], float] = now_ms
        self.where: Callable[[], QPoint] = QCursor.pos
        self.dwell: Dwell | None = None
        self.ring = DwellRing(window)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        spot.hide()

    @property
    def is_on(self) -> bool:
        """Whether staying on things presses them, or would if it were not paused."""
        return self.dwell is not None

    def start(self, times: DwellTimes) -> None:
        """From now on, with these times. What the pointer is on now must first be left."""
        self.stop()
        self.dwell = Dwell(times)
        self.dwell.page_changed(self.clock())
        self.spot.show()
        self._timer.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        """Nothing is pressed by staying; no ring and no rest spot show."""
        self._timer.stop()
        self.dwell = None
        self.ring.rest()
        self.spot.set_paused(False)
        self.spot.hide()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def page_changed(self) -> None:
        """Another page shows."""
        if self.dwell is not None:
            self.dwell.page_changed(self.clock())
            self.ring.rest()

    def look(self) -> None:
        """One look: where the pointer is now, and what comes of it."""
        if self.dwell is None:
            return
        seen = self.dwell.look(self.clock(), self._target())
        self._show(seen)
        if seen.turned:
            self.spot.set_paused(self.dwell.paused)
        pressed = seen.pressed
        if isinstance(pressed, QAbstractButton):
            self.ring.rest()
            # As a click does, so that the focus ring stays with what was pressed last.
            if pressed.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                pressed.setFocus(Qt.FocusReason.MouseFocusReason)
            self.press(pressed)
        elif isinstance(pressed, QWidget):
            self.ring.rest()
            pressed.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Passes everything on; a click uses up the stay on what was clicked."""
        if event.type() in _CLICKED and self.dwell is not None:
            self.dwell.pressed_otherwise()
        return False

    def _target(self) -> QWidget | str | None:
        """What is under the pointer and can be pressed; a box to type in can be gone to."""
        window = self._window
        if not window.isActiveWindow():
            return None
        place = window.childAt(window.mapFromGlobal(self.where()))
        if is_rest_spot(place):
            return REST
        while place is not None and place is not window:
            if isinstance(place, PageBar):
                place = place.end_at(place.mapFromGlobal(self.where()))
            if isinstance(place, QAbstractButton):
                return place if place.isEnabled() and not getattr(place, "is_at_end", False) else None
            if isinstance(place, QPlainTextEdit | QLineEdit):
                return None if place.hasFocus() else place
            place = place.parentWidget()
        return None

    def _show(self, seen: Seen) -> None:
        target = self.spot if seen.target == REST else seen.target
        if not isinstance(target, QWidget) or not seen.part or not is_there(target):
            self.ring.rest()
            return
        whole = target.rect()
        if isinstance(target, WordButton):
            whole = target.target().adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        self.ring.put(_within(target, whole, self._window), self._sight(target), seen.part)

    def _sight(self, target: QWidget) -> QRect:
        """The part of the window in which the target can be seen."""
        area = None if isinstance(target, ScrollEnd) else scroll_of(target)
        if area is not None:
            view = area.viewport()
            return _within(view, view.rect(), self._window)
        return self._window.rect()


def _within(widget: QWidget, area: QRect, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, area.topLeft()), area.size())
