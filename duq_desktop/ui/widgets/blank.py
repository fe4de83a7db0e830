"""A calm empty page, for Hide and for a short rest: nothing of the session is on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.page_body import PageScroll
from duq_desktop.ui.widgets.text import BodyText, Tone


class Curtain(QWidget):
    """A plain ground over a page, there at once: what comes in the page's place is built behind it.

    To build and lay out even an empty page takes longer than a frame of the screen, and what stood there
    could be read meanwhile.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def drop(self) -> None:
        """Covers all of the parent; painted when this comes back."""
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look_of(self).colour("page"))
        painter.end()


class Blank(QWidget):
    """An empty page with one way back. ``words`` may say what this is ("You are having a rest")."""

    returned = Signal()
    """The person wants to come back."""

    def __init__(self, come_back: str, *, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words or come_back)
        self.button = WordButton(come_back, mark=Mark.NEXT)
        self.button.ground = "page"
        self.button.clicked.connect(self.returned)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addStretch(2)
        if words:
            label = BodyText(words, tone=Tone.QUIET)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        row = QHBoxLayout()
        column.addLayout(row)  # still empty: see ``OwnLayout``
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = PageScroll(self)
        scroll.setWidget(inner)
        whole.addWidget(scroll)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
