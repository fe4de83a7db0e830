"""Our own pyttsx3 driver: espeak-ng in this process, played piece by piece.

pyttsx3's stock Linux driver is never used: it blocks for seconds on stop, hangs afterwards, and tells
all its words before any sound. This one makes at most one piece of speech in a step, is silent at once,
and tells each word when it is heard.
"""

from __future__ import annotations

import sys
import types
from collections import deque
from collections.abc import Callable, Iterator
from typing import Protocol

from pyttsx3.engine import Engine as Pyttsx3Engine
from pyttsx3.voice import Voice as Pyttsx3Voice

from duq_desktop.speech.espeak import Espeak
from duq_desktop.speech.pieces import Piece, pieces
from duq_desktop.speech.player import SAMPLE_BYTES, SAMPLE_RATE, Player

NAME = "duq_espeak"

AHEAD_MS = 3_000
"""So much sound is kept ready; the next piece is made when less waits."""


class Proxy(Protocol):
    """What pyttsx3 gives a driver to talk back to it."""

    def setBusy(self, busy: bool) -> None:
        """Tell whether the driver is at work; when it is not, the next command comes."""

    def notify(self, topic: str, **values: object) -> None:
        """Tell those who listen."""


class EspeakDriver:
    """One utterance at a time. The method names are those pyttsx3 calls."""

    def __init__(self, proxy: Proxy, espeak: Espeak, player: Player) -> None:
        self._proxy, self._espeak, self._player = proxy, espeak, player
        self._voice, self._words_per_minute, self._volume = "", 160, 1.0
        self._to_make: deque[Piece] = deque()
        self._to_tell: deque[tuple[int, int, float]] = deque()
        self._made_ms = 0.0
        self._speaking = False

    def say(self, text: str) -> None:
        """Begin to speak; the first piece sounds before this returns."""
        self._proxy.setBusy(True)
        self._speaking = True
        self._proxy.notify("started-utterance")
        self._player.begin()
        self._to_make = deque(pieces(text))
        self._to_tell.clear()
        self._made_ms = 0.0
        self._guarded(self._make)

    def stop(self) -> None:
        """Silence at once."""
        self._player.stop()
        self._end(False)

    def destroy(self) -> None:
        """Silence; the player is not the driver's to close."""
        self._player.stop()

    def iterate(self) -> Iterator[None]:
        """A step at each turn, for a caller with a loop of its own."""
        self._proxy.setBusy(False)
        while True:
            if self._speaking:
                self._guarded(self._step)
            yield

    def startLoop(self) -> None:
        """Refuse: this driver is driven by ``iterate`` only, so that nothing ever blocks."""
        raise NotImplementedError

    def endLoop(self) -> None:
        """Nothing to end."""

    def getProperty(self, name: str) -> object:
        """The value of a pyttsx3 property."""
        if name == "voices":
            return [
                Pyttsx3Voice(voice.id, voice.name, [voice.language], "higher" if voice.higher else None)
                for voice in self._espeak.voices
            ]
        return {"voice": self._voice, "rate": self._words_per_minute, "volume": self._volume}[name]

    def setProperty(self, name: str, value: object) -> None:
        """Set voice (its id), rate (words a minute) or volume (0 to 1)."""
        if name == "voice":
            self._voice = str(value)
        elif name == "rate":
            self._words_per_minute = int(str(value))
        elif name == "volume":
            self._volume = float(str(value))
        else:
            raise KeyError(name)

    def _guarded(self, work: Callable[[], None]) -> None:
        """Nothing may leave through pyttsx3, which would lose it: every error is told as an event."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - told, not hidden
            self._proxy.notify("error", exception=error)
            self.stop()

    def _step(self) -> None:
        self._player.check()
        if self._to_make and self._player.ahead_ms < AHEAD_MS:
            self._make()
        position = self._player.position_ms
        while self._to_tell and self._to_tell[0][2] <= position:
            start, end, _at = self._to_tell.popleft()
            self._proxy.notify("started-word", location=start, length=end - start)
        if not self._to_make and self._player.is_drained:
            self._end(True)

    def _make(self) -> None:
        if not self._to_make:
            return
        piece = self._to_make.popleft()
        spoken = self._espeak.synthesise(
            piece.text,
            voice=self._voice,
            words_per_minute=self._words_per_minute,
            volume=self._volume,
            pause=piece.ends_sentence and bool(self._to_make),
            hear=self._player.feed,
        )
        silence = bytes(piece.pause_ms * SAMPLE_RATE // 1000 * SAMPLE_BYTES)
        self._to_tell.extend(
            (piece.start + start, piece.start + end, self._made_ms + at) for start, end, at in spoken.words
        )
        self._player.feed(silence)
        self._made_ms += (len(spoken.pcm) + len(silence)) * 1000 / (SAMPLE_BYTES * SAMPLE_RATE)

    def _end(self, completed: bool) -> None:
        self._to_make.clear()
        self._to_tell.clear()
        if self._speaking:
            self._speaking = False
            self._proxy.notify("finished-utterance", completed=completed)
            self._proxy.setBusy(False)


def pyttsx3_engine(espeak: Espeak, player: Player) -> Pyttsx3Engine:
    """A pyttsx3 engine that speaks through our driver.

    pyttsx3 finds a driver by its module name only, so the driver is put under that name for the moment
    in which the engine is built, and taken away again.
    """
    module_name = f"pyttsx3.drivers.{NAME}"
    module = types.ModuleType(module_name)

    def build(proxy: Proxy) -> EspeakDriver:
        return EspeakDriver(proxy, espeak, player)

    vars(module)["buildDriver"] = build
    sys.modules[module_name] = module
    try:
        return Pyttsx3Engine(NAME)
    finally:
        del sys.modules[module_name]
