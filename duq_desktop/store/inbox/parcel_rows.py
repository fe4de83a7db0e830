"""Rows of parcels, and everything sealed in the order of its numbers: records, runs that went, parcels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Any

from sqlite_utils import Database

from duq_desktop.errors import VaultError
from duq_desktop.store.file.preview_rows import typed
from duq_desktop.store.inbox.rows import RecordRow
from duq_desktop.vault.runs import Run, runs_from_bytes


@dataclass(frozen=True)
class ParcelRow:
    """A row of ``parcel``. ``covered`` are the runs of entries that it took the place of."""

    number: int
    parcel_id: str
    sitting: int
    position: int
    covered: bytes
    link: bytes
    box: bytes

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs in ``covered``; none where it is damaged."""
        return runs_of(self.covered)


@dataclass(frozen=True)
class Covered:
    """A run of entries of the sitting numbered ``sitting`` that went when its parcel was written."""

    sitting: int
    run: Run


Entry = RecordRow | ParcelRow | Covered
_COLUMNS = "number, parcel_id, sitting, position, covered, link, box"
_PARCEL = (int, str, int, int, bytes, bytes, bytes)
_RECORD = (int, str, int, int, bytes, bytes)


def entries(db: Database) -> Iterator[Entry | None]:
    """Everything sealed, in order; None for a row that is none."""
    for _, _, entry in merge(_records(db), _covered(db), _parcels(db), key=lambda one: one[:2]):
        yield entry


_Keyed = tuple[int, int, Entry | None]


def _records(db: Database) -> Iterator[_Keyed]:
    sql = "SELECT number, record_id, sitting, position, link, box FROM record ORDER BY number"
    for row in map(tuple, db.conn.execute(sql)):
        yield row[0], 1, RecordRow(*row) if typed(row, _RECORD) else None


def _covered(db: Database) -> Iterator[_Keyed]:
    sql = "SELECT sitting, covered FROM parcel WHERE covered != x'' ORDER BY number"
    found: list[_Keyed] = []
    for sitting, covered in db.conn.execute(sql).fetchall():
        if typed((sitting, covered), (int, bytes)):
            runs = runs_of(covered)
            found += [(run.first, 0, Covered(sitting, run)) for run in runs]
    return iter(sorted(found, key=lambda one: one[:2]))


def runs_of(covered: bytes) -> tuple[Run, ...]:
    """The runs in ``covered``; none where it is damaged."""
    try:
        return runs_from_bytes(covered)
    except VaultError:
        return ()


def _parcels(db: Database) -> Iterator[_Keyed]:
    for row in map(tuple, db.conn.execute(f"SELECT {_COLUMNS} FROM parcel ORDER BY number")):
        yield row[0], 1, _parcel(row)


def _parcel(row: tuple[Any, ...]) -> ParcelRow | None:
    return ParcelRow(*row) if typed(row, _PARCEL) else None


def add_parcel(db: Database, row: ParcelRow) -> None:
    """Adds a parcel under the number it is bound to."""
    db.conn.execute(
        f"INSERT INTO parcel ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (row.number, row.parcel_id, row.sitting, row.position, row.covered, row.link, row.box),
    )


def has_parcel(db: Database, sitting: int, after: int) -> bool:
    """Whether a parcel of the sitting is among those numbered above ``after``."""
    sql = "SELECT 1 FROM parcel WHERE number > ? AND sitting = ?"
    return db.conn.execute(sql, (after, sitting)).fetchone() is not None


def drop_records(db: Database, sitting: int, first: int) -> None:
    """Removes the records of the sitting whose parcel was written just now, from number ``first`` on."""
    db.conn.execute("DELETE FROM record WHERE number >= ? AND sitting = ?", (first, sitting))
