"""What must be read first: word for word, a few on a page, each open until a note says what was done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from duq_desktop.summary.urgent_model import UrgentItem
from duq_desktop.ui.opener.note_writing import NoteWriting
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.cards_page import ON_A_PAGE, Card, CardsPage
from duq_desktop.ui.opener.pages.distinct_names import distinct_names
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, STEP_CONTROLS, DeskPage
from duq_desktop.ui.opener.pages.said_pages import add_contacts
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.notices import Progress
from duq_desktop.words import opener_said as words


class UrgentPages(RoomPages):
    """Requests to talk, worrying answers about harm, all added words."""

    def __init__(self, room: RoomView, parent: QObject) -> None:
        super().__init__(room, parent)
        self._notes = NoteWriting(room, self)

    def keep_now(self) -> None:
        """Keeps a note that is being typed, before everything is locked."""
        self._notes.keep_now()

    def show(self, at: int = 0) -> None:
        """The page that begins with the item number ``at``."""
        shown = self.room.reading().read_first(at, ON_A_PAGE)
        pages = max(1, -(-self.room.reading().count.total // ON_A_PAGE))
        number = at // ON_A_PAGE + 1
        told = self.text(words.PART, number=number, total=pages)
        page = CardsPage(
            self.parts.tools,
            self.text(words.FIRST_TITLE),
            [self._card(item) for item in shown],
            lines=self._lines() if at == 0 else [],
            actions=self._actions(more=number < pages, drafts=at == 0),
            progress=Progress(number, pages, told) if pages > 1 else None,
            controls=STEP_CONTROLS if at else STEP_CONTROLS - {Control.BACK},
        )
        page.acted.connect(lambda name: self._act(name, at))
        page.card_acted.connect(lambda key: self._write(key, at))
        page.next_pressed.connect(
            lambda: self.show(at + ON_A_PAGE) if number < pages else self.room.show_whole()
        )
        page.back_pressed.connect(lambda: self.show(max(0, at - ON_A_PAGE)))
        self.put(page)

    def _card(self, item: UrgentItem) -> Card:
        """A note that was begun is gone on with."""
        card = self.room.telling.urgent_card(item)
        begun = self.room.draft(item.session_id, item.key) is not None
        return replace(card, action=self.text(words.WRITE_ON)) if begun else card

    def _actions(self, *, more: bool, drafts: bool) -> list[tuple[str, str]]:
        """Whom to call; notes that were begun; when more pages follow, a way past them to the rest."""
        begun = [(f"draft{at}", name) for at, name in enumerate(self._draft_names())] if drafts else []
        later = [("later", self.text(words.FIRST_LATER))] if more else []
        return [("call", self.text(words.WHOM_TO_CALL)), *begun, *later]

    def _draft_names(self) -> list[str]:
        drafts = self.room.drafts()
        days = [self.room.telling.date(draft.at[:10]) for draft in drafts]
        told = [self.text(words.NOTE_GO_ON, day=day) for day in days]
        numbered = [
            self.text(words.CARD_NUMBER, name=name, number=number) for number, name in enumerate(told, 1)
        ]
        return distinct_names(list(zip(told, numbered, strict=True)))

    def _act(self, name: str, at: int) -> None:
        if name == "call":
            self._show_call()
        elif name == "later":
            self.room.show_whole()
        else:
            draft = self.room.drafts()[int(name.removeprefix("draft"))]
            self._notes.go_on(draft, lambda: self.show(at))

    def _lines(self) -> list[tuple[str, str]]:
        found, attempts = self.room.reading().count, self.room.attempts_line()
        told = [("warning", attempts)] if attempts else []
        if not found.total:
            return [*told, ("", self.text(words.FIRST_NONE))]
        counts = self.text(
            words.FIRST_COUNTS,
            talk=found.talk,
            worrying=found.worrying,
            words=found.words,
            open=found.open_items,
        )
        return [*told, *self.lines(words.FIRST_LINES), ("", counts)]

    def _show_call(self) -> None:
        page = DeskPage(
            self.parts.tools,
            self.text(words.CALL_TITLE),
            lines=self.lines(words.CALL_LINES),
            controls=AWAY_CONTROLS,
        )
        add_contacts(page, self.parts.tools.home.contacts)
        page.back_pressed.connect(self.lift)
        self.lay(page)

    def _write(self, key: str, at: int) -> None:
        shown = self.room.reading().read_first(at, ON_A_PAGE)
        self._notes.write(next(one for one in shown if one.key == key), lambda: self.show(at))
