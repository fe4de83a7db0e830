"""How I like it: text size, colours, voice and speed, pictures on or off, each tried live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.liking.liking import Liking
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.answers import QuietChoice
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.text import Heading
from duq_desktop.words import person

RATES = ((0.75, person.SLOW), (1.0, person.MEDIUM), (1.4, person.FAST))


@dataclass(frozen=True)
class LikeChoices:
    """What can be chosen: (value, words shown) pairs. ``voices`` is empty where nothing can speak."""

    text_sizes: Sequence[tuple[int, str]]
    themes: Sequence[tuple[str, str]]
    voices: Sequence[tuple[str, str]] = ()


class OneOf(QWidget):
    """One of several values, always one chosen: buttons in a row that breaks where it must."""

    picked = Signal(object)

    def __init__(self, tools: Tools, values: Sequence[tuple[object, str]], chosen: object) -> None:
        super().__init__()
        self._settling = False
        self.buttons: list[tuple[object, QuietChoice]] = []
        row = RowOrColumn(self)
        row.setSpacing(8)
        for value, words in values:
            button = QuietChoice(str(value), words, pictures=tools.pictures)
            button.setChecked(value == chosen)
            button.toggled.connect(self._on_toggled)
            self.buttons.append((value, button))
            row.addWidget(button)

    def _on_toggled(self, on: bool) -> None:
        if self._settling:
            return
        self._settling = True
        source = self.sender()
        for value, button in self.buttons:
            button.setChecked(button is source)
            if button is source:
                self.picked.emit(value)
        self._settling = False


class LikePage(Page):
    """Changes take effect at once; ``liked`` carries the whole liking each time."""

    liked = Signal(object)

    def __init__(self, tools: Tools, liking: Liking, choices: LikeChoices) -> None:
        super().__init__(tools, tools.text(person.LIKE_TITLE), picture=tools.picture("text-size"))
        self.liking = liking
        self._section(person.LIKE_SIZE, choices.text_sizes, "text_size")
        self._section(person.LIKE_COLOURS, choices.themes, "theme")
        yes_no = [(True, tools.text(person.PICTURES_ON)), (False, tools.text(person.PICTURES_OFF))]
        self._section(person.LIKE_PICTURES, yes_no, "pictures")
        if choices.voices:
            self._section(person.LIKE_SPEED, [(rate, tools.text(w)) for rate, w in RATES], "rate")
            if len(choices.voices) > 1:
                self._section(person.LIKE_VOICE, choices.voices, "voice_id")
            self.try_button = WordButton(tools.text(person.LIKE_TRY), mark=Mark.LISTEN)
            self.try_button.clicked.connect(self._on_try)
            self.add(self.try_button)

    def _section(self, title: str, values: Sequence[tuple[object, str]], field: str) -> None:
        words = self.tools.text(title)
        heading = Heading(words)
        chooser = OneOf(self.tools, values, getattr(self.liking, field))
        chooser.setAccessibleName(words)
        chooser.picked.connect(lambda value: self._on_picked(field, value))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(chooser)
        self.add(holder)
        self.readings.append(Reading(words, heading))
        self.readings += [Reading(label) for _value, label in values]

    def _on_picked(self, field: str, value: object) -> None:
        self.liking = replace(self.liking, **{field: value})  # type: ignore[arg-type]
        self.liked.emit(self.liking)

    def _on_try(self) -> None:
        self.speak_asked.emit([Reading(self.tools.text(person.WELCOME_LINES[0][1]))])
