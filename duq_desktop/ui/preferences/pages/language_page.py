"""Which language: each by its own name, in its own letters, heard in its own voice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from duq_desktop.languages import Language
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.preferences.pages.preferences_page import CONTROLS, PICKED, UNDO
from duq_desktop.ui.theme.script import in_its_language
from duq_desktop.ui.widgets.answers import AnswerCard, AnswerSet
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.words import person, preferences


class LanguagePage(Page):
    """One is always chosen, and put on at once: ``acted`` tells "picked" of another one, ``chosen``.

    It tells "undo" of going back to how it was when one came here. ``silence`` is what to say of a language
    that cannot be heard now, and nothing where it can.
    """

    def __init__(self, tools: Tools, silence: Callable[[Language], str]) -> None:
        super().__init__(
            tools, tools.text(preferences.LANGUAGE_TITLE), shown=CONTROLS, picture=tools.picture("talking")
        )
        self._silence = silence
        self._known = {each.code: each for each in tools.languages}
        cards = [AnswerCard(each.code, each.name) for each in tools.languages]
        for card in cards:
            in_its_language(card, card.option_id, self._known[card.option_id].font)
        self.answers = AnswerSet(cards, hear=tools.text(person.HEAR_SHORT))
        self.answers.choose(tools.words.language)
        self.answers.answered.connect(self._on_answered)
        self.answers.heard.connect(self._on_heard)
        self.add(self.answers)
        self.readings += [Reading(each.name, language=each.code) for each in tools.languages]
        self.undo = WordButton(tools.text(preferences.BACK_TO_HOW), mark=Mark.UNDO)
        self.undo.clicked.connect(partial(self.acted.emit, UNDO))
        self.add(self.undo)

    @property
    def chosen(self) -> str:
        """The code of the language that is chosen."""
        return self.answers.chosen or self.tools.words.language

    def focus_first(self) -> None:
        """The page came again in the language that was chosen on it: the focus stays where it was."""
        super().focus_first()
        for card in self.answers.cards:
            if card.isChecked():
                card.setFocus()

    def _on_answered(self, code: str | None) -> None:
        """Pressing what is chosen leaves it chosen."""
        if code is None:
            self.answers.choose(self.tools.words.language)
        elif code != self.tools.words.language:
            self.acted.emit(PICKED)

    def _on_heard(self, code: str) -> None:
        language = self._known[code]
        sentence = self._silence(language)
        if sentence:
            self.notice(sentence, "no-sound", spoken=False)
        else:
            self.speak_asked.emit([Reading(language.name, language=code)])
