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
from duq_desktop.store.inbox.parcel_rows import has_parcel
from duq_desktop.store.inbox.sitting_writer import SittingWriter, Trail
from duq_desktop.vault.keys import new_id
from duq_desktop.vault.sealing import room_in
from duq_desktop.words import sealing as words

ENDED = "ended"


def record_size(stream: Stream) -> int:
    """The size on disk of each record of ``stream``, in bytes."""
    return PERSON_BYTES if stream is Stream.PERSON else OTHER_BYTES


def capacity(stream: Stream) -> int:
    """How many bytes ``Record.to_bytes`` may have in ``stream``."""
    return room_in(record_size(stream))


@dataclass
class _Attempt:
    """A save. If it failed and reached the disk after all, trying again must not write it twice.

    The first ``real`` of ``contents`` say something; the others fill a block up. ``closes``: parcels take
    the place of the sitting's records. ``trail`` is what it wrote, when it last tried.
    """

    contents: tuple[bytes, ...]
    place: Bookmark
    record_ids: tuple[str, ...]
    after: int
    real: int = 0
    closes: bool = False
    trail: Trail | None = None

    def is_same(self, other: _Attempt) -> bool:
        """Whether ``other`` is the same save, made again."""
        return (self.contents, self.place, self.closes) == (other.contents, other.place, other.closes)


class Sitting:
    """Seals records of one session. Made by ``Store.begin`` and ``Store.resume``."""

    def __init__(
        self, desk: Connection, session: rows.SessionRow, number: int, sitting_id: str, key: bytes
    ) -> None:
        self._desk = desk
        self._session = session
        self._number = number
        self._key: bytes | None = key
        self._failed: _Attempt | None = None
        self._writer = SittingWriter(desk.store_id, session, number, sitting_id)
        self._trail = Trail()
        self._told: list[bytes] = []
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
            self._save(self._attempt(records, fillers, place))
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
        """All of it as parcels; on a full disk, where those have no room, as the records that they are."""
        try:
            self._save(self._attempt(records, fillers, place, closes=True))
        except StoreError as error:
            if error.sentence != words.DISK_FULL:
                raise
            self._save(self._attempt(records, fillers, place))
        self.forget_key()
        self._desk.settle()

    def set_sign(self, sign: str) -> None:
        """Writes the sign that the person picked, two ids joined by "+". Raises ``StoreError``."""
        self._live_key()
        self._desk.write(lambda db: rows.set_sign(db, self._current(db).number, sign))

    def forget_key(self) -> None:
        """Drops the key, and what was said: after Finish, Stop, or before another day."""
        self._key = None
        self._failed = None
        self._told = []
        self._desk.live.pop(self._number, None)

    def _live_key(self) -> bytes:
        if self._key is None:
            raise VaultError(words.SITTING_OVER)
        return self._key

    def _current(self, db: Database) -> rows.SessionRow:
        found = rows.sessions(db, "number = ?", (self._session.number,))
        if not found or found[0].place.state != "open":
            raise StoreError(words.SESSION_OVER)
        return found[0]

    def _attempt(
        self, records: Sequence[Record], fillers: Sequence[Record], place: Bookmark, *, closes: bool = False
    ) -> _Attempt:
        contents = tuple(record.to_bytes() for record in (*records, *fillers))
        if any(len(content) > self.capacity for content in contents):
            raise RecordTooLong(words.TOO_LONG)
        ids = tuple(new_id() for _ in contents)
        return _Attempt(contents, place, ids, self._desk.last_number, len(records), closes)

    def _save(self, attempt: _Attempt) -> None:
        key = self._live_key()
        if self._failed is not None and self._failed.is_same(attempt):
            attempt = self._failed
        self._failed = attempt
        self._desk.write(lambda db: self._write(db, key, attempt))
        self._failed = None
        self._told += attempt.contents[: attempt.real]
        self._trail = attempt.trail or self._trail
        if self._trail.runs:
            self._desk.live[self._number] = self._trail.runs[0].first

    def _write(self, db: Database, key: bytes, attempt: _Attempt) -> None:
        if self._is_written(db, attempt):
            return
        session, trail = self._current(db), self._trail
        given = session.given
        for entry in zip(attempt.record_ids, attempt.contents, strict=True):
            given += 1
            trail = self._writer.add_record(db, key, trail, entry, given)
        told = (*self._told, *attempt.contents[: attempt.real])
        if attempt.closes and told:
            self._writer.close(db, key, trail, told, given)
        rows.set_place(db, session.number, attempt.place, given)
        attempt.trail = trail

    def _is_written(self, db: Database, attempt: _Attempt) -> bool:
        if attempt.closes and has_parcel(db, self._number, attempt.after):
            return True
        if attempt.record_ids:
            return rows.has_record(db, attempt.record_ids[0], attempt.after)
        return not self._told and rows.session_by_id(db, self.session_id).place == attempt.place
