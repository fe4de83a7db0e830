"""``Store``: the data folder as the rest of the product sees it.

No method here can read an answer. ``unlock`` gives an ``Opener``, which can.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview import signs
from duq_desktop.interview.records import Bookmark
from duq_desktop.safe_files.writing import make_account_folder, put_in_place, sync_file, sync_folder
from duq_desktop.store.copies.backup import (
    backups,
    bring_in_line,
    clear_leftovers,
    make_backup,
    rewrite,
    scrub,
)
from duq_desktop.store.file import folder as folders
from duq_desktop.store.file.connection import Connection
from duq_desktop.store.file.database import create_database
from duq_desktop.store.file.database_file import BUSY_SECONDS
from duq_desktop.store.file.home import Home
from duq_desktop.store.file.preview import FirstLook, homes
from duq_desktop.store.file.store_errors import as_store_error
from duq_desktop.store.inbox import rows
from duq_desktop.store.inbox.opener import Opener, slot_bound
from duq_desktop.store.inbox.sitting import Sitting, record_size
from duq_desktop.store.inbox.unlocking import unlock
from duq_desktop.store.office.attempts import AttemptCounter
from duq_desktop.vault import slots
from duq_desktop.vault.keys import KEY_BYTES, Envelope, NewKeys, fingerprint_words, new_id, seal_envelope
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.vault.runs import mark_of
from duq_desktop.words import sealing as words


class Store:
    """An open data folder. A context manager; close it when done.

    ``backup_trouble`` is what went wrong with the last backup, for the opener's screen, or None.
    """

    def __init__(self, folder: Path, desk: Connection | None, today: Callable[[], date]) -> None:
        self.folder = folder
        self.backup_trouble: StoreError | None = None
        self._maybe_desk = desk
        self._today = today
        self._attempts = AttemptCounter()

    @classmethod
    def open(
        cls, folder: Path, *, busy_seconds: float = BUSY_SECONDS, today: Callable[[], date] = date.today
    ) -> Store:
        """Opens the data folder; one that is not set up yet is left untouched (``is_set_up``).

        Raises ``StoreError``: open elsewhere, newer, damaged, empty, not ours, not to be written or
        reached, or missing while its backups are there.
        """
        look = FirstLook.open(folder, busy_seconds=busy_seconds)
        return cls.behind(look, busy_seconds=busy_seconds, today=today)

    @classmethod
    def behind(
        cls, look: FirstLook, *, busy_seconds: float = BUSY_SECONDS, today: Callable[[], date] = date.today
    ) -> Store:
        """Takes over a folder after the first look, and lets go of it when that fails.

        Raises ``StoreError``: damaged, not to be written or reached, or missing while its backups are there.
        """
        folder = look.folder
        try:
            if look.lock is None or look.db is None:
                with as_store_error(words.FILE_DAMAGED):
                    if backups(folder):
                        raise StoreError(words.FILE_MISSING)
                return cls(folder, None, today)
            desk = Connection(
                look, look.lock, look.db, lambda db: make_backup(db, folder, today()), busy_seconds
            )
        except BaseException:
            look.close()
            raise
        store = cls(folder, desk, today)
        store._settle()
        return store

    @staticmethod
    def set_up(
        folder: Path,
        home: Home,
        phrase: str,
        *,
        keys: NewKeys | None = None,
        cost: slots.Cost = slots.DEFAULT_COST,
        made_up: bool = False,
    ) -> RecoveryKey:
        """Makes the data folder, whole or not at all, and gives the recovery key to show once.

        Make ``keys`` before and show their recovery key and four words first, so that the last five
        symbols can be typed back before anything is written. ``made_up`` marks a sample for good.
        Raises ``StoreError`` (set up already, facts missing, folder trouble) or ``VaultError`` (phrase
        too short, too little memory).
        """
        facts, keys = home.to_json(), keys or NewKeys.make()
        store_id, bound_number = new_id(), 1
        bound = slot_bound(store_id, bound_number)
        made = (
            slots.wrap_in_phrase(keys.pair.private, phrase, bound, cost),
            slots.wrap_in_recovery(keys.pair.private, keys.recovery, bound),
        )

        def fill(db: Database) -> None:
            with db.atomic():
                db.conn.execute("INSERT INTO store VALUES (1, ?, ?, 0)", (store_id, int(made_up)))
                rows.add_home_facts(db, facts)
                rows.put_key(db, rows.KeyRow(bound_number, keys.fingerprint, keys.pair.public, None))
                for slot in made:
                    rows.put_slot(db, bound_number, slot)

        _create(folder, fill)
        return keys.recovery

    def close(self) -> None:
        """Lets go of the folder. Sittings and openers of this store are of no use after it."""
        if self._maybe_desk is not None:
            self._maybe_desk.close()
            self._maybe_desk = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_set_up(self) -> bool:
        """Whether somebody said who opens the answers."""
        return self._maybe_desk is not None

    @property
    def made_up(self) -> bool:
        """Whether this folder is a sample: every screen and PDF must say so."""
        return self._desk.made_up

    @property
    def fingerprint(self) -> str:
        """The full fingerprint of the key in use, for the pin."""
        return self._desk.key.key_id

    @property
    def fingerprint_words(self) -> tuple[str, str, str, str]:
        """The four words for the start page."""
        return fingerprint_words(self.fingerprint)

    @property
    def home(self) -> Home:
        """The facts about this home as they are now. Raises ``StoreError``."""
        return self.home_history()[-1]

    def home_history(self) -> tuple[Home, ...]:
        """Every version of the facts, the oldest first. Raises ``StoreError``."""
        return homes(tuple(self._desk.read(rows.home_facts)))

    def save_home(self, home: Home) -> None:
        """Adds a version of the facts. Raises ``StoreError``."""
        facts = home.to_json()
        self._desk.write(lambda db: rows.add_home_facts(db, facts))

    @staticmethod
    def new_session_id() -> str:
        """A random id to begin a session with."""
        return new_id()

    def begin(
        self, stream: Stream, *, sign: str = "", pack_id: str, pack_version: str, session_id: str = ""
    ) -> Sitting:
        """Begins a session with its first sitting. Raises ``StoreError``; then call again.

        ``session_id`` is a ``new_session_id()`` that the caller made before; without it one is made here. A
        call that is made again with it does not begin a second session.
        """
        session = rows.SessionRow(
            0, session_id or new_id(), record_size(stream), sign, pack_id, pack_version, Bookmark(), 0
        )
        return self._sit_down(session, stream.value)

    def resume(self, session_id: str) -> Sitting:
        """A later sitting of an open session, with a key of its own; it cannot read the earlier ones.

        Raises ``StoreError`` when the session is unknown or over.
        """
        session = self._desk.read(lambda db: rows.session_by_id(db, session_id))
        if session.place.state != "open":
            raise StoreError(words.SESSION_OVER)
        return self._sit_down(session, "")

    def _sit_down(self, session: rows.SessionRow, stream: str) -> Sitting:
        desk, sitting_id, key = self._desk, new_id(), secrets.token_bytes(KEY_BYTES)
        envelope = Envelope(session.session_id, sitting_id, key, stream, desk.made_up)
        sealed = seal_envelope(desk.key.public, envelope)

        def write(db: Database) -> tuple[int, int]:
            begun = rows.sessions(db, "session_id = ?", (session.session_id,))
            if begun and begun[0].place.state != "open":
                raise StoreError(words.SESSION_OVER)
            number = begun[0].number if begun else rows.begin_session(db, session)
            return number, rows.add_sitting(db, number, sitting_id, desk.key.key_id, sealed, mark_of(key))

        number, sitting_number = desk.write(write)
        session = desk.read(lambda db: rows.sessions(db, "number = ?", (number,)))[0]
        sitting = Sitting(desk, session, sitting_number, sitting_id, key)
        sitting.after_end = self.back_up_quietly
        return sitting

    def sessions(self) -> list[rows.ClearSession]:
        """All that stands in clear about every session that was not deleted."""
        found = self._desk.read(lambda db: rows.sessions(db, "state != 'deleted'"))
        return [row.clear() for row in found]

    def open_sessions(self, sign: str) -> list[rows.ClearSession]:
        """The sessions under ``sign`` that are not over: what the person comes back to."""
        return [one for one in self.sessions() if signs.is_same(sign, one.sign) and one.place.state == "open"]

    def sign_taken(self, sign: str) -> bool:
        """Whether anybody uses ``sign`` already, its pictures in any order; then a person picks one more."""
        return signs.is_taken(sign, (one.sign for one in self.sessions()))

    def delete_session(self, session_id: str) -> None:
        """Destroys what opens this session, here and in the local backups, and checks that it is gone.

        Its sealed rows stay, so that the chain stays whole; that something was deleted is recorded, not
        whose. Raises ``StoreError``: unknown session, or a backup that could not be changed; call again.
        """
        secrets_gone = self._desk.write(lambda db: self._erase(db, session_id))
        self._desk.outside(lambda db: self._verify_gone(db, secrets_gone))

    def delete_by_sign(self, sign: str) -> int:
        """Deletes every session under ``sign``, its pictures in any order, and says how many.

        Raises like ``delete_session``.
        """
        found = [one for one in self.sessions() if signs.is_same(sign, one.sign)]
        for one in found:
            self.delete_session(one.session_id)
        self._settle(loudly=True)
        return len(found)

    def _erase(self, db: Database, session_id: str) -> list[bytes]:
        session = rows.session_by_id(db, session_id)
        sealed = [row.sealed_key for row in rows.sittings(db) if row.session == session.number]
        if session.place.state != "deleted":
            rows.erase_session(db, session.number)
            rows.set_backups_due(db, True)
        return [key for key in sealed if key is not None]

    def _verify_gone(self, db: Database, erased: list[bytes]) -> None:
        if not scrub(db, self._desk.path, erased):
            raise StoreError(words.STILL_IN_FILE)
        if erased:
            bring_in_line(db, self.folder)
            rows.set_backups_due(db, False)
        else:
            self._finish_deleting(db)

    def _finish_deleting(self, db: Database) -> None:
        clear_leftovers(self.folder)
        if rows.backups_due(db):
            rewrite(db)
            bring_in_line(db, self.folder, again=True)
            rows.set_backups_due(db, False)

    def _settle(self, loudly: bool = False) -> None:
        """Finishes a deletion in the backups that a crash or a read-only backup broke off."""
        try:
            self._desk.outside(self._finish_deleting)
        except StoreError as error:
            self.backup_trouble = error
            if loudly:
                raise

    def back_up(self) -> Path:
        """Makes a backup now and gives its file. Raises ``StoreError``."""
        return self._desk.outside(lambda db: make_backup(db, self.folder, self._today()))

    @contextmanager
    def all_at_once(self) -> Iterator[None]:
        """For a made-up folder: saves inside do not wait for the disk one by one, only the end does.

        A power cut inside may lose all of it, so no folder with real answers may do this: ``ValueError``.
        Raises ``StoreError`` when the end cannot be put on the disk.
        """
        if not self.made_up:
            raise ValueError("only a made-up folder may be written without waiting for the disk")
        self._desk.outside(lambda db: db.conn.execute("PRAGMA synchronous=OFF"))
        try:
            yield
        finally:
            self._desk.outside(lambda db: db.conn.execute("PRAGMA synchronous=FULL"))
        self._desk.settle()
        with as_store_error():
            sync_file(self._desk.path)
            sync_folder(self.folder)

    def back_up_quietly(self) -> None:
        """Makes a backup now; what goes wrong is kept in ``backup_trouble``."""
        try:
            self.back_up()
            self.backup_trouble = None
        except StoreError as error:
            self.backup_trouble = error

    def unlock(self, phrase: str, *, despite_other_key: bool = False) -> Opener:
        """Opens with the pass phrase. Takes half a second; may be called from another thread.

        Raises ``VaultError``: wrong phrase, damaged key, too little memory, or keys that do not match;
        with ``despite_other_key`` what is sealed to the opener's own keys can be read all the same.
        """
        return unlock(
            self._desk,
            slots.PHRASE,
            lambda slot, bound: slots.unwrap_with_phrase(slot, phrase, bound),
            despite_other_key,
            self._count_failed,
        )

    def unlock_with_recovery(self, recovery: RecoveryKey, *, despite_other_key: bool = False) -> Opener:
        """Opens with the recovery key; the caller then has a new pass phrase set. Raises like ``unlock``."""
        return unlock(
            self._desk,
            slots.RECOVERY,
            lambda slot, bound: slots.unwrap_with_recovery(slot, recovery, bound),
            despite_other_key,
            self._count_failed,
        )

    def _count_failed(self) -> None:
        self._attempts.count(self._desk, self._today().isoformat())

    @property
    def _desk(self) -> Connection:
        if self._maybe_desk is None:
            raise StoreError(words.NOT_SET_UP)
        return self._maybe_desk


def _create(folder: Path, fill: Callable[[Database], None]) -> None:
    """Makes a filled file under its final name. Raises ``StoreError``; then nothing is left of it."""
    with as_store_error(words.NOT_SAVED):
        make_account_folder(folder)
        lock = folders.FolderLock(folder)
        target = folder / folders.FILE
        part = target.with_suffix(".part")
        try:
            if target.exists():
                raise StoreError(words.ALREADY_SET_UP)
            if backups(folder):
                raise StoreError(words.FILE_MISSING)
            db = create_database(part)
            try:
                fill(db)
            finally:
                db.close()
            put_in_place(part, target)
        except BaseException:
            with suppress(OSError):
                folders.discard(part)
            raise
        finally:
            folders.discard_journal(part)
            lock.release()
