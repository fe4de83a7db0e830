"""The recovery key: opens the answers when the pass phrase is lost. On paper only.

26 symbols of Crockford's base 32 (no I, L, O, U): 25 random ones and a check symbol, the value
modulo 37 as Crockford describes it. Keys whose check symbol would be one of the five extra signs
(``*~$=U``) are not made, so that a key is only letters and digits; that costs 0.2 of 125 bits.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from nacl.encoding import RawEncoder
from nacl.hash import blake2b

from duq_desktop.errors import VaultError
from duq_desktop.words import sealing as words

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = {"O": "0", "I": "1", "L": "1"}
_MODULUS = 37
_RANDOM_SYMBOLS = 25
SYMBOLS = _RANDOM_SYMBOLS + 1
_GROUPS = (5, 5, 6, 5, 5)
LAST = 5
"""How many symbols are typed back at set-up: the last group."""


def _value(symbols: str) -> int:
    number = 0
    for symbol in symbols:
        number = number * len(_ALPHABET) + _ALPHABET.index(symbol)
    return number


def _clean(typed: str) -> str:
    """``typed`` without spaces and hyphens, look-alikes read as meant. Raises ``VaultError``."""
    found = []
    for symbol in typed.upper():
        if symbol.isspace() or symbol in "-‐‑‒–—_.":
            continue
        symbol = _READ_AS.get(symbol, symbol)
        if symbol not in _ALPHABET:
            raise VaultError(words.RECOVERY_SYMBOL, symbol=symbol)
        found.append(symbol)
    return "".join(found)


@dataclass(frozen=True)
class RecoveryKey:
    """A recovery key in memory. ``symbols`` never appears in a ``repr``."""

    symbols: str = field(repr=False)

    @classmethod
    def make(cls) -> RecoveryKey:
        """A new random key."""
        while True:
            symbols = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM_SYMBOLS))
            check = _value(symbols) % _MODULUS
            if check < len(_ALPHABET):
                return cls(symbols + _ALPHABET[check])

    @classmethod
    def parse(cls, typed: str) -> RecoveryKey:
        """The key that was typed. Raises ``VaultError``: wrong length, unknown symbol, mistyped."""
        symbols = _clean(typed)
        if len(symbols) != SYMBOLS:
            raise VaultError(words.RECOVERY_LENGTH, wanted=SYMBOLS, given=len(symbols))
        if _value(symbols[:-1]) % _MODULUS != _ALPHABET.index(symbols[-1]):
            raise VaultError(words.RECOVERY_MISTYPED)
        return cls(symbols)

    @property
    def groups(self) -> tuple[str, ...]:
        """The key in groups of 5, 5, 6, 5 and 5, as it is printed."""
        starts = [sum(_GROUPS[:index]) for index in range(len(_GROUPS))]
        return tuple(self.symbols[start : start + size] for start, size in zip(starts, _GROUPS, strict=True))

    @property
    def text(self) -> str:
        """The key in one line with hyphens between its groups."""
        return "-".join(self.groups)

    def ends_with(self, typed: str) -> bool:
        """Whether ``typed`` is the last group: the proof that somebody has the key on paper."""
        try:
            return secrets.compare_digest(_clean(typed), self.symbols[-LAST:])
        except VaultError:
            return False

    def derive(self, salt: bytes) -> bytes:
        """The 32-byte key that wraps the private key. No slow hash: 125 random bits need none."""
        raw = self.symbols.encode("ascii")
        return blake2b(raw, salt=salt, person=b"duq-recovery", digest_size=32, encoder=RawEncoder)
