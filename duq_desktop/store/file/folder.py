"""The data folder: its names, its lock, and getting things onto the disk for certain."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from duq_desktop.errors import StoreError
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
            self._descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
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


def sync_file(path: Path) -> None:
    """Waits until ``path`` is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Waits until the names in ``path`` are on the disk. Windows does that by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(part: Path, target: Path) -> None:
    """Gives the finished file ``part`` its name ``target``, whole or not at all, also in a power cut."""
    sync_file(part)
    part.replace(target)
    sync_folder(target.parent)


def discard(path: Path) -> None:
    """Removes a database file that was not finished or is of no use, with its journal."""
    with suppress(FileNotFoundError):
        path.unlink()
    discard_journal(path)


def discard_journal(path: Path) -> None:
    """Removes the journal of a database file that nobody has open."""
    with suppress(FileNotFoundError):
        path.with_name(path.name + "-journal").unlink()
