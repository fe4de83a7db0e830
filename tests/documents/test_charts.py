"""Charts on paper: patterns that can be told apart without colour, numbers in the bars."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pypdfium2
import pytest
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from duq_desktop.content.model import Stream
from duq_desktop.documents.pdf.charts import LABEL_WIDTH, chart_drawing, key_drawing, patterned, plate_share
from duq_desktop.figures.bars import chart, full_key
from duq_desktop.figures.patterns import PATTERNS
from duq_desktop.summary.model import NON_ANSWERS, AnswerCounts, NonAnswerCounts
from duq_desktop.summary.public import PublicGroup, PublicQuestion
from tests.documents import kit

TILE = 48
WIDTH = 459.0
ANSWERS = ("yes", "sometimes", "no")


def grey(pattern: str) -> bytes:
    """One tile of a pattern, as a printer without colour would print it."""
    drawing = Drawing(TILE, TILE)
    drawing.add(patterned(pattern, 0, 0, TILE, TILE))
    page = pypdfium2.PdfDocument(renderPDF.drawToString(drawing))[0]
    return bytes(page.render(scale=2, grayscale=True).buffer)


def test_every_two_fills_can_be_told_apart_in_grey() -> None:
    tiles = {pattern: grey(pattern) for pattern in PATTERNS}
    for one, other in combinations(tiles, 2):
        apart = sum(abs(a - b) for a, b in zip(tiles[one], tiles[other], strict=True)) / len(tiles[one])
        assert apart > 12, f"{one} and {other} look alike in grey ({apart:.1f} of 255)"


def test_the_three_answers_differ_in_lightness_too() -> None:
    means = sorted(sum(tile) / len(tile) for tile in map(grey, ANSWERS))
    assert min(b - a for a, b in pairwise(means)) > 25


def question(*groups: PublicGroup) -> PublicQuestion:
    asked = next(kit.pack().questions(Stream.PERSON))
    return PublicQuestion(asked, groups)


def words_of(drawing: Drawing) -> str:
    canvas = Canvas("unused", pagesize=(drawing.width, drawing.height))
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.showPage()
    page = pypdfium2.PdfDocument(canvas.getpdfdata())[0]
    return page.get_textpage().get_text_bounded()


@pytest.mark.parametrize("tight", [False, True])
def test_each_number_is_printed(tight: bool) -> None:
    group = PublicGroup(
        Stream.PERSON,
        AnswerCounts(1, 31, 2),
        AnswerCounts(yes=5, no=3),
        8,
        NonAnswerCounts(dont_know=7, later=1),
    )
    geometry = chart(question(group), kit.labels(), kit.ENGLISH, plate=plate_share(WIDTH))
    drawing = chart_drawing(geometry, kit.typeface(), kit.ENGLISH, WIDTH, tight=tight)
    printed = re.findall(r"\d+", words_of(drawing))
    kinds_of_none = () if tight else ("7",)
    for number in ("1", "31", "2", "5", "3", "34", "8", *kinds_of_none):
        assert number in printed
    assert drawing.width == WIDTH
    assert drawing.height < 260


def test_too_few_people_have_no_bar() -> None:
    geometry = chart(question(PublicGroup(Stream.PERSON)), kit.labels(), kit.ENGLISH, plate=0.1)
    drawing = chart_drawing(geometry, kit.typeface(), kit.ENGLISH, WIDTH)
    assert "Too few people to show" in words_of(drawing)
    assert [type(shape).__name__ for shape in drawing.contents] == ["String"] * 2


def test_the_key_breaks_into_lines() -> None:
    entries = full_key(kit.labels(), (*ANSWERS, *NON_ANSWERS))
    drawing = key_drawing(entries, kit.typeface(), WIDTH)
    assert drawing.height > 60
    shown = " ".join(words_of(drawing).split())
    assert all(entry.label in shown for entry in entries)


def test_a_plate_never_takes_more_than_a_sixth() -> None:
    assert plate_share(LABEL_WIDTH + 60) == 1 / 6
    assert plate_share(WIDTH) < 0.1
