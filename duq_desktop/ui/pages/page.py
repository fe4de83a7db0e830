"""A page of a session: what it shows, what it reads aloud, what was given on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from duq_desktop.content.model import Picture
from duq_desktop.interview.given import Given, Nothing
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import ALL_CONTROLS, Control
from duq_desktop.ui.widgets.notices import CalmNotice, Panel
from duq_desktop.ui.widgets.page_frame import PageFrame
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.words import person

LINE_PICTURE = 88
"""The side of the picture beside a line, in pixels at 100 %."""


class Page(PageFrame):
    """The base of every page. ``readings`` are read by Listen, in order.

    Subclasses say what was ``given`` and, where something must be chosen first, what is ``missing``.
    """

    speak_asked = Signal(object)
    """A sequence of ``Reading``: one part of the page is to be read aloud."""

    def __init__(
        self,
        tools: Tools,
        title: str,
        *,
        picture: Picture | None = None,
        progress: QWidget | None = None,
        shown: Collection[Control] = ALL_CONTROLS,
        spoken: str = "",
    ) -> None:
        view = tools.view_of(picture) if picture is not None else None
        super().__init__(title, tools.control_words(), shown=shown, picture=view, progress=progress)
        self.tools = tools
        self.readings: list[Reading] = [Reading(spoken or title, self.heading if not spoken else None)]
        self._notice: CalmNotice | None = None
        if tools.home.made_up:
            self._add_made_up_note()

    def given(self) -> Given:
        """What was given on the page; ``Nothing`` on a page to read."""
        return Nothing()

    def missing(self) -> str:
        """The sentence that says what to choose before going on; empty when nothing is missing."""
        return ""

    def conceal(self) -> None:
        """Hide what was given here: the page was away and comes back (see Hide)."""

    def reveal(self, given: Given) -> None:
        """Show again what ``conceal`` hid."""

    def add_line(self, sentence: str, concept: str = "") -> BodyText:
        """A sentence with its picture at its left; read aloud by Listen."""
        label = BodyText(sentence)
        view = self.tools.view(concept, LINE_PICTURE) if concept else None
        if view is None:
            self.add(label)
        else:
            panel = Panel(sentence, picture=view, ground="page")
            view.set_side(LINE_PICTURE)
            panel.add(label)
            self.add(panel)
        self.readings.append(Reading(sentence, label))
        return label

    def notice(self, sentence: str, concept: str = "trouble") -> None:
        """Say something calmly on the page, and have it read aloud."""
        if self._notice is None:
            self._notice = CalmNotice(sentence, picture=self.tools.view(concept))
            self.add(self._notice)
        self._notice.set_words(sentence)
        self._notice.announce()
        self.speak_asked.emit([Reading(sentence, self._notice.label)])

    def utterances(self) -> Sequence[Reading]:
        """Everything that Listen reads, in order."""
        return tuple(self.readings)

    def _add_made_up_note(self) -> None:
        note = BodyText(self.tools.text(person.MADE_UP))
        note.setObjectName("made-up")
        self.add(note)
