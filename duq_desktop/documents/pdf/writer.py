"""Turns a document's blocks into a tagged, easy-read PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from reportlab.graphics.shapes import Drawing

from duq_desktop.documents.blocks import (
    Answer,
    Bars,
    Block,
    Credits,
    Document,
    EasyLine,
    Items,
    Key,
    Note,
    Quote,
    Rank,
    Section,
    Table,
    Text,
    Tone,
)
from duq_desktop.documents.pdf.charts import chart_drawing, key_drawing, plate_share, small_key
from duq_desktop.documents.pdf.density import ROOMY, Density
from duq_desktop.documents.pdf.easyread import EasyRead, PictureFiles
from duq_desktop.documents.pdf.look import BODY, SMALL
from duq_desktop.documents.pdf.tagged.document import Progress
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.figures.bars import with_plate
from duq_desktop.figures.model import BarChart
from duq_desktop.unions import assert_never
from duq_desktop.words import Words

_AFTER_A_KEY = 14.0


class PdfWriter:
    """Writes documents in one typeface and language; pictures and charts are prepared once for all."""

    def __init__(self, typeface: Typeface, words: Words) -> None:
        self._typeface, self._words = typeface, words
        self._files: PictureFiles = {}
        self._drawings: dict[tuple[BarChart, bool], Drawing] = {}

    def write(self, document: Document, density: Density = ROOMY, progress: Progress | None = None) -> bytes:
        """The whole PDF, made in memory; ``progress`` hears the pages that are done."""
        return self.lay_out(document, density).finish(progress)

    def lay_out(self, document: Document, density: Density = ROOMY) -> EasyRead:
        """The document on its pages, which can be counted before it is finished."""
        sheet = EasyRead(
            document.title,
            self._words,
            self._typeface,
            document.mark,
            self._files,
            between_lines=density.between_lines,
        )
        sheet.opening(document.opening.picture, document.opening.lines, tight=density.tight)
        _Walk(sheet, density, self._chart).blocks(document.blocks)
        return sheet

    def _chart(self, chart: BarChart, width: float, *, tight: bool) -> Drawing:
        """The drawing of a chart, made once however often its page is laid out."""
        if (chart, tight) not in self._drawings:
            placed = with_plate(chart, plate_share(width))
            drawing = chart_drawing(placed, self._typeface, self._words, width, tight=tight)
            self._drawings[chart, tight] = drawing
        return self._drawings[chart, tight]


class _Walk:
    """Puts blocks on a sheet, from the first to the last."""

    def __init__(self, sheet: EasyRead, density: Density, chart: Callable[..., Drawing]) -> None:
        self._sheet, self._density, self._chart = sheet, density, chart

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        sheet = self._sheet
        match block:
            case EasyLine():
                sheet.row(block.picture, *block.lines, title=block.title, size=self._density.line_picture)
            case Text():
                self._text(block)
            case Note():
                sheet.notice(*block.lines, picture=block.picture)
            case Items():
                sheet.bullets(*block.items)
            case Quote():
                sheet.quote(block.words, block.said_by, close=self._density.tight)
            case Answer():
                sheet.answer(block.picture, block.prompt, block.mark, block.label, block.words)
            case Table():
                sheet.table(block.head, block.rows, [sheet.width / len(block.head)] * len(block.head))
            case Bars():
                drawing = self._chart(block.chart, sheet.width, tight=self._density.tight)
                sheet.chart(drawing, block.alt, self._density.after_a_chart, keyed=True)
            case Key():
                drawing = key_drawing(block.entries, sheet.typeface, sheet.width)
                sheet.chart(drawing, block.alt, space_after=_AFTER_A_KEY)
                sheet.key = small_key(block.entries, sheet.typeface)
            case Credits():
                sheet.text(*credit_lines(block, sheet.used_pictures), style=SMALL)
            case Section():
                self._section(block)
            case _:
                assert_never(block)

    def _text(self, text: Text) -> None:
        match text.tone:
            case Tone.BODY:
                self._sheet.text(*text.lines, style=BODY)
            case Tone.SMALL:
                self._sheet.text(*text.lines, style=SMALL)
            case Tone.STRONG:
                for line in text.lines:
                    self._sheet.strong(line)
            case _:
                assert_never(text.tone)

    def _section(self, section: Section) -> None:
        if section.new_page:
            self._sheet.new_page()
        if section.rank is Rank.AREA:
            self._area(section)
            return
        with self._sheet.kept_together() if self._stays_together(section) else nullcontext():
            self._heading(section)
            self.blocks(section.blocks)
            self._after(section)

    def _after(self, section: Section) -> None:
        if _holds_questions(section):
            self._sheet.space(self._density.after_a_question)

    def _area(self, section: Section) -> None:
        """The heading of an area never stands alone at the foot of a page: its first block follows."""
        blocks = list(section.blocks)
        first = blocks[0] if blocks else None
        open_first = isinstance(first, Section) and not first.title and not self._stays_together(first)
        parts = first.blocks if isinstance(first, Section) and open_first else blocks[:1]
        with self._sheet.kept_together():
            self._heading(section)
            self.blocks(parts[:1])
        self.blocks(parts[1:])
        if isinstance(first, Section) and open_first:
            self._after(first)
        self.blocks(blocks[1:])

    def _stays_together(self, section: Section) -> bool:
        return section.together and not (self._density.parted and _holds_questions(section))

    def _heading(self, section: Section) -> None:
        sheet = self._sheet
        match section.rank:
            case Rank.PART:
                sheet.heading(section.title, tight=self._density.tight)
            case Rank.AREA:
                sheet.area_heading(section.picture, section.title, tight=self._density.tight)
            case Rank.SMALL:
                sheet.small_heading(section.title, row=isinstance(section.blocks[0], EasyLine))
            case Rank.QUESTION:
                sheet.question_heading(section.picture, section.title, self._density.picture)
            case Rank.GROUP:
                pass
            case _:
                assert_never(section.rank)


def _holds_questions(section: Section) -> bool:
    inside = (each for each in section.blocks if isinstance(each, Section))
    return section.rank is Rank.GROUP and any(each.rank is Rank.QUESTION for each in inside)


def credit_lines(owed: Credits, drawn: Sequence[Path]) -> list[str]:
    """The credits owed for the pictures ``drawn`` and for the letters."""
    by_folder: Mapping[str, str] = dict(owed.by_folder)
    folders = [{part.lower() for part in path.parts[:-1]} & set(by_folder) for path in drawn]
    lines = [line for folder, line in by_folder.items() if any(folder in each for each in folders)]
    if not all(folders):
        lines.append(owed.others)
    return [*lines, owed.letters]
