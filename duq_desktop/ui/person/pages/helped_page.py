"""What help the person has, and from whom: the second is asked only when there is help."""

from __future__ import annotations

from duq_desktop.interview.inputs import HelpedGiven
from duq_desktop.interview.records import Near, Support
from duq_desktop.ui.pages.choice_page import ChoicePage, Option, answer_set
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.text import Heading
from duq_desktop.words import person

SHARE = 0.5
"""Two questions stand on the page."""


class HelpedPage(ChoicePage):
    """Alone, read to me, pressed for me; then who helps. ``before`` is what was given before."""

    cards_grow = False

    def __init__(self, tools: Tools, before: HelpedGiven) -> None:
        text = tools.text
        self._hidden_helper: str | None = None
        self._helpers = [
            Option(Near.STAFF.value, text(person.NEAR_STAFF), "staff"),
            Option(Near.FAMILY.value, text(person.NEAR_FAMILY), "family"),
            Option(Near.FRIEND.value, text(person.NEAR_FRIEND), "friend"),
            Option(Near.SOMEONE_ELSE.value, text(person.NEAR_SOMEONE_ELSE), "other-person"),
        ]
        super().__init__(
            tools,
            text(person.HELPED_TITLE),
            [
                Option(Support.ALONE.value, text(person.HELPED_ALONE), "alone"),
                Option(Support.READ_TO_ME.value, text(person.HELPED_READ), "read-to-me"),
                Option(Support.PRESSED_FOR_ME.value, text(person.HELPED_PRESSED), "pressed-for-me"),
            ],
            lambda chosen: self._helped(chosen),
            chosen=before.support.value if before.support else None,
        )
        self.who = Heading(text(person.HELPED_WHO))
        self.helpers = answer_set(tools, self._helpers)
        self.helpers.heard.connect(self._on_heard)
        # Both stay as they are when the second is asked: what was just pressed must not move.
        self.answers.share = self.helpers.share = SHARE
        self.add(self.who)
        self.add(self.helpers)
        if before.helper is not None:
            self.helpers.choose(before.helper.value)
        self.answers.answered.connect(self._ask_who)
        self._ask_who(self.answers.chosen)

    def conceal(self) -> None:
        """Takes both choices off the page; they count until others are made."""
        self._hidden_helper = self.helpers.chosen or self._hidden_helper
        super().conceal()
        self.helpers.choose(None)

    def reveal(self) -> None:
        """Shows both choices again."""
        super().reveal()
        if self.helpers.chosen is None and self._hidden_helper is not None:
            self.helpers.choose(self._hidden_helper)
        self._hidden_helper = None

    def _ask_who(self, chosen: str | None) -> None:
        is_helped = chosen not in (None, Support.ALONE.value)
        self.who.setVisible(is_helped)
        self.helpers.setVisible(is_helped)

    def _helped(self, chosen: str | None) -> HelpedGiven:
        support = Support(chosen) if chosen else None
        helper = self.helpers.chosen or self._hidden_helper
        is_helped = support not in (None, Support.ALONE)
        return HelpedGiven(support, Near(helper) if helper and is_helped else None)

    def _on_heard(self, option_id: str) -> None:
        words = next(each.words for each in self._helpers if each.id == option_id)
        self.speak_asked.emit([Reading(words)])
