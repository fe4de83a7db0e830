"""What a file is built of, looked at before a row of it is read: our tables as we make them, nothing else.

A view, or a column that is worked out, could stand under the name of a table of ours and give rows for
ever. SQLite tells what a file is built of without working any of it out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Set
from contextlib import closing

from duq_desktop.store.file.has_connection import HasConnection
from duq_desktop.store.file.tables import STEPS, statements

_TAKEN = "_sqlite_migrations"
"""The table of sqlite-utils' migrations; its text differs a little from version to version of that."""
_MOST = 200
"""Parts of a file: ours has some thirty."""
_SQLITES_OWN = "sqlite_"
"""SQLite keeps such names for itself (sqlite.org, lang_createtable.html): nobody else can give one."""


def has_steps(db: HasConnection) -> bool:
    """Whether the table of the steps that were taken is there, and one that holds its own content."""
    sql = "SELECT type, sql FROM sqlite_master WHERE name = ? LIMIT 2"
    found = db.conn.execute(sql, (_TAKEN,)).fetchall()
    if len(found) != 1 or found[0][0] != "table" or _is_virtual(str(found[0][1])):
        return False
    columns = db.conn.execute(f"PRAGMA table_xinfo({_TAKEN})").fetchall()
    return all(hidden == 0 for *_, hidden in columns)


def is_as_made(db: HasConnection, taken: Set[str]) -> bool:
    """Whether the file holds every table that the steps in ``taken`` make, and nothing of anybody else's.

    Triggers are not looked at: they act only when something is written, and before that those which are
    not ours are taken away.
    """
    sql = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type != 'trigger' LIMIT ?"
    found = db.conn.execute(sql, (_MOST,)).fetchall()
    wanted = _made_by(taken)
    ours = {name: _plain(str(text)) for kind, name, _, text in found if kind == "table" and name in wanted}
    others = [each for each in found if each[0] != "table" or each[1] not in wanted]
    return ours == wanted and all(_is_expected(db, kind, name, table) for kind, name, table, _ in others)


def _made_by(taken: Set[str]) -> dict[str, str]:
    """The text of each table by its name, as SQLite itself keeps it after these steps; it takes no rows."""
    with closing(sqlite3.connect(":memory:")) as empty:
        for step in STEPS:
            for statement in statements(step) if step in taken else ():
                empty.execute(statement)
        sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        return {name: _plain(text) for name, text in empty.execute(sql) if not name.startswith(_SQLITES_OWN)}


def _is_expected(db: HasConnection, kind: str, name: str, table: str) -> bool:
    if kind not in ("table", "index"):
        return False
    if name.startswith(_SQLITES_OWN) or (kind, name) == ("table", _TAKEN):
        return True
    if kind == "index" and table == _TAKEN:
        columns = db.conn.execute("SELECT cid FROM pragma_index_xinfo(?)", (name,)).fetchall()
        return all(number >= -1 for (number,) in columns)  # -2 is something that is worked out
    return False


def _is_virtual(text: str) -> bool:
    return _plain(text).upper().startswith("CREATE VIRTUAL")


def _plain(text: str) -> str:
    return " ".join(text.split())
