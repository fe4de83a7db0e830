"""Scenes of the second area: an ordinary life."""

from __future__ import annotations

from dataclasses import replace

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.figure import Figure
from tools.drawing.palette import (
    BLUE,
    CORAL,
    CREAM,
    LEAF,
    LILAC,
    OAK,
    ROSEWOOD,
    SAGE,
    SKY,
    SLATE,
    STONE,
    SUN,
    WHITE,
)
from tools.drawing.picture import Picture


def things_you_enjoy(c: Canvas) -> None:
    """Draw the person painting at an easel, a football at hand."""
    c.line(100, 96, 92, 152, OAK, 5)
    c.line(136, 96, 146, 152, OAK, 5)
    c.rect(88, 30, 62, 66, WHITE, 2)
    c.path("M90 76C102 62 112 66 120 72C130 60 142 62 148 66V94H90Z", SAGE, None)
    c.circle(132, 48, 8, SUN, None)
    c.line(84, 98, 154, 98, OAK, 5)
    person = Figure(c, cast.CURLS, 40, 50, 36, facing=0.9, mood="happy")
    person.bust()
    person.arm_down(-1)
    c.line(84, 94, 106, 66, OAK, 4)
    c.line(102, 71, 106, 66, BLUE, 6)
    person.arm(1, (80, 104), "fist", turn=-40)
    props.football(c.at(104, 138, 1.15))


def friends_in_cafe(c: Canvas) -> None:
    """Draw the person with two friends round a café table."""
    back = Figure(c, cast.CROP, 80, 40, 30, mood="happy")
    back.bust(130)
    for side in (-1, 1):
        back.arm_down(side, 130)
    left = Figure(c, cast.FRIEND_AFRO, 34, 58, 32, facing=0.8, mood="happy")
    left.bust(140)
    left.arm_down(1, 140)
    right = Figure(c, cast.FRIEND_BEARD, 126, 58, 32, facing=-0.8, mood="talk")
    right.bust(140)
    right.arm_down(-1, 140)
    c.ellipse(80, 136, 68, 20, CREAM)
    for x, flip, colour in ((58, True, CORAL), (102, False, BLUE)):
        props.cup(c.at(x, 128, 0.9, flip=flip), colour)
    c.ellipse(80, 140, 17, 6, WHITE)
    c.path("M70 138L82 126L92 138Z", SUN)
    left.arm(-1, (36, 130), turn=-8)
    right.arm(1, (124, 130), turn=188)


def day_board(c: Canvas) -> None:
    """Draw the person putting a card on a board of the day: morning, noon, night."""
    props.board(c.at(106, 66), 94, 108)
    for i in range(3):
        y = 31 + i * 35
        c.rect(68, y - 14, 50, 29, WHITE, 3)
    fine = c.at(0, 0, line=2.4)
    fine.path("M127 36C127 26 143 26 143 36Z", SUN)
    fine.line(123, 36, 147, 36)
    fine.circle(135, 66, 8, SUN)
    props.rays(fine.at(135, 66), 11.5, 13.5)
    fine.path("M138 91C128 89 124 99 129 105C132 109 138 109 141 106C134 105 133 96 138 91Z", LILAC)
    props.cup(c.at(93, 32, 1.0), steam=False)
    props.football(c.at(98, 66, 0.82))
    fine.rect(80, 92, 26, 16, BLUE, 3)
    for x in (87, 99):
        fine.circle(x, 109, 3.6, STONE)
    person = Figure(c, cast.SHAWL, 32, 74, 32, facing=0.8)
    person.bust()
    person.arm_down(-1)
    person.arm(1, (66, 84), "flat", turn=-34)


def coat_open_door(c: Canvas) -> None:
    """Draw the person in a coat going out through an open door."""
    props.open_door(c.at(112, 142, 1.05))
    coat = replace(cast.CROP, top="cardigan", colour=BLUE, accent=cast.CROP.colour)
    person = Figure(c, coat, 40, 18, 21, facing=0.8, mood="happy")
    person.walking(36)
    person.hanging(-1)
    person.arm(1, (68, 62), "flat", turn=-30)


def bored_by_clock(c: Canvas) -> None:
    """Draw the person slumped at an empty table under a clock."""
    props.clock(c.at(122, 40, 1.3), 20)
    person = Figure(c, cast.GINGERY, 62, 70, 38, facing=0.3, mood="bored", tilt=14, lean=6)
    person.bust(146)
    props.counter(c, 126)
    person.arm(-1, (36, 128), turn=10)
    person.arm(1, (80, 104), "fist", turn=-105, elbow=(94, 130))


def swimming_class(c: Canvas) -> None:
    """Draw the person in a pool with a float, a worker in the water helping."""
    swimmer = replace(cast.BOB, top="tee", hair="crop", hair_colour=BLUE)
    person = Figure(c, swimmer, 36, 62, 32, facing=0.7, mood="happy")
    worker = Figure(c, replace(cast.WORKER_SHORT, top="tee"), 124, 56, 32, facing=-0.7, mood="talk")
    worker.bust(124)
    person.bust(124)
    worker.arm_down(1, 124)
    person.arm_down(-1, 124)
    wave = (
        "M4 122C14 116 24 116 34 122C44 128 54 128 64 122C74 116 84 116 94 122C104 128 114 128 124 122"
        "C134 116 146 116 156 122"
    )
    c.path(wave + "V156H4Z", SKY)
    c.rect(60, 108, 42, 20, CORAL, 9)
    person.arm(1, (58, 118), turn=-10, elbow=(52, 126))
    worker.arm(-1, (104, 116), turn=186, elbow=(112, 124))
    c.curve([(16, 138), (28, 133), (40, 138), (52, 143), (64, 138)], ink=BLUE)
    c.curve([(92, 142), (104, 137), (116, 142), (128, 147), (140, 142)], ink=BLUE)


def chopping_vegetables(c: Canvas) -> None:
    """Draw the person cutting carrots in the kitchen, a pan beside."""
    person = Figure(c, cast.GREYING, 66, 44, 36, facing=0.4, mood="read", tilt=4)
    person.bust(140)
    props.counter(c, 118, colour=STONE)
    c.line(146, 104, 156, 100)
    c.path("M108 98H146V112C146 120 140 122 134 122H120C114 122 108 120 108 112Z", SLATE)
    c.ellipse(127, 98, 19, 5, LEAF)
    c.rect(26, 126, 78, 16, OAK, 4)
    for x in (80, 88, 96):
        c.circle(x, 130, 4.4, CORAL)
    c.path("M40 126C38 132 40 134 46 134L70 131L70 127Z", CORAL)
    c.path("M41 128L30 121M41 130L28 130", None, LEAF, 4)
    c.path("M66 108L84 124L72 132Z", WHITE)
    person.arm(-1, (38, 118), turn=40)
    person.arm(1, (74, 108), "fist", turn=150)


def choosing_at_shop(c: Canvas) -> None:
    """Draw the person at a shop's shelf, purse in one hand, taking a thing with the other."""
    for y in (50, 92, 134):
        c.rect(84, y, 72, 7, OAK, 2)
    c.rect(90, 24, 16, 26, CORAL, 2)
    c.rect(112, 30, 14, 20, SAGE, 2)
    c.rect(133, 22, 16, 28, LILAC, 4)
    c.path("M94 92V74L98 66H104L108 74V92Z", BLUE)
    c.rect(116, 72, 15, 20, SUN, 3)
    c.rect(138, 68, 14, 24, ROSEWOOD, 2)
    for x in (100, 119, 138):
        c.circle(x, 124, 9, LEAF if x == 119 else CORAL)
    props.wheelchair_back(c.at(42, 96, 0.8))
    person = Figure(c, cast.LONG, 42, 58, 34, facing=0.8, mood="smile")
    person.bust()
    props.wheelchair_wheel(c.at(31, 156))
    c.rect(52, 118, 30, 20, ROSEWOOD, 4)
    c.path("M52 124H82", None)
    c.circle(67, 124, 2.4, SUN)
    person.arm(-1, (48, 130), turn=-10)
    person.arm(1, (88, 88), "flat", turn=-16)


PICTURES = (
    Picture("things-you-enjoy", "A person paints a picture. A football is near.", things_you_enjoy),
    Picture("friends-in-cafe", "Three friends sit together in a café.", friends_in_cafe),
    Picture("day-board", "A person puts a card on a board for the day.", day_board),
    Picture("coat-open-door", "A person in a coat goes out of an open door.", coat_open_door),
    Picture("bored-by-clock", "A bored person sits at a table near a clock.", bored_by_clock),
    Picture("swimming-class", "A person tries swimming. A worker helps in the water.", swimming_class),
    Picture("chopping-vegetables", "A person chops vegetables in a kitchen.", chopping_vegetables),
    Picture("choosing-at-shop", "A person with a purse takes something from a shelf.", choosing_at_shop),
)
