"""What the pass phrase opened: a database that is in memory only, and is wiped when it is closed.

One place holds what people said while it is open, so that one act lets go of it. Python's own objects
cannot be overwritten; the pages of SQLite can (``secure_delete``). The entries of a session lie compressed,
a tenth of their size, until somebody looks at them; readers get sessions one by one and keep none of them
longer than they need. Beside them stand the rows that are counted (``answer_rows``) and a list of where
what must be read first stands.
"""

from __future__ import annotations

import weakref
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # the one it uses itself

from duq_desktop.answer_rows.tables import FILLED, AnswerRows
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
_OPENED = {
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
    "contents": bytes,
}
_ITEM = {"session": int, "kind": int, "at": int, "key": str}
_COLUMNS = ", ".join(_OPENED)
_LENGTH_BYTES = 4
_QUICKLY = 1
"""How hard to compress: what is read is mostly seen never or once."""


class Item(NamedTuple):
    """Where something to look at stands: the number ``at`` among its session's of its ``kind``.

    ``key`` names it for the opener's notes. What is smaller of kind comes first.
    """

    kind: int
    at: int
    key: str


class Placed(NamedTuple):
    """An item with the session it is in."""

    session_id: str
    kind: int
    at: int
    key: str


class OpenedAnswers:
    """Sessions as they were opened, and their entries in the order they were given.

    Filled by ``put`` while a folder is read. Afterwards reading is all that is left to do. Anything after
    ``close`` raises ``VaultError``. May be closed from any thread, and more than once; an object that
    nobody holds any more closes itself.
    """

    def __init__(self) -> None:
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        db = Database(connection, execute_plugins=False, strict=True)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        db.table("opened").create(_OPENED, pk="number", not_null=set(_OPENED))
        db.table("item").create(_ITEM, pk=("session", "kind", "at"), not_null={"key"})
        db.table("opened").create_index(["session_id"])
        self._db = db
        self._rows = AnswerRows(connection)
        self._end = weakref.finalize(self, _wipe, db)

    @property
    def is_open(self) -> bool:
        """Whether it still holds anything."""
        return bool(self._end.alive)

    @property
    def rows(self) -> AnswerRows:
        """The rows that are counted."""
        self._opened()
        return self._rows

    def close(self) -> None:
        """Overwrites everything that was opened, and lets go of it."""
        self._end()

    def put(self, number: int, session: OpenedSession, contents: Sequence[bytes]) -> None:
        """Keeps a session and its entries (``Record.to_bytes``) under its number, in place of an earlier."""
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
            _packed(contents),
        )
        marks = ", ".join("?" * len(row))
        self._opened().conn.execute(f"INSERT OR REPLACE INTO opened ({_COLUMNS}) VALUES ({marks})", row)

    def put_items(self, number: int, items: Sequence[Item]) -> None:
        """Keeps where things stand in the session ``number``, in place of what was kept of it before."""
        db = self._opened().conn
        db.execute("DELETE FROM item WHERE session = ?", (number,))
        db.executemany(
            "INSERT INTO item (session, kind, at, key) VALUES (?, ?, ?, ?)",
            [(number, item.kind, item.at, item.key) for item in items],
        )

    def items(self, kinds: Sequence[int], start: int = 0, number: int = -1) -> list[Placed]:
        """``number`` items of ``kinds`` (-1: all) from the one numbered ``start``, session by session."""
        marks = ", ".join("?" * len(kinds))
        sql = (
            "SELECT o.session_id, i.kind, i.at, i.key FROM item i JOIN opened o ON o.number = i.session "
            f"WHERE i.kind IN ({marks}) ORDER BY i.kind, i.session, i.at LIMIT ? OFFSET ?"
        )
        return [Placed(*row) for row in self._all(sql, *kinds, number, start)]

    def sessions(self) -> Iterator[OpenedSession]:
        """Every session, in the order they began."""
        for row in self._all("SELECT number FROM opened ORDER BY number"):
            yield self._session(int(row[0]))

    def session(self, session_id: str) -> OpenedSession:
        """One session. Raises ``StoreError`` when it is not among those that were opened."""
        return self._session(self._number(session_id))

    def contents(self, session_id: str) -> tuple[bytes, ...]:
        """The entries of one session as they were sealed, those of a newer version too."""
        return self.contents_of(self._number(session_id))

    def contents_of(self, number: int) -> tuple[bytes, ...]:
        """The entries of the session ``number``; none when there is no such session."""
        found = self._all("SELECT contents FROM opened WHERE number = ?", number)
        return _unpacked(found[0][0]) if found else ()

    def _number(self, session_id: str) -> int:
        found = self._all("SELECT number FROM opened WHERE session_id = ? ORDER BY number", session_id)
        if not found:
            raise StoreError(words.NO_SUCH_SESSION)
        return int(found[0][0])

    def _session(self, number: int) -> OpenedSession:
        ((_, name, stream, sign, area, page, state, missing, made_up, newer, known, packed),) = self._all(
            f"SELECT {_COLUMNS} FROM opened WHERE number = ?", number
        )
        return OpenedSession(
            session_id=name,
            stream=Stream(stream),
            sign=sign,
            place=Bookmark(area, page, state),
            records=tuple(one for each in _unpacked(packed) if isinstance(one := read_record(each), Record)),
            missing=missing,
            made_up=bool(made_up),
            newer=newer,
            stream_known=bool(known),
        )

    def _all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return list(self._opened().conn.execute(sql, values))

    def _opened(self) -> Database:
        if not self._end.alive:
            raise VaultError(words.LOCKED)
        return self._db


def empty(db: Database) -> None:
    """Zeroes every page that held something (``secure_delete``)."""
    with suppress(sqlite3.Error):
        for table in ("item", "opened", *FILLED):
            db.conn.execute(f"DELETE FROM {table}")


def _wipe(db: Database) -> None:
    empty(db)
    db.close()


def _packed(contents: Sequence[bytes]) -> bytes:
    whole = b"".join(len(each).to_bytes(_LENGTH_BYTES, "big") + each for each in contents)
    return zlib.compress(whole, _QUICKLY)


def _unpacked(packed: bytes) -> tuple[bytes, ...]:
    whole, found, at = zlib.decompress(packed), [], 0
    while at < len(whole):
        length = int.from_bytes(whole[at : at + _LENGTH_BYTES], "big")
        at += _LENGTH_BYTES + length
        found.append(whole[at - length : at])
    return tuple(found)
