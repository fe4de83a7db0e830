"""Pictures to pick from, each above its word, as large as the room allows: for who cannot read the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QStyle, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.theme.tokens import HALO, MIN_TARGET
from duq_desktop.ui.widgets.answers import Choice
from duq_desktop.ui.widgets.buttons import RESTYLED
from duq_desktop.ui.widgets.layouts import OwnLayout
from duq_desktop.ui.widgets.spots import PictureSpot
from duq_desktop.ui.widgets.surface import TICK_INSET, tick_radius

USUAL_SIDE, MOST_SIDE = 40, 104
"""The side of a tile's picture in pixels at 100 %: where there is no room to spare, and at the most."""

MOST_COLUMNS = 8
_LIST_EM, _LIST_COLUMNS = 8, 4
"""A list of the words with small pictures would have columns of so many em, and so many columns."""

_EDGE, _BETWEEN = 6, 2
"""Inside a tile: beside and above what is in it, and between picture and word, in pixels at 100 %."""


class Tile(Choice):
    """One picture above its word; the whole tile is the target."""

    lowest = MIN_TARGET
    badge = 0.65

    def __init__(
        self,
        option_id: str,
        words: str,
        *,
        picture: Picture,
        pictures: PictureCache,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            option_id, words, picture=picture, pictures=pictures, picture_side=USUAL_SIDE, parent=parent
        )

    @property
    def beside(self) -> int:
        """What of a tile's width is not for its picture, in pixels: the tick in its corner covers nothing."""
        return 2 * (HALO + round(2 * tick_radius(look_of(self), self.badge)) + TICK_INSET)

    def above_and_below(self, width: int) -> int:
        """What of its height is not for its picture, at ``width``, in pixels."""
        margins = self._margins()
        between = self._row.spacing() if self._wanted_picture() is not None else 0
        natural, room = self.label.sizeHint(), width - margins.width()
        words = natural.height() if natural.width() <= room else self.label.heightForWidth(room)
        return margins.height() + between + words

    @property
    def narrowest(self) -> int:
        """The width in pixels at which its word stays whole."""
        return self.label.minimumSizeHint().width() + self._margins().width()

    def set_side(self, side: int) -> None:
        """Gives the picture this side, in pixels."""
        if isinstance(self._spot, PictureSpot):
            self._spot.settle(side, crowded=False)

    def heightForWidth(self, width: int) -> int:
        spot = self._wanted_picture()
        tall = spot.width() if spot is not None else 0
        return max(self.above_and_below(width) + tall, self.minimumHeight())

    def sizeHint(self) -> QSize:
        spot = self._wanted_picture()
        wide = max(self.narrowest, self.beside + spot.usual if spot is not None else 0)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.narrowest, self.minimumHeight())

    def _settle(self, spot: PictureSpot) -> None:
        """Its grid says how large the picture is."""

    def _margins(self) -> QSize:
        margins = self._row.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _build(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        if self._spot is not None:
            self._row.addWidget(self._spot, 0, Qt.AlignmentFlag.AlignHCenter)
        self._row.addWidget(self.label, 1)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _fit(self, look: Look) -> None:
        super()._fit(look)
        edge = HALO + round(_EDGE * look.sizes.card_growth)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(round(_BETWEEN * look.sizes.card_growth))


class _Plan(NamedTuple):
    """So many columns, the side of every picture and the height of all, in pixels."""

    columns: int
    side: int
    height: int


class Tiles(QWidget):
    """Tiles of one size in rows, with the largest pictures that the room allows.

    Without room they take no more than a list of the words with small pictures beside them would.
    """

    def __init__(self, tiles: Sequence[Tile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = tuple(tiles)
        self._grid = _Grid(self)
        for tile in self.tiles:
            self._grid.addWidget(tile)

    def set_room(self, room: int) -> None:
        """The height in pixels that the page has for them."""
        self._grid.set_room(room)

    def columns(self, width: int) -> int:
        """How many stand side by side at ``width`` pixels."""
        return self._grid.plan(width).columns

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._grid.heightForWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._grid.invalidate()


class _Grid(OwnLayout):
    def __init__(self, parent: Tiles) -> None:
        self._owner, self._tiles = parent, parent.tiles
        self._room = 0
        self._plans: dict[int, _Plan] = {}
        super().__init__(parent)

    def set_room(self, room: int) -> None:
        if room != self._room:
            self._room = room
            self.invalidate()
            self._owner.updateGeometry()

    def invalidate(self) -> None:
        self._plans.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        return self.plan(width).height

    def sizeHint(self) -> QSize:
        wide = _LIST_COLUMNS * max((tile.sizeHint().width() for tile in self._tiles), default=0)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSize(self) -> QSize:
        return QSize(max((tile.narrowest for tile in self._tiles), default=0), MIN_TARGET)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        plan, gap = self.plan(rect.width()), self._gap()
        wide = (rect.width() - (plan.columns - 1) * gap) // plan.columns
        rows = -(-len(self._tiles) // plan.columns)
        tall = (plan.height - (rows - 1) * gap) // max(1, rows)
        direction = self._owner.layoutDirection()
        for place, tile in enumerate(self._tiles):
            row, column = divmod(place, plan.columns)
            cell = QRect(rect.left() + column * (wide + gap), rect.top() + row * (tall + gap), wide, tall)
            tile.set_side(plan.side)
            tile.setGeometry(QStyle.visualRect(direction, rect, cell))

    def plan(self, width: int) -> _Plan:
        """The way with the largest pictures; of several the one with the fewest columns."""
        if width not in self._plans:
            narrowest, gap = self.minimumSize().width(), self._gap()
            most = max(1, min(MOST_COLUMNS, (width + gap) // (narrowest + gap)))
            budget = max(self._room, self._as_a_list(width))
            ways = [self._way(width, columns, budget) for columns in range(1, most + 1)]
            self._plans[width] = max(ways, key=lambda way: (way.side, -way.columns))
        return self._plans[width]

    def _way(self, width: int, columns: int, budget: int) -> _Plan:
        gap, growth = self._gap(), self._look().sizes.card_growth
        rows = -(-len(self._tiles) // columns)
        wide = (width - (columns - 1) * gap) // columns
        other = max((tile.above_and_below(wide) for tile in self._tiles), default=0)
        room = (budget - (rows - 1) * gap) // max(1, rows) - other
        side = max(0, min(room, wide - self._tiles[0].beside, round(MOST_SIDE * growth)))
        tall = max(other + side, MIN_TARGET + 2 * HALO)
        return _Plan(columns, side, rows * tall + (rows - 1) * gap)

    def _as_a_list(self, width: int) -> int:
        """The height in pixels of all words in columns, each with a small picture beside it."""
        sizes = self._look().sizes
        columns = max(1, min(_LIST_COLUMNS, width // (_LIST_EM * sizes.body)))
        rows = -(-len(self._tiles) // columns)
        word = self._tiles[0].label.heightForWidth(width) if self._tiles else 0
        line = max(word, round(34 * sizes.card_growth)) + 2 * (HALO + round(sizes.pad * 0.55))
        return rows * line + (rows - 1) * self._gap()

    def _gap(self) -> int:
        return self._look().sizes.gap // 2

    def _look(self) -> Look:
        return look_of(self._owner)
