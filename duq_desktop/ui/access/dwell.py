"""Pressing by staying on something: what each look of the eye, the head or a joystick amounts to. No Qt.

Time is in milliseconds and comes from outside. Whatever the pointer is on is called a target; two
looks at the same thing give targets that are equal. One visit to a target presses it once at most:
it has to be left before it can be pressed again.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import field

from duq_desktop.light_dataclass import dataclass
from duq_desktop.preferences.input_methods import DwellTimes

REST = "rest"
"""The target on which staying presses nothing, on every page."""

LONGEST_LOOK = 100
"""Two looks further apart than this, in milliseconds: nobody knows where the pointer was meanwhile."""

SACCADE = 100
"""No eye and no hand moves on to something else sooner than this, in milliseconds, after a new page."""


@dataclass(frozen=False)
class _Visit:
    """So long the pointer was on it, so long it has been away, and whether that was used up."""

    filled: float = 0.0
    away: float = 0.0
    spent: bool = False


@dataclass(frozen=True)
class Seen:
    """What one look amounts to.

    ``target`` is what the ring is drawn at, filled to ``part`` (0 to 1); None for no ring. ``pressed``
    is what is to be pressed now, ``turned`` whether staying on the rest spot has just turned dwelling
    off or on again.
    """

    target: Hashable | None = None
    part: float = 0.0
    pressed: Hashable | None = None
    turned: bool = False


@dataclass(frozen=False)
class Dwell:
    """The state of dwelling for one person. ``paused``: nothing but the rest spot can be stayed on."""

    times: DwellTimes
    paused: bool = False
    _visits: dict[Hashable, _Visit] = field(default_factory=dict)
    _on: Hashable | None = None
    _last: float | None = None
    _page_since: float = float("-inf")
    _spends_next: bool = False
    """What the next look meets has to be left first."""

    def page_changed(self, now: float) -> None:
        """Another page shows: for a while nothing fills, and what the pointer is on must first be left."""
        self._visits.clear()
        if self._on is not None:
            self._visits[self._on] = _Visit(spent=True)
        self._on = None
        self._page_since = now
        self._spends_next = True

    def pressed_otherwise(self) -> None:
        """Something was clicked: staying on where the pointer is presses it no more in this visit."""
        self._spends_next = True

    def look(self, now: float, target: Hashable | None) -> Seen:
        """The pointer is on ``target`` at the time ``now``; None where nothing can be pressed."""
        passed = now - self._last if self._last is not None else 0.0
        stayed = passed if target == self._on and passed <= LONGEST_LOOK else 0.0
        self._last, self._on = now, target
        self._leave(target, passed)
        was_met, self._spends_next = self._spends_next, False
        if target is None or (self.paused and target != REST):
            return self._held()
        visit = self._visits.setdefault(target, _Visit())
        visit.away = 0.0
        if was_met or now - self._page_since < SACCADE:
            visit.spent = True
        since_dead = now - self._page_since - self.times.dead
        if visit.spent or since_dead <= 0:
            return self._held()
        visit.filled += min(stayed, since_dead)
        if visit.filled < self._needed(target):
            return self._held()
        visit.spent = True
        return self._full(target)

    def _leave(self, target: Hashable | None, passed: float) -> None:
        """Everything else is left; what has been away for longer than the grace is forgotten."""
        for other in [each for each in self._visits if each != target]:
            visit = self._visits[other]
            visit.away += passed
            if visit.away > self.times.grace:
                del self._visits[other]

    def _held(self) -> Seen:
        """The ring stays where most is filled, so that a tremor between two things does not make it jump."""
        going = [(visit.filled, each) for each, visit in self._visits.items() if not visit.spent]
        filled, target = max(going, key=lambda one: one[0], default=(0.0, None))
        return Seen(target, filled / self._needed(target)) if filled else Seen()

    def _needed(self, target: Hashable | None) -> float:
        return self.times.rest if target == REST and not self.paused else self.times.stay

    def _full(self, target: Hashable) -> Seen:
        if target != REST:
            return Seen(target, 1.0, pressed=target)
        self.paused = not self.paused
        return Seen(target, 1.0, turned=True)
