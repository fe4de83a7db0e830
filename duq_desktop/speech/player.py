"""Playing sound: pieces of PCM in, one audio device, silence at once when told to stop.

One ``Player`` lives as long as the voice does, and so does its device: opening a device for each
utterance is slow, and devices that come and go are what crashed a similar programme in the field.
The device runs while there is something to hear and for a minute after it, silent, so that headphones
do not fall asleep within a session; where they may sleep already, a moment of silence goes first.
"""

from __future__ import annotations

import array
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Protocol

import miniaudio

from duq_desktop.errors import VoiceError
from duq_desktop.words import speech as words

SAMPLE_RATE = 22_050
"""espeak-ng's own rate, in samples a second; recordings are brought to it."""

SAMPLE_BYTES = 2
PERIOD_MS = 30
PERIODS = 2
"""The device asks for 30 ms at a time. PulseAudio keeps one such period, ALSA two: enough to ride over a
busy moment of the window. A stop does not wait for it: measured on PulseAudio, silence comes within 1 ms.
"""

WARM_FOR_S = 60.0
"""So long after the last sound the device runs on in silence; then it rests, for the battery's sake."""

SLEEPS_AFTER_S = 1.0
"""A device that has not run for so long may be asleep: wireless headphones and some amplifiers are."""

LEAD_IN_MS = 400
"""Silence before the first sound on a device that may be asleep. Wireless headphones swallow 0.2 to 0.4 s
while they wake, by what their owners report; our choice, not tried on real ones."""

LOST_AFTER_S = 2.0
"""A running device that asks for nothing during so long is taken for unplugged."""

FillBuffer = Callable[[int], bytes]
"""Called by the device, in its own thread, with a number of frames; gives that much sound or less."""


class Device(Protocol):
    """What plays: pulls sound from a ``FillBuffer`` while it runs."""

    def start(self) -> None:
        """Begin to pull. Raises ``VoiceError`` when the device is gone."""

    def halt(self) -> None:
        """Stop pulling at once; no call of the ``FillBuffer`` is under way or follows."""

    def close(self) -> None:
        """Let the device go."""


OpenDevice = Callable[[FillBuffer], Device]


class MiniaudioDevice:
    """The system's default loudspeaker, through miniaudio. Raises ``VoiceError`` if there is none."""

    def __init__(self, fill: FillBuffer, backends: list[miniaudio.Backend] | None = None) -> None:
        self._fill = fill
        chosen = usable_backends() if backends is None else backends
        if not chosen:
            raise VoiceError(words.NO_SOUND)
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=SAMPLE_RATE,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=chosen,
                app_name="DUQ Desktop",
            )
        except miniaudio.MiniaudioError as error:
            raise VoiceError(words.NO_SOUND) from error
        # a device still running when Python ends waits for its thread, which waits for Python: for ever
        self._close = weakref.finalize(self, self._device.close)

    def start(self) -> None:
        """Begin to pull."""
        stream = self._stream()
        next(stream)
        try:
            self._device.start(stream)
        except miniaudio.MiniaudioError as error:
            raise VoiceError(words.SOUND_LOST) from error

    def halt(self) -> None:
        """Stop pulling; a device that was unplugged cannot be halted and needs no halting."""
        try:
            self._device.stop()
        except miniaudio.MiniaudioError:
            self._device.running = False

    def close(self) -> None:
        """Let the device go."""
        self._close()

    def _stream(self) -> Generator[bytes, int, None]:
        frames = yield b""
        while True:
            frames = yield self._fill(frames)


def usable_backends() -> list[miniaudio.Backend]:
    """The ways to a loudspeaker worth trying here.

    On Linux: PulseAudio (PipeWire answers as it, too), and ALSA only where a card can play, because
    ALSA without a card prints a page of complaints. JACK is left out: no care home runs it, and
    looking for it may start it.
    """
    if not sys.platform.startswith("linux"):
        known = (miniaudio.Backend.WASAPI, miniaudio.Backend.DSOUND, miniaudio.Backend.COREAUDIO)
        return [backend for backend in known if miniaudio.is_backend_enabled(backend)]
    found = [miniaudio.Backend.PULSEAUDIO]
    if any(Path("/dev/snd").glob("pcmC*p")):
        found.append(miniaudio.Backend.ALSA)
    return found


class Player:
    """Plays what it is fed, tells how far the ear has come, and is silent the moment it is stopped.

    All methods belong to one thread; only ``_hand_over`` runs in the device's.
    """

    def __init__(
        self,
        open_device: OpenDevice = MiniaudioDevice,
        clock: Callable[[], float] = time.perf_counter,
        lead_in_ms: int = LEAD_IN_MS,
    ) -> None:
        self._lead_in = SAMPLE_RATE * lead_in_ms // 1000
        self._open_device = open_device
        self._clock = clock
        self._device: Device | None = None
        self._running = False
        self._lock = threading.Lock()
        self._pieces: deque[memoryview] = deque()
        self._fed = self._handed = self._last_count = self._lead = 0
        self._asked_at = self._waits_since = clock()
        self._warm_until = self._ran_until = float("-inf")
        self.handed_over = 0
        """Frames of sound given to the device in the whole life of the player; silence not counted."""

    @property
    def is_open(self) -> bool:
        """Whether a device is there."""
        return self._device is not None

    @property
    def is_awake(self) -> bool:
        """Whether the device runs, or shall run on for the next sound; ``check`` sees to it."""
        return self._running or self._clock() < self._warm_until

    @property
    def position_ms(self) -> float:
        """How much of the sound fed since ``begin`` is heard by now."""
        with self._lock:
            since = (self._clock() - self._asked_at) * SAMPLE_RATE
            heard = self._handed - self._last_count + min(since, self._last_count)
        return heard * 1000 / SAMPLE_RATE

    @property
    def ahead_ms(self) -> float:
        """How much sound waits to be handed over."""
        with self._lock:
            return (self._fed - self._handed) * 1000 / SAMPLE_RATE

    @property
    def is_drained(self) -> bool:
        """Whether all sound fed was handed over and has left the device's buffer."""
        with self._lock:
            all_handed = self._handed >= self._fed
            return all_handed and self._clock() - self._asked_at >= self._drain_s()

    def open(self) -> None:
        """Take hold of the loudspeaker. Raises ``VoiceError`` if there is none."""
        if self._device is None:
            self._device = self._open_device(self._hand_over)

    def begin(self) -> None:
        """A new sound: what was left of the last one is dropped and the position is zero."""
        with self._lock:
            self._pieces.clear()
            self._fed = self._handed = self._last_count = self._lead = 0

    def feed(self, pcm: bytes) -> None:
        """Add sound to the end. Raises ``VoiceError`` if the device does not start."""
        self.open()
        if not pcm:
            return
        with self._lock:
            if self._handed >= self._fed:
                self._waits_since = self._clock()
            self._pieces.append(memoryview(pcm))
            self._fed += len(pcm) // SAMPLE_BYTES
            if not self._running and self._clock() - self._ran_until > SLEEPS_AFTER_S:
                self._lead = self._lead_in
        self._warm_until = self._clock() + WARM_FOR_S
        self._start()

    def stop(self) -> None:
        """Silence: when this returns no more sound is handed over."""
        self.begin()
        self._halt()

    def rest(self) -> None:
        """Nobody is expected to listen for a while: the device runs no longer than what is fed lasts."""
        self._warm_until = float("-inf")
        self.check()

    def check(self) -> None:
        """Run on in silence while warm, then rest. Raises ``VoiceError`` if the device fell silent."""
        with self._lock:
            idle = self._clock() - max(self._asked_at, self._waits_since)
            waiting = self._handed < self._fed
        if self._running and waiting and idle > LOST_AFTER_S:
            self.close()
            raise VoiceError(words.SOUND_LOST)
        if self._running and not waiting and not self._is_warm() and self.is_drained:
            self._halt()
        elif not self._running and self._is_warm():
            self._start()

    def _is_warm(self) -> bool:
        return self._clock() < self._warm_until

    def _start(self) -> None:
        if self._running or self._device is None:
            return
        self._asked_at = self._clock()
        self._device.start()
        self._running = True

    def close(self) -> None:
        """Silence, and let the device go; ``open`` finds it, or another, again."""
        self.begin()
        self._warm_until = float("-inf")
        device, self._device, self._running = self._device, None, False
        if device is not None:
            device.close()

    def _halt(self) -> None:
        if self._running and self._device is not None:
            self._device.halt()
            self._ran_until = self._clock()
        self._running = False

    def _drain_s(self) -> float:
        return (self._last_count / SAMPLE_RATE) + PERIODS * PERIOD_MS / 1000

    def _hand_over(self, frames: int) -> bytes:
        """The next ``frames`` of sound, filled up with silence. Runs in the device's thread."""
        parts: list[memoryview] = []
        with self._lock:
            silent = min(self._lead, frames)
            self._lead -= silent
            frames -= silent
            wanted = frames * SAMPLE_BYTES
            while wanted and self._pieces:
                piece = self._pieces.popleft()
                parts.append(piece[:wanted])
                if len(piece) > wanted:
                    self._pieces.appendleft(piece[wanted:])
                wanted -= len(parts[-1])
            count = frames - wanted // SAMPLE_BYTES
            if count:
                self._handed += count
                self.handed_over += count
                self._last_count = count
                self._asked_at = self._clock()
        return bytes(silent * SAMPLE_BYTES) + b"".join(parts) + bytes(wanted)


def louder(pcm: bytes, volume: float) -> bytes:
    """16-bit samples times ``volume`` (0 to 1). About 1.5 ms for each second of sound."""
    if volume >= 1.0:
        return pcm
    factor = round(max(volume, 0.0) * 256)
    return array.array("h", [sample * factor >> 8 for sample in array.array("h", pcm)]).tobytes()
