"""Random words: pass phrases, from the list that the words of a fingerprint come from.

The list is the long one that the Electronic Frontier Foundation made for dice (7,776 words, July
2016), as the package ``xkcdpass`` ships it, without 139 words that do not belong on a page that people
supported read. Four words are 7,637⁴ = 3.4 · 10¹⁵ phrases.
"""

from __future__ import annotations

import secrets
import unicodedata

from duq_desktop.errors import VaultError
from duq_desktop.vault.fingerprint import WORD_COUNT as WORD_COUNT
from duq_desktop.vault.fingerprint import word_list as word_list
from duq_desktop.words import sealing as words

PHRASE_WORDS = 4
SHORTEST_PHRASE = 12
"""Characters below which no phrase is taken at all, whatever the judge says; four words have more."""


def make_phrase(count: int = PHRASE_WORDS) -> str:
    """A pass phrase of ``count`` random words with spaces between, from the system's randomness."""
    return " ".join(secrets.choice(word_list()) for _ in range(count))


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
