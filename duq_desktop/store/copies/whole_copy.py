"""A copy of all of the open file."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from duq_desktop.errors import StoreError
from duq_desktop.safe_files.writing import put_in_place
from duq_desktop.store.file import folder as folders
from duq_desktop.store.file.database import check_database, check_file, connect
from duq_desktop.store.inbox import rows
from duq_desktop.words import sealing as words


def copy_whole(db: Database, target: Path) -> None:
    """A copy of the open file, opened to check it. Raises ``StoreError``, ``OSError``; then none is left."""
    part = target.with_suffix(".part")
    try:
        _copy(db, part)
        _check_same(db, part)
        put_in_place(part, target)
    except BaseException:
        folders.discard(part)
        raise


def _copy(db: Database, part: Path) -> None:
    """Copies the open file to ``part``; whoever gives that its name waits until it is on the disk."""
    folders.fresh_file(part)
    copy = connect(part)
    try:
        copy.conn.execute("PRAGMA synchronous=off")
        db.conn.backup(copy.conn)
        copy.conn.execute("PRAGMA journal_mode=delete").fetchall()
    finally:
        copy.close()
    folders.discard_journal(part)


def _check_same(db: Database, part: Path) -> None:
    check_file(part)
    copy = connect(part, "ro")
    try:
        check_database(copy)
        if _facts(copy) != _facts(db):
            raise StoreError(words.BACKUP_NOT_MADE)
    finally:
        copy.close()


def _facts(db: Database) -> tuple[object, ...]:
    """What a copy must have in common with its file, whichever version wrote it."""
    names = [str(row[0]) for row in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = [
        (name, *db.conn.execute(f'SELECT count(*), max(rowid) FROM "{name}"').fetchone()) for name in names
    ]
    return (*rows.store_facts(db), *counts)
