"""The player: what is fed is heard, once, in order, and never after a stop."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import miniaudio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.errors import VoiceError
from duq_desktop.speech.player import (
    LEAD_IN_MS,
    PERIOD_MS,
    PERIODS,
    SAMPLE_RATE,
    MiniaudioDevice,
    Player,
    louder,
)
from duq_desktop.words import speech as words
from tests.fakes import FakeClock, FakeDevice

ROOT = Path(__file__).resolve().parents[2]


def sound(ms: int, sample: int = 7) -> bytes:
    return sample.to_bytes(2, "little") * (SAMPLE_RATE * ms // 1000)


def null_player() -> Player:
    return Player(lambda fill: MiniaudioDevice(fill, [miniaudio.Backend.NULL]), lead_in_ms=0)


def player_of(device: FakeDevice) -> Player:
    """A player on a loudspeaker that never sleeps."""
    return Player(device.open, device.clock, lead_in_ms=0)


def wait_until(condition: Callable[[], bool], at_most_s: float = 10.0) -> None:
    give_up = time.monotonic() + at_most_s
    while not condition():
        assert time.monotonic() < give_up, "it never came"
        time.sleep(0.001)


@pytest.fixture
def device() -> FakeDevice:
    return FakeDevice(FakeClock())


@given(
    steps=st.lists(st.tuples(st.binary(max_size=3000).map(lambda b: b[: len(b) // 2 * 2]), st.integers(1, 9)))
)
@settings(max_examples=60)
def test_what_is_fed_is_heard_once_and_in_order(steps: list[tuple[bytes, int]]) -> None:
    device = FakeDevice(FakeClock())
    player = player_of(device)
    player.begin()
    for pcm, _ in steps:
        player.feed(pcm)
    device.pass_time(2_000 if steps else 10)
    fed = b"".join(pcm for pcm, _ in steps)
    assert bytes(device.heard[: len(fed)]) == fed
    assert not any(device.heard[len(fed) :])
    assert player.handed_over == len(fed) // 2


def test_position_follows_the_ear_and_stops_while_there_is_nothing(device: FakeDevice) -> None:
    player = player_of(device)
    player.feed(sound(100))
    device.pass_time(50)
    assert player.position_ms == pytest.approx(50, abs=1)
    assert player.ahead_ms == pytest.approx(50, abs=1)
    assert not player.is_drained
    device.pass_time(500)
    assert player.position_ms == pytest.approx(100, abs=1)
    assert player.is_drained
    player.feed(sound(100))
    device.pass_time(20)
    assert player.position_ms == pytest.approx(120, abs=1)


def test_the_end_is_not_told_while_the_device_still_sounds(device: FakeDevice) -> None:
    player = player_of(device)
    player.feed(sound(10))
    device.pass_time(10)
    assert player.ahead_ms == 0
    assert not player.is_drained
    device.pass_time(PERIODS * PERIOD_MS + 10)
    assert player.is_drained


def test_it_runs_on_in_silence_for_a_minute_and_then_rests(device: FakeDevice) -> None:
    player = player_of(device)
    player.feed(sound(10))
    device.pass_time(59_000)
    player.check()
    assert device.is_running
    assert player.is_awake
    device.pass_time(2_000)
    player.check()
    assert not device.is_running
    assert not player.is_awake
    player.feed(sound(10))
    assert (device.is_running, device.starts) == (True, 2)


def test_after_a_stop_it_runs_on_in_silence(device: FakeDevice) -> None:
    player = player_of(device)
    player.feed(sound(500))
    device.pass_time(100)
    player.stop()
    assert not device.is_running, "silence at once"
    heard = len(device.heard)
    player.check()
    device.pass_time(100)
    assert device.is_running
    assert not any(device.heard[heard:]), "nothing that was stopped is heard"


def test_a_session_that_is_over_lets_it_rest_once_all_is_heard(device: FakeDevice) -> None:
    player = player_of(device)
    player.feed(sound(100))
    player.rest()
    assert device.is_running, "what is being said is said to its end"
    device.pass_time(300)
    player.check()
    assert not device.is_running


def test_headphones_that_may_sleep_get_silence_first_and_the_marked_word_waits_for_it(
    device: FakeDevice,
) -> None:
    player = Player(device.open, device.clock)
    player.feed(sound(100))
    device.pass_time(LEAD_IN_MS)
    assert not any(device.heard)
    assert (player.position_ms, player.handed_over) == (0, 0)
    device.pass_time(200)
    lead = SAMPLE_RATE * LEAD_IN_MS // 1000 * 2
    assert bytes(device.heard[lead : lead + len(sound(100))]) == sound(100)
    player.stop()
    before = len(device.heard)
    device.pass_time(400)
    player.feed(sound(100, sample=9))
    device.pass_time(20)
    assert any(device.heard[before : before + 100]), "a device that ran a moment ago is awake"


def test_a_pause_in_silence_is_not_taken_for_a_device_that_is_gone(device: FakeDevice) -> None:
    player = player_of(device)
    player.feed(sound(10))
    device.pass_time(30_000)
    player.feed(sound(10))
    player.check()
    device.pass_time(100)
    assert player.is_drained


def test_a_device_that_is_pulled_out_is_noticed_within_two_seconds(device: FakeDevice) -> None:
    player = player_of(device)
    player.feed(sound(5_000))
    device.pass_time(100)
    device.is_plugged_in = False
    device.pass_time(1_900)
    player.check()
    device.pass_time(200)
    with pytest.raises(VoiceError) as caught:
        player.check()
    assert caught.value.sentence == words.SOUND_LOST
    assert not player.is_open
    device.is_plugged_in = True
    player.begin()
    player.feed(sound(10))
    assert device.is_running


def test_no_device_is_an_expected_error() -> None:
    with pytest.raises(VoiceError) as caught:
        MiniaudioDevice(bytes, [])
    assert caught.value.sentence == words.NO_SOUND


def test_after_a_stop_no_sound_is_handed_over() -> None:
    """With miniaudio's own thread and clock (its null device), 40 times at different moments."""
    player = null_player()
    try:
        for turn in range(40):
            player.begin()
            before = player.handed_over
            player.feed(sound(2_000))
            wait_until(lambda: player.handed_over - before > 221 * (turn % 5))  # noqa: B023
            player.stop()
            silent_since = player.handed_over
            time.sleep(0.04)  # more than a period, in which a device that still ran would have asked
            assert player.handed_over == silent_since
            assert player.ahead_ms == 0
    finally:
        player.close()


def test_sound_is_handed_over_in_small_portions() -> None:
    portions: list[int] = []

    def fill(frames: int) -> bytes:
        portions.append(frames)
        return bytes(frames * 2)

    device = MiniaudioDevice(fill, [miniaudio.Backend.NULL])
    device.start()
    wait_until(lambda: len(portions) > 10)
    device.halt()
    device.close()
    assert max(portions) <= SAMPLE_RATE * PERIOD_MS // 1000


def test_no_python_thread_of_ours_is_ever_started() -> None:
    before = set(threading.enumerate())
    player = null_player()
    player.feed(sound(50))
    wait_until(lambda: player.is_drained)
    ours = [thread for thread in set(threading.enumerate()) - before if not thread.name.startswith("Dummy")]
    player.close()
    assert ours == []


@pytest.mark.parametrize("ending", ["", "player.close()", "player.stop()", "raise SystemExit(0)"])
def test_python_ends_while_sound_is_playing(ending: str) -> None:
    """A device left running at the end made Python hang for ever; found by hand before this test."""
    program = f"""
import miniaudio
from duq_desktop.speech.player import MiniaudioDevice, Player
player = Player(lambda fill: MiniaudioDevice(fill, [miniaudio.Backend.NULL]))
player.feed(bytes(44_100 * 5))
while not player.handed_over: pass
{ending}
"""
    done = subprocess.run(
        [sys.executable, "-c", program], timeout=30, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_louder_keeps_the_length_and_never_overflows() -> None:
    loudest = (32767).to_bytes(2, "little") + (-32768).to_bytes(2, "little", signed=True)
    assert louder(loudest, 1.0) == loudest
    half = louder(loudest, 0.5)
    assert [int.from_bytes(half[i : i + 2], "little", signed=True) for i in (0, 2)] == [16383, -16384]
    assert louder(loudest, -3.0) == bytes(4)
