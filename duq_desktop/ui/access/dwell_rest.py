"""The place to rest on for who presses by staying: above every page, and the same on each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.marks import Mark, draw_mark
from duq_desktop.ui.widgets.text import Tone, WrappedText

LOWEST = 44
"""The least height in pixels."""


class RestSpot(QWidget):
    """A broad band with words. ``here`` stands on it, ``paused`` while dwelling is turned off.

    It cannot be pressed and takes no focus; to a screen reader it is its words.
    """

    def __init__(self, here: str, paused: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = (here, paused)
        self.is_paused = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label = WrappedText(here, tone=Tone.INK, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._mark = _Mark(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self.label)
        self._row.addStretch(1)
        self._refresh()
        self.set_paused(False)

    def set_words(self, here: str, paused: str) -> None:
        """Another language is spoken."""
        self._texts = (here, paused)
        self.set_paused(self.is_paused)

    def set_paused(self, paused: bool) -> None:
        """Shows whether staying on things presses them now."""
        self.is_paused = paused
        self.label.setText(self._texts[paused])
        self.label.set_tone(Tone.ON_ACCENT if paused else Tone.INK)
        self.setAccessibleName(self._texts[paused])
        self.update()

    def minimumSizeHint(self) -> QSize:
        """It never forces the window wide."""
        return QSize(0, self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("accent" if self.is_paused else "notice"))
        painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), look.colour("line"))
        painter.end()

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        self._row.setContentsMargins(sizes.gap, 0, sizes.gap, 2)
        self._row.setSpacing(sizes.gap)
        self._mark.setFixedSize(sizes.mark, sizes.mark)
        self.setFixedHeight(max(LOWEST, round(sizes.body * 1.3) + 12))


class _Mark(QWidget):
    """A cup, as on Rest. To a screen reader it is not there."""

    def paintEvent(self, event: QPaintEvent) -> None:
        spot = self.parentWidget()
        paused = isinstance(spot, RestSpot) and spot.is_paused
        painter = QPainter(self)
        colour = look_of(self).colour("accent_ink" if paused else "ink")
        draw_mark(painter, Mark.REST, QRectF(self.rect()), colour)
        painter.end()


def is_rest_spot(widget: QWidget | None) -> bool:
    """Whether ``widget`` is the rest spot or a part of it."""
    place = widget
    while place is not None and not isinstance(place, RestSpot):
        place = place.parentWidget()
    return place is not None
