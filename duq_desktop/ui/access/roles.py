"""What a widget is, told to whoever listens: Qt knows neither headings nor charts.

A widget names its role by ``told_as``, a name of ``QAccessible.Role``. Qt's class of roles takes milliseconds
to make, so this part is brought in once the first page stands; that page's heading is told as a label.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def tell_roles() -> None:
    """From now on each widget with a ``told_as`` has that role (WCAG 1.1.1, 1.3.1). Once in a process."""
    QAccessible.installFactory(_as_told)


def _as_told(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """What aids are told of a widget that says its role; None for others, of which Qt tells by itself.

    Qt's own class does all of it, and nothing of ours is called back while a page goes. It takes the name
    and the description that were set: a label's own text is no longer its name.
    """
    role = getattr(thing, "told_as", "")
    return QAccessibleWidget(thing, QAccessible.Role[role]) if role and isinstance(thing, QWidget) else None
