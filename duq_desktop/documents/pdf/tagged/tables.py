"""Data tables that say their headers, over as many pages as they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table

from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.runs import Run
from duq_desktop.documents.pdf.tagged.structure import Element
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.documents.pdf.tagged.words import TextStyle, Words

LINE = HexColor(0x8A8A8A)
HEADER_FILL = HexColor(0xEFEBE4)


@dataclass(frozen=True)
class CellText:
    """What a cell says: whether it is the header of its row, and how many places it covers."""

    runs: list[Run]
    header: bool = False
    columns: int = 1
    rows: int = 1


class _Cell(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The words of one cell, bound to its ``TH`` or ``TD``; drawn again on a later page, an artifact."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._drawn = False

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width, self.height = self._words.wrap(available_width, _available_height)
        return self.width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        if canvas.trial:
            return
        if not self._drawn:
            self._words.drawOn(canvas, 0, 0)
        else:
            self._draw_again(canvas)
        self._drawn = True

    def _draw_again(self, canvas: TaggedCanvas) -> None:
        style = self._words.style
        with canvas.artifact("Pagination"):
            canvas.setFillColor(style.colour)
            for position, line in enumerate(self._words.lines()):
                baseline = self.height - style.leading * position - style.leading / 2 - style.size * 0.33
                canvas.setFont(self._words.typeface.bold, style.size)
                canvas.drawString(0, baseline, line)


class _ArtifactLines(Table):  # type: ignore[misc]  # reportlab has no types
    """A reportlab table whose fills and rules are artifacts; its cells bring their own elements."""

    def _drawBkgrnd(self) -> None:
        with self.canv.artifact():
            super()._drawBkgrnd()

    def _drawLines(self) -> None:
        with self.canv.artifact():
            super()._drawLines()


class DataTable:
    """Builds a table below ``parent``: ``heading`` is the row of column headers, which later pages repeat."""

    def __init__(
        self, parent: Element, typeface: Typeface, style: TextStyle, fill: Color = HEADER_FILL
    ) -> None:
        self.element = parent.child("Table")
        self._typeface = typeface
        self._style = style
        self._fill = fill

    def flowable(self, heading: list[CellText], rows: list[list[CellText]], widths: list[float]) -> Table:
        """The table as a flowable; ``widths`` of the columns in points.

        A row lists only the cells that start in it: places covered from above or the left are skipped.
        """
        commands: list[Any] = [
            ("GRID", (0, 0), (-1, -1), 0.75, LINE),
            ("BACKGROUND", (0, 0), (-1, 0), self._fill),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 7),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
            ("LEFTPADDING", (0, 0), (-1, -1), 8),
            ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ]
        grid: list[list[Any]] = [[None] * len(widths) for _ in range(len(rows) + 1)]
        taken: set[tuple[int, int]] = set()
        for number, cells in enumerate([heading, *rows]):
            self._place(grid, taken, commands, number, cells)
        table = _ArtifactLines(grid, colWidths=widths, repeatRows=1, style=commands, hAlign="LEFT")
        table.spaceBefore, table.spaceAfter = 6, 14
        return table

    def _place(
        self,
        grid: list[list[Any]],
        taken: set[tuple[int, int]],
        commands: list[Any],
        number: int,
        cells: list[CellText],
    ) -> None:
        row = self.element.child("TR")
        column = 0
        for cell in cells:
            while (column, number) in taken:
                column += 1
            grid[number][column] = self._cell(row, cell, heading=number == 0)
            last = (column + cell.columns - 1, number + cell.rows - 1)
            taken |= {(x, y) for x in range(column, last[0] + 1) for y in range(number, last[1] + 1)}
            if last != (column, number):
                commands.append(("SPAN", (column, number), last))
            if cell.header:
                commands.append(("BACKGROUND", (column, number), last, self._fill))
            column += cell.columns

    def _cell(self, row: Element, cell: CellText, *, heading: bool) -> _Cell:
        is_header = heading or cell.header
        element = row.child("TH" if is_header else "TD")
        attributes = {}
        if is_header:
            attributes["Scope"] = "/Column" if heading else "/Row"
        if cell.columns > 1:
            attributes["ColSpan"] = str(cell.columns)
        if cell.rows > 1:
            attributes["RowSpan"] = str(cell.rows)
        if attributes:
            element.attributes["Table"] = attributes
        bold = [Run(run.text, True, run.actual, run.language, run.link) for run in cell.runs]
        return _Cell(Words(element, bold if is_header else cell.runs, self._style, self._typeface))
