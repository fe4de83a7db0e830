"""What is known of one session while it is put together from its keys and its records."""

from __future__ import annotations

from dataclasses import dataclass

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Bookmark, OpenedSession, Record, RecordKind, UnknownRecord
from duq_desktop.store.file.schema import PERSON_BYTES
from duq_desktop.store.inbox.rows import SessionRow
from duq_desktop.vault.keys import Envelope

_STREAMS = {stream.value: stream for stream in Stream}


def without_row(number: int, session_id: str) -> SessionRow:
    """What stands in for the row of a session that has none any more."""
    return SessionRow(number, session_id, 0, "", "", "", Bookmark(), 0)


@dataclass
class FoundSession:
    """One session so far.

    Its stream is sealed twice: with the key of its first day, and in what was written when each day
    began. So a damaged key of the first day takes no later day out of sight. Where neither can be read,
    the size of the records tells people supported from all others, and nothing more.
    """

    row: SessionRow
    made_up: bool = False
    rows: int = 0
    highest: int = 0
    opened: int = 0
    newer: int = 0
    _by_key: str = ""
    _by_record: str = ""
    _size: int = 0

    def take_envelope(self, envelope: Envelope) -> None:
        """Takes what is sealed with the key of a sitting; later sittings name no stream there."""
        self.made_up = self.made_up or envelope.made_up
        self._by_key = self._by_key or envelope.stream

    def take(self, record: Record | UnknownRecord, size: int) -> None:
        """Takes an opened record whose box has ``size`` bytes."""
        self.opened += 1
        self._size = size
        if isinstance(record, UnknownRecord):
            self.newer += 1
        elif record.kind is RecordKind.BEGAN and not self._by_record:
            named = record.body.get("stream")
            self._by_record = named if isinstance(named, str) else ""

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show: a key that names a stream, or any record."""
        return bool(self._by_key or self.opened)

    @property
    def is_deleted(self) -> bool:
        """Whether the person took it back."""
        return self.row.place.state == "deleted"

    def session(self, last_number: int) -> OpenedSession:
        """The session without its records. What it lacks is known from positions and the count in clear."""
        lacking = max(self.highest, min(self.row.given, last_number), self.rows) - self.opened
        known = _STREAMS.get(self._by_key or self._by_record)
        return OpenedSession(
            session_id=self.row.session_id,
            stream=known or self._by_size(),
            sign=self.row.sign,
            place=self.row.place,
            records=(),
            missing=max(0, lacking),
            made_up=self.made_up,
            newer=self.newer,
            stream_known=known is not None or self._is_person(),
        )

    def _by_size(self) -> Stream:
        return Stream.PERSON if (self._size or self.row.record_size) == PERSON_BYTES else Stream.OTHER

    def _is_person(self) -> bool:
        """Only people supported have small records; a stream of a newer version is named, and not ours."""
        return not (self._by_key or self._by_record) and self._by_size() is Stream.PERSON
