"""The fills of the bars: a pattern for each answer, the same lines and dots on paper and on screen.

Colour alone shuts people out, so that every two patterns differ in how light they are and in what is
drawn. No red and no green: Yes can be the bad answer. Lengths are in points on paper and in pixels on
screen; ``scale`` makes both larger.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

OUTLINE = "#1F3A54"
"""The colour of the line round each segment, and of numbers on their white plate."""

PLATE = "#FFFFFF"
"""The plate behind a number."""


@dataclass(frozen=True)
class Hatch:
    """Parallel lines: ``angle`` in degrees from level, ``gap`` from line to line, ``width`` of each."""

    angle: int
    gap: float
    width: float


@dataclass(frozen=True)
class Dots:
    """Dots in rows, each second row shifted by half a ``gap``."""

    gap: float
    radius: float


@dataclass(frozen=True)
class Pattern:
    """A fill: ``ground`` all over, then ``hatches`` and ``dots`` in ``ink``. Colours are "#RRGGBB"."""

    id: str
    ground: str
    ink: str
    hatches: tuple[Hatch, ...] = ()
    dots: Dots | None = None


@dataclass(frozen=True)
class Line:
    """A stroke from (x1, y1) to (x2, y2), ``width`` wide, with flat ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Fill:
    """What to draw over the ground of one rectangle; (0, 0) is its left top corner."""

    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]


_DARK = "#1F3A54"
_MADE = (
    Pattern("yes", "#DDE8F1", _DARK),
    Pattern("sometimes", "#B4CADC", _DARK, dots=Dots(7.0, 1.5)),
    Pattern("no", _DARK, "#FFFFFF", (Hatch(45, 8.0, 1.4),)),
    Pattern("dont_know", "#FFFFFF", _DARK, (Hatch(90, 6.0, 1.8),)),
    Pattern("dont_want_to_say", "#B8B0A0", _DARK, (Hatch(45, 8.0, 1.3), Hatch(135, 8.0, 1.3))),
    Pattern("dont_understand", "#E4DFD4", _DARK, (Hatch(0, 5.0, 2.0),)),
    Pattern("later", "#FFFFFF", _DARK, (Hatch(0, 9.0, 0.8), Hatch(90, 9.0, 0.8))),
    Pattern("not_my_work", "#8C877D", _DARK, (Hatch(135, 7.0, 1.3),)),
    Pattern("no_answer", "#858177", _DARK, (Hatch(90, 9.0, 1.5), Hatch(45, 9.0, 1.5))),
)

PATTERNS: dict[str, Pattern] = {pattern.id: pattern for pattern in _MADE}
"""A pattern for each option id and non-answer id; "no_answer" for non-answers not told apart."""


def fill(pattern: Pattern, width: float, height: float, scale: float = 1.0) -> Fill:
    """The strokes of ``pattern`` for a rectangle of this size, cut at its edges.

    Only the ends of slanting strokes reach out, by half their width: draw with the rectangle as clip.
    Raises ``ValueError`` for a size or scale that is not above 0.
    """
    if min(width, height, scale) <= 0:
        raise ValueError("a fill needs a size above 0")
    lines = (line for hatch in pattern.hatches for line in _hatch(hatch, width, height, scale))
    dots = _dots(pattern.dots, width, height, scale) if pattern.dots else ()
    return Fill(tuple(lines), tuple(dots))


def _hatch(hatch: Hatch, width: float, height: float, scale: float) -> Iterator[Line]:
    """Lines spread evenly about the centre, so that a narrow segment still shows one."""
    turn = math.radians(hatch.angle)
    along, across = (math.cos(turn), -math.sin(turn)), (math.sin(turn), math.cos(turn))
    thick = min(hatch.width * scale, width, height)
    reach = max((abs(across[0]) * width + abs(across[1]) * height - thick) / 2, 0.0)
    gap = hatch.gap * scale
    for step in range(-int(reach // gap), int(reach // gap) + 1):
        x, y = width / 2 + across[0] * gap * step, height / 2 + across[1] * gap * step
        ends = _cut(x, y, along, width, height)
        if ends is not None:
            start, end = ends
            yield Line(
                x + along[0] * start,
                y + along[1] * start,
                x + along[0] * end,
                y + along[1] * end,
                thick,
            )


def _cut(
    x: float, y: float, along: tuple[float, float], width: float, height: float
) -> tuple[float, float] | None:
    """Where the line through (x, y) enters and leaves the rectangle; None when it misses it."""
    start, end = -math.inf, math.inf
    for place, step, size in ((x, along[0], width), (y, along[1], height)):
        if abs(step) < 1e-9:
            if not 0 <= place <= size:
                return None
            continue
        near, far = sorted((-place / step, (size - place) / step))
        start, end = max(start, near), min(end, far)
    return (start, end) if end - start > 1e-6 else None


def _dots(dots: Dots, width: float, height: float, scale: float) -> Iterator[Dot]:
    gap, radius = dots.gap * scale, min(dots.radius * scale, width / 2, height / 2)
    for row, y in enumerate(_spread(height, gap * 0.75)):
        for x in _spread(width, gap):
            shifted = x + (gap / 2 if row % 2 else 0)
            if radius <= shifted <= width - radius and radius <= y <= height - radius:
                yield Dot(shifted, y, radius)


def _spread(size: float, gap: float) -> Iterator[float]:
    count = max(1, int(size // gap))
    first = (size - (count - 1) * gap) / 2
    return (first + gap * place for place in range(count))
