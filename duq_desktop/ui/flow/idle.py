"""Noticing that nobody is there: the page goes blank, and later the sitting becomes another day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QApplication

from duq_desktop.device.boot_clock import awake_seconds, boot_seconds
from duq_desktop.settings import Settings

LOOK_MS = 5_000
"""How often the clocks are looked at."""
SLEPT_SECONDS = 60.0
"""A computer that slept so long between two looks has slept; less is the clocks' and the system's own."""

_ACTIVE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)


class IdleWatch(QObject):
    """Tells when nobody touched anything for some time, and when the computer slept.

    ``clock`` gives seconds that go on while the computer sleeps, ``awake`` seconds that do not. Neither is
    the wall clock, which is put right while people answer. Nobody is away only because the app was busy.
    """

    left_alone = Signal()
    """Untouched for ``rest_seconds``: once, until something is touched again."""
    gone = Signal()
    """Untouched for ``day_seconds``, or the computer slept."""

    def __init__(
        self,
        app: QApplication,
        *,
        rest_seconds: float,
        day_seconds: float,
        clock: Callable[[], float] = boot_seconds,
        awake: Callable[[], float] = awake_seconds,
    ) -> None:
        super().__init__(app)
        self._rest, self._day, self._clock, self._awake = rest_seconds, day_seconds, clock, awake
        self._touched = self._looked = clock()
        self._was_awake = awake()
        self._told_rest = self._told_gone = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app.installEventFilter(self)

    @classmethod
    def of(cls, app: QApplication, settings: Settings) -> IdleWatch:
        """With this computer's times."""
        rest, day = settings.rest_minutes * 60, settings.day_minutes * 60
        return cls(app, rest_seconds=rest, day_seconds=day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every event of the app; keeps none."""
        if isinstance(event, QInputEvent) and event.type() in _ACTIVE:
            self.touched()
        return False

    def touched(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()
        self._told_rest = self._told_gone = False

    def look(self) -> None:
        """Compare the clocks now."""
        now, awake = self._clock(), self._awake()
        slept = (now - self._looked) - (awake - self._was_awake) > SLEPT_SECONDS
        self._looked, self._was_awake = now, awake
        alone = now - self._touched
        if (slept or alone >= self._day) and not self._told_gone:
            self._told_gone = self._told_rest = True
            self.gone.emit()
        elif alone >= self._rest and not self._told_rest:
            self._told_rest = True
            self.left_alone.emit()
