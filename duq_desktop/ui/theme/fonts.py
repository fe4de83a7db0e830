"""Brings the shipped fonts in: a bare Debian has only DejaVu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Makes every font file in ``folder`` and below usable. Returns their family names, in order.

    A file that is no font is passed over: the fallbacks then show the words.
    """
    families: set[str] = set()
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in {".ttf", ".otf"}:
            number = QFontDatabase.addApplicationFont(str(file))
            families.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else [])
    return tuple(sorted(families))
