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
from duq_desktop.ui.widgets.buttons import BigButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.marks import Mark

STEP_CONTROLS = frozenset({Control.LISTEN, Control.BACK, Control.NEXT})
AWAY_CONTROLS = frozenset({Control.LISTEN, Control.BACK})
"""Hide is not named in these: ``FlowController`` gives it to every page that has any control."""

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
        shown = tools.picture(picture) if picture else None
        super().__init__(tools, title, picture=shown, progress=progress, shown=controls)
        self.actions_by_name: dict[str, BigButton] = {}
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
    ) -> BigButton:
        """A button that does something at once, below what is on the page.

        ``concept`` names its picture, or ``picture`` is it.
        """
        shown = picture if picture is not None else self.tools.picture(concept) if concept else None
        button = self._action(name, words, mark, shown, main=main)
        self.add(button)
        return button

    def add_actions(self, actions: Sequence[tuple[str, str, str]]) -> None:
        """Several such buttons (name, words, picture's name), two beside each other where there is room."""
        for start in range(0, len(actions), 2):
            holder = QWidget()
            row = RowOrColumn(holder)
            row.setSpacing(0)
            for name, words, concept in actions[start : start + 2]:
                picture = self.tools.picture(concept) if concept else None
                row.addWidget(self._action(name, words, None, picture))
            self.add(holder)

    def _action(
        self, name: str, words: str, mark: Mark | None, picture: Picture | None, *, main: bool = False
    ) -> BigButton:
        button = BigButton(
            words,
            mark=mark,
            picture=picture if picture is not None and picture.file is not None else None,
            pictures=self.tools.pictures,
            picture_side=48,
            main=main,
        )
        button.clicked.connect(lambda: self.acted.emit(name))
        self.actions_by_name[name] = button
        self.readings.append(Reading(words))
        return button

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
