"""“What people said”: the easy-read summary that may be shown to everybody.

It is made from a ``PublicSummary`` only, so that nothing stands in it by which somebody could be picked out.
No score, no average, no ranking; warnings for the opener are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from duq_desktop.documents.blocks import Block, Document, EasyLine, Items, Note, Rank, Section
from duq_desktop.documents.closing import closing
from duq_desktop.documents.materials import Materials
from duq_desktop.documents.people_said_areas import AreaWriter, quotes_of
from duq_desktop.documents.people_said_front import how, missing, took_part
from duq_desktop.summary.public import PublicSummary
from duq_desktop.words import printed


@dataclass(frozen=True)
class SaidMaterials:
    """What the summary is made with, beside words and pictures.

    ``labels`` are the pack's words for each option id. ``place`` is a line under the title, such as the
    provider's name, chosen by the opener.
    """

    general: Materials
    labels: Mapping[str, str]
    place: str = ""


@dataclass(frozen=True)
class Part:
    """Which of how many documents this is, and how many quotations each list may have (None: all)."""

    number: int = 1
    count: int = 1
    quotations: int | None = None


WHOLE = Part()


def document(summary: PublicSummary, materials: SaidMaterials, part: Part = WHOLE) -> Document:
    """The areas of ``summary`` in one document; with ``part`` as the one of several that it is."""
    general = replace(materials.general, draft=summary.draft, made_up=summary.made_up)
    say = general.say
    return Document(
        _title(general, part),
        _opening(general, materials.place),
        (
            *_warned(general),
            took_part(summary, general),
            missing(summary, general),
            how(summary, general),
            *_answers(summary, materials, part),
            *(
                Section(Rank.PART, say(title), quotes_of(quotes, say, part.quotations))
                for title, quotes in (
                    (printed.SAID_BEST, summary.best),
                    (printed.SAID_CHANGE, summary.change),
                )
                if quotes
            ),
            closing(general),
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


def _opening(materials: Materials, place: str) -> EasyLine:
    opening = materials.line(printed.SAID_OPENING)
    return replace(opening, lines=(place, *opening.lines)) if place else opening


def _warned(materials: Materials) -> list[Block]:
    """What the reader must know before anything else."""
    told = [printed.MADE_UP] if materials.made_up else []
    return [Note((materials.say(line),)) for line in [*told, *([printed.DRAFT] if materials.draft else [])]]


def _answers(summary: PublicSummary, materials: SaidMaterials, part: Part) -> Sequence[Block]:
    """The areas, or what was asked where nothing may be shown."""
    say = materials.general.say
    if summary.empty:
        titles = tuple(area.area.title for area in summary.areas)
        return (
            Note((say(printed.SAID_NOTHING),)),
            Section(Rank.SMALL, say(printed.SAID_ABOUT), (Items(titles),)),
        )
    writer = AreaWriter(summary, materials.general, materials.labels, part.quotations)
    return (writer.how_to_read(), *map(writer.area, summary.areas))
