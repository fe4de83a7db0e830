"""How good an own pass phrase is, judged by zxcvbn. Random words are better: offer those first.

Import this only where a phrase is typed: it loads zxcvbn's word lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zxcvbn import zxcvbn

from duq_desktop.vault.phrases import SHORTEST_PHRASE, normalise
from duq_desktop.words import sealing as words

ENOUGH = 12.0
"""Guesses needed, as a power of ten. At 0.47 s a guess (256 MiB, three passes, measured), 10¹² guesses
take 1,000 computers 15 years; 10¹⁰, zxcvbn's highest score, would take them 54 days."""
_JUDGED = 72
_FAIR = 10.0
_TIMES = ((4.0, words.TIME_MINUTES), (7.0, words.TIME_DAYS), (_FAIR, words.TIME_MONTHS))


@dataclass(frozen=True)
class Judgement:
    """What zxcvbn thinks: ``power`` is log10 of the guesses; ``sentence`` is one of ``words.sealing``."""

    enough: bool
    power: float
    sentence: str
    time: str = ""


def judge_phrase(phrase: str, known: Iterable[str] = ()) -> Judgement:
    """Judges ``phrase``; ``known`` are names that anybody here would try (home, opener, council).

    ``time``, where given, fills ``{time}`` in the sentence: how long a thousand computers would need.
    """
    used = normalise(phrase)[:_JUDGED]
    if not used:
        return Judgement(False, 0.0, words.PHRASE_EMPTY)
    power = float(zxcvbn(used, user_inputs=[normalise(name) for name in known if name])["guesses_log10"])
    if len(used) < SHORTEST_PHRASE:
        return Judgement(False, power, words.PHRASE_TOO_SHORT)
    if power >= ENOUGH:
        return Judgement(True, power, words.PHRASE_GOOD)
    for limit, time in _TIMES:
        if power < limit:
            return Judgement(False, power, words.PHRASE_WEAK, time)
    return Judgement(False, power, words.PHRASE_FAIR)
