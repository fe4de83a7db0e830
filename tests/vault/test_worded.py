"""The box that opens with a sign and a word: one size, random to everybody else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.vault.slots import Cost
from duq_desktop.vault.worded import BOX_BYTES, MOST_CONTENT, derive, is_long_enough, new_salt, open_box, shut

QUICK = Cost(1, 8 * 1024 * 1024)
SALT = bytes(16)


def key(sign: tuple[str, str], word: str, salt: bytes = SALT) -> bytes:
    return derive(sign, word, salt, QUICK)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=MOST_CONTENT), st.binary(min_size=32, max_size=32))
def test_what_is_shut_in_opens_again_and_every_box_has_one_size(content: bytes, secret: bytes) -> None:
    box = shut(content, secret)
    assert len(box) == BOX_BYTES
    assert open_box(box, secret) == content
    assert open_box(box, bytes(32) if secret != bytes(32) else bytes([1] * 32)) is None


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=40)
    | st.binary(min_size=1, max_size=64).map(lambda some: (some * BOX_BYTES)[:BOX_BYTES])
)
def test_what_is_no_box_opens_to_nothing(raw: bytes) -> None:
    assert open_box(raw, bytes(32)) is None


def test_more_than_a_box_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="holds"):
        shut(bytes(MOST_CONTENT + 1), bytes(32))


def test_the_order_of_the_pictures_and_the_case_of_the_word_do_not_matter() -> None:
    assert key(("boat", "key"), "Garden") == key(("key", "boat"), "  garden ")


def test_another_sign_another_word_or_another_folder_is_another_key() -> None:
    known = key(("boat", "key"), "garden")
    others = [
        key(("boat", "kite"), "garden"),
        key(("boat", "key"), "gardens"),
        key(("boat", "key"), "garden", new_salt()),
        key(("boat", "keygarden"), ""),
    ]
    assert known not in others
    assert len(set(others)) == len(others)


@pytest.mark.parametrize(
    ("word", "wanted"), [("", False), ("cat", False), ("c a t", False), ("tree", True), ("ffff", True)]
)
def test_a_word_has_four_letters(word: str, wanted: bool) -> None:
    assert is_long_enough(word) is wanted
