"""Saying more with picture words: a few at a time, built into a line, with undo."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import BoardGroup, PictureWord
from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.buttons import BigButton, WordButton
from duq_desktop.ui.widgets.flow import WrappedRow
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.text import BodyText

AT_ONCE = 5
"""Never more than five things to choose from."""


@dataclass(frozen=True)
class BoardWords:
    """The board's own words: an empty line's text, and its three controls."""

    empty: str
    undo: str
    more: str
    groups: str


def in_pages(count: int, most: int = AT_ONCE) -> list[range]:
    """Shares ``count`` things out evenly over pages of at most ``most``."""
    pages = max(1, math.ceil(count / most))
    edges = [round(page * count / pages) for page in range(pages + 1)]
    return [range(start, end) for start, end in pairwise(edges)]


class PictureBoard(QWidget):
    """The board: first a kind of word, then the words of that kind, five at most at a time.

    What was picked stands above as a line of words. ``changed`` gives the ids of the words picked, in
    order. Raises ``ValueError`` for a board without groups.
    """

    changed = Signal(object)
    """The ids of the picked words, as a tuple."""

    picked = Signal(str)
    """The id of the word just added, for whoever reads it aloud."""

    shown = Signal()
    """Other choices are on the board now."""

    def __init__(
        self,
        groups: Sequence[BoardGroup],
        board: Sequence[PictureWord],
        words: BoardWords,
        pictures: PictureCache,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if not groups:
            raise ValueError("a board needs groups")
        self._groups, self._board, self._words, self._pictures = tuple(groups), tuple(board), words, pictures
        self._picked: list[PictureWord] = []
        self._group: BoardGroup | None = None
        self._page = 0
        self.choices: list[BigButton] = []
        self._build()
        self._fill()

    @property
    def picked_ids(self) -> tuple[str, ...]:
        """The ids of the picked words, in order."""
        return tuple(word.id for word in self._picked)

    @property
    def line(self) -> str:
        """The picked words as one line."""
        return " · ".join(word.label for word in self._picked)

    def wipe(self) -> None:
        """Takes every picked word away and goes back to the kinds of words."""
        self._picked.clear()
        self._show_groups()
        self._tell()

    def undo(self) -> None:
        """Takes the last picked word away."""
        if self._picked:
            self._picked.pop()
            self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.ParentChange}:
            self._refresh()

    def _build(self) -> None:
        self.label = BodyText(self._words.empty)
        self.label.set_inset(HALO)
        self.undo_button = WordButton(self._words.undo, mark=Mark.UNDO)
        self.more_button = WordButton(self._words.more, mark=Mark.MORE)
        self.groups_button = WordButton(self._words.groups, mark=Mark.BACK)
        self.undo_button.clicked.connect(self.undo)
        self.more_button.clicked.connect(self._on_more)
        self.groups_button.clicked.connect(self._show_groups)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._cards = WrappedRow()
        self._tools = WrappedRow()
        for button in (self.more_button, self.groups_button, self.undo_button):
            self._tools.addWidget(button)
        self._column.addWidget(self.label)
        self._column.addLayout(self._cards)
        self._column.addLayout(self._tools)
        self._refresh()

    def _items(self) -> Sequence[BoardGroup | PictureWord]:
        if self._group is None:
            return self._groups
        return [word for word in self._board if word.group == self._group.id]

    def _fill(self) -> None:
        """Puts the cards of the present page on the board, and keeps the focus on it."""
        had_focus = any(button.hasFocus() for button in (*self.choices, self.groups_button))
        items = self._items()
        pages = in_pages(len(items))
        self._page %= len(pages)
        self._drop_cards()
        for index in pages[self._page]:
            self._add_card(items[index])
        self.more_button.setHidden(len(pages) == 1)
        self.groups_button.setHidden(self._group is None)
        self._show_picked()
        self._chain()
        if had_focus and self.choices:
            self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit()

    def _add_card(self, item: BoardGroup | PictureWord) -> None:
        card = BigButton(item.label, picture=item.picture, pictures=self._pictures, parent=self)
        card.setProperty("item", item)
        card.clicked.connect(self._on_card)
        self._cards.addWidget(card)
        self.choices.append(card)
        card.show()

    def _drop_cards(self) -> None:
        for card in self.choices:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.choices = []

    def _chain(self) -> None:
        """Cards are made anew, so Tab has to be told their place."""
        order = [*self.choices, self.more_button, self.groups_button, self.undo_button]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _show_groups(self) -> None:
        self._group, self._page = None, 0
        self._fill()

    def _on_more(self) -> None:
        self._page += 1
        self._fill()

    def _on_card(self) -> None:
        source = self.sender()
        item = source.property("item") if source is not None else None
        if isinstance(item, BoardGroup):
            self._group, self._page = item, 0
            self._fill()
        elif isinstance(item, PictureWord):
            self._picked.append(item)
            self.picked.emit(item.id)
            self._tell()

    def _tell(self) -> None:
        """Shows the picked words without touching the cards, so that nothing jumps."""
        self._show_picked()
        self.changed.emit(self.picked_ids)

    def _show_picked(self) -> None:
        """The line of words; undo says to a screen reader which word it takes away."""
        self.undo_button.setHidden(not self._picked)
        last = f"{self._words.undo}: {self._picked[-1].label}" if self._picked else ""
        self.undo_button.set_words(self._words.undo, name=last)
        self.label.setText(self.line or self._words.empty)

    def _refresh(self) -> None:
        gap = look_of(self).sizes.gap
        self._column.setSpacing(gap)
        self._cards.setSpacing(gap // 2)
        self._tools.setSpacing(gap // 2)
