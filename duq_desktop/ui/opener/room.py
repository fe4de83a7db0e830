"""The room that opens with the pass phrase: everything that was said, in memory only, until it is locked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject

from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.ledger.entries import Draft, FailedAttempts
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.areas import AreaPages
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController
from duq_desktop.ui.opener.note_writing import now
from duq_desktop.ui.opener.opened_room import Opened
from duq_desktop.ui.opener.opening import Opening
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.opener.presenter import Presenter
from duq_desktop.ui.opener.publishing import Publishing
from duq_desktop.ui.opener.sessions import SessionPages
from duq_desktop.ui.opener.this_computer import Computer
from duq_desktop.ui.opener.triage import UrgentPages
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.words import opener_said as words


@dataclass(frozen=True)
class RoomWays:
    """``leave`` locks and goes to the start page. ``renew`` makes the parts anew after facts changed;
    ``let_go`` closes the folder, ``begin`` opens it again."""

    leave: Callable[[], None]
    renew: Callable[[], DeskParts]
    let_go: Callable[[], None]
    begin: Callable[[], None]


class Room(FlowController):
    """First what must be read first; then the whole; from there to each part and back."""

    def __init__(
        self,
        parts: DeskParts,
        store: Store,
        opener: Opener,
        ways: RoomWays,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parts, parent)
        self.store = store
        self.opener = opener
        self.ways = ways
        self.opened: Opened | None = None
        self._drafts: tuple[Draft, ...] = ()
        self._attempts: dict[str, FailedAttempts] = {}
        self._attempts_told = False
        self.telling = Presenter(parts.tools)
        self._opening = Opening(
            self, self, opened=self.show_first, stopped=self.leave, failed=self._show_unreadable
        )
        self._first = UrgentPages(self, self)
        self._sessions = SessionPages(self, self)
        self._areas = AreaPages(self, self)
        self._publishing = Publishing(self, self)
        self._computer = Computer(self, self)

    def start(self) -> None:
        """Open everything, a little at a time, and show what must be read first."""
        try:
            self.opened = Opened(self.opener, self.parts)
            self._drafts = self.opener.drafts()
            self._attempts = self.opener.attempts()
        except ExpectedError as trouble:
            self._show_unreadable(trouble)
            return
        self._opening.start(self.opened)

    def drop(self) -> None:
        """Lock; nothing that was opened is left here, and what was half written is sealed."""
        self._first.keep_now()
        self.opener.lock()
        self.drop_opened()

    def drop_opened(self) -> None:
        """Wipe what was opened; a try-out keeps its keys."""
        self._first.keep_now()
        self._drafts, self._attempts = (), {}
        self._opening.forget()
        if self.opened is not None:
            self.opened.close()
        self.opened = None
        self._publishing.forget()
        self._sessions.forget()
        self._computer.forget()

    def reading(self) -> Opened:
        """What is open. Only between ``start`` and ``drop``."""
        assert self.opened is not None, "the room is locked"
        return self.opened

    def write_note(self, text: str, about: str, session_id: str) -> None:
        """Seals what was done. Raises ``StoreError``."""
        self.opener.write_note(text, at=now(), session_id=session_id, about=about)
        self._drafts = self.opener.drafts()
        self.reading().look_again()

    def draft(self, session_id: str, about: str) -> Draft | None:
        """The half-written note about this."""
        return next((one for one in self._drafts if (one.session_id, one.about) == (session_id, about)), None)

    def drafts(self) -> tuple[Draft, ...]:
        """All half-written notes."""
        return self._drafts

    def keep_draft(self, draft: Draft) -> None:
        """Seals a half-written note, or throws an emptied one away. Raises ``StoreError``."""
        if draft.text:
            self.opener.keep_draft(draft)
        else:
            self.opener.drop_draft(draft.session_id, draft.about)
        self._drafts = self.opener.drafts()

    def drop_draft(self, session_id: str, about: str) -> None:
        """Throws a half-written note away. Raises ``StoreError``."""
        self.opener.drop_draft(session_id, about)
        self._drafts = self.opener.drafts()

    def attempts_line(self) -> str:
        """What the opener must know of failed attempts to unlock; a slip or two are passed over."""
        return self.telling.attempts(self._attempts.values())

    def _attempts_known(self) -> None:
        """The opener has read of them; while nothing can be written they are told of again."""
        if self._attempts_told or not self.attempts_line():
            return
        with suppress(StoreError):
            self.opener.attempts_told(self._attempts, at=now())
            self._attempts_told = True

    def show_first(self, at: int = 0) -> None:
        """What must be read first."""
        self._first.show(at)

    def show_whole(self) -> None:
        """Who took part, what is missing, and the ways on."""
        self._attempts_known()
        page = DeskPage(
            self.parts.tools,
            self.text(words.WHOLE_TITLE),
            lines=self._whole_lines(),
            controls=AWAY_CONTROLS,
        )
        waiting = self.reading().count.open_items
        page.add_actions(
            [
                ("first", self.text(words.WHOLE_READ_FIRST, open=waiting), "being-listened-to"),
                ("sessions", self.text(words.WHOLE_SESSIONS), "few-people"),
                ("areas", self.text(words.WHOLE_AREAS), "report"),
                ("papers", self.text(words.WHOLE_PAPERS), "printed-sheet"),
                ("computer", self.text(words.WHOLE_COMPUTER), "computer"),
                ("lock", self.text(words.WHOLE_LOCK), "key-and-lock"),
            ]
        )
        acts: dict[str, Callable[[], None]] = {
            "first": self.show_first,
            "sessions": self._sessions.show,
            "areas": self._areas.show,
            "papers": self._publishing.start,
            "computer": self._computer.start,
            "lock": self.leave,
        }
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self.show_first)
        self.put(page)

    def renew(self) -> None:
        """The facts of the home or the computer's settings changed: pages are made with the new ones."""
        self._parts = self.ways.renew()
        self.telling = Presenter(self.parts.tools)

    def leave(self) -> None:
        """Lock and go to the start page."""
        self.ways.leave()

    def let_go(self) -> None:
        """Lock and close the folder, to bring back a backup."""
        self.drop()
        self.ways.let_go()

    def begin(self) -> None:
        """Open the folder again."""
        self.ways.begin()

    def _whole_lines(self) -> list[tuple[str, str]]:
        opened = self.reading()
        found = opened.opening
        lines = [("few-people", self.telling.took_part(opened.summary))]
        if attempts := self.attempts_line():
            lines.append(("warning", attempts))
        counted = (
            (words.REFUSED, opened.summary.refused, "no-taking-part"),
            (words.LEFT_EARLY, opened.summary.left_early, ""),
            (words.DELETED, found.deleted, "delete"),
            (words.MISSING, found.missing, "warning"),
            (words.ADDED, found.added, "warning"),
            (words.DAMAGED, found.damaged, "warning"),
            (words.UNREAD, found.unread, "warning"),
            (words.STREAMLESS, found.streamless, "warning"),
            (words.NEWER, found.newer, "warning"),
            (words.NOTES_MISSING, opened.notes_missing, "warning"),
        )
        lines += [(concept, self.text(line, number=number)) for line, number, concept in counted if number]
        if found.foreign:
            signs = [self.telling.sign(one.sign) or self.text(words.FOREIGN_NO_SIGN) for one in found.foreign]
            lines.append(("warning", self.text(words.FOREIGN, sessions=", ".join(signs))))
        if self.store.backup_trouble is not None:
            sentence = self.parts.tools.words.error(self.store.backup_trouble)
            lines.append(("backup", self.text(words.BACKUP_TROUBLE, sentence=sentence)))
        if opened.summary.draft:
            lines.append(("", self.text(words.DRAFT)))
        return lines

    def _show_unreadable(self, trouble: ExpectedError) -> None:
        page = DeskPage(
            self.parts.tools,
            self.text(words.WHOLE_TITLE),
            lines=[("trouble", self.parts.tools.words.error(trouble))],
            controls=frozenset({Control.LISTEN}),
        )
        page.add_action("lock", self.text(words.WHOLE_LOCK), mark=Mark.LOCK, main=True)
        page.acted.connect(lambda _name: self.leave())
        self.put(page)
