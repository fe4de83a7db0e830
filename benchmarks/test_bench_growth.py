"""How what everybody waits for grows with the folder: as ratios to 56 sessions, and in waits for the disk.

The waits and the bytes written are counted from the system calls of a process (strace), so that a slow disk
can be told from here: on one that takes 10 ms, a press with two waits takes 20 ms and what it takes here.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.grown_folder import forget, make, sizes

ROOT = Path(__file__).parents[1]
SIZES, FEW = (56, 500, 5000), (4, 12)
ROUNDS = 3
FLAT = 1.5
PRESSES_FLAT = ("first look", "first look, cold", "next")
"""What must cost the same for any size. Deletion looks through whole files still."""
MOST_WAITS = {"next": 2, "block end": 2, "finish": 12}
MOST_BYTES_A_SESSION = 160_000
_WAIT = re.compile(r"\b(fsync|fdatasync)\(")
_WRITE = re.compile(r"\b(?:pwrite64|write)\((\d+), .*= (\d+)$")


class Cost(NamedTuple):
    """The waits for the disk of one press, and the bytes it wrote."""

    waits: int
    written: int


def _run(folder: Path, what: str) -> dict[str, float]:
    order = [sys.executable, "-m", "benchmarks.grown_folder", str(folder), what]
    done = subprocess.run(order, capture_output=True, text=True, cwd=ROOT, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _curve(folder: Path, rounds: int) -> dict[str, float]:
    """Seconds of each press, the middle of some; and the most memory."""
    found = {}
    for what in ("first look", "next", "finish", "delete"):
        runs = [_run(folder, what) for _ in range(rounds)]
        found[what] = statistics.median(run["seconds"] for run in runs)
        found[f"{what}, MB"] = max(run["megabytes"] for run in runs)
    cold = []
    for _ in range(rounds):
        forget(folder)
        cold.append(_run(folder, "first look")["seconds"])
    found["first look, cold"] = statistics.median(cold)
    return found


def test_growth(tmp_path: Path, smoke: bool) -> None:
    """Start, Next, Finish and deletion, the file and the folder, the memory."""
    curves = {}
    for count in FEW if smoke else SIZES:
        folder = tmp_path / str(count)
        make(folder, count)
        file, whole = sizes(folder)
        curves[count] = {"bytes a session": file / count, "folder / file": whole / file}
        curves[count] |= _curve(folder, 1 if smoke else ROUNDS)
        shutil.rmtree(folder)
    first = next(iter(curves.values()))
    print()
    for count, curve in curves.items():
        print(f"{count} sessions")
        for name, value in curve.items():
            print(f"  {name}: {value:.4g} ({value / first[name]:.2f} times)")
    if not smoke:
        for curve in curves.values():
            assert curve["bytes a session"] <= MOST_BYTES_A_SESSION
            assert all(curve[name] <= FLAT * first[name] for name in PRESSES_FLAT)


def _watched(folder: Path, what: str, log: Path) -> Cost:
    calls = "trace=fsync,fdatasync,pwrite64,write"
    strace = ["strace", "-f", "-s", "20", "-e", calls, "-o", str(log)]
    order = [*strace, sys.executable, "-m", "benchmarks.grown_folder", str(folder), what]
    done = subprocess.run(order, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        pytest.skip(f"system calls cannot be watched here: {done.stderr[-200:]}")
    return _costliest(log.read_text())


def _costliest(log: str) -> Cost:
    """The press with the most waits; threads it began are counted with it while it lasts."""
    found, inside, waits, written = [], False, 0, 0
    for line in log.splitlines():
        if "MARK begins" in line:
            inside, waits, written = True, 0, 0
        elif "MARK ended" in line:
            inside = False
            found.append(Cost(waits, written))
        elif inside:
            waits += bool(_WAIT.search(line))
            write = _WRITE.search(line)
            written += int(write[2]) if write and int(write[1]) > 2 else 0
    return max(found)


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace counts the system calls")
def test_waits_for_the_disk(tmp_path: Path) -> None:
    """At most two at a Next, twelve at Finish, on any disk; ten were wanted."""
    folder = tmp_path / "data"
    make(folder, 10)
    print()
    for what in ("next", "block end", "finish", "delete"):
        cost = _watched(folder, what, tmp_path / "log")
        print(f"{what}: {cost.waits} waits for the disk, {cost.written} bytes written")
        assert cost.waits <= MOST_WAITS.get(what, cost.waits)
