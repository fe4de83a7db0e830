"""Damage in the answers file that is found after the first page shows, told when nobody is answering."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from duq_desktop.store.file.folder_handle import HeldFolder

BEGIN_AFTER_MS = 1000
"""The first page, and the voice, come before."""
ASK_EACH_MS = 500


class FileWatch(QObject):
    """Has the folder that is held looked through, and calls ``tell`` once ``may_tell``, if it is damaged.

    Whoever is in the middle of an answer is not stopped: what they press is sealed as far as it can be.
    """

    def __init__(
        self, held: HeldFolder, may_tell: Callable[[], bool], tell: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._held, self._may_tell, self._tell = held, may_tell, tell
        self._waiting = QTimer(self, singleShot=True, interval=BEGIN_AFTER_MS)
        self._waiting.timeout.connect(self._begin)
        self._asking = QTimer(self, interval=ASK_EACH_MS)
        self._asking.timeout.connect(self._ask)

    def start(self) -> None:
        """Begin soon; also again, for a folder that was opened anew."""
        self._asking.stop()
        self._waiting.start()

    def stop(self) -> None:
        """Leave it."""
        self._waiting.stop()
        self._asking.stop()

    def _begin(self) -> None:
        self._held.check_soon()
        self._asking.start()

    def _ask(self) -> None:
        damaged = self._held.is_damaged
        if damaged is False:
            self._asking.stop()
        elif damaged and self._may_tell():
            self._asking.stop()
            self._tell()
