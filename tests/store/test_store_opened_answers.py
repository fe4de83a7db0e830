"""What was opened is in memory only, and is wiped when it is closed."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from duq_desktop.answer_rows.tables import FILLED
from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError, VaultError
from duq_desktop.interview.records import Bookmark, OpenedSession, Record, RecordKind
from duq_desktop.interview.session_reader import read_session
from duq_desktop.store.inbox.opened_answers import Item, OpenedAnswers, empty
from duq_desktop.words import sealing

KEY = "id1:happy.scares-you:yes"
SECRET = "He took my money on Tuesday."
MANY = 3000


def entry(words: str, number: int = 1) -> bytes:
    body = {"question": f"q{number}", "words": words}
    return Record(RecordKind.ANSWER, "2026-11-22T10:00:00+00:00", body).to_bytes()


def filled(words: str = SECRET, sessions: int = 2, entries: int = 3) -> OpenedAnswers:
    answers = OpenedAnswers()
    for number in range(1, sessions + 1):
        place = Bookmark("happy", 3, "ended")
        session = OpenedSession(f"id{number}", Stream.PERSON, "boat+key", place, (), number, made_up=True)
        answers.put(number, session, [entry(words, each) for each in range(entries)])
    return answers


def test_a_session_comes_back_as_it_was_opened() -> None:
    answers = filled()
    first, second = answers.sessions()
    assert (first.session_id, first.stream, first.sign) == ("id1", Stream.PERSON, "boat+key")
    assert (first.place, first.missing, first.made_up) == (Bookmark("happy", 3, "ended"), 1, True)
    assert [record.body["question"] for record in first.records] == ["q0", "q1", "q2"]
    assert answers.session("id2") == second
    with pytest.raises(StoreError) as trouble:
        answers.session("id3")
    assert trouble.value.sentence == sealing.NO_SUCH_SESSION


def test_the_tables_take_nothing_of_another_kind() -> None:
    answers = filled()
    strict = answers._db.conn.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    told = {name: on for name, on in strict if not name.startswith("sqlite_")}
    assert told.keys() == {"opened", "item", *FILLED} and set(told.values()) == {1}


def test_closed_it_tells_nothing_and_says_why() -> None:
    answers = filled()
    sessions = answers.sessions()
    answers.close()
    answers.close()
    assert not answers.is_open
    for read in (lambda: next(sessions), lambda: answers.session("id1")):
        with pytest.raises(VaultError) as trouble:
            read()
        assert trouble.value.sentence == sealing.LOCKED


@pytest.mark.skipif(sys.version_info < (3, 11), reason="serialize came with Python 3.11")
def test_closing_overwrites_every_page() -> None:
    answers = filled(entries=200)
    answers.put_items(1, [Item(0, 0, KEY)])
    answers.rows.put(1, replace(read_session(answers.session("id1")), role="the chair of all"))
    connection = answers._db.conn
    (packed,) = connection.execute("SELECT contents FROM opened WHERE number = 1").fetchone()
    held = (bytes(packed)[:400], KEY.encode(), b"the chair of all")
    whole = connection.serialize()
    assert all(each in whole for each in held)
    empty(answers._db)
    left = connection.serialize()
    assert not any(each in left for each in held)
    assert len(left) == len(whole), "the pages are still there, and hold zeros"


def test_a_session_that_is_put_again_takes_the_place_of_the_first() -> None:
    answers = filled(sessions=1)
    (before,) = answers.sessions()
    answers.put_items(1, [Item(1, 0, "old"), Item(0, 0, "older")])
    answers.put(1, replace(before, sign="sun+dog"), [entry("later")])
    answers.put_items(1, [Item(1, 0, "b"), Item(0, 0, "a"), Item(1, 1, "c")])
    (after,) = answers.sessions()
    assert (after.sign, len(after.records)) == ("sun+dog", 1)
    assert [item.key for item in answers.items((0, 1))] == ["a", "b", "c"]
    assert [item.key for item in answers.items((0, 1), 1, 1)] == ["b"]
    assert answers.items((1,))[0] == ("id1", 1, 0, "b")


def test_what_nobody_holds_any_more_closes_itself() -> None:
    answers = filled()
    end = answers._end
    del answers
    gc.collect()
    assert not end.alive


LOOK = """
import os, sys
from tests.store.test_store_opened_answers import MANY, SECRET, filled
answers = filled(SECRET * 20, sessions=1, entries=MANY)
if sys.argv[1:] == ["careless"]:
    answers._db.conn.execute("PRAGMA temp_store=file")
    answers._db.conn.execute("PRAGMA cache_size=10")
answers._db.conn.execute("CREATE TEMP TABLE long AS SELECT hex(randomblob(4000)) AS told FROM "
    "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000) SELECT i FROM n)")
rows = answers._db.conn.execute("SELECT told FROM long ORDER BY told DESC")
rows.fetchone()
answers._db.conn.execute("CREATE TEMP TABLE other AS SELECT * FROM long")
for name in os.listdir("/proc/self/fd"):
    try:
        print(os.readlink(f"/proc/self/fd/{name}"))
    except OSError:
        pass
"""


def files_open(place: Path, *arguments: str) -> list[str]:
    """The files that a program has open in ``place`` while it sorts what was opened."""
    names = dict.fromkeys(("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"), str(place))
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *arguments],
        env={**os.environ, **names},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return [line for line in done.stdout.splitlines() if line.startswith(str(place))]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="looks at Linux's own list")
def test_nothing_of_it_is_on_the_disk_not_even_while_it_is_sorted(tmp_path: Path) -> None:
    assert files_open(tmp_path) == []
    assert files_open(tmp_path, "careless") != [], "the look itself finds what it looks for"
    assert list(tmp_path.iterdir()) == []


def test_locking_closes_what_was_opened(folder, store) -> None:
    sitting = folder.begin(store)
    folder.give(sitting, SECRET)
    opener = store.unlock(folder.phrase)
    opening = opener.open_all()
    assert SECRET in str(next(opening.answers.sessions()))
    opener.lock()
    assert not opening.answers.is_open
    with pytest.raises(VaultError):
        _ = opening.sessions
