"""“For helpers”: the sheet for whoever sits beside a person who answers."""

from __future__ import annotations

from collections.abc import Mapping

from duq_desktop.content.model import Picture
from duq_desktop.documents.about import contact_lines
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
    """The whole PDF."""
    sheet = EasyRead(language(printed.HELPERS_TITLE), language, typeface, pictures, made_up=facts.made_up)
    sheet.opening_line(printed.HELPERS_OPENING)
    sheet.heading(language(printed.HELPERS_BEFORE))
    sheet.lines(printed.HELPERS_BEFORE_LINES)
    for heading, lines in (
        (printed.HELPERS_DO, printed.HELPERS_DO_LINES),
        (printed.HELPERS_DO_NOT, printed.HELPERS_DO_NOT_LINES),
        (printed.HELPERS_NEAR, printed.HELPERS_NEAR_LINES),
    ):
        sheet.page(language(heading))
        sheet.lines(lines)
    _told(sheet, facts)
    sheet.page(language(printed.HELPERS_SEALED))
    sheet.lines(printed.HELPERS_SEALED_LINES, opener=facts.opener_name, job=facts.opener_job)
    add_closing(sheet, draft=draft, made_up=facts.made_up)
    return sheet.finish(progress)


def _told(sheet: EasyRead, facts: SheetFacts) -> None:
    """What to do when somebody tells about harm, and whom to phone."""
    say = sheet.language
    sheet.page(say(printed.HELPERS_TOLD))
    sheet.lines([printed.HELPERS_TOLD_OPENING])
    sheet.bullets(*map(say, printed.HELPERS_TOLD_STEPS))
    sheet.notice(say(printed.HELPERS_TOLD_MANAGER), *contact_lines(facts, say), picture="phone-999")
    sheet.lines([printed.HELPERS_TOLD_APP])
