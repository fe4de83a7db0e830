"""A page of a session: what it shows, what it reads aloud, what was given on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from duq_desktop.content.model import Picture
from duq_desktop.interview.inputs import Given, Nothing
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import ALL_CONTROLS, Control
from duq_desktop.ui.widgets.notices import CalmNotice
from duq_desktop.ui.widgets.page_frame import PageFrame
from duq_desktop.ui.widgets.pictured_line import PicturedLine
from duq_desktop.ui.widgets.reading_order import set_reading_order
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.words import person

LINE_PICTURE = 72
"""The side of the picture beside a line, in pixels at 100 %."""


class Page(PageFrame):
    """The base of every page. ``readings`` are read by Listen, in order.

    Subclasses say what was ``given`` and, where something must be chosen first, what is ``missing``.
    """

    holds_answers = False
    """Whether something stands here that somebody near may make it hard to say."""

    speak_asked = Signal(object)
    """A sequence of ``Reading``: one part of the page is to be read aloud."""
    acted = Signal(str)
    """The name of what was pressed on the page, beside the controls that stand on every page."""

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
        super().__init__(
            title, tools.control_words(), shown=shown, picture=view, progress=progress, parent=tools.ground
        )
        self.tools = tools
        self.readings: list[Reading] = [Reading(spoken or title, self.heading if not spoken else None)]
        self.pressed = ""
        """The name of the page's own button that was pressed last."""
        self.acted.connect(self._on_acted)
        self._notice: CalmNotice | None = None
        self._lines: list[str] = []
        if tools.home.made_up:
            self._add_made_up_note()

    def given(self) -> Given:
        """What was given on the page; ``Nothing`` on a page to read."""
        return Nothing()

    def fitting(self) -> Given:
        """What of it can be sealed as it stands, when nobody can be asked to give or shorten anything."""
        return Nothing() if self.missing() else self.given()

    def missing(self) -> str:
        """The sentence that says what to choose before going on; empty when nothing is missing."""
        return ""

    def conceal(self) -> None:
        """Hide what was given here: the page was away and comes back (see Hide).

        It still counts: ``given`` goes on to give it until something else is given.
        """

    @property
    def hides_something(self) -> bool:
        """Whether something given here was hidden, still counts, and can be shown again."""
        return False

    def reveal(self) -> None:
        """Show again what ``conceal`` hid."""

    def add_line(self, sentence: str, concept: str = "") -> BodyText:
        """A sentence with its picture at its left; read aloud by Listen."""
        label = BodyText(sentence)
        view = self.tools.view(concept, LINE_PICTURE) if concept else None
        self.place_line(label if view is None else PicturedLine(view, label))
        self.readings.append(Reading(sentence, label))
        self._lines.append(sentence)
        self.describe(" ".join(self._lines))
        return label

    def place_line(self, line: QWidget) -> None:
        """Puts a line on the page, below what is there; another page may have another place for it."""
        self.add(line)

    def notice(
        self, sentence: str, concept: str = "trouble", *, spoken: bool = True, offer: WordButton | None = None
    ) -> None:
        """Say something calmly where somebody looks, and have it read aloud where that is possible.

        ``offer`` is a button that mends what the sentence tells of; it stands below it.
        """
        notice = self._with_notice(sentence, concept, offer)
        notice.announce()
        self.bring_into_view(notice)
        if spoken:
            self.speak_asked.emit([Reading(sentence, notice.label)])

    def mention(self, sentence: str, concept: str = "trouble", *, offer: WordButton | None = None) -> None:
        """Say something that nobody's press has asked for: the focus stays where it is, and it is seen."""
        self._with_notice(sentence, concept, offer).mention()

    def _with_notice(self, sentence: str, concept: str, offer: WordButton | None) -> CalmNotice:
        if self._notice is None:
            self._notice = CalmNotice(sentence, picture=self.tools.view(concept))
            self.add_in_view(self._notice)
        self._notice.set_words(sentence)
        if offer is not None:
            self._notice.offer(offer)
            set_reading_order(self)
        self.bring_into_view(self._notice)
        return self._notice

    @property
    def notice_words(self) -> str:
        """What the page says calmly now; empty when it says nothing."""
        return self._notice.label.text() if self._notice is not None else ""

    def utterances(self) -> Sequence[Reading]:
        """Everything that Listen reads, in order."""
        return tuple(self.readings)

    def _on_acted(self, name: str) -> None:
        self.pressed = name

    def _add_made_up_note(self) -> None:
        note = BodyText(self.tools.text(person.MADE_UP))
        note.setObjectName("made-up")
        self.add(note)
