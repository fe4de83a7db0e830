"""Brings the shipped letters in: a bare Debian has only DejaVu.

At the start only Lexend comes, in the two weights that screens show. The other letters come when
somebody wants to see them.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

LEXEND = "Lexend"
FONTS = {
    LEXEND: "lexend",
    "Atkinson Hyperlegible Next": "atkinson-hyperlegible-next",
    "Weighted Letters": "weighted-letters",
}
"""The families that can be chosen, the usual one first, and the folder of each."""

COMPUTER_LETTERS = "computer"
"""In place of a family: the letters to which this computer is set (EN 301 549 11.7)."""

_SEMI_BOLD, _BOLD = "-SemiBold", "-Bold"
_FILES = {".ttf", ".otf"}


class FontShelf:
    """Brings each family in when it is first asked for. ``folder`` holds a folder for each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._there: set[str] = set()

    def bring(self, family: str) -> str:
        """The family to show: ``family``, or Lexend where that is not known or its files are gone.

        The computer's own letters are asked for each time: they may be set otherwise while the app runs.
        """
        if family == COMPUTER_LETTERS:
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family() or LEXEND
        if family not in self._there and family in FONTS:
            self._there.update({family} & set(load_fonts(self._folder / FONTS[family])))
        return family if family in self._there else LEXEND


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Makes every font file in ``folder`` and below usable. Returns their family names, in order.

    A file that is no font is passed over: the fallbacks then show the words. So is a bold beside a
    semi-bold: it is for paper.
    """
    files = [file for file in sorted(folder.rglob("*")) if file.suffix.lower() in _FILES]
    semi_bold = [file for file in files if file.stem.endswith(_SEMI_BOLD)]
    for_paper = {file.with_stem(file.stem.removesuffix(_SEMI_BOLD) + _BOLD) for file in semi_bold}
    families: set[str] = set()
    for file in files:
        if file not in for_paper:
            number = QFontDatabase.addApplicationFont(str(file))
            families.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else [])
    return tuple(sorted(families))
