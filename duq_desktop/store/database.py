"""Opening the file with care: checked before anything is written to it.

Measured (design notes): with these settings 300 simulated power cuts lost no answer; Python's default
settings lost one in a third of them. WAL is not used: a copy of the file alone would lack the last
answers, and it does not work on network drives.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database, Migrations
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # the one it uses itself

from duq_desktop.errors import StoreError
from duq_desktop.store.faults import plain
from duq_desktop.store.schema import migrations, renew_triggers, step_names
from duq_desktop.words import sealing as words

APPLICATION_ID = 0x44555131
"""Stands in the header of the file: "DUQ1"."""
_SMALLEST = 512
_BEFORE = ("trusted_schema=off", "cell_size_check=on", "temp_store=memory")
_WORKING = (
    "journal_mode=truncate",
    "synchronous=extra",
    "foreign_keys=on",
    "secure_delete=on",
)
BUSY_SECONDS = 2.0


def _uri(path: Path, mode: str) -> str:
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?mode={mode}"


def connect(path: Path, mode: str = "rw", busy_seconds: float = BUSY_SECONDS) -> Database:
    """A connection to an existing file; never makes one by accident unless ``mode`` is "rwc".

    It may be used from several threads, one at a time: ``Desk`` sees to that.
    """
    connection = sqlite3.connect(
        _uri(path, mode), uri=True, timeout=busy_seconds, check_same_thread=False, isolation_level=None
    )
    db = Database(connection, execute_plugins=False, strict=True)
    for setting in _BEFORE:
        connection.execute(f"PRAGMA {setting}")
    return db


def use(db: Database) -> None:
    """Sets what makes writing safe: on the disk when it returns, and gone when it is deleted."""
    for setting in _WORKING:
        db.conn.execute(f"PRAGMA {setting}").fetchall()


def number(db: Database, sql: str) -> int:
    """The single number that ``sql`` gives."""
    return int(db.conn.execute(sql).fetchone()[0])


def check_file(path: Path) -> None:
    """Looks at the file from outside. Raises ``StoreError`` when it cannot be a database."""
    with plain(words.FILE_DAMAGED):
        if not path.is_file():
            raise StoreError(words.NOT_OURS)
        size = path.stat().st_size
    if size == 0:
        raise StoreError(words.EMPTY_FILE)
    if size < _SMALLEST:
        raise StoreError(words.NOT_OURS)


def check_database(db: Database, steps: Migrations | None = None) -> None:
    """Looks at the file from inside, without writing. Raises ``StoreError``: not ours, newer, damaged."""
    with plain(words.FILE_DAMAGED):
        if number(db, "PRAGMA application_id") != APPLICATION_ID:
            raise StoreError(words.NOT_OURS)
        applied = {step.name for step in (steps or migrations()).applied(db)}
        if applied - step_names(steps or migrations()):
            raise StoreError(words.NEWER)
        if not applied:
            raise StoreError(words.NOT_OURS)
        if db.conn.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StoreError(words.FILE_DAMAGED)


def open_database(
    path: Path,
    before_migrating: Callable[[Database], object],
    busy_seconds: float = BUSY_SECONDS,
    steps: Migrations | None = None,
) -> Database:
    """The file at ``path``, checked, brought up to date by ``steps`` and ready to write.

    ``before_migrating`` makes the backup and is called only when a step is pending. Raises
    ``StoreError``; a file that is newer, damaged or not ours is left byte for byte as it was.
    """
    check_file(path)
    steps = steps or migrations()
    with plain(words.FILE_DAMAGED):
        db = connect(path, busy_seconds=busy_seconds)
        try:
            check_database(db, steps)
            use(db)
            if steps.pending(db):
                before_migrating(db)
                steps.apply(db)
            renew_triggers(db)
        except BaseException:
            db.close()
            raise
    return db


def create_database(path: Path) -> Database:
    """A new file with all tables, under a name that is not yet the final one."""
    db = connect(path, "rwc")
    try:
        db.conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        use(db)
        migrations().apply(db)
        renew_triggers(db)
    except BaseException:
        db.close()
        raise
    return db


def roll_back(db: Database) -> None:
    """Ends a transaction that failed. That may fail too, on a stick that was pulled out."""
    with suppress(sqlite3.Error):
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
