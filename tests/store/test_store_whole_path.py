"""Set up, begin, append, come back, end, unlock, notes, phrases and keys."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import replace

import pytest

from duq_desktop.content.model import Stream
from duq_desktop.errors import ExpectedError, RecordTooLong, StoreError, VaultError
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.store.demo_folder import look_round
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.sitting import capacity
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.words import sealing as words


def sentence(call, *arguments, **more) -> str:
    with pytest.raises(ExpectedError) as caught:
        call(*arguments, **more)
    assert str(caught.value)
    return caught.value.sentence


def test_a_folder_that_is_not_set_up_stays_untouched(tmp_path):
    with Store.open(tmp_path / "nowhere") as store:
        assert not store.is_set_up
        assert sentence(store.begin, Stream.PERSON, pack_id="p", pack_version="1") == words.NOT_SET_UP
    assert not (tmp_path / "nowhere").exists()


def test_set_up_once_only_and_whole(bare_folder):
    folder = bare_folder
    incomplete = replace(folder.home, safeguarding_number=" ", outside_contact=Contact("x", ""))
    with pytest.raises(StoreError) as caught:
        Store.set_up(folder.path, incomplete, folder.phrase, cost=folder.cost)
    assert "safeguarding_number" in str(caught.value) and "outside_contact" in str(caught.value)
    assert (
        sentence(Store.set_up, folder.path, folder.home, "short", cost=folder.cost) == words.PHRASE_TOO_SHORT
    )
    assert not folder.path.exists()
    folder.set_up()
    before = folder.file.read_bytes()
    assert sentence(folder.set_up) == words.ALREADY_SET_UP
    assert folder.file.read_bytes() == before
    assert {path.name for path in folder.files()} == {"answers.db", "answers.lock"}


def test_the_keys_shown_before_are_the_keys_written(bare_folder):
    keys = NewKeys.make()
    folder = bare_folder
    assert Store.set_up(folder.path, folder.home, folder.phrase, keys=keys, cost=folder.cost) is keys.recovery
    with folder.open() as store:
        assert store.fingerprint == keys.fingerprint
        assert store.fingerprint_words == keys.fingerprint_words
        assert not store.made_up
        assert store.home == folder.home


def test_what_was_given_comes_back_in_order_over_sittings(folder, store):
    first = folder.begin(store)
    first.set_sign("boat+key")
    folder.give(first, "one", "two")
    other = folder.begin(store, Stream.STAFF)
    folder.give(other, "three")
    first.forget_key()
    (again,) = store.open_sessions("boat+key")
    assert again.place == Bookmark("1", 2) and again.given == 2 and again.person
    later = store.resume(again.session_id)
    folder.give(later, "four")
    later.end(Bookmark("2", 1), [folder.record("five", RecordKind.FINISHED)])
    folder.give(other, "six")
    opening = folder.opened(store)
    assert opening.whole and opening.deleted == 0
    person, staff = opening.sessions
    assert (person.stream, person.sign, person.place) == (
        Stream.PERSON,
        "boat+key",
        Bookmark("2", 1, "ended"),
    )
    assert [record.body["words"] for record in person.records] == ["one", "two", "four", "five"]
    assert (staff.stream, [record.body["words"] for record in staff.records]) == (
        Stream.STAFF,
        ["three", "six"],
    )
    assert person.missing == staff.missing == 0


@pytest.mark.parametrize("stream", list(Stream))
def test_every_stream_comes_back_and_its_page_has_an_end(folder, store, stream):
    sitting = folder.begin(store, stream)
    empty = len(folder.record("").to_bytes())
    fits = "é" * ((capacity(stream) - empty) // 2)
    assert sitting.room(folder.record(fits)) in (0, 1)
    folder.give(sitting, fits)
    before = folder.file.read_bytes()
    with pytest.raises(RecordTooLong) as caught:
        folder.give(sitting, fits + "é")
    assert caught.value.sentence == words.TOO_LONG
    assert folder.file.read_bytes() == before
    (session,) = folder.opened(store).sessions
    assert session.stream is stream and session.records[0].body["words"] == fits


def test_an_ended_session_and_a_forgotten_key_take_nothing_more(folder, store):
    sitting = folder.begin(store, sign="boat+key")
    twin = store.resume(sitting.session_id)
    sitting.end(Bookmark("1", 1))
    assert sentence(folder.give, sitting, "late") == words.SITTING_OVER
    assert sentence(folder.give, twin, "late") == words.SESSION_OVER
    assert sentence(store.resume, sitting.session_id) == words.SESSION_OVER
    assert sentence(store.resume, "0" * 32) == words.NO_SUCH_SESSION
    assert store.open_sessions("boat+key") == [] and store.sign_taken("boat+key")


def test_nothing_in_memory_of_the_store_can_read_back(folder, store):
    sitting = folder.begin(store)
    folder.give(sitting, "secret")
    sitting.forget_key()
    assert not any(isinstance(value, bytes) for value in vars(sitting).values())


def test_wrong_phrases_and_recovery_keys_open_nothing(folder, store):
    assert sentence(store.unlock, "fern otter moon lamb") == words.WRONG_PHRASE
    assert sentence(store.unlock_with_recovery, RecoveryKey.make()) == words.WRONG_RECOVERY_KEY
    assert store.unlock_with_recovery(folder.keys.recovery).open_all().whole


def test_a_locked_opener_holds_nothing(folder, store):
    opener = store.unlock(folder.phrase)
    opener.lock()
    assert opener.locked
    for call in (opener.open_all, opener.notes, lambda: opener.write_note("x", at="now")):
        assert sentence(call) == words.LOCKED
    assert sentence(opener.change_phrase, "a quite other phrase", folder.cost) == words.LOCKED
    assert sentence(opener.new_key_pair, "a quite other phrase", None, folder.cost) == words.LOCKED


def test_notes_are_sealed_kept_in_order_and_counted(folder, store):
    opener = store.unlock(folder.phrase)
    opener.write_note("Rang the council.", at="2026-11-22T10:00", session_id="a" * 32)
    opener.write_note("Ärger 🙂 " + "x" * 3000, at="2026-11-23T10:00")
    book = store.unlock(folder.phrase).notes()
    assert [note.text[:5] for note in book.notes] == ["Rang ", "Ärger"]
    assert book.notes[0].session_id == "a" * 32 and book.missing == 0
    assert b"Rang" not in folder.bytes()


def test_what_the_opener_keeps_is_sealed_and_the_last_counts(folder, store):
    opener = store.unlock(folder.phrase)
    assert opener.kept("read") is None and opener.fingerprint == store.fingerprint
    opener.keep("read", "first")
    opener.keep("other", "apart")
    opener.keep("read", "second thoughts")
    opener.write_note("Rang the council.", at="then", about="3.8")
    again = store.unlock(folder.phrase)
    assert (again.kept("read"), again.kept("other")) == ("second thoughts", "apart")
    assert [(note.text, note.about) for note in again.notes().notes] == [("Rang the council.", "3.8")]
    assert again.notes().missing == 0
    assert b"second thoughts" not in folder.bytes()


def test_another_phrase_opens_and_the_old_one_is_gone_from_the_backups_too(folder, store):
    folder.give(folder.begin(store), "one")
    store.back_up()
    opener = store.unlock(folder.phrase)
    opener.change_phrase("quite another phrase", folder.cost)
    assert sentence(store.unlock, folder.phrase) == words.WRONG_PHRASE
    assert store.unlock("quite another phrase").open_all().whole
    assert store.unlock_with_recovery(folder.keys.recovery).open_all().whole
    new_sheet = RecoveryKey.make()
    opener.new_recovery_key(new_sheet)
    assert sentence(store.unlock_with_recovery, folder.keys.recovery) == words.WRONG_RECOVERY_KEY
    assert len(store.unlock_with_recovery(new_sheet).open_all().sessions) == 1


def test_a_new_key_pair_reads_old_and_new_and_nobody_else_does(folder, store):
    folder.give(folder.begin(store), "before")
    running = folder.begin(store)
    opener = store.unlock(folder.phrase)
    opener.write_note("an old note", at="then")
    old = store.fingerprint
    for number in range(3):
        recovery = opener.new_key_pair(f"new phrase number {number}", cost=folder.cost)
        folder.give(folder.begin(store), f"after {number}")
    folder.give(running, "still running")
    assert store.fingerprint != old
    for call in (lambda: store.unlock(folder.phrase), lambda: store.unlock("new phrase number 1")):
        assert sentence(call) == words.WRONG_PHRASE
    assert sentence(store.unlock_with_recovery, folder.keys.recovery) == words.WRONG_RECOVERY_KEY
    store.close()
    with folder.open() as again:
        opener = again.unlock_with_recovery(recovery)
        opening = opener.open_all()
        assert opening.whole
        found = [session.records[0].body["words"] for session in opening.sessions]
        assert found == ["before", "still running", "after 0", "after 1", "after 2"]
        assert [note.text for note in opener.notes().notes] == ["an old note"]


def test_facts_about_the_home_keep_their_history(folder, store):
    other = replace(
        folder.home, opener_name="Somebody else", local_contacts=(Contact("Ann", "1", "on call"),)
    )
    store.save_home(other)
    assert store.home == other
    assert store.home_history() == (folder.home, other)
    assert sentence(store.save_home, replace(other, nation="")) == words.HOME_INCOMPLETE


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_a_new_folder_is_for_this_account_only(folder):
    assert folder.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "change",
    [
        {"people_count": "six"},
        {"opener_name": 7},
        {"opener_works_here": "no"},
        {"outside_contact": {"name": 1}},
    ],
)
def test_facts_of_another_type_are_told(folder, change):
    raw = json.loads(folder.home.to_json())
    raw["outside_contact"] = {**raw["outside_contact"], **change.pop("outside_contact", {})}
    assert sentence(Home.from_json, json.dumps({**raw, **change})) == words.HOME_UNREADABLE


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", '{"a": 1}', "[" * 100_000])
def test_facts_that_cannot_be_read_are_told(text):
    assert sentence(Home.from_json, text) == words.HOME_UNREADABLE


def test_unlocking_may_happen_in_another_thread(folder, store):
    sitting = folder.begin(store)
    found = []
    thread = threading.Thread(target=lambda: found.append(folder.opened(store)))
    thread.start()
    folder.give(sitting, *map(str, range(20)))
    thread.join()
    assert found[0].whole
    assert len(folder.opened(store).sessions[0].records) == 20


def test_a_made_up_folder_says_so_in_every_session(bare_folder):
    bare_folder.set_up(made_up=True)
    with bare_folder.open() as store:
        assert store.made_up
        bare_folder.give(bare_folder.begin(store), "one")
        assert all(session.made_up for session in bare_folder.opened(store).sessions)


def test_records_of_every_kind_and_any_text_come_back(folder, store):
    sitting = folder.begin(store)
    given = [Record(kind, "t", {"words": "a\0b 🙂 ‏العربية"}) for kind in RecordKind]
    for record in given:
        sitting.append(record, Bookmark())
    assert list(folder.opened(store).sessions[0].records) == given


def test_a_second_instance_is_told_and_the_first_goes_on(folder, store):
    assert sentence(folder.open) == words.ALREADY_OPEN
    assert sentence(folder.set_up) == words.ALREADY_OPEN
    folder.give(folder.begin(store), "one")
    assert folder.texts(store) == [["one"]]


def test_the_folder_is_free_again_after_a_refusal(folder):
    good = folder.file.read_bytes()
    folder.file.write_bytes(b"")
    assert sentence(folder.open) == words.EMPTY_FILE
    folder.file.write_bytes(good)
    with folder.open() as store:
        assert store.is_set_up


def test_looking_round_leaves_nothing_behind(folder):
    with look_round(folder.home) as (store, opener):
        place = store.folder
        folder.give(folder.begin(store), "made up words")
        (session,) = opener.open_all().sessions
        assert session.made_up and place.exists()
    assert not place.parent.exists()
    assert opener.locked


def test_vault_errors_are_vault_errors(folder, store):
    with pytest.raises(VaultError):
        store.unlock("")
