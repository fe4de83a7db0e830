"""The file seen without writing to it: what it is, and whether it can be trusted to be opened.

Python's own ``sqlite3`` is enough for that, so the start page need not wait for what writes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path

from duq_desktop.errors import StoreError
from duq_desktop.safe_files.reading import is_anything, look_at, open_to_read
from duq_desktop.store.file.has_connection import HasConnection as HasConnection
from duq_desktop.store.file.schema_check import has_steps, is_as_made
from duq_desktop.store.file.store_errors import as_store_error
from duq_desktop.store.file.tables import STEPS as STEPS
from duq_desktop.words import sealing as words

APPLICATION_ID = 0x44555131
"""Stands in the header of the file: "DUQ1"."""
BUSY_SECONDS = 2.0
MIGRATIONS = "store"
_SMALLEST = 512
LARGEST = 8 * 1024**3
"""Bytes: three times a folder of 5,000 sessions before they were packed. A file that is mostly holes may tell
any size, and copying it would never end."""
_ROOM, _SLACK = 2, 64 * 1024 * 1024
"""How much larger than its header says a file may be: a broken-off save may have written all anew behind."""
_HEAD_BYTES, _LARGEST_PAGE = 100, 65_536
_MOST_TAKEN = 1_000
MOST_INSTRUCTIONS = 5_000_000
"""Instructions of SQLite's machine (sqlite.org, progress_handler.html): a first look takes some hundreds."""
_INSTRUCTIONS_AT_ONCE = 1_000
_HEADER = b"SQLite format 3\0"
_ID_AT, _ID_END = 68, 72
"""Where the header says whose file it is (sqlite.org, fileformat2.html, 1.3)."""
UNFINISHED = ("-journal", "-wal")
"""Endings of what SQLite leaves beside the file when a save was broken off, and needs to read it whole."""
_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite may look for beside the file (sqlite.org, tempfiles.html)."""
_BEFORE = ("trusted_schema=off", "cell_size_check=on", "temp_store=memory")
_WORKING = ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on")
_COPYING = ("journal_mode=truncate", "synchronous=extra", "foreign_keys=on", "secure_delete=on")


class Plain:
    """A connection and nothing else."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    @property
    def conn(self) -> sqlite3.Connection:
        """The connection."""
        return self._conn


def connect_plain(
    path: Path, mode: str = "rw", busy_seconds: float = BUSY_SECONDS, *, alone: bool = False
) -> Plain:
    """A connection to an existing file; never makes one by accident unless ``mode`` is "rwc".

    It may be used from several threads, one at a time: ``Connection`` sees to that. ``alone``: no other
    connection may read or write the file until this one is closed. With ``mode`` "immutable" the file is
    read as it lies there, without its log, without a lock and without any trace.
    """
    conn = sqlite3.connect(
        _uri(path, mode), uri=True, timeout=busy_seconds, check_same_thread=False, isolation_level=None
    )
    for setting in (*_BEFORE, *(("locking_mode=exclusive",) if alone else ())):
        conn.execute(f"PRAGMA {setting}").fetchall()
    return Plain(conn)


def use(db: HasConnection) -> None:
    """Sets what makes writing safe: on the disk when it returns, and gone when it is deleted.

    The log of SQLite (WAL) asks for one wait for the disk where a journal asks for five. ``db`` is from
    ``connect_plain`` with ``alone``: then no memory is shared and no second connection can come between.
    """
    _set(db, _WORKING)


def use_copy(db: HasConnection) -> None:
    """As ``use``, for a copy: one file that can be read where nothing may be written."""
    _set(db, _COPYING)


def _set(db: HasConnection, settings: tuple[str, ...]) -> None:
    for setting in settings:
        db.conn.execute(f"PRAGMA {setting}").fetchall()


def number(db: HasConnection, sql: str) -> int:
    """The single number that ``sql`` gives."""
    return int(db.conn.execute(sql).fetchone()[0])


def check_file(path: Path) -> None:
    """Looks at the file from outside. Raises ``StoreError`` when it cannot be a database.

    SQLite opens the files beside it too: a pipe in the place of its journal would hold it up for ever.
    """
    with as_store_error(words.FILE_DAMAGED):
        size = look_at(path).st_size
        for ending in _BESIDE:
            beside = path.with_name(path.name + ending)
            if is_anything(beside):
                look_at(beside)
    if size == 0:
        raise StoreError(words.EMPTY_FILE)
    if size < _SMALLEST:
        raise StoreError(words.NOT_OURS)
    if size > min(LARGEST, _ROOM * _claimed(path) + _SLACK):
        raise StoreError(words.FILE_DAMAGED)


def _claimed(path: Path) -> int:
    """The size in bytes that the header gives; a save that was broken off may have left more."""
    with as_store_error(words.FILE_DAMAGED), open_to_read(path) as file:
        head = file.read(_HEAD_BYTES)
    page = int.from_bytes(head[16:18], "big")
    return (_LARGEST_PAGE if page == 1 else page) * int.from_bytes(head[28:32], "big")


def starts_as_ours(path: Path) -> bool:
    """Whether the first bytes are those of our files; the rest is checked before it is used."""
    try:
        with open_to_read(path) as file:
            head = file.read(_ID_END)
    except OSError:
        return False
    return head.startswith(_HEADER) and head[_ID_AT:] == APPLICATION_ID.to_bytes(4, "big")


def check_inside(db: HasConnection, known: Set[str], *, thorough: bool = True) -> None:
    """Looks at the file from inside, without writing. Raises ``StoreError``: not ours, newer, damaged.

    ``known``: the names of all steps that this version knows; a file with any other is newer. Without
    ``thorough`` only its beginning is read, and whether its end is there: as long for any size.
    """
    with as_store_error(words.FILE_DAMAGED):
        with bounded(db):
            if number(db, "PRAGMA application_id") != APPLICATION_ID:
                raise StoreError(words.NOT_OURS)
            applied = steps_taken(db)
            if applied - known:
                raise StoreError(words.NEWER)
            if not applied or not is_as_made(db, applied):
                raise StoreError(words.NOT_OURS)
        if thorough and not is_whole(db):
            raise StoreError(words.FILE_DAMAGED)


def is_whole(db: HasConnection) -> bool:
    """Whether nothing in the file is damaged, as far as SQLite can tell: it reads all of it."""
    return bool(db.conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def is_cut(db: HasConnection, path: Path) -> bool:
    """Whether the end of the file is missing. While its log holds anything that cannot be told."""
    log = path.with_name(path.name + "-wal")
    if is_anything(log) and log.lstat().st_size:
        return False
    return number(db, "PRAGMA page_count") * number(db, "PRAGMA page_size") > path.lstat().st_size


def steps_taken(db: HasConnection) -> set[str]:
    """The names of the steps that were taken in this file, as sqlite-utils' migrations note them."""
    if not has_steps(db):
        return set()
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? LIMIT ?"
    return {str(row[0]) for row in db.conn.execute(sql, (MIGRATIONS, _MOST_TAKEN))}


@contextmanager
def bounded(db: HasConnection) -> Iterator[None]:
    """Ends what is done inside with an error of SQLite's once it takes more than ``MOST_INSTRUCTIONS``.

    Pages that lead to each other again and again cost for ever to walk. Only for what reads a few rows.
    """
    left = iter(range(MOST_INSTRUCTIONS // _INSTRUCTIONS_AT_ONCE))
    db.conn.set_progress_handler(lambda: next(left, None) is None, _INSTRUCTIONS_AT_ONCE)
    try:
        yield
    finally:
        db.conn.set_progress_handler(None, 0)


def _uri(path: Path, mode: str) -> str:
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?mode=ro&immutable=1" if mode == "immutable" else f"{uri}?mode={mode}"
