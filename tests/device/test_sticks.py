"""Finding sticks: made-up systems laid out as the kernel and macOS lay them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from duq_desktop.device.removable_drives import (
    RemovableDrive,
    find_sticks,
    linux_sticks,
    mac_sticks,
    windows_sticks,
)


class Kernel:
    """A made-up ``/sys/block`` and ``/proc/self/mounts``."""

    def __init__(self, folder: Path) -> None:
        self.blocks = folder / "block"
        self.mounts = folder / "mounts"
        self.blocks.mkdir(parents=True)
        self.mounts.write_text("proc /proc proc rw 0 0\n")

    def disk(self, name: str, *partitions: str, removable: bool, slaves: tuple[str, ...] = ()) -> None:
        disk = self.blocks / name
        disk.mkdir()
        (disk / "removable").write_text(f"{int(removable)}\n")
        for partition in partitions:
            (disk / partition).mkdir()
            (disk / partition / "partition").write_text("1\n")
        for below in slaves:
            (disk / "slaves" / below).mkdir(parents=True)

    def mount(self, device: str, folder: str, options: str = "rw,nosuid") -> None:
        with self.mounts.open("a") as file:
            file.write(f"{device} {folder} vfat {options} 0 0\n")

    def sticks(self) -> list[RemovableDrive]:
        return list(linux_sticks(self.mounts, self.blocks))


@pytest.fixture
def kernel(tmp_path: Path) -> Kernel:
    kernel = Kernel(tmp_path / "kernel")
    kernel.disk("sda", "sda1", removable=False)
    kernel.mount("/dev/sda1", "/")
    return kernel


def test_a_stick_is_found_by_the_flag_of_its_disk(kernel: Kernel) -> None:
    kernel.disk("sdb", "sdb1", removable=True)
    kernel.mount("/dev/sdb1", "/media/me/BLUE")
    assert kernel.sticks() == [RemovableDrive(Path("/media/me/BLUE"), "BLUE")]


def test_a_stick_without_partitions_is_found_too(kernel: Kernel) -> None:
    kernel.disk("sdb", removable=True)
    kernel.mount("/dev/sdb", "/media/me/BLUE")
    assert [one.name for one in kernel.sticks()] == ["BLUE"]


def test_a_fixed_disk_is_none_even_under_media(kernel: Kernel) -> None:
    kernel.disk("sdc", "sdc1", removable=False)
    kernel.mount("/dev/sdc1", "/media/me/BACKUPS")
    assert kernel.sticks() == []


def test_what_cannot_be_written_to_is_left_out(kernel: Kernel) -> None:
    kernel.disk("sr0", removable=True)
    kernel.mount("/dev/sr0", "/media/me/CD", "ro,nosuid")
    assert kernel.sticks() == []


def test_a_system_that_runs_from_a_stick_is_not_written_to(tmp_path: Path) -> None:
    kernel = Kernel(tmp_path / "live")
    kernel.disk("sdb", "sdb1", removable=True)
    kernel.mount("/dev/sdb1", "/")
    assert kernel.sticks() == []


def test_an_encrypted_stick_is_looked_through_and_an_encrypted_disk_too(kernel: Kernel) -> None:
    kernel.disk("sdb", "sdb1", removable=True)
    kernel.disk("dm-7", removable=False, slaves=("sdb1",))
    kernel.disk("dm-8", removable=False, slaves=("sda1",))
    kernel.mount("/dev/dm-7", "/media/me/SAFE")
    kernel.mount("/dev/dm-8", "/home")
    assert [one.name for one in kernel.sticks()] == ["SAFE"]


def test_devices_that_stand_on_each_other_end(kernel: Kernel) -> None:
    kernel.disk("dm-1", removable=False, slaves=("dm-1",))
    kernel.mount("/dev/dm-1", "/media/me/ROUND")
    assert kernel.sticks() == []


def test_one_stick_mounted_twice_is_one(kernel: Kernel) -> None:
    kernel.disk("sdb", "sdb1", removable=True)
    kernel.mount("/dev/sdb1", "/media/me/BLUE")
    kernel.mount("/dev/sdb1", "/mnt/again")
    assert [one.name for one in kernel.sticks()] == ["BLUE"]


def test_names_with_spaces_and_letters_of_all_kinds(kernel: Kernel) -> None:
    kernel.disk("sdb", "sdb1", removable=True)
    with kernel.mounts.open("ab") as file:
        file.write("/dev/sdb1 /media/me/Zoë's\\040stick vfat rw 0 0\n".encode())
    assert [one.name for one in kernel.sticks()] == ["Zoë's stick"]


def test_a_system_that_tells_nothing_has_no_sticks(tmp_path: Path) -> None:
    (tmp_path / "mounts").write_bytes(b"\xff\x00 broken\n/dev/sdb1\n\n")
    assert list(linux_sticks(tmp_path / "mounts", tmp_path / "none")) == []
    assert list(linux_sticks(tmp_path / "none", tmp_path / "none")) == []


def test_windows_names_removable_drives_and_leaves_floppies() -> None:
    types = {"A:\\": 2, "C:\\": 3, "E:\\": 2, "Z:\\": 4}
    assert [one.name for one in windows_sticks(lambda root: types.get(root, 1))] == ["E:"]


def test_macos_leaves_out_the_start_disk_and_hidden_volumes(tmp_path: Path) -> None:
    for name in ("BLUE", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "Macintosh HD").symlink_to("/")
    assert [one.name for one in mac_sticks(tmp_path)] == ["BLUE"]
    assert list(mac_sticks(tmp_path / "none")) == []


def test_this_disk_is_never_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if it can be taken away: all of this test's folders lie on one disk."""
    (tmp_path / "stick").mkdir()
    everywhere = [RemovableDrive(tmp_path / "stick", "stick"), RemovableDrive(tmp_path / "gone", "gone")]
    monkeypatch.setattr("duq_desktop.device.removable_drives.linux_sticks", lambda *_places: iter(everywhere))
    monkeypatch.setattr("sys.platform", "linux")
    assert find_sticks() == (RemovableDrive(tmp_path / "stick", "stick"),)
    assert find_sticks(never=[tmp_path / "data" / "not-there-yet"]) == ()
