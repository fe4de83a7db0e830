"""What the pass phrase allows: reading everything, sealed notes, other phrases, other keys.

An ``Opener`` holds private keys in memory. Lock it when it is left alone.
"""

from __future__ import annotations

import weakref
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from sqlite_utils import Database

from duq_desktop.errors import ExpectedError, StoreError, VaultError
from duq_desktop.ledger.entries import Draft, FailedAttempts, NoteWritten, Published, ReadUpTo, Undone
from duq_desktop.store.copies.backup import bring_in_line, scrub
from duq_desktop.store.file.connection import Connection
from duq_desktop.store.inbox import rows
from duq_desktop.store.inbox.decrypted_inbox import (
    ENTRIES_A_STEP,
    DecryptedInbox,
    Sealed,
    Seen,
    Step,
    read_inbox,
)
from duq_desktop.store.inbox.inbox_reading import InboxReading
from duq_desktop.store.inbox.opened_answers import OpenedAnswers
from duq_desktop.store.inbox.parcel_rows import entries
from duq_desktop.store.office.sealed_ledger import SealedLedger
from duq_desktop.vault import slots
from duq_desktop.vault.keys import KeyPair, NewKeys
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.words import sealing as words

_T = TypeVar("_T")


@dataclass(frozen=True)
class Note:
    """A sealed note of the opener: when, about which session ("" for none), and what was done.

    ``about`` names one thing that was said (``summary.urgent_model.UrgentItem.key``), or is "". ``entry_id``
    is its entry in the ledger.
    """

    at: str
    text: str
    session_id: str = ""
    about: str = ""
    entry_id: str = ""


@dataclass(frozen=True)
class NoteBook:
    """The opener's notes in order; ``missing`` counts those that are gone or cannot be read."""

    notes: tuple[Note, ...]
    missing: int = 0


@dataclass(frozen=True)
class Kept:
    """All texts kept under one name, each once, the oldest first.

    ``unreadable`` counts notes that are gone or cannot be read: any of them may have been one of these.
    """

    texts: tuple[str, ...]
    unreadable: int = 0


def slot_bound(store_id: str, key_number: int) -> bytes:
    """What a slot is bound to: its folder and the number of its key pair."""
    return f"slot|{store_id}|{key_number}|".encode()


def retired_bound(store_id: str, key_id: str) -> bytes:
    """What a retired private key is bound to: its folder and its own id."""
    return f"retired|{store_id}|{key_id}".encode()


class Opener:
    """The private keys of an unlocked folder. Made by ``Store.unlock``; every method raises when locked.

    ``backup_trouble``: after new phrases or keys, what kept an old one from being erased in a backup (the
    next start tries again), or None. The new ones are in use all the same.
    """

    def __init__(self, desk: Connection, current: KeyPair, pairs: dict[str, KeyPair]) -> None:
        self.backup_trouble: StoreError | None = None
        self._desk = desk
        self._current: KeyPair | None = current
        self._pairs = pairs
        self._ledger: SealedLedger | None = None
        self._readings: weakref.WeakSet[InboxReading] = weakref.WeakSet()
        self._openings: weakref.WeakSet[OpenedAnswers] = weakref.WeakSet()

    @property
    def locked(self) -> bool:
        """Whether the keys are gone."""
        return self._current is None

    @property
    def fingerprint(self) -> str:
        """The full fingerprint of the key that was opened. Raises ``VaultError`` when locked."""
        return self._key().fingerprint

    def lock(self) -> None:
        """Drops the private keys and wipes all that was opened. The pass phrase is needed again."""
        self._current = self._ledger = None
        self._pairs = {}
        for reading in list(self._readings):
            reading.close()
        for answers in list(self._openings):
            answers.close()

    def open_all(self) -> DecryptedInbox:
        """Opens every session in one go. Raises like ``read``."""
        return self.read().to_the_end()

    def read(self) -> InboxReading:
        """Begins to open every session; iterate over the result to read on.

        At the end it notes sealed how far was read, to find last records that vanish later. What was opened
        is in memory until it is closed, or this is locked. Raises ``StoreError`` when the file cannot be
        read, ``VaultError`` when locked.
        """
        self._key()
        seen, answers = self._seen(), OpenedAnswers()
        sealed, last = self._desk.read(lambda db: (self._sealed(db), self._last_to_stay(db)))
        reading = InboxReading(self._read_on(sealed, seen, last, answers), answers, sealed.last_number)
        self._readings.add(reading)
        self._openings.add(answers)
        return reading

    def _read_on(
        self, sealed: Sealed, seen: Seen | None, last: Seen | None, answers: OpenedAnswers
    ) -> Generator[Step, None, DecryptedInbox]:
        inbox = yield from read_inbox(sealed, self._pairs, seen, answers)
        if last is not None and last != seen:
            self._note_seen(last)
        return inbox

    def _sealed(self, db: Database) -> Sealed:
        return Sealed(
            self._desk.store_id,
            self._desk.made_up,
            rows.sessions(db),
            rows.sittings(db),
            self._a_few_at_once(entries(db)),
            rows.last_number(db),
        )

    def _last_to_stay(self, db: Database) -> Seen | None:
        """The last entry that stays: the records of a sitting whose key is in memory may still go."""
        number = min([rows.last_number(db), *(first - 1 for first in self._desk.live.values())])
        link = rows.link_at(db, number)
        return Seen(number, link) if link else None

    def _a_few_at_once(self, found: Iterator[_T]) -> Iterator[_T]:
        """What is ``found`` in the file, read between other reading and writing. Raises ``StoreError``."""
        while few := self._desk.read(lambda _db: list(islice(found, ENTRIES_A_STEP))):
            yield from few

    def write_note(self, text: str, *, at: str, session_id: str = "", about: str = "") -> None:
        """Seals what was done, readable only by the opener. ``at`` is local time, ISO 8601.

        A draft of it goes in the same save. Raises ``StoreError``; then the same call may be made again.
        """
        note = NoteWritten(at, text, session_id, about)
        self._book().append_instead_of_draft(note, session_id, about)

    def undo(self, entry_id: str, *, at: str) -> str:
        """Takes an entry back by one more entry, whose id it gives. Raises ``StoreError``."""
        return self._book().append(Undone(at, entry_id))

    def keep_draft(self, draft: Draft) -> None:
        """Seals a half-written note in place of the last draft about the same. Raises ``StoreError``."""
        self._book().keep_draft(draft)

    def drafts(self) -> tuple[Draft, ...]:
        """The half-written notes. Raises ``StoreError``."""
        return self._book().drafts()

    def drop_draft(self, session_id: str, about: str) -> None:
        """Throws a half-written note away. Raises ``StoreError``."""
        self._book().drop_draft(session_id, about)

    def attempts(self) -> dict[str, FailedAttempts]:
        """Failed attempts to unlock that the opener was not told of yet. Raises ``StoreError``."""
        return self._book().attempts()

    def attempts_told(self, told: Mapping[str, FailedAttempts], *, at: str) -> None:
        """The opener knows of them now. Raises ``StoreError``."""
        self._book().attempts_told(at, told)

    def keep(self, name: str, text: str) -> None:
        """Seals ``text`` under ``name`` for the opener alone. Raises ``StoreError``."""
        self._book().append(Published(name, text))

    def kept(self, name: str) -> str | None:
        """What was kept under ``name`` last; None when nothing was. Raises ``StoreError``."""
        texts = self._book().ledger.published(name)
        return texts[-1] if texts else None

    def seal(self, content: bytes, purpose: str) -> bytes:
        """Seals ``content`` so that the opener of this folder alone can open it. Raises when locked."""
        return self._key().seal_own(content, self._bound_for(purpose))

    def open_sealed(self, box: bytes, purpose: str) -> bytes:
        """What was sealed for ``purpose``. Raises ``VaultError`` when it is not ours."""
        self._key()
        for pair in self._pairs.values():
            try:
                return pair.open_own(box, self._bound_for(purpose))
            except ExpectedError:
                continue
        raise VaultError(words.KEY_DAMAGED)

    def _bound_for(self, purpose: str) -> bytes:
        return f"{purpose}|{self._desk.store_id}|".encode()

    def kept_ever(self, name: str) -> Kept:
        """Everything that was ever kept under ``name``, in this copy of the folder or one it was joined with.

        Raises ``StoreError`` when the file cannot be read.
        """
        ledger = self._book().ledger
        return Kept(ledger.published(name), ledger.unreadable)

    def notes(self) -> NoteBook:
        """All notes. Raises ``StoreError`` when the file cannot be read."""
        ledger = self._book().ledger
        notes = tuple(
            Note(note.at, note.text, note.session_id, note.about, entry_id)
            for entry_id, note in ledger.notes()
        )
        return NoteBook(notes, ledger.unreadable)

    def change_phrase(self, phrase: str, cost: slots.Cost = slots.DEFAULT_COST) -> None:
        """Wraps the same key in another phrase. For a phrase that may have leaked: ``new_key_pair``.

        Raises ``VaultError`` for a phrase that is too short, ``StoreError`` when it cannot be saved.
        """
        pair = self._own_key_in_use()
        number = self._desk.key.number
        slot = slots.wrap_in_phrase(pair.private, phrase, slot_bound(self._desk.store_id, number), cost)
        self._replace_slots([slot])

    def new_recovery_key(self, recovery: RecoveryKey) -> None:
        """Wraps the same key in another recovery key, when the sheet is lost but nobody can have it."""
        pair = self._own_key_in_use()
        bound = slot_bound(self._desk.store_id, self._desk.key.number)
        self._replace_slots([slots.wrap_in_recovery(pair.private, recovery, bound)])

    def new_key_pair(
        self, phrase: str, keys: NewKeys | None = None, cost: slots.Cost = slots.DEFAULT_COST
    ) -> RecoveryKey:
        """New keys, when a phrase or a recovery key may have leaked, or the folder's key was exchanged.

        Sessions from now on are sealed to the new key. The old private keys are sealed to the new one,
        so old sessions stay readable. No old phrase and no old recovery key opens this folder or its
        local backups any more; a copy that somebody took away before still opens with the old phrase.
        The caller then pins the new fingerprint. Raises ``VaultError`` or ``StoreError``.
        """
        self._key()
        keys = keys or NewKeys.make()
        store_id = self._desk.store_id
        number = self._desk.read(rows.keys)[-1].number + 1
        bound = slot_bound(store_id, number)
        made = [
            slots.wrap_in_phrase(keys.pair.private, phrase, bound, cost),
            slots.wrap_in_recovery(keys.pair.private, keys.recovery, bound),
        ]
        row = rows.KeyRow(number, keys.fingerprint, keys.pair.public, None)
        self._replace_slots(made, row, keys.pair)
        return keys.recovery

    def _put_new_pair(self, db: Database, row: rows.KeyRow, pair: KeyPair) -> None:
        """Adds the new pair and seals every private key we hold to it."""
        rows.drop_slots(db)
        rows.put_key(db, row)
        known = {found.key_id: found.number for found in rows.keys(db)}
        spare = -1 - len(known)
        for key_id, old in self._pairs.items():
            retired = pair.seal_own(old.private, retired_bound(self._desk.store_id, key_id))
            rows.put_key(db, rows.KeyRow(known.get(key_id, spare), key_id, old.public, retired))
            spare -= 1

    def _replace_slots(
        self,
        made: list[slots.Slot],
        new_key: rows.KeyRow | None = None,
        pair: KeyPair | None = None,
    ) -> None:
        """Writes slots of the current key, and sees to it that the old ones are nowhere any more."""
        key = new_key or self._desk.key
        old = self._desk.read(rows.slot_boxes)

        def write(db: Database) -> None:
            if pair is not None:
                self._put_new_pair(db, key, pair)
            for slot in made:
                rows.put_slot(db, key.number, slot)
            rows.set_backups_due(db, True)

        self._desk.write(write)
        self._desk.key = key
        if pair is not None:
            self._current = pair
            self._pairs = {**self._pairs, pair.fingerprint: pair}
            self._ledger = None
        try:
            self._desk.outside(lambda db: self._tidy(db, old))
            self.backup_trouble = None
        except StoreError as error:
            self.backup_trouble = error

    def _tidy(self, db: Database, old: set[bytes]) -> None:
        """Sees that no old slot is in the file or its backups; what fails is done at the next start."""
        if not scrub(db, self._desk.path, list(old - rows.slot_boxes(db))):
            raise StoreError(words.STILL_IN_FILE)
        bring_in_line(db, self._desk.folder)
        rows.set_backups_due(db, False)

    def _key(self) -> KeyPair:
        if self._current is None:
            raise VaultError(words.LOCKED)
        return self._current

    def _own_key_in_use(self) -> KeyPair:
        """The current pair. Raises ``VaultError`` while the folder's key is another's: new keys first."""
        pair = self._key()
        if pair.fingerprint != self._desk.key.key_id:
            raise VaultError(words.KEY_CHANGED)
        return pair

    def _book(self) -> SealedLedger:
        """The ledger, decoded once. Raises ``VaultError`` when locked, ``StoreError``."""
        self._key()
        if self._ledger is None:
            self._ledger = SealedLedger(self._desk, self._pairs, self._key)
        return self._ledger

    def _seen(self) -> Seen | None:
        """How far was read the last time."""
        found = self._book().ledger.read_up_to()
        return Seen(found.number, found.link) if found is not None else None

    def _note_seen(self, seen: Seen) -> None:
        """Notes how far was read. On a full or read-only disk reading must work all the same."""
        try:
            self._book().append(ReadUpTo(seen.number, seen.link))
        except StoreError:
            return
