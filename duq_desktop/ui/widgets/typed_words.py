"""A box for a person's own words that lets none of them out of the app."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from duq_desktop.ui.theme.look import look_of

_LET_OUT = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


_ANY_HEIGHT = 16_777_215
"""Qt's own largest height."""


class TypedWords(QPlainTextEdit):
    """Several lines of typed words. ``name`` is what a screen reader calls the box.

    No history to undo is kept; nothing can be copied, cut or dragged out, and what is selected does
    not go to the system's selection. Keyboards and input methods are told not to learn from it. Tab
    leaves the box. ``limit`` is the room in bytes (UTF-8) that one sealed record has; 0 for no limit.
    """

    full_changed = Signal(bool)
    """Whether there are now more words than fit."""

    def __init__(self, name: str, *, limit: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not name.strip():
            raise ValueError("a box for words needs a name")
        self._limit = limit
        self._full = self._is_low = False
        self._wanted = 0
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhMultiLine)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.textChanged.connect(self._on_text_changed)

    def words(self) -> str:
        """What has been typed, without blank space around it."""
        return self.toPlainText().strip()

    def set_words(self, words: str) -> None:
        """Shows words, such as those kept on the screen when they could not be saved."""
        self.setPlainText(words)

    def keep_low(self, low: bool) -> None:
        """Shows two lines only, to leave the room to keys on the screen; or as many as there is room for."""
        self._is_low = low
        # In a line or two a scroll bar only covers words; the box follows the cursor by itself.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if low else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self._fit()

    def ask_for(self, height: int) -> None:
        """Takes at least ``height`` pixels, where that is more than a few lines. The style sheet has its
        own least height, so Qt's ``setMinimumHeight`` does nothing here."""
        if height != self._wanted:
            self._wanted = height
            self.updateGeometry()

    def before(self) -> str:
        """What stands before the place where typing goes on."""
        units = self.toPlainText().encode("utf-16-le")
        return units[: 2 * self.textCursor().position()].decode("utf-16-le", "replace")

    def type_in(self, text: str, *, take: int = 0) -> None:
        """Puts ``text`` where typing goes on, in place of the ``take`` characters before it."""
        cursor = self.textCursor()
        for _ in range(0 if cursor.hasSelection() else take):
            cursor.deletePreviousChar()
        if text or cursor.hasSelection():
            cursor.insertText(text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def wipe(self) -> None:
        """Empties the box; nothing is left that could be brought back."""
        self.setPlainText("")
        self.document().clearUndoRedoStacks()

    @property
    def is_full(self) -> bool:
        """Whether there are more words than one record holds."""
        return self._full

    def createMimeDataFromSelection(self) -> QMimeData | None:  # type: ignore[override]
        """Nothing: this one place serves copying, cutting, dragging and the selection clipboard.

        None, not an empty ``QMimeData``: one made here would stay in the system's clipboard and be
        deleted after Python is gone, which crashes at exit.
        """
        return None

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes pasted words without their looks."""
        if source.hasText():
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Passes over copy and cut, which would empty the clipboard, and Tab where it finds no other stop."""
        if any(event.matches(key) for key in _LET_OUT):
            event.accept()
            return
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for a few lines, so that what belongs to the box is seen with it; it may grow."""
        sizes = look_of(self).sizes
        lines = 4 if sizes.percent <= 150 else 3
        few = round(lines * sizes.body * 1.4) + 2 * sizes.pad - 12
        return QSize(super().sizeHint().width(), max(few, self._wanted))

    def minimumSizeHint(self) -> QSize:
        """One line: Qt would ask for the height of a scroll bar with both its buttons."""
        return QSize(super().minimumSizeHint().width(), 2 * look_of(self).sizes.body)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Two lines up to 150 %, one beyond."""
        sizes = look_of(self).sizes
        lines = 2 if sizes.percent <= 150 else 1
        self.setMaximumHeight(
            round(lines * sizes.body * 1.4) + 2 * sizes.pad - 12 if self._is_low else _ANY_HEIGHT
        )

    def _on_text_changed(self) -> None:
        full = bool(self._limit) and len(self.words().encode("utf-8")) > self._limit
        if full != self._full:
            self._full = full
            self.full_changed.emit(full)
