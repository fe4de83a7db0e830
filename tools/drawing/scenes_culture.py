"""Scenes of the fourth area: how people are with each other."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.figure import Figure
from tools.drawing.palette import BLUE, CORAL, INK, OAK, ROSEWOOD, SKY, SLATE, SUN
from tools.drawing.picture import Picture


def listening(c: Canvas) -> None:
    """Draw the person talking and a worker listening, a hand behind the ear."""
    person = Figure(c, cast.CURLS, 38, 60, 36, facing=0.9, mood="talk")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (46, 128), "palm", turn=-30)
    worker = Figure(c, cast.WORKER_BALD, 120, 56, 37, facing=-0.5, mood="smile", tilt=-6)
    worker.bust()
    worker.arm_down(1)
    worker.arm(-1, (98, 78), "flat", turn=-82, elbow=(84, 118), thumb=1)
    for r in (7, 14, 21):
        x, bulge = 62 + r, 66 + r * 1.1
        c.curve([(x, 50 - r * 0.8), (bulge, 50), (x, 50 + r * 0.8)], None, SLATE, 4)


def kind_talk(c: Canvas) -> None:
    """Draw a worker sitting at eye level with a person in a wheelchair, talking."""
    props.wheelchair_back(c.at(44, 98, 0.9))
    person = Figure(c, cast.LONG, 44, 58, 36, facing=0.8, mood="smile")
    person.bust()
    person.arm_down(-1)
    props.wheelchair_wheel(c.at(32, 156))
    c.rect(94, 84, 58, 72, OAK, 6)
    worker = Figure(c, cast.WORKER_OLDER, 118, 58, 36, facing=-0.8, mood="talk")
    worker.bust()
    worker.arm_down(-1)
    person.arm_down(1)
    worker.arm(1, (116, 126), "palm", turn=205)


def knocking(c: Canvas) -> None:
    """Draw a worker knocking at a shut door and waiting."""
    props.door(c.at(116, 152), 60, 132, ROSEWOOD)
    worker = Figure(c, cast.WORKER_TURBAN, 38, 58, 36, facing=0.9, mood="listen")
    worker.bust()
    worker.arm_down(-1)
    worker.arm(1, (88, 74), "fist", turn=-14, elbow=(80, 112))
    for x, y, ex, ey in ((106, 56, 111, 48), (112, 66, 121, 62), (112, 77, 121, 80)):
        c.line(x, y, ex, ey, SUN, 4.6)


def saying_no(c: Canvas) -> None:
    """Draw the person calmly saying no with a raised palm to a cup that is offered."""
    worker = Figure(c, cast.WORKER_LOCS, 38, 50, 36, facing=0.8, mood="listen")
    worker.bust()
    worker.arm_down(1)
    props.cup(c.at(74, 120, 1.1))
    worker.arm(-1, (52, 126), "fist", turn=-10)
    person = Figure(c, cast.GREYING, 122, 50, 36, facing=-0.7, mood="calm")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (98, 94), "palm", turn=-96, thumb=1, elbow=(88, 124))


def shouting(c: Canvas) -> None:
    """Draw a worker shouting; the person turns away with lowered eyes."""
    worker = Figure(c, cast.WORKER_SHORT, 42, 60, 36, facing=1.0, mood="shout", lean=4)
    worker.bust()
    worker.arm_down(-1)
    person = Figure(c, cast.SILVERY, 126, 74, 34, facing=0.7, mood="sad", tilt=8)
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    props.jagged(c.at(94, 32, 1.1, flip=True), (35, 24))
    for x in (82, 94, 106):
        c.line(x, 24, x, 33, ROSEWOOD, 5)
        c.circle(x, 41, 2.6, ROSEWOOD, None)
    worker.arm(1, (80, 108), "point", turn=-8, elbow=(70, 134))


def telling_a_worry(c: Canvas) -> None:
    """Draw the person telling a worker a worry in a quiet room with the door shut."""
    props.door(c.at(80, 122), 38, 104, BLUE)
    person = Figure(c, cast.BOB, 36, 66, 35, facing=0.8, mood="worried")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (40, 118), "flat", turn=-40)
    worker = Figure(c, cast.WORKER_PONY, 124, 66, 35, facing=-0.8, mood="listen", tilt=-4)
    worker.bust()
    worker.arm_down(1)
    worker.arm_down(-1)
    bubble = c.at(78, 26)
    props.bubble(bubble, 48, 32, -26, 10)
    bubble.curve(
        [(-12, 2), (-8, -7), (-1, 1), (-6, 6), (-9, -1), (2, -8), (9, -1), (3, 6), (1, -2), (12, 1)],
        None,
        SLATE,
    )


def spilt_cup(c: Canvas) -> None:
    """Draw a worker saying sorry, hand on heart, for a cup that was knocked over."""
    worker = Figure(c, cast.WORKER_BALD, 42, 46, 36, facing=0.8, mood="sorry", tilt=4)
    worker.bust(140)
    worker.arm_down(1, 140)
    person = Figure(c, cast.GINGERY, 120, 48, 36, facing=-0.8, mood="calm")
    person.bust(140)
    person.arm_down(-1, 140)
    person.arm_down(1, 140)
    worker.arm(-1, (30, 104), "flat", turn=-4)
    props.counter(c, 126)
    c.blob([(66, 136), (80, 130), (98, 132), (120, 134), (126, 140), (108, 146), (84, 146), (68, 142)], SKY)
    c.at(62, 128, 1.2, -98).path("M8 -4C15 -6 15 6 7 4", None)
    c.at(62, 128, 1.2, 82).path("M-8 -8H8V3C8 7 6 8 3 8H-3C-6 8 -8 7 -8 3Z", CORAL)


def mending_lamp(c: Canvas) -> None:
    """Draw a worker mending a lamp while the person looks on."""
    person = Figure(c, cast.SHAWL, 126, 50, 34, facing=-0.8, mood="happy")
    person.bust(140)
    person.arm_down(1, 140)
    person.arm_down(-1, 140)
    worker = Figure(c, cast.WORKER_TURBAN, 38, 46, 34, facing=0.8, mood="read")
    worker.bust(140)
    worker.arm_down(1, 140)
    props.counter(c, 126)
    props.lamp(c.at(84, 98, 1.35))
    props.rays(c.at(84, 84), 25, 32, 4, -126, 100)
    c.line(60, 120, 76, 114, INK, 4)
    worker.arm(-1, (42, 124), "fist", turn=-14)


PICTURES = (
    Picture("listening", "A worker listens, hand behind the ear, to a person talking.", listening),
    Picture("kind-talk", "A worker talks kindly, face to face, with a wheelchair user.", kind_talk),
    Picture("knocking", "A worker knocks on a shut door and waits.", knocking),
    Picture("saying-no", "A person says no with a raised hand.", saying_no),
    Picture("shouting", "A worker shouts. The person looks sad.", shouting),
    Picture("telling-a-worry", "A person tells a worker a worry in a quiet room.", telling_a_worry),
    Picture("spilt-cup", "A worker says sorry. A cup is spilt.", spilt_cup),
    Picture("mending-lamp", "A worker mends a lamp for a person.", mending_lamp),
)
