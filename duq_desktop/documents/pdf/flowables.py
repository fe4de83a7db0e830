"""The small flowables of easy-read paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable, KeepTogether

from duq_desktop.documents.pdf.look import ACCENT
from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.layout import Row
from duq_desktop.documents.pdf.tagged.words import Block, Words


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


class KeptTogether(KeepTogether):  # type: ignore[misc]
    """What stays on one page, if one page can hold it; what is kept together within it then still is.

    reportlab's own says of itself that it is endlessly high, so that it is asked to part. One within another
    would be taken at its word, and each would stand on a page of its own.
    """

    _content: list[Flowable]

    def __init__(self, parts: Sequence[Flowable]) -> None:
        # A heading that asked for more room than the whole has would be refused where the whole fits.
        super().__init__([part.words if isinstance(part, KeptHeading) else part for part in parts])

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its width, and more height than there is; measured is what all its parts hold."""
        parts = self._content
        self._content = list(_laid_open(parts))
        try:
            width, height = super().wrap(available_width, available_height)
        finally:
            self._content = parts
        return float(width), float(height)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The parts, laid open where all of them find room; else a new page or frame comes before them."""
        parts: list[Flowable] = super().split(available_width, available_height)
        return list(_laid_open(parts)) if len(parts) == len(self._content) else parts


def _laid_open(parts: Sequence[Flowable]) -> Iterator[Flowable]:
    for part in parts:
        if isinstance(part, KeptTogether):
            yield from _laid_open(part._content)
        else:
            yield part


class KeptHeading(Block):
    """A heading that goes to the next page unless ``room`` points are left below it."""

    def __init__(self, words: Words | Row, room: float) -> None:
        super().__init__(space_before=words.getSpaceBefore(), space_after=words.getSpaceAfter())
        self.words, self._room = words, room

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its size, or more than there is where too little room would follow it."""
        self.width, self.height = self.words.wrap(available_width, available_height)
        if not self._at_top and available_height < self.height + self._room:
            return self.width, available_height + 1.0
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Only what is too long for a whole page is cut."""
        return self.words.split(available_width, available_height) if self._at_top else []

    @property
    def _at_top(self) -> bool:
        return bool(getattr(getattr(self, "_frame", None), "_atTop", False))

    def draw(self) -> None:
        """Draw the heading; called by reportlab."""
        self.words.drawOn(self.canv, 0, 0)
