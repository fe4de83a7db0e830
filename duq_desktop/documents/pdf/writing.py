"""Putting a finished PDF on a disk: whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from duq_desktop.errors import ReportError
from duq_desktop.words import printed


def write_whole(path: Path, data: bytes) -> None:
    """Write a report, replacing the file of that name only once all of it is on the disk.

    For reports that may lie on this disk: a second name in the same folder is used while it is written.
    Raises ``ReportError``; then the file is as it was before.
    """
    passing = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _put(passing, data)
        passing.replace(path)
    except OSError as error:
        with suppress(OSError):
            passing.unlink()
        raise _told(error, path) from error


def write_straight(path: Path, data: bytes) -> None:
    """Write a person's own copy to where it shall lie, through no other file; it must not exist yet.

    Raises ``ReportError``; then no part of it is left.
    """
    try:
        _put(path, data)
    except FileExistsError as error:
        raise ReportError(printed.FILE_EXISTS, name=path.name) from error
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise _told(error, path) from error


def part_paths(path: Path, parts: int) -> list[Path]:
    """The file of each part: ``path`` itself for one, else "NAME part 1 of 2" and so on beside it."""
    if parts == 1:
        return [path]
    named = (printed.PART_NAME.format(name=path.stem, number=n, total=parts) for n in range(1, parts + 1))
    return [path.with_stem(name) for name in named]


def write_parts(path: Path, parts: Sequence[bytes]) -> list[Path]:
    """Write one paper as ``path``, or several as its ``part_paths``, which are returned.

    All of them or none: those that are new are taken away again when one cannot be written. Raises
    ``ReportError``.
    """
    wanted = part_paths(path, len(parts))
    new = [each for each in wanted if not each.exists()]
    try:
        for each, data in zip(wanted, parts, strict=True):
            write_whole(each, data)
    except ReportError:
        for each in new:
            with suppress(OSError):
                each.unlink(missing_ok=True)
        raise
    return wanted


def _put(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _told(error: OSError, path: Path) -> ReportError:
    full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
    return ReportError(printed.DISK_FULL if full else printed.CANNOT_WRITE, name=path.name)
