"""Slots: the private key wrapped once in the pass phrase and once in the recovery key.

Either opens it. A new pass phrase wraps the same 32 bytes again and touches no answer; a phrase that
may have leaked needs a new key pair instead (``store.opener``).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as SodiumError
from nacl.hash import blake2b
from nacl.pwhash import argon2id
from nacl.secret import Aead

from duq_desktop.errors import VaultError
from duq_desktop.vault.phrases import check_length, normalise
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.words import sealing as words

PHRASE = "phrase"
RECOVERY = "recovery"
_MIB = 1024 * 1024
_MOST_OPS = 10
_MOST_MEMORY = 1024 * _MIB
CHECK_BYTES = 16


@dataclass(frozen=True)
class Cost:
    """What one guess of a pass phrase costs: passes, and bytes of memory (argon2id).

    The default, 256 MiB and three passes, takes about half a second; a 6-digit PIN would still fall in
    four days, four random words in about 4 · 10⁷ years on the same computer.
    """

    ops: int = 3
    memory: int = 256 * _MIB

    def allowed(self) -> bool:
        """Whether a cost read from a file may be paid: a changed file must not eat the memory."""
        ops_ok = argon2id.OPSLIMIT_MIN <= self.ops <= _MOST_OPS
        return ops_ok and argon2id.MEMLIMIT_MIN <= self.memory <= _MOST_MEMORY


DEFAULT_COST = Cost()


@dataclass(frozen=True)
class Slot:
    """One wrapping of a private key: its ``kind``, what deriving costs, and the wrapped bytes.

    ``check`` is a plain hash over the rest, so that a damaged slot is not mistaken for a wrong phrase.
    """

    kind: str
    cost: Cost
    salt: bytes
    box: bytes
    check: bytes = b""

    def checksum(self) -> bytes:
        """The hash that ``check`` must equal."""
        head = f"{self.kind}|{self.cost.ops}|{self.cost.memory}|".encode()
        return blake2b(head + self.salt + self.box, digest_size=CHECK_BYTES, encoder=RawEncoder)


def _wrapped(kind: str, cost: Cost, salt: bytes, key: bytes, private: bytes, bound: bytes) -> Slot:
    slot = Slot(kind, cost, salt, bytes(Aead(key).encrypt(private, bound + kind.encode())))
    return Slot(kind, cost, salt, slot.box, slot.checksum())


def _check_whole(slot: Slot) -> None:
    if not secrets.compare_digest(slot.check, slot.checksum()) or not slot.cost.allowed():
        raise VaultError(words.KEY_DAMAGED)


def _unwrap(slot: Slot, key: bytes, bound: bytes, wrong: str) -> bytes:
    try:
        return Aead(key).decrypt(slot.box, bound + slot.kind.encode())
    except (CryptoError, ValueError, TypeError) as error:
        raise VaultError(wrong) from error


def _derive(phrase: str, salt: bytes, cost: Cost) -> bytes:
    """The key from a phrase. Raises ``VaultError`` when the memory cannot be had."""
    raw = normalise(phrase).encode("utf-8", errors="replace")
    try:
        return argon2id.kdf(32, raw, salt, opslimit=cost.ops, memlimit=cost.memory)
    except (SodiumError, MemoryError) as error:
        raise VaultError(words.TOO_LITTLE_MEMORY, megabytes=cost.memory // _MIB) from error


def wrap_in_phrase(private: bytes, phrase: str, bound: bytes, cost: Cost = DEFAULT_COST) -> Slot:
    """``private`` wrapped in ``phrase``; ``bound`` says for which key and folder.

    Raises ``VaultError`` when the phrase is too short or the memory cannot be had.
    """
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    return _wrapped(PHRASE, cost, salt, _derive(check_length(phrase), salt, cost), private, bound)


def wrap_in_recovery(private: bytes, recovery: RecoveryKey, bound: bytes) -> Slot:
    """``private`` wrapped in ``recovery``."""
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    cost = Cost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)
    return _wrapped(RECOVERY, cost, salt, recovery.derive(salt), private, bound)


def unwrap_with_phrase(slot: Slot, phrase: str, bound: bytes) -> bytes:
    """The private key. Raises ``VaultError``: wrong phrase, damaged slot, or too little memory."""
    _check_whole(slot)
    if not normalise(phrase):
        raise VaultError(words.PHRASE_EMPTY)
    return _unwrap(slot, _derive(phrase, slot.salt, slot.cost), bound, words.WRONG_PHRASE)


def unwrap_with_recovery(slot: Slot, recovery: RecoveryKey, bound: bytes) -> bytes:
    """The private key. Raises ``VaultError``: another folder's recovery key, or a damaged slot."""
    _check_whole(slot)
    return _unwrap(slot, recovery.derive(slot.salt), bound, words.WRONG_RECOVERY_KEY)
