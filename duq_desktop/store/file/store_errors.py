"""Every error of SQLite or the file system becomes one plain sentence.

The names are SQLite's result codes. Python 3.10 does not give them (``sqlite_errorname`` came with
3.11), so there the message is looked at, which SQLite has kept the same for years.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from duq_desktop.errors import StoreError
from duq_desktop.safe_files.refusals import Refusal, refusal_of
from duq_desktop.words import sealing as words

_BY_NAME = (
    ("SQLITE_FULL", words.DISK_FULL),
    ("SQLITE_READONLY", words.READ_ONLY),
    ("SQLITE_PERM", words.READ_ONLY),
    ("SQLITE_AUTH", words.READ_ONLY),
    ("SQLITE_CANTOPEN", words.CANNOT_REACH),
    ("SQLITE_IOERR_WRITE", words.CANNOT_WRITE),
    ("SQLITE_IOERR", words.CANNOT_REACH),
    ("SQLITE_BUSY", words.BUSY),
    ("SQLITE_LOCKED", words.BUSY),
    ("SQLITE_NOTADB", words.NOT_OURS),
    ("SQLITE_CORRUPT", words.FILE_DAMAGED),
)
_BY_MESSAGE = (
    ("full", words.DISK_FULL),
    ("readonly", words.READ_ONLY),
    ("unable to open", words.CANNOT_REACH),
    ("disk i/o", words.CANNOT_REACH),
    ("locked", words.BUSY),
    ("not a database", words.NOT_OURS),
    ("malformed", words.FILE_DAMAGED),
)
_BY_REFUSAL = {
    Refusal.MISSING: words.CANNOT_REACH,
    Refusal.LINK: words.IS_LINK,
    Refusal.OTHER_KIND: words.NO_FILE,
    Refusal.TOO_LARGE: words.FILE_DAMAGED,
    Refusal.TOO_LONG: words.NAME_TOO_LONG,
    Refusal.LOOP: words.NO_WAY_THERE,
    Refusal.NOT_ALLOWED: words.READ_ONLY,
    Refusal.PROTECTED: words.PROTECTED,
    Refusal.FULL: words.DISK_FULL,
    Refusal.TAKEN: words.NAME_TAKEN,
    Refusal.UNREADABLE: words.CANNOT_REACH,
}


def sentence_for(error: Exception, otherwise: str) -> str:
    """The sentence for a SQLite or operating system error; ``otherwise`` when it is none we know."""
    if isinstance(error, OSError):
        return _BY_REFUSAL[refusal_of(error)]
    name = str(getattr(error, "sqlite_errorname", ""))
    message = str(error).lower()
    for start, sentence in _BY_NAME:
        if name.startswith(start):
            return sentence
    for part, sentence in _BY_MESSAGE:
        if not name and part in message:
            return sentence
    return otherwise


@contextmanager
def as_store_error(otherwise: str = words.NOT_SAVED) -> Iterator[None]:
    """Turns errors of SQLite and the file system inside into ``StoreError``.

    ``otherwise`` is said when the error is none we know: when writing, that nothing is lost and it
    can be tried again; when reading, that the file is damaged. ``UnicodeDecodeError`` is what Python's
    sqlite3 raises when SQLite quotes damaged bytes of a schema in its message.
    """
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise StoreError(sentence_for(error, otherwise)) from error
