"""How the app looks for one person, and the one place that puts it on.

The look travels with the style sheet: ``apply_look`` hangs it on the application (or on one widget)
as a property, and Qt then tells every widget that its style changed. Whoever paints asks ``look_of``.
So a look can be changed at any moment, without any widget being built anew.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.theme.script import script_font
from duq_desktop.ui.theme.sheet import style_sheet
from duq_desktop.ui.theme.tokens import Sizes, Theme

_PROPERTY = "duq_look"
_LOCAL = "duq_look_local"
"""Set on the application as soon as any widget has a look of its own: only then it must be sought."""

_PLAIN = Theme(
    id="plain",
    page="#ffffff",
    card="#ffffff",
    ink="#000000",
    quiet="#333333",
    line="#666666",
    accent="#003c96",
    accent_ink="#ffffff",
    focus="#a03c00",
    chosen="#e6f0ff",
    pressed="#d2e6ff",
    notice="#f2f2f2",
    highlight="#ffe678",
    highlight_ink="#000000",
    plate="#ffffff",
)


@dataclass(frozen=True)
class Look:
    """One person's look: colours, text size in per cent, font family, and whether pictures show.

    ``wide``: more room between letters, words and lines (WCAG 1.4.12). ``picture_set``: the id of the
    imported set that shows, so that another one makes everybody draw anew. ``script`` is the family of
    the letters that the language needs beside ``font``; the script's own (see ``script``), or none.
    """

    theme: Theme
    scale: int = 100
    font: str = "Lexend"
    pictures_on: bool = True
    wide: bool = False
    picture_set: str = ""
    script: str = ""

    @property
    def sizes(self) -> Sizes:
        """The lengths that follow from the text size and the spacing."""
        return _sizes(self.scale, self.wide)

    def colour(self, role: str) -> QColor:
        """The colour of a theme role, for painting."""
        return _colour(cast(str, getattr(self.theme, role)))


@lru_cache(maxsize=16)
def _sizes(scale: int, wide: bool) -> Sizes:
    return Sizes(scale, wide)


@lru_cache(maxsize=256)
def _colour(text: str) -> QColor:
    """Kept, because each paint asks for several. Whoever gets it must not change it."""
    return QColor(text)


_PLAIN_LOOK = Look(_PLAIN)


def apply_look(target: QApplication | QWidget, look: Look) -> None:
    """Puts ``look`` on the whole application, or on one widget and all within it.

    Takes effect at once, live. On the application it also sets the Fusion style, the same everywhere.
    A look that is on already is left: putting it on again would polish every widget anew.
    """
    if target.styleSheet() and target.property(_PROPERTY) == look:
        return
    is_first = target.property(_PROPERTY) is None
    target.setProperty(_PROPERTY, look)
    app = QApplication.instance()
    if app is not None and target is not app:
        app.setProperty(_LOCAL, True)
    if isinstance(target, QApplication):
        if is_first:
            target.setStyle("Fusion")
        target.setPalette(_palette(look))
    target.setStyleSheet(style_sheet(look.theme, look.sizes, look.font, script_font(app)))


def wears_look(app: QApplication) -> bool:
    """Whether a look is on the whole application."""
    return isinstance(app.property(_PROPERTY), Look)


def look_of(widget: QWidget) -> Look:
    """The look in force for ``widget``: its own, its nearest parent's, or the application's.

    Without any (a widget before ``apply_look``) a plain black-on-white one.
    """
    app = QApplication.instance()
    if app is None or app.property(_LOCAL):
        place: QObject | None = widget
        while place is not None:
            found = place.property(_PROPERTY)
            if isinstance(found, Look):
                return found
            place = place.parent()
    found = app.property(_PROPERTY) if app is not None else None
    return found if isinstance(found, Look) else _PLAIN_LOOK


def _palette(look: Look) -> QPalette:
    """For what a style sheet does not reach, such as a selection within typed words."""
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "notice",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.Highlight: "highlight",
        QPalette.ColorRole.HighlightedText: "highlight_ink",
        QPalette.ColorRole.PlaceholderText: "quiet",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
    }.items():
        palette.setColor(role, look.colour(colour))
    return palette
