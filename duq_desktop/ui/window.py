"""The one window of the app."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

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
        self.setCentralWidget(self.stage)
        self._before_close = before_close

    def closeEvent(self, event: QCloseEvent) -> None:
        """Silence, keys dropped, the folder let go."""
        self._before_close()
        super().closeEvent(event)
