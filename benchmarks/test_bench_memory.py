"""Memory over 400 pages: it does not grow, and stays below 150 MB."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.made_up_house import set_up

AT_MOST_MB = 150.0
GROWTH_MB = 6.0
LONGEST_SECONDS = 400
"""A run that takes longer hangs, and must not hold up everything after it."""
ROOT = Path(__file__).parents[1]
_CHILD = """
import gc, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from benchmarks.pressing import Presser

def tell(pages):
    if pages % every == 0:
        gc.collect()
        lines = Path("/proc/self/status").read_text().splitlines()
        (used,) = [line.split()[1] for line in lines if line.startswith("VmRSS")]
        widgets = len(QApplication.allWidgets())
        print(pages, used, widgets, presser.house.pictures.size, flush=True)

every, most = int(sys.argv[3]), int(sys.argv[4])
app = QApplication([])
presser = Presser(app, Path(sys.argv[1]), Path(sys.argv[2]))
presser.sessions(most, tell)
presser.house.take_down()
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's own figures")
def test_memory_over_400_pages(tmp_path: Path, smoke: bool) -> None:
    """Several whole sessions one after the other, as on a day in a home; unlocking is not in it."""
    data, config = set_up(tmp_path)
    every, most = (10, 20) if smoke else (100, 400)
    child = subprocess.run(
        [sys.executable, "-c", _CHILD, str(data), str(config), str(every), str(most)],
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=True,
        timeout=LONGEST_SECONDS,
    )
    rows = [[int(word) for word in line.split()] for line in child.stdout.splitlines()]
    used = [row[1] / 1024 for row in rows]
    for row, mb in zip(rows, used, strict=True):
        print(f"\n{row[0]} pages: {mb:.1f} MB, {row[2]} widgets, pictures {row[3] / 1e6:.1f} MB", end="")
    print()
    assert len(used) == most // every
    assert used[-1] <= AT_MOST_MB
    assert smoke or used[-1] - used[len(used) // 2 - 1] <= GROWTH_MB
