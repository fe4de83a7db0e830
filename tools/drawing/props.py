"""Things at home: each is drawn round the origin of the canvas it is given; place it with ``c.at``."""

from __future__ import annotations

from tools.drawing.canvas import Canvas
from tools.drawing.palette import (
    BLUE,
    BLUSH,
    CORAL,
    CREAM,
    GREY,
    INK,
    LEAF,
    OAK,
    PAPER,
    ROSEWOOD,
    SAGE,
    SKY,
    SLATE,
    STONE,
    SUN,
    WHITE,
    WOOD,
)


def cup(c: Canvas, colour: str = CORAL, steam: bool = True) -> None:
    """Draw a mug, 16 wide, standing on y = 8."""
    c.path("M8 -4C15 -6 15 6 7 4", None)
    c.path("M-8 -8H8V3C8 7 6 8 3 8H-3C-6 8 -8 7 -8 3Z", colour)
    if steam:
        c.curve([(-2.5, -12), (-4, -15), (-1.5, -18), (-3, -21)])
        c.curve([(3.5, -12), (2, -15), (4.5, -18), (3, -21)])


def counter(c: Canvas, y: float, left: float = 4.0, right: float = 156.0, colour: str = WOOD) -> None:
    """Draw a table that fills the picture's foot from height y."""
    c.rect(left, y, right - left, 156 - y, colour, 3)
    c.line(left + 6, y + 9, right - 6, y + 9, OAK)


def shirt(c: Canvas, colour: str = BLUE, stripe: str | None = None) -> None:
    """Draw a shirt laid flat, 40 wide and 36 high."""
    c.path("M-8 -18L-20 -11L-16 0L-11 -3V18H11V-3L16 0L20 -11L8 -18C5 -13 -5 -13 -8 -18Z", colour)
    if stripe:
        for y in (-4, 4, 12):
            c.line(-9, y, 9, y, stripe, 3.2)


def hanger(c: Canvas) -> None:
    """Draw the hook over a shirt of the same origin."""
    c.path("M0 -17V-21C0 -23 4 -23 4 -26C4 -29 -1 -30 -2 -27", None)


def bubble(c: Canvas, w: float = 44.0, h: float = 28.0, tail: float = -10.0, down: float = 12.0) -> None:
    """Draw a speech bubble round the origin; its tail ends at (tail, h / 2 + down)."""
    x, y = w / 2, h / 2
    base = tail * 0.45
    c.path(
        f"M{-x + 8} {-y}H{x - 8}Q{x} {-y} {x} {-y + 8}V{y - 8}Q{x} {y} {x - 8} {y}H{base + 5}"
        f"L{tail} {y + down}L{base - 5} {y}"
        f"H{-x + 8}Q{-x} {y} {-x} {y - 8}V{-y + 8}Q{-x} {-y} {-x + 8} {-y}Z",
        WHITE,
    )


def words(c: Canvas, rows: int = 2, width: float = 26.0) -> None:
    """Draw lines that stand for words, round the origin."""
    for i in range(rows):
        y = (i - (rows - 1) / 2) * 8
        short = 0.62 if i == rows - 1 and rows > 1 else 1.0
        c.line(-width / 2, y, -width / 2 + width * short, y, SLATE)


def thought(c: Canvas, w: float = 50.0, h: float = 34.0, to: tuple[float, float] = (-14.0, 30.0)) -> None:
    """Draw a thought bubble round the origin, its small bubbles leading to ``to``."""
    for part, r in ((0.62, 4.2), (0.9, 2.8)):
        c.circle(to[0] * part, h / 2 + (to[1] - h / 2) * part, r, WHITE)
    x, y = w / 2, h / 2
    ring = [(-x, 2), (-x * 0.86, -y * 0.7), (-x * 0.36, -y), (x * 0.3, -y), (x * 0.86, -y * 0.72), (x, 0)]
    ring += [(x * 0.84, y * 0.74), (x * 0.3, y), (-x * 0.36, y), (-x * 0.86, y * 0.72)]
    c.blob(ring, WHITE)


def jagged(c: Canvas, tail: tuple[float, float] = (26.0, 16.0)) -> None:
    """Draw the bubble of a shout, 58 by 42, its tail ending at ``tail``."""
    left = [(4, 20), (-4, 11), (-18, 18), (-17, 6), (-29, -4), (-19, -9), (-21, -20), (-9, -13)]
    right = [(0, -22), (7, -13), (20, -20), (18, -9), (29, -6), (20, 2), tail, (10, 11)]
    c.poly(
        left + right,
        "#f3d9cf",
    )


def clock(
    c: Canvas,
    r: float = 17.0,
    hour: tuple[float, float] = (0.0, -0.5),
    minute: tuple[float, float] = (0.5, 0.25),
) -> None:
    """Draw a wall clock; hands are given as parts of the radius."""
    c.circle(0, 0, r, PAPER)
    for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        c.line(dx * r * 0.78, dy * r * 0.78, dx * r * 0.8, dy * r * 0.8)
    c.line(0, 0, hour[0] * r, hour[1] * r)
    c.line(0, 0, minute[0] * r, minute[1] * r)


def sofa(c: Canvas, w: float = 130.0, colour: str = SAGE) -> None:
    """Draw a sofa's back and arms, w wide; the seat's front edge is y = 0, the floor y = 26."""
    x = w / 2
    c.rect(-x + 8, -52, w - 16, 60, colour, 10)
    c.line(0, -50, 0, -8)
    for side in (-1, 1):
        c.rect(side * (x - 12) - 5, 22, 10, 8, OAK, 2)
    c.rect(-x + 14, -8, w - 28, 30, colour, 5)
    for side in (-1, 1):
        c.rect(side * (x - 8) - 9, -26, 18, 50, colour, 8)


def armchair(c: Canvas, colour: str = ROSEWOOD) -> None:
    """Draw an armchair from the front, 74 wide; seat edge y = 0, floor y = 34."""
    c.rect(-28, -62, 56, 70, colour, 14)
    for side in (-1, 1):
        c.rect(side * 26 - 4, 26, 8, 9, OAK, 1)
    c.rect(-24, -6, 48, 34, colour, 5)
    for side in (-1, 1):
        c.rect(side * 29 - 9, -24, 18, 54, colour, 8)


def door(c: Canvas, w: float = 50.0, h: float = 104.0, colour: str = ROSEWOOD, panes: bool = False) -> None:
    """Draw a shut door in its frame, standing on y = 0, centred."""
    c.rect(-w / 2 - 6, -h - 6, w + 12, h + 6, STONE, 2)
    c.rect(-w / 2, -h, w, h, colour)
    if panes:
        c.rect(-w / 2 + 8, -h + 9, w - 16, h * 0.26, SKY, 2)
    else:
        c.rect(-w / 2 + 8, -h + 9, w - 16, h * 0.32, None, 2)
    c.rect(-w / 2 + 8, -h * 0.46, w - 16, h * 0.34, None, 2)
    c.circle(w / 2 - 8, -h * 0.52, 3, SUN)


def open_door(c: Canvas, w: float = 48.0, h: float = 112.0, colour: str = ROSEWOOD, view: str = SKY) -> None:
    """Draw an open door, hinged at its left and swung towards us; outside, sky and a path."""
    c.rect(-w / 2 - 6, -h - 6, w + 12, h + 6, STONE, 2)
    c.rect(-w / 2, -h, w, h, view)
    c.path(
        f"M{-w / 2} {-h * 0.3}C{-w / 6} {-h * 0.42} {w / 6} {-h * 0.36} {w / 2} {-h * 0.46}V0H{-w / 2}Z", SAGE
    )
    c.path(f"M{-w * 0.1} 0L{w * 0.12} {-h * 0.38}L{w * 0.24} {-h * 0.39}L{w * 0.42} 0Z", CREAM)
    c.path(f"M{-w / 2} {-h}L{-w * 0.94} {-h + 6}V10L{-w / 2} 0Z", colour)
    c.circle(-w * 0.84, -h * 0.48, 2.6, SUN)


def padlock(c: Canvas, colour: str = SUN, open_: bool = False) -> None:
    """Draw a padlock, 28 wide and 38 high."""
    c.path(
        "M-9 -2V-10C-9 -22 9 -22 9 -10V-6" if open_ else "M-9 -2V-10C-9 -22 9 -22 9 -10V-2",
        None,
        width=c.line_width * 1.5,
    )
    c.rect(-14, -4, 28, 22, colour, 4)
    c.circle(0, 5, 2.6, INK, None)
    c.line(0, 6, 0, 11)


def key(c: Canvas, colour: str = SUN) -> None:
    """Draw a key lying along x, about 44 long."""
    c.path("M-6 -3H22V9H16V3H12V7H6V3H-6Z", colour)
    c.circle(-13, 0, 10, colour)
    c.circle(-15, 0, 3.2, WHITE)


def lamp(c: Canvas, lit: bool = True) -> None:
    """Draw a table lamp standing on y = 20, 26 wide and 44 high."""
    c.line(0, -4, 0, 18)
    c.path("M-9 20C-8 14 8 14 9 20Z", OAK)
    c.path("M-7 -22H7L13 -4H-13Z", SUN if lit else GREY)


def rays(c: Canvas, r1: float, r2: float, count: int = 8, start: float = 0.0, sweep: float = 360.0) -> None:
    """Draw short rays round the origin, from radius r1 to r2, over ``sweep`` degrees from ``start``."""
    for i in range(count):
        ray = c.at(0, 0, 1, start + i * sweep / count)
        ray.line(r1, 0, r2, 0)


def plant(c: Canvas) -> None:
    """Draw a plant in a pot standing on y = 16."""
    for points in ([(0, 0), (-12, -8), (-13, -20), (-4, -12)], [(0, 0), (12, -10), (13, -22), (4, -13)]):
        c.blob(points, LEAF)
    c.blob([(0, 0), (-5, -14), (0, -28), (5, -14)], LEAF)
    c.path("M-9 0H9L7 16H-7Z", CORAL)


def window(c: Canvas, w: float = 40.0, h: float = 34.0, night: bool = False) -> None:
    """Draw a window round the origin."""
    c.rect(-w / 2, -h / 2, w, h, "#46557a" if night else SKY, 2)
    c.line(0, -h / 2, 0, h / 2)
    c.line(-w / 2, 0, w / 2, 0)


def picture_card(c: Canvas, content: str = "cup") -> None:
    """Draw a card with a picture on it, 34 by 40, round the origin."""
    c.rect(-17, -20, 34, 40, WHITE, 4)
    if content == "cup":
        cup(c.at(-1, 2, 1.0))
    elif content == "house":
        house(c.at(0, 2, 0.42))
    elif content == "ball":
        football(c.at(0, 0, 0.6))
    elif content == "bus":
        c.rect(-11, -8, 22, 14, CORAL, 3)
        for x in (-6, 6):
            c.circle(x, 7, 3, STONE)


def house(c: Canvas, colour: str = CORAL, wall: str = CREAM) -> None:
    """Draw a house, 56 wide and 50 high, round the origin."""
    c.rect(-20, -6, 40, 30, wall)
    c.path("M-28 -4L0 -28L28 -4Z", colour)
    c.rect(-6, 6, 12, 18, OAK)


def football(c: Canvas) -> None:
    """Draw a football of radius 14."""
    c.circle(0, 0, 14, WHITE)
    c.poly([(0, -5.4), (5.2, -1.6), (3.2, 4.6), (-3.2, 4.6), (-5.2, -1.6)], INK)
    for x, y, ex, ey in (
        (0, -5, 0, -11),
        (5, -1.6, 11, -4),
        (3.2, 4.6, 7, 10),
        (-3.2, 4.6, -7, 10),
        (-5, -1.6, -11, -4),
    ):
        c.line(x, y, ex, ey)


def sheet(c: Canvas, w: float = 34.0, h: float = 44.0, rows: int = 3, ticks: int = 0) -> None:
    """Draw a sheet of paper with lines; the first ``ticks`` lines are ticked."""
    c.rect(-w / 2, -h / 2, w, h, WHITE, 2)
    for i in range(rows):
        y = -h / 2 + h * (i + 0.9) / (rows + 0.8)
        c.line(-w / 2 + 13, y, w / 2 - 6, y, SLATE)
        if i < ticks:
            c.poly([(-w / 2 + 4, y - 1), (-w / 2 + 6.4, y + 2), (-w / 2 + 10, y - 4)], None, closed=False)
        else:
            c.circle(-w / 2 + 7, y, 1.3, INK, None)


def calendar(c: Canvas, w: float = 46.0, h: float = 44.0, marked: int = -1) -> None:
    """Draw a wall calendar; ``marked`` numbers the day (0 to 11) with a ring."""
    c.rect(-w / 2, -h / 2, w, h, WHITE, 3)
    c.path(
        f"M{-w / 2} {-h / 2 + 11}V{-h / 2 + 3}Q{-w / 2} {-h / 2} {-w / 2 + 3} {-h / 2}H{w / 2 - 3}"
        f"Q{w / 2} {-h / 2} {w / 2} {-h / 2 + 3}V{-h / 2 + 11}Z",
        CORAL,
    )
    for x in (-w / 4, w / 4):
        c.line(x, -h / 2 - 4, x, -h / 2 + 4)
    for i in range(12):
        x = -w / 2 + w * (i % 4 + 0.5) / 4
        y = -h / 2 + 11 + (h - 11) * (i // 4 + 0.5) / 3
        c.circle(x, y, 1.7, SLATE, None)
        if i == marked:
            c.circle(x, y, 5.4, None, ROSEWOOD, 2.6)


def arrow(c: Canvas, length: float = 30.0, colour: str = SUN, fat: float = 5.0) -> None:
    """Draw a block arrow along +x, centred."""
    x, head = length / 2, fat * 2.2
    c.poly(
        [
            (-x, -fat),
            (x - head, -fat),
            (x - head, -head),
            (x, 0),
            (x - head, head),
            (x - head, fat),
            (-x, fat),
        ],
        colour,
    )


def board(c: Canvas, w: float = 70.0, h: float = 50.0) -> None:
    """Draw a notice board's frame and cork round the origin."""
    c.rect(-w / 2, -h / 2, w, h, "#e9cfa6", 3)


def tick(c: Canvas, colour: str = LEAF, width: float = 4.6) -> None:
    """Draw a small tick round the origin."""
    c.poly([(-6, 0), (-1.6, 5), (7, -6)], None, colour, width, closed=False)


def blanket(c: Canvas, colour: str = BLUSH) -> None:
    """Draw a folded blanket with stripes, 44 by 26."""
    for y in (3, -5, -13):
        c.rect(-22, y, 44, 10, colour, 5)
        c.line(8, y + 5, 14, y + 5, CREAM, 2.4)


def wheelchair_back(c: Canvas, height: float = 70.0) -> None:
    """Draw what shows of a wheelchair behind a bust: backrest and handles, round the shoulders' middle."""
    c.rect(-34, -12, 68, height, "#4a5160", 8)
    for side in (-1, 1):
        c.poly([(side * 38, 20), (side * 38, -16), (side * 46, -16)], None, width=7, closed=False)


def wheelchair_wheel(c: Canvas, r: float = 26.0) -> None:
    """Draw a wheel's upper half, standing on y = 0."""
    c.path(f"M{-r} 0C{-r} {-r * 1.33} {r} {-r * 1.33} {r} 0Z", STONE)
    c.path(f"M{-r + 7} 0C{-r + 7} {-r * 0.98} {r - 7} {-r * 0.98} {r - 7} 0", None)
    for x, y in ((0, -r + 6), (-r * 0.5, -r * 0.56), (r * 0.5, -r * 0.56)):
        c.line(0, -1, x, y, SLATE, 2)
