"""Scenes of the fifth area: managers."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.figure import Figure
from tools.drawing.palette import BLUE, CORAL, CREAM, OAK, ROSEWOOD, SAGE, SLATE, STONE, SUN, WHITE, WOOD
from tools.drawing.picture import Picture


def chair(c: Canvas, broken: bool = False) -> None:
    """Draw a wooden chair from the side, 34 wide, standing on y = 30; broken: a leg has come off."""
    c.rect(-18, -34, 8, 40, WOOD, 3)
    c.rect(-18, 0, 36, 9, WOOD, 3)
    c.rect(-17, 9, 7, 22, WOOD, 2)
    if broken:
        c.poly([(9, 9), (16, 9), (16, 14), (13, 12), (11, 16), (9, 14)], WOOD)
        c.at(24, 24, 1, 62).rect(-3, -10, 7, 20, WOOD, 2)
    else:
        c.rect(10, 9, 7, 22, WOOD, 2)


def manager_visits(c: Canvas) -> None:
    """Draw the manager sitting at the table with two people."""
    people = (
        (cast.CROP, 34, 0.8, "happy"),
        (cast.MANAGER, 80, -0.3, "smile"),
        (cast.LONG, 126, -0.8, "talk"),
    )
    figures = []
    for look, x, facing, mood in people:
        figure = Figure(c, look, x, 44 if look is cast.MANAGER else 54, 30, facing=facing, mood=mood)
        figures.append(figure)
    for i in (1, 0, 2):
        figures[i].bust(140)
        figures[i].arm_down(-1, 140, out=2)
        figures[i].arm_down(1, 140, out=2)
    props.counter(c, 118)
    for x, colour in ((44, CORAL), (80, SAGE), (116, BLUE)):
        props.cup(c.at(x, 114), colour, steam=False)


def manager_tea(c: Canvas) -> None:
    """Draw the person and the manager in two armchairs with tea between them."""
    for x, colour in ((38, SAGE), (122, SAGE)):
        props.armchair(c.at(x, 116, 0.94), colour)
    person = Figure(c, cast.SILVERY, 38, 50, 25, facing=0.8, mood="happy")
    person.sitting_front(spread=17, drop=30)
    manager = Figure(c, cast.MANAGER_OLDER, 122, 50, 25, facing=-0.8, mood="happy")
    manager.sitting_front(spread=17, drop=30)
    person.arm(-1, (32, 114), turn=20)
    person.arm(1, (58, 98), "flat", turn=-20)
    manager.arm(1, (128, 114), turn=160)
    manager.arm(-1, (108, 114), turn=60)
    c.rect(76, 130, 8, 24, OAK)
    c.rect(60, 122, 40, 8, WOOD, 3)
    props.cup(c.at(71, 115, 0.85, flip=True))
    props.cup(c.at(89, 115, 0.85), BLUE)


def manager_asks(c: Canvas) -> None:
    """Draw the manager with a notepad, ready to write what the person thinks."""
    person = Figure(c, cast.CURLS, 40, 72, 34, facing=0.6, mood="think")
    person.bust()
    person.arm_down(1)
    person.arm_down(-1)
    manager = Figure(c, cast.MANAGER, 120, 66, 34, facing=-0.8, mood="listen", tilt=-5)
    manager.bust()
    manager.arm_down(-1)
    props.thought(c.at(70, 28), 62, 42, (-18, 30))
    props.house(c.at(71, 31, 0.52))
    c.at(84, 128, 1, -8).rect(-13, -16, 26, 32, WHITE, 2)
    props.words(c.at(84, 124, 0.8, -8), 2, 18)
    manager.arm(1, (106, 126), "fist", turn=190)
    c.line(94, 121, 87, 132, OAK, 4)


def ticked_list(c: Canvas) -> None:
    """Draw the manager showing the person a list where all is ticked."""
    manager = Figure(c, cast.MANAGER_OLDER, 36, 48, 34, facing=0.8, mood="smile")
    manager.bust()
    manager.arm_down(1)
    person = Figure(c, cast.GINGERY, 126, 54, 34, facing=-0.8, mood="happy")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    c.rect(58, 74, 46, 62, WHITE, 3)
    for i in range(3):
        y = 88 + 17 * i
        props.tick(c.at(69, y, 0.9))
        c.line(82, y, 97, y, SLATE)
    manager.arm(-1, (40, 126), "flat", turn=-12)


def manager_phoning(c: Canvas) -> None:
    """Draw the manager on the phone, turned away; the person waits."""
    props.clock(c.at(52, 26), 17)
    person = Figure(c, cast.BOB, 32, 74, 32, facing=0.8, mood="bored")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    manager = Figure(c, cast.MANAGER, 112, 46, 36, facing=0.9, mood="talk")
    manager.bust(146)
    manager.arm_down(-1, 146)
    manager.arm(1, (132, 76), "fist", turn=-110, elbow=(148, 110))
    c.at(131, 58, 1, 14).rect(-4.5, -13, 9, 26, "#3a3f4c", 3)
    props.counter(c, 124, 66)
    c.path("M76 102H106L110 126H80Z", SLATE)
    c.rect(78, 124, 40, 6, STONE, 2)


def calendar_arrow(c: Canvas) -> None:
    """Draw the manager explaining on a calendar what comes, before it comes."""
    props.calendar(c.at(78, 42, 1.25), 64, 54, 6)
    day = c.at(78, 42, 1.25)
    day.circle(-24, 5.5, 3.6, "#1f2430", None)
    manager = Figure(c, cast.MANAGER, 126, 70, 33, facing=-0.8, mood="talk")
    manager.bust()
    manager.arm_down(1)
    person = Figure(c, cast.CROP, 36, 72, 33, facing=0.8, mood="listen")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    manager.arm(-1, (104, 78), "point", turn=-128, thumb=1, elbow=(94, 122))
    day.path("M-21 -1C-16 -8 -8 -8 -2 -2", None)
    day.poly([(-5, 0), (2, 2), (1, -5)], "#1f2430")


def round_table(c: Canvas) -> None:
    """Draw people and managers meeting at a round table."""
    back = ((cast.MANAGER, 50, 34, 0.3, "talk"), (cast.GREYING, 110, 34, -0.3, "smile"))
    front = ((cast.CURLS, 26, 62, 0.8, "happy"), (cast.OWNER, 134, 62, -0.8, "listen"))
    for look, x, y, facing, mood in back + front:
        figure = Figure(c, look, x, y, 27, facing=facing, mood=mood)
        figure.bust(136)
        figure.arm_down(-1, 136, out=0)
        figure.arm_down(1, 136, out=0)
    c.ellipse(80, 126, 72, 28, WOOD)
    c.at(66, 122, 1, -12).rect(-12, -6, 24, 12, WHITE, 1)
    c.at(98, 128, 1, 10).rect(-12, -6, 24, 12, CREAM, 1)
    props.cup(c.at(118, 112, 0.8), steam=False)
    props.cup(c.at(40, 112, 0.8, flip=True), CORAL, steam=False)


def mended_chair(c: Canvas) -> None:
    """Draw a broken chair, an arrow and the mended chair; above, the person tells the manager."""
    person = Figure(c, cast.SHAWL, 40, 32, 27, facing=0.8, mood="talk")
    person.bust(86)
    person.arm_down(-1, 86)
    person.arm_down(1, 86)
    manager = Figure(c, cast.MANAGER_OLDER, 120, 32, 27, facing=-0.8, mood="listen")
    manager.bust(86)
    manager.arm_down(-1, 86)
    manager.arm_down(1, 86)
    props.bubble(c.at(79, 20), 32, 22, -15, 8)
    c.at(79, 20).poly([(-7, -5), (-2, 0), (2, -3), (7, 5)], None, ROSEWOOD, closed=False)
    chair(c.at(36, 124, 0.98), broken=True)
    props.arrow(c.at(82, 126), 34, SUN, 4.6)
    chair(c.at(128, 124, 0.98))


PICTURES = (
    Picture("manager-visits", "The manager sits at a table with two people.", manager_visits),
    Picture("manager-tea", "A person and the manager talk over tea.", manager_tea),
    Picture("manager-asks", "The manager asks what a person thinks.", manager_asks),
    Picture("ticked-list", "The manager shows a list. Every line has a tick.", ticked_list),
    Picture("manager-phoning", "The manager is on the phone. A person waits.", manager_phoning),
    Picture("calendar-arrow", "The manager points at a day on a calendar.", calendar_arrow),
    Picture("round-table", "People and managers meet at a round table.", round_table),
    Picture("mended-chair", "A person tells the manager. A broken chair gets mended.", mended_chair),
)
