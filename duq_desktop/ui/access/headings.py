"""A page's heading is told as one to whoever listens: Qt knows labels only."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from duq_desktop.ui.widgets.text import Heading


def tell_headings() -> None:
    """From now on each ``Heading`` has the role of one (WCAG 1.3.1, 2.4.10). Once in a process."""
    QAccessible.installFactory(_as_heading)


def _as_heading(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """What aids are told of a heading; None for anything else, of which Qt tells by itself.

    Qt's own class does all of it, and nothing of ours is called back while a page goes.
    """
    return QAccessibleWidget(thing, QAccessible.Role.Heading) if isinstance(thing, Heading) else None
