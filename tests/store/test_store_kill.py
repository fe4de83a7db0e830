"""Killed at any moment: every answer that was acknowledged is there, and the file is whole.

``DUQ_KILLS`` sets how often (20 unless told; 200 for the closing note).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from duq_desktop.store.inbox.store import Store

KILLS = int(os.environ.get("DUQ_KILLS", "20"))
_CHILD = """
import sys
from pathlib import Path
from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.store.inbox.store import Store

store = Store.open(Path(sys.argv[1]))
number = 0
while True:
    sitting = store.begin(Stream.PERSON, sign="boat+key", pack_id="p", pack_version="1")
    for page in range(25):
        number += 1
        text = f"{sys.argv[2]}-{number}"
        sitting.append(Record(RecordKind.ANSWER, "t", {"words": text}), Bookmark("1", page))
        print(text, flush=True)
    sitting.end(Bookmark("1", 26))
"""


def _run_and_kill(folder: Path, run: int, after: float) -> list[str]:
    """What one child acknowledged before it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(folder), str(run)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    told = [child.stdout.readline()]
    deadline = time.monotonic() + after
    while time.monotonic() < deadline:
        told.append(child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    told += child.stdout.readlines()
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL
    return [line.decode().strip() for line in told if line.endswith(b"\n")]


def test_no_acknowledged_answer_is_lost_and_no_file_damaged(folder):
    chance = random.Random(1)
    acknowledged: list[str] = []
    for run in range(KILLS):
        acknowledged += _run_and_kill(folder.path, run, chance.uniform(0, 0.15))
        with Store.open(folder.path) as store:
            assert store.is_set_up
    with folder.open() as store:
        opening = store.unlock(folder.phrase).open_all()
    found = [record.body["words"] for session in opening.sessions for record in session.records]
    assert len(acknowledged) >= KILLS
    assert [text for text in acknowledged if text not in set(found)] == []
    assert opening.whole and len(found) == len(set(found))
    assert len(found) <= len(acknowledged) + KILLS
    print(f"{KILLS} kills, {len(acknowledged)} acknowledged, 0 lost")
    assert b"boat+key" in folder.bytes() and f"{KILLS - 1}-1".encode() not in folder.bytes()
