"""The committed pictures are what the kit draws, are plain SVG, and can be seen in Qt and in a PDF."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from svglib.svglib import svg2rlg

from tools.drawing.__main__ import LIST, PICTURES, alt_toml, list_page
from tools.drawing.canvas import Canvas
from tools.drawing.catalogue import GROUPS, all_pictures
from tools.drawing.geometry import Affine, map_path, middle_joint
from tools.drawing.picture import Picture

ALLOWED = {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title"}
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = all_pictures()
each = pytest.mark.parametrize("picture", DRAWN, ids=lambda p: p.name)


def _file(picture: Picture) -> Path:
    return PICTURES / f"{picture.name}.svg"


def _alphas(svg: bytes, side: int) -> bytes:
    """Draw a picture with Qt on a transparent ground; return how much each pixel is covered."""
    image = QImage(side, side, QImage.Format.Format_Alpha8)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    assert image.bytesPerLine() == side
    return bytes(image.constBits())


def _ink(svg: bytes, side: int = 48) -> int:
    """Count the pixels that a picture covers."""
    return sum(alpha > 100 for alpha in _alphas(svg, side))


def test_names_are_unique_concepts_and_nothing_else_lies_in_the_folder() -> None:
    names = [p.name for p in DRAWN]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name) for name in names)
    assert {p.stem for p in PICTURES.glob("*.svg")} == set(names)


@each
def test_file_equals_what_the_kit_draws(picture: Picture) -> None:
    assert _file(picture).read_text(encoding="utf-8") == picture.svg(), "run python -m tools.drawing"


@each
def test_svg_is_plain_and_small(picture: Picture) -> None:
    data = _file(picture).read_bytes()
    assert len(data) < 30_000
    root = ElementTree.fromstring(data)
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= ALLOWED
    for node in root.iter():
        for name, value in node.attrib.items():
            assert not name.startswith("on") and "href" not in name and "url(" not in value
    assert root.attrib["viewBox"] == "0 0 160 160"
    assert root.findtext(f"{SVG}title") == picture.alt


@each
def test_nothing_reaches_over_the_edge(picture: Picture) -> None:
    """A PDF does not clip at the view box: draw on a larger ground and look outside."""
    wider = picture.svg().replace('viewBox="0 0 160 160"', 'viewBox="-20 -20 200 200"')
    alphas = _alphas(wider.encode(), 200)
    rows = [alphas[200 * y : 200 * (y + 1)] for y in range(200)]
    edges = [*rows[:19], *rows[181:], *(row[:19] + row[181:] for row in rows)]
    assert max(max(edge) for edge in edges) <= 100


@each
def test_draws_something_in_qt(picture: Picture) -> None:
    covered = _ink(_file(picture).read_bytes())
    assert 90 < covered < 48 * 48 * 0.92


@each
def test_draws_something_in_a_pdf(picture: Picture) -> None:
    drawing = svg2rlg(str(_file(picture)))
    assert drawing is not None
    x1, y1, x2, y2 = drawing.getBounds()
    assert x2 - x1 > 30 and y2 - y1 > 30


@each
def test_alt_is_short_and_plain(picture: Picture) -> None:
    assert 1 < len(picture.alt.split()) <= 12
    assert picture.alt.endswith(".")
    assert '"' not in picture.alt and "\\" not in picture.alt
    assert not re.search(r"\.svg|picture of|image of", picture.alt.lower())


def test_alt_file_holds_every_picture() -> None:
    text = (PICTURES / "alt.toml").read_text(encoding="utf-8")
    assert text == alt_toml()
    tables = re.findall(r'^\[([a-z0-9-]+)\]\nalt = "(.*)"$', text, re.MULTILINE)
    assert dict(tables) == {p.name: p.alt for p in DRAWN}


def test_the_list_in_the_documents_is_up_to_date() -> None:
    assert LIST.read_text(encoding="utf-8") == list_page()


def test_answer_marks_have_one_dark_colour() -> None:
    for picture in GROUPS["Answer marks"]:
        colours = set(re.findall(r"#[0-9a-f]{6}", picture.svg()))
        assert colours <= {"#1f2430", "#ffffff"}


def test_pictures_differ_from_each_other() -> None:
    bodies = [re.sub(r"<title>.*?</title>", "", p.svg()) for p in DRAWN]
    assert len(set(bodies)) == len(bodies)


def test_a_line_over_the_edge_would_be_noticed() -> None:
    with pytest.raises(AssertionError):
        test_nothing_reaches_over_the_edge(Picture("edge", "A line.", lambda c: c.line(80, 80, 170, 80)))


def test_an_empty_picture_would_be_noticed() -> None:
    assert _ink(Canvas().svg("Nothing.").encode()) == 0


def test_bare_lines_of_one_look_become_one_element_and_filled_ones_do_not() -> None:
    canvas = Canvas()
    canvas.line(1, 2, 3, 4)
    canvas.line(5, 6, 7, 8)
    canvas.line(5, 6, 7, 8, "#ffffff")
    canvas.poly([(0, 0), (9, 0), (9, 9)], "#ffffff")
    canvas.poly([(0, 0), (9, 0), (9, 9)], "#ffffff")
    svg = canvas.svg("Lines.")
    assert svg.count("<path") == 4
    assert 'd="M1 2L3 4M5 6L7 8"' in svg


def test_path_commands_outside_the_list_are_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        map_path("M0 0A5 5 0 0 1 9 9", Affine())


def test_a_mirrored_frame_turns_left_into_right() -> None:
    frame = Affine().then_local(80, 40, 2.0, 0.0, True)
    assert frame((10, 5)) == pytest.approx((60, 50))


def test_limb_keeps_its_bones_and_stays_in_reach() -> None:
    elbow, tip = middle_joint((0, 0), (300, 0), 50, 40, 1)
    assert tip[0] == pytest.approx(90, abs=0.2)
    elbow, tip = middle_joint((0, 0), (60, 0), 50, 40, 1)
    assert (elbow[0] ** 2 + elbow[1] ** 2) ** 0.5 == pytest.approx(50)
    assert ((tip[0] - elbow[0]) ** 2 + (tip[1] - elbow[1]) ** 2) ** 0.5 == pytest.approx(40)
