"""How hard a set of texts is to read: words, sentences and the Flesch-Kincaid grade.

The grade is 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid and others, 1975).
It says nothing about one sentence, so it is only ever taken of a whole set; single prompts are held
to counts of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from duq_desktop.content.syllables import syllables

_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?=[\s\"'\N{RIGHT DOUBLE QUOTATION MARK})]|\Z)")


def words_of(text: str) -> list[str]:
    """The words of ``text``, in order, without their punctuation."""
    return _WORD.findall(text)


def sentences(text: str) -> int:
    """How many sentences ``text`` has: one for each end mark, and one for words after the last."""
    ends = list(_SENTENCE_END.finditer(text))
    rest = text[ends[-1].end() :] if ends else text
    return len(ends) + bool(words_of(rest))


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of all ``texts`` taken together; 0.0 when they hold no word.

    Grades below zero are possible: they mean "easier than the first year of school".
    """
    word_count = sentence_count = syllable_count = 0
    for text in texts:
        found = words_of(text)
        word_count += len(found)
        sentence_count += sentences(text) if found else 0
        syllable_count += sum(syllables(word) for word in found)
    if not word_count:
        return 0.0
    return 0.39 * word_count / sentence_count + 11.8 * syllable_count / word_count - 15.59
