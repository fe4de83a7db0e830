"""What lies among the backups, or where one is put, may be anybody's: it is neither harmed nor followed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from duq_desktop.errors import StoreError
from duq_desktop.interview.records import Bookmark
from duq_desktop.store.copies.backup import backups, restore
from duq_desktop.store.copies.external_backups import FOLDER, backups_on, copy_away
from duq_desktop.store.inbox.store import Store

from .conftest import PHRASE, Folder, peek

NEW_PHRASE = "other words in here"


def finish(folder: Folder, store: Store, text: str) -> str:
    sitting = folder.begin(store)
    folder.give(sitting, text)
    sitting.end(Bookmark("1", 9))
    return sitting.session_id


def sealed_keys(path: Path) -> list[bytes]:
    with closing(peek(path)) as db:
        return [row[0] for row in db.execute("SELECT sealed_key FROM sitting") if row[0] is not None]


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def opened_texts(copy: Path, into: Path, phrase: str = PHRASE) -> list[str]:
    """What ``phrase`` opens in a copy, by hand, as its own home would."""
    into.mkdir()
    shutil.copyfile(copy, into / "answers.db")
    with Store.open(into) as store:
        opening = store.unlock(phrase).open_all()
        return [
            str(record.body["words"])
            for each in opening.sessions
            for record in each.records
            if record.body.get("words")
        ]


@pytest.fixture
def other(make_folder: Callable[[Path], Folder], tmp_path: Path) -> Folder:
    """Another home, with answers of its own."""
    other = make_folder(tmp_path / "other")
    with other.open() as store:
        finish(other, store, "theirs")
    return other


def test_deleting_here_harms_no_other_homes_copy(folder: Folder, other: Folder, tmp_path: Path) -> None:
    with folder.open() as store:
        session = finish(folder, store, "ours")
        theirs = folder.path / "backups" / "answers-2026-01-000900.db"
        shutil.copyfile(other.file, theirs)
        before = theirs.read_bytes()
        store.delete_session(session)
        assert theirs.read_bytes() == before
        store.unlock(PHRASE).new_key_pair(NEW_PHRASE, cost=folder.cost)
        assert theirs.read_bytes() == before
    assert opened_texts(theirs, tmp_path / "looked at") == ["theirs"]


def test_a_copy_with_newer_keys_of_its_own_keeps_them(folder: Folder, tmp_path: Path) -> None:
    """The same home's folder was copied once; each of the two has got new keys since."""
    with folder.open() as store:
        gone = finish(folder, store, "taken back")
    twin = tmp_path / "twin"
    shutil.copytree(folder.path, twin)
    with Store.open(twin) as store:
        store.unlock(PHRASE).new_key_pair(NEW_PHRASE, cost=folder.cost)
        finish(folder, store, "said there")
    copy = folder.path / "backups" / "answers-2026-01-000900.db"
    shutil.copyfile(twin / "answers.db", copy)
    with folder.open() as store:
        store.delete_session(gone)
        store.unlock(PHRASE).new_key_pair("yet another four words", cost=folder.cost)
    assert opened_texts(copy, tmp_path / "looked at", NEW_PHRASE) == ["said there"]


@pytest.mark.parametrize("name", ["Thumbs.db", "photos.db", "answers-2026-01-000001.db.txt"])
def test_files_of_other_programs_are_not_taken_away(folder: Folder, name: str) -> None:
    with folder.open() as store:
        session = finish(folder, store, "ours")
        strange = folder.path / "backups" / name
        strange.write_bytes(b"\xd0\xcf\x11\xe0 another program's" * 99)
        store.delete_session(session)
        assert strange.exists()


@pytest.mark.parametrize(
    "name", ["answers.part", "backups/answers-2026-11-000007.part", "answers.part-journal"]
)
def test_a_copy_that_a_kill_broke_off_keeps_no_key(folder: Folder, name: str) -> None:
    """The bytes of a copy under way, left when the computer went off: gone with the deletion."""
    with folder.open() as store:
        session = finish(folder, store, "taken back")
        copy = backups(folder.path)[0].path
        keys = sealed_keys(copy)
        shutil.copyfile(copy, folder.path / name)
        assert any(keys[0] in content for content in [(folder.path / name).read_bytes()])
        store.delete_session(session)
        assert [path for path, content in everything(folder.path).items() if keys[0] in content] == []


def test_what_a_kill_left_is_gone_after_the_next_start(folder: Folder) -> None:
    with folder.open() as store:
        finish(folder, store, "said")
    left = [folder.path / "answers.part", folder.path / "backups" / "answers-2026-11-000007.part"]
    for path in left:
        shutil.copyfile(folder.file, path)
    with folder.open() as store:
        assert not any(path.exists() for path in left)
        assert folder.texts(store) == [["said"]]


def test_a_journal_that_a_copy_still_needs_is_left_to_it(folder: Folder) -> None:
    with folder.open() as store:
        finish(folder, store, "said")
    copy = backups(folder.path)[0].path
    needed, orphan = (
        copy.with_name(copy.name + "-journal"),
        copy.with_name("answers-2026-01-000900.db-journal"),
    )
    for path in (needed, orphan):
        path.write_bytes(b"pages of before")
    folder.open().close()
    assert (needed.exists(), orphan.exists()) == (True, False)


def test_a_set_aside_copy_with_letters_for_its_number_stops_nothing(folder: Folder) -> None:
    with folder.open() as store:
        finish(folder, store, "said")
    strange = folder.path / "backups" / "set-aside-00abcd.db"
    strange.write_bytes(b"anything")
    restore(folder.path, backups(folder.path)[0].path)
    restore(folder.path, backups(folder.path)[0].path)
    names = sorted(path.name for path in (folder.path / "backups").glob("set-aside-*"))
    assert names == ["set-aside-000001.db", "set-aside-000002.db", "set-aside-00abcd.db"]


def links(stick: Path, outside: Path, name: str, kind: str) -> None:
    """What somebody may have put on a stick, so that a backup is written somewhere else."""
    place = stick / FOLDER
    if kind == "folder":
        place.symlink_to(outside, target_is_directory=True)
        return
    place.mkdir()
    for at in {
        "target": [name],
        "part": [name.replace(".db", ".part")],
        "both": [name, name.replace(".db", ".part")],
    }[kind]:
        (place / at).symlink_to(outside / "victim")


@pytest.mark.parametrize("there", [True, False], ids=["leads to a file", "leads nowhere"])
@pytest.mark.parametrize("kind", ["folder", "target", "part", "both"])
def test_a_backup_on_a_stick_follows_no_link(folder: Folder, tmp_path: Path, kind: str, there: bool) -> None:
    stick, outside = tmp_path / "STICK", tmp_path / "outside"
    stick.mkdir()
    outside.mkdir()
    if there:
        (outside / "victim").write_bytes(b"theirs")
    with folder.open() as store:
        finish(folder, store, "said")
        backup = store.back_up()
        links(stick, outside, backup.name, kind)
        before = everything(outside)
        with suppress(StoreError):
            copy_away(backup, stick)
        assert everything(outside) == before
        assert kind == "folder" or [each.path.read_bytes() for each in backups_on(stick)] == [
            backup.read_bytes()
        ]


def test_a_backup_on_a_stick_replaces_no_other_homes(folder: Folder, other: Folder, tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    written = []
    for each in (folder, other):
        with each.open() as store:
            finish(each, store, "said")
        newest = max(backups(each.path), key=lambda one: one.number)
        renamed = newest.path.with_name("answers-2026-11-000050.db")
        shutil.copyfile(newest.path, renamed)
        written.append(copy_away(renamed, stick))
    assert [path.name for path in written] == ["answers-2026-11-000050.db", "answers-2026-11-000050 2.db"]
    assert len(set(everything(stick).values())) == 2
    assert {each.path for each in backups_on(stick)} == set(written)


@pytest.mark.parametrize("at", ["answers.db", "backups", "backups/answers-2026-01-000900.db"])
def test_no_link_in_the_folder_leads_a_deletion_out_of_it(
    folder: Folder, other: Folder, at: str, tmp_path: Path
) -> None:
    """``test_backups_are_not_touched_by_links_out_of_the_folder`` for every name in it."""
    with folder.open() as store:
        session = finish(folder, store, "ours")
    outside = tmp_path / "outside"
    shutil.copytree(folder.path, outside)
    before = everything(outside)
    path = folder.path / at
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    path.symlink_to(outside / ("answers.db" if at.endswith(".db") else at))
    with suppress(StoreError), folder.open() as store:
        store.delete_session(session)
    assert everything(outside) == before


def test_a_backup_is_for_this_account_alone(folder: Folder, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with folder.open() as store:
            finish(folder, store, "said")
            stick = tmp_path / "STICK"
            stick.mkdir()
            copy_away(store.back_up(), stick)
        restore(folder.path, backups(folder.path)[0].path)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (*folder.path.rglob("*"), *stick.rglob("*"))}
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}
