"""Runs: entries of one sitting that follow one another, so that they can be let go of and still be counted.

The link of each entry of a run is a hash of the link before the run, the sitting's *mark*, the numbers, and
one hash over all sealed entries of the run so far. Once the entries are gone, the run's two numbers and that
one hash are enough to work out the link after it; and nobody without the sitting's key can have made them
fit, because the mark is a hash of the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from duq_desktop.errors import VaultError
from duq_desktop.vault.sizes import LINK_BYTES, MARK_BYTES
from duq_desktop.words import sealing as words

_NUMBER_BYTES = 8
_RUN_BYTES = 2 * _NUMBER_BYTES + LINK_BYTES


def mark_of(key: bytes) -> bytes:
    """What stands in clear for a sitting's key, for good: from it nobody can find the key."""
    return blake2b(key, person=b"duq-mark", digest_size=MARK_BYTES).digest()


@dataclass(frozen=True)
class Run:
    """The entries numbered ``first`` to ``last``, all of one sitting, and the hash over all of them."""

    first: int
    last: int
    digest: bytes

    @property
    def count(self) -> int:
        """How many entries there were."""
        return self.last - self.first + 1

    def link(self, before: bytes, mark: bytes) -> bytes:
        """The link after the run, from the link before it."""
        head = before + mark + _number(self.first) + _number(self.last)
        return blake2b(head + self.digest, person=b"duq-run", digest_size=LINK_BYTES).digest()

    def more(self, record_id: str, sealed: bytes) -> Run:
        """The run with the next entry."""
        return Run(self.first, self.last + 1, _digest(self.digest, record_id, sealed))


def new_run(number: int, record_id: str, sealed: bytes) -> Run:
    """A run of one entry."""
    return Run(number, number, _digest(b"", record_id, sealed))


def _digest(so_far: bytes, record_id: str, sealed: bytes) -> bytes:
    name = record_id.encode("utf-8", errors="replace")
    head = len(so_far).to_bytes(1, "big") + so_far + len(name).to_bytes(8, "big") + name
    return blake2b(head + sealed, person=b"duq-entries", digest_size=LINK_BYTES).digest()


def _number(number: int) -> bytes:
    return number.to_bytes(_NUMBER_BYTES, "big", signed=True)


def runs_to_bytes(runs: tuple[Run, ...]) -> bytes:
    """The runs one after the other, 48 bytes each."""
    return b"".join(_number(run.first) + _number(run.last) + run.digest for run in runs)


def runs_from_bytes(raw: bytes) -> tuple[Run, ...]:
    """The runs in ``raw``. Raises ``VaultError`` when it holds none, or they are out of order."""
    if len(raw) % _RUN_BYTES:
        raise VaultError(words.DAMAGED)
    found, highest = [], 0
    for at in range(0, len(raw), _RUN_BYTES):
        first = int.from_bytes(raw[at : at + _NUMBER_BYTES], "big", signed=True)
        last = int.from_bytes(raw[at + _NUMBER_BYTES : at + 2 * _NUMBER_BYTES], "big", signed=True)
        if not highest < first <= last:
            raise VaultError(words.DAMAGED)
        highest = last
        found.append(Run(first, last, raw[at + 2 * _NUMBER_BYTES : at + _RUN_BYTES]))
    return tuple(found)
