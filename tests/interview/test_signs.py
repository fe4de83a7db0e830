"""Signs: any order is one sign, and nobody is refused one however many people there are."""

from __future__ import annotations

import random
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.interview.signs import MOST, goes_on, is_same, is_taken, pictures

PICTURES = [f"p{number}" for number in range(24)]
some = st.lists(st.sampled_from(PICTURES), min_size=2, max_size=MOST, unique=True).map("+".join)


@given(some, some)
def test_a_sign_is_its_pictures_in_any_order(sign: str, other: str) -> None:
    for turned in permutations(sign.split("+")):
        assert is_same(sign, "+".join(turned))
    assert is_same(sign, other) == (set(sign.split("+")) == set(other.split("+")))
    assert goes_on(sign, [other]) == (pictures(sign) < pictures(other))
    assert not goes_on(sign, [sign])


def test_no_sign_is_nobodys() -> None:
    assert not is_same("", "")
    assert not is_taken("", ["", "boat+key"])
    assert goes_on("boat+key", ["", "sun+key+boat"])


def people(number: int, chance: random.Random) -> tuple[int, int]:
    """So many people pick two pictures, and one more as often as they are asked.

    How many were asked, and how many had to exchange one of four pictures.
    """
    kept: list[str] = []
    asked = refused = 0
    for _ in range(number):
        picks = chance.sample(PICTURES, MOST)
        signs = ["+".join(picks[:length]) for length in range(2, MOST + 1)]
        free = [sign for sign in signs if not is_taken(sign, kept)]
        asked += signs[0] not in free
        refused += not free
        kept += free[:1]
    return asked, refused


@pytest.mark.parametrize(("number", "exchanged"), [(100, 0), (276, 0), (1_000, 5)])
def test_nobody_is_without_a_sign(number: int, exchanged: int) -> None:
    for seed in range(3):
        _asked, exchanges = people(number, random.Random(seed))
        assert exchanges <= exchanged


def test_also_when_every_pair_is_somebodys() -> None:
    kept = ["+".join(pair) for pair in combinations(PICTURES, 2)]
    assert len(kept) == 276
    assert all(is_taken("+".join(reversed(sign.split("+"))), kept) for sign in kept)
    assert not is_taken("p1+p2+p3", kept)
