"""The areas in “What people said”: each question with its bars, where groups differ, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from duq_desktop.content.model import Stream
from duq_desktop.figures.alt import alt_text
from duq_desktop.figures.bars import STREAM_NAMES, chart, full_key
from duq_desktop.report.charts import chart_drawing, key_drawing, plate_share
from duq_desktop.report.easyread import SMALL, EasyRead
from duq_desktop.summary.public import HowMany, PublicArea, PublicQuestion, PublicQuote, PublicSummary
from duq_desktop.words import paper


@dataclass(frozen=True)
class Density:
    """How much room a question takes.

    ``picture`` is the height of its picture in points, 0 for none. ``tight`` sets bars closer and lets what
    others were asked go on over a page. ``flowing`` lets each part begin where the one before ends.
    """

    picture: float
    tight: bool = False
    flowing: bool = False


ROOMY = Density(76.0)
CLOSE = Density(52.0, tight=True)
CLOSER = Density(44.0, tight=True, flowing=True)
CLOSEST = Density(0.0, tight=True, flowing=True)


@dataclass(frozen=True)
class _Look:
    """How all questions of one document are shown.

    ``streams`` are the groups that may be shown at all: of the others the table of who took part says once
    that they are too few, instead of at every question.
    """

    labels: Mapping[str, str]
    density: Density
    streams: frozenset[Stream]

    @property
    def tight(self) -> bool:
        """Whether bars stand as close as they can."""
        return self.density.tight

    @property
    def after_a_question(self) -> float:
        """White before the next question, in points."""
        return 6.0 if self.tight else 16.0


def add_key(sheet: EasyRead, labels: Mapping[str, str]) -> None:
    """How to read the bars, with the pattern of each answer."""
    say = sheet.language
    sheet.heading(say(paper.SAID_BARS))
    sheet.bullets(*map(say, paper.SAID_BARS_LINES))
    _key(sheet, labels)


def add_areas(
    sheet: EasyRead,
    summary: PublicSummary,
    labels: Mapping[str, str],
    density: Density,
    quotations: int | None,
) -> None:
    """All areas in the order of the pack; ``quotations`` is how many each may have, None for all."""
    streams = frozenset(each.stream for each in summary.streams if each.how_many is HowMany.SHOWN)
    look = _Look(labels, density, streams)
    for area in summary.areas:
        if not density.flowing:
            sheet.new_page()
        sheet.area_heading(area.area.picture, area.area.title)
        for together in asked_together(area):
            _add_together(sheet, area, together, look)
        if area.quotes:
            sheet.small_heading(sheet.language(paper.SAID_WORDS))
            add_quotes(sheet, area.quotes, quotations, close=look.tight)


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


def add_quotes(
    sheet: EasyRead, quotes: Sequence[PublicQuote], most: int | None, *, close: bool = False
) -> None:
    """The words with who said them; what finds no room is counted, never dropped in silence."""
    say = sheet.language
    shown = quotes if most is None else quotes[:most]
    for quote in shown:
        sheet.quote(quote.words, say(STREAM_NAMES[quote.stream]), close=close)
    if len(shown) < len(quotes):
        sheet.text(say(paper.SAID_WORDS_MORE, number=len(quotes) - len(shown)))


def _key(sheet: EasyRead, labels: Mapping[str, str]) -> None:
    entries = full_key(labels)
    alt = sheet.language(paper.SAID_KEY_ALT, labels=", ".join(entry.label for entry in entries))
    sheet.chart(key_drawing(entries, sheet.typeface, sheet.width), alt)


def _add_together(sheet: EasyRead, area: PublicArea, asked: list[PublicQuestion], look: _Look) -> None:
    """One thing asked of several groups: the first question names it, each other stands over its own bars."""
    say = sheet.language
    first, *others = asked
    by_person = first.question.stream is Stream.PERSON
    group = say(STREAM_NAMES[first.question.stream])
    heading = first.question.prompt
    if not by_person:
        heading = say(paper.SAID_ASKED, group=group, prompt=heading)
    with sheet.kept_together() if not look.tight else nullcontext():
        with sheet.kept_together():
            sheet.question_heading(
                first.question.picture if by_person else None, heading, look.density.picture
            )
            _add_chart(sheet, first, look)
        for other in others:
            with sheet.kept_together():
                sheet.text(other.question.prompt, style=SMALL)
                _add_chart(sheet, other, look)
        if any(each.differ and each.question_id == first.question.id for each in area.findings):
            sheet.text(say(paper.SAID_DIFFER))
        sheet.space(look.after_a_question)


def _add_chart(sheet: EasyRead, question: PublicQuestion, look: _Look) -> None:
    """The bars of one question; where none may be shown, a line of words says so."""
    say = sheet.language
    whole = chart(question, look.labels, say, plate=plate_share(sheet.width))
    shown = replace(whole, bars=tuple(bar for bar in whole.bars if bar.stream in look.streams))
    if any(bar.segments for bar in shown.bars):
        drawing = chart_drawing(shown, sheet.typeface, say, sheet.width, tight=look.tight)
        sheet.chart(drawing, alt_text(shown, say), space_after=6.0 if look.tight else 8.0)
        return
    for bar in shown.bars or whole.bars[:1]:
        sheet.text(f"{bar.label}: {bar.size_text}", style=SMALL)
