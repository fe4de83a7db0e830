"""Pictures of people beside messages: welcome, who is near, taking part, thank you."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.face import Look
from tools.drawing.figure import Figure
from tools.drawing.palette import CREAM, INK, SKY, SLATE, STONE, WHITE
from tools.drawing.picture import Picture


def _pair(c: Canvas, other: Look, mood: str = "smile") -> None:
    """Draw somebody close beside the person."""
    near = Figure(c, other, 114, 52, 36, facing=-0.7, mood=mood)
    near.bust()
    near.arm_down(1)
    near.arm_down(-1, out=0)
    person = Figure(c, cast.CURLS, 54, 62, 38, facing=0.3, mood="smile")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1, out=2)


def staff_near(c: Canvas) -> None:
    """Draw a worker beside the person."""
    _pair(c, cast.WORKER_SHORT)


def family_near(c: Canvas) -> None:
    """Draw a relative beside the person, with the same hair and skin."""
    _pair(c, cast.MOTHER)


def friend_near(c: Canvas) -> None:
    """Draw a friend beside the person."""
    _pair(c, cast.FRIEND_BEARD, "happy")


def alone(c: Canvas) -> None:
    """Draw the person alone inside a room with a shut door."""
    c.path("M10 156V22Q10 12 20 12H140Q150 12 150 22V156Z", CREAM)
    props.door(c.at(122, 154, 0.9), 38, 104)
    person = Figure(c, cast.CURLS, 60, 62, 38, mood="calm")
    person.bust(154)
    person.arm_down(-1, 154)
    person.arm_down(1, 154)


def with_helper(c: Canvas) -> None:
    """Draw a helper reading aloud from a sheet beside the person."""
    helper = Figure(c, cast.WORKER_PONY, 116, 48, 35, facing=-0.5, mood="talk")
    helper.bust()
    helper.arm_down(-1, out=0)
    person = Figure(c, cast.CURLS, 48, 58, 36, facing=0.7, mood="listen")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1, out=2)
    page = c.at(78, 124, 1, -4)
    page.rect(-22, -27, 44, 54, WHITE, 3)
    page.rect(-16, -20, 15, 17, SKY, 1, width=2.4)
    props.words(page.at(10, -11, 0.8), 2, 13)
    props.words(page.at(0, 11), 2, 30)
    helper.arm(1, (114, 138), "flat", turn=190)
    for r in (8, 15):
        c.curve([(92 - r * 0.4, 50 - r * 0.6), (90 - r, 54), (92 - r * 0.4, 58 + r * 0.6)], None, SLATE, 3.4)


def tell_someone(c: Canvas) -> None:
    """Draw the person speaking to somebody who listens closely."""
    person = Figure(c, cast.CURLS, 40, 70, 37, facing=0.9, mood="worried")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1, out=2)
    other = Figure(c, cast.MOTHER, 120, 66, 37, facing=-0.9, mood="listen", tilt=-6)
    other.bust()
    other.arm_down(1)
    other.arm_down(-1, out=2)
    props.bubble(c.at(80, 26), 60, 34, -22, 14)
    for x in (66, 80, 94):
        c.circle(x, 26, 4, INK, None)


def help_me(c: Canvas) -> None:
    """Draw the person raising a hand for help."""
    person = Figure(c, cast.LONG, 74, 66, 42, mood="talk")
    person.bust()
    person.arm_down(-1)
    person.arm(1, (130, 70), "palm", turn=-90, thumb=-1, elbow=(132, 124))


def welcome(c: Canvas) -> None:
    """Draw the person waving in greeting at an open door."""
    c.rect(20, 8, 120, 148, STONE, 4)
    c.rect(30, 18, 100, 138, SKY)
    person = Figure(c, cast.GREYING, 74, 68, 40, mood="happy")
    person.bust()
    person.arm_down(-1)
    person.arm(1, (128, 74), "palm", turn=-76, thumb=-1, elbow=(128, 124))


def _with_mark(c: Canvas, yes: bool) -> None:
    person = Figure(c, cast.BOB, 62, 66, 42, facing=0.2, mood="smile" if yes else "calm")
    person.bust()
    person.arm_down(-1)
    person.arm_down(1)
    c.circle(122, 50, 32, WHITE)
    if yes:
        c.poly([(106, 51), (118, 64), (140, 36)], None, width=9, closed=False)
    else:
        c.line(110, 38, 134, 62, width=9)
        c.line(134, 38, 110, 62, width=9)


def yes_taking_part(c: Canvas) -> None:
    """Draw the person with a tick."""
    _with_mark(c, True)


def no_taking_part(c: Canvas) -> None:
    """Draw the person, just as calm, with a cross."""
    _with_mark(c, False)


def thank_you(c: Canvas) -> None:
    """Draw the person with a hand on the heart."""
    person = Figure(c, cast.CROP, 80, 54, 42, mood="happy", tilt=4)
    person.bust()
    person.arm_down(1)
    person.arm(-1, (72, 112), "flat", turn=-14, elbow=(34, 132))


PICTURES = (
    Picture("tell-someone", "A person tells someone, who listens.", tell_someone),
    Picture("help", "A person raises a hand for help.", help_me),
    Picture("staff-near", "A worker is next to a person.", staff_near),
    Picture("family-near", "A relative is next to a person.", family_near),
    Picture("friend-near", "A friend is next to a person.", friend_near),
    Picture("alone", "A person is alone in a room.", alone),
    Picture("with-helper", "A helper reads aloud to a person.", with_helper),
    Picture("welcome", "A person waves hello.", welcome),
    Picture("yes-taking-part", "A person with a tick.", yes_taking_part),
    Picture("no-taking-part", "A person with a cross.", no_taking_part),
    Picture("thank-you", "A person smiles, hand on the heart.", thank_you),
)
