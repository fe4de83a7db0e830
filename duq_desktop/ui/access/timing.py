"""From a few tries to times for scanning. Pure.

The rule: the time on each item is the mean press time divided by 0.65, which for most people is about
the mean plus two standard deviations (Simpson, Koester, LoPresti: Selecting an appropriate scan rate: the
".65 rule". Assistive Technology 19, 2007, doi 10.1080/10400435.2007.10131865). Of the two the longer one
is taken, and none below what was needed for the slowest try: who picks an answer must have the time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from duq_desktop.preferences.input_methods import SwitchTimes

RULE = 0.65
STEP_LEAST, STEP_MOST = 500, 10_000
"""Bounds of the time on an item, in milliseconds; by hand, too."""
ROUND_TO = 100
FIRST_MORE = 1.6
"""The first of a row stands longer by this much: one looks, and a press may have just been made."""
DEBOUNCE_LEAST, DEBOUNCE_MOST = 100, 1_500
BOUNCE_BELOW = 700
"""Two presses closer together than this, in milliseconds, are taken for one that bounced."""
BY_HAND = 1.25
"""How much Slower and Faster change the time."""


def suggested(reactions: Sequence[float], gaps: Sequence[float], before: SwitchTimes) -> SwitchTimes:
    """Times for a person who pressed ``reactions`` ms after the ring came, with ``gaps`` ms between presses.

    ``gaps`` go from letting go to pressing again. Without any reaction the times stay as they are.
    """
    step, first = before.step, before.first
    if reactions:
        mean = math.fsum(reactions) / len(reactions)
        spread = math.sqrt(math.fsum((each - mean) ** 2 for each in reactions) / len(reactions))
        step = _rounded(max(mean / RULE, mean + 2 * spread, max(reactions) * 1.1))
        first = _rounded(step * FIRST_MORE, STEP_MOST * 2)
    return replace(before, step=step, first=first, debounce=_debounce(gaps, before.debounce))


def slower(times: SwitchTimes) -> SwitchTimes:
    """One step slower."""
    return _scaled(times, BY_HAND)


def faster(times: SwitchTimes) -> SwitchTimes:
    """One step faster."""
    return _scaled(times, 1 / BY_HAND)


def _scaled(times: SwitchTimes, by: float) -> SwitchTimes:
    return replace(times, step=_rounded(times.step * by), first=_rounded(times.first * by, STEP_MOST * 2))


def _rounded(time: float, most: int = STEP_MOST) -> int:
    return max(STEP_LEAST, min(most, round(time / ROUND_TO) * ROUND_TO))


def _debounce(gaps: Sequence[float], before: int) -> int:
    """A little more than the longest bounce that was seen; as it was when none was."""
    bounced = [gap for gap in gaps if gap < BOUNCE_BELOW]
    if not bounced:
        return before
    needed = round(max(bounced) * 1.3 / 50) * 50
    return max(before, DEBOUNCE_LEAST, min(DEBOUNCE_MOST, needed))
