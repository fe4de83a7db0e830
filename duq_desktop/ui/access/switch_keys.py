"""What a switch box sends, as Qt tells of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from duq_desktop.preferences.input_methods import SwitchKey

_KEYS = {
    Qt.Key.Key_Space: SwitchKey.SPACE,
    Qt.Key.Key_Return: SwitchKey.ENTER,
    Qt.Key.Key_Enter: SwitchKey.ENTER,
    Qt.Key.Key_Tab: SwitchKey.TAB,
    Qt.Key.Key_F7: SwitchKey.F7,
    Qt.Key.Key_F8: SwitchKey.F8,
    Qt.Key.Key_Up: SwitchKey.UP,
    Qt.Key.Key_Down: SwitchKey.DOWN,
    Qt.Key.Key_Left: SwitchKey.LEFT,
    Qt.Key.Key_Right: SwitchKey.RIGHT,
    Qt.Key.Key_1: SwitchKey.ONE,
    Qt.Key.Key_2: SwitchKey.TWO,
}
_BUTTONS = {
    Qt.MouseButton.LeftButton: SwitchKey.LEFT_BUTTON,
    Qt.MouseButton.RightButton: SwitchKey.RIGHT_BUTTON,
}
DOWN = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
UP = frozenset({QEvent.Type.KeyRelease, QEvent.Type.MouseButtonRelease})
TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit)
"""Boxes to type words in."""


def key_of(event: QInputEvent) -> SwitchKey | None:
    """Which of the known keys or buttons the event is of."""
    if isinstance(event, QKeyEvent):
        return _KEYS.get(Qt.Key(event.key()))
    if isinstance(event, QMouseEvent):
        return _BUTTONS.get(event.button())
    return None


def repeats_itself(event: QInputEvent) -> bool:
    """Whether nobody pressed anew: the key is still down."""
    return isinstance(event, QKeyEvent) and event.isAutoRepeat()


def is_on_a_button(event: QInputEvent, window: QWidget) -> bool:
    """Whether a pointer presses a button of ``window``: then it means that button, and is no switch."""
    return isinstance(event, QMouseEvent) and isinstance(_under(event, window), QAbstractButton)


def is_on_nothing(event: QMouseEvent, window: QWidget) -> bool:
    """Whether a pointer is over a part of ``window`` where a press does nothing."""
    place = _under(event, window)
    while place is not None and place is not window:
        if isinstance(place, (QAbstractButton, QAbstractSlider, *TYPED_IN)):
            return False
        place = place.parentWidget()
    return place is window


def _under(event: QMouseEvent, window: QWidget) -> QWidget | None:
    return window.childAt(window.mapFromGlobal(event.globalPosition().toPoint()))
