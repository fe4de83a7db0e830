"""Taking back what was said, and bringing back what was lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from sqlite_utils import Migrations

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.records import Bookmark
from duq_desktop.store.copies.backup import KEPT, backups, make_backup, restore
from duq_desktop.store.file.database import open_database
from duq_desktop.store.file.schema import migrations
from duq_desktop.words import sealing as words
from tests.store.conftest import peek

PHRASE = "fern otter moon lamp"
TODAY = date(2026, 11, 22)


def sentence(call, *arguments, **more) -> str:
    with pytest.raises(StoreError) as caught:
        call(*arguments, **more)
    assert str(caught.value)
    return caught.value.sentence


def sealed_keys(path) -> list[bytes]:
    db = peek(path)
    found = [row[0] for row in db.execute("SELECT sealed_key FROM sitting") if row[0] is not None]
    db.close()
    return found


def slot_boxes(path) -> list[bytes]:
    db = peek(path)
    found = [row[0] for row in db.execute("SELECT box FROM slot")]
    db.close()
    return found


def finish(folder, store, *texts: str, sign: str = "", stream: Stream = Stream.PERSON) -> str:
    sitting = folder.begin(store, stream, sign)
    folder.give(sitting, *texts)
    sitting.end(Bookmark("1", 9))
    assert store.backup_trouble is None
    return sitting.session_id


def test_a_deleted_session_can_be_opened_by_nobody_and_nowhere(folder, store):
    kept = finish(folder, store, "keep", sign="sun+dog")
    taken_back = folder.begin(store, sign="boat+key")
    folder.give(taken_back, "one")
    second = store.resume(taken_back.session_id)
    folder.give(second, "two")
    finish(folder, store, "other", stream=Stream.STAFF)
    before = sealed_keys(folder.file)
    assert len(backups(folder.path)) == 2
    store.delete_session(taken_back.session_id)
    gone = [key for key in before if key not in sealed_keys(folder.file)]
    assert len(gone) == 2
    everything = folder.bytes()
    assert not any(key in everything for key in gone)
    assert b"boat+key" not in everything and taken_back.session_id.encode() in everything
    opening = folder.opened(store)
    assert opening.whole and opening.deleted == 1
    assert opening.sessions[0].session_id == kept
    assert [one.sign for one in store.sessions()] == ["sun+dog", ""]
    assert sentence(folder.give, second, "late") == words.SESSION_OVER
    store.delete_session(taken_back.session_id)
    assert sentence(store.delete_session, "0" * 32) == words.NO_SUCH_SESSION


def test_deleting_by_sign_takes_every_session_of_it_and_no_other(folder, store):
    for text in ("a", "b"):
        finish(folder, store, text, sign="boat+key")
    finish(folder, store, "c", sign="boat+keys")
    assert store.delete_by_sign("boat+key") == 2
    assert store.delete_by_sign("boat+key") == 0
    assert store.delete_by_sign("") == 0
    assert folder.texts(store) == [["c"]]
    assert not store.sign_taken("boat+key")


def test_keys_are_gone_from_pages_that_were_rearranged_too(folder, store):
    """Many sittings split pages; older copies of a key in the unused part of a page must go too."""
    ids = [folder.begin(store, sign=f"s{number:02d}").session_id for number in range(60)]
    before = {}
    db = peek(folder.file)
    rows = "SELECT session_id, sealed_key FROM sitting JOIN session ON session.number = session"
    before.update(db.execute(rows).fetchall())
    db.close()
    for session_id in ids[::3]:
        store.delete_session(session_id)
        assert before[session_id] not in folder.bytes()
    assert folder.opened(store).deleted == 20 and folder.opened(store).whole


def test_a_damaged_backup_does_not_keep_a_key(folder, store):
    taken_back = finish(folder, store, "one")
    (backup,) = (folder.path / "backups").glob("*.db")
    (key,) = sealed_keys(backup)
    raw = bytearray(backup.read_bytes())
    raw[:16] = b"x" * 16
    backup.write_bytes(raw)
    assert key in folder.bytes()
    store.delete_session(taken_back)
    assert key not in folder.bytes()


def test_a_deletion_broken_off_at_a_backup_is_told_and_finished_at_the_next_start(folder):
    with folder.open(busy_seconds=0.05) as store:
        taken_back = finish(folder, store, "one", sign="boat+key")
        (backup,) = (folder.path / "backups").glob("*.db")
        (key,) = sealed_keys(backup)
        holder = sqlite3.connect(backup, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError) as caught:
            store.delete_session(taken_back)
        assert caught.value.sentence == words.BACKUP_UNFINISHED and backup.name in str(caught.value)
        assert key not in folder.file.read_bytes() and key in folder.bytes()
        holder.execute("ROLLBACK")
        holder.close()
    with folder.open() as store:
        assert store.backup_trouble is None
        assert key not in folder.bytes()


def test_new_keys_are_in_use_though_a_backup_could_not_be_changed_yet(folder):
    with folder.open(busy_seconds=0.05) as store:
        finish(folder, store, "one")
        (backup,) = (folder.path / "backups").glob("*.db")
        old = slot_boxes(backup)
        holder = sqlite3.connect(backup, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        opener = store.unlock(folder.phrase)
        recovery = opener.new_key_pair("quite another phrase", cost=folder.cost)
        assert backup.name in str(opener.backup_trouble)
        holder.execute("ROLLBACK")
        holder.close()
        finish(folder, store, "two")
        assert len(opener.open_all().sessions) == 2 and opener.open_all().whole
    with folder.open() as store:
        assert not any(box in folder.bytes() for box in old)
        assert store.unlock_with_recovery(recovery).open_all().whole


def test_a_backup_is_made_at_every_finish_and_opens(folder, store, make_folder, tmp_path):
    finish(folder, store, "one")
    folder.give(folder.begin(store), "running")
    finish(folder, store, "two", stream=Stream.FAMILY)
    newest, older = backups(folder.path)
    assert (newest.number, older.number) == (2, 1)
    for backup, texts in ((older, [["one"]]), (newest, [["one"], ["running"], ["two"]])):
        place = make_folder(tmp_path / str(backup.number))
        place.file.unlink()
        restore(place.path, backup.path)
        with place.open() as copy:
            assert place.texts(copy) == texts and place.opened(copy).whole


def test_ten_are_kept_and_the_newest_of_each_month_for_a_year(folder):
    for months in range(30):
        year, month = divmod(2024 * 12 + 5 + months, 12)
        for day in (3, 9):
            with folder.open(today=lambda at=date(year, month + 1, day): at) as store:
                store.back_up()
    found = backups(folder.path)
    assert [one.number for one in found[:KEPT]] == list(range(60, 50, -1))
    months = sorted({one.month for one in found})
    assert len(months) == 12 and (months[0], months[-1]) == ("2025-12", "2026-11")
    assert [one.number for one in found[KEPT:]] == list(range(50, 37, -2))


def test_a_backup_that_cannot_be_made_is_kept_for_the_opener_and_loses_nothing(folder, store):
    (folder.path / "backups").write_text("in the way")
    sitting = folder.begin(store)
    folder.give(sitting, "one")
    sitting.end(Bookmark("1", 1))
    assert isinstance(store.backup_trouble, StoreError) and str(store.backup_trouble)
    assert folder.texts(store) == [["one"]]
    (folder.path / "backups").unlink()
    finish(folder, store, "two")
    assert store.backup_trouble is None


def test_a_half_backup_is_never_left(folder, store):
    finish(folder, store, "one")
    assert sorted(path.suffix for path in (folder.path / "backups").iterdir()) == [".db"]


def test_restoring_brings_back_a_damaged_file_and_sets_it_aside(folder, store):
    finish(folder, store, "one")
    finish(folder, store, "two")
    store.close()
    raw = folder.file.read_bytes()
    folder.file.write_bytes(b"x" * len(raw))
    assert sentence(folder.open) == words.NOT_OURS
    restore(folder.path, backups(folder.path)[0].path)
    with folder.open() as again:
        assert folder.texts(again) == [["one"], ["two"]] and folder.opened(again).whole
        finish(folder, again, "three")
    aside = list((folder.path / "backups").glob("set-aside-*.db"))
    assert [path.read_bytes() for path in aside] == [b"x" * len(raw)]


def test_restoring_a_missing_file(folder, store):
    finish(folder, store, "one")
    store.close()
    folder.file.unlink()
    restore(folder.path, backups(folder.path)[0].path)
    with folder.open() as again:
        assert folder.texts(again) == [["one"]]


def test_what_was_deleted_stays_deleted_after_restoring_a_copy_from_elsewhere(folder, store, tmp_path):
    taken_back = finish(folder, store, "one", sign="boat+key")
    stick = tmp_path / "stick.db"
    shutil.copyfile(backups(folder.path)[0].path, stick)
    finish(folder, store, "two")
    (key,) = sealed_keys(stick)
    store.delete_session(taken_back)
    assert sentence(restore, folder.path, stick) == words.ALREADY_OPEN
    store.close()
    restore(folder.path, stick)
    assert key not in folder.bytes() and key in stick.read_bytes()
    with folder.open() as again:
        assert folder.texts(again) == [] and folder.opened(again).deleted == 1


def test_a_backup_of_another_folder_or_a_damaged_one_changes_nothing(folder, store, make_folder, tmp_path):
    finish(folder, store, "one")
    store.close()
    before = folder.file.read_bytes()
    other = make_folder(tmp_path / "other")
    assert sentence(restore, folder.path, other.file) == words.BACKUP_OTHER_STORE
    for content in (b"", b"x" * 9000, before[: len(before) // 2]):
        broken = tmp_path / "broken.db"
        broken.write_bytes(content)
        assert sentence(restore, folder.path, broken) == words.BACKUP_UNUSABLE
    assert sentence(restore, folder.path, tmp_path / "missing.db") == words.BACKUP_UNUSABLE
    assert folder.file.read_bytes() == before
    assert not (folder.path / "answers.part").exists()


def test_a_leaked_phrase_opens_no_local_backup_after_new_keys(folder, store, make_folder, tmp_path):
    finish(folder, store, "one")
    old = slot_boxes(folder.file)
    opener = store.unlock(folder.phrase)
    opener.new_key_pair("quite another phrase", cost=folder.cost)
    assert not any(box in folder.bytes() for box in old)
    place = make_folder(tmp_path / "copy")
    shutil.copyfile(backups(folder.path)[0].path, place.file)
    with place.open() as copy:
        assert copy.unlock("quite another phrase").open_all().sessions[0].records[0].body["words"] == "one"


def with_second_step(work) -> Migrations:
    steps = migrations()
    steps(name="0002_later")(work)
    return steps


def test_a_pending_step_makes_a_checked_backup_first_and_keeps_the_rules(folder, store):
    folder.give(folder.begin(store), "one")
    store.close()
    counted = []

    def back_up(db) -> None:
        counted.append(make_backup(db, folder.path, TODAY))

    later = with_second_step(lambda db: db["record"].transform(rename={"position": "place"}))
    db = open_database(folder.file, back_up, steps=later)
    assert list(db.query("SELECT place FROM record")) == [{"place": 1}]
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("DELETE FROM record")
    db.close()
    copy = sqlite3.connect(counted[0])
    assert copy.execute("SELECT position FROM record").fetchall() == [(1,)]
    copy.close()
    assert sentence(folder.open) == words.NEWER


def test_a_step_that_fails_leaves_everything_as_it_was(folder, store):
    finish(folder, store, "one")
    store.close()

    def fail(db) -> None:
        db.execute("CREATE TABLE half (x) STRICT")
        db.execute("INSERT INTO nowhere VALUES (1)")

    assert sentence(open_database, folder.file, lambda db: None, steps=with_second_step(fail))
    with folder.open() as again:
        assert folder.texts(again) == [["one"]]


def test_missing_and_strange_triggers_are_put_right_at_the_start(folder):
    db = sqlite3.connect(folder.file, isolation_level=None)
    db.execute("DROP TRIGGER record_no_delete")
    db.execute("DROP TRIGGER note_no_update")
    db.execute("CREATE TRIGGER strange AFTER INSERT ON record BEGIN SELECT 1; END")
    db.close()
    with folder.open():
        pass
    db = sqlite3.connect(folder.file, isolation_level=None)
    names = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert {"record_no_delete", "note_no_update"} <= names and "strange" not in names
    db.close()


def test_rows_cannot_be_changed_or_removed_through_sql(folder, store):
    folder.give(folder.begin(store), "running")
    finish(folder, store, "one")
    store.unlock(folder.phrase).write_note("x", at="now")
    store.close()
    db = sqlite3.connect(folder.file, isolation_level=None)
    db.execute("PRAGMA recursive_triggers=on")
    for statement in (
        "DELETE FROM record",
        "UPDATE record SET position = 7",
        "DELETE FROM parcel",
        "UPDATE parcel SET position = 7",
        "UPDATE sitting SET sealed_key = NULL, mark = NULL",
        "INSERT OR REPLACE INTO record SELECT number, record_id, sitting, 7, link, box FROM record",
        "DELETE FROM ledger",
        "UPDATE ledger SET box = x'00'",
        "DELETE FROM sitting",
        "UPDATE sitting SET sitting_id = 'x'",
        "DELETE FROM session",
        "UPDATE session SET state = 'open'",
        "UPDATE session SET given = 0",
        "UPDATE home SET facts = ''",
        "DELETE FROM store",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(statement)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO record VALUES (99, 'x', 1, 1, 'text', 'text')")
    db.close()


def test_backups_are_not_touched_by_links_out_of_the_folder(folder, store, tmp_path):
    """A file that is none of ours in the backup folder is not a reason to fail a finish."""
    place = folder.path / "backups"
    place.mkdir()
    (place / "notes.txt").write_text("mine")
    (place / "answers-2026-11-abc.db.txt").write_text("mine")
    finish(folder, store, "one")
    assert (place / "notes.txt").read_text() == "mine"
    assert len(list(place.iterdir())) == 3


def kept_ever(store):
    opener = store.unlock(PHRASE)
    found = opener.kept_ever("published")
    opener.lock()
    return found


def keep(store, text):
    opener = store.unlock(PHRASE)
    opener.keep("published", text)
    opener.lock()


def test_what_was_kept_since_is_known_after_an_older_copy_came_back(folder, store, tmp_path):
    """Kept once before the copy, twice since; then in the brought-back file anew; then brought back again."""
    keep(store, "first")
    finish(folder, store, "one")
    stick = tmp_path / "stick.db"
    shutil.copyfile(backups(folder.path)[0].path, stick)
    keep(store, "second")
    keep(store, "third")
    store.close()
    restore(folder.path, stick)
    with folder.open() as again:
        assert set(kept_ever(again).texts) == {"first", "second", "third"}
        keep(again, "fourth")  # has the number that "second" had in the other copy
        assert again.unlock(PHRASE).notes().missing == 0
    for _ in range(2):
        restore(folder.path, stick)
        with folder.open() as again:
            found = kept_ever(again)
        assert set(found.texts) == {"first", "second", "third", "fourth"}
        assert len(found.texts) == 4 and found.unreadable == 0


def test_a_kept_text_that_cannot_be_read_is_counted(folder, store, tmp_path):
    keep(store, "first")
    keep(store, "second")
    store.close()
    with closing(sqlite3.connect(folder.file)) as raw, raw:
        raw.execute("DROP TRIGGER ledger_no_update")
        raw.execute("UPDATE ledger SET box = zeroblob(200) WHERE number = 1")
    with folder.open() as again:
        found = kept_ever(again)
    assert found.texts == ("second",) and found.unreadable == 1
