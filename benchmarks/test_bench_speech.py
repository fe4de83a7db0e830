"""Speech against its lower bound: bare espeak-ng over ctypes and bare miniaudio, in the same run.

What is measured is what the issue names: say → first sound handed over, stop → silence, and the
longest that one ``tick`` keeps the window waiting. The null device stands in for a loudspeaker; its
own pace (it asks every 10 ms) is in both sides of each ratio.
"""

from __future__ import annotations

import ctypes
import gc
import os
import statistics
import time
from collections.abc import Callable, Generator, Iterator

import espeakng_loader
import miniaudio
import pytest

from duq_desktop.speech.engine import open_engine
from duq_desktop.speech.player import PERIOD_MS, PERIODS, Device, FillBuffer, MiniaudioDevice, Player
from duq_desktop.speech.speaker import Speaker
from duq_desktop.speech.voice import Policy, VoiceSettings

QUESTION = "Do you choose who helps you at home, and when they come?"
LONG = (
    "This is about your home and who you live with and what you do there every day of the week and "
    "who comes to see you, and whether you like it, and what you would change if you could. "
) * 12
ROUNDS = 30
AT_MOST = 1.5
BLOCKING_MS = 16.0
SECONDS = 10.0
SMOKE_SECONDS = 2.0


class BareFloor:
    """The least that can be done: one synthesis straight into a running device, no queue, no words."""

    def __init__(self) -> None:
        self.library = ctypes.CDLL(espeakng_loader.get_library_path())
        self.library.espeak_Initialize(2, 500, os.fsencode(espeakng_loader.get_data_path()), 0x8000)
        self.library.espeak_SetVoiceByName(b"gmw/en")
        self.library.espeak_SetParameter(1, 160, 0)
        self.pcm = bytearray()
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
        self.callback = kind(self.collect)
        self.device = miniaudio.PlaybackDevice(
            nchannels=1,
            sample_rate=22_050,
            buffersize_msec=PERIOD_MS,
            callback_periods=PERIODS,
            backends=[miniaudio.Backend.NULL],
        )
        self.first_at = 0.0

    def collect(self, samples: int | None, count: int, _events: int) -> int:
        """Keep what the library made."""
        if samples and count:
            self.pcm += ctypes.string_at(samples, count * 2)
        return 0

    def play(self) -> Generator[bytes, int, None]:
        """Give the device what it asks for, and note when it first asked."""
        frames = yield b""
        at = 0
        while True:
            if not self.first_at:
                self.first_at = time.perf_counter()
            piece = bytes(self.pcm[at : at + frames * 2])
            at += len(piece)
            frames = yield piece + bytes(frames * 2 - len(piece))

    def say(self) -> float:
        """Seconds from the call until the device takes the first sound."""
        self.first_at = 0.0
        self.pcm.clear()
        began = time.perf_counter()
        self.library.espeak_SetSynthCallback(self.callback)
        data = QUESTION.encode()
        self.library.espeak_Synth(data, len(data) + 1, 0, 1, 0, 1, None, None)
        stream = self.play()
        next(stream)
        self.device.start(stream)
        while not self.first_at:
            pass
        return self.first_at - began

    def stop(self) -> float:
        """Seconds that it takes to halt the device."""
        began = time.perf_counter()
        self.device.stop()
        return time.perf_counter() - began


class Ours:
    """The product's own voice on the null device."""

    def __init__(self) -> None:
        self.before, self.first_at = 0, 0.0
        self.player = Player(self.open)
        self.speaker = Speaker(open_engine, self.player, VoiceSettings(policy=Policy.WAIT))

    def open(self, fill: FillBuffer) -> Device:
        """The null device, with a note of when sound was first handed over."""

        def noting(frames: int) -> bytes:
            sound = fill(frames)
            if not self.first_at and self.player.handed_over > self.before:
                self.first_at = time.perf_counter()
            return sound

        return MiniaudioDevice(noting, [miniaudio.Backend.NULL])

    def say(self) -> float:
        """Seconds from the call until the device takes the first sound."""
        self.before, self.first_at = self.player.handed_over, 0.0
        began = time.perf_counter()
        self.speaker.say(QUESTION)
        while not self.first_at:
            pass
        return self.first_at - began

    def stop(self) -> float:
        """Seconds until the call is back, after which nothing more is handed over."""
        began = time.perf_counter()
        self.speaker.stop()
        return time.perf_counter() - began


@pytest.fixture(scope="module")
def both() -> Iterator[tuple[Ours, BareFloor]]:
    """Ours and the floor, opened once."""
    ours, floor = Ours(), BareFloor()
    yield ours, floor
    ours.speaker.close()
    floor.device.close()


def _turns(ours: Ours, floor: BareFloor) -> tuple[list[float], list[float], list[float], list[float]]:
    """Say and stop, ours and the floor in turn, at moments spread over the device's period."""
    said: list[float] = []
    said_floor: list[float] = []
    stopped: list[float] = []
    stopped_floor: list[float] = []
    for turn in range(ROUNDS):
        for say, stop, said_in, stopped_in in (
            (ours.say, ours.stop, said, stopped),
            (floor.say, floor.stop, said_floor, stopped_floor),
        ):
            said_in.append(say())
            time.sleep(0.02 + turn / ROUNDS * PERIOD_MS / 1000)
            stopped_in.append(stop())
    return said, said_floor, stopped, stopped_floor


def test_first_sound_and_silence_against_the_floor(
    benchmark: Callable[..., object], both: tuple[Ours, BareFloor], smoke: bool
) -> None:
    """Wanted: within 1.5 times the floor. Ours may be below it, as it plays while it makes."""
    ours, floor = both
    _turns(ours, floor)
    said, said_floor, stopped, stopped_floor = _turns(ours, floor)
    first = statistics.median(said) / statistics.median(said_floor)
    silence = statistics.median(stopped) / statistics.median(stopped_floor)
    benchmark.extra_info.update(  # type: ignore[attr-defined]
        first_sound_ms=statistics.median(said) * 1000,
        first_sound_floor_ms=statistics.median(said_floor) * 1000,
        first_sound_ratio=first,
        silence_ms=statistics.median(stopped) * 1000,
        silence_floor_ms=statistics.median(stopped_floor) * 1000,
        silence_ratio=silence,
    )
    print(benchmark.extra_info)  # type: ignore[attr-defined]
    benchmark.pedantic(  # type: ignore[attr-defined]
        ours.say, teardown=ours.stop, rounds=5
    )
    ours.stop()
    assert smoke or first <= AT_MOST
    assert smoke or silence <= AT_MOST


def test_no_tick_keeps_the_window_waiting(
    benchmark: Callable[..., object], both: tuple[Ours, BareFloor], smoke: bool
) -> None:
    """A long text, ten seconds of it. What is held is the work done in the calling thread, because on a
    busy computer the longest wait also counts other programmes' turns; that wait is printed beside it.
    """
    ours, _ = both
    gc.collect()
    ours.before = ours.player.handed_over
    worked: list[float] = []
    waited: list[float] = []
    began = time.perf_counter()

    def timed(step: Callable[[], None]) -> None:
        work, wait = time.thread_time(), time.perf_counter()
        step()
        worked.append(time.thread_time() - work)
        waited.append(time.perf_counter() - wait)

    timed(lambda: ours.speaker.say(LONG))
    while time.perf_counter() - began < (SMOKE_SECONDS if smoke else SECONDS):
        timed(ours.speaker.tick)
        time.sleep(0.015)
    ours.stop()
    worst = max(worked) * 1000
    benchmark.extra_info.update(  # type: ignore[attr-defined]
        worst_work_ms=worst, worst_wait_ms=max(waited) * 1000, usual_ms=statistics.median(worked) * 1000
    )
    print(benchmark.extra_info)  # type: ignore[attr-defined]
    benchmark(ours.speaker.tick)
    assert smoke or worst < BLOCKING_MS
