"""Arranging flowables: picture left and words right, panels, rules."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.platypus.flowables import Flowable

from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.words import Block

_ROUNDING = 1e-6


@dataclass(frozen=True)
class Ground:
    """What lies behind a row: a fill, a bar at the left edge, and the room around the content, in points."""

    fill: Color
    bar: Color
    padding: float = 16.0
    bar_width: float = 5.0


class Row(Block):
    """A picture on the left, words on the right of it; the words may go on over a page, the picture stays.

    ``left_width`` is kept free even without a picture, so that all words of a page start in one line.
    The elements were made before: a row arranges, and the order of reading is that of the story. With
    ``words_first`` the words were made before the picture, as a heading must be.
    """

    def __init__(
        self,
        left: Flowable | None,
        right: list[Flowable],
        left_width: float,
        *,
        gap: float = 22.0,
        ground: Ground | None = None,
        space_after: float = 26.0,
        keep: bool = False,
        words_first: bool = False,
    ) -> None:
        super().__init__(space_after=space_after, keep=keep)
        self.left, self.right = left, right
        self.left_width, self.gap, self.ground = left_width, gap, ground
        self._words_first = words_first
        self._words_height = self._left_height = 0.0

    @property
    def _padding(self) -> float:
        return self.ground.padding if self.ground else 0.0

    def _words_width(self, available_width: float) -> float:
        taken = self.left_width + self.gap if self.left_width else 0.0
        return available_width - taken - 2 * self._padding

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The size needed: that of the taller side."""
        room = self._words_width(available_width)
        self._words_height = _stacked_height(self.right, room, available_height)
        self._left_height = self.left.wrap(self.left_width, available_height)[1] if self.left else 0.0
        self.width = available_width
        self.height = max(self._words_height, self._left_height) + 2 * self._padding
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The words that fit beside the picture, and the rest on the next page."""
        self.wrap(available_width, available_height)
        inner = available_height - 2 * self._padding
        if self._left_height > inner + _ROUNDING or self._words_height <= inner:
            return []
        fitting, rest = _divided(self.right, self._words_width(available_width), inner)
        if not fitting:
            return []
        return [self._like(self.left, fitting, 0.0), self._like(None, rest, self.spaceAfter)]

    def draw(self) -> None:
        """Draw the ground, the picture, the words; called by reportlab."""
        canvas: TaggedCanvas = self.canv
        if self.ground:
            self._draw_ground(canvas, self.ground)
        parts = (self._draw_left, self._draw_words)
        for draw in reversed(parts) if self._words_first else parts:
            draw(canvas)

    def _draw_left(self, canvas: TaggedCanvas) -> None:
        if self.left:
            inner = self.height - 2 * self._padding
            self.left.drawOn(canvas, self._padding, self._padding + inner - self._left_height)

    def _draw_words(self, canvas: TaggedCanvas) -> None:
        x = self._padding + (self.left_width + self.gap if self.left_width else 0.0)
        lowered = max(0.0, (self._left_height - self._words_height) / 2)
        y = self.height - self._padding - lowered
        for position, flowable in enumerate(self.right):
            y -= flowable.getSpaceBefore() if position else 0.0
            y -= flowable.height
            flowable.drawOn(canvas, x, y)
            y -= flowable.getSpaceAfter()

    def _like(self, left: Flowable | None, right: list[Flowable], space_after: float) -> Row:
        return Row(left, right, self.left_width, gap=self.gap, ground=self.ground, space_after=space_after)

    def _draw_ground(self, canvas: TaggedCanvas, ground: Ground) -> None:
        with canvas.artifact():
            canvas.setFillColor(ground.fill)
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
            canvas.setFillColor(ground.bar)
            canvas.rect(0, 0, ground.bar_width, self.height, stroke=0, fill=1)


def _stacked_height(flowables: list[Flowable], width: float, room: float) -> float:
    height = 0.0
    for position, flowable in enumerate(flowables):
        height += flowable.getSpaceBefore() if position else 0.0
        height += flowable.wrap(width, room)[1]
        height += flowable.getSpaceAfter() if position < len(flowables) - 1 else 0.0
    return height


def _divided(flowables: list[Flowable], width: float, room: float) -> tuple[list[Flowable], list[Flowable]]:
    """The flowables that fit into ``room``, the last of them cut if need be, and the rest."""
    fitting: list[Flowable] = []
    for position, flowable in enumerate(flowables):
        before = flowable.getSpaceBefore() if position else 0.0
        height = flowable.wrap(width, room)[1]
        if before + height > room + _ROUNDING:
            parts = flowable.split(width, room - before)
            if len(parts) < 2:
                return fitting, flowables[position:]
            return [*fitting, parts[0]], [*parts[1:], *flowables[position + 1 :]]
        fitting.append(flowable)
        room -= before + height + flowable.getSpaceAfter()
    return fitting, []


class Rule(Block):
    """A line across the page, to set parts apart; never read out."""

    def __init__(self, colour: Color, *, thickness: float = 1.0, space: float = 14.0) -> None:
        super().__init__(space_before=space, space_after=space)
        self.colour, self.thickness = colour, thickness

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = available_width, self.thickness
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line; called by reportlab."""
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(self.colour)
            canvas.setLineWidth(self.thickness)
            canvas.line(0, self.thickness / 2, self.width, self.thickness / 2)
