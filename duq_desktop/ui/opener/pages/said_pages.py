"""Pages of what people said: a note of what was done, whom to call, the bars of an area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.ui.opener.pages.opener_page import STEP_CONTROLS, DeskPage
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.bars_view import BarsView, MakeChart
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.flow import InRows
from duq_desktop.ui.widgets.notices import ContactCard, ContactLine, Panel
from duq_desktop.ui.widgets.text import BodyText, Tone
from duq_desktop.ui.widgets.typed_words import TypedWords
from duq_desktop.words import opener_said as words

NOTE_BYTES = 3000
"""Room of one note, in bytes."""
_REST_EM = 32
"""The height of a usual page of a note without its box, in em."""
_CONTACT_EM = 18


class NotePage(DeskPage):
    """Something to write down; Next seals it. ``about`` is what it is about, as it was said.

    ``begun`` says since when a half-written one is kept; "" for a new one.
    """

    def __init__(
        self, tools: Tools, about: Sequence[str], contacts: Sequence[tuple[str, str]], begun: str = ""
    ) -> None:
        super().__init__(tools, tools.text(words.NOTE_TITLE), controls=STEP_CONTROLS)
        self.set_control_words(Control.NEXT, tools.text(words.NOTE_SAVE))
        panel = Panel(" ".join(about))
        for sentence in about:
            label = BodyText(sentence)
            panel.add(label)
            self.readings.append(Reading(sentence, label))
        self.add(panel)
        if begun:
            self.add_line(begun, "sealed-envelope")
        self.add_line(tools.text(words.NOTE_FIELD))
        self.box = TypedWords(tools.text(words.NOTE_FIELD), limit=NOTE_BYTES)
        self.add(self.box)
        self.add_line(tools.text(words.NOTE_KEPT))
        add_contacts(self, contacts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_box()

    def _fit_box(self) -> None:
        """The box takes what a large screen leaves over."""
        self.box.ask_for(self.height() - look_of(self).sizes.body * _REST_EM)

    def missing(self) -> str:
        """What keeps the note from being sealed."""
        if self.box.is_full:
            return self.tools.text(words.NOTE_FULL)
        return "" if self.box.words() else self.tools.text(words.NOTE_EMPTY)

    def wipe(self) -> None:
        """Empties the box."""
        self.box.wipe()


def add_contacts(page: DeskPage, contacts: Sequence[tuple[str, str]]) -> None:
    """A card for each (name, number), side by side where there is room."""
    columns = InRows(_CONTACT_EM)
    if contacts:
        page.add(columns)
    for name, number in contacts:
        card = ContactCard(name, "", number, picture=page.tools.view("phone", 56))
        columns.add(card)
        page.readings += [Reading(name), Reading(number, card.number)]


@dataclass(frozen=True)
class ChartText:
    """One question with its bars: ``title`` as the person is asked, ``lines`` on who was asked how,
    ``alt`` with every figure, ``finding`` where groups do not say the same."""

    title: str
    lines: tuple[str, ...]
    make: MakeChart
    alt: str
    finding: str = ""


class ChartsPage(DeskPage):
    """The bars of one area, question under question."""

    def __init__(self, tools: Tools, title: str, charts: Sequence[ChartText], lines: Sequence[Line]) -> None:
        super().__init__(tools, title, lines=lines, controls=STEP_CONTROLS)
        self.views: list[BarsView] = []
        for chart in charts:
            self._add_chart(chart)

    def _add_chart(self, chart: ChartText) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        title = ContactLine(chart.title)
        title.set_inset(3)
        column.addWidget(title)
        self.readings.append(Reading(chart.title, title))
        for line in chart.lines:
            label = BodyText(line, tone=Tone.QUIET)
            column.addWidget(label)
            self.readings.append(Reading(line, label))
        view = BarsView(chart.make, chart.alt)
        self.views.append(view)
        column.addWidget(view)
        self.readings.append(Reading(chart.alt))
        if chart.finding:
            panel = Panel(chart.finding, ground="notice")
            label = BodyText(chart.finding)
            panel.add(label)
            column.addWidget(panel)
            self.readings.append(Reading(chart.finding, label))
        self.add(holder)
