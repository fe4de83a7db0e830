"""Pass phrase → what must be read first, at 56, 500 and 5,000 sessions, in the real window.

Each in a process of its own: seconds from Return to the first page, the longest turn of the window
while it is read, the work of sealing one note, and the memory at its most. What the pass phrase itself
costs on purpose (argon2id) is made small and told apart in ``test_bench_store.py``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.big_folder import fill_folder, sample_sessions
from duq_desktop.sample.people import Numbers

ROOT = Path(__file__).parents[1]
WANTED_S = {56: 1.0, 500: 1.0, 5000: 8.0}
WANTED_MB = 200.0
WANTED_TURN_MS = 20.0
LONGEST_SECONDS = 300
_CHILD = """
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from benchmarks.made_up_house import PHRASE
from duq_desktop.shell.app import App
from duq_desktop.shell.context import Folders
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import opener_said as words

class Turns:
    '''The longest time between two turns of the window.'''
    def __init__(self):
        self.longest, self.last = 0.0, time.perf_counter()
        self.timer = QTimer()
        self.timer.timeout.connect(self.turn)
    def turn(self):
        now = time.perf_counter()
        self.longest, self.last = max(self.longest, now - self.last), now
    def begin(self):
        self.longest, self.last = 0.0, time.perf_counter()
        self.timer.start(0)

def title():
    page = house.window.stage.page
    return page.heading.text() if hasattr(page, "heading") else ""

def until(wanted):
    while title() != wanted:
        app.processEvents()

app = QApplication([])
house = App(app, Folders(Path(sys.argv[1]), Path(sys.argv[2])))
house.open()
app.processEvents()
house.window.stage.page.buttons["opener"].click()
app.processEvents()
page = house.window.stage.page
page.findChild(QLineEdit).setText(PHRASE)
turns = Turns()
began, work = time.perf_counter(), time.process_time()
page.next_pressed.emit()
until(words.OPENING_TITLE)
turns.begin()
room = house.bring_opener_part().room
found = room._opening
while not found.is_read:
    app.processEvents()
longest = turns.longest
until(words.FIRST_TITLE)
took, work = time.perf_counter() - began, time.process_time() - work
turns.timer.stop()
item = room.reading().read_first(0, 1)[0]
noting = time.process_time()
room.write_note("Rang the council.", item.key, item.session_id)
noted = time.process_time() - noting
status = Path("/proc/self/status").read_text().splitlines()
(peak,) = [line.split()[1] for line in status if line.startswith("VmHWM")]
print(json.dumps({
    "seconds": took, "work": work, "longest_ms": longest * 1e3, "note_ms": noted * 1e3,
    "mb": int(peak) / 1024,
    "sessions": len(room.reading().summary.sessions), "first": room.reading().count.total,
}))
house.take_down()
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's own figures")
def test_opening(tmp_path: Path, smoke: bool) -> None:
    """The sample's sessions over and over; none of them is taken from a cache of what was opened before."""
    sessions = sample_sessions(tmp_path / "sample", Numbers(3, 1, 1) if smoke else Numbers())
    told = {}
    for number in (56,) if smoke else WANTED_S:
        data, config = fill_folder(tmp_path / str(number), sessions, number)
        child = subprocess.run(
            [sys.executable, "-c", _CHILD, str(data), str(config)],
            capture_output=True,
            cwd=ROOT,
            text=True,
            timeout=LONGEST_SECONDS,
        )
        assert child.returncode == 0, child.stderr
        told[number] = found = json.loads(child.stdout.splitlines()[-1])
        size = (data / "answers.db").stat().st_size / 1e6
        print(
            f"\n{number} sessions, {size:.0f} MB: {found['seconds']:.2f} s to the first page "
            f"({found['work']:.2f} s of processor time), longest turn {found['longest_ms']:.0f} ms, "
            f"a note {found['note_ms']:.0f} ms, {found['mb']:.0f} MB at most, "
            f"{found['sessions']} took part, {found['first']} to read first"
        )
    for number, found in told.items():
        assert smoke or found["work"] <= WANTED_S[number]
        assert smoke or found["longest_ms"] <= WANTED_TURN_MS
        assert smoke or found["mb"] <= WANTED_MB
