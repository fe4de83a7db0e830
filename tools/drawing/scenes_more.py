"""Scenes for what only families and staff are asked."""

from __future__ import annotations

from dataclasses import replace

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.face import Look
from tools.drawing.figure import Figure
from tools.drawing.palette import BLUE, CORAL, CREAM, LEAF, OAK, ROSEWOOD, SKY, SLATE, STONE, SUN, WHITE
from tools.drawing.picture import Picture
from tools.drawing.scenes_person import portrait


def phone_at_ear(c: Canvas, figure: Figure, side: int) -> None:
    """Draw a phone at somebody's ear, and the arm that holds it."""
    x, y = figure.x + side * 17 * figure.u, figure.y + 4 * figure.u
    c.at(x, y, figure.u * 1.05, 14 * side).rect(-4.5, -13, 9, 26, "#3a3f4c", 3)
    elbow = (figure.x + side * 40 * figure.u, figure.y + 72 * figure.u)
    wrist = (figure.x + side * 22 * figure.u, figure.y + 24 * figure.u)
    figure.arm(side, wrist, "fist", turn=-90 - 14 * side, elbow=elbow)


def telling_what_you_know(c: Canvas) -> None:
    """Draw a relative telling a worker about the person; the worker writes it down."""
    relative = Figure(c, cast.MOTHER, 36, 72, 33, facing=0.8, mood="talk")
    relative.bust()
    relative.arm_down(1)
    relative.arm(-1, (42, 130), "palm", turn=-30)
    worker = Figure(c, cast.WORKER_TURBAN, 120, 66, 33, facing=-0.8, mood="listen")
    worker.bust()
    worker.arm_down(-1)
    props.bubble(c.at(76, 28, 1.0), 46, 42, -22, 12)
    portrait(c.at(76, 28), cast.CROP, 28, 32, SKY)
    c.at(90, 128, 1, -8).rect(-12, -16, 24, 32, WHITE, 2)
    props.words(c.at(90, 125, 0.8, -8), 2, 16)
    worker.arm(1, (110, 128), "fist", turn=190)
    c.line(98, 124, 92, 134, OAK, 4)


def changing_plan(c: Canvas) -> None:
    """Draw a plan that did not work, an arrow and a new plan; above, relative and worker agree."""
    relative = Figure(c, cast.BROTHER, 40, 32, 27, facing=0.8, mood="talk")
    worker = Figure(c, cast.WORKER_LOCS, 120, 32, 27, facing=-0.8, mood="listen")
    for figure in (relative, worker):
        figure.bust(86)
        figure.arm_down(-1, 86)
        figure.arm_down(1, 86)
    props.bubble(c.at(79, 20), 32, 22, -15, 8)
    props.words(c.at(79, 20, 0.8), 2, 22)
    c.rect(18, 94, 38, 58, WHITE, 3)
    for y in (108, 122, 136):
        c.line(26, y, 48, y, SLATE)
    c.line(22, 98, 52, 148, ROSEWOOD, 5)
    props.arrow(c.at(82, 124), 34, SUN, 4.6)
    c.rect(108, 94, 38, 58, WHITE, 3)
    for y in (108, 122, 136):
        props.tick(c.at(118, y, 0.7), LEAF, 4)
        c.line(128, y, 139, y, SLATE)


def help_to_find_work(c: Canvas) -> None:
    """Draw the person and a worker looking at a board with pictures of jobs."""
    props.board(c.at(80, 38), 132, 58)
    for x in (38, 80, 122):
        c.rect(x - 17, 17, 34, 42, WHITE, 3)
    fine = c.at(0, 0, line=2.6)
    props.cup(fine.at(38, 41, 1.0))
    fine.line(80, 22, 80, 40, OAK, 5)
    fine.path("M72 38H88V46C88 52 82 54 80 56C78 54 72 52 72 46Z", SLATE)
    fine.rect(110, 32, 24, 18, BLUE, 3)
    fine.path("M117 32V28H127V32", None)
    fine.line(110, 40, 134, 40)
    person = Figure(c, cast.GINGERY, 44, 90, 33, facing=0.6, mood="happy")
    person.bust()
    person.arm_down(-1)
    worker = Figure(c, cast.WORKER_PONY, 122, 92, 32, facing=-0.8, mood="smile")
    worker.bust()
    worker.arm_down(-1)
    worker.arm_down(1)
    person.arm(1, (78, 86), "point", turn=-80, elbow=(80, 124))


def told_something_wrong(c: Canvas) -> None:
    """Draw a worker phoning a relative to say that something went wrong."""
    worker = Figure(c, cast.WORKER_SHORT, 42, 72, 33, facing=0.6, mood="talk")
    worker.bust()
    worker.arm_down(1)
    phone_at_ear(c, worker, -1)
    relative = Figure(c, cast.MOTHER, 118, 72, 33, facing=-0.6, mood="worried")
    relative.bust()
    relative.arm_down(-1)
    phone_at_ear(c, relative, 1)
    props.bubble(c.at(76, 30), 46, 40, -24, 12)
    triangle(c.at(76, 31, 0.56), SUN)


def triangle(c: Canvas, colour: str) -> None:
    """Draw a warning triangle round the origin, 56 wide."""
    c.path("M-4 -24Q0 -30 4 -24L28 18Q31 25 24 25H-24Q-31 25 -28 18Z", colour)
    c.line(0, -10, 0, 6)
    c.circle(0, 15, 2.0, "#1f2430")


def complaining(c: Canvas) -> None:
    """Draw a relative saying what is wrong; the manager listens and writes."""
    relative = Figure(c, cast.BROTHER, 38, 66, 34, facing=0.8, mood="stern")
    relative.bust()
    relative.arm_down(1)
    relative.arm(-1, (46, 128), "point", turn=-20)
    manager = Figure(c, cast.MANAGER, 122, 66, 34, facing=-0.8, mood="listen", tilt=-5)
    manager.bust()
    manager.arm_down(-1)
    props.bubble(c.at(78, 26), 44, 32, -22, 12)
    cup = c.at(78, 27, 0.95)
    props.cup(cup, steam=False)
    cup.poly([(-2, -9), (1, -3), (-3, 1), (1, 8)], None, closed=False)
    c.at(92, 130, 1, -8).rect(-12, -15, 24, 30, WHITE, 2)
    props.words(c.at(92, 127, 0.8, -8), 2, 16)
    manager.arm(1, (112, 128), "fist", turn=190)
    c.line(100, 124, 94, 134, OAK, 4)


def choosing_new_staff(c: Canvas) -> None:
    """Draw the person and the manager asking a new worker questions at a table."""
    applicant = replace(cast.WORKER_BALD, top="shirt", colour=SKY, accent=WHITE)
    manager = Figure(c, cast.MANAGER, 28, 42, 28, facing=0.9, mood="listen")
    person = Figure(c, cast.BOB, 70, 50, 30, facing=0.9, mood="talk")
    new = Figure(c, applicant, 126, 46, 31, facing=-0.8, mood="smile")
    for figure in (manager, person, new):
        figure.bust(140)
        figure.arm_down(-1, 140, out=1)
        figure.arm_down(1, 140, out=1)
    props.counter(c, 118)
    c.poly([(46, 122), (78, 122), (82, 146), (42, 146)], WHITE)
    for y in (130, 138):
        props.tick(c.at(52, y, 0.5), LEAF, 3)
        c.line(60, y, 74, y, SLATE)
    props.bubble(c.at(101, 20), 30, 24, -14, 9)
    props.words(c.at(101, 20, 0.75), 2, 22)


def rota_decides(c: Canvas) -> None:
    """Draw a worker pointing at a big rota; the person in a coat has to wait."""
    c.rect(66, 10, 86, 74, WHITE, 3)
    c.path("M66 26V13Q66 10 69 10H149Q152 10 152 13V26Z", BLUE)
    for i in range(1, 4):
        c.line(66 + i * 21.5, 26, 66 + i * 21.5, 84, STONE, 2.4)
    for y in (45, 64):
        c.line(68, y, 150, y, STONE, 2.4)
    for x, y, colour in ((70, 31, CORAL), (91, 50, SUN), (112, 31, SUN), (133, 69, CORAL), (70, 69, SUN)):
        c.rect(x, y - 1, 14, 11, colour, 2, width=2)
    coat = replace(cast.LONG, top="cardigan", colour=ROSEWOOD, accent=cast.LONG.colour)
    person = Figure(c, coat, 36, 70, 34, facing=0.7, mood="sad")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    worker = Figure(c, cast.WORKER_OLDER, 122, 98, 31, facing=-0.7, mood="think")
    worker.bust()
    worker.arm_down(1)
    worker.arm(-1, (90, 100), "point", turn=-70, elbow=(88, 134))


def no_too_quickly(c: Canvas) -> None:
    """Draw the person asking to go out; the worker says no at once with a raised palm."""
    person = Figure(c, cast.CROP, 36, 74, 33, facing=0.8, mood="talk")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (42, 130), "palm", turn=-30)
    worker = Figure(c, cast.WORKER_BALD, 124, 62, 34, facing=-0.8, mood="stern")
    worker.bust()
    worker.arm_down(1)
    props.bubble(c.at(62, 28), 58, 38, -18, 12)
    bus(c.at(62, 27, 0.36, line=2.4))
    worker.arm(-1, (94, 104), "palm", turn=-100, thumb=1, elbow=(92, 138))


def bus(c: Canvas) -> None:
    """Draw a bus from the side, 116 wide and 70 high, round the origin."""
    c.path("M-58 26V-26Q-58 -36 -48 -36H46Q56 -36 57 -26L60 4V26Z", CORAL)
    for x in (-48, -21, 6):
        c.rect(x, -24, 20, 22, SKY, 2)
    c.path("M34 -24H46L49 4H34Z", SKY)
    c.line(-58, 8, 28, 8)
    for x in (-32, 32):
        c.circle(x, 27, 12, "#3a3f4c")
        c.circle(x, 27, 4, STONE)


def worried_how_treated(c: Canvas) -> None:
    """Draw a worker who has seen somebody treated badly and thinks of it."""
    worker = Figure(c, cast.WORKER_LOCS, 44, 88, 34, facing=0.6, mood="worried")
    worker.bust()
    worker.arm_down(1)
    worker.arm(-1, (42, 132), "flat", turn=-60)
    props.thought(c.at(108, 40), 92, 66, (-44, 44))
    fine = c.at(0, 0, line=2.4)
    harsh = Figure(fine, cast.STRANGER, 88, 34, 20, facing=1, mood="shout")
    harsh.bust(66)
    harsh.arm_down(-1, 66)
    harsh.arm(1, (106, 56), "point", turn=-4, elbow=(101, 65))
    small = Figure(fine, cast.SILVERY, 129, 41, 18, facing=-0.3, mood="sad", tilt=8)
    small.bust(66)
    small.arm_down(-1, 66)
    small.arm_down(1, 66)


def reporting_colleague(c: Canvas) -> None:
    """Draw a worker telling the manager about another worker, the door shut."""
    props.door(c.at(80, 136), 36, 100, BLUE)
    worker = Figure(c, cast.WORKER_PONY, 36, 72, 33, facing=0.8, mood="worried")
    worker.bust()
    worker.arm_down(1)
    worker.arm_down(-1)
    manager = Figure(c, cast.MANAGER_OLDER, 124, 70, 33, facing=-0.8, mood="listen")
    manager.bust()
    manager.arm_down(1)
    manager.arm_down(-1)
    props.bubble(c.at(76, 30), 46, 42, -24, 12)
    portrait(c.at(76, 30), replace(cast.WORKER_SHORT), 28, 32, CREAM, "stern")


def rules_on_wall(c: Canvas) -> None:
    """Draw the person before a wall with a list of things that are forbidden."""
    c.rect(68, 8, 84, 124, WHITE, 3)
    c.circle(110, 8, 3, ROSEWOOD)
    fine = c.at(0, 0, line=2.6)
    props.cup(fine.at(108, 35, 0.95), steam=False)
    fine.rect(102, 54, 15, 28, "#3a3f4c", 3)
    fine.rect(104.5, 58, 10, 18, SKY, 1)
    props.football(fine.at(110, 108, 0.85))
    for y in (34, 68, 108):
        c.circle(110, y, 18, None, ROSEWOOD, 4)
        c.line(97.5, y - 12.5, 122.5, y + 12.5, ROSEWOOD, 4)
    person = Figure(c, cast.CURLS, 40, 66, 34, facing=0.8, mood="sad")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)


def board_visits(c: Canvas) -> None:
    """Draw two board members visiting while the person makes tea."""
    guest = Look("#f4d0b5", "bob", "#e2dfd8", "blazer", "#6c7f6a", broad=0.9, lined=True, glasses=True)
    for look, x, y, mood in ((guest, 88, 46, "smile"), (cast.OWNER, 126, 44, "listen")):
        figure = Figure(c, look, x, y, 31, facing=-0.8, mood=mood)
        figure.bust(140)
        figure.arm_down(-1, 140, out=1)
        figure.arm_down(1, 140, out=1)
    person = Figure(c, cast.GINGERY, 36, 54, 33, facing=0.7, mood="talk")
    person.bust(140)
    person.arm_down(1, 140)
    props.counter(c, 120, colour=STONE)
    teapot(c.at(72, 116, 0.42))
    for x, colour in ((104, BLUE), (130, CORAL)):
        props.cup(c.at(x, 116), colour)
    person.arm(-1, (40, 118), turn=-6)


def teapot(c: Canvas) -> None:
    """Draw a teapot, about 100 wide, round the origin."""
    c.path("M30 -6C58 -22 62 22 28 20", None, width=c.line_width * 1.7)
    c.path("M-30 2C-44 2 -44 -22 -58 -24L-50 -30C-36 -30 -34 -14 -26 -14Z", ROSEWOOD)
    c.path("M-34 4C-34 -34 34 -34 34 4C34 22 26 30 18 34H-18C-26 30 -34 22 -34 4Z", ROSEWOOD)
    c.path("M-20 -24H20", None)
    c.circle(0, -33, 6, SUN)


PICTURES = (
    Picture("telling-what-you-know", "A relative tells a worker about a person.", telling_what_you_know),
    Picture("changing-plan", "A plan did not work. A new plan has ticks.", changing_plan),
    Picture("help-to-find-work", "A person and a worker look at pictures of jobs.", help_to_find_work),
    Picture(
        "told-something-wrong", "A worker phones a relative about something wrong.", told_something_wrong
    ),
    Picture("complaining", "A relative says what is wrong. The manager listens.", complaining),
    Picture("choosing-new-staff", "A person and the manager meet a new worker.", choosing_new_staff),
    Picture("rota-decides", "A worker points at the rota. A person waits.", rota_decides),
    Picture("no-too-quickly", "A person asks to go out. A worker says no.", no_too_quickly),
    Picture("worried-how-treated", "A worker worries about how somebody is treated.", worried_how_treated),
    Picture("reporting-colleague", "A worker tells the manager about another worker.", reporting_colleague),
    Picture("rules-on-wall", "A person looks at a list of forbidden things.", rules_on_wall),
    Picture("board-visits", "Two board members visit. A person makes tea.", board_visits),
)
