"""A full disk, a read-only folder, a stick pulled out, a file deleted: one sentence, nothing lost, again."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.interview.records import Bookmark
from duq_desktop.store.file import store_errors
from duq_desktop.store.file.database import APPLICATION_ID
from duq_desktop.store.inbox.store import Store
from duq_desktop.words import sealing as words

NOBODY = 65534


def sentence(call, *arguments, **more) -> str:
    with pytest.raises(StoreError) as caught:
        call(*arguments, **more)
    assert str(caught.value)
    return caught.value.sentence


def test_a_full_disk_keeps_the_answer_for_another_try(folder, store):
    sitting = folder.begin(store)
    folder.give(sitting, "one")
    store._desk._db.conn.execute("PRAGMA max_page_count=1").fetchall()
    many = [str(number) for number in range(60)]
    assert sentence(folder.give, sitting, *many) == words.DISK_FULL
    kept = len(folder.opened(store).sessions[0].records)
    assert sentence(folder.give, sitting, *many) == words.DISK_FULL
    assert len(folder.opened(store).sessions[0].records) == kept
    store._desk._db.conn.execute("PRAGMA max_page_count=100000").fetchall()
    folder.give(sitting, "again")
    assert folder.texts(store)[0][-1] == "again" and folder.opened(store).whole


def test_a_file_that_may_not_grow_is_told_like_a_full_disk(folder, in_child):
    def work() -> str:
        with folder.open() as store:
            sitting = folder.begin(store)
            size = folder.file.stat().st_size
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            told = sentence(folder.give, sitting, *map(str, range(20)))
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            folder.give(sitting, "again")
            # Python 3.10 gives no name of the error, and the message does not say more than that.
            told = told in (words.DISK_FULL, words.CANNOT_WRITE, words.CANNOT_REACH) or told
            return f"{told} {folder.texts(store)[0][-1]} {folder.opened(store).whole}"

    assert in_child(work) == "True again True"


def test_a_really_full_disk(bare_folder, tmp_path):
    """On a 300 kB file system of its own, where the machine lets us mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("may not mount a small file system here; max_page_count and RLIMIT_FSIZE stand in")
    try:
        bare_folder.path = place / "data"
        bare_folder.set_up()
        with bare_folder.open() as store:
            sitting = bare_folder.begin(store)
            saved = 0
            with pytest.raises(StoreError) as caught:
                for saved in range(1000):
                    bare_folder.give(sitting, str(saved))
            assert caught.value.sentence == words.DISK_FULL
            opening = bare_folder.opened(store)
            assert opening.whole and len(opening.sessions[0].records) == saved
            try:
                sitting.end(Bookmark("1", 1))
            except StoreError as error:  # not even a page was left to say that it is over
                assert error.sentence == words.DISK_FULL
                subprocess.run(["mount", "-o", "remount,size=316k", place], check=True)
                sitting.end(Bookmark("1", 1))
            assert store.sessions()[0].place.state == "ended"
            assert not list((bare_folder.path / "backups").glob("*.part"))
        with bare_folder.open() as store:
            assert len(bare_folder.opened(store).sessions[0].records) == saved
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_a_read_only_folder_is_told(folder, in_child):
    for path in folder.files():
        path.chmod(0o444)
    for parent in (folder.path, *folder.path.parents):
        if not parent.stat().st_mode & 0o005:
            parent.chmod(0o755)
    folder.path.chmod(0o555)

    def work() -> str:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        return str(sentence(folder.open) == words.READ_ONLY and sentence(folder.set_up) == words.READ_ONLY)

    assert in_child(work) == "True"
    folder.path.chmod(0o755)


def test_a_folder_that_turns_read_only_keeps_the_answer(folder, in_child):
    for parent in (folder.path, *folder.path.parents):
        if not parent.stat().st_mode & 0o005:
            parent.chmod(0o755)
    if os.geteuid() == 0:
        for path in (folder.path, *folder.files()):
            os.chown(path, NOBODY, NOBODY)

    def work() -> str:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        with folder.open() as store:
            sitting = folder.begin(store)
            folder.path.chmod(0o555)
            folder.give(sitting, "one")
            sitting.end(Bookmark("1", 1))
            folder.path.chmod(0o755)
            return f"{store.backup_trouble is not None} {folder.texts(store)}"

    assert in_child(work) == "True [['one']]"


def test_a_deleted_file_is_noticed_at_the_save_and_put_back_at_the_next_try(folder, store):
    sitting = folder.begin(store)
    folder.give(sitting, "one", "two")
    folder.file.unlink()
    assert sentence(folder.give, sitting, "three") == words.FILE_GONE
    assert not folder.file.exists()
    folder.give(sitting, "three")
    assert folder.texts(store) == [["one", "two", "three"]]
    store.close()
    with folder.open() as again:
        assert folder.texts(again) == [["one", "two", "three"]] and folder.opened(again).whole


def test_a_file_deleted_during_the_save_is_not_taken_for_saved(folder, store):
    sitting = folder.begin(store)

    def vanish() -> Bookmark:
        folder.file.unlink()
        return Bookmark("1", 1)

    write = sitting._write
    sitting._write = lambda db, key, attempt: (write(db, key, attempt), vanish())[0]
    assert sentence(folder.give, sitting, "one") == words.FILE_GONE
    sitting._write = write
    folder.give(sitting, "one")
    assert folder.texts(store) == [["one"]]


def test_a_stick_that_was_pulled_out_and_put_back(folder, store, tmp_path):
    sitting = folder.begin(store)
    folder.give(sitting, "one")
    away = tmp_path / "away"
    folder.path.rename(away)
    for _ in range(3):
        assert sentence(folder.give, sitting, "two") == words.CANNOT_REACH
    away.rename(folder.path)
    folder.give(sitting, "two")
    assert folder.texts(store) == [["one", "two"]]


def test_the_same_file_on_another_place_of_the_disk_is_taken_up_again(folder, store):
    sitting = folder.begin(store)
    folder.give(sitting, "one")
    store._desk.settle()
    shutil.copyfile(folder.file, folder.path / "copy")
    (folder.path / "copy").replace(folder.file)
    folder.give(sitting, "two")
    assert folder.texts(store) == [["one", "two"]]


def test_another_file_in_its_place_is_refused(folder, store, make_folder, tmp_path):
    sitting = folder.begin(store)
    folder.give(sitting, "one")
    older = folder.file.read_bytes()
    folder.give(sitting, "two")
    ours = folder.file.rename(tmp_path / "ours.db")
    other = make_folder(tmp_path / "other")
    shutil.copyfile(other.file, folder.file)
    assert sentence(folder.give, sitting, "three") == words.FILE_REPLACED
    folder.file.unlink()
    folder.file.write_bytes(older)
    assert sentence(folder.give, sitting, "three") == words.FILE_REPLACED
    folder.file.unlink()
    folder.file.write_bytes(b"")
    assert sentence(folder.give, sitting, "three") == words.EMPTY_FILE
    ours.replace(folder.file)
    folder.give(sitting, "three")
    assert folder.texts(store) == [["one", "two", "three"]]


def test_a_save_that_reached_the_disk_though_it_failed_is_not_written_twice(folder, store):
    sitting = folder.begin(store)
    write = store._desk.write

    def save_and_fail(work):
        write(work)
        raise StoreError(words.CANNOT_REACH)

    store._desk.write = save_and_fail
    assert sentence(folder.give, sitting, "one") == words.CANNOT_REACH
    store._desk.write = write
    folder.give(sitting, "one")
    folder.give(sitting, "one")
    assert folder.texts(store) == [["one", "one"]]


def test_a_session_begun_again_with_its_own_id_is_one_session(folder, store):
    for _ in range(3):
        sitting = store.begin(Stream.PERSON, pack_id="p", pack_version="1", session_id="a" * 32)
    folder.give(sitting, "one")
    assert folder.texts(store) == [["one"]] and folder.opened(store).whole
    sitting.end(Bookmark("1", 1))
    told = sentence(store.begin, Stream.PERSON, pack_id="p", pack_version="1", session_id="a" * 32)
    assert told == words.SESSION_OVER


def test_another_program_that_holds_the_file_is_waited_for_then_told(folder):
    other = sqlite3.connect(folder.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert sentence(folder.open, busy_seconds=0.05) == words.BUSY
    other.execute("ROLLBACK")
    other.close()
    with folder.open() as store:
        folder.give(folder.begin(store), "one")
        assert folder.texts(store) == [["one"]]


def test_no_other_program_comes_between_while_the_folder_is_open(folder, store):
    folder.give(folder.begin(store), "one")
    code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM record')"
    done = subprocess.run([sys.executable, "-c", code, folder.file], capture_output=True, text=True)
    assert "locked" in done.stderr


_MARK = f"PRAGMA application_id={APPLICATION_ID}"


def _sql(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        db.execute(statement)
    db.close()


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("holiday.jpg", b"x" * 5000)


_STRANGE = {
    "empty": (lambda path: path.write_bytes(b""), words.EMPTY_FILE),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\0"), words.NOT_OURS),
    "zeros": (lambda path: path.write_bytes(b"\0" * 8192), words.NOT_OURS),
    "text": (lambda path: path.write_text("Dear all, " * 500), words.NOT_OURS),
    "zip": (_zip, words.NOT_OURS),
    "other database": (
        lambda path: (path.unlink(), _sql(path, "CREATE TABLE t (x)", "INSERT INTO t VALUES (1)")),
        words.NOT_OURS,
    ),
    "our mark, nothing else": (
        lambda path: (
            path.unlink(),
            _sql(path, _MARK, "CREATE TABLE t (x)"),
        ),
        None,
    ),
    "cut in half": (lambda path: os.truncate(path, path.stat().st_size // 2), None),
    "cut by a page": (lambda path: os.truncate(path, path.stat().st_size - 4096), words.FILE_DAMAGED),
    "newer": (
        lambda path: _sql(path, "INSERT INTO _sqlite_migrations VALUES (99, 'store', '0099_future', 'then')"),
        words.NEWER,
    ),
}


@pytest.mark.parametrize("name", _STRANGE)
def test_strange_files_are_refused_and_left_byte_for_byte(folder, name):
    make, expected = _STRANGE[name]
    make(folder.file)
    before = folder.file.read_bytes()
    told = sentence(folder.open)
    assert told == expected or (expected is None and told in (words.FILE_DAMAGED, words.NOT_OURS))
    assert folder.file.read_bytes() == before
    assert sentence(folder.set_up) == words.ALREADY_SET_UP
    assert folder.file.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_told(folder):
    folder.file.unlink()
    folder.file.mkdir()
    assert sentence(folder.open) == words.NO_FILE


def test_a_path_that_is_a_file_is_told(tmp_path, bare_folder):
    (tmp_path / "data").write_text("in the way")
    assert sentence(bare_folder.set_up)


def test_a_missing_file_beside_its_backups_is_not_a_new_start(folder, store):
    folder.begin(store).end(Bookmark())
    store.close()
    folder.file.unlink()
    assert sentence(folder.open) == words.FILE_MISSING
    assert sentence(folder.set_up) == words.FILE_MISSING


_PLACES = st.floats(0, 1, exclude_max=True)
_EDITS = st.lists(st.tuples(_PLACES, st.binary(min_size=1, max_size=40)), min_size=1, max_size=4)


@settings(max_examples=80, deadline=None)
@given(edits=_EDITS, cut=st.none() | st.none() | st.none() | _PLACES)
def test_any_damaged_bytes_give_one_sentence_or_are_counted(edits, cut, damaged_source):
    """Changes or cuts anywhere: never another exception than an expected one."""
    folder = damaged_source
    raw = bytearray(folder.whole)
    for place, new in edits:
        at = int(place * len(raw))
        raw[at : at + len(new)] = new[: len(raw) - at]
    if cut is not None:
        del raw[int(cut * len(raw)) :]
    folder.file.write_bytes(bytes(raw))
    (folder.path / "answers.db-journal").unlink(missing_ok=True)
    try:
        with folder.open() as store:
            assert store.home.people_count is not None
            folder.opened(store)
            store.sessions()
            folder.give(folder.begin(store), "and on")
    except ExpectedError as error:
        assert str(error) and "{" not in str(error)


@pytest.fixture(scope="module")
def damaged_source(make_folder, tmp_path_factory):
    folder = make_folder(tmp_path_factory.mktemp("damage"))
    with folder.open() as store:
        sitting = folder.begin(store, sign="boat+key")
        folder.give(sitting, "one", "two", "three")
        store.unlock(folder.phrase).write_note("done", at="now")
    folder.whole = folder.file.read_bytes()
    return folder


@pytest.mark.parametrize("message", [message for message, _ in store_errors._BY_MESSAGE])
def test_python_3_10_gets_the_same_sentences_by_the_message(message):
    by_message = dict(store_errors._BY_MESSAGE)
    error = sqlite3.OperationalError(f"database {message} or so")
    assert store_errors.sentence_for(error, "otherwise") == by_message[message]
    assert store_errors.sentence_for(sqlite3.OperationalError("near x"), "otherwise") == "otherwise"


def test_store_open_never_makes_a_file(tmp_path):
    with Store.open(tmp_path) as store:
        assert not store.is_set_up
    assert list(tmp_path.iterdir()) == []
