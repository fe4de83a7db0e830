"""Reading everything back, and finding what is missing, added or damaged.

Each record names, inside its seal, the link of the record before it. So a readable record vouches for
everything before it: a record that is gone leaves a gap in the numbers, one put in another's place
breaks the link, one moved or changed cannot be opened. Nothing here stops at the first trouble.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duq_desktop.errors import ExpectedError
from duq_desktop.interview.records import OpenedSession, read_record
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.interview.session_reader import read_session
from duq_desktop.store.inbox.found_session import FoundSession, without_row
from duq_desktop.store.inbox.opened_answers import OpenedAnswers
from duq_desktop.store.inbox.rows import ClearSession, RecordRow, SessionRow, SittingRow
from duq_desktop.vault.keys import Envelope, KeyPair
from duq_desktop.vault.sealing import Bound, first_link, next_link, open_record


@dataclass(frozen=True)
class DecryptedInbox:
    """What the pass phrase opened. What people said is in ``answers`` alone: close them when done.

    ``missing`` records are gone or have lost their key; ``added`` ones were put in another's place;
    ``damaged`` ones are there and cannot be read. ``deleted`` counts sessions that people took back.
    ``foreign`` sessions are sealed to a key that is not the opener's: somebody else can read those.
    ``newer`` records are of a kind that only a newer version knows: kept, and in no count. Of ``unread``
    sessions not one record could be read: they are in no list. ``streamless`` sessions are in the list
    and, because nothing readable names their stream, in no count.
    """

    answers: OpenedAnswers
    missing: int = 0
    added: int = 0
    damaged: int = 0
    deleted: int = 0
    foreign: tuple[ClearSession, ...] = ()
    newer: int = 0
    unread: int = 0
    streamless: int = 0

    @property
    def sessions(self) -> tuple[OpenedSession, ...]:
        """All sessions at once, read anew each time. Raises ``VaultError`` once closed."""
        return tuple(self.answers.sessions())

    def facts(self) -> Iterator[SessionFacts]:
        """What each session says, one after the other. Raises ``VaultError`` once closed."""
        return map(read_session, self.answers.sessions())

    @property
    def whole(self) -> bool:
        """Whether everything was read and counted: nothing lost, added, newer or without a stream."""
        lost = self.missing or self.added or self.damaged or self.foreign or self.unread
        return not (lost or self.newer or self.streamless)


@dataclass(frozen=True)
class Seen:
    """How far the opener had read: the number of the last record then, and its link."""

    number: int
    link: bytes


@dataclass(frozen=True)
class Sealed:
    """Everything the file holds about sessions, as read in one go."""

    store_id: str
    made_up: bool
    sessions: list[SessionRow]
    sittings: list[SittingRow]
    records: Iterable[RecordRow | None]
    last_number: int


class _Reading:
    """One reading of a whole file; ``finish`` gives the result."""

    def __init__(self, sealed: Sealed, pairs: dict[str, KeyPair], seen: Seen | None) -> None:
        self._sealed = sealed
        self._pairs = pairs
        self._seen = seen
        self._found = {row.number: FoundSession(row, sealed.made_up) for row in sealed.sessions}
        self._numbers = {row.session_id: row.number for row in sealed.sessions}
        self._sittings = {row.number: row for row in sealed.sittings}
        self._answers = OpenedAnswers()
        self._envelopes: dict[str, Envelope] = {}
        self._foreign: set[int] = set()
        self.missing = self.added = self.damaged = 0
        self._link = first_link(sealed.store_id)
        self._next = 1
        self._explained = False

    def open_keys(self) -> None:
        """Opens the key of every sitting that has one."""
        for row in self._sealed.sittings:
            if row.sealed_key is None:
                continue
            if row.key_id not in self._pairs and not self._open_key(row, self._pairs.values()):
                self._foreign.add(row.session)
            elif row.key_id in self._pairs and not self._open_key(row, [self._pairs[row.key_id]]):
                self.damaged += 1

    def _open_key(self, row: SittingRow, pairs: Iterable[KeyPair]) -> bool:
        for pair in pairs:
            try:
                envelope = pair.open_envelope(row.sealed_key or b"")
            except ExpectedError:
                continue
            self._keep(row, envelope)
            return True
        return False

    def _keep(self, row: SittingRow, envelope: Envelope) -> None:
        """Keeps an opened key under the ids that are inside its seal: those cannot be exchanged."""
        number = self._numbers.get(envelope.session_id)
        if (number, envelope.sitting_id) != (row.session, row.sitting_id):
            self.damaged += 1
        self._envelopes[envelope.sitting_id] = envelope
        if number is None:
            number = self._add_session(envelope)
        self._found[number].take_envelope(envelope)

    def _add_session(self, envelope: Envelope) -> int:
        """A session whose row is gone or has another id: what was said in it is shown all the same."""
        number = max(self._found, default=0) + 1
        self._found[number] = FoundSession(without_row(number, envelope.session_id), self._sealed.made_up)
        self._numbers[envelope.session_id] = number
        return number

    def read(self, row: RecordRow | None) -> None:
        """Takes the next record in order."""
        if row is None:
            self.damaged += 1
            self._explained = True
            return
        if row.number < self._next:
            self.added += 1
            return
        self._missing_before(row.number)
        self._next = row.number + 1
        sure = self._read_content(row)
        self._link = next_link(self._link, row.record_id, row.number, row.box)
        if sure and self._link != row.link:
            self.damaged += 1
        self._compare_with_seen(row.number)

    def _missing_before(self, number: int) -> None:
        if number > self._next:
            self.missing += number - self._next
            self._explained = True

    def _read_content(self, row: RecordRow) -> bool:
        """Reads or counts one record; says whether it could be read."""
        sitting = self._sittings.get(row.sitting)
        if sitting is None:
            self.missing += 1
        elif sitting.sealed_key is not None and sitting.session not in self._foreign:
            self._count_row(sitting, row)
            envelope = self._envelopes.get(sitting.sitting_id)
            if envelope is not None and self._open(row, envelope):
                return True
            self.damaged += 1
            self._explained = True
        return False

    def _count_row(self, sitting: SittingRow, row: RecordRow) -> None:
        found = self._found.get(sitting.session)
        if found is not None:
            found.rows += 1
            found.highest = max(found.highest, min(row.position, self._sealed.last_number))

    def _open(self, row: RecordRow, envelope: Envelope) -> bool:
        bound = Bound(
            self._sealed.store_id,
            envelope.session_id,
            envelope.sitting_id,
            row.record_id,
            row.number,
            row.position,
        )
        try:
            before, content = open_record(envelope.key, row.box, bound)
            self._check_link(before)
            record = read_record(content)
        except ExpectedError:
            return False
        number = self._numbers[envelope.session_id]
        self._answers.add_entry(number, content)
        self._found[number].take(record, len(row.box))
        return True

    def _check_link(self, before: bytes) -> None:
        """Compares the link inside a seal with what stands before it in the file."""
        if before != self._link and not self._explained:
            self.added += 1
            self.missing += 1
        self._link = before
        self._explained = False

    def _compare_with_seen(self, number: int) -> None:
        """The opener's own sealed note finds last records that were exchanged, not only removed."""
        if self._seen is not None and number == self._seen.number:
            if self._link != self._seen.link and not self._explained:
                self.added += 1
                self.missing += 1
            self._link = self._seen.link

    def finish(self) -> DecryptedInbox:
        """The result, once every record was read."""
        last = max(self._sealed.last_number, self._seen.number if self._seen else 0)
        self._missing_before(last + 1)
        shown = {
            number: found.session(self._sealed.last_number)
            for number, found in self._found.items()
            if found.is_shown
        }
        for number, session in shown.items():
            self._answers.add_session(number, session)
        hidden = [found for number, found in self._found.items() if number not in shown]
        foreign = sorted(self._foreign & set(self._found))
        return DecryptedInbox(
            self._answers,
            self.missing,
            self.added,
            self.damaged,
            deleted=sum(found.is_deleted for found in self._found.values()),
            foreign=tuple(self._found[number].row.clear() for number in foreign),
            newer=sum(found.newer for found in self._found.values()),
            unread=sum(not found.is_deleted and found.row.number not in self._foreign for found in hidden),
            streamless=sum(not session.stream_known for session in shown.values()),
        )


def open_everything(sealed: Sealed, pairs: dict[str, KeyPair], seen: Seen | None) -> DecryptedInbox:
    """Opens what ``pairs`` (by fingerprint) can open. Never raises for what the file holds."""
    reading = _Reading(sealed, pairs, seen)
    reading.open_keys()
    for row in sealed.records:
        reading.read(row)
    return reading.finish()
