"""Words on the page: they wrap, keep to short lines, never get cut, and can show the word being read.

Qt's own label cannot break a word that is wider than its column, cannot space its lines and cannot
mark a word without laying the text out anew. This one lays its text out itself, and stays a label to
a screen reader: its name is its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import RING

LINE_CHARACTERS = 60
"""The longest line, in characters (design: line length to 60 characters)."""

_SAMPLE = "the people who work here listen to what we say about our own lives"
"""Plain English by whose letters a line's width in pixels is reckoned; a font's own average is too wide."""

_LONGEST_SINGLE_WORD_EM = 7.0
"""A column narrower than a word of this many em breaks the word rather than the page."""


class Tone(str, Enum):
    """The theme role that words are painted in."""

    INK = "ink"
    QUIET = "quiet"
    ON_ACCENT = "accent_ink"


@dataclass
class _Laid:
    """Text laid out for one width: the layout, and the height and width that it takes."""

    layout: QTextLayout
    height: float
    width: float


def _utf16(text: str, position: int) -> int:
    """Qt counts in UTF-16 units; a position in a Python text counts characters."""
    return len(text[:position].encode("utf-16-le")) // 2


class WrappedText(QLabel):
    """Words that wrap within the width given and say which height they need.

    ``spacing`` is the distance between lines as a multiple of the letter size.
    """

    def __init__(
        self, text: str, *, tone: Tone = Tone.INK, spacing: float = 1.25, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._spacing = spacing
        self._mark: tuple[int, int] | None = None
        self._laid: dict[int, _Laid] = {}
        self._measured: tuple[int, float] | None = None
        self._inset = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shows other words; a marked word is forgotten."""
        self._mark = None
        self._laid.clear()
        super().setText(text)
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """Paints the words in another role's colour."""
        self._tone = tone
        self.update()

    def set_inset(self, inset: int) -> None:
        """Keeps this many pixels free at either side, to stand in line with painted cards."""
        self._inset = inset
        self.updateGeometry()

    def highlight(self, start: int, end: int) -> None:
        """Marks the characters from ``start`` to before ``end``; nothing moves."""
        self._mark = (start, end)
        self.update()

    def clear_highlight(self) -> None:
        """Takes the mark away."""
        self._mark = None
        self.update()

    @property
    def highlighted(self) -> str:
        """The words that are marked now, or nothing."""
        return self.text()[slice(*self._mark)] if self._mark else ""

    def breaks_a_word(self) -> bool:
        """Whether at the present width a word has to go on in the next line."""
        layout = self._lay_out(self.width() - 2 * self._inset).layout
        units = layout.text().encode("utf-16-le")
        starts = (layout.lineAt(number).textStart() for number in range(1, layout.lineCount()))
        return any(not units[2 * s - 2 : 2 * s].decode("utf-16-le", "replace").isspace() for s in starts)

    def line_width(self) -> int:
        """The longest line in pixels: 60 characters of the font."""
        return self._measures()[0]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._lay_out(width - 2 * self._inset).height + 0.999)

    def sizeHint(self) -> QSize:
        laid = self._lay_out(self.line_width())
        return QSize(int(laid.width) + 2 + 2 * self._inset, int(laid.height + 0.999))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = QFontMetricsF(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        widest = min(longest, self.font().pixelSize() * _LONGEST_SINGLE_WORD_EM)
        return QSize(int(widest) + 2 + 2 * self._inset, int(self._line_height() + 0.999))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._laid.clear()
            self._measured = None
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        laid = self._lay_out(self.width() - 2 * self._inset)
        painter = QPainter(self)
        painter.setPen(look.colour(self._tone.value))
        marks = []
        if self._mark is not None:
            start, end = (_utf16(self.text(), position) for position in self._mark)
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, end - start
            mark.format = QTextCharFormat()
            mark.format.setBackground(look.colour("highlight"))
            mark.format.setForeground(look.colour("highlight_ink"))
            marks.append(mark)
        top = max(0.0, (self.height() - laid.height) / 2) if self._is_middle() else 0.0
        laid.layout.draw(painter, QPointF(self._left(), top), marks)
        painter.end()

    def _left(self) -> float:
        """Where the column of lines begins: it may be narrower than the place given."""
        room = self.width() - 2 * self._inset
        spare = max(0, room - self.line_width())
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return self._inset + spare / 2
        return self._inset + (spare if self.alignment() & Qt.AlignmentFlag.AlignRight else 0)

    def _is_middle(self) -> bool:
        return bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)

    def _line_height(self) -> float:
        return self._measures()[1]

    def _measures(self) -> tuple[int, float]:
        """The longest line and the height of a line; kept, because layouts ask for it often."""
        self.ensurePolished()
        if self._measured is None:
            metrics = QFontMetricsF(self.font())
            letter = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
            tall = max(metrics.height(), self.font().pixelSize() * self._spacing)
            self._measured = round(letter * LINE_CHARACTERS), tall
        return self._measured

    def _lay_out(self, width: int) -> _Laid:
        self.ensurePolished()
        column = max(1, min(width, self.line_width()))
        if column not in self._laid:
            if len(self._laid) > 8:
                self._laid.clear()
            self._laid[column] = self._make(column)
        return self._laid[column]

    def _make(self, column: int) -> _Laid:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height, widest, step = 0.0, 0.0, self._line_height()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(column)
            room = max(step, line.height())
            line.setPosition(QPointF(0, height + (room - line.height()) / 2))
            height += room
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return _Laid(layout, max(height, step), widest)


class BodyText(WrappedText):
    """Running words: lines well apart, at most 60 characters long."""

    def __init__(self, text: str, *, tone: Tone = Tone.INK, parent: QWidget | None = None) -> None:
        super().__init__(text, tone=tone, spacing=1.45, parent=parent)


class Heading(WrappedText):
    """The one large line that says what a page is about.

    Where the first thing to choose is out of sight the heading takes the focus instead, so that a
    page begins with its question; it is no stop for Tab afterwards.
    """

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, spacing=1.3, parent=parent)

    def take_focus(self) -> None:
        """Takes the focus once."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            look = look_of(self)
            painter = QPainter(self)
            painter.fillRect(0, 0, RING, self.height(), look.colour("focus"))
            painter.end()
