"""“What people said”: the easy-read summary that may be shown to everybody.

It is made from a ``PublicSummary`` only, so that nothing stands in it by which somebody could be picked out.
No score, no average, no ranking; warnings for the opener are not in it. No paper has more than 24 pages: it
stands closer, then keeps words back and says how many, or is made in parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from duq_desktop.content.model import Picture
from duq_desktop.documents.closing import add_closing
from duq_desktop.documents.pdf.easyread import EasyRead, PictureFiles
from duq_desktop.documents.pdf.tagged.document import Progress
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.documents.people_said_areas import (
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
from duq_desktop.documents.people_said_front import add_how, add_missing, add_took_part
from duq_desktop.errors import ReportError
from duq_desktop.summary.public import PublicSummary
from duq_desktop.words import Words, printed

MOST_PAGES = 24
"""UK government easy read: a longer paper is not read."""

Manner = tuple[Density, int | None]
"""How close the areas stand, and how many quotations each list may have (None: all)."""

_KEEPING_WORDS: tuple[Manner, ...] = (
    (ROOMY, None),
    (CLOSE, None),
    (CLOSER, None),
    (CLOSEST, None),
    (CLOSEST, 20),
    (CLOSEST, 10),
)
_ANY: tuple[Manner, ...] = (*_KEEPING_WORDS, (CLOSEST, 5), (CLOSEST, 2), (CLOSEST, 0))


@dataclass(frozen=True)
class SummaryMaterials:
    """What the papers are made with.

    ``labels`` are the pack's words for each option id, ``pictures`` by concept. ``place`` is a line under the
    title, such as the provider's name, chosen by the opener.
    """

    labels: Mapping[str, str]
    language: Words
    typeface: Typeface
    pictures: Mapping[str, Picture]
    place: str = ""
    files: PictureFiles = field(default_factory=dict)
    drawn: Drawn = field(default_factory=dict)


def document(summary: PublicSummary, materials: SummaryMaterials, progress: Progress | None = None) -> bytes:
    """All of it in one PDF. Raises ``ReportError`` if it cannot be made to fit: then use ``documents``."""
    manner = _fitting(summary, materials, _title(materials, 1, 1), _ANY)
    if manner is None:
        raise ReportError(printed.TOO_LONG, most=MOST_PAGES)
    return _written(summary, materials, _title(materials, 1, 1), manner).finish(progress)


def documents(
    summary: PublicSummary, materials: SummaryMaterials, progress: Progress | None = None
) -> list[bytes]:
    """One PDF, or as few parts as it takes, each with whole areas and each complete in itself.

    Rather more parts than fewer words: up to ten quotations to an area stay in if parts can hold them.
    ``progress`` hears the pages of all parts, counted on. Raises ``ReportError`` if an area is too long.
    """
    for manners in (_KEEPING_WORDS, _ANY):
        for count in range(1, max(1, len(summary.areas)) + 1):
            parts = _parts(summary, count)
            titles = [_title(materials, number, count) for number in range(1, count + 1)]
            chosen = _all_fitting(parts, materials, titles, manners)
            if chosen:
                return _finished(parts, materials, titles, chosen, progress)
    raise ReportError(printed.TOO_LONG, most=MOST_PAGES)


def _parts(summary: PublicSummary, count: int) -> list[PublicSummary]:
    """``count`` summaries with the areas shared out in their order; the words of the end are in the last."""
    areas = summary.areas
    edges = [round(len(areas) * number / count) for number in range(count + 1)]
    shares = [areas[start:end] for start, end in pairwise(edges)]
    parts = [replace(summary, areas=share, best=(), change=()) for share in shares]
    parts[-1] = replace(parts[-1], best=summary.best, change=summary.change)
    return parts


def _title(materials: SummaryMaterials, number: int, count: int) -> str:
    if count == 1:
        return materials.language(printed.SAID_TITLE)
    return materials.language(printed.SAID_TITLE_PART, number=number, count=count)


def _all_fitting(
    parts: Sequence[PublicSummary],
    materials: SummaryMaterials,
    titles: Sequence[str],
    manners: Sequence[Manner],
) -> list[Manner]:
    """A manner for each part in which it fits, or none at all if one of them fits in no manner."""
    chosen = []
    for part, title in zip(parts, titles, strict=True):
        manner = _fitting(part, materials, title, manners)
        if manner is None:
            return []
        chosen.append(manner)
    return chosen


def _fitting(
    summary: PublicSummary, materials: SummaryMaterials, title: str, manners: Sequence[Manner]
) -> Manner | None:
    """The first of ``manners``, which run from roomy to close, that takes no more pages than allowed."""

    def fits(manner: Manner) -> bool:
        return _written(summary, materials, title, manner).count_pages() <= MOST_PAGES

    if not fits(manners[-1]):
        return None
    return next(filter(fits, manners[:-1]), manners[-1])


def _finished(
    parts: Sequence[PublicSummary],
    materials: SummaryMaterials,
    titles: Sequence[str],
    manners: Sequence[Manner],
    progress: Progress | None,
) -> list[bytes]:
    made = []
    before = 0
    for part, title, manner in zip(parts, titles, manners, strict=True):
        sheet = _written(part, materials, title, manner)
        counted_on = None if progress is None else _counting_on(progress, before)
        made.append(sheet.finish(counted_on))
        before += sheet.pages
    return made


def _counting_on(progress: Progress, before: int) -> Progress:
    return lambda pages: progress(before + pages)


def _written(summary: PublicSummary, materials: SummaryMaterials, title: str, manner: Manner) -> EasyRead:
    """The paper, ready to be finished or counted."""
    density, quotations = manner
    say = materials.language
    look = Look(materials.labels, density, materials.drawn, quotations)
    sheet = EasyRead(
        title, say, materials.typeface, materials.pictures, materials.files, made_up=summary.made_up
    )
    _add_opening(sheet, summary, materials.place)
    if not density.flowing:
        sheet.new_page()
    with sheet.kept_together():
        add_took_part(sheet, summary)
    add_missing(sheet, summary)
    add_how(sheet, summary, new_page=not density.flowing)
    if summary.empty:
        sheet.notice(say(printed.SAID_NOTHING))
        sheet.small_heading(say(printed.SAID_ABOUT))
        sheet.bullets(*(area.area.title for area in summary.areas))
    else:
        add_key(sheet, look)
        add_areas(sheet, summary, look)
    for heading, quotes in ((printed.SAID_BEST, summary.best), (printed.SAID_CHANGE, summary.change)):
        if quotes:
            sheet.heading(say(heading))
            add_quotes(sheet, quotes, look)
    add_closing(sheet, draft=summary.draft, made_up=summary.made_up)
    return sheet


def _add_opening(sheet: EasyRead, summary: PublicSummary, place: str) -> None:
    say = sheet.language
    concept, sentences = printed.SAID_OPENING
    sheet.opening(concept, [*([place] if place else []), *map(say, sentences)])
    if summary.made_up:
        sheet.notice(say(printed.MADE_UP))
    if summary.draft:
        sheet.notice(say(printed.DRAFT))
