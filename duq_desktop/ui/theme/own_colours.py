"""“This computer's colours”: a theme from what the system shows, mended where it is too weak. Pure: no Qt.

People who have set colours that they can see bring them along (EN 301 549 11.7). But few systems reach
7:1 for text and 3:1 for controls by themselves, so each colour that falls short gives way to the nearest
that does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.theme.contrast import CONTROL_RATIO, TEXT_RATIO, channels, luminance, ratio
from duq_desktop.ui.theme.tokens import Theme

COMPUTER = "computer"
"""The id of this theme."""

BLACK, WHITE = "#000000", "#ffffff"
_STEPS = 64
_DARKEST_LIGHT, _LIGHTEST_DARK = 0.32, 0.09
"""Grounds between these luminances carry neither black nor white at 7:1."""
_STRONG = 15.0
"""Who asks for high contrast gets at least this; below it, black and white."""


@dataclass(frozen=True)
class SystemColours:
    """What the system paints with, each ``#rrggbb``: grounds, text, and what is selected."""

    window: str
    base: str
    text: str
    highlight: str
    highlighted_text: str

    @property
    def is_dark(self) -> bool:
        """Whether its text is lighter than its ground."""
        return _light(self.text) > _light(self.base)


def computer_theme(colours: SystemColours, *, high_contrast: bool = False) -> Theme:
    """The theme from ``colours``. It has no ``problems``, whatever the colours are."""
    if high_contrast and ratio(colours.text, colours.base) < _STRONG:
        ground, ink = (BLACK, WHITE) if colours.is_dark else (WHITE, BLACK)
        colours = SystemColours(ground, ground, ink, colours.highlight, colours.highlighted_text)
    dark = colours.is_dark
    page, card = (_nearest(each, lambda c: _carries(c, dark)) for each in (colours.window, colours.base))
    grounds = {
        "page": page,
        "card": card,
        "notice": _toward(page, colours.text, 0.06, colours),
        "chosen": _toward(card, colours.highlight, 0.2, colours),
        "pressed": _toward(card, colours.highlight, 0.32, colours),
    }
    every, plain = tuple(grounds.values()), (page, card, grounds["notice"])
    ink = _nearest(colours.text, lambda c: _reaches(c, every, TEXT_RATIO))
    quiet = ink if high_contrast else _mixed(ink, card, 0.25)
    line = ink if high_contrast else _mixed(ink, card, 0.45)
    accent = _nearest(
        colours.highlight,
        lambda c: _reaches(c, (*plain, grounds["chosen"]), CONTROL_RATIO) and _has_ink(c),
    )
    highlight = _nearest(colours.highlight, _has_ink)
    return Theme(
        id=COMPUTER,
        **grounds,
        ink=ink,
        quiet=_nearest(quiet, lambda c: _reaches(c, plain, TEXT_RATIO)),
        line=_nearest(line, lambda c: _reaches(c, plain, CONTROL_RATIO)),
        accent=accent,
        accent_ink=_ink_on(accent),
        focus=_nearest(colours.highlight, lambda c: _reaches(c, plain, CONTROL_RATIO)),
        highlight=highlight,
        highlight_ink=_nearest(colours.highlighted_text, lambda c: _reaches(c, (highlight,), TEXT_RATIO)),
        plate=WHITE,
    )


def _nearest(colour: str, will_do: Callable[[str], bool]) -> str:
    """The colour that ``will_do`` with the least white or black mixed in. Black or white must do."""
    return next(each for each in _around(colour) if will_do(each))


def _around(colour: str) -> Iterator[str]:
    for step in range(_STEPS + 1):
        yield _mixed(colour, BLACK, step / _STEPS)
        yield _mixed(colour, WHITE, step / _STEPS)


def _toward(ground: str, other: str, part: float, colours: SystemColours) -> str:
    """``ground`` with ``part`` of ``other`` in it, or less where it would carry text no longer."""
    needed = min(TEXT_RATIO, ratio(colours.text, ground))
    mixed = (_mixed(ground, other, part * (_STEPS - step) / _STEPS) for step in range(_STEPS + 1))
    return next(
        each for each in mixed if _carries(each, colours.is_dark) and ratio(colours.text, each) >= needed
    )


def _carries(ground: str, dark: bool) -> bool:
    """Whether white (on dark) or black can stand on it at 7:1 beside every other such ground."""
    return _light(ground) <= _LIGHTEST_DARK if dark else _light(ground) >= _DARKEST_LIGHT


def _has_ink(ground: str) -> bool:
    return ratio(_ink_on(ground), ground) >= TEXT_RATIO


def _ink_on(ground: str) -> str:
    return max((WHITE, BLACK), key=lambda ink: ratio(ink, ground))


def _reaches(colour: str, grounds: Sequence[str], needed: float) -> bool:
    return all(ratio(colour, ground) >= needed for ground in grounds)


def _mixed(colour: str, other: str, part: float) -> str:
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * part):02x}" for one, two in pairs)


def _light(colour: str) -> float:
    return luminance(*channels(colour))
