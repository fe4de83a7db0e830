"""The base of the opener's pages: one idea a page, typed values kept, long pages moved by the keyboard."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.action_list import ActionList, ListButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.marks import Mark

STEP_CONTROLS = frozenset({Control.LISTEN, Control.BACK, Control.NEXT})
AWAY_CONTROLS = frozenset({Control.LISTEN, Control.BACK})
"""Hide is not named in these: ``FlowController`` gives it to every page that has any control."""

_LIST_PICTURE = 40
"""The side of the picture on a button of a list, in pixels at 100 %."""
_PART_OF_A_PAGE = 0.85
"""How far Page Down moves, as a part of what is seen."""


class DeskPage(Page):
    """A page of the opener's. ``acted`` carries the id of the button pressed.

    Words given to it are shown as they are: translate and fill them before.
    """

    acted = Signal(str)

    def __init__(
        self,
        tools: Tools,
        title: str,
        *,
        lines: Sequence[Line] = (),
        picture: str = "",
        progress: QWidget | None = None,
        controls: Collection[Control] = STEP_CONTROLS,
    ) -> None:
        self._list: ActionList | None = None
        shown = tools.picture(picture) if picture else None
        super().__init__(tools, title, picture=shown, progress=progress, shown=controls)
        self.actions_by_name: dict[str, ListButton] = {}
        for concept, line in lines:
            self.add_line(line, concept)
        self._on_key(Qt.Key.Key_PageDown, 1)
        self._on_key(Qt.Key.Key_PageUp, -1)

    def values(self) -> Mapping[str, str]:
        """What was typed or chosen, by key."""
        return {}

    def add_action(
        self,
        name: str,
        words: str,
        *,
        mark: Mark | None = None,
        concept: str = "",
        picture: Picture | None = None,
        main: bool = False,
    ) -> ListButton:
        """A button that does something at once, below what is on the page; in one list with those above it.

        ``concept`` names its picture, or ``picture`` is it.
        """
        shown = picture if picture is not None else self.tools.picture(concept) if concept else None
        button = self.action_button(name, words, mark=mark, picture=shown, main=main)
        if self._list is None:
            self._list = ActionList()
            self._list.add(button)
            self.add(self._list)
        else:
            self._list.add(button)
            self.body.take_in_button()
        return button

    def action_button(
        self,
        name: str,
        words: str,
        *,
        mark: Mark | None = None,
        picture: Picture | None = None,
        main: bool = False,
    ) -> ListButton:
        """Such a button, for the page to put somewhere."""
        button = ListButton(
            words,
            mark=mark,
            picture=picture if picture is not None and picture.file is not None else None,
            pictures=self.tools.pictures,
            picture_side=_LIST_PICTURE,
            main=main,
        )
        button.clicked.connect(lambda: self.acted.emit(name))
        self.actions_by_name[name] = button
        self.readings.append(Reading(words))
        return button

    def add_actions(self, actions: Sequence[tuple[str, str, str]]) -> None:
        """Several such buttons: name, words, picture's name."""
        for name, words, concept in actions:
            self.add_action(name, words, concept=concept)

    def add(self, widget: QWidget) -> None:
        """Puts ``widget`` below what is on the page; a button after it begins another list."""
        if widget is not self._list:
            self._list = None
        super().add(widget)

    def wipe(self) -> None:
        """Empties what must not stay in a field."""

    def cover(self) -> None:
        """Hides a secret that stands on the page, when nobody is there. Nothing is lost by it."""

    def _on_key(self, key: Qt.Key, way: int) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._move(way))

    def _move(self, way: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(way * self._scroll.viewport().height() * _PART_OF_A_PAGE))
