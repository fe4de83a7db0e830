"""Speech of what somebody points at: with a pointer, or with the keys that move the focus.

Only names are said, as they stand before anything is chosen (see ``targets.said_of``), and only what
was pointed at: the focus that a page gives by itself says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QCursor, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from duq_desktop.ui.access.targets import Text, is_there, language_of, said_of

SETTLE_MS = 350
"""So long something must be pointed at before it is said: what is only passed over stays silent."""

MOVED_PX = 6
"""A pointer that has moved less than this since the page came up, in pixels, rests."""

_LEAVES = {QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}


class Pointing(QObject):
    """Says through ``say`` what is pointed at, and in which language where that is not the page's, while on.

    ``settle`` can be another time.
    """

    def __init__(self, say: Callable[[str, str], None], text: Text, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say, self._text = say, text
        self._aim: QWidget | None = None
        self._by_key = self.is_on = False
        self._rested = QPoint(-MOVED_PX, -MOVED_PX)
        self.settle = QTimer(self)
        self.settle.setSingleShot(True)
        self.settle.setInterval(SETTLE_MS)
        self.settle.timeout.connect(self._on_settled)

    def set_on(self, on: bool) -> None:
        """Begin or end."""
        app = QApplication.instance()
        if on == self.is_on or app is None:
            return
        self.is_on = on
        self._drop()
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def page_changed(self) -> None:
        """Another page shows: what was pointed at is gone."""
        self._drop()
        self._rested = QCursor.pos()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Passes everything on."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            # Any key that moves the focus; what comes to have it afterwards was pointed at by it.
            self._by_key = not cast(QKeyEvent, event).text().strip()
        elif kind in _LEAVES:
            self._by_key = False
            if kind != QEvent.Type.Leave or watched is self._aim:
                self._drop()
        elif isinstance(watched, QAbstractButton) and self._is_pointed(event):
            self._aim = watched
            self.settle.start()
        return False

    def _is_pointed(self, event: QEvent) -> bool:
        """A page that comes up under a pointer at rest has not been pointed at."""
        if isinstance(event, QEnterEvent):
            moved = event.globalPosition().toPoint() - self._rested
            return moved.manhattanLength() >= MOVED_PX
        return event.type() == QEvent.Type.FocusIn and self._by_key

    def _drop(self) -> None:
        self.settle.stop()
        self._aim = None
        self._by_key = False

    def _on_settled(self) -> None:
        aim, self._aim = self._aim, None
        if aim is not None and is_there(aim):
            self._say(said_of(aim, self._text), language_of(aim))
