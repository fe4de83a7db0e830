"""Text broken into lines, without any markup: nothing parses what people typed, so nothing needs escaping."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from duq_desktop.telephone import unbroken

_HELD = "\0"
"""Stands for a space inside a telephone number while lines are broken; no text that is shown has one."""
_PIECES = re.compile(r"\n| +|[^ \n]+")


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner.

    ``actual`` is read out instead of ``text``; ``language`` is a BCP 47 code; ``link`` an address to open.
    """

    text: str
    bold: bool = False
    actual: str = ""
    language: str = ""
    link: str = ""


Measure = Callable[[str, bool], float]
"""The width in points of a text in regular or bold letters."""

_Piece = tuple[str, int]
"""A stretch of text without a gap, and the index of the run it came from."""


def break_lines(runs: list[Run], width: float, measure: Measure) -> list[list[tuple[Run, int]]]:
    """``runs`` in lines of at most ``width`` points, each piece with the index of the run it came from.

    A newline ends a line. A word wider than a line is cut where the line ends, and nothing is lost but the
    spaces at the ends of lines.
    """
    breaker = _Breaker(runs, width, measure)
    for word in _words(runs):
        breaker.add(word)
    return breaker.finish()


def _words(runs: list[Run]) -> Iterator[list[_Piece]]:
    """Words, which may have pieces of several runs; a newline and each gap are words of their own."""
    word: list[_Piece] = []
    for index, run in enumerate(runs):
        for text in _PIECES.findall(unbroken(run.text, _HELD)):
            if text[0] in " \n":
                if word:
                    yield word
                    word = []
                yield [(text[0], index)]
            else:
                word.append((text.replace(_HELD, " "), index))
    if word:
        yield word


class _Breaker:
    """Fills lines greedily, word by word."""

    def __init__(self, runs: list[Run], width: float, measure: Measure) -> None:
        self._runs = runs
        self._width = width
        self._measure = measure
        self._lines: list[list[tuple[Run, int]]] = []
        self._line: list[_Piece] = []
        self._used = 0.0
        self._gap: list[_Piece] = []

    def add(self, word: list[_Piece]) -> None:
        text = word[0][0]
        if text == "\n":
            self._end_line()
        elif text == " ":
            self._gap = word if self._line else []
        else:
            self._add_word(word)

    def finish(self) -> list[list[tuple[Run, int]]]:
        self._end_line()
        return self._lines

    def _wide(self, pieces: list[_Piece]) -> float:
        return sum(self._measure(text, self._runs[index].bold) for text, index in pieces)

    def _add_word(self, word: list[_Piece]) -> None:
        width, gap = self._wide(word), self._wide(self._gap)
        if self._line and self._used + gap + width > self._width:
            self._end_line()
            gap = 0.0
        if width > self._width:
            self._cut(word)
            return
        self._line += [*self._gap, *word]
        self._used += gap + width
        self._gap = []

    def _cut(self, word: list[_Piece]) -> None:
        """Put a word on the page that is wider than a line."""
        for text, index in word:
            start = 0
            for end, char in enumerate(text):
                wide = self._measure(char, self._runs[index].bold)
                if self._used + wide > self._width and (self._line or end > start):
                    self._line.append((text[start:end], index))
                    self._end_line()
                    start = end
                self._used += wide
            self._line.append((text[start:], index))
        self._gap = []

    def _end_line(self) -> None:
        joined: list[_Piece] = []
        for text, index in self._line:
            if joined and joined[-1][1] == index:
                joined[-1] = (joined[-1][0] + text, index)
            elif text:
                joined.append((text, index))
        self._lines.append([(replace(self._runs[index], text=text), index) for text, index in joined])
        self._line = []
        self._used = 0.0
        self._gap = []
