"""Pictures on buttons and beside messages: seen small, so drawn large and bold."""

from __future__ import annotations

from tools.drawing import props
from tools.drawing.areas import envelope
from tools.drawing.canvas import Canvas
from tools.drawing.palette import (
    BLUE,
    CORAL,
    INK,
    LEAF,
    LILAC,
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
from tools.drawing.picture import symbol


def speaker(c: Canvas, waves: int = 3) -> None:
    """Draw a loudspeaker round the origin with sound waves to the right."""
    c.path("M-62 -20H-40L-10 -48V48L-40 20H-62Z", SUN)
    for i in range(waves):
        r = 16 + 18 * i
        c.curve([(-2 + r * 0.5, -r), (2 + r, 0), (-2 + r * 0.5, r)], None, width=c.line_width * 1.5)


def listen(c: Canvas) -> None:
    """Draw a loudspeaker with waves."""
    speaker(c.at(84, 80, 1.05))


def forward(c: Canvas) -> None:
    """Draw an arrow to the right."""
    props.arrow(c.at(80, 80), 124, SUN, 22)


def back(c: Canvas) -> None:
    """Draw an arrow to the left."""
    props.arrow(c.at(80, 80, 1, 0, flip=True), 124, STONE, 22)


def rest(c: Canvas) -> None:
    """Draw an armchair and a cup."""
    props.armchair(c.at(62, 106, 1.25), SAGE)
    c.rect(112, 112, 42, 7, WOOD, 3)
    c.line(133, 119, 133, 148)
    props.cup(c.at(130, 100, 1.25))


def hide(c: Canvas) -> None:
    """Draw a closed curtain on its rail."""
    c.line(8, 20, 152, 20, OAK, 8)
    for i in range(8):
        x = 16 + i * 16
        c.path(
            f"M{x} 26H{x + 16}C{x + 14} 60 {x + 17} 110 {x + 16} 144Q{x + 8} 150 {x} 144"
            f"C{x + 1} 110 {x - 2} 60 {x} 26Z",
            BLUE,
        )


def stop(c: Canvas) -> None:
    """Draw an eight-sided sign with an open hand."""
    k, f = 70.0, 29.0
    ring = [(80 - f, 80 - k), (80 + f, 80 - k), (80 + k, 80 - f), (80 + k, 80 + f)]
    ring += [(80 + f, 80 + k), (80 - f, 80 + k), (80 - k, 80 + f), (80 - k, 80 - f)]
    c.poly(ring, ROSEWOOD)
    limbs: list[tuple[list[tuple[float, float]], float]] = [([(80.0, 112.0), (80.0, 88.0)], 42.0)]
    limbs += [
        ([(64 + 11 * i, 84.0), (63 + 11.6 * i, top)], 11.0) for i, top in enumerate((48.0, 39.0, 40.0, 50.0))
    ]
    limbs.append(([(66.0, 108.0), (46.0, 84.0)], 12.0))
    c.tubes(limbs, WHITE)


def warning(c: Canvas) -> None:
    """Draw a calm warning triangle."""
    c.path("M72 24Q80 12 88 24L148 128Q154 142 140 142H20Q6 142 12 128Z", SUN)
    c.line(80, 62, 80, 98, width=11)
    c.circle(80, 120, 6.5, INK, None)


def printed_sheet(c: Canvas) -> None:
    """Draw a printer with a sheet coming out."""
    c.rect(42, 14, 76, 50, WHITE, 3)
    c.rect(14, 54, 132, 60, STONE, 10)
    c.circle(126, 72, 4, LEAF, None)
    c.rect(38, 88, 84, 58, WHITE, 3)
    for y, end in ((104, 108), (118, 108), (132, 86)):
        c.line(52, y, end, y, SLATE)


def key_and_lock(c: Canvas) -> None:
    """Draw a key beside a closed padlock."""
    props.padlock(c.at(54, 88, 2.5))
    props.key(c.at(126, 78, 1.5, 90), CORAL)


def sealed_envelope(c: Canvas) -> None:
    """Draw a sealed envelope with a small padlock."""
    envelope(c.at(76, 74, 1.0))
    c.circle(126, 122, 28, WHITE)
    props.padlock(c.at(126, 124, 0.95))


def laptop(c: Canvas) -> None:
    """Draw an open laptop, 116 wide, round the origin."""
    c.rect(-48, -42, 96, 66, "#3a3f4c", 6)
    c.rect(-39, -33, 78, 48, SKY, 2)
    c.path("M-50 24H50L60 42H-60Z", STONE)


def computer_speaks(c: Canvas) -> None:
    """Draw a laptop with sound waves."""
    laptop(c.at(68, 96, 0.98))
    speaker(c.at(70, 86, 0.4, line=4), 0)
    wave = c.at(100, 52, 1, -40)
    for r in (14, 30, 46):
        wave.curve([(r * 0.5, -r * 0.72), (r, 0), (r * 0.5, r * 0.72)], None, width=7)


def computer_silent(c: Canvas) -> None:
    """Draw a laptop with a crossed-out loudspeaker."""
    laptop(c.at(76, 96, 1.05))
    speaker(c.at(92, 84, 0.42, line=4), 0)
    c.circle(124, 42, 28, WHITE)
    speaker(c.at(131, 42, 0.34, line=4.4), 1)
    c.line(106, 60, 142, 24, ROSEWOOD, 8)


def headphones(c: Canvas) -> None:
    """Draw headphones."""
    c.path("M26 100V84C26 8 134 8 134 84V100", None, width=13)
    for x in (16, 116):
        c.rect(x, 84, 28, 56, CORAL, 11)


def quiet_room(c: Canvas) -> None:
    """Draw an empty armchair by a shut door."""
    props.door(c.at(44, 148), 52, 122, BLUE)
    props.armchair(c.at(114, 112, 1.08), SAGE)


def text_size(c: Canvas) -> None:
    """Draw the same letter shape small and large."""
    c.poly([(14, 126), (36, 74), (58, 126)], None, width=9, closed=False)
    c.line(23, 108, 49, 108, width=8)
    c.poly([(66, 126), (108, 26), (150, 126)], None, width=14, closed=False)
    c.line(83, 92, 133, 92, width=12)


def colours(c: Canvas) -> None:
    """Draw a painter's palette."""
    c.path(
        "M80 18C130 18 150 52 148 80C146 104 126 100 112 100C96 100 96 114 102 124C108 136 98 142 80 142"
        "C36 142 12 114 12 80C12 44 40 18 80 18Z",
        WOOD,
    )
    for x, y, colour in (
        (46, 68, ROSEWOOD),
        (76, 44, SUN),
        (112, 56, BLUE),
        (44, 102, LEAF),
        (72, 120, LILAC),
    ):
        c.circle(x, y, 11, colour)


def voice(c: Canvas) -> None:
    """Draw a mouth that speaks: lips with waves."""
    c.path("M12 80C26 62 42 54 50 62C58 54 74 62 88 80C74 104 62 110 50 110C38 110 26 104 12 80Z", CORAL)
    c.path("M24 80C40 74 60 74 76 80C66 94 34 94 24 80Z", WHITE)
    for r in (14, 30, 46):
        c.curve([(98 + r * 0.5, 80 - r), (104 + r, 80), (98 + r * 0.5, 80 + r)], None, width=8)


def speed(c: Canvas) -> None:
    """Draw a dial with a hand."""
    c.path("M12 112C12 20 148 20 148 112Z", PAPER)
    for x1, y1, x2, y2 in (
        (28, 84, 38, 89),
        (50, 56, 57, 66),
        (80, 45, 80, 57),
        (110, 56, 103, 66),
        (132, 84, 122, 89),
    ):
        c.line(x1, y1, x2, y2)
    c.line(80, 108, 108, 72, ROSEWOOD, 9)
    c.circle(80, 109, 9, INK)
    c.rect(12, 112, 136, 18, STONE, 4)


def pictures(c: Canvas) -> None:
    """Draw a framed picture."""
    c.rect(14, 26, 132, 108, OAK, 5)
    c.rect(28, 40, 104, 80, SKY)
    c.path("M28 104L62 70L84 94L104 78L132 104V120H28Z", SAGE)
    c.circle(106, 60, 10, SUN)


def computer_full(c: Canvas) -> None:
    """Draw a computer whose store is filled to the top."""
    laptop(c.at(80, 96, 1.15))
    c.rect(46, 66, 68, 32, WHITE, 4)
    for i in range(4):
        c.rect(50 + i * 15.4, 71, 13, 22, CORAL, 2, width=3)
    c.at(128, 34, 0.8).path("M-4 -24Q0 -30 4 -24L28 18Q31 25 24 25H-24Q-31 25 -28 18Z", SUN)
    c.line(128, 24, 128, 38, width=6)
    c.circle(128, 46, 2.6, INK)


def usb_stick(c: Canvas) -> None:
    """Draw a memory stick."""
    stick = c.at(80, 80, 1.0, -35)
    stick.rect(-66, -24, 92, 48, BLUE, 12)
    stick.rect(26, -18, 40, 36, STONE, 2)
    for y in (-10, 4):
        stick.rect(42, y, 10, 7, INK, 0, ink=None)
    stick.circle(-48, 0, 6, WHITE)


def finish(c: Canvas) -> None:
    """Draw a flag on a pole."""
    c.line(34, 14, 34, 148, OAK, 9)
    c.path("M38 20C60 8 84 36 140 20V84C90 100 64 70 38 84Z", CORAL)


def star_points(r1: float, r2: float) -> list[tuple[float, float]]:
    """Return a five-pointed star round the origin with outer and inner radius."""
    from_sin = [
        (0.0, -1.0),
        (0.588, -0.809),
        (0.951, -0.309),
        (0.951, 0.309),
        (0.588, 0.809),
        (0.0, 1.0),
        (-0.588, 0.809),
        (-0.951, 0.309),
        (-0.951, -0.309),
        (-0.588, -0.809),
    ]
    return [
        (x * (r1 if i % 2 == 0 else r2), y * (r1 if i % 2 == 0 else r2)) for i, (x, y) in enumerate(from_sin)
    ]


def best_thing(c: Canvas) -> None:
    """Draw a star."""
    c.at(80, 86).poly(star_points(72, 34), SUN)


def change(c: Canvas) -> None:
    """Draw two arrows that turn into each other."""
    for turn in (0, 180):
        half = c.at(80, 80, 1, turn)
        half.path("M-56 -6C-52 -46 -6 -66 30 -40", None, INK, 22)
        half.path("M-56 -6C-52 -46 -6 -66 30 -40", None, SUN if turn else CORAL, 12)
        half.poly([(14, -18), (58, -14), (46, -58)], SUN if turn else CORAL)


def look_at_answers(c: Canvas) -> None:
    """Draw a list with a magnifying glass."""
    c.rect(18, 12, 92, 132, WHITE, 5)
    for y in (38, 66, 94, 122):
        c.circle(36, y, 6, SUN, width=4)
        c.line(52, y, 94, y, SLATE)
    c.line(120, 122, 146, 148, OAK, 13)
    c.circle(102, 102, 28, SKY)


def undo(c: Canvas) -> None:
    """Draw an arrow that turns back."""
    path = "M44 58H96C152 58 152 130 96 130H56"
    c.path(path, None, INK, 26)
    c.path(path, None, SUN, 16)
    c.poly([(62, 18), (62, 98), (12, 58)], SUN)


def phone_999(c: Canvas) -> None:
    """Draw a phone with three nines on its screen and a light above."""
    c.path("M64 32C64 14 96 14 96 32V36H64Z", BLUE)
    props.rays(c.at(80, 32), 24, 28, 5, -165, 188)
    c.rect(40, 36, 80, 116, "#3a3f4c", 12)
    c.rect(50, 48, 60, 78, WHITE, 3)
    for x in (62, 80, 98):
        c.circle(x, 80, 6, None, width=4.4)
        c.path(f"M{x + 6} 80C{x + 6} 90 {x + 4} 96 {x - 2} 100", None, width=4.4)
    c.circle(80, 138, 4.4, WHITE, None)


CONTROLS = (
    symbol("listen", "A loudspeaker.", listen),
    symbol("next", "An arrow to the right.", forward),
    symbol("back", "An arrow to the left.", back),
    symbol("rest", "An armchair and a cup.", rest),
    symbol("hide", "A closed curtain.", hide),
    symbol("stop", "A sign with an open hand.", stop),
    symbol("warning", "A warning triangle.", warning),
    symbol("printed-sheet", "A printer with a sheet of paper.", printed_sheet),
    symbol("key-and-lock", "A padlock and a key.", key_and_lock),
    symbol("sealed-envelope", "A sealed envelope with a padlock.", sealed_envelope),
    symbol("computer-speaks", "A computer with sound coming out.", computer_speaks),
    symbol("computer-silent", "A computer without sound.", computer_silent),
    symbol("headphones", "A pair of headphones.", headphones),
    symbol("quiet-room", "An armchair in a room. The door is shut.", quiet_room),
    symbol("text-size", "A small letter and a big letter.", text_size),
    symbol("colours", "A paint palette.", colours),
    symbol("voice", "A mouth that speaks.", voice),
    symbol("speed", "A dial for slow and fast.", speed),
    symbol("pictures", "A framed picture.", pictures),
    symbol("computer-full", "A computer that is full.", computer_full),
    symbol("usb-stick", "A memory stick.", usb_stick),
    symbol("finish", "A flag.", finish),
    symbol("best-thing", "A star.", best_thing),
    symbol("change", "Two arrows turn round.", change),
    symbol("look-at-answers", "A list and a magnifying glass.", look_at_answers),
    symbol("undo", "An arrow that turns back.", undo),
    symbol("phone-999", "A phone shows 999.", phone_999),
)
