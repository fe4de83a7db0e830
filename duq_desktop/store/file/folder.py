"""The data folder: its names, its lock, and getting things onto the disk for certain."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from duq_desktop.errors import StoreError
from duq_desktop.safe_files.writing import new_file, open_lock
from duq_desktop.words import sealing as words

FILE = "answers.db"
LOCK_FILE = "answers.lock"
BACKUPS = "backups"


_NO_LOCKS_HERE = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}
"""Some network drives know no locks; SQLite's own then has to do."""


class FolderLock:
    """Holds the data folder for one running app. The system lets go of it when the app dies.

    Raises ``StoreError`` at once when another instance holds it, or the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._descriptor = open_lock(folder / LOCK_FILE)
        except PermissionError as error:
            raise StoreError(words.READ_ONLY) from error
        try:
            _lock(self._descriptor)
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                os.close(self._descriptor)
                raise StoreError(words.ALREADY_OPEN) from error

    def release(self) -> None:
        """Lets go. The file stays: removing it would let two instances hold two locks."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def identity_of(path: Path) -> tuple[int, int] | None:
    """What tells the file at ``path`` from any other that may come in its place; None when it is gone."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def fresh_file(path: Path) -> None:
    """An empty database file, for this account alone; what a kill left under that name goes first.

    Raises ``OSError``. SQLite gives a file's journal the rights of the file.
    """
    discard(path)
    new_file(path).close()


def discard(path: Path) -> None:
    """Removes a database file that was not finished or is of no use, with its journal."""
    with suppress(FileNotFoundError):
        path.unlink()
    discard_journal(path)


def discard_journal(path: Path) -> None:
    """Removes the journal and the log of a database file that nobody has open."""
    for ending in ("-journal", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()
