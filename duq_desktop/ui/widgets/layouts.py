"""Side by side where there is room, under one another where there is not.

The height for a width follows from the width alone, never from how things stand now, so that a page
cannot swing between two arrangements.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget, QWidgetItem


def item_height(item: QLayoutItem, width: int) -> int:
    """The height in pixels that ``item`` needs at ``width``.

    A widget is asked itself: an item asks its inner layout, which knows only how things stand now.
    """
    widget = item.widget()
    if widget is not None and widget.hasHeightForWidth():
        return max(widget.heightForWidth(width), widget.minimumHeight())
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()


class OwnLayout(QLayout):
    """A layout whose items were all made in Python, so that Python hears when one goes.

    An item that Qt makes may go without Python hearing of it, and the next thing at its address is then
    taken for the one that is gone: a scroll bar for an item, and the app ends. So ``itemAt`` may be asked
    of these layouts only; where something stands in one of Qt's, ``indexOf`` says without making anything.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._items: list[QLayoutItem] = []
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    def parts(self) -> list[QWidget | QLayout]:
        """What stands in it, widgets and layouts, in their order."""
        parts = [item if isinstance(item, QLayout) else item.widget() for item in self._items]
        return [part for part in parts if part is not None]

    def addWidget(self, widget: QWidget) -> None:
        """Takes ``widget`` in, with an item of our own."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        taken = self._items.pop(index)
        self.invalidate()
        return taken

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))


class RowOrColumn(OwnLayout):
    """Its items in one row if each gets its natural width, else in a column of equal widths.

    With ``first_grows`` the first item takes the room that a row leaves over.
    """

    def __init__(self, parent: QWidget | None = None, *, first_grows: bool = False) -> None:
        self._sized: list[tuple[QLayoutItem, QSize]] | None = None
        self._placed: dict[tuple[int, bool], list[QRect]] = {}
        self._first_grows = first_grows
        self._down = 0
        self._kept: bool | None = None
        super().__init__(parent)

    def set_gaps(self, across: int, down: int) -> None:
        """The gap in pixels between items side by side, and between items under one another."""
        self._down = down
        self.setSpacing(across)
        self.invalidate()

    def keep_row(self, as_row: bool) -> None:
        """From now on a row, or a column, whatever the room: for lines that must look alike."""
        self._kept = as_row

    def first_width(self) -> int:
        """The natural width of the first item, in pixels."""
        return self._seen()[0][1].width()

    def beside_width(self) -> int:
        """What the items after the first one take in a row, in pixels."""
        return self._row_width() - self.first_width()

    def height_as(self, as_row: bool, width: int) -> int:
        """The height in pixels that a row or a column needs at ``width``."""
        return max((place.bottom() + 1 for place in self._places(width, as_row)), default=0)

    def invalidate(self) -> None:
        """Something in it has changed: what was reckoned no longer holds."""
        self._sized = None
        self._placed.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        places = self._places(width - margins.left() - margins.right())
        tall = max((place.bottom() + 1 for place in places), default=0)
        return tall + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return QSize(self._row_width(), max((size.height() for _, size in self._seen()), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = self.contentsRect()
        places = self._places(inner.width())
        spare = inner.height() - max((place.bottom() + 1 for place in places), default=0)
        if spare > 0 and self._kept is not None and places:
            places = _grown(places, spare, as_row=self._kept)
        for (item, _), place in zip(self._seen(), places, strict=True):
            item.setGeometry(self._mirrored(place.translated(inner.topLeft()), inner))

    def _mirrored(self, place: QRect, inner: QRect) -> QRect:
        """Where a place reckoned from the left lies, for a language that is read from the right."""
        owner = self.parentWidget() or next((item.widget() for item in self._items if item.widget()), None)
        return QStyle.visualRect(owner.layoutDirection(), inner, place) if owner is not None else place

    def is_row(self, width: int) -> bool:
        """Whether the items stand side by side at ``width`` pixels."""
        return self._row_width() <= width if self._kept is None else self._kept

    def _seen(self) -> list[tuple[QLayoutItem, QSize]]:
        """The items that show, with their natural sizes; kept until something changes."""
        if self._sized is None:
            self._sized = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._sized

    def _row_width(self) -> int:
        seen = self._seen()
        gaps = max(0, len(seen) - 1) * max(0, self.spacing())
        return sum(size.width() for _, size in seen) + gaps

    def _places(self, width: int, as_row: bool | None = None) -> list[QRect]:
        """Where the items stand at ``width``, as a row or a column if told; kept like their sizes."""
        wanted = width, self.is_row(width) if as_row is None else as_row
        if wanted not in self._placed:
            self._placed[wanted] = self._row(width) if wanted[1] else self._stack(width)
        return self._placed[wanted]

    def _row(self, width: int) -> list[QRect]:
        seen, gap = self._seen(), max(0, self.spacing())
        widths = [size.width() for _, size in seen]
        if widths and self._first_grows:
            widths[0] += width - self._row_width()
        tall = max((item_height(item, wide) for (item, _), wide in zip(seen, widths, strict=True)), default=0)
        places, left = [], 0
        for wide in widths:
            places.append(QRect(QPoint(left, 0), QSize(wide, tall)))
            left += wide + gap
        return places

    def _stack(self, width: int) -> list[QRect]:
        places, top = [], 0
        for item, _ in self._seen():
            tall = item_height(item, width)
            places.append(QRect(0, top, width, tall))
            top += tall + (self._down or max(0, self.spacing()))
        return places


class Cells(OwnLayout):
    """Lines in as few columns of equal width as keep to the height given, all of one build.

    Each line is a ``RowOrColumn``: a choice and what belongs to it. ``room`` is the height to keep to,
    in pixels; without it all stand under one another. A column is never narrower than its lines' first
    items like to be, ``most`` pixels at the outside.
    """

    def __init__(self) -> None:
        self._plans: dict[int, tuple[int, bool, int]] = {}
        self._room: int | None = None
        self._most = 0
        self._down = 0
        super().__init__()

    def set_measures(self, across: int, down: int, most: int) -> None:
        """The gaps in pixels between columns and between rows, and the width that suffices."""
        self._down, self._most = down, most
        self.setSpacing(across)
        self.invalidate()

    def set_room(self, room: int) -> None:
        """The height in pixels to keep to, where the width allows."""
        if room != self._room:
            self._room = room
            self.invalidate()

    def columns(self, width: int) -> int:
        """How many lines stand side by side at ``width`` pixels."""
        return self._plan(width)[0]

    def add_line(self, line: RowOrColumn) -> None:
        """Puts a line after the others."""
        self.addChildLayout(line)
        self.addItem(line)

    @property
    def _lines(self) -> list[RowOrColumn]:
        return [item for item in self._items if isinstance(item, RowOrColumn)]

    def invalidate(self) -> None:
        self._plans.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        return self._plan(width)[2]

    def sizeHint(self) -> QSize:
        wide = max((line.sizeHint().width() for line in self._lines), default=0)
        return QSize(wide, self.heightForWidth(wide))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        columns, as_row, _height = self._plan(rect.width())
        wide, top = self._cell(rect.width(), columns), rect.top()
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
        for start in range(0, len(self._lines), columns):
            together = self._lines[start : start + columns]
            tall = max(line.height_as(as_row, wide) for line in together)
            for place, line in enumerate(together):
                line.keep_row(as_row)
                cell = QRect(rect.left() + place * (wide + self.spacing()), top, wide, tall)
                line.setGeometry(QStyle.visualRect(direction, rect, cell))
            top += tall + self._down

    def _plan(self, width: int) -> tuple[int, bool, int]:
        """Columns, whether each line is a row, and the height: the first way that keeps to the room."""
        if width not in self._plans:
            ways = [self._way(width, columns) for columns in self._columns_at(width)]
            fit = [way for way in ways if self._room is None or way[2] <= self._room]
            self._plans[width] = fit[0] if fit else min(ways, key=lambda way: way[2])
        return self._plans[width]

    def _columns_at(self, width: int) -> list[int]:
        """Three or fewer stand all in one row or all in a column; more may stand in two columns."""
        many = len(self._lines)
        if self._room is None or many < 2:
            return [1]
        other = many if many <= 3 else 2
        widest = max(min(line.first_width(), self._most) for line in self._lines)
        return [1, other] if widest <= self._cell(width, other) else [1]

    def _way(self, width: int, columns: int) -> tuple[int, bool, int]:
        wide = self._cell(width, columns)
        needed = max(
            (min(line.first_width(), self._most) + line.beside_width() for line in self._lines), default=0
        )
        as_row = needed <= wide
        tall = [line.height_as(as_row, wide) for line in self._lines]
        rows = [max(tall[start : start + columns]) for start in range(0, len(tall), columns)]
        return columns, as_row, sum(rows) + self._down * max(0, len(rows) - 1)

    def _cell(self, width: int, columns: int) -> int:
        return (width - (columns - 1) * max(0, self.spacing())) // columns


def _grown(places: list[QRect], spare: int, *, as_row: bool) -> list[QRect]:
    """Lines side by side are equally high: in a row all items grow, in a column the first one."""
    if as_row:
        return [place.adjusted(0, 0, 0, spare) for place in places]
    first, *others = places
    return [first.adjusted(0, 0, 0, spare), *(place.translated(0, spare) for place in others)]
