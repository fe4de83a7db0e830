"""The computer's own note of the right key."""

from __future__ import annotations

from pathlib import Path

import pytest

from duq_desktop.errors import VaultError
from duq_desktop.vault.pins import PinState, check_pin, is_pinned, pin_key
from duq_desktop.words import sealing as words


def test_a_key_is_new_then_the_same_then_a_different_one_stops(tmp_path: Path):
    config, data = tmp_path / "config", tmp_path / "data"
    assert check_pin(config, "aa", data) is PinState.NEW
    pin_key(config, "aa", data)
    assert check_pin(config, "aa", data) is PinState.SAME
    with pytest.raises(VaultError) as caught:
        check_pin(config, "bb", data)
    assert caught.value.sentence == words.KEY_CHANGED
    pin_key(config, "bb", data)
    assert check_pin(config, "bb", data) is PinState.SAME


def test_a_known_folder_is_not_taken_for_a_new_one(tmp_path: Path):
    assert not is_pinned(tmp_path, tmp_path / "stick")
    pin_key(tmp_path, "aa", tmp_path / "stick")
    assert is_pinned(tmp_path, tmp_path / "stick") and not is_pinned(tmp_path, tmp_path / "other")


def test_two_folders_are_kept_apart(tmp_path: Path):
    pin_key(tmp_path, "aa", tmp_path / "home")
    pin_key(tmp_path, "bb", tmp_path / "sample")
    assert check_pin(tmp_path, "aa", tmp_path / "home") is PinState.SAME
    assert check_pin(tmp_path, "bb", tmp_path / "sub" / ".." / "sample") is PinState.SAME


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_note_that_cannot_be_read_stops_answering_and_is_not_overwritten(tmp_path: Path, content: bytes):
    pin_key(tmp_path, "aa", tmp_path / "home")
    (file,) = tmp_path.glob("*.json")
    file.write_bytes(content)
    for call in (check_pin, pin_key):
        with pytest.raises(VaultError) as caught:
            call(tmp_path, "aa", tmp_path / "home")
        assert str(file) in str(caught.value)
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(VaultError) as caught:
        pin_key(blocked, "aa", tmp_path)
    assert caught.value.sentence in {words.PIN_NOT_WRITTEN, words.PIN_UNREADABLE}
