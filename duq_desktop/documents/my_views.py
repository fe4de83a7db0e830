"""“My views”: the person's own copy of what they said, made in memory only.

It carries no sign, no date, no name and no home: whoever finds it learns what stands in it and no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from duq_desktop.content.model import Picture
from duq_desktop.documents.closing import add_closing
from duq_desktop.documents.pdf.easyread import EasyRead
from duq_desktop.documents.pdf.tagged.document import Progress
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.words import Words, printed

FILE_NAME = "My views.pdf"
"""Neutral: it says nothing of who, when or where."""


class Holds(Enum):
    """How much of what the person said is in the copy."""

    ALL = "all"
    TODAY = "today"
    FULL = "full"


@dataclass(frozen=True)
class MyViewsEntry:
    """One answer as it is to stand in the copy; the caller has left out what the person wants out.

    ``answer_label`` is the answer or non-answer as it was shown, with its mark if there is one. ``words`` are
    those the person added and wants in the copy, else None.
    """

    area_title: str
    question_prompt: str
    picture: Picture | None
    answer_label: str
    answer_picture: Picture | None = None
    words: str | None = None


@dataclass(frozen=True)
class MyViews:
    """All of one copy. ``best`` and ``change`` are the words given at the end, or None."""

    entries: Sequence[MyViewsEntry]
    holds: Holds = Holds.ALL
    best: str | None = None
    change: str | None = None
    opener_name: str = ""
    made_up: bool = False


def document(
    views: MyViews,
    language: Words,
    typeface: Typeface,
    pictures: Mapping[str, Picture],
    *,
    draft: bool = True,
    progress: Progress | None = None,
) -> bytes:
    """The whole PDF. Entries keep their order; those of one area that follow each other share a heading."""
    sheet = EasyRead(language(printed.MY_VIEWS_TITLE), language, typeface, pictures, made_up=views.made_up)
    concept, sentences = printed.MY_VIEWS_OPENING
    sheet.opening(concept, [*map(language, sentences), *_what_it_holds(views, language)])
    sheet.lines([printed.MY_VIEWS_KEEP])
    if not views.entries and not views.best and not views.change:
        sheet.notice(language(printed.MY_VIEWS_NOTHING))
    for area_title, entries in groupby(views.entries, key=lambda entry: entry.area_title):
        sheet.heading(area_title)
        for entry in entries:
            sheet.answer(
                entry.picture,
                entry.question_prompt,
                entry.answer_picture,
                entry.answer_label,
                entry.words or "",
            )
    _last_words(sheet, views)
    add_closing(sheet, draft=draft, made_up=views.made_up)
    return sheet.finish(progress)


def _what_it_holds(views: MyViews, language: Words) -> list[str]:
    if views.holds is Holds.FULL:
        return [language(printed.MY_VIEWS_FULL, opener=views.opener_name)]
    if views.holds is Holds.TODAY:
        return [
            language(line)
            for line in (printed.MY_VIEWS_TODAY, printed.MY_VIEWS_TODAY_ONLY, printed.MY_VIEWS_SOME)
        ]
    return [language(printed.MY_VIEWS_ALL), language(printed.MY_VIEWS_SOME)]


def _last_words(sheet: EasyRead, views: MyViews) -> None:
    for heading, words in ((printed.MY_VIEWS_BEST, views.best), (printed.MY_VIEWS_CHANGE, views.change)):
        if words:
            sheet.heading(sheet.language(heading))
            sheet.quote(words)
