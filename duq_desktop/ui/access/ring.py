"""The ring of scanning: seen by shape and thickness as well as by colour.

A row has one frame; an item a double ring, its own focus ring and a thick line of ink round that; leaving
a row, resting and going on by itself a broken frame with words on a tag. It lies over the page as a mask
of its own lines, so that a step repaints those and nothing else, and it neither blinks nor glides. Its
colours are the theme's ink and focus, each 3:1 or more on every ground (WCAG 1.4.11, 2.4.13).
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.theme.tokens import HALO

ITEM_PX, ROW_PX = 6, 5
"""Thickness of the lines, in pixels at 100 %."""
AWAY = 4
"""From what it goes round to the frame of a row."""
TAG_PAD = 8


class Kind(Enum):
    """How the ring looks."""

    ITEM = "item"
    ROW = "row"
    BROKEN = "broken"


@dataclass(frozen=True)
class _Shape:
    """In the ring's own pixels: the frame's outer edge, and the tag's place."""

    frame: QRect
    tag: QRect


class Ring(QWidget):
    """Lies over ``parent``; takes no pointer. At a row it has the focus and is called by the row's name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kind = Kind.ITEM
        self.words = ""
        self._shape = _Shape(QRect(), QRect())
        self.hide()

    def put(self, area: QRect, kind: Kind, words: str = "") -> None:
        """Go round ``area``, in the parent's pixels; ``words`` stand on the tag."""
        parent = self.parentWidget()
        if parent is None or area.isEmpty():
            self.hide()
            return
        look = look_of(self)
        reach = _reach(look, kind)
        frame = area.adjusted(-reach, -reach, reach, reach) & parent.rect()
        tag = self._tag_at(frame, words, parent.rect(), look)
        whole = frame.united(tag) if words else frame
        self.kind, self.words = kind, words
        self._shape = _Shape(frame.translated(-whole.topLeft()), tag.translated(-whole.topLeft()))
        self.setGeometry(whole)
        self.setMask(self._region(look))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.kind is Kind.ITEM:
            self._paint_item(painter, look)
        else:
            self._paint_row(painter, look)
        if self.words:
            self._paint_tag(painter, look)
        painter.end()

    def _paint_item(self, painter: QPainter, look: Look) -> None:
        radius = look.sizes.radius + HALO + _px(look, ITEM_PX) / 2
        painter.setPen(QPen(look.colour("ink"), _px(look, ITEM_PX)))
        painter.drawRoundedRect(self._line(look), radius, radius)

    def _paint_row(self, painter: QPainter, look: Look) -> None:
        pen = QPen(look.colour("focus"), _px(look, ROW_PX))
        if self.kind is Kind.BROKEN:
            pen.setDashPattern([3, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        radius = look.sizes.radius + AWAY
        painter.drawRoundedRect(self._line(look), radius, radius)

    def _paint_tag(self, painter: QPainter, look: Look) -> None:
        tag = QRectF(self._shape.tag).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour("page"), 2))
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(tag, look.sizes.radius / 2, look.sizes.radius / 2)
        painter.setPen(look.colour("accent_ink"))
        painter.setFont(_font(look))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)

    def _line(self, look: Look) -> QRectF:
        """The middle of the line that goes round: at the outer edge."""
        half = _px(look, ITEM_PX if self.kind is Kind.ITEM else ROW_PX) / 2
        return QRectF(self._shape.frame).adjusted(half, half, -half, -half)

    def _region(self, look: Look) -> QRegion:
        """The lines alone: what lies within is neither covered nor painted again."""
        frame = self._shape.frame
        # Rounded lines reach inward at the corners.
        thick = _reach(look, self.kind) + look.sizes.radius // 2
        hole = frame.adjusted(thick, thick, -thick, -thick)
        region = QRegion(frame).subtracted(QRegion(hole)) if hole.isValid() else QRegion(frame)
        return region.united(QRegion(self._shape.tag)) if self.words else region

    def _tag_at(self, frame: QRect, words: str, room: QRect, look: Look) -> QRect:
        """On the upper edge of the frame at its right, where words seldom stand; never out of the window."""
        if not words:
            return QRect()
        pad = _px(look, TAG_PAD)
        widest = max(80, room.width() - 4 * pad)
        measured = QFontMetrics(_font(look)).boundingRect(
            QRect(0, 0, widest, room.height()), int(Qt.TextFlag.TextWordWrap), words
        )
        tag = QRect(0, 0, measured.width() + 4 * pad, measured.height() + 2 * pad)
        tag.moveTopRight(QPoint(frame.right() - 2 * pad, frame.top() - tag.height() // 2))
        tag.moveTop(max(room.top(), min(tag.top(), room.bottom() - tag.height())))
        tag.moveLeft(max(room.left(), tag.left()))
        return tag


def _reach(look: Look, kind: Kind) -> int:
    """How far it reaches beyond what it goes round: for an item beyond the focus ring too."""
    return HALO + _px(look, ITEM_PX) if kind is Kind.ITEM else AWAY + _px(look, ROW_PX)


def _px(look: Look, length: float) -> int:
    """Lines grow with the text, at half its pace."""
    return round(length * (1 + (look.sizes.growth - 1) / 2))


def _font(look: Look) -> QFont:
    font = QFont(look.font)
    font.setPixelSize(look.sizes.body)
    return font
