"""The small flowables of easy-read paper."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from duq_desktop.report.look import ACCENT
from duq_desktop.report.tagged.canvas import TaggedCanvas
from duq_desktop.report.tagged.layout import Row
from duq_desktop.report.tagged.words import Block, Words


class Band(Block):
    """The bar of colour above a title; it only decorates."""

    def __init__(self, width: float) -> None:
        super().__init__(space_after=16)
        self.width, self.height = min(width, 90.0), 8.0

    def draw(self) -> None:
        """Draw it; called by reportlab."""
        canvas: TaggedCanvas = self.canv
        with canvas.artifact():
            canvas.setFillColor(ACCENT)
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)


class White(Block):
    """An empty stretch."""

    def __init__(self, points: float) -> None:
        super().__init__()
        self.height = points

    def draw(self) -> None:
        """Draw nothing; called by reportlab."""


class KeptHeading(Block):
    """A heading that goes to the next page unless ``room`` points are left below it."""

    def __init__(self, words: Words | Row, room: float) -> None:
        super().__init__(space_before=words.getSpaceBefore(), space_after=words.getSpaceAfter())
        self._words, self._room = words, room

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its size, or more than there is where too little room would follow it."""
        self.width, self.height = self._words.wrap(available_width, available_height)
        if not self._at_top and available_height < self.height + self._room:
            return self.width, available_height + 1.0
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Only what is too long for a whole page is cut."""
        return self._words.split(available_width, available_height) if self._at_top else []

    @property
    def _at_top(self) -> bool:
        return bool(getattr(getattr(self, "_frame", None), "_atTop", False))

    def draw(self) -> None:
        """Draw the heading; called by reportlab."""
        self._words.drawOn(self.canv, 0, 0)
