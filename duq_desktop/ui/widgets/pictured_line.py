"""A line of a page: its picture at the left, its words at the right. No frame: it is not a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.ui.widgets.text import OWN_EDGE, BodyText

_LARGE = 92
"""A picture larger than this, in pixels at 100 %, stands further from its words."""


class PicturedLine(QWidget):
    """Holds ``view`` and ``label`` side by side; the words keep the room when the picture is off.

    The picture comes with its side at 100 %, and grows a little with the text. All pictures of a page
    take the same room, so that the words beside them stand below one another.
    """

    def __init__(self, view: PictureView, label: BodyText) -> None:
        super().__init__()
        self.setProperty(OWN_EDGE, True)
        self._view, self._label, self._side = view, label, view.sizeHint().width()
        self._row = QHBoxLayout(self)
        self._row.addWidget(view, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._refresh()

    def set_side(self, side: int, words: float = 1.0) -> None:
        """Sets the side of the picture, in pixels at 100 %, and how much larger its words are than usual."""
        self._label.set_growth(words)
        if side != self._side:
            self._side = side
            self._refresh()
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        side = round(self._side * sizes.card_growth)
        self._view.set_side(side)
        beside = 0 if self._view.isHidden() else side - self._view.width()
        left, right = HALO + beside // 2, HALO
        if self.isRightToLeft():
            left, right = right, left
        self._row.setContentsMargins(left, 0, right, 0)
        gap = sizes.gap if self._side <= _LARGE else 2 * sizes.gap
        self._row.setSpacing(gap + beside - beside // 2)
