"""What the start page is shown from: as strict as opening the whole store, and without what writes."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys

import pytest
from nacl.encoding import RawEncoder
from nacl.hash import blake2b

from duq_desktop.errors import StoreError
from duq_desktop.store.file.database_file import STEPS
from duq_desktop.store.file.preview import FirstLook
from duq_desktop.store.file.schema import migrations, step_names
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.fingerprint import fingerprint_of
from duq_desktop.words import sealing as words


def sentence(call, *arguments) -> str:
    with pytest.raises(StoreError) as caught:
        call(*arguments)
    return caught.value.sentence


def changed(folder, *statements: str) -> None:
    db = sqlite3.connect(folder.file, isolation_level=None)
    for statement in statements:
        db.execute(statement)
    db.close()


def test_it_tells_what_the_store_tells(folder):
    with folder.open() as store:
        told = (store.made_up, store.fingerprint, store.fingerprint_words, store.home)
    look = FirstLook.open(folder.path)
    assert look.suffices
    assert (look.made_up, look.fingerprint, look.fingerprint_words, look.home) == told
    look.close()


def test_the_store_behind_it_takes_answers_and_lets_go_of_everything(folder):
    look = FirstLook.open(folder.path)
    assert sentence(FirstLook.open, folder.path) == words.ALREADY_OPEN
    with Store.behind(look) as store:
        folder.give(folder.begin(store), "one")
        assert sentence(FirstLook.open, folder.path) == words.ALREADY_OPEN
        assert folder.texts(store) == [["one"]]
    FirstLook.open(folder.path).close()
    look.close()


def test_a_key_exchanged_after_the_first_look_is_not_sealed_to(folder, make_folder, tmp_path):
    look = FirstLook.open(folder.path)
    shown = look.fingerprint
    other = make_folder(tmp_path / "other").keys
    look.db.conn.execute(
        f"UPDATE key_pair SET public = x'{other.pair.public.hex()}', key_id = '{other.fingerprint}'"
    )
    with Store.behind(look) as store:
        assert store.fingerprint == shown
        folder.give(folder.begin(store), "one")
        assert store._desk.key.key_id == shown


def test_a_file_exchanged_after_the_first_look_is_refused(folder, make_folder, tmp_path):
    look = FirstLook.open(folder.path)
    folder.file.unlink()
    shutil.copy(make_folder(tmp_path / "other").file, folder.file)
    with Store.behind(look) as store:
        assert sentence(folder.begin, store) == words.FILE_REPLACED


def test_a_file_deleted_after_the_first_look_is_put_back(folder):
    look = FirstLook.open(folder.path)
    folder.file.unlink()
    with Store.behind(look) as store:
        assert sentence(folder.begin, store) == words.FILE_GONE
        folder.give(folder.begin(store), "one")
        assert folder.texts(store) == [["one"]] and folder.file.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER record_no_delete",
        "CREATE TRIGGER strange AFTER INSERT ON record BEGIN SELECT 1; END",
        "UPDATE store SET backups_due = 1",
    ],
)
def test_what_waits_to_be_put_right_is_not_for_the_first_look_alone(folder, statement):
    changed(folder, statement)
    look = FirstLook.open(folder.path)
    assert not look.suffices
    Store.behind(look).close()
    after = FirstLook.open(folder.path)
    assert after.suffices
    after.close()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("PRAGMA application_id=1", words.NOT_OURS),
        ("UPDATE _sqlite_migrations SET name = '9999_later' WHERE name LIKE '0001%'", words.NEWER),
        ("DELETE FROM _sqlite_migrations", words.NOT_OURS),
        ("DROP TABLE _sqlite_migrations", words.NOT_OURS),
        ("UPDATE key_pair SET public = zeroblob(32)", words.KEY_DAMAGED),
    ],
)
def test_a_file_that_is_not_right_is_refused_and_let_go_of(folder, statement, told):
    changed(folder, statement)
    before = folder.file.read_bytes()
    assert sentence(FirstLook.open, folder.path) == told
    assert sentence(FirstLook.open, folder.path) == told
    assert folder.file.read_bytes() == before


def test_a_folder_that_is_not_set_up_stays_untouched(tmp_path):
    look = FirstLook.open(tmp_path)
    assert not look.suffices and not list(tmp_path.iterdir())
    assert sentence(lambda: look.fingerprint) == words.NOT_SET_UP
    assert not Store.behind(look).is_set_up


def test_a_missing_file_beside_its_backups_is_told_by_the_store_behind(folder, store):
    store.back_up()
    store.close()
    folder.file.unlink()
    look = FirstLook.open(folder.path)
    assert not look.suffices
    assert sentence(Store.behind, look) == words.FILE_MISSING


def test_its_steps_are_those_of_the_migrations():
    assert set(STEPS) == step_names(migrations())


@pytest.mark.parametrize("public", [bytes(32), bytes(range(32)), b"\xff" * 32])
def test_the_fingerprint_is_the_one_that_libsodium_gives(public):
    theirs = blake2b(public, digest_size=32, person=b"duq-fingerprint", encoder=RawEncoder)
    assert fingerprint_of(public) == theirs.hex()


def test_it_brings_in_neither_what_writes_nor_what_seals():
    heavy = ("sqlite_utils", "nacl", "click", "dateutil")
    code = f"import sys, duq_desktop.store.file.preview; print([x for x in {heavy} if x in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
