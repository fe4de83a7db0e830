"""What the pass phrase opened: a database that is in memory only, and is wiped when it is closed.

One place holds what people said while it is open, so that one act lets go of it. Python's own objects
cannot be overwritten; the pages of SQLite can (``secure_delete``). Readers get the sessions one by one
and keep none of them longer than they need.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # the one it uses itself

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError, VaultError
from duq_desktop.interview.records import Bookmark, OpenedSession, Record, read_record
from duq_desktop.words import sealing as words

_SETTINGS = (
    "temp_store=memory",
    "secure_delete=on",
    "journal_mode=off",  # a journal in memory would keep what is wiped
    "trusted_schema=off",
)
_SESSION = {
    "number": int,
    "session_id": str,
    "stream": str,
    "sign": str,
    "area": str,
    "page": int,
    "state": str,
    "missing": int,
    "made_up": int,
    "newer": int,
    "stream_known": int,
}
_ENTRY = {"number": int, "session": int, "content": bytes}
_COLUMNS = ", ".join(_SESSION)


class OpenedAnswers:
    """Sessions as they were opened, and their entries in the order they were given.

    Filled once, by ``add_entry`` and then ``add_session``. Afterwards reading is all that is left to do.
    Reading after ``close`` raises ``VaultError``. May be closed from any thread, and more than once; an
    object that nobody holds any more closes itself.
    """

    def __init__(self) -> None:
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        db = Database(connection, execute_plugins=False, strict=True)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        db.table("session").create(_SESSION, pk="number", not_null=set(_SESSION))
        db.table("entry").create(_ENTRY, pk="number", not_null={"session", "content"})
        db.table("entry").create_index(["session"])
        self._db = db
        self._end = weakref.finalize(self, _wipe, db)

    @property
    def is_open(self) -> bool:
        """Whether it still holds anything."""
        return bool(self._end.alive)

    def close(self) -> None:
        """Overwrites everything that was opened, and lets go of it."""
        self._end()

    def add_entry(self, session: int, content: bytes) -> None:
        """Keeps one opened entry (``Record.to_bytes``) of the session numbered ``session``."""
        self._opened().conn.execute("INSERT INTO entry (session, content) VALUES (?, ?)", (session, content))

    def add_session(self, number: int, session: OpenedSession) -> None:
        """Keeps what is known of a session besides its entries, under the number they name."""
        place = session.place
        row = (
            number,
            session.session_id,
            session.stream.value,
            session.sign,
            place.area,
            place.page,
            place.state,
            session.missing,
            int(session.made_up),
            session.newer,
            int(session.stream_known),
        )
        marks = ", ".join("?" * len(row))
        self._opened().conn.execute(f"INSERT INTO session ({_COLUMNS}) VALUES ({marks})", row)

    def sessions(self) -> Iterator[OpenedSession]:
        """Every session, in the order they began."""
        for row in self._rows("SELECT number FROM session ORDER BY number"):
            yield self._session(int(row[0]))

    def session(self, session_id: str) -> OpenedSession:
        """One session. Raises ``StoreError`` when it is not among those that were opened."""
        return self._session(self._number(session_id))

    def _number(self, session_id: str) -> int:
        found = self._rows("SELECT number FROM session WHERE session_id = ? ORDER BY number", session_id)
        if not found:
            raise StoreError(words.NO_SUCH_SESSION)
        return int(found[0][0])

    def contents(self, session_id: str) -> tuple[bytes, ...]:
        """The entries of one session as they were sealed, those of a newer version too."""
        sql = "SELECT content FROM entry WHERE session = ? ORDER BY number"
        return tuple(content for (content,) in self._rows(sql, self._number(session_id)))

    def _session(self, number: int) -> OpenedSession:
        ((_, name, stream, sign, area, page, state, missing, made_up, newer, known),) = self._rows(
            f"SELECT {_COLUMNS} FROM session WHERE number = ?", number
        )
        entries = self._rows("SELECT content FROM entry WHERE session = ? ORDER BY number", number)
        return OpenedSession(
            session_id=name,
            stream=Stream(stream),
            sign=sign,
            place=Bookmark(area, page, state),
            records=tuple(one for (content,) in entries if isinstance(one := read_record(content), Record)),
            missing=missing,
            made_up=bool(made_up),
            newer=newer,
            stream_known=bool(known),
        )

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return list(self._opened().conn.execute(sql, values))

    def _opened(self) -> Database:
        if not self._end.alive:
            raise VaultError(words.LOCKED)
        return self._db


def empty(db: Database) -> None:
    """Zeroes every page that held something (``secure_delete``)."""
    with suppress(sqlite3.Error):
        for table in ("entry", "session"):
            db.conn.execute(f"DELETE FROM {table}")


def _wipe(db: Database) -> None:
    empty(db)
    db.close()
