"""Nothing moves unless the person moves it: every effect of the toolkit is off, for everybody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
"""Menus and lists that unroll or fade in."""


def keep_still() -> None:
    """Turns off what unrolls, fades and blinks, the text cursor too (WCAG 2.2.2, 2.3.3)."""
    for effect in EFFECTS:
        QApplication.setEffectEnabled(effect, False)
    QApplication.setCursorFlashTime(0)
