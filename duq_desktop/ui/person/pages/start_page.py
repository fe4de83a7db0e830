"""The first page: one big way in for the person, smaller ones for everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.theme.look import Look
from duq_desktop.ui.theme.script import in_its_language
from duq_desktop.ui.widgets.buttons import BigButton, WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.flow import WrappedRow
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.text import BodyText, Tone
from duq_desktop.words import about, answer_mode, person, switches

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
    ``language_chosen`` carries the code of another language; each stands there by its own name.

    ``key_words`` are the four words of the opener's key, to compare with the recovery sheet. ``closes``:
    in answer mode the way to the opener is the way to close the app. ``sets_up``: there is a way to set
    the computer up for the day.
    """

    chosen = Signal(str)
    language_chosen = Signal(str)

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
        self.languages: dict[str, WordButton] = {}
        start = StartButton(tools.text(person.START), mark=Mark.NEXT, main=True)
        self._row([("start", start)], self._language_buttons())
        self._row(
            [
                ("again", self._way(person.BEEN_HERE, "your-sign")),
                ("like", self._way(person.HOW_I_LIKE_IT, "text-size")),
                ("about", self._way(about.ABOUT)),
            ]
        )
        self._switch_line = BodyText(tools.text(switches.HOLD_LINE), tone=Tone.QUIET)
        self._switch_reading = Reading(self._switch_line.text(), self._switch_line)
        self.add(self._switch_line)
        self.readings.append(self._switch_reading)
        others = BodyText(tools.text(person.FOR_OTHERS), tone=Tone.QUIET)
        self.add(others)
        self._row(
            [
                ("family", self._way(person.FOR_FAMILIES)),
                ("staff", self._way(person.FOR_STAFF)),
                ("opener", self._way(answer_mode.CLOSE_THE_APP if closes else person.FOR_OPENER)),
                *([("day", self._way(answer_mode.DAY))] if sets_up else []),
            ]
        )
        here = [tools.text(answer_mode.TODAY_AT, place=tools.home.place)] if tools.home.place else []
        below = " ".join([*here, tools.text(person.KEY_WORDS, words=key_words)])
        self.add(BodyText(below, tone=Tone.QUIET))
        self.readings += [Reading(line) for line in here]

    def tell_of_switch(self, told: bool) -> None:
        """Whether the page says how to begin with nothing but a switch."""
        self._switch_line.setVisible(told)

    def utterances(self) -> Sequence[Reading]:
        """What shows."""
        hidden = self._switch_line.isHidden()
        return tuple(each for each in self.readings if not (hidden and each is self._switch_reading))

    def _language_buttons(self) -> Iterator[WordButton]:
        """The others by their own names, in their own letters: who looks for one finds it unread."""
        for each in self.tools.others:
            button = WordButton(each.name)
            in_its_language(button, each.code, each.font)
            button.clicked.connect(lambda _checked=False, code=each.code: self.language_chosen.emit(code))
            self.languages[each.code] = button
            self.readings.append(Reading(each.name, language=each.code))
            yield button

    def _way(self, words: str, concept: str = "") -> WordButton:
        """A smaller way in; those for the person have a picture."""
        picture = self.tools.picture(concept)
        return WordButton(
            self.tools.text(words),
            picture=picture if picture.file is not None else None,
            pictures=self.tools.pictures,
            picture_side=WAY_PICTURE,
        )

    def _row(self, ways: list[tuple[str, WordButton]], more: Iterable[WordButton] = ()) -> None:
        holder = QWidget()
        row = WrappedRow(holder)
        row.setSpacing(ROW_GAP)
        for name, button in ways:
            button.clicked.connect(lambda _checked=False, way=name: self.chosen.emit(way))
            self.buttons[name] = button
            row.addWidget(button)
            self.readings.append(Reading(button.words()))
        for button in more:
            row.addWidget(button)
        self.add(holder)
