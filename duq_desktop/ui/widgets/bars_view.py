"""The bars of one question on screen: the same shapes and patterns as on paper.

The geometry comes from ``figures``; this only multiplies it by the room there is. A screen reader says
every figure; Tab stops at it, so that the page can be moved to it by the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from duq_desktop.figures.model import Bar, BarChart, Segment
from duq_desktop.figures.patterns import OUTLINE, PATTERNS, PLATE, fill
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO, RING

MakeChart = Callable[[float], BarChart]
"""Gives the bars when a number's plate takes this part of a bar's length."""

_WIDEST_PLATE = 1 / 6
_PLATE_INSET = 2
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_WRAP = int(_WRAPPED | Qt.AlignmentFlag.AlignLeft)
_WRAP_RIGHT = int(_WRAPPED | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True)
class _Sizes:
    """Lengths in pixels for the text size in force."""

    bar: float
    gap: float
    scale: float
    swatch: float


@dataclass(frozen=True)
class _Placed:
    """Where one bar or key line stands: its words' box, and the box of the bar or the swatch."""

    words: QRectF
    box: QRectF
    below: float = 0.0

    def mirrored(self, width: float) -> _Placed:
        """The same as seen in a mirror of this width."""

        def turned(box: QRectF) -> QRectF:
            return QRectF(width - box.right(), box.top(), box.width(), box.height())

        return _Placed(turned(self.words), turned(self.box), self.below)


class BarsView(QLabel):
    """Paints what ``make_chart`` gives; ``alt`` is what a screen reader says of it."""

    told_as = "Graphic"

    def __init__(self, make_chart: MakeChart, alt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make_chart
        self._chart = make_chart(0.08)
        self._plate = 0.08
        self.setAccessibleName(alt)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chart(self) -> BarChart:
        """What is painted now."""
        return self._chart

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bars, key, height = self._arrange(float(width))
        return int(height + 0.999) if bars or key else 0

    def sizeHint(self) -> QSize:
        width = round(self._font().pixelSize() * 24)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._font().pixelSize() * 7), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fit_plate()
            self.updateGeometry()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_plate()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        bars, key = self._in_place()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for bar, placed in zip(self._chart.bars, bars, strict=True):
            self._paint_words(painter, placed.words, _bar_words(bar), look.colour("ink"))
            self._paint_bar(painter, bar, placed)
        for entry, placed in zip(self._chart.key, key, strict=True):
            self._paint_pattern(painter, entry.pattern, placed.box)
            self._paint_words(painter, placed.words, entry.label, look.colour("ink"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), RING))
            half = RING / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
        painter.end()

    def _font(self) -> QFont:
        self.ensurePolished()
        return self.font()

    def _sizes(self) -> _Sizes:
        sizes = look_of(self).sizes
        line = QFontMetricsF(self._font()).height()
        return _Sizes(max(44.0, line * 1.5), float(sizes.gap), sizes.growth, line)

    def _fit_plate(self) -> None:
        """A larger text needs a larger plate; then the numbers stand apart anew."""
        room = max(1.0, self.width() - 2.0 * HALO)
        metrics = QFontMetricsF(self._font())
        wanted = (metrics.horizontalAdvance("0" * self._widest()) + metrics.height() * 0.5) / room
        plate = min(max(wanted, 0.01), _WIDEST_PLATE)
        if abs(plate - self._plate) > 0.001:
            self._plate = plate
            self._chart = self._make(plate)
            self.updateGeometry()
            self.update()

    def _in_place(self) -> tuple[list[_Placed], list[_Placed]]:
        """The bars and the key as they stand on screen: mirrored where lines begin at the right."""
        bars, key, _height = self._arrange(float(self.width()))
        if not self.isRightToLeft():
            return bars, key
        width = float(self.width())
        return [each.mirrored(width) for each in bars], [each.mirrored(width) for each in key]

    def _across(self, box: QRectF, part: float) -> float:
        """Where a part of a bar's length lies; a bar grows the way that words are read."""
        return box.left() + (1 - part if self.isRightToLeft() else part) * box.width()

    def _arrange(self, width: float) -> tuple[list[_Placed], list[_Placed], float]:
        """Where everything stands at ``width``, reckoned from the left, and the height of it all."""
        sizes, left = self._sizes(), float(HALO)
        room = max(1.0, width - 2 * left)
        top = float(HALO)
        bars = []
        for bar in self._chart.bars:
            tall = self._words_height(_bar_words(bar), room)
            words = QRectF(left, top, room, tall)
            top += tall + sizes.gap / 3
            box = QRectF(left, top, room, sizes.bar if bar.segments else 0.0)
            outside = any(not part.inside for part in bar.segments)
            below = sizes.swatch * 1.2 if outside else 0.0
            top += box.height() + below + sizes.gap
            bars.append(_Placed(words, box, below))
        key, top = self._arrange_key(left, top, room, sizes)
        return bars, key, top + HALO

    def _arrange_key(
        self, left: float, top: float, room: float, sizes: _Sizes
    ) -> tuple[list[_Placed], float]:
        """The key in lines, as many entries beside each other as there is room for."""
        swatch, placed = sizes.swatch * 1.4, []
        across, tallest = left, 0.0
        metrics = QFontMetricsF(self._font())
        for entry in self._chart.key:
            natural = metrics.horizontalAdvance(entry.label) + 2
            wide = min(natural, room - swatch - sizes.gap)
            if across > left and across + swatch + sizes.gap / 2 + wide > left + room:
                across, top, tallest = left, top + tallest + sizes.gap / 3, 0.0
            tall = max(swatch, self._words_height(entry.label, wide))
            box = QRectF(across, top + (tall - swatch) / 2, swatch, swatch)
            placed.append(_Placed(QRectF(across + swatch + sizes.gap / 2, top, wide, tall), box))
            across += swatch + sizes.gap / 2 + wide + sizes.gap * 1.5
            tallest = max(tallest, tall)
        return placed, top + tallest

    def _words_height(self, text: str, width: float) -> float:
        metrics = QFontMetricsF(self._font())
        return metrics.boundingRect(QRectF(0, 0, width, 100_000), _WRAP, text).height()

    def _paint_words(self, painter: QPainter, box: QRectF, text: str, colour: QColor) -> None:
        painter.setPen(colour)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(box, _WRAP_RIGHT if self.isRightToLeft() else _WRAP, text)
        painter.restore()

    def _paint_bar(self, painter: QPainter, bar: Bar, placed: _Placed) -> None:
        for part in bar.segments:
            box = placed.box
            edges = self._across(box, part.rect.x), self._across(box, part.rect.x + part.rect.width)
            left, right = min(edges), max(edges)
            self._paint_pattern(painter, part.pattern, QRectF(left, box.top(), right - left, box.height()))
        for part in bar.segments:
            self._paint_number(painter, part, placed)

    def _paint_pattern(self, painter: QPainter, name: str, box: QRectF) -> None:
        pattern = PATTERNS[name]
        if box.width() <= 0 or box.height() <= 0:
            return
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, QColor(pattern.ground))
        drawn = fill(pattern, box.width(), box.height(), self._sizes().scale)
        painter.translate(box.topLeft())
        for line in drawn.lines:
            pen = QPen(QColor(pattern.ink), line.width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pattern.ink))
        for dot in drawn.dots:
            painter.drawEllipse(QPointF(dot.x, dot.y), dot.radius, dot.radius)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(OUTLINE), 1.5))
        painter.drawRect(box)

    def _paint_number(self, painter: QPainter, part: Segment, placed: _Placed) -> None:
        """The number on a white plate: in the bar, or below it with a line up to its part."""
        box, line = placed.box, QFontMetricsF(self._font()).height()
        middle = self._across(box, part.number_x)
        wide = min(self._plate * box.width(), box.width())
        if part.inside:
            plate = QRectF(middle - wide / 2, box.center().y() - line * 0.55, wide, line * 1.1)
        else:
            plate = QRectF(middle - wide / 2, box.bottom() + 4, wide, line * 1.1)
            painter.setPen(QPen(look_of(self).colour("ink"), 1.5))
            end = QPointF(self._across(box, part.rect.middle), box.bottom())
            painter.drawLine(QPointF(middle, plate.top()), end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PLATE))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(QColor(OUTLINE))
        painter.setFont(self.number_font(wide))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), part.number)
        painter.setFont(self._font())

    def number_font(self, wide: float) -> QFont:
        """The font of the numbers: smaller than the words only where a plate has no room for them."""
        font = QFont(self._font())
        taken = QFontMetricsF(font).horizontalAdvance("0" * self._widest()) + 2 * _PLATE_INSET
        if taken > wide:
            font.setPixelSize(max(1, int(font.pixelSize() * wide / taken)))
        return font

    def _widest(self) -> int:
        """The digits of the longest number."""
        return max((len(part.number) for bar in self._chart.bars for part in bar.segments), default=1)


def _bar_words(bar: Bar) -> str:
    named = f"{bar.label}, {bar.note}" if bar.note else bar.label
    return f"{named}: {bar.size_text}"
