"""What is open while the room is, and what each of its parts may ask of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject

from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.interview.session_reader import read_session
from duq_desktop.ledger.entries import Draft
from duq_desktop.store.inbox.decrypted_inbox import DecryptedInbox
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.summary.basis import Basis, basis_of
from duq_desktop.summary.model import Quote, Summary
from duq_desktop.summary.publication_ledger import PublicationLedger
from duq_desktop.summary.summarise import quotable, summarise
from duq_desktop.summary.urgent import urgent
from duq_desktop.summary.urgent_model import DoneNote, UrgentCount, UrgentItem, UrgentKind
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController
from duq_desktop.ui.opener.presenter import Presenter


class _Item(NamedTuple):
    """Where something to be read first stands: the number ``at`` among its session's of this kind."""

    kind: UrgentKind
    session_id: str
    at: int


class Opened:
    """What was opened, and what is counted from it. Close it when done.

    What people said is in the opened answers alone and is read from there for each page; kept here are
    counts, where things stand, and the opener's own notes.
    """

    def __init__(self, opener: Opener, parts: DeskParts) -> None:
        """Opens everything. Raises ``StoreError`` when the file cannot be read."""
        self._opener = opener
        self._pack = parts.tools.pack
        self.opening: DecryptedInbox = opener.open_all()
        self._answers = self.opening.answers
        sessions = tuple(self.opening.facts())
        summary = summarise(sessions, self._pack)
        self.summary: Summary = replace(summary, quotes=())
        self._quoted = tuple(each.session_id for each in sessions if any(quotable([each], self._pack)))
        self.count = UrgentCount()
        self._first: tuple[_Item, ...] = ()
        self._done: dict[str, list[DoneNote]] = {}
        self.notes_missing = 0
        self._look(sessions)

    def close(self) -> None:
        """Wipes what was opened."""
        self._answers.close()
        self._first = self._quoted = ()
        self._done = {}

    def session(self, session_id: str) -> SessionFacts:
        """One session with all that was said. Raises ``StoreError``."""
        return read_session(self._answers.session(session_id))

    def quotes(self) -> tuple[Quote, ...]:
        """All added words."""
        return quotable(map(self.session, self._quoted), self._pack)

    def basis(self, ledger: PublicationLedger) -> Basis:
        """What a paper is made from, beside those that ``ledger`` remembers."""
        whole = replace(self.summary, quotes=self.quotes())
        return basis_of(whole, ledger, self.opening.facts(), self._pack)

    def read_first(self, start: int, number: int) -> list[UrgentItem]:
        """What must be read first: ``number`` items from the one numbered ``start``."""
        wanted = self._first[start : start + number]
        found = {
            name: urgent([self.session(name)], self._pack, self._done)
            for name in dict.fromkeys(item.session_id for item in wanted)
        }
        return [found[item.session_id].of(item.kind)[item.at] for item in wanted]

    def item(self, session_id: str, key: str) -> UrgentItem | None:
        """One thing that must be read first; None when it is not there any more."""
        if session_id not in {each.session_id for each in self._first}:
            return None
        found = urgent([self.session(session_id)], self._pack, self._done)
        return next((one for kind in UrgentKind for one in found.of(kind) if one.key == key), None)

    def look_again(self) -> None:
        """Counts anew, after a note was written. Raises ``StoreError``."""
        self._look(self.opening.facts())

    def _look(self, sessions: Iterable[SessionFacts]) -> None:
        book = self._opener.notes()
        self.notes_missing = book.missing
        self._done = {}
        for note in book.notes:
            self._done.setdefault(note.about, []).append(DoneNote(note.at, note.text))
        found = urgent(tuple(sessions), self._pack, self._done)
        items = []
        for kind in UrgentKind:
            met: Counter[str] = Counter()
            for item in found.of(kind):
                items.append(_Item(kind, item.session_id, met[item.session_id]))
                met[item.session_id] += 1
        self._first = tuple(items)
        self.count = UrgentCount(len(found.talk), len(found.worrying), len(found.words), found.open_items)


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
