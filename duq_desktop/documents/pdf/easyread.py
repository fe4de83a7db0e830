"""Easy-read paper: picture left, words right, one idea a row, large print, much white.

Numbers: at least 14 points, for people with learning disabilities 16; one idea a sentence, each sentence on
a new line; a picture to each idea; at most 24 pages (UK government easy read; Round Table guidelines).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.platypus.doctemplate import PageBreak
from reportlab.platypus.flowables import Flowable

from duq_desktop.content.model import Picture
from duq_desktop.documents.pdf.characters import plain, showable
from duq_desktop.documents.pdf.flowables import Band, KeptHeading, KeptTogether, White
from duq_desktop.documents.pdf.look import (
    ACCENT,
    AREA_PICTURE,
    BODY,
    BULLET,
    HEADING,
    INK,
    LEAD,
    LINE,
    NOTICE,
    PICTURE,
    QUESTION,
    QUIET,
    QUOTE,
    ROOM_FOR_A_LINE,
    ROOM_FOR_A_ROW,
    ROW_WHITE,
    SMALL,
    SMALL_HEADING,
    SMALL_PICTURE,
    STRONG,
    TITLE,
)
from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.document import SIDE_MARGIN, Progress, TaggedDocument
from duq_desktop.documents.pdf.tagged.figures import DrawingBlock, PictureBlock, PictureFile, figure
from duq_desktop.documents.pdf.tagged.layout import Ground, Row
from duq_desktop.documents.pdf.tagged.runs import Run
from duq_desktop.documents.pdf.tagged.structure import Element
from duq_desktop.documents.pdf.tagged.tables import CellText, DataTable
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.documents.pdf.tagged.words import Label, TextStyle, Words
from duq_desktop.errors import PackError, ReportError
from duq_desktop.words import Words as Language
from duq_desktop.words import printed

_KEY = "key"
"""What a keyed chart needs at the head of its page."""

PictureFiles = dict[Path, PictureFile | None]
"""The picture files read so far; None for one that cannot be drawn, so that it is tried only once."""


class EasyRead:
    """One easy-read document that is being written, from top to bottom; ``finish`` makes the file.

    Without a picture that can be drawn its place stays empty, and the words stand all the same. ``mark``
    stands on each page. ``files`` keeps what was read of pictures for the next document.
    ``between_lines`` is the white after a sentence, in points. ``key`` is drawn at the head of each page with
    a ``keyed`` chart. Text may hold anything that people type.
    """

    def __init__(
        self,
        title: str,
        language: Language,
        typeface: Typeface,
        mark: str = "",
        files: PictureFiles | None = None,
        *,
        between_lines: float = BODY.space_after,
    ) -> None:
        self.title = title
        self.language = language
        self.typeface = typeface
        self._files: PictureFiles = {} if files is None else files
        self._used: set[Path] = set()
        self._mark = mark
        self._line_style = replace(BODY, space_after=between_lines)
        self._quote_style = replace(BODY, leading=22, space_after=6)
        self.key: Drawing | None = None
        self._story: list[Flowable] = []
        self._document = TaggedDocument(
            plain(title, typeface, language),
            printed.LANGUAGE_TAGS.get(language.language, language.language),
            typeface,
            self._furniture,
        )

    @property
    def width(self) -> float:
        """The width of a page between its margins, in points."""
        return self._document.width

    @property
    def used_pictures(self) -> tuple[Path, ...]:
        """The picture files drawn so far."""
        return tuple(sorted(self._used))

    def opening(self, picture: Picture | None, lines: Sequence[str], *, tight: bool = False) -> None:
        """The title with a large picture beside its first lines; ``tight`` makes both smaller."""
        self._story.append(Band(self.width))
        self._story.append(self._text("H1", self.title, TITLE))
        size = PICTURE * (0.8 if tight else 1.2)
        self._row(picture, lines, self._line_style if tight else LEAD, size=size)

    def new_page(self) -> None:
        """What follows starts on a new page."""
        self._story.append(PageBreak())

    def heading(self, text: str, *, tight: bool = False) -> None:
        """A heading where the page stands now; ``tight`` sets what follows closer."""
        style = replace(HEADING, space_after=HEADING.space_after / 2) if tight else HEADING
        self._story.append(KeptHeading(self._text("H2", text, style), ROOM_FOR_A_ROW))

    def small_heading(self, text: str, *, row: bool = False) -> None:
        """A heading below the page's heading; with ``row`` a row follows, which needs more room."""
        room = ROOM_FOR_A_ROW if row else ROOM_FOR_A_LINE
        self._story.append(KeptHeading(self._text("H3", text, SMALL_HEADING), room))

    def area_heading(self, picture: Picture | None, title: str, *, tight: bool = False) -> None:
        """A heading with its picture, for one of the areas; ``tight`` makes it smaller."""
        size = AREA_PICTURE * (0.75 if tight else 1.0)
        words = self._text("H2", title, HEADING)
        left = self._picture(picture, size)
        row = Row(left, [words], size if left else 0.0, words_first=True, space_after=size * ROW_WHITE)
        self._story.append(KeptHeading(row, ROOM_FOR_A_ROW))

    def question_heading(self, picture: Picture | None, prompt: str, size: float) -> None:
        """A heading for one question, with its picture ``size`` points high, or none if that is 0.

        Use it inside ``kept_together``, or it may end up alone at the foot of a page.
        """
        words = self._text("H3", prompt, QUESTION)
        left = self._picture(picture, size) if size else None
        self._story.append(
            Row(
                left,
                [words],
                size if left else 0.0,
                gap=14,
                words_first=True,
                space_after=QUESTION.space_after,
            )
        )

    @contextmanager
    def kept_together(self) -> Iterator[None]:
        """What is added inside stays on one page, if one page can hold it."""
        before = len(self._story)
        yield
        together = self._story[before:]
        del self._story[before:]
        self._story.append(KeptTogether(together))

    def row(self, picture: Picture | None, *lines: str, title: str = "", size: float = PICTURE) -> None:
        """One idea: its picture and a few lines; the white after it goes by ``size``."""
        self._row(picture, lines, self._line_style, title=title, size=size, space_after=size * ROW_WHITE)

    def text(self, *lines: str, style: TextStyle = BODY) -> None:
        """Lines across the whole width."""
        self._story += [self._text("P", line, style) for line in lines]

    def strong(self, text: str) -> None:
        """A line to be found again at a glance."""
        self._story.append(self._text("P", text, STRONG))

    def bullets(self, *lines: str) -> None:
        """A list."""
        whole = self._document.root.child("L")
        whole.attributes["List"] = {"ListNumbering": "/Disc"}
        for line in lines:
            item = whole.child("LI")
            label = Label(item.child("Lbl"), "•")
            self._story.append(Words(item.child("LBody"), self._runs(line), BULLET, self.typeface, label))

    def notice(self, *lines: str, picture: Picture | None = None) -> None:
        """Lines on a ground of their own, that must not be missed."""
        self._row(picture, lines, self._line_style, ground=Ground(NOTICE, ACCENT), size=SMALL_PICTURE)

    def quote(self, text: str, said_by: str = "", *, close: bool = False) -> None:
        """Somebody's own words, in curly quotes, as they were given; ``close`` sets them in one paragraph."""
        quoted = self._document.root.child("BlockQuote")
        if close:
            whole = [*self._runs(f"“{text.strip()}”"), *self._runs(f" {said_by}", bold=True)]
            self._story.append(Words(quoted.child("P"), whole, self._quote_style, self.typeface))
            return
        lines: list[Flowable] = [
            Words(quoted.child("P"), self._runs(f"“{text.strip()}”"), BODY, self.typeface)
        ]
        if said_by:
            lines.append(Words(quoted.child("P"), self._runs(said_by), SMALL, self.typeface))
        panel = Row(None, lines, 0.0, ground=Ground(QUOTE, ACCENT), space_after=16)
        self._story.append(KeptTogether([panel]))

    def answer(
        self, picture: Picture | None, prompt: str, answer: Picture | None, label: str, words: str
    ) -> None:
        """A question with the answer given, and the words added, or "" for none."""
        left = self._picture(picture, PICTURE)
        lines: list[Flowable] = [
            self._text("P", prompt, BODY),
            self._marked(answer, label),
        ]
        if words:
            quoted = self._document.root.child("BlockQuote").child("P")
            quote = Words(quoted, self._runs(f"“{words.strip()}”"), BODY, self.typeface)
            lines.append(quote)
        self._story.append(Row(left, lines, PICTURE))

    def chart(self, drawing: Drawing, alt: str, space_after: float = 18.0, *, keyed: bool = False) -> None:
        """A drawing with words that hold all its figures; ``keyed`` puts the key at the head of its page."""
        element = figure(self._document.root, plain(alt, self.typeface, self.language))
        needs = _KEY if keyed else ""
        self._story.append(DrawingBlock(element, drawing, space_after=space_after, needs=needs))

    def table(self, heading: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A data table; of three columns and more the first names its rows. ``widths`` in points."""
        table = DataTable(self._document.root, self.typeface, TextStyle(size=15, leading=21, colour=INK))
        head = [CellText(self._runs(text)) for text in heading]
        body = [
            [
                CellText(self._runs(text), header=position == 0 and len(row) > 2)
                for position, text in enumerate(row)
            ]
            for row in rows
        ]
        self._story.append(table.flowable(head, body, list(widths)))

    def space(self, points: float) -> None:
        """White."""
        self._story.append(White(points))

    @property
    def pages(self) -> int:
        """How many pages the finished document has; 0 before."""
        return self._document.pages

    def count_pages(self) -> int:
        """How many pages it will have."""
        return self._document.count(self._story)

    def finish(self, progress: Progress | None = None) -> bytes:
        """The whole PDF, made in memory."""
        return self._document.build(self._story, progress)

    def _runs(self, text: str, *, bold: bool = False) -> list[Run]:
        return showable(text, self.typeface, self.language, bold=bold)

    def _text(self, kind: str, text: str, style: TextStyle, parent: Element | None = None) -> Words:
        element = (parent or self._document.root).child(kind)
        return Words(element, self._runs(text), style, self.typeface)

    def _row(
        self,
        picture: Picture | None,
        lines: Sequence[str],
        style: TextStyle,
        *,
        title: str = "",
        ground: Ground | None = None,
        size: float = PICTURE,
        space_after: float = PICTURE * ROW_WHITE,
    ) -> None:
        left = self._picture(picture, size)
        named = [self._text("P", title, replace(style, bold=True))] if title else []
        right: list[Flowable] = [*named, *(self._text("P", line, style) for line in lines)]
        left_width = size if picture is not None else 0.0
        self._story.append(Row(left, right, left_width, ground=ground, space_after=space_after))

    def _marked(self, mark: Picture | None, label: str) -> Flowable:
        """The answer in bold, with its mark before it, which only repeats the word."""
        words = self._text(
            "P", label, TextStyle(size=20, leading=30, bold=True, colour=ACCENT, space_after=8)
        )
        file = self._file(mark)
        if file is None:
            return words
        return Row(PictureBlock(None, file, 36, 36), [words], 36, gap=12, space_after=8)

    def _picture(self, picture: Picture | None, size: float) -> Flowable | None:
        file = self._file(picture)
        if picture is None or file is None:
            return None
        alt = plain(picture.alt, self.typeface, self.language).strip()
        return PictureBlock(figure(self._document.root, alt) if alt else None, file, size, size)

    def _file(self, picture: Picture | None) -> PictureFile | None:
        """The picture's file, read once. One that cannot be drawn must not keep the words from the paper."""
        if picture is None or picture.file is None:
            return None
        if picture.file not in self._files:
            self._files[picture.file] = _read(picture.file)
        file = self._files[picture.file]
        if file is not None:
            self._used.add(picture.file)
        return file

    def _furniture(self, canvas: TaggedCanvas, number: int, pages: int) -> None:
        """At the head the title, but on the first page, and the key of its bars; at the foot its number."""
        shown = plain(self.title, self.typeface, self.language)
        key = self.key if _KEY in canvas.needs else None
        if key is not None:
            renderPDF.draw(key, canvas, SIDE_MARGIN + self.width - key.width, A4[1] - 47)
        if number > 1 or key is not None:
            canvas.setFont(self.typeface.regular, 11)
            canvas.setFillColor(QUIET)
            room = self.width - (key.width + 12 if key is not None else 0)
            if self.typeface.width(shown, 11) <= room:
                canvas.drawString(SIDE_MARGIN, A4[1] - 40, shown)
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.6)
            canvas.line(SIDE_MARGIN, A4[1] - 48, A4[0] - SIDE_MARGIN, A4[1] - 48)
        canvas.setFillColor(INK)
        canvas.setFont(self.typeface.bold, 14)
        canvas.drawString(SIDE_MARGIN, 34, self._mark)
        canvas.drawRightString(
            A4[0] - SIDE_MARGIN, 34, self.language(printed.PAGE, number=number, pages=pages)
        )


def _read(path: Path) -> PictureFile | None:
    try:
        return PictureFile(path)
    except (PackError, ReportError):
        return None
