"""Random words: pass phrases, and the four words of a fingerprint.

The list is the long one that the Electronic Frontier Foundation made for dice (7,776 words, July
2016), as the package ``xkcdpass`` ships it, without 139 words that do not belong on a page that people
supported read. Four words are 7,637⁴ = 3.4 · 10¹⁵ phrases.
"""

from __future__ import annotations

import secrets
import unicodedata
from functools import lru_cache
from importlib.resources import files

from duq_desktop.errors import VaultError
from duq_desktop.vault.left_out import LEFT_OUT
from duq_desktop.words import sealing as words

SHIPPED = 7776
WORD_COUNT = SHIPPED - len(LEFT_OUT)
PHRASE_WORDS = 4
SHORTEST_PHRASE = 12
"""Characters below which no phrase is taken at all, whatever the judge says; four words have more."""


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """The words, sorted. Raises ``RuntimeError`` when the package ships another list."""
    text = (files("xkcdpass") / "static" / "eff-long").read_text(encoding="utf-8")
    shipped = set(text.split())
    if len(shipped) != SHIPPED or not shipped >= LEFT_OUT:
        raise RuntimeError(f"the word list has {len(shipped)} words instead of {SHIPPED}")
    return tuple(sorted(shipped - LEFT_OUT))


def make_phrase(count: int = PHRASE_WORDS) -> str:
    """A pass phrase of ``count`` random words with spaces between, from the system's randomness."""
    return " ".join(secrets.choice(word_list()) for _ in range(count))


def words_for(raw: bytes, count: int) -> tuple[str, ...]:
    """``count`` words that stand for the number in ``raw``, the last digits first."""
    number = int.from_bytes(raw, "big")
    found: list[str] = []
    for _ in range(count):
        number, index = divmod(number, WORD_COUNT)
        found.append(word_list()[index])
    return tuple(found)


def normalise(phrase: str) -> str:
    """``phrase`` as it is used: case, kind of space and number of spaces do not matter.

    So "Fern  Otter" opens what "fern otter" sealed, on any keyboard and any system (NFKC).
    """
    return " ".join(unicodedata.normalize("NFKC", phrase).casefold().split())


def check_length(phrase: str) -> str:
    """The normalised phrase. Raises ``VaultError`` when it is empty or shorter than any good one."""
    used = normalise(phrase)
    if not used:
        raise VaultError(words.PHRASE_EMPTY)
    if len(used) < SHORTEST_PHRASE:
        raise VaultError(words.PHRASE_TOO_SHORT)
    return used
