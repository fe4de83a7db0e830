"""Reading the files of a folder that a stranger may have made.

No link is followed, nothing but an ordinary file is opened, and nothing is read before its size is
known. So a pack cannot show what lies outside its folder, nor hold the app up with a pipe.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from duq_desktop.content.printable import printable
from duq_desktop.errors import PackError
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.safe_files.refusals import Refusal, refusal_of
from duq_desktop.words import pack as words

TEXT_LIMIT = 256 * 1024
"""Bytes of one TOML file. The shipped English texts take about a fifth of this."""

FILES_LIMIT = 4_000
"""Files and folders of one pack, recordings in several languages included."""

FOLDERS_DEEP = 4

_SENTENCES = {
    Refusal.MISSING: words.NO_FILE,
    Refusal.LINK: words.LINK,
    Refusal.OTHER_KIND: words.NOT_A_FILE,
}


def read_inside(folder: Path, name: str, limit: int) -> bytes:
    """The bytes of the file ``name`` (with forward slashes) of ``folder``, at most ``limit`` of them.

    Raises ``PackError`` when the name leads out of the folder, a part of it is a link, it is not an
    ordinary file, or it is longer than ``limit``.
    """
    path = _plain_path(folder, name)
    return read_plain(path, limit, shown=name)


def read_plain(path: Path, limit: int, *, shown: str | None = None) -> bytes:
    """The bytes of the ordinary file ``path``; ``shown`` is how messages name it.

    Raises ``PackError`` as ``read_inside`` does; a link at ``path`` itself is refused.
    """
    where = {"file": printable(shown or path.name), "place": words.WHOLE_FILE}
    try:
        return read_whole(path, limit)
    except OSError as error:
        refusal = refusal_of(error)
        if refusal is Refusal.TOO_LARGE:
            raise PackError(words.TOO_BIG, size=_size(path), limit=limit, **where) from error
        sentence = _SENTENCES.get(refusal, words.UNREADABLE)
        raise PackError(sentence, reason=_reason(error), **where) from error


def names_inside(folder: Path) -> Iterator[str]:
    """The names of all files under ``folder``, with forward slashes, sorted within each folder.

    Raises ``PackError`` at the first link, pipe or device, and when there are too many files.
    """
    seen = 0
    waiting = [PurePosixPath()]
    while waiting:
        inside = waiting.pop()
        if len(inside.parts) > FOLDERS_DEEP:
            raise PackError(
                words.TOO_DEEP_FOLDERS,
                file=printable(str(inside)),
                place=words.WHOLE_FOLDER,
                limit=FOLDERS_DEEP,
            )
        for entry in _entries(folder, inside, FILES_LIMIT - seen):
            seen += 1
            name = f"{inside}/{entry.name}" if inside.parts else entry.name
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(found.st_mode):
                waiting.append(inside / entry.name)
                continue
            if not stat.S_ISREG(found.st_mode):
                _refuse_other_kinds(found, {"file": printable(name), "place": words.WHOLE_FILE})
            yield name


def _entries(folder: Path, inside: PurePosixPath, left: int) -> list[os.DirEntry[str]]:
    found: list[os.DirEntry[str]] = []
    shown = printable(str(inside) if inside.parts else folder.name)
    try:
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                if len(found) >= left:
                    raise PackError(
                        words.TOO_MANY_FILES, file=shown, place=words.WHOLE_FOLDER, limit=FILES_LIMIT
                    )
                found.append(entry)
    except OSError as error:
        raise PackError(
            words.UNREADABLE, file=shown, place=words.WHOLE_FOLDER, reason=_reason(error)
        ) from error
    return sorted(found, key=lambda entry: entry.name)


def _plain_path(folder: Path, name: str) -> Path:
    """``folder / name`` with every folder on the way looked at, so that none is a link."""
    where = {"file": printable(name), "place": words.WHOLE_FILE}
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name or ":" in name or "\0" in name:
        raise PackError(words.OUTSIDE, **where)
    path = folder
    for part in parts[:-1]:
        path = path / part
        if path.is_symlink():
            raise PackError(words.LINK, **where)
    return path / parts[-1]


def _refuse_other_kinds(found: os.stat_result, where: dict[str, str]) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise PackError(words.LINK, **where)
    if not stat.S_ISREG(found.st_mode):
        raise PackError(words.NOT_A_FILE, **where)


def _size(path: Path) -> int:
    """For the message alone."""
    try:
        return path.lstat().st_size
    except OSError:
        return 0


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
