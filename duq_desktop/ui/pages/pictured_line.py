"""A line of a page: its picture at the left, its words at the right. No frame: it is not a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.ui.widgets.text import BodyText


class PicturedLine(QWidget):
    """Holds ``view`` and ``label`` side by side; the words keep the room when the picture is off."""

    def __init__(self, view: PictureView, label: BodyText) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(view, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def _refresh(self) -> None:
        self._row.setSpacing(look_of(self).sizes.gap)
