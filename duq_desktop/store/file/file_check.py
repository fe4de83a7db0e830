"""Looking through the whole file for damage, beside whatever else is done with it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from duq_desktop.store.file.database_file import connect_plain, is_whole


class FileCheck:
    """Reads all of the file at ``path`` once, in a thread with a connection of its own that takes no lock.

    What is written meanwhile may look like damage to it; so ``confirm`` is asked before it says so.
    """

    def __init__(self, path: Path, confirm: Callable[[], bool]) -> None:
        self._path = path
        self._confirm = confirm
        self._conn: sqlite3.Connection | None = None
        self._mutex = threading.Lock()
        self._stopped = False
        self._damaged: bool | None = None
        self._thread = threading.Thread(target=self._look, name="file-check", daemon=True)

    def start(self) -> None:
        """Begins. Call it once."""
        self._thread.start()

    @property
    def damaged(self) -> bool | None:
        """Whether the file is damaged; None while that is not known."""
        return self._damaged

    def wait(self) -> None:
        """Waits until it is known, or stopped."""
        self._thread.join()

    def stop(self) -> None:
        """Ends it, at once, whatever it found so far. Harmless at any time."""
        with self._mutex:
            self._stopped = True
            if self._conn is not None:
                self._conn.interrupt()
        if self._thread.is_alive():
            self._thread.join()

    def _look(self) -> None:
        try:
            db = connect_plain(self._path, "immutable")
            with closing(db.conn):
                self._note(db.conn)
                try:
                    looks_whole = self._stopped or is_whole(db)
                finally:
                    self._note(None)
        except sqlite3.Error:
            looks_whole = False
        if not self._stopped:
            self._damaged = not (looks_whole or self._confirm())

    def _note(self, conn: sqlite3.Connection | None) -> None:
        with self._mutex:
            self._conn = conn
