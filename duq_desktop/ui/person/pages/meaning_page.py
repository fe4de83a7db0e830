"""What a question means, and only here "I don't understand": never more than five choices at once."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal

from duq_desktop.content.model import Question
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.answers import QuietChoice
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import person


class MeaningPage(Page):
    """Explains one question. Next and Back both lead back to it."""

    not_understood = Signal(str, bool)
    """The question's id, and whether "I don't understand" is chosen."""

    def __init__(self, tools: Tools, question: Question, *, unclear: bool = False) -> None:
        shown = frozenset({Control.LISTEN, Control.HIDE, Control.BACK, Control.TELL})
        super().__init__(tools, question.prompt, picture=question.picture, shown=shown)
        self.add_line(question.meaning)
        for hard in question.hard_words:
            self.add_line(tools.text(person.HARD_WORD, word=hard.word.capitalize(), meaning=hard.meaning))
        option = tools.pack.options["dont_understand"]
        self.unclear = QuietChoice(option.id, option.label, picture=option.picture, pictures=tools.pictures)
        self.unclear.setChecked(unclear)
        self.unclear.toggled.connect(lambda on: self.not_understood.emit(question.id, on))
        self._hidden = False
        self.add(self.unclear)

    def conceal(self) -> None:
        """Takes the choice off the page without taking it back."""
        self._hidden = self._hidden or self.unclear.isChecked()
        self._set(False)

    @property
    def hides_something(self) -> bool:
        """Whether "I don't understand" is hidden."""
        return self._hidden

    def reveal(self) -> None:
        """Shows the choice again."""
        self._set(self._hidden or self.unclear.isChecked())
        self._hidden = False

    def _set(self, on: bool) -> None:
        """Shows another state of the choice; it says nothing to the question."""
        with QSignalBlocker(self.unclear):
            self.unclear.setChecked(on)
        self.unclear.update()
