"""How close things stand on a page: the roomiest way in which it need not be scrolled."""

from __future__ import annotations

from typing import NamedTuple

from duq_desktop.ui.theme.tokens import Sizes


class Density(NamedTuple):
    """``line`` is the side of a line's picture at 100 %; the others are parts of the usual lengths.

    ``edge`` is for what is left free above and below the page's content, ``between`` for what is left
    between its parts.
    """

    line: int
    edge: float = 1.0
    between: float = 1.0

    def gap(self, sizes: Sizes) -> int:
        """Pixels between the parts of a page; never fewer than asked for by who wants more room."""
        return sizes.between if sizes.wide else round(sizes.between * self.between)


USUAL = Density(72)
_LARGE = Density(112), Density(92)
_CLOSE = Density(72, 0.4, 0.75), Density(64, 0.2, 0.55), Density(56, 0.1, 0.4)


def densities(*, is_to_read: bool) -> tuple[Density, ...]:
    """What is tried, the roomiest first: on a page that is only read the lines' pictures may be large."""
    return (*(_LARGE if is_to_read else ()), USUAL, *_CLOSE)
