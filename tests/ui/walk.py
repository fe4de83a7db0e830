"""Walks a page as a screen reader, a finger and an eye would, and names everything that is wrong.

``problems_of(page)`` wants a page that is shown and laid out, and gives one sentence for each fault.
It asks Qt's accessibility interface, not the properties, and measures rendered pixels, not tokens.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from duq_desktop.ui.theme.contrast import CONTROL_RATIO, TEXT_RATIO, ratio
from duq_desktop.ui.theme.tokens import MIN_CARD, MIN_TARGET, RING
from duq_desktop.ui.widgets import AnswerCard, WordButton, WrappedText
from duq_desktop.words import without_isolates

_NO_ROLE = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Grouping,
    QAccessible.Role.Pane,
}
_CORE_PIXELS = 6
"""A stroke has at least this many pixels in its full colour; fewer are its blurred edge."""


def problems_of(page: QWidget) -> list[str]:
    """Every fault of a shown page, each as ``kind: control: what is wrong``."""
    found: list[str] = []
    for widget in _visible(page):
        found.extend(_spoken(widget))
        found.extend(_target(widget))
        found.extend(_words(widget))
        found.extend(_inside(widget, page))
    found.extend(_sideways(page))
    found.extend(_stops(page))
    return found


def items_of_qts() -> list[str]:
    """The kinds of layout items known to Python that Qt made for itself: there must be none, ever.

    Qt deletes them without a word to Python, and whatever comes to lie at the same address is then taken
    for one of them.
    """
    items = [each for each in gc.get_objects() if isinstance(each, QLayoutItem)]
    return [
        type(each).__name__
        for each in items
        if not isinstance(each, QLayout) and not shiboken6.createdByPython(each)
    ]


class Meeting(NamedTuple):
    """Two colours that meet on a page: who shows it, what must stand out from what, and how much."""

    called: str
    fronts: frozenset[str]
    ground: str
    needed: float


def meetings_of(page: QWidget) -> list[Meeting]:
    """Which colours meet in the rendered pixels of a page, as ``#rrggbb``, drawn once.

    Words stand on their ground (7:1), the edge of a control and the ring of what has the focus on the
    page beside it (3:1). Of words the colours are those of whole strokes, without their blurred edges.
    """
    image = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for label in page.findChildren(QLabel):
        if label.isVisible() and any(map(str.isalnum, label.text())):  # a full stop has no whole stroke
            ground, strokes = _colours(image.copy(_within(label, page).intersected(_start_of(label, page))))
            found.append(Meeting(_called(label), strokes, ground, TEXT_RATIO))
    for button in page.findChildren(WordButton):
        if button.isVisible():
            found.extend(_edges_that_meet(button, page, image))
    return found


def contrast_problems_of(page: QWidget) -> list[str]:
    """What is too weak in the rendered pixels of a page."""
    return [
        f"contrast: {called}: {ground} and {', '.join(sorted(fronts))}"
        for called, fronts, ground, needed in meetings_of(page)
        if not any(ratio(front, ground) >= needed for front in fronts)
    ]


_FIRST_LINE = 60
"""So many pixels from its top hold the first line of any words at 100 %."""


def _start_of(label: QLabel, page: QWidget) -> QRect:
    """The first line, or the middle of a label in which words stand in the middle."""
    whole = _within(label, page)
    top = (
        whole.center().y() - _FIRST_LINE // 2
        if label.alignment() & Qt.AlignmentFlag.AlignVCenter
        else whole.top()
    )
    return QRect(whole.left(), max(whole.top(), top), whole.width(), _FIRST_LINE)


def _edges_that_meet(button: WordButton, page: QWidget, image: QImage) -> Iterator[Meeting]:
    """From just outside a control inwards along its middle: the ring if it has the focus, and its edge.

    From the left or from the right: on one side the ring of a neighbour may stand in the way.
    """
    area = _within(button, page)
    inside = button.target().translated(area.topLeft())
    rim = inside.left() - area.left() + 2
    reach = range(rim + 10)
    rows = [
        [image.pixelColor(x, inside.center().y()).name() for x in places if 0 <= x < image.width()]
        for places in (
            [inside.left() - rim + step for step in reach],
            [inside.right() + rim - step for step in reach],
        )
    ]
    row = min(rows, key=lambda each: len(set(each[:rim])))
    yield Meeting(f"edge of {_called(button)}", frozenset(row[rim:]), row[0], CONTROL_RATIO)
    if button.hasFocus():
        ring = {colour for colour in row[:rim] if row[:rim].count(colour) >= RING} - {row[0]}
        yield Meeting(f"ring of {_called(button)}", frozenset(ring), row[0], CONTROL_RATIO)


def _within(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def rendered_contrast(label: QWidget) -> float:
    """The contrast between a label's ground and the strongest colour of its strokes, from pixels.

    The window is rendered, not the label alone, so that the ground is the one really behind it. A
    part that is scrolled out of sight is brought into sight first.
    """
    _bring_into_sight(label)
    window = label.window()
    area = QRect(label.mapTo(window, QPoint(0, 0)), label.size()) & _sight(label)
    ground, strokes = _colours(window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32))
    return max((ratio(ground, stroke) for stroke in strokes), default=0.0)


def _colours(image: QImage) -> tuple[str, frozenset[str]]:
    """The commonest colour of ``image``, and the others that whole strokes have."""
    counted: Counter[int] = Counter()
    if not image.isNull():  # four bytes a pixel: a line of them is never filled up
        for colour, times in Counter(memoryview(image.constBits()).cast("B").cast("I")).items():
            counted[colour & 0xFFFFFF] += times
    if not counted:
        return "#000000", frozenset()
    ground = counted.most_common(1)[0][0]
    strokes = {colour for colour, times in counted.items() if times >= _CORE_PIXELS} - {ground}
    return f"#{ground:06x}", frozenset(f"#{stroke:06x}" for stroke in strokes)


def _visible(page: QWidget) -> Iterator[QWidget]:
    for widget in [page, *page.findChildren(QWidget)]:
        if widget.isVisible():
            yield widget


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar):
        return False
    pressable = isinstance(widget, QAbstractButton | QAbstractSlider | QLineEdit | QComboBox)
    return pressable or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _called(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    return f"{type(widget).__name__} {name!r}"


def _spoken(widget: QWidget) -> Iterator[str]:
    """Role, name and state, as a screen reader gets them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        if _is_control(widget):
            yield f"spoken: {_called(widget)}: not there for a screen reader"
        return
    name = interface.text(QAccessible.Text.Name).strip()
    if interface.role() == QAccessible.Role.Graphic and not name:
        yield f"spoken: {_called(widget)}: a picture without a name"
    if not _is_control(widget):
        return
    if interface.role() in _NO_ROLE and not isinstance(widget, QAbstractScrollArea):
        yield f"spoken: {_called(widget)}: no role"
    if not name:
        yield f"spoken: {_called(widget)}: no name"
    state = interface.state()
    if not state.focusable:
        yield f"spoken: {_called(widget)}: cannot take the focus"
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        if not state.checkable:
            yield f"spoken: {_called(widget)}: not said to be a choice"
        if bool(state.checked) != widget.isChecked():
            yield f"spoken: {_called(widget)}: its choice is said wrongly"
    if isinstance(widget, WordButton) and not name.startswith(without_isolates(widget.words())):
        yield f"spoken: {_called(widget)}: the name lacks the words shown, {widget.words()!r}"


def _target(widget: QWidget) -> Iterator[str]:
    """The size of what can be hit, without the room for the focus ring."""
    if not _is_control(widget) or isinstance(widget, QLabel | QGroupBox):
        return
    size = widget.target().size() if isinstance(widget, WordButton) else widget.size()
    if min(size.width(), size.height()) < MIN_TARGET:
        yield f"target: {_called(widget)}: {size.width()} by {size.height()}"
    if isinstance(widget, AnswerCard) and size.height() < MIN_CARD:
        yield f"target: {_called(widget)}: a card {size.height()} high"


def _words(widget: QWidget) -> Iterator[str]:
    """Words get the width of their longest word and the height that they need at their width."""
    if isinstance(widget, QLabel) and widget.text():
        lowest = widget.minimumSizeHint()
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else lowest.height()
        if widget.height() < needed:
            yield f"clipped: {_called(widget)}: {widget.height()} high, needs {needed}"
        if widget.width() < lowest.width():
            yield f"clipped: {_called(widget)}: {widget.width()} wide, needs {lowest.width()}"
        if isinstance(widget, WrappedText) and widget.breaks_a_word():
            yield f"clipped: {_called(widget)}: a word is broken"
    plain = isinstance(widget, QPushButton | QCheckBox | QRadioButton) and not isinstance(widget, WordButton)
    if plain and widget.sizeHint().width() > widget.width():
        yield f"clipped: {_called(widget)}: {widget.width()} wide, needs {widget.sizeHint().width()}"


def _inside(widget: QWidget, page: QWidget) -> Iterator[str]:
    """Nothing reaches beyond what holds it; what a scroll area holds may."""
    parent = widget.parentWidget()
    if widget is page or parent is None or widget.isWindow() or isinstance(widget, QScrollBar):
        return
    if isinstance(parent.parentWidget(), QAbstractScrollArea) or widget.size().isEmpty():
        return
    if not parent.rect().contains(widget.geometry()):
        place, room = _edges(widget.geometry()), _edges(parent.rect())
        yield f"clipped: {_called(widget)}: {place} reaches out of {room}"


def _edges(rect: QRect) -> str:
    return f"{rect.left()},{rect.top()} to {rect.right()},{rect.bottom()}"


def _sideways(page: QWidget) -> Iterator[str]:
    """A page never scrolls sideways (WCAG 1.4.10)."""
    for area in page.findChildren(QScrollArea):
        inner = area.widget()
        if area.isVisible() and inner is not None and inner.width() > area.viewport().width():
            yield f"sideways: {_called(area)}: {inner.width()} in {area.viewport().width()}"


def _stops(page: QWidget) -> Iterator[str]:
    """Tab reaches every control. Pressed for real: asking Qt for the chain gives out widgets that go."""
    wanted = {widget for widget in _visible(page) if _is_control(widget) and widget.isEnabled()}
    met: set[QWidget] = set()
    place = _begin_with_tab(page)
    while place is not None and place not in met:
        met.add(place)
        QTest.keyClick(place, Qt.Key.Key_Tab)
        place = QApplication.focusWidget()
    for widget in wanted - met:
        yield f"stops: {_called(widget)}: Tab does not reach it"


def _begin_with_tab(page: QWidget) -> QWidget | None:
    """What has the focus on the page; when nothing has, what gets it first."""
    place = QApplication.focusWidget()
    if place is None or not page.isAncestorOf(place):
        page.window().activateWindow()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        page.focusNextPrevChild(True)
        place = QApplication.focusWidget()
    return place


def _scroller(widget: QWidget) -> QScrollArea | None:
    place = widget.parentWidget()
    while place is not None and not isinstance(place, QScrollArea):
        place = place.parentWidget()
    return place


def _bring_into_sight(widget: QWidget) -> None:
    area = _scroller(widget)
    if area is not None:
        area.ensureWidgetVisible(widget, 0, 0)


def _sight(widget: QWidget) -> QRect:
    """The part of the window in which ``widget`` can be seen."""
    window, area = widget.window(), _scroller(widget)
    if area is None:
        return window.rect()
    view = area.viewport()
    return QRect(view.mapTo(window, QPoint(0, 0)), view.size())
