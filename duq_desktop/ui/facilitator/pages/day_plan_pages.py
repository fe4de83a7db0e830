"""The two pages on which a facilitator sets a computer up for a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import Stream
from duq_desktop.device.day_plan import ALWAYS, MOST_CONTACTS, WAYS, DayPlan
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.opener.pages.opener_page import STEP_CONTROLS, DeskPage
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.answers import Cards, QuietChoice
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.day_rows import TodayRows
from duq_desktop.ui.widgets.flow import SideBySide, WrappedRow
from duq_desktop.ui.widgets.text import BodyText, Heading, Tone
from duq_desktop.words import answer_mode

COLUMN_EM = 20
"""Two columns stand beside each other where each has this many em."""
SHARE = 0.1
"""The local contacts stand side by side: the page has little room for them."""

_ON = {"begin": answer_mode.DAY_BEGIN, "keep": answer_mode.DAY_KEEP, "forget": answer_mode.DAY_FORGET}


class DayPlacePage(FieldsPage):
    """Where we are, and who is there to talk to.

    ``local`` are the names of the local contacts, of whom some may be away; ``outside`` that of the one who
    stands on every help page.
    """

    def __init__(self, tools: Tools, day: DayPlan, local: Sequence[str], outside: str) -> None:
        text = tools.text
        contacts = [*day.contacts, *[("", "")] * MOST_CONTACTS][:MOST_CONTACTS]
        typed = {"place": day.place}
        specs = [FieldSpec("place", text(answer_mode.DAY_PLACE), text(answer_mode.DAY_PLACE_HINT))]
        for at, ((who, how), (name, number)) in enumerate(
            zip(answer_mode.DAY_CONTACTS, contacts, strict=True)
        ):
            specs += [FieldSpec(f"name{at}", text(who)), FieldSpec(f"number{at}", text(how))]
            typed |= {f"name{at}": name, f"number{at}": number}
        super().__init__(
            tools,
            text(answer_mode.DAY_TITLE),
            specs,
            typed,
            lines=[("", text(answer_mode.DAY_LINE))],
            beside=COLUMN_EM,
        )
        self._day = day
        self.local = {name: QuietChoice(name, name) for name in dict.fromkeys(local)}
        if self.local:
            self._add_local(day)
        self.add_line(text(answer_mode.DAY_STAY, outside=outside))

    def day(self) -> DayPlan:
        """The day with what stands here now."""
        typed = self.values()
        contacts = tuple((typed[f"name{at}"], typed[f"number{at}"]) for at in range(MOST_CONTACTS))
        away = tuple(name for name, card in self.local.items() if not card.isChecked())
        return replace(self._day, place=typed["place"], contacts=contacts, away=away).settled()

    def _add_local(self, day: DayPlan) -> None:
        for name, card in self.local.items():
            card.setChecked(name not in day.away)
        self.add_line(self.tools.text(answer_mode.DAY_LOCAL))
        cards = Cards(tuple(self.local.values()))
        cards.share = SHARE
        cards.setAccessibleName(self.tools.text(answer_mode.DAY_LOCAL))
        self.add(cards)
        self.readings += [Reading(name) for name in self.local]


class DayChoicesPage(DeskPage):
    """Which areas and ways there are today, which come first, and the way on: begin, keep or forget."""

    def __init__(self, tools: Tools, day: DayPlan) -> None:
        super().__init__(tools, tools.text(answer_mode.DAY_CHOICES), controls=STEP_CONTROLS - {Control.NEXT})
        self._day = day
        text = tools.text
        self.add_line(text(answer_mode.DAY_CHOICES_LINE))
        asked = [area for area in tools.pack.areas if area.questions_for(Stream.PERSON)]
        self.areas = TodayRows(
            [
                QuietChoice(area.id, area.short_title, picture=area.picture, pictures=tools.pictures)
                for area in asked
            ],
            text(answer_mode.DAY_FIRST),
        )
        self.areas.set_today(day.left_out, day.areas)
        self.areas.kept_last.connect(lambda: self.notice(text(answer_mode.DAY_ONE_STAYS)))
        self.ways = TodayRows(
            [QuietChoice(way, text(answer_mode.WAYS[way])) for way in WAYS if way != ALWAYS],
            text(answer_mode.DAY_FIRST),
            always=(ALWAYS, text(answer_mode.WAYS[ALWAYS])),
            one_first=True,
        )
        self.ways.set_today([way for way in WAYS if way not in day.ways], [day.way])
        columns = SideBySide(COLUMN_EM)
        self._column(columns, answer_mode.DAY_AREAS, self.areas)
        self._column(columns, answer_mode.DAY_WAYS, self.ways, answer_mode.DAY_WAYS_HINT)
        self.add(columns)
        self._add_ways_on()

    def day(self) -> DayPlan:
        """The day with what is chosen here now."""
        ways = tuple(way for way in WAYS if way not in self.ways.left_out)
        return replace(
            self._day,
            areas=self.areas.firsts,
            left_out=self.areas.left_out,
            ways=ways,
            way=self.ways.firsts[0],
        ).settled()

    def _column(self, columns: SideBySide, title: str, rows: TodayRows, hint: str = "") -> None:
        """A heading with its rows, as one part that is not torn apart."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        heading = Heading(self.tools.text(title))
        rows.setAccessibleName(heading.text())
        column.addWidget(heading)
        column.addWidget(rows)
        self.readings.append(Reading(heading.text(), heading))
        self.readings += [Reading(choice.accessibleName()) for choice in rows.choices]
        if hint:
            label = BodyText(self.tools.text(hint), tone=Tone.QUIET)
            column.addWidget(label)
            self.readings.append(Reading(label.text(), label))
        column.addStretch(1)
        columns.add(part)

    def _add_ways_on(self) -> None:
        """The three of them in one row where there is room: the page shall be seen whole."""
        text = self.tools.text
        holder = QWidget()
        row = WrappedRow(holder)
        row.setSpacing(0)
        for name, words in _ON.items():
            row.addWidget(self.action_button(name, text(words), main=name == "begin"))
        self.add(holder)
        hint = BodyText(text(answer_mode.DAY_BEGIN_HINT), tone=Tone.QUIET)
        self.add(hint)
        self.readings.append(Reading(hint.text(), hint))
