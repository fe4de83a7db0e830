"""Why a file was not opened, as one of a few kinds, each with its own sentence.

What the app refuses itself is an ``OSError`` like what the system refuses: whoever falls back when a file
cannot be read need not tell the two apart.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from enum import Enum

from duq_desktop.words import files as words

_NAME_TOO_LONG_ON_WINDOWS, _PROTECTED_ON_WINDOWS = 206, 19
"""``ERROR_FILENAME_EXCED_RANGE``, ``ERROR_WRITE_PROTECT`` (Microsoft, System Error Codes): their errno is
that of a file which is missing, or which may not be opened."""


class Refusal(Enum):
    """Why; the value is the sentence, with a place for ``{file}``."""

    MISSING = words.MISSING
    LINK = words.LINK
    OTHER_KIND = words.OTHER_KIND
    TOO_LARGE = words.TOO_LARGE
    TOO_LONG = words.TOO_LONG
    LOOP = words.LOOP
    NOT_ALLOWED = words.NOT_ALLOWED
    PROTECTED = words.PROTECTED
    FULL = words.FULL
    TAKEN = words.TAKEN
    UNREADABLE = words.UNREADABLE


_BY_ERRNO: Mapping[int, Refusal] = {
    errno.ENOENT: Refusal.MISSING,
    errno.ENOTDIR: Refusal.MISSING,
    errno.EISDIR: Refusal.OTHER_KIND,
    errno.ENXIO: Refusal.OTHER_KIND,
    errno.ENAMETOOLONG: Refusal.TOO_LONG,
    errno.ELOOP: Refusal.LOOP,
    errno.EACCES: Refusal.NOT_ALLOWED,
    errno.EPERM: Refusal.NOT_ALLOWED,
    errno.EROFS: Refusal.PROTECTED,
    errno.ENOSPC: Refusal.FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): Refusal.FULL,
    errno.EFBIG: Refusal.FULL,
    errno.EEXIST: Refusal.TAKEN,
}
_ERRNO: Mapping[Refusal, int] = {
    Refusal.MISSING: errno.ENOENT,
    Refusal.LINK: errno.ELOOP,
    Refusal.OTHER_KIND: errno.EINVAL,
    Refusal.TOO_LARGE: errno.EFBIG,
    Refusal.TAKEN: errno.EEXIST,
}


class FileRefused(OSError):
    """A file that the app does not open, whatever the system would do. ``refusal`` says why."""

    def __init__(self, refusal: Refusal, path: str | os.PathLike[str]) -> None:
        name = os.path.basename(os.fspath(path))  # noqa: PTH119  # a path may hold what no Path takes
        super().__init__(_ERRNO.get(refusal, errno.EIO), refusal.value.format(file=name), os.fspath(path))
        self.refusal = refusal


def refusal_of(error: OSError) -> Refusal:
    """Which kind ``error`` is of, whoever raised it."""
    if isinstance(error, FileRefused):
        return error.refusal
    by_windows = {
        _NAME_TOO_LONG_ON_WINDOWS: Refusal.TOO_LONG,
        _PROTECTED_ON_WINDOWS: Refusal.PROTECTED,
    }.get(getattr(error, "winerror", None) or 0)
    return by_windows or _BY_ERRNO.get(error.errno or 0, Refusal.UNREADABLE)
