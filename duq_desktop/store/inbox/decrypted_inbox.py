"""Reading everything back, and finding what is missing, added or damaged.

Each record names, inside its seal, the link of the record before it. So a readable record vouches for
everything before it: a record that is gone leaves a gap in the numbers, one put in another's place
breaks the link, one moved or changed cannot be opened. Nothing here stops at the first trouble.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from duq_desktop.errors import ExpectedError
from duq_desktop.interview.records import OpenedSession, read_record
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.interview.session_reader import read_session
from duq_desktop.store.inbox.chain import Chain
from duq_desktop.store.inbox.found_session import FoundSession, without_row
from duq_desktop.store.inbox.opened_answers import OpenedAnswers
from duq_desktop.store.inbox.parcel_rows import Covered, Entry, ParcelRow
from duq_desktop.store.inbox.parcels import record_size_of, records_in
from duq_desktop.store.inbox.rows import ClearSession, RecordRow, SessionRow, SittingRow
from duq_desktop.vault.keys import Envelope, KeyPair
from duq_desktop.vault.runs import mark_of
from duq_desktop.vault.sealing import Bound, first_link, open_record


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
    entries: Iterable[Entry | None]
    last_number: int


class ReadSession(NamedTuple):
    """A session that was read whole; ``number`` is its place in the order they began."""

    number: int
    facts: SessionFacts


Step = ReadSession | int
"""What a step of reading gives: a session, or the number of the entry that was read last."""
ENTRIES_A_STEP = 16
_KEYS_A_STEP = 16


class _Reading:
    """One reading of a whole file; ``finish`` gives the result."""

    def __init__(
        self, sealed: Sealed, pairs: dict[str, KeyPair], seen: Seen | None, answers: OpenedAnswers
    ) -> None:
        self._sealed = sealed
        self._pairs = pairs
        self._seen = seen
        self._found = {row.number: FoundSession(row, sealed.made_up) for row in sealed.sessions}
        self._numbers = {row.session_id: row.number for row in sealed.sessions}
        self._sittings = {row.number: row for row in sealed.sittings}
        self._answers = answers
        self._came: set[int] = set()
        self._envelopes: dict[str, Envelope] = {}
        self._foreign: set[int] = set()
        self.missing = self.added = self.damaged = 0
        self._link = first_link(sealed.store_id)
        self._chain = Chain()
        self._next = 1
        self._explained = False

    def open_keys(self) -> Iterator[None]:
        """Opens the key of every sitting that has one, a few at each step."""
        for turn, row in enumerate(self._sealed.sittings):
            if turn % _KEYS_A_STEP == 0:
                yield
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
        is_marked = row.mark in (None, mark_of(envelope.key))
        if (number, envelope.sitting_id) != (row.session, row.sitting_id) or not is_marked:
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

    def read(self, entry: Entry | None) -> None:
        """Takes the next entry in order."""
        if entry is None:
            self.damaged += 1
            self._explained = True
            return
        first, last = (entry.run.first, entry.run.last) if isinstance(entry, Covered) else (entry.number,) * 2
        if first < self._next:
            self.added += 1
            return
        self._missing_before(first)
        self._next = last + 1
        if isinstance(entry, Covered):
            self._pass_over(entry)
        else:
            self._read_sealed(entry)
        self._compare_with_seen(first, last)

    def _read_sealed(self, entry: RecordRow | ParcelRow) -> None:
        sure = self._read_content(entry)
        sitting = self._sittings.get(entry.sitting)
        if sitting is None:  # whatever it said is gone: what stands in clear is taken
            self._chain.pass_over(entry.number)
            self._link = entry.link
            return
        link, certain = self._chain.after(self._link, entry, sitting.mark, opened=sure)
        if sure and certain and link != entry.link:
            self.damaged += 1
        self._link = link

    def _pass_over(self, covered: Covered) -> None:
        """Entries that a parcel took the place of: the link after them is all that is needed."""
        self._chain.pass_over(covered.run.last)
        sitting = self._sittings.get(covered.sitting)
        if sitting is None or sitting.mark is None:
            self.missing += covered.run.count
            self._explained = True
            return
        self._link = covered.run.link(self._link, sitting.mark)

    def _missing_before(self, number: int) -> None:
        if number > self._next:
            self.missing += number - self._next
            self._explained = True

    def _read_content(self, row: RecordRow | ParcelRow) -> bool:
        """Reads or counts one record or parcel; says whether it could be read."""
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

    def _count_row(self, sitting: SittingRow, row: RecordRow | ParcelRow) -> None:
        found = self._found.get(sitting.session)
        if found is not None:
            found.rows += _stands_for(row)
            found.highest = max(found.highest, min(row.position, self._sealed.last_number))

    def _open(self, row: RecordRow | ParcelRow, envelope: Envelope) -> bool:
        bound = Bound(
            self._sealed.store_id,
            envelope.session_id,
            envelope.sitting_id,
            row.parcel_id if isinstance(row, ParcelRow) else row.record_id,
            row.number,
            row.position,
        )
        try:
            before, content = open_record(envelope.key, row.box, bound)
            self._check_link(before)
            contents = [content] if isinstance(row, RecordRow) else records_in(content, row.covered)
            records = [(each, read_record(each)) for each in contents]
        except ExpectedError:
            return False
        number = self._numbers[envelope.session_id]
        found, size = self._found[number], record_size_of(row.box)
        for each, record in records:
            found.take(each, record, size)
        found.opened += _stands_for(row) - len(records)
        self._came.add(number)
        return True

    def whole_sessions(self) -> Iterator[ReadSession]:
        """The sessions that the entries read last made whole."""
        came, self._came = self._came, set()
        for number in sorted(came):
            if self._found[number].is_whole:
                yield self._put(number)

    def rest(self) -> Iterator[ReadSession]:
        """Once every entry was read: the sessions that are not whole, or lack more than was known."""
        last = self._sealed.last_number
        for number, found in self._found.items():
            if found.is_shown and (found.contents or found.lacked != found.lacking(last)):
                yield self._put(number)

    def _put(self, number: int) -> ReadSession:
        found, last = self._found[number], self._sealed.last_number
        if found.lacked is not None:
            found.take_back(self._answers.contents_of(number))
        session = found.session(last)
        self._answers.put(number, session, found.contents)
        found.put_away(last)
        return ReadSession(number, read_session(session))

    def _check_link(self, before: bytes) -> None:
        """Compares the link inside a seal with what stands before it in the file."""
        if before != self._link and not self._explained:
            self.added += 1
            self.missing += 1
        self._link = before
        self._explained = False

    def _compare_with_seen(self, first: int, last: int) -> None:
        """The opener's own sealed note finds last records that were exchanged, not only removed.

        It never names an entry that a parcel may take the place of: one inside a run was exchanged.
        """
        if self._seen is not None and first <= self._seen.number <= last:
            is_inside = self._seen.number < last
            if (is_inside or self._link != self._seen.link) and not self._explained:
                self.added += 1
                self.missing += 1
            if not is_inside:
                self._link = self._seen.link

    def end(self) -> None:
        """No entry comes any more."""
        last = max(self._sealed.last_number, self._seen.number if self._seen else 0)
        self._missing_before(last + 1)

    def finish(self) -> DecryptedInbox:
        """The result, once every record was read and every session put away."""
        shown = [found for found in self._found.values() if found.is_shown]
        hidden = [found for found in self._found.values() if not found.is_shown]
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
            streamless=sum(not found.stream_known for found in shown),
        )


def _stands_for(row: RecordRow | ParcelRow) -> int:
    """How many of a session's records it is."""
    return 1 if isinstance(row, RecordRow) else sum(run.count for run in row.runs)


def _last_number(entry: Entry) -> int:
    return entry.run.last if isinstance(entry, Covered) else entry.number


def read_inbox(
    sealed: Sealed, pairs: dict[str, KeyPair], seen: Seen | None, answers: OpenedAnswers
) -> Generator[Step, None, DecryptedInbox]:
    """Opens what ``pairs`` (by fingerprint) can open into ``answers``, in steps of a millisecond or two.

    Gives each session once it is whole; the same one again where more of it came all the same. Never
    raises for what the file holds.
    """
    reading = _Reading(sealed, pairs, seen, answers)
    for _ in reading.open_keys():
        yield 0
    for turn, entry in enumerate(sealed.entries):
        reading.read(entry)
        yield from reading.whole_sessions()
        if turn % ENTRIES_A_STEP == 0 and entry is not None:
            yield _last_number(entry)
    reading.end()
    yield from reading.rest()
    return reading.finish()
