"""What the pass phrase allows: reading everything, sealed notes, other phrases, other keys.

An ``Opener`` holds private keys in memory. Lock it when it is left alone.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from duq_desktop.errors import ExpectedError, StoreError, VaultError
from duq_desktop.store.copies.backup import bring_in_line, scrub
from duq_desktop.store.file.connection import Connection
from duq_desktop.store.inbox import rows
from duq_desktop.store.inbox.decrypted_inbox import DecryptedInbox, Sealed, Seen, open_everything
from duq_desktop.store.inbox.opened_answers import OpenedAnswers
from duq_desktop.vault import slots
from duq_desktop.vault.keys import KeyPair, NewKeys
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.words import sealing as words

_NOTE_BYTES = 1024
_SLOTS_TRIED = 3


@dataclass(frozen=True)
class Note:
    """A sealed note of the opener: when, about which session ("" for none), and what was done.

    ``about`` names one thing that was said (``summary.urgent_model.UrgentItem.key``), or is "".
    """

    at: str
    text: str
    session_id: str = ""
    about: str = ""


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


def _retired_bound(store_id: str, key_id: str) -> bytes:
    return f"retired|{store_id}|{key_id}".encode()


def _note_bound(store_id: str, number: int) -> bytes:
    return f"note|{store_id}|{number}".encode()


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
        self._current = None
        self._pairs = {}
        for answers in list(self._openings):
            answers.close()

    def open_all(self) -> DecryptedInbox:
        """Opens every session, and notes sealed how far was read, to find last records that vanish later.

        What was opened is in memory until it is closed, or this is locked. Raises ``StoreError`` when the
        file cannot be read, ``VaultError`` when locked.
        """
        self._key()
        seen = self._seen()
        opening, last = self._desk.read(lambda db: self._read_all(db, seen))
        self._openings.add(opening.answers)
        if last is not None and last != seen:
            self._note_seen(last)
        return opening

    def _read_all(self, db: Database, seen: Seen | None) -> tuple[DecryptedInbox, Seen | None]:
        sealed = Sealed(
            self._desk.store_id,
            self._desk.made_up,
            rows.sessions(db),
            rows.sittings(db),
            rows.records(db),
            rows.last_number(db),
        )
        opening = open_everything(sealed, self._pairs, seen)
        link = rows.last_link(db)
        return opening, Seen(sealed.last_number, link) if link else None

    def write_note(self, text: str, *, at: str, session_id: str = "", about: str = "") -> None:
        """Seals what was done, readable only by the opener. ``at`` is local time, ISO 8601.

        Raises ``StoreError``; then the same call may be made again.
        """
        self._write({"kind": "note", "at": at, "text": text, "session": session_id, "about": about})

    def keep(self, name: str, text: str) -> None:
        """Seals ``text`` under ``name`` for the opener alone; the last one counts. Raises ``StoreError``."""
        self._write({"kind": "kept", "name": name, "text": text})

    def kept(self, name: str) -> str | None:
        """What was kept under ``name`` last; None when nothing was. Raises ``StoreError``."""
        self._key()
        found = [self._open_note(row) for row in self._desk.read(rows.notes)]
        texts = [
            str(raw.get("text"))
            for raw in found
            if raw is not None and raw.get("kind") == "kept" and raw.get("name") == name
        ]
        return texts[-1] if texts else None

    def kept_ever(self, name: str) -> Kept:
        """Everything that was ever kept under ``name``, the notes carried over from another copy included.

        Raises ``StoreError`` when the file cannot be read.
        """
        self._key()
        carried, own, last = self._desk.read(
            lambda db: (rows.carried_notes(db), rows.notes(db), rows.last_number(db, "note"))
        )
        opened = [raw for row in (*carried, *own) if (raw := self._open_note(row)) is not None]
        texts = [
            str(raw.get("text")) for raw in opened if raw.get("kind") == "kept" and raw.get("name") == name
        ]
        return Kept(tuple(dict.fromkeys(texts)), max(0, len(carried) + last - len(opened)))

    def notes(self) -> NoteBook:
        """All notes. Raises ``StoreError`` when the file cannot be read."""
        self._key()
        found = self._desk.read(rows.notes)
        last = self._desk.read(lambda db: rows.last_number(db, "note"))
        opened = [self._open_note(row) for row in found]
        written = [raw for raw in opened if raw is not None]
        notes = [
            Note(
                str(raw.get("at")),
                str(raw.get("text")),
                str(raw.get("session", "")),
                str(raw.get("about", "")),
            )
            for raw in written
            if raw.get("kind") == "note"
        ]
        return NoteBook(tuple(notes), max(0, last - len(written)))

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
            retired = pair.seal_own(old.private, _retired_bound(self._desk.store_id, key_id))
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

    def _write(self, content: dict[str, object]) -> None:
        pair = self._key()
        raw = json.dumps(content, ensure_ascii=False).encode("utf-8", errors="replace")
        raw = raw.ljust(-(-len(raw) // _NOTE_BYTES) * _NOTE_BYTES)

        def write(db: Database) -> None:
            number = rows.last_number(db, "note") + 1
            box = pair.seal_own(raw, _note_bound(self._desk.store_id, number))
            rows.add_note(db, rows.NoteRow(number, pair.fingerprint, box))

        self._desk.write(write)

    def _open_note(self, row: rows.NoteRow) -> dict[str, object] | None:
        pair = self._pairs.get(row.key_id)
        try:
            raw = pair.open_own(row.box, _note_bound(self._desk.store_id, row.number)) if pair else b""
            found = json.loads(raw.decode("utf-8"))
        except (ExpectedError, ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) else None

    def _seen(self) -> Seen | None:
        """How far was read the last time."""
        found = [self._open_note(row) for row in self._desk.read(rows.notes)]
        seen = [raw for raw in found if raw is not None and raw.get("kind") == "seen"]
        if not seen:
            return None
        return Seen(int(str(seen[-1]["number"])), bytes.fromhex(str(seen[-1]["link"])))

    def _note_seen(self, seen: Seen) -> None:
        """Notes how far was read. On a full or read-only disk reading must work all the same."""
        try:
            self._write({"kind": "seen", "number": seen.number, "link": seen.link.hex()})
        except StoreError:
            return


def unlock(
    desk: Connection, kind: str, open_slot: Callable[[slots.Slot, bytes], bytes], despite_other_key: bool
) -> Opener:
    """Opens a slot of ``kind`` with ``open_slot``. Raises ``VaultError``: see ``Store.unlock``."""
    trouble = VaultError(words.KEY_DAMAGED)
    for number, slot in desk.read(lambda db: rows.slots(db, kind))[:_SLOTS_TRIED]:
        try:
            private = open_slot(slot, slot_bound(desk.store_id, number))
        except VaultError as error:
            if error.sentence == words.TOO_LITTLE_MEMORY:
                raise
            trouble = error
            continue
        return _opener(desk, KeyPair(private), despite_other_key)
    raise trouble


def _opener(desk: Connection, pair: KeyPair, despite_other_key: bool) -> Opener:
    known = desk.read(rows.keys)
    pairs = {pair.fingerprint: pair}
    for row in known:
        if row.retired is not None:
            try:
                old = KeyPair(pair.open_own(row.retired, _retired_bound(desk.store_id, row.key_id)))
            except ExpectedError:
                continue
            pairs[old.fingerprint] = old
    in_use = {known[-1].key_id, desk.key.key_id}
    if in_use != {pair.fingerprint} and not despite_other_key:
        sealed = desk.read(rows.sittings)
        other = {row.session for row in sealed if row.sealed_key is not None and row.key_id not in pairs}
        raise VaultError(words.KEYS_DO_NOT_MATCH, sessions=len(other))
    return Opener(desk, pair, pairs)
