"""What scrolls between the bars: a picture where lines begin, words beside it, both in a column if narrow."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.answers import Cards, Choice
from duq_desktop.ui.widgets.buttons import HearButton, WordButton
from duq_desktop.ui.widgets.fitting import CLOSEST, USUAL, Density, densities, too_long
from duq_desktop.ui.widgets.kept_in_view import KeptInView
from duq_desktop.ui.widgets.notices import Panel
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.ui.widgets.pictured_line import PicturedLine
from duq_desktop.ui.widgets.scroll_ends import STEP, PageBar, ScrollEnd
from duq_desktop.ui.widgets.text import OWN_EDGE, BodyText, Heading, WrappedText
from duq_desktop.ui.widgets.tiles import Tiles

_WORDS_EM = 17
"""The words keep a column of at least this many em beside a picture; else all but the heading go below."""

_HEADING_EM = 8
"""A heading keeps at least this many em beside a picture; else the picture stands above it."""

_LOW_EM = 25
"""A window lower than this many em has no room for a column of answers beside a picture."""

_FEW = 3
"""Fewer things to choose than this fit beside a picture in any window."""

_SHARE, _SMALL_SHARE = 0.3, 0.26
"""What a picture takes of a page's width, and where several buttons stand beside it."""

_MOST, _MOST_WELCOME = 380, 460
"""The side of a picture beside the words, at most, in pixels; on the first page."""

_BARS = 150
"""What the bars above and below take of a window's height, in pixels, about."""

_ABOVE_EM = 9.5
"""What a heading, a line and the smaller choices take of a page's height, in em, about."""

_WIDEST = 1310
"""A page is not spread wider than this, in pixels at 100 %, on a large screen."""

_TOO_MUCH = 120
"""A page that is longer than its room by more than this many pixels scrolls, however close things stand."""

_BESIDE_BAR = 4
"""Left free between the page and its scroll bar, in pixels: what stands on the page has its own halo."""


class PageScroll(QScrollArea):
    """Scrolls a page up and down, never sideways; not itself a stop for Tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.ends: tuple[ScrollEnd, ...] = ()
        self.in_view = KeptInView(self)

    def add_ends(self, up: str, down: str) -> None:
        """Puts a button at either end of the scroll bar, called by these words."""
        self.ends = ScrollEnd(up, down=False), ScrollEnd(down, down=True)
        self.setVerticalScrollBar(PageBar(self.ends, self))
        self.in_view.watch_bar()
        self.addScrollBarWidget(self.ends[0], Qt.AlignmentFlag.AlignTop)
        self.addScrollBarWidget(self.ends[1], Qt.AlignmentFlag.AlignBottom)
        self.ends[0].clicked.connect(lambda: self._go(-STEP))
        self.ends[1].clicked.connect(lambda: self._go(STEP))

    def settle_ends(self) -> None:
        """Says to each end whether there is more its way."""
        bar = self.verticalScrollBar()
        for end, edge in zip(self.ends, (bar.minimum(), bar.maximum()), strict=False):
            end.set_at_end(bar.value() == edge)

    def _go(self, part: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is fitted first, so that it is seen then whether there is need of a bar."""
        self.fit()
        super().resizeEvent(event)

    def fit(self) -> None:
        """Fits the page to the room that it has without the bar."""
        body = self.widget()
        if isinstance(body, PageBody):
            body.fit(self.size())

    @property
    def bar_width(self) -> int:
        """What the scroll bar with its ends takes of the page's width, in pixels."""
        sizes = look_of(self).sizes
        return sizes.page_bar if self.ends else sizes.bar


class PageBody(QWidget):
    """The picture and the words of one page, with ``tail`` for controls that scroll."""

    def __init__(self, question: str, picture: PictureView | None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = picture
        self.welcomes = False
        """Whether it is the first page, whose picture and words are larger."""
        self.content = QWidget(self)
        self.heading = Heading(question, parent=self.content)
        self._parts: list[QWidget] = []
        self._cards: list[Cards] = []
        self._lines: list[PicturedLine] = []
        self._plain: list[BodyText] = []
        self._growing: list[WordButton] = []
        self._tiles: Tiles | None = None
        self._holding: list[QWidget] = []
        self._ways = self._above = self._edge = self._end = self._bar = self._taken = 0
        self._area = QSize()
        self._density = USUAL
        self._fitted: tuple[QSize, int] | None = None
        self._build()
        self.add(self.heading)

    def add(self, widget: QWidget) -> None:
        """Puts ``widget`` below the others in the column of words; a button keeps its own width."""
        self._parts.append(widget)
        self._take_in(widget)

    def add_first(self, widget: QWidget) -> None:
        """Puts ``widget`` right below the heading."""
        self._parts.insert(1, widget)
        self._take_in(widget)

    def add_before(self, part: QWidget | None, widget: QWidget) -> None:
        """Puts ``widget`` right above the part of the content that ``part`` is or stands in.

        Where it stands in none, such as the heading or a control in a bar, right below the heading.
        """
        beside = (n for n, each in enumerate(self._parts) if n and part is not None and _within(part, each))
        self._parts.insert(next(beside, 1), widget)
        self._take_in(widget)

    def take_in_button(self) -> None:
        """A button was put on a part that is on the page already."""
        self._ways += 1

    def let_grow(self, buttons: Iterable[WordButton]) -> None:
        """The pictures on these ``buttons``, which stay as long as the page, are larger where it has room."""
        self._growing += buttons

    def set_lead(self, widget: QWidget) -> None:
        """Puts ``widget``, such as the progress, above the page's content."""
        self._lead.addWidget(widget)

    def arrange(self, width: int, height: int, bar: int) -> None:
        """Fits the page to a window of ``width`` by ``height`` pixels, ``bar`` of them for the scroll bar."""
        sizes = look_of(self).sizes
        side = max(sizes.side(width), (width - round(_WIDEST * sizes.growth)) // 2)
        # What stands on the page keeps its place whether the page scrolls or not: the room for the bar
        # is always left free.
        self._edge, self._bar = side - HALO, bar
        self._end = max(self._edge, bar + _BESIDE_BAR)
        for cards in self._cards:
            cards.set_room(height - _BARS - round(_ABOVE_EM * sizes.body) - self._lines_above(cards))
        if self.picture is not None:
            self._fit_picture(self.picture, width - side - HALO - self._end, height)
        self._apply(self._density)
        self._fitted = None
        if self._area.isValid():
            self.fit(self._area)

    def fit(self, area: QSize) -> None:
        """Chooses how close things stand and how large the lines' pictures are, for a page of ``area``.

        The roomiest way in which the page need not be scrolled; the usual one where it must be.
        """
        if not self._end or self._fitted == (area, self._needed(area)):
            return
        self._area = area
        for density in self._densities(area):
            self._apply(density)
            needed = self._filled(area)
            if needed <= area.height():
                break
            if needed > area.height() + _TOO_MUCH and density.line <= USUAL.line:
                self._apply(CLOSEST)
                needed = self._filled(area)
                break
        if needed > area.height():
            self._apply(too_long(look_of(self).sizes))
            needed = self._filled(area)
        self._take(self._bar if needed > area.height() else 0)
        self._fitted = area, self._needed(area)

    def _filled(self, area: QSize) -> int:
        """The height in pixels that the page takes in ``area`` once its tiles have what the others leave."""
        if self._tiles is None:
            return self._needed(area)
        self._tiles.set_room(0)
        self.content.updateGeometry()
        needed = self._needed(area)
        spare = area.height() - needed
        if spare > 0:
            width = area.width() - self._edge - self._end
            self._tiles.set_room(self._tiles.heightForWidth(width) + spare)
            self.content.updateGeometry()
            needed = self._needed(area)
        return needed

    def _densities(self, area: QSize) -> tuple[Density, ...]:
        """The ways to be tried: of the large ones only those whose lines alone are not too high."""
        lines = max(1, len(self._lines))
        sizes = look_of(self).sizes
        room = (area.height() - 2 * sizes.space - sizes.heading) / (lines * sizes.card_growth)
        return densities(
            is_to_read=not self._holding,
            grows="" if not self._growing else "cards" if self._cards else "buttons",
            welcomes=self.welcomes,
            room=int(room),
        )

    def heightForWidth(self, width: int) -> int:
        """The same with the bar and without it: the bar takes what was left free for it."""
        if not self._area.isValid() or not self._end:
            return super().heightForWidth(width)
        taken = max(0, min(self._bar, self._area.width() - width))
        return self._needed(QSize(width + taken, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._area.isValid():
            self._take(max(0, min(self._bar, self._area.width() - self.width())))

    def _needed(self, area: QSize) -> int:
        """The height in pixels that the page takes in ``area``, as close as things stand now."""
        margins = self._column.contentsMargins()
        content = area.width() - self._edge - self._end
        return self._column.totalHeightForWidth(content + margins.left() + margins.right())

    def _take(self, taken: int) -> None:
        """Leaves ``taken`` pixels less free at the end of the lines: the bar stands there."""
        if taken != self._taken:
            self._taken = taken
            self._apply(self._density)

    def _apply(self, density: Density) -> None:
        sizes = look_of(self).sizes
        self._density = density
        above, end = round(sizes.space * density.edge), self._end - self._taken
        left, right = (end, self._edge) if self.isRightToLeft() else (self._edge, end)
        below = round(sizes.space * max(density.edge, density.foot))
        self._column.setContentsMargins(left, above, right, below)
        self._column.setSpacing(sizes.space)
        for column in (self._words, self._below, self._inner):
            column.setSpacing(density.gap(sizes))
        for line in self._lines:
            line.set_side(density.line, density.words)
        for words in self._plain:
            words.set_growth(density.words)
        grown = [button for button in self._growing if button.grow_picture(density.card)]
        if grown:
            self._measure_again()
        # Qt tells the layouts further up only once the page shows; they are asked before.
        self.content.updateGeometry()

    def _measure_again(self) -> None:
        """Tells the layouts between the page and its buttons that these are of another size."""
        for cards in self._cards:
            cards.measure_again()
        for part in self._holding:
            part.updateGeometry()

    def _lines_above(self, cards: Cards) -> int:
        """What the lines with pictures before these cards take, in pixels, beyond one such line."""
        place = next(n for n, part in enumerate(self._parts) if _within(cards, part))
        lines = sum(isinstance(part, PicturedLine) for part in self._parts[:place])
        sizes = look_of(self).sizes
        return max(0, lines - 1) * (round(USUAL.line * sizes.card_growth) + sizes.between)

    def _build(self) -> None:
        """Each layout is taken in while it is empty: PySide makes Python know all that is in it already,
        and Qt's own items may not be known (see ``OwnLayout``).
        """
        self._inner = QVBoxLayout(self.content)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inner.addLayout(self._pair)
        if self.picture is not None:
            self._pair.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._words, self._below, self._lead, self.tail = (QVBoxLayout() for _ in range(4))
        self._spring = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self._pair.addLayout(self._words, 1)
        self._words.addItem(self._spring)
        self._inner.addLayout(self._below)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._lead)
        self._column.addWidget(self.content)
        self._column.addLayout(self.tail)
        self._column.addStretch(1)

    def _take_in(self, widget: QWidget) -> None:
        for words in [widget, *widget.findChildren(WrappedText)]:
            if isinstance(words, WrappedText) and not _has_its_own_edge(words, widget):
                words.set_inset(HALO)
        if isinstance(widget, PicturedLine):
            self._lines.append(widget)
        elif isinstance(widget, BodyText) and not widget.is_quiet:
            self._plain.append(widget)
        if isinstance(widget, Tiles):
            self._tiles = widget
        cards = [widget] if isinstance(widget, Cards) else widget.findChildren(Cards)
        buttons = [widget] if isinstance(widget, WordButton) else widget.findChildren(WordButton)
        self._cards += cards
        self._ways += sum(not isinstance(button, Choice | HearButton) for button in buttons)
        if cards or buttons:
            self._holding.append(widget)
        self._place(widget)

    def _place(self, widget: QWidget) -> None:
        """Puts a part of the content where it stands in the present arrangement."""
        place = self._parts.index(widget)
        own_width = isinstance(widget, WordButton) and not isinstance(widget, Choice)
        alignment = Qt.AlignmentFlag.AlignLeft if own_width else Qt.AlignmentFlag(0)
        if self._above and place >= self._above:
            self._below.insertWidget(place - self._above, widget, 0, alignment)
        else:
            self._words.insertWidget(place, widget, 0, alignment)

    def _fit_picture(self, picture: PictureView, room: int, height: int) -> None:
        sizes = look_of(self).sizes
        shown = not picture.isHidden()
        gap = round(sizes.space * 1.4)
        self._pair.setSpacing(gap)
        edge = HALO if shown else 0
        turned = self.isRightToLeft()
        self._pair.setContentsMargins(0 if turned else edge, 0, edge if turned else 0, 0)
        share = _SHARE if self._ways < _FEW or self.welcomes else _SMALL_SHARE
        most = _MOST_WELCOME if self.welcomes else _MOST
        beside, small = min(most, round(room * share)), min(round(height * 0.22), round(room * 0.3))
        is_wide = room - beside - gap >= _WORDS_EM * sizes.body
        many = max(self._ways, sum(len(cards.choices) for cards in self._cards)) >= _FEW
        is_low = shown and (not is_wide or (many and height < _LOW_EM * sizes.body))
        self._set_above((self._first_way() if is_wide else 1) if is_low else 0)
        stands_beside = room - small - gap >= _HEADING_EM * sizes.heading or not is_low
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(across if stands_beside else down)
        picture.set_side(small if is_low else beside)

    def _first_way(self) -> int:
        """The place of the first part that holds something to press."""
        return next((n for n, part in enumerate(self._parts) if part in self._holding), 1)

    def _set_above(self, above: int) -> None:
        """How many parts stand beside the picture, all others below both; 0: all stand beside it."""
        if above == self._above:
            return
        self._above = above
        for part in self._parts[1:]:
            self._words.removeWidget(part)
            self._below.removeWidget(part)
        for part in self._parts[1:]:
            self._place(part)
        alone = above == 1
        self._words.removeItem(self._spring)
        if not alone:
            self._words.addItem(self._spring)
        middle = Qt.AlignmentFlag.AlignVCenter if alone else Qt.AlignmentFlag(0)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignLeft | middle)


def _within(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


def _has_its_own_edge(words: QWidget, within: QWidget) -> bool:
    """Whether words stand inside something painted or beside a picture, and not at the page's own edge."""
    place: QWidget | None = words
    while place is not None and place is not within.parentWidget():
        if isinstance(place, WordButton | Panel) or place.property(OWN_EDGE):
            return True
        place = place.parentWidget()
    return False
