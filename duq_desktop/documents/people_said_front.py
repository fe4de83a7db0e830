"""The first pages of “What people said”: who took part, who was missing, how they were asked."""

from __future__ import annotations

from collections.abc import Mapping

from duq_desktop.content.model import Stream
from duq_desktop.documents.blocks import Block, Rank, Section, Table, Text
from duq_desktop.documents.materials import Materials
from duq_desktop.figures.bars import STREAM_NAMES
from duq_desktop.summary.public import HowMany, PublicSplit, PublicStream, PublicSummary
from duq_desktop.unions import assert_never
from duq_desktop.words import Words, printed


def took_part(summary: PublicSummary, materials: Materials) -> Section:
    """Who took part, stream by stream and never added up."""
    say = materials.say
    rows = tuple((say(STREAM_NAMES[each.stream]), how_many(each, say)) for each in summary.streams)
    head = (say(printed.SAID_TOOK_PART_WHO), say(printed.SAID_TOOK_PART_PEOPLE))
    roles = tuple(
        Text((say(printed.SAID_ROLES, roles=", ".join(each.roles)),))
        for each in summary.streams
        if each.roles
    )
    blocks: tuple[Block, ...] = (Table(head, rows), *roles, materials.line(printed.SAID_NUMBERS))
    return Section(Rank.PART, say(printed.SAID_TOOK_PART), blocks, together=True)


def missing(summary: PublicSummary, materials: Materials) -> Section:
    """Who was missing, who said no, who stopped."""
    say = materials.say
    nobody = [each.stream for each in summary.streams if each.how_many is HowMany.NOBODY]
    lines = [say(printed.SAID_MISSING_STREAM[stream.value]) for stream in nobody]
    rows = [
        materials.row("alone", *(lines or [say(printed.SAID_MISSING_NONE)])),
        materials.row("no-taking-part", _refused(summary, say)),
    ]
    ended = [_split(each, each.ended, printed.SAID_ENDED, say) for each in summary.streams if each.ended]
    if ended:
        rows.append(materials.row("stop", *ended))
    return Section(Rank.PART, say(printed.SAID_MISSING), tuple(rows))


def how_many(stream: PublicStream, say: Words) -> str:
    """How many of one stream took part, as far as it may be told."""
    match stream.how_many:
        case HowMany.NOBODY:
            return say(printed.SAID_NOBODY)
        case HowMany.HIDDEN:
            return say(printed.SAID_NOT_TOLD)
        case HowMany.AT_LEAST:
            return say.count(printed.SAID_AT_LEAST, stream.people or 0)
        case HowMany.SHOWN:
            return str(stream.people)
        case _:
            assert_never(stream.how_many)


def _refused(summary: PublicSummary, say: Words) -> str:
    if summary.refused is None:
        return say(printed.SAID_REFUSED_UNTOLD)
    return say.count(printed.SAID_REFUSED, summary.refused)


def _split(stream: PublicStream, split: PublicSplit, sentences: Mapping[str, str], say: Words) -> str:
    """The parts of a split in words; a part that nobody is in goes without saying."""
    told = [say(sentences[part], number=number) for part, number in split.parts if number]
    return say(printed.SAID_GROUP, group=say(STREAM_NAMES[stream.stream]), told=" ".join(told))


def how(summary: PublicSummary, materials: Materials) -> Section:
    """How people were asked, with whom beside them, and what is not shown."""
    say = materials.say
    rows = [*materials.lines(printed.SAID_HOW_LINES)]
    helped = [line for each in summary.streams for line in _beside(each, say)]
    if helped:
        rows.append(materials.row("with-helper", *helped))
    rows.append(materials.line(printed.SAID_SMALL, smallest=summary.smallest_group))
    return Section(Rank.PART, say(printed.SAID_HOW), tuple(rows))


def _beside(stream: PublicStream, say: Words) -> list[str]:
    """Who had help and who was near, for people supported; told only where the parts may be shown."""
    if stream.stream is not Stream.PERSON:
        return []
    told = ((stream.support, printed.SAID_SUPPORT), (stream.staff_near, printed.SAID_NEAR))
    return [_split(stream, split, sentences, say) for split, sentences in told if split]
