"""Where a walk of some pages lies: over the page that was there, which it leaves as it was."""

from __future__ import annotations

from collections.abc import Callable

from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.stage import Stage

Connect = Callable[[Page], None]


class Overlay:
    """Where the pages of one walk lie: over the page that was there, one at a time.

    ``connect`` is what every page can do where the walk began (Listen, Hide, Tell someone).
    """

    def __init__(self, stage: Stage, connect: Connect) -> None:
        self._stage = stage
        self._connect = connect
        self._base = stage.layers

    def put(self, page: Page) -> None:
        """Lay ``page`` over the one where the walk began, in place of the one before."""
        self.leave()
        self._connect(page)
        self._stage.lay_over(page)

    def leave(self) -> None:
        """Back to where the walk began."""
        while self._stage.layers > self._base:
            self._stage.lift()
