"""Words that may be quoted: only with the person's yes and the opener's, given this time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from duq_desktop.summary.model import Quote
from duq_desktop.summary.public import PublicQuote

_INSIDE_CAPITAL = re.compile(r"(?<![.!?…:]\s)(?<=\s)(?!I\b)[^\W\d_a-z]\w*")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class QuoteRules:
    """Which quotes the opener permits this time, by key.

    ``harm`` permits words to questions about harm, besides ``permitted``. ``private_names`` are
    names that must not be shown.
    """

    permitted: frozenset[str] = frozenset()
    harm: frozenset[str] = frozenset()
    private_names: tuple[str, ...] = ()

    def permit(self, quote: Quote) -> bool:
        """True when the person and the opener both permit it."""
        agreed = quote.may_quote and quote.key in self.permitted
        return agreed and (not quote.offers_help or quote.key in self.harm)

    def names_somebody(self, quote: Quote) -> bool:
        """True when the words hold one of the private names, in any letter case, as a whole word."""
        return any(_holds(quote.words, name) for name in self.private_names if name.strip())


def perhaps_a_name(words: str) -> bool:
    """True when a capital stands inside a sentence, or there is a number: perhaps a name or a date."""
    return bool(_NUMBER.search(words) or any(m[0][0].isupper() for m in _INSIDE_CAPITAL.finditer(words)))


def quotes_of(quotes: Iterable[Quote], rules: QuoteRules) -> tuple[PublicQuote, ...]:
    """The permitted quotes with their stream alone, in ABC order.

    The order of the sessions would let words of one person be joined from area to area.
    """
    shown = [
        PublicQuote(q.stream, q.words) for q in quotes if rules.permit(q) and not rules.names_somebody(q)
    ]
    return tuple(sorted(shown, key=lambda quote: (quote.words.casefold(), quote.words, quote.stream.value)))


def _holds(words: str, name: str) -> bool:
    squeezed = " ".join(words.casefold().split())
    wanted = re.escape(" ".join(name.casefold().split()))
    return re.search(rf"(?<!\w){wanted}(?!\w)", squeezed) is not None
