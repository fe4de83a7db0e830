"""The place of a mark or a picture inside a button. To a screen reader it is not there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.widgets.marks import Mark, draw_mark
from duq_desktop.ui.widgets.picture_view import needs_plate, paint_plate, set_hidden
from duq_desktop.ui.widgets.text import Tone


class _Spot(QWidget):
    """What marks and pictures have in common: the press goes to the button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tone = Tone.INK


class MarkSpot(_Spot):
    """A mark, ``size`` times as large as marks commonly are."""

    def __init__(self, mark: Mark, size: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self._size = size

    def fit(self, look: Look) -> None:
        """Takes the size of the look."""
        side = round(look.sizes.mark * self._size)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_mark(painter, self.mark, QRectF(self.rect()), look_of(self).colour(self.tone.value))
        painter.end()


class PictureSpot(_Spot):
    """A picture of ``side`` pixels at 100 %. ``growth`` is how many times as large it may be where there is
    room; its button says where.
    """

    def __init__(self, picture: Picture, pictures: PictureCache, side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture, self._pictures, self._side = picture, pictures, side
        self.usual = side
        """Its usual side in the look, in pixels."""
        self.growth = 1.0
        self.is_wanted = False
        self._crowded = False

    @property
    def grown(self) -> int:
        """Its side in pixels where there is room."""
        return round(self.usual * self.growth)

    def fit(self, look: Look) -> None:
        """Takes the size of the look, and hides where pictures are off or there is nothing to draw."""
        self.usual = round(self._side * look.sizes.card_growth)
        self.setFixedSize(self.usual, self.usual)
        self.is_wanted = look.pictures_on and self._pictures.can_draw(self._picture, self._box())
        set_hidden(self, self._crowded or not self.is_wanted)

    def settle(self, side: int, *, crowded: bool) -> None:
        """Takes this side in pixels; ``crowded``: it gives way to the words."""
        if side != self.width():
            self.setFixedSize(side, side)
        if crowded != self._crowded:
            self._crowded = crowded
            set_hidden(self, self._crowded or not self.is_wanted)

    def _box(self) -> QSize:
        """All of it; on a plate a little less."""
        inset = round(self.width() / 12) if needs_plate(look_of(self)) else 0
        return QSize(self.width() - 2 * inset, self.height() - 2 * inset)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        painter = QPainter(self)
        paint_plate(painter, look, QRectF(self.rect()))
        drawn = self._pictures.drawn(self._picture, self._box(), self.devicePixelRatioF())[1]
        size = drawn.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawPixmap(round(left), round(top), drawn)
        painter.end()
