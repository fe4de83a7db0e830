"""The store against its lower bound: a bare sqlite3 insert with the same settings, in the same run.

Measured: one answer sealed, chained and on the disk; unlocking against bare argon2id; opening a
thousand answers against bare decryption of as many. Rounds alternate between the two, so that other
work on the computer falls on both.
"""

from __future__ import annotations

import secrets
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from nacl.pwhash import argon2id
from nacl.secret import Aead

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.slots import DEFAULT_COST, Cost

PHRASE = "fern otter moon lamp"
HOME = Home("A trustee", "Trustee", False, "england", "0300", Contact("Advocacy", "0800"))
ANSWER = Record(
    RecordKind.ANSWER,
    "2026-11-22T10:00:00+00:00",
    {"question": "3.8", "wording": "Does anyone scare you?", "status": "answered", "answer": "no"},
)
ROUNDS, FEW = 300, 20
APPEND_AT_MOST, UNLOCK_AT_MOST, OPEN_AT_MOST = 2.0, 1.3, 6.0


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _side_by_side(
    first: Callable[[], object], second: Callable[[], object], rounds: int
) -> tuple[float, float, str]:
    """The medians of both in seconds, and both as a sentence with their 95th percentiles."""
    pairs = [(_seconds(first), _seconds(second)) for _ in range(rounds)]
    ours, floor = (sorted(column) for column in zip(*pairs, strict=True))
    middle, middle_floor = statistics.median(ours), statistics.median(floor)
    last = int(rounds * 0.95) - 1
    told = (
        f"{middle * 1e3:.2f} ms (p95 {ours[last] * 1e3:.2f}), bare {middle_floor * 1e3:.2f} ms "
        f"(p95 {floor[last] * 1e3:.2f}), ratio {middle / middle_floor:.2f}"
    )
    return middle, middle_floor, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set-up data folder."""
    Store.set_up(tmp_path / "data", HOME, PHRASE, cost=Cost(1, 8192))
    return tmp_path / "data"


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The lower bound: one table, the same settings, nothing sealed."""
    db = sqlite3.connect(tmp_path / "bare.db", isolation_level=None)
    db.execute("CREATE TABLE record (number INTEGER PRIMARY KEY, box BLOB NOT NULL) STRICT")
    for setting in ("journal_mode=truncate", "synchronous=extra", "secure_delete=on"):
        db.execute(f"PRAGMA {setting}").fetchall()
    yield db
    db.close()


def test_an_answer_sealed_and_on_the_disk(folder: Path, bare: sqlite3.Connection, smoke: bool) -> None:
    """Next pressed → sealed, chained, place mark moved, on the disk."""
    box = secrets.token_bytes(1024)

    def insert() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO record (box) VALUES (?)", (box,))
        bare.execute("COMMIT")

    with Store.open(folder) as store:
        sitting = store.begin(Stream.PERSON, pack_id="p", pack_version="1")
        append = lambda: sitting.append(ANSWER, Bookmark("3", 8))  # noqa: E731
        ours, floor, told = _side_by_side(append, insert, FEW if smoke else ROUNDS)
    print(f"\nappend {told}")
    assert smoke or ours / floor <= APPEND_AT_MOST


def test_unlocking(tmp_path: Path, smoke: bool) -> None:
    """The whole of unlocking against the hash that makes it slow on purpose."""
    cost = Cost(1, 8 * 1024 * 1024) if smoke else DEFAULT_COST
    Store.set_up(tmp_path / "data", HOME, PHRASE, cost=cost)
    salt = secrets.token_bytes(argon2id.SALTBYTES)

    def bare_hash() -> None:
        argon2id.kdf(32, PHRASE.encode(), salt, opslimit=cost.ops, memlimit=cost.memory)

    with Store.open(tmp_path / "data") as store:
        ours, floor, told = _side_by_side(lambda: store.unlock(PHRASE), bare_hash, 3 if smoke else 7)
    print(f"\nunlock {told}")
    assert smoke or ours / floor <= UNLOCK_AT_MOST


def test_opening_a_thousand_answers(folder: Path, smoke: bool) -> None:
    """Reading, checking the chain and unsealing against decrypting and parsing alone."""
    count = 100 if smoke else 1000
    with Store.open(folder) as store:
        for _ in range(count // 25):
            sitting = store.begin(Stream.PERSON, pack_id="p", pack_version="1")
            for page in range(25):
                sitting.append(ANSWER, Bookmark("3", page))
        opener = store.unlock(PHRASE)
        opener.open_all()
        key = Aead(secrets.token_bytes(32))
        boxes = [bytes(key.encrypt(secrets.token_bytes(984), b"place")) for _ in range(count)]

        def decrypt() -> None:
            for box in boxes:
                Record.from_bytes(ANSWER.to_bytes()) if key.decrypt(box, b"place") else None

        ours, floor, told = _side_by_side(opener.open_all, decrypt, 3 if smoke else 15)
        assert sum(len(session.records) for session in opener.open_all().sessions) == count
    print(f"\nopen {count} answers {told}")
    assert smoke or ours / floor <= OPEN_AT_MOST
