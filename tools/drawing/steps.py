"""Pictures for the steps of taking part: choosing, asking, pausing, coming back."""

from __future__ import annotations

from tools.drawing import cast, props
from tools.drawing.canvas import Canvas
from tools.drawing.figure import Figure, hand_tubes
from tools.drawing.geometry import Point
from tools.drawing.palette import (
    BLUE,
    CORAL,
    CREAM,
    INK,
    OAK,
    PAPER,
    ROSEWOOD,
    SAND,
    SLATE,
    STONE,
    SUN,
    TEAL,
    WHITE,
)
from tools.drawing.picture import Picture, symbol
from tools.drawing.scenes_person import portrait


def _question_mark(c: Canvas, width: float = 9.0) -> None:
    """Draw a question mark round the origin, 56 high."""
    c.path("M-14 -12C-14 -32 16 -32 16 -12C16 2 0 0 0 14", None, width=width)
    c.circle(0, 28, width * 0.62, INK, None)


def _pointing_hand(c: Canvas, sleeve: str, skin: str) -> None:
    """Draw a hand that comes from below right and points at the origin."""
    hand = c.at(15, 22, 1.5, -125)
    hand.tubes(hand_tubes("point", -1), skin)
    arm: list[Point] = [(16.0, 23.0), (36.0, 52.0)]
    c.tubes([(arm, 24.0)], sleeve, "butt")


def _cards(c: Canvas) -> None:
    """Draw a screen with three answer cards."""
    c.rect(10, 14, 140, 100, "#3a3f4c", 8)
    c.rect(20, 24, 120, 80, PAPER, 3)
    for i in range(3):
        c.rect(28 + i * 37, 44, 30, 40, WHITE, 4)
    c.poly([(35, 64), (41, 71), (51, 57)], None, closed=False)
    c.poly([(69, 64), (73, 69), (78, 59)], None, width=4, closed=False)
    c.path("M83 59L91 69M91 59L83 69", None, width=4)
    c.path("M110 57L124 71M124 57L110 71", None)


def pressed_for_me(c: Canvas) -> None:
    """Draw a worker's hand that presses an answer card."""
    _cards(c)
    _pointing_hand(c.at(80, 86, 0.92), TEAL, SAND)


def dont_choose(c: Canvas) -> None:
    """Draw a worker's pointing hand over the cards, crossed out."""
    _cards(c)
    _pointing_hand(c.at(80, 74, 0.82), TEAL, SAND)
    c.circle(80, 80, 68, None, ROSEWOOD, 9)
    c.line(32, 128, 128, 32, ROSEWOOD, 9)


def wait(c: Canvas) -> None:
    """Draw an hourglass."""
    c.path(
        "M44 22H116C116 56 92 66 86 80C92 94 116 104 116 138H44C44 104 68 94 74 80C68 66 44 56 44 22Z", WHITE
    )
    c.path("M56 46C66 56 94 56 104 46C100 60 88 68 82 76H78C72 68 60 60 56 46Z", SUN, width=3)
    c.path("M50 134C52 116 70 110 80 102C90 110 108 116 110 134Z", SUN, width=3)
    for y in (12, 136):
        c.rect(32, y, 96, 14, OAK, 5)


def why_we_ask(c: Canvas) -> None:
    """Draw a house with a question mark above it."""
    props.house(c.at(80, 116, 1.3))
    _question_mark(c.at(80, 40, 1.0))


def question(c: Canvas) -> None:
    """Draw a speech bubble with a question mark."""
    props.bubble(c.at(80, 68, 1.0), 136, 108, -36, 26)
    _question_mark(c.at(80, 66, 1.15))


def check(c: Canvas) -> None:
    """Draw a box with a tick."""
    c.rect(22, 34, 104, 104, WHITE, 10)
    c.poly([(44, 86), (70, 112), (140, 28)], None, width=14, closed=False)


def _flag(c: Canvas) -> None:
    c.line(0, -40, 0, 0, OAK, 6)
    c.path("M2 -38C14 -44 22 -32 38 -38V-16C22 -10 14 -22 2 -16Z", CORAL)


def _dot(c: Canvas, x: float, y: float) -> None:
    c.circle(x, y, 11, cast.CURLS.colour)


def _path(c: Canvas, d: str) -> None:
    c.path(d, None, INK, 20)
    c.path(d, None, CREAM, 11)


def short_way(c: Canvas) -> None:
    """Draw a short, straight path to a flag."""
    _path(c, "M34 108H112")
    _dot(c, 34, 108)
    _flag(c.at(112, 104, 1.05))


def long_way(c: Canvas) -> None:
    """Draw a long, winding path to a flag."""
    _path(c, "M20 138H110C146 138 146 100 110 100H54C18 100 18 62 54 62H108")
    _dot(c, 20, 138)
    _flag(c.at(108, 60, 1.05))


def what_does_this_mean(c: Canvas) -> None:
    """Draw an open book with a question mark."""
    c.path(
        "M80 78C62 68 32 68 14 76V142C32 134 62 134 80 144C98 134 128 134 146 142V76C128 68 98 68 80 78Z",
        WHITE,
    )
    c.line(80, 78, 80, 144)
    for y in (94, 112):
        c.curve([(28, y), (46, y - 2), (66, y + 3)], None, SLATE, 4)
        c.curve([(132, y), (114, y - 2), (94, y + 3)], None, SLATE, 4)
    _question_mark(c.at(80, 34, 0.9))


def tell_us_more(c: Canvas) -> None:
    """Draw a speech bubble with a plus."""
    props.bubble(c.at(80, 68), 136, 108, -36, 26)
    c.line(80, 40, 80, 96, width=13)
    c.line(52, 68, 108, 68, width=13)


def picture_board(c: Canvas) -> None:
    """Draw a board of small pictures and the person's hand."""
    c.rect(10, 10, 140, 122, "#e9cfa6", 6)
    for i in range(6):
        c.rect(20 + i % 3 * 42, 20 + i // 3 * 54, 36, 46, WHITE, 4)
    fine = c.at(0, 0, line=3.0)
    props.cup(fine.at(37, 46), steam=False)
    props.house(fine.at(80, 44, 0.5))
    props.football(fine.at(122, 43, 0.85))
    fine.circle(38, 97, 10, SUN)
    props.rays(fine.at(38, 97), 13, 15)
    fine.path("M80 108C64 98 68 86 76 88C79 88 80 92 80 94C80 92 81 88 84 88C92 86 96 98 80 108Z", ROSEWOOD)
    fine.rect(115, 82, 14, 28, SLATE, 3)
    _pointing_hand(c.at(88, 104, 0.8), cast.CURLS.colour, cast.CURLS.skin)


def type_words(c: Canvas) -> None:
    """Draw a keyboard."""
    c.rect(8, 40, 144, 84, STONE, 10)
    for row in range(2):
        for i in range(6):
            c.rect(18 + i * 21.5, 52 + row * 22, 15, 14, WHITE, 3, width=3.4)
    c.rect(44, 98, 72, 14, WHITE, 3, width=3.4)


def contacts(c: Canvas) -> None:
    """Draw an address book with a portrait and a phone."""
    c.rect(28, 10, 108, 140, BLUE, 8)
    for y in (32, 64, 96, 128):
        c.line(20, y, 38, y, width=7)
    portrait(c.at(86, 58, 1.0, line=3.4), cast.MOTHER, 56, 62, CREAM)
    c.path("M62 112C60 132 82 142 100 138L104 128L92 120L86 126C80 124 76 120 74 114L80 108L72 98Z", WHITE)


def another_day(c: Canvas) -> None:
    """Draw today's calendar leaf, an arrow, the next leaf."""
    for x, colour in ((8, STONE), (98, CORAL)):
        c.rect(x, 40, 54, 80, WHITE, 5)
        c.path(f"M{x} 60V45Q{x} 40 {x + 5} 40H{x + 49}Q{x + 54} 40 {x + 54} 45V60Z", colour)
        for dx in (14, 40):
            c.line(x + dx, 32, x + dx, 46)
    c.path("M41 76C27 74 22 90 30 99C36 105 46 102 49 98C39 97 36 86 41 76Z", SLATE, width=3)
    c.circle(125, 90, 11, SUN)
    props.rays(c.at(125, 90), 15, 18)
    props.arrow(c.at(80, 136), 48, SUN, 6)


def come_back(c: Canvas) -> None:
    """Draw an open door with an arrow into it."""
    props.open_door(c.at(108, 138, 1.0), 56, 116)
    props.arrow(c.at(46, 96), 62, SUN, 11)


def _steps(c: Canvas, done: int) -> None:
    for i in range(5):
        x, y = 18 + i * 31, 122 - i * 21
        c.circle(x, y, 15.5, SUN if i < done else WHITE)
        if i < done:
            props.tick(c.at(x, y, 0.9), INK, 5)


def one_area_done(c: Canvas) -> None:
    """Draw five steps, the first one done."""
    _steps(c, 1)


def progress(c: Canvas) -> None:
    """Draw five steps, three done."""
    _steps(c, 3)


def think(c: Canvas) -> None:
    """Draw the person thinking."""
    person = Figure(c, cast.CURLS, 60, 86, 44, facing=0.5, mood="think")
    person.bust()
    person.arm_down(1)
    person.arm(-1, (52, 124), "point", turn=-66, thumb=-1, elbow=(26, 148))
    props.thought(c.at(112, 36), 76, 50, (-24, 30))
    for x in (96, 112, 128):
        c.circle(x, 36, 4, INK, None)


def talking(c: Canvas) -> None:
    """Draw two people talking to each other."""
    for look, x, way, flip in ((cast.LONG, 42, 1, False), (cast.FRIEND_AFRO, 118, -1, True)):
        figure = Figure(c, look, x, 84, 36, facing=0.8 * way, mood="talk")
        figure.bust()
        figure.arm_down(-1)
        figure.arm_down(1)
        bubble = c.at(44 if way > 0 else 116, 26, 1, flip=flip)
        props.bubble(bubble, 56, 30, 12, 11)
        props.words(bubble, 2, 32)


def same_support(c: Canvas) -> None:
    """Draw the person with a worker twice, an equals sign between: it stays the same."""
    for x in (0, 84):
        worker = Figure(c, cast.WORKER_SHORT, 52 + x, 66, 26, facing=-0.4)
        worker.bust(128)
        worker.arm_down(1, 128, out=0)
        worker.arm_down(-1, 128, out=0)
        person = Figure(c, cast.CURLS, 23 + x, 72, 26, facing=0.4)
        person.bust(128)
        person.arm_down(-1, 128, out=0)
        person.arm_down(1, 128, out=0)
    c.rect(62, 16, 36, 30, WHITE, 6)
    c.line(71, 26, 89, 26, width=5)
    c.line(71, 36, 89, 36, width=5)


PICTURES = (
    Picture("think", "A person thinks.", think),
    Picture("talking", "Two people talk to each other.", talking),
    Picture("same-support", "A person with a worker, before and after the same.", same_support),
    symbol("pressed-for-me", "A worker's hand presses an answer.", pressed_for_me),
    symbol("dont-choose", "A worker's hand on the answers, crossed out.", dont_choose),
    symbol("wait", "An hourglass.", wait),
    symbol("why-we-ask", "A house and a question mark.", why_we_ask),
    symbol("question", "A speech bubble with a question mark.", question),
    symbol("check", "A box with a tick.", check),
    symbol("short-way", "A short way to a flag.", short_way),
    symbol("long-way", "A long way to a flag.", long_way),
    symbol("what-does-this-mean", "A book and a question mark.", what_does_this_mean),
    symbol("tell-us-more", "A speech bubble with a plus.", tell_us_more),
    symbol("picture-board", "A hand points at a board of pictures.", picture_board),
    symbol("type-words", "A keyboard.", type_words),
    symbol("contacts", "A book with a face and a phone.", contacts),
    symbol("another-day", "A calendar page for today and for another day.", another_day),
    symbol("come-back", "An arrow goes in at an open door.", come_back),
    symbol("one-area-done", "Five steps go up. One is done.", one_area_done),
    symbol("progress", "Five steps go up. Three are done.", progress),
)
