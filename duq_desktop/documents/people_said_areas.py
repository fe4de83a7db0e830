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

NAMED_AT_MOST = 3
"""Questions of an area without a bar that are named: a long list tells no more than its number."""


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
        """One area: all questions, then those of which nothing may be shown, then words."""
        together = list(asked_together(area))
        blocks = [self._together(area, asked) for asked in together if any(map(self._shows, asked))]
        untold = [each for asked in together for each in asked if not self._shows(each)]
        blocks += [*self._untold(untold), *self._words(area)]
        title = area.area.short_title
        return Section(Rank.AREA, title, tuple(blocks), area.area.picture)

    def _untold(self, asked: Sequence[PublicQuestion]) -> list[Section]:
        """What was asked too: a few by name, many by their number.

        Of groups that may not be shown at all the table of who took part has told it.
        """
        say = self.materials.say
        told = [each for each in asked if any(group.stream in self._streams for group in each.groups)]
        if not told:
            return []
        why = Text((say(printed.SAID_NOT_SHOWN_WHY),), Tone.SMALL)
        named = Items(tuple(map(self._item, told)))
        counted = Text((say.count(printed.SAID_NOT_SHOWN_MORE, len(told)),))
        few = len(told) <= NAMED_AT_MOST
        return [Section(Rank.SMALL, say(printed.SAID_NOT_SHOWN), (named if few else counted, why))]

    def _item(self, asked: PublicQuestion) -> str:
        say = self.materials.say
        group = say(STREAM_NAMES[asked.question.stream])
        return say(printed.SAID_NOT_SHOWN_ITEM, group=group, prompt=asked.question.prompt)

    def _words(self, area: PublicArea) -> list[Section]:
        if not area.quotes:
            return []
        words = quotes_of(area.quotes, self.materials.say, self.quotations)
        return [Section(Rank.SMALL, self.materials.say(printed.SAID_WORDS), words)]

    def _key(self) -> Key:
        entries = full_key(self.labels)
        labels = ", ".join(entry.label for entry in entries)
        return Key(entries, self.materials.say(printed.SAID_KEY_ALT, labels=labels))

    def _together(self, area: PublicArea, asked: list[PublicQuestion]) -> Section:
        """One thing asked of several groups: the first names it, each other stands over its own bars."""
        first, *others = asked
        shown = [each for each in others if self._shows(each)]
        blocks = [self._first(first)]
        differ = any(each.differ and each.question_id == first.question.id for each in area.findings)
        before = first
        for number, other in enumerate(shown, start=1):
            said: list[Block] = [] if _same_words(before, other) else [self._asked_of(other)]
            said += self._bars(other)
            before = other
            if differ and number == len(shown):
                said.append(Text((self.materials.say(printed.SAID_DIFFER),)))
            blocks.append(Section(Rank.GROUP, "", tuple(said), together=True))
        return Section(Rank.GROUP, "", tuple(blocks), together=True)

    def _asked_of(self, asked: PublicQuestion) -> Text:
        return Text((asked.question.prompt, *self._reverse(asked)), Tone.SMALL)

    def _first(self, asked: PublicQuestion) -> Section:
        question, say = asked.question, self.materials.say
        reverse = self._reverse(asked)
        marked = [Text(reverse, Tone.SMALL)] if reverse and self._shows(asked) else []
        blocks = (*marked, *self._bars(asked))
        if question.stream is Stream.PERSON:
            return Section(Rank.QUESTION, question.prompt, blocks, question.picture, together=True)
        title = say(printed.SAID_ASKED, group=say(STREAM_NAMES[question.stream]), prompt=question.prompt)
        return Section(Rank.QUESTION, title, blocks, together=True)

    def _reverse(self, asked: PublicQuestion) -> tuple[str, ...]:
        """That No is the good answer here, where it is."""
        if not asked.question.reverse:
            return ()
        return (self.materials.say(printed.SAID_REVERSE, answer=self.labels["no"]),)

    @property
    def _streams(self) -> frozenset[Stream]:
        return frozenset(each.stream for each in self.summary.streams if each.told)

    def _shows(self, asked: PublicQuestion) -> bool:
        return any(group.shown for group in asked.groups if group.stream in self._streams)

    def _bars(self, asked: PublicQuestion) -> Iterator[Block]:
        """The bars of one question; where none may be shown, a line of words says so."""
        say = self.materials.say
        whole = chart(asked, self.labels, say)
        shown = replace(whole, bars=tuple(bar for bar in whole.bars if bar.stream in self._streams))
        if any(bar.segments for bar in shown.bars):
            yield Bars(shown, alt_text(shown, say))
            return
        for bar in shown.bars or whole.bars[:1]:
            yield Text((f"{bar.label}: {bar.size_text}",), Tone.SMALL)


def _same_words(one: PublicQuestion, other: PublicQuestion) -> bool:
    """Whether both were asked in the same words, which then stand once."""
    return (one.question.prompt, one.question.reverse) == (other.question.prompt, other.question.reverse)
