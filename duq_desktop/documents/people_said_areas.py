"""The areas in “What people said”: each question with its bars, where groups differ, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from duq_desktop.content.model import Stream
from duq_desktop.documents.blocks import Bars, Block, Items, Key, Quote, Rank, Section, Text, Tone
from duq_desktop.documents.materials import Materials
from duq_desktop.figures.alt import alt_text
from duq_desktop.figures.bars import STREAM_NAMES, chart, full_key
from duq_desktop.summary.public import PublicArea, PublicQuestion, PublicQuote, PublicSummary
from duq_desktop.words import Words, printed


def asked_together(area: PublicArea) -> Iterator[list[PublicQuestion]]:
    """The area's questions, each person's question followed by those of others that ask the same."""
    mirrors: dict[str, list[PublicQuestion]] = {}
    own_ids = {each.question.id for each in area.questions if each.question.stream is Stream.PERSON}
    for each in area.questions:
        if each.question.mirrors in own_ids:
            mirrors.setdefault(str(each.question.mirrors), []).append(each)
    for each in area.questions:
        if each.question.mirrors not in own_ids:
            yield [each, *mirrors.get(each.question.id, [])]


def quotes_of(quotes: Sequence[PublicQuote], say: Words, most: int | None) -> tuple[Block, ...]:
    """The words with who said them; what finds no room is counted, never dropped in silence."""
    shown = quotes[:most]
    blocks: list[Block] = [Quote(each.words, say(STREAM_NAMES[each.stream])) for each in shown]
    if len(shown) < len(quotes):
        blocks.append(Text((say(printed.SAID_WORDS_MORE, number=len(quotes) - len(shown)),)))
    return tuple(blocks)


@dataclass(frozen=True)
class AreaWriter:
    """Turns areas into sections. ``labels`` are the words of each option id."""

    summary: PublicSummary
    materials: Materials
    labels: Mapping[str, str]
    quotations: int | None = None

    def how_to_read(self) -> Section:
        """How to read the bars, with the pattern of each answer; and that they are no marks."""
        say = self.materials.say
        lines = Items(tuple(map(say, printed.SAID_BARS_LINES)))
        marks = self.materials.line(printed.SAID_NO_MARKS)
        return Section(Rank.PART, say(printed.SAID_BARS), (lines, self._key(), marks))

    def area(self, area: PublicArea) -> Section:
        """One area: the key again where it is needed, all questions, and words.

        Of groups that may not be shown at all the table of who took part has told it; no bar says it again.
        """
        say = self.materials.say
        questions = (self._together(area, asked) for asked in asked_together(area))
        blocks: tuple[Block, ...] = (self._key(), *questions)
        if area.quotes:
            words = quotes_of(area.quotes, say, self.quotations)
            blocks = (*blocks, Section(Rank.SMALL, say(printed.SAID_WORDS), words))
        return Section(Rank.AREA, area.area.title, blocks, area.area.picture, new_page=True)

    def _key(self) -> Key:
        entries = full_key(self.labels)
        labels = ", ".join(entry.label for entry in entries)
        return Key(entries, self.materials.say(printed.SAID_KEY_ALT, labels=labels))

    def _together(self, area: PublicArea, asked: list[PublicQuestion]) -> Section:
        """One thing asked of several groups: the first names it, each other stands over its own bars."""
        first, *others = asked
        blocks = [self._first(first)]
        differ = any(each.differ and each.question_id == first.question.id for each in area.findings)
        for number, other in enumerate(others, start=1):
            said: list[Block] = [Text((other.question.prompt,), Tone.SMALL), *self._bars(other)]
            if differ and number == len(others):
                said.append(Text((self.materials.say(printed.SAID_DIFFER),)))
            blocks.append(Section(Rank.GROUP, "", tuple(said), together=True))
        return Section(Rank.GROUP, "", tuple(blocks), together=True)

    def _first(self, asked: PublicQuestion) -> Section:
        question, blocks = asked.question, tuple(self._bars(asked))
        if question.stream is Stream.PERSON:
            return Section(Rank.QUESTION, question.prompt, blocks, question.picture, together=True)
        say = self.materials.say
        title = say(printed.SAID_ASKED, group=say(STREAM_NAMES[question.stream]), prompt=question.prompt)
        return Section(Rank.QUESTION, title, blocks, together=True)

    def _bars(self, asked: PublicQuestion) -> Iterator[Block]:
        """The bars of one question; where none may be shown, a line of words says so."""
        say = self.materials.say
        streams = {each.stream for each in self.summary.streams if each.told}
        whole = chart(asked, self.labels, say)
        shown = replace(whole, bars=tuple(bar for bar in whole.bars if bar.stream in streams))
        if any(bar.segments for bar in shown.bars):
            yield Bars(shown, alt_text(shown, say))
            return
        for bar in shown.bars or whole.bars[:1]:
            yield Text((f"{bar.label}: {bar.size_text}",), Tone.SMALL)
