"""Things to choose that show themselves: colours in their colours, letters in their letters."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.theme.tokens import WIDE_LETTERS, Theme
from duq_desktop.ui.widgets.answers import AnswerCard

SAMPLE = "Aa"
_SIDE = 64
"""The height of a sample in pixels at 100 %."""


class Sample(QWidget):
    """Two letters as they would look. What is None stays as the look in force has it."""

    def __init__(
        self,
        *,
        theme: Theme | None = None,
        font: str = "",
        wide: bool = False,
        percent: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme, self._font, self._wide, self._percent = theme, font, wide, percent

    def fit(self, look: Look) -> None:
        """Takes the size of the look."""
        side = round(_SIDE * look.sizes.card_growth)
        self.setFixedSize(round(side * 1.5), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        theme = self._theme or look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.page))
        painter.setPen(QPen(QColor(theme.line), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._letters(look))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, SAMPLE)
        painter.end()

    def _letters(self, look: Look) -> QFont:
        font = QFont(self.font())
        font.setFamilies([self._font or look.font, *font.families()[1:]])
        part = 0.5 if not self._percent else min(0.85, 0.22 + self._percent / 640)
        font.setPixelSize(round(self.height() * part))
        if self._wide:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.pixelSize() * WIDE_LETTERS * 2)
        return font


class SampleCard(AnswerCard):
    """An answer card with a sample before its words."""

    def __init__(self, option_id: str, words: str, sample: Sample, parent: QWidget | None = None) -> None:
        self._sample: Sample | None = None
        super().__init__(option_id, words, parent=parent)
        self._sample = sample
        self._row.insertWidget(0, sample, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit(look_of(self))

    def _fit(self, look: Look) -> None:
        super()._fit(look)
        if self._sample is not None:
            self._sample.fit(look)
