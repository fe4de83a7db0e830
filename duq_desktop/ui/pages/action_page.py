"""Pages whose buttons do something at once: rest, stop, come back. Nothing is answered on them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.buttons import BigButton
from duq_desktop.ui.widgets.controls import Control

ASIDE = frozenset({Control.LISTEN, Control.HIDE, Control.BACK, Control.TELL})
"""The controls of a page beside the session's own: Back leads back to it."""


BUTTON_GAP = 4
"""Between the buttons, in pixels; each brings its own room for the focus ring."""


class ActionPage(Page):
    """A title, lines and buttons. ``acted`` carries the id of the button pressed."""

    def __init__(
        self,
        tools: Tools,
        title: str,
        actions: Sequence[Option],
        *,
        lines: Sequence[Line] = (),
        shown: Collection[Control] = ASIDE,
        picture: Picture | None = None,
        main: str = "",
        **values: object,
    ) -> None:
        super().__init__(tools, tools.text(title, **values), shown=shown, picture=picture)
        for concept, line in lines:
            self.add_line(tools.text(line, **values), concept)
        self.buttons: dict[str, BigButton] = {}
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BUTTON_GAP)
        for action in actions:
            self._add_action(action, is_main=action.id == main, **values)
        self.add(holder)
        self.body.let_grow(self.buttons.values())

    def _add_action(self, action: Option, *, is_main: bool, **values: object) -> None:
        words = self.tools.text(action.words, **values)
        picture = self.tools.picture(action.concept) if action.concept else action.picture
        shown = picture if picture is not None and picture.file is not None else None
        button = BigButton(words, picture=shown, pictures=self.tools.pictures, main=is_main)
        button.clicked.connect(lambda: self.acted.emit(action.id))
        self.buttons[action.id] = button
        self._column.addWidget(button)
        self.readings.append(Reading(words))
