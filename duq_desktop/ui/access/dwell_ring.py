"""The ring that fills while somebody stays on something.

It goes round the whole of what would be pressed, so that no word is covered and the whole card is seen
to be the target. How far it has gone is seen by its length; it only grows, never blinks and never turns.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from duq_desktop.ui.theme.look import Look, look_of

TRACK_PX, FILL_PX = 14, 8
"""The ring's bed and the ring itself, in pixels at 100 %: the bed keeps them apart from any ground."""


class DwellRing(QWidget):
    """Lies over ``parent`` and takes no pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.part = 0.0
        self._whole = QRect()
        self.hide()

    def put(self, whole: QRect, sight: QRect, part: float) -> None:
        """Go round ``whole``, filled to ``part`` (0 to 1); only what lies in ``sight`` shows.

        Both are in the parent's pixels.
        """
        shown = whole & sight
        if shown.isEmpty():
            self.rest()
            return
        place = whole.translated(-shown.topLeft())
        if shown != self.geometry() or place != self._whole:
            self.setGeometry(shown)
            self._whole = place
            self.setMask(_bed(place, _px(look_of(self), TRACK_PX)))
        if part != self.part:
            self.part = part
            self.update()
        if self.isHidden():
            self.show()
            self.raise_()

    def rest(self) -> None:
        """No ring."""
        if not self.isHidden():
            self.hide()
        self.part = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        track, fill = _px(look, TRACK_PX), _px(look, FILL_PX)
        half = track / 2
        path = _round(QRectF(self._whole).adjusted(half, half, -half, -half), look.sizes.radius)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("page"), track))
        painter.drawPath(path)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawPath(path)
        pen = QPen(look.colour("accent"), fill, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        length = path.length()
        pen.setDashPattern([max(0.01, length * self.part / fill), length / fill + 1])
        painter.setPen(pen)
        painter.drawPath(path)
        painter.end()


def _bed(whole: QRect, thick: int) -> QRegion:
    """The ring's bed alone: what lies within is neither covered nor painted again."""
    hole = whole.adjusted(thick, thick, -thick, -thick)
    return QRegion(whole).subtracted(QRegion(hole)) if hole.isValid() else QRegion(whole)


def _round(box: QRectF, radius: float) -> QPainterPath:
    """Round ``box`` with the clock from the middle of its top."""
    r = max(0.0, min(radius, box.width() / 2, box.height() / 2))
    path = QPainterPath()
    path.moveTo(box.center().x(), box.top())
    for corner, start in (
        (QRectF(box.right() - 2 * r, box.top(), 2 * r, 2 * r), 90),
        (QRectF(box.right() - 2 * r, box.bottom() - 2 * r, 2 * r, 2 * r), 0),
        (QRectF(box.left(), box.bottom() - 2 * r, 2 * r, 2 * r), -90),
        (QRectF(box.left(), box.top(), 2 * r, 2 * r), -180),
    ):
        path.arcTo(corner, start, -90)
    path.lineTo(box.center().x(), box.top())
    return path


def _px(look: Look, length: float) -> int:
    """Lines grow with the text, at half its pace."""
    return round(length * (1 + (look.sizes.growth - 1) / 2))
