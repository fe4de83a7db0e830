"""What lies under the window of a turn: a calm full screen, so that the desktop never shows between two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.text import BodyText, Tone


class Cover(QWidget):
    """Says that the next turn begins in a moment, or why none can. Nobody can close it by hand."""

    closed = Signal()
    """The button below the reason was pressed."""

    def __init__(self, title: str, waiting: str) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(_centred(waiting))
        self._may_close = False

    def say(self, reason: str, close: str) -> None:
        """Why it does not go on, with one button, called ``close``."""
        page = Blank(close, words=reason)
        page.returned.connect(self.closed)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.activateWindow()

    def let_close(self) -> None:
        """The last turn is over."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only when the last turn is over."""
        event.setAccepted(self._may_close)


def _centred(words: str) -> QWidget:
    page = QWidget()
    label = BodyText(words, tone=Tone.QUIET)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column = QVBoxLayout(page)
    column.addStretch(2)
    column.addWidget(label)
    column.addStretch(3)
    return page
