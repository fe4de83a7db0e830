"""Which presses of a switch count. Pure: the clock is whoever's who calls, in milliseconds.

A switch bounces, a hand trembles, a muscle cramps: so a press close after the one before does not count,
one may have to last, and one may count only when it is let go. A press that lasts long is "Hide".
"""

from __future__ import annotations

from enum import Enum

from duq_desktop.light_dataclass import dataclass


class Act(Enum):
    """What came of an event."""

    NOTHING = "nothing"
    PRESS = "press"
    HIDE = "hide"


@dataclass(frozen=True)
class PressTimes:
    """Milliseconds. ``hide_after`` 0: a long press is no Hide. The rest as in ``SwitchTimes``."""

    debounce: float = 300
    hold: float = 0
    on_release: bool = True
    hide_after: float = 2_000

    @property
    def hides_at(self) -> float:
        """How long it must be down to hide: always well after it has counted as a press."""
        return max(self.hide_after, self.hold + 1_000) if self.hide_after else float("inf")


SETTLES = 25
"""Milliseconds in which a switch that is let go may come down again and has then not been let go.

No hand is so quick. A contact bounces so; and some X servers send a key that repeats itself as let go and
pressed again at the same moment, which Qt does not always know for a repeat.
"""


class Presses:
    """One switch. What comes of it is told at once, or by ``due`` at the ``deadline``."""

    def __init__(self, times: PressTimes) -> None:
        self.times = times
        self._down_at: float | None = None
        self._let_go: float | None = None
        self._counts = False
        self._hides = False
        self._up_at = float("-inf")

    @property
    def is_down(self) -> bool:
        """Whether it is held down now, or was a moment ago."""
        return self._down_at is not None

    @property
    def deadline(self) -> float | None:
        """When ``due`` is to be asked next."""
        if self._down_at is None:
            return None
        if self._let_go is not None:
            return self._let_go + SETTLES
        dues = [self._down_at + self.times.hides_at] if self._hides else []
        if self._counts and not self.times.on_release:
            dues.append(self._down_at + self.times.hold)
        return min((due for due in dues if due != float("inf")), default=None)

    def down(self, now: float, *, ignored: bool = False) -> Act:
        """It goes down; ``ignored`` says that a page has only just come up.

        A tremor does not last: what is no press may still be held until it hides.
        """
        before = self.due(now)
        if self._down_at is not None:
            self._let_go = None
            return before
        self._down_at = now
        self._hides = True
        self._counts = not ignored and now - self._up_at >= self.times.debounce
        return before if before is not Act.NOTHING else self.due(now)

    def due(self, now: float) -> Act:
        """What has come due."""
        if self._down_at is None:
            return Act.NOTHING
        if self._let_go is not None:
            return self._is_let_go() if now - self._let_go >= SETTLES else Act.NOTHING
        lasted = now - self._down_at
        if self._hides and lasted >= self.times.hides_at:
            self._hides = self._counts = False
            return Act.HIDE
        if self._counts and not self.times.on_release and lasted >= self.times.hold:
            self._counts = False
            return Act.PRESS
        return Act.NOTHING

    def up(self, now: float) -> None:
        """It is let go, unless it comes down again at once."""
        if self._down_at is not None and self._let_go is None:
            self._let_go = now

    def _is_let_go(self) -> Act:
        assert self._down_at is not None
        assert self._let_go is not None
        lasted = self._let_go - self._down_at
        self._up_at, self._down_at, self._let_go = self._let_go, None, None
        if self._hides and lasted >= self.times.hides_at:
            return Act.HIDE
        counts = self._counts and lasted >= self.times.hold
        return Act.PRESS if counts else Act.NOTHING

    def forget(self) -> None:
        """Another page shows: what is down now was meant for the page before."""
        self._counts = False
