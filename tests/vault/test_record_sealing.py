"""One size whatever is in it, bound to one place, and a chain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.errors import RecordTooLong, VaultError
from duq_desktop.vault.sealing import Bound, first_link, next_link, open_record, room_in, seal_record

KEY = bytes(range(32))
PLACE = Bound("s" * 32, "a" * 32, "b" * 32, "c" * 32, 7, 3)
BEFORE = first_link("s" * 32)


@settings(deadline=None)
@given(st.binary(max_size=room_in(1024)))
def test_every_content_makes_the_same_size_and_comes_back(content):
    sealed = seal_record(KEY, content, BEFORE, PLACE, 1024)
    assert len(sealed) == 1024
    assert open_record(KEY, sealed, PLACE) == (BEFORE, content)


def test_one_byte_too_many_is_refused():
    for size in (1024, 4096):
        assert len(seal_record(KEY, b"x" * room_in(size), BEFORE, PLACE, size)) == size
        with pytest.raises(RecordTooLong):
            seal_record(KEY, b"x" * (room_in(size) + 1), BEFORE, PLACE, size)


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, store_id="t" * 32),
        replace(PLACE, session_id="x" * 32),
        replace(PLACE, sitting_id="x" * 32),
        replace(PLACE, record_id="x" * 32),
        replace(PLACE, number=8),
        replace(PLACE, position=4),
        replace(PLACE, number=73, position=3),
        replace(PLACE, session_id="a" * 31, sitting_id="a" + "b" * 32),
    ],
)
def test_a_record_opens_in_its_place_only(elsewhere):
    sealed = seal_record(KEY, b"yes", BEFORE, PLACE, 1024)
    with pytest.raises(VaultError):
        open_record(KEY, sealed, elsewhere)


@settings(deadline=None)
@given(st.integers(0, 1023), st.integers(1, 255))
def test_any_changed_byte_is_noticed(index, change):
    sealed = bytearray(seal_record(KEY, b"yes", BEFORE, PLACE, 1024))
    sealed[index] ^= change
    with pytest.raises(VaultError):
        open_record(KEY, bytes(sealed), PLACE)


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_garbage_is_refused_with_a_sentence(garbage):
    with pytest.raises(VaultError) as caught:
        open_record(KEY, garbage, PLACE)
    assert str(caught.value)


def test_sealing_the_same_twice_gives_different_bytes():
    assert seal_record(KEY, b"yes", BEFORE, PLACE, 1024) != seal_record(KEY, b"yes", BEFORE, PLACE, 1024)


def test_a_link_depends_on_everything_before_it():
    link = next_link(BEFORE, "c", 1, b"box")
    assert link == next_link(BEFORE, "c", 1, b"box")
    others = {
        next_link(first_link("t"), "c", 1, b"box"),
        next_link(BEFORE, "d", 1, b"box"),
        next_link(BEFORE, "c", 2, b"box"),
        next_link(BEFORE, "c", 1, b"bax"),
    }
    assert link not in others and len(others) == 4
