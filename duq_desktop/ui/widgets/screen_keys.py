"""Large keys on the screen for who has no keyboard: by touch, switch, staying or any other way.

They are real buttons, each with its name. What is pressed is not said aloud and is kept nowhere but in
the box: to undo, the number of letters that came in is enough. The words offered are the pack's own
picture words, in the pack's order, never what somebody typed before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.flow import WrappedRow
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.typed_words import TypedWords

AT_ONCE = 5
"""Never more words to pick from than five."""

KEY_EM = 2.6
"""A key takes at least this many em of a row, so that its letter and its ring have room."""

NO_WORD = "…"
"""Stands, unseen, where no word is offered."""

_ENDS = ".?!"


@dataclass(frozen=True)
class KeyWords:
    """What stands on the keys. ``names`` says more of a sign than the sign itself ("full stop").

    ``rows`` are the letters as they stand, ``numbers`` the other keys; ``offered`` the words to pick from.
    """

    name: str
    space: str
    delete: str
    undo: str
    to_numbers: str
    to_letters: str
    rows: Sequence[str]
    numbers: Sequence[str]
    names: Mapping[str, str] = field(default_factory=dict)
    offered: Sequence[str] = ()


class Key(WordButton):
    """One key. A click does not take the focus from the box."""

    lowest = 56
    closeness = 0.3
    strike_part = 0.4
    """Two of the same letter may follow sooner than two presses of an answer."""

    def __init__(
        self, words: str, *, name: str = "", mark: Mark | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, name=name, mark=mark, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if mark is None:
            self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _fit(self, look: Look) -> None:
        super()._fit(look)
        margins = self._row.contentsMargins()
        self._row.setContentsMargins(margins.left(), HALO + 2, margins.right(), HALO + 2)


class KeyRows(QWidget):
    """Keys in their rows; a row that is too wide goes on in the next line."""

    def __init__(self, rows: Sequence[Sequence[Key]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        widest = max(len(row) for row in self._rows)
        key = max(Key.lowest + 2 * HALO, round(KEY_EM * look_of(self).sizes.body))
        columns = min(widest, self.width() // key) if self.width() >= key else 1
        if columns == self._columns:
            return
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 0)
        self._columns, line = columns, 0
        for row in self._rows:
            for start in range(0, len(row), columns):
                for place, each in enumerate(row[start : start + columns]):
                    self._grid.addWidget(each, line, place)
                line += 1
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)


class ScreenKeys(QWidget):
    """The keys of one box. ``keys`` are those of letters, numbers and signs by what they type."""

    def __init__(self, box: TypedWords, words: KeyWords, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box, self._words = box, words
        self._undo: list[int] = []
        self._auto_space = self._is_typing = False
        self.keys: dict[str, Key] = {}
        self.setAccessibleName(words.name)
        self.letters = KeyRows([self._row(row) for row in words.rows], self)
        self.numbers = KeyRows([self._row(row) for row in words.numbers], self)
        self.space = self._tool(words.space, lambda: self._type(" "))
        self.delete = self._tool(words.delete, self._on_delete, Mark.BACK)
        self.undo = self._tool(words.undo, self._on_undo, Mark.UNDO)
        self.other = self._tool(words.to_numbers, self._on_other)
        self.offers = [self._offer() for _ in range(AT_ONCE)]
        self._build()
        box.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def _row(self, signs: str) -> list[Key]:
        row = []
        for sign in signs:
            name = self._words.names.get(sign, "")
            key = Key(sign, name=f"{sign} {name}" if name else "", parent=self)
            key.said = name
            key.clicked.connect(lambda _checked=False, sign=sign: self._type(sign))
            self.keys[sign] = key
            row.append(key)
        return row

    def _tool(self, words: str, act: Callable[[], None], mark: Mark | None = None) -> Key:
        key = Key(words, mark=mark, parent=self)
        key.closeness = 1.0
        key.clicked.connect(lambda _checked=False: act())
        return key

    def _offer(self) -> Key:
        """A place for a word to pick; which word stands there follows what was typed."""
        offer = self._tool(NO_WORD, lambda: self._pick(offer.words()))
        offer.hide()
        return offer

    def _build(self) -> None:
        self.numbers.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools, offered = RowOrColumn(first_grows=True), WrappedRow()
        for key in (self.space, self.delete, self.undo, self.other):
            tools.addWidget(key)
        for key in self.offers:
            offered.addWidget(key)
        tools.setSpacing(0)
        offered.setSpacing(0)
        column.addWidget(self.letters)
        column.addWidget(self.numbers)
        column.addLayout(tools)
        # Below the keys, so that no key moves when words come and go.
        column.addLayout(offered)

    def _type(self, sign: str) -> None:
        before = self._box.before()
        if self._auto_space and sign in self._words.names and before.endswith(" "):
            self._put("", take=1)
        self._put(sign.upper() if _begins_a_sentence(before) else sign)

    def _pick(self, word: str) -> None:
        before = self._box.before()
        begun = _begun(before)
        first = word[:1].upper() if _begins_a_sentence(before[: len(before) - len(begun)]) else word[:1]
        self._put(f"{first}{word[1:]} ", take=len(begun))
        self._auto_space = True

    def _put(self, text: str, *, take: int = 0) -> None:
        """Take ``take`` letters away and put ``text`` in; one press of undo takes ``text`` out again."""
        self._is_typing = True
        self._box.type_in(text, take=take)
        self._is_typing = self._auto_space = False
        if text:
            self._undo.append(len(text))

    def _on_delete(self) -> None:
        self._undo.clear()
        self._put("", take=1)

    def _on_undo(self) -> None:
        """The last key or the last word picked goes away again."""
        if self._undo:
            last = self._undo.pop()
            self._put("", take=last)

    def _on_other(self) -> None:
        """From letters to numbers and back."""
        to_numbers = self.numbers.isHidden()
        self.numbers.setVisible(to_numbers)
        self.letters.setVisible(not to_numbers)
        self.other.set_words(self._words.to_letters if to_numbers else self._words.to_numbers)

    def _on_text_changed(self) -> None:
        if not self._is_typing:
            self._undo.clear()  # typed otherwise, or wiped: the numbers kept no longer fit
        begun = _begun(self._box.before()).casefold()
        fitting = [word for word in self._words.offered if begun and word.casefold().startswith(begun)]
        for offer, word in zip(self.offers, [*fitting[:AT_ONCE], *[""] * AT_ONCE], strict=False):
            offer.set_words(word or NO_WORD)
            if offer.isHidden() == bool(word):
                offer.setHidden(not word)


def _begins_a_sentence(before: str) -> bool:
    """Whether what comes after ``before`` begins with a capital."""
    kept = before.rstrip()
    return not kept or (kept != before and kept[-1] in _ENDS)


def _begun(before: str) -> str:
    """The letters of the word that is being typed."""
    letters = 0
    while letters < len(before) and (before[-1 - letters].isalpha() or before[-1 - letters] == "'"):
        letters += 1
    return before[len(before) - letters :] if letters else ""
