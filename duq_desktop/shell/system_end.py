"""Hearing that the system ends this process: by a signal, or because the desktop's session ends.

A signal (SIGTERM, SIGHUP, SIGINT, on Windows also Ctrl+Break) ends it at once. A desktop's session
manager, and Windows by WM_QUERYENDSESSION, ask first and may think better of it: then all is sealed and
goes on, until the end comes or somebody goes on answering.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager

NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
"""The signals by which a system asks a program to end, as far as the system knows them."""

_Handler = Callable[[int, FrameType | None], object] | int | None

_SOMEBODY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class SystemEnd(QObject):
    """Tells of the end. One for each process; it lives as long as ``app``."""

    may_come = Signal()
    """The session may end: whatever is not on the disk has to be now, for nothing else may be told."""
    has_come = Signal()
    """This process is to end. Told once."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app
        self._is_asked = self._is_told = False
        # The session manager waits until these return, so nothing may come in between.
        app.commitDataRequest.connect(self.asked, Qt.ConnectionType.DirectConnection)
        app.saveStateRequest.connect(self.asked, Qt.ConnectionType.DirectConnection)
        app.aboutToQuit.connect(self._on_quit)
        self._ours, self._signals = socket.socketpair()
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = self._hear_signals()

    def close(self) -> None:
        """Signals do again what they did before; for whoever goes on in this process."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._app.removeEventFilter(self)
        for end in (self._ours, self._signals):
            end.close()

    def asked(self, session: QSessionManager) -> None:
        """The session may end. Told once until somebody goes on: each time costs a sealed row."""
        session.setRestartHint(QSessionManager.RestartHint.RestartNever)
        if not self._is_asked:
            self._is_asked = True
            self._app.installEventFilter(self)
            self.may_come.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """After having been asked: Qt's quit is the end; a press means that the session goes on."""
        if event.type() is QEvent.Type.Quit:
            self._tell()
        elif event.type() in _SOMEBODY:
            self._is_asked = False
            self._app.removeEventFilter(self)
        return False

    def _hear_signals(self) -> dict[int, _Handler]:
        """Python runs its handlers only when Qt lets it; the byte on the socket wakes Qt's loop.

        Gives the handlers that there were before.
        """
        before: dict[int, _Handler] = {}
        for end in (self._ours, self._signals):
            end.setblocking(False)
        signal.set_wakeup_fd(self._signals.fileno(), warn_on_full_buffer=False)
        for number in (getattr(signal, name) for name in NAMES if hasattr(signal, name)):
            # Who started us with nohup wants us to outlive the terminal.
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, _heard)
        return before

    def _on_signal(self) -> None:
        with suppress(BlockingIOError):
            while self._ours.recv(64):
                self._tell()

    def _on_quit(self) -> None:
        if self._is_asked:
            self._tell()

    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            self.has_come.emit()


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Nothing here: what is to be done must not break into what Python does now."""
