"""The page that stands while everything is opened: how far it is, and a way to stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QProgressBar

from duq_desktop.errors import ExpectedError
from duq_desktop.ui.opener.flow_controller import only
from duq_desktop.ui.opener.opened_room import Opened, RoomPages, RoomView
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import opener_said as words

TURN_S = 0.01
"""How long is read before the window has its turn: it may be as much again until a step is done."""
_WHOLE = 100


class Opening(RoomPages):
    """Reads on between the window's own work, so that Hide, Stop and Listen answer at once.

    ``opened`` gets what was opened, ``stopped`` follows Stop, ``failed`` gets what could not be read.
    """

    def __init__(
        self,
        room: RoomView,
        parent: QObject,
        *,
        opened: Callable[[], None],
        stopped: Callable[[], None],
        failed: Callable[[ExpectedError], None],
    ) -> None:
        super().__init__(room, parent)
        self._opened, self._stopped, self._failed = opened, stopped, failed
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self.is_read = False
        """Whether all is read: the next page is built in a turn of its own."""
        self._found: Opened | None = None
        self._bar: QProgressBar | None = None

    def start(self, found: Opened) -> None:
        """Shows the page and reads on until everything is there."""
        page = DeskPage(self.parts.tools, self.text(words.OPENING_TITLE), controls=only(Control.LISTEN))
        page.add_line(self.text(words.OPENING_LINE), "wait")
        self._bar = QProgressBar()
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.text(words.OPENING_BAR))
        page.add(self._bar)
        page.add_action("stop", self.text(words.OPENING_STOP))
        page.acted.connect(lambda _name: self._stop())
        self._found = found
        self.put(page)
        self._timer.start(0)

    def forget(self) -> None:
        """Reads no further."""
        self._timer.stop()
        self.is_read = False
        self._found = self._bar = None

    def _turn(self) -> None:
        found, bar = self._found, self._bar
        if found is None or bar is None:
            return
        if self.is_read:
            self.forget()
            self._opened()
            return
        try:
            self.is_read = found.go_on(TURN_S)
        except ExpectedError as trouble:
            self.forget()
            self._failed(trouble)
            return
        bar.setValue(int(found.reached * _WHOLE))

    def _stop(self) -> None:
        self.forget()
        self._stopped()
