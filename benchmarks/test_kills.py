"""The whole app killed at random moments of a running session: no acknowledged answer is lost.

A child process runs the app without a screen, presses Next as a person does, and says of each answer
when the next page shows. It is killed with SIGKILL; the next one goes on in the same folder. One in
four may be killed from the first page on, the others from their first question on.
``tests/store/test_store_kill.py`` does the same below the app, many times faster.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from benchmarks.made_up_house import PHRASE, set_up
from duq_desktop.interview.records import RecordKind
from duq_desktop.store.inbox.store import Store

KILLS = int(os.environ.get("DUQ_KILLS", "200"))
FEW = 3
LONGEST_SECONDS = 1.5
ROOT = Path(__file__).parents[1]
_CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtWidgets import QApplication
from benchmarks.pressing import Presser
from duq_desktop.content.model import Stream
from duq_desktop.ui.person.pages.question_page import QuestionPage

presser = Presser(QApplication([]), Path(sys.argv[1]), Path(sys.argv[2]))
number, run = 0, int(sys.argv[3])
if run % 4 == 0:
    print("ready", flush=True)
while True:
    presser.begin(Stream.PERSON if run % 2 == 0 else Stream.FAMILY)
    while not presser.running.session.is_over:
        page, told = presser.running.page, ""
        presser.choose()
        if isinstance(page, QuestionPage):
            if number == 0 and run % 4:
                print("ready", flush=True)
            number += 1
            told = f"{run}-{number}"
            for part in page.parts.values():
                part.put(replace(part.given(), words=told, words_by="typed"))
        presser.press_next()
        if told:
            print(told, flush=True)
        presser.app.processEvents()
"""


def _run_and_kill(data: Path, config: Path, run: int, after: float) -> list[str]:
    """What one child acknowledged before it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(data), str(config), str(run)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    threading.Timer(after, child.send_signal, (signal.SIGKILL,)).start()
    told = child.stdout.readlines()
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL
    return [line.decode().strip() for line in told if line.endswith(b"\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_any_moment(tmp_path: Path, smoke: bool) -> None:
    """After each kill the folder opens; at the end every acknowledged answer is there, once."""
    data, config = set_up(tmp_path)
    chance, kills = random.Random(1), FEW if smoke else KILLS
    acknowledged: list[str] = []
    for run in range(kills):
        acknowledged += _run_and_kill(data, config, run, chance.uniform(0.0, LONGEST_SECONDS))
        with Store.open(data) as store:
            assert store.is_set_up
    with Store.open(data) as store:
        opening = store.unlock(PHRASE).open_all()
    answers = [
        record.body.get("words")
        for session in opening.sessions
        for record in session.records
        if record.kind is RecordKind.ANSWER
    ]
    lost = set(acknowledged) - set(answers)
    print(f"\n{kills} kills, {len(acknowledged)} answers acknowledged, {len(lost)} lost")
    assert not lost
    assert opening.whole
    assert acknowledged
