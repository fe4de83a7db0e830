"""As many beside one another as fit, and the rest below: for buttons, and for parts of equal width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.layouts import OwnLayout, RowOrColumn, item_height


class WrappedRow(RowOrColumn):
    """Its items in lines, like words: each with its natural width, as many in a line as fit."""

    def _stack(self, width: int) -> list[QRect]:
        places, gap, top = [], max(0, self.spacing()), 0
        for line in self._lines(width):
            widths = [min(size.width(), width) for _, size in line]
            tall = max(item_height(item, wide) for (item, _), wide in zip(line, widths, strict=True))
            left = 0
            for wide in widths:
                places.append(QRect(QPoint(left, top), QSize(wide, tall)))
                left += wide + gap
            top += tall + (self._down or gap)
        return places

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items by the line they stand in; one that is wider than the page has a line to itself."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        gap, left = max(0, self.spacing()), 0
        for item, size in self._seen():
            if lines and left + gap + size.width() <= width:
                lines[-1].append((item, size))
                left += gap + size.width()
            else:
                lines.append([(item, size)])
                left = size.width()
        return lines


class Columns(OwnLayout):
    """Parts in columns of equal width, read down one column and then the next.

    There are at most ``most`` columns, and fewer where one would be narrower than ``narrowest`` pixels.
    A part begins the next column where that keeps the columns about equally high.
    """

    def __init__(self, parent: QWidget | None = None, *, most: int = 2) -> None:
        self._most = most
        self._narrowest = self._across = self._down = 0
        super().__init__(parent)

    def set_measures(self, narrowest: int, across: int, down: int) -> None:
        """The least width of a column and the gaps between columns and between parts, in pixels."""
        self._narrowest, self._across, self._down = narrowest, across, down
        self.invalidate()

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        wide = max((item.sizeHint().width() for item in self._seen()), default=0)
        return QSize(wide, self.heightForWidth(wide))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        owner = self.parentWidget()
        is_turned = owner is not None and owner.isRightToLeft()
        for item, place in zip(self._seen(), self._places(rect.width()), strict=True):
            left = rect.width() - place.left() - place.width() if is_turned else place.left()
            item.setGeometry(QRect(rect.topLeft() + QPoint(left, place.top()), place.size()))

    def columns(self, width: int) -> int:
        """How many columns there are at ``width`` pixels."""
        fit = (width + self._across) // max(1, self._narrowest + self._across)
        return max(1, min(self._most, fit, len(self._seen())))

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        columns = self.columns(width)
        wide = (width - (columns - 1) * self._across) // columns
        heights = [item_height(item, wide) for item in self._seen()]
        share = (sum(heights) + self._down * max(0, len(heights) - columns)) / columns
        places, column, top = [], 0, 0
        for tall in heights:
            if column < columns - 1 and top and top + tall / 2 > share:
                column, top = column + 1, 0
            places.append(QRect(column * (wide + self._across), top, wide, tall))
            top += tall + self._down
        return places


class SideBySide(QWidget):
    """Parts in two columns where each column has ``narrowest`` em, else below one another."""

    def __init__(self, narrowest: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self._columns = Columns(self)
        self._refresh()

    def add(self, part: QWidget) -> None:
        """Puts ``part`` after the others."""
        self._columns.addWidget(part)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        self._columns.set_measures(round(self._narrowest * sizes.body), sizes.space, sizes.gap)


class Rows(OwnLayout):
    """Parts in rows of two where each has ``narrowest`` pixels, read along the row; equally high in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._narrowest = self._gap = 0
        super().__init__(parent)

    def set_measures(self, narrowest: int, gap: int) -> None:
        """The least width of a part, and the gap between parts, in pixels."""
        self._narrowest, self._gap = narrowest, gap
        self.invalidate()

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        wide = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(wide, self.heightForWidth(wide))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(QStyle.visualRect(direction, rect, place.translated(rect.topLeft())))

    def _places(self, width: int) -> list[QRect]:
        columns = 2 if len(self._items) > 1 and 2 * self._narrowest + self._gap <= width else 1
        wide = (width - (columns - 1) * self._gap) // columns
        places, top = [], 0
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            tall = max(item_height(item, wide) for item in row)
            places += [QRect(at * (wide + self._gap), top, wide, tall) for at in range(len(row))]
            top += tall + self._gap
        return places


class InRows(QWidget):
    """Parts in rows of two where each has ``narrowest`` em, else below one another."""

    def __init__(self, narrowest: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self._rows = Rows(self)
        self._refresh()

    def add(self, part: QWidget) -> None:
        """Puts ``part`` after the others."""
        self._rows.addWidget(part)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        self._rows.set_measures(round(self._narrowest * sizes.body), max(0, sizes.gap - 8))
