"""Rows for a facilitator: each says whether something counts today, and beside it whether it comes first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.answers import Choice, QuietChoice
from duq_desktop.ui.widgets.buttons import RESTYLED
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.text import BodyText


class FirstChoice(QuietChoice):
    """One short word: room is kept between it and its tick, however close the page stands."""

    def _fit(self, look: Look) -> None:
        super()._fit(look)
        margins, room = self._row.contentsMargins(), look.sizes.gap // 2
        if self.isRightToLeft():
            margins.setLeft(margins.left() + room)
        else:
            margins.setRight(margins.right() + room)
        self._row.setContentsMargins(margins)


class TodayRows(QWidget):
    """``choices`` say what counts today; one without a choice (``always``) is words alone and always counts.

    ``first`` is the word on the buttons beside them. With ``one_first`` exactly one comes first; else as many
    as are wanted. What does not count does not come first, and what is to come first counts. The last one
    that counts stays: ``kept_last`` says so.
    """

    kept_last = Signal()

    def __init__(
        self,
        choices: Sequence[QuietChoice],
        first: str,
        *,
        always: tuple[str, str] | None = None,
        one_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.today = {choice.option_id: choice for choice in choices}
        self._one_first = one_first
        self._always = always[0] if always is not None else ""
        names = [always] if always is not None else []
        names += [(choice.option_id, choice.words()) for choice in choices]
        self.first = {key: self._first_button(key, first, words) for key, words in names}
        self._lines: list[RowOrColumn] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for key, words in names:
            self._add_line(self.today.get(key) or BodyText(words), self.first[key])
        for choice in choices:
            choice.setChecked(True)
            choice.toggled.connect(lambda on, key=choice.option_id: self._on_today(key, on))
        self._refresh()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every choice, in reading order."""
        pairs = [(self.today.get(key), first) for key, first in self.first.items()]
        return tuple(each for pair in pairs for each in pair if each is not None)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of what does not count today."""
        return tuple(key for key, choice in self.today.items() if not choice.isChecked())

    @property
    def firsts(self) -> tuple[str, ...]:
        """The ids of what comes first."""
        return tuple(key for key, choice in self.first.items() if choice.isChecked())

    def set_today(self, left_out: Collection[str], firsts: Collection[str]) -> None:
        """Show a state, as if pressed."""
        for key in firsts:
            if key in self.first:
                self.first[key].setChecked(True)
        for key in left_out:
            if key in self.today:
                self.today[key].setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._refresh()

    def _first_button(self, key: str, first: str, words: str) -> QuietChoice:
        button = FirstChoice(key, first)
        button.set_words(first, name=f"{first}: {words}")
        button.setChecked(self._one_first and key == self._always)
        button.toggled.connect(lambda on: self._on_first(key, on))
        return button

    def _add_line(self, what: QWidget, first: QuietChoice) -> None:
        if isinstance(what, BodyText):
            what.set_inset(HALO)
        line = RowOrColumn(first_grows=True)
        self._column.addLayout(line)
        line.addWidget(what)
        line.addWidget(first)
        self._lines.append(line)

    def _on_today(self, key: str, on: bool) -> None:
        if on:
            return
        if not self._always and len(self.left_out) == len(self.today):
            self.today[key].setChecked(True)
            self.kept_last.emit()
        else:
            self.first[key].setChecked(False)

    def _on_first(self, key: str, on: bool) -> None:
        if on and key in self.today:
            self.today[key].setChecked(True)
        if not self._one_first:
            return
        if on:
            for other, button in self.first.items():
                if other != key:
                    button.setChecked(False)
        elif not self.firsts:
            self.first[self._always].setChecked(True)

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        self._column.setSpacing(0)
        for line in self._lines:
            line.setSpacing(0)
            line.keep_row(sizes.percent <= 200)
