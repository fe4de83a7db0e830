"""Where papers go: sticks and a folder by name, nothing written over, no box that keeps a history."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import duq_desktop
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.ui.opener.destinations import Destination, destinations_of, free_path

PACKAGE = Path(duq_desktop.__file__).parent


def test_no_box_of_the_system_that_keeps_a_history_is_left() -> None:
    files = [*PACKAGE.rglob("*.py")]
    assert len(files) > 100
    assert [path.name for path in files if "QFileDialog" in path.read_text("utf-8")] == []


def test_sticks_come_first_with_their_room(tmp_path: Path) -> None:
    stick, documents = tmp_path / "STICK", tmp_path / "Documents"
    stick.mkdir()
    documents.mkdir()
    first, second = destinations_of([RemovableDrive(stick, "STICK")], documents)
    room = os.statvfs(tmp_path)
    assert (first.folder, first.name, first.on_stick) == (stick, "STICK", True)
    assert first.room == pytest.approx(room.f_bavail * room.f_frsize, rel=0.1)
    assert (second.folder, second.on_stick) == (documents, False)
    assert destinations_of([RemovableDrive(tmp_path / "gone", "gone")]) == [
        Destination(tmp_path / "gone", "gone", True, None)
    ]


def test_nothing_is_written_over_not_even_a_part(tmp_path: Path) -> None:
    assert free_path(tmp_path, "a.pdf").name == "a.pdf"
    (tmp_path / "a.pdf").touch()
    assert free_path(tmp_path, "a.pdf").name == "a 2.pdf"
    (tmp_path / "a 2 part 2 of 2.pdf").touch()
    assert free_path(tmp_path, "a.pdf").name == "a 2.pdf"
    assert free_path(tmp_path, "a.pdf", parts=2).name == "a 3.pdf"
