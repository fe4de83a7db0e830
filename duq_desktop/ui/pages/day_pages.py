"""The two pages on which a facilitator sets a computer up for a day."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from duq_desktop.content.model import Stream
from duq_desktop.handing_over.day import Day
from duq_desktop.ui.pages.opener.desk_page import STEP_CONTROLS, DeskPage
from duq_desktop.ui.pages.opener.fields import FieldsPage, FieldSpec
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.answers import AnswerSet, Cards, QuietChoice
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.text import BodyText, Heading, Tone
from duq_desktop.words import handing

SHARE = 0.4
"""Two sets of choices stand on the second page, each with its heading."""


class DayPlacePage(FieldsPage):
    """Where we are, and who is there to talk to."""

    def __init__(self, tools: Tools, day: Day) -> None:
        text = tools.text
        super().__init__(
            tools,
            text(handing.DAY_TITLE),
            [
                FieldSpec("place", text(handing.DAY_PLACE), text(handing.DAY_PLACE_HINT)),
                FieldSpec("contact", text(handing.DAY_CONTACT), text(handing.DAY_CONTACT_HINT)),
                FieldSpec("number", text(handing.DAY_NUMBER), text(handing.DAY_NUMBER_HINT)),
            ],
            {"place": day.place, "contact": day.contact, "number": day.number},
            lines=[("", text(handing.DAY_LINE))],
            picture="home",
        )
        self._day = day

    def day(self) -> Day:
        """The day with what stands here now."""
        return replace(self._day, **self.values()).shortened()  # type: ignore[arg-type]


class DayChoicesPage(DeskPage):
    """Which areas come first, how people press, and the way on: begin, keep or forget."""

    def __init__(self, tools: Tools, day: Day) -> None:
        super().__init__(tools, tools.text(handing.DAY_CHOICES), controls=STEP_CONTROLS - {Control.NEXT})
        self._day = day
        areas = [area for area in tools.pack.areas if area.questions_for(Stream.PERSON)]
        self.areas = {
            area.id: QuietChoice(area.id, area.short_title, picture=area.picture, pictures=tools.pictures)
            for area in areas
        }
        for area_id, card in self.areas.items():
            card.setChecked(area_id in day.areas)
        cards = Cards(tuple(self.areas.values()))
        cards.share = SHARE
        cards.setAccessibleName(self.heading.text())
        self.add_line(tools.text(handing.DAY_AREAS_LINE))
        self.add(cards)
        self.ways = AnswerSet([QuietChoice(way, tools.text(words)) for way, words in handing.WAYS.items()])
        self.ways.share = SHARE
        self.ways.choose(day.way)
        self._section(handing.DAY_WAY, self.ways)
        self.readings += [Reading(card.words()) for card in (*self.areas.values(), *self.ways.choices)]
        self.add_action("begin", tools.text(handing.DAY_BEGIN), main=True)
        self.add_actions(
            [("keep", tools.text(handing.DAY_KEEP), ""), ("forget", tools.text(handing.DAY_FORGET), "")]
        )
        self.add(BodyText(tools.text(handing.DAY_BEGIN_HINT), tone=Tone.QUIET))

    def day(self) -> Day:
        """The day with what is chosen here now; every area is the same as none."""
        picked = tuple(area for area, card in self.areas.items() if card.isChecked())
        areas = () if len(picked) == len(self.areas) else picked
        return replace(self._day, areas=areas, way=self.ways.chosen or self._day.way)

    def _section(self, title: str, chooser: QWidget) -> None:
        heading = Heading(self.tools.text(title))
        chooser.setAccessibleName(heading.text())
        self.add(heading)
        self.readings.append(Reading(heading.text(), heading))
        self.add(chooser)
