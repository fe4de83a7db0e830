"""The answers of a question: big cards, smaller non-answers, and what keeps them one of many.

No ``QButtonGroup``: an exclusive group lets Tab visit one of its buttons only. A screen reader's
"toggle" changes the state without a click, so the set listens to ``toggled``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.theme.tokens import MIN_CARD, MIN_TARGET
from duq_desktop.ui.widgets.buttons import RESTYLED, HearButton, WordButton
from duq_desktop.ui.widgets.flow import WrappedRow
from duq_desktop.ui.widgets.layouts import Cells, RowOrColumn
from duq_desktop.ui.widgets.surface import Surface, tick_radius
from duq_desktop.ui.widgets.text import LARGE_TO


class Choice(WordButton):
    """Something to choose, and to take back by pressing again. A check box to a screen reader."""

    badge = 1.0
    """The size of the tick in the corner, as a part of the common size."""

    def __init__(
        self,
        option_id: str,
        words: str,
        *,
        picture: Picture | None = None,
        pictures: PictureCache | None = None,
        picture_side: int = 64,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, picture=picture, pictures=pictures, picture_side=picture_side, parent=parent)
        self.option_id = option_id
        self.setCheckable(True)

    def grow_picture(self, by: float) -> bool:
        """To 150 % text: beyond that cards stand in narrow columns, where one could grow and another not."""
        return super().grow_picture(by if look_of(self).sizes.percent <= LARGE_TO else 1.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from choice to choice, past what lies between; Tab goes everywhere."""
        place = self.parentWidget()
        if isinstance(place, Cards) and place.go_by_arrow(self, Qt.Key(event.key())):
            return
        super().keyPressEvent(event)

    def _surface(self) -> Surface:
        return Surface(
            ground="chosen" if self.isChecked() else self.ground,
            edge=self.edge,
            focused=self.hasFocus(),
            pressed=self.isDown(),
            hovered=self.underMouse(),
            chosen=self.isChecked(),
            tick=self.badge,
        )

    def _fit(self, look: Look) -> None:
        super()._fit(look)
        badge = round(2 * tick_radius(look, self.badge))
        margins = self._row.contentsMargins()
        if self.isRightToLeft():
            margins.setLeft(margins.left() + badge)
        else:
            margins.setRight(margins.right() + badge)
        self._row.setContentsMargins(margins)


class AnswerCard(Choice):
    """A big answer: the whole card is the target. ``option_id`` is what is stored."""

    lowest = MIN_CARD
    closeness = 0.8


class QuietChoice(Choice):
    """A non-answer such as "I don't know": smaller than an answer, and as easy to reach."""

    lowest = MIN_TARGET
    closeness = 0.55
    badge = 0.75

    def __init__(
        self,
        option_id: str,
        words: str,
        *,
        picture: Picture | None = None,
        pictures: PictureCache | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(option_id, words, picture=picture, pictures=pictures, picture_side=34, parent=parent)


CARD_EM = 14
"""A card this wide, in em, is wide enough to stand beside others: its words may go on in a second line."""


FEW_QUIET = 3
"""More smaller choices than this stand in columns, so that the eye finds its way down them."""


class Cards(QWidget):
    """Choices under one another; side by side where the page would else be too long."""

    share = 1.0
    """How much of the page's room is theirs: less on a page with several sets of choices."""
    numbered = False
    """Whether 1, 2 and 3 choose: where one of them is to be chosen, not where several may be."""

    def __init__(self, cards: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = tuple(cards)
        self.cells = Cells()
        self._lines: list[RowOrColumn] = []
        self._look: Look | None = None
        self._narrowest: float = CARD_EM
        self._build()
        self._refresh()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every choice, in reading order."""
        return self.cards

    def set_narrowest(self, em: float) -> None:
        """The width in em from which on a card may stand beside others."""
        self._narrowest = em
        self._fit(look_of(self))

    def go_by_arrow(self, source: Choice, key: Qt.Key) -> bool:
        """Gives the focus to the choice before or after ``source``; False where there is none."""
        right = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        left = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        step = {Qt.Key.Key_Down: 1, right: 1, Qt.Key.Key_Up: -1, left: -1}.get(key, 0)
        there = [choice for choice in self.choices if choice.isVisible() and choice.isEnabled()]
        place = there.index(source) + step if step and source in there else -1
        if not 0 <= place < len(there):
            return False
        there[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def set_room(self, room: int) -> None:
        """The height in pixels that the page has for its cards; ``share`` of it is for these."""
        self.cells.set_room(round(room * self.share))

    def measure_again(self) -> None:
        """Its cards are of another size."""
        for line in self._lines:
            line.invalidate()
        self.cells.invalidate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 choose a card while one of them, or what belongs to it, has the focus (WCAG 2.1.4).

        Pressed again they leave it chosen. ``KeyGuard`` keeps them away from who has turned them off.
        """
        number = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        known = self.numbered and 0 <= number < len(self.cards)
        if plain and known and not event.isAutoRepeat():
            card = self.cards[number]
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
            card.setChecked(True)
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        for card in self.cards:
            self.cells.add_line(self._line(card))
        self.setLayout(self.cells)

    def _line(self, choice: Choice) -> RowOrColumn:
        """A choice and what belongs to it; the choice takes the room."""
        line = RowOrColumn(first_grows=True)
        line.addWidget(choice)
        self._lines.append(line)
        return line

    def _refresh(self) -> None:
        """Fits the gaps to the look they stand under, if it is another one."""
        look = look_of(self)
        if look is not self._look:
            self._look = look
            self._fit(look)

    def _fit(self, look: Look) -> None:
        sizes = look.sizes
        gap = max(0, sizes.gap - 8)
        self.cells.set_measures(max(1, gap), gap, round(self._narrowest * sizes.body))
        for line in self._lines:
            line.setSpacing(0)
            line.invalidate()


class AnswerSet(Cards):
    """Answers of which none or one is chosen, each with its own button to hear it.

    ``cards`` are arranged as ``Cards`` are, ``quiet`` ones below, as many beside one
    another as fit; many of them in columns.
    ``hear`` is the word on the hear buttons; without it there are none.
    """

    numbered = True

    answered = Signal(object)
    """The chosen option's id, or None when the choice was taken back."""

    heard = Signal(str)
    """The id of the option whose hear button was pressed."""

    def __init__(
        self,
        cards: Sequence[Choice],
        quiet: Sequence[Choice] = (),
        *,
        hear: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.quiet = tuple(quiet)
        self.hear_buttons: dict[str, HearButton] = {}
        self._hear = hear
        self._settling = False
        super().__init__(cards, parent)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every choice, in reading order."""
        return self.cards + self.quiet

    @property
    def chosen(self) -> str | None:
        """The id of what is chosen now, or None."""
        return next((choice.option_id for choice in self.choices if choice.isChecked()), None)

    def choose(self, option_id: str | None) -> None:
        """Sets what is chosen, as if pressed; None takes the choice back. Raises ``KeyError``."""
        wanted = self.chosen if option_id is None else option_id
        if wanted is not None:
            {choice.option_id: choice for choice in self.choices}[wanted].setChecked(option_id is not None)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for card in self.cards:
            self.cells.add_line(self._line(card))
        self._below = WrappedRow() if len(self.quiet) <= FEW_QUIET else Cells()
        for choice in self.quiet:
            line = self._line(choice)
            self._below.add_line(line) if isinstance(self._below, Cells) else self._below.addItem(line)
        self._column.addLayout(self.cells)
        self._column.addLayout(self._below)

    def _line(self, choice: Choice) -> RowOrColumn:
        line = super()._line(choice)
        choice.toggled.connect(self._on_toggled)
        if self._hear:
            button = HearButton(self._hear, choice.words(), closeness=choice.closeness, parent=self)
            button.clicked.connect(self._on_hear)
            self.hear_buttons[choice.option_id] = button
            line.addWidget(button)
        return line

    def _fit(self, look: Look) -> None:
        super()._fit(look)
        gap = look.sizes.gap
        self._column.setSpacing(max(0, gap - 8))
        if isinstance(self._below, Cells):
            self._below.set_measures(gap, 0, CARD_EM * look.sizes.body)
            self._below.set_room(0)
        else:
            self._below.set_gaps(max(1, gap - 8), max(1, gap - 8))

    def _on_toggled(self, on: bool) -> None:
        """The one place that keeps one of many: whoever pressed, and however."""
        source = self.sender()
        if self._settling:
            return
        if on:
            self._settling = True
            for choice in self.choices:
                if choice is not source and choice.isChecked():
                    choice.setChecked(False)
            self._settling = False
        self.answered.emit(self.chosen)

    def _on_hear(self) -> None:
        source = self.sender()
        for option_id, button in self.hear_buttons.items():
            if button is source:
                self.heard.emit(option_id)
