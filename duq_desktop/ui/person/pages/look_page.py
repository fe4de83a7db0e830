"""Look at my answers: shown only when asked for, each can be changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.interview.inputs import AnswerGiven
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.buttons import BigButton, WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.words import person


class LookPage(Page):
    """The answers of this sitting, with the words that were added. Pressing one asks its question again.

    ``open_words`` is what was said to the open questions, by question; they are one press on Back away.
    Next finishes. Listen never reads what was given: whoever is near would hear it.
    """

    holds_answers = True

    change_asked = Signal(str)
    """The id of the question whose answer is to be changed."""

    def __init__(
        self, tools: Tools, answers: Mapping[str, AnswerGiven], title: str, open_words: Mapping[str, str]
    ) -> None:
        super().__init__(tools, title)
        self._answers = answers
        self._open_words = open_words
        self.said: list[BodyText] = []
        self.set_control_words(Control.NEXT, tools.text(person.LOOK_FINISH))
        self.rows: dict[str, BigButton] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        if not self.answers_given:
            self.add_line(tools.text(person.LOOK_EMPTY))
            return
        self.add_line(tools.text(person.LOOK_LINE))
        self.show_button = WordButton(tools.text(person.LOOK_SHOW), mark=Mark.MORE)
        self.show_button.clicked.connect(self._on_show)
        self.add_line(tools.text(person.LOOK_HIDDEN))
        self.add(self.show_button)
        self.add(self._list)
        self._list.hide()

    @property
    def answers_given(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self._answers or self._open_words)

    def conceal(self) -> None:
        """Hides the answers again."""
        for each in [*self.rows.values(), *self.said]:
            each.deleteLater()
        self.rows, self.said = {}, []
        self._list.hide()
        if self.answers_given:
            self.show_button.set_words(self.tools.text(person.LOOK_SHOW))

    def _on_show(self) -> None:
        if self.rows or self.said:
            self.conceal()
            return
        for question_id, answer in self._answers.items():
            self.rows[question_id] = self._row(question_id, answer)
            self._column.addWidget(self.rows[question_id])
        for question, said in self._open_words.items():
            self.said.append(BodyText(f"{question} {_quoted(said)}"))
            self._column.addWidget(self.said[-1])
        self._list.show()
        self.show_button.set_words(self.tools.text(person.LOOK_HIDE))

    def _row(self, question_id: str, answer: AnswerGiven) -> BigButton:
        question = self.tools.pack.question(question_id)
        words = " ".join(filter(None, [question.prompt, self._label(answer), _quoted(answer.words)]))
        row = BigButton(words, picture=question.picture, pictures=self.tools.pictures)
        row.said = question.prompt
        row.clicked.connect(lambda: self.change_asked.emit(question_id))
        return row

    def _label(self, answer: AnswerGiven) -> str:
        chosen = answer.answer or (answer.status.value if answer.status else "later")
        option = self.tools.pack.options.get(chosen) or self.tools.pack.options["later"]
        return option.label


def _quoted(words: str) -> str:
    """The person's own words between the marks that say so; nothing stays nothing."""
    return f"“{words}”" if words else ""
