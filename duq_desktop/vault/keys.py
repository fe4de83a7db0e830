"""The key pair of a folder, and what is sealed to it.

Everybody may seal to the public key; only who holds the private key can open. The private key is in
memory only between unlocking and locking. Python cannot wipe memory for certain: ``docs/privacy.md``.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from functools import cached_property

from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.hash import blake2b
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import Aead

from duq_desktop.errors import VaultError
from duq_desktop.vault.fingerprint import fingerprint_of as fingerprint_of
from duq_desktop.vault.fingerprint import fingerprint_words as fingerprint_words
from duq_desktop.vault.recovery import RecoveryKey
from duq_desktop.vault.sizes import ENVELOPE_BYTES
from duq_desktop.vault.sizes import KEY_BYTES as KEY_BYTES
from duq_desktop.words import sealing as words


def new_id() -> str:
    """A random id of 32 hex digits. Not a UUIDv7, which would tell the millisecond."""
    return secrets.token_hex(16)


@dataclass(frozen=True)
class Envelope:
    """What is sealed to the public key once per sitting: the sitting's key and whose records it opens.

    ``stream`` is the value of a ``Stream``; it is in here because it must not stand in clear.
    """

    session_id: str
    sitting_id: str
    key: bytes
    stream: str
    made_up: bool = False

    def to_bytes(self) -> bytes:
        """JSON, padded with spaces to one size."""
        data = [self.session_id, self.sitting_id, self.key.hex(), self.stream, self.made_up]
        raw = json.dumps(data, separators=(",", ":")).encode("ascii")
        if len(raw) > ENVELOPE_BYTES:
            raise ValueError("an envelope holds ids of 32 digits and a stream")
        return raw.ljust(ENVELOPE_BYTES)

    @classmethod
    def from_bytes(cls, raw: bytes) -> Envelope:
        """The envelope in ``raw``. Raises ``VaultError`` when it is none of ours."""
        try:
            session_id, sitting_id, key, stream, made_up = json.loads(raw.decode("ascii"))
            found = cls(str(session_id), str(sitting_id), bytes.fromhex(key), str(stream), bool(made_up))
        except (ValueError, TypeError, RecursionError) as error:
            raise VaultError(words.DAMAGED) from error
        if len(found.key) != KEY_BYTES:
            raise VaultError(words.DAMAGED)
        return found


def seal_envelope(public: bytes, envelope: Envelope) -> bytes:
    """``envelope`` sealed to ``public``: 368 bytes that the sealer itself cannot open again."""
    return seal_to(public, envelope.to_bytes())


def seal_to(public: bytes, content: bytes) -> bytes:
    """``content`` sealed to ``public``, 48 bytes longer. Anybody could have sealed it."""
    return bytes(SealedBox(PublicKey(public)).encrypt(content))


class KeyPair:
    """A private key in memory, with its public key. ``private`` is 32 bytes."""

    def __init__(self, private: bytes) -> None:
        self._private = PrivateKey(private)

    @classmethod
    def make(cls) -> KeyPair:
        """A new random key pair."""
        return cls(bytes(PrivateKey.generate()))

    @property
    def private(self) -> bytes:
        """The 32 secret bytes: for wrapping only."""
        return bytes(self._private)

    @property
    def public(self) -> bytes:
        """The 32 bytes that everybody may know."""
        return bytes(self._private.public_key)

    @property
    def fingerprint(self) -> str:
        """The full fingerprint, which is also the id of the pair."""
        return fingerprint_of(self.public)

    def open_envelope(self, sealed: bytes) -> Envelope:
        """The envelope in ``sealed``. Raises ``VaultError`` when it is damaged or for another key."""
        return Envelope.from_bytes(self.open_sealed(sealed))

    def open_sealed(self, sealed: bytes) -> bytes:
        """What somebody sealed to the public key. Raises ``VaultError`` when damaged or for another key."""
        try:
            return SealedBox(self._private).decrypt(sealed)
        except (CryptoError, ValueError, TypeError) as error:
            raise VaultError(words.DAMAGED) from error

    def seal_own(self, content: bytes, bound: bytes) -> bytes:
        """``content`` so that only this private key can write and read it; ``bound`` is its place.

        Unlike an envelope it cannot be made by whoever has only the public key.
        """
        return bytes(self._own.encrypt(content, bound))

    def open_own(self, sealed: bytes, bound: bytes) -> bytes:
        """What ``seal_own`` sealed. Raises ``VaultError`` when it is changed, moved or another's."""
        try:
            return self._own.decrypt(sealed, bound)
        except (CryptoError, ValueError, TypeError) as error:
            raise VaultError(words.DAMAGED) from error

    @cached_property
    def _own(self) -> Aead:
        """Made once: thousands of entries are opened with it."""
        return Aead(blake2b(b"", key=self.private, person=b"duq-own", digest_size=32, encoder=RawEncoder))


@dataclass(frozen=True)
class NewKeys:
    """A key pair with its recovery key, before it is written anywhere.

    Set-up shows the recovery key and the four words, has the last five symbols typed back, and only
    then writes the pair: a folder never begins with a recovery key that nobody has.
    """

    pair: KeyPair
    recovery: RecoveryKey

    @classmethod
    def make(cls) -> NewKeys:
        """New random keys."""
        return cls(KeyPair.make(), RecoveryKey.make())

    @property
    def fingerprint(self) -> str:
        """The full fingerprint of the public key."""
        return self.pair.fingerprint

    @property
    def fingerprint_words(self) -> tuple[str, str, str, str]:
        """The four words for the sheet and the start page."""
        return fingerprint_words(self.fingerprint)
