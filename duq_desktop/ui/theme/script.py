"""What a language needs of the window: the way its lines run, and letters that the usual fonts lack."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from duq_desktop.ui.theme.fonts import load_fonts

_PROPERTY = "duq_script_font"


def direction(right_to_left: bool) -> Qt.LayoutDirection:
    """The way that lines run; the whole page is laid out along it."""
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight


def put_script(
    app: QApplication, *, right_to_left: bool = False, font: str = "", folder: Path | None = None
) -> None:
    """Lays every page out for a script, and brings its letters in from ``folder``; before the look is put on.

    ``font`` is the family of those letters; without one the usual fonts have all that is needed.
    """
    app.setLayoutDirection(direction(right_to_left))
    there = bool(font) and folder is not None and font in load_fonts(folder)
    app.setProperty(_PROPERTY, font if there else "")


def script_font(app: QCoreApplication | None) -> str:
    """The family of the letters of the language shown; empty where the usual fonts suffice."""
    return str(app.property(_PROPERTY) or "") if app is not None else ""
