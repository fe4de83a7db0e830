"""The one connection to the file, kept safe while the app runs.

At each save it looks whether the file is still the one it opened. A file that was deleted under the app
is put back from the open connection; a stick that was pulled out and put back is opened again; another
file in its place is refused. In every case the call that failed can simply be made again.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from duq_desktop.errors import StoreError
from duq_desktop.safe_files.writing import put_in_place
from duq_desktop.store.file import folder as folders
from duq_desktop.store.file.database import (
    check_database,
    check_file,
    connect,
    for_writing,
    make_ready,
    roll_back,
    use,
    use_copy,
)
from duq_desktop.store.file.database_file import BUSY_SECONDS, Plain
from duq_desktop.store.file.preview import FirstLook, FolderFacts, read_facts
from duq_desktop.store.file.store_errors import as_store_error, sentence_for
from duq_desktop.store.inbox import rows
from duq_desktop.words import sealing as words

_T = TypeVar("_T")
_CONNECTION_LOST = {
    words.CANNOT_REACH,
    words.CANNOT_WRITE,
    words.READ_ONLY,
    words.FILE_DAMAGED,
    words.NOT_OURS,
}


class Connection:
    """Reads and writes one set-up folder, from any thread, one at a time. Close it when done.

    ``key`` is the public key that was read at opening and that every sitting is sealed to: exchanging
    it in the file has no effect until the next start, where the pin is checked.
    """

    def __init__(
        self,
        look: FirstLook,
        lock: folders.FolderLock,
        db: Plain,
        before_migrating: Callable[[Database], object],
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        self.folder = look.folder
        self.path = look.folder / folders.FILE
        self._lock = lock
        self._busy_seconds = busy_seconds
        self._mutex = threading.RLock()
        self._gone = False
        self._broken = False
        self._rescued = False
        self.live: dict[int, int] = {}
        """The sittings whose key is in memory, with the number of their first record: those may still go."""
        self._settling: threading.Thread | None = None
        self._db = for_writing(db)
        self._identity = look.identity
        facts = look.facts or self._made_ready(before_migrating)
        self.store_id, self.made_up, self.key, self._head = (
            facts.store_id,
            facts.made_up,
            facts.key,
            facts.head,
        )

    def _made_ready(self, before_migrating: Callable[[Database], object]) -> FolderFacts:
        """A file that is up to date is not touched: a stick may be out just now, and put back later."""
        with as_store_error(words.FILE_DAMAGED):
            make_ready(self._db, before_migrating)
        return read_facts(self._db)

    @property
    def last_number(self) -> int:
        """The number of the last record that is known to be on the disk."""
        return self._head[0]

    def close(self) -> None:
        """Lets go of the file and the folder."""
        if self._settling is not None:
            self._settling.join()
        with self._mutex:
            self._close_database()
            self._lock.release()

    def settle(self) -> None:
        """Brings what was saved from SQLite's log into the file itself, and empties the log.

        Nothing is lost when that fails: the log lies beside the file and is read at the next start.
        """
        with self._mutex:
            self._settled()

    def settle_soon(self) -> None:
        """As ``settle``, in a thread: three waits for the disk, for which no page should wait."""
        if self._settling is None or not self._settling.is_alive():
            self._settling = threading.Thread(target=self.settle, name="settle")
            self._settling.start()

    def _settled(self) -> bool:
        try:
            busy, *_ = self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error:
            return False
        return not busy

    def read(self, work: Callable[[Database], _T]) -> _T:
        """What ``work`` reads. Raises ``StoreError``."""
        with self._mutex, as_store_error(words.FILE_DAMAGED):
            if self._broken:
                self._be_there()
            return work(self._db)

    def write(self, work: Callable[[Database], _T]) -> _T:
        """What ``work`` gives, once everything it wrote is on the disk: all of it or nothing.

        Raises ``StoreError``; then the same call may be made again.
        """
        with self._mutex, as_store_error():
            self._be_there()
            try:
                result = self._with_room(work)
                self._head = self._read_head(self._db)
            except sqlite3.Error as error:
                self._broken = sentence_for(error, words.NOT_SAVED) in _CONNECTION_LOST
                raise
            if folders.identity_of(self.path) != self._identity:
                self._gone = True
                raise StoreError(words.FILE_GONE)
            return result

    def outside(self, work: Callable[[Database], _T]) -> _T:
        """Runs ``work`` outside a transaction with the log empty, for a backup or a ``VACUUM``.

        Raises ``StoreError``.

        Reading the file's bytes is for here too: closing a second descriptor of the file lets go of
        SQLite's own locks (POSIX), so it must not happen while a transaction runs.
        """
        with self._mutex, as_store_error():
            self._settled()
            return work(self._db)

    def _with_room(self, work: Callable[[Database], _T]) -> _T:
        """On a full disk the log may hold the room that is missing: it is emptied, and tried once more."""
        try:
            return self._transaction(work)
        except sqlite3.Error as error:
            if sentence_for(error, words.NOT_SAVED) != words.DISK_FULL or not self._settled():
                raise
        return self._transaction(work)

    def _transaction(self, work: Callable[[Database], _T]) -> _T:
        self._db.conn.execute("BEGIN IMMEDIATE")
        try:
            result = work(self._db)
            self._db.conn.execute("COMMIT")
        except BaseException:
            roll_back(self._db)
            raise
        return result

    @staticmethod
    def _read_head(db: Database) -> tuple[int, bytes | None]:
        return rows.last_number(db), rows.last_link(db)

    def _be_there(self) -> None:
        """Makes sure that the connection is to the file in the folder. Raises ``StoreError``."""
        identity = folders.identity_of(self.path)
        if identity is None:
            self._put_back()
        elif identity != self._identity:
            self._change_over()
        elif self._broken:
            self._open_again()
        self._gone = self._broken = False

    def _put_back(self) -> None:
        if not self.folder.is_dir():
            self._broken = True
            raise StoreError(words.CANNOT_REACH)
        if not self._gone:
            self._gone = True
            raise StoreError(words.FILE_GONE)
        part = self.path.with_suffix(".part")
        if not self._rescued:
            self._rescue(part)
        put_in_place(part, self.path)
        self._rescued = False
        self._open_again()

    def _rescue(self, part: Path) -> None:
        """Copies everything to ``part``, and closes the old file: its log must not lie beside the new one."""
        folders.fresh_file(part)
        copy = connect(part)
        try:
            self._db.conn.backup(copy.conn)
            use_copy(copy)
        finally:
            copy.close()
        self._rescued = True
        self._close_database()
        folders.discard_journal(self.path)

    def _change_over(self) -> None:
        """Another file is in its place: a stick that came back, or a copy. Raises ``StoreError``.

        While the old file can still be reached it holds everything, so it is let go of only for one that
        holds as much. When it cannot, what it had saved is in the log beside the new one.
        """
        if self._settled():
            check_file(self.path)
            db = connect(self.path, "immutable")
            try:
                check_database(db)
                self._check_ours(db)
            finally:
                db.close()
            self._close_database()
            folders.discard_journal(self.path)
        self._open_again()

    def _open_again(self) -> None:
        """Opens the file anew. Raises ``StoreError`` when it is not the one we knew."""
        self._broken = True
        self._close_database()
        check_file(self.path)
        db = connect(self.path, busy_seconds=self._busy_seconds, alone=True)
        try:
            check_database(db)
            use(db)
            self._check_ours(db)
        except BaseException:
            db.close()
            raise
        self._db = db
        self._identity = folders.identity_of(self.path)

    def _close_database(self) -> None:
        """Closes the connection; on a stick that was pulled out that may fail, and nothing is lost by it."""
        with suppress(sqlite3.Error):
            self._db.close()

    def _check_ours(self, db: Database) -> None:
        if rows.store_facts(db)[0] != self.store_id or not self._holds_head(db):
            raise StoreError(words.FILE_REPLACED)

    def _holds_head(self, db: Database) -> bool:
        number, link = self._head
        return link is None or rows.link_at(db, number) == link
