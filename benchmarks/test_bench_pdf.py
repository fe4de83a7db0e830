"""Tagging against its lower bound: the same pages by reportlab alone, untagged, in the same run.

30 pages, 20 charts, 60 pictures, 120 paragraphs and a table; the drawings are read and made before the clock
starts and are the same objects on both sides, so that only laying out, drawing and writing are compared. The
bare side reuses each picture as a form, as ours does.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pypdfium2  # type: ignore[import-untyped,unused-ignore]
import pytest
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.doctemplate import PageBreak, SimpleDocTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.tables import Table

from duq_desktop.content.model import Stream
from duq_desktop.documents.pdf.charts import chart_drawing
from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.document import TaggedDocument
from duq_desktop.documents.pdf.tagged.figures import DrawingBlock, PictureBlock, PictureFile, figure
from duq_desktop.documents.pdf.tagged.runs import Run
from duq_desktop.documents.pdf.tagged.tables import CellText, DataTable
from duq_desktop.documents.pdf.tagged.typeface import Typeface, load_typeface
from duq_desktop.documents.pdf.tagged.words import TextStyle, Words
from duq_desktop.figures.bars import segments
from duq_desktop.figures.model import Bar, BarChart, BarKind
from duq_desktop.words import Words as Language

ROOT = Path(__file__).resolve().parents[1]
PAGES, CHARTS, PICTURES, PARAGRAPHS = 30, 20, 60, 120
AT_MOST = 1.3
ROUNDS = 9
SIZE, LEADING, HEIGHT, WIDTH = 16.0, 25.0, 70.0, 459.0
TEXT = "Staff ask people what they want, and people say what they want each day. " * 2
ROWS = [[f"Group {number}", str(number), "people"] for number in range(5)]
LABELS = {"yes": "Yes", "sometimes": "Sometimes", "no": "No"}


@pytest.fixture(scope="module")
def face() -> Typeface:
    """The letters of both sides."""
    return load_typeface(ROOT / "resources" / "fonts" / "lexend")


@pytest.fixture(scope="module")
def pictures() -> list[PictureFile]:
    """Sixty drawings, read before the clock starts."""
    found = sorted((ROOT / "easyread" / "duq-code" / "pictures").glob("*.svg"))[:PICTURES]
    assert len(found) == PICTURES
    return [PictureFile(path) for path in found]


@pytest.fixture(scope="module")
def charts(face: Typeface) -> list[Drawing]:
    """Twenty charts of three bars each, drawn before the clock starts."""
    return [chart_drawing(chart(number), face, Language(), WIDTH) for number in range(CHARTS)]


def chart(number: int) -> BarChart:
    """Three groups whose figures differ from chart to chart."""
    bars = []
    for name, stream in (
        ("People supported", Stream.PERSON),
        ("Families", Stream.FAMILY),
        ("Staff", Stream.STAFF),
    ):
        counts = [("yes", 3 + number), ("sometimes", 7), ("no", 1 + number % 5)]
        people = sum(count for _, count in counts)
        parts = segments(counts, LABELS)
        bars.append(Bar(stream, BarKind.THREE, name, f"{people} people", parts, people))
    return BarChart("A question?", tuple(bars), ())


def tagged(face: Typeface, pictures: list[PictureFile], charts: list[Drawing]) -> bytes:
    """The pages with structure, as the product makes them."""

    def furniture(canvas: TaggedCanvas, number: int, _pages: int) -> None:
        canvas.setFont(face.regular, 14)
        canvas.drawString(68, 34, f"Page {number}")

    document = TaggedDocument("Benchmark", "en-GB", face, furniture)
    root, body = document.root, TextStyle(size=SIZE, leading=LEADING, space_after=0)
    story: list[Flowable] = []
    for number in range(PAGES):
        heading = TextStyle(size=25, leading=32, bold=True, space_after=0)
        story.append(Words(root.child("H1" if number == 0 else "H2"), [Run(f"Page {number}")], heading, face))
        for _ in range(PARAGRAPHS // PAGES):
            story.append(Words(root.child("P"), [Run(TEXT)], body, face))
        for picture in pictures[number * 2 : number * 2 + 2]:
            story.append(PictureBlock(figure(root, "What it shows."), picture, HEIGHT, HEIGHT))
        if number < CHARTS:
            story.append(DrawingBlock(figure(root, "All figures."), charts[number]))
        if number == CHARTS:
            cells = [[CellText([Run(text)]) for text in row] for row in ROWS]
            table = DataTable(root, face, TextStyle(size=14, leading=20))
            story.append(table.flowable(cells[0], cells[1:], [150, 100, 150]))
        if number < PAGES - 1:
            story.append(PageBreak())
    return document.build(story)


class BarePicture(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A drawing put in the file once and shown by its name, with no tag."""

    def __init__(self, name: str, drawing: Drawing) -> None:
        super().__init__()
        self.name, self.drawing = name, drawing
        self.width = self.height = HEIGHT

    def draw(self) -> None:
        """Show it; called by reportlab."""
        canvas = self.canv
        if not canvas.hasForm(self.name):
            canvas.beginForm(self.name, 0, 0, self.drawing.width, self.drawing.height)
            renderPDF.draw(self.drawing, canvas, 0, 0)
            canvas.endForm()
        scale = HEIGHT / max(self.drawing.width, self.drawing.height)
        canvas.scale(scale, scale)
        canvas.doForm(self.name)


def bare(face: Typeface, pictures: list[PictureFile], charts: list[Drawing]) -> bytes:
    """The same pages by reportlab alone."""
    buffer = BytesIO()
    body = ParagraphStyle("body", fontName=face.regular, fontSize=SIZE, leading=LEADING)
    heading = ParagraphStyle("heading", fontName=face.bold, fontSize=25, leading=32)
    story: list[Flowable] = []
    for number in range(PAGES):
        story.append(Paragraph(f"Page {number}", heading))
        story += [Paragraph(TEXT, body) for _ in range(PARAGRAPHS // PAGES)]
        story += [BarePicture(each.path.stem, each.vector) for each in pictures[number * 2 : number * 2 + 2]]
        if number < CHARTS:
            story.append(charts[number])
        if number == CHARTS:
            story.append(Table(ROWS, [150, 100, 150], style=[("GRID", (0, 0), (-1, -1), 0.75, "grey")]))
        if number < PAGES - 1:
            story.append(PageBreak())

    def furniture(canvas: Any, template: SimpleDocTemplate) -> None:
        canvas.setFont(face.regular, 14)
        canvas.drawString(68, 34, f"Page {template.page}")

    template = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=68, rightMargin=68, pageCompression=1, invariant=1
    )
    template.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return buffer.getvalue()


def seconds(work: Callable[[], bytes]) -> float:
    """How long one file takes, in processor time of this process, so that others cannot be in it."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def test_tagging_costs_at_most_a_third(
    face: Typeface,
    pictures: list[PictureFile],
    charts: list[Drawing],
    tmp_path: Path,
    capsys: Any,
    smoke: bool,
) -> None:
    """Tagged to bare, the least of many rounds that take turns; and the tagged file does conform."""
    sides: dict[str, Callable[[], bytes]] = {
        "tagged": lambda: tagged(face, pictures, charts),
        "bare": lambda: bare(face, pictures, charts),
    }
    made = {name: side() for name, side in sides.items()}
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(1 if smoke else ROUNDS):
        for name, side in sides.items():
            taken[name].append(seconds(side))
    ratio = min(taken["tagged"]) / min(taken["bare"])
    with capsys.disabled():
        for name in sides:
            middle = statistics.median(taken[name])
            print(
                f"\n{name}: {min(taken[name]):.3f} s (median {middle:.3f}), {len(made[name]) // 1024} kB",
                end="",
            )
        print(f"\ntagged / bare: {ratio:.2f} (at most {AT_MOST})")
    path = tmp_path / "tagged.pdf"
    path.write_bytes(made["tagged"])
    checked = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert checked.is_compliant
    assert [len(pypdfium2.PdfDocument(made[name])) for name in sides] == [PAGES, PAGES]
    assert smoke or ratio <= AT_MOST
