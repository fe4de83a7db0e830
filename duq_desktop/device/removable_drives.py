"""Finding USB sticks, so that a person's copy can go on one without a file dialog, which keeps a history.

Linux: the kernel's ``removable`` flag of the disk a mount lies on (Documentation/ABI/stable/sysfs-block).
Windows: ``GetDriveTypeW``. macOS: what is mounted under ``/Volumes`` and is not the start disk.
"""

from __future__ import annotations

import os
import re
import string
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from duq_desktop.safe_files.reading import read_whole

_LARGEST = 4 * 1024 * 1024
"""Bytes of a list of mounts: some systems have thousands."""
_DRIVE_REMOVABLE = 2
"""The value of ``DRIVE_REMOVABLE`` (Microsoft, GetDriveTypeW)."""
_OCTAL = re.compile(r"\\([0-7]{3})")
_MOST_LAYERS = 4
"""An encrypted stick is a mapped device on a partition on a disk; more layers than this are no stick."""


@dataclass(frozen=True)
class RemovableDrive:
    """A stick that can be written to: its ``folder``, and its ``name`` as people see it."""

    folder: Path
    name: str


def find_sticks(never: Sequence[Path] = ()) -> tuple[RemovableDrive, ...]:
    """The sticks that are in now, in the order of their names.

    A disk that holds one of ``never`` (the data, the home folder) is left out, even if it can be taken away.
    """
    if sys.platform == "win32":
        found = windows_sticks(_windows_drive_type)
    elif sys.platform == "darwin":
        found = mac_sticks(Path("/Volumes"))
    else:
        found = linux_sticks(Path("/proc/self/mounts"), Path("/sys/block"))
    ours = set(_devices(never))
    usable = {one.folder: one for one in found if not ours.intersection(_devices([one.folder]))}
    return tuple(sorted(filter(_can_write, usable.values()), key=lambda one: one.name))


def linux_sticks(mounts: Path, blocks: Path) -> Iterator[RemovableDrive]:
    """Every mount that may be written to and lies on a removable disk; the first mount of each device.

    ``mounts`` is laid out as ``/proc/self/mounts``, ``blocks`` as ``/sys/block``.
    """
    seen: set[str] = set()
    for line in _lines(mounts):
        fields = [_plain(field) for field in line.split(" ")]
        if len(fields) < 4 or not fields[0].startswith("/dev/"):
            continue
        device, folder, options = Path(fields[0]), Path(fields[1]), fields[3].split(",")
        name = _kernel_name(device)
        if "rw" not in options or name in seen or folder == Path("/"):
            continue
        if _is_removable(name, blocks):
            seen.add(name)
            yield RemovableDrive(folder, folder.name)


def windows_sticks(drive_type: Callable[[str], int]) -> Iterator[RemovableDrive]:
    """Every drive that Windows calls removable. A and B are left to floppy disks."""
    for letter in string.ascii_uppercase[2:]:
        root = f"{letter}:\\"
        if drive_type(root) == _DRIVE_REMOVABLE:
            yield RemovableDrive(Path(root), f"{letter}:")


def mac_sticks(volumes: Path) -> Iterator[RemovableDrive]:
    """Every volume but the start disk, which stands in ``volumes`` as a link to "/"."""
    try:
        names = sorted(volumes.iterdir())
    except OSError:
        return
    for path in names:
        if path.is_dir() and not path.is_symlink() and not path.name.startswith("."):
            yield RemovableDrive(path, path.name)


def _is_removable(name: str, blocks: Path, layer: int = 0) -> bool:
    """Whether the disk under the device ``name`` can be taken away, mapped devices looked through."""
    disk = _disk_of(name, blocks)
    if disk is None or layer > _MOST_LAYERS:
        return False
    if _text(disk / "removable").strip() == "1":
        return True
    try:
        below = [path.name for path in (disk / "slaves").iterdir()]
    except OSError:
        return False
    return bool(below) and all(_is_removable(each, blocks, layer + 1) for each in below)


def _disk_of(name: str, blocks: Path) -> Path | None:
    """The folder of the whole disk that ``name`` is, or is a partition of."""
    if (blocks / name).is_dir():
        return blocks / name
    return next((path.parent for path in blocks.glob(f"*/{name}") if (path / "partition").exists()), None)


def _kernel_name(device: Path) -> str:
    """``dm-0`` for ``/dev/mapper/stick``, ``sdb1`` for ``/dev/disk/by-uuid/...``."""
    try:
        return device.resolve().name
    except OSError:
        return device.name


def _plain(field: str) -> str:
    r"""A field of ``/proc/self/mounts`` as it is: a space in it is written ``\040``."""
    return (
        _OCTAL.sub(lambda found: chr(int(found[1], 8)), field)
        .encode("latin-1", "replace")
        .decode("utf-8", "replace")
    )


def _lines(file: Path) -> list[str]:
    try:
        return read_whole(file, _LARGEST).decode("latin-1").splitlines()
    except OSError:
        return []


def _text(file: Path) -> str:
    try:
        return read_whole(file, _LARGEST).decode("ascii")
    except (OSError, ValueError):
        return ""


def _devices(folders: Iterable[Path]) -> Iterator[int]:
    """The disks that the folders lie on, as the system numbers them; a folder not there yet by its parent."""
    for folder in folders:
        for path in (folder, *folder.absolute().parents):
            try:
                yield path.stat().st_dev
            except OSError:
                continue
            break


def _can_write(stick: RemovableDrive) -> bool:
    return stick.folder.is_dir() and os.access(stick.folder, os.W_OK)


def _windows_drive_type(root: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes  # noqa: PLC0415  # not there elsewhere

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))
