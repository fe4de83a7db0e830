"""The fills: every two can be told apart without colour, and none leaves its rectangle."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.figures.patterns import OUTLINE, PATTERNS, PLATE, Pattern, fill
from duq_desktop.summary.model import NON_ANSWERS, OPTIONS

SIDE = 120
STEP = 0.5


def inked(pattern: Pattern, side: int = SIDE) -> list[int]:
    """Rows of a raster, each an int with a bit set where there is ink."""
    drawn = fill(pattern, side * STEP, side * STEP)
    rows = []
    for row in range(side):
        bits = 0
        for column in range(side):
            x, y = (column + 0.5) * STEP, (row + 0.5) * STEP
            on = any(distance(line, x, y) <= line.width / 2 for line in drawn.lines) or any(
                (dot.x - x) ** 2 + (dot.y - y) ** 2 <= dot.radius**2 for dot in drawn.dots
            )
            bits |= on << column
        rows.append(bits)
    return rows


def distance(line, x, y) -> float:
    length = ((line.x2 - line.x1) ** 2 + (line.y2 - line.y1) ** 2) ** 0.5
    return abs((line.x2 - line.x1) * (line.y1 - y) - (line.x1 - x) * (line.y2 - line.y1)) / length


def light(colour: str) -> float:
    """How light a colour looks in grey, 0 to 1 (Rec. 601 luma, as printers and PIL turn it)."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def luminance(colour: str) -> float:
    """WCAG relative luminance."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def count(rows: list[int]) -> int:
    return sum(row.bit_count() if hasattr(row, "bit_count") else bin(row).count("1") for row in rows)


@pytest.fixture(scope="module")
def rasters():
    return {name: inked(pattern) for name, pattern in PATTERNS.items()}


def grey(name: str, rasters) -> float:
    pattern, ink = PATTERNS[name], count(rasters[name]) / SIDE**2
    return light(pattern.ground) * (1 - ink) + light(pattern.ink) * ink


def likeness(one: list[int], other: list[int], side: int = SIDE) -> float:
    """Ink in both over ink in either, at the shift where they fit best; 1 is the same pattern."""
    window, mask, best = side - 20, (1 << (side - 20)) - 1, 0.0
    still = [row & mask for row in one[:window]]
    for down in range(0, 20):
        for right in range(0, 20):
            moved = [(row >> right) & mask for row in other[down : down + window]]
            both = count([a & b for a, b in zip(still, moved, strict=True)])
            either = count([a | b for a, b in zip(still, moved, strict=True)])
            best = max(best, both / either if either else 1.0)
    return best


def test_every_answer_and_non_answer_has_a_pattern():
    assert set(PATTERNS) == {*OPTIONS, *NON_ANSWERS, "no_answer"}


@pytest.mark.parametrize(("one", "other"), list(combinations(PATTERNS, 2)))
def test_every_two_differ_in_grey_and_in_pattern(rasters, one, other):
    assert abs(grey(one, rasters) - grey(other, rasters)) >= 0.04
    assert likeness(rasters[one], rasters[other]) < 0.7
    assert likeness(rasters[one], rasters[one]) == 1.0


@pytest.mark.parametrize(("one", "other"), list(combinations(OPTIONS, 2)))
def test_the_three_answers_differ_widely_in_grey(rasters, one, other):
    assert abs(grey(one, rasters) - grey(other, rasters)) >= 0.2


def test_a_fault_of_old_would_be_found(rasters):
    """Two dark bars, one for Yes and one for No, were once published side by side."""
    plain = Pattern("old", PATTERNS["no"].ground, PATTERNS["no"].ink)
    assert likeness(inked(plain), rasters["yes"]) == 1.0


@pytest.mark.parametrize("name", PATTERNS)
def test_ink_numbers_and_outlines_can_be_seen(name):
    pattern = PATTERNS[name]
    assert contrast(pattern.ink, pattern.ground) >= 3 or not (pattern.hatches or pattern.dots)
    assert contrast(OUTLINE, PLATE) >= 7


SIZES = st.floats(0.5, 600, allow_nan=False)


@settings(max_examples=80, deadline=None)
@given(
    name=st.sampled_from(sorted(PATTERNS)), width=SIZES, height=SIZES, scale=st.sampled_from([0.5, 1, 2, 4])
)
def test_nothing_is_drawn_outside_its_rectangle(name, width, height, scale):
    drawn = fill(PATTERNS[name], width, height, scale)
    for line in drawn.lines:
        for x, y in ((line.x1, line.y1), (line.x2, line.y2)):
            assert -1e-6 <= x <= width + 1e-6 and -1e-6 <= y <= height + 1e-6
        assert line.width > 0
        if line.x1 == pytest.approx(line.x2, abs=1e-6) and height > line.width:
            assert line.width / 2 - 1e-6 <= line.x1 <= width - line.width / 2 + 1e-6
        if line.y1 == pytest.approx(line.y2, abs=1e-6) and width > line.width:
            assert line.width / 2 - 1e-6 <= line.y1 <= height - line.width / 2 + 1e-6
    for dot in drawn.dots:
        assert dot.radius - 1e-6 <= dot.x <= width - dot.radius + 1e-6
        assert dot.radius - 1e-6 <= dot.y <= height - dot.radius + 1e-6


@pytest.mark.parametrize("name", [name for name in PATTERNS if name != "yes"])
@pytest.mark.parametrize("width", [2.0, 4.0, 9.0])
def test_a_narrow_segment_still_shows_its_pattern(name, width):
    drawn = fill(PATTERNS[name], width, 24.0)
    assert drawn.lines or drawn.dots


@pytest.mark.parametrize("size", [(0, 5, 1), (5, 0, 1), (5, 5, 0), (-1, 5, 1)])
def test_a_fill_without_size_is_refused(size):
    with pytest.raises(ValueError, match="above 0"):
        fill(PATTERNS["no"], *size)
