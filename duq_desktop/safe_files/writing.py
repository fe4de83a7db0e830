"""Putting files on the disk: whole or not at all, for this account alone, never through a link.

A new file is opened exclusively, so that a link or a pipe under its name is an error and not a way out of
the folder. It has the rights of this account alone whatever the umask is. It takes its name only once all
of it is on the disk, and the folder is written down too: a power cut leaves the one of before, or the new
one, and no half one under that name.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, BinaryIO, cast

from duq_desktop.safe_files.reading import NO_LINKS, PLAIN, look_at, open_plain, open_to_read
from duq_desktop.safe_files.refusals import FileRefused, Refusal

PRIVATE, PRIVATE_FOLDER = 0o600, 0o700
MOST_NAMES = 999
"""Free names that are tried for one file."""
_TOKEN_BYTES = 4
_MOST_OF_NAME = 60
"""Letters of the name that stand in that of its part, so that a long name leaves room for it."""
_MOST_LOOKED_AT = 10_000
"""Names of a folder that are looked through for leftovers: a stick may hold any number."""
_PIECE = 1024 * 1024


def new_file(path: Path) -> BinaryIO:
    """A file that was not there before, open for writing; for this account alone. Raises ``OSError``."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | NO_LINKS | PLAIN
    descriptor = os.open(path, flags, PRIVATE)
    try:
        _make_private(descriptor, PRIVATE)
    except BaseException:
        os.close(descriptor)
        raise
    return cast(BinaryIO, os.fdopen(descriptor, "wb"))


def make_folder(path: Path) -> None:
    """Makes sure that the folder is there, inside one that is; a new one is for this account alone.

    Raises ``OSError``, also when something else, or a link to a folder, lies there.
    """
    with suppress(FileExistsError):
        path.mkdir(mode=PRIVATE_FOLDER)
        _make_folder_private(path)
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        raise FileRefused(Refusal.LINK, path)
    if not stat.S_ISDIR(found.st_mode):
        raise FileRefused(Refusal.OTHER_KIND, path)


def make_account_folder(path: Path) -> None:
    """As ``make_folder``, with the folders above it, for one that the account chose: a link will do.

    Raises ``OSError``.
    """
    if path.is_dir():
        return
    if path.parent != path:
        make_account_folder(path.parent)
    make_folder(path)


def write_whole(path: Path, content: bytes, *, replacing: bool = True) -> None:
    """Write ``content``, in place of the file of that name if there is one. Raises ``OSError``.

    Not ``replacing``: ``FileExistsError`` where there is one.
    """
    part = _part_of(path)
    try:
        _write_new(part, content)
        if not replacing:
            put_beside(part, path)
            return
        part.replace(path)
    except BaseException:
        _take_away(part)
        raise
    sync_folder(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Write ``content`` straight under its name, which is free. Raises ``OSError``; then nothing is left.

    For what somebody carries away: no second name of it ever stands in that folder.
    """
    _write_new(path, content)
    sync_folder(path.parent)


def write_free(path: Path, content: bytes, *, straight: bool = False) -> Path:
    """Write ``content`` as ``path``, or with the first number after its name that is free; gives which.

    ``straight``: as ``write_new`` does. Raises ``OSError``; nothing that was there is ever replaced.
    """
    if straight:
        return _first_free(path, lambda free: write_new(free, content))
    part = _part_of(path)
    try:
        _write_new(part, content)
        return _first_free(path, lambda free: put_beside(part, free))
    except BaseException:
        _take_away(part)
        raise


def copy_new(source: Path, target: Path) -> None:
    """A copy of the file ``source`` as ``target``, which is free, on the disk. Raises ``OSError``."""
    with open_to_read(source) as before:
        _write_new(target, before)


def keep_under(path: Path, other: Path) -> None:
    """Keeps the file under the free name ``other`` too, before its own is given to another file.

    Where no file has two names it is a copy. Raises ``OSError``.
    """
    look_at(path)
    try:
        os.link(path, other)
    except FileExistsError:
        raise
    except OSError:
        copy_new(path, other)


def free_names(path: Path) -> Iterator[Path]:
    """``path``, then the same with 2, 3 and so on after its name."""
    yield path
    yield from (path.with_stem(f"{path.stem} {number}") for number in range(2, MOST_NAMES + 1))


def put_in_place(part: Path, target: Path) -> None:
    """Gives the finished file ``part`` its name ``target``, in place of what has it. Raises ``OSError``."""
    sync_file(part)
    part.replace(target)
    sync_folder(target.parent)


def put_beside(part: Path, target: Path) -> None:
    """Gives the finished file ``part`` its name ``target``. Raises ``FileExistsError`` when it is taken."""
    sync_file(part)
    if sys.platform == "win32":
        part.rename(target)  # which replaces nothing there
        return
    try:
        os.link(part, target)
        part.unlink()
    except FileExistsError:
        raise
    except OSError:  # sticks know no second name for a file
        _take_name(part, target)
    sync_folder(target.parent)


def put_free(part: Path, wanted: Path) -> Path:
    """Gives the finished file ``part`` the name ``wanted``, or with the first free number after it."""
    return _first_free(wanted, lambda free: put_beside(part, free))


def open_lock(path: Path) -> int:
    """A descriptor of the lock file at ``path``, made when it is missing. Raises ``OSError``."""
    with suppress(FileExistsError):
        new_file(path).close()
    return open_plain(path, os.O_RDWR)


def shred(path: Path) -> None:
    """Overwrites the file and takes it away. On some disks an old block may stay: ``docs/privacy.md``."""
    with os.fdopen(open_plain(path, os.O_RDWR), "r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(secrets.token_bytes(min(left, _PIECE)))
        _on_disk(file)
    path.unlink()


def sync_file(path: Path) -> None:
    """Waits until ``path`` is on the disk."""
    descriptor = open_plain(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Waits until the names in ``path`` are on the disk. Windows, and some network drives, do that alone."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.EBADF, errno.EOPNOTSUPP):
            raise
    finally:
        os.close(descriptor)


def _take_name(part: Path, target: Path) -> None:
    """Takes the name first, with an empty file of our own, and then fills it."""
    new_file(target).close()
    try:
        part.replace(target)
    except BaseException:
        _take_away(target)
        raise


def _first_free(path: Path, put: Callable[[Path], None]) -> Path:
    for free in free_names(path):
        with suppress(FileExistsError):
            put(free)
            return free
    raise FileRefused(Refusal.TAKEN, path)


def _part_of(path: Path) -> Path:
    """The name under which ``path`` is written first; what a kill left under such a name is taken away."""
    start = f".{path.name[:_MOST_OF_NAME]}."
    leftover = re.compile(re.escape(start) + rf"[0-9a-f]{{{2 * _TOKEN_BYTES}}}\.part\Z")
    with os.scandir(path.parent) as entries:
        for _, entry in zip(range(_MOST_LOOKED_AT), entries, strict=False):
            if leftover.match(entry.name) and entry.is_file(follow_symlinks=False):
                _take_away(Path(entry.path))
    return path.with_name(f"{start}{secrets.token_hex(_TOKEN_BYTES)}.part")


def _write_new(path: Path, content: bytes | BinaryIO) -> None:
    file = new_file(path)
    try:
        with file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                while piece := content.read(_PIECE):
                    file.write(piece)
            _on_disk(file)
    except BaseException:
        _take_away(path)
        raise


def _on_disk(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _make_private(descriptor: int, mode: int) -> None:
    """The umask may have taken rights away; a stick that knows none keeps its own."""
    if hasattr(os, "fchmod"):
        with suppress(OSError, NotImplementedError):
            os.fchmod(descriptor, mode)


def _make_folder_private(path: Path) -> None:
    if os.name == "posix":
        with suppress(OSError, NotImplementedError):
            path.chmod(PRIVATE_FOLDER)
