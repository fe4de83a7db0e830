"""The first page: one big way in for the person, smaller ones for everybody else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.theme.look import Look
from duq_desktop.ui.widgets.buttons import BigButton, WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.flow import WrappedRow
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.text import BodyText, Tone
from duq_desktop.words import about, handing, person

ROW_GAP = 10
WAY_PICTURE = 48


WELCOME_GROWTH, START_GROWTH = 1.4, 1.35
"""How much larger the greeting and the word on the main way in are than on other pages."""


class StartButton(BigButton):
    """The main way in, larger than any other button."""

    lowest = 84
    closeness = 1.8
    mark_size = 1.4

    def _fit(self, look: Look) -> None:
        self.label.set_growth(START_GROWTH)
        super()._fit(look)


class StartPage(Page):
    """``chosen`` carries which way in was pressed: start, again, like, family, staff, opener, about or day.

    ``key_words`` are the four words of the opener's key, to compare with the recovery sheet. ``closes``:
    in answer mode the way to the opener is the way to close the app. ``sets_up``: there is a way to set
    the computer up for the day.
    """

    chosen = Signal(str)

    def __init__(self, tools: Tools, key_words: str, *, closes: bool = False, sets_up: bool = False) -> None:
        shown = frozenset({Control.LISTEN, Control.TELL})
        super().__init__(
            tools, tools.text(person.WELCOME_TITLE), picture=tools.picture("welcome"), shown=shown
        )
        self.body.welcomes = True
        self.heading.set_growth(WELCOME_GROWTH)
        for concept, line in person.WELCOME_LINES:
            self.add_line(tools.text(line), "" if concept == "welcome" else concept)
        self.buttons: dict[str, WordButton] = {}
        start = StartButton(tools.text(person.START), mark=Mark.NEXT, main=True)
        self._row([("start", start)])
        self._row(
            [
                ("again", self._way(person.BEEN_HERE, "your-sign")),
                ("like", self._way(person.HOW_I_LIKE_IT, "text-size")),
                ("about", self._way(about.ABOUT)),
            ]
        )
        others = BodyText(tools.text(person.FOR_OTHERS), tone=Tone.QUIET)
        self.add(others)
        self._row(
            [
                ("family", self._way(person.FOR_FAMILIES)),
                ("staff", self._way(person.FOR_STAFF)),
                ("opener", self._way(handing.CLOSE_THE_APP if closes else person.FOR_OPENER)),
                *([("day", self._way(handing.DAY))] if sets_up else []),
            ]
        )
        here = [tools.text(handing.TODAY_AT, place=tools.home.place)] if tools.home.place else []
        below = " ".join([*here, tools.text(person.KEY_WORDS, words=key_words)])
        self.add(BodyText(below, tone=Tone.QUIET))
        self.readings += [Reading(line) for line in here]

    def _way(self, words: str, concept: str = "") -> WordButton:
        """A smaller way in; those for the person have a picture."""
        picture = self.tools.picture(concept)
        return WordButton(
            self.tools.text(words),
            picture=picture if picture.file is not None else None,
            pictures=self.tools.pictures,
            picture_side=WAY_PICTURE,
        )

    def _row(self, ways: list[tuple[str, WordButton]]) -> None:
        holder = QWidget()
        row = WrappedRow(holder)
        row.setSpacing(ROW_GAP)
        for name, button in ways:
            button.clicked.connect(lambda _checked=False, way=name: self.chosen.emit(way))
            self.buttons[name] = button
            row.addWidget(button)
            self.readings.append(Reading(button.words()))
        self.add(holder)
