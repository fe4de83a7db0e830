"""The tables as text, step by step: what a new file is made of, and what an existing one is held against.

Nothing here says when, what was asked, or what was given. There is no index on a random id: where an
entry lands in such an index depends on chance, and the size of the file would then differ between two
sessions of the same presses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duq_desktop.ledger.sizes import ATTEMPTS_BYTES
from duq_desktop.vault.sizes import KEY_BYTES, LINK_BYTES, MARK_BYTES, SEALED_KEY_BYTES

PERSON_BYTES = 1024
OTHER_BYTES = 4096
PERSON_PARCEL_BYTES = 16 * 1024
OTHER_PARCEL_BYTES = 64 * 1024
"""Decision 0191 says what fits."""
SEALED_ATTEMPTS_BYTES = ATTEMPTS_BYTES + 48
_TABLES = f"""
CREATE TABLE store (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    store_id TEXT NOT NULL,
    made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
    backups_due INTEGER NOT NULL DEFAULT 0 CHECK (backups_due IN (0, 1))
) STRICT;
CREATE TABLE home (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    facts TEXT NOT NULL
) STRICT;
CREATE TABLE key_pair (
    number INTEGER PRIMARY KEY,
    key_id TEXT NOT NULL,
    public BLOB NOT NULL CHECK (length(public) = {KEY_BYTES}),
    retired BLOB
) STRICT;
CREATE TABLE slot (
    key_number INTEGER NOT NULL REFERENCES key_pair (number),
    kind TEXT NOT NULL CHECK (kind IN ('phrase', 'recovery')),
    ops INTEGER NOT NULL,
    memory INTEGER NOT NULL,
    salt BLOB NOT NULL,
    box BLOB NOT NULL,
    checksum BLOB NOT NULL,
    PRIMARY KEY (key_number, kind)
) STRICT;
CREATE TABLE session (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id TEXT NOT NULL,
    record_size INTEGER NOT NULL CHECK (record_size IN ({PERSON_BYTES}, {OTHER_BYTES})),
    sign TEXT NOT NULL,
    pack_id TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    area TEXT NOT NULL,
    page INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'ended', 'deleted')),
    given INTEGER NOT NULL
) STRICT;
CREATE TABLE sitting (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session (number),
    sitting_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    sealed_key BLOB CHECK (sealed_key IS NULL OR length(sealed_key) = {SEALED_KEY_BYTES})
) STRICT;
CREATE TABLE record (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    record_id TEXT NOT NULL,
    sitting INTEGER NOT NULL REFERENCES sitting (number),
    position INTEGER NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = {LINK_BYTES}),
    box BLOB NOT NULL CHECK (length(box) IN ({PERSON_BYTES}, {OTHER_BYTES}))
) STRICT;
CREATE TABLE note (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key_id TEXT NOT NULL,
    box BLOB NOT NULL
) STRICT;
"""
_LEDGER = f"""
CREATE TABLE ledger (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    box BLOB NOT NULL
) STRICT;
CREATE TABLE draft (
    draft_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    box BLOB NOT NULL
) STRICT;
CREATE TABLE attempt (
    run_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    box BLOB NOT NULL CHECK (length(box) = {SEALED_ATTEMPTS_BYTES})
) STRICT;
ALTER TABLE key_pair ADD COLUMN role TEXT NOT NULL DEFAULT 'opener';
"""
"""``key_pair.role`` says what a pair is for. The private half of one of the role 'opener' opens sessions and
seals ``ledger`` and ``draft``; ``attempt`` is sealed to its public half. Other roles are for later."""
_PARCELS = f"""
CREATE TABLE parcel (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    parcel_id TEXT NOT NULL,
    sitting INTEGER NOT NULL REFERENCES sitting (number),
    position INTEGER NOT NULL,
    covered BLOB NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = {LINK_BYTES}),
    box BLOB NOT NULL CHECK (length(box) IN ({PERSON_PARCEL_BYTES}, {OTHER_PARCEL_BYTES}))
) STRICT;
ALTER TABLE sitting ADD COLUMN mark BLOB CHECK (mark IS NULL OR length(mark) = {MARK_BYTES});
"""
"""``parcel.number`` goes on from ``record.number``: one order over both. ``sitting.mark`` is NULL in sittings
that an older version began; their records have links of the first kind (``vault.sealing``)."""

STEPS: Mapping[str, str] = {
    "0001_sealed_inbox": _TABLES,
    "0002_ledger": _LEDGER,
    "0003_parcels": _PARCELS,
}
"""What each step from an empty file to this version says, in order. A released step never changes."""


def statements(step: str) -> Iterator[str]:
    """The statements of one step, one by one."""
    return (each for each in STEPS[step].split(";") if each.strip())
