"""A voice with the real espeak-ng and a loudspeaker whose time a test moves on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from duq_desktop.speech.engine import open_engine
from duq_desktop.speech.espeak import Espeak
from duq_desktop.speech.player import Player
from duq_desktop.speech.speaker import Speaker
from duq_desktop.speech.voice import Policy, VoiceSettings
from tests.fakes import FakeClock, FakeDevice


@dataclass
class Room:
    """A speaker, and the loudspeaker and clock around it."""

    speaker: Speaker
    device: FakeDevice
    words: list[tuple[float, str]] = field(default_factory=list)
    ends: list[tuple[str, bool]] = field(default_factory=list)

    def say(self, text: str, **more: object) -> None:
        """Say and note each word with the time it was told (seconds), and the end."""

        def on_word(start: int, end: int) -> None:
            self.words.append((self.device.clock.now, text[start:end]))

        self.speaker.say(
            text,
            on_word=on_word,
            on_done=lambda heard: self.ends.append((text, heard)),
            **more,  # type: ignore[arg-type]
        )

    def listen(self, ms: int) -> None:
        """Let time pass, with a tick every 10 ms."""
        for _ in range(0, ms, 10):
            self.device.pass_time(10)
            self.speaker.tick()

    def listen_to_the_end(self) -> None:
        """Until nothing is said any more; two minutes of speech are more than any test needs."""
        for _ in range(12_000):
            if not self.speaker.is_speaking:
                return
            self.listen(10)
        raise AssertionError("the voice never ended")


@pytest.fixture
def room() -> Iterator[Room]:
    clock = FakeClock()
    device = FakeDevice(clock)
    speaker = Speaker(
        open_engine, Player(device.open, clock, lead_in_ms=0), VoiceSettings(policy=Policy.WAIT)
    )
    yield Room(speaker, device)
    speaker.close()


@pytest.fixture(scope="session")
def espeak() -> Espeak:
    return Espeak()
