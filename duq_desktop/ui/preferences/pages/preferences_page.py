"""How I like it: a first page with what is set now, and small pages with one thing to choose on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.answers import AnswerCard, Cards, Choice
from duq_desktop.ui.widgets.buttons import BigButton, WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.samples import Sample, SampleCard
from duq_desktop.words import preferences

CONTROLS = frozenset({Control.LISTEN, Control.HIDE, Control.BACK, Control.TELL, Control.NEXT})
KEEP, BRING, UNDO, FORGET = "keep", "bring", "undo", "forget"
PICKED, MORE, TRY = "picked", "more", "try"
LANGUAGE = "language"
"""The row that leads to a page of its own (see ``language_page``)."""
_GAP = 4
"""Between the rows, in pixels; each brings its own room for the focus ring."""


@dataclass(frozen=True)
class Row:
    """One line of the first page: the id of what it changes, its picture, what is set now."""

    id: str
    concept: str
    words: str


@dataclass(frozen=True)
class Offer:
    """One thing to choose on a step: its value, its words, its picture (by concept, or itself) or sample."""

    value: object
    words: str
    concept: str = ""
    sample: Sample | None = None
    picture: Picture | None = None


class PreferencesPage(Page):
    """What is set now. ``acted`` carries the id of a row, or "keep", "bring", "undo", "forget".

    Next says "This is fine": one press for who changes nothing. ``lines`` say why it is shown.
    """

    def __init__(
        self,
        tools: Tools,
        title: str,
        rows: Sequence[Row],
        *,
        lines: Sequence[Line] = (),
        others: Sequence[tuple[str, str, Mark]] = (),
    ) -> None:
        super().__init__(tools, tools.text(title), shown=CONTROLS)
        self.set_control_words(Control.NEXT, tools.text(preferences.FINE))
        for concept, line in lines:
            self.add_line(line, concept)
        self.buttons: dict[str, WordButton] = {}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for row in rows:
            picture = tools.picture(row.concept)
            button: WordButton = BigButton(
                row.words,
                name=tools.text(preferences.ROW_NAME, row=row.words),
                picture=picture if picture.file is not None else None,
                pictures=tools.pictures,
                picture_side=44,
            )
            self._take(row.id, button, row.words)
            column.addWidget(button)
        self.add(holder)
        self.body.let_grow(self.buttons.values())
        below = QWidget()
        flow = RowOrColumn(below)
        flow.setSpacing(_GAP)
        for name, words, mark in others:
            button = WordButton(tools.text(words), mark=mark)
            self._take(name, button, button.words())
            flow.addWidget(button)
        self.add(below)

    def _take(self, name: str, button: WordButton, words: str) -> None:
        self.buttons[name] = button
        button.clicked.connect(lambda: self.acted.emit(name))
        self.readings.append(Reading(words))


class StepPage(Page):
    """One thing to choose, always one chosen, put on at once: ``acted`` tells "picked" of another value.

    It tells "undo" of going back to how it was when the page came, "more" of a further button at the end of
    the choices, and "try" of one that lets the choice be heard.
    """

    def __init__(
        self,
        tools: Tools,
        title: str,
        offers: Sequence[Offer],
        chosen: object,
        *,
        concept: str = "",
        more: str = "",
        tries: str = "",
    ) -> None:
        super().__init__(
            tools, tools.text(title), shown=CONTROLS, picture=tools.picture(concept) if concept else None
        )
        self._offers = tuple(offers)
        self._settling = False
        self._at_first = chosen
        self.cards = tuple(self._card(offer) for offer in self._offers)
        self.choose(chosen)
        for card in self.cards:
            card.toggled.connect(self._on_toggled)
        cards = Cards(self.cards)
        cards.numbered = True
        self.add(cards)
        self.body.let_grow(self.cards)
        self.readings += [Reading(offer.words) for offer in self._offers]
        self.others: dict[str, WordButton] = {}
        for name, words, mark in ((MORE, more, Mark.MORE), (TRY, tries, Mark.LISTEN)):
            if words:
                self._add_other(name, words, mark)
        self.undo = WordButton(tools.text(preferences.BACK_TO_HOW), mark=Mark.UNDO)
        self.undo.clicked.connect(self._undo)
        self.add(self.undo)

    @property
    def chosen(self) -> object:
        """The value that is chosen; None where what counts is not among those offered here."""
        pairs = zip(self._offers, self.cards, strict=True)
        return next((offer.value for offer, card in pairs if card.isChecked()), None)

    def choose(self, value: object) -> None:
        """Shows ``value`` as chosen, without telling."""
        self._settling = True
        for offer, card in zip(self._offers, self.cards, strict=True):
            card.setChecked(offer.value == value)
        self._settling = False

    def _card(self, offer: Offer) -> Choice:
        if offer.sample is not None:
            return SampleCard(str(offer.value), offer.words, offer.sample)
        picture = self.tools.picture(offer.concept) if offer.concept else offer.picture
        shown = picture if picture is not None and picture.file is not None else None
        return AnswerCard(str(offer.value), offer.words, picture=shown, pictures=self.tools.pictures)

    def _add_other(self, name: str, words: str, mark: Mark) -> None:
        button = WordButton(self.tools.text(words), mark=mark)
        button.clicked.connect(lambda: self.acted.emit(name))
        self.others[name] = button
        self.add(button)
        self.readings.append(Reading(button.words()))

    def _on_toggled(self, _on: bool) -> None:
        """Pressing what is chosen leaves it chosen; there is always one."""
        if self._settling:
            return
        source = self.sender()
        value = next(o.value for o, card in zip(self._offers, self.cards, strict=True) if card is source)
        self.choose(value)
        self.acted.emit(PICKED)

    def _undo(self) -> None:
        self.choose(self._at_first)
        self.acted.emit(UNDO)
