"""Things said rather than asked: calm messages, how far one is, and whom to call."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from duq_desktop.ui.theme.look import Look, look_of
from duq_desktop.ui.theme.tokens import HALO, RING
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.ui.widgets.text import BodyText, Tone, WrappedText


class Panel(QGroupBox):
    """A soft ground with words on it, and a picture before them if there is one.

    ``name`` is what a screen reader says of it. ``ground`` is a theme role.
    """

    def __init__(
        self,
        name: str,
        *,
        picture: PictureView | None = None,
        ground: str = "card",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setFlat(True)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        if picture is not None:
            picture.set_side(72)
            self._row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._row.addLayout(self._words, 1)
        self._refresh()

    def add(self, words: QWidget) -> None:
        """Puts ``words`` below the others on the panel."""
        self._words.addWidget(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        same = look.colour(self._ground) == look.colour("page")
        painter.setPen(QPen(look.colour("line"), 1) if same else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(self._ground))
        inner = QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)
        painter.drawRoundedRect(inner, look.sizes.radius, look.sizes.radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), RING))
            half = RING / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(half, half, -half, -half),
                look.sizes.radius + HALO,
                look.sizes.radius + HALO,
            )
        painter.end()

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        side, above = HALO + sizes.pad, HALO + sizes.gap
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(sizes.pad)
        self._words.setSpacing(sizes.gap // 2)


class CalmNotice(Panel):
    """A message in the page, with words and picture; never a box of its own, never red.

    ``announce`` gives it the focus, so that a screen reader says it; Tab goes on from there, and it
    is no stop for Tab afterwards.
    """

    takes_focus_once = True

    def __init__(
        self, words: str, *, picture: PictureView | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, picture=picture, ground="notice", parent=parent)
        self.label = BodyText(words)
        self.add(self.label)

    def set_words(self, words: str) -> None:
        """Says something else."""
        self.label.setText(words)
        self.setAccessibleName(words)

    def offer(self, button: WordButton) -> None:
        """Puts a button below the words, which mends what they tell of."""
        self._words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def announce(self) -> None:
        """Shows the message and has it read."""
        self.show()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mention(self) -> None:
        """Shows the message and leaves the focus where it is; a screen reader says it when it is free."""
        # Named only here: a class of many names, rarely needed, is not to hold up the first page.
        said = QtGui.QAccessibleAnnouncementEvent(self, self.accessibleName())
        said.setPoliteness(QtGui.QAccessible.AnnouncementPoliteness.Polite)
        self.show()
        QtGui.QAccessible.updateAccessibility(said)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _Dots(QWidget):
    """One dot for each step: done filled, now larger, to come empty. More than twelve make a bar."""

    most = 12

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.step, self.of = 0, 0

    def set_step(self, step: int, of: int) -> None:
        self.step, self.of = step, of
        side = round(10 * look_of(self).sizes.growth)
        self.setFixedSize(max(1, min(of, self.most) * side * 2), side * 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        slot = self.height()
        if self.of > self.most:
            self._paint_bar(painter, look)
        for number in range(1, self.of + 1 if self.of <= self.most else 1):
            radius = slot * (0.36 if number == self.step else 0.22)
            centre = QRectF((number - 1) * slot, 0, slot, slot).center()
            painter.setPen(QPen(look.colour("accent"), 2))
            filled = number <= self.step
            painter.setBrush(look.colour("accent") if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius, radius)
        painter.end()

    def _paint_bar(self, painter: QPainter, look: Look) -> None:
        third = self.height() / 3
        bar = QRectF(1, third, self.width() - 2, third)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawRoundedRect(bar, third / 2, third / 2)
        bar.setWidth(bar.width() * self.step / self.of)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(bar, third / 2, third / 2)


class Progress(QWidget):
    """How far: dots and words ("3 of 8"). A screen reader says the words."""

    def __init__(self, step: int, of: int, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = _Dots(self)
        self.label = WrappedText(words, tone=Tone.QUIET, parent=self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.label, 1)
        self.set_progress(step, of, words)

    def set_progress(self, step: int, of: int, words: str) -> None:
        """Step ``step`` of ``of``, counted from 1, in these words."""
        self._dots.set_step(step, of)
        self.label.setText(words)
        self.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dots.set_step(self._dots.step, self._dots.of)
            self._row.setSpacing(look_of(self).sizes.gap)


class ContactCard(Panel):
    """Somebody to call: who, what they do, and the number, large. The app calls nobody itself."""

    def __init__(
        self,
        who: str,
        about: str,
        number: str,
        *,
        picture: PictureView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{who}. {about} {number}", picture=picture, parent=parent)
        self.add(ContactLine(who))
        if about:
            self.add(BodyText(about, tone=Tone.QUIET))
        self.number = ContactNumber(number)
        # Orca 43 leaves out lines of less than three words when it reads a page, such as many a name.
        self.number.setAccessibleName(f"{who}: {number}")
        self.add(self.number)


class ContactLine(WrappedText):
    """A name on a contact card, in heavier letters."""


class ContactNumber(WrappedText):
    """A number to call, large."""
