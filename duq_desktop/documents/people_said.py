"""“What people said”: the easy-read summary that may be shown to everybody.

It is made from a ``PublicSummary`` only, so that nothing stands in it by which somebody could be picked out.
No score, no average, no ranking; warnings for the opener are not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from duq_desktop.documents.blocks import Block, Document, EasyLine, Note, Rank, Section
from duq_desktop.documents.facts import SaidFacts
from duq_desktop.documents.materials import Materials
from duq_desktop.documents.people_said_areas import AreaWriter, quotes_of
from duq_desktop.documents.people_said_few import what_was_asked
from duq_desktop.documents.people_said_front import how, missing, took_part
from duq_desktop.documents.people_said_main import main_things
from duq_desktop.documents.people_said_next import what_happens_next
from duq_desktop.summary.public import PublicSummary
from duq_desktop.words import preferences, printed

NO_FACTS = SaidFacts()


@dataclass(frozen=True)
class SaidMaterials:
    """What the summary is made with; ``labels`` are the pack's words for each option."""

    general: Materials
    labels: Mapping[str, str]
    facts: SaidFacts = NO_FACTS


@dataclass(frozen=True)
class Part:
    """Which of how many documents this is, and how many quotations each list may have (None: all)."""

    number: int = 1
    count: int = 1
    quotations: int | None = None


WHOLE = Part()


def document(summary: PublicSummary, materials: SaidMaterials, part: Part = WHOLE) -> Document:
    """The areas of ``summary`` in one document; with ``part`` as the one of several that it is.

    Where no answer of people supported may be shown it holds no answers at all, and two pages.
    """
    general = replace(materials.general, draft=summary.draft, made_up=summary.made_up)
    shown = not summary.empty
    body = _answers(summary, general, materials, part) if shown else what_was_asked(summary, general)
    facts = materials.facts
    return Document(
        _title(general, part),
        _opening(general, facts, few=not shown),
        (
            *_warned(general),
            *body,
            what_happens_next(facts, general, new_page=not shown),
        ),
        general.mark,
    )


def shared_out(summary: PublicSummary, count: int) -> list[PublicSummary]:
    """``count`` summaries with the areas shared out in their order; the words of the end are in the last."""
    areas = summary.areas
    edges = [round(len(areas) * number / count) for number in range(count + 1)]
    shares = [areas[start:end] for start, end in pairwise(edges)]
    parts = [replace(summary, areas=share, best=(), change=()) for share in shares]
    parts[-1] = replace(parts[-1], best=summary.best, change=summary.change)
    return parts


def _title(materials: Materials, part: Part) -> str:
    if part.count == 1:
        return materials.say(printed.SAID_TITLE)
    return materials.say(printed.SAID_TITLE_PART, number=part.number, count=part.count)


def _opening(materials: Materials, facts: SaidFacts, *, few: bool) -> EasyLine:
    opening = materials.line(printed.SAID_FEW_OPENING if few else printed.SAID_OPENING)
    place = [facts.place] if facts.place else []
    return replace(opening, lines=(*place, *opening.lines, *_made_on(materials, facts)))


def _made_on(materials: Materials, facts: SaidFacts) -> list[str]:
    """The month: the day would tell who of a few had just answered."""
    day, say = facts.made_on, materials.say
    if day is None:
        return []
    return [say(printed.SAID_MADE, month=say(preferences.PAPER_MONTHS[day.month - 1]), year=str(day.year))]


def _warned(materials: Materials) -> list[Block]:
    """What the reader must know before anything else."""
    made_up = [materials.say(printed.MADE_UP)] if materials.made_up else []
    draft = [materials.say(printed.DRAFT)] if materials.draft else []
    return [Note((*made_up, *draft))] if made_up or draft else []


def _answers(
    summary: PublicSummary, general: Materials, materials: SaidMaterials, part: Part
) -> Iterator[Block]:
    """The main things, who took part and how, the areas, the words of the end."""
    labels = materials.labels
    writer = AreaWriter(summary, general, labels, part.quotations)
    yield from main_things(summary, general, labels)
    yield took_part(summary, general)
    yield missing(summary, general)
    yield how(summary, general)
    yield writer.how_to_read()
    yield from map(writer.area, summary.areas)
    for title, quotes in ((printed.SAID_BEST, summary.best), (printed.SAID_CHANGE, summary.change)):
        if quotes:
            yield Section(Rank.PART, general.say(title), quotes_of(quotes, general.say, part.quotations))
