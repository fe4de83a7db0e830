"""Counting failed attempts to unlock, while nothing is open.

A count is sealed to the public key, so whoever guesses cannot read it; it has one size, and one row for each
run of the app and day, however often somebody guesses. It never keeps anybody from unlocking: a count that
cannot be written is not written. Whoever copies the folder and guesses elsewhere is not counted.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.ledger.entries import FailedAttempts, attempts_bytes, attempts_of
from duq_desktop.store.file.connection import Connection
from duq_desktop.store.office import ledger_rows as rows
from duq_desktop.vault.keys import KeyPair, new_id, seal_to


class AttemptCounter:
    """Counts while the folder is open. A count that was told of and removed begins anew."""

    def __init__(self) -> None:
        self._day, self._run, self._count = "", "", 0

    def count(self, desk: Connection, day: str) -> None:
        """One more attempt failed on ``day`` (ISO)."""
        try:
            desk.write(lambda db: self._write(desk, db, day))
        except StoreError:
            return

    def _write(self, desk: Connection, db: Database, day: str) -> None:
        goes_on = day == self._day and rows.drop_attempt(db, self._run)
        run, count = (self._run, self._count + 1) if goes_on else (new_id(), 1)
        raw = attempts_bytes(FailedAttempts(day, count), _bound(desk.store_id, run))
        rows.put_attempt(db, rows.BoxRow(run, desk.key.key_id, seal_to(desk.key.public, raw)))
        self._day, self._run, self._count = day, run, count


def opened(
    boxes: list[rows.BoxRow], store_id: str, pairs: Mapping[str, KeyPair]
) -> dict[str, FailedAttempts]:
    """The counts that can be read, by the run they belong to."""
    found = {}
    for row in boxes:
        pair = pairs.get(row.key_id)
        if pair is not None:
            try:
                found[row.box_id] = attempts_of(pair.open_sealed(row.box), _bound(store_id, row.box_id))
            except (ExpectedError, ValueError):
                continue
    return found


def _bound(store_id: str, run: str) -> str:
    return f"attempt|{store_id}|{run}"
