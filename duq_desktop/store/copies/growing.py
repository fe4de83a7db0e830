"""Adding to the newest backup what is new in the file, where it is the beginning of the same file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlite_utils import Database

from duq_desktop.errors import StoreError
from duq_desktop.store.copies.points import GROWING
from duq_desktop.store.file.database import connect, use_copy
from duq_desktop.store.file.database_file import check_file, check_inside, steps_taken
from duq_desktop.store.file.preview_rows import highest, last_link
from duq_desktop.store.file.tables import STEPS
from duq_desktop.store.file.triggers import TRIGGERS, triggers_found
from duq_desktop.store.inbox.parcel_rows import runs_of
from duq_desktop.words import sealing as words

_REPLACED = ("key_pair", "slot", "draft", "attempt")
"""Small tables, of which only the last state is of use; each after the one it names rows of."""
_SAME_KEYS = (
    "SELECT number, key_id, public, retired FROM key_pair ORDER BY number",
    "SELECT key_number, kind, box FROM slot ORDER BY key_number, kind",
    "SELECT store_id, made_up FROM store",
)
_STAND = "sign, pack_id, pack_version, area, page, state, given"


def add_new(db: Database, copy: Database) -> None:
    """Writes to ``copy`` what ``db`` has and it lacks, in one save. Raises ``StoreError`` if they differ."""
    copy.conn.execute("BEGIN IMMEDIATE")
    _stand_again(db, copy)
    for table in GROWING:
        sql = f"SELECT * FROM {table} WHERE number > ?"
        _add(copy, table, db.conn.execute(sql, (highest(copy, table),)))
        copy.conn.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        copy.conn.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, highest(db, table)))
    for table in reversed(_REPLACED):
        copy.conn.execute(f"DELETE FROM {table}")
    for table in _REPLACED:
        _add(copy, table, db.conn.execute(f"SELECT * FROM {table}"))
    copy.conn.execute("COMMIT")
    is_same = all(highest(copy, table) == highest(db, table) for table in GROWING)
    if not is_same or last_link(copy) != last_link(db):
        raise StoreError(words.BACKUP_NOT_MADE)


def _stand_again(db: Database, copy: Database) -> None:
    """The sessions that were not over stand where they stand now."""
    for (number,) in copy.conn.execute("SELECT number FROM session WHERE state = 'open'").fetchall():
        row = db.conn.execute(f"SELECT {_STAND} FROM session WHERE number = ?", (number,)).fetchone()
        columns = ", ".join(f"{name} = ?" for name in _STAND.split(", "))
        copy.conn.execute(f"UPDATE session SET {columns} WHERE number = ?", (*row, number))


def _add(copy: Database, table: str, found: Any) -> None:
    marks = ", ".join("?" * len(found.description))
    copy.conn.executemany(f"INSERT INTO {table} VALUES ({marks})", found)


def open_beginning(db: Database, path: Path) -> Database | None:
    """The backup at ``path``, open for adding, where ``db`` goes on from it; else None.

    It does not after an older backup was brought back, a step, new keys, or where entries that it holds
    went since (a sitting was going on while another ended).
    """
    try:
        check_file(path)
        copy = connect(path, alone=True)
    except StoreError:
        return None
    try:
        check_inside(copy, set(STEPS), thorough=False)
        if steps_taken(copy) == steps_taken(db) and triggers_found(copy) == TRIGGERS and _goes_on(db, copy):
            use_copy(copy)
            # A power cut may then bring the state of before back, which the next backup goes on from.
            copy.conn.execute("PRAGMA synchronous=full")
            return copy
    except (StoreError, ValueError):
        pass
    except BaseException:
        copy.close()
        raise
    copy.close()
    return None


def _goes_on(db: Database, copy: Database) -> bool:
    same = all(db.conn.execute(sql).fetchall() == copy.conn.execute(sql).fetchall() for sql in _SAME_KEYS)
    return same and all(_has_last(db, copy, table) for table in GROWING) and not _went(db, copy)


def _has_last(db: Database, copy: Database, table: str) -> bool:
    """Whether the last row of the copy's table is in the file; sessions may stand elsewhere since."""
    far = highest(copy, table)
    columns = "session_id" if table == "session" else "sitting_id, mark" if table == "sitting" else "*"
    sql = f"SELECT {columns} FROM {table} WHERE number = ?"
    found = copy.conn.execute(sql, (far,)).fetchall()
    return highest(db, table) >= far and found == db.conn.execute(sql, (far,)).fetchall()


def _went(db: Database, copy: Database) -> bool:
    """Whether a parcel that the copy lacks took the place of records that it holds."""
    sql = "SELECT covered FROM parcel WHERE number > ?"
    new = [run for (covered,) in db.conn.execute(sql, (highest(copy, "parcel"),)) for run in runs_of(covered)]
    return any(run.first <= highest(copy, "record") for run in new)
