"""The one style sheet, made from a theme and a text size. Pure: no Qt.

Any style sheet stops fonts being handed down in Qt, so family and size stand in it. Cards, buttons
and marks paint themselves (``ui.widgets.surface``); this sheet serves the text, the grounds and the
plain widgets of the opener's screens.
"""

from __future__ import annotations

from duq_desktop.ui.theme.tokens import HALO, MIN_TARGET, RING, WIDE_LETTERS, WIDE_WORDS, Sizes, Theme

FALLBACKS = ("Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue")
"""Tried after the chosen family, for characters that it lacks."""

_GRAIN = 1 / 64
"""Qt keeps such lengths in whole parts of this, rounded down."""


def style_sheet(theme: Theme, sizes: Sizes, font: str, script: str = "") -> str:
    """The Qt style sheet for ``theme`` at ``sizes``, with ``font`` as its family.

    ``script``: the family of the language's own letters, where ``font`` has none.
    """
    text = _text(theme, sizes, (font, script) if script else (font,))
    parts = (text, _grounds(theme), _fields(theme, sizes), _scroll_bars(theme, sizes))
    return "\n".join(parts)


def _text(theme: Theme, sizes: Sizes, fonts: tuple[str, ...]) -> str:
    """Nothing moves by itself: no animation of the toolkit's is begun, not even one of no length."""
    families, joined = ", ".join(f'"{family}"' for family in (*fonts, *FALLBACKS)), len(fonts) > 1
    return f"""
* {{ font-family: {families}; {_letters(sizes.body, sizes, joined)} font-weight: 400; color: {theme.ink}; }}
* {{ widget-animation-duration: 0; }}
Heading {{ {_letters(sizes.heading, sizes, joined)} font-weight: 600; }}
ContactLine {{ font-weight: 600; }}
ContactNumber {{ {_letters(round(sizes.body * 1.25), sizes, joined)} font-weight: 600; }}
BigButton[main="true"] WrappedText {{ font-weight: 600; }}
Key WrappedText {{ font-size: {sizes.answer}px; font-weight: 600; }}
AnswerCard WrappedText {{ {_letters(sizes.answer, sizes, joined)} font-weight: 600; }}
QToolTip {{ background: {theme.card}; color: {theme.ink}; border: 2px solid {theme.line}; padding: 6px; }}
"""


def _letters(size: int, sizes: Sizes, joined: bool = False) -> str:
    """The size of letters in pixels and, where more room is wanted, the room between them.

    In pixels: Qt takes "em" between letters for a part of each letter's own width. ``joined``: letters
    of a word hang together (Urdu, Bengali), and room between them would tear it (WCAG 1.4.12, note 1).
    """
    between = "" if joined else f" letter-spacing: {size * WIDE_LETTERS + _GRAIN:.3f}px;"
    room = f"{between} word-spacing: {size * WIDE_WORDS + _GRAIN:.3f}px;"
    return f"font-size: {size}px;{room if sizes.wide else ''}"


def _grounds(theme: Theme) -> str:
    return f"""
QGroupBox {{ border: 0; margin: 0; padding: 0; background: transparent; }}
PageFrame, Blank, QMainWindow, QDialog {{ background: {theme.page}; }}
QScrollArea, QScrollArea > QWidget > QWidget, QStackedWidget {{ background: transparent; border: 0; }}
"""


_PLAIN = (
    "QLineEdit",
    "QPlainTextEdit",
    "QTextEdit",
    "QComboBox",
    "QSpinBox",
    "QDateEdit",
    "QTableView",
    "QListView",
    "QTreeView",
    ".QPushButton",
    "QToolButton",
)
"""Qt's own widgets that get the edge and ring of our cards."""


def _fields(theme: Theme, sizes: Sizes) -> str:
    """Plain widgets: the same edge, corner and ring as our own cards.

    ``.QPushButton`` is the plain one only: a least height set here would undo that of a card.
    """
    inner = sizes.pad // 2
    box = (
        f"background: {theme.card}; color: {theme.ink}; border: 2px solid {theme.line};"
        f" border-radius: {sizes.radius // 2}px; padding: {inner + 2}px; min-height: {MIN_TARGET - 8}px;"
        f" margin: 2px {HALO}px;"
        f" selection-background-color: {theme.highlight}; selection-color: {theme.highlight_ink};"
    )
    focused = f"border: {RING}px solid {theme.focus}; padding: {inner}px;"
    focus_names = ", ".join(f"{name}:focus" for name in _PLAIN)
    checks = max(28, round(sizes.body * 1.2))
    return f"""
{", ".join(_PLAIN)} {{ {box} }}
{focus_names} {{ {focused} }}
.QPushButton:pressed, QToolButton:pressed {{ background: {theme.pressed}; }}
QComboBox QAbstractItemView {{ {box} margin: 0; }}
QComboBox::drop-down {{ border: 0; width: {MIN_TARGET}px; }}
QComboBox::down-arrow {{ image: none; width: 14px; height: 14px; background: qconicalgradient(
  cx: 0.5, cy: 1, angle: 0, stop: 0 transparent, stop: 0.165 transparent, stop: 0.175 {theme.ink},
  stop: 0.325 {theme.ink}, stop: 0.335 transparent, stop: 1 transparent); }}
QHeaderView::section {{ background: {theme.notice}; color: {theme.ink}; border: 0; padding: {inner}px; }}
QCheckBox, QRadioButton {{ spacing: {inner}px; padding: {HALO}px; min-height: {MIN_TARGET - 2 * HALO}px; }}
QCheckBox:focus, QRadioButton:focus {{ border: {RING}px solid {theme.focus}; padding: 2px;
  border-radius: 8px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {checks}px; height: {checks}px;
  border: 2px solid {theme.line}; background: {theme.card}; border-radius: 6px; }}
QRadioButton::indicator {{ border-radius: {checks // 2 + 2}px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: qradialgradient(
  cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 {theme.accent}, stop: 0.62 {theme.accent},
  stop: 0.68 {theme.card}, stop: 1 {theme.card}); border: 3px solid {theme.accent}; }}
QProgressBar {{ margin: 2px {HALO}px; background: {theme.card}; border: 2px solid {theme.line};
  border-radius: 8px; text-align: center; min-height: {MIN_TARGET - 4}px; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 6px; }}
"""


def _scroll_bars(theme: Theme, sizes: Sizes) -> str:
    """Broad, quiet, with ends that can be pressed."""
    width, inset = sizes.bar, sizes.bar // 2 - 6
    page, page_inset = sizes.page_bar, sizes.page_bar // 2 - 6
    return f"""
QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; border: 0; }}
QScrollBar::handle:vertical {{ background: {theme.line}; min-height: {MIN_TARGET}px;
  margin: 4px {inset}px; border-radius: 6px; }}
QScrollBar::handle:vertical:pressed {{ background: {theme.accent}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
PageBar:vertical {{ width: {page}px; }}
PageBar::handle:vertical {{ margin: 4px {page_inset}px; }}
QScrollBar:horizontal {{ background: transparent; height: {width}px; margin: 0; border: 0; }}
QScrollBar::handle:horizontal {{ background: {theme.line}; min-width: {MIN_TARGET}px;
  margin: {inset}px 4px; border-radius: 6px; }}
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal {{ width: 0; }}
QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal {{ background: transparent; }}
"""
