"""“About this”: the easy-read sheet that people get days before they are asked."""

from __future__ import annotations

from collections.abc import Mapping

from duq_desktop.content.model import Picture
from duq_desktop.documents.closing import add_closing
from duq_desktop.documents.facts import SheetFacts
from duq_desktop.documents.pdf.easyread import EasyRead
from duq_desktop.documents.pdf.tagged.document import Progress
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.words import Words, printed


def document(
    facts: SheetFacts,
    language: Words,
    typeface: Typeface,
    pictures: Mapping[str, Picture],
    *,
    draft: bool = True,
    progress: Progress | None = None,
) -> bytes:
    """The whole PDF. It never says that staff cannot read the answers where the opener is staff."""
    sheet = EasyRead(language(printed.ABOUT_TITLE), language, typeface, pictures, made_up=facts.made_up)
    sheet.opening_line(printed.ABOUT_OPENING)
    sheet.heading(language(printed.ABOUT_WHAT))
    sheet.lines(printed.ABOUT_WHAT_LINES)
    sheet.page(language(printed.ABOUT_CHOICE))
    sheet.lines(printed.ABOUT_CHOICE_LINES)
    _who_sees(sheet, facts)
    sheet.page(language(printed.ABOUT_NEXT))
    sheet.lines(printed.ABOUT_NEXT_LINES)
    _help(sheet, facts)
    _ready(sheet, facts)
    sheet.new_page()
    add_closing(sheet, draft=draft, made_up=facts.made_up)
    return sheet.finish(progress)


def _who_sees(sheet: EasyRead, facts: SheetFacts) -> None:
    say = sheet.language
    sheet.page(say(printed.ABOUT_WHO))
    sheet.lines([printed.ABOUT_WHO_LOCKED])
    concept, sentences = printed.ABOUT_WHO_OPENER
    told = [say(line, opener=facts.opener_name, job=facts.opener_job) for line in sentences]
    if facts.opener_works_here:
        told.append(say(printed.ABOUT_OPENER_WORKS_HERE, opener=facts.opener_name))
        told.append(say(printed.ABOUT_WORKS_HERE_CHOICE))
    else:
        told.append(say(printed.ABOUT_OPENER_NOT_HERE, opener=facts.opener_name))
        told.append(say(printed.ABOUT_STAFF_CANNOT))
    sheet.row(concept, *told)
    sheet.lines([printed.ABOUT_DANGER], opener=facts.opener_name)


def _help(sheet: EasyRead, facts: SheetFacts) -> None:
    say = sheet.language
    sheet.page(say(printed.ABOUT_HELP))
    sheet.lines([printed.ABOUT_HELP_999])
    concept, sentences = printed.ABOUT_HELP_TELL
    sheet.row(concept, *map(say, sentences), *contact_lines(facts, say))
    sheet.lines([printed.ABOUT_HELP_COMPUTER])


def _ready(sheet: EasyRead, facts: SheetFacts) -> None:
    say = sheet.language
    sheet.page(say(printed.ABOUT_READY))
    sheet.lines(printed.ABOUT_READY_LINES)
    if facts.fingerprint:
        sheet.small_heading(say(printed.ABOUT_WORDS))
        sheet.lines([printed.ABOUT_WORDS_LINES])
        sheet.strong(" · ".join(facts.fingerprint))
        sheet.text(say(printed.ABOUT_WORDS_DIFFER, opener=facts.opener_name))


def contact_lines(facts: SheetFacts, say: Words) -> list[str]:
    """Whom to phone, each a line to dial from: those close by, the one outside, the council's team."""
    people = [
        say(printed.CONTACT, name=each.name, number=each.number) for each in (*facts.local, facts.outside)
    ]
    council = printed.CONTACT_COUNCIL_NAMED if facts.council else printed.CONTACT_COUNCIL
    return [*people, say(council, council=facts.council, number=facts.safeguarding_number)]
