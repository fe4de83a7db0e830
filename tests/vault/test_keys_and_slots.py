"""Keys, phrases, recovery keys and slots, with real libsodium and small argon2 costs."""

from __future__ import annotations

import multiprocessing
import resource
import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.errors import VaultError
from duq_desktop.vault import slots
from duq_desktop.vault.keys import (
    Envelope,
    KeyPair,
    NewKeys,
    fingerprint_words,
    seal_envelope,
)
from duq_desktop.vault.phrases import WORD_COUNT, make_phrase, normalise, word_list
from duq_desktop.vault.recovery import SYMBOLS, RecoveryKey
from duq_desktop.vault.sizes import SEALED_KEY_BYTES
from duq_desktop.vault.slots import Cost
from duq_desktop.vault.strength import judge_phrase
from duq_desktop.words import sealing as words

SMALL = Cost(1, 8192)
PHRASE = "fern otter moon lamp"
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def sentence(call, *arguments) -> str:
    with pytest.raises(VaultError) as caught:
        call(*arguments)
    str(caught.value)
    return caught.value.sentence


def test_random_phrases_have_four_words_from_at_least_seven_thousand():
    assert WORD_COUNT >= 7000
    assert len(set(word_list())) == WORD_COUNT
    made = {make_phrase() for _ in range(50)}
    assert len(made) == 50
    assert all(len(phrase.split()) == 4 and set(phrase.split()) <= set(word_list()) for phrase in made)


def test_words_that_frighten_or_belittle_are_not_used():
    assert not {"disabled", "imbecile", "headsman", "scared"} & set(word_list())


@pytest.mark.parametrize(
    "typed", ["Fern Otter Moon Lamp", "  fern\totter  moon lamp ", "ｆｅｒｎ otter moon lamp"]
)
def test_case_spaces_and_width_do_not_matter(typed):
    slot = slots.wrap_in_phrase(b"k" * 32, PHRASE, b"here", SMALL)
    assert slots.unwrap_with_phrase(slot, typed, b"here") == b"k" * 32
    assert normalise(typed) == PHRASE


def test_the_wrong_phrase_is_told_apart_from_damage():
    slot = slots.wrap_in_phrase(b"k" * 32, PHRASE, b"here", SMALL)
    assert sentence(slots.unwrap_with_phrase, slot, "fern otter moon lamb", b"here") == words.WRONG_PHRASE
    assert sentence(slots.unwrap_with_phrase, slot, PHRASE, b"elsewhere") == words.WRONG_PHRASE
    assert sentence(slots.unwrap_with_phrase, slot, " ", b"here") == words.PHRASE_EMPTY
    for changed in (
        replace(slot, box=bytes([slot.box[0] ^ 1]) + slot.box[1:]),
        replace(slot, salt=slot.salt[:-1]),
        replace(slot, cost=Cost(2, 8192)),
    ):
        assert sentence(slots.unwrap_with_phrase, changed, PHRASE, b"here") == words.KEY_DAMAGED


def test_a_cost_from_the_file_that_would_eat_the_memory_is_refused():
    slot = slots.wrap_in_phrase(b"k" * 32, PHRASE, b"here", SMALL)
    greedy = replace(slot, cost=Cost(3, 2**40))
    greedy = replace(greedy, check=greedy.checksum())
    assert sentence(slots.unwrap_with_phrase, greedy, PHRASE, b"here") == words.KEY_DAMAGED


def _unwrap_with_little_memory(slot, answer) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20, 400 * 2**20))
    try:
        slots.unwrap_with_phrase(slot, PHRASE, b"here")
        answer.send("opened")
    except VaultError as error:
        answer.send(str(error))


def test_too_little_memory_is_not_a_wrong_phrase():
    slot = slots.wrap_in_phrase(b"k" * 32, PHRASE, b"here", SMALL)
    heavy = replace(slot, cost=Cost(1, 512 * 2**20))
    heavy = replace(heavy, check=heavy.checksum())
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_unwrap_with_little_memory, args=(heavy, theirs))
    child.start()
    assert ours.poll(60)
    assert ours.recv() == words.TOO_LITTLE_MEMORY.format(megabytes=512)
    child.join()
    ours.close()
    theirs.close()


def test_phrases_that_are_too_short_wrap_nothing():
    assert sentence(slots.wrap_in_phrase, b"k" * 32, "short", b"", SMALL) == words.PHRASE_TOO_SHORT
    assert sentence(slots.wrap_in_phrase, b"k" * 32, "  ", b"", SMALL) == words.PHRASE_EMPTY


def test_a_recovery_key_opens_and_another_does_not():
    key = RecoveryKey.make()
    slot = slots.wrap_in_recovery(b"k" * 32, key, b"here")
    assert slots.unwrap_with_recovery(slot, RecoveryKey.parse(key.text), b"here") == b"k" * 32
    other = sentence(slots.unwrap_with_recovery, slot, RecoveryKey.make(), b"here")
    assert other == words.WRONG_RECOVERY_KEY


def test_recovery_keys_are_letters_and_digits_in_groups():
    for _ in range(200):
        key = RecoveryKey.make()
        assert len(key.symbols) == SYMBOLS and set(key.symbols) <= set(_SYMBOLS)
        assert [len(group) for group in key.groups] == [5, 5, 6, 5, 5]
        assert key.symbols not in repr(key)
        assert key.ends_with(key.groups[-1].lower()) and not key.ends_with(key.groups[-2])
        assert not key.ends_with("") and not key.ends_with("U")


@settings(deadline=None)
@given(st.data())
def test_every_single_typing_error_in_a_recovery_key_is_caught(data):
    key = RecoveryKey.make()
    index = data.draw(st.integers(0, SYMBOLS - 1))
    other = data.draw(st.sampled_from([symbol for symbol in _SYMBOLS if symbol != key.symbols[index]]))
    changed = key.symbols[:index] + other + key.symbols[index + 1 :]
    assert sentence(RecoveryKey.parse, changed) == words.RECOVERY_MISTYPED


@settings(deadline=None)
@given(st.data())
def test_every_exchange_of_neighbours_in_a_recovery_key_is_caught(data):
    key = RecoveryKey.make()
    index = data.draw(st.integers(0, SYMBOLS - 3))
    first, second = key.symbols[index : index + 2]
    changed = key.symbols[:index] + second + first + key.symbols[index + 2 :]
    if first != second:
        assert sentence(RecoveryKey.parse, changed) == words.RECOVERY_MISTYPED


@settings(deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_as_a_recovery_key_gets_a_sentence(typed):
    try:
        RecoveryKey.parse(typed)
    except VaultError as error:
        assert str(error)


def test_look_alikes_and_hyphens_are_read_as_meant():
    key = RecoveryKey.make()
    typed = key.text.lower().replace("0", "o").replace("1", "l").replace("-", " – ")
    assert RecoveryKey.parse(typed) == key


def test_what_is_sealed_to_the_public_key_only_the_private_key_opens():
    pair, other = KeyPair.make(), KeyPair.make()
    envelope = Envelope("a" * 32, "b" * 32, bytes(range(32)), "person", True)
    sealed = seal_envelope(pair.public, envelope)
    assert len(sealed) == SEALED_KEY_BYTES
    assert pair.open_envelope(sealed) == envelope
    assert sentence(other.open_envelope, sealed) == words.DAMAGED
    assert sentence(pair.open_envelope, sealed[:-1]) == words.DAMAGED


def test_sealed_keys_have_one_size_for_every_stream():
    sizes = {
        len(seal_envelope(KeyPair.make().public, Envelope("a" * 32, "b" * 32, b"k" * 32, stream)))
        for stream in ("person", "family", "staff", "other", "")
    }
    assert sizes == {SEALED_KEY_BYTES}


def test_own_notes_cannot_be_written_with_the_public_key_alone():
    pair = KeyPair.make()
    sealed = pair.seal_own(b"rang the council", b"note 1")
    assert pair.open_own(sealed, b"note 1") == b"rang the council"
    assert sentence(pair.open_own, sealed, b"note 2") == words.DAMAGED
    assert sentence(KeyPair.make().open_own, sealed, b"note 1") == words.DAMAGED


def test_a_fingerprint_is_four_words_that_change_with_the_key():
    keys = NewKeys.make()
    assert keys.fingerprint_words == fingerprint_words(keys.pair.fingerprint)
    assert KeyPair(keys.pair.private).fingerprint == keys.fingerprint
    assert len({NewKeys.make().fingerprint_words for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("phrase", "enough"),
    [
        ("", False),
        ("password1234", False),
        ("manchester2024!", False),
        ("sunnybank house", False),
        ("aaaaaaaaaaaaaaaaaaaaaaa", False),
        (PHRASE, True),
        ("correct horse battery staple", True),
    ],
)
def test_own_phrases_are_judged(phrase, enough):
    judged = judge_phrase(phrase, known=["Sunnybank House"])
    assert judged.enough is enough
    assert judged.sentence.format(time=judged.time)


def test_every_random_phrase_is_judged_good_enough():
    assert all(judge_phrase(make_phrase()).enough for _ in range(30))


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_the_judge_has_a_sentence_for_any_text(phrase):
    assert judge_phrase(phrase, known=[phrase, ""]).sentence


@settings(deadline=None)
@given(st.text(alphabet=string.printable, max_size=40))
def test_normalising_twice_changes_nothing(phrase):
    assert normalise(normalise(phrase)) == normalise(phrase)
