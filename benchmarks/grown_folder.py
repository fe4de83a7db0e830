"""A folder with many sessions, made with the product's own seal and no page; and one press of each kind.

As a program, ``python -m benchmarks.grown_folder FOLDER WHAT``, it does one thing in a process of its own and
tells how long it took and the most memory the process had, as JSON. Before and after each press it writes
``MARK`` to the standard error, so that whoever watches its system calls knows what belongs to which press.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.file.preview import FirstLook
from duq_desktop.store.inbox.sitting import Sitting
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.slots import Cost

PHRASE = "fern otter moon lamp"
HOME = Home("A trustee", "Trustee", False, "england", "0300", Contact("Advocacy", "0800"))
STREAMS = (Stream.PERSON, Stream.STAFF, Stream.PERSON, Stream.STAFF, Stream.FAMILY)
"""In turn: about as many of each as in the sample."""
ANSWERS, BLOCK, PRESSES = 40, 32, 40


def answer(number: int) -> Record:
    """An answer of usual length."""
    body = {
        "question": f"3.{number}",
        "wording": "Do you choose what you do in the evening, and who helps you with it?",
        "status": "answered",
        "answer": ("yes", "sometimes", "no")[number % 3],
        "support": "alone",
        "format": "three",
    }
    return Record(RecordKind.ANSWER, f"2026-11-22T10:{number % 60:02d}:00+00:00", body)


FILLER = Record(RecordKind.PAGE, "2026-11-22T10:00:00+00:00", {"page": "thanks"})


def make(folder: Path, sessions: int) -> None:
    """A made-up folder of so many sessions that are over, with one backup."""
    Store.set_up(folder, HOME, PHRASE, cost=Cost(1, 8192), made_up=True)
    with Store.open(folder) as store:
        with store.all_at_once():
            for number in range(sessions):
                sitting = _begin(store, number)
                sitting.after_end = None
                sitting.append_all([answer(each) for each in range(ANSWERS)], Bookmark("3", 8))
                sitting.end(Bookmark())
        store.back_up()


def _begin(store: Store, number: int) -> Sitting:
    return store.begin(STREAMS[number % len(STREAMS)], pack_id="p", pack_version="1")


def forget(folder: Path) -> None:
    """Puts the folder's files out of the memory of the system, as if the computer had just been started."""
    for path in folder.rglob("*"):
        if path.is_file():
            descriptor = os.open(path, os.O_RDONLY)
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def _timed(work: Callable[[], object]) -> float:
    os.write(2, b"MARK begins\n")
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    os.write(2, b"MARK ended\n")
    return took


def _first_look(folder: Path) -> float:
    return _timed(lambda: FirstLook.open(folder, thorough=False))


def _presses(folder: Path) -> float:
    """The middle one of many Next, none of which ends a block."""
    with Store.open(folder) as store:
        sitting = _begin(store, 0)
        sitting.append(answer(0), Bookmark("3", 0))
        took = [_timed(lambda: sitting.append(answer(1), Bookmark("3", 1))) for _ in range(PRESSES)]
    return sorted(took)[len(took) // 2]


def _block_end(folder: Path) -> float:
    """The Next that ends a block and fills it up."""
    with Store.open(folder) as store:
        sitting = _begin(store, 0)
        sitting.append(answer(0), Bookmark("3", 0))
        return _timed(lambda: sitting.append_all([answer(1)], Bookmark("3", 1), [FILLER] * (BLOCK - 2)))


def _finish(folder: Path) -> float:
    with Store.open(folder) as store:
        sitting = _begin(store, 0)
        sitting.append_all([answer(each) for each in range(ANSWERS)], Bookmark("3", 8))
        sitting.append_all([answer(9)], Bookmark("3", 9), [FILLER] * (BLOCK * 7 - ANSWERS - 1))
        store._desk.settle()  # the thread that the end of the block began is long done by then
        return _timed(lambda: sitting.end(Bookmark(), [answer(9)], [FILLER] * (BLOCK - 1)))


def _delete(folder: Path) -> float:
    with Store.open(folder) as store:
        middle = store.sessions()[len(store.sessions()) // 2].session_id
        return _timed(lambda: store.delete_session(middle))


WHAT: dict[str, Callable[[Path], float]] = {
    "first look": _first_look,
    "next": _presses,
    "block end": _block_end,
    "finish": _finish,
    "delete": _delete,
}


def sizes(folder: Path) -> tuple[int, int]:
    """Bytes of the answers file, and of all the folder."""
    every = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return (folder / "answers.db").stat().st_size, sum(every)


def main(folder: Path, what: str) -> None:
    """Does ``what`` once and tells its seconds and the process's most memory in MB."""
    took = WHAT[what](folder)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "megabytes": most}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
