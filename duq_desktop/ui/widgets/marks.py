"""Line marks for the controls, drawn by us in the colour of the words beside them.

Each is a path in a box of 24 by 24, stroked at 2: thin lines with round ends, the same hand throughout.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


class Mark(str, Enum):
    """What a control does, as a drawn mark. Never shown without its word."""

    LISTEN = "listen"
    BACK = "back"
    NEXT = "next"
    REST = "rest"
    HIDE = "hide"
    STOP = "stop"
    TELL = "tell"
    UNDO = "undo"
    MORE = "more"
    TICK = "tick"
    ADD = "add"
    QUESTION = "question"
    EDIT = "edit"
    SAVE = "save"
    PRINT = "print"
    LOCK = "lock"


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path


def _listen() -> QPainterPath:
    """A loudspeaker with two waves."""
    path = _lines(((3, 9.5), (3, 14.5), (7, 14.5), (12, 19), (12, 5), (7, 9.5), (3, 9.5)))
    for radius in (4.0, 8.0):
        box = QRectF(12 - radius, 12 - radius, 2 * radius, 2 * radius)
        path.arcMoveTo(box.translated(1.5, 0), 45)
        path.arcTo(box.translated(1.5, 0), 45, -90)
    return path


def _rest() -> QPainterPath:
    """A cup with steam: a pause, not a bed."""
    path = _lines(((4, 10), (4, 16)), ((16, 10), (16, 16)), ((4, 10), (16, 10)), ((3, 21), (17, 21)))
    path.moveTo(4, 16)
    path.cubicTo(4, 19.5, 16, 19.5, 16, 16)
    path.moveTo(16, 11.5)
    path.cubicTo(21, 11, 21, 16.5, 16, 16)
    for left in (8.0, 12.0):
        path.moveTo(left, 7)
        path.cubicTo(left - 1.5, 5.5, left + 1.5, 4.5, left, 3)
    return path


def _hide() -> QPainterPath:
    """An eye with a line through it."""
    path = QPainterPath(QPointF(2.5, 12))
    path.cubicTo(6, 5.5, 18, 5.5, 21.5, 12)
    path.cubicTo(18, 18.5, 6, 18.5, 2.5, 12)
    path.addEllipse(QPointF(12, 12), 3, 3)
    path.addPath(_lines(((4, 20), (20, 4))))
    return path


def _stop() -> QPainterPath:
    """A rounded square in a ring."""
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 9.5, 9.5)
    path.addRoundedRect(QRectF(8.5, 8.5, 7, 7), 1, 1)
    return path


def _tell() -> QPainterPath:
    """Two speech bubbles' worth of talk in one: a bubble with a line of words."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(2.5, 4, 19, 12.5), 4, 4)
    path.addPath(
        _lines(((7, 16.5), (7, 21), (12, 16.5)), ((7.5, 10.2), (7.6, 10.2)), ((12, 10.2), (12.1, 10.2)))
    )
    path.addPath(_lines(((16.5, 10.2), (16.6, 10.2))))
    return path


def _undo() -> QPainterPath:
    """An arrow that turns back."""
    path = _lines(((8, 4), (3.5, 8.5), (8, 13)), ((3.5, 8.5), (14, 8.5)))
    path.cubicTo(22, 8.5, 22, 19.5, 14, 19.5)
    path.lineTo(8, 19.5)
    return path


def _question() -> QPainterPath:
    """A question mark in a ring."""
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 9.5, 9.5)
    path.moveTo(9, 9.5)
    path.cubicTo(9, 5.5, 15, 5.5, 15, 9.5)
    path.cubicTo(15, 12, 12, 11.5, 12, 14)
    path.addPath(_lines(((12, 17), (12, 17.1))))
    return path


def _print() -> QPainterPath:
    """A printer with a sheet in it."""
    path = _lines(((7, 8), (7, 3), (17, 3), (17, 8)), ((7, 14), (7, 21), (17, 21), (17, 14), (7, 14)))
    path.addPath(_lines(((7, 18), (3, 18), (3, 8), (21, 8), (21, 18), (17, 18))))
    return path


def _lock() -> QPainterPath:
    """A closed padlock."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(4.5, 10.5, 15, 10.5), 2, 2)
    path.moveTo(8, 10.5)
    path.lineTo(8, 7)
    path.cubicTo(8, 1.8, 16, 1.8, 16, 7)
    path.lineTo(16, 10.5)
    return path


_DRAWN: dict[Mark, Callable[[], QPainterPath]] = {
    Mark.LISTEN: _listen,
    Mark.BACK: lambda: _lines(((20, 12), (4, 12)), ((11, 5), (4, 12), (11, 19))),
    Mark.NEXT: lambda: _lines(((4, 12), (20, 12)), ((13, 5), (20, 12), (13, 19))),
    Mark.REST: _rest,
    Mark.HIDE: _hide,
    Mark.STOP: _stop,
    Mark.TELL: _tell,
    Mark.UNDO: _undo,
    Mark.MORE: lambda: _lines(((5, 9), (12, 16), (19, 9))),
    Mark.TICK: lambda: _lines(((5, 12.5), (10, 17.5), (19, 7))),
    Mark.ADD: lambda: _lines(((12, 5), (12, 19)), ((5, 12), (19, 12))),
    Mark.QUESTION: _question,
    Mark.EDIT: lambda: _lines(((4, 20), (5, 15), (16, 4), (20, 8), (9, 19), (4, 20)), ((13, 7), (17, 11))),
    Mark.SAVE: lambda: _lines(((12, 3), (12, 15)), ((7, 10), (12, 15), (17, 10)), ((4, 20), (20, 20))),
    Mark.PRINT: _print,
    Mark.LOCK: _lock,
}


MIRRORED = frozenset({Mark.BACK, Mark.NEXT, Mark.UNDO, Mark.LISTEN, Mark.TELL, Mark.QUESTION})
"""Marks that point along the line of reading, or speak along it; a tick, say, is the same everywhere."""


def draw_mark(painter: QPainter, mark: Mark, box: QRectF, colour: QColor, weight: float = 2.0) -> None:
    """Draws ``mark`` to fill ``box``; ``weight`` is the line's width in the mark's own 24 units.

    A painter that paints from right to left, as it does on a widget so laid out, gets arrows that point
    the other way.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    turned = mark in MIRRORED and painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.translate(box.topRight() if turned else box.topLeft())
    painter.scale((-1 if turned else 1) * box.width() / 24, box.height() / 24)
    pen = QPen(colour, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_DRAWN[mark]())
    painter.restore()
