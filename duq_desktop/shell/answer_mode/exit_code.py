"""How the process of one person's turn ends: its exit code, read by ``turns``."""

from __future__ import annotations

from enum import IntEnum


class TurnEnd(IntEnum):
    """Every other exit code is a fault, after which the next turn begins all the same."""

    OVER = 20
    """The person is done: a fresh process for the next one."""
    LEFT = 21
    """The pass phrase was given: the app closes."""
    CUT_OFF = 23
    """The system ended it; what stood was sealed. No fault: as long as the cover stands, the next begins."""
    TROUBLE = 22
    """The app cannot begin here; the last line of its error output says why."""
