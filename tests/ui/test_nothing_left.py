"""Between two people nothing is left: looked for in the running app, in its memory and in every file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HALVES = ("Quibblewick", "Zanderthorn")
WORDS = "".join(HALVES)
HOMES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


@contextmanager
def somebody_was_here(folder: Path) -> Iterator[tuple[int, dict[str, list[str]]]]:
    """The process of an app in which somebody has just answered and left, and what it says is left."""
    home = {name: str(folder / name) for name in HOMES}
    for each in home.values():
        Path(each).mkdir()
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.somebody_answers", str(folder / "tried"), *HALVES]
    (folder / "tried").mkdir()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        line = child.stdout.readline()
        assert line, "nobody could answer"
        try:
            yield child.pid, json.loads(line)
        finally:
            child.stdin.write("\n")
            child.stdin.close()
            child.wait(60)


def found_in(data: bytes) -> list[str]:
    """In which of the ways that Qt and Python write text the words stand in ``data``."""
    return [way for way in ("utf-8", "utf-16-le", "utf-32-le") if WORDS.encode(way) in data]


def memory_of(process: int) -> Iterator[bytes]:
    """Every part of a process's memory that may be written to."""
    with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "[v" in line:
                continue
            start, end = (int(number, 16) for number in span.split("-"))
            memory.seek(start)
            try:
                yield memory.read(end - start)
            except OSError:
                continue


def test_nothing_is_left_for_the_next_person(tmp_path: Path) -> None:
    with somebody_was_here(tmp_path) as (process, left):
        assert left == {"clipboard": [], "widgets": [], "objects": []}
        written = [each for each in tmp_path.rglob("*") if each.is_file()]
        assert written
        assert [(each.name, ways) for each in written if (ways := found_in(each.read_bytes()))] == []
        look_into_memory(process)
    assert not Path(f"/proc/{process}/mem").exists()


def look_into_memory(process: int) -> None:
    """What the window showed is nowhere in memory, not even in what was let go of.

    Python's own texts cannot be overwritten: what it has let go of may still stand there until the process
    ends, which is why answer mode ends it.
    """
    if sys.platform != "linux":
        return
    try:
        found = [way for part in memory_of(process) for way in found_in(part)]
    except PermissionError:
        return
    assert "utf-16-le" not in found
