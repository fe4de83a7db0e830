"""What is open while the room is, and what each of its parts may ask of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from dataclasses import replace
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject

from duq_desktop.errors import StoreError
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.interview.session_reader import read_session
from duq_desktop.ledger.entries import Draft
from duq_desktop.store.inbox.decrypted_inbox import DecryptedInbox, ReadSession
from duq_desktop.store.inbox.opened_answers import Item
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.summary.basis import Basis, basis_of
from duq_desktop.summary.model import Quote, Summary
from duq_desktop.summary.publication_ledger import PublicationLedger
from duq_desktop.summary.summarise import Tally, quotable
from duq_desktop.summary.urgent import urgent
from duq_desktop.summary.urgent_model import DoneNote, UrgentCount, UrgentItem, UrgentKind
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController
from duq_desktop.ui.opener.presenter import Presenter

READ_FIRST = (UrgentKind.TALK, UrgentKind.WORRYING, UrgentKind.WORDS)
"""In the order they are shown; a kind's number in the list of items is its place here."""
_FIRST, _FOLLOWED_UP, _QUOTABLE = (0, 1, 2), (0, 1), 3


class Opened:
    """What was opened, and what is counted from it. Close it when done.

    What people said is in the opened answers alone and is read from there for each page; kept here are
    counts and the opener's own notes. Only once ``go_on`` said so is everything there.
    """

    summary: Summary
    opening: DecryptedInbox

    def __init__(self, opener: Opener, parts: DeskParts) -> None:
        """Begins to open everything. Raises ``StoreError`` when the file cannot be read."""
        self._opener = opener
        self._pack = parts.tools.pack
        self._reading = opener.read()
        self._answers = self._reading.answers
        self._tally = Tally(self._answers.rows, self._pack)
        self._steps = self._open()
        self.count = UrgentCount()
        self._done: dict[str, list[DoneNote]] = {}
        self.notes_missing = 0

    def go_on(self, seconds: float) -> bool:
        """Opens, reads and counts for about ``seconds``; whether all is done. Raises ``StoreError``."""
        until = perf_counter() + seconds
        return all(perf_counter() < until for _ in self._steps)

    @property
    def reached(self) -> float:
        """How much was read, from 0 to 1."""
        return min(1.0, self._reading.reached / max(1, self._reading.last_number))

    def _open(self) -> Generator[None, None, None]:
        for step in self._reading:
            if step is not None:
                self._take(step)
            yield
        assert self._reading.inbox is not None, "read to the end"
        self.opening = self._reading.inbox
        self.summary = yield from self._tally.counting()
        yield
        self.look_again()

    def _take(self, read: ReadSession) -> None:
        """Counts one session, and keeps where things to be read first stand in it."""
        self._tally.take(read.number, read.facts)
        found = urgent([read.facts], self._pack)
        items = [
            Item(number, at, item.key)
            for number, kind in enumerate(READ_FIRST)
            for at, item in enumerate(found.of(kind))
        ]
        if quotable([read.facts], self._pack):
            items.append(Item(_QUOTABLE, 0, ""))
        self._answers.put_items(read.number, items)

    def close(self) -> None:
        """Wipes what was opened."""
        self._steps.close()
        self._reading.close()
        self._done = {}

    def session(self, session_id: str) -> SessionFacts:
        """One session with all that was said. Raises ``StoreError``."""
        return read_session(self._answers.session(session_id))

    def quotes(self) -> tuple[Quote, ...]:
        """All added words."""
        found = self._answers.items([_QUOTABLE])
        return quotable((self.session(item.session_id) for item in found), self._pack)

    def basis(self, ledger: PublicationLedger) -> Basis:
        """What a paper is made from, beside those that ``ledger`` remembers."""
        whole = replace(self.summary, quotes=self.quotes())
        return basis_of(whole, ledger, self.opening.facts(), self._pack)

    def read_first(self, start: int, number: int) -> list[UrgentItem]:
        """What must be read first: ``number`` items from the one numbered ``start``."""
        wanted = self._answers.items(_FIRST, start, number)
        found = {
            name: urgent([self.session(name)], self._pack, self._done)
            for name in dict.fromkeys(item.session_id for item in wanted)
        }
        return [found[item.session_id].of(READ_FIRST[item.kind])[item.at] for item in wanted]

    def item(self, session_id: str, key: str) -> UrgentItem | None:
        """One thing that must be read first; None when it is not there any more."""
        try:
            found = urgent([self.session(session_id)], self._pack, self._done)
        except StoreError:
            return None
        return next((one for kind in UrgentKind for one in found.of(kind) if one.key == key), None)

    def look_again(self) -> None:
        """Takes up the notes, after one was written: no session is read for it. Raises ``StoreError``."""
        book = self._opener.notes()
        self.notes_missing = book.missing
        self._done = {}
        for note in book.notes:
            self._done.setdefault(note.about, []).append(DoneNote(note.at, note.text))
        items = self._answers.items(_FIRST)
        kinds = Counter(item.kind for item in items)
        waiting = sum(item.kind in _FOLLOWED_UP and item.key not in self._done for item in items)
        talk, worrying, words = (kinds[kind] for kind in _FIRST)
        self.count = UrgentCount(talk, worrying, words, waiting)


class RoomView(Protocol):
    """The room, as its parts see it."""

    store: Store
    opener: Opener
    telling: Presenter

    @property
    def parts(self) -> DeskParts:
        """What its pages are made with now."""

    def reading(self) -> Opened:
        """What is open."""

    def write_note(self, text: str, about: str, session_id: str) -> None:
        """Seals what was done; the draft of it is gone then."""

    def draft(self, session_id: str, about: str) -> Draft | None:
        """The half-written note about this."""

    def drafts(self) -> tuple[Draft, ...]:
        """All half-written notes."""

    def keep_draft(self, draft: Draft) -> None:
        """Seals a half-written note. Raises ``StoreError``."""

    def drop_draft(self, session_id: str, about: str) -> None:
        """Throws a half-written note away. Raises ``StoreError``."""

    def attempts_line(self) -> str:
        """What the opener must know of failed attempts to unlock; "" for nothing."""

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


class RoomPages(FlowController):
    """The pages of one part of the room. Keeps nothing that was opened: it asks the room each time."""

    def __init__(self, room: RoomView, parent: QObject) -> None:
        super().__init__(room.parts, parent)
        self.room = room

    @property
    def parts(self) -> DeskParts:
        """What the room works with now."""
        return self.room.parts
