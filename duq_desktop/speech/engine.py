"""Engines: what turns a prepared text into sound and tells, as events, how far it has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from pyttsx3.engine import Engine as Pyttsx3Engine

from duq_desktop.errors import VoiceError
from duq_desktop.speech.driver import pyttsx3_engine
from duq_desktop.speech.espeak import Espeak
from duq_desktop.speech.player import Player
from duq_desktop.speech.voice import VoiceInfo
from duq_desktop.words import speech as words

NORMAL_WORDS_PER_MINUTE = 160
"""The pace called normal: a little under espeak-ng's own 175. Our choice, not yet tried with people."""

BEGINS_WITHIN_S = 5.0
"""A system's engine that has not begun an utterance by then never will."""


@dataclass(frozen=True)
class WordHeard:
    """A word begins to be heard at this place of the spoken text."""

    offset: int


@dataclass(frozen=True)
class Ended:
    """The utterance is over."""

    completed: bool


@dataclass(frozen=True)
class Failed:
    """The engine cannot go on."""

    error: Exception


Event = WordHeard | Ended | Failed


class Engine(Protocol):
    """Speaks one text at a time."""

    def speak(self, spoken: str, *, voice: str, rate: float, volume: float) -> None:
        """Begin; ``rate`` is times the normal pace, ``volume`` from 0 to 1."""

    def stop(self) -> None:
        """Silence at once; no event of what was stopped follows."""

    def events(self) -> list[Event]:
        """Work a little, and give what happened since the last call."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Every voice there is."""

    def close(self) -> None:
        """Silence, for good."""


class Pyttsx3Speech:
    """Any pyttsx3 engine, driven by ``startLoop(False)`` and ``iterate``; never by ``runAndWait``.

    With our own driver this is what runs on Linux, and is tested. With pyttsx3's "sapi5" (Windows) and
    "nsss" (macOS) drivers it is written after their source and could not be tried here: no computer
    with Windows or macOS was at hand.
    """

    def __init__(self, engine: Pyttsx3Engine, clock: Callable[[], float] = time.monotonic) -> None:
        self._engine: Any = engine
        self._clock = clock
        self._events: list[Event] = []
        self._number = 0
        self._current: str | None = None
        for topic, told in (
            ("started-utterance", self._on_started),
            ("started-word", self._on_word),
            ("finished-utterance", self._on_finished),
            ("error", self._on_error),
        ):
            self._engine.connect(topic, told)
        self._started = False
        self._asked_at = clock()
        self._engine.startLoop(False)
        self._engine.iterate()

    def speak(self, spoken: str, *, voice: str, rate: float, volume: float) -> None:
        """Begin to speak."""
        self._number += 1
        self._current, self._started = str(self._number), False
        self._asked_at = self._clock()
        if voice:
            self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", round(NORMAL_WORDS_PER_MINUTE * rate))
        self._engine.setProperty("volume", volume)
        self._engine.say(spoken, self._current)

    def stop(self) -> None:
        """Silence at once, and nothing more of the utterance is told."""
        self._current = None
        self._events.clear()
        self._engine.stop()

    def events(self) -> list[Event]:
        """One step of the engine, then what happened."""
        self._engine.iterate()
        if self._current is not None and not self._started:
            self._wait_no_longer()
        told, self._events = self._events, []
        return told

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Every voice the system's engine offers."""
        return tuple(_voice_info(voice) for voice in self._engine.getProperty("voices"))

    def close(self) -> None:
        """Silence, for good."""
        self.stop()
        self._engine.endLoop()

    def _wait_no_longer(self) -> None:
        """An engine that never begins would leave the app waiting in silence: that is a failure, too."""
        if self._clock() - self._asked_at > BEGINS_WITHIN_S:
            self._on_error(None, VoiceError(words.VOICE_BROKE))

    # pyttsx3 swallows what a listener raises: these only write down.
    def _on_started(self, name: str | None) -> None:
        self._started = name == self._current

    def _on_word(self, name: str | None, location: int, length: int) -> None:
        # sapi5 tells of a word (name None, place 1, length 0) at each start; that is none
        del name
        if self._started and self._current is not None and length > 0:
            self._events.append(WordHeard(location))

    def _on_finished(self, name: str | None, completed: bool) -> None:
        if self._current is not None and name == self._current:
            self._current = None
            self._events.append(Ended(completed))

    def _on_error(self, name: str | None, exception: Exception) -> None:
        del name
        if self._current is not None:
            self._current = None
            self._events.append(Failed(exception))


def _voice_info(voice: Any) -> VoiceInfo:
    languages = [_as_text(language) for language in voice.languages or ()]
    return VoiceInfo(
        str(voice.id),
        str(voice.name),
        languages[0].replace("_", "-").lower() if languages else "",
        voice.gender == "higher",
    )


def _as_text(language: object) -> str:
    """Some drivers give a language as bytes with a priority byte before it."""
    if isinstance(language, bytes):
        return language.lstrip(b"\x00\x01\x02\x03\x04\x05\x06\x07\x08").decode("ascii", "replace")
    return str(language or "")


def open_engine(player: Player, platform: str = sys.platform) -> Engine:
    """The best engine of this computer: the system's own on Windows and macOS, else espeak-ng.

    Raises ``VoiceError`` where there is none, as on ARM Linux without an espeak-ng wheel.
    """
    system_driver = {"win32": "sapi5", "darwin": "nsss"}.get(platform)
    if system_driver is not None:
        try:
            return Pyttsx3Speech(Pyttsx3Engine(system_driver))
        except Exception:  # noqa: BLE001 - a foreign driver may raise anything; ours comes next
            pass
    espeak = Espeak()
    _hear_silently(espeak)
    return Pyttsx3Speech(pyttsx3_engine(espeak, player))


def _hear_silently(espeak: Espeak) -> None:
    """Speak one word to memory: an engine that gives no sound is found now, not in the first question."""
    voices = voices_for("en", espeak.voices)
    if not voices or not any(espeak.synthesise("yes", voice=voices[0].id, words_per_minute=160).pcm):
        raise VoiceError(words.NO_ENGINE)


def voices_for(language: str, voices: tuple[VoiceInfo, ...]) -> tuple[VoiceInfo, ...]:
    """The voices for ``language``, the nearest first: the same code, then for "en" the British one.

    A region that has no voice of its own ("pl-PL") is served by its language.
    """
    wanted = language.replace("_", "-").lower()
    base = wanted.split("-")[0]
    home = "en-gb" if wanted == "en" else wanted
    fitting = [voice for voice in voices if voice.language.split("-")[0].lower() == base]
    return tuple(sorted(fitting, key=lambda voice: (voice.language != home, voice.language != base)))
