"""Keeps slips of hand and key from counting as answers.

Three things Qt does not do: Enter presses the button that has the focus; a second strike shortly
after the first is not a second press; and what comes within a moment of a new page is meant for the
page before. Times are in seconds and can be set, also to 0.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

STRIKE_GAP = 0.5
"""A second press within this time of the first is taken for a tremor."""

DEAD_ZONE = 0.3
"""What is pressed within this time of a page change was meant for the page before."""

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}
_PRESSING = _ENTER | {Qt.Key.Key_Space}
_POINTER = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
}


class KeyGuard(QObject):
    """An event filter for the application: ``app.installEventFilter(guard)``.

    ``clock`` gives seconds that only go forward.
    """

    def __init__(
        self,
        *,
        strike_gap: float = STRIKE_GAP,
        dead_zone: float = DEAD_ZONE,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.strike_gap = strike_gap
        self.dead_zone = dead_zone
        self._clock = clock
        self._page_since = float("-inf")
        self._last: tuple[int, float] | None = None
        self._held: QObject | None = None
        self._passing_on = False

    def page_changed(self) -> None:
        """To be called when a new page shows: the dead zone begins."""
        self._page_since = self._clock()
        self._last = None
        self._held = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # It sees every event of the app: the kind of event tells most quickly that there is nothing to do.
        if not isinstance(event, QInputEvent) or self._passing_on or not isinstance(watched, QAbstractButton):
            return False
        if event.type() in _POINTER:
            return self._pointer(watched, event.type() == QEvent.Type.MouseButtonRelease)
        if isinstance(event, QKeyEvent) and event.key() in _PRESSING:
            if event.type() == QEvent.Type.KeyPress:
                return self._key_down(watched, event)
            if event.type() == QEvent.Type.KeyRelease:
                return self._key_up(watched, event)
        return False

    def _pointer(self, button: QAbstractButton, released: bool) -> bool:
        """Whether to swallow it. A release counts only after a press that counted."""
        if released:
            counted, self._held = self._held is button, None
            return not counted
        if not self._counts(button):
            return True
        self._held = button
        return False

    def _key_down(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() or not self._counts(button):
            return True
        self._held = button
        return self._pass_on(button, event)

    def _key_up(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() or self._held is not button:
            return True
        self._held = None
        return self._pass_on(button, event)

    def _pass_on(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        """Enter becomes the Space that Qt's buttons know; Space itself goes its way."""
        if event.key() not in _ENTER:
            return False
        self._passing_on = True
        space = QKeyEvent(event.type(), Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(button, space)
        self._passing_on = False
        return True

    def _counts(self, button: QAbstractButton) -> bool:
        now = self._clock()
        if now - self._page_since < self.dead_zone:
            return False
        if self._last is not None:
            which, when = self._last
            if which == id(button) and now - when < self.strike_gap:
                return False
        self._last = (id(button), now)
        return True
