"""What scrolls between the bars: a picture at the left, words at the right, one under the other if narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGroupBox, QScrollArea, QVBoxLayout, QWidget

from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.answers import Choice
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.ui.widgets.text import Heading, WrappedText

_WORDS_EM = 17
"""The words keep a column of at least this many em beside a picture; else they go below it."""

_WIDEST = 1310
"""A page is not spread wider than this, in pixels at 100 %, on a large screen."""


class PageScroll(QScrollArea):
    """Scrolls a page up and down, never sideways; not itself a stop for Tab."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWidget(body)


class QuestionGroup(QGroupBox):
    """Holds a page's content; its name is the question, which a screen reader reads on entry."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.setFlat(True)
        self.setAccessibleName(question)


class PageBody(QWidget):
    """The picture and the group of words of one page, with ``tail`` for controls that scroll."""

    def __init__(self, question: str, picture: PictureView | None) -> None:
        super().__init__()
        self.picture = picture
        self.group = QuestionGroup(question)
        self.heading = Heading(question)
        self._words = QVBoxLayout(self.group)
        self._words.setContentsMargins(0, 0, 0, 0)
        self.add(self.heading)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        if picture is not None:
            self._pair.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._pair.addWidget(self.group, 1)
        self.tail = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._lead = QVBoxLayout()
        self._column.addLayout(self._lead)
        self._column.addLayout(self._pair)
        self._column.addLayout(self.tail)
        self._column.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Puts ``widget`` below the others in the column of words; a button keeps its own width."""
        if isinstance(widget, WrappedText):
            widget.set_inset(HALO)
        own_width = isinstance(widget, WordButton) and not isinstance(widget, Choice)
        self._words.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if own_width else Qt.AlignmentFlag(0))

    def set_lead(self, widget: QWidget) -> None:
        """Puts ``widget``, such as the progress, above the page's content."""
        self._lead.addWidget(widget)

    def set_question(self, question: str) -> None:
        """Another heading, and the group's name with it."""
        self.heading.setText(question)
        self.group.setAccessibleName(question)

    def arrange(self, width: int, height: int) -> None:
        """Fits the page to a window of ``width`` by ``height`` pixels."""
        sizes = look_of(self).sizes
        side = max(sizes.side(width), (width - round(_WIDEST * sizes.growth)) // 2)
        left = side if self.picture is not None else side - HALO
        self._column.setContentsMargins(left, sizes.space, side - HALO, sizes.space)
        self._column.setSpacing(sizes.space)
        self._words.setSpacing(round(sizes.gap * 1.3))
        self._pair.setSpacing(round(sizes.space * 1.4))
        room = width - 2 * side - sizes.bar
        if self.picture is not None:
            beside = min(380, round(room * 0.3))
            is_wide = room - beside - self._pair.spacing() >= _WORDS_EM * sizes.body
            self._pair.setDirection(
                QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
            )
            self.picture.set_side(beside if is_wide else max(120, min(round(height * 0.4), room)))
