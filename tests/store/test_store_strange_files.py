"""A file of ours that somebody built otherwise: refused before a row of it is read, whatever it would give.

Work is counted in steps of SQLite's own machine, not in seconds.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from duq_desktop.errors import StoreError
from duq_desktop.interview.records import Bookmark
from duq_desktop.store.copies.backup import backups, restore
from duq_desktop.store.file import database_file
from duq_desktop.store.file.database import APPLICATION_ID, check_database, connect
from duq_desktop.store.file.database_file import MIGRATIONS
from duq_desktop.store.file.preview import FirstLook
from duq_desktop.store.file.schema import migrations, step_names
from duq_desktop.store.file.tables import STEPS, statements
from duq_desktop.words import sealing as words

from .conftest import Folder

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
KEYS = "SELECT x AS number, hex(x) AS key_id, zeroblob(32) AS public, NULL AS retired FROM n"
SLOW = "(SELECT count(*) FROM n a, n b, n c, n d LIMIT 1)"


def all_columns(folder: Folder, table: str) -> list[str]:
    with closing(sqlite3.connect(folder.file)) as db:
        return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def change(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def in_place(folder: Folder, table: str, made: str) -> None:
    """Put ``made`` where ``table`` was, under its name."""
    change(folder.file, f"ALTER TABLE {table} RENAME TO was_{table}", made.format(table=table))


@pytest.fixture
def filled(folder: Folder) -> Folder:
    with folder.open() as store:
        sitting = folder.begin(store)
        folder.give(sitting, "said")
        sitting.end(Bookmark("1", 9))
    return folder


NAMES = sorted(
    statement.split()[2] for step in STEPS for statement in statements(step) if "CREATE TABLE" in statement
)


@pytest.mark.parametrize("table", NAMES)
def test_an_endless_view_in_place_of_any_table_is_refused(filled: Folder, table: str) -> None:
    columns = ", ".join(f"x AS {name}" for name in all_columns(filled, table))
    in_place(filled, table, f"CREATE VIEW {table} AS {ENDLESS} SELECT {columns} FROM n")
    refused_everywhere(filled)


@pytest.mark.parametrize("table", NAMES)
def test_content_that_is_worked_out_is_refused_in_any_table(filled: Folder, table: str) -> None:
    change(
        filled.file,
        f"ALTER TABLE {table} ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(zeroblob(9))) VIRTUAL",
    )
    refused_everywhere(filled)


@pytest.mark.parametrize("table", NAMES)
def test_another_column_in_any_table_is_refused(filled: Folder, table: str) -> None:
    change(filled.file, f"ALTER TABLE {table} ADD COLUMN more TEXT")
    refused_everywhere(filled)


@pytest.mark.parametrize(
    "made",
    [
        f"CREATE VIEW more AS {ENDLESS} {KEYS}",
        "CREATE TABLE more (a, b)",
        "CREATE INDEX more ON record (hex(box))",
        "CREATE UNIQUE INDEX more ON session (sign)",
    ],
    ids=["view", "table", "index that is worked out", "index"],
)
def test_what_no_version_of_ours_makes_is_refused(filled: Folder, made: str) -> None:
    change(filled.file, made)
    refused_everywhere(filled)


def test_a_searched_table_in_place_of_one_of_ours_is_refused(filled: Folder) -> None:
    with closing(sqlite3.connect(filled.file, isolation_level=None)) as db:
        db.execute("ALTER TABLE note RENAME TO was_note")
        try:
            db.execute("CREATE VIRTUAL TABLE note USING fts5(number, key_id, box)")
        except sqlite3.OperationalError:
            db.execute("CREATE TABLE note (number, key_id, box)")
    refused_everywhere(filled)


@pytest.mark.parametrize("made", ["view", "generated column"])
def test_the_table_of_steps_is_looked_at_before_it_is_read(filled: Folder, made: str) -> None:
    if made == "view":
        columns = "x AS id, 'store' AS migration_set, hex(x) AS name, '' AS applied_at"
        change(
            filled.file,
            "ALTER TABLE _sqlite_migrations RENAME TO was_steps",
            f"CREATE VIEW _sqlite_migrations AS {ENDLESS} SELECT {columns} FROM n",
        )
    else:
        change(filled.file, "ALTER TABLE _sqlite_migrations ADD COLUMN more TEXT AS (hex(zeroblob(9)))")
    refused_everywhere(filled)


def test_tables_of_numbers_that_sqlite_itself_keeps_are_no_reason(filled: Folder) -> None:
    """Some tools have SQLite count the rows; the tables it writes them to are its own."""
    change(filled.file, "ANALYZE")
    with filled.open() as store:
        assert filled.texts(store) == [["said"]]


@pytest.mark.parametrize(
    "when", ["BEFORE INSERT ON record", "AFTER UPDATE ON sitting", "AFTER UPDATE ON session"]
)
def test_no_foreign_trigger_ever_acts(filled: Folder, when: str, tmp_path: Path) -> None:
    """It could keep a key that is being erased, or work for ever: away with it before anything is written."""
    with filled.open() as store:
        session = store.sessions()[0].session_id
    copy = backups(filled.path)[0].path
    kept = "INSERT INTO home (facts) SELECT hex(sealed_key) FROM sitting"
    keeps = f"CREATE TRIGGER more {when} BEGIN {kept}; END"
    for file in (filled.file, copy):
        change(file, keeps)
    with filled.open() as store:
        filled.give(filled.begin(store), "more")
        store.delete_session(session)
    for file in (filled.file, copy):
        with closing(sqlite3.connect(file)) as db:
            assert db.execute("SELECT count(*) FROM home").fetchone() == (1,)
            assert "more" not in {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
    change(copy, keeps)
    restore(filled.path, copy)
    with closing(sqlite3.connect(filled.file)) as db:
        assert db.execute("SELECT count(*) FROM home").fetchone() == (1,)


def test_each_step_has_its_tables_to_be_held_against() -> None:
    assert step_names(migrations()) == set(STEPS)


@pytest.mark.parametrize("taken", range(1, len(STEPS) + 1))
def test_a_file_of_an_older_version_is_held_against_its_own_tables(tmp_path: Path, taken: int) -> None:
    steps = Migrations(MIGRATIONS)
    for step in list(STEPS)[:taken]:
        steps(name=step)(lambda db, step=step: [db.conn.execute(each) for each in statements(step)])
    with closing(connect(tmp_path / "a.db", "rwc")) as db:
        db.conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        steps.apply(db)
        check_database(db)
        db.conn.execute("CREATE TABLE more (a)")
        with pytest.raises(StoreError, match="not one of ours"):
            check_database(db)


@pytest.mark.parametrize("table", ["_sqlite_migrations", "key_pair", "home", "record"])
@pytest.mark.parametrize("page", [512, 4096])
def test_pages_that_lead_to_each_other_again_and_again_are_not_walked(
    filled: Folder, page: int, table: str
) -> None:
    """A page of a few hundred ways to one page of a few hundred ways: 60 kB that take for ever to walk."""
    change(filled.file, "PRAGMA journal_mode=delete", f"PRAGMA page_size={page}", "VACUUM")
    many_ways(filled.file, table, page)
    refused_everywhere(filled)


def many_ways(file: Path, table: str, size: int, layers: int = 6) -> None:
    """Make the table's root an interior page whose every cell leads to one other such page, and so on."""
    with closing(sqlite3.connect(file)) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (pages,) = db.execute("PRAGMA page_count").fetchone()
    data = bytearray(file.read_bytes())
    leaf = bytes(data[(root - 1) * size : root * size])
    numbers = [root, *range(pages + 1, pages + layers + 1)]
    data += bytes(size * layers)
    for number, below in pairwise(numbers):
        data[(number - 1) * size : number * size] = _interior(below, size)
    data[(numbers[-1] - 1) * size : numbers[-1] * size] = leaf
    data[28:32] = (pages + layers).to_bytes(4, "big")
    file.write_bytes(data)


def _interior(child: int, size: int) -> bytes:
    """An interior page of a table (sqlite.org, fileformat2.html, 1.6): every cell is child and key."""
    cells = (size - 12) // 7 - 1
    start = size - 5 * cells
    head = (
        b"\x05"
        + bytes(2)
        + cells.to_bytes(2, "big")
        + start.to_bytes(2, "big")
        + b"\0"
        + child.to_bytes(4, "big")
    )
    pointers = b"".join((start + 5 * at).to_bytes(2, "big") for at in range(cells))
    return (head + pointers).ljust(start, b"\0") + (child.to_bytes(4, "big") + b"\x01") * cells


def refused_everywhere(folder: Folder) -> None:
    """By the first look, when a backup is brought back, and when a deletion goes through the copies."""
    before = folder.file.read_bytes()
    with pytest.raises(StoreError) as trouble:
        FirstLook.open(folder.path)
    assert trouble.value.sentence in (words.NOT_OURS, words.FILE_DAMAGED)
    assert folder.file.read_bytes() == before
    healthy = backups(folder.path)[0].path
    strange = folder.path / "backups" / "answers-2026-01-000900.db"
    shutil.move(folder.file, strange)
    with pytest.raises(StoreError) as trouble:
        restore(folder.path, strange)
    assert trouble.value.sentence == words.BACKUP_UNUSABLE
    assert not folder.file.exists()
    restore(folder.path, healthy)
    with folder.open() as store:
        store.delete_session(store.sessions()[0].session_id)
        assert store.backup_trouble is None
    assert not strange.exists(), "it might hold the key, and can never be brought back"


def test_the_work_of_a_first_look_is_bounded(filled: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same look as ever stays far within its bound; with hardly any work allowed it ends."""
    monkeypatch.setattr(database_file, "MOST_INSTRUCTIONS", 5_000)
    FirstLook.open(filled.path).close()
    monkeypatch.setattr(database_file, "MOST_INSTRUCTIONS", 20)
    monkeypatch.setattr(database_file, "_INSTRUCTIONS_AT_ONCE", 10)
    with pytest.raises(StoreError):
        FirstLook.open(filled.path)
