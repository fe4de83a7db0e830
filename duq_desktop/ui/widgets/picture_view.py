"""A picture that a screen reader calls by what it shows, and that can be switched off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme.contrast import channels, luminance
from duq_desktop.ui.theme.look import Look, look_of

_LIGHT = 0.5
"""Above this luminance a page needs no plate under a picture drawn for light ground."""


def needs_plate(look: Look) -> bool:
    """Whether pictures, which are drawn for light ground, get a light plate."""
    return luminance(*channels(look.theme.page)) < _LIGHT


def paint_plate(painter: QPainter, look: Look, box: QRectF) -> None:
    """A light, softly cornered ground under a picture, on dark themes only."""
    if needs_plate(look):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("plate"))
        painter.drawRoundedRect(box, look.sizes.radius / 2, look.sizes.radius / 2)


def set_hidden(widget: QWidget, hidden: bool) -> None:
    """Hides or shows it; what was never hidden shows with its page.

    To show it by name would have Qt style and lay it out at once, by itself, and again with the page.
    """
    if hidden or widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        widget.setHidden(hidden)


class PictureView(QLabel):
    """A picture beside words. Its name for a screen reader is the picture's ``alt``.

    Hidden as long as pictures are switched off, and when its file cannot be shown. ``side`` is its
    greatest width and height in pixels at 100 %; it grows with the text, and shrinks to fit.
    """

    def __init__(
        self, picture: Picture, pictures: PictureCache, *, side: int = 300, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._pictures = pictures
        self._side = side
        self.setAccessibleName(picture.alt)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refresh()

    @property
    def depicts(self) -> Picture:
        """What is shown."""
        return self._picture

    def set_side(self, side: int) -> None:
        """Sets the greatest width and height, in pixels at 100 %."""
        if side != self._side:
            self._side = side
            self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.ParentChange}:
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_plate(painter, look_of(self), QRectF(self.rect()))
        painter.end()
        super().paintEvent(event)

    def _refresh(self) -> None:
        look = look_of(self)
        # A small picture keeps most of its plate.
        inset = min(look.sizes.gap, round(self._side / 11)) if needs_plate(look) else 0
        box = QSize(self._side - 2 * inset, self._side - 2 * inset)
        shown, drawn = self._pictures.drawn(self._picture, box, self.devicePixelRatioF())
        if shown.alt != self.accessibleName():
            self.setAccessibleName(shown.alt)
        self.setPixmap(drawn)
        self.setFixedSize(drawn.deviceIndependentSize().toSize() + QSize(2 * inset, 2 * inset))
        self._show_or_hide(look.pictures_on and not drawn.isNull())

    def _show_or_hide(self, shown: bool) -> None:
        """Showing a widget without a parent would open it as a window of its own."""
        if not shown:
            self.hide()
        elif self.isHidden() and self.parentWidget() is not None:
            set_hidden(self, False)
