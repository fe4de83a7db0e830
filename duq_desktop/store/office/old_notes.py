"""Sealed notes from before there was a ledger: read and taken over, never written.

Each is bound to its number in the file, so one that comes from another copy lies below zero.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlite_utils import Database

from duq_desktop.store.file.preview_rows import typed

_CARRIED_STEP = 2**32
"""Carried notes that are bound to the same number lie so far apart; no file has so many notes."""


@dataclass(frozen=True)
class NoteRow:
    """A row of ``note``, with the number that it is bound to."""

    number: int
    key_id: str
    box: bytes


def notes(db: Database) -> list[NoteRow]:
    """The opener's sealed notes in order, without those carried over."""
    return [row for row in _all_notes(db) if row.number > 0]


def carried_notes(db: Database) -> list[NoteRow]:
    """Notes carried over when a backup was brought back, each with the number it is bound to."""
    return [replace(row, number=-row.number % _CARRIED_STEP) for row in _all_notes(db) if row.number < 0]


def carry_notes(source: Database, target: Database) -> None:
    """Adds to ``target`` the notes of ``source`` that it lacks, below zero: after a time apart both files
    may hold another note of the same number, and neither may be lost."""
    there = {(row.key_id, row.box) for row in _all_notes(target)}
    taken = {row.number for row in _all_notes(target)}
    for row in _all_notes(source):
        if (row.key_id, row.box) not in there:
            number = -(row.number if row.number > 0 else -row.number % _CARRIED_STEP)
            while number in taken:
                number -= _CARRIED_STEP
            taken.add(number)
            add_note(target, replace(row, number=number))


def _all_notes(db: Database) -> list[NoteRow]:
    sql = "SELECT number, key_id, box FROM note ORDER BY number"
    return [NoteRow(*row) for row in map(tuple, db.conn.execute(sql)) if typed(row, (int, str, bytes))]


def add_note(db: Database, row: NoteRow) -> None:
    """Adds a sealed note under the number it is bound to."""
    db.conn.execute(
        "INSERT INTO note (number, key_id, box) VALUES (?, ?, ?)", (row.number, row.key_id, row.box)
    )
