"""Contrast as the Web Content Accessibility Guidelines 2.2 define it. Pure: no Qt.

Source: WCAG 2.2, "relative luminance" and "contrast ratio". Text needs 7:1 here (1.4.6), controls,
states and the focus ring 3:1 (1.4.11, 2.4.13).
"""

from __future__ import annotations

TEXT_RATIO = 7.0
CONTROL_RATIO = 3.0


def channels(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of ``#rrggbb``, each 0 to 255. Raises ``ValueError`` for anything else."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"not a colour like #rrggbb: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance, 0 (black) to 1 (white), of an sRGB colour with channels 0 to 255."""

    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def ratio_of(first: tuple[int, int, int], second: tuple[int, int, int]) -> float:
    """The contrast ratio, 1 to 21, of two colours given as channels."""
    one, other = luminance(*first), luminance(*second)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def ratio(first: str, second: str) -> float:
    """The contrast ratio, 1 to 21, of two colours given as ``#rrggbb``."""
    return ratio_of(channels(first), channels(second))
