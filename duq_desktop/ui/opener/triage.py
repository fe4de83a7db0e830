"""What must be read first: word for word, a few on a page, each open until a note says what was done."""

from __future__ import annotations

from duq_desktop.ui.opener.opened_room import RoomPages
from duq_desktop.ui.opener.pages.cards_page import ON_A_PAGE, CardsPage
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, STEP_CONTROLS, DeskPage
from duq_desktop.ui.opener.pages.said_pages import NotePage, add_contacts
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.notices import Progress
from duq_desktop.words import opener_said as words


class UrgentPages(RoomPages):
    """Requests to talk, worrying answers about harm, all added words."""

    def show(self, at: int = 0) -> None:
        """The page that begins with the item number ``at``."""
        shown = self.room.reading().read_first(at, ON_A_PAGE)
        pages = max(1, -(-self.room.reading().count.total // ON_A_PAGE))
        number = at // ON_A_PAGE + 1
        told = self.text(words.PART, number=number, total=pages)
        page = CardsPage(
            self.parts.tools,
            self.text(words.FIRST_TITLE),
            [self.room.telling.urgent_card(item) for item in shown],
            lines=self._lines() if at == 0 else [],
            actions=self._actions(more=number < pages),
            progress=Progress(number, pages, told) if pages > 1 else None,
            controls=STEP_CONTROLS if at else STEP_CONTROLS - {Control.BACK},
        )
        acts = {"call": self._show_call, "later": self.room.show_whole}
        page.acted.connect(lambda name: acts[name]())
        page.card_acted.connect(lambda key: self._write(key, at))
        page.next_pressed.connect(
            lambda: self.show(at + ON_A_PAGE) if number < pages else self.room.show_whole()
        )
        page.back_pressed.connect(lambda: self.show(max(0, at - ON_A_PAGE)))
        self.put(page)

    def _actions(self, *, more: bool) -> list[tuple[str, str]]:
        """Whom to call; and when more pages follow, a way past them to the rest of what was said."""
        later = [("later", self.text(words.FIRST_LATER))] if more else []
        return [("call", self.text(words.WHOM_TO_CALL)), *later]

    def _lines(self) -> list[tuple[str, str]]:
        found = self.room.reading().count
        if not found.total:
            return [("", self.text(words.FIRST_NONE))]
        counts = self.text(
            words.FIRST_COUNTS,
            talk=found.talk,
            worrying=found.worrying,
            words=found.words,
            open=found.open_items,
        )
        return [*self.lines(words.FIRST_LINES), ("", counts)]

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
        item = next(one for one in shown if one.key == key)
        card = self.room.telling.urgent_card(item)
        quote = [card.quote] if card.quote else []
        about = [card.title, *card.lines, *card.said, *quote, *card.after]
        page = NotePage(self.parts.tools, about, self.parts.tools.home.contacts)

        def seal() -> None:
            if page.missing():
                page.notice(page.missing())
            elif self.attempt(
                page, lambda: self.room.write_note(page.box.words(), item.key, item.session_id)
            ):
                page.wipe()
                self.show(at)

        page.next_pressed.connect(seal)
        page.back_pressed.connect(self.lift)
        self.lay(page)
