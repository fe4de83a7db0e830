"""The first look at the data folder: locked, opened, checked, and read as far as the start page needs.

Nothing here writes, seals or opens an answer. ``Store.behind`` takes the lock and the connection over
when somebody first needs more, with the key that was read here: the one that was held against the pin.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from duq_desktop.errors import StoreError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.safe_files.reading import is_anything
from duq_desktop.store.file import folder as folders
from duq_desktop.store.file import preview_rows
from duq_desktop.store.file.database_file import (
    BUSY_SECONDS,
    STEPS,
    HasConnection,
    Plain,
    bounded,
    check_file,
    check_inside,
    connect_plain,
    is_cut,
    is_whole,
    steps_taken,
    use,
)
from duq_desktop.store.file.home import Home
from duq_desktop.store.file.store_errors import as_store_error
from duq_desktop.store.file.triggers import TRIGGERS, triggers_found
from duq_desktop.vault.fingerprint import fingerprint_of, fingerprint_words
from duq_desktop.words import sealing as words


class InClear(Protocol):
    """What stands in clear about a folder: all that the first page shows of it."""

    @property
    def is_set_up(self) -> bool:
        """Whether somebody said who opens the answers."""

    @property
    def made_up(self) -> bool:
        """Whether this folder is a sample: every screen and PDF must say so."""

    @property
    def fingerprint(self) -> str:
        """The full fingerprint of the key in use, for the pin."""

    @property
    def fingerprint_words(self) -> tuple[str, str, str, str]:
        """The four words for the start page."""

    @property
    def home(self) -> Home:
        """The facts about this home as they are now. Raises ``StoreError``."""


@dataclass(frozen=True)
class FolderFacts:
    """What was read at opening. ``head``: number and link of the last record."""

    store_id: str
    made_up: bool
    key: preview_rows.KeyRow
    head: tuple[int, bytes | None]
    home: tuple[str, ...]
    backups_due: bool


def read_facts(db: HasConnection) -> FolderFacts:
    """The facts of a file that is up to date. Raises ``StoreError``."""
    with as_store_error(words.FILE_DAMAGED), bounded(db):
        store_id, made_up = preview_rows.store_facts(db)
        key = preview_rows.keys(db)[-1]
        if fingerprint_of(key.public) != key.key_id:
            raise StoreError(words.KEY_DAMAGED)
        head = preview_rows.last_number(db), preview_rows.last_link(db)
        home = tuple(preview_rows.home_facts(db))
        return FolderFacts(store_id, made_up, key, head, home, preview_rows.backups_due(db))


def homes(facts: tuple[str, ...]) -> tuple[Home, ...]:
    """Every version of the facts about the home, the oldest first. Raises ``StoreError``."""
    if not facts:
        raise StoreError(words.HOME_UNREADABLE)
    return tuple(map(Home.from_json, facts))


class FirstLook:
    """A data folder that is held and checked. Close it, or have a ``Store`` take it over and close that."""

    def __init__(self, folder: Path, lock: folders.FolderLock | None, db: Plain | None) -> None:
        self.folder = folder
        self.lock = lock
        self.db = db
        self.identity = folders.identity_of(folder / folders.FILE)
        """Of the file that was opened: a ``Desk`` that comes later must notice another in its place."""
        self._facts = read_facts(db) if db is not None and _is_up_to_date(db) else None

    @classmethod
    def open(cls, folder: Path, *, busy_seconds: float = BUSY_SECONDS, thorough: bool = True) -> FirstLook:
        """Holds and checks the folder; one that is not set up yet is left untouched.

        Without ``thorough`` it takes as long for any size: a ``FileCheck`` then looks through the rest.
        Raises ``StoreError``: open elsewhere, newer, damaged, empty, not ours, not to be written or
        reached.
        """
        with as_store_error(words.FILE_DAMAGED):
            if not is_anything(folder / folders.FILE):
                return cls(folder, None, None)
            lock = folders.FolderLock(folder)
            try:
                return cls._opened(folder, lock, busy_seconds, thorough)
            except BaseException:
                lock.release()
                raise

    @classmethod
    def _opened(
        cls, folder: Path, lock: folders.FolderLock, busy_seconds: float, thorough: bool
    ) -> FirstLook:
        path = folder / folders.FILE
        check_file(path)
        db = connect_plain(path, busy_seconds=busy_seconds, alone=True)
        try:
            check_inside(db, frozenset(STEPS), thorough=thorough)
            if is_cut(db, path):
                raise StoreError(words.FILE_DAMAGED)
            use(db)
            return cls(folder, lock, db)
        except BaseException:
            db.conn.close()
            raise

    @property
    def suffices(self) -> bool:
        """Whether the start page may be shown with no more than this.

        Not when the folder is not set up, or a step, a trigger or a deletion waits to be finished.
        """
        return self._facts is not None and not self._facts.backups_due

    @property
    def is_set_up(self) -> bool:
        """Whether somebody said who opens the answers."""
        return self.db is not None

    @property
    def facts(self) -> FolderFacts | None:
        """What was read; None when the file must be brought up to date first."""
        return self._facts

    @property
    def made_up(self) -> bool:
        """Whether this folder is a sample: every screen and PDF must say so."""
        return self._known.made_up

    @property
    def fingerprint(self) -> str:
        """The full fingerprint of the key in use, for the pin."""
        return self._known.key.key_id

    @property
    def fingerprint_words(self) -> tuple[str, str, str, str]:
        """The four words for the start page."""
        return fingerprint_words(self.fingerprint)

    @property
    def home(self) -> Home:
        """The facts about this home as they were at opening. Raises ``StoreError``."""
        return homes(self._known.home)[-1]

    @property
    def _known(self) -> FolderFacts:
        if self._facts is None:
            raise StoreError(words.NOT_SET_UP)
        return self._facts

    def is_whole(self) -> bool:
        """Whether nothing in the file is damaged, with what is saved this moment; waits for who writes.

        From any thread. A file that was let go of, or is another by now, is not judged.
        """
        try:
            return self.db is None or is_whole(self.db)
        except sqlite3.ProgrammingError:
            return True
        except sqlite3.Error:
            return False

    def close(self) -> None:
        """Lets go of the file and the folder. Harmless a second time, and after a ``Store`` did it."""
        if self.db is not None:
            with suppress(Exception):
                self.db.conn.close()
        if self.lock is not None:
            self.lock.release()


def _is_up_to_date(db: HasConnection) -> bool:
    with as_store_error(words.FILE_DAMAGED):
        return steps_taken(db) >= set(STEPS) and triggers_found(db) == TRIGGERS
