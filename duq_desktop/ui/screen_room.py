"""Which part of a screen answer mode takes: all but what a person's own keyboard or gaze bar keeps free."""

from __future__ import annotations

from PySide6.QtCore import QRect

OWN_SHARE = 0.1
"""An edge of which others keep more than this free is a keyboard on the screen, a gaze bar or a magnifier's
strip. What is narrower is a desktop's panel: on a laptop of 1366 by 768 it takes 3 to 8 hundredths. It stays
covered, for it leads out of answer mode."""


def room_on(screen: QRect, available: QRect) -> QRect:
    """The part of ``screen`` to fill, where the desktop says that ``available`` is free of others."""
    free = available & screen
    if free.isEmpty():
        return QRect(screen)
    wide, high = round(screen.width() * OWN_SHARE), round(screen.height() * OWN_SHARE)
    left = free.left() - screen.left()
    right = screen.right() - free.right()
    top = free.top() - screen.top()
    bottom = screen.bottom() - free.bottom()
    return screen.adjusted(
        left if left > wide else 0,
        top if top > high else 0,
        -right if right > wide else 0,
        -bottom if bottom > high else 0,
    )
