"""Own words: typed, or built from picture words. Always a choice, never a step that must be taken."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import Question, Stream
from duq_desktop.interview.inputs import AnswerGiven, WordsGiven
from duq_desktop.interview.records import WORDS_BYTES, words_size, words_that_fit
from duq_desktop.ui.access.targets import scroll_of
from duq_desktop.ui.pages.choice_page import Option, answer_set
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.pages.typing import screen_keys
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.flow import WrappedRow
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.picture_board import BoardWords, PictureBoard
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.ui.widgets.typed_words import TypedWords
from duq_desktop.words import person, pressing

TYPED, PICTURES = "typed", "pictures"


class WordsBox(QWidget):
    """The box to type in and the picture board, one at a time, and the question about the report."""

    speak_asked = Signal(object)
    full_changed = Signal(bool)

    def __init__(self, tools: Tools, stream: Stream, before: WordsGiven) -> None:
        super().__init__()
        self._tools = tools
        text = tools.text
        self.typed = TypedWords(text(person.MORE_YOUR_WORDS), limit=WORDS_BYTES[stream])
        self.typed.full_changed.connect(self.full_changed)
        self.keys = screen_keys(tools, self.typed)
        words = BoardWords(
            text(person.BOARD_EMPTY),
            text(person.MORE_UNDO),
            text(person.BOARD_MORE),
            text(person.BOARD_GROUPS),
        )
        self.board: PictureBoard | None = None
        if tools.pack.board_groups:
            self.board = PictureBoard(tools.pack.board_groups, tools.pack.board, words, tools.pictures)
            self.board.picked.connect(self._on_picked)
        self._build_tools()
        self.quote = answer_set(
            tools,
            [],
            [
                Option("yes", text(person.MORE_QUOTE_YES), "mark-yes"),
                Option("no", text(person.MORE_QUOTE_NO), "mark-no"),
            ],
        )
        self._lay_out()
        self.show_words(before)

    def given(self) -> WordsGiven:
        """The words of both ways and how they were given. Without a yes they are not for the report."""
        typed, pictured = self.typed.words(), self.board.line if self.board else ""
        if not (typed or pictured):
            return WordsGiven()
        words = "\n".join(part for part in (typed, pictured) if part)
        return WordsGiven(words, TYPED if typed else PICTURES, self.quote.chosen == "yes")

    def wipe(self) -> None:
        """Takes every word away."""
        self.typed.wipe()
        if self.board is not None:
            self.board.wipe()
        self.quote.choose(None)

    def _build_tools(self) -> None:
        text = self._tools.text
        self.way_button = WordButton(text(person.MORE_PICTURES), mark=Mark.MORE)
        self.keys_button = WordButton(text(pressing.KEYS_SHOW), mark=Mark.EDIT)
        self.hear_button = WordButton(text(person.MORE_HEAR), mark=Mark.LISTEN)
        self.clear_button = WordButton(text(person.MORE_CLEAR), mark=Mark.UNDO)
        self.way_button.clicked.connect(self._on_way)
        self.keys_button.clicked.connect(lambda: self.show_keys(self.keys.isHidden()))
        self.hear_button.clicked.connect(self._on_hear)
        self.clear_button.clicked.connect(self.wipe)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        gap = look_of(self).sizes.gap
        column.setSpacing(gap // 2)
        row = WrappedRow()
        row.set_gaps(gap // 2, 1)
        for button in (self.way_button, self.keys_button, self.hear_button, self.clear_button):
            row.addWidget(button)
        column.addWidget(self.typed)
        column.addWidget(self.keys)
        self.show_keys(self._tools.keys().screen_keys)
        if self.board is not None:
            column.addWidget(self.board)
            self.board.hide()
        else:
            self.way_button.hide()
        column.addLayout(row)
        column.addWidget(BodyText(self._tools.text(person.MORE_QUOTE)))
        column.addWidget(self.quote)

    def show_keys(self, shown: bool) -> None:
        """Brings keys on the screen, or puts them away; with them the box is low, so that both are seen."""
        self.keys.setHidden(not shown)
        self.keys_button.set_words(self._tools.text(pressing.KEYS_HIDE if shown else pressing.KEYS_SHOW))
        self.typed.keep_low(shown)
        if shown:
            QTimer.singleShot(0, self, self._bring_keys_into_sight)

    def _bring_keys_into_sight(self) -> None:
        """Once they are laid out: as many keys as there is room for, below the box."""
        area = scroll_of(self.keys)
        if area is not None and self.keys.isVisible():
            bar, view = area.verticalScrollBar(), area.viewport()
            beyond = self.keys.mapTo(view, self.keys.rect().bottomLeft()).y() - view.height()
            above = self.typed.mapTo(view, self.typed.rect().topLeft()).y()
            bar.setValue(bar.value() + max(0, min(beyond, above)))

    def show_words(self, before: WordsGiven) -> None:
        """Shows words told before."""
        if before.words:
            self.typed.set_words(before.words)
            self.quote.choose("yes" if before.may_quote else "no")

    def _on_way(self) -> None:
        """From typing to pictures and back; the words of one way wait while the other shows."""
        assert self.board is not None
        to_board = self.board.isHidden()
        self.board.setVisible(to_board)
        self.typed.setVisible(not to_board)
        self.keys_button.setVisible(not to_board)
        self.show_keys(not to_board and self._tools.keys().screen_keys)
        words = person.MORE_TYPE if to_board else person.MORE_PICTURES
        self.way_button.set_words(self._tools.text(words))

    def _on_hear(self) -> None:
        self.speak_asked.emit([Reading(self.given().words)])

    def _on_picked(self, word_id: str) -> None:
        label = next(word.label for word in self._tools.pack.board if word.id == word_id)
        self.speak_asked.emit([Reading(label)])


class WordsPage(Page):
    """An open question of the session ("What is best?"): the words are what is given."""

    holds_answers = True

    def __init__(
        self, tools: Tools, title: str, line: str, stream: Stream, before: WordsGiven, *, concept: str = ""
    ) -> None:
        super().__init__(tools, title, picture=tools.picture(concept) if concept else None)
        self.add_line(line)
        self._room = WORDS_BYTES[stream]
        self._hidden = WordsGiven()
        self.box = WordsBox(tools, stream, before)
        self.box.speak_asked.connect(self.speak_asked)
        self.box.full_changed.connect(self._on_full)
        self.box.clear_button.clicked.connect(self._on_clear)
        self.add(self.box)

    def given(self) -> WordsGiven:
        """The words told; hidden ones come before those told since."""
        now, hidden = self.box.given(), self._hidden
        if not (hidden.words and now.words):
            return now if now.words else hidden
        return WordsGiven(
            f"{hidden.words}\n{now.words}",
            now.words_by if now.words_by == hidden.words_by else TYPED,
            now.may_quote and hidden.may_quote,
        )

    def fitting(self) -> WordsGiven:
        """The words told, as many as one sealed record holds: for when nobody can be asked to shorten."""
        told = self.given()
        return replace(told, words=words_that_fit(told.words, self._room))

    def missing(self) -> str:
        """Too many words for one sealed record: they stay, and the page says so."""
        too_long = words_size(self.given().words) > self._room
        return self.tools.text(person.MORE_FULL) if too_long else ""

    def conceal(self) -> None:
        """Takes the words off the page; they still count."""
        hidden = self.given()
        self.box.wipe()
        self._hidden = hidden

    @property
    def hides_something(self) -> bool:
        """Whether words are hidden."""
        return bool(self._hidden.words)

    def reveal(self) -> None:
        """Shows the words again."""
        told = self.given()
        self._hidden = WordsGiven()
        self.box.show_words(told)

    def _on_clear(self) -> None:
        self._hidden = WordsGiven()

    def _on_full(self, full: bool) -> None:
        if full:
            self.notice(self.missing())


class MorePage(WordsPage):
    """ "Tell us more" to one question, beside its page: Back leads there with the words kept."""

    def __init__(self, tools: Tools, question: Question, stream: Stream, before: AnswerGiven) -> None:
        told = WordsGiven(before.words, before.words_by, before.may_quote)
        super().__init__(tools, tools.text(person.MORE_TITLE), tools.text(person.MORE_LINE), stream, told)
        self.show_controls({Control.LISTEN, Control.HIDE, Control.BACK, Control.NEXT, Control.TELL})
        self.set_control_words(Control.NEXT, tools.text(person.MORE_KEEP))
        self.question = question
