"""The power is cut at any moment: no acknowledged answer is lost, and the file is whole.

The system calls of real sessions are recorded once (strace) and made again up to each cut, with what was not
waited for on the disk kept or lost by chance. ``DUQ_CUTS`` sets how often (300 unless told).
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.grown_folder import HOME, PHRASE
from benchmarks.power_cuts import Call, Disk, calls
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.slots import Cost

CUTS, FEW = int(os.environ.get("DUQ_CUTS", "300")), 15
ROOT = Path(__file__).parents[1]
CALLS = "trace=openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink"
_CHILD = """
import os, sys
from pathlib import Path
from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.store.inbox.store import Store

def record(text):
    return Record(RecordKind.ANSWER, "t", {"words": text})

def told(text):
    os.write(1, (text + " ").encode())

with Store.open(Path(sys.argv[1])) as store:
    for session in range(3):
        stream = Stream.STAFF if session % 2 else Stream.PERSON
        sitting = store.begin(stream, pack_id="p", pack_version="1")
        sitting.after_end = None
        for block in range(2):
            for page in range(6):
                text = f"{session}-{block}-{page}"
                sitting.append(record(text), Bookmark("1", page))
                told(text)
            sitting.append_all([record(f"{session}-{block}")], Bookmark("1", 9), [record("filler")] * 25)
            told(f"{session}-{block}")
        if session == 1:
            sitting.another_day(Bookmark("1", 9), [record(f"{session}-end")])
        else:
            sitting.end(Bookmark(), [record(f"{session}-end")])
        told(f"{session}-end")
"""


def _recorded(folder: Path, log: Path) -> list[Call]:
    strace = ["strace", "-f", "-xx", "-s", "200000", "-e", CALLS, "-o", str(log)]
    done = subprocess.run(
        [*strace, sys.executable, "-c", _CHILD, str(folder)], capture_output=True, text=True, cwd=ROOT
    )
    if done.returncode:
        pytest.skip(f"system calls cannot be recorded here: {done.stderr[-200:]}")
    return list(calls(log.read_text()))


def _opened(files: dict[Path, bytes], place: Path) -> tuple[set[str], bool]:
    """What the folder holds after the cut, and whether the file is whole and nothing in it damaged."""
    shutil.rmtree(place, ignore_errors=True)
    for name, content in files.items():
        target = place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    with Store.open(place) as store:
        opening = store.unlock(PHRASE).open_all()
        words = {str(record.body.get("words")) for one in opening.sessions for record in one.records}
        return words, opening.whole


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace records the system calls")
def test_a_power_cut_at_any_moment(tmp_path: Path, smoke: bool) -> None:
    """After each cut the folder opens, is whole, and holds all that was acknowledged before."""
    folder, copy = tmp_path / "data", tmp_path / "before"
    Store.set_up(folder, HOME, PHRASE, cost=Cost(1, 8192))
    shutil.copytree(folder, copy)
    recorded = _recorded(folder, tmp_path / "log")
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)
    chance, cuts = random.Random(1), FEW if smoke else CUTS
    at = sorted(chance.randrange(len(recorded)) for _ in range(cuts))
    disk, done, lost, damaged, acknowledged = Disk(folder), 0, 0, 0, 0
    for cut in at:
        while done < cut:
            disk.take(recorded[done])
            done += 1
        words, whole = _opened(disk.after_a_cut(chance), tmp_path / "after")
        acknowledged = len(disk.told)
        lost += len(set(disk.told) - words)
        damaged += not whole
    print(f"\n{cuts} power cuts, up to {acknowledged} acknowledged answers, {lost} lost, {damaged} damaged")
    assert acknowledged > 20
    assert lost == 0
    assert damaged == 0
