"""The five areas' pictures and those of the practice."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.face import Look
from tools.drawing.figure import Figure
from tools.drawing.palette import (
    BLUE,
    CORAL,
    CREAM,
    LEAF,
    OAK,
    ROSEWOOD,
    SKY,
    SLATE,
    STONE,
    SUN,
    WHITE,
    WOOD,
)
from tools.drawing.picture import Picture, symbol
from tools.drawing.scenes_more import bus
from tools.drawing.scenes_person import portrait


def area_person(c: Canvas) -> None:
    """Draw the person in the middle, with those who support them around."""
    around = (
        (28, 32, cast.WORKER_LOCS),
        (132, 32, cast.MOTHER),
        (28, 122, cast.FRIEND_BEARD),
        (132, 122, cast.WORKER_TURBAN),
    )
    for x, y, _ in around:
        c.line(80, 78, x, y, SLATE, 4)
    for x, y, look in around:
        portrait(c.at(x, y), look, 42, 48, SKY)
    c.circle(80, 78, 45, CREAM)
    person = Figure(c, cast.CURLS, 80, 62, 32, mood="happy")
    person.bust(110)
    person.arm_down(-1, 110, out=0)
    person.arm_down(1, 110, out=0)


def area_life(c: Canvas) -> None:
    """Draw a bus, a shop and two friends: an ordinary life."""
    c.rect(88, 26, 62, 60, CREAM)
    c.rect(96, 54, 24, 32, SKY)
    c.rect(128, 50, 14, 36, OAK)
    for i in range(4):
        x = 84 + i * 17.5
        c.path(f"M{x} 20H{x + 17.5}V36C{x + 17.5} 44 {x} 44 {x} 36Z", CORAL if i % 2 == 0 else WHITE)
    for look, x, facing in ((cast.LONG, 28, 0.7), (cast.FRIEND_AFRO, 64, -0.7)):
        figure = Figure(c, look, x, 32, 26, facing=facing, mood="happy")
        figure.bust(90)
        figure.arm_down(-1, 90, out=1)
        figure.arm_down(1, 90, out=1)
    bus(c.at(80, 124, 0.86))
    c.line(8, 155, 152, 155, SLATE)


def area_happy(c: Canvas) -> None:
    """Draw a happy person with open arms before the sun."""
    c.circle(80, 62, 46, SUN)
    props.rays(c.at(80, 62), 52, 59, 9, -202, 252)
    person = Figure(c, cast.BOB, 80, 62, 34, mood="happy")
    person.bust()
    person.arm(-1, (22, 84), "palm", turn=-120, elbow=(34, 118))
    person.arm(1, (138, 84), "palm", turn=-60, elbow=(126, 118))


def area_culture(c: Canvas) -> None:
    """Draw people sitting in a circle; one talks, all listen."""
    middle = ((cast.SHAWL, 60, -0.2), (cast.WORKER_BALD, 102, -0.4))
    for look, x, facing in middle:
        c.rect(x - 13, 82, 26, 30, OAK, 3)
        figure = Figure(c, look, x, 52, 20, facing=facing, mood="listen")
        figure.sitting_front(spread=15, drop=44)
        figure.arm(-1, (x - 6, 104), turn=40)
        figure.arm(1, (x + 6, 104), turn=140)
    for look, x, way, mood in ((cast.GINGERY, 24, 1, "talk"), (cast.WORKER_PONY, 136, -1, "listen")):
        c.rect(x - way * 16 - 4, 92, 8, 46, OAK, 2)
        c.rect(x - 15, 120, 30, 8, OAK, 2)
        c.rect(x - way * 16 - 3, 128, 6, 26, OAK, 1)
        figure = Figure(c, look, x, 62, 21, facing=0.8 * way, mood=mood)
        figure.sitting(way=way)
        figure.arm(-way, (x + way * 24, 112), turn=90 - 80 * way)
    props.bubble(c.at(46, 20), 42, 26, -14, 14)
    props.words(c.at(46, 20, 0.9), 2, 24)


def area_leaders(c: Canvas) -> None:
    """Draw the manager leading a meeting with people at a table, a plan on the wall."""
    c.rect(84, 8, 66, 50, WHITE, 3)
    for y in (20, 33, 46):
        props.tick(c.at(97, y, 0.7), LEAF, 4)
        c.line(110, y, 140, y, SLATE)
    manager = Figure(c, cast.MANAGER, 50, 40, 32, facing=0.4, mood="talk")
    manager.bust(140)
    manager.arm_down(-1, 140)
    manager.arm(1, (76, 76), "point", turn=-40, elbow=(84, 98))
    props.wheelchair_back(c.at(128, 120, 0.58), 44)
    for look, x, facing in ((cast.CROP, 26, 0.6), (cast.LONG, 128, -0.8)):
        figure = Figure(c, look, x, 84, 26, facing=facing, mood="smile")
        figure.bust(146)
        figure.arm_down(-1, 146, out=1)
        figure.arm_down(1, 146, out=1)
    c.ellipse(80, 140, 72, 16, WOOD)
    c.at(78, 138, 1, -6).rect(-15, -6, 30, 12, WHITE, 1)


def practice_cup(c: Canvas) -> None:
    """Draw one large cup."""
    props.cup(c.at(72, 114, 4.7), steam=True)


def practice_bus(c: Canvas) -> None:
    """Draw one bus."""
    bus(c.at(80, 80, 1.2))


def _tea(c: Canvas) -> None:
    c.path("M13 -4C22 -8 22 10 12 7", None)
    c.path("M-14 -12H14V4C14 10 10 13 5 13H-5C-10 13 -14 10 -14 4Z", WHITE)
    c.path("M-14 -12H14V-7H-14Z", "#c9803f")
    c.line(-6, -12, -6, 2)
    c.rect(-10, 1, 8, 8, SUN, 1)


def _coffee(c: Canvas) -> None:
    c.path("M-11 -14H11L8 15H-8Z", "#5b3a28")
    c.rect(-13, -19, 26, 7, STONE, 2)
    c.rect(-10.5, -6, 21, 11, CREAM, 1)


def practice_tea(c: Canvas) -> None:
    """Draw a man over three days of a calendar: tea, coffee, tea."""
    man = Look("#e8b78e", "short", "#6b4029", "tee", BLUE, broad=1.04, beard="moustache")
    figure = Figure(c, man, 80, 36, 34, mood="smile")
    figure.bust(90)
    figure.arm_down(-1, 90)
    figure.arm_down(1, 90)
    for i, drink in enumerate((_tea, _coffee, _tea)):
        x = 8 + i * 50
        c.rect(x, 88, 44, 64, PAPERY, 4)
        c.path(f"M{x} 102V92Q{x} 88 {x + 4} 88H{x + 40}Q{x + 44} 88 {x + 44} 92V102Z", CORAL)
        for dx in (12, 32):
            c.line(x + dx, 84, x + dx, 92)
        drink(c.at(x + 21, 129, 0.95))


PAPERY = "#fbf8f1"


def practice_boat(c: Canvas) -> None:
    """Draw a small ship on water; the sailing boat is one of the signs."""
    c.rect(88, 30, 18, 34, ROSEWOOD, 2)
    c.rect(46, 60, 72, 36, CREAM, 4)
    for x in (64, 82, 100):
        c.circle(x, 78, 6, SKY)
    c.path("M10 94H150C146 118 136 132 120 132H40C24 132 14 118 10 94Z", BLUE)
    c.line(26, 108, 134, 108, WHITE, 6)
    wave = [
        (8, 142),
        (26, 136),
        (44, 142),
        (62, 148),
        (80, 142),
        (98, 136),
        (116, 142),
        (134, 148),
        (152, 142),
    ]
    c.curve(wave, None, BLUE, 6)


def boat(c: Canvas) -> None:
    """Draw a sailing boat, about 120 wide, round the origin."""
    c.line(-4, -62, -4, 30)
    c.path("M-10 -58C-34 -40 -46 -10 -48 20H-10Z", CREAM)
    c.path("M2 -50C26 -34 40 -8 44 20H2Z", CORAL)
    c.path("M-60 32H60C54 52 44 60 30 60H-30C-44 60 -54 52 -60 32Z", OAK)
    c.curve(
        [(-70, 66), (-54, 60), (-36, 66), (-18, 72), (0, 66), (18, 60), (36, 66), (54, 72), (70, 66)],
        None,
        BLUE,
        6,
    )


def practice_shut_box(c: Canvas) -> None:
    """Draw a shut cardboard box."""
    c.path("M20 58L80 38L140 58L80 80Z", "#e2bf8c")
    c.path("M20 58V116L80 144V80Z", WOOD)
    c.path("M140 58V116L80 144V80Z", OAK)
    c.path("M66 42.6L80 38L94 42.6L34 63L20 58Z", None, ink=None)
    c.path("M100 44.6L116 50L58 71.4V96L42 88V66Z", CREAM)


def practice_sealed_letter(c: Canvas) -> None:
    """Draw a sealed letter with a round seal."""
    envelope(c.at(80, 82, 1.0))


def envelope(c: Canvas) -> None:
    """Draw a sealed envelope, 128 wide, round the origin."""
    c.rect(-64, -44, 128, 88, CREAM, 6)
    c.line(-60, 40, -16, 2)
    c.line(60, 40, 16, 2)
    c.path("M-61 -42L0 12L61 -42", CREAM)
    c.circle(0, 8, 15, ROSEWOOD)
    c.circle(0, 8, 7, None, width=c.line_width * 0.5)


PICTURES = (
    Picture("area-person", "A person in the middle. People who support them around.", area_person),
    Picture("area-life", "Two friends, a shop and a bus.", area_life),
    Picture("area-happy", "A happy person with open arms in the sun.", area_happy),
    Picture("area-culture", "People sit in a circle. One talks, all listen.", area_culture),
    Picture("area-leaders", "A manager and people at a table with a plan.", area_leaders),
)

PRACTICE = (
    symbol("practice-cup", "A cup.", practice_cup),
    symbol("practice-bus", "A bus.", practice_bus),
    Picture("practice-tea", "A man. Three days: tea, coffee, tea.", practice_tea),
    symbol("practice-boat", "A boat.", practice_boat),
    symbol("practice-shut-box", "A shut box.", practice_shut_box),
    symbol("practice-sealed-letter", "A sealed letter.", practice_sealed_letter),
)
