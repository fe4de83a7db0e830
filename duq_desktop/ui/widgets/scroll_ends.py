"""Two buttons at the ends of a page's scroll bar: a page that goes on is read by pressing, never by dragging.

They stand there only while the page goes on (WCAG 2.5.7), and are as large as other targets.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QScrollBar, QSizePolicy, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO, RING
from duq_desktop.ui.widgets.surface import Surface, paint_surface

LOWEST = 72
"""The least height of what is painted, in pixels."""

WORD_TO = 100
"""Up to this text size, in per cent, the word stands below the arrow; beyond it the page needs the room."""

STEP = 0.85
"""So much of what is seen goes at a press: the last lines stay to go on from."""


class ScrollEnd(QPushButton):
    """Asks to go on by most of what is seen. ``words`` are shown and are its name.

    At its end of the page it does nothing, and only keeps its place.
    """

    strike_part = 0.4
    """Presses that follow quickly are meant."""

    def __init__(self, words: str, *, down: bool) -> None:
        super().__init__()
        self._words, self._down = words, down
        self.is_at_end = False
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_at_end(self, at_end: bool) -> None:
        """Whether there is nothing more this way. What has the focus does not lose it by being pressed."""
        self.is_at_end = at_end
        self.setEnabled(not at_end or self.hasFocus())
        self.update()

    def sizeHint(self) -> QSize:
        sizes = look_of(self).sizes
        tall = round(sizes.body * 2.6) + sizes.gap if self._shows_word() else 0
        return QSize(sizes.page_bar, max(LOWEST, tall))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setEnabled(not self.is_at_end)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        painter = QPainter(self)
        surface = Surface(pressed=self.isDown(), hovered=self.underMouse())
        # The bar is narrow: what is painted takes all of it, and the ring lies within.
        whole = QRectF(self.rect()).adjusted(1 - HALO, 1 - HALO, HALO - 1, HALO - 1)
        paint_surface(painter, look, whole, surface if not self.is_at_end else _AT_END)
        body = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        if self.hasFocus():
            half = RING / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), RING))
            inner = QRectF(self.rect()).adjusted(1 + half, 1 + half, -1 - half, -1 - half)
            painter.drawRoundedRect(inner, look.sizes.radius - half, look.sizes.radius - half)
        colour = look.colour("quiet" if self.is_at_end else "ink")
        arrow = body
        if self._shows_word():
            arrow = body.adjusted(0, 2, 0, -body.height() * 0.45)
            painter.setPen(colour)
            painter.setFont(self.font())
            below = QRectF(body.left(), arrow.bottom() - 2, body.width(), body.bottom() - arrow.bottom())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._words)
        side = min(look.sizes.mark, arrow.height() * 0.5)
        painter.setPen(
            QPen(colour, side / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        middle, turn = arrow.center(), 1 if self._down else -1
        painter.drawPolyline(
            [
                middle + QPointF(-side / 2, -turn * side / 4),
                middle + QPointF(0, turn * side / 4),
                middle + QPointF(side / 2, -turn * side / 4),
            ]
        )
        painter.end()

    def _shows_word(self) -> bool:
        return look_of(self).sizes.percent <= WORD_TO


class PageBar(QScrollBar):
    """The scroll bar of a page: broader than others, see the style sheet. ``ends`` move it."""

    def __init__(self, ends: tuple[ScrollEnd, ScrollEnd], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = ends

    def end_at(self, point: QPoint) -> ScrollEnd:
        """The end that is meant by who is on the bar at ``point`` and cannot drag: that of its half."""
        return self._ends[point.y() > self.height() / 2]


_AT_END = Surface(ground="page", edge="notice")
