"""One sitting: the time from sitting down to getting up, with a key of its own.

The key is in memory only, and sealed once to the opener's public key. When it is forgotten nobody but
the opener can read this sitting again, not even this app.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from duq_desktop.content.model import Stream
from duq_desktop.errors import RecordTooLong, StoreError, VaultError
from duq_desktop.interview.records import Bookmark, Record
from duq_desktop.store.file.connection import Connection
from duq_desktop.store.file.schema import OTHER_BYTES, PERSON_BYTES
from duq_desktop.store.inbox import rows
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

    contents: tuple[bytes, ...]
    place: Bookmark
    record_ids: tuple[str, ...]
    after: int


class Sitting:
    """Seals records of one session. Made by ``Store.begin`` and ``Store.resume``."""

    def __init__(
        self, desk: Connection, session: rows.SessionRow, number: int, sitting_id: str, key: bytes
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

    def append(self, record: Record, place: Bookmark) -> None:
        """Seals ``record`` and moves the place mark; on the disk, both or neither, when it returns.

        Raises ``RecordTooLong``, or ``StoreError`` when it could not be saved: call again with the same.
        """
        self.append_all((record,), place)

    def append_all(self, records: Sequence[Record], place: Bookmark, fillers: Sequence[Record] = ()) -> None:
        """Seals ``records`` in one save: all of them are on the disk when it returns, or none is.

        Raises like ``append``. One save for many, because the time that many take one by one tells
        whoever stands by how many there were. ``fillers`` say nothing and end a block: what was saved
        then goes from SQLite's log into the file itself, in a thread, so that no page waits for it.
        """
        if records or fillers:
            self._save((*records, *fillers), place)
        if fillers:
            self._desk.settle_soon()

    def end(self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()) -> None:
        """Ends the session for good, with its last ``records``, forgets the key, makes a backup.

        Finished, stopped and refused look alike. Raises like ``append``; a backup that fails does not
        raise (see ``Store.backup_trouble``), because what was said is saved.
        """
        self._close(Bookmark(place.area, place.page, ENDED), records, fillers)
        if self.after_end is not None:
            self.after_end()

    def another_day(
        self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()
    ) -> None:
        """Ends this sitting with its last ``records`` and forgets the key. Raises like ``append``."""
        self._close(place, records, fillers)

    def _close(self, place: Bookmark, records: Sequence[Record], fillers: Sequence[Record]) -> None:
        if records or fillers:
            self._save((*records, *fillers), place)
        else:
            self._desk.write(lambda db: self._set_place(db, place))
        self.forget_key()
        self._desk.settle()

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

    def _set_place(self, db: Database, place: Bookmark) -> None:
        session = rows.session_by_id(db, self.session_id)
        if session.place != place:
            session = self._current(db)
            rows.set_place(db, session.number, place, session.given)

    def _save(self, records: Sequence[Record], place: Bookmark) -> None:
        key, contents = self._live_key(), tuple(record.to_bytes() for record in records)
        if any(len(content) > self.capacity for content in contents):
            raise RecordTooLong(words.TOO_LONG)
        again = self._failed
        if again is None or (again.contents, again.place) != (contents, place):
            ids = tuple(new_id() for _ in contents)
            again = _Attempt(contents, place, ids, self._desk.last_number)
        self._failed = again
        self._desk.write(lambda db: self._write(db, key, again))
        self._failed = None

    def _write(self, db: Database, key: bytes, attempt: _Attempt) -> None:
        if rows.has_record(db, attempt.record_ids[0], attempt.after):
            return
        session = self._current(db)
        for step, (record_id, content) in enumerate(
            zip(attempt.record_ids, attempt.contents, strict=True), 1
        ):
            self._add(db, key, session, session.given + step, record_id, content)
        rows.set_place(db, session.number, attempt.place, session.given + len(attempt.contents))

    def _add(
        self,
        db: Database,
        key: bytes,
        session: rows.SessionRow,
        position: int,
        record_id: str,
        content: bytes,
    ) -> None:
        number = rows.last_number(db) + 1
        before = rows.last_link(db) or first_link(self._desk.store_id)
        bound = Bound(self._desk.store_id, session.session_id, self._sitting_id, record_id, number, position)
        box = seal_record(key, content, before, bound, self._session.record_size)
        link = next_link(before, record_id, number, box)
        rows.add_record(db, rows.RecordRow(number, record_id, self._number, position, link, box))
