"""The ledger in the folder: each entry sealed by the opener's own key, bound to its own random id.

Bound to an id and not to a place, an entry may lie in any copy of the folder, and two copies are joined by
putting their entries together. It is decoded once, at unlocking; what is written later is added to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b

from sqlite_utils import Database

from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.ledger.entries import (
    AttemptsTold,
    Content,
    Draft,
    FailedAttempts,
    draft_bytes,
    draft_of,
    entry_bytes,
    entry_of,
)
from duq_desktop.ledger.ledger import Entry, Ledger
from duq_desktop.store.file.connection import Connection
from duq_desktop.store.file.preview_rows import highest
from duq_desktop.store.office import attempts, old_notes
from duq_desktop.store.office import ledger_rows as rows
from duq_desktop.vault.keys import KeyPair, new_id

KeyInUse = Callable[[], KeyPair]


class SealedLedger:
    """Reads and adds entries with keys that are in memory. ``key`` raises ``VaultError`` once locked."""

    def __init__(self, desk: Connection, pairs: Mapping[str, KeyPair], key: KeyInUse) -> None:
        """Decodes what is there. Raises ``StoreError`` when the file cannot be read."""
        self._desk, self._pairs, self._key = desk, pairs, key
        self._draft_ids: dict[tuple[str, str], str] = {}
        opened, self._old = desk.read(self._read)
        self.ledger: Ledger = opened
        if self._old:
            self._take_over()

    def append(self, content: Content, also: Callable[[Database], object] = lambda _db: None) -> str:
        """Adds an entry and gives its id; ``also`` is written with it or neither. Raises ``StoreError``."""
        entry = Entry(new_id(), content)
        row = self._sealed(entry)

        def write(db: Database) -> None:
            rows.add_entry(db, row)
            also(db)

        self._desk.write(write)
        self.ledger = self.ledger.then(entry)
        return entry.entry_id

    def drafts(self) -> tuple[Draft, ...]:
        """The drafts that are kept. Raises ``StoreError``."""
        found = []
        for row in self._desk.read(rows.drafts):
            try:
                draft = draft_of(self._open(row, "draft"))
            except (ExpectedError, ValueError):
                continue
            self._draft_ids[draft.session_id, draft.about] = row.box_id
            found.append(draft)
        return tuple(found)

    def keep_draft(self, draft: Draft) -> None:
        """Keeps ``draft`` in place of the one about the same. Raises ``StoreError``; then call again."""
        about, draft_id = (draft.session_id, draft.about), new_id()
        pair = self._key()
        box = pair.seal_own(draft_bytes(draft), self._bound("draft", draft_id))
        row = rows.BoxRow(draft_id, pair.fingerprint, box)
        before = self._draft_ids.get(about, "")
        self._desk.write(lambda db: rows.put_draft(db, row, instead_of=before))
        self._draft_ids[about] = draft_id

    def drop_draft(self, session_id: str, about: str) -> None:
        """Throws the draft about this away. Raises ``StoreError``."""
        drop = self._dropping(session_id, about)
        self._desk.write(drop)
        self._draft_ids.pop((session_id, about), None)

    def append_instead_of_draft(self, content: Content, session_id: str, about: str) -> str:
        """Adds an entry; the draft of it goes in the same save. Raises ``StoreError``."""
        entry_id = self.append(content, self._dropping(session_id, about))
        self._draft_ids.pop((session_id, about), None)
        return entry_id

    def attempts(self) -> dict[str, FailedAttempts]:
        """Failed attempts to unlock that nobody was told of, by run. Raises ``StoreError``."""
        return attempts.opened(self._desk.read(rows.attempts), self._desk.store_id, self._pairs)

    def attempts_told(self, at: str, told: Mapping[str, FailedAttempts]) -> None:
        """Notes that the opener knows of them, and begins counting anew. Raises ``StoreError``."""
        days = tuple((each.day, each.count) for each in told.values())

        def forget(db: Database) -> None:
            for run in told:
                rows.drop_attempt(db, run)

        self.append(AttemptsTold(at, days), forget)

    def _dropping(self, session_id: str, about: str) -> Callable[[Database], object]:
        before = self._draft_ids.get((session_id, about), "")
        return lambda db: rows.drop_draft(db, before)

    def _read(self, db: Database) -> tuple[Ledger, tuple[Entry, ...]]:
        """The ledger as it is in the file, and entries that are still notes of an older version."""
        found, sealed = [], rows.entries(db)
        for row in sealed:
            try:
                found.append(Entry(row.box_id, entry_of(self._open(row, "ledger"))))
            except (ExpectedError, ValueError):
                continue
        missing = max(highest(db, "ledger"), len(sealed)) - len(found)
        old, lost = self._read_notes(db)
        ledger = Ledger(tuple(found), missing + lost)
        known = {entry.entry_id for entry in found}
        return ledger, tuple(entry for entry in old if entry.entry_id not in known)

    def _read_notes(self, db: Database) -> tuple[list[Entry], int]:
        """The notes of an older version as entries, and how many are gone or cannot be read.

        A note's id as an entry comes from its box, so that two copies that are taken over each by itself
        hold the same entries.
        """
        own, carried = old_notes.notes(db), old_notes.carried_notes(db)
        opened = [entry for row in (*carried, *own) if (entry := self._open_note(row)) is not None]
        return opened, max(0, highest(db, "note") + len(carried) - len(opened))

    def _open_note(self, row: old_notes.NoteRow) -> Entry | None:
        pair = self._pairs.get(row.key_id)
        if pair is None:
            return None
        try:
            bound = f"note|{self._desk.store_id}|{row.number}".encode()
            content = entry_of(pair.open_own(row.box, bound))
        except (ExpectedError, ValueError):
            return None
        entry_id = blake2b(row.box, person=b"duq-note", digest_size=16).hexdigest()
        return Entry(entry_id, content)

    def _take_over(self) -> None:
        """Older notes become entries. On a full or read-only disk they can be read all the same."""
        self.ledger = Ledger((*self._old, *self.ledger.entries), self.ledger.unreadable)
        sealed = [self._sealed(entry) for entry in self._old]

        def write(db: Database) -> None:
            for row in sealed:
                rows.add_entry(db, row)

        try:
            self._desk.write(write)
        except StoreError:
            return

    def _sealed(self, entry: Entry) -> rows.BoxRow:
        pair = self._key()
        box = pair.seal_own(entry_bytes(entry.content), self._bound("ledger", entry.entry_id))
        return rows.BoxRow(entry.entry_id, pair.fingerprint, box)

    def _open(self, row: rows.BoxRow, table: str) -> bytes:
        pair = self._pairs.get(row.key_id)
        if pair is None:
            raise ValueError("sealed by another key")
        return pair.open_own(row.box, self._bound(table, row.box_id))

    def _bound(self, table: str, box_id: str) -> bytes:
        return f"{table}|{self._desk.store_id}|{box_id}".encode("utf-8", errors="replace")
