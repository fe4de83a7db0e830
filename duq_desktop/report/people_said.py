"""“What people said”: the easy-read summary that may be shown to everybody.

It is made from a ``PublicSummary`` only, so that nothing stands in it by which somebody could be picked out.
No score, no average, no ranking; warnings for the opener are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from duq_desktop.content.model import Picture, Stream
from duq_desktop.errors import ReportError
from duq_desktop.figures.bars import STREAM_NAMES
from duq_desktop.report.closing import add_closing
from duq_desktop.report.easyread import EasyRead
from duq_desktop.report.people_said_areas import (
    CLOSE,
    CLOSER,
    CLOSEST,
    ROOMY,
    Density,
    Drawn,
    Look,
    add_areas,
    add_key,
    add_quotes,
)
from duq_desktop.report.tagged.document import Progress
from duq_desktop.report.tagged.figures import PictureFile
from duq_desktop.report.tagged.typeface import Typeface
from duq_desktop.summary.public import HowMany, PublicSplit, PublicStream, PublicSummary
from duq_desktop.words import Words, paper

MOST_PAGES = 24
"""UK government easy read: a longer paper is not read."""

_ATTEMPTS: tuple[tuple[Density, int | None], ...] = (
    (ROOMY, None),
    (CLOSE, None),
    (CLOSER, None),
    (CLOSEST, None),
    (CLOSEST, 20),
    (CLOSEST, 10),
    (CLOSEST, 5),
    (CLOSEST, 2),
    (CLOSEST, 0),
)
"""From the roomiest: how close the areas stand, and how many quotations each list may have (None: all)."""


def document(
    summary: PublicSummary,
    labels: Mapping[str, str],
    language: Words,
    typeface: Typeface,
    pictures: Mapping[str, Picture],
    *,
    place: str = "",
    progress: Progress | None = None,
) -> bytes:
    """The whole PDF, at most ``MOST_PAGES`` pages; where words must stay out for room, it says how many.

    ``labels`` are the pack's words for each option id. ``place`` is a line under the title, such as the
    provider's name, chosen by the opener.
    Raises ``ReportError`` if it cannot be made to fit.
    """
    files: dict[Path, PictureFile] = {}
    drawn = Drawn()

    def written(density: Density, quotations: int | None) -> EasyRead:
        title = language(paper.SAID_TITLE)
        sheet = EasyRead(title, language, typeface, pictures, files, made_up=summary.made_up)
        _write(sheet, summary, Look(labels, density, drawn, quotations), place)
        return sheet

    pages = 0
    for density, quotations in _ATTEMPTS:
        pages = written(density, quotations).count_pages()
        if pages <= MOST_PAGES:
            return written(density, quotations).finish(progress)
    raise ReportError(paper.TOO_LONG, pages=pages, most=MOST_PAGES)


def _write(sheet: EasyRead, summary: PublicSummary, look: Look, place: str) -> None:
    say = sheet.language
    concept, sentences = paper.SAID_OPENING
    sheet.opening(concept, [*([place] if place else []), *map(say, sentences)])
    if summary.made_up:
        sheet.notice(say(paper.MADE_UP))
    if summary.draft:
        sheet.notice(say(paper.DRAFT))
    if not look.density.flowing:
        sheet.new_page()
    with sheet.kept_together():
        sheet.heading(say(paper.SAID_TOOK_PART))
        _took_part(sheet, summary)
    _missing(sheet, summary)
    start = sheet.heading if look.density.flowing else sheet.page
    start(say(paper.SAID_HOW))
    _how(sheet, summary)
    if summary.empty:
        sheet.notice(say(paper.SAID_NOTHING))
        sheet.small_heading(say(paper.SAID_ABOUT))
        sheet.bullets(*(area.area.title for area in summary.areas))
    else:
        add_key(sheet, look)
        add_areas(sheet, summary, look)
    for heading, quotes in ((paper.SAID_BEST, summary.best), (paper.SAID_CHANGE, summary.change)):
        if quotes:
            sheet.heading(say(heading))
            add_quotes(sheet, quotes, look)
    add_closing(sheet, draft=summary.draft, made_up=summary.made_up)


def _took_part(sheet: EasyRead, summary: PublicSummary) -> None:
    """Who took part, stream by stream and never added up."""
    say = sheet.language
    rows = [[say(STREAM_NAMES[each.stream]), _how_many(each, say)] for each in summary.streams]
    heading = [say(paper.SAID_TOOK_PART_WHO), say(paper.SAID_TOOK_PART_PEOPLE)]
    sheet.table(heading, rows, [sheet.width * 0.5, sheet.width * 0.5])
    for each in summary.streams:
        if each.roles:
            sheet.text(say(paper.SAID_ROLES, roles=", ".join(each.roles)))


def _missing(sheet: EasyRead, summary: PublicSummary) -> None:
    """Who was missing, who said no, who stopped."""
    say = sheet.language
    sheet.heading(say(paper.SAID_MISSING))
    missing = [each.stream for each in summary.streams if each.how_many is HowMany.NOBODY]
    lines = [say(paper.SAID_MISSING_STREAM[stream.value]) for stream in missing]
    sheet.row("alone", *(lines or [say(paper.SAID_MISSING_NONE)]))
    sheet.row("no-taking-part", _refused(summary, say))
    ended = [_split(each, each.ended, paper.SAID_ENDED, say) for each in summary.streams if each.ended]
    if ended:
        sheet.row("stop", *ended)


def _how_many(stream: PublicStream, say: Words) -> str:
    if stream.people is not None:
        return str(stream.people)
    return say(paper.SAID_NOBODY if stream.how_many is HowMany.NOBODY else paper.SAID_TOO_FEW)


def _refused(summary: PublicSummary, say: Words) -> str:
    if summary.refused is None:
        return say(paper.SAID_REFUSED_FEW, smallest=summary.smallest_group)
    return say(paper.SAID_REFUSED, number=summary.refused)


def _split(stream: PublicStream, split: PublicSplit, sentences: Mapping[str, str], say: Words) -> str:
    """The parts of a split in words; a part that nobody is in goes without saying."""
    told = [say(sentences[part], number=number) for part, number in split.parts if number]
    return say(paper.SAID_GROUP, group=say(STREAM_NAMES[stream.stream]), told=" ".join(told))


def _how(sheet: EasyRead, summary: PublicSummary) -> None:
    """How people were asked, with whom beside them, and what is not shown."""
    say = sheet.language
    sheet.lines(paper.SAID_HOW_LINES)
    helped = [line for each in summary.streams for line in _beside(each, say)]
    if helped:
        sheet.row("with-helper", *helped)
    sheet.lines([paper.SAID_SMALL, paper.SAID_NO_MARKS], smallest=summary.smallest_group)


def _beside(stream: PublicStream, say: Words) -> list[str]:
    """Who had help and who was near, for people supported; told only where the parts may be shown."""
    if stream.stream is not Stream.PERSON:
        return []
    told = ((stream.support, paper.SAID_SUPPORT), (stream.staff_near, paper.SAID_NEAR))
    return [_split(stream, split, sentences, say) for split, sentences in told if split]
