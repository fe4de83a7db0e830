"""The flowable that draws text: a heading, a paragraph or a list item, tagged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.platypus.flowables import Flowable

from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.runs import Run, break_lines
from duq_desktop.documents.pdf.tagged.structure import Element
from duq_desktop.documents.pdf.tagged.typeface import Typeface

INK = HexColor(0x1B1B1B)
_ROUNDING = 1e-6
_IN_OUTLINE = ("H1", "H2")
"""The headings that the file's outline lists, for those who go from heading to heading by eye."""


@dataclass(frozen=True)
class TextStyle:
    """How text looks; all measures in points. ``leading`` is from one line to the next."""

    size: float = 16.0
    leading: float = 24.0
    bold: bool = False
    colour: Color = INK
    space_before: float = 0.0
    space_after: float = 8.0
    indent: float = 0.0
    keep_with_next: bool = False
    centred: bool = False


class Block(Flowable):  # type: ignore[misc]  # reportlab has no types
    """What all our flowables share."""

    def __init__(self, *, space_before: float = 0.0, space_after: float = 0.0, keep: bool = False) -> None:
        super().__init__()
        self.spaceBefore = space_before
        self.spaceAfter = space_after
        self.keepWithNext = keep


@dataclass(frozen=True)
class Label:
    """What stands before a list item, such as a bullet, with its own element (``Lbl``)."""

    element: Element
    text: str


class Words(Block):
    """Text of one element, broken into lines; it may be cut over pages and stays one element.

    A run with ``actual``, ``language`` or ``link`` gets an element of its own inside. ``spans`` holds those
    that a part on the page before has already made.
    """

    def __init__(
        self,
        element: Element,
        runs: list[Run],
        style: TextStyle,
        typeface: Typeface,
        label: Label | None = None,
    ) -> None:
        super().__init__(
            space_before=style.space_before, space_after=style.space_after, keep=style.keep_with_next
        )
        self.element = element
        self.runs = [replace(run, bold=run.bold or style.bold) for run in runs]
        self.style = style
        self.typeface = typeface
        self.label = label
        self._spans: dict[int, Element] = {}
        self._lines: list[list[tuple[Run, int]]] = []
        self._broken_for = -1.0
        self._goes_on = False
        self._continues = False

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """The width and height needed, in points."""
        if self._broken_for != available_width:
            room = available_width - self.style.indent
            self._lines = break_lines(self.runs, room, self._width_of)
            self._broken_for = available_width
        self.width, self.height = available_width, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The part that fits and the rest, or nothing if no line fits."""
        self.wrap(available_width, available_height)
        fitting = int((available_height + _ROUNDING) // self.style.leading)
        if fitting < 1:
            return []
        if fitting >= len(self._lines):
            return [self]
        fitting = _no_lonely_line(fitting, len(self._lines))
        return [self._part(0, fitting), self._part(fitting, len(self._lines))]

    def draw(self) -> None:
        """Draw the lines and give them to their elements; called by reportlab."""
        canvas: TaggedCanvas = self.canv
        if canvas.trial:
            return
        if self.element.kind in _IN_OUTLINE and not self._continues:
            canvas.bookmark(_IN_OUTLINE.index(self.element.kind), self._title(), self.height)
        first_baseline = self.height - self.style.leading / 2 - self.style.size * 0.33
        if self.label is not None:
            self._draw_label(canvas, self.label, first_baseline)
        underlines = self._draw_lines(canvas, first_baseline)
        for left, right, baseline, element, address in underlines:
            box = (left, baseline - self.style.size * 0.25, right, baseline + self.style.size)
            canvas.link_area(element, address, address, box)
            with canvas.artifact():
                canvas.setStrokeColor(self.style.colour)
                canvas.setLineWidth(0.8)
                canvas.line(left, baseline - 2.5, right, baseline - 2.5)

    def _title(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())

    def lines(self) -> list[str]:
        """The text line by line, once it is wrapped."""
        return ["".join(run.text for run, _ in line) for line in self._lines]

    def _width_of(self, text: str, bold: bool) -> float:
        return self.typeface.width(text, self.style.size, bold=bold)

    def _measure(self, run: Run) -> float:
        return self.typeface.width(run.text, self.style.size, bold=run.bold)

    def _part(self, start: int, end: int) -> Words:
        """The lines from ``start`` to ``end`` as a flowable that shares this one's elements."""
        part = Words(self.element, [], self.style, self.typeface, self.label if start == 0 else None)
        part.runs = self.runs
        part._spans = self._spans
        part._lines = self._lines[start:end]
        part._broken_for = self._broken_for
        part._continues = self._continues or start > 0
        part._goes_on = self._goes_on or end < len(self._lines)
        part.spaceBefore = self.spaceBefore if start == 0 else 0.0
        part.spaceAfter = self.spaceAfter if end == len(self._lines) else 0.0
        part.keepWithNext = self.keepWithNext and end == len(self._lines)
        return part

    def _draw_label(self, canvas: TaggedCanvas, label: Label, baseline: float) -> None:
        with canvas.content(label.element):
            text = canvas.beginText(self.style.indent - self.style.size * 1.5, baseline)
            text.setFont(self.typeface.regular, self.style.size, self.style.leading)
            text.setFillColor(self.style.colour)
            text.textOut(label.text)
            canvas.drawText(text)

    def _draw_lines(
        self, canvas: TaggedCanvas, first: float
    ) -> list[tuple[float, float, float, Element, str]]:
        """Draw all lines in one text object; returns links as (left, right, baseline, element, address)."""
        text = canvas.beginText(0, first)
        text.setFillColor(self.style.colour)
        links = []
        open_element: Element | None = None
        for position, line in enumerate(self._lines):
            baseline = first - position * self.style.leading
            left = self._left_edge(line)
            text.setTextOrigin(left, baseline)
            for number, (run, index) in enumerate(line):
                element = self._element_of(run, index)
                if element is not open_element:
                    text._code.append(("EMC " if open_element else "") + canvas.opening(element))
                    open_element = element
                self._put(text, run, space=number == len(line) - 1 and self._more_follows(position))
                width = self._measure(run)
                if run.link:
                    links.append((left, left + width, baseline, element, run.link))
                left += width
        if open_element is not None:
            text._code.append("EMC")
            canvas.drawText(text)
        return links

    def _more_follows(self, position: int) -> bool:
        return self._goes_on or position < len(self._lines) - 1

    def _put(self, text: Any, run: Run, *, space: bool) -> None:
        """Draw a run. A line's end gets a space, or the words of two lines grow together when read out."""
        font = self.typeface.bold if run.bold else self.typeface.regular
        text.setFont(font, self.style.size, self.style.leading)
        text.textOut(run.text + " " if space and not run.text.endswith(" ") else run.text)

    def _left_edge(self, line: list[tuple[Run, int]]) -> float:
        if not self.style.centred:
            return self.style.indent
        used = sum(self._measure(run) for run, _ in line)
        return max(self.style.indent, (self.width - used) / 2)

    def _element_of(self, run: Run, index: int) -> Element:
        if not (run.actual or run.language or run.link):
            return self.element
        if index not in self._spans:
            kind = "Link" if run.link else "Span"
            self._spans[index] = self.element.child(kind, actual=run.actual, language=run.language)
        return self._spans[index]


def _no_lonely_line(fitting: int, total: int) -> int:
    """Leave no single line behind or ahead at a page's end, where there are lines enough to choose."""
    if total - fitting == 1 and fitting > 2:
        return fitting - 1
    return fitting
