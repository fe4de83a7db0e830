"""What somebody with the file and time can do, and what the opener is told."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.errors import ExpectedError, VaultError
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.store.file import database_file
from duq_desktop.store.inbox import rows
from duq_desktop.store.inbox.sitting import record_size
from duq_desktop.vault.keys import Envelope, KeyPair, NewKeys, seal_envelope
from duq_desktop.vault.sealing import Bound, next_link, seal_record
from duq_desktop.words import sealing as words


def tamper(folder, *statements, values=()) -> None:
    """Runs SQL as somebody would who first takes the rules away."""
    db = sqlite3.connect(folder.file, isolation_level=None)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement, values)
    db.close()


def loosen(folder) -> None:
    """Takes STRICT, the checks and the references away from the table of records."""
    db = sqlite3.connect(folder.file, isolation_level=None)
    db.execute("PRAGMA writable_schema=on")
    columns = "number INTEGER PRIMARY KEY AUTOINCREMENT, record_id, sitting, position, link, box"
    bare = f"CREATE TABLE record ({columns})"
    db.execute("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = 'record'", (bare,))
    db.close()


def counts(opening) -> tuple[int, int, int]:
    return opening.missing, opening.added, opening.damaged


@pytest.fixture
def filled(folder):
    """Three sessions, interleaved: records 1 to 9; a person's, a relative's, a person's."""
    with folder.open() as store:
        one = folder.begin(store, sign="boat+key")
        two = folder.begin(store, Stream.FAMILY)
        three = folder.begin(store, sign="sun+dog")
        for number in range(3):
            folder.give(one, f"a{number}")
            folder.give(two, f"b{number}")
            folder.give(three, f"c{number}")
    return folder


def opened(folder, phrase=None):
    with folder.open() as store:
        return store.unlock(phrase or folder.phrase).open_all()


def given_texts(opening):
    return [[record.body["words"] for record in session.records] for session in opening.sessions]


def test_untouched_is_whole(filled):
    opening = opened(filled)
    assert opening.whole and given_texts(opening)[0] == ["a0", "a1", "a2"]


@pytest.mark.parametrize("number", range(1, 9))
def test_a_record_removed_in_the_middle_is_counted_for_its_session(filled, number):
    tamper(filled, f"DELETE FROM record WHERE number = {number}")
    opening = opened(filled)
    assert counts(opening) == (1, 0, 0)
    assert [session.missing for session in opening.sessions] == [
        int(index == (number - 1) % 3) for index in range(3)
    ]
    assert sum(map(len, given_texts(opening))) == 8


def test_the_last_records_removed_are_counted(filled):
    tamper(filled, "DELETE FROM record WHERE number > 7")
    assert counts(opened(filled)) == (2, 0, 0)


def test_the_last_records_removed_with_their_count_are_found_after_an_unlock(filled):
    assert opened(filled).whole
    tamper(
        filled,
        "DELETE FROM record WHERE number > 7",
        "UPDATE sqlite_sequence SET seq = 7 WHERE name = 'record'",
    )
    assert counts(opened(filled)) == (2, 0, 0)


def test_a_later_record_after_a_removed_end_leaves_a_gap(filled):
    tamper(filled, "DELETE FROM record WHERE number = 9")
    with filled.open() as store:
        filled.give(filled.begin(store), "later")
    opening = opened(filled)
    assert counts(opening) == (1, 0, 0)
    assert given_texts(opening)[-1] == ["later"]


def test_two_records_that_changed_places_are_counted_and_the_others_read(filled):
    tamper(
        filled,
        "CREATE TABLE t AS SELECT number, box FROM record",
        "UPDATE record SET box = (SELECT box FROM t WHERE number = 7) WHERE number = 1",
        "UPDATE record SET box = (SELECT box FROM t WHERE number = 1) WHERE number = 7",
        "DROP TABLE t",
    )
    opening = opened(filled)
    assert counts(opening) == (0, 0, 2)
    assert given_texts(opening)[0] == ["a1"] and opening.sessions[0].missing == 2


def test_renumbering_to_hide_a_gap_is_found(filled):
    tamper(
        filled,
        "DELETE FROM record WHERE number = 3",
        "UPDATE record SET number = number - 1 WHERE number > 3",
        "UPDATE sqlite_sequence SET seq = 8 WHERE name = 'record'",
    )
    assert opened(filled).damaged == 6


@settings(max_examples=20, deadline=None)
@given(number=st.integers(1, 9), at=st.integers(0, 1023), change=st.integers(1, 255))
def test_one_changed_byte_is_one_damaged_record(number, at, change, tampered_source, tmp_path_factory):
    folder = tampered_source
    db = sqlite3.connect(folder.file)
    (box,) = db.execute("SELECT box FROM record WHERE number = ?", (number,)).fetchone()
    db.close()
    changed = bytearray(box)
    changed[at] ^= change
    tamper(folder, f"UPDATE record SET box = ? WHERE number = {number}", values=(bytes(changed),))
    assert counts(opened(folder)) == (0, 0, 1)
    tamper(folder, f"UPDATE record SET box = ? WHERE number = {number}", values=(box,))
    assert opened(folder).whole


@pytest.fixture(scope="module")
def tampered_source(make_folder, tmp_path_factory):
    folder = make_folder(tmp_path_factory.mktemp("tamper"))
    with folder.open() as store:
        sittings = [folder.begin(store) for _ in range(3)]
        for number in range(9):
            folder.give(sittings[number % 3], str(number))
    return folder


_COLUMNS = st.sampled_from(["record_id", "sitting", "position", "link", "box"])
_VALUES = st.one_of(
    st.integers(-(2**63), 2**63 - 1), st.text(max_size=40), st.binary(max_size=40), st.floats(), st.none()
)


@settings(max_examples=40, deadline=None)
@given(number=st.integers(1, 9), column=_COLUMNS, new=_VALUES)
def test_any_value_changed_in_a_record_is_noticed(number, column, new, tampered_source):
    """With the rules of the table taken away, and behind the look that refuses such a table."""
    folder = tampered_source
    whole = folder.file.read_bytes()
    loosen(folder)
    db = sqlite3.connect(folder.file)
    (old,) = db.execute(f"SELECT {column} FROM record WHERE number = {number}").fetchone()
    db.close()
    try:
        tamper(folder, f"UPDATE record SET {column} = ? WHERE number = {number}", values=(new,))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(database_file, "is_as_made", lambda _db, _taken: True)
            opening = opened(folder)
        same = type(old) is type(new) and old == new
        assert opening.whole is same
        readable = same or (column == "link" and isinstance(new, bytes))
        assert sum(map(len, given_texts(opening))) == 8 + readable
    except ExpectedError as error:
        assert error.sentence == words.FILE_DAMAGED and (number, column) == (9, "link")
    finally:
        folder.file.write_bytes(whole)


_ROWS = st.sets(st.integers(1, 9), min_size=1, max_size=9)


@settings(max_examples=30, deadline=None)
@given(gone=_ROWS)
def test_any_records_that_are_removed_are_counted(gone, tampered_source):
    folder = tampered_source
    whole = folder.file.read_bytes()
    tamper(folder, f"DELETE FROM record WHERE number IN ({','.join(map(str, gone))})")
    opening = opened(folder)
    folder.file.write_bytes(whole)
    assert counts(opening) == (len(gone), 0, 0)
    assert sum(session.missing for session in opening.sessions) == len(gone)
    assert sum(map(len, given_texts(opening))) == 9 - len(gone)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_order_of_the_sealed_boxes_but_the_true_one_is_noticed(data, tampered_source):
    folder = tampered_source
    whole = folder.file.read_bytes()
    order = data.draw(st.permutations(range(1, 10)))
    db = sqlite3.connect(folder.file)
    boxes = dict(db.execute("SELECT number, box FROM record").fetchall())
    db.close()
    for number, source in enumerate(order, 1):
        tamper(folder, f"UPDATE record SET box = ? WHERE number = {number}", values=(boxes[source],))
    opening = opened(folder)
    folder.file.write_bytes(whole)
    moved = sum(number != source for number, source in enumerate(order, 1))
    assert counts(opening) == (0, 0, moved)


def test_exchanged_keys_are_counted_and_everything_is_read_all_the_same(filled):
    tamper(
        filled,
        "CREATE TABLE t AS SELECT number, sealed_key FROM sitting",
        "UPDATE sitting SET sealed_key = (SELECT sealed_key FROM t WHERE number = 3) WHERE number = 1",
        "UPDATE sitting SET sealed_key = (SELECT sealed_key FROM t WHERE number = 1) WHERE number = 3",
        "DROP TABLE t",
    )
    opening = opened(filled)
    assert counts(opening) == (0, 0, 2)
    assert sorted(given_texts(opening)) == [["a0", "a1", "a2"], ["b0", "b1", "b2"], ["c0", "c1", "c2"]]


def test_a_session_under_another_id_is_noticed(filled):
    tamper(filled, "UPDATE session SET session_id = 'x' WHERE number = 1")
    opening = opened(filled)
    assert opening.damaged > 0 and opening.unread == 1
    assert sorted(given_texts(opening))[0] == ["a0", "a1", "a2"], "what was said is read all the same"


def test_a_sealed_key_taken_away_is_not_a_deletion(filled):
    tamper(filled, "PRAGMA foreign_keys=off", "DELETE FROM sitting WHERE number = 1")
    opening = opened(filled)
    assert counts(opening) == (3, 0, 0) and opening.deleted == 0
    assert len(opening.sessions) == 2


def test_a_damaged_sealed_key_is_counted_with_its_records(filled):
    tamper(filled, "UPDATE sitting SET sealed_key = randomblob(length(sealed_key)) WHERE number = 1")
    opening = opened(filled)
    assert opening.damaged == 4 and opening.missing == 0 and opening.foreign == ()
    assert given_texts(opening) == [["b0", "b1", "b2"], ["c0", "c1", "c2"]]


def _forge(folder, number: int, chained: bool) -> None:
    """A made-up record by somebody who knows how it is done but has no key of the opener."""
    with folder.open() as store:
        public, key_id, store_id = store._desk.key.public, store.fingerprint, store._desk.store_id
        before = store._desk.read(
            lambda db: [row.link for row in rows.records(db) if row is not None and row.number < number]
        )[-1]
    session_id, sitting_id, key = secrets.token_hex(16), secrets.token_hex(16), secrets.token_bytes(32)
    sealed = seal_envelope(public, Envelope(session_id, sitting_id, key, "person"))
    bound = Bound(store_id, session_id, sitting_id, "f" * 32, number, 1)
    before = before if chained else bytes(32)
    box = seal_record(key, folder.record("forged").to_bytes(), before, bound, 1024)
    db = sqlite3.connect(folder.file, isolation_level=None)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.execute(
        "INSERT INTO session "
        "(session_id, record_size, sign, pack_id, pack_version, area, page, state, given) "
        "VALUES (?, 1024, '', '', '', '', 0, 'ended', 1)",
        (session_id,),
    )
    db.execute(
        "INSERT INTO sitting (session, sitting_id, key_id, sealed_key) "
        "VALUES ((SELECT max(number) FROM session), ?, ?, ?)",
        (sitting_id, key_id, sealed),
    )
    db.execute("DELETE FROM record WHERE number = ?", (number,))
    db.execute(
        "INSERT INTO record VALUES (?, ?, (SELECT max(number) FROM sitting), 1, ?, ?)",
        (number, "f" * 32, next_link(before, "f" * 32, number, box), box),
    )
    db.close()


@pytest.mark.parametrize("number", [2, 5, 8])
def test_a_forged_record_in_anothers_place_breaks_the_chain(filled, number):
    _forge(filled, number, chained=True)
    opening = opened(filled)
    assert counts(opening) == (1, 1, 0)
    assert sum(session.missing for session in opening.sessions) == 1


def test_a_forged_record_that_was_not_chained_is_counted(filled):
    _forge(filled, 10, chained=False)
    assert counts(opened(filled)) == (1, 1, 0)


def test_the_last_record_exchanged_is_found_when_it_was_seen_before(filled):
    assert opened(filled).whole
    _forge(filled, 9, chained=True)
    assert counts(opened(filled)) == (1, 1, 0)


def test_a_made_up_session_at_the_end_cannot_be_told_and_that_is_written_down(filled):
    _forge(filled, 10, chained=True)
    assert opened(filled).whole
    assert "made-up session" in open_privacy_note()


def open_privacy_note() -> str:
    return (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")


def test_everything_put_back_from_an_older_copy_cannot_be_told_and_that_is_written_down(filled, tmp_path):
    shutil.copyfile(filled.file, tmp_path / "older")
    with filled.open() as store:
        filled.give(filled.begin(store), "later")
    shutil.copyfile(tmp_path / "older", filled.file)
    assert opened(filled).whole
    assert "older copy" in open_privacy_note()


def test_numbers_that_are_not_numbers_do_not_stop_the_reading(filled):
    tamper(
        filled,
        "PRAGMA writable_schema=on",
        "UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = 'record'",
        "PRAGMA writable_schema=off",
    )
    tamper(filled, "UPDATE record SET position = 'x' WHERE number = 4")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database_file, "is_as_made", lambda _db, _taken: True)
        opening = opened(filled)
    assert opening.damaged == 1 and sum(map(len, given_texts(opening))) == 8


def _exchange_key(folder, pair: KeyPair, statement: str) -> None:
    tamper(folder, statement, values=(pair.public, pair.fingerprint))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE key_pair SET public = ?, key_id = ?",
        "INSERT INTO key_pair (number, public, key_id) VALUES (7, ?, ?)",
    ],
)
def test_an_exchanged_public_key_fails_loudly_and_names_what_it_took(filled, statement):
    thief = KeyPair.make()
    _exchange_key(filled, thief, statement)
    with filled.open() as store:
        assert store.fingerprint == thief.fingerprint != filled.keys.fingerprint
        stolen = filled.begin(store, sign="cat+hat")
        filled.give(stolen, "stolen")
        with pytest.raises(VaultError) as caught:
            store.unlock(filled.phrase)
        assert caught.value.sentence == words.KEYS_DO_NOT_MATCH
        assert "1" in str(caught.value)
        opener = store.unlock(filled.phrase, despite_other_key=True)
        opening = opener.open_all()
        assert [one.sign for one in opening.foreign] == ["cat+hat"]
        assert counts(opening) == (0, 0, 0) and not opening.whole
        assert sum(map(len, given_texts(opening))) == 9
        with pytest.raises(VaultError) as caught:
            opener.change_phrase("quite another phrase", filled.cost)
        assert caught.value.sentence == words.KEY_CHANGED
        opener.new_key_pair("quite another phrase", NewKeys.make(), filled.cost)
        filled.give(filled.begin(store), "safe again")
    with filled.open() as store:
        opening = store.unlock("quite another phrase").open_all()
        assert given_texts(opening)[-1] == ["safe again"] and len(opening.foreign) == 1
        assert sum(map(len, given_texts(opening))) == 10


def test_a_key_exchanged_while_the_app_runs_takes_nothing(folder, store):
    thief = KeyPair.make()
    changed = "UPDATE key_pair SET public = ?, key_id = ?"
    store._desk.write(lambda db: db.conn.execute(changed, (thief.public, thief.fingerprint)))
    sitting = folder.begin(store)
    folder.give(sitting, "one")
    opening = store.unlock(folder.phrase, despite_other_key=True).open_all()
    assert given_texts(opening) == [["one"]] and opening.foreign == ()


def test_a_public_key_that_does_not_fit_its_fingerprint_is_damage(folder):
    tamper(folder, "UPDATE key_pair SET public = randomblob(32)")
    with pytest.raises(ExpectedError) as caught:
        folder.open()
    assert caught.value.sentence == words.KEY_DAMAGED


def test_notes_that_were_forged_removed_or_moved_are_counted(folder, store):
    opener = store.unlock(folder.phrase)
    for number in range(4):
        opener.write_note(str(number), at="now")
    store.close()
    tamper(
        folder,
        "DELETE FROM ledger WHERE number = 2",
        "UPDATE ledger SET box = randomblob(1064) WHERE number = 3",
    )
    with folder.open() as again:
        book = again.unlock(folder.phrase).notes()
    assert [note.text for note in book.notes] == ["0", "3"] and book.missing == 2


def test_many_things_at_once_never_stop_the_reading(filled):
    tamper(
        filled,
        "PRAGMA foreign_keys=off",
        "DELETE FROM record WHERE number IN (2, 3)",
        "UPDATE record SET box = randomblob(1024) WHERE number = 4",
        "UPDATE record SET sitting = 99 WHERE number = 5",
        "UPDATE session SET given = 1000000 WHERE number = 2",
        "UPDATE sitting SET key_id = 'x' WHERE number = 3",
        "INSERT INTO record VALUES (-5, 'x', 1, 1, zeroblob(32), zeroblob(1024))",
    )
    opening = opened(filled)
    assert opening.missing == 3 and opening.added == 1 and opening.damaged == 1


def began(folder, stream: str, at: str = "2026-11-22T10:00:00+00:00"):
    return Record(RecordKind.BEGAN, at, {"stream": stream, "language": "en", "pack": "p", "version": "1"})


def two_days(folder, stream: Stream, named: str) -> None:
    """A session on two days; the key of the first is damaged. The second began with ``named``."""
    with folder.open() as store:
        first = folder.begin(store, stream)
        folder.give(first, "day one")
        first.forget_key()
        second = store.resume(first.session_id)
        if named:
            second.append(began(folder, named), Bookmark())
        folder.give(second, "he hits me")
    tamper(folder, "UPDATE sitting SET sealed_key = randomblob(length(sealed_key)) WHERE number = 1")


def told(opening) -> list[tuple[Stream, bool, str]]:
    return [
        (session.stream, session.stream_known, str(session.records[-1].body["words"]))
        for session in opening.sessions
    ]


@pytest.mark.parametrize("stream", Stream)
def test_a_damaged_first_day_takes_no_later_day_out_of_sight(folder, stream):
    two_days(folder, stream, stream.value)
    opening = opened(folder)
    assert told(opening) == [(stream, True, "he hits me")]
    assert opening.damaged == 2 and opening.sessions[0].missing == 1 and not opening.whole


@pytest.mark.parametrize("stream", Stream)
def test_where_nothing_names_the_stream_the_size_of_the_records_tells_what_it_can(folder, stream):
    two_days(folder, stream, "")
    opening = opened(folder)
    is_person = stream is Stream.PERSON
    assert told(opening) == [(Stream.PERSON if is_person else Stream.OTHER, is_person, "he hits me")]
    assert opening.streamless == int(not is_person)


@pytest.mark.parametrize("stream", [Stream.PERSON, Stream.FAMILY])
def test_a_stream_of_a_newer_version_is_shown_and_told_and_in_no_count(folder, stream):
    with folder.open() as store:
        row = rows.SessionRow(0, "a" * 32, record_size(stream), "", "", "", Bookmark(), 0)
        sitting = store._sit_down(row, "neighbour")
        folder.give(sitting, "they shout")
    opening = opened(folder)
    expected = Stream.PERSON if stream is Stream.PERSON else Stream.OTHER
    assert told(opening) == [(expected, False, "they shout")]
    assert opening.streamless == 1 and opening.damaged == 0 and not opening.whole


def test_a_kind_of_record_of_a_newer_version_is_kept_and_counted(folder):
    kept = b'{"k":"drawing","t":"2027-01-01T10:00:00+00:00","b":{"lines":[1,2]}}'

    class Newer:
        def to_bytes(self) -> bytes:
            return kept

    with folder.open() as store:
        sitting = folder.begin(store)
        folder.give(sitting, "before")
        sitting.append(Newer(), Bookmark())
        folder.give(sitting, "after")
        opening = store.unlock(folder.phrase).open_all()
        assert counts(opening) == (0, 0, 0)
        assert given_texts(opening) == [["before", "after"]]
        assert (opening.newer, opening.sessions[0].newer, opening.sessions[0].missing) == (1, 1, 0)
        assert not opening.whole
        assert kept in opening.answers.contents(opening.sessions[0].session_id)


def test_a_session_of_which_nothing_can_be_read_is_counted(filled):
    tamper(filled, "UPDATE sitting SET sealed_key = randomblob(length(sealed_key)) WHERE number = 1")
    assert opened(filled).unread == 1


@settings(max_examples=30, deadline=None)
@given(keys=st.sets(st.integers(1, 3)), gone=st.sets(st.integers(1, 9)))
def test_every_record_that_opens_is_in_a_session_that_is_shown(keys, gone, tampered_source):
    """Whatever else is damaged: keys of days, records, the rows of sessions."""
    folder = tampered_source
    whole = folder.file.read_bytes()
    for number in keys:
        tamper(folder, f"UPDATE sitting SET sealed_key = randomblob(368) WHERE number = {number}")
    tamper(
        folder,
        "PRAGMA foreign_keys=off",
        f"UPDATE record SET box = randomblob(1024) WHERE number IN ({','.join(map(str, gone)) or '0'})",
        "DELETE FROM session WHERE number = 2",
    )
    opening = opened(folder)
    folder.file.write_bytes(whole)
    lost = {number for number in range(1, 10) if (number - 1) % 3 + 1 in keys} | gone
    shown = [text for texts in given_texts(opening) for text in texts]
    assert sorted(shown) == [str(number - 1) for number in range(1, 10) if number not in lost]
