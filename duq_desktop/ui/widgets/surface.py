"""The painted ground of everything that can be pressed: soft corners, a thin line, a ring for focus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.theme.look import Look
from duq_desktop.ui.theme.tokens import HALO, RING
from duq_desktop.ui.widgets.marks import Mark, draw_mark

THIN, THICK = 2, 6
"""Edges in pixels: at rest, and of what is chosen. The difference can be seen without colour."""

TICK_INSET = THICK + 4
"""The badge on what is chosen stands so many pixels within its edges."""


@dataclass(frozen=True)
class Surface:
    """How a control stands at this moment, by theme roles and states.

    ``tick`` is the size of the badge on what is chosen, as a part of the largest; 0 for none.
    """

    ground: str = "card"
    edge: str = "line"
    focused: bool = False
    pressed: bool = False
    hovered: bool = False
    chosen: bool = False
    tick: float = 0.0


def paint_surface(painter: QPainter, look: Look, whole: QRectF, surface: Surface) -> None:
    """Paints ``surface`` into ``whole``, the widget's rectangle with its halo."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = whole.adjusted(HALO, HALO, -HALO, -HALO)
    width = THICK if surface.chosen else THIN
    strong = surface.chosen or surface.hovered or surface.pressed
    edge = surface.edge if not strong or surface.ground == "accent" else "accent"
    _box(painter, look, body, "pressed" if _sinks(surface) else surface.ground, edge, width)
    if surface.focused:
        _ring(painter, look, whole)
    if surface.chosen and surface.tick:
        _tick(painter, look, body, surface.tick)


def _sinks(surface: Surface) -> bool:
    return surface.pressed and surface.ground != "accent"


def _box(painter: QPainter, look: Look, body: QRectF, ground: str, edge: str, width: int) -> None:
    half = width / 2
    painter.setBrush(look.colour(ground))
    painter.setPen(QPen(look.colour(edge), width))
    radius = look.sizes.radius - half
    painter.drawRoundedRect(body.adjusted(half, half, -half, -half), radius, radius)


def _ring(painter: QPainter, look: Look, whole: QRectF) -> None:
    half = RING / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("focus"), RING))
    radius = look.sizes.radius + HALO - half
    painter.drawRoundedRect(whole.adjusted(half, half, -half, -half), radius, radius)


def _tick(painter: QPainter, look: Look, body: QRectF, part: float) -> None:
    """A round badge with a tick in the upper corner where lines end, within the card."""
    radius = tick_radius(look, part)
    inset = radius + TICK_INSET
    turned = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    centre = QPointF(body.left() + inset if turned else body.right() - inset, body.top() + inset)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawEllipse(centre, radius, radius)
    side = radius * 1.3
    box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    draw_mark(painter, Mark.TICK, box, look.colour("accent_ink"), 3.4)


def tick_radius(look: Look, part: float) -> float:
    """Half the width in pixels of the badge that marks what is chosen; ``part`` of the largest."""
    return 15 * look.sizes.growth * part
