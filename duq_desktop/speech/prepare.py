"""From the text shown to the text spoken, and back from a place in the one to the word in the other.

A voice is given white-space tokens that read right ("5 pounds 50" for "£5.50"); when it tells where it
is, that place leads back to the whole word on the screen.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from duq_desktop.speech import english
from duq_desktop.speech.english import Neighbours

Rule = Callable[[str, Neighbours], "str | None"]

_TOKEN = re.compile(r"\S+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]{1,6}\.", re.UNICODE)
BREAK = "\n"
TURNS = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
"""Marks that only tell a screen which way to write; a voice might call them by name. Joiners, which
shape the words of Urdu and Bengali, are not among them."""
SAID_SIGNS = "&@#%"
"""Punctuation that is said as a word: "and", "at", "number", "per cent"."""
_NO_TURNS = str.maketrans("", "", TURNS)


@dataclass(frozen=True)
class Prepared:
    """``spoken`` is what to say. ``spans`` pairs each of its words with a word shown.

    A span is (start in spoken, end in spoken, start in shown, end in shown), in code points, sorted by
    the first; the shown places never go backwards, and each is a whole white-space token of the text.
    """

    spoken: str
    spans: tuple[tuple[int, int, int, int], ...]

    def shown(self, offset: int) -> tuple[int, int] | None:
        """Start and end of the word shown for a place in ``spoken``; ``None`` outside every word."""
        index = bisect.bisect_right(self.spans, (offset, len(self.spoken) + 1, 0, 0)) - 1
        if index < 0 or offset >= self.spans[index][1]:
            return None
        return self.spans[index][2:]


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    lead: str
    core: str
    trail: str


def prepare(text: str, language: str = "en") -> Prepared:
    """Make ``text`` fit to be spoken in ``language`` (a code such as "en" or "cy").

    Line ends become sentence ends where the line has none. Only English has rules of its own; other
    languages are left to their voice, apart from punctuation.
    """
    rule, numbers_of = _RULES.get(language.lower().split("-")[0].split("_")[0], (_leave, _no_numbers))
    tokens = [_split(match) for match in _TOKEN.finditer(text)]
    numbers = numbers_of(text)
    cores = tuple(token.core for token in tokens)
    spoken, spans, at = "", [], 0
    for index, token in enumerate(tokens):
        after = cores[index + 1] if index + 1 < len(cores) and not token.trail.strip(".") else ""
        near = Neighbours(cores[max(0, index - 6) : index], after, token.trail)
        said = _told(token, numbers) or _say(token, rule, near)
        if not any(_is_speakable(character) for character in said):
            spoken = _pause(spoken)
            continue
        if spoken and BREAK in text[at : token.start]:
            spoken = _end(spoken)
        spoken += " " if spoken else ""
        for word in said.translate(_NO_TURNS).split():
            spans.append((len(spoken), len(spoken) + len(word), token.start, token.end))
            spoken += word + " "
        spoken, at = spoken.rstrip(), token.end
    return Prepared(spoken, tuple(spans))


def _leave(token: str, near: Neighbours) -> str | None:
    del token, near
    return None


def _no_numbers(text: str) -> Mapping[int, str]:
    del text
    return {}


_RULES: Mapping[str, tuple[Rule, Callable[[str], Mapping[int, str]]]] = MappingProxyType(
    {"en": (english.speak, english.numbers)}
)
"""For a language: what a token is said as, and what whole numbers are, by the place of each token."""


def _told(token: _Token, numbers: Mapping[int, str]) -> str:
    """What a token is said as because of the whole text, with the pause after it; nothing when it is not."""
    said = numbers.get(token.start, "")
    return said + token.trail.lstrip("-–—/)") if said else ""


def _split(match: re.Match[str]) -> _Token:
    """Take the punctuation off both ends; signs that belong to a number stay with it."""
    token = match[0]
    start, end = 0, len(token)
    while start < end and _is_edge(token[start]):
        start += 1
    while end > start and _is_edge(token[end - 1]):
        end -= 1
    return _Token(match.start(), match.end(), token[:start], token[start:end], token[end:])


def _is_edge(character: str) -> bool:
    return character in TURNS or (unicodedata.category(character)[0] == "P" and character not in SAID_SIGNS)


def _is_speakable(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNS" or character in SAID_SIGNS


def _say(token: _Token, rule: Rule, near: Neighbours) -> str:
    if not token.core:
        return ""
    trail = token.trail
    said = rule(token.core, near)
    if said is not None and trail.startswith(".") and _DOTTED.fullmatch(token.core + "."):
        trail = trail[1:]  # the dot of "Dr." or "e.g." ends no sentence
    core = said if said is not None else token.core.replace("’", "'")
    return token.lead + core + trail


def _pause(spoken: str) -> str:
    """A dash or a row of dots alone is heard as a pause, not as a word."""
    return spoken + "," if spoken and spoken[-1].isalnum() else spoken


def _end(spoken: str) -> str:
    return spoken if spoken[-1] in ".!?:;,…" else spoken + "."
