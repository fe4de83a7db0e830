"""What a language needs of the window: the way its lines run, and letters that the usual fonts lack."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.ui.theme.fonts import load_fonts

_PROPERTY = "duq_script_font"
_BRITISH = "en_GB"


def direction(right_to_left: bool) -> Qt.LayoutDirection:
    """The way that lines run; the whole page is laid out along it."""
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight


def put_script(
    app: QApplication,
    language: str = "en",
    *,
    right_to_left: bool = False,
    font: str = "",
    folder: Path | None = None,
) -> None:
    """Lays every page out for a language, and brings its letters in from ``folder``; before the look is on.

    ``font`` is the family of those letters; without one the usual fonts have all that is needed. The
    language is Qt's own from then on too, which hands it on to a screen reader (WCAG 3.1.1).
    """
    QLocale.setDefault(QLocale(_BRITISH if language == "en" else language))
    for window in app.topLevelWidgets():
        window.setLocale(QLocale())
    app.setLayoutDirection(direction(right_to_left))
    there = folder is not None and bring_letters(font, folder)
    app.setProperty(_PROPERTY, font if there else "")


def bring_letters(font: str, folder: Path) -> bool:
    """Whether letters of the family ``font`` can be shown; they are brought in from ``folder`` once."""
    return bool(font) and (font in QFontDatabase.families() or font in load_fonts(folder))


def script_font(app: QCoreApplication | None) -> str:
    """The family of the letters of the language shown; empty where the usual fonts suffice."""
    return str(app.property(_PROPERTY) or "") if app is not None else ""


def in_its_language(widget: QWidget, code: str, font: str = "") -> None:
    """Words in another language than their page: a screen reader is told (WCAG 3.1.2).

    They stand in the letters of the family ``font`` where the language needs its own.
    """
    widget.setLocale(QLocale(code))
    if font:
        widget.setStyleSheet(f'* {{ font-family: "{font}"; }}')
