"""A note on what was done: what is typed is kept as a sealed draft, until it is saved or thrown away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from duq_desktop.errors import ExpectedError
from duq_desktop.ledger.entries import Draft
from duq_desktop.summary.urgent_model import UrgentItem
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.opener.pages.said_pages import NotePage
from duq_desktop.ui.widgets.typed_words import TypedWords
from duq_desktop.words import opener_said as words

KEPT_WITHIN_MS = 400
"""What is typed is on the disk so soon: a power cut takes no more than the last words."""


def now() -> str:
    """Local time, ISO 8601."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class DraftKeeper(QObject):
    """Gives what stands in ``box`` to ``keep`` while it is typed, and at once when asked."""

    failed = Signal(object)
    """The ``ExpectedError`` that kept it from being kept."""

    def __init__(self, box: TypedWords, keep: Callable[[str], None], page: DeskPage) -> None:
        super().__init__(page)
        self._box, self._keep = box, keep
        self._kept = box.words()
        self._over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_WITHIN_MS)
        self._timer.timeout.connect(self.flush)
        box.textChanged.connect(self._on_changed)

    def flush(self) -> None:
        """Keeps now what is not kept yet; ``failed`` tells when that fails."""
        try:
            self.keep()
        except ExpectedError as trouble:
            self.failed.emit(trouble)

    def keep(self) -> None:
        """Keeps now what is not kept yet. Raises ``ExpectedError``."""
        self._timer.stop()
        typed = self._box.words()
        if not self._over and typed != self._kept:
            self._keep(typed)
            self._kept = typed

    def stop(self) -> None:
        """The note is saved or thrown away, or its page goes: an emptied box is no draft."""
        self._over = True
        self._timer.stop()

    def _on_changed(self) -> None:
        if not self._over and not self._timer.isActive():
            self._timer.start()


class NoteWriting(RoomPages):
    """The page of a note, and the question what becomes of a half-written one."""

    def __init__(self, room: RoomView, parent: QObject) -> None:
        super().__init__(room, parent)
        self._keeper: DraftKeeper | None = None

    def write(self, item: UrgentItem, left: Callable[[], None]) -> None:
        """A note about ``item``, over the page that shows; ``left`` shows that page anew."""
        card = self.room.telling.urgent_card(item)
        quote = [card.quote] if card.quote else []
        about = [card.title, *card.lines, *card.said, *quote, *card.after]
        self._write(about, item.session_id, item.key, left)

    def go_on(self, draft: Draft, left: Callable[[], None]) -> None:
        """The note that was begun, also where what it is about is gone."""
        item = self.room.reading().item(draft.session_id, draft.about)
        if item is not None:
            self.write(item, left)
        else:
            self._write([self.text(words.NOTE_ABOUT_GONE)], draft.session_id, draft.about, left)

    def keep_now(self) -> None:
        """Keeps what is typed, before everything is locked."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.flush()
            keeper.stop()

    def _write(self, about: list[str], session_id: str, key: str, left: Callable[[], None]) -> None:
        draft = self.room.draft(session_id, key)
        begun = self.text(words.NOTE_BEGUN, day=self.room.telling.date(draft.at[:10])) if draft else ""
        page = NotePage(self.parts.tools, about, self.parts.tools.home.contacts, begun)
        if draft is not None:
            page.box.set_words(draft.text)
            page.box.moveCursor(QTextCursor.MoveOperation.End)

        def keep(text: str) -> None:
            self.room.keep_draft(Draft(now(), text, session_id, key))

        keeper = self._keeper = DraftKeeper(page.box, keep, page)
        keeper.failed.connect(lambda trouble: page.mention(self.parts.tools.words.error(trouble)))
        page.hide_pressed.connect(keeper.flush)

        def seal() -> None:
            if page.missing():
                page.notice(page.missing())
            elif self.attempt(page, lambda: self.room.write_note(page.box.words(), key, session_id)):
                self._end(page)
                left()

        page.next_pressed.connect(seal)
        page.back_pressed.connect(lambda: self._ask(page, keeper, session_id, key, left))
        self.lay(page)

    def _ask(
        self, page: NotePage, keeper: DraftKeeper, session_id: str, key: str, left: Callable[[], None]
    ) -> None:
        """What becomes of it. Back leads to the note again; an empty one is left without a question."""
        keeper.flush()
        if not page.box.words():
            self._end(page)
            left()
            return
        ask = DeskPage(
            self.parts.tools,
            self.text(words.DRAFT_TITLE),
            lines=self.lines(words.DRAFT_LINES),
            controls=AWAY_CONTROLS,
        )
        ask.add_action("keep", self.text(words.DRAFT_KEEP), main=True)
        ask.add_action("drop", self.text(words.DRAFT_DROP), concept="delete")

        def act(name: str) -> None:
            if name == "keep" and not self.attempt(ask, keeper.keep):
                return
            self._end(page)
            trouble = self._dropped(session_id, key) if name == "drop" else None
            left()
            if trouble is not None:
                self._say(trouble)

        ask.acted.connect(act)
        ask.back_pressed.connect(self.lift)
        self.lay(ask)

    def _dropped(self, session_id: str, key: str) -> ExpectedError | None:
        """Throws a draft away; what kept it from going keeps nobody on the page."""
        try:
            self.room.drop_draft(session_id, key)
        except ExpectedError as trouble:
            return trouble
        return None

    def _say(self, trouble: ExpectedError) -> None:
        page = self.parts.stage.page
        if isinstance(page, DeskPage):
            page.notice(self.parts.tools.words.error(trouble))

    def _end(self, page: NotePage) -> None:
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None
        page.wipe()
