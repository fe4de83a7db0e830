"""Where there is no voice, and what every voice keeps to, the fake one too."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from duq_desktop.errors import VoiceError
from duq_desktop.speech.espeak import Espeak
from duq_desktop.speech.opening import open_voice
from duq_desktop.speech.player import usable_backends
from duq_desktop.speech.recording import Recording
from duq_desktop.speech.silent import SilentVoice
from duq_desktop.speech.voice import Policy, Voice, VoiceSettings, VoiceState
from duq_desktop.words import speech as words
from tests.fakes import FakeVoice

MAKERS: list[Callable[[], Voice]] = [SilentVoice, FakeVoice, open_voice]


@pytest.fixture(params=MAKERS, ids=["silent", "fake", "this computer's"])
def voice(request: pytest.FixtureRequest) -> Iterator[Voice]:
    made: Voice = request.param()
    yield made
    made.close()


def test_an_end_is_told_once_after_stop_and_never_from_say(voice: Voice) -> None:
    ends: list[bool] = []
    voice.say("Hello there.", on_done=ends.append)
    assert ends == []
    voice.stop()
    voice.stop()
    assert ends == [False]
    assert not voice.is_speaking


def test_trouble_and_state_agree(voice: Voice) -> None:
    assert voice.is_available == (voice.state is VoiceState.READY) == (voice.trouble is None)
    if voice.trouble is not None:
        assert isinstance(voice.trouble, VoiceError)
        assert str(voice.trouble)


def test_everything_else_may_be_called_at_any_time(voice: Voice) -> None:
    voice.tick()
    voice.change(VoiceSettings(policy=Policy.WAIT))
    assert all(known.language for known in voice.voices("en"))
    assert voice.retry() is voice.state
    voice.close()
    voice.tick()


def test_silence_ends_each_utterance_at_the_next_tick() -> None:
    voice = SilentVoice()
    ends: list[bool] = []
    voice.say("Hello", on_done=ends.append)
    assert voice.is_speaking
    voice.tick()
    assert ends == [False]
    assert voice.trouble is not None
    assert voice.trouble.sentence == words.NO_ENGINE


@pytest.mark.parametrize("missing", ["espeakng_loader", "library", "data"])
def test_no_espeak_is_an_expected_error_as_on_arm_linux(
    missing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if missing == "espeakng_loader":
        monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    elif missing == "library":
        monkeypatch.setattr("espeakng_loader.get_library_path", lambda: str(tmp_path / "none.so"))
    else:
        monkeypatch.setattr("espeakng_loader.get_data_path", lambda: str(tmp_path))
    with pytest.raises(VoiceError) as caught:
        Espeak()
    assert caught.value.sentence == words.NO_ENGINE
    monkeypatch.undo()
    assert Espeak().voices, "and where it is there, it works"


def test_settings_are_brought_within_their_bounds() -> None:
    wild = VoiceSettings(rate=99, volume=-1, aside_volume=7).within_bounds()
    assert (wild.rate, wild.volume, wild.aside_volume) == (2.0, 0.0, 1.0)


def test_the_ways_to_a_loudspeaker_never_hold_the_null_device() -> None:
    assert all(backend.name not in {"NULL", "JACK", "CUSTOM"} for backend in usable_backends())


def test_an_mp3_is_read_to_its_end(tmp_path: Path) -> None:
    """Forty empty frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz: each is 417 bytes, 26 ms, silent."""
    path = tmp_path / "silence.mp3"
    path.write_bytes((b"\xff\xfb\x90\x00" + bytes(413)) * 40)
    recording = Recording(path)
    read = 0
    while not recording.is_over:
        read += len(recording.read())
    assert 0.9 < read / 2 / 22_050 < 1.2
