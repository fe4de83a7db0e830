"""Fonts that are embedded and whose characters can be read back out of the file.

reportlab maps the unused codes of a font to U+0000 and writes characters above U+FFFF wrongly, which PDF/UA
forbids (7.21.7). ``ReadableFont`` writes that one map itself; it knows the inside of one reportlab.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from duq_desktop.errors import ReportError
from duq_desktop.words import printed

KNOWN_REPORTLAB = "5.1.0"
_LIGHTER_OR_HEAVIER = ("SemiBold", "ExtraBold", "DemiBold")
_CODES_TO_A_BLOCK = 100


class ReadableFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font whose character map names only characters that were drawn."""

    def addObjects(self, doc: Any) -> None:
        """Put the font into the file, then set its character maps right; called by reportlab."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(position, doc)[1:] for position in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            doc.idToObject[fonts[name].ToUnicode.name].content = character_map(name, subset)


def character_map(name: str, subset: list[int]) -> str:
    """The ToUnicode map of one font subset: ``subset`` holds the character of each code, 0 for none.

    Source: ISO 32000-1, 9.10.3; a block holds at most 100 codes (Adobe technical note 5014).
    """
    pairs = [(code, chr(value)) for code, value in enumerate(subset) if value]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for start in range(0, len(pairs), _CODES_TO_A_BLOCK):
        block = pairs[start : start + _CODES_TO_A_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in block]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)


@dataclass(frozen=True)
class Typeface:
    """A regular and a bold font, by the names under which reportlab knows them, and what they can show."""

    regular: str
    bold: str
    characters: frozenset[int]

    def covers(self, char: str) -> bool:
        """Whether both weights have a glyph for ``char``."""
        return ord(char) in self.characters

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of ``text`` in points, at ``size`` points."""
        measured: float = pdfmetrics.stringWidth(text, self.bold if bold else self.regular, size)
        return measured


def load_typeface(folder: Path) -> Typeface:
    """The typeface whose TrueType files lie in ``folder`` (one ends in Regular, one in Bold).

    Raises ``ReportError`` if they are missing or damaged, or if reportlab is not the version known here.
    """
    if reportlab.__version__ != KNOWN_REPORTLAB:
        raise ReportError(printed.REPORTLAB_DIFFERS, found=reportlab.__version__, known=KNOWN_REPORTLAB)
    regular = _registered(_file(folder, "Regular"))
    bold = _registered(_file(folder, "Bold"))
    shared = set(regular.face.charToGlyph) & set(bold.face.charToGlyph)
    return Typeface(regular.fontName, bold.fontName, frozenset(code for code in shared if code >= 32))


def _file(folder: Path, weight: str) -> Path:
    for path in sorted(folder.glob("*.ttf")):
        if path.stem.endswith(weight) and not path.stem.endswith(_LIGHTER_OR_HEAVIER):
            return path
    raise ReportError(printed.FONT_MISSING, folder=folder.name)


def _registered(path: Path) -> ReadableFont:
    known = pdfmetrics.getRegisteredFontNames()
    if path.stem in known:
        font: ReadableFont = pdfmetrics.getFont(path.stem)
        return font
    try:
        font = ReadableFont(path.stem, str(path))
    except (TTFError, OSError) as error:
        raise ReportError(printed.FONT_MISSING, folder=path.parent.name) from error
    pdfmetrics.registerFont(font)
    return font
