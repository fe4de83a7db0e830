"""Where the ring stands while a page is scanned, and what a press means there. Pure: no Qt, no clock.

A page is a tree: at its top the rows and single items, within a row its items, within a large block (a
keyboard, many pictures) its rows. Whoever owns the clock passes ``now`` in milliseconds; the next step
is due at ``deadline``, which is counted from the step before and not from the moment it was noticed, so
that lateness never adds up.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from enum import Enum

from duq_desktop.light_dataclass import dataclass

Path = tuple[int, ...]


@dataclass(frozen=True)
class Leaf:
    """One thing to press."""

    key: Hashable


@dataclass(frozen=True)
class Group:
    """Things that the ring goes round together first. ``block``: groups that belong together share it."""

    members: tuple[Leaf | Group, ...]
    name: str = ""
    block: Hashable = None


Spot = Leaf | Group


class Stand(Enum):
    """What the ring says at this moment."""

    NOTHING = "nothing"
    ITEM = "item"
    ROW = "row"
    OUT = "out"
    """Pressing now leaves the row."""
    RESTS = "rests"
    """Pressing now only wakes it."""
    GOING_ON = "going on"
    """It presses by itself at the deadline; pressing now keeps it from that."""


@dataclass(frozen=True)
class Pace:
    """Times in milliseconds; ``by_itself`` false is two switches: no time at all, and never a rest."""

    step: float = 1_500
    first: float = 2_500
    rounds: int = 3
    by_itself: bool = True


class Scan:
    """Scans one page. ``stand`` and ``path`` say where the ring is."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.spots: tuple[Spot, ...] = ()
        self.path: Path = ()
        self.stand = Stand.NOTHING
        self.deadline: float | None = None
        self._rounds = 0

    @property
    def spot(self) -> Spot | None:
        """What the ring goes round."""
        return at(self.spots, self.path) if self.path else None

    def show(self, spots: tuple[Spot, ...], now: float, start: Path = (0,)) -> None:
        """Scan these from ``start``, or from the first when that is not there."""
        self.spots = spots
        self._rounds = 0
        if not spots:
            self.path, self.stand, self.deadline = (), Stand.NOTHING, None
            return
        self._put(start if exists(spots, start) else (0,), now, is_first=True)

    def press(self, now: float) -> Hashable | None:
        """The key of what is chosen; None when the press led in or out, or woke or stayed the ring."""
        spot = self.spot
        self._rounds = 0
        if spot is None:
            return None
        if self.stand is Stand.RESTS:
            self._put((0,), now, is_first=True)
        elif self.stand is Stand.GOING_ON:
            self._put(self.path, now, is_first=True)
        elif self.stand is Stand.OUT:
            self._leave_row(now)
        elif isinstance(spot, Group):
            self._put((*self.path, 0), now, is_first=True)
        else:
            self._due_in(self.pace.first, now)
            return spot.key
        return None

    def move(self, now: float) -> None:
        """One step on: what the second switch does, and what time does."""
        if self.stand is Stand.NOTHING:
            return
        if self.stand in (Stand.RESTS, Stand.GOING_ON):
            self._put(self.path, now, is_first=True)
        elif self.stand is Stand.OUT:
            self._round_is_over(now)
        else:
            *above, place = self.path
            level = members(self.spots, tuple(above))
            if place + 1 < len(level):
                self._put((*above, place + 1), now)
            elif above:
                self.path, self.stand = tuple(above), Stand.OUT
                self._due_in(self.pace.step, now)
            else:
                self._round_is_over(now)

    def tick(self, now: float) -> Hashable | None:
        """Move on if it is time. The key of what presses itself, when it was going on."""
        if self.deadline is None or now < self.deadline:
            return None
        due = self.deadline
        if self.stand is Stand.GOING_ON:
            spot = self.spot
            self._put(self.path, now, is_first=True)
            return spot.key if isinstance(spot, Leaf) else None
        # After a long hold-up (a slow page) the next step is counted from now: never two at once.
        self.move(due if now - due < self.pace.step / 2 else now)
        return None

    def wait(self, now: float) -> None:
        """Something holds the ring up: the whole time of the step begins anew."""
        if self.deadline is not None:
            self._due_in(self._time_here(), now)

    def go_on_at(self, path: Path, now: float, after: float) -> None:
        """Stand on the item at ``path``; it presses itself in ``after`` milliseconds unless kept."""
        self._put(path, now, is_first=True)
        if self.pace.by_itself:
            self.stand = Stand.GOING_ON
            self.deadline = now + after

    def _time_here(self) -> float:
        is_first = bool(self.path) and self.path[-1] == 0 and self.stand is not Stand.OUT
        return self.pace.first if is_first else self.pace.step

    def _put(self, path: Path, now: float, *, is_first: bool = False) -> None:
        self.path = path
        self.stand = Stand.ROW if isinstance(at(self.spots, path), Group) else Stand.ITEM
        self._due_in(self.pace.first if is_first else self.pace.step, now)

    def _due_in(self, time: float, now: float) -> None:
        """A single thing to press needs no steps: the ring waits there."""
        alone = len(self.spots) == 1 and isinstance(self.spots[0], Leaf)
        self.deadline = now + time if self.pace.by_itself and not alone else None

    def _leave_row(self, now: float) -> None:
        """On behind the row that was left: it was not the wanted one."""
        *above, place = self.path
        self.stand = Stand.ROW
        level = members(self.spots, tuple(above))
        self._put((*above, (place + 1) % len(level)), now, is_first=True)

    def _round_is_over(self, now: float) -> None:
        """Once more from the first; after enough rounds a row is left, and the page rests."""
        self._rounds += 1
        inside = self.path if self.stand is Stand.OUT else ()
        enough = self.pace.by_itself and self._rounds >= self.pace.rounds
        if not enough:
            self._put((*inside, 0), now, is_first=True)
        elif inside:
            self._rounds = 0
            self._leave_row(now)
        else:
            self.path, self.stand, self.deadline = (0,), Stand.RESTS, None


def members(spots: tuple[Spot, ...], path: Path) -> tuple[Spot, ...]:
    """What stands on the level below ``path``; the top for an empty path."""
    level = spots
    for place in path:
        spot = level[place]
        level = spot.members if isinstance(spot, Group) else ()
    return level


def at(spots: tuple[Spot, ...], path: Path) -> Spot:
    """The spot at a path that is there."""
    return members(spots, path[:-1])[path[-1]]


def exists(spots: tuple[Spot, ...], path: Path) -> bool:
    """Whether there is a spot at this path."""
    level = spots
    for depth, place in enumerate(path):
        if place >= len(level):
            return False
        spot = level[place]
        if depth < len(path) - 1:
            level = spot.members if isinstance(spot, Group) else ()
    return bool(path)


def leaves(spot: Spot) -> Iterator[Leaf]:
    """Every thing to press within a spot."""
    if isinstance(spot, Leaf):
        yield spot
    else:
        for member in spot.members:
            yield from leaves(member)


def path_to(spots: tuple[Spot, ...], key: Hashable) -> Path | None:
    """The way to the item with this key."""
    for place, spot in enumerate(spots):
        if isinstance(spot, Leaf):
            if spot.key == key:
                return (place,)
        else:
            inner = path_to(spot.members, key)
            if inner is not None:
                return (place, *inner)
    return None
