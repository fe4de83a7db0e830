"""What was given in a sitting, as a parcel of one size: nothing lost, told, or exchanged unseen."""

from __future__ import annotations

import random
import secrets
import sqlite3
import string
import zlib
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError, VaultError
from duq_desktop.interview.records import WORDS_BYTES, Bookmark, Record, RecordKind
from duq_desktop.store.file.schema import OTHER_BYTES, PERSON_BYTES
from duq_desktop.store.inbox.parcels import PARCEL_BYTES, contents_of_parcels, parcel_name, records_in
from duq_desktop.store.inbox.sitting import record_size
from duq_desktop.vault.keys import Envelope, seal_envelope
from duq_desktop.vault.runs import Run, mark_of, runs_from_bytes, runs_to_bytes
from duq_desktop.vault.sealing import Bound, first_link, next_link, seal_record
from duq_desktop.words import sealing as words
from tests.store.conftest import peek

_ROWS = st.lists(st.binary(max_size=300).map(lambda raw: raw.hex().encode()), min_size=1, max_size=200)


def count(folder, sql: str) -> list[tuple[object, ...]]:
    with closing(peek(folder.file)) as db:
        return db.execute(sql).fetchall()


def tamper(folder, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Runs SQL as somebody would who first takes the rules away."""
    with closing(sqlite3.connect(folder.file, isolation_level=None)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement, values)


def opened(folder):
    with folder.open() as store:
        return store.unlock(folder.phrase).open_all()


def texts(opening) -> list[list[str]]:
    return [[record.body["words"] for record in session.records] for session in opening.sessions]


@pytest.mark.parametrize("stream", list(Stream))
def test_at_the_end_one_parcel_takes_the_place_of_all_records(folder, store, stream):
    sitting = folder.begin(store, stream)
    folder.give(sitting, "one", "two")
    sitting.append_all([], Bookmark("1", 2), [folder.record("filler")] * 20)
    assert count(folder, "SELECT count(*) FROM record") == [(22,)]
    sitting.end(Bookmark(), [folder.record("three")], [folder.record("filler")] * 9)
    size = PARCEL_BYTES[record_size(stream)]
    assert count(folder, "SELECT count(*) FROM record") == [(0,)]
    assert count(folder, "SELECT number, position, length(box) FROM parcel") == [(33, 32, size)]
    opening = folder.opened(store)
    assert texts(opening) == [["one", "two", "three"]], "and the fillers are gone"
    assert opening.whole and opening.sessions[0].missing == 0
    assert store.sessions()[0].given == 32


def test_another_day_leaves_a_parcel_too_and_a_sitting_that_broke_off_its_records(folder, store):
    first = folder.begin(store)
    folder.give(first, "one")
    first.another_day(Bookmark("1", 2), [folder.record("two")])
    broken_off = store.resume(first.session_id)
    folder.give(broken_off, "three")
    broken_off.forget_key()
    last = store.resume(first.session_id)
    folder.give(last, "four")
    last.end(Bookmark())
    assert count(folder, "SELECT sitting, position FROM parcel") == [(1, 2), (3, 4)]
    assert count(folder, "SELECT sitting, position FROM record") == [(2, 3)]
    assert texts(folder.opened(store)) == [["one", "two", "three", "four"]]
    assert folder.opened(store).whole


def test_sittings_that_write_by_turns_leave_whole_parcels_in_any_order(folder, store):
    one, two, three = (folder.begin(store) for _ in range(3))
    for number in range(4):
        for name, sitting in (("a", one), ("b", two), ("c", three)):
            folder.give(sitting, f"{name}{number}")
    two.end(Bookmark())
    folder.give(one, "a4")
    three.end(Bookmark())
    assert folder.opened(store).whole
    one.end(Bookmark())
    opening = folder.opened(store)
    assert opening.whole
    assert [len(session) for session in texts(opening)] == [5, 4, 4]
    assert count(folder, "SELECT length(covered) / 48 FROM parcel") == [(4,), (4,), (5,)]


def test_a_file_with_parcels_is_small_and_has_one_size_whatever_was_said(make_folder, tmp_path):
    sizes = set()
    for number, text in enumerate(("", "x" * 400, secrets.token_hex(200))):
        folder = make_folder(tmp_path / str(number))
        with folder.open() as store:
            for _ in range(3):
                sitting = folder.begin(store)
                for _ in range(8):
                    sitting.append_all([folder.record(text)] * 2, Bookmark("1", 1), [folder.record("")] * 30)
                sitting.end(Bookmark())
        sizes.add(folder.file.stat().st_size)
    assert len(sizes) == 1
    assert max(sizes) < 600_000, "the pages of the records are used again"


def test_a_close_that_reached_the_disk_though_it_failed_is_not_written_twice(folder, store):
    sitting = folder.begin(store)
    folder.give(sitting, "one")
    write = store._desk.write

    def save_and_fail(work):
        write(work)
        raise StoreError(words.CANNOT_REACH)

    store._desk.write = save_and_fail
    with pytest.raises(StoreError):
        sitting.end(Bookmark(), [folder.record("two")])
    store._desk.write = write
    sitting.end(Bookmark(), [folder.record("two")])
    assert texts(folder.opened(store)) == [["one", "two"]]
    assert count(folder, "SELECT count(*) FROM parcel") == [(1,)]


def test_a_disk_without_room_for_a_parcel_keeps_the_records(folder, store):
    sitting = folder.begin(store)
    folder.give(sitting, "one")
    db = store._desk._db.conn
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count={pages + 1}").fetchall()
    sitting.end(Bookmark(), [folder.record("two")])
    assert texts(folder.opened(store)) == [["one", "two"]]
    assert count(folder, "SELECT count(*) FROM parcel") == [(0,)]
    assert store.sessions()[0].place.state == "ended"


@settings(max_examples=40, deadline=None)
@given(records=_ROWS, covered=st.binary(max_size=60), size=st.sampled_from([PERSON_BYTES, OTHER_BYTES]))
def test_any_records_come_back_in_order_from_as_many_parcels_as_they_need(records, covered, size):
    parcels = list(contents_of_parcels(records, covered, size))
    assert all(len(parcel) <= PARCEL_BYTES[size] - 74 for parcel in parcels)
    found = []
    for parcel in parcels:
        found += records_in(parcel, covered)
        covered = b""
    assert found == records


@pytest.mark.parametrize("stream", list(Stream))
def test_whatever_is_written_to_every_shipped_question_one_parcel_holds_it(stream):
    """Every question with as many random letters as a record takes, and asked once more before."""
    chance = random.Random(7)
    pack = load_pack(paths.packs_folder() / "duq-code")
    records = []
    for area in pack.areas:
        for question in area.questions_for(stream, short=False):
            letters = "".join(chance.choices(string.ascii_letters + " ", k=WORDS_BYTES[stream] * 9 // 10))
            body = {"question": question.id, "status": "later"}
            full = {**body, "status": "answered", "words": letters, "wording": "w" * 60}
            at = "2026-11-22T10:00:00+00:00"
            records += [Record(RecordKind.ANSWER, at, each) for each in (body, full)]
    assert (
        len(list(contents_of_parcels([each.to_bytes() for each in records], b"", record_size(stream)))) == 1
    )


def test_what_does_not_fit_goes_into_a_second_parcel(folder, store):
    sitting = folder.begin(store)
    said = [secrets.token_hex(300) for _ in range(60)]
    folder.give(sitting, *said)
    sitting.end(Bookmark())
    found = count(folder, "SELECT length(covered), length(box) FROM parcel")
    assert len(found) > 1 and {size for _, size in found} == {16384}
    assert [covered for covered, _ in found] == [48] + [0] * (len(found) - 1)
    assert texts(folder.opened(store)) == [said] and folder.opened(store).whole


def test_a_parcel_that_would_grow_without_end_is_damaged():
    bomb = zlib.compress(b"\0" * 60_000_000, 9)
    with pytest.raises(VaultError):
        records_in(next(contents_of_parcels([b"x"], b"", OTHER_BYTES))[:32] + bomb, b"")


def test_runs_that_are_out_of_order_or_cut_are_refused():
    run = Run(3, 5, b"d" * 32)
    assert runs_from_bytes(runs_to_bytes((run, Run(7, 7, b"e" * 32)))) == (run, Run(7, 7, b"e" * 32))
    for wrong in ((run, run), (Run(5, 3, b"d" * 32),), (Run(0, 0, b"d" * 32),)):
        with pytest.raises(VaultError):
            runs_from_bytes(runs_to_bytes(wrong))
    with pytest.raises(VaultError):
        runs_from_bytes(b"x" * 47)


@pytest.fixture
def filled(folder):
    """A parcel, a sitting that broke off (its four records), a parcel."""
    with folder.open() as store:
        for ends, name in ((True, "a"), (False, "b"), (True, "c")):
            sitting = folder.begin(store, sign=name)
            folder.give(sitting, *(f"{name}{number}" for number in range(4)))
            if ends:
                sitting.end(Bookmark())
    return folder


def test_a_parcel_that_is_removed_is_counted_with_all_it_stood_for(filled):
    assert opened(filled).whole
    tamper(filled, "DELETE FROM parcel WHERE number = 5")
    opening = opened(filled)
    assert (opening.missing, opening.added, opening.damaged) == (5, 0, 0)
    assert texts(opening)[-2:] == [["b0", "b1", "b2", "b3"], ["c0", "c1", "c2", "c3"]]


def test_the_last_parcel_removed_is_counted_though_it_is_the_last(filled):
    tamper(filled, "DELETE FROM parcel WHERE number = (SELECT max(number) FROM parcel)")
    assert opened(filled).missing == 5


@pytest.mark.parametrize("number", [6, 7, 8, 9])
def test_a_record_removed_or_damaged_in_a_run_is_one_and_the_rest_is_read(filled, number):
    whole = filled.file.read_bytes()
    for statement, counts in (
        (f"DELETE FROM record WHERE number = {number}", (1, 0, 0)),
        (f"UPDATE record SET box = randomblob(1024) WHERE number = {number}", (0, 0, 1)),
    ):
        tamper(filled, statement)
        opening = opened(filled)
        assert (opening.missing, opening.added, opening.damaged) == counts
        assert sum(map(len, texts(opening))) == 11
        filled.file.write_bytes(whole)


_COLUMNS = st.sampled_from(["parcel_id", "sitting", "position", "covered", "link", "box"])
_VALUES = st.one_of(st.integers(-(2**63), 2**63 - 1), st.text(max_size=40), st.binary(max_size=60))
_SIZES = {"link": 32, "box": 16384}


@pytest.fixture(scope="module")
def source(make_folder, tmp_path_factory):
    folder = make_folder(tmp_path_factory.mktemp("parcels"))
    with folder.open() as store:
        for name in "abc":
            sitting = folder.begin(store)
            folder.give(sitting, name)
            sitting.end(Bookmark())
    folder.whole = folder.file.read_bytes()
    return folder


@settings(max_examples=40, deadline=None)
@given(number=st.sampled_from([2, 4]), column=_COLUMNS, new=_VALUES)
def test_any_value_changed_in_a_parcel_is_noticed(number, column, new, source):
    folder = source
    folder.file.write_bytes(folder.whole)
    if column in _SIZES and isinstance(new, bytes):
        new = new.ljust(_SIZES[column], b"x")
    try:
        tamper(folder, f"UPDATE parcel SET {column} = ? WHERE number = {number}", values=(new,))
    except sqlite3.Error:
        return  # the table itself refuses it
    assert not opened(folder).whole


def _forge_cover(folder, first: int, last: int, *, as_its_own: bool) -> None:
    """A parcel by somebody who knows how it is done, in place of records that are another's."""
    with folder.open() as store:
        public, key_id, store_id = store._desk.key.public, store.fingerprint, store._desk.store_id
        number, before = store._desk._head
    with closing(peek(folder.file)) as db:
        found = db.execute(
            "SELECT record_id, box FROM record WHERE number BETWEEN ? AND ? ORDER BY number", (first, last)
        ).fetchall()
        session_id, sitting_id, session = db.execute(
            "SELECT session_id, sitting_id, session.number FROM record JOIN sitting "
            "ON sitting.number = record.sitting JOIN session ON session.number = sitting.session "
            "WHERE record.number = ?",
            (first,),
        ).fetchone()
    key = secrets.token_bytes(32)
    if as_its_own:
        session_id, sitting_id = secrets.token_hex(16), secrets.token_hex(16)
    run = None
    for record_id, box in found:
        run = run.more(record_id, box) if run else Run(first, first - 1, b"").more(record_id, box)
    assert run is not None
    covered = runs_to_bytes((run,))
    sealed = seal_envelope(public, Envelope(session_id, sitting_id, key, "person"))
    content = next(contents_of_parcels([folder.record("forged").to_bytes()], covered, PERSON_BYTES))
    number += 1
    bound = Bound(store_id, session_id, sitting_id, "f" * 32, number, len(found))
    box = seal_record(key, content, before, bound, PARCEL_BYTES[PERSON_BYTES])
    link = next_link(before, parcel_name("f" * 32, covered), number, box)
    tamper(folder, f"DELETE FROM record WHERE number BETWEEN {first} AND {last}")
    if as_its_own:
        tamper(
            folder,
            "INSERT INTO session (session_id, record_size, sign, pack_id, pack_version, area, page, state, "
            "given) VALUES (?, 1024, '', '', '', '', 0, 'ended', 4)",
            values=(session_id,),
        )
        tamper(
            folder,
            "INSERT INTO sitting (session, sitting_id, key_id, sealed_key, mark) "
            "VALUES ((SELECT max(number) FROM session), ?, ?, ?, ?)",
            values=(sitting_id, key_id, sealed, mark_of(key)),
        )
        sitting = "(SELECT max(number) FROM sitting)"
    else:
        tamper(
            folder,
            f"UPDATE sitting SET sealed_key = ?, mark = ? WHERE session = {session}",
            values=(sealed, mark_of(key)),
        )
        sitting = f"(SELECT number FROM sitting WHERE session = {session})"
    tamper(
        folder,
        f"INSERT INTO parcel VALUES (?, ?, {sitting}, ?, ?, ?, ?)",
        values=(number, "f" * 32, len(found), covered, link, box),
    )


@pytest.mark.parametrize("as_its_own", [True, False])
def test_a_forged_parcel_cannot_stand_for_what_somebody_else_said(filled, as_its_own):
    """Neither under a session of its own nor under a key put in place of theirs."""
    _forge_cover(filled, 6, 9, as_its_own=as_its_own)
    opening = opened(filled)
    assert opening.added and opening.missing and not opening.whole


def test_records_of_before_parcels_are_read_beside_them(folder):
    """Written as version 0.1 wrote them: links without a mark. A later sitting goes on from them."""
    with folder.open() as store:
        public, key_id, store_id = store._desk.key.public, store.fingerprint, store._desk.store_id
    session_id, sitting_id, key = secrets.token_hex(16), secrets.token_hex(16), secrets.token_bytes(32)
    sealed = seal_envelope(public, Envelope(session_id, sitting_id, key, "person"))
    before = first_link(store_id)
    tamper(
        folder,
        "INSERT INTO session (session_id, record_size, sign, pack_id, pack_version, area, page, state, "
        "given) VALUES (?, 1024, '', '', '', '', 0, 'open', 3)",
        values=(session_id,),
    )
    tamper(
        folder,
        "INSERT INTO sitting (session, sitting_id, key_id, sealed_key) VALUES (1, ?, ?, ?)",
        values=(sitting_id, key_id, sealed),
    )
    for number in (1, 2, 3):
        bound = Bound(store_id, session_id, sitting_id, f"{number:032d}", number, number)
        box = seal_record(key, folder.record(f"old{number}").to_bytes(), before, bound, 1024)
        before = next_link(before, f"{number:032d}", number, box)
        tamper(
            folder,
            f"INSERT INTO record VALUES ({number}, ?, 1, {number}, ?, ?)",
            values=(f"{number:032d}", before, box),
        )
    tamper(
        folder,
        "DROP TABLE parcel",
        "ALTER TABLE sitting DROP COLUMN mark",
        "DELETE FROM _sqlite_migrations WHERE name = '0003_parcels'",
    )
    with folder.open() as store:
        later = store.resume(session_id)
        folder.give(later, "new")
        later.end(Bookmark())
        opening = folder.opened(store)
        assert opening.whole and texts(opening) == [["old1", "old2", "old3", "new"]]
        assert store.backup_trouble is None
