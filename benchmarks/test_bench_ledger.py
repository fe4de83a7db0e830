"""The opener's ledger against its lower bounds in the same run: one more entry, and all of them at unlocking.

One entry sealed and on the disk against a bare sqlite3 insert of as many bytes with the same settings; ten
thousand entries decoded against bare decryption of as many.
"""

from __future__ import annotations

import secrets
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from nacl.secret import Aead
from sqlite_utils import Database

from duq_desktop.ledger.entries import NoteWritten
from duq_desktop.ledger.ledger import Entry
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.store.office import ledger_rows
from duq_desktop.vault.keys import new_id
from duq_desktop.vault.slots import Cost

PHRASE = "fern otter moon lamp"
HOME = Home("A trustee", "Trustee", False, "england", "0300", Contact("Advocacy", "0800"))
TEXT = "Rang the council and told them what she said. They come on Friday. " * 3
ENTRIES, FEW = 10_000, 200
ROUNDS = 200
EDIT_AT_MOST, DECODE_AT_MOST = 3.0, 12.0


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _bare_insert(path: Path) -> Callable[[], object]:
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=truncate", "synchronous=extra", "secure_delete=on", "temp_store=memory"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("CREATE TABLE bare (number INTEGER PRIMARY KEY AUTOINCREMENT, box BLOB) STRICT")
    box = secrets.token_bytes(1064)
    return lambda: db.execute("INSERT INTO bare (box) VALUES (?)", (box,))


def _fill(opener: Opener, number: int) -> None:
    """Many entries in one save, sealed as each alone is."""
    book = opener._book()
    notes = [NoteWritten("2026-12-01T10:00:00", TEXT, "", str(at)) for at in range(number)]
    sealed = [book._sealed(Entry(new_id(), note)) for note in notes]

    def write(db: Database) -> None:
        for row in sealed:
            ledger_rows.add_entry(db, row)

    book._desk.write(write)


def test_one_entry_and_ten_thousand(tmp_path: Path, smoke: bool) -> None:
    """Both against their bounds; the numbers are printed."""
    Store.set_up(tmp_path / "data", HOME, PHRASE, cost=Cost(1, 8192), made_up=True)
    number, rounds = (FEW, FEW) if smoke else (ENTRIES, ROUNDS)
    with Store.open(tmp_path / "data") as store:
        opener = store.unlock(PHRASE)
        _fill(opener, number)
        bare = _bare_insert(tmp_path / "bare.db")
        pairs = [(_seconds(lambda: opener.write_note(TEXT, at="now")), _seconds(bare)) for _ in range(rounds)]
        ours, floor = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"one entry: {ours * 1e3:.2f} ms, bare {floor * 1e3:.2f} ms, ratio {ours / floor:.2f}")
        opener.lock()
        again = store.unlock(PHRASE)
        decoding = _seconds(again.notes)
        assert len(again.notes().notes) == number + rounds
    box_of = Aead(secrets.token_bytes(32))
    boxes = [bytes(box_of.encrypt(TEXT.encode().ljust(1024), b"ledger")) for _ in range(number + rounds)]
    bare_decoding = _seconds(lambda: [box_of.decrypt(box, b"ledger") for box in boxes])
    size = (tmp_path / "data" / "answers.db").stat().st_size
    print(
        f"{number + rounds} entries decoded: {decoding * 1e3:.0f} ms, bare decryption "
        f"{bare_decoding * 1e3:.0f} ms, ratio {decoding / bare_decoding:.1f}; file {size / 1e6:.1f} MB"
    )
    assert smoke or ours / floor <= EDIT_AT_MOST
    assert smoke or decoding / bare_decoding <= DECODE_AT_MOST
