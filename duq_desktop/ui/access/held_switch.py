"""Hears from the application's events that one switch is held down, while no way of scanning is on.

Nothing is taken from anybody before it has been held long enough. From then on the held key belongs to
nobody until it is let go: what has the focus must not be pressed by it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.preferences.input_methods import SwitchKey
from duq_desktop.ui.access.held import Held
from duq_desktop.ui.access.switch_keys import DOWN, TYPED_IN, UP, is_on_nothing, key_of, repeats_itself

MOVES = frozenset({SwitchKey.TAB, SwitchKey.UP, SwitchKey.DOWN, SwitchKey.LEFT, SwitchKey.RIGHT})
"""Keys that are held on purpose by whoever wants a held key to go on."""


def now_ms() -> float:
    """Milliseconds that only go forward."""
    return time.monotonic() * 1000


class HeldSwitch(QObject):
    """``may`` says whether anybody is to be asked now, ``keys_go_on`` whether a held key goes on moving."""

    held = Signal(object)
    """The ``SwitchKey`` that has been held down for ``access.held.HELD_MS``."""

    def __init__(self, ground: QWidget, may: Callable[[], bool], keys_go_on: Callable[[], bool]) -> None:
        super().__init__(ground)
        self.clock: Callable[[], float] = now_ms
        self._ground, self._may, self._keys_go_on = ground, may, keys_go_on
        self._held = Held()
        self._place: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    def take(self, event: QInputEvent) -> bool | None:
        """Follow the event. None: go on with it as ever. True: keep it from everybody, False: from switches.

        A mouse button that is let go must be told to Qt, which waits for it, but presses nothing.
        """
        if event.type() == QEvent.Type.MouseMove:
            self._moved(event)
            return None
        down = event.type() in DOWN
        if not down and event.type() not in UP:
            return None
        key, now = key_of(event), self.clock()
        if key is not None and self._held.has_fired(key, now):
            if not repeats_itself(event):
                self._held.down(key, now) if down else self._held.up(key, now)
            return down or isinstance(event, QKeyEvent)
        if not repeats_itself(event):
            self._follow(event, key, now)
            self._aim()
        return None

    def is_at_place(self, event: QInputEvent) -> bool:
        """Whether a pointer is where it was when its button was held: it has not been moved to anything."""
        return isinstance(event, QMouseEvent) and self._place is not None and not self._is_away(event)

    def look(self) -> None:
        """What has come due."""
        key = self._held.due(self.clock())
        if key is not None and self._may() and self._ground.isActiveWindow():
            self.held.emit(key)
        self._aim()

    def stop(self) -> None:
        """The app closes."""
        self._held.forget()
        self._timer.stop()

    def _follow(self, event: QInputEvent, key: SwitchKey | None, now: float) -> None:
        if event.type() in UP:
            self._held.up(key, now)
        elif key is None or not self._may() or not self._suits(event, key):
            self._held.forget()
        else:
            self._place = event.globalPosition() if isinstance(event, QMouseEvent) else None
            self._held.down(key, now)

    def _suits(self, event: QInputEvent, key: SwitchKey) -> bool:
        """Whether this can be a switch and nothing else: no key to type with, no press on a button."""
        if isinstance(event, QMouseEvent):
            is_mouse = event.device().type() != QPointingDevice.DeviceType.TouchScreen
            return is_mouse and event.source() == _BY_HAND and is_on_nothing(event, self._ground.window())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        typing = isinstance(QApplication.focusWidget(), TYPED_IN)
        return plain and not typing and not (key in MOVES and self._keys_go_on())

    def _moved(self, event: QInputEvent) -> None:
        """A switch does not move the pointer; a hand on a mouse does."""
        if self._place is not None and isinstance(event, QMouseEvent) and self._is_away(event):
            self._place = None
            self._held.forget()

    def _is_away(self, event: QMouseEvent) -> bool:
        assert self._place is not None
        way = event.globalPosition() - self._place
        return way.manhattanLength() > QApplication.startDragDistance()

    def _aim(self) -> None:
        due = self._held.deadline
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, math.ceil(due - self.clock())))


_BY_HAND = Qt.MouseEventSource.MouseEventNotSynthesized
