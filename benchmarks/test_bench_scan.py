"""How evenly the ring of scanning steps: 200 % text, a question page, every item said aloud meanwhile.

The voice is the real one on the null device, so that sound is made and handed over as for a loudspeaker.
What is held is what a person sees: the time between two paintings of the ring, against the step that was
asked for. Beside it stands how late each painting is against the moment that was due, and the longest
work of one turn of the window, which other programmes on a busy computer do not lengthen.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject

from benchmarks.speaking_house import FRAME_MS, speaking_house
from duq_desktop.preferences.input_methods import InputMethod, SwitchTimes
from duq_desktop.shell.app import App

STEP_MS = 500
STEPS = 40
SMOKE_STEPS = 6
SECONDS = 60.0


class PaintedRing(QObject):
    """Notes when the ring is first painted after each step, and when that step was due."""

    def __init__(self, house: App) -> None:
        super().__init__()
        self.scanner = house.access.switches.scanner
        self.painted: list[float] = []
        self.late: list[float] = []
        self._due: float | None = None
        self._stood = self.scanner.scan.path, self.scanner.scan.stand
        self.scanner.ring.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look for the first painting after a step."""
        stands = self.scanner.scan.path, self.scanner.scan.stand
        if event.type() == QEvent.Type.Paint and stands != self._stood:
            self._stood = stands
            now = self.scanner.clock()
            self.painted.append(now)
            if self._due is not None:
                self.late.append(now - self._due)
            self._due = self.scanner.scan.deadline
        return False


@pytest.fixture
def house(tmp_path: Path) -> Iterator[App]:
    """A question at 200 %, scanned and spoken."""
    times = SwitchTimes(step=STEP_MS, first=STEP_MS, rounds=10**6, waits=False)
    with speaking_house(tmp_path, way=InputMethod.ONE_SWITCH, switch=times) as house:
        yield house


def test_the_ring_steps_evenly_while_it_speaks(
    benchmark: Callable[..., object], house: App, smoke: bool
) -> None:
    """Wanted: jitter under one frame at 200 % text with speech running."""
    wanted = SMOKE_STEPS if smoke else STEPS
    noted = PaintedRing(house)
    began = time.perf_counter()
    said = 0
    worked: list[float] = []
    while len(noted.painted) <= wanted:
        work = time.thread_time()
        house.app.processEvents()
        worked += [(time.thread_time() - work) * 1000] if noted.painted else []
        said += house.speaking.is_saying_aside
        assert time.perf_counter() - began < SECONDS, "the ring stands still"
        time.sleep(0.0005)
    gaps = [after - before for before, after in zip(noted.painted, noted.painted[1:], strict=False)]
    jitter = sorted(abs(gap - STEP_MS) for gap in gaps)
    benchmark.extra_info.update(  # type: ignore[attr-defined]
        p95_ms=jitter[int(len(jitter) * 0.95)],
        worst_ms=jitter[-1],
        usual_late_ms=statistics.median(noted.late),
        worst_late_ms=max(noted.late),
        worst_turn_work_ms=max(worked),
    )
    print(benchmark.extra_info)  # type: ignore[attr-defined]
    benchmark(house.access.switches.scanner.move)
    assert said, "nothing was being said"
    if not smoke:
        assert jitter[int(len(jitter) * 0.95)] < FRAME_MS
