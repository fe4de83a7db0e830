"""The keys on the screen that a page offers beside a box to type in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.screen_keys import KeyWords, ScreenKeys
from duq_desktop.ui.widgets.typed_words import TypedWords
from duq_desktop.words import pressing


def screen_keys(tools: Tools, box: TypedWords) -> ScreenKeys:
    """Keys for ``box``, in the order that the person likes, with the pack's picture words to pick from."""
    text = tools.text
    words = KeyWords(
        name=text(pressing.KEYS_NAME),
        space=text(pressing.KEY_SPACE),
        delete=text(pressing.KEY_DELETE),
        undo=text(pressing.KEY_UNDO),
        to_numbers=text(pressing.KEY_NUMBERS),
        to_letters=text(pressing.KEY_LETTERS),
        rows=pressing.ROWS_ABC if tools.keys().abc else pressing.ROWS_QWERTY,
        numbers=pressing.ROWS_NUMBERS,
        names={sign: text(name) for sign, name in zip(pressing.SIGNS, pressing.SIGN_NAMES, strict=True)},
        offered=tuple(dict.fromkeys(word.label for word in tools.pack.board)),
    )
    return ScreenKeys(box, words)


class KeysOffer(QWidget):
    """The keys of ``box``, and below them the button that brings them.

    A ``low`` box stays low without them too.
    """

    def __init__(self, tools: Tools, box: TypedWords, *, low: bool = False) -> None:
        super().__init__()
        self._tools, self._box, self._low = tools, box, low
        self.keys = screen_keys(tools, box)
        self.button = WordButton(tools.text(pressing.KEYS_SHOW), mark=Mark.EDIT)
        self.button.clicked.connect(lambda: self.show_keys(self.keys.isHidden()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.keys)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_keys(tools.keys().screen_keys)

    def show_keys(self, shown: bool) -> None:
        """Brings the keys, or puts them away."""
        self.keys.setHidden(not shown)
        self.button.set_words(self._tools.text(pressing.KEYS_HIDE if shown else pressing.KEYS_SHOW))
        self._box.keep_low(shown or self._low)
