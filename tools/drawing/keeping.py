"""Pictures for what is kept, who opens it and what comes of it, and for set-up."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.areas import boat, envelope
from tools.drawing.canvas import Canvas
from tools.drawing.controls import laptop
from tools.drawing.figure import Figure
from tools.drawing.palette import (
    BLUE,
    CORAL,
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
    TEAL,
    WHITE,
    WOOD,
)
from tools.drawing.picture import Picture, symbol
from tools.drawing.scenes_person import portrait


def delete(c: Canvas) -> None:
    """Draw a bin."""
    c.path("M60 28V18Q60 12 66 12H94Q100 12 100 18V28", None, width=7)
    c.path("M34 46H126L118 140Q117 148 109 148H51Q43 148 42 140Z", STONE)
    c.rect(22, 28, 116, 18, SLATE, 6)
    for x, dx in ((62, 3), (80, 0), (98, -3)):
        c.line(x, 66, x + dx, 128, width=7)


def keep(c: Canvas) -> None:
    """Draw a sealed envelope that goes into a box with a lock."""
    envelope(c.at(80, 48, 0.72, line=4.4))
    c.path("M18 72H142L134 146H26Z", WOOD)
    c.rect(10, 62, 140, 18, OAK, 4)
    props.padlock(c.at(80, 112, 1.05))


def sign_slip(c: Canvas) -> None:
    """Draw a slip of paper with two small pictures: somebody's sign."""
    c.rect(12, 36, 136, 88, WHITE, 4)
    for x in range(4):
        c.line(22 + x * 34, 24, 34 + x * 34, 24, SLATE)
    fine = c.at(0, 0, line=3.2)
    fine.rect(24, 50, 50, 60, PAPER, 4)
    fine.rect(86, 50, 50, 60, PAPER, 4)
    boat(fine.at(49, 78, 0.3, line=2.8))
    props.key(fine.at(112, 80, 0.9, -40))


def your_sign(c: Canvas) -> None:
    """Draw two picture cards with a plus between."""
    for x in (8, 92):
        c.rect(x, 40, 60, 80, WHITE, 6)
    boat(c.at(38, 78, 0.36, line=3.4))
    props.key(c.at(121, 82, 1.05, -40))
    c.line(80, 70, 80, 90)
    c.line(73, 80, 87, 80)


def what_happens_next(c: Canvas) -> None:
    """Draw the way of the answers: envelope, key, report."""
    envelope(c.at(36, 36, 0.46, line=3.6))
    props.arrow(c.at(84, 36), 22, SUN, 4)
    props.key(c.at(124, 36, 1.0), CORAL)
    c.path("M128 58V84", None)
    c.poly([(119, 80), (137, 80), (128, 94)], INK)
    report_sheet(c.at(120, 122, 0.62, line=3.6))
    portrait(c.at(40, 116, 1.0, line=3.0), cast.LONG, 50, 58, SKY)
    props.arrow(c.at(82, 118, 1, 180), 22, SUN, 4)


def report_sheet(c: Canvas) -> None:
    """Draw a sheet with bars, 70 wide and 84 high, round the origin."""
    c.rect(-35, -42, 70, 84, WHITE, 3)
    for i, (w, colour) in enumerate(((46, TEAL), (30, SUN), (38, CORAL))):
        c.rect(-24, -30 + i * 22, w, 13, colour, 1)


def no_copy(c: Canvas) -> None:
    """Draw a sheet crossed out."""
    props.sheet(c.at(80, 80, 1.0), 88, 116, 4)
    c.line(26, 134, 134, 26, ROSEWOOD, 11)


def my_views(c: Canvas) -> None:
    """Draw a sheet with the person's face and ticked lines."""
    c.rect(24, 8, 112, 144, WHITE, 5)
    portrait(c.at(80, 48, line=3.2), cast.CURLS, 54, 60, SKY)
    for y in (98, 116, 134):
        props.tick(c.at(46, y, 0.9), LEAF, 6)
        c.line(64, y, 120, y, SLATE)


def who_opens(c: Canvas) -> None:
    """Draw somebody from outside the home with a key and a sealed envelope."""
    opener = Figure(c, cast.BROTHER, 84, 54, 42, mood="smile")
    opener.bust()
    envelope(c.at(108, 122, 0.58, line=3.4))
    opener.arm(1, (132, 142), "flat", turn=192, elbow=(140, 148))
    opener.arm(-1, (34, 112), "fist", turn=-84, elbow=(40, 148))
    props.key(c.at(33, 74, 1.15, 96), SUN)


def nobody_reads_today(c: Canvas) -> None:
    """Draw a sealed envelope with a crossed-out eye."""
    envelope(c.at(80, 98, 1.0))
    c.circle(112, 44, 36, WHITE)
    c.path("M86 44C98 26 126 26 138 44C126 62 98 62 86 44Z", SKY)
    c.circle(112, 44, 8, INK)
    c.line(90, 70, 134, 18, ROSEWOOD, 8)


def pass_phrase(c: Canvas) -> None:
    """Draw four word cards and a key."""
    for i in range(4):
        x, y = 10 + i % 2 * 74, 12 + i // 2 * 46
        c.rect(x, y, 66, 38, WHITE, 5)
        c.line(x + 13, y + 19, x + 50 - 8 * (i % 3), y + 19, SLATE, 7)
    props.key(c.at(78, 128, 1.7))


def recovery_key(c: Canvas) -> None:
    """Draw a sheet of paper with a key on it."""
    c.rect(26, 8, 108, 144, WHITE, 5)
    props.key(c.at(80, 48, 1.5))
    for y in (88, 108, 128):
        c.line(42, y, 118, y, SLATE, 6)


def backup(c: Canvas) -> None:
    """Draw two equal boxes with an arrow: a second copy."""
    for x in (8, 104):
        c.rect(x, 46, 48, 68, BLUE, 5)
        c.line(x + 10, 64, x + 38, 64, WHITE, 6)
        c.circle(x + 38, 98, 4.4, SUN, None)
    props.arrow(c.at(80, 80), 34, SUN, 7)


def report(c: Canvas) -> None:
    """Draw a report with bars."""
    report_sheet(c.at(80, 80, 1.66))


def few_people(c: Canvas) -> None:
    """Draw a house with three people."""
    props.house(c.at(80, 60, 2.0), SAGE)
    for look, x in ((cast.GREYING, 34), (cast.CURLS, 80), (cast.BOB, 126)):
        figure = Figure(c, look, x, 116, 24)
        figure.bust()
        figure.arm_down(-1, out=1)
        figure.arm_down(1, out=1)


def computer(c: Canvas) -> None:
    """Draw a laptop."""
    laptop(c.at(80, 82, 1.2))


PICTURES = (
    symbol("delete", "A bin.", delete),
    symbol("keep", "An envelope goes into a locked box.", keep),
    symbol("sign-slip", "A slip of paper with a boat and a key.", sign_slip),
    symbol("your-sign", "Two picture cards, a boat and a key.", your_sign),
    symbol("what-happens-next", "An envelope, a key, a report, a person.", what_happens_next),
    symbol("no-copy", "A sheet of paper, crossed out.", no_copy),
    symbol("my-views", "A sheet with a face and ticks.", my_views),
    Picture("who-opens", "Someone holds a key and a sealed envelope.", who_opens),
    symbol("nobody-reads-today", "A sealed envelope and a crossed-out eye.", nobody_reads_today),
    symbol("pass-phrase", "Four word cards and a key.", pass_phrase),
    symbol("recovery-key", "A sheet of paper with a key.", recovery_key),
    symbol("backup", "Two boxes and an arrow from one to the other.", backup),
    symbol("report", "A sheet with bars.", report),
    Picture("few-people", "A house and three people.", few_people),
    symbol("computer", "A computer.", computer),
)
