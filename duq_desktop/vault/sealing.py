"""Sealing records: one size, bound to one place, each naming what came before it.

A sealed record is a nonce (24 bytes), the cipher text of XChaCha20-Poly1305, and its tag (16). Inside
are the *link* of the record before it (32 bytes), the length (2), the content, and zeros up to the size.
A link is the hash of a sealed record together with the link before it, so one link stands for
everything before it, over all sessions.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from duq_desktop.errors import RecordTooLong, VaultError
from duq_desktop.vault.sizes import LINK_BYTES
from duq_desktop.words import sealing as words

_LENGTH_BYTES = 2
_OVERHEAD = Aead.NONCE_SIZE + Aead.MACBYTES
_INSIDE = LINK_BYTES + _LENGTH_BYTES


@dataclass(frozen=True)
class Bound:
    """The place a record is bound to. Opening it anywhere else fails.

    ``number`` is the record's number over all sessions, ``position`` the one within its session.
    """

    store_id: str
    session_id: str
    sitting_id: str
    record_id: str
    number: int
    position: int

    def to_bytes(self) -> bytes:
        """The place without any ambiguity, as associated data."""
        parts = [self.store_id, self.session_id, self.sitting_id, self.record_id, self.number, self.position]
        return json.dumps(parts, separators=(",", ":")).encode("ascii", errors="replace")


def room_in(size: int) -> int:
    """How many bytes of content a sealed record of ``size`` bytes holds."""
    return size - _OVERHEAD - _INSIDE


def first_link(store_id: str) -> bytes:
    """The link before the first record of a folder."""
    return blake2b(store_id.encode(), person=b"duq-first", digest_size=LINK_BYTES).digest()


def next_link(before: bytes, record_id: str, number: int, sealed: bytes) -> bytes:
    """The link of a sealed record: anybody can work it out, nobody can make another fit."""
    name = record_id.encode("utf-8", errors="replace")
    head = before + number.to_bytes(8, "big", signed=True) + len(name).to_bytes(8, "big") + name
    return blake2b(head + sealed, person=b"duq-link", digest_size=LINK_BYTES).digest()


def seal_record(key: bytes, content: bytes, before: bytes, bound: Bound, size: int) -> bytes:
    """``content`` sealed to exactly ``size`` bytes. Raises ``RecordTooLong`` when it does not fit."""
    if len(content) > room_in(size):
        raise RecordTooLong(words.TOO_LONG)
    inside = before + len(content).to_bytes(_LENGTH_BYTES, "big") + content
    return bytes(Aead(key).encrypt(inside.ljust(size - _OVERHEAD, b"\0"), bound.to_bytes()))


def open_record(key: bytes, sealed: bytes, bound: Bound) -> tuple[bytes, bytes]:
    """The link before, and the content. Raises ``VaultError`` when it is damaged or was moved."""
    try:
        inside = Aead(key).decrypt(sealed, bound.to_bytes())
    except (CryptoError, ValueError, TypeError) as error:
        raise VaultError(words.DAMAGED) from error
    length = int.from_bytes(inside[LINK_BYTES:_INSIDE], "big")
    return inside[:LINK_BYTES], inside[_INSIDE : _INSIDE + length]
