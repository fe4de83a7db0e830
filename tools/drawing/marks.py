"""The answers' marks: one dark colour, no thumbs, faces, red or green, for Yes can be the bad answer."""

from __future__ import annotations

from tools.drawing.canvas import Canvas
from tools.drawing.palette import INK, WHITE
from tools.drawing.picture import Picture, symbol

_THICK = 18.0


def mark_yes(c: Canvas) -> None:
    """Draw a tick."""
    c.poly([(26, 86), (64, 124), (134, 40)], None, width=_THICK, closed=False)


def mark_no(c: Canvas) -> None:
    """Draw a cross."""
    c.line(38, 38, 122, 122, width=_THICK)
    c.line(122, 38, 38, 122, width=_THICK)


def mark_sometimes(c: Canvas) -> None:
    """Draw a tick and a cross, equally large, side by side."""
    c.poly([(14, 84), (34, 106), (72, 54)], None, width=15, closed=False)
    c.line(98, 56, 146, 104, width=15)
    c.line(146, 56, 98, 104, width=15)


def mark_dont_know(c: Canvas) -> None:
    """Draw a question mark."""
    c.path("M50 58C50 22 110 22 110 58C110 82 80 78 80 106", None, width=16)
    c.circle(80, 134, 10, INK, None)


def _bubble(c: Canvas) -> None:
    c.path(
        "M30 22H130Q146 22 146 38V98Q146 114 130 114H78L46 142V114H30Q14 114 14 98V38Q14 22 30 22Z",
        WHITE,
        width=10,
    )


def mark_dont_want(c: Canvas) -> None:
    """Draw a speech bubble with a closed padlock: it stays with me."""
    _bubble(c)
    c.path("M64 66V56C64 34 96 34 96 56V66", None, width=9)
    c.rect(54, 64, 52, 36, INK, 6, ink=None)
    c.circle(80, 82, 5.4, WHITE, None)


def mark_dont_understand(c: Canvas) -> None:
    """Draw a speech bubble with a tangle in it."""
    _bubble(c)
    tangle = [
        (36, 74),
        (50, 46),
        (74, 58),
        (66, 90),
        (48, 78),
        (72, 46),
        (104, 48),
        (108, 80),
        (86, 90),
        (82, 66),
        (102, 58),
        (124, 74),
    ]
    c.curve(tangle, None, width=8)


def mark_later(c: Canvas) -> None:
    """Draw a clock with an arrow that goes on round it."""
    c.path("M124 42C104 14 60 12 36 38C10 66 16 112 48 132C82 152 128 136 138 98", None, width=11)
    c.poly([(140, 22), (132, 56), (100, 46)], INK, INK, 6)
    c.poly([(80, 48), (80, 82), (102, 96)], None, width=11, closed=False)


def mark_not_my_work(c: Canvas) -> None:
    """Draw a work badge with a dash across: this is not part of my job."""
    c.poly([(50, 10), (80, 40), (110, 10)], None, width=9, closed=False)
    c.rect(32, 40, 96, 106, WHITE, 12, width=10)
    c.line(56, 94, 104, 94, width=15)


PICTURES: tuple[Picture, ...] = (
    symbol("mark-yes", "A tick.", mark_yes),
    symbol("mark-sometimes", "A tick next to a cross.", mark_sometimes),
    symbol("mark-no", "A cross.", mark_no),
    symbol("mark-dont-know", "A question mark.", mark_dont_know),
    symbol("mark-dont-want", "A speech bubble with a padlock.", mark_dont_want),
    symbol("mark-dont-understand", "A speech bubble with a tangled line.", mark_dont_understand),
    symbol("mark-later", "A clock with an arrow.", mark_later),
    symbol("mark-not-my-work", "A work badge with a dash.", mark_not_my_work),
)
