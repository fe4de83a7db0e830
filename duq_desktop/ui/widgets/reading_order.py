"""Tab goes the way the eye reads: from top to bottom, and within a line from left to right."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QWidget

from duq_desktop.ui.widgets.layouts import OwnLayout

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_TAB = Qt.FocusPolicy.TabFocus.value
_WHOLE = (QAbstractButton, QLabel)
"""What takes the focus as a whole or not at all: nothing in it is sought."""


def reading_order(root: QWidget) -> list[QWidget]:
    """What Tab can reach within ``root``, in the order of the layouts, whether shown or not."""
    return [widget for widget in _chain(root) if _takes_tab(widget)]


def set_reading_order(root: QWidget) -> list[QWidget]:
    """Chains the Tab order of everything in ``root`` as it is read. Returns what Tab can reach now.

    What takes the focus only now and then (``takes_focus_once``) has its place in the chain too, so that
    Tab goes on from there.
    """
    chain = _chain(root)
    for first, second in pairwise(chain):
        if first.nextInFocusChain() is not second:
            QWidget.setTabOrder(first, second)
    # What stands within something hidden is not hidden itself, and cannot take the focus all the same.
    return [each for each in chain if _takes_tab(each) and each.isVisibleTo(root) and each.isEnabled()]


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & _TAB)


def _chain(root: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    if _takes_tab(root) or getattr(root, "takes_focus_once", False):
        found.append(root)
    layout = root.layout()
    if isinstance(root, _WHOLE) or (found and layout is None):
        return found
    children = root.findChildren(QWidget, options=_DIRECT)
    inner = _in_layout(layout, children) if layout is not None else []
    laid = set(inner)
    loose = [child for child in children if child not in laid]
    for child in inner + [child for child in loose if not child.isWindow()]:
        found.extend(_chain(child))
    return found


def _in_layout(layout: QLayout, within: list[QWidget]) -> list[QWidget]:
    """What of the children ``within`` stands in ``layout`` and the layouts inside it, in their order."""
    found: list[QWidget] = []
    for part in _parts_of(layout, within):
        found += _in_layout(part, within) if isinstance(part, QLayout) else [part]
    return found


def _parts_of(layout: QLayout, within: list[QWidget]) -> list[QWidget | QLayout]:
    """The widgets and layouts right in ``layout``, in their order.

    Their places are asked for, not what is at each place: see ``OwnLayout``.
    """
    if isinstance(layout, OwnLayout):
        return layout.parts()
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(part), part) for part in within]
    for part in layout.children():
        if isinstance(part, QLayout):
            placed.append((layout.indexOf(part), part))
    return [part for place, part in sorted(placed, key=itemgetter(0)) if place >= 0]
