"""How close things stand on a page, and how large: the roomiest way in which it need not be scrolled."""

from __future__ import annotations

from typing import NamedTuple

from duq_desktop.ui.theme.tokens import Sizes


class Density(NamedTuple):
    """``line`` is the side of a line's picture at 100 %; the others are parts of the usual lengths.

    ``edge`` is for what is left free above and below the page's content, ``between`` for what is left
    between its parts, ``words`` for the letters of lines to read, ``card`` for the pictures on what can be
    pressed. ``foot`` is the least that is left free below it.
    """

    line: int
    edge: float = 1.0
    between: float = 1.0
    words: float = 1.0
    card: float = 1.0
    foot: float = 0.0

    def gap(self, sizes: Sizes) -> int:
        """Pixels between the parts of a page; never fewer than asked for by who wants more room."""
        wanted = round(sizes.gap * 1.3 * self.between)
        return max(sizes.between, wanted) if sizes.wide else wanted


USUAL = Density(72)
CLOSEST = Density(56, 0.0, 0.25)
_LARGE_WORDS = 1.24
"""The letters of a page of few lines: 26 pixels at 100 %, still less than its heading."""
_TO_READ = (
    Density(200, 1.0, 1.6, _LARGE_WORDS),
    Density(160, 1.0, 1.6, _LARGE_WORDS),
    Density(144, 1.0, 1.3, _LARGE_WORDS),
    Density(112, 1.0, 1.0, _LARGE_WORDS),
    Density(92),
)
_BUTTONS = Density(92, card=1.4), Density(72, card=1.2)
_CARDS = (Density(72, card=1.25),)
_TO_WELCOME = Density(92, 0.6, 1.1, _LARGE_WORDS), Density(84, 0.5, 0.85, _LARGE_WORDS)
_CLOSE = Density(72, 0.4, 0.75), Density(64, 0.2, 0.55), Density(56, 0.1, 0.4), CLOSEST

_TO_PRESS = {"buttons": _BUTTONS, "cards": _CARDS}
"""Cards share rows and columns: for them one way is tried, not several."""

_MUCH = 200
"""From this text size on, in per cent, a page that must be scrolled stands closer: more is seen at once."""


def too_long(sizes: Sizes) -> Density:
    """How things stand on a page that must be scrolled.

    What comes last has room below it, so that who has come to it is not yet at the very end.
    """
    return _CLOSE[1]._replace(foot=1.0) if sizes.percent >= _MUCH else USUAL


def densities(*, is_to_read: bool, grows: str, welcomes: bool, room: int) -> tuple[Density, ...]:
    """What is tried, the roomiest first. ``room``: the most that a line's picture may take, at 100 %.

    On a page that is only read the lines may be large; on another one the pictures on what it ``grows``,
    its "buttons" or its "cards"; on the page that ``welcomes`` the lines have larger letters.
    """
    large = _TO_WELCOME if welcomes else _TO_READ if is_to_read else _TO_PRESS.get(grows, ())
    return (*(each for each in large if each.line <= room), USUAL, *_CLOSE)
