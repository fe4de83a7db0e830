"""“For helpers”: the sheet for whoever sits beside a person who answers."""

from __future__ import annotations

from collections.abc import Mapping

from duq_desktop.content.model import Picture
from duq_desktop.report.about import contact_lines
from duq_desktop.report.closing import add_closing
from duq_desktop.report.easyread import EasyRead
from duq_desktop.report.facts import SheetFacts
from duq_desktop.report.tagged.document import Progress
from duq_desktop.report.tagged.typeface import Typeface
from duq_desktop.words import Words, paper


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
    sheet = EasyRead(language(paper.HELPERS_TITLE), language, typeface, pictures, made_up=facts.made_up)
    sheet.opening_line(paper.HELPERS_OPENING)
    sheet.heading(language(paper.HELPERS_BEFORE))
    sheet.lines(paper.HELPERS_BEFORE_LINES)
    for heading, lines in (
        (paper.HELPERS_DO, paper.HELPERS_DO_LINES),
        (paper.HELPERS_DO_NOT, paper.HELPERS_DO_NOT_LINES),
        (paper.HELPERS_NEAR, paper.HELPERS_NEAR_LINES),
    ):
        sheet.page(language(heading))
        sheet.lines(lines)
    _told(sheet, facts)
    sheet.page(language(paper.HELPERS_SEALED))
    sheet.lines(paper.HELPERS_SEALED_LINES, opener=facts.opener_name, job=facts.opener_job)
    add_closing(sheet, draft=draft, made_up=facts.made_up)
    return sheet.finish(progress)


def _told(sheet: EasyRead, facts: SheetFacts) -> None:
    """What to do when somebody tells about harm, and whom to phone."""
    say = sheet.language
    sheet.page(say(paper.HELPERS_TOLD))
    sheet.lines([paper.HELPERS_TOLD_OPENING])
    sheet.bullets(*map(say, paper.HELPERS_TOLD_STEPS))
    sheet.notice(say(paper.HELPERS_TOLD_MANAGER), *contact_lines(facts, say), picture="phone-999")
    sheet.lines([paper.HELPERS_TOLD_APP])
