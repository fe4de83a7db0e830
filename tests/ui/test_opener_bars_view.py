"""The bars on screen: their pixels stand where the geometry says, in their patterns, with every number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QPoint, QSize
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import Stream
from duq_desktop.figures.alt import alt_text
from duq_desktop.figures.bars import key_of, segments
from duq_desktop.figures.model import Bar, BarChart, BarKind
from duq_desktop.figures.patterns import PATTERNS
from duq_desktop.ui.opener.printing import paint_sheet
from duq_desktop.ui.theme import Look, apply_look, load_fonts, read_themes
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.bars_view import BarsView
from duq_desktop.words import Words
from tests.ui.gallery import ROOT

THEMES = read_themes(ROOT / "resources" / "themes")
LABELS = {"yes": "Yes", "sometimes": "Sometimes", "no": "No", "dont_know": "I don't know"}


def maker(*counts: tuple[tuple[str, int], ...]):
    def make(plate: float) -> BarChart:
        bars = tuple(
            Bar(
                Stream.PERSON,
                BarKind.THREE,
                "People supported",
                f"{sum(n for _, n in one)} people",
                segments(one, LABELS, plate),
                sum(n for _, n in one),
            )
            for one in counts
        )
        return BarChart("Do you know the staff?", bars, key_of(bars, LABELS))

    return make


def shown(qtbot, make, scale: int = 100, width: int = 1000, theme: str = "cream") -> BarsView:
    load_fonts(ROOT / "resources" / "fonts")
    frame = QWidget()
    qtbot.addWidget(frame)
    column = QVBoxLayout(frame)
    view = BarsView(make, alt_text(make(0.08), Words()))
    column.addWidget(view)
    column.addStretch(1)
    apply_look(frame, Look(THEMES[theme], scale))
    frame.resize(width, 2400)
    with qtbot.waitExposed(frame):
        frame.show()
    qtbot.wait(0)
    view.kept = frame  # or Python lets the window go, and the view with it
    return view


def image_of(view: BarsView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def share_of(image: QImage, colour: str, left: float, right: float, top: float, bottom: float) -> float:
    """How much of a part of the picture has this colour."""
    wanted = QColor(colour).rgb()
    points = [(x, y) for x in range(int(left), int(right)) for y in range(int(top), int(bottom))]
    return sum(image.pixel(x, y) == wanted for x, y in points) / len(points)


def test_each_part_of_a_bar_is_as_long_as_its_number_says(qtbot) -> None:
    view = shown(qtbot, maker((("yes", 6), ("no", 2))))
    image = image_of(view)
    (placed,), _key, _height = view._arrange(float(view.width()))
    box = placed.box
    edge = box.left() + box.width() * 0.75
    top, bottom = box.top() + 2, box.top() + 8
    assert share_of(image, PATTERNS["yes"].ground, box.left() + 2, edge - 2, top, bottom) > 0.98
    assert share_of(image, PATTERNS["yes"].ground, edge + 2, box.right() - 2, top, bottom) < 0.05
    assert share_of(image, PATTERNS["no"].ground, edge + 2, box.right() - 2, top, bottom) > 0.5


def test_two_answers_differ_in_what_is_drawn_and_not_in_colour_alone(qtbot) -> None:
    view = shown(qtbot, maker((("sometimes", 1), ("no", 1))))
    image = image_of(view)
    (placed,), _key, _height = view._arrange(float(view.width()))
    box = placed.box
    third = box.width() / 3
    for name, left in (("sometimes", box.left() + 4), ("no", box.right() - third)):
        ink = share_of(image, PATTERNS[name].ink, left, left + third - 4, box.top() + 3, box.bottom() - 3)
        assert 0.02 < ink < 0.6, name


def test_a_screen_reader_gets_every_figure_and_tab_stops_at_it(qtbot) -> None:
    view = shown(qtbot, maker((("yes", 6), ("sometimes", 1), ("no", 2))))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.StaticText
    name = interface.text(QAccessible.Text.Name)
    for told in ("Do you know the staff?", "9 people", "6 said Yes", "1 said Sometimes", "2 said No"):
        assert told in name
    assert interface.state().focusable


@pytest.mark.parametrize("scale", [100, 200, 300, 400])
@pytest.mark.parametrize("width", [420, 700, 1300])
def test_numbers_never_touch_at_any_text_size(qtbot, scale: int, width: int) -> None:
    view = shown(qtbot, maker((("yes", 96), ("sometimes", 1), ("no", 1), ("dont_know", 2))), scale, width)
    parts = [part for bar in view.chart.bars for part in bar.segments]
    for inside in (True, False):
        middles = sorted(part.number_x for part in parts if part.inside is inside)
        assert all(second - first >= view._plate - 1e-9 for first, second in pairwise(middles))
    wide = view._plate * (view.width() - 2 * HALO)
    assert QFontMetricsF(view.number_font(wide)).horizontalAdvance("96") <= wide
    assert view.height() >= view.heightForWidth(view.width())


def test_a_number_too_narrow_for_its_part_stands_below_with_a_line(qtbot) -> None:
    view = shown(qtbot, maker((("yes", 99), ("no", 1))))
    (placed,), _key, _height = view._arrange(float(view.width()))
    outside = [part for part in view.chart.bars[0].segments if not part.inside]
    assert [part.number for part in outside] == ["1"]
    assert placed.below > 0
    image = image_of(view)
    middle = placed.box.left() + outside[0].number_x * placed.box.width()
    below = placed.box.bottom() + 6
    assert share_of(image, "#ffffff", middle - 3, middle + 3, below, below + placed.below * 0.6) > 0.2


def test_large_text_makes_it_taller_not_wider(qtbot) -> None:
    make = maker((("yes", 6), ("no", 2)), (("dont_know", 3),))
    small, large = shown(qtbot, make, 100, 800), shown(qtbot, make, 400, 800)
    assert large.heightForWidth(700) > 2 * small.heightForWidth(700)
    assert large.minimumSizeHint().width() <= 700


def test_a_bar_of_nobody_has_words_and_no_part(qtbot) -> None:
    view = shown(qtbot, maker(()))
    assert view.chart.bars[0].segments == ()
    (placed,), key, _height = view._arrange(float(view.width()))
    assert (placed.box.height(), key) == (0.0, [])


def test_a_sheet_for_the_printer_wraps_and_stays_on_its_page(qapp) -> None:
    image = QImage(QSize(1240, 1754), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lines = [
        ("Recovery key", 20),
        ("F813K 12EBM WRVZKZ H91P3 G9HHP", 20),
        ("Whoever has it can read. " * 8, 14),
    ]
    used = paint_sheet(painter, lines, 150, image.width())
    painter.end()
    assert 300 < used < image.height()
    dark = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if QColor(image.pixel(QPoint(x, y))).lightness() < 100
    ]
    assert len(dark) > 200
    assert max(x for x, _ in dark) < image.width() - 60 * 150 / 72 + 2
    buffer = QBuffer()
    assert image.save(buffer, "PNG")
