"""Bar charts on paper: the geometry of ``figures`` drawn with reportlab, in 14 point letters.

Left stand the group and how many people it is; right its bar, patterned, a number in each part that has room
for one, and below it in a sentence how many said what. People who gave no answer are told in words, and those
asked with Yes and No only have a bar of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, Group, Path, Rect, String
from reportlab.lib.colors import HexColor

from duq_desktop.documents.pdf.tagged.runs import Run, break_lines
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.figures.alt import told
from duq_desktop.figures.model import Bar, BarChart, BarKind, KeyEntry, Segment
from duq_desktop.figures.patterns import OUTLINE, PATTERNS, PLATE, Fill, fill
from duq_desktop.words import Words, printed

SIZE = 14.0
LEADING = 18.0
LABEL_WIDTH = 152.0
BAR_HEIGHT = 26.0
TIGHT_BAR_HEIGHT = 20.0
GAP = 12.0
TIGHT_GAP = 6.0
PLATE_WIDTH = 25.0
_PLATE_HEIGHT = 18.0
_KEY_WIDTH, _KEY_HEIGHT = 34.0, 22.0
_SMALL_KEY_WIDTH, _SMALL_KEY_HEIGHT = 26.0, 15.0
_BASELINE = SIZE * 0.36
_NO_LENGTH = 0.01
_INK = HexColor(0x25231F)


def plate_share(width: float) -> float:
    """The part of a bar that a number's plate takes in a chart of ``width`` points, for the geometry."""
    return min(1 / 6, PLATE_WIDTH / (width - LABEL_WIDTH))


def chart_drawing(
    chart: BarChart, typeface: Typeface, words: Words, width: float, *, tight: bool = False
) -> Drawing:
    """All bars of ``chart``, top to bottom, in a drawing of ``width`` points; ``tight`` sets them closer.

    Beside each stands in a sentence what it shows.
    """
    rows = [_Row(bar, typeface, words, width, tight) for bar in chart.bars]
    gap = TIGHT_GAP if tight else GAP
    height = sum(row.height for row in rows) + gap * (len(rows) - 1)
    drawing = Drawing(width, height)
    top = height
    for position, row in enumerate(rows):
        row.draw(drawing, top, named=position == 0 or rows[position - 1].bar.label != row.bar.label)
        top -= row.height + gap
    return drawing


def small_key(entries: Sequence[KeyEntry], typeface: Typeface) -> Drawing:
    """The key in one line, as narrow as it can be, for the head of a page."""
    widths = [typeface.width(entry.label, SIZE) for entry in entries]
    step = _SMALL_KEY_WIDTH + 6
    whole = sum(widths) + step * len(entries) + 16 * (len(entries) - 1)
    drawing = Drawing(whole, _SMALL_KEY_HEIGHT + 2)
    x = 0.0
    for entry, wide in zip(entries, widths, strict=True):
        drawing.add(patterned(entry.pattern, x, 1, _SMALL_KEY_WIDTH, _SMALL_KEY_HEIGHT))
        drawing.add(_text(typeface, x + step, 1 + _SMALL_KEY_HEIGHT / 2 - _BASELINE, entry.label))
        x += step + wide + 16
    return drawing


def key_drawing(entries: Sequence[KeyEntry], typeface: Typeface, width: float) -> Drawing:
    """The patterns with their words, side by side, in as many lines as they need."""
    places: list[tuple[float, int, KeyEntry]] = []
    x, line = 0.0, 0
    for entry in entries:
        needed = _KEY_WIDTH + 8 + typeface.width(entry.label, SIZE) + 22
        if x and x + needed - 22 > width:
            x, line = 0.0, line + 1
        places.append((x, line, entry))
        x += needed
    drawing = Drawing(width, (line + 1) * (_KEY_HEIGHT + 8) - 8)
    for x, line, entry in places:
        top = drawing.height - line * (_KEY_HEIGHT + 8)
        drawing.add(patterned(entry.pattern, x, top - _KEY_HEIGHT, _KEY_WIDTH, _KEY_HEIGHT))
        baseline = top - _KEY_HEIGHT / 2 - _BASELINE
        drawing.add(_text(typeface, x + _KEY_WIDTH + 8, baseline, entry.label))
    return drawing


def patterned(pattern_id: str, x: float, y: float, width: float, height: float) -> Group:
    """A rectangle with the fill of an answer; ``x`` and ``y`` are its left bottom corner."""
    pattern = PATTERNS[pattern_id]
    ground = HexColor(pattern.ground)
    group = Group(Rect(x, y, width, height, fillColor=ground, strokeColor=None))
    if width > 0 and height > 0:
        for stroke in _strokes(fill(pattern, width, height), x, y + height, HexColor(pattern.ink)):
            group.add(stroke)
    group.add(Rect(x, y, width, height, fillColor=None, strokeColor=HexColor(OUTLINE), strokeWidth=1))
    return group


def _strokes(inside: Fill, left: float, top: float, ink: HexColor) -> list[Path]:
    """All lines of one width as one path, which is drawn many times faster than each for itself.

    A dot is a stroke of no length with round ends.
    """
    paths: dict[tuple[float, int], Path] = {}
    ends = [(line.x1, line.y1, line.x2, line.y2, line.width, 0) for line in inside.lines]
    ends += [(dot.x, dot.y, dot.x + _NO_LENGTH, dot.y, 2 * dot.radius, 1) for dot in inside.dots]
    for x1, y1, x2, y2, width, cap in ends:
        if (width, cap) not in paths:
            paths[width, cap] = Path(fillColor=None, strokeColor=ink, strokeWidth=width, strokeLineCap=cap)
        path = paths[width, cap]
        path.moveTo(left + x1, top - y1)
        path.lineTo(left + x2, top - y2)
    return list(paths.values())


@dataclass
class _Row:
    """One bar with its words; heights in points."""

    bar: Bar
    typeface: Typeface
    words: Words
    width: float
    tight: bool

    def __post_init__(self) -> None:
        self._bar_width = self.width - LABEL_WIDTH
        self._bar_height = TIGHT_BAR_HEIGHT if self.tight else BAR_HEIGHT
        self._instead = self._in_words()
        self._told = _broken(told(self.bar, self.words), self.typeface, self._bar_width)
        self._above = LEADING if self.bar.note else 0.0
        lines = self._above + self._bar_height + len(self._told) * LEADING
        self.height = len(self._instead) * LEADING if self._instead else lines

    def draw(self, drawing: Drawing, top: float, *, named: bool) -> None:
        """Draw below ``top``; ``named`` writes the group's name, which the bars of one group share."""
        first = top - LEADING / 2 - _BASELINE
        if named:
            drawing.add(_text(self.typeface, 0, first, self.bar.label, bold=True))
        if self._instead:
            self._write(drawing, first, self._instead)
            return
        drawing.add(_text(self.typeface, 0, first - LEADING if named else first, self.bar.size_text))
        if self.bar.note:
            drawing.add(_text(self.typeface, LABEL_WIDTH, first, _as_sentence(self.bar.note)))
        bottom = top - self._above - self._bar_height
        for segment in self.bar.segments:
            self._draw_segment(drawing, segment, bottom)
        for segment in self.bar.segments:
            if segment.inside:
                self._draw_number(drawing, segment, bottom)
        self._write(drawing, bottom - LEADING / 2 - _BASELINE - 1, self._told)

    def _write(self, drawing: Drawing, first: float, lines: list[str]) -> None:
        """Lines in the column of the bars, the first on the baseline ``first``."""
        for position, line in enumerate(lines):
            drawing.add(_text(self.typeface, LABEL_WIDTH, first - position * LEADING, line))

    def _in_words(self) -> list[str]:
        """What is told in words instead of a bar: too few people, or who gave no answer."""
        bar = self.bar
        if bar.too_few:
            text = bar.size_text
        elif bar.kind is BarKind.NON_ANSWERS:
            kinds = ", ".join(f"{segment.label} {segment.count}" for segment in bar.segments)
            text = self.words(printed.NO_ANSWER_TOLD, note=bar.note, size=bar.size_text, kinds=kinds)
            if len(bar.segments) < 2 or self.tight:
                text = self.words(printed.NO_ANSWER_COUNTED, note=bar.note, size=bar.size_text)
        else:
            return [] if bar.segments else [bar.size_text]
        return _broken(_as_sentence(text), self.typeface, self._bar_width)

    def _draw_segment(self, drawing: Drawing, segment: Segment, bottom: float) -> None:
        left = LABEL_WIDTH + segment.rect.x * self._bar_width
        width = segment.rect.width * self._bar_width
        drawing.add(patterned(segment.pattern, left, bottom, width, self._bar_height))

    def _draw_number(self, drawing: Drawing, segment: Segment, bottom: float) -> None:
        """The number on its white plate; one that finds no room in its part stands in the sentence alone."""
        middle = LABEL_WIDTH + segment.number_x * self._bar_width
        plate_bottom = bottom + (self._bar_height - _PLATE_HEIGHT) / 2
        width = min(PLATE_WIDTH, self.typeface.width(segment.number, SIZE, bold=True) + 8)
        corner = (middle - width / 2, plate_bottom)
        plate = Rect(*corner, width, _PLATE_HEIGHT, 3, 3, fillColor=HexColor(PLATE), strokeColor=None)
        drawing.add(plate)
        baseline = plate_bottom + _PLATE_HEIGHT / 2 - _BASELINE
        drawing.add(_text(self.typeface, middle, baseline, segment.number, bold=True, anchor="middle"))


def _as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _broken(text: str, typeface: Typeface, width: float) -> list[str]:
    lines = break_lines([Run(text)], width, lambda part, bold: typeface.width(part, SIZE, bold=bold))
    return ["".join(run.text for run, _ in line) for line in lines]


def _text(
    typeface: Typeface, x: float, y: float, text: str, *, bold: bool = False, anchor: str = "start"
) -> String:
    font = typeface.bold if bold else typeface.regular
    return String(x, y, text, fontName=font, fontSize=SIZE, fillColor=_INK, textAnchor=anchor)
