"""All SQL that reads and writes rows: one place, so that no table is mistyped into being.

Rows read back come from a file that anybody may have changed, so their types are checked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from duq_desktop.errors import StoreError
from duq_desktop.interview.records import Bookmark
from duq_desktop.store.file.preview_rows import KeyRow as KeyRow
from duq_desktop.store.file.preview_rows import backups_due as backups_due
from duq_desktop.store.file.preview_rows import home_facts as home_facts
from duq_desktop.store.file.preview_rows import keys as keys
from duq_desktop.store.file.preview_rows import last_link as last_link
from duq_desktop.store.file.preview_rows import last_number as last_number
from duq_desktop.store.file.preview_rows import link_at as link_at
from duq_desktop.store.file.preview_rows import store_facts as store_facts
from duq_desktop.store.file.preview_rows import typed
from duq_desktop.store.file.schema import PERSON_BYTES
from duq_desktop.vault.slots import PHRASE, RECOVERY, Cost, Slot
from duq_desktop.words import sealing as words

KINDS = (PHRASE, RECOVERY)
"""The kinds of slots."""
NumberedSlot = tuple[int, Slot]
"""A slot with the number of its key pair."""


@dataclass(frozen=True)
class ClearSession:
    """All that stands in clear about a session. ``given`` counts its records, whatever is in them.

    ``person`` tells only the size of its records: people supported, or everybody else.
    """

    session_id: str
    sign: str
    place: Bookmark
    pack_id: str
    pack_version: str
    person: bool
    given: int


@dataclass(frozen=True)
class SessionRow:
    """A row of ``session``."""

    number: int
    session_id: str
    record_size: int
    sign: str
    pack_id: str
    pack_version: str
    place: Bookmark
    given: int

    def clear(self) -> ClearSession:
        """The row as the rest of the product sees it."""
        person = self.record_size == PERSON_BYTES
        return ClearSession(
            self.session_id, self.sign, self.place, self.pack_id, self.pack_version, person, self.given
        )


@dataclass(frozen=True)
class SittingRow:
    """A row of ``sitting``; ``sealed_key`` is None once erased, ``mark`` in those of older versions."""

    number: int
    session: int
    sitting_id: str
    key_id: str
    sealed_key: bytes | None
    mark: bytes | None = None


@dataclass(frozen=True)
class RecordRow:
    """A row of ``record``."""

    number: int
    record_id: str
    sitting: int
    position: int
    link: bytes
    box: bytes


_SESSION = "number, session_id, record_size, sign, pack_id, pack_version, area, page, state, given"
_SESSION_KINDS = (int, str, int, str, str, str, str, int, str, int)


def _session(row: tuple[Any, ...]) -> SessionRow:
    if not typed(row, _SESSION_KINDS):
        raise StoreError(words.FILE_DAMAGED)
    number, session_id, size, sign, pack, version, area, page, state, given = row
    return SessionRow(number, session_id, size, sign, pack, version, Bookmark(area, page, state), given)


def sessions(db: Database, where: str = "1", values: tuple[object, ...] = ()) -> list[SessionRow]:
    """The sessions that ``where`` (fixed SQL with ``?``) picks, in the order they began."""
    sql = f"SELECT {_SESSION} FROM session WHERE {where} ORDER BY number"
    return [_session(tuple(row)) for row in db.conn.execute(sql, values)]


def session_by_id(db: Database, session_id: str) -> SessionRow:
    """The session. Raises ``StoreError`` when there is none."""
    found = sessions(db, "session_id = ?", (session_id,))
    if not found:
        raise StoreError(words.NO_SUCH_SESSION)
    return found[0]


def sittings(db: Database) -> list[SittingRow]:
    """All sittings; a row that is no sitting is left out, so that its records count as missing."""
    columns = {str(row[1]) for row in db.conn.execute("PRAGMA table_info(sitting)")}
    mark = "mark" if "mark" in columns else "NULL"  # a copy that an older version made has none
    sql = f"SELECT number, session, sitting_id, key_id, sealed_key, {mark} FROM sitting ORDER BY number"
    kinds = (int, int, str, str, (bytes, type(None)), (bytes, type(None)))
    return [SittingRow(*row) for row in map(tuple, db.conn.execute(sql)) if typed(row, kinds)]


def records(db: Database) -> Iterator[RecordRow | None]:
    """All records in the order they were given; None for a row that is no record."""
    sql = "SELECT number, record_id, sitting, position, link, box FROM record ORDER BY number"
    kinds = (int, str, int, int, bytes, bytes)
    for row in db.conn.execute(sql):
        yield RecordRow(*row) if typed(tuple(row), kinds) else None


def slots(db: Database, kind: str) -> list[NumberedSlot]:
    """The slots of one kind with the number of the key each belongs to, the newest key first."""
    sql = (
        "SELECT key_number, ops, memory, salt, box, checksum FROM slot WHERE kind = ? "
        "ORDER BY key_number DESC"
    )
    kinds = (int, int, int, bytes, bytes, bytes)
    found = [tuple(row) for row in db.conn.execute(sql, (kind,)) if typed(tuple(row), kinds)]
    return [(row[0], Slot(kind, Cost(row[1], row[2]), row[3], row[4], row[5])) for row in found]


def slot_boxes(db: Database) -> set[bytes]:
    """The wrapped private keys of all slots."""
    return {slot.box for kind in KINDS for _, slot in slots(db, kind)}


def put_slot(db: Database, key_number: int, slot: Slot) -> None:
    """Writes a slot in place of the one of the same key and kind."""
    db.conn.execute(
        "INSERT INTO slot (key_number, kind, ops, memory, salt, box, checksum) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET ops = excluded.ops, memory = excluded.memory, salt = excluded.salt, "
        "box = excluded.box, checksum = excluded.checksum",
        (key_number, slot.kind, slot.cost.ops, slot.cost.memory, slot.salt, slot.box, slot.check),
    )


def drop_slots(db: Database) -> None:
    """Removes every slot, so that no old pass phrase and no old recovery key opens anything."""
    db.conn.execute("DELETE FROM slot")


def put_key(db: Database, row: KeyRow) -> None:
    """Adds a key pair, or replaces the one of the same number."""
    db.conn.execute(
        "INSERT INTO key_pair (number, key_id, public, retired) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
        "SET key_id = excluded.key_id, public = excluded.public, retired = excluded.retired",
        (row.number, row.key_id, row.public, row.retired),
    )


def begin_session(db: Database, session: SessionRow) -> int:
    """Adds a session and gives its number."""
    cursor = db.conn.execute(
        "INSERT INTO session "
        "(session_id, record_size, sign, pack_id, pack_version, area, page, state, given) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        (
            session.session_id,
            session.record_size,
            session.sign,
            session.pack_id,
            session.pack_version,
            session.place.area,
            session.place.page,
            session.place.state,
        ),
    )
    return int(cursor.lastrowid or 0)


def add_sitting(
    db: Database, session: int, sitting_id: str, key_id: str, sealed_key: bytes, mark: bytes
) -> int:
    """Adds a sitting with its sealed key and gives its number."""
    cursor = db.conn.execute(
        "INSERT INTO sitting (session, sitting_id, key_id, sealed_key, mark) VALUES (?, ?, ?, ?, ?)",
        (session, sitting_id, key_id, sealed_key, mark),
    )
    return int(cursor.lastrowid or 0)


def add_record(db: Database, row: RecordRow) -> None:
    """Adds a record under the number it is bound to."""
    db.conn.execute(
        "INSERT INTO record (number, record_id, sitting, position, link, box) VALUES (?, ?, ?, ?, ?, ?)",
        (row.number, row.record_id, row.sitting, row.position, row.link, row.box),
    )


def has_record(db: Database, record_id: str, after: int) -> bool:
    """Whether a record is among those numbered above ``after``."""
    sql = "SELECT 1 FROM record WHERE number > ? AND record_id = ?"
    return db.conn.execute(sql, (after, record_id)).fetchone() is not None


def set_place(db: Database, session: int, place: Bookmark, given: int) -> None:
    """Moves the place mark of a session."""
    db.conn.execute(
        "UPDATE session SET area = ?, page = ?, state = ?, given = ? WHERE number = ?",
        (place.area, place.page, place.state, given, session),
    )


def set_sign(db: Database, session: int, sign: str) -> None:
    """Writes the sign that the person picked."""
    db.conn.execute("UPDATE session SET sign = ? WHERE number = ?", (sign, session))


def erased_sittings(db: Database) -> set[str]:
    """The random ids of the sittings whose keys were erased."""
    return {row.sitting_id for row in sittings(db) if row.sealed_key is None}


def erase_session(db: Database, session: int) -> None:
    """Erases the sealed keys of a session and everything in clear about it; its rows stay, unreadable."""
    db.conn.execute("UPDATE sitting SET sealed_key = NULL WHERE session = ?", (session,))
    db.conn.execute(
        "UPDATE session SET sign = '', pack_id = '', pack_version = '', area = '', page = 0, "
        "state = 'deleted' WHERE number = ?",
        (session,),
    )


def add_home_facts(db: Database, facts: str) -> None:
    """Adds a version of the facts about the home."""
    db.conn.execute("INSERT INTO home (facts) VALUES (?)", (facts,))


def set_backups_due(db: Database, due: bool) -> None:
    """Notes that backups must, or need no longer, be brought in line."""
    db.conn.execute("UPDATE store SET backups_due = ?", (int(due),))
