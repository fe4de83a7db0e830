"""A sign of two pictures or more: picked at the start, and picked again to come back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import SignPicture
from duq_desktop.interview.inputs import SignGiven
from duq_desktop.interview.signs import LEAST, MOST
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading_page import ReadingPage
from duq_desktop.ui.pages.texts import ReadingText
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.flow import WrappedRow
from duq_desktop.ui.widgets.text import Heading
from duq_desktop.ui.widgets.tiles import Tile, Tiles
from duq_desktop.words import person

SIGN_SIDE = 180
"""The side of each picture of a person's own sign, in pixels at 100 %."""


class SignGrid(Tiles):
    """The sign pictures in rows; at most ``most`` are picked, one more takes the place of the first."""

    changed = Signal()

    def __init__(self, tools: Tools, signs: Sequence[SignPicture]) -> None:
        self.cards = {
            sign.id: Tile(sign.id, sign.label, picture=sign.picture, pictures=tools.pictures)
            for sign in signs
        }
        self.picked: list[str] = []
        self.most = LEAST
        super().__init__(tuple(self.cards.values()))
        for card in self.cards.values():
            card.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        source = self.sender()
        sign = next(name for name, card in self.cards.items() if card is source)
        if on:
            self.picked.append(sign)
            if len(self.picked) > self.most:
                self.cards[self.picked[0]].setChecked(False)
        elif sign in self.picked:
            self.picked.remove(sign)
        self.changed.emit()


class SignPage(Page):
    """Pick two pictures; once there is room (``make_room``) one more. ``title`` and ``line`` say what for."""

    def __init__(self, tools: Tools, *, title: str = person.SIGN_TITLE, line: str = person.SIGN_LINE) -> None:
        super().__init__(tools, tools.text(title))
        self.add_line(tools.text(line))
        self.grid = SignGrid(tools, tools.pack.signs)
        self._hidden: list[str] = []
        self.add(self.grid)

    def given(self) -> SignGiven:
        """The pictures in the order picked. Call it only when nothing is ``missing``."""
        first, second, *more = self._picks()
        return SignGiven(first, second, tuple(more))

    @property
    def has_room(self) -> bool:
        """Whether one more picture can be picked."""
        return len(self._picks()) < self.grid.most

    def make_room(self) -> bool:
        """Let one more picture be picked than there are; whether that is so now."""
        self.grid.most = min(MOST, max(self.grid.most, len(self._picks()) + 1))
        return self.has_room

    def missing(self) -> str:
        """Asks for two pictures."""
        return "" if len(self._picks()) >= LEAST else self.tools.text(person.PICK_TWO)

    def conceal(self) -> None:
        """Takes the picks off the page; they count until others are picked."""
        self._hidden = self._picks()
        for card in self.grid.cards.values():
            card.setChecked(False)

    @property
    def hides_something(self) -> bool:
        """Whether picks are hidden."""
        return bool(self._hidden)

    def reveal(self) -> None:
        """Shows the picks again, unless others were picked meanwhile."""
        hidden, self._hidden = self._hidden, []
        if not self.grid.picked:
            for name in hidden:
                self.grid.cards[name].setChecked(True)

    def _picks(self) -> list[str]:
        return list(self.grid.picked) or self._hidden


class SignIsPage(ReadingPage):
    """The sign that was picked, large, to keep in mind."""

    def __init__(self, tools: Tools, shown_text: ReadingText, sign: str) -> None:
        known = {each.id: each for each in tools.pack.signs}
        self.signs = tuple(known[name] for name in sign.split("+"))
        *before, last = (each.label for each in self.signs)
        super().__init__(tools, shown_text, first=", ".join(before), second=last)
        holder = QWidget()
        row = WrappedRow(holder)
        for each in self.signs:
            row.addWidget(_large(tools, each))
        self.add(holder)


def _large(tools: Tools, sign: SignPicture) -> QWidget:
    """One picture of the sign with its word below."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    view = tools.view_of(sign.picture, SIGN_SIDE)
    if view is not None:
        column.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
    label = Heading(sign.label)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(label)
    return holder
