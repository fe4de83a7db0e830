"""Side by side where there is room, under one another where there is not.

The height for a width follows from the width alone, never from how things stand now, so that a page
cannot swing between two arrangements.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


def item_height(item: QLayoutItem, width: int) -> int:
    """The height in pixels that ``item`` needs at ``width``."""
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()


class RowOrColumn(QLayout):
    """Its items in one row if each gets its natural width, else in a column of equal widths.

    With ``first_grows`` the first item takes the room that a row leaves over.
    """

    def __init__(self, parent: QWidget | None = None, *, first_grows: bool = False) -> None:
        self._items: list[QLayoutItem] = []
        self._first_grows = first_grows
        self._down = 0
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    def set_gaps(self, across: int, down: int) -> None:
        """The gap in pixels between items side by side, and between items under one another."""
        self._down = down
        self.setSpacing(across)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        places = self._places(width - margins.left() - margins.right())
        tall = max((place.bottom() + 1 for place in places), default=0)
        return tall + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        items = self._seen()
        return QSize(self._row_width(), max((item.sizeHint().height() for item in items), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._seen()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = self.contentsRect()
        for item, place in zip(self._seen(), self._places(inner.width()), strict=True):
            item.setGeometry(place.translated(inner.topLeft()))

    def is_row(self, width: int) -> bool:
        """Whether the items stand side by side at ``width`` pixels."""
        return self._row_width() <= width

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _row_width(self) -> int:
        items = self._seen()
        gaps = max(0, len(items) - 1) * max(0, self.spacing())
        return sum(item.sizeHint().width() for item in items) + gaps

    def _places(self, width: int) -> list[QRect]:
        return self._row(width) if self.is_row(width) else self._stack(width)

    def _row(self, width: int) -> list[QRect]:
        items, gap = self._seen(), max(0, self.spacing())
        widths = [item.sizeHint().width() for item in items]
        if widths and self._first_grows:
            widths[0] += width - self._row_width()
        tall = max((item_height(item, wide) for item, wide in zip(items, widths, strict=True)), default=0)
        places, left = [], 0
        for wide in widths:
            places.append(QRect(QPoint(left, 0), QSize(wide, tall)))
            left += wide + gap
        return places

    def _stack(self, width: int) -> list[QRect]:
        places, top = [], 0
        for item in self._seen():
            tall = item_height(item, width)
            places.append(QRect(0, top, width, tall))
            top += tall + (self._down or max(0, self.spacing()))
        return places
