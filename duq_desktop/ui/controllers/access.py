"""The ways of input that are in force: they follow what a person likes, and each new page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from duq_desktop.liking.liking import Liking
from duq_desktop.ui.widgets.guard import KeyGuard


class AccessController(QObject):
    """Gives every way of input its times. ``use`` follows the liking, ``page_changed`` the stage."""

    def __init__(self, guard: KeyGuard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guard = guard

    def use(self, liking: Liking) -> None:
        """This liking counts from now on; nothing of the last one is left."""
        self._guard.times = liking.keys

    def page_changed(self) -> None:
        """Another page shows: what was under way on the one before ends."""
        self._guard.page_changed()

    def take_down(self) -> None:
        """The app closes."""
