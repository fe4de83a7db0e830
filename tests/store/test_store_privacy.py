"""From the files alone nobody can tell what was given: looked at byte by byte."""

from __future__ import annotations

import base64
import os
import re
import signal
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.store.inbox.sitting import _Attempt, capacity
from tests.store.conftest import peek

_TABLES = ("store", "home", "key_pair", "slot", "session", "sitting", "record", "parcel", "note")
_RANDOM = {"store_id", "key_id", "public", "salt", "box", "checksum", "session_id", "sitting_id"} | {
    "sealed_key",
    "record_id",
    "parcel_id",
    "covered",
    "mark",
    "link",
    "retired",
}
_TODAY = date(2026, 11, 22)


def rows_of(path: Path) -> tuple[list[object], list[bytes]]:
    """Every value in clear, with random ones replaced by their length; and the random ones."""
    db = peek(path)
    clear: list[object] = []
    hidden: list[bytes] = []
    for table in _TABLES:
        cursor = db.execute(f"SELECT * FROM {table} ORDER BY 1")
        names = [column[0] for column in cursor.description]
        for row in cursor:
            for name, value in zip(names, row, strict=True):
                if name in _RANDOM and value is not None:
                    raw = value.encode() if isinstance(value, str) else value
                    hidden.append(raw)
                    clear.append((table, name, len(raw)))
                else:
                    clear.append((table, name, value))
    hidden += [row[0].encode() for row in db.execute("SELECT applied_at FROM _sqlite_migrations")]
    db.close()
    return clear, hidden


def masked(path: Path, hidden: list[bytes]) -> bytes:
    """The file with every random value overwritten, also where it lies in two pieces on two pages."""
    data = path.read_bytes()
    for value in sorted(set(hidden), key=len, reverse=True):
        rest = value
        while rest:
            low, high = 0, len(rest)
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if rest[:middle] in data else (low, middle - 1)
            assert low >= 8, "a random value of the file is not in the file"
            if low < len(rest):
                # The rest begins after the four bytes that name the next page; by chance those may have
                # begun like the next byte of the value.
                while rest[low : low + 16] not in data:
                    low -= 1
                low -= (data.index(rest[low : low + 16]) - 4) % 4096
            data = data.replace(rest[:low], b"#" * low)
            rest = rest[low:]
    return data


def take(folder, presses: list[tuple[int, Record]], stream: Stream, ended: bool) -> None:
    """One session of the given presses; the last one is not ended unless ``ended``."""
    with folder.open(today=lambda: _TODAY) as store:
        sitting = folder.begin(store, stream, sign="boat+key" if stream is Stream.PERSON else "")
        for page, record in presses:
            sitting.append(record, Bookmark("2", page))
        if ended:
            sitting.end(Bookmark("2", 99), [record for _, record in presses[-1:]])


def looks(folder) -> tuple[object, ...]:
    """All that can be seen from outside: names, sizes, values in clear, and bytes."""
    names = sorted(str(path.relative_to(folder.path)) for path in folder.files())
    dates = [path.stat().st_mtime for path in (folder.path / "backups").glob("*.db")]
    found: list[object] = [names, dates]
    for path in sorted(folder.path.rglob("*.db")):
        clear, hidden = rows_of(path)
        found += [path.stat().st_size, clear, masked(path, hidden)]
    return tuple(found)


_KINDS = st.sampled_from(list(RecordKind))
_NAMES = st.sampled_from(["answer", "words", "helper", "talk"])
_BODIES = st.dictionaries(_NAMES, st.text(max_size=60), max_size=4)
_RECORDS = st.builds(Record, _KINDS, st.text("t", max_size=30), _BODIES)


@settings(max_examples=8, deadline=None)
@given(data=st.data(), stream=st.sampled_from(list(Stream)), ended=st.booleans())
def test_two_sessions_of_equal_presses_look_the_same_from_outside(data, stream, ended, make_folder):
    pages = data.draw(st.lists(st.integers(1, 30), max_size=14))
    seen = []
    for _ in range(2):
        records = [data.draw(_RECORDS) for _ in pages]
        with tempfile.TemporaryDirectory() as place:
            folder = make_folder(Path(place))
            take(folder, list(zip(pages, records, strict=True)), stream, ended)
            seen.append(looks(folder))
    assert seen[0] == seen[1]


def test_the_comparison_itself_notices_one_page_or_one_record_more(make_folder, tmp_path):
    seen = []
    for number, presses in enumerate(([1, 2], [1, 3], [1, 2, 2])):
        folder = make_folder(tmp_path / str(number))
        take(folder, [(page, folder.record()) for page in presses], Stream.PERSON, False)
        seen.append(looks(folder))
    assert seen[0] != seen[1] and seen[0] != seen[2]


_TELLING = {
    "an answer": Record(RecordKind.ANSWER, "t", {"question": "3.8", "status": "answered", "answer": "yes"}),
    "a refusal": Record(RecordKind.ANSWER, "t", {"question": "3.8", "status": "dont_want_to_say"}),
    "a helper": Record(
        RecordKind.NEAR, "t", {"near": ["staff"], "support": "read_to_me", "helper": "manager"}
    ),
    "a call for help": Record(RecordKind.HELP, "t", {"talk": True, "person": "A trustee", "after": "3.8"}),
    "nothing": Record(RecordKind.PAGE, "t", {"page": "help"}),
    "many words": Record(RecordKind.WORDS, "t", {"topic": "change", "words": "x" * 800}),
}


def test_an_answer_a_refusal_a_helper_and_a_call_for_help_look_alike(make_folder, tmp_path):
    looks_of = {}
    for name, record in _TELLING.items():
        folder = make_folder(tmp_path / name)
        take(folder, [(1, folder.record()), (2, record), (3, folder.record())], Stream.PERSON, True)
        looks_of[name] = looks(folder)
    assert all(look == looks_of["nothing"] for look in looks_of.values())


def test_a_changed_answer_and_a_later_sitting_add_rows_of_the_same_kind_only(folder, store):
    sitting = folder.begin(store)
    folder.give(sitting, "yes", "no")
    later = store.resume(sitting.session_id)
    folder.give(later, "x" * (capacity(Stream.PERSON) - 200))
    store.close()
    db = peek(folder.file)
    assert db.execute(
        "SELECT DISTINCT length(box), length(record_id), length(link) FROM record"
    ).fetchall() == [(1024, 32, 32)]
    db.close()


def test_no_time_stands_in_clear_but_that_of_set_up(folder, store):
    sitting = folder.begin(store, sign="boat+key")
    folder.give(sitting, "yes")
    sitting.end(Bookmark("1", 2))
    store.close()
    clear, _ = rows_of(folder.file)
    told = [str(value) for _, _, value in clear]
    assert not any(re.search(r"20\d\d-|\d\d:\d\d", value) for value in told)
    assert not any(table == "session" and "stream" in name for table, name, _ in clear)


def test_ids_are_random_and_tell_no_time(folder, store):
    ids = sorted(folder.begin(store).session_id for _ in range(64))
    assert len({one[:4] for one in ids}) > 32
    assert len({one[12] for one in ids}) > 8


_WORDS = "the staff shout at me"
_NEEDLES = (
    _WORDS.encode(),
    _WORDS.encode("utf-16-le"),
    _WORDS.encode().hex().encode(),
    base64.b64encode(_WORDS.encode()),
    b"shout",
    b"dont_want_to_say",
    b"2026-11-22T10",
    b'"question"',
)


def telling(folder) -> list[bytes]:
    return [needle for needle in _NEEDLES if needle in folder.bytes()]


def give_everything(folder, store, times: int = 3):
    sitting = folder.begin(store, sign="boat+key")
    folder.give(sitting, *[_WORDS] * times)
    sitting.append(Record(RecordKind.ANSWER, "2026-11-22T10:00", {"status": "dont_want_to_say"}), Bookmark())
    return sitting


def test_nothing_is_told_while_open_after_finish_and_after_deletion(folder, store):
    sitting = give_everything(folder, store)
    assert telling(folder) == []
    sitting.end(Bookmark("1", 9), [folder.record(_WORDS)])
    assert telling(folder) == [] and len(list((folder.path / "backups").iterdir())) == 1
    opener = store.unlock(folder.phrase)
    assert opener.open_all().sessions[0].records[0].body["words"] == _WORDS
    opener.write_note(_WORDS, at="2026-11-22T10:00")
    assert telling(folder) == []
    store.delete_session(sitting.session_id)
    assert telling(folder) == []
    store.close()
    assert telling(folder) == []


def test_nothing_is_told_in_the_log_of_a_broken_off_save(folder):
    child = folder.fork()
    if child == 0:
        opened = folder.open()
        sitting = give_everything(folder, opened)

        def die_inside(db) -> None:
            sitting._write(db, sitting._live_key(), sitting_attempt)
            db.conn.execute("PRAGMA cache_spill=1")
            os.kill(os.getpid(), signal.SIGKILL)

        sitting_attempt = _Attempt((folder.record(_WORDS).to_bytes(),), Bookmark(), ("f" * 32,), 0)
        opened._desk.write(die_inside)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert (folder.path / "answers.db-wal").stat().st_size > 0
    assert telling(folder) == []
    with folder.open() as store:
        assert len(folder.opened(store).sessions[0].records) == 4
        assert telling(folder) == []


def test_nothing_goes_to_the_temporary_folder(folder, store, tmp_path, monkeypatch):
    place = tmp_path / "tmp"
    place.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(place))
    sitting = give_everything(folder, store, 50)
    sitting.end(Bookmark())
    store.unlock(folder.phrase).open_all()
    store.delete_session(sitting.session_id)
    assert list(place.iterdir()) == []


def test_a_copy_of_the_folder_does_not_say_when_somebody_finished(folder):
    with folder.open(today=lambda: date(2026, 11, 22)) as store:
        folder.begin(store).end(Bookmark())
    (backup,) = (folder.path / "backups").iterdir()
    assert backup.name == "answers-2026-11-000001.db"
    assert date.fromtimestamp(backup.stat().st_mtime) == date(2026, 11, 1)


@pytest.mark.parametrize("stream", list(Stream))
def test_the_stream_is_not_in_the_file(folder, store, stream):
    folder.give(folder.begin(store, stream), "yes")
    clear, _ = rows_of(folder.file)
    kept = [value for table, name, value in clear if (table, name) == ("session", "record_size")]
    assert kept == [1024 if stream is Stream.PERSON else 4096]
    told = [value for table, _, value in clear if table in ("session", "sitting", "record")]
    assert stream.value not in told
