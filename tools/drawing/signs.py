"""Neutral adult things; a person picks two of them as their own sign."""

from __future__ import annotations

from tools.drawing import props
from tools.drawing.areas import boat
from tools.drawing.canvas import Canvas
from tools.drawing.palette import (
    BLUE,
    CORAL,
    CREAM,
    INK,
    LEAF,
    LILAC,
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
from tools.drawing.picture import Picture, symbol
from tools.drawing.scenes_more import teapot


def _boat(c: Canvas) -> None:
    boat(c.at(80, 74))


def _key(c: Canvas) -> None:
    key = c.at(80, 80, 3.0, -40)
    key.path("M-4 -4H26V9H20V4H15V7H9V4H-4Z", SUN)
    key.circle(-13, 0, 12, SUN)
    key.circle(-15, 0, 4, WHITE)


def _tree(c: Canvas) -> None:
    c.path("M70 96L66 150H94L90 96Z", OAK)
    for x, y, r in ((50, 76, 30), (110, 76, 30), (80, 46, 36)):
        c.circle(x, y, r, LEAF)
    c.blob([(40, 80), (60, 50), (80, 30), (100, 50), (120, 80), (80, 100)], LEAF, None)


def _sun(c: Canvas) -> None:
    c.circle(80, 80, 36, SUN)
    props.rays(c.at(80, 80), 50, 66, 12)


def _umbrella(c: Canvas) -> None:
    c.path("M80 76V126C80 146 108 146 108 128", None, width=9)
    c.path("M12 82C12 2 148 2 148 82C138 70 116 70 104 82C96 70 64 70 56 82C44 70 22 70 12 82Z", BLUE)
    c.path("M56 82C58 50 68 30 80 22C92 30 102 50 104 82", None)
    c.line(80, 14, 80, 22)


def _bicycle(c: Canvas) -> None:
    for x in (38, 122):
        c.circle(x, 104, 29, None, width=7)
    frame = "M38 104L64 60H108L122 104M64 60L80 104H38M80 104L108 60L102 42H120"
    for part in frame.split("M")[1:]:
        c.path("M" + part, None, INK, 13)
    for part in frame.split("M")[1:]:
        c.path("M" + part, None, CORAL, 6)
    c.line(62, 54, 58, 46, width=7)
    c.line(46, 44, 70, 44, width=9)
    c.path("M100 38H120C128 38 128 50 120 50", None, width=7)
    c.circle(80, 104, 7, STONE)


def _fish(c: Canvas) -> None:
    c.path("M104 80L146 46C138 70 138 90 146 114Z", CORAL)
    c.path("M14 82C30 40 86 34 116 80C86 126 30 122 14 82Z", CORAL)
    c.curve([(60, 54), (70, 82), (60, 108)])
    c.circle(38, 76, 4.4, INK, None)
    c.path("M78 82C90 76 90 94 78 90", None)


def _bird(c: Canvas) -> None:
    c.path("M130 64L152 72L130 80Z", SUN)
    c.path("M10 112L46 84C56 40 84 24 112 32C140 40 142 78 126 100C104 130 60 132 36 110Z", BLUE)
    c.path("M46 84C70 66 96 78 98 104C76 112 54 104 46 84Z", SKY)
    c.circle(112, 58, 5, INK, None)
    for x in (76, 96):
        c.line(x, 122, x, 146, OAK, 6)
        c.line(x, 146, x + 12, 148, OAK, 6)


def _leaf(c: Canvas) -> None:
    c.path("M26 134C10 60 60 16 140 22C146 100 100 150 26 134Z", SAGE)
    c.line(12, 148, 104, 56)
    for x, y, ex, ey in ((50, 110, 54, 76), (50, 110, 86, 108), (76, 84, 80, 52), (76, 84, 108, 82)):
        c.line(x, y, ex, ey)


def _moon(c: Canvas) -> None:
    c.path("M104 16C34 10 0 84 44 128C80 162 132 142 144 104C82 124 52 60 104 16Z", LILAC)


def _train(c: Canvas) -> None:
    c.path("M36 130L20 150M124 130L140 150", None)
    c.path("M34 120V46C34 18 126 18 126 46V120Q126 132 114 132H46Q34 132 34 120Z", ROSEWOOD)
    c.rect(46, 44, 68, 36, SKY, 6)
    c.line(80, 44, 80, 80)
    for x in (54, 106):
        c.circle(x, 106, 8, SUN)
    c.line(70, 106, 90, 106)


def _guitar(c: Canvas) -> None:
    guitar = c.at(80, 80, 1, 40)
    guitar.rect(-7, -82, 14, 92, OAK)
    guitar.path("M-12 -88H12V-66H-12Z", WOOD)
    guitar.path("M-22 8C-26 -8 26 -8 22 8C20 18 36 24 36 44C36 74 -36 74 -36 44C-36 24 -20 18 -22 8Z", SUN)
    guitar.circle(0, 28, 10, OAK)
    guitar.line(-11, 52, 11, 52)
    guitar.line(0, -66, 0, 50, width=2.4)


def _book(c: Canvas) -> None:
    c.path(
        "M80 40C60 24 32 24 12 32V132C32 124 60 124 80 140C100 124 128 124 148 132V32C128 24 100 24 80 40Z",
        PAPER,
    )
    c.line(80, 40, 80, 140)
    for y in (56, 76, 96):
        c.curve([(28, y), (46, y - 2), (64, y + 5)], None, SLATE, 4)
        c.curve([(132, y), (114, y - 2), (96, y + 5)], None, SLATE, 4)


def _clock(c: Canvas) -> None:
    c.circle(80, 80, 66, PAPER)
    for i in range(12):
        tick = c.at(80, 80, 1, i * 30)
        tick.line(0, -55, 0, -50 if i % 3 else -46)
    c.line(80, 80, 80, 42, width=7)
    c.line(80, 80, 106, 94, width=7)
    c.circle(80, 80, 4, INK)


def _mountain(c: Canvas) -> None:
    c.path("M76 132L112 52L152 132Z", SLATE)
    c.path("M8 132L62 26L118 132Z", SAGE)
    c.path("M62 26L42 66L54 60L64 72L74 58L83 66Z", WHITE)
    c.circle(132, 34, 14, SUN)


def _flower(c: Canvas) -> None:
    c.line(80, 84, 80, 150, LEAF, 8)
    c.path("M80 132C92 104 116 106 124 108C120 128 100 138 80 132Z", LEAF)
    for i in range(6):
        c.at(80, 58, 1, i * 60).ellipse(0, -28, 16, 20, CORAL)
    c.circle(80, 58, 17, SUN)


def _teapot(c: Canvas) -> None:
    teapot(c.at(80, 82, 1.3))


def _ladder(c: Canvas) -> None:
    for y in (34, 60, 86, 112, 136):
        c.line(52, y, 108, y, OAK, 9)
    c.path("M52 10L40 150M108 10L120 150", None, INK, 15)
    c.path("M52 10L40 150M108 10L120 150", None, WOOD, 7)


def _anchor(c: Canvas) -> None:
    path = "M80 38V136M52 58H108M22 92C24 150 136 150 138 92"
    c.path(path, None, INK, 20)
    c.path(path, None, BLUE, 10)
    c.poly([(22, 78), (38, 104), (8, 104)], BLUE)
    c.poly([(138, 78), (152, 104), (122, 104)], BLUE)
    c.circle(80, 26, 14, BLUE)
    c.circle(80, 26, 5, WHITE)


def _bridge(c: Canvas) -> None:
    c.path("M8 80C40 40 120 40 152 80V124H128C126 84 96 84 94 124H66C64 84 34 84 32 124H8Z", STONE)
    c.curve([(8, 80), (44, 56), (80, 50), (116, 56), (152, 80)])
    c.curve([(8, 138), (30, 132), (54, 138), (80, 144), (106, 138), (130, 132), (152, 138)], None, BLUE, 6)


def _candle(c: Canvas) -> None:
    c.path("M80 14C96 32 98 52 80 56C62 52 64 32 80 14Z", SUN)
    c.line(80, 52, 80, 66)
    c.rect(60, 66, 40, 62, CREAM, 4)
    c.path("M60 76C66 76 68 90 72 90C76 90 76 74 84 74", None)
    c.path("M34 128H126C124 146 36 146 34 128Z", OAK)


def _shell(c: Canvas) -> None:
    c.path("M62 124L52 144H108L98 124Z", CORAL)
    c.path(
        "M80 130C40 130 4 84 26 46C34 30 48 34 52 26C62 12 74 22 80 16C86 22 98 12 108 26"
        "C112 34 126 30 134 46C156 84 120 130 80 130Z",
        "#f0c9bb",
    )
    for x, y in ((34, 50), (56, 34), (80, 28), (104, 34), (126, 50)):
        c.line(80 + (x - 80) * 0.16, 118, x, y)


def _drum(c: Canvas) -> None:
    c.path("M22 58V116C22 142 138 142 138 116V58Z", ROSEWOOD)
    c.path("M22 66L41 128L60 78L80 134L100 78L119 128L138 66", None, SUN, 5)
    c.ellipse(80, 58, 58, 20, PAPER)
    c.line(20, 14, 74, 52, OAK, 8)
    c.line(140, 14, 90, 50, OAK, 8)


def _kite(c: Canvas) -> None:
    c.curve([(84, 106), (72, 120), (92, 132), (70, 150)], None, SLATE)
    kite = c.at(86, 58, 1, 14)
    kite.poly([(0, -50), (42, -8), (0, 50), (-42, -8)], CORAL)
    kite.poly([(0, -50), (42, -8), (0, -8)], SUN)
    kite.poly([(-42, -8), (0, -8), (0, 50)], SKY)


_SIGNS = (
    ("boat", _boat),
    ("key", _key),
    ("tree", _tree),
    ("sun", _sun),
    ("umbrella", _umbrella),
    ("bicycle", _bicycle),
    ("fish", _fish),
    ("bird", _bird),
    ("leaf", _leaf),
    ("moon", _moon),
    ("train", _train),
    ("guitar", _guitar),
    ("book", _book),
    ("clock", _clock),
    ("mountain", _mountain),
    ("flower", _flower),
    ("teapot", _teapot),
    ("ladder", _ladder),
    ("anchor", _anchor),
    ("bridge", _bridge),
    ("candle", _candle),
    ("shell", _shell),
    ("drum", _drum),
    ("kite", _kite),
)


def _alt(name: str) -> str:
    return f"{'An' if name[0] in 'aeiou' else 'A'} {name}."


PICTURES: tuple[Picture, ...] = tuple(symbol(f"sign-{name}", _alt(name), draw) for name, draw in _SIGNS)
