"""The opener's ledger in a real file: sealed, joined, taken over from notes; drafts; failed attempts."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date

import pytest

from duq_desktop.errors import StoreError, VaultError
from duq_desktop.ledger.entries import ATTEMPTS_BYTES, Draft, NoteWritten, entry_bytes
from duq_desktop.store.copies.backup import backups, restore
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.keys import NewKeys, seal_to
from tests.store.conftest import PHRASE, Folder, fork, peek

WORDS = "Rang the council, ref 123."
HALF = Draft("2026-12-01T10:00", "Rang the cou", "s" * 32, "s:talk")


def raw_rows(folder: Folder, sql: str) -> list[tuple[object, ...]]:
    with closing(peek(folder.file)) as db:
        return db.execute(sql).fetchall()


def all_bytes(folder: Folder) -> bytes:
    return b"".join(path.read_bytes() for path in folder.files())


def drafts_of(folder: Folder) -> list[Draft]:
    with folder.open() as store:
        return list(store.unlock(PHRASE).drafts())


def test_a_note_that_is_taken_back_does_not_count_until_that_is_taken_back(folder, store) -> None:
    opener = store.unlock(PHRASE)
    opener.write_note(WORDS, at="then")
    (note,) = opener.notes().notes
    undone = opener.undo(note.entry_id, at="then")
    for each in (opener, store.unlock(PHRASE)):
        assert each.notes().notes == ()
        assert each.notes().missing == 0
    opener.undo(undone, at="then")
    assert [one.text for one in store.unlock(PHRASE).notes().notes] == [WORDS]


def test_an_entry_opens_under_its_own_id_alone_and_nobody_else_can_make_one(folder, store) -> None:
    """Boxes exchanged, and boxes sealed to the public key, which everybody has."""
    opener = store.unlock(PHRASE)
    opener.write_note("one", at="then")
    opener.write_note("two", at="then")
    forged = seal_to(folder.keys.pair.public, entry_bytes(NoteWritten("then", "forged")))
    key_id = folder.keys.fingerprint
    store.close()
    with closing(sqlite3.connect(folder.file)) as db, db:
        db.execute("DROP TRIGGER ledger_no_update")
        first, second = (row[0] for row in db.execute("SELECT box FROM ledger ORDER BY number LIMIT 2"))
        db.execute("UPDATE ledger SET box = ? WHERE number = 1", (second,))
        db.execute("UPDATE ledger SET box = ? WHERE number = 2", (first,))
        db.execute("INSERT INTO ledger (entry_id, key_id, box) VALUES ('a', ?, ?)", (key_id, forged))
    with folder.open() as again:
        book = again.unlock(PHRASE).notes()
        assert (book.notes, book.missing) == ((), 3)


def test_notes_from_before_the_ledger_are_taken_over_once_on_every_copy(folder, store, tmp_path) -> None:
    """Written as version 0.1 wrote them; copies that are opened each by itself join to the same entries."""
    pair, store_id = folder.keys.pair, raw_rows(folder, "SELECT store_id FROM store")[0][0]
    store.close()
    old = [
        {"kind": "note", "at": "then", "text": WORDS, "session": "", "about": "x"},
        {"kind": "kept", "name": "published", "text": "bars"},
        {"kind": "seen", "number": 0, "link": "00"},
    ]
    with closing(sqlite3.connect(folder.file)) as db, db:
        for number, content in enumerate(old, 1):
            box = pair.seal_own(
                json.dumps(content).encode().ljust(1024), f"note|{store_id}|{number}".encode()
            )
            db.execute("INSERT INTO note VALUES (?, ?, ?)", (number, pair.fingerprint, box))
    copy = tmp_path / "copy.db"
    shutil.copyfile(folder.file, copy)
    for _ in range(2):
        with folder.open() as again:
            opener = again.unlock(PHRASE)
            assert [note.text for note in opener.notes().notes] == [WORDS]
            assert opener.kept("published") == "bars"
            assert opener.notes().missing == 0
    assert raw_rows(folder, "SELECT count(*) FROM ledger") == [(3,)]
    restore(folder.path, copy)
    with folder.open() as again:
        opener = again.unlock(PHRASE)
        assert ([note.text for note in opener.notes().notes], opener.notes().missing) == ([WORDS], 0)
    assert raw_rows(folder, "SELECT count(*) FROM ledger") == [(3,)]


def test_what_was_written_since_a_backup_is_there_after_it_came_back(folder, store) -> None:
    opener = store.unlock(PHRASE)
    opener.write_note("before", at="then")
    store.back_up()
    copy = backups(folder.path)[0].path
    opener.write_note("after", at="then")
    opener.undo(opener.notes().notes[0].entry_id, at="then")
    opener.keep_draft(HALF)
    store.close()
    for _ in range(2):
        restore(folder.path, copy)
        with folder.open() as again:
            book = again.unlock(PHRASE).notes()
            assert ([note.text for note in book.notes], book.missing) == (["after"], 0)
        assert drafts_of(folder) == [HALF]


def test_a_backup_from_before_the_ledger_can_be_brought_back(folder, store, tmp_path) -> None:
    store.unlock(PHRASE).write_note("since", at="then")
    store.close()
    old = tmp_path / "old.db"
    shutil.copyfile(folder.file, old)
    with closing(sqlite3.connect(old)) as db, db:
        for table in ("ledger", "draft", "attempt"):
            db.execute(f"DROP TABLE {table}")
        db.execute("ALTER TABLE key_pair DROP COLUMN role")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = '0002_ledger'")
    restore(folder.path, old)
    with folder.open() as again:
        assert [note.text for note in again.unlock(PHRASE).notes().notes] == ["since"]


def test_new_keys_leave_the_ledger_readable(folder, store) -> None:
    opener = store.unlock(PHRASE)
    opener.write_note("old", at="then")
    opener.keep_draft(HALF)
    opener.new_key_pair("clock river stone apple", NewKeys.make(), folder.cost)
    opener.write_note("new", at="then")
    again = store.unlock("clock river stone apple")
    assert [note.text for note in again.notes().notes] == ["old", "new"]
    assert again.drafts() == (HALF,)


def test_a_draft_is_sealed_replaced_and_goes_with_its_note(folder, store) -> None:
    opener = store.unlock(PHRASE)
    other = Draft("then", "another one", "", "y")
    for draft in (HALF, other, Draft("then", HALF.text + "ncil", HALF.session_id, HALF.about)):
        opener.keep_draft(draft)
    assert raw_rows(folder, "SELECT count(*), count(DISTINCT length(box)) FROM draft") == [(2, 1)]
    assert b"Rang the" not in all_bytes(folder)
    opener.lock()
    with pytest.raises(VaultError):
        opener.drafts()
    again = store.unlock(PHRASE)
    assert {draft.text for draft in again.drafts()} == {"Rang the council", "another one"}
    again.write_note(WORDS, at="then", session_id=HALF.session_id, about=HALF.about)
    assert again.drafts() == (other,)
    again.drop_draft("", "y")
    assert store.unlock(PHRASE).drafts() == ()
    assert raw_rows(folder, "SELECT count(*) FROM draft") == [(0,)]


def test_a_draft_survives_a_kill(folder, store) -> None:
    """The process ends without a word right after the draft was kept."""
    store.close()
    child = fork()
    if child == 0:
        Store.open(folder.path).unlock(PHRASE).keep_draft(HALF)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert drafts_of(folder) == [HALF]


def wrong(store: Store, times: int) -> None:
    for _ in range(times):
        with pytest.raises(VaultError):
            store.unlock("four words quite wrong")


def told(store: Store) -> list[tuple[str, int]]:
    return sorted((each.day, each.count) for each in store.unlock(PHRASE).attempts().values())


def test_failed_attempts_are_counted_by_day_over_restarts(folder, store) -> None:
    store.close()
    for day, times in ((date(2026, 12, 1), 7), (date(2026, 12, 1), 3), (date(2026, 12, 2), 1)):
        with Store.open(folder.path, today=lambda day=day: day) as again:
            wrong(again, times)
    with folder.open() as again:
        assert told(again) == [("2026-12-01", 3), ("2026-12-01", 7), ("2026-12-02", 1)]
        opener = again.unlock(PHRASE)
        opener.attempts_told(opener.attempts(), at="then")
        assert told(again) == []
        wrong(again, 2)
        assert [count for _day, count in told(again)] == [2]


def test_a_recovery_key_of_another_folder_is_counted_too(folder, store) -> None:
    with pytest.raises(VaultError):
        store.unlock_with_recovery(NewKeys.make().recovery)
    assert [count for _day, count in told(store)] == [1]


def test_counting_attempts_tells_nothing_and_takes_no_more_room_for_more(folder, store) -> None:
    for _ in range(3):
        wrong(store, 5)
        assert raw_rows(folder, "SELECT count(*), min(length(box)) FROM attempt") == [
            (1, ATTEMPTS_BYTES + 48)
        ]
    assert date.today().isoformat().encode() not in b"".join(
        bytes(row[0]) for row in raw_rows(folder, "SELECT box FROM attempt")
    )


def test_a_forged_or_damaged_count_is_no_reason_not_to_open(folder, store) -> None:
    wrong(store, 1)
    store.close()
    with closing(sqlite3.connect(folder.file)) as db, db:
        db.execute("UPDATE attempt SET box = randomblob(length(box))")
        db.execute("INSERT INTO attempt SELECT 'x', key_id, randomblob(240) FROM attempt")
    with folder.open() as again:
        assert told(again) == []


def test_a_count_that_cannot_be_written_locks_nobody_out(folder, store, monkeypatch) -> None:
    def refuse(work: object) -> object:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(store._desk, "write", refuse)
    wrong(store, 2)
    monkeypatch.undo()
    assert not store.unlock(PHRASE).locked
