"""What stands at the end of every paper: draft, independence, credits."""

from __future__ import annotations

from pathlib import Path

from duq_desktop.documents.pdf.easyread import EasyRead
from duq_desktop.documents.pdf.look import SMALL
from duq_desktop.words import printed

_OPENMOJI_FOLDER = "openmoji"


def add_closing(sheet: EasyRead, *, draft: bool = True, made_up: bool = False) -> None:
    """Say what this paper is and whom it owes; the credits name only what was used in it."""
    say = sheet.language
    with sheet.kept_together():
        sheet.heading(say(printed.ABOUT_PAPER))
        if made_up:
            sheet.notice(say(printed.MADE_UP))
        if draft:
            sheet.notice(say(printed.DRAFT))
        sheet.text(say(printed.INDEPENDENT), style=SMALL)
        sheet.small_heading(say(printed.CREDITS))
        sheet.text(*(say(line) for line in credit_lines(sheet.used_pictures)), style=SMALL)


def credit_lines(pictures: tuple[Path, ...]) -> list[str]:
    """The credits owed for ``pictures`` and for the letters."""
    by_openmoji = [
        path for path in pictures if _OPENMOJI_FOLDER in (part.lower() for part in path.parts[:-1])
    ]
    lines = [printed.CREDIT_OPENMOJI] if by_openmoji else []
    if len(by_openmoji) < len(pictures):
        lines.append(printed.CREDIT_OWN)
    return [*lines, printed.CREDIT_FONT]
