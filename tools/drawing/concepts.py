"""Ideas for which the free picture set is weak, and plain pictures for harm: clear, never lurid."""

from __future__ import annotations

import math

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.figure import Figure, hand_tubes
from tools.drawing.geometry import Point, along
from tools.drawing.palette import (
    BLUE,
    CREAM,
    INK,
    LEAF,
    OAK,
    ROSEWOOD,
    SKY,
    SLATE,
    STONE,
    SUN,
    WHITE,
)
from tools.drawing.picture import Picture

_GREY_SLEEVE = "#7d7f88"
_GREY_HAND = "#e8b78e"


def support(c: Canvas) -> None:
    """Draw a worker and the person side by side, carrying a shopping box together."""
    worker = Figure(c, cast.WORKER_LOCS, 116, 48, 35, facing=-0.6, mood="smile")
    worker.bust()
    person = Figure(c, cast.GREYING, 44, 50, 35, facing=0.6, mood="happy")
    person.bust()
    person.arm_down(1, out=0)
    worker.arm_down(-1, out=0)
    props_box(c.at(80, 122))
    person.arm(-1, (42, 132), "flat", turn=-10)
    worker.arm(1, (118, 132), "flat", turn=190)


def props_box(c: Canvas) -> None:
    """Draw a box of shopping round the origin, 60 wide."""
    c.circle(-12, -18, 9, ROSEWOOD)
    c.rect(2, -34, 13, 24, SUN, 2)
    c.path("M-28 -12C-34 -30 -24 -34 -22 -14", LEAF)
    c.rect(-30, -12, 60, 38, "#e2bf8c", 3)


def choice(c: Canvas) -> None:
    """Draw the person pointing at one of two cards."""
    person = Figure(c, cast.BOB, 76, 38, 36, facing=0.4, mood="think")
    person.bust(130)
    person.arm_down(-1, 130)
    props.counter(c, 100)
    for x, content in ((46, "cup"), (114, "ball")):
        props.picture_card(c.at(x, 128, 1.2), content)
    person.arm(1, (106, 88), "point", turn=66)


def staff_support(c: Canvas) -> None:
    """Draw a worker with open hands: how may I help?"""
    worker = Figure(c, cast.WORKER_SHORT, 80, 48, 40, mood="smile")
    worker.bust()
    worker.arm(-1, (40, 116), "palm", turn=200, thumb=1, elbow=(38, 128))
    worker.arm(1, (120, 116), "palm", turn=-20, thumb=-1, elbow=(122, 128))


def privacy(c: Canvas) -> None:
    """Draw a shut door with a crossed-out eye: nobody looks in."""
    props.door(c.at(80, 152, 1.3), 62, 106, BLUE)
    c.circle(80, 62, 34, WHITE)
    c.path("M54 62C66 44 94 44 106 62C94 80 66 80 54 62Z", SKY)
    c.circle(80, 62, 7, INK)
    c.line(58, 86, 102, 38, ROSEWOOD, 7)


def rights(c: Canvas) -> None:
    """Draw the person holding up a paper with a seal: these are my rights."""
    person = Figure(c, cast.CROP, 50, 58, 38, facing=0.5, mood="happy")
    person.bust()
    person.arm_down(-1)
    c.rect(92, 14, 58, 78, WHITE, 3)
    for y in (30, 46, 62):
        props.tick(c.at(104, y, 0.7), LEAF, 4)
        c.line(116, y, 140, y, SLATE)
    c.poly([(130, 84), (126, 106), (135, 100), (144, 106), (140, 84)], ROSEWOOD)
    c.circle(135, 80, 11, SUN)
    person.arm(1, (100, 100), "fist", turn=-80, elbow=(98, 136))


def feeling_safe(c: Canvas) -> None:
    """Draw the person at ease under the roof of a house."""
    c.path("M22 72V154H138V72", CREAM)
    c.path("M6 80L80 10L154 80", None, INK, 13)
    c.path("M6 80L80 10L154 80", None, ROSEWOOD, 7)
    person = Figure(c, cast.SHAWL, 80, 76, 34, mood="rest")
    person.bust(154)
    person.arm(-1, (72, 134), "flat", turn=-30)
    person.arm(1, (90, 138), "flat", turn=212)


def decide_together(c: Canvas) -> None:
    """Draw the person and a worker putting their hands on the same card."""
    person = Figure(c, cast.GINGERY, 38, 46, 34, facing=0.8, mood="happy")
    worker = Figure(c, cast.WORKER_PONY, 122, 46, 34, facing=-0.8, mood="smile")
    for figure in (person, worker):
        figure.bust(140)
    person.arm_down(1, 140)
    worker.arm_down(-1, 140)
    props.counter(c, 118)
    c.rect(56, 82, 48, 58, WHITE, 4)
    props.tick(c.at(80, 110, 2.2), LEAF, 9)
    person.arm(-1, (40, 124), "flat", turn=-10)
    worker.arm(1, (120, 124), "flat", turn=190)


def manager_listens(c: Canvas) -> None:
    """Draw the manager, hand behind the ear, turned to the person who talks."""
    person = Figure(c, cast.LONG, 38, 62, 36, facing=0.9, mood="talk")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (46, 128), "palm", turn=-30)
    manager = Figure(c, cast.MANAGER_OLDER, 120, 56, 37, facing=-0.5, mood="smile", tilt=-6)
    manager.bust()
    manager.arm_down(1)
    manager.arm(-1, (98, 80), "flat", turn=-82, elbow=(84, 120), thumb=1)
    for r in (7, 14, 21):
        c.curve([(60 + r, 48 - r * 0.8), (64 + r * 1.1, 48), (60 + r, 48 + r * 0.8)], None, SLATE, 4)


def easy_to_understand(c: Canvas) -> None:
    """Draw a booklet: a picture on the left, few large words on the right."""
    c.path(
        "M80 34C60 22 30 22 10 30V134C30 126 60 126 80 138C100 126 130 126 150 134V30C130 22 100 22 80 34Z",
        WHITE,
    )
    c.line(80, 34, 80, 138)
    c.rect(22, 50, 46, 48, SKY, 3)
    props.cup(c.at(44, 80, 1.3))
    for y, end in ((58, 138), (78, 126), (98, 134)):
        c.line(94, y, end, y, SLATE, 6)


def back_of_head(figure: Figure) -> None:
    """Turn a drawn bust away from us: hair over the face."""
    head = figure._head_frame()
    colour = figure.look.hair_colour
    head.path(
        "M-14.6 6C-18 -14 -11 -23 0 -23C11 -23 18 -14 14.6 6C12 14 6 17 0 17C-6 17 -12 14 -14.6 6Z", colour
    )


def _grey_arm(c: Canvas, points: list[Point], turn: float, kind: str = "fist") -> None:
    """Draw an arm that reaches in from the edge, its owner unseen."""
    from_x, from_y = points[-1]
    c.at(from_x, from_y, 1.05, turn).tubes(hand_tubes(kind, -1), _GREY_HAND)
    c.poly(points, None, INK, 19, closed=False, cap="butt")
    inner = [_short(points[1], points[0]), *points[1:-1], _short(points[-2], points[-1])]
    c.poly(inner, None, _GREY_SLEEVE, 13, closed=False, cap="butt")


def _short(start: Point, end: Point) -> Point:
    """Return the end of a line, three units before its end."""
    return along(end, start, 3 / max(math.dist(start, end), 3.0))


def harm_hit(c: Canvas) -> None:
    """Draw a fist that strikes the person's arm."""
    person = Figure(c, cast.CURLS, 104, 56, 38, facing=0.5, mood="scared", tilt=10, lean=4)
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    burst = c.at(66, 106)
    burst.poly(
        [(-4, -22), (2, -8), (16, -12), (8, 0), (16, 12), (2, 8), (-4, 22), (-8, 8), (-20, 0), (-8, -8)], SUN
    )
    _grey_arm(c, [(6, 106), (38, 106)], 0)


def harm_shout(c: Canvas) -> None:
    """Draw somebody shouting at the person."""
    other = Figure(c, cast.STRANGER, 42, 64, 37, facing=1.0, mood="shout", lean=4)
    other.bust()
    other.arm_down(-1)
    other.arm_down(1)
    person = Figure(c, cast.CROP, 124, 78, 33, facing=0.6, mood="sad", tilt=8)
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    props.jagged(c.at(96, 36, 1.2, flip=True), (36, 22))
    for x in (83, 96, 109):
        c.line(x, 27, x, 37, ROSEWOOD, 5)
        c.circle(x, 46, 2.6, ROSEWOOD, None)


def harm_scared(c: Canvas) -> None:
    """Draw the scared person, arms close round the body."""
    person = Figure(c, cast.BOB, 80, 58, 42, mood="scared")
    person.bust()
    person.arm(-1, (86, 118), "flat", turn=-20)
    person.arm(1, (70, 126), "flat", turn=200)


def harm_hurt(c: Canvas) -> None:
    """Draw the person with an arm in a sling and a plaster on the forehead."""
    person = Figure(c, cast.GINGERY, 80, 56, 42, facing=0.2, mood="sad")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (66, 126), "mitt", turn=-4)
    c.path("M34 120C40 108 84 104 94 112C98 128 88 142 64 142C46 142 36 136 34 120Z", WHITE)
    for x1, y1, x2, y2 in ((96, 92, 91, 114), (60, 92, 44, 114)):
        c.line(x1, y1, x2, y2, INK, 10)
        c.line(x1, y1, x2, y2, WHITE, 4.4)
    c.at(89, 45, 1, -14).rect(-8, -3.5, 16, 7, "#f0d3b0", 3, width=2)


def harm_money_taken(c: Canvas) -> None:
    """Draw a strange hand that takes a note from the person's purse."""
    person = Figure(c, cast.LONG, 108, 52, 37, facing=-0.7, mood="worried")
    person.bust()
    person.arm_down(1)
    c.at(58, 98, 1, -12).rect(-15, -22, 30, 40, "#a9c69c", 2)
    c.at(58, 98, 1, -12).circle(0, -6, 6, None, width=2.4)
    c.rect(44, 108, 50, 34, ROSEWOOD, 6)
    c.line(44, 120, 94, 120)
    c.circle(69, 122, 4, SUN)
    person.arm(-1, (96, 132), "fist", turn=180, elbow=(84, 138))
    _grey_arm(c, [(6, 66), (34, 78)], 24, "point")


def harm_locked_in(c: Canvas) -> None:
    """Draw the person behind a door's window, a padlock outside."""
    c.rect(22, 6, 116, 148, STONE, 3)
    c.rect(32, 16, 96, 138, OAK)
    c.rect(44, 28, 72, 66, SKY, 3)
    person = Figure(c, cast.CROP, 80, 60, 36, mood="sad")
    person.bust(92)
    c.path("M44 94H116", None)
    c.line(62, 28, 62, 94, width=4)
    c.line(98, 28, 98, 94, width=4)
    c.line(36, 114, 124, 114, SLATE, 7)
    props.padlock(c.at(80, 124, 1.15))


def harm_touched(c: Canvas) -> None:
    """Draw a strange hand on the person's shoulder; the person leans away and says stop."""
    person = Figure(c, cast.SHAWL, 96, 56, 38, facing=-0.4, mood="worried", tilt=10, lean=6)
    person.bust()
    person.arm_down(-1)
    person.arm(1, (132, 102), "palm", turn=-84, thumb=-1, elbow=(140, 138))
    _grey_arm(c, [(6, 128), (26, 118), (56, 106)], -18, "flat")


def harm_ignored(c: Canvas) -> None:
    """Draw the person speaking, while somebody has turned their back."""
    other = Figure(c, cast.STRANGER, 116, 52, 37)
    other.bust()
    other.arm_down(-1)
    other.arm_down(1)
    back_of_head(other)
    person = Figure(c, cast.SILVERY, 42, 68, 36, facing=0.9, mood="sad")
    person.bust()
    person.arm_down(-1)
    person.arm(1, (80, 118), "palm", turn=-40, elbow=(70, 136))
    props.bubble(c.at(46, 24), 40, 26, 2, 10)
    props.words(c.at(46, 24, 0.9), 2, 24)


PICTURES = (
    Picture("support", "A person and a worker carry shopping together.", support),
    Picture("choice", "A person points at one of two cards.", choice),
    Picture("staff-support", "A support worker with open hands.", staff_support),
    Picture("privacy", "A shut door. Nobody looks in.", privacy),
    Picture("rights", "A person holds up a paper with ticks.", rights),
    Picture("feeling-safe", "A person is calm under a roof.", feeling_safe),
    Picture("decide-together", "A person and a worker choose a card together.", decide_together),
    Picture("manager-listens", "The manager listens to a person talking.", manager_listens),
    Picture("easy-to-understand", "A book with a picture and few words.", easy_to_understand),
)

HARM = (
    Picture("harm-hit", "A fist hits a person's arm.", harm_hit),
    Picture("harm-shout", "Someone shouts at a person.", harm_shout),
    Picture("harm-scared", "A scared person.", harm_scared),
    Picture("harm-hurt", "A hurt person with an arm in a sling.", harm_hurt),
    Picture("harm-money-taken", "A hand takes money from a person's purse.", harm_money_taken),
    Picture("harm-locked-in", "A sad person behind a locked door.", harm_locked_in),
    Picture("harm-touched", "A hand touches a person who says stop.", harm_touched),
    Picture("harm-ignored", "A person talks. Someone has turned their back.", harm_ignored),
)
