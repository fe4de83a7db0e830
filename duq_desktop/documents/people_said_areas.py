"""The areas in “What people said”: each question with its bars, where groups differ, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from reportlab.graphics.shapes import Drawing

from duq_desktop.content.model import Stream
from duq_desktop.documents.pdf.charts import chart_drawing, key_drawing, plate_share
from duq_desktop.documents.pdf.easyread import EasyRead
from duq_desktop.documents.pdf.look import SMALL
from duq_desktop.figures.alt import alt_text
from duq_desktop.figures.bars import STREAM_NAMES, chart, full_key
from duq_desktop.summary.public import HowMany, PublicArea, PublicQuestion, PublicQuote, PublicSummary
from duq_desktop.words import printed


@dataclass(frozen=True)
class Density:
    """How much room a question takes.

    ``picture`` is the height of its picture in points, 0 for none. ``tight`` sets bars closer. ``flowing``
    lets each part begin where the one before ends. ``parted`` lets what others were asked go on over a page.
    """

    picture: float
    tight: bool = False
    flowing: bool = False
    parted: bool = False


ROOMY = Density(76.0)
CLOSE = Density(52.0, tight=True)
CLOSER = Density(44.0, tight=True, flowing=True)
CLOSEST = Density(0.0, tight=True, flowing=True, parted=True)


Drawn = dict[tuple[str, bool], tuple[Drawing, str]]
"""The charts drawn so far with their words, by question and whether they are tight: each is drawn once."""


@dataclass(frozen=True)
class Look:
    """How all areas of one document are shown.

    ``labels`` are the words of each option id. ``quotations`` is how many each list of words may have, None
    for all.
    """

    labels: Mapping[str, str]
    density: Density
    drawn: Drawn
    quotations: int | None = None

    @property
    def after_a_question(self) -> float:
        """White before the next question, in points."""
        return 6.0 if self.density.tight else 16.0


def add_key(sheet: EasyRead, look: Look) -> None:
    """How to read the bars, with the pattern of each answer; and that they are no marks."""
    say = sheet.language
    sheet.heading(say(printed.SAID_BARS))
    sheet.bullets(*map(say, printed.SAID_BARS_LINES))
    _add_patterns(sheet, look)
    sheet.lines([printed.SAID_NO_MARKS])


def _add_patterns(sheet: EasyRead, look: Look) -> None:
    """The patterns with their answers: once at the start, and again with each area, where they are needed."""
    entries = full_key(look.labels)
    alt = sheet.language(printed.SAID_KEY_ALT, labels=", ".join(entry.label for entry in entries))
    sheet.chart(key_drawing(entries, sheet.typeface, sheet.width), alt, space_after=14.0)


def add_areas(sheet: EasyRead, summary: PublicSummary, look: Look) -> None:
    """All areas in the order of the pack.

    Of groups that may not be shown at all the table of who took part has told it, and no bar says it again.
    """
    streams = frozenset(each.stream for each in summary.streams if each.how_many is HowMany.SHOWN)
    for area in summary.areas:
        if not look.density.flowing:
            sheet.new_page()
        sheet.area_heading(area.area.picture, area.area.title)
        _add_patterns(sheet, look)
        for together in asked_together(area):
            _add_together(sheet, area, together, look, streams)
        if area.quotes:
            sheet.small_heading(sheet.language(printed.SAID_WORDS))
            add_quotes(sheet, area.quotes, look)


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


def add_quotes(sheet: EasyRead, quotes: Sequence[PublicQuote], look: Look) -> None:
    """The words with who said them; what finds no room is counted, never dropped in silence."""
    say = sheet.language
    shown = quotes[: look.quotations]
    for quote in shown:
        sheet.quote(quote.words, say(STREAM_NAMES[quote.stream]), close=look.density.tight)
    if len(shown) < len(quotes):
        sheet.text(say(printed.SAID_WORDS_MORE, number=len(quotes) - len(shown)))


def _add_together(
    sheet: EasyRead,
    area: PublicArea,
    asked: list[PublicQuestion],
    look: Look,
    streams: frozenset[Stream],
) -> None:
    """One thing asked of several groups: the first question names it, each other stands over its own bars."""
    say = sheet.language
    first, *others = asked
    differ = any(each.differ and each.question_id == first.question.id for each in area.findings)
    with nullcontext() if look.density.parted else sheet.kept_together():
        with sheet.kept_together():
            _add_heading(sheet, first, look)
            _add_chart(sheet, first, look, streams)
        for number, other in enumerate(others, start=1):
            with sheet.kept_together():
                sheet.text(other.question.prompt, style=SMALL)
                _add_chart(sheet, other, look, streams)
                if differ and number == len(others):
                    sheet.text(say(printed.SAID_DIFFER))
        sheet.space(look.after_a_question)


def _add_heading(sheet: EasyRead, asked: PublicQuestion, look: Look) -> None:
    if asked.question.stream is Stream.PERSON:
        sheet.question_heading(asked.question.picture, asked.question.prompt, look.density.picture)
        return
    group = sheet.language(STREAM_NAMES[asked.question.stream])
    sheet.question_heading(
        None, sheet.language(printed.SAID_ASKED, group=group, prompt=asked.question.prompt), 0
    )


def _add_chart(sheet: EasyRead, asked: PublicQuestion, look: Look, streams: frozenset[Stream]) -> None:
    """The bars of one question; where none may be shown, a line of words says so."""
    say, tight = sheet.language, look.density.tight
    key = (asked.question.id, tight)
    if key in look.drawn:
        drawing, alt = look.drawn[key]
        sheet.chart(drawing, alt, space_after=6.0 if tight else 8.0)
        return
    whole = chart(asked, look.labels, say, plate=plate_share(sheet.width))
    shown = replace(whole, bars=tuple(bar for bar in whole.bars if bar.stream in streams))
    if any(bar.segments for bar in shown.bars):
        drawing = chart_drawing(shown, sheet.typeface, say, sheet.width, tight=tight)
        look.drawn[key] = drawing, alt_text(shown, say)
        _add_chart(sheet, asked, look, streams)
        return
    for bar in shown.bars or whole.bars[:1]:
        sheet.text(f"{bar.label}: {bar.size_text}", style=SMALL)
