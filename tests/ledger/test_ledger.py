"""Entries come back as they were written, unions lose nothing, and what is taken back can be given back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.ledger.entries import (
    ATTEMPTS_BYTES,
    BLOCK_BYTES,
    DRAFT_BYTES,
    AttemptsTold,
    Content,
    Draft,
    FailedAttempts,
    NoteWritten,
    Published,
    ReadUpTo,
    Undone,
    UnknownEntry,
    attempts_bytes,
    attempts_of,
    draft_bytes,
    draft_of,
    entry_bytes,
    entry_of,
)
from duq_desktop.ledger.ledger import Entry, Ledger

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
CONTENTS: st.SearchStrategy[Content] = st.one_of(
    st.builds(NoteWritten, TEXT, TEXT, TEXT, TEXT),
    st.builds(ReadUpTo, st.integers(0, 2**40), st.binary(max_size=32)),
    st.builds(Published, TEXT, TEXT),
    st.builds(AttemptsTold, TEXT, st.lists(st.tuples(TEXT, st.integers(0, 99)), max_size=3).map(tuple)),
    st.builds(Undone, TEXT, TEXT),
    st.builds(UnknownEntry, st.just('{"kind": "finding", "of": "a newer version"}')),
)


@given(CONTENTS)
def test_every_kind_of_entry_comes_back_as_it_was_written(content: Content) -> None:
    raw = entry_bytes(content)
    assert len(raw) % BLOCK_BYTES == 0
    assert entry_of(raw) == content


@given(st.builds(Draft, TEXT, TEXT, TEXT, TEXT))
def test_a_draft_comes_back_and_short_ones_have_one_size(draft: Draft) -> None:
    assert len(draft_bytes(draft)) == DRAFT_BYTES
    assert draft_of(draft_bytes(draft)) == draft


@given(st.dates(), st.integers(0, 10**9))
def test_attempts_have_one_size_and_open_nowhere_else(day: object, count: int) -> None:
    attempts, bound = FailedAttempts(str(day), count), "attempt|" + "a" * 32 + "|" + "b" * 32
    raw = attempts_bytes(attempts, bound)
    assert len(raw) == ATTEMPTS_BYTES
    assert attempts_of(raw, bound) == attempts
    with pytest.raises(ValueError):
        attempts_of(raw, bound + "x")


@given(
    st.one_of(
        st.binary(max_size=60),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
            lambda inner: st.one_of(
                st.lists(inner, max_size=3),
                st.dictionaries(
                    st.sampled_from(["kind", "at", "text", "days", "number", "link", "entry", "name"]),
                    st.one_of(inner, st.sampled_from(["note", "seen", "kept", "attempts", "undone"])),
                    max_size=5,
                ),
            ),
            max_leaves=8,
        ).map(lambda found: json.dumps(found).encode()),
    )
)
def test_whatever_was_sealed_is_an_entry_or_a_value_error(raw: bytes) -> None:
    try:
        content = entry_of(raw)
    except ValueError:
        return
    assert entry_of(entry_bytes(content)) == content


@st.composite
def sides(draw: st.DrawFn) -> tuple[Ledger, Ledger]:
    """Two copies of one folder: what both have, and what each wrote afterwards and took back."""

    def write(ledger: Ledger, name: str) -> Ledger:
        for number in range(draw(st.integers(0, 6))):
            known = [entry.entry_id for entry in ledger.entries]
            back = draw(st.sampled_from([None, *known])) if known else None
            content = NoteWritten("", f"{name}{number}") if back is None else Undone("", back)
            ledger = ledger.then(Entry(f"{name}{number}", content))
        return ledger

    both = write(Ledger(), "both")
    return write(both, "left"), write(both, "right")


@given(sides())
def test_two_copies_joined_either_way_say_the_same_and_lose_nothing(copies: tuple[Ledger, Ledger]) -> None:
    left, right = copies
    one, other = left.union(right.entries), right.union(left.entries)
    assert set(one.entries) == set(other.entries) == {*left.entries, *right.entries}
    assert set(one.standing()) == set(other.standing())
    assert one.union(right.entries) == one, "again brings nothing new"


@given(sides())
def test_an_entry_counts_unless_something_that_counts_takes_it_back(copies: tuple[Ledger, Ledger]) -> None:
    """Compared with the rule as it is said, worked out the slow way."""
    ledger = copies[0].union(copies[1].entries)

    def counts(entry: Entry) -> bool:
        return not any(
            isinstance(each.content, Undone) and each.content.entry_id == entry.entry_id and counts(each)
            for each in ledger.entries
        )

    expected = [e for e in ledger.entries if not isinstance(e.content, Undone) and counts(e)]
    assert list(ledger.standing()) == expected


def test_taking_back_is_taken_back() -> None:
    ledger = Ledger().then(Entry("1", NoteWritten("", "said")))
    ledger = ledger.then(Entry("2", Undone("", "1")))
    assert ledger.notes() == ()
    ledger = ledger.then(Entry("3", Undone("", "2")))
    assert [note.text for _id, note in ledger.notes()] == ["said"]


def test_what_was_published_is_never_forgotten() -> None:
    ledger = Ledger().then(Entry("1", Published("paper", "bars"))).then(Entry("2", Undone("", "1")))
    assert ledger.published("paper") == ("bars",)
