"""Putting a finished PDF on a disk: whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from duq_desktop.errors import ReportError
from duq_desktop.safe_files import writing
from duq_desktop.safe_files.reading import is_anything
from duq_desktop.safe_files.refusals import Refusal, refusal_of
from duq_desktop.words import printed

_SENTENCES = {
    Refusal.FULL: printed.DISK_FULL,
    Refusal.TAKEN: printed.FILE_EXISTS,
    Refusal.TOO_LONG: printed.NAME_TOO_LONG,
    Refusal.PROTECTED: printed.PROTECTED,
}


def write_whole(path: Path, data: bytes, *, replacing: bool = True) -> None:
    """Write a report, replacing the file of that name only once all of it is on the disk.

    For reports that may lie on this disk: a second name in the same folder is used while it is written.
    Not ``replacing``: it is refused where there is one. Raises ``ReportError``; then what was there is as it
    was before.
    """
    try:
        writing.write_whole(path, data, replacing=replacing)
    except OSError as error:
        raise _told(error, path) from error


def write_straight(path: Path, data: bytes) -> None:
    """Write a person's own copy to where it shall lie, through no other file; it must not exist yet.

    Raises ``ReportError``; then no part of it is left.
    """
    try:
        writing.write_new(path, data)
    except OSError as error:
        raise _told(error, path) from error


def part_paths(path: Path, parts: int) -> list[Path]:
    """The file of each part: ``path`` itself for one, else "NAME part 1 of 2" and so on beside it."""
    if parts == 1:
        return [path]
    named = (printed.PART_NAME.format(name=path.stem, number=n, total=parts) for n in range(1, parts + 1))
    return [path.with_stem(name) for name in named]


def write_beside(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write a person's own files that belong together, beside whatever lies there; gives their names.

    Each has its name, or all have the same free number after it. Nothing is replaced, and no second name
    is used on the way. Raises ``ReportError``; then none of them is left.
    """
    for number in range(1, writing.MOST_NAMES + 1):
        named = {_numbered(folder / name, number): content for name, content in files.items()}
        if any(is_anything(path) for path in named):
            continue
        written: list[Path] = []
        try:
            for path, content in named.items():
                write_straight(path, content)
                written.append(path)
        except ReportError:
            for path in written:
                with suppress(OSError):
                    path.unlink()
            raise
        return tuple(path.name for path in named)
    raise ReportError(printed.FILE_EXISTS, name=next(iter(files)))


def _numbered(path: Path, number: int) -> Path:
    return path if number == 1 else path.with_stem(f"{path.stem} {number}")


def write_parts(path: Path, parts: Sequence[bytes], *, replacing: bool = True) -> list[Path]:
    """Write one paper as ``path``, or several as its ``part_paths``, which are returned.

    All of them or none: those that are new are taken away again when one cannot be written. Not
    ``replacing``: none may be there. Raises ``ReportError``.
    """
    wanted = part_paths(path, len(parts))
    new = [each for each in wanted if not is_anything(each)]
    try:
        for each, data in zip(wanted, parts, strict=True):
            write_whole(each, data, replacing=replacing)
    except ReportError:
        for each in new:
            with suppress(OSError):
                each.unlink(missing_ok=True)
        raise
    return wanted


def _told(error: OSError, path: Path) -> ReportError:
    return ReportError(_SENTENCES.get(refusal_of(error), printed.CANNOT_WRITE), name=path.name)
