"""Pages of cards: one for each thing said, each session, each quote. A few on a page, then Next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.opener.pages.distinct_names import distinct_names
from duq_desktop.ui.opener.pages.opener_page import STEP_CONTROLS, DeskPage
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.answers import QuietChoice
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.flow import InRows
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.notices import ContactLine, Panel
from duq_desktop.ui.widgets.text import BodyText, Tone
from duq_desktop.words import opener_said as words

ON_A_PAGE = 8
"""Cards on one page: more make it slow to build and long to scroll."""
SIGN_SIDE = 56
CARD_EM = 24
"""Cards stand in two columns where each is so wide, in em."""


@dataclass(frozen=True)
class Card:
    """One card: ready words. ``title`` in heavy letters, quiet ``lines``, then what was ``said``, a ``quote``
    word for word, and what comes ``after`` it.

    ``pictures`` are the person's sign; ``action`` is the word of its button ("" for none), ``picks``
    the words of what can be ticked on it, by name, and ``picked`` those that are.
    """

    key: str
    title: str
    lines: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    quote: str = ""
    pictures: tuple[Picture, ...] = ()
    after: tuple[str, ...] = ()
    action: str = ""
    picks: tuple[tuple[str, str], ...] = ()
    picked: frozenset[str] = field(default_factory=frozenset)


def card_names(tools: Tools, cards: Sequence[Card]) -> list[str]:
    """What a screen reader calls each card: its title, and as much more as no other card on the page has."""
    names = []
    for number, card in enumerate(cards, 1):
        title, who = card.title, ", ".join((card.title, *card.lines[:2]))
        told = f"{who}, {card.quote}" if card.quote else who
        last = tools.text(words.CARD_NUMBER, name=who, number=number)
        names.append((title, ", ".join((title, *card.lines[:1])), who, told, last))
    return distinct_names(names)


class CardPanel(Panel):
    """A card on the page. ``name`` tells its controls from those of the other cards."""

    def __init__(self, tools: Tools, card: Card, name: str) -> None:
        super().__init__(card.title)
        self.button: WordButton | None = None
        self.choices: dict[str, QuietChoice] = {}
        self.readings: list[Reading] = []
        self._say(card.title, ContactLine(card.title))
        if card.pictures:
            self._add_sign(tools, card.pictures)
        for line in card.lines:
            self._say(line, BodyText(line, tone=Tone.QUIET))
        for line in (*card.said, *([card.quote] if card.quote else []), *card.after):
            self._say(line, BodyText(line))
        self._words.addStretch(1)  # beside a higher card the lines stay together, and the buttons in one line
        for pick, pick_words in card.picks:
            choice = QuietChoice(pick, pick_words)
            choice.set_words(pick_words, name=f"{pick_words}: {name}")
            choice.setChecked(pick in card.picked)
            self.choices[pick] = choice
            self._add_held(choice)
        if card.action:
            self.button = WordButton(card.action, name=f"{card.action}: {name}")
            self._add_held(self.button)

    def _say(self, text: str, label: BodyText | ContactLine) -> None:
        self.add(label)
        self.readings.append(Reading(text, label))

    def _add_sign(self, tools: Tools, pictures: Sequence[Picture]) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for picture in pictures:
            view = tools.view_of(picture, SIGN_SIDE)
            if view is not None:
                row.addWidget(view)
        row.addStretch(1)
        self.add(holder)

    def _add_held(self, button: WordButton) -> None:
        """A button that keeps its own width where there is room for it."""
        holder = QWidget()
        row = RowOrColumn(holder)
        row.addWidget(button)
        self.add(holder)


class CardsPage(DeskPage):
    """Shows the cards of one page. ``card_acted`` carries the key of the card whose button was pressed,
    ``picked`` a card's key, what was ticked and whether it is now."""

    card_acted = Signal(str)
    picked = Signal(str, str, bool)

    def __init__(
        self,
        tools: Tools,
        title: str,
        cards: Sequence[Card],
        *,
        lines: Sequence[Line] = (),
        actions: Sequence[tuple[str, str]] = (),
        progress: QWidget | None = None,
        controls: Collection[Control] = STEP_CONTROLS,
    ) -> None:
        super().__init__(tools, title, lines=lines, progress=progress, controls=controls)
        for name, action_words in actions:
            self.add_action(name, action_words)
        self.cards: dict[str, CardPanel] = {}
        columns = InRows(CARD_EM)
        for card, name in zip(cards, card_names(tools, cards), strict=True):
            columns.add(self._panel(card, name))
        if cards:
            self.add(columns)

    def _panel(self, card: Card, name: str) -> CardPanel:
        panel = CardPanel(self.tools, card, name)
        self.cards[card.key] = panel
        self.readings += panel.readings
        if panel.button is not None:
            panel.button.clicked.connect(lambda: self.card_acted.emit(card.key))
        for pick, choice in panel.choices.items():
            choice.toggled.connect(lambda on, pick=pick: self.picked.emit(card.key, pick, on))
        return panel
