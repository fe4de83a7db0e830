"""Cutting a text to be spoken into pieces short enough to be made between two paints of the screen.

A piece is a sentence where it can be, else a clause, else as many words as fit. espeak-ng needs about
1 ms for a second of speech, and a person hears about fourteen characters a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 80
"""Characters in a piece: a question of fifteen words, some 5 s of speech, so some 5 ms of work."""

CLAUSE_PAUSE_MS = 200
"""espeak-ng rests so long at a comma at its usual pace."""

_WORD = re.compile(rf"\S{{1,{LONGEST}}}")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*$")
_CLAUSE_END = re.compile(r"[,;:–—][\"'”’)\]]*$")


@dataclass(frozen=True)
class Piece:
    """One part of a text, where it starts in it, and how it ends.

    ``ends_sentence`` asks the voice for a sentence's rest; ``pause_ms`` is the rest we add ourselves.
    """

    text: str
    start: int
    ends_sentence: bool
    pause_ms: int


def pieces(text: str, longest: int = LONGEST) -> list[Piece]:
    """All of ``text`` in order, in pieces of at most ``longest`` characters.

    A word of more than ``LONGEST`` characters (somebody leaned on a key) is cut; a shorter one stays whole.
    """
    found: list[Piece] = []
    for words in _sentences(text):
        while words:
            take = _how_many(words, longest)
            found.append(_piece(text, words[:take]))
            words = words[take:]
    return found


def _sentences(text: str) -> list[list[re.Match[str]]]:
    sentences: list[list[re.Match[str]]] = [[]]
    for word in _WORD.finditer(text):
        sentences[-1].append(word)
        if _SENTENCE_END.search(word[0]):
            sentences.append([])
    return [words for words in sentences if words]


def _how_many(words: list[re.Match[str]], longest: int) -> int:
    """How many of ``words`` make the next piece: all, or up to the last clause end that fits, or to fit."""
    start = words[0].start()
    fitting = [number for number, word in enumerate(words, 1) if word.end() - start <= longest]
    most = fitting[-1] if fitting else 1
    if most == len(words):
        return most
    clauses = [number for number in fitting if _CLAUSE_END.search(words[number - 1][0])]
    return clauses[-1] if clauses else most


def _piece(text: str, words: list[re.Match[str]]) -> Piece:
    start, end = words[0].start(), words[-1].end()
    last = words[-1][0]
    is_last = not text[end:].strip()
    ends_sentence = is_last or _SENTENCE_END.search(last) is not None
    pause = CLAUSE_PAUSE_MS if not ends_sentence and _CLAUSE_END.search(last) else 0
    return Piece(text[start:end], start, ends_sentence, pause)
