"""Adult heads: face, mood, hair, beard, glasses.

A head is drawn in its own units: centre (0, 0), crown at -20, chin at 20, cheeks at 14 either side.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.drawing.canvas import Canvas
from tools.drawing.palette import BLACK, INK, SKY, WHITE

_HEAD = (
    "M-14 -4C-14 -15 -8 -20 0 -20C8 -20 14 -15 14 -4C14 4 13.4 8 11 12.6"
    "C8.4 17.4 4.4 20 0 20C-4.4 20 -8.4 17.4 -11 12.6C-13.4 8 -14 4 -14 -4Z"
)


@dataclass(frozen=True)
class Look:
    """How somebody looks, whatever they do. Colours are those of the palette."""

    skin: str
    hair: str
    hair_colour: str = BLACK
    top: str = "jumper"
    colour: str = WHITE
    legs: str = "#4a5160"
    broad: float = 1.0
    glasses: bool = False
    beard: str = ""
    lined: bool = False
    hearing_aid: bool = False
    accent: str = WHITE


@dataclass(frozen=True)
class Mood:
    """A face: brow height and slant, eye, mouth."""

    brow: float = -7.0
    slant: float = 0.0
    eye: str = "dot"
    mouth: str = "smile"


MOODS = {
    "smile": Mood(),
    "calm": Mood(mouth="soft"),
    "happy": Mood(brow=-8.0, mouth="open-smile"),
    "talk": Mood(brow=-7.5, mouth="talk"),
    "listen": Mood(brow=-8.0, mouth="soft"),
    "think": Mood(brow=-8.5, slant=0.6, mouth="flat"),
    "puzzled": Mood(brow=-8.5, slant=-1.4, mouth="side"),
    "sad": Mood(brow=-7.5, slant=-2.2, mouth="sad"),
    "cry": Mood(brow=-7.0, slant=-2.4, eye="closed", mouth="sad"),
    "worried": Mood(brow=-8.5, slant=-2.2, mouth="wave"),
    "scared": Mood(brow=-9.4, slant=-2.0, eye="wide", mouth="small-open"),
    "bored": Mood(brow=-5.5, eye="half", mouth="flat"),
    "stern": Mood(brow=-5.0, slant=1.8, mouth="flat"),
    "angry": Mood(brow=-4.8, slant=2.4, mouth="sad"),
    "shout": Mood(brow=-4.8, slant=2.6, mouth="shout"),
    "rest": Mood(eye="closed", mouth="soft"),
    "sorry": Mood(brow=-8.0, slant=-1.8, mouth="soft"),
    "read": Mood(eye="down", mouth="soft"),
}


def draw_back_hair(c: Canvas, look: Look) -> None:
    """Draw what hangs behind neck and shoulders; c is the head's frame."""
    colour = look.hair_colour
    if look.hair == "long":
        c.path("M-15 -6C-19 8 -19 24 -21 36C-10 41 10 41 21 36C19 24 19 8 15 -6Z", colour)
    elif look.hair == "bob":
        c.path("M-15.5 -8C-20 2 -20 12 -18 20C-10 24 10 24 18 20C20 12 20 2 15.5 -8Z", colour)
    elif look.hair == "bun":
        c.circle(0, -23.5, 7.5, colour)
    elif look.hair == "afro":
        c.circle(0, -8, 22.5, colour)
    elif look.hair == "ponytail":
        c.path("M8 -16C22 -20 25 -6 22 4C20 12 24 16 21 24C14 20 12 6 14 -2Z", colour)
    elif look.hair == "locs":
        for side in (-1, 1):
            outer, inner = [(17, -4), (19, 14), (18, 29)], [(13, -2), (13.5, 14), (12, 33)]
            for strand in (outer, inner):
                c.tubes([([(side * x, y) for x, y in strand], 6.5)], colour)
    elif look.hair == "hijab":
        c.path("M-17 -6C-22 12 -24 26 -27 34C-12 44 12 44 27 34C24 26 22 12 17 -6Z", colour)


_CAPS = {
    "short": "M-14.6 0C-18 -15 -10 -24 1 -24C11 -24 18 -15 14.6 0L12.8 -1C13 -7 11.4 -10.5 8.6 -12.6"
    "C2 -10.4 -4 -11 -8.6 -13.6C-11.6 -11 -13 -7 -12.8 -1Z",
    "parted": "M-14.6 0C-18.5 -14 -12 -24 0 -24C12 -24 18.5 -14 14.6 0L12.8 -2C12.4 -8 10 -11.5 6.5 -14.5"
    "C1 -9 -6 -8.5 -12.4 -7L-12.8 -1Z",
    "crop": "M-14.4 -3C-16 -16 -9 -22.6 0 -22.6C9 -22.6 16 -16 14.4 -3L12.6 -6C11.6 -11 8 -13.4 0 -13.4"
    "C-8 -13.4 -11.6 -11 -12.6 -6Z",
    "quiff": "M-14.6 0C-17 -10 -16 -19 -9 -21C-4 -27 12 -27 14.6 -18C17 -12 16 -6 14.6 0L12.8 -2"
    "C13 -7 12 -10 10 -12.6C3 -13.5 -5 -12.6 -10 -13C-12 -10 -13 -6 -12.8 -1Z",
    "long": "M-16.4 12C-20 -12 -12 -24 0 -24C12 -24 20 -12 16.4 12C13.6 6 13.4 -4 10.4 -9.6"
    "C6 -12 3 -14 1 -16.4C-2 -12 -7 -9.6 -10.6 -8C-13.4 -4 -13.6 6 -16.4 12Z",
    "bob": "M-17.6 16C-21 -12 -12 -24 0 -24C12 -24 21 -12 17.6 16C14.4 12 13.6 -2 12.2 -7.6"
    "C5 -10.6 -5 -10.6 -12.2 -7.6C-13.6 -2 -14.4 12 -17.6 16Z",
    "bun": "M-14.6 1C-18 -15 -10 -23.4 0 -23.4C10 -23.4 18 -15 14.6 1C13 -6 10 -12 0 -14.4"
    "C-10 -12 -13 -6 -14.6 1Z",
    "ponytail": "M-14.6 1C-18 -15 -10 -23.6 0 -23.6C10 -23.6 18 -15 14.6 1C13.4 -6 10.6 -10 6 -13"
    "C0 -12 -8 -10 -12 -5C-13.4 -3 -14 -1 -14.6 1Z",
    "afro": "",
    "locs": "M-16 4C-20 -13 -11 -24.6 0 -24.6C11 -24.6 20 -13 16 4C14 -2 13 -8 8.6 -12"
    "C3 -13.6 -3 -13.6 -8.6 -12"
    "C-13 -8 -14 -2 -16 4Z",
    "curls": "",
    "bald": "",
    "hijab": "M-17 20C-22 -8 -14 -25 0 -25C14 -25 22 -8 17 20C14 26 5 29 0 29C-5 29 -14 26 -17 20Z",
    "turban": "M-16 -5C-22 -20 -12 -31 0 -31C12 -31 22 -20 16 -5"
    "C10 -11 5 -13.6 0 -16C-5 -13.6 -10 -11 -16 -5Z",
}


def draw_front_hair(c: Canvas, look: Look) -> None:
    """Draw the hair over the forehead."""
    colour = look.hair_colour
    if look.hair == "curls":
        for x, y in [(-14, -5), (14, -5), (-14.5, -12), (14.5, -12), (-9, -18), (9, -18), (0, -20)]:
            c.circle(x, y, 5.4, colour)
        c.blob(
            [(-13, -6), (-13, -14), (-5, -21), (5, -21), (13, -14), (13, -6), (6, -12), (-6, -12)],
            colour,
            None,
        )
        c.curve([(-12.4, -4), (-8, -11), (-2, -10.4), (3, -11.6), (8.4, -10.6), (12.4, -4)])
    elif look.hair == "afro":
        c.path(
            "M-14.4 0C-17 -16 -8 -22 0 -22C8 -22 17 -16 14.4 0C13.6 -7 9 -11 0 -11.6"
            "C-9 -11 -13.6 -7 -14.4 0Z",
            colour,
            None,
        )
        c.curve([(-14, 0), (-11.6, -7), (-6, -10.6), (0, -11.6), (6, -10.6), (11.6, -7), (14, 0)])
    elif look.hair == "bald":
        for side in (-1, 1):
            c.blob(
                [
                    (14.6 * side, 1),
                    (16 * side, -5),
                    (14.6 * side, -11),
                    (11.6 * side, -10),
                    (12.6 * side, -4),
                ],
                colour,
            )
    elif look.hair != "hijab":
        c.path(_CAPS[look.hair], colour)
    if look.hair == "turban":
        c.curve([(-14, -8), (-6, -20), (6, -27)])
        c.curve([(14, -8), (6, -18), (-1, -22)])


def _eye(c: Canvas, x: float, y: float, kind: str, fine: float) -> None:
    """Draw one eye."""
    if kind == "dot":
        c.ellipse(x, y, 1.6, 2.1, INK, None)
    elif kind == "wide":
        c.ellipse(x, y, 2.6, 3.2, WHITE, width=fine * 0.55)
        c.ellipse(x, y, 1.5, 1.9, INK, None)
    elif kind == "closed":
        c.curve([(x - 2.8, y), (x, y + 1.6), (x + 2.8, y)], width=fine)
    elif kind == "half":
        c.ellipse(x, y + 0.6, 1.6, 1.6, INK, None)
        c.line(x - 2.8, y - 1, x + 2.8, y - 1, width=fine)
    else:
        c.curve([(x - 2.6, y + 0.4), (x, y + 2.4), (x + 2.6, y + 0.4)], width=fine)
        c.line(x, y + 2.4, x, y + 1.6, width=fine)


def _mouth(c: Canvas, x: float, kind: str, fine: float) -> None:
    """Draw the mouth; x is the middle of the turned face."""
    y = 11.6
    if kind == "smile":
        c.curve([(x - 5, y - 0.8), (x, y + 2), (x + 5, y - 0.8)], width=fine)
    elif kind == "soft":
        c.curve([(x - 3.8, y), (x, y + 1), (x + 3.8, y)], width=fine)
    elif kind == "open-smile":
        c.path(
            f"M{x - 5.6} {y - 1.6}C{x - 4} {y + 5.6} {x + 4} {y + 5.6} {x + 5.6} {y - 1.6}Z",
            WHITE,
            width=fine,
        )
    elif kind == "talk":
        c.path(
            f"M{x - 4.2} {y - 1}C{x - 3} {y + 4.4} {x + 3} {y + 4.4} {x + 4.2} {y - 1}Z",
            "#7a3b3b",
            width=fine,
        )
    elif kind == "flat":
        c.line(x - 3.8, y + 0.6, x + 3.8, y + 0.6, width=fine)
    elif kind == "side":
        c.curve([(x - 3.4, y + 1), (x, y + 0.4), (x + 4, y - 1)], width=fine)
    elif kind == "sad":
        c.curve([(x - 4.4, y + 2.4), (x, y), (x + 4.4, y + 2.4)], width=fine)
    elif kind == "wave":
        c.curve([(x - 4.6, y + 1), (x - 1.6, y - 0.4), (x + 1.6, y + 1.6), (x + 4.6, y)], width=fine)
    elif kind == "small-open":
        c.ellipse(x, y + 1, 2.4, 3, "#7a3b3b", width=fine)
    elif kind == "shout":
        c.path(
            f"M{x - 5} {y - 2}C{x - 3} {y - 4} {x + 3} {y - 4} {x + 5} {y - 2}"
            f"C{x + 5.4} {y + 4} {x + 3} {y + 6} {x} {y + 6}"
            f"C{x - 3} {y + 6} {x - 5.4} {y + 4} {x - 5} {y - 2}Z",
            "#7a3b3b",
            width=fine,
        )


def _beard(c: Canvas, look: Look, x: float) -> None:
    """Draw a beard or a moustache under the mouth."""
    if look.beard == "full":
        c.path(
            f"M-14 1C-14 9 -13 13 -10.4 17C-7 21.6 -3 23 0 23C3 23 7 21.6 10.4 17C13 13 14 9 14 1"
            f"C12 5 10.5 7.2 {x + 6} 7.4C{x + 2} 6.6 {x - 2} 6.6 {x - 6} 7.4C-10.5 7.2 -12 5 -14 1Z",
            look.hair_colour,
        )
        c.ellipse(x, 12, 5.6, 3.2, look.skin, None)
    elif look.beard == "moustache":
        c.path(
            f"M{x - 6.6} 10.4C{x - 5} 6.6 {x - 1} 6.8 {x} 7.8C{x + 1} 6.8 {x + 5} 6.6 {x + 6.6} 10.4Z",
            look.hair_colour,
        )
    elif look.beard == "goatee":
        c.path(f"M{x - 4.4} 15.4C{x - 4} 22 {x + 4} 22 {x + 4.4} 15.4Z", look.hair_colour)


def draw_head(c: Canvas, look: Look, mood: str, facing: float, fine: float) -> None:
    """Draw head and face in the head's frame.

    facing: -1 looks to the picture's left, 0 straight, +1 right. fine: width of the face's lines.
    """
    feeling = MOODS[mood]
    x = facing * 4.6
    for side in (-1, 1):
        if side * facing < 0.7 and look.hair not in ("hijab", "bob", "long"):
            c.ellipse(side * 14 - facing * 1.2, 1.5, 3, 4.6, look.skin)
    if look.hair == "hijab":
        c.path(_CAPS["hijab"], look.hair_colour)
        c.ellipse(x * 0.4, 2, 12.6, 17.4, look.skin)
    else:
        c.path(_HEAD, look.skin)
    _beard(c, look, x)
    near, far = (5.6, 4.8) if facing > 0 else (4.8, 5.6)
    y = -0.6
    for ex, side in ((x - near, -1), (x + far, 1)):
        _eye(c, ex, y, feeling.eye, fine)
        lift = feeling.slant * side
        height = y + feeling.brow + 1
        c.line(ex - 3.2, height + lift / 2, ex + 3.2, height - lift / 2, width=fine)
    nose = 1.0 if facing >= 0 else -1.0
    c.path(
        f"M{x + nose * 1.0} 1C{x + nose * 2.4} 4 {x + nose * 3} 5.6 {x + nose * 2.2} 6.6"
        f"L{x - nose * 0.6} 6.8",
        width=fine * 0.85,
    )
    if look.lined:
        c.curve([(x - 7.6, 6.6), (x - 8.2, 9), (x - 7.4, 11.4)], width=fine * 0.6)
        c.curve([(x + 7.6, 6.6), (x + 8.2, 9), (x + 7.4, 11.4)], width=fine * 0.6)
    _mouth(c, x, feeling.mouth, fine)
    if mood == "cry":
        c.path(
            f"M{x + 7.6} 2C{x + 10.4} 6 {x + 10} 9 {x + 7.6} 9C{x + 5.2} 9 {x + 4.8} 6 {x + 7.6} 2Z",
            SKY,
            width=fine * 0.8,
        )
    draw_front_hair(c, look)
    if look.glasses:
        _glasses(c, x, near, far, fine)
    if look.hearing_aid:
        hook = "M13 -4.4C18 -7 20 -1 17.6 3.4"
        c.path(hook, None, width=fine * 2.6)
        c.path(hook, None, SKY, fine * 1.1)


def _glasses(c: Canvas, x: float, near: float, far: float, fine: float) -> None:
    """Draw round-cornered glasses."""
    for ex in (x - near, x + far):
        c.rect(ex - 4.4, -4.4, 8.8, 7.8, None, 3, width=fine * 0.9)
    c.line(x - near + 4.4, -1.4, x + far - 4.4, -1.4, width=fine * 0.9)
    c.line(x - near - 4.4, -1.8, -14, -2.6, width=fine * 0.9)
    c.line(x + far + 4.4, -1.8, 14, -2.6, width=fine * 0.9)
