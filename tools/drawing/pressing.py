"""Choices of "How I like it": how somebody presses, how steady the hand is, how many answers there are."""

from __future__ import annotations

from collections.abc import Sequence

from tools.drawing import cast
from tools.drawing.canvas import Canvas
from tools.drawing.controls import pictures
from tools.drawing.figure import hand_tubes
from tools.drawing.geometry import Point
from tools.drawing.palette import (
    BLUE,
    BROWN,
    CORAL,
    INK,
    PAPER,
    ROSEWOOD,
    SKY,
    STONE,
    SUN,
    WHITE,
)
from tools.drawing.picture import symbol

_DARK = "#3a3f4c"
_SLEEVE = cast.CURLS.colour


def _switch(c: Canvas, colour: str, wide: float, high: float) -> None:
    """Draw a big round switch on its foot, seen from above; the middle of its top is the origin."""
    c.ellipse(0, 13, wide + 8, high + 5, _DARK)
    c.path(f"M{-wide} 0V9C{-wide} {high * 1.34 + 9} {wide} {high * 1.34 + 9} {wide} 9V0Z", colour)
    c.ellipse(0, 0, wide, high, colour)


def _hand_down(c: Canvas, skin: str = BROWN) -> None:
    """Draw a flat hand that comes down from the upper right; its finger tips are at the origin."""
    arm: list[Point] = [(50.0, -50.0), (70.0, -66.0)]
    c.tubes([(arm, 32.0)], _SLEEVE, "butt")
    wrist: list[Point] = [(34.0, -38.0), (54.0, -54.0)]
    fingers: list[tuple[Sequence[Point], float]] = [
        (wrist, 26.0),
        ([(30.0, -34.0), (2.0, -10.0)], 25.0),
        ([(22.0, -26.0), (-16.0, -2.0)], 13.0),
        ([(20.0, -18.0), (-10.0, 5.0)], 13.0),
        ([(30.0, -26.0), (20.0, 0.0)], 12.0),
    ]
    c.tubes(fingers, skin)


def one_switch(c: Canvas) -> None:
    """Draw a big round switch with a hand above it."""
    _switch(c.at(74, 102), CORAL, 60, 32)
    _hand_down(c.at(70, 88))


def two_switches(c: Canvas) -> None:
    """Draw two round switches, one behind the other, each of its own colour."""
    for x, y, colour in ((50, 44, CORAL), (110, 102, BLUE)):
        _switch(c.at(x, y), colour, 37, 27)


def _eye(c: Canvas) -> None:
    """Draw an open eye round the origin, 112 wide."""
    c.path("M-58 0C-34 -38 34 -38 58 0C34 36 -34 36 -58 0Z", WHITE)
    c.circle(0, -1, 22, BLUE)
    c.circle(0, -1, 9, INK, None)


def _ring(c: Canvas, radius: float, part: float) -> None:
    """Draw a ring round the origin that is filled for ``part`` of its way, from the top."""
    c.circle(0, 0, radius, None, INK, 19)
    c.circle(0, 0, radius, None, WHITE, 10)
    points = c.at(0, 0, 1, -90)
    quarters = max(1, round(part * 4))
    k = radius * 0.5523
    d = f"M{radius} 0"
    ends = [(0.0, radius), (-radius, 0.0), (0.0, -radius), (radius, 0.0)]
    holds = [
        ((radius, k), (k, radius)),
        ((-k, radius), (-radius, k)),
        ((-radius, -k), (-k, -radius)),
        ((k, -radius), (radius, -k)),
    ]
    for (first, second), end in list(zip(holds, ends, strict=True))[:quarters]:
        d += "C" + " ".join(f"{x:.2f} {y:.2f}" for x, y in (first, second, end))
    points.path(d, None, CORAL, 10, "butt")


def look_and_stay(c: Canvas) -> None:
    """Draw an eye above a card, and round the card a ring that fills."""
    _eye(c.at(80, 36, 0.86))
    ring = c.at(80, 112)
    ring.circle(0, 0, 36, PAPER, None)
    _ring(ring, 36, 0.75)
    ring.rect(-14, -17, 28, 34, WHITE, 4, width=4)
    ring.circle(0, 0, 7, SUN, width=3.4)


def touch(c: Canvas) -> None:
    """Draw a finger on a card of a screen."""
    c.rect(10, 14, 140, 104, _DARK, 10)
    c.rect(21, 25, 118, 82, SKY, 4)
    c.rect(33, 37, 40, 56, WHITE, 5)
    c.rect(87, 37, 40, 56, WHITE, 5)
    c.poly([(43, 66), (51, 75), (64, 55)], None, width=7, closed=False)
    hand = c.at(124, 102, 1.75, -125)
    hand.tubes(hand_tubes("point", -1), BROWN)
    arm: list[Point] = [(123.0, 104.0), (141.0, 142.0)]
    c.tubes([(arm, 28.0)], _SLEEVE, "butt")


def no_pictures(c: Canvas) -> None:
    """Draw a framed picture, crossed out."""
    pictures(c)
    c.line(20, 142, 140, 18, WHITE, 19)
    c.line(20, 142, 140, 18, ROSEWOOD, 11)


def _still_hand(c: Canvas) -> None:
    """Draw an upright hand, its palm to us, at ease."""
    limbs: list[tuple[Sequence[Point], float]] = [
        ([(80.0, 108.0), (80.0, 84.0)], 46.0),
        ([(66.0, 106.0), (44.0, 78.0)], 14.0),
    ]
    limbs += [
        ([(62 + 12 * i, 84.0), (60 + 13.2 * i, top)], 13.0) for i, top in enumerate((46.0, 34.0, 36.0, 50.0))
    ]
    c.tubes([([(80.0, 126.0), (80.0, 150.0)], 46.0)], _SLEEVE, "butt")
    c.tubes(limbs, BROWN)


def _shakes(c: Canvas, many: int) -> None:
    """Draw lines at either side of the hand that tell how much it shakes."""
    for side in (-1, 1):
        for i in range(many):
            x = 80 + side * (50 + i * 17)
            tall = 20 + i * 9
            points = [(0, -tall), (5, -tall / 3), (-1, tall / 3), (4, tall)]
            c.curve([(x + side * dx, 82 + dy) for dx, dy in points], None, width=7)


def hand_steady(c: Canvas) -> None:
    """Draw a hand that is still."""
    _still_hand(c)


def hand_shakes(c: Canvas) -> None:
    """Draw a hand that shakes a bit: a line at either side."""
    _still_hand(c.at(14, 14, 0.825))
    _shakes(c, 1)


def hand_shakes_a_lot(c: Canvas) -> None:
    """Draw a hand that shakes a lot: two lines at either side."""
    _still_hand(c.at(14, 14, 0.825))
    _shakes(c, 2)


def _answer(c: Canvas, x: float, y: float, w: float, h: float) -> Canvas:
    c.rect(x, y, w, h, WHITE, 9)
    return c.at(x + w / 2, y + h / 2)


def _tick(c: Canvas, size: float, width: float) -> None:
    c.poly([(-size, 0), (-size * 0.3, size * 0.7), (size, -size * 0.8)], None, width=width, closed=False)


def _cross(c: Canvas, size: float, width: float) -> None:
    c.path(f"M{-size} {-size}L{size} {size}M{size} {-size}L{-size} {size}", None, width=width)


def three_answers(c: Canvas) -> None:
    """Draw three answers under one another: tick, tick and cross, cross."""
    _tick(_answer(c, 24, 8, 112, 44), 14, 9)
    both = _answer(c, 24, 58, 112, 44)
    _tick(both.at(-22, 0), 13, 8)
    _cross(both.at(24, 0), 10, 8)
    _cross(_answer(c, 24, 108, 112, 44), 12, 9)


def two_answers(c: Canvas) -> None:
    """Draw two answers under one another: tick, cross."""
    _tick(_answer(c, 24, 12, 112, 64), 20, 12)
    _cross(_answer(c, 24, 84, 112, 64), 17, 12)


def _stay(c: Canvas, part: float) -> None:
    """Draw a card within a ring, filled for ``part``: how long the ring takes."""
    ring = c.at(80, 80, 1.7)
    ring.circle(0, 0, 36, PAPER, None)
    _ring(ring, 36, part)
    ring.rect(-14, -17, 28, 34, WHITE, 4, width=5)
    ring.circle(0, 0, 7, SUN, width=4)


def stay_short(c: Canvas) -> None:
    """Draw a ring that is a quarter full."""
    _stay(c, 0.25)


def stay_medium(c: Canvas) -> None:
    """Draw a ring that is half full."""
    _stay(c, 0.5)


def stay_long(c: Canvas) -> None:
    """Draw a ring that is three quarters full."""
    _stay(c, 0.75)


def stay_very_long(c: Canvas) -> None:
    """Draw a full ring."""
    _stay(c, 1.0)


def _dial(c: Canvas, turn: float) -> None:
    """Draw a dial with its hand turned by degrees from upright."""
    c.path("M12 118C12 20 148 20 148 118Z", PAPER)
    for degrees in (-62, 0, 62):
        c.at(80, 112, 1, degrees).line(0, -62, 0, -50, width=7)
    c.at(80, 112, 1, turn).line(0, 0, 0, -48, ROSEWOOD, 12)
    c.circle(80, 112, 11, INK)
    c.rect(12, 118, 136, 18, STONE, 4)


def speed_slow(c: Canvas) -> None:
    """Draw a dial that points to the left."""
    _dial(c, -62)


def speed_medium(c: Canvas) -> None:
    """Draw a dial that points up."""
    _dial(c, 0)


def speed_fast(c: Canvas) -> None:
    """Draw a dial that points to the right."""
    _dial(c, 62)


PICTURES = (
    symbol("touch", "A finger presses a card on a screen.", touch),
    symbol("one-switch", "A hand above a big round switch.", one_switch),
    symbol("two-switches", "Two round switches.", two_switches),
    symbol("look-and-stay", "An eye. A ring fills round a card.", look_and_stay),
    symbol("no-pictures", "A framed picture, crossed out.", no_pictures),
    symbol("hand-steady", "A hand.", hand_steady),
    symbol("hand-shakes", "A hand that shakes a bit.", hand_shakes),
    symbol("hand-shakes-a-lot", "A hand that shakes a lot.", hand_shakes_a_lot),
    symbol("three-answers", "A tick. A tick and a cross. A cross.", three_answers),
    symbol("two-answers", "A tick and, below it, a cross.", two_answers),
    symbol("stay-short", "A ring round a card, a quarter full.", stay_short),
    symbol("stay-medium", "A ring round a card, half full.", stay_medium),
    symbol("stay-long", "A ring round a card, nearly full.", stay_long),
    symbol("stay-very-long", "A ring round a card, all full.", stay_very_long),
    symbol("speed-slow", "A dial that points to slow.", speed_slow),
    symbol("speed-medium", "A dial that points to the middle.", speed_medium),
    symbol("speed-fast", "A dial that points to fast.", speed_fast),
)
