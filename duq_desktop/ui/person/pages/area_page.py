"""The five areas by their pictures: the person picks one."""

from __future__ import annotations

from collections.abc import Sequence

from duq_desktop.content.model import Area, Stream
from duq_desktop.interview.inputs import AreaGiven, LengthGiven
from duq_desktop.ui.pages.choice_page import ChoicePage, Option
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.words import family_staff, person


def area_page(tools: Tools, areas: Sequence[Area], stream: Stream, chosen: str) -> ChoicePage:
    """Pick one of ``areas``; ``chosen`` is the one picked before, or "".

    Areas that do not come first today stand smaller below the others. Those left out today are not among
    ``areas``; that they were left out is sealed with what is said.

    Families and staff read the Code's own titles; people supported the easy-read ones.
    """
    is_person = stream is Stream.PERSON
    texts = person if is_person else family_staff
    options = [
        Option(a.id, a.short_title if is_person else a.title, picture=a.picture, spoken=a.spoken)
        for a in areas
    ]
    first = [each for each in options if each.id in tools.home.first_areas] or options
    return ChoicePage(
        tools,
        tools.text(texts.AREA_TITLE),
        first,
        lambda area_id: AreaGiven(area_id or ""),
        quiet=[each for each in options if each not in first],
        lines=(("", texts.AREA_LINE),),
        chosen=chosen if chosen in {a.id for a in areas} else None,
        needed=True,
    )


def length_page(tools: Tools, area: Area, chosen: bool | None) -> ChoicePage:
    """Short or long; ``chosen`` is True for short when it was picked before."""
    short, long = (len(area.questions_for(Stream.PERSON, short=each)) for each in (True, False))
    options = [
        Option("short", tools.text(person.LENGTH_SHORT, number=short), "short-way"),
        Option("long", tools.text(person.LENGTH_LONG, number=long), "long-way"),
    ]
    before = {True: "short", False: "long", None: None}[chosen]
    return ChoicePage(
        tools,
        tools.text(person.LENGTH_TITLE),
        options,
        lambda length: LengthGiven(length == "short"),
        picture=area.picture,
        chosen=before,
        needed=True,
    )
