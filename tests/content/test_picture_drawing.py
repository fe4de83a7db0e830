"""Pictures as libraries and cameras save them come in, drawn by a child that may end over them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

from duq_desktop.content.imported_sets import ImportedSets
from duq_desktop.content.picture_drawing import PHOTO, SVG, ChildDrawer, Drawer, NotDrawn
from duq_desktop.content.picture_set_import import PictureSetImport
from duq_desktop.content.picture_set_preview import look_through
from duq_desktop.content.svg_to_draw import check_svg_to_draw
from duq_desktop.errors import PackError
from duq_desktop.words import pack as words

HEAD = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 60">'
)
FROM_PROGRAMS = {
    "a document type": b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">' + HEAD,
    "text": HEAD + b'<text x="3" y="30" font-size="20">Cup</text>',
    "dashes": HEAD + b'<path d="M0 9h80" stroke="black" stroke-dasharray="4 2"/>',
    "a filter": HEAD + b'<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"/>',
    "a mask": HEAD + b'<mask id="m"><rect width="9" height="9"/></mask><g mask="url(#m)"/>',
    "a style": HEAD + b"<style>.a:hover > path { fill: red }</style>",
    "use of a use": HEAD
    + b'<g id="a"><path d="M0 0h9"/></g><use id="b" xlink:href="#a"/><use xlink:href="#b"/>',
    "a switch of a program": HEAD + b'<switch><g><rect width="9" height="9"/></g></switch>',
}
LEADS_OUT = {
    "a file": HEAD + b'<image xlink:href="file:///etc/hostname"/>',
    "a folder": HEAD + b'<image href="../secret.png"/>',
    "a place on the internet": HEAD + b'<image href="https://example.org/a.png"/>',
    "a style's file": HEAD + b"<style>path { fill: url(http://example.org/a) }</style>",
    "a sheet": HEAD + b"<style>@import 'a.css';</style>",
    "a look's file": HEAD + b'<path style="fill:url( other.svg#a)"/>',
    "an instruction": b'<?xml-stylesheet href="a.css"?>' + HEAD,
    "entities": b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + HEAD,
}


def whole(start: bytes) -> bytes:
    return start + b'<rect x="9" y="9" width="40" height="30" fill="teal"/></svg>'


def drawn(drawer: Drawer, kind: bytes, content: bytes) -> bytes | NotDrawn:
    drawing = drawer.draw(kind, content)
    while True:
        try:
            next(drawing)
        except StopIteration as end:
            result: bytes | NotDrawn = end.value
            return result


@pytest.fixture(scope="module")
def drawer():  # type: ignore[no-untyped-def]
    drawer = ChildDrawer()
    yield drawer
    drawer.close()


@pytest.mark.parametrize("name", FROM_PROGRAMS)
def test_a_picture_as_programs_save_it_is_drawn(name: str, drawer: ChildDrawer) -> None:
    content = whole(FROM_PROGRAMS[name])
    check_svg_to_draw(content, "a.svg")
    made = drawn(drawer, SVG, content)
    assert isinstance(made, bytes)
    image = Image.open(io.BytesIO(made))
    assert (image.format, image.size) == ("PNG", (1200, 800))
    assert image.convert("RGBA").getpixel((400, 300)) == (0, 128, 128, 255)


@pytest.mark.parametrize("name", LEADS_OUT)
def test_a_picture_that_leads_out_of_itself_is_refused_unread(name: str) -> None:
    with pytest.raises(PackError):
        check_svg_to_draw(whole(LEADS_OUT[name]), "a.svg")


def test_a_photograph_of_48_million_dots_comes_in_small(drawer: ChildDrawer) -> None:
    photo = io.BytesIO()
    Image.new("RGB", (8000, 6000), "teal").save(photo, "JPEG", quality=60)
    made = drawn(drawer, PHOTO, photo.getvalue())
    assert isinstance(made, bytes)
    assert Image.open(io.BytesIO(made)).size == (1200, 900)


def test_what_is_damaged_is_said_to_be_so_and_the_next_one_is_drawn(drawer: ChildDrawer) -> None:
    assert drawn(drawer, PHOTO, b"\xff\xd8\xff" + bytes(99)) is NotDrawn.BROKEN
    assert drawn(drawer, SVG, b"<svg") is NotDrawn.BROKEN
    assert isinstance(drawn(drawer, SVG, whole(HEAD)), bytes)


def test_a_child_that_ends_over_a_picture_is_replaced() -> None:
    once = "import sys; sys.stdin.buffer.read(9); sys.exit(3)"
    drawer = ChildDrawer([sys.executable, "-c", once])
    assert drawn(drawer, SVG, whole(HEAD)) is NotDrawn.TOO_HARD
    assert drawn(drawer, SVG, whole(HEAD)) is NotDrawn.TOO_HARD
    drawer.close()


def test_a_picture_that_takes_too_long_is_given_up() -> None:
    class Leaps:
        """A clock on which each look is a second later."""

        now = 0.0

        def __call__(self) -> float:
            self.now += 1
            return self.now

    drawer = ChildDrawer([sys.executable, "-c", "import sys; sys.stdin.buffer.read()"], 5, Leaps())
    assert drawn(drawer, SVG, whole(HEAD)) is NotDrawn.TOO_HARD
    drawer.close()


def test_a_set_takes_plain_drawings_as_they_are_and_draws_the_others(tmp_path: Path) -> None:
    stick = tmp_path / "Symbols"
    stick.mkdir()
    plain = HEAD + b'<path d="M0 0h9v9z"/></svg>'
    (stick / "cup.svg").write_bytes(plain)
    (stick / "tea.svg").write_bytes(whole(FROM_PROGRAMS["a document type"]))
    (stick / "home.svg").write_bytes(whole(LEADS_OUT["a file"]))
    sets = ImportedSets(tmp_path / "config")
    bringing = PictureSetImport(sets, look_through(stick, {"cup", "tea", "home"}), ChildDrawer())
    numbers = list(bringing.work())
    assert numbers == sorted(numbers)
    assert numbers[-1] == 3
    bringing.keep()
    (found,) = sets.all().values()
    assert {concept: path.suffix for concept, path in found.files.items()} == {"cup": ".svg", "tea": ".png"}
    assert found.files["cup"].read_bytes() == plain
    (problem,) = bringing.problems
    assert problem.as_error().sentence == words.SVG_OUTSIDE
