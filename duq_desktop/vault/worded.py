"""A small box that opens with a person's sign and a word they chose, and with nothing else.

argon2id of both, with a salt of the folder, gives the key (PyNaCl's SecretBox: XSalsa20-Poly1305). A
short word is weak: ``docs/privacy.md`` says how weak. All boxes have one size and hold random bytes to
whoever lacks the key. One salt for a folder lets the right box be found with one derivation, however
many there are; it costs an intruder who wants them all no more than one search.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as SodiumError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from duq_desktop.errors import ProfileError
from duq_desktop.vault.phrases import normalise
from duq_desktop.vault.slots import Cost
from duq_desktop.words import sealing as words

SALT_BYTES: int = argon2id.SALTBYTES
BOX_BYTES = 16 * 1024
"""The size of every box, in bytes."""
_CONTENT = BOX_BYTES - SecretBox.NONCE_SIZE - SecretBox.MACBYTES
_LENGTH_BYTES = 4
MOST_CONTENT = _CONTENT - _LENGTH_BYTES
COST = Cost(ops=6, memory=256 * 1024 * 1024)
"""About a second for each guess on an old laptop."""
SHORTEST_WORD = 4
"""Letters and digits below which no word is taken."""
_MIB = 1024 * 1024


def new_salt() -> bytes:
    """A folder's salt."""
    return secrets.token_bytes(SALT_BYTES)


def is_long_enough(word: str) -> bool:
    """Whether ``word`` may be used at all."""
    return sum(c.isalnum() for c in normalise(word)) >= SHORTEST_WORD


def derive(sign: Iterable[str], word: str, salt: bytes, cost: Cost = COST) -> bytes:
    """The key from a sign's two ids, in any order, and a word. Takes ``cost``; raises ``ProfileError``."""
    raw = "\x1f".join(["duq-way", *sorted(sign), normalise(word)]).encode("utf-8", errors="replace")
    try:
        return argon2id.kdf(SecretBox.KEY_SIZE, raw, salt, opslimit=cost.ops, memlimit=cost.memory)
    except (SodiumError, MemoryError) as error:
        raise ProfileError(words.TOO_LITTLE_MEMORY, megabytes=cost.memory // _MIB) from error


def shut(content: bytes, key: bytes) -> bytes:
    """``content`` in a box of ``BOX_BYTES``. Raises ``ValueError`` above ``MOST_CONTENT`` bytes."""
    if len(content) > MOST_CONTENT:
        raise ValueError("more than a box holds")
    filled = (len(content).to_bytes(_LENGTH_BYTES, "big") + content).ljust(_CONTENT, b"\0")
    return bytes(SecretBox(key).encrypt(filled))


def open_box(box: bytes, key: bytes) -> bytes | None:
    """What is in ``box``; None when the key is another's, or the box is damaged."""
    if len(box) != BOX_BYTES:
        return None
    try:
        filled = SecretBox(key).decrypt(box)
    except CryptoError:
        return None
    length = int.from_bytes(filled[:_LENGTH_BYTES], "big")
    return filled[_LENGTH_BYTES : _LENGTH_BYTES + length]
