"""All SQL of the opener's side. Rows come from a file that anybody may have changed: types are checked.

A random id has no index, as elsewhere in the file; ids are compared in memory when two copies are joined.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database

from duq_desktop.store.file.preview_rows import typed

_TABLES = {"ledger": "entry_id", "draft": "draft_id", "attempt": "run_id"}


class BoxRow(NamedTuple):
    """A sealed box under its random id. ``key_id`` names the key pair that opens it."""

    box_id: str
    key_id: str
    box: bytes


def entries(db: Database) -> list[BoxRow]:
    """The ledger in order."""
    return _rows(db, "ledger")


def drafts(db: Database) -> list[BoxRow]:
    """The drafts that are kept."""
    return _rows(db, "draft")


def attempts(db: Database) -> list[BoxRow]:
    """The counts of failed attempts that nobody was told of."""
    return _rows(db, "attempt")


def add_entry(db: Database, row: BoxRow) -> None:
    """Adds an entry at the end."""
    _add(db, "ledger", row)


def put_draft(db: Database, row: BoxRow, *, instead_of: str = "") -> None:
    """Adds a draft in place of another."""
    drop_draft(db, instead_of)
    _add(db, "draft", row)


def drop_draft(db: Database, draft_id: str) -> None:
    """Throws a draft away; its bytes are overwritten (``secure_delete``)."""
    db.conn.execute("DELETE FROM draft WHERE draft_id = ?", (draft_id,))


def put_attempt(db: Database, row: BoxRow) -> None:
    """Writes the count of one run in place of its last one."""
    drop_attempt(db, row.box_id)
    _add(db, "attempt", row)


def drop_attempt(db: Database, run_id: str) -> bool:
    """Removes the count of one run; whether there was one."""
    return db.conn.execute("DELETE FROM attempt WHERE run_id = ?", (run_id,)).rowcount > 0


def join(source: Database, target: Database) -> None:
    """Brings into ``target`` what the opener's side wrote in ``source``, the newer of two copies.

    Of the ledger the union; drafts and counts of attempts as they are in ``source``, where they may have
    been thrown away since. A ``source`` from before there was a ledger brings nothing.
    """
    if not _has_ledger(source):
        return
    there = {row.box_id for row in entries(target)}
    for row in entries(source):
        if row.box_id not in there:
            add_entry(target, row)
    for table in ("draft", "attempt"):
        target.conn.execute(f"DELETE FROM {table}")
        for row in _rows(source, table):
            _add(target, table, row)


def _has_ledger(db: Database) -> bool:
    sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'ledger'"
    return db.conn.execute(sql).fetchone() is not None


def _rows(db: Database, table: str) -> list[BoxRow]:
    order = "number" if table == "ledger" else "rowid"
    sql = f"SELECT {_TABLES[table]}, key_id, box FROM {table} ORDER BY {order}"
    return [BoxRow(*row) for row in map(tuple, db.conn.execute(sql)) if typed(row, (str, str, bytes))]


def _add(db: Database, table: str, row: BoxRow) -> None:
    sql = f"INSERT INTO {table} ({_TABLES[table]}, key_id, box) VALUES (?, ?, ?)"
    db.conn.execute(sql, tuple(row))
