"""Tab goes the way the eye reads: from top to bottom, and within a line from left to right."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def reading_order(root: QWidget) -> list[QWidget]:
    """What Tab can reach within ``root``, in the order of the layouts, whether shown or not."""
    found: list[QWidget] = []
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus:
        found.append(root)
    layout = root.layout()
    if found and layout is None:
        return found
    inner = _in_layout(layout) if layout is not None else []
    laid = set(map(id, inner))
    loose = list(root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly))
    for child in inner + [child for child in loose if id(child) not in laid and not child.isWindow()]:
        found.extend(reading_order(child))
    return found


def set_reading_order(root: QWidget) -> list[QWidget]:
    """Chains the Tab order of everything in ``root`` as it is read. Returns what Tab can reach now."""
    order = reading_order(root)
    for first, second in pairwise(order):
        QWidget.setTabOrder(first, second)
    return [widget for widget in order if not widget.isHidden() and widget.isEnabled()]


def _in_layout(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            found.append(widget)
        elif inner is not None:
            found.extend(_in_layout(inner))
    return found
