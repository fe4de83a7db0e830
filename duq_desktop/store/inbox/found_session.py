"""What is known of one session while it is put together from its keys and its records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import (
    Bookmark,
    OpenedSession,
    Record,
    RecordKind,
    UnknownRecord,
    read_record,
)
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
    the size of the records tells people supported from all others, and nothing more. ``contents`` are the
    entries since it was put away last, ``lacked`` what it lacked then (None: it was not yet).
    """

    row: SessionRow
    made_up: bool = False
    rows: int = 0
    highest: int = 0
    opened: int = 0
    newer: int = 0
    lacked: int | None = None
    contents: list[bytes] = field(default_factory=list)
    _records: list[Record] = field(default_factory=list)
    _by_key: str = ""
    _by_record: str = ""
    _size: int = 0

    def take_envelope(self, envelope: Envelope) -> None:
        """Takes what is sealed with the key of a sitting; later sittings name no stream there."""
        self.made_up = self.made_up or envelope.made_up
        self._by_key = self._by_key or envelope.stream

    def take(self, content: bytes, record: Record | UnknownRecord, size: int) -> None:
        """Takes an opened entry and the record in it; its box has ``size`` bytes."""
        self.opened += 1
        self._size = size
        self.contents.append(content)
        if isinstance(record, UnknownRecord):
            self.newer += 1
            return
        self._records.append(record)
        if record.kind is RecordKind.BEGAN and not self._by_record:
            named = record.body.get("stream")
            self._by_record = named if isinstance(named, str) else ""

    def take_back(self, contents: Iterable[bytes]) -> None:
        """Takes the entries that were put away already, because more came."""
        before = [record for each in contents if isinstance(record := read_record(each), Record)]
        self.contents = [*contents, *self.contents]
        self._records = [*before, *self._records]

    def put_away(self, last_number: int) -> None:
        """Its entries are kept elsewhere now."""
        self.lacked = self.lacking(last_number)
        self.contents, self._records = [], []

    @property
    def is_whole(self) -> bool:
        """Whether all has come that is known to come: nothing more is given to a session that ended."""
        return self.row.place.state == "ended" and self.opened >= self.row.given > 0

    def lacking(self, last_number: int) -> int:
        """How many entries it lacks, as positions and the count in clear tell."""
        return max(0, max(self.highest, min(self.row.given, last_number), self.rows) - self.opened)

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show: a key that names a stream, or any record."""
        return bool(self._by_key or self.opened)

    @property
    def is_deleted(self) -> bool:
        """Whether the person took it back."""
        return self.row.place.state == "deleted"

    def session(self, last_number: int) -> OpenedSession:
        """The session with the records that have come since it was put away last."""
        return OpenedSession(
            session_id=self.row.session_id,
            stream=_STREAMS.get(self._by_key or self._by_record) or self._by_size(),
            sign=self.row.sign,
            place=self.row.place,
            records=tuple(self._records),
            missing=self.lacking(last_number),
            made_up=self.made_up,
            newer=self.newer,
            stream_known=self.stream_known,
        )

    @property
    def stream_known(self) -> bool:
        """Whether something names a stream of ours; a stream of a newer version is named, and not ours."""
        named = self._by_key or self._by_record
        return named in _STREAMS if named else self._by_size() is Stream.PERSON

    def _by_size(self) -> Stream:
        return Stream.PERSON if (self._size or self.row.record_size) == PERSON_BYTES else Stream.OTHER
