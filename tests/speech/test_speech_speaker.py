"""The queue, with the real espeak-ng through pyttsx3 and a loudspeaker whose time the test moves."""

from __future__ import annotations

import array
import gc
import statistics
import sys
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from duq_desktop.errors import VoiceError
from duq_desktop.speech.engine import Ended, Engine, Event, Failed, WordHeard, open_engine
from duq_desktop.speech.espeak import Espeak
from duq_desktop.speech.player import SAMPLE_RATE, Player
from duq_desktop.speech.speaker import Speaker
from duq_desktop.speech.voice import Policy, VoiceInfo, VoiceSettings, VoiceState
from duq_desktop.words import speech as words
from tests.fakes import FakeClock, FakeDevice
from tests.speech.conftest import Room

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PACK_TEXTS = Path(__file__).resolve().parents[2] / "easyread" / "duq-code" / "texts"
QUESTION = "Do you choose who helps you? Call 999 on 12/03/2026, or pay £5.50 to Zoë."


def test_every_word_is_told_once_in_order_and_then_the_end(room: Room) -> None:
    room.say(QUESTION)
    room.listen_to_the_end()
    assert [word for _, word in room.words] == QUESTION.split()
    assert room.ends == [(QUESTION, True)]


def test_words_are_told_when_they_are_heard(room: Room, espeak: Espeak) -> None:
    text = "Do you choose who helps you at home?"
    spoken = espeak.synthesise(text, voice="gmw/en", words_per_minute=160)
    began = room.device.clock.now
    room.say(text)
    room.listen_to_the_end()
    for (at, told), (start, end, at_ms) in zip(room.words, spoken.words, strict=True):
        assert told == text[start:end]
        assert (at - began) * 1000 == pytest.approx(at_ms, abs=35), told
    length_ms = (room.device.clock.now - began) * 1000
    assert length_ms == pytest.approx(len(spoken.pcm) / 2 * 1000 / SAMPLE_RATE, abs=400)


def test_the_sound_is_the_sound_of_espeak(room: Room, espeak: Espeak) -> None:
    room.say("Hello there.")
    room.listen_to_the_end()
    samples = array.array("h", bytes(room.device.heard))
    heard = [index for index, sample in enumerate(samples) if abs(sample) > 200]
    assert max(map(abs, samples)) > 3_000
    assert 0.3 < (heard[-1] - heard[0]) / SAMPLE_RATE < 1.5


def test_the_first_sound_is_ready_before_say_returns(room: Room) -> None:
    room.say("Hello.")
    assert room.device.is_running
    room.device.pass_time(100)
    assert any(room.device.heard)


def test_waiting_says_one_after_the_other(room: Room) -> None:
    for text in ("One.", "Two.", "Three."):
        room.say(text)
    room.listen_to_the_end()
    assert [word for _, word in room.words] == ["One.", "Two.", "Three."]
    assert room.ends == [("One.", True), ("Two.", True), ("Three.", True)]


def test_interrupting_cuts_off_what_is_said_and_what_waits(room: Room) -> None:
    room.say("This is a long sentence about many things.")
    room.say("This waits.")
    room.speaker.change(VoiceSettings(policy=Policy.INTERRUPT))
    room.listen(300)
    room.say("New.")
    assert room.ends == [("This is a long sentence about many things.", False), ("This waits.", False)]
    room.listen_to_the_end()
    assert room.ends[-1] == ("New.", True)
    assert room.words[-1][1] == "New."


def test_stop_is_silence_at_once(room: Room) -> None:
    room.say(QUESTION)
    room.say("Another.")
    room.listen(700)
    handed, told = room.speaker._player.handed_over, len(room.words)
    room.speaker.stop()
    assert not room.speaker.is_speaking
    assert room.ends == [(QUESTION, False), ("Another.", False)]
    room.listen(3_000)
    assert room.speaker._player.handed_over == handed
    assert len(room.words) == told
    assert len(room.ends) == 2


def test_it_speaks_again_after_a_stop(room: Room) -> None:
    for _ in range(5):
        room.say(QUESTION)
        room.listen(200)
        room.speaker.stop()
    room.words.clear()
    room.say("Hello again.")
    room.listen_to_the_end()
    assert [word for _, word in room.words] == ["Hello", "again."]


def test_a_callback_may_say_and_stop(room: Room) -> None:
    said: list[str] = []

    def second(heard: bool) -> None:
        said.append(f"first {heard}")
        room.say("Second.")

    room.speaker.say("First thing here.", on_word=lambda a, b: room.speaker.stop(), on_done=second)
    room.listen_to_the_end()
    assert said == ["first False"]
    assert room.ends == [("Second.", True)]


def test_its_own_callbacks_are_never_called_from_say(room: Room) -> None:
    room.say("")
    room.say("…")
    assert room.ends == []
    room.listen(20)
    assert room.ends == [("", True), ("…", True)]


def test_long_text_is_made_a_little_ahead_not_at_once(room: Room) -> None:
    text = "This is one more sentence in a long text. " * 40
    room.say(text)
    assert room.speaker._player.ahead_ms < 6_000
    room.listen(2_000)
    assert room.speaker._player.ahead_ms < 10_000
    room.listen_to_the_end()
    assert [word for _, word in room.words] == text.split()


def test_a_word_that_never_ends_is_one_word_and_can_be_stopped(room: Room) -> None:
    text = "Look: " + "ba" * 2_000 + " there"
    room.say(text)
    room.listen(4_000)
    assert [len(word) for _, word in room.words] == [5, 4_000]
    assert room.speaker._player.ahead_ms < 60_000
    room.speaker.stop()
    assert room.ends == [(text, False)]


def test_pace_and_volume_and_asides(room: Room) -> None:
    def lasting(settings: VoiceSettings, aside: bool = False) -> tuple[float, int]:
        room.speaker.change(settings)
        began = room.device.clock.now
        room.device.heard.clear()
        room.say("Do you choose who helps you?", aside=aside)
        room.listen_to_the_end()
        return room.device.clock.now - began, max(map(abs, array.array("h", bytes(room.device.heard))))

    normal, loud = lasting(VoiceSettings())
    slow, _ = lasting(VoiceSettings(rate=0.5))
    assert slow > normal * 1.5
    assert lasting(VoiceSettings(rate=0.01))[0] == pytest.approx(slow, abs=0.05), "never slower than half"
    assert lasting(VoiceSettings(aside_volume=0.25), aside=True)[1] == pytest.approx(loud / 4, rel=0.2)


def test_a_chosen_voice_is_used_and_one_that_is_gone_falls_back(room: Room) -> None:
    def heard(chosen: str) -> bytes:
        room.speaker.change(VoiceSettings(chosen={"en": chosen}))
        room.device.heard.clear()
        room.say("Hello there.")
        room.listen_to_the_end()
        return bytes(room.device.heard)

    usual, higher, gone = heard("gmw/en"), heard("gmw/en+f3"), heard("no longer here")
    assert len(higher) != len(usual)
    assert len(gone) == pytest.approx(len(usual), abs=2_000)
    assert room.speaker.trouble is None


def test_a_language_without_a_voice_is_told_and_the_next_text_is_spoken(room: Room) -> None:
    room.say("Hello", language="zz")
    room.listen(20)
    assert room.ends == [("Hello", False)]
    assert room.speaker.trouble is not None
    assert room.speaker.trouble.sentence == words.NO_VOICE_FOR_LANGUAGE
    assert "zz" in str(room.speaker.trouble)
    assert room.speaker.is_available
    room.say("Hello")
    room.listen_to_the_end()
    assert room.ends[-1] == ("Hello", True)
    assert room.speaker.trouble is None


class BreakingEngine:
    """Says one word, then fails."""

    def __init__(self) -> None:
        self.given: list[Event] = []
        self.closed = False

    def speak(self, spoken: str, *, voice: str, rate: float, volume: float) -> None:
        self.given = [WordHeard(0), Failed(OSError("the library is gone"))]

    def stop(self) -> None:
        self.given.clear()

    def events(self) -> list[Event]:
        return [self.given.pop(0)] if self.given else []

    def voices(self) -> tuple[VoiceInfo, ...]:
        return (VoiceInfo("one", "One", "en"),)

    def close(self) -> None:
        self.closed = True


class SteadyEngine(BreakingEngine):
    """Says one word and ends."""

    def speak(self, spoken: str, *, voice: str, rate: float, volume: float) -> None:
        self.given = [WordHeard(0), Ended(True)]


def test_an_engine_that_fails_in_the_middle_and_is_mended() -> None:
    engines = [BreakingEngine(), SteadyEngine()]
    device = FakeDevice(FakeClock())

    def next_engine(player: Player) -> Engine:
        return engines.pop(0)

    breaking = engines[0]
    speaker = Speaker(
        next_engine, Player(device.open, device.clock, lead_in_ms=0), VoiceSettings(policy=Policy.WAIT)
    )
    room = Room(speaker, device)
    room.say("Hello there")
    room.say("Waiting")
    room.listen(50)
    assert [word for _, word in room.words] == ["Hello"]
    assert room.ends == [("Hello there", False), ("Waiting", False)]
    assert speaker.state is VoiceState.BROKEN
    assert not speaker.is_available
    assert speaker.trouble is not None
    assert speaker.trouble.sentence == words.VOICE_BROKE
    room.say("Silence")
    room.listen(20)
    assert room.ends[-1] == ("Silence", False)
    assert speaker.retry() is VoiceState.READY
    assert breaking.closed
    room.say("Hello")
    room.listen(50)
    assert room.ends[-1] == ("Hello", True)
    speaker.close()


def test_espeak_failing_in_the_middle_of_a_text(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second sentence cannot be made: what pyttsx3 would swallow reaches the app as trouble."""
    whole = Espeak.synthesise

    def broken(self: Espeak, text: str, **how: object) -> object:
        if text.startswith("Two"):
            raise VoiceError(words.VOICE_BROKE)
        return whole(self, text, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(Espeak, "synthesise", broken)
    room.say("One is said. Two is not.")
    room.listen(500)
    assert room.ends == [("One is said. Two is not.", False)]
    assert room.speaker.state is VoiceState.BROKEN
    monkeypatch.undo()
    assert room.speaker.retry() is VoiceState.READY
    room.say("Two is said now.")
    room.listen_to_the_end()
    assert room.ends[-1] == ("Two is said now.", True)


def test_a_loudspeaker_pulled_out_and_plugged_in_again(room: Room) -> None:
    room.say(QUESTION)
    room.listen(300)
    room.device.is_plugged_in = False
    room.listen(2_500)
    assert room.ends == [(QUESTION, False)]
    assert room.speaker.state is VoiceState.NO_SOUND
    assert room.speaker.trouble is not None
    assert room.speaker.trouble.sentence == words.SOUND_LOST
    assert room.speaker.retry() is VoiceState.NO_SOUND
    room.device.is_plugged_in = True
    assert room.speaker.retry() is VoiceState.READY
    room.say("Here again.")
    room.listen_to_the_end()
    assert room.ends[-1] == ("Here again.", True)


def test_no_loudspeaker_at_the_start() -> None:
    device = FakeDevice(FakeClock())
    device.is_plugged_in = False
    speaker = Speaker(open_engine, Player(device.open, device.clock, lead_in_ms=0), VoiceSettings())
    room = Room(speaker, device)
    assert speaker.state is VoiceState.NO_SOUND
    assert not speaker.is_available
    room.say("Hello")
    room.listen(10)
    assert room.ends == [("Hello", False)]
    device.is_plugged_in = True
    assert speaker.retry() is VoiceState.READY
    room.say("Hello")
    room.listen_to_the_end()
    assert room.ends[-1] == ("Hello", True)
    speaker.close()
    room.say("After the end")
    room.listen(10)
    assert room.ends[-1] == ("After the end", False)


def tone(path: Path, ms: int) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(b"\x00\x20\x00\x20" * (44_100 * ms // 1000))
    return path


def no_engine(player: Player) -> Engine:
    raise VoiceError(words.NO_ENGINE)


def test_a_recording_is_played_in_place_of_the_text(room: Room, tmp_path: Path) -> None:
    room.say("Hello", recording=tone(tmp_path / "hello.wav", 700))
    room.say("Then this.")
    began = room.device.clock.now
    while not room.ends:
        room.listen(10)
    assert room.device.clock.now - began == pytest.approx(0.75, abs=0.1)
    samples = array.array("h", bytes(room.device.heard))
    assert sum(1 for sample in samples if abs(sample - 0x2000) < 64) > SAMPLE_RATE * 0.6
    room.listen_to_the_end()
    assert room.ends == [("Hello", True), ("Then this.", True)]


def test_a_recording_is_stopped_and_made_quieter(room: Room, tmp_path: Path) -> None:
    room.speaker.change(VoiceSettings(volume=0.5))
    room.say("Hello", recording=tone(tmp_path / "hello.wav", 5_000))
    room.listen(400)
    room.speaker.stop()
    handed = room.speaker._player.handed_over
    room.listen(500)
    assert room.speaker._player.handed_over == handed
    samples = [sample for sample in array.array("h", bytes(room.device.heard)) if sample]
    assert statistics.median(samples) == pytest.approx(0x1000, abs=64)
    assert room.ends == [("Hello", False)]


@pytest.mark.parametrize("content", [None, b"", b"RIFF", b"OggS" + bytes(400), b"no sound at all" * 99])
def test_a_recording_that_cannot_be_played_is_spoken(
    room: Room, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "hello.ogg"
    if content is not None:
        path.write_bytes(content)
    room.say("Hello there", recording=path)
    room.listen_to_the_end()
    assert [word for _, word in room.words] == ["Hello", "there"]
    assert room.ends == [("Hello there", True)]


def test_recordings_play_even_where_there_is_no_engine(tmp_path: Path) -> None:
    device = FakeDevice(FakeClock())
    speaker = Speaker(
        no_engine, Player(device.open, device.clock, lead_in_ms=0), VoiceSettings(policy=Policy.WAIT)
    )
    room = Room(speaker, device)
    assert speaker.state is VoiceState.NO_ENGINE
    assert not speaker.is_available
    room.say("Hello", recording=tone(tmp_path / "hello.wav", 200))
    room.say("No recording")
    room.listen_to_the_end()
    assert room.ends == [("Hello", True), ("No recording", False)]
    speaker.close()


def strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, (dict, list)):
        for part in node.values() if isinstance(node, dict) else node:
            yield from strings(part)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_word_of_the_questions_is_told_in_order(room: Room, language: str) -> None:
    with (PACK_TEXTS / f"{language}.toml").open("rb") as file:
        texts = sorted({text for text in strings(tomllib.load(file)) if text.strip()})
    assert len(texts) > 100
    for text in texts:
        room.words.clear()
        room.say(text, language=language)
        while room.speaker.is_speaking:
            room.device.pass_time(50)
            room.speaker.tick()
        spoken = [token for token in text.split() if any(map(str.isalnum, token))]
        assert [word for _, word in room.words] == spoken, text
    assert all(heard for _, heard in room.ends)


def resident_kb() -> int:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    raise AssertionError("no VmRSS")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_five_hundred_plays_leave_memory_flat_and_no_file(room: Room) -> None:
    folder = Path(tempfile.gettempdir())

    def sounds_left() -> set[Path]:
        return {path for path in folder.iterdir() if path.suffix in {".wav", ".aiff", ".mp3", ".ogg"}}

    before = sounds_left()
    sizes: list[int] = []
    for turn in range(500):
        room.say(f"Question {turn}. Do you choose who helps you?")
        room.listen(60)
        if turn % 5:
            room.speaker.stop()
        else:
            room.listen_to_the_end()
        room.device.heard.clear()
        room.words.clear()
        if turn % 50 == 49:
            gc.collect()
            sizes.append(resident_kb())
    assert len(room.ends) == 500
    assert room.speaker.trouble is None
    assert sizes[-1] - sizes[1] < 1_000, sizes
    assert sounds_left() <= before
