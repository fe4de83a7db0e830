"""Sealing what one sitting gives, entry by entry, and all of it again as parcels when the sitting is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from duq_desktop.store.inbox import parcel_rows, rows
from duq_desktop.store.inbox.parcels import PARCEL_BYTES, contents_of_parcels, parcel_name
from duq_desktop.vault.keys import new_id
from duq_desktop.vault.runs import Run, mark_of, new_run, runs_to_bytes
from duq_desktop.vault.sealing import Bound, first_link, next_link, seal_record


@dataclass(frozen=True)
class Trail:
    """The runs of entries that a sitting wrote, and the link before the last of them."""

    runs: tuple[Run, ...] = ()
    base: bytes = b""

    def add(self, number: int, before: bytes, mark: bytes, record_id: str, box: bytes) -> Trail:
        """The trail with one more entry; a run goes on unless another sitting wrote in between."""
        if self.runs and self.runs[-1].last == number - 1 and self.runs[-1].link(self.base, mark) == before:
            return Trail((*self.runs[:-1], self.runs[-1].more(record_id, box)), self.base)
        return Trail((*self.runs, new_run(number, record_id, box)), before)

    def link(self, mark: bytes) -> bytes:
        """The link of the last entry."""
        return self.runs[-1].link(self.base, mark)


class SittingWriter:
    """Writes entries of the sitting numbered ``number``, inside a transaction of whoever calls."""

    def __init__(self, store_id: str, session: rows.SessionRow, number: int, sitting_id: str) -> None:
        self._store_id = store_id
        self._session = session
        self._number = number
        self._sitting_id = sitting_id

    def add_record(
        self, db: Database, key: bytes, trail: Trail, entry: tuple[str, bytes], position: int
    ) -> Trail:
        """Seals ``entry`` (its random id and ``Record.to_bytes``) as the session's record ``position``."""
        record_id, content = entry
        number, before = self._next(db)
        bound = self._bound(record_id, number, position)
        box = seal_record(key, content, before, bound, self._session.record_size)
        mark = mark_of(key)
        trail = trail.add(number, before, mark, record_id, box)
        row = rows.RecordRow(number, record_id, self._number, position, trail.link(mark), box)
        rows.add_record(db, row)
        return trail

    def close(self, db: Database, key: bytes, trail: Trail, told: Sequence[bytes], position: int) -> None:
        """Seals all that was ``told`` as parcels, in place of the sitting's records, which go."""
        covered = runs_to_bytes(trail.runs)
        size = self._session.record_size
        for content in contents_of_parcels(told, covered, size):
            parcel_id = new_id()
            number, before = self._next(db)
            bound = self._bound(parcel_id, number, position)
            box = seal_record(key, content, before, bound, PARCEL_BYTES[size])
            link = next_link(before, parcel_name(parcel_id, covered), number, box)
            row = parcel_rows.ParcelRow(number, parcel_id, self._number, position, covered, link, box)
            parcel_rows.add_parcel(db, row)
            covered = b""
        parcel_rows.drop_records(db, self._number, trail.runs[0].first)

    def _next(self, db: Database) -> tuple[int, bytes]:
        return rows.last_number(db) + 1, rows.last_link(db) or first_link(self._store_id)

    def _bound(self, name: str, number: int, position: int) -> Bound:
        return Bound(self._store_id, self._session.session_id, self._sitting_id, name, number, position)
