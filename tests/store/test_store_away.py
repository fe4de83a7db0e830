"""Backups on a stick: checked when they are put there, and found again among anything else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from duq_desktop.errors import StoreError
from duq_desktop.store.copies.external_backups import FOLDER, backups_on, copy_away
from duq_desktop.words import sealing


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "STICK"
    place.mkdir()
    return place


def test_a_backup_goes_whole_onto_a_stick_and_is_found_there(folder, store, stick: Path) -> None:
    folder.give(folder.begin(store), "one")
    backup = store.back_up()
    path = copy_away(backup, stick)
    assert path == stick / FOLDER / backup.name
    assert path.read_bytes() == backup.read_bytes()
    assert [each.path for each in backups_on(stick)] == [path]
    assert list((stick / FOLDER).iterdir()) == [path]
    assert copy_away(backup, stick) == path, "the same again is no trouble"


def test_a_damaged_backup_is_not_put_away(store, stick: Path, tmp_path: Path) -> None:
    backup = store.back_up()
    damaged = shutil.copy(backup, tmp_path / backup.name)
    raw = bytearray(Path(damaged).read_bytes())
    raw[100:4000] = b"x" * 3900
    Path(damaged).write_bytes(raw)
    with pytest.raises(StoreError):
        copy_away(Path(damaged), stick)
    assert list((stick / FOLDER).iterdir()) == []


def test_a_stick_that_is_gone_is_one_sentence(store, tmp_path: Path) -> None:
    backup = store.back_up()
    with pytest.raises(StoreError) as trouble:
        copy_away(backup, tmp_path / "not there")
    assert trouble.value.sentence in {sealing.CANNOT_REACH, sealing.BACKUP_NOT_MADE}


def test_only_ours_is_found_the_newest_first_and_copied_folders_too(folder, store, stick: Path) -> None:
    first = store.back_up()
    shutil.copy(first, stick / first.name)
    (stick / "deep" / "deeper").mkdir(parents=True)
    shutil.copy(first, stick / "deep" / "deeper" / first.name)
    copy_away(store.back_up(), stick)
    store.close()
    shutil.copytree(folder.path, stick / "home")
    (stick / "answers-2026-11-000099.db").write_bytes(b"SQLite format 3\0" + bytes(400))
    (stick / "answers.db").write_text("holiday answers")
    found = backups_on(stick)
    assert [(each.number, each.path.parent.name) for each in found] == [
        (2, "backups"),
        (2, FOLDER),
        (1, "STICK"),
        (0, "home"),
    ]
    assert backups_on(stick / "not there") == ()
