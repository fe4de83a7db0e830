"""“My views”: the person's own copy of what they said, made in memory only.

It carries no sign, no date, no name and no home: whoever finds it learns what stands in it and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from duq_desktop.content.model import Picture
from duq_desktop.documents.blocks import Answer, Block, Document, Note, Quote, Rank, Section
from duq_desktop.documents.closing import closing
from duq_desktop.documents.materials import Materials
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


def document(views: MyViews, materials: Materials) -> Document:
    """The whole copy. Entries keep their order; those of one area that follow each other share a heading."""
    say = materials.say
    opening = materials.line(printed.MY_VIEWS_OPENING)
    return Document(
        say(printed.MY_VIEWS_TITLE),
        replace(opening, lines=(*opening.lines, *_what_it_holds(views, say))),
        (
            materials.line(printed.MY_VIEWS_KEEP),
            *_nothing(views, say),
            *_areas(views),
            *_last_words(views, say),
            closing(materials),
        ),
        materials.mark,
    )


def _nothing(views: MyViews, say: Words) -> list[Block]:
    if views.entries or views.best or views.change:
        return []
    return [Note((say(printed.MY_VIEWS_NOTHING),))]


def _areas(views: MyViews) -> Iterator[Section]:
    for title, entries in groupby(views.entries, key=lambda entry: entry.area_title):
        answers = tuple(
            Answer(
                each.question_prompt, each.answer_label, each.picture, each.answer_picture, each.words or ""
            )
            for each in entries
        )
        yield Section(Rank.PART, title, answers)


def _what_it_holds(views: MyViews, say: Words) -> list[str]:
    if views.holds is Holds.FULL:
        return [say(printed.MY_VIEWS_FULL, opener=views.opener_name)]
    if views.holds is Holds.TODAY:
        lines = (printed.MY_VIEWS_TODAY, printed.MY_VIEWS_TODAY_ONLY, printed.MY_VIEWS_SOME)
        return [say(line) for line in lines]
    return [say(printed.MY_VIEWS_ALL), say(printed.MY_VIEWS_SOME)]


def _last_words(views: MyViews, say: Words) -> Iterator[Section]:
    for title, words in ((printed.MY_VIEWS_BEST, views.best), (printed.MY_VIEWS_CHANGE, views.change)):
        if words:
            yield Section(Rank.PART, say(title), (Quote(words),))
