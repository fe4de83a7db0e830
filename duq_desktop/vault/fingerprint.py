"""The fingerprint of a public key, and the four words by which people compare it.

It needs no libsodium: BLAKE2b (RFC 7693) stands in Python's own ``hashlib``, with the same result.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from duq_desktop.safe_files.reading import read_whole
from duq_desktop.vault.left_out import LEFT_OUT

SHIPPED = 7776
_LARGEST = 1_000_000
WORD_COUNT = SHIPPED - len(LEFT_OUT)
_PERSON = b"duq-fingerprint"


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """The words, sorted. Raises ``RuntimeError`` when the package ships another list."""
    found = find_spec("xkcdpass")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("the word list is not installed")
    file = Path(found.submodule_search_locations[0], "static", "eff-long")
    shipped = read_whole(file, _LARGEST, links=True).decode("utf-8").split()
    if len(shipped) != SHIPPED or len(set(shipped)) != SHIPPED or not LEFT_OUT.issubset(shipped):
        raise RuntimeError(f"the word list has {len(set(shipped))} words instead of {SHIPPED}")
    return tuple(word for word in sorted(shipped) if word not in LEFT_OUT)


def words_for(raw: bytes, count: int) -> tuple[str, ...]:
    """``count`` words that stand for the number in ``raw``, the last digits first."""
    number = int.from_bytes(raw, "big")
    found: list[str] = []
    for _ in range(count):
        number, index = divmod(number, WORD_COUNT)
        found.append(word_list()[index])
    return tuple(found)


def fingerprint_of(public: bytes) -> str:
    """The full fingerprint of a public key: 64 hex digits of its BLAKE2b hash."""
    return hashlib.blake2b(public, digest_size=32, person=_PERSON).hexdigest()


def fingerprint_words(fingerprint: str) -> tuple[str, str, str, str]:
    """The four words by which people compare a fingerprint (51 bits: for eyes, not for machines)."""
    first, second, third, fourth = words_for(bytes.fromhex(fingerprint), 4)
    return first, second, third, fourth
