"""One sitting: the time from sitting down to getting up, with a key of its own.

The key is in memory only, and sealed once to the opener's public key. When it is forgotten nobody but
the opener can read this sitting again, not even this app.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from duq_desktop.content.model import Stream
from duq_desktop.errors import RecordTooLong, StoreError, VaultError
from duq_desktop.interview.records import PlaceMark, Record
from duq_desktop.store import rows
from duq_desktop.store.desk import Desk
from duq_desktop.store.schema import OTHER_BYTES, PERSON_BYTES
from duq_desktop.vault.keys import new_id
from duq_desktop.vault.sealing import Bound, first_link, next_link, room_in, seal_record
from duq_desktop.words import sealing as words

ENDED = "ended"


def record_size(stream: Stream) -> int:
    """The size on disk of each record of ``stream``, in bytes."""
    return PERSON_BYTES if stream is Stream.PERSON else OTHER_BYTES


def capacity(stream: Stream) -> int:
    """How many bytes ``Record.to_bytes`` may have in ``stream``."""
    return room_in(record_size(stream))


@dataclass(frozen=True)
class _Attempt:
    """A save that failed: if it reached the disk after all, trying again must not write it twice."""

    content: bytes
    place: PlaceMark
    record_id: str
    after: int


class Sitting:
    """Seals records of one session. Made by ``Store.begin`` and ``Store.resume``."""

    def __init__(
        self, desk: Desk, session: rows.SessionRow, number: int, sitting_id: str, key: bytes
    ) -> None:
        self._desk = desk
        self._session = session
        self._number = number
        self._sitting_id = sitting_id
        self._key: bytes | None = key
        self._failed: _Attempt | None = None
        self.after_end: Callable[[], None] | None = None

    @property
    def session_id(self) -> str:
        """The random id of the session."""
        return self._session.session_id

    @property
    def capacity(self) -> int:
        """How many bytes ``Record.to_bytes`` may have."""
        return room_in(self._session.record_size)

    def room(self, record: Record) -> int:
        """How many bytes are still free when ``record`` is saved; negative when it is too long."""
        return self.capacity - len(record.to_bytes())

    def append(self, record: Record, place: PlaceMark) -> None:
        """Seals ``record`` and moves the place mark; on the disk, both or neither, when it returns.

        Raises ``RecordTooLong``, or ``StoreError`` when it could not be saved: call again with the same.
        """
        self._save(record, place)

    def end(self, place: PlaceMark, record: Record | None = None) -> None:
        """Ends the session for good, with a last ``record`` if given, forgets the key, makes a backup.

        Finished, stopped and refused look alike. Raises like ``append``; a backup that fails does not
        raise (see ``Store.backup_trouble``), because what was said is saved.
        """
        ended = PlaceMark(place.area, place.page, ENDED)
        if record is None:
            self._desk.write(lambda db: self._set_place(db, ended))
        else:
            self._save(record, ended)
        self.forget_key()
        if self.after_end is not None:
            self.after_end()

    def set_sign(self, sign: str) -> None:
        """Writes the sign that the person picked, two ids joined by "+". Raises ``StoreError``."""
        self._live_key()
        self._desk.write(lambda db: rows.set_sign(db, self._current(db).number, sign))

    def forget_key(self) -> None:
        """Drops the key: after Finish, Stop, or before another day."""
        self._key = None
        self._failed = None

    def _live_key(self) -> bytes:
        if self._key is None:
            raise VaultError(words.SITTING_OVER)
        return self._key

    def _current(self, db: Database) -> rows.SessionRow:
        found = rows.sessions(db, "number = ?", (self._session.number,))
        if not found or found[0].place.state != "open":
            raise StoreError(words.SESSION_OVER)
        return found[0]

    def _set_place(self, db: Database, place: PlaceMark) -> None:
        session = rows.session_by_id(db, self.session_id)
        if session.place != place:
            session = self._current(db)
            rows.set_place(db, session.number, place, session.given)

    def _save(self, record: Record, place: PlaceMark) -> None:
        key, content = self._live_key(), record.to_bytes()
        if len(content) > self.capacity:
            raise RecordTooLong(words.TOO_LONG)
        again = self._failed
        if again is None or (again.content, again.place) != (content, place):
            again = _Attempt(content, place, new_id(), self._desk.last_number)
        self._failed = again
        self._desk.write(lambda db: self._write(db, key, again))
        self._failed = None

    def _write(self, db: Database, key: bytes, attempt: _Attempt) -> None:
        if rows.has_record(db, attempt.record_id, attempt.after):
            return
        session = self._current(db)
        number, position = rows.last_number(db) + 1, session.given + 1
        before = rows.last_link(db) or first_link(self._desk.store_id)
        bound = Bound(
            self._desk.store_id, session.session_id, self._sitting_id, attempt.record_id, number, position
        )
        box = seal_record(key, attempt.content, before, bound, self._session.record_size)
        link = next_link(before, attempt.record_id, number, box)
        rows.add_record(db, rows.RecordRow(number, attempt.record_id, self._number, position, link, box))
        rows.set_place(db, session.number, attempt.place, position)
