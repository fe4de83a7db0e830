"""The real espeak-ng: sound of the right length and loudness, one time for each word."""

from __future__ import annotations

import array
import ctypes
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.errors import VoiceError
from duq_desktop.speech import espeak as espeak_module
from duq_desktop.speech.engine import voices_for
from duq_desktop.speech.espeak import Espeak, Spoken, snap

SENTENCE = "Do you choose who helps you at home, and when they come?"
BRITISH = "gmw/en"


def speak(espeak: Espeak, text: str, words_per_minute: int = 160, volume: float = 1.0) -> Spoken:
    return espeak.synthesise(text, voice=BRITISH, words_per_minute=words_per_minute, volume=volume)


def seconds(spoken: Spoken) -> float:
    return len(spoken.pcm) / 2 / 22_050


def loudness(pcm: bytes) -> float:
    samples = array.array("h", pcm)
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples))


def test_a_sentence_sounds_like_one(espeak: Espeak) -> None:
    spoken = speak(espeak, SENTENCE)
    assert espeak.sample_rate == 22_050
    assert 2 <= seconds(spoken) <= 5
    assert loudness(spoken.pcm) > 500


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "In the house of the people of the town, that is for the best.",
        "Don't pay £5.50 to Zoë's friend.",
        "You are 😀 today!",
    ],
)
def test_each_word_has_one_time_and_the_times_rise(espeak: Espeak, text: str) -> None:
    spoken = speak(espeak, text)
    assert [text[start:end] for start, end, _ in spoken.words] == text.split()
    times = [at for _, _, at in spoken.words]
    assert times == sorted(times)
    assert all(0 <= at <= seconds(spoken) * 1000 for at in times)
    assert len(set(times)) == len(times)


def test_word_times_stay_the_same_from_one_time_to_the_next(espeak: Espeak) -> None:
    first, second = speak(espeak, SENTENCE), speak(espeak, SENTENCE)
    for one, other in zip(first.words, second.words, strict=True):
        assert one[2] == pytest.approx(other[2], abs=5)


def test_slow_is_longer_and_fast_is_shorter(espeak: Espeak) -> None:
    slow, normal, fast = (seconds(speak(espeak, SENTENCE, pace)) for pace in (80, 160, 320))
    assert slow > 1.5 * normal
    assert fast < 0.7 * normal


def test_volume_is_heard(espeak: Espeak) -> None:
    full, half = (loudness(speak(espeak, SENTENCE, volume=volume).pcm) for volume in (1.0, 0.5))
    assert half == pytest.approx(full / 2, rel=0.15)
    assert loudness(speak(espeak, SENTENCE, volume=0.0).pcm) < 1


def test_voices_differ(espeak: Espeak) -> None:
    low = espeak.synthesise("Hello there.", voice=BRITISH, words_per_minute=160)
    high = espeak.synthesise("Hello there.", voice=BRITISH + "+f3", words_per_minute=160)
    assert low.pcm != high.pcm


def test_sound_comes_in_parts_while_the_rest_is_made(espeak: Espeak) -> None:
    parts: list[bytes] = []
    spoken = espeak.synthesise(SENTENCE, voice=BRITISH, words_per_minute=160, hear=parts.append)
    assert b"".join(parts) == spoken.pcm
    assert len(parts) > 3
    assert len(parts[0]) <= 22_050 * 2 * 0.51


class StartsCounted:
    """The real library, counting how often it is started."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self.library = library
        self.starts = 0

    def __getattr__(self, name: str) -> object:
        if name == "espeak_Initialize":
            self.starts += 1
        return getattr(self.library, name)


def test_the_library_is_started_once_in_a_process(espeak: Espeak, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second start makes espeak-ng read freed memory: it ended these tests with a segmentation fault."""
    library, data = espeak_module._load()
    counted = StartsCounted(library)
    monkeypatch.setattr(espeak_module, "_load", lambda: (counted, data))
    again = Espeak()
    assert counted.starts == 0
    assert again.sample_rate == espeak.sample_rate
    assert len(speak(again, SENTENCE).pcm) == pytest.approx(len(speak(espeak, SENTENCE).pcm), abs=500)


def test_a_listener_that_fails_ends_the_synthesis_with_its_own_error(espeak: Espeak) -> None:
    heard: list[bytes] = []

    def fail(pcm: bytes) -> None:
        heard.append(pcm)
        raise VoiceError("the loudspeaker is gone")

    with pytest.raises(VoiceError, match="the loudspeaker is gone"):
        espeak.synthesise(SENTENCE, voice=BRITISH, words_per_minute=160, hear=fail)
    assert len(heard) == 1
    assert 2 <= seconds(speak(espeak, SENTENCE)) <= 5, "and the engine is none the worse"


def test_an_unknown_voice_is_an_expected_error(espeak: Espeak) -> None:
    with pytest.raises(VoiceError):
        espeak.synthesise("Hello", voice="nowhere/xx", words_per_minute=160)
    assert seconds(speak(espeak, "Hello")) > 0.2, "and the engine is none the worse"


@pytest.mark.parametrize(
    ("language", "first"),
    [("en", "en-gb"), ("en-GB", "en-gb"), ("en_US", "en-us"), ("cy", "cy"), ("pl-PL", "pl"), ("ar", "ar")],
)
def test_the_nearest_voice_comes_first(espeak: Espeak, language: str, first: str) -> None:
    found = voices_for(language, espeak.voices)
    assert found[0].language == first
    assert found[1].higher, "there is a higher voice to choose from, too"
    assert {voice.language[:2] for voice in found} == {first[:2]}


def test_every_voice_offered_for_the_home_languages_speaks(espeak: Espeak) -> None:
    for language in ("en", "cy", "gd", "ga", "pl", "ur", "bn"):
        for voice in voices_for(language, espeak.voices):
            assert espeak.synthesise("one two", voice=voice.id, words_per_minute=160).pcm, voice


def test_no_voice_for_a_language_nobody_knows(espeak: Espeak) -> None:
    assert voices_for("zz", espeak.voices) == ()


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
@settings(max_examples=60, deadline=None)
def test_nothing_typed_breaks_it(espeak: Espeak, text: str) -> None:
    spoken = speak(espeak, text)
    assert [text[start:end] for start, end, _ in spoken.words] == text.split()
    times = [at for _, _, at in spoken.words]
    assert times == sorted(times)


@given(
    text=st.text(st.sampled_from("ab £.\n"), max_size=30),
    events=st.lists(st.tuples(st.integers(-2, 40), st.integers(0, 5000)), max_size=12),
)
@settings(max_examples=150)
def test_snap_gives_each_token_a_time_whatever_the_events(text: str, events: list[tuple[int, int]]) -> None:
    snapped = snap(text, events, 5000.0)
    assert [text[start:end] for start, end, _ in snapped] == text.split()
    times = [at for _, _, at in snapped]
    assert times == sorted(times)
    assert all(0 <= at <= 5000 for at in times)
