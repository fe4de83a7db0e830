"""How people like it, kept here: found by sign and word alone, deleted, and telling nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from duq_desktop.errors import ProfileError
from duq_desktop.store.profile_boxes import FOLDER, MOST, ProfileBoxes
from duq_desktop.vault.slots import Cost
from duq_desktop.vault.worded import BOX_BYTES

QUICK = Cost(1, 8 * 1024 * 1024)
ANN, BEN = ("boat", "key"), ("drum", "kite")


@pytest.fixture
def ways(tmp_path: Path) -> ProfileBoxes:
    return ProfileBoxes(tmp_path, QUICK)


def boxes(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("*.way"))


def test_what_was_kept_is_found_by_the_same_sign_and_word_only(ways: ProfileBoxes) -> None:
    assert not ways.has_some
    assert ways.find(ANN, "garden") is None
    ways.keep(ANN, "garden", b"ann's")
    ways.keep(BEN, "garden", b"ben's")
    assert ways.find(("key", "boat"), "GARDEN ") == b"ann's"
    assert ways.find(BEN, "garden") == b"ben's"
    assert ways.find(ANN, "river") is None
    assert ways.find(("boat", "kite"), "garden") is None


def test_keeping_again_takes_the_place_of_what_was_kept(ways: ProfileBoxes, tmp_path: Path) -> None:
    ways.keep(ANN, "garden", b"old")
    ways.keep(BEN, "river", b"ben's")
    ways.keep(ANN, "garden", b"new")
    assert ways.find(ANN, "garden") == b"new"
    assert len(boxes(tmp_path)) == 2


def test_what_is_deleted_is_gone_and_only_that(ways: ProfileBoxes, tmp_path: Path) -> None:
    ways.keep(ANN, "garden", b"ann's")
    ways.keep(BEN, "river", b"ben's")
    assert not ways.forget(ANN, "river")
    assert ways.forget(ANN, "garden")
    assert ways.find(ANN, "garden") is None
    assert ways.find(BEN, "river") == b"ben's"
    assert len(boxes(tmp_path)) == 1
    assert ways.forget(BEN, "river")
    assert not ways.has_some


def test_the_folder_tells_neither_whose_nor_when_nor_how_much(ways: ProfileBoxes, tmp_path: Path) -> None:
    ways.keep(ANN, "garden", b"short")
    ways.keep(BEN, "river", b"long " * 1_000)
    found = boxes(tmp_path)
    assert {path.stat().st_size for path in found} == {BOX_BYTES}
    assert {path.stat().st_mtime for path in found} == {0.0}
    everything = b"".join(path.read_bytes() for path in (tmp_path / FOLDER).iterdir())
    names = " ".join(path.name for path in found)
    for told in ("boat", "drum", "garden", "river", "short", "long"):
        assert told.encode() not in everything
        assert told not in names


def test_what_is_no_box_is_passed_over(ways: ProfileBoxes, tmp_path: Path) -> None:
    ways.keep(ANN, "garden", b"ann's")
    (tmp_path / FOLDER / "0.way").write_bytes(b"no box")
    (tmp_path / FOLDER / "1.way").write_bytes(bytes(BOX_BYTES))
    (tmp_path / FOLDER / "2.way").symlink_to(boxes(tmp_path)[-1])
    (tmp_path / FOLDER / "3.way").mkdir()
    assert ways.find(ANN, "garden") == b"ann's"


def test_a_damaged_box_and_a_lost_salt_open_to_nothing(ways: ProfileBoxes, tmp_path: Path) -> None:
    ways.keep(ANN, "garden", b"ann's")
    (path,) = boxes(tmp_path)
    raw = bytearray(path.read_bytes())
    raw[500] ^= 1
    path.write_bytes(bytes(raw))
    assert ways.find(ANN, "garden") is None
    (tmp_path / FOLDER / "salt").unlink()
    assert ways.find(ANN, "garden") is None
    ways.keep(BEN, "river", b"ben's")
    assert ways.find(BEN, "river") == b"ben's"


def test_a_folder_filled_up_takes_no_more_and_keeps_what_it_has(ways: ProfileBoxes, tmp_path: Path) -> None:
    ways.keep(ANN, "garden", b"old")
    for number in range(MOST):
        (tmp_path / FOLDER / f"{number:016x}.way").write_bytes(b"")
    with pytest.raises(ProfileError):
        ways.keep(BEN, "river", b"ben's")


def test_a_folder_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_bytes(b"in the way")
    ways = ProfileBoxes(tmp_path, QUICK)
    with pytest.raises(ProfileError):
        ways.keep(ANN, "garden", b"ann's")
    assert not ways.has_some
    assert [path.name for path in tmp_path.iterdir()] == [FOLDER]
