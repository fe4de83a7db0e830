"""A list of buttons, one under another, all equally wide: the eye goes down one edge."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QWidget

from duq_desktop.ui.theme.tokens import MIN_TARGET
from duq_desktop.ui.widgets.buttons import BigButton
from duq_desktop.ui.widgets.layouts import OwnLayout, item_height

LONGEST = 5
"""More buttons than this stand in two columns where there is room, so that a small screen shows them all."""
GAP = 4
"""Between two columns, in pixels; the room for the ring comes to it."""


class ListButton(BigButton):
    """A button of a list: as wide as the widest of them, and no higher than it must be."""

    lowest = MIN_TARGET + 4
    closeness = 0.8


class EqualWidths(OwnLayout):
    """Its widgets under one another, as wide as the widest likes to be; many of them in two columns."""

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        wide = self._widest()
        return QSize(wide, self.heightForWidth(wide))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(QStyle.visualRect(direction, rect, place.translated(rect.topLeft())))

    def _widest(self) -> int:
        return max((item.sizeHint().width() for item in self._items), default=0)

    def _places(self, width: int) -> list[QRect]:
        widest = self._widest()
        columns = 2 if len(self._items) > LONGEST and 2 * widest + GAP <= width else 1
        cell = min(widest, width)
        places, top = [], 0
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            tall = max(item_height(item, cell) for item in row)
            places += [
                QRect(QPoint(at * (cell + GAP), top), QSize(cell, tall)) for at, _item in enumerate(row)
            ]
            top += tall
        return places


class ActionList(QWidget):
    """Buttons to press, in the order in which they were added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = EqualWidths(self)

    @property
    def buttons(self) -> list[QWidget]:
        """The buttons in their order."""
        return [part for part in self._list.parts() if isinstance(part, QWidget)]

    def add(self, button: ListButton) -> None:
        """Puts ``button`` below the others."""
        self._list.addWidget(button)
        self.updateGeometry()
