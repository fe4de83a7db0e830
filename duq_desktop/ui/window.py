"""The one window of the app."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from duq_desktop.ui.stage import Stage

SMALLEST = (480, 360)
"""A window can be made this small, in pixels; pages then scroll."""
USUAL = (1366, 768)
"""The screen of an old laptop."""


class Window(QMainWindow):
    """Holds the stage. ``before_close`` is called once, before the window goes."""

    def __init__(self, title: str, before_close: Callable[[], None]) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.stage = Stage()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.stage, 1)
        self.setCentralWidget(inner)
        self._before_close = before_close

    def put_above(self, band: QWidget) -> None:
        """Puts a band above every page, the same on each."""
        self._column.insertWidget(0, band)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Silence, keys dropped, the folder let go."""
        self._before_close()
        super().closeEvent(event)
