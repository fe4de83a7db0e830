"""What this computer's user has set for every program: colours, contrast, dark or light, text size.

EN 301 549 11.7: an app follows these unless its own user chooses otherwise. ``read_platform`` asks Qt;
``PlatformWatch`` says when to ask again.
"""

from __future__ import annotations

import sys
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.theme.look import wears_look
from duq_desktop.ui.theme.own_colours import COMPUTER, SystemColours, computer_theme
from duq_desktop.ui.theme.tokens import TEXT_SIZES, Theme

_USUAL_PX = {"win32": 12.0, "darwin": 13.0}
_USUAL_PX_ELSEWHERE = 13.3
"""The height of a system's usual letters in pixels, where nobody has set another (9, 13 and 10 points)."""

_NEXT_SIZE_FROM = 0.8
"""Part of the way to the next text size from which that is taken: better a little larger than smaller."""


@dataclass(frozen=True)
class Platform:
    """What the system is set to. ``scale`` is its text size, 1 for the usual one."""

    colours: SystemColours
    is_dark: bool = False
    high_contrast: bool = False
    scale: float = 1.0

    @property
    def theme(self) -> Theme:
        """This computer's colours, mended."""
        return computer_theme(self.colours, high_contrast=self.high_contrast)

    @property
    def wanted_theme(self) -> str:
        """The id of the theme that fits: its own colours for high contrast, else dark or the usual one."""
        if self.high_contrast:
            return COMPUTER
        return "dark" if self.is_dark else "cream"

    @property
    def wanted_size(self) -> int:
        """The text size offered, in per cent, that is nearest to the system's."""
        steps = pairwise(TEXT_SIZES)
        reached = [high for low, high in steps if self.scale * 100 >= low + (high - low) * _NEXT_SIZE_FROM]
        return max(reached, default=TEXT_SIZES[0])


def read_platform(app: QApplication) -> Platform:
    """What the system is set to now. A look that is on is taken off and put on again for it."""
    ours = QPalette(app.palette()) if wears_look(app) else None
    if ours is not None:
        app.setPalette(QPalette())
    palette = app.palette()
    if ours is not None:
        app.setPalette(ours)
    colours = SystemColours(
        *(
            palette.color(QPalette.ColorGroup.Active, role).name()
            for role in (
                QPalette.ColorRole.Window,
                QPalette.ColorRole.Base,
                QPalette.ColorRole.Text,
                QPalette.ColorRole.Highlight,
                QPalette.ColorRole.HighlightedText,
            )
        )
    )
    hints = app.styleHints()
    high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    scheme = hints.colorScheme()
    dark = colours.is_dark if scheme is Qt.ColorScheme.Unknown else scheme is Qt.ColorScheme.Dark
    usual = _USUAL_PX.get(sys.platform, _USUAL_PX_ELSEWHERE)
    return Platform(colours, dark, high, QFontInfo(app.font()).pixelSize() / usual)


class PlatformWatch(QObject):
    """Says when the system's colours, contrast or letters have changed, once for all that comes together."""

    changed = Signal()
    _TOLD_BY = frozenset({QEvent.Type.ThemeChange, QEvent.Type.ApplicationFontChange})

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.changed)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_told)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_told)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks on."""
        if event.type() in self._TOLD_BY:
            self._later.start(0)
        return False

    def _on_told(self) -> None:
        self._later.start(0)
