"""Fakes: small working stand-ins for what a test cannot have, such as a loudspeaker or time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from duq_desktop.content.picture_drawing import Drawing, NotDrawn
from duq_desktop.errors import VoiceError
from duq_desktop.speech.player import SAMPLE_RATE, FillBuffer
from duq_desktop.speech.voice import OnDone, OnWord, VoiceInfo, VoiceSettings, VoiceState
from duq_desktop.words import speech as words


class FakeClock:
    """A clock that a test moves on. In seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class LeapingClock:
    """A clock that is a minute on each time it is asked: nothing ever comes too soon after anything.

    It begins well after every real clock, whatever was timed before it took over.
    """

    def __init__(self) -> None:
        self.now = 1e12

    def __call__(self) -> float:
        self.now += 60
        return self.now


class FakeDevice:
    """A loudspeaker that pulls sound only when a test lets time pass.

    ``heard`` keeps everything it was given, silence too. ``is_plugged_in`` false makes it ask for nothing.
    """

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.heard = bytearray()
        self.is_running = self.is_closed = False
        self.is_plugged_in = True
        self.starts = 0
        self._fill: FillBuffer | None = None

    def open(self, fill: FillBuffer) -> FakeDevice:
        """To be given to a ``Player`` as the way to open its device."""
        if not self.is_plugged_in:
            raise VoiceError(words.NO_SOUND)
        self._fill, self.is_closed = fill, False
        return self

    def start(self) -> None:
        if not self.is_plugged_in:
            raise VoiceError(words.SOUND_LOST)
        self.is_running = True
        self.starts += 1

    def halt(self) -> None:
        self.is_running = False

    def close(self) -> None:
        self.is_running, self.is_closed = False, True

    def pass_time(self, ms: int) -> None:
        """Move the clock on, a period of 10 ms at a time."""
        for _ in range(0, ms, 10):
            if self.is_running and self.is_plugged_in and self._fill is not None:
                self.heard += self._fill(SAMPLE_RATE // 100)
            self.clock.now += 0.01


class InstantDrawer:
    """Draws a brought picture in this process, at once: by ``draw`` of its content, or not at all."""

    def __init__(self, draw: Callable[[bytes], bytes | NotDrawn | None] = bytes) -> None:
        self._draw = draw

    def draw(self, kind: bytes, content: bytes) -> Drawing:
        yield from ()
        return self._draw(content) or NotDrawn.BROKEN

    def close(self) -> None: ...


@dataclass
class SaidOnce:
    """One call of ``say``."""

    text: str
    language: str
    on_word: OnWord | None
    on_done: OnDone | None
    recording: Path | None
    aside: bool


class FakeVoice:
    """A ``Voice`` that writes down what it is told to say; a test lets it speak by hand.

    ``said`` keeps every utterance for ever, ``waiting`` those not yet ended.
    """

    def __init__(self, state: VoiceState = VoiceState.READY) -> None:
        self.said: list[SaidOnce] = []
        self.waiting: list[SaidOnce] = []
        self.settings = VoiceSettings()
        self.ticks = self.stops = self.retries = self.rested = 0
        self.is_closed = False
        self.state = state
        self.state_after_retry = state
        self.offered: tuple[VoiceInfo, ...] = (VoiceInfo("fake", "Fake", "en"),)

    @property
    def is_available(self) -> bool:
        return self.state is VoiceState.READY

    @property
    def is_speaking(self) -> bool:
        return bool(self.waiting)

    is_awake = False

    def rest(self) -> None:
        self.rested += 1

    @property
    def trouble(self) -> VoiceError | None:
        return None if self.is_available else VoiceError(words.NO_SOUND)

    @property
    def texts(self) -> list[str]:
        """The texts of everything said so far."""
        return [one.text for one in self.said]

    def say(
        self,
        text: str,
        *,
        language: str = "en",
        on_word: OnWord | None = None,
        on_done: OnDone | None = None,
        recording: Path | None = None,
        aside: bool = False,
    ) -> None:
        one = SaidOnce(text, language, on_word, on_done, recording, aside)
        self.said.append(one)
        self.waiting.append(one)

    def hear_word(self, start: int, end: int) -> None:
        """The first that waits has come to this word."""
        on_word = self.waiting[0].on_word
        if on_word is not None:
            on_word(start, end)

    def finish(self, heard: bool = True) -> None:
        """The first that waits has ended."""
        one = self.waiting.pop(0)
        if one.on_done is not None:
            one.on_done(heard)

    def stop(self) -> None:
        self.stops += 1
        cut, self.waiting = self.waiting, []
        for one in cut:
            if one.on_done is not None:
                one.on_done(False)

    def tick(self) -> None:
        self.ticks += 1

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        return self.offered

    def change(self, settings: VoiceSettings) -> None:
        self.settings = settings

    def retry(self) -> VoiceState:
        self.retries += 1
        self.state = self.state_after_retry
        return self.state

    def close(self) -> None:
        self.stop()
        self.is_closed = True
