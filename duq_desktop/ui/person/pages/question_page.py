"""The question page: picture left, words right, big answers, smaller non-answers, all in view.

For a person one question stands on a page; families and staff may have several, one below the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import Question, Stream
from duq_desktop.interview.inputs import AnswerGiven, AnswersGiven, WordsGiven
from duq_desktop.interview.records import AnswerFormat, AnswerStatus
from duq_desktop.ui.pages.choice_page import answer_set, pack_option
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.flow import WrappedRow
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.text import BodyText, Heading
from duq_desktop.words import family_staff, person

ANSWERS = ("yes", "sometimes", "no")
NON_ANSWERS = ("dont_know", "dont_want_to_say")
ASIDE_GAP = 12
SHARE = 0.5
"""Of several questions on a page each is to be seen whole."""


@dataclass(frozen=True)
class Asked:
    """How questions are asked: whose stream, which answers, and whether No comes first.

    The order is fixed within a person and turned round between people, because some people tend to
    the last of several answers.
    """

    stream: Stream
    format: AnswerFormat = AnswerFormat.THREE
    turned: bool = False

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers' option ids in the order shown."""
        ids = ANSWERS if self.format is AnswerFormat.THREE else ("yes", "no")
        return tuple(reversed(ids)) if self.turned else ids

    @property
    def quiet(self) -> tuple[str, ...]:
        """The non-answers in view."""
        more = () if self.stream in (Stream.PERSON, Stream.FAMILY) else ("not_my_work",)
        return NON_ANSWERS + more


class OneQuestion(QWidget):
    """The answers of one question, and the ways to its meaning and to more words."""

    more_asked = Signal(str)
    """The id of the question to which more is to be told."""
    meaning_asked = Signal(str)
    """The id of the question that is to be explained."""
    heard = Signal(object)
    """Readings to say aloud."""

    def __init__(self, tools: Tools, question: Question, before: AnswerGiven, asked: Asked) -> None:
        super().__init__()
        self.question = question
        self.said = question.prompt
        """What scanning says of it as a whole."""
        self._tools = tools
        self._before = before
        self._hidden: AnswerGiven | None = None
        self.sealed_words = _words_of(before)
        """The words that are on the disk: no others are called kept."""
        options = tools.pack.options
        self.answers = answer_set(
            tools,
            [pack_option(options[i]) for i in asked.answers],
            [pack_option(options[i]) for i in asked.quiet],
        )
        self.note = BodyText(" ")
        self._build()
        self._show(before)
        self.answers.answered.connect(self._on_answered)

    def given(self) -> AnswerGiven:
        """What counts now for this question: what stands on the page, else what was hidden."""
        shown, hidden = self._shown(), self._hidden
        if hidden is None:
            return shown
        if shown.status is None:
            return hidden
        return replace(hidden, status=shown.status, answer=shown.answer)

    def tell(self, told: WordsGiven) -> None:
        """Keeps words told; what is hidden stays hidden."""
        words = {"words": told.words, "words_by": told.words_by, "may_quote": told.may_quote}
        if self._hidden is not None:
            self._hidden = replace(self._hidden, **words)  # type: ignore[arg-type]
        else:
            self.put(replace(self.given(), **words))  # type: ignore[arg-type]

    def mark_sealed(self, words: WordsGiven | None = None) -> None:
        """What was given here, words and all, is on the disk now; with ``words``, no more than these."""
        self.sealed_words = _words_of(self.given()) if words is None else words
        self._note(self._before)

    @property
    def hides_something(self) -> bool:
        """Whether an answer or words are hidden."""
        return self._hidden is not None

    def _shown(self) -> AnswerGiven:
        """What stands on the page; words told before stay with it."""
        chosen = self.answers.chosen
        if chosen is None:
            kept = self._before.status if self._before.status is AnswerStatus.DONT_UNDERSTAND else None
            return replace(self._before, status=kept, answer=None)
        if chosen in ANSWERS:
            return replace(self._before, status=AnswerStatus.ANSWERED, answer=chosen)
        return replace(self._before, status=AnswerStatus(chosen), answer=None)

    def put(self, answer: AnswerGiven) -> None:
        """Shows another answer, as it comes back from the pages beside this one."""
        self._before = answer
        self._show(answer)

    def conceal(self) -> None:
        """Takes what was given off the page; it counts until something else is given."""
        given = self.given()
        if given != AnswerGiven():
            self._hidden = given
        self.put(AnswerGiven())

    def reveal(self) -> None:
        """Shows again what counts."""
        given, self._hidden = self.given(), None
        self.put(given)

    def _build(self) -> None:
        self.meaning_button = WordButton(self._tools.text(person.MEANING), mark=Mark.MORE)
        self.more_button = WordButton(self._tools.text(person.TELL_MORE), mark=Mark.ADD)
        asides = QWidget()
        row = WrappedRow(asides)
        row.setSpacing(ASIDE_GAP)
        row.addWidget(self.meaning_button)
        row.addWidget(self.more_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.answers)
        column.addWidget(self.note)
        column.addWidget(asides)
        self.meaning_button.clicked.connect(lambda: self.meaning_asked.emit(self.question.id))
        self.more_button.clicked.connect(lambda: self.more_asked.emit(self.question.id))
        self.answers.heard.connect(self._on_heard)

    def _show(self, answer: AnswerGiven) -> None:
        wanted = answer.answer or (answer.status.value if answer.status else None)
        there = {choice.option_id for choice in self.answers.choices}
        self.answers.choose(wanted if wanted in there else None)
        self._note(answer)

    def _note(self, answer: AnswerGiven) -> None:
        """Says what was given but has no card here: "I don't understand", and that words were told."""
        lines = []
        if answer.status is AnswerStatus.DONT_UNDERSTAND:
            label = self._tools.pack.options["dont_understand"].label
            lines.append(self._tools.text(person.YOU_CHOSE, label=label))
        if answer.words:
            is_sealed = _words_of(answer) == self.sealed_words
            lines.append(self._tools.text(person.MORE_KEPT if is_sealed else person.MORE_NOT_KEPT_YET))
        self.note.setText(" ".join(lines) or " ")
        self.note.setVisible(bool(lines))

    def _on_answered(self, chosen: str | None) -> None:
        if chosen is not None:
            self._before = replace(self._before, status=None, answer=None)
            self._note(self._before)

    def _on_heard(self, option_id: str) -> None:
        self.heard.emit([Reading(self._tools.pack.options[option_id].spoken)])


class QuestionPage(Page):
    """One question, or several one below the other, with what was given before."""

    holds_answers = True

    more_asked = Signal(str)
    meaning_asked = Signal(str)

    def __init__(
        self,
        tools: Tools,
        questions: Sequence[Question],
        answers: Mapping[str, AnswerGiven],
        asked: Asked,
        *,
        progress: QWidget | None = None,
        again: bool = False,
    ) -> None:
        first = questions[0]
        alone = len(questions) == 1
        title = first.prompt if alone else tools.text(family_staff.QUESTION_LINE)
        super().__init__(tools, title, picture=first.picture if alone else None, progress=progress)
        self.parts: dict[str, OneQuestion] = {}
        if alone:
            self.readings = [Reading(first.spoken, _same(self.heading, first), first.recording)]
        if again:
            self.add_line(tools.text(person.LATER_AGAIN))
        for question in questions:
            if not alone:
                self._add_prompt(question)
            self._add_part(question, answers.get(question.id, AnswerGiven()), asked)
            self.parts[question.id].answers.share = 1.0 if alone else SHARE

    def given(self) -> AnswersGiven:
        """What stands on the page for each of its questions."""
        return AnswersGiven(tuple((name, part.given()) for name, part in self.parts.items()))

    def conceal(self) -> None:
        """Takes every answer off the page."""
        for part in self.parts.values():
            part.conceal()

    @property
    def hides_something(self) -> bool:
        """Whether anything is hidden."""
        return any(part.hides_something for part in self.parts.values())

    def reveal(self) -> None:
        """Shows the answers again."""
        for part in self.parts.values():
            part.reveal()

    def stand_for(self, old: QuestionPage) -> None:
        """Nothing more is on the disk than was on ``old``, the same page in another language."""
        for name, part in self.parts.items():
            part.mark_sealed(old.parts[name].sealed_words)

    def mark_sealed(self) -> None:
        """What was given on the page is on the disk now."""
        for part in self.parts.values():
            part.mark_sealed()

    def _add_prompt(self, question: Question) -> None:
        prompt = Heading(question.prompt)
        self.add(prompt)
        self.readings.append(Reading(question.spoken, _same(prompt, question), question.recording))

    def _add_part(self, question: Question, before: AnswerGiven, asked: Asked) -> None:
        part = OneQuestion(self.tools, question, before, asked)
        part.more_asked.connect(self.more_asked)
        part.meaning_asked.connect(self.meaning_asked)
        part.heard.connect(self.speak_asked)
        self.parts[question.id] = part
        self.add(part)
        options = self.tools.pack.options
        self.readings += [Reading(options[choice.option_id].spoken) for choice in part.answers.choices]


def _words_of(answer: AnswerGiven) -> WordsGiven:
    """The words told with an answer."""
    return WordsGiven(answer.words, answer.words_by, answer.may_quote)


def _same(label: Heading, question: Question) -> Heading | None:
    """Words are marked only where what is spoken is what is shown."""
    return label if question.spoken == question.prompt else None
