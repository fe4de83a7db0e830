"""Whether one switch is held down, and for how long. Pure: the clock is whoever's who calls, in milliseconds.

Somebody who has one switch and no scanning can do nothing on a page but press it and hold it. Pressing
presses what has the focus; so it is holding that can ask for scanning.
"""

from __future__ import annotations

from collections.abc import Hashable

from duq_desktop.ui.access.presses import SETTLES

HELD_MS = 3_000
"""Held so long it is no slow press. Hide by a held switch, where scanning is on, comes after two seconds."""


class Held:
    """Follows one key or button at a time: a second one beside it is no lone switch."""

    def __init__(self, after: float = HELD_MS) -> None:
        self.after = after
        self._key: Hashable | None = None
        self._since = 0.0
        self._let_go: float | None = None
        self._fired = False

    @property
    def deadline(self) -> float | None:
        """When ``due`` is to be asked next."""
        if self._key is None or self._fired:
            return None
        return self._since + self.after if self._let_go is None else self._let_go + SETTLES

    def down(self, key: Hashable, now: float) -> None:
        """It goes down, or comes down again at once, as some X servers tell of a key that repeats itself."""
        self._settle(now)
        if self._key is None:
            self._key, self._since = key, now
        elif key == self._key:
            self._let_go = None
        else:
            self.forget()  # two at once

    def up(self, key: Hashable, now: float) -> None:
        """It is let go, unless it comes down again at once."""
        if key == self._key and self._let_go is None:
            self._let_go = now

    def due(self, now: float) -> Hashable | None:
        """What has been held down long enough; told once for each time it is held."""
        self._settle(now)
        if self._key is None or self._fired or self._let_go is not None:
            return None
        if now - self._since < self.after:
            return None
        self._fired = True
        return self._key

    def has_fired(self, key: Hashable, now: float) -> bool:
        """Whether ``key`` was held long enough and has not been let go for good: it presses nothing more."""
        self._settle(now)
        return self._fired and key == self._key

    def forget(self) -> None:
        """What is down now is not the beginning of anything; what was held long enough stays nobody's."""
        if not self._fired:
            self._key, self._let_go = None, None

    def _settle(self, now: float) -> None:
        if self._let_go is not None and now - self._let_go >= SETTLES:
            self._key, self._let_go, self._fired = None, None, False
