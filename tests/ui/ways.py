"""Hands that press by one way alone: what a person who has only this way would do.

``hand(name, tried)`` gives the hand of a way for a house that is open and already set to that way. Add a
way by a class with ``press`` and ``hide`` and a line in ``HANDS``. Time is moved on, never waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.houses import TriedHouse

MOST_STEPS = 400
"""More steps than any page needs: a way that does not get there by then never does."""


class Hand(Protocol):
    """Presses by one way alone."""

    def press(self, wanted: QWidget) -> None:
        """Choose ``wanted``, which stands on the page that shows. ``AssertionError`` if it is out of reach."""

    def hide(self) -> None:
        """Make the page blank by the shortest way there is."""


class Keyboard:
    """Tab to it, then Space."""

    def __init__(self, tried: TriedHouse) -> None:
        self.tried = tried

    def press(self, wanted: QWidget) -> None:
        for _ in range(MOST_STEPS):
            if self.tried.focused() is wanted:
                self.tried.key(Qt.Key.Key_Space)
                return
            self.tried.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted.accessibleName()!r}")

    def hide(self) -> None:
        self.tried.key(Qt.Key.Key_Escape)


HANDS: Mapping[str, Callable[[TriedHouse], Hand]] = {"keyboard": Keyboard}


def hand(name: str, tried: TriedHouse) -> Hand:
    """The hand of the way called ``name``."""
    return HANDS[name](tried)
