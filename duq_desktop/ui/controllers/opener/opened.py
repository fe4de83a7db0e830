"""What is open while the room is, and what each of its parts may ask of it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from duq_desktop.store.opener import NoteBook, Opener
from duq_desktop.store.opening import Opening
from duq_desktop.store.store import Store
from duq_desktop.summary.model import Summary
from duq_desktop.summary.summarise import summarise
from duq_desktop.summary.urgent import urgent
from duq_desktop.summary.urgent_model import DoneNote, Urgent
from duq_desktop.ui.controllers.opener.desk import Desk, DeskParts
from duq_desktop.ui.controllers.opener.papers_wanted import Papers
from duq_desktop.ui.controllers.opener.telling import Telling


class Opened:
    """What was opened, and what is counted from it. ``read`` again after a note was written."""

    def __init__(self, opener: Opener, parts: DeskParts) -> None:
        """Opens everything. Raises ``StoreError`` when the file cannot be read."""
        self.opening: Opening = opener.open_all()
        self._opener = opener
        self._pack = parts.tools.pack
        self.summary: Summary = summarise(self.opening.sessions, self._pack)
        self.book: NoteBook
        self.urgent: Urgent
        self.read_notes()

    def read_notes(self) -> None:
        """What was done so far. Raises ``StoreError``."""
        self.book = self._opener.notes()
        done: dict[str, list[DoneNote]] = {}
        for note in self.book.notes:
            done.setdefault(note.about, []).append(DoneNote(note.at, note.text))
        self.urgent = urgent(self.opening.sessions, self._pack, done)


class RoomView(Protocol):
    """The room, as its parts see it."""

    store: Store
    opener: Opener
    telling: Telling

    @property
    def parts(self) -> DeskParts:
        """What its pages are made with now."""

    @property
    def is_open(self) -> bool:
        """Whether it has not locked itself meanwhile."""

    def reading(self) -> Opened:
        """What is open."""

    def write_note(self, text: str, about: str, session_id: str) -> None:
        """Seals what was done."""

    def papers(self) -> Papers:
        """The PDFs."""

    def show_whole(self) -> None:
        """The page from which each part is reached."""

    def renew(self) -> None:
        """Pages are made anew with the facts and settings of now."""

    def leave(self) -> None:
        """Lock and go."""

    def let_go(self) -> None:
        """Lock and close the folder."""

    def begin(self) -> None:
        """Open the folder again."""


class RoomPages(Desk):
    """The pages of one part of the room. Keeps nothing that was opened: it asks the room each time."""

    def __init__(self, room: RoomView, parent: QObject) -> None:
        super().__init__(room.parts, parent)
        self.room = room

    @property
    def parts(self) -> DeskParts:
        """What the room works with now."""
        return self.room.parts

    def ask_place(self, title: str, name: str) -> Path | None:
        """Where a PDF shall lie; None for nowhere, and when the room locked itself while it was asked."""
        path = self.parts.ask_save(title, name)
        return path if self.room.is_open else None
