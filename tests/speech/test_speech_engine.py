"""pyttsx3 driven from outside: what a system's driver may do, acted by a fake driver.

The fake does what the source of pyttsx3 2.99's "sapi5" driver does: it speaks in the background, its events
come while it is iterated, it tells of a word that is none at each start, its word events carry the
word as name, and it is free again only when the end of a cut-off utterance has come back. This shows that
our side keeps to that; it does not show that Windows does.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from typing import Any

import pytest
from pyttsx3.engine import Engine as Pyttsx3Engine
from pyttsx3.voice import Voice as Pyttsx3Voice

from duq_desktop.errors import VoiceError
from duq_desktop.speech.engine import Ended, Event, Failed, Pyttsx3Speech, WordHeard, open_engine
from duq_desktop.speech.player import Player
from tests.fakes import FakeClock, FakeDevice


class FakeSystemDriver:
    """Tells one word at each turn, then the end; after a stop, the end comes two turns later."""

    def __init__(self, proxy: Any) -> None:
        self.proxy = proxy
        self.waiting: list[tuple[str, dict[str, Any]]] = []
        self.set: dict[str, object] = {}
        self.is_deaf = False

    def say(self, text: str) -> None:
        self.proxy.setBusy(True)
        if self.is_deaf:
            return
        self.proxy.notify("started-utterance")
        self.waiting = [("started-word", {"name": None, "location": 1, "length": 0})]
        at = 0
        for word in text.split():
            at = text.index(word, at)
            self.waiting.append(("started-word", {"name": word, "location": at, "length": len(word)}))
        self.waiting.append(("finished-utterance", {"completed": True}))

    def stop(self) -> None:
        if self.waiting:
            self.proxy.setBusy(True)
            self.waiting = [("nothing", {}), ("finished-utterance", {"completed": False})]

    def iterate(self) -> Iterator[None]:
        self.proxy.setBusy(False)
        while True:
            if self.waiting:
                topic, values = self.waiting.pop(0)
                self.proxy.notify(topic, **values)
                if topic == "finished-utterance":
                    self.proxy.setBusy(False)
            yield

    def getProperty(self, name: str) -> object:
        return [Pyttsx3Voice("one", "Voice One", [b"\x05en_GB"]), Pyttsx3Voice("two", "Two", ["cy"])]

    def setProperty(self, name: str, value: object) -> None:
        if value == "gone":
            raise ValueError("unknown voice id gone")
        self.set[name] = value

    def startLoop(self) -> None:
        raise AssertionError("the driver's own loop must never run")

    def endLoop(self) -> None:
        raise AssertionError("the driver's own loop must never run")

    def destroy(self) -> None:
        pass


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> tuple[Pyttsx3Speech, FakeSystemDriver, FakeClock]:
    drivers: list[FakeSystemDriver] = []
    module = types.ModuleType("pyttsx3.drivers.fake_system")

    def build(proxy: Any) -> FakeSystemDriver:
        drivers.append(FakeSystemDriver(proxy))
        return drivers[-1]

    vars(module)["buildDriver"] = build
    monkeypatch.setitem(sys.modules, module.__name__, module)
    clock = FakeClock()
    return Pyttsx3Speech(Pyttsx3Engine("fake_system"), clock), drivers[0], clock


def turns(speech: Pyttsx3Speech, count: int) -> list[Event]:
    return [event for _ in range(count) for event in speech.events()]


def speak(speech: Pyttsx3Speech, text: str, voice: str = "one") -> None:
    speech.speak(text, voice=voice, rate=1.0, volume=0.5)


Made = tuple[Pyttsx3Speech, FakeSystemDriver, FakeClock]


def test_words_and_end_without_the_word_that_is_none(made: Made) -> None:
    speech, driver, _ = made
    speak(speech, "one two")
    assert turns(speech, 10) == [WordHeard(0), WordHeard(4), Ended(True)]
    assert driver.set == {"voice": "one", "rate": 160, "volume": 0.5}


def test_several_utterances_one_after_the_other(made: Made) -> None:
    speech, _, _ = made
    for text in ("one", "two", "three"):
        speak(speech, text)
        assert turns(speech, 10) == [WordHeard(0), Ended(True)]


def test_what_was_stopped_tells_nothing_and_the_next_is_spoken_whole(made: Made) -> None:
    speech, _, _ = made
    for _ in range(3):
        speak(speech, "one two three")
        turns(speech, 2)
        speech.stop()
        speak(speech, "four five")
        assert turns(speech, 12) == [WordHeard(0), WordHeard(5), Ended(True)]
    speak(speech, "one two")
    speech.stop()
    assert turns(speech, 10) == []


def test_a_voice_that_is_gone_is_told_as_a_failure(made: Made) -> None:
    speech, _, _ = made
    speak(speech, "one", voice="gone")
    events = turns(speech, 5)
    assert len(events) == 1
    assert isinstance(events[0], Failed)
    assert isinstance(events[0].error, ValueError)


def test_an_engine_that_never_begins_is_a_failure_and_not_a_hang(made: Made) -> None:
    speech, driver, clock = made
    driver.is_deaf = True
    speak(speech, "one")
    assert turns(speech, 5) == []
    clock.now += 6
    events = turns(speech, 5)
    assert len(events) == 1
    assert isinstance(events[0], Failed)
    assert isinstance(events[0].error, VoiceError)


def test_voices_have_plain_language_codes(made: Made) -> None:
    assert [(voice.id, voice.language) for voice in made[0].voices()] == [("one", "en-gb"), ("two", "cy")]


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_where_the_system_driver_does_not_start_ours_speaks(platform: str) -> None:
    """Here neither comtypes nor AppKit is there, so asking for them is asking for the fallback."""
    device = FakeDevice(FakeClock())
    engine = open_engine(Player(device.open, device.clock, lead_in_ms=0), platform)
    engine.speak("Hello", voice="gmw/en", rate=1.0, volume=1.0)
    device.pass_time(100)
    assert any(device.heard)
    engine.close()


def test_our_driver_leaves_no_trace_in_pyttsx3() -> None:
    device = FakeDevice(FakeClock())
    engine = open_engine(Player(device.open, device.clock, lead_in_ms=0), "linux")
    assert not [name for name in sys.modules if "duq_espeak" in name]
    engine.close()
