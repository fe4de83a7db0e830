"""The controls that stand in the same places on every page."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.buttons import BigButton, WordButton
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.marks import Mark


class Control(str, Enum):
    """What can be done on any page, in reading order."""

    LISTEN = "listen"
    HIDE = "hide"
    BACK = "back"
    REST = "rest"
    STOP = "stop"
    TELL = "tell"
    NEXT = "next"


ALL_CONTROLS = frozenset(Control)
ABOVE = (Control.LISTEN, Control.HIDE)
BELOW = (Control.BACK, Control.REST, Control.STOP, Control.TELL, Control.NEXT)


@dataclass(frozen=True)
class ControlWords:
    """The words on the controls; ``up`` and ``down`` stand at the ends of a page that goes on."""

    listen: str
    hide: str
    back: str
    rest: str
    stop: str
    tell: str
    next: str
    up: str = ""
    down: str = ""

    def of(self, control: Control) -> str:
        """The words of one control."""
        return str(getattr(self, control.value))


class _ControlButton(WordButton):
    """A control in a bar; those below the page stand back from it."""

    lowest = 52
    closeness = 0.75


class _NextButton(BigButton):
    """The way on, in the accent."""

    lowest = 52
    closeness = 0.75


def make_control(control: Control, words: str, parent: QWidget | None = None) -> WordButton:
    """The button of a control, with its word and its mark."""
    mark = Mark(control.value)
    if control is Control.NEXT:
        return _NextButton(words, mark=mark, mark_last=True, main=True, parent=parent)
    button = _ControlButton(words, mark=mark, parent=parent)
    button.ground = "page" if control in BELOW else "card"
    return button


class Rule(QWidget):
    """A thin line that shows where the page goes on under a bar. To a screen reader it is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self._drawn = False

    def set_drawn(self, drawn: bool) -> None:
        """Draws the line or leaves its place empty, so that nothing moves."""
        if drawn != self._drawn:
            self._drawn = drawn
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn:
            painter = QPainter(self)
            painter.fillRect(self.rect(), look_of(self).colour("line"))
            painter.end()


class TopBar(QWidget):
    """Listen at the left, Hide at the right, and what a page sets between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)

    def fill(self, listen: WordButton, hide: WordButton) -> None:
        """Takes its two buttons in, once."""
        self._row.addWidget(listen)
        self._row.addStretch(1)
        self._row.addStretch(1)
        self._row.addWidget(hide)
        self._refresh()

    def set_middle(self, middle: QWidget) -> None:
        """Sets ``middle``, such as the progress, between the two."""
        self._row.insertWidget(2, middle)

    def minimumSizeHint(self) -> QSize:
        """A bar never forces the window wide: the frame sees to it that the bar fits."""
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        side = sizes.side(self.width()) - HALO
        self._row.setContentsMargins(side, sizes.gap // 2, side, sizes.gap // 3)
        self._row.setSpacing(sizes.gap)


class BottomBar(QWidget):
    """Back at the left, Next at the right, the others between them; a hidden one leaves its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: tuple[WordButton, ...] = ()
        self._row = QHBoxLayout(self)
        for _ in range(2):
            self._row.addStretch(1)

    def fill(self, buttons: Iterable[WordButton]) -> None:
        """Takes these buttons in for good."""
        self.buttons = tuple(buttons)
        self.refill()

    def refill(self) -> None:
        """Takes the buttons in, from wherever they were."""
        for button in self.buttons:
            self._row.removeWidget(button)
        last = len(self.buttons) - 1
        for place, button in enumerate(self.buttons):
            stretches_before = (place > 0) + (place == last)
            self._row.insertWidget(place + stretches_before, button)
        self._refresh()

    def minimumSizeHint(self) -> QSize:
        """A bar never forces the window wide: the frame sees to it that the bar fits."""
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        side = sizes.side(self.width()) - HALO
        self._row.setContentsMargins(side, sizes.gap // 3, side, sizes.gap // 2)
        self._row.setSpacing(sizes.gap // 2)


class ScrolledControls(QWidget):
    """The same controls in the same order, at the end of the page that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = RowOrColumn(self)

    def refill(self, buttons: Iterable[WordButton]) -> None:
        """Takes the buttons in, from wherever they were."""
        self.release()
        self._flow.setSpacing(look_of(self).sizes.gap)
        for button in buttons:
            self._flow.addWidget(button)

    def release(self) -> None:
        """Lets all buttons go. Another layout that took them out of this one would crash in Qt."""
        while self._flow.count():
            self._flow.takeAt(0)
