"""Real folders with small argon2 costs, and a way to look at every byte of them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.sitting import Sitting
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.slots import Cost

PHRASE = "fern otter moon lamp"
HOME = Home(
    opener_name="A trustee",
    opener_job="Trustee",
    opener_works_here=False,
    nation="england",
    safeguarding_number="0300 000 0000",
    outside_contact=Contact("Advocacy", "0800 000 0000"),
    people_count=6,
)


def fork() -> int:
    """Forks without the warning of Python 3.12 about threads: the child uses none of the parent's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def peek(path: Path) -> sqlite3.Connection:
    """What lies on the disk of a database that the app may hold open: a copy of it and its log, in memory."""
    with tempfile.TemporaryDirectory() as place:
        for ending in ("", "-wal", "-journal"):
            part = path.with_name(path.name + ending)
            if part.exists():
                shutil.copyfile(part, Path(place) / f"copy.db{ending}")
        found, kept = sqlite3.connect(Path(place) / "copy.db"), sqlite3.connect(":memory:")
        found.backup(kept)
        found.close()
    return kept


class Folder:
    """A set-up data folder and what a test does with it."""

    phrase = PHRASE
    fork = staticmethod(fork)
    cost = Cost(1, 8192)
    home = HOME

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys = NewKeys.make()

    def set_up(self, **more: object) -> Folder:
        Store.set_up(self.path, HOME, PHRASE, keys=self.keys, cost=self.cost, **more)
        return self

    @property
    def file(self) -> Path:
        return self.path / "answers.db"

    def files(self) -> list[Path]:
        return [path for path in self.path.rglob("*") if path.is_file()]

    def bytes(self) -> bytes:
        """Every byte of every file in the folder."""
        return b"".join(path.read_bytes() for path in self.files())

    def open(self, **more: object) -> Store:
        return Store.open(self.path, **more)

    def begin(self, store: Store, stream: Stream = Stream.PERSON, sign: str = "") -> Sitting:
        return store.begin(stream, sign=sign, pack_id="duq-code", pack_version="1")

    @staticmethod
    def record(text: str = "yes", kind: RecordKind = RecordKind.ANSWER) -> Record:
        return Record(kind, "2026-11-22T10:00:00+00:00", {"question": "1.1", "words": text})

    def give(self, sitting: Sitting, *texts: str) -> None:
        for number, text in enumerate(texts):
            sitting.append(self.record(text), Bookmark("1", number + 1))

    def opened(self, store: Store):
        """What the pass phrase opens now."""
        return store.unlock(PHRASE).open_all()

    def texts(self, store: Store) -> list[list[str]]:
        return [
            [str(record.body.get("words")) for record in session.records]
            for session in self.opened(store).sessions
        ]


@pytest.fixture(scope="session")
def make_folder() -> Callable[[Path], Folder]:
    """Makes a set-up folder anywhere, for tests that need several."""
    return lambda path: Folder(path / "data").set_up()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data").set_up()


@pytest.fixture
def bare_folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data")


@pytest.fixture
def store(folder: Folder) -> Iterator[Store]:
    with folder.open() as opened:
        yield opened


@pytest.fixture
def in_child() -> Callable[[Callable[[], str]], str]:
    """Runs a call in a forked child and gives the text it returns or the error it raised."""

    def run(work: Callable[[], str]) -> str:
        read, write = os.pipe()
        child = fork()
        if child == 0:
            os.close(read)
            try:
                answer = work()
            except BaseException as error:  # noqa: BLE001  # the parent must hear of anything
                answer = f"{type(error).__name__}: {error}"
            os.write(write, answer.encode())
            os._exit(0)
        os.close(write)
        with os.fdopen(read, "rb") as answers:
            found = answers.read().decode()
        os.waitpid(child, 0)
        return found

    return run
