"""The picture board of "Tell us more": feelings, people, places, things, times."""

from __future__ import annotations

from resources.drawing import cast, props
from resources.drawing.canvas import Canvas
from resources.drawing.face import Look
from resources.drawing.figure import Figure
from resources.drawing.palette import (
    BLUE,
    BROWN,
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
from resources.drawing.picture import Picture, symbol


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

PICTURES: tuple[Picture, ...] = (
    *(Picture(name, alt, draw) for name, alt, draw in _BOARD),
    *(symbol(name, alt, draw) for name, alt, draw in _THINGS),
)
