"""The text that stands for a chart: every figure in it, in plain sentences, in the order of the bars."""

from __future__ import annotations

from collections.abc import Iterator

from duq_desktop.figures.bars import MERGED
from duq_desktop.figures.model import Bar, BarChart, Segment
from duq_desktop.words import Words, counting


def alt_text(chart: BarChart, words: Words) -> str:
    """All figures of ``chart`` in plain sentences, for a screen reader. Never says how it looks."""
    sentences = [chart.title, *(part for bar in chart.bars for part in _bar(bar, words))]
    return " ".join(sentence for sentence in sentences if sentence)


def told(bar: Bar, words: Words) -> str:
    """What a bar shows in a sentence for each answer, the one that most people gave first."""
    ordered = sorted(bar.segments, key=lambda segment: -segment.count)
    return " ".join(_said(segment, words, everybody=len(bar.segments) == 1) for segment in ordered)


def _bar(bar: Bar, words: Words) -> Iterator[str]:
    if bar.note:
        yield words(counting.ALT_GROUP_NOTE, group=bar.label, note=bar.note, size=bar.size_text)
    else:
        yield words(counting.ALT_GROUP, group=bar.label, size=bar.size_text)
    for segment in bar.segments:
        yield _said(segment, words, everybody=len(bar.segments) == 1)


def _said(segment: Segment, words: Words, *, everybody: bool) -> str:
    if segment.option == MERGED:
        return words.count(counting.ALT_NOT_TOLD, segment.count)
    sentence = counting.ALT_ALL_SAID if everybody else counting.ALT_SAID
    return words.count(sentence, segment.count, answer=segment.label)
