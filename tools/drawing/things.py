"""The picture board of "Tell us more": places, things and times."""

from __future__ import annotations

from tools.drawing import props
from tools.drawing.canvas import Canvas
from tools.drawing.palette import (
    BLUE,
    CORAL,
    CREAM,
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
from tools.drawing.picture import Picture, symbol


def _home(c: Canvas) -> None:
    props.house(c.at(80, 84, 2.4))
    c.rect(102, 82, 18, 20, SKY)


def _my_room(c: Canvas) -> None:
    c.rect(10, 44, 12, 100, OAK, 3)
    c.rect(20, 96, 130, 30, WHITE, 4)
    c.rect(26, 74, 40, 24, CREAM, 8)
    c.path("M62 94C62 82 70 80 80 80H140Q150 80 150 92V124H62Z", BLUE)
    c.rect(138, 124, 12, 20, OAK, 2)
    props.window(c.at(108, 36), 44, 40, night=True)


def _bathroom(c: Canvas) -> None:
    c.path("M128 82V40C128 20 98 20 98 40", None, width=8)
    c.path("M18 84H142V96C142 124 128 134 108 134H52C32 134 18 124 18 96Z", WHITE)
    c.rect(10, 76, 140, 14, STONE, 6)
    for x in (44, 116):
        c.line(x, 136, x, 146, width=9)
    for x, y, r in ((46, 60, 10), (66, 64, 7), (34, 68, 6)):
        c.circle(x, y, r, SKY)


def _kitchen(c: Canvas) -> None:
    c.rect(24, 62, 112, 88, STONE, 4)
    c.rect(38, 92, 84, 46, "#3a3f4c", 4)
    for x in (42, 66, 94, 118):
        c.circle(x, 77, 5, WHITE)
    c.path("M52 30H108V54Q108 62 100 62H60Q52 62 52 54Z", SLATE)
    c.line(108, 38, 138, 38, width=8)
    c.curve([(70, 24), (66, 17), (72, 10)], None)
    c.curve([(90, 24), (86, 17), (92, 10)], None)


def _outside(c: Canvas) -> None:
    c.circle(128, 34, 17, SUN)
    c.path("M8 120C40 96 110 96 152 116V152H8Z", SAGE)
    c.path("M70 152L92 108L102 107L112 152Z", CREAM)
    c.rect(36, 84, 12, 40, OAK)
    for x, y, r in ((28, 74, 20), (56, 74, 20), (42, 52, 24)):
        c.circle(x, y, r, LEAF)
    c.circle(42, 66, 19, LEAF, None)


def _work(c: Canvas) -> None:
    c.path("M58 48V34Q58 26 66 26H94Q102 26 102 34V48", None, width=8)
    c.rect(14, 48, 132, 86, WOOD, 10)
    c.path("M14 86C50 102 110 102 146 86", None)
    c.rect(70, 86, 20, 18, SUN, 3)


def _shop(c: Canvas) -> None:
    c.rect(20, 52, 120, 96, CREAM)
    c.rect(32, 78, 54, 44, SKY)
    c.rect(98, 78, 30, 70, OAK)
    for i in range(5):
        x = 10 + i * 28
        c.path(f"M{x} 22H{x + 28}V50C{x + 28} 66 {x} 66 {x} 50Z", CORAL if i % 2 == 0 else WHITE)


def _food(c: Canvas) -> None:
    c.circle(80, 82, 46, WHITE)
    c.circle(80, 82, 30, PAPER)
    for x, y in ((66, 70), (78, 64), (72, 80)):
        c.circle(x, y, 7, LEAF)
    c.path("M88 66L106 76L92 92Z", CORAL)
    c.blob([(62, 94), (74, 88), (92, 96), (84, 106), (68, 104)], SUN)
    c.path("M14 30V58C14 66 28 66 28 58V30M21 30V134", None, width=7)
    c.path("M140 134V30C150 34 154 62 150 80H140", None, width=7)


def _money(c: Canvas) -> None:
    c.at(80, 66, 1, -8).rect(-62, -34, 124, 68, "#a9c69c", 5)
    c.at(80, 66, 1, -8).circle(0, 0, 19, PAPER)
    for x, y in ((44, 124), (74, 130), (108, 122)):
        c.circle(x, y, 19, SUN)
        c.circle(x, y, 11, None, width=3)


def _phone(c: Canvas) -> None:
    c.rect(42, 10, 76, 140, "#3a3f4c", 12)
    c.rect(51, 28, 58, 92, SKY, 3)
    c.circle(80, 135, 5, WHITE, None)


def _clothes(c: Canvas) -> None:
    props.shirt(c.at(52, 56, 1.9), CORAL)
    c.path("M92 72H142L150 150H126L118 104L110 150H86Z", BLUE)


def _medicine(c: Canvas) -> None:
    c.rect(28, 18, 60, 24, WHITE, 5)
    c.rect(22, 42, 72, 106, CORAL, 10)
    c.rect(22, 70, 72, 48, WHITE)
    c.path("M58 80V108M44 94H72", None, ROSEWOOD, 8)
    pill = c.at(124, 116, 1, -38)
    pill.rect(-28, -13, 56, 26, WHITE, 13)
    pill.path("M0 -13H15Q28 -13 28 0Q28 13 15 13H0Z", SUN)
    c.circle(126, 64, 13, WHITE)
    c.line(119, 64, 133, 64)


def _glass(c: Canvas, level: float, up: bool) -> None:
    c.path(f"M{18 + (level - 30) * 0.09:.1f} {level}H{98 - (level - 30) * 0.09:.1f}L88 146H28Z", SKY)
    c.path("M16 26L28 146H88L100 26", None, width=7)
    arrow = c.at(130, 84, 1, -90 if up else 90)
    props.arrow(arrow, 84, SUN, 9)


def _more(c: Canvas) -> None:
    _glass(c, 42, True)


def _less(c: Canvas) -> None:
    _glass(c, 116, False)


def _time(c: Canvas) -> None:
    props.clock(c.at(80, 80), 66)


def _now(c: Canvas) -> None:
    for y in (4, 112):
        c.rect(58, y, 44, 44, OAK, 6)
    c.circle(80, 80, 46, PAPER)
    c.line(80, 80, 80, 52, width=7)
    c.line(80, 80, 98, 92, width=7)
    c.rect(126, 74, 10, 12, STONE, 2)


def _morning(c: Canvas) -> None:
    c.path("M36 104C36 44 124 44 124 104Z", SUN)
    props.rays(c.at(80, 100), 58, 70, 7, -180, 210)
    c.line(8, 104, 152, 104, width=7)
    props.arrow(c.at(80, 132, 1, -90), 36, CORAL, 6)


def _night(c: Canvas) -> None:
    c.rect(10, 10, 140, 140, "#46557a", 14)
    c.path("M96 34C56 30 38 70 62 98C84 122 114 112 122 92C88 102 72 66 96 34Z", CREAM)
    for x, y in ((120, 46), (36, 44), (40, 120)):
        c.circle(x, y, 4, CREAM, None)


def _week(c: Canvas, marked: tuple[int, ...]) -> None:
    c.rect(10, 20, 140, 128, WHITE, 8)
    c.path("M10 50V28Q10 20 18 20H142Q150 20 150 28V50Z", CORAL)
    for x in (44, 116):
        c.line(x, 10, x, 32, width=7)
    for i in range(12):
        x, y = 32 + i % 4 * 32, 70 + i // 4 * 29
        if i in marked:
            props.tick(c.at(x, y, 1.25), LEAF, 7)
        else:
            c.circle(x, y, 4, SLATE, None)


def _every_day(c: Canvas) -> None:
    _week(c, tuple(range(12)))


def _some_days(c: Canvas) -> None:
    _week(c, (1, 4, 6, 11))


def _before(c: Canvas) -> None:
    c.path("M36 42C56 14 100 12 124 38C150 66 144 112 112 132C78 152 32 136 22 98", None, width=11)
    c.poly([(20, 22), (28, 56), (60, 46)], INK, INK, 6)
    c.poly([(80, 48), (80, 82), (102, 96)], None, width=11, closed=False)


_THINGS = (
    ("home", "A house.", _home),
    ("my-room", "A bed in a room.", _my_room),
    ("bathroom", "A bath.", _bathroom),
    ("kitchen", "A pot on a cooker.", _kitchen),
    ("outside", "A tree, a path and the sun.", _outside),
    ("work", "A work bag.", _work),
    ("shop", "A shop.", _shop),
    ("food", "A plate of food with knife and fork.", _food),
    ("money", "A bank note and coins.", _money),
    ("phone", "A mobile phone.", _phone),
    ("clothes", "A shirt and trousers.", _clothes),
    ("medicine", "A medicine bottle and pills.", _medicine),
    ("more", "A full glass. An arrow points up.", _more),
    ("less", "A glass nearly empty. An arrow points down.", _less),
    ("time", "A clock.", _time),
    ("now", "A watch.", _now),
    ("morning", "The sun comes up.", _morning),
    ("night", "The moon and stars.", _night),
    ("every-day", "A calendar. Every day has a tick.", _every_day),
    ("some-days", "A calendar. Some days have a tick.", _some_days),
    ("before", "A clock with an arrow that goes back.", _before),
)

PICTURES: tuple[Picture, ...] = tuple(symbol(name, alt, draw) for name, alt, draw in _THINGS)
