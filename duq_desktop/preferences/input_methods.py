"""The ways of pressing, and the times each needs. All times are in milliseconds.

One switch and two switches scan; dwell presses by staying. Touch, mouse, keyboard and screen reader
need no choice: they work beside every way.
"""

from __future__ import annotations

from enum import Enum

from duq_desktop.light_dataclass import dataclass


class InputMethod(str, Enum):
    """By what a person chooses."""

    DIRECT = "direct"
    """Touch, mouse, pen, keyboard or screen reader."""
    ONE_SWITCH = "one-switch"
    """The ring moves by itself; one press chooses."""
    TWO_SWITCHES = "two-switches"
    """One switch moves the ring, the other chooses."""
    DWELL = "dwell"
    """Staying on something presses it: eye gaze, head mouse, joystick."""


class SwitchKey(str, Enum):
    """What a switch box sends: most are keyboards with one key, some a mouse with one button."""

    SPACE = "space"
    ENTER = "enter"
    TAB = "tab"
    F7 = "f7"
    F8 = "f8"
    LEFT_BUTTON = "left-button"
    RIGHT_BUTTON = "right-button"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    ONE = "1"
    TWO = "2"


@dataclass(frozen=True)
class SwitchTimes:
    """Scanning. ``step`` is the time on each item, ``first`` that on the first of a row.

    After ``rounds`` the ring rests until the switch is pressed. A press within ``debounce`` of the one
    before is a tremor; ``hold`` is how long the switch must be down to count (0: at once).
    ``on_release`` counts when it is let go. ``speaks`` says each item before it is chosen, at
    ``volume`` (0 to 1) of the voice. ``chooses`` and ``moves`` are the two switches' keys.
    ``waits``: the ring stands while a page is read aloud, and until the item's name has been said.
    ``hide_after``: held so long, a switch makes the page blank (0: never). ``goes_on``: after an answer
    the app goes on by itself unless the switch is pressed once more; off unless the person wants it.
    """

    step: int = 1_500
    first: int = 2_500
    rounds: int = 3
    debounce: int = 300
    hold: int = 0
    on_release: bool = True
    speaks: bool = True
    volume: float = 0.6
    chooses: SwitchKey = SwitchKey.SPACE
    moves: SwitchKey = SwitchKey.ENTER
    waits: bool = True
    hide_after: int = 2_000
    goes_on: bool = False


@dataclass(frozen=True)
class DwellTimes:
    """Dwelling. ``stay`` fills the ring and presses; ``dead`` after each page change nothing fills.

    ``grace``: so long the pointer may leave and come back without losing what was filled. So long as
    ``rest`` on the rest spot turns dwelling off, until it is stayed on again.
    """

    stay: int = 1_200
    dead: int = 800
    grace: int = 200
    rest: int = 4_000


@dataclass(frozen=True)
class KeyTimes:
    """Keyboard and touch. EN 301 549 5.8: ``strike`` can be set to at least half a second.

    A second press of the same button within ``strike`` is not another press; within ``dead`` after a
    page change nothing counts. ``repeat``: whether a key held down goes on moving (EN 301 549 5.7).
    ``numbers``: 1, 2 and 3 choose an answer while the answers have the focus (WCAG 2.1.4).
    ``screen_keys``: large keys on the screen where words can be typed; ``abc`` in the alphabet's order.
    """

    strike: int = 500
    dead: int = 300
    repeat: bool = False
    numbers: bool = True
    screen_keys: bool = False
    abc: bool = True
