"""Pages on which somebody types a few words of their own that are no answer."""

from __future__ import annotations

from collections.abc import Sequence

from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.pages.typing import KeysOffer
from duq_desktop.ui.preferences.pages.preferences_page import CONTROLS
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.typed_words import TypedWords
from duq_desktop.words import preferences


class TypedPage(Page):
    """A title, lines and a box. ``box`` is what a screen reader calls it; ``most`` the room in characters.

    ``low``: a box for a word or two.
    """

    def __init__(
        self,
        tools: Tools,
        title: str,
        lines: Sequence[Line],
        box: str,
        *,
        before: str = "",
        most: int = 0,
        low: bool = False,
    ) -> None:
        super().__init__(tools, tools.text(title), shown=CONTROLS)
        for concept, line in lines:
            self.add_line(tools.text(line), concept)
        self._most = most
        self._hidden = ""
        self.box = TypedWords(tools.text(box))
        self.box.set_words(before)
        self.box.keep_low(low)
        self.add(self.box)
        self.offer = KeysOffer(tools, self.box, low=low)
        self.add(self.offer)
        self.clear = WordButton(tools.text(preferences.CLEAR), mark=Mark.UNDO)
        self.clear.clicked.connect(self.wipe)
        self.add(self.clear)

    @property
    def words(self) -> str:
        """What was typed; also what Hide took off the page, unless something else was typed since."""
        return self.box.words() or self._hidden

    def wipe(self) -> None:
        """Takes every word away."""
        self._hidden = ""
        self.box.wipe()

    def missing(self) -> str:
        """More than there is room for: it stays, and the page says so."""
        too_much = self._most and len(self.words) > self._most
        return self.tools.text(preferences.WORDS_FULL) if too_much else ""

    def conceal(self) -> None:
        """Takes the words off the page; they still count."""
        hidden = self.words
        self.box.wipe()
        self._hidden = hidden

    @property
    def hides_something(self) -> bool:
        """Whether words are hidden."""
        return bool(self._hidden)

    def reveal(self) -> None:
        """Shows the words again."""
        words = self.words
        self._hidden = ""
        self.box.set_words(words)
