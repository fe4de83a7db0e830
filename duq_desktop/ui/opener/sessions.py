"""The sessions one by one: who, when, how far, who helped; and a full copy for the person."""

from __future__ import annotations

from PySide6.QtCore import QObject

from duq_desktop.document_jobs import job
from duq_desktop.ui.opener.document_export import DocumentExport, Wanted
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.cards_page import ON_A_PAGE, CardsPage
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.widgets.notices import Progress
from duq_desktop.words import opener_said as words


class SessionPages(RoomPages):
    """A card for each session that took part."""

    def __init__(self, room: RoomView, parent: QObject) -> None:
        super().__init__(room, parent)
        self._out = DocumentExport(room, self)

    def forget(self) -> None:
        """Stops a copy that is being made."""
        self._out.forget()

    def show(self, at: int = 0) -> None:
        """The page that begins with the session number ``at``."""
        lines = self.room.reading().summary.sessions
        pages = max(1, -(-len(lines) // ON_A_PAGE))
        number = at // ON_A_PAGE + 1
        told = self.text(words.PART, number=number, total=pages)
        page = CardsPage(
            self.parts.tools,
            self.text(words.SESSIONS_TITLE),
            [self.room.telling.session_card(line) for line in lines[at : at + ON_A_PAGE]],
            lines=[] if lines else [("few-people", self.text(words.SESSIONS_NONE))],
            progress=Progress(number, pages, told) if pages > 1 else None,
        )
        page.card_acted.connect(lambda key: self._ask_copy(key, at))
        page.next_pressed.connect(
            lambda: self.show(at + ON_A_PAGE) if number < pages else self.room.show_whole()
        )
        page.back_pressed.connect(lambda: self.show(at - ON_A_PAGE) if at else self.room.show_whole())
        self.put(page)

    def _ask_copy(self, session_id: str, at: int) -> None:
        page = DeskPage(
            self.parts.tools,
            self.text(words.COPY_TITLE),
            lines=self.lines(words.COPY_LINES),
            controls=AWAY_CONTROLS,
        )
        page.add_action("do", self.text(words.COPY_DO), main=True)
        page.acted.connect(lambda _name: self._copy(session_id, at))
        page.back_pressed.connect(self.lift)
        self.lay(page)

    def _copy(self, session_id: str, at: int) -> None:
        session = self.room.reading().session(session_id)
        wanted = Wanted(
            kind=job.COPY,
            arguments=(session, self.room.store.home),
            name=self.text(words.FILE_COPY),
            title=words.COPY_ASK,
            for_person=True,
        )
        self._out.give(wanted, left=lambda: self.show(at), done=lambda: self.show(at))
