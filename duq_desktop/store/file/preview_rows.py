"""The rows that the start page needs: whose key it is, what the home said, what was given last."""

from __future__ import annotations

from typing import Any

from duq_desktop.errors import StoreError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.store.file.database_file import HasConnection
from duq_desktop.words import sealing as words


@dataclass(frozen=True)
class KeyRow:
    """A row of ``key_pair``; ``retired`` is the private key sealed to the newest pair."""

    number: int
    key_id: str
    public: bytes
    retired: bytes | None


def typed(row: tuple[Any, ...], kinds: tuple[type | tuple[type, ...], ...]) -> bool:
    """Whether the values of ``row`` are of these kinds: anybody may have changed the file."""
    return len(row) == len(kinds) and all(
        isinstance(value, kind) for value, kind in zip(row, kinds, strict=True)
    )


def keys(db: HasConnection) -> list[KeyRow]:
    """The opener's key pairs, the newest last. Raises ``StoreError`` when there is no whole one."""
    sql = "SELECT number, key_id, public, retired FROM key_pair WHERE role = 'opener' ORDER BY number"
    kinds = (int, str, bytes, (bytes, type(None)))
    found = [KeyRow(*row) for row in map(tuple, db.conn.execute(sql)) if typed(row, kinds)]
    if not found:
        raise StoreError(words.FILE_DAMAGED)
    return found


def highest(db: HasConnection, table: str) -> int:
    """The highest number ever given in ``table``, also when its row is gone."""
    row = db.conn.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    found = db.conn.execute(f"SELECT max(number) FROM {table}").fetchone()[0]
    return max(int(row[0]) if row else 0, int(found or 0))


def last_number(db: HasConnection) -> int:
    """The highest number ever given to anything sealed: records and parcels have one order."""
    return max(highest(db, "record"), highest(db, "parcel"))


def last_link(db: HasConnection) -> bytes | None:
    """The link of the last record or parcel, or None when there is none."""
    found = [
        tuple(row)
        for table in ("record", "parcel")
        for row in db.conn.execute(f"SELECT number, link FROM {table} ORDER BY number DESC LIMIT 1")
    ]
    if not found:
        return None
    link = max(found, key=lambda row: row[0])[1]
    if not isinstance(link, bytes):
        raise StoreError(words.FILE_DAMAGED)
    return link


def link_at(db: HasConnection, number: int) -> bytes | None:
    """The link of the record or parcel of that number; None when there is none, or it went with its run."""
    for table in ("record", "parcel"):
        row = db.conn.execute(f"SELECT link FROM {table} WHERE number = ?", (number,)).fetchone()
        if row is not None and isinstance(row[0], bytes):
            return row[0]
    return None


def home_facts(db: HasConnection) -> list[str]:
    """Every version of the facts about the home, the newest last."""
    return [str(row[0]) for row in db.conn.execute("SELECT facts FROM home ORDER BY number")]


def store_facts(db: HasConnection) -> tuple[str, bool]:
    """The id of the folder, and whether it is made up. Raises ``StoreError`` when they are gone."""
    row = db.conn.execute("SELECT store_id, made_up FROM store").fetchone()
    if row is None or not typed(tuple(row), (str, int)):
        raise StoreError(words.FILE_DAMAGED)
    return str(row[0]), bool(row[1])


def backups_due(db: HasConnection) -> bool:
    """Whether backups still hold something that was deleted here."""
    return bool(db.conn.execute("SELECT backups_due FROM store").fetchone()[0])
