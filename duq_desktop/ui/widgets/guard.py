"""Keeps slips of hand and key from counting as answers.

Four things Qt does not do: Enter presses the button that has the focus; a second strike shortly
after the first is not a second press (EN 301 549 5.8); a key held down does not go on by itself
(5.7); and what comes within a moment of a new page is meant for the page before. How long each takes
is the person's own choice, see ``liking.ways.KeyTimes``.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from duq_desktop.preferences.input_methods import KeyTimes

REPEAT_GAP = 0.025
"""Seconds. X may tell of a held key as releases and presses that nobody marks; no finger is so quick."""

LONGEST_WAIT = 10_000
"""Milliseconds that a key may have waited for a page; X's own time begins anew after 49 days."""

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}
_PRESSING = _ENTER | {Qt.Key.Key_Space}
_NUMBERS = {getattr(Qt.Key, f"Key_{number}") for number in range(1, 10)}
_DOWN = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_POINTER = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
}


class KeyGuard(QObject):
    """An event filter for the application: ``app.installEventFilter(guard)``.

    ``times`` can be changed at any moment. ``clock`` gives seconds that only go forward. A button may
    have a ``strike_part``: it takes that part of the time between two strikes, as keys to type with do.
    """

    def __init__(
        self,
        times: KeyTimes | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.times = times or KeyTimes()
        self.clock = clock
        self._page_since = float("-inf")
        self._last: tuple[int, float] | None = None
        self._held: QObject | None = None
        self._let_go: tuple[int, float] = (0, float("-inf"))
        self._latest: tuple[int, float] = (0, 0.0)
        """The system's time of the latest key, in milliseconds, and our clock when it came."""
        self._older = 0.0
        """What has an earlier time of the system's was pressed before the page stood."""
        self.repeats_unmarked = QGuiApplication.platformName() == "xcb"
        """Whether a key that is held may be told of as let go: then a moment shows if it really was."""
        self._waiting: tuple[QAbstractButton, int] | None = None
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setTimerType(Qt.TimerType.PreciseTimer)
        self._moment.setInterval(round(REPEAT_GAP * 1000))
        self._moment.timeout.connect(self._is_let_go)
        self.is_passing_on = False
        """While Enter is told to a button as the Space that it knows: nobody has pressed Space."""

    def press(self, button: QAbstractButton) -> None:
        """Press for another way of input, such as staying on something: all that a click does.

        It counts as a strike, so that a click which the same device sends as well is no second press.
        """
        self._last = (id(button), self.clock())
        button.click()

    def page_changed(self) -> None:
        """To be called when a new page shows: the dead zone begins."""
        self._page_since = self.clock()
        self._last = None
        self._held = None
        self._stop_waiting()

    def page_stands(self) -> None:
        """To be called when the new page is up: the dead zone begins here, however long the page took.

        What was pressed meanwhile has waited, and comes only now: by its own time it is older than the page.
        """
        self._page_since = self.clock()
        when, noted = self._latest
        self._older = when + (self._page_since - noted) * 1000 if when else 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # It sees every event of the app: the kind of event tells most quickly that there is nothing to do.
        if not isinstance(event, QInputEvent) or self.is_passing_on:
            return False
        if self._waiting is not None and self._is_something_else(event):
            self._is_let_go()
        if isinstance(event, QKeyEvent):
            if self._was_under_way(event) or (event.isAutoRepeat() and not self.times.repeat):
                return True
            return isinstance(watched, QAbstractButton) and self._key(watched, event)
        if event.type() in _POINTER and isinstance(watched, QAbstractButton):
            return self._pointer(watched, event.type() == QEvent.Type.MouseButtonRelease)
        return False

    def _was_under_way(self, event: QKeyEvent) -> bool:
        """Whether a key went down before the page stood: it was meant for the page before.

        Some systems and all keys on the screen tell no time (0): these are left to the dead zone.
        """
        when = event.timestamp()
        is_older = bool(when) and 0 < self._older - when < LONGEST_WAIT and event.type() in _DOWN
        if when and not is_older:
            self._latest = when, self.clock()
        return is_older

    def _key(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        """Whether to swallow it."""
        down = event.type() == QEvent.Type.KeyPress
        if event.key() in _NUMBERS:
            return down and not (self.times.numbers and self.is_awake())
        if event.key() not in _PRESSING:
            return False
        if down:
            return self._key_down(button, event)
        return event.type() == QEvent.Type.KeyRelease and self._key_up(button, event)

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
        if self._waiting == (button, event.key()):
            self._stop_waiting()  # it was not let go
            return True
        self._is_let_go()
        if event.isAutoRepeat() or self._goes_on_being_held(event.key()) or not self._counts(button):
            return True
        self._held = button
        return self._pass_on(button, event)

    def _goes_on_being_held(self, key: int) -> bool:
        """Whether the key was let go of so shortly before that nobody did: X repeats keys in that way."""
        which, when = self._let_go
        return which == key and self.clock() - when < REPEAT_GAP

    def _key_up(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        self._let_go = (event.key(), self.clock())
        if event.isAutoRepeat() or self._held is not button:
            return True
        if self.repeats_unmarked:
            self._waiting = (button, event.key())
            self._moment.start()
            return True
        self._held = None
        return self._pass_on(button, event)

    def _is_something_else(self, event: QInputEvent) -> bool:
        """Whether another key or a pointer goes down: what was let go presses before the focus moves."""
        if isinstance(event, QKeyEvent):
            down = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            return down and self._waiting is not None and event.key() != self._waiting[1]
        return event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)

    def _is_let_go(self) -> None:
        """Nothing came after the key was let go: now it presses."""
        if self._waiting is None:
            return
        button, _key = self._waiting
        self._stop_waiting()
        if self._held is button:
            self._held = None
            with suppress(RuntimeError):  # it went meanwhile
                self._send_space(button, QEvent.Type.KeyRelease)

    def _stop_waiting(self) -> None:
        self._waiting = None
        self._moment.stop()

    def _pass_on(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        """Enter becomes the Space that Qt's buttons know; Space itself goes its way."""
        if event.key() not in _ENTER:
            return False
        self._send_space(button, event.type())
        return True

    def _send_space(self, button: QAbstractButton, kind: QEvent.Type) -> None:
        self.is_passing_on = True
        try:
            QApplication.sendEvent(button, QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier))
        finally:
            self.is_passing_on = False

    def _counts(self, button: QAbstractButton) -> bool:
        now = self.clock()
        if not self.is_awake():
            return False
        if self._last is not None:
            which, when = self._last
            gap = self.times.strike * getattr(button, "strike_part", 1.0)
            if which == id(button) and (now - when) * 1000 < gap:
                return False
        self._last = (id(button), now)
        return True

    def is_awake(self) -> bool:
        """Whether the dead time after a page change is over."""
        return (self.clock() - self._page_since) * 1000 >= self.times.dead
