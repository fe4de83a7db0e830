"""A line of a page: its picture at the left, its words at the right. No frame: it is not a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.page_body import OWN_EDGE
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.ui.widgets.text import BodyText


class PicturedLine(QWidget):
    """Holds ``view`` and ``label`` side by side; the words keep the room when the picture is off.

    The picture comes with its side at 100 %, and grows a little with the text.
    """

    def __init__(self, view: PictureView, label: BodyText) -> None:
        super().__init__()
        self.setProperty(OWN_EDGE, True)
        self._view, self._side = view, view.sizeHint().width()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(HALO, 0, HALO, 0)
        self._row.addWidget(view, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        self._row.setSpacing(sizes.gap)
        self._view.set_side(round(self._side * sizes.card_growth))
