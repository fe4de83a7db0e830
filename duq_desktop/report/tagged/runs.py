"""Text broken into lines, without any markup: nothing parses what people typed, so nothing needs escaping."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

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


Line = list[Run]
"""One line of drawn text: its runs, the space that ended it left out."""

Measure = Callable[[Run], float]
"""The width of a run in points."""


def break_lines(runs: list[Run], width: float, measure: Measure) -> list[list[tuple[Run, int]]]:
    """``runs`` in lines of at most ``width`` points, each piece with the index of the run it came from.

    A newline ends a line. A word wider than a line is cut where the line ends, and nothing is lost.
    """
    breaker = _Breaker(width, measure)
    for word in _words(runs):
        breaker.add(word)
    return breaker.finish()


Piece = tuple[Run, int]


def _words(runs: list[Run]) -> Iterator[list[Piece]]:
    """Words, which may have pieces of several runs; a newline and each gap are words of their own."""
    word: list[Piece] = []
    for index, run in enumerate(runs):
        for text in _PIECES.findall(run.text):
            piece = (replace(run, text=" " if text.startswith(" ") else text), index)
            if text[0] in " \n":
                if word:
                    yield word
                    word = []
                yield [piece]
            else:
                word.append(piece)
    if word:
        yield word


class _Breaker:
    """Fills lines greedily, word by word."""

    def __init__(self, width: float, measure: Measure) -> None:
        self._width = width
        self._measure = measure
        self._lines: list[list[Piece]] = []
        self._line: list[Piece] = []
        self._used = 0.0
        self._gap: list[Piece] = []

    def add(self, word: list[Piece]) -> None:
        text = word[0][0].text
        if text == "\n":
            self._end_line()
        elif text == " ":
            self._gap = word if self._line else []
        else:
            self._add_word(word)

    def finish(self) -> list[list[Piece]]:
        self._end_line()
        return self._lines

    def _add_word(self, word: list[Piece]) -> None:
        width = sum(self._measure(run) for run, _ in word)
        gap = sum(self._measure(run) for run, _ in self._gap)
        if self._line and self._used + gap + width > self._width:
            self._end_line()
            gap = 0.0
        if width > self._width:
            self._cut(word)
            return
        self._line += [*self._gap, *word] if self._line else word
        self._used += gap + width
        self._gap = []

    def _cut(self, word: list[Piece]) -> None:
        """Put a word on the page that is wider than a line."""
        for run, index in word:
            start = 0
            for end in range(1, len(run.text) + 1):
                char_width = self._measure(replace(run, text=run.text[end - 1]))
                if self._used + char_width > self._width and (self._line or end - 1 > start):
                    self._line.append((replace(run, text=run.text[start : end - 1]), index))
                    self._end_line()
                    start = end - 1
                self._used += char_width
            self._line.append((replace(run, text=run.text[start:]), index))
        self._gap = []

    def _end_line(self) -> None:
        self._lines.append(_joined(self._line))
        self._line = []
        self._used = 0.0
        self._gap = []


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbours of the same run drawn as one."""
    joined: list[Piece] = []
    for run, index in pieces:
        if joined and joined[-1][1] == index:
            joined[-1] = (replace(run, text=joined[-1][0].text + run.text), index)
        elif run.text:
            joined.append((run, index))
    return joined
