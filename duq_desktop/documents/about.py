"""“About this”: the easy-read sheet that people get days before they are asked."""

from __future__ import annotations

from duq_desktop.documents.blocks import Block, Document, Rank, Section, Text, Tone
from duq_desktop.documents.closing import closing
from duq_desktop.documents.facts import SheetFacts
from duq_desktop.documents.materials import Materials
from duq_desktop.words import Words, printed


def document(facts: SheetFacts, materials: Materials) -> Document:
    """The whole sheet. It never says that staff cannot read the answers where the opener is staff."""
    say = materials.say
    return Document(
        say(printed.ABOUT_TITLE),
        materials.line(printed.ABOUT_OPENING),
        (
            Section(Rank.PART, say(printed.ABOUT_WHAT), materials.lines(printed.ABOUT_WHAT_LINES)),
            _page(say(printed.ABOUT_CHOICE), *materials.lines(printed.ABOUT_CHOICE_LINES)),
            _who_sees(facts, materials),
            _page(say(printed.ABOUT_NEXT), *materials.lines(printed.ABOUT_NEXT_LINES)),
            _help(facts, materials),
            _ready(facts, materials),
            closing(materials),
        ),
        materials.mark,
    )


def _page(title: str, *blocks: Block) -> Section:
    return Section(Rank.PART, title, blocks, new_page=True)


def _who_sees(facts: SheetFacts, materials: Materials) -> Section:
    say, opener = materials.say, facts.opener_name
    concept, sentences = printed.ABOUT_WHO_OPENER
    told = [say(line, opener=opener, job=facts.opener_job) for line in sentences]
    if facts.opener_works_here:
        told += [say(printed.ABOUT_OPENER_WORKS_HERE, opener=opener), say(printed.ABOUT_WORKS_HERE_CHOICE)]
    else:
        told += [say(printed.ABOUT_OPENER_NOT_HERE, opener=opener), say(printed.ABOUT_STAFF_CANNOT)]
    return _page(
        say(printed.ABOUT_WHO),
        materials.line(printed.ABOUT_WHO_LOCKED),
        materials.row(concept, *told),
        materials.line(printed.ABOUT_DANGER, opener=opener),
    )


def _help(facts: SheetFacts, materials: Materials) -> Section:
    say = materials.say
    concept, sentences = printed.ABOUT_HELP_TELL
    return _page(
        say(printed.ABOUT_HELP),
        materials.line(printed.ABOUT_HELP_999),
        materials.row(concept, *map(say, sentences), *contact_lines(facts, say)),
        materials.line(printed.ABOUT_HELP_COMPUTER),
    )


def _ready(facts: SheetFacts, materials: Materials) -> Section:
    say = materials.say
    lines: tuple[Block, ...] = materials.lines(printed.ABOUT_READY_LINES)
    if facts.fingerprint:
        words = (
            materials.line(printed.ABOUT_WORDS_LINES),
            Text((" · ".join(facts.fingerprint),), Tone.STRONG),
            Text((say(printed.ABOUT_WORDS_DIFFER, opener=facts.opener_name),)),
        )
        lines = (*lines, Section(Rank.SMALL, say(printed.ABOUT_WORDS), words))
    return _page(say(printed.ABOUT_READY), *lines)


def contact_lines(facts: SheetFacts, say: Words) -> list[str]:
    """Whom to phone, each a line to dial from: those close by, the one outside, the council's team."""
    people = [
        say(printed.CONTACT, name=each.name, number=each.number) for each in (*facts.local, facts.outside)
    ]
    council = printed.CONTACT_COUNCIL_NAMED if facts.council else printed.CONTACT_COUNCIL
    return [*people, say(council, council=facts.council, number=facts.safeguarding_number)]
