"""The picture board of "Tell us more": feelings and people."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.face import Look
from tools.drawing.figure import Figure
from tools.drawing.palette import (
    BROWN,
    CREAM,
    INK,
    OAK,
    ROSEWOOD,
    STONE,
    WHITE,
    WOOD,
)
from tools.drawing.picture import Picture


def one(
    c: Canvas, look: Look, mood: str = "smile", x: float = 80.0, y: float = 70.0, head: float = 62.0
) -> Figure:
    """Draw one person's bust, arms down, and return the figure."""
    figure = Figure(c, look, x, y, head, mood=mood)
    figure.bust()
    figure.arm_down(-1)
    figure.arm_down(1)
    return figure


def heart(c: Canvas, colour: str = ROSEWOOD, broken: bool = False) -> None:
    """Draw a heart round the origin, 40 wide."""
    c.path("M0 18C-28 0 -24 -20 -10 -18C-4 -18 0 -12 0 -8C0 -12 4 -18 10 -18C24 -20 28 0 0 18Z", colour)
    if broken:
        c.poly([(0, -9), (-5, -2), (4, 4), (-2, 11), (0, 17)], None, closed=False)


def _happy(c: Canvas) -> None:
    one(c, cast.CURLS, "happy")


def _sad(c: Canvas) -> None:
    one(c, cast.CURLS, "sad")


def _angry(c: Canvas) -> None:
    figure = Figure(c, cast.CURLS, 80, 68, 58, mood="angry")
    figure.bust()
    figure.arm(-1, (92, 136), "fist", turn=-6, elbow=(26, 146))
    figure.arm(1, (70, 144), "fist", turn=186, elbow=(134, 146))


def _worried(c: Canvas) -> None:
    figure = Figure(c, cast.CURLS, 84, 70, 58, mood="worried")
    figure.bust()
    figure.arm_down(1)
    figure.arm(-1, (60, 118), "flat", turn=-62, elbow=(34, 146))


def _bored(c: Canvas) -> None:
    figure = Figure(c, cast.CURLS, 72, 70, 54, mood="bored", tilt=12, lean=4)
    figure.bust(150)
    figure.arm_down(-1, 150)
    props.counter(c, 136)
    figure.arm(1, (101, 116), "fist", turn=-105, elbow=(116, 142))


def _lonely(c: Canvas) -> None:
    c.rect(6, 102, 148, 10, WOOD, 3)
    c.rect(6, 126, 148, 10, WOOD, 3)
    for x in (18, 134):
        c.rect(x, 96, 8, 58, OAK, 2)
    person = Figure(c, cast.CURLS, 46, 70, 34, facing=0.5, mood="sad", tilt=8)
    person.bust(136)
    person.arm_down(-1, 136)
    person.arm_down(1, 136)


def _like(c: Canvas) -> None:
    one(c, cast.CURLS, "happy", 60, 72, 52)
    c.circle(126, 40, 29, WHITE)
    heart(c.at(126, 42))


def _dont_like(c: Canvas) -> None:
    one(c, cast.CURLS, "sad", 60, 72, 52)
    c.circle(126, 40, 29, WHITE)
    heart(c.at(126, 42), STONE)
    c.line(106, 60, 146, 20, INK, 7)


def _want(c: Canvas) -> None:
    person = Figure(c, cast.CURLS, 54, 62, 42, facing=0.8, mood="happy")
    person.bust()
    person.arm_down(-1)
    props.cup(c.at(138, 92, 1.5))
    person.arm(1, (104, 102), "flat", turn=-16, elbow=(92, 136))


def _me(c: Canvas) -> None:
    person = Figure(c, cast.CURLS, 82, 68, 58, mood="smile")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (68, 132), "flat", turn=-14, elbow=(26, 148))


def _staff(c: Canvas) -> None:
    one(c, cast.WORKER_SHORT, y=62, head=46)


def _manager(c: Canvas) -> None:
    one(c, cast.MANAGER, y=62, head=46)


def _friend(c: Canvas) -> None:
    friend = Figure(c, cast.FRIEND_BEARD, 112, 58, 38, facing=-0.5, mood="happy")
    friend.bust()
    friend.arm_down(1)
    friend.arm_down(-1, out=0)
    person = Figure(c, cast.CURLS, 50, 60, 38, facing=0.5, mood="happy")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1, out=0)


def _family(c: Canvas) -> None:
    for look, x, y, head in ((cast.BROTHER, 122, 50, 34), (cast.MOTHER, 38, 52, 33)):
        one(c, look, "smile", x, y, head)
    one(c, cast.CURLS, "happy", 80, 76, 36)


def _people(c: Canvas) -> None:
    for look, x in ((cast.GREYING, 34), (cast.FRIEND_AFRO, 126)):
        one(c, look, "smile", x, 56, 33)
    one(c, cast.LONG, "smile", 80, 66, 38)


def _partner(c: Canvas) -> None:
    other = Figure(c, cast.CROP, 112, 72, 36, facing=-0.5, mood="happy", tilt=-8)
    other.bust()
    other.arm_down(1)
    other.arm_down(-1, out=0)
    person = Figure(c, cast.BOB, 50, 76, 36, facing=0.5, mood="happy", tilt=8)
    person.bust()
    person.arm_down(-1)
    person.arm_down(1, out=0)
    heart(c.at(81, 30, 0.95))


def _doctor(c: Canvas) -> None:
    doctor = one(c, cast.DOCTOR, y=62, head=46)
    u, y = doctor.u, doctor.y
    c.curve(
        [(68, y + 32 * u), (68, y + 56 * u), (80, y + 70 * u), (92, y + 56 * u), (92, y + 32 * u)],
        None,
        "#3a3f4c",
        5,
    )
    c.circle(80, y + 76 * u, 6, STONE)


def _other_person(c: Canvas) -> None:
    one(c, Look(BROWN, "short", "#6b4029", "tee", STONE), "calm", y=62, head=46)


def _called_names(c: Canvas) -> None:
    other = Figure(c, cast.STRANGER, 40, 72, 36, facing=0.9, mood="stern")
    other.bust()
    other.arm_down(-1)
    other.arm_down(1)
    person = Figure(c, cast.CURLS, 122, 78, 34, facing=0.5, mood="sad", tilt=8)
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    props.bubble(c.at(84, 28), 74, 40, -32, 14)
    for x, turn in ((60, 0), (84, 20), (108, 0)):
        c.at(x, 28, 1, turn).line(-7, -7, 7, 7, ROSEWOOD, 5)
        c.at(x, 28, 1, turn).line(-7, 7, 7, -7, ROSEWOOD, 5)


def _left_alone(c: Canvas) -> None:
    person = Figure(c, cast.SILVERY, 42, 66, 36, facing=0.8, mood="sad")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    props.open_door(c.at(122, 150, 0.86), view=CREAM)
    for x in (116, 130):
        c.line(x, 112, x, 146, "#4a4650", 9)
    c.rect(110, 76, 27, 42, "#7d7f88", 8)
    c.circle(123, 66, 10, "#6b4029")


def _stop_hand(c: Canvas) -> None:
    person = Figure(c, cast.CURLS, 60, 62, 40, facing=0.3, mood="stern")
    person.bust()
    person.arm_down(-1)
    limbs: list[tuple[list[tuple[float, float]], float]] = [([(112.0, 122.0), (112.0, 98.0)], 42.0)]
    limbs += [
        ([(96 + 11 * i, 94.0), (95 + 11.6 * i, top)], 12.0) for i, top in enumerate((60.0, 51.0, 52.0, 62.0))
    ]
    limbs.append(([(98.0, 118.0), (80.0, 96.0)], 13.0))
    c.tubes([([(110.0, 151.0), (112.0, 128.0)], 26.0)], cast.CURLS.colour, "butt")
    c.tubes(limbs, cast.CURLS.skin)
    c.line(98, 151, 122, 151)


_BOARD = (
    ("happy", "A happy person.", _happy),
    ("sad", "A sad person.", _sad),
    ("angry", "An angry person with crossed arms.", _angry),
    ("worried", "A worried person.", _worried),
    ("bored", "A bored person.", _bored),
    ("lonely", "A sad person alone on a bench.", _lonely),
    ("like", "A happy person and a heart.", _like),
    ("dont-like", "A sad person and a crossed-out heart.", _dont_like),
    ("want", "A person reaches for a cup.", _want),
    ("me", "A person with a hand on the chest.", _me),
    ("staff", "A support worker.", _staff),
    ("manager", "A manager.", _manager),
    ("friend", "Two friends.", _friend),
    ("family", "Three people of one family.", _family),
    ("people", "Three people.", _people),
    ("partner", "Two people and a heart.", _partner),
    ("doctor", "A doctor.", _doctor),
    ("other-person", "Another person.", _other_person),
    ("called-names", "Someone says bad words to a sad person.", _called_names),
    ("left-alone", "A person is sad. Someone walks away.", _left_alone),
    ("stop-hand", "A person holds up a hand to stop.", _stop_hand),
)

PICTURES: tuple[Picture, ...] = tuple(Picture(name, alt, draw) for name, alt, draw in _BOARD)
