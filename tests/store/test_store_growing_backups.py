"""A backup writes what is new; every earlier one can still be brought back, and deletion reaches them all."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.records import Bookmark
from duq_desktop.store.copies.backup import backups, restore
from duq_desktop.store.copies.points import GROWING, read_point
from duq_desktop.vault.keys import KeyPair
from duq_desktop.words import sealing as words

from .conftest import Folder, peek


def finish(folder: Folder, store, text: str, sign: str = "", stream: Stream = Stream.PERSON) -> str:
    sitting = folder.begin(store, stream, sign)
    folder.give(sitting, text)
    sitting.end(Bookmark())
    assert store.backup_trouble is None
    return sitting.session_id


def names(folder: Folder) -> list[str]:
    return sorted(path.name.split("-", 3)[-1] for path in (folder.path / "backups").iterdir())


def texts(folder: Folder) -> list[list[str]]:
    """What is read; what the opener had read before and is gone with an earlier state is counted, rightly."""
    with folder.open() as store:
        assert folder.opened(store).damaged == 0
        return folder.texts(store)


def test_a_backup_writes_what_is_new_and_the_one_before_becomes_a_point(folder, store):
    for text in "abcd":
        finish(folder, store, text)
    assert names(folder) == ["000001.point", "000002.point", "000003.point", "000004.db"]
    assert [one.number for one in backups(folder.path)] == [4, 3, 2, 1]
    store.close()
    whole = sum(path.stat().st_size for path in folder.files())
    assert whole <= 2.2 * folder.file.stat().st_size


def test_every_earlier_state_comes_back_exactly_and_going_on_from_there_harms_no_other(folder):
    states = {}
    with folder.open() as store:
        kept = folder.begin(store, sign="sun+dog")
        folder.give(kept, "day one")
        kept.another_day(Bookmark("2", 3))
        for number, text in enumerate("abc", 1):
            finish(folder, store, text, stream=Stream.FAMILY)
            states[number] = folder.texts(store)
        later = store.resume(kept.session_id)
        folder.give(later, "day two")
        later.end(Bookmark())
        states[4] = folder.texts(store)
    assert len([one for one in backups(folder.path) if one.is_whole]) == 1
    for number in (2, 4, 1, 3):
        (one,) = [each for each in backups(folder.path) if each.number == number]
        restore(folder.path, one.path)
        assert texts(folder) == states[number]
        with folder.open() as store:
            (session,) = [each for each in store.sessions() if each.sign == "sun+dog"]
            assert session.place == (Bookmark("", 0, "ended") if number == 4 else Bookmark("2", 3))
            finish(folder, store, f"after {number}")
            newest = backups(folder.path)[0].number
            states[newest] = folder.texts(store)
    for number in states:
        found = [each for each in backups(folder.path) if each.number == number]
        if found:
            restore(folder.path, found[0].path)
            assert texts(folder) == states[number]


def test_records_that_went_since_are_in_a_whole_file_of_their_own(folder, store):
    running = folder.begin(store)
    folder.give(running, "running")
    finish(folder, store, "a")
    running.end(Bookmark())
    assert names(folder) == ["000001.db", "000002.db"]
    store.close()
    restore(folder.path, backups(folder.path)[1].path)
    assert texts(folder) == [["running"], ["a"]]


def test_deletion_reaches_every_point(folder):
    with folder.open() as store:
        taken_back = folder.begin(store, sign="boat+key")
        folder.give(taken_back, "one")
        taken_back.another_day(Bookmark("secret-area", 7))
        for text in "abc":
            finish(folder, store, text)
        store.delete_session(taken_back.session_id)
        assert b"boat+key" not in folder.bytes()
        assert b"secret-area" not in folder.bytes()
    with closing(peek(backups(folder.path)[0].path)) as db:
        assert db.execute("SELECT count(*) FROM sitting WHERE sealed_key IS NULL").fetchone() == (1,)
    restore(folder.path, backups(folder.path)[2].path)
    with folder.open() as store:
        assert folder.texts(store) == [["a"]] and folder.opened(store).deleted == 1


def test_an_exchanged_key_begins_a_whole_file_and_the_one_before_keeps_the_right_one(folder):
    with folder.open() as store:
        for text in "ab":
            finish(folder, store, text)
        thief = KeyPair.make()
        changed = "UPDATE key_pair SET public = ?, key_id = ?"
        store._desk.write(lambda db: db.conn.execute(changed, (thief.public, thief.fingerprint)))
        finish(folder, store, "c")
    assert names(folder) == ["000001.point", "000002.db", "000003.db"]
    restore(folder.path, backups(folder.path)[2].path)
    with folder.open() as store:
        assert store.fingerprint == folder.keys.fingerprint
        assert folder.texts(store) == [["a"]]


def test_one_that_a_kill_broke_off_before_its_new_name_is_taken_up_again(folder, store):
    finish(folder, store, "a")
    newest = backups(folder.path)[0].path
    finish(folder, store, "b")
    backups(folder.path)[0].path.rename(newest)
    assert newest.with_suffix(".point").exists()
    assert [one.path for one in backups(folder.path)] == [newest]
    finish(folder, store, "c")
    assert names(folder) == ["000001.point", "000002.db"]
    store.close()
    restore(folder.path, backups(folder.path)[0].path)
    assert texts(folder) == [["a"], ["b"], ["c"]]


@pytest.mark.parametrize("damage", [b"", b"x" * 9000])
def test_a_damaged_newest_backup_is_not_added_to(folder, store, damage):
    finish(folder, store, "a")
    backups(folder.path)[0].path.write_bytes(damage)
    finish(folder, store, "b")
    assert names(folder) == ["000001.db", "000002.db"]
    store.close()
    restore(folder.path, backups(folder.path)[0].path)
    assert texts(folder) == [["a"], ["b"]]


def test_a_damaged_point_changes_nothing(folder, store):
    for text in "ab":
        finish(folder, store, text)
    store.close()
    point = backups(folder.path)[1].path
    before = folder.file.read_bytes()
    for damage in (b"", b"{}", b"[" * 90_000, json.dumps({"highest": {}, "open": [[1]]}).encode()):
        point.write_bytes(damage)
        with pytest.raises(StoreError) as caught:
            restore(folder.path, point)
        assert caught.value.sentence == words.BACKUP_UNUSABLE
    assert folder.file.read_bytes() == before


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(GROWING), inner),
    max_leaves=12,
)


@given(highest=_JSON, stands=_JSON, raw=st.none() | st.binary(max_size=60))
def test_any_point_is_read_or_refused(highest, stands, raw, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "answers-2026-11-000001.point"
    path.write_bytes(raw if raw is not None else json.dumps({"highest": highest, "open": stands}).encode())
    try:
        assert set(read_point(path).highest) == set(GROWING)
    except StoreError as error:
        assert error.sentence == words.BACKUP_UNUSABLE


def test_whole_copies_of_an_older_version_are_brought_back_and_reached(folder, store, tmp_path: Path):
    """A whole file under an earlier number, as every backup was before."""
    taken_back = finish(folder, store, "a", sign="boat+key")
    whole = tmp_path / "whole.db"
    shutil.copyfile(backups(folder.path)[0].path, whole)
    finish(folder, store, "b")
    shutil.copyfile(whole, folder.path / "backups" / "answers-2025-03-000001.db")
    store.delete_session(taken_back)
    assert b"boat+key" not in folder.bytes()
    store.close()
    restore(folder.path, folder.path / "backups" / "answers-2025-03-000001.db")
    assert texts(folder) == []
