"""SVGs as drawing programs save them: not plain, but fit to be drawn once, in a process that may fail.

``svg.check_svg`` lets through what is drawn again and again beside people's answers. Libraries of symbols
hold more: a DOCTYPE, text, filters, masks, styles of every sort. These are drawn once, when they are brought,
with limits of time and memory; only the dots are kept. So it is enough to look that nothing outside the
picture is asked for and that nothing multiplies while it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from duq_desktop.content.svg import SvgError
from duq_desktop.errors import PackError
from duq_desktop.words import pack as words

DRAWN_SVG_LIMIT = 4 * 1024 * 1024
"""Bytes. The largest symbols of the libraries tried have some 1.5 MB."""

_INSIDE = re.compile(r"\s*(#|data:image/(png|jpeg|jpg);base64,)")
_URL = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?#)", re.IGNORECASE)


def check_svg_to_draw(content: bytes, shown: str) -> None:
    """Raise ``PackError`` when the SVG asks for anything outside itself, has entities, or is no XML."""
    reader = _Reader()
    try:
        reader.read(content)
    except SvgError as error:
        raise PackError(error.sentence, file=shown, place=words.WHOLE_FILE, **error.values) from error
    except (expat.ExpatError, ValueError) as error:
        raise PackError(words.SVG_WRONG, file=shown, place=words.WHOLE_FILE, reason=str(error)) from error


class _Reader:
    """Walks through one SVG and raises ``SvgError`` at the first thing that leads out of it."""

    def __init__(self) -> None:
        self._styled = False
        self._css: list[str] = []

    def read(self, content: bytes) -> None:
        """Look at the whole of ``content``."""
        parser = expat.ParserCreate()
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._characters
        parser.Parse(content, True)

    def _entity(self, *_: object) -> None:
        raise SvgError(words.SVG_DOCTYPE)

    def _instruction(self, *_: object) -> None:
        raise SvgError(words.SVG_ELEMENT, name="?xml-stylesheet")

    def _started(self, name: str, attributes: Mapping[str, str]) -> None:
        self._styled = name.rpartition(":")[2] == "style"
        for attribute, value in attributes.items():
            plain = attribute.rpartition(":")[2].lower()
            leads_out = plain in ("href", "src") and _INSIDE.match(value) is None
            if leads_out or _URL.search(value):
                raise SvgError(words.SVG_OUTSIDE, element=name[:40])

    def _ended(self, _name: str) -> None:
        sheet = "".join(self._css)
        self._css.clear()
        self._styled = False
        if _URL.search(sheet) or "@import" in sheet.lower():
            raise SvgError(words.SVG_OUTSIDE, element="style")

    def _characters(self, text: str) -> None:
        if self._styled:
            self._css.append(text)
