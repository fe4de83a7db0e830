"""Opening files to read: only ordinary ones, never through a link, never more than is asked for.

A pipe, a device or a socket in the place of a file could hold the app up for ever or fill its memory; a
link could show what lies elsewhere. So the kind is looked at before the file is opened, and again on the
open file, whose size is looked at too: what somebody puts there in between is noticed.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO, cast

from duq_desktop.safe_files.refusals import FileRefused, Refusal

NO_LINKS: int = getattr(os, "O_NOFOLLOW", 0)
PLAIN: int = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Kept from child processes, byte for byte on Windows, and never waiting for whoever holds a pipe's other
end."""
_PIECE = 1024 * 1024


def look_at(path: Path, *, links: bool = False) -> os.stat_result:
    """The facts about the ordinary file at ``path``, which is not opened. Raises ``OSError``.

    ``links``: the file may be a link, as in some ways to install a program; what it leads to counts.
    """
    try:
        found = path.stat(follow_symlinks=links)
    except ValueError as error:  # a NUL, or letters that no file name can hold
        raise FileRefused(Refusal.MISSING, path) from error
    _refuse_other_kinds(found, path)
    return found


def open_to_read(path: Path, *, links: bool = False) -> BinaryIO:
    """The ordinary file at ``path``, open for reading its bytes. Raises ``OSError``.

    ``links``: as in ``look_at``; only for files that came with the program.
    """
    return cast(BinaryIO, os.fdopen(open_plain(path, os.O_RDONLY, links=links), "rb"))


def read_whole(path: Path, limit: int, *, links: bool = False) -> bytes:
    """All bytes of the ordinary file at ``path``, at most ``limit`` of them. Raises ``OSError``."""
    with open_to_read(path, links=links) as file:
        content = file.read(limit + 1) if os.fstat(file.fileno()).st_size <= limit else None
    if content is None or len(content) > limit:
        raise FileRefused(Refusal.TOO_LARGE, path)
    return content


def is_plain(path: Path) -> bool:
    """Whether an ordinary file, and no link to one, lies at ``path``."""
    try:
        look_at(path)
    except OSError:
        return False
    return True


def is_anything(path: Path) -> bool:
    """Whether the name is taken, be it by a link that leads nowhere. Raises ``OSError`` where none can be."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def same_content(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes; read in pieces. Raises ``OSError``."""
    with open_to_read(one) as first, open_to_read(other) as second:
        if os.fstat(first.fileno()).st_size != os.fstat(second.fileno()).st_size:
            return False
        while True:
            here, there = first.read(_PIECE), second.read(_PIECE)
            if here != there:
                return False
            if not here:
                return True


def open_plain(path: Path, flags: int, *, links: bool = False) -> int:
    """A descriptor of the ordinary file at ``path``, which is there. Raises ``OSError``."""
    look_at(path, links=links)
    descriptor = os.open(path, flags | PLAIN | (0 if links else NO_LINKS))
    try:
        _refuse_other_kinds(os.fstat(descriptor), path)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _refuse_other_kinds(found: os.stat_result, path: Path) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise FileRefused(Refusal.LINK, path)
    if not stat.S_ISREG(found.st_mode):
        raise FileRefused(Refusal.OTHER_KIND, path)
