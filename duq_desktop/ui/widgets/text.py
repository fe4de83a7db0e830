"""Words on the page: they wrap, keep to short lines, never get cut, and can show the word being read.

Qt's own label cannot break a word that is wider than its column, cannot space its lines and cannot
mark a word without laying the text out anew. This one lays its text out itself, and stays a label to
a screen reader: its name is its text.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from duq_desktop.light_dataclass import dataclass
from duq_desktop.telephone import NO_BREAK, unbroken
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import RING
from duq_desktop.words import without_isolates

OWN_EDGE = "ownEdge"
"""The property of a widget that keeps its words in line by itself."""

LINE_CHARACTERS = 60
"""The longest line, in characters (design: line length to 60 characters)."""

_SAMPLE = "the people who work here listen to what we say about our own lives"
"""Plain English by whose letters a line's width in pixels is reckoned; a font's own average is too wide."""

_LONGEST_SINGLE_WORD_EM, _LONGEST_SINGLE_WORD = 7.0, 14
"""A column narrower than a word of this many em, or characters, breaks the word rather than the page."""


_LONELY, _EVENER = 0.22, 0.5
"""A last line shorter than this part of the column is evened out, by so much of a line's length."""

_ROOMY_EM = 16
"""In a column narrower than this, in em, no line gives any of its length away: a word might not fit."""

LARGE_TO = 150
"""Up to this text size, in per cent, the words of a page with few lines grow beyond it."""

_NEW_FONT = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange})
"""After these the words are laid out anew."""


class Tone(str, Enum):
    """The theme role that words are painted in."""

    INK = "ink"
    QUIET = "quiet"
    ON_ACCENT = "accent_ink"


@dataclass(frozen=False)
class _Laid:
    """Text laid out for one width: the layout, and the height and width that it takes."""

    layout: QTextLayout
    height: float
    width: float
    is_unwrapped: bool


@dataclass(frozen=True)
class _Measures:
    """In pixels: the longest line allowed, the height of a line, the width of the longest word."""

    line: int
    height: float
    word: float


def _utf16(text: str, position: int) -> int:
    """Qt counts in UTF-16 units; a position in a Python text counts characters."""
    return len(text[:position].encode("utf-16-le")) // 2


def _breaks_a_word(layout: QTextLayout) -> bool:
    units = layout.text().encode("utf-16-le")
    starts = (layout.lineAt(number).textStart() for number in range(1, layout.lineCount()))
    before = (units[2 * start - 2 : 2 * start].decode("utf-16-le", "replace") for start in starts)
    return any(not each.isspace() or each == NO_BREAK for each in before)


class WrappedText(QLabel):
    """Words that wrap within the width given and say which height they need.

    ``spacing`` is the distance between lines as a multiple of the letter size.
    """

    balances = False
    """Whether a last line of one word is avoided."""

    def __init__(
        self, text: str, *, tone: Tone = Tone.INK, spacing: float = 1.25, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._spacing = spacing
        self._mark: tuple[int, int] | None = None
        self._laid: dict[int, _Laid] = {}
        self._measured: _Measures | None = None
        self._inset = 0
        self._growth = 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shows other words; a marked word is forgotten."""
        self._mark = None
        self._laid.clear()
        self._measured = None
        super().setText(text)
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """Paints the words in another role's colour."""
        self._tone = tone
        self.update()

    @property
    def is_quiet(self) -> bool:
        """Whether the words stand back behind others."""
        return self._tone is Tone.QUIET

    def set_inset(self, inset: int) -> None:
        """Keeps this many pixels free at either side, to stand in line with painted cards."""
        self._inset = inset
        self.updateGeometry()

    def set_growth(self, growth: float) -> None:
        """Shows the words ``growth`` times as large as the style has them, on a page with room.

        To 150 % text only: beyond that there is no room to give away, and words that are as large as asked.
        """
        wanted = growth if look_of(self).sizes.percent <= LARGE_TO else 1.0
        if wanted != self._growth:
            self._growth = wanted
            self._forget()

    def letters(self) -> QFont:
        """The font in which the words are shown, with the room that it wants between letters and words."""
        font = self.font()
        if self._growth != 1.0:
            font = QFont(font)
            font.setPixelSize(round(font.pixelSize() * self._growth))
            font.setLetterSpacing(font.letterSpacingType(), font.letterSpacing() * self._growth)
            font.setWordSpacing(font.wordSpacing() * self._growth)
        return font

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
        return _breaks_a_word(self._lay_out(self.width() - 2 * self._inset).layout)

    def line_width(self) -> int:
        """The longest line in pixels: 60 characters of the font."""
        return self._measures().line

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._lay_out(width - 2 * self._inset).height + 0.999)

    def sizeHint(self) -> QSize:
        laid = self._lay_out(self.line_width())
        return QSize(int(laid.width) + 2 + 2 * self._inset, int(laid.height + 0.999))

    def minimumSizeHint(self) -> QSize:
        measures = self._measures()
        return QSize(int(measures.word) + 2 + 2 * self._inset, int(measures.height + 0.999))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _NEW_FONT:
            self._forget()
        super().changeEvent(event)

    def _forget(self) -> None:
        """What was laid out and measured holds no more."""
        self._laid.clear()
        self._measured = None
        self.updateGeometry()
        self.update()

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
            shown = mark.format
            shown.setBackground(look.colour("highlight"))
            shown.setForeground(look.colour("highlight_ink"))
            mark.format = shown
            marks.append(mark)
        top = max(0.0, (self.height() - laid.height) / 2) if self._is_middle() else 0.0
        laid.layout.draw(painter, QPointF(self._left(), top), marks)
        painter.end()

    def _left(self) -> float:
        """Where the column of lines begins: it may be narrower than the place given."""
        room = self.width() - 2 * self._inset
        spare = max(0, room - self.line_width())
        alignment = self._seen_alignment()
        if alignment & Qt.AlignmentFlag.AlignHCenter:
            return self._inset + spare / 2
        return self._inset + (spare if alignment & Qt.AlignmentFlag.AlignRight else 0)

    def _seen_alignment(self) -> Qt.AlignmentFlag:
        """The alignment as it is seen: "left" is where lines begin, which may be at the right."""
        return QStyle.visualAlignment(self.layoutDirection(), self.alignment())

    def _is_middle(self) -> bool:
        return bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)

    def _measures(self) -> _Measures:
        """What the font makes of the words; kept, because layouts ask for it often."""
        if self._measured is None:
            self.ensurePolished()
            font = self.letters()
            metrics = QFontMetricsF(font)
            longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
            letter = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
            line = letter * LINE_CHARACTERS
            if len(self.text()) <= LINE_CHARACTERS:
                # Its letters may be wider than the sample's: no single word goes on in a second line.
                line = max(line, metrics.horizontalAdvance(self.text()) + 1)
            most = max(font.pixelSize() * _LONGEST_SINGLE_WORD_EM, letter * _LONGEST_SINGLE_WORD)
            self._measured = _Measures(
                line=round(line),
                height=max(metrics.height(), font.pixelSize() * look_of(self).sizes.lines(self._spacing)),
                word=min(longest, most),
            )
        return self._measured

    def _lay_out(self, width: int) -> _Laid:
        column = max(1, min(width, self.line_width()))
        laid = self._laid.get(column)
        if laid is None:
            if len(self._laid) > 8:
                self._laid.clear()
            laid = self._laid[column] = self._unwrapped(column) or self._make(column)
        return laid

    def _unwrapped(self, column: int) -> _Laid | None:
        """A layout made for another width that this one leaves as it is: nothing wraps in either."""
        if self._seen_alignment() & (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignRight):
            return None
        fitting = (laid for laid in self._laid.values() if laid.is_unwrapped and laid.width <= column)
        return next(fitting, None)

    def _make(self, column: int) -> _Laid:
        laid = self._break(column)
        return laid if not self.balances else self._balanced(laid, column)

    def _balanced(self, laid: _Laid, column: int) -> _Laid:
        """No word is left alone in a last line, where the lines can be shared out more evenly."""
        lines = laid.layout.lineCount()
        aligned = self._seen_alignment() & (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignRight)
        narrow = column < _ROOMY_EM * self.letters().pixelSize()
        if lines < 2 or narrow or aligned or "\n" in self.text():
            return laid
        last = laid.layout.lineAt(lines - 1).naturalTextWidth()
        if last > column * _LONELY:
            return laid
        shared = self._break(round(column * (1 - _EVENER / lines)))
        good = shared.layout.lineCount() == lines and not _breaks_a_word(shared.layout)
        return shared if good else laid

    def _break(self, column: int) -> _Laid:
        """Lines for that column; a telephone number stays in one, unless it is longer than a line."""
        text = self.text()
        whole = unbroken(text)
        laid = self._lines(whole, column)
        return self._lines(text, column) if whole != text and _breaks_a_word(laid.layout) else laid

    def _lines(self, text: str, column: int) -> _Laid:
        layout = QTextLayout(text.replace("\n", "\u2028"), self.letters())
        option = QTextOption(self._seen_alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        # Each text runs its own way: an English one, or a telephone number, from the left in any window.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height, widest, step = 0.0, 0.0, self._measures().height
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(column)
            room = max(step, line.height())
            line.setPosition(QPointF(0, height + (room - line.height()) / 2))
            height += room
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        whole = layout.lineCount() == text.count("\n") + 1
        return _Laid(layout, max(height, step), widest, whole)


class BodyText(WrappedText):
    """Running words: lines well apart, at most 60 characters long."""

    balances = True

    def __init__(self, text: str, *, tone: Tone = Tone.INK, parent: QWidget | None = None) -> None:
        super().__init__(text, tone=tone, spacing=1.45, parent=parent)


class Heading(WrappedText):
    """The one large line that says what a page is about.

    Where the first thing to choose is out of sight the heading takes the focus instead, so that a
    page begins with its question; it is no stop for Tab afterwards.
    """

    takes_focus_once = True
    told_as = "Heading"

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, spacing=1.3, parent=parent)

    def setText(self, text: str) -> None:
        """Shows other words; they are its name too, whatever role aids are told it has."""
        super().setText(text)
        self.setAccessibleName(without_isolates(text))

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
            edge = self.width() - RING if self.isRightToLeft() else 0
            painter.fillRect(edge, 0, RING, self.height(), look.colour("focus"))
            painter.end()
