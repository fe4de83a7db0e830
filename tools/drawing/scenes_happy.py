"""Scenes of the third area: being happy and safe."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.figure import Figure
from tools.drawing.palette import BLUE, CREAM, LEAF, ROSEWOOD, SAGE, SKY, STONE, SUN, WHITE
from tools.drawing.picture import Picture


def smiling_on_sofa(c: Canvas) -> None:
    """Draw the person at ease on a sofa, a lamp and a plant at the sides."""
    props.window(c.at(34, 38), 42, 34)
    props.sofa(c.at(80, 122), 140)
    person = Figure(c, cast.CURLS, 80, 50, 25, mood="happy")
    person.sitting_front(drop=30)
    person.arm(-1, (32, 80), turn=172, elbow=(47, 84))
    person.arm(1, (93, 122), "flat", turn=120)


def brings_blanket(c: Canvas) -> None:
    """Draw a worker bringing a blanket to the person in an armchair."""
    props.armchair(c.at(112, 118, 1.1), SAGE)
    person = Figure(c, cast.SILVERY, 112, 52, 24, facing=-0.8, mood="smile")
    person.sitting_front(spread=18, drop=32)
    person.arm(1, (122, 114), turn=150)
    person.arm(-1, (101, 114), turn=30)
    worker = Figure(c, cast.WORKER_SHORT, 38, 22, 21, facing=0.8, mood="smile")
    worker.standing()
    worker.arm(-1, (42, 78), turn=-5)
    props.blanket(c.at(62, 78, 0.95), ROSEWOOD)
    worker.arm(1, (62, 86), "flat", turn=0)


def safe_at_home(c: Canvas) -> None:
    """Draw the person resting in an armchair; the front door has its own lock."""
    props.door(c.at(38, 148, 1.0), 50, 112, ROSEWOOD, panes=True)
    c.circle(56, 90, 3, SUN)
    props.padlock(c.at(42, 106, 0.8))
    props.armchair(c.at(116, 116, 1.05), SAGE)
    person = Figure(c, cast.GREYING, 116, 49, 25, facing=-0.3, mood="smile")
    person.sitting_front(spread=18, drop=30)
    person.arm(1, (124, 114), turn=160)
    person.arm(-1, (108, 114), turn=20)


def comforting(c: Canvas) -> None:
    """Draw a worker with an arm round a crying person."""
    worker = Figure(c, cast.WORKER_PONY, 106, 44, 35, facing=-0.8, mood="sorry", tilt=-6)
    worker.bust()
    worker.arm_down(1)
    worker.arm_down(-1, out=-6)
    person = Figure(c, cast.CROP, 56, 58, 36, facing=0.5, mood="cry", tilt=8)
    person.bust()
    person.arm_down(1)
    c.blob([(46, 112), (60, 106), (72, 114), (66, 128), (50, 128)], WHITE)
    person.arm(-1, (44, 128), "fist", turn=-20)
    fingers = [([(29 - i * 0.8, 92 + 4.6 * i), (37 - abs(i - 1) * 1.4, 93 + 4.6 * i)], 6.2) for i in range(4)]
    for finger in fingers:
        c.at(0, 0, line=2.4).tubes([finger], worker.look.skin)


def seeing_doctor(c: Canvas) -> None:
    """Draw the person with a doctor, a helper at their side."""
    helper = Figure(c, cast.WORKER_LOCS, 132, 46, 30, facing=-0.8, mood="listen")
    helper.bust()
    helper.arm_down(1, out=0)
    person = Figure(c, cast.LONG, 92, 54, 31, facing=-0.8, mood="talk")
    person.bust()
    person.arm_down(1)
    person.arm_down(-1)
    doctor = Figure(c, cast.DOCTOR, 36, 46, 33, facing=0.8, mood="listen")
    doctor.bust()
    doctor.arm_down(1)
    c.curve([(27, 70), (27, 92), (34, 104), (44, 92), (45, 70)], None, "#3a3f4c", 4)
    c.line(34, 104, 34, 114, "#3a3f4c", 4)
    c.circle(34, 119, 5, STONE)
    c.at(66, 122, 1, 8).rect(-13, -18, 26, 36, WHITE, 2)
    props.words(c.at(66, 121, 0.9, 8), 3, 17)
    doctor.arm(-1, (46, 132), "flat", turn=-12)


def stepping_back(c: Canvas) -> None:
    """Draw the person leaning back with raised hands from someone who comes too near."""
    other = Figure(c, cast.STRANGER, 42, 44, 37, facing=1.0, mood="stern", lean=5)
    other.bust()
    other.arm_down(-1)
    other.arm(1, (73, 97), "point", turn=-4, elbow=(70, 126))
    person = Figure(c, cast.BOB, 131, 58, 33, facing=-1.0, mood="scared", tilt=8, lean=6)
    person.bust()
    person.arm(1, (134, 114), "palm", turn=-100, thumb=-1)
    person.arm(-1, (113, 106), "palm", turn=-100, thumb=1, elbow=(102, 136))


def reading_alone(c: Canvas) -> None:
    """Draw the person reading by themselves, the door shut."""
    props.door(c.at(36, 146), 46, 108, BLUE)
    props.armchair(c.at(112, 118, 1.1), ROSEWOOD)
    person = Figure(c, cast.SHAWL, 112, 49, 25, mood="read")
    person.sitting_front(spread=18, drop=30)
    person.arm(-1, (96, 102), turn=-20)
    person.arm(1, (128, 102), turn=200)
    c.path(
        "M112 90C106 85 96 85 91 88V106C96 103 106 103 112 108C118 103 128 103 133 106V88"
        "C128 85 118 85 112 90Z",
        WHITE,
    )
    c.line(112, 90, 112, 108)


def visitor_at_door(c: Canvas) -> None:
    """Draw the person welcoming a visitor with flowers at the open front door."""
    c.rect(78, 10, 74, 146, STONE, 2)
    c.rect(86, 18, 58, 138, SKY)
    guest = Figure(c, cast.MOTHER, 114, 54, 32, facing=-0.8, mood="happy")
    guest.bust()
    guest.arm_down(-1, out=0)
    c.path("M78 156V18", None)
    person = Figure(c, cast.GINGERY, 46, 54, 34, facing=0.8, mood="happy")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (16, 92), "palm", turn=-96, elbow=(15, 126))
    for x, y, colour in ((88, 100, ROSEWOOD), (98, 96, SUN), (94, 107, SUN), (103, 105, ROSEWOOD)):
        c.line(x, y, 96, 126, LEAF, 3.4)
        c.circle(x, y, 4.6, colour)
    c.poly([(84, 112), (108, 112), (96, 136)], CREAM)
    guest.arm(1, (116, 130), "fist", turn=190)


PICTURES = (
    Picture("smiling-on-sofa", "A person smiles on a sofa at home.", smiling_on_sofa),
    Picture("brings-blanket", "A worker brings a blanket to a person in a chair.", brings_blanket),
    Picture("safe-at-home", "A person rests at home. The front door is locked.", safe_at_home),
    Picture("comforting", "A worker comforts a crying person.", comforting),
    Picture("seeing-doctor", "A person talks to a doctor. A helper is there.", seeing_doctor),
    Picture("stepping-back", "A person steps back, scared, from someone who points.", stepping_back),
    Picture("reading-alone", "A person reads alone in a room. The door is shut.", reading_alone),
    Picture("visitor-at-door", "A person welcomes a visitor at the front door.", visitor_at_door),
)
