"""Buttons whose words wrap and are never cut, built so that a name cannot be left out.

A ``QPushButton`` cannot wrap its text. These hold a wrapping label in a layout and paint themselves,
and stay push buttons to Qt and to a screen reader: they act on release, and sliding off cancels.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.theme.tokens import HALO, MIN_TARGET
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.spots import MarkSpot, PictureSpot
from duq_desktop.ui.widgets.surface import Surface, paint_surface
from duq_desktop.ui.widgets.text import Tone, WrappedText
from duq_desktop.words import without_isolates

RESTYLED = frozenset({QEvent.Type.StyleChange, QEvent.Type.ParentChange})
"""After these a widget may stand under another look."""


class WordButton(QPushButton):
    """The base of every button here: words, and before them a mark or a picture.

    ``words`` are shown, and are the name a screen reader says unless ``name`` says more; a ``name``
    must begin with the words shown, so that who says what they see is understood (WCAG 2.5.3).
    ``mark_last`` puts the mark or the picture after the words.
    Raises ``ValueError`` when there are no words or the name does not hold them.
    """

    lowest = MIN_TARGET
    """The least height in pixels of what is painted, without the room for the ring."""

    ground = "card"
    edge = "line"
    closeness = 1.0
    """What is left free beside the words, as a part of the common padding."""

    mark_size = 1.0
    """The size of the mark, as a part of the common size."""

    def __init__(
        self,
        words: str,
        *,
        name: str = "",
        mark: Mark | None = None,
        picture: Picture | None = None,
        pictures: PictureCache | None = None,
        picture_side: int = 64,
        mark_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.said = ""
        """What is said of it before it is chosen, where its words hold an answer; else its words are."""
        self._look: Look | None = None
        self._mark_last = mark_last
        self.label = WrappedText(words, parent=self)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._spot: MarkSpot | PictureSpot | None = None
        if picture is not None and pictures is not None:
            self._spot = PictureSpot(picture, pictures, picture_side, self)
        elif mark is not None:
            self._spot = MarkSpot(mark, self.mark_size, self)
        self.set_words(words, name=name)
        self._build()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # A layout asks the inner layout for its height, not this widget; the minimum is heeded. A
        # least width set here would be heeded too, in place of the longest word's.
        self.setMinimumHeight(self.lowest + 2 * HALO)
        self._refresh()

    def words(self) -> str:
        """The words shown."""
        return self.label.text()

    def set_words(self, words: str, *, name: str = "") -> None:
        """Shows other words, with another name for a screen reader if given."""
        if not words.strip():
            raise ValueError("a button needs words")
        shown, said = without_isolates(words), without_isolates(name or words)
        if not said.startswith(shown):
            raise ValueError(f"the name {said!r} must begin with the words shown, {shown!r}")
        self.label.setText(words)
        self.setAccessibleName(said)

    def set_mark(self, mark: Mark) -> None:
        """Shows another mark, if the button has one."""
        if isinstance(self._spot, MarkSpot):
            self._spot.mark = mark
            self._spot.update()

    def set_mark_shown(self, shown: bool) -> None:
        """Leaves the mark out where there is room for the words only."""
        if isinstance(self._spot, MarkSpot) and self._spot.isHidden() == shown:
            self._spot.setHidden(not shown)
            self._row.invalidate()
            self.updateGeometry()

    def grow_picture(self, by: float) -> bool:
        """Shows the picture ``by`` times as large as usual, where its words keep their lines.

        Says whether anything is another size now.
        """
        spot = self._spot
        if not isinstance(spot, PictureSpot) or by == spot.growth:
            return False
        spot.growth = by
        self._settle(spot)
        self.updateGeometry()
        return True

    def target(self) -> QRect:
        """What is painted and can be hit, without the room for the ring."""
        return self.rect().adjusted(HALO, HALO, -HALO, -HALO)

    def sizeHint(self) -> QSize:
        """With the picture, also where it is left out now: else a page would swing between two widths."""
        hint, spot = self._row.totalSizeHint(), self._wanted_picture()
        if spot is not None and spot.isHidden():
            wide = hint.width() + self._row.spacing() + spot.usual
            hint = QSize(wide, max(hint.height(), spot.usual + self._margin_height()))
        return hint.expandedTo(self._least())

    def minimumSizeHint(self) -> QSize:
        """Without the picture: it gives way where a word would not fit beside it."""
        least = self._row.totalMinimumSize()
        if isinstance(self._spot, PictureSpot):
            least.setWidth(self._words_width())
        return least.expandedTo(self._least())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if isinstance(self._spot, PictureSpot):
            self._settle(self._spot)

    def _settle(self, spot: PictureSpot) -> None:
        """Gives the picture the size that it has at the present width, or none."""
        spot.settle(self._side_at(spot, self.width()), crowded=self._is_crowded(spot, self.width()))

    def _least(self) -> QSize:
        return QSize(self.lowest + 2 * HALO, self.lowest + 2 * HALO)

    def _words_width(self) -> int:
        """The width that the longest word needs, with what is left free beside it."""
        margins = self._row.contentsMargins()
        return self.label.minimumSizeHint().width() + margins.left() + margins.right()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Follows from the width alone, whether the picture shows now or not."""
        spot = self._wanted_picture()
        if spot is None:
            return max(self._row.totalHeightForWidth(width), self.minimumHeight())
        margins, tall = self._row.contentsMargins(), 0
        room = width - margins.left() - margins.right()
        if not self._is_crowded(spot, width):
            tall = self._side_at(spot, width)
            room -= self._row.spacing() + tall
        return max(max(self.label.heightForWidth(room), tall) + self._margin_height(), self.minimumHeight())

    def _wanted_picture(self) -> PictureSpot | None:
        """The picture that shows where there is room for it."""
        spot = self._spot
        return spot if isinstance(spot, PictureSpot) and spot.is_wanted else None

    def _is_crowded(self, spot: PictureSpot, width: int) -> bool:
        """Whether the longest word does not fit beside the picture at this width."""
        return width < self._words_width() + self._row.spacing() + spot.usual

    def _side_at(self, spot: PictureSpot, width: int) -> int:
        """The side of the picture at ``width``: never so large that the words need another line for it."""
        if spot.growth == 1.0:
            return spot.usual
        margins = self._row.contentsMargins()
        room = width - margins.left() - margins.right() - self._row.spacing()
        words, beside = self.label.heightForWidth, room - spot.grown
        if self.label.sizeHint().width() <= beside:
            return spot.grown
        fits = beside >= self.label.minimumSizeHint().width() and words(beside) <= words(room - spot.usual)
        return spot.grown if fits else spot.usual

    def _margin_height(self) -> int:
        margins = self._row.contentsMargins()
        return margins.top() + margins.bottom()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_surface(painter, look_of(self), QRectF(self.rect()), self._surface())
        painter.end()

    def _surface(self) -> Surface:
        return Surface(
            ground=self.ground,
            edge=self.edge,
            focused=self.hasFocus(),
            pressed=self.isDown(),
            hovered=self.underMouse(),
            chosen=self.isChecked(),
        )

    def _build(self) -> None:
        self._row: QBoxLayout = QHBoxLayout(self)
        self._row.addWidget(self.label, 1)
        if self._spot is not None:
            self._row.insertWidget(1 if self._mark_last else 0, self._spot)

    def _refresh(self) -> None:
        """Fits the button to the look it stands under, if it is another one."""
        look = look_of(self)
        if look is not self._look:
            self._look = look
            self._fit(look)

    def _fit(self, look: Look) -> None:
        side, above = HALO + round(look.sizes.pad * self.closeness), HALO + round(look.sizes.pad * 0.55)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(round(look.sizes.gap * 0.9))
        if self._spot is not None:
            self._spot.fit(look)
        self.updateGeometry()
        self.update()


class BigButton(WordButton):
    """A button with room: words, and a picture or a mark before them.

    ``main`` paints it in the accent: one on a page at most, for the way on.
    """

    lowest = 56

    def __init__(
        self,
        words: str,
        *,
        name: str = "",
        mark: Mark | None = None,
        picture: Picture | None = None,
        pictures: PictureCache | None = None,
        picture_side: int = 64,
        mark_last: bool = False,
        main: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._main = main
        if main:
            self.ground = self.edge = "accent"
        super().__init__(
            words,
            name=name,
            mark=mark,
            picture=picture,
            pictures=pictures,
            picture_side=picture_side,
            mark_last=mark_last,
            parent=parent,
        )
        if main:
            self.setProperty("main", True)
            self.label.set_tone(Tone.ON_ACCENT)
            if self._spot is not None:
                self._spot.tone = Tone.ON_ACCENT


class HearButton(WordButton):
    """The small button beside an answer that reads it aloud. Hearing is not choosing.

    ``words`` is the word shown ("Hear"), ``what`` the answer that it reads: together its name.
    """

    mark_size = 0.85

    def __init__(
        self, words: str, what: str, *, closeness: float = 1.0, parent: QWidget | None = None
    ) -> None:
        self.closeness = closeness
        super().__init__(words, name=f"{words}: {what}", mark=Mark.LISTEN, parent=parent)
        self.ground = "page"
