"""What the kit knows about a picture besides its lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.drawing.canvas import BOLD, LINE, Canvas

Draw = Callable[[Canvas], None]


@dataclass(frozen=True)
class Picture:
    """One picture: its file name without ``.svg``, its alternative text, how to draw it, its line width."""

    name: str
    alt: str
    draw: Draw
    line: float = LINE

    def svg(self) -> str:
        """Return the SVG file's text."""
        canvas = Canvas(self.line)
        self.draw(canvas)
        return canvas.svg(self.alt)


def symbol(name: str, alt: str, draw: Draw) -> Picture:
    """Return a picture with the bold line of things seen small."""
    return Picture(name, alt, draw, BOLD)
