"""“What people said” where too few answered: that people were asked, and how, and why no answer is shown."""

from __future__ import annotations

from dataclasses import replace

from duq_desktop.content.model import Stream
from duq_desktop.documents.blocks import Rank, Section
from duq_desktop.documents.materials import Materials
from duq_desktop.documents.people_said_front import how_many
from duq_desktop.figures.bars import STREAM_NAMES
from duq_desktop.summary.public import HowMany, PublicStream, PublicSummary
from duq_desktop.words import Words, printed


def what_was_asked(summary: PublicSummary, materials: Materials) -> tuple[Section, ...]:
    """Who took part, how they were asked, and why no answer is shown: one page with the title."""
    say = materials.say
    groups = [_told(each, say) for each in summary.streams if _may_be_named(each)]
    why = materials.line(printed.SAID_FEW_WHY_LINE)
    rows = (
        materials.row("yes-taking-part", *(groups or [say(printed.SAID_NOBODY)])),
        materials.line(printed.SAID_FEW_HOW),
        replace(why, title=say(printed.SAID_FEW_WHY)),
    )
    return (Section(Rank.PART, say(printed.SAID_TOOK_PART), rows),)


def _may_be_named(stream: PublicStream) -> bool:
    """Of other groups such a paper does not tell whether anybody took part: perhaps nobody did."""
    return stream.told or (stream.how_many is HowMany.HIDDEN and stream.stream is Stream.PERSON)


def _told(stream: PublicStream, say: Words) -> str:
    """A group that took part; how many only where that may be told."""
    group = say(STREAM_NAMES[stream.stream])
    if stream.people is None:
        return say(printed.SAID_FEW_SOME, group=group)
    return say(printed.SAID_GROUP, group=group, told=how_many(stream, say))
