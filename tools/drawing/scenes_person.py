"""Scenes of the first area: support round the person."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.face import Look
from tools.drawing.figure import Figure
from tools.drawing.palette import BLUE, CREAM, OAK, ROSEWOOD, SKY, WHITE
from tools.drawing.picture import Picture


def portrait(
    c: Canvas, look: Look, w: float = 30.0, h: float = 36.0, ground: str = CREAM, mood: str = "smile"
) -> None:
    """Draw a photo of somebody: head and shoulders on a card round the origin."""
    fine = c.at(0, 0, 1, line=2.2)
    fine.rect(-w / 2, -h / 2, w, h, ground, 2, width=c.line_width)
    head = min(w * 0.6, h * 0.52)
    figure = Figure(fine, look, 0, -h * 0.1, head, mood=mood)
    figure.u *= 0.98
    base = h / 2 - 1.5
    u, s = figure.u, w / 2 - 2.5
    fine.path(
        f"M{-s} {base}C{-s} {base - 8 * u - 3} {-9 * u} {base - 12 * u - 3} 0 {base - 12 * u - 3}"
        f"C{9 * u} {base - 12 * u - 3} {s} {base - 8 * u - 3} {s} {base}Z",
        look.colour,
    )
    figure._head()


def known_staff(c: Canvas) -> None:
    """Draw the person pointing at a board with the faces of today's staff."""
    props.board(c.at(109, 60), 92, 96)
    faces = (cast.WORKER_LOCS, cast.WORKER_SHORT, cast.WORKER_PONY, cast.WORKER_TURBAN)
    for i, look in enumerate(faces):
        portrait(c.at(89 + 42 * (i % 2), 37 + 46 * (i // 2)), look, 34, 39, SKY)
    person = Figure(c, cast.CURLS, 32, 66, 34, facing=0.8, mood="happy")
    person.bust()
    person.arm_down(-1)
    person.arm(1, (70, 106), "point", turn=-62, elbow=(68, 130))


def chatting_over_tea(c: Canvas) -> None:
    """Draw the person and a worker talking and laughing over two cups of tea."""
    left = Figure(c, cast.GREYING, 42, 48, 36, facing=0.8, mood="happy")
    left.bust(150)
    left.arm_down(1, 150)
    right = Figure(c, cast.WORKER_LOCS, 118, 48, 36, facing=-0.8, mood="happy")
    right.bust(150)
    right.arm_down(-1, 150)
    props.counter(c, 130)
    props.cup(c.at(64, 122, 1.1, flip=True))
    props.cup(c.at(97, 122, 1.1), BLUE)
    left.arm(-1, (44, 124), turn=-8)
    right.arm(1, (117, 124), turn=188)


def asks_which_shirt(c: Canvas) -> None:
    """Draw a worker holding up two shirts; the person points at one."""
    worker = Figure(c, cast.WORKER_SHORT, 48, 36, 32, facing=0.8, mood="talk")
    worker.bust()
    for x, colour, stripe in ((22, ROSEWOOD, None), (76, SKY, BLUE)):
        props.shirt(c.at(x, 116, 0.95), colour, stripe)
        props.hanger(c.at(x, 116, 0.95))
    worker.arm(-1, (14, 84), "fist", turn=20)
    worker.arm(1, (72, 86), "fist", turn=20)
    person = Figure(c, cast.BOB, 128, 52, 34, facing=-0.8, mood="happy")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (100, 112), "point", turn=180)


def understands_picture_card(c: Canvas) -> None:
    """Draw the person showing a picture card; the worker thinks of the same thing."""
    person = Figure(c, cast.CROP, 40, 62, 34, facing=0.8, mood="listen")
    person.bust()
    worker = Figure(c, cast.WORKER_OLDER, 120, 66, 34, facing=-0.8, mood="smile")
    worker.bust()
    worker.arm_down(1)
    worker.arm_down(-1, out=2)
    props.thought(c.at(96, 23), 52, 38, (18, 30))
    props.cup(c.at(95, 28, 0.9))
    person.arm_down(1)
    props.picture_card(c.at(78, 108, 1.1))
    person.arm(-1, (52, 124), "flat", turn=-14)


def making_support_plan(c: Canvas) -> None:
    """Draw the person and a worker with a picture plan on the table; the person holds the pen."""
    person = Figure(c, cast.SHAWL, 49, 34, 31, facing=0.7, mood="smile", tilt=4)
    person.bust(130)
    worker = Figure(c, cast.WORKER_BALD, 111, 32, 31, facing=-0.7, mood="listen", tilt=-4)
    worker.bust(130)
    worker.arm_down(-1, 130)
    person.arm_down(1, 130)
    props.counter(c, 100)
    c.rect(36, 88, 88, 64, WHITE, 3)
    fine = c.at(0, 0, line=2.4)
    fine.line(80, 88, 80, 152)
    fine.line(36, 120, 124, 120)
    props.house(fine.at(59, 105, 0.44))
    props.football(fine.at(102, 104, 0.8))
    props.cup(fine.at(101, 139, 0.95), steam=False)
    c.line(60, 138, 46, 114, OAK, 5)
    person.arm(-1, (32, 122), "fist", turn=6)
    worker.arm(1, (134, 122), "flat", turn=170)


def hands_over_shirt(c: Canvas) -> None:
    """Draw a worker handing over one shirt; the person was not asked."""
    worker = Figure(c, cast.WORKER_TURBAN, 40, 66, 33, facing=0.9, mood="smile")
    worker.bust()
    props.thought(c.at(88, 28), 56, 46, (-30, 26))
    props.shirt(c.at(88, 28, 0.62), ROSEWOOD)
    person = Figure(c, cast.GINGERY, 124, 72, 33, facing=-0.6, mood="think")
    person.bust()
    person.arm_down(-1, out=2)
    person.arm_down(1)
    worker.arm_down(-1)
    props.shirt(c.at(84, 122, 1.15), ROSEWOOD)
    worker.arm(1, (62, 112), "flat", turn=-10)


def choosing_housemates(c: Canvas) -> None:
    """Draw the person thinking of a house and who lives in it."""
    person = Figure(c, cast.LONG, 38, 66, 34, facing=0.8, mood="think")
    person.bust()
    person.arm_down(1)
    c.circle(66, 44, 2.6, WHITE)
    c.circle(73, 34, 4, WHITE)
    c.path("M72 58L114 14L156 58Z", ROSEWOOD)
    c.rect(79, 58, 70, 74, CREAM)
    portrait(c.at(98, 80), cast.FRIEND_AFRO, 28, 34, SKY)
    portrait(c.at(131, 80), cast.LONG, 28, 34, SKY)
    c.rect(104, 104, 20, 28, OAK)
    c.circle(119, 118, 1.2)
    person.arm(-1, (42, 108), "point", turn=-70, thumb=-1)


def choosing_staff(c: Canvas) -> None:
    """Draw the person picking one of three photos of staff."""
    person = Figure(c, cast.SILVERY, 80, 38, 36, mood="listen")
    person.bust(130)
    person.arm_down(-1, 130)
    props.counter(c, 106)
    for x, look in ((34, cast.WORKER_BALD), (80, cast.WORKER_PONY), (126, cast.WORKER_LOCS)):
        portrait(c.at(x, 131), look, 36, 42, SKY)
    person.arm(1, (120, 100), "point", turn=70)


PICTURES = (
    Picture("known-staff", "A person points at a board with faces of staff.", known_staff),
    Picture("chatting-over-tea", "A person and a support worker talk over tea.", chatting_over_tea),
    Picture("asks-which-shirt", "A worker shows two shirts. The person points at one.", asks_which_shirt),
    Picture(
        "understands-picture-card", "A person shows a card. The worker understands.", understands_picture_card
    ),
    Picture("making-support-plan", "A person and a worker make a plan with pictures.", making_support_plan),
    Picture("hands-over-shirt", "A worker thinks of a shirt and hands it to a person.", hands_over_shirt),
    Picture("choosing-housemates", "A person thinks about a house and who lives there.", choosing_housemates),
    Picture("choosing-staff", "A person picks one of three photos of staff.", choosing_staff),
)
