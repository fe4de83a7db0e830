"""Opening step by step: each session once it is whole, the same result, and nothing left after a stop."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.errors import VaultError
from duq_desktop.interview.records import Bookmark
from duq_desktop.store.inbox.decrypted_inbox import ENTRIES_A_STEP
from duq_desktop.vault.keys import KeyPair
from tests.store.test_store_tampering import tamper


@pytest.fixture
def interleaved(folder):
    """Two sessions that ended and one that goes on, entry by entry beside each other, as after a crash."""
    with folder.open() as store:
        sittings = [folder.begin(store, stream) for stream in (Stream.PERSON, Stream.STAFF, Stream.PERSON)]
        for number in range(3 * ENTRIES_A_STEP):
            folder.give(sittings[number % 3], str(number))
    tamper(folder, "UPDATE session SET state = 'ended' WHERE number < 3")
    return folder


def test_each_session_comes_once_and_whole(interleaved):
    with interleaved.open() as store:
        opener = store.unlock(interleaved.phrase)
        reading = opener.read()
        came = [step for step in reading if step is not None]
        assert [step.number for step in came] == [1, 2, 3], "those that ended first, then the rest"
        assert {step.facts.session_id for step in came} == {one.session_id for one in reading.inbox.sessions}
        assert all(step.facts.missing == 0 for step in came) and reading.inbox.whole
        assert reading.reached <= reading.last_number == 3 * ENTRIES_A_STEP


def test_between_steps_the_folder_is_read_and_written(interleaved):
    with interleaved.open() as store:
        opener = store.unlock(interleaved.phrase)
        reading = opener.read()
        for turn, _ in enumerate(reading):
            opener.write_note(str(turn), at="now")
        assert reading.inbox.whole and len(opener.notes().notes) == turn + 1


def test_what_comes_after_a_session_was_thought_whole_is_shown_too(interleaved):
    """The count in clear may be made smaller by anybody."""
    tamper(interleaved, "UPDATE session SET given = 2 WHERE number < 3")
    with interleaved.open() as store:
        reading = store.unlock(interleaved.phrase).read()
        came = [step for step in reading if step is not None]
        assert len(came) > 3, "told again when more came"
        last = {step.number: step.facts for step in came}
        assert [len(one.records) for one in reading.inbox.sessions] == [ENTRIES_A_STEP] * 3
        assert all(facts.missing == 0 for facts in last.values())


@settings(max_examples=15, deadline=None)
@given(gone=st.sets(st.integers(1, 9)), given_=st.integers(0, 9), step=st.integers(0, 20))
def test_the_last_that_is_told_of_a_session_is_what_stands_in_the_result(
    gone, given_, step, make_folder, tmp_path_factory
):
    folder = make_folder(tmp_path_factory.mktemp("steps"))
    with folder.open() as store:
        sittings = [folder.begin(store) for _ in range(3)]
        for number in range(9):
            folder.give(sittings[number % 3], str(number))
    numbers = ",".join(map(str, gone)) or "0"
    tamper(
        folder,
        f"UPDATE record SET box = randomblob(1024) WHERE number IN ({numbers})",
        f"UPDATE session SET state = 'ended', given = {given_}",
    )
    with folder.open() as store:
        reading = store.unlock(folder.phrase).read()
        told = {one.facts.session_id: one.facts for one in reading if one is not None}
        assert told == {facts.session_id: facts for facts in reading.inbox.facts()}


def test_a_session_that_ended_in_order_comes_with_its_parcel(folder):
    with folder.open() as store:
        for text in ("one", "two"):
            sitting = folder.begin(store)
            folder.give(sitting, text)
            sitting.end(Bookmark())
        reading = store.unlock(folder.phrase).read()
        assert [step.number for step in reading if step is not None] == [1, 2]
        assert folder.texts(store) == [["one"], ["two"]] and reading.inbox.whole


@pytest.mark.parametrize("lock", [True, False])
def test_a_stop_in_the_middle_leaves_nothing(interleaved, lock):
    with interleaved.open() as store:
        opener = store.unlock(interleaved.phrase)
        pair = opener._key().public
        reading = opener.read()
        for _ in range(6):
            next(reading)
        opener.lock() if lock else reading.close()
        assert not reading.answers.is_open
        with pytest.raises(VaultError):
            next(reading)
        if lock:
            gc.collect()
            left = [one for one in gc.get_objects() if isinstance(one, KeyPair) and one.public == pair]
            assert [one for one in left if one is not interleaved.keys.pair] == []
