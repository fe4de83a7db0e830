"""Colours, sizes and fonts, and the one style sheet made from them."""

from duq_desktop.ui.theme.fonts import COMPUTER_LETTERS, FONTS, FontShelf, load_fonts
from duq_desktop.ui.theme.look import Look, apply_look, look_of
from duq_desktop.ui.theme.tokens import TEXT_SIZES, Sizes, Theme, read_theme, read_themes

__all__ = [
    "COMPUTER_LETTERS",
    "FONTS",
    "TEXT_SIZES",
    "FontShelf",
    "Look",
    "Sizes",
    "Theme",
    "apply_look",
    "load_fonts",
    "look_of",
    "read_theme",
    "read_themes",
]
