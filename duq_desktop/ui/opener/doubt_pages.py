"""Before a PDF of what people said: where earlier ones may be out that nobody here knows of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from duq_desktop.device.home import typed_path
from duq_desktop.errors import ExpectedError
from duq_desktop.publication.memory import Doubt, PublicationMemory, read_paper
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.words import publication as words


class DoubtPages(RoomPages):
    """The opener says that there was none, opens the last PDF, or begins anew. ``settled`` leads on."""

    def __init__(
        self,
        room: RoomView,
        memory: PublicationMemory,
        *,
        left: Callable[[], None],
        settled: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(room, parent)
        self._memory, self._left, self._settled = memory, left, settled

    def start(self) -> None:
        """Goes on at once where there is no doubt."""
        try:
            doubt = self._memory.recall().doubt
        except ExpectedError as trouble:
            self._say(trouble)
            return
        if doubt is None:
            self._settled()
            return
        lines = [("warning", self.text(words.DOUBT[doubt.value])), ("report", self.text(words.DOUBT_ASK))]
        page = DeskPage(self.parts.tools, self.text(words.DOUBT_TITLE), lines=lines, controls=AWAY_CONTROLS)
        acts: dict[str, Callable[[], None]] = {"last": self._ask_file, "anew": self._ask_anew}
        if doubt is Doubt.NEW_HERE:
            acts["none"] = lambda: self._settle(self._memory.none_before)
            page.add_action("none", self.text(words.NONE_BEFORE))
        page.add_action("last", self.text(words.OPEN_LAST))
        page.add_action("anew", self.text(words.BEGIN_ANEW))
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self._left)
        self.put(page)

    def _ask_file(self) -> None:
        spec = FieldSpec("file", self.text(words.LAST_FIELD), self.text(words.LAST_HINT), needed=True)
        page = FieldsPage(self.parts.tools, self.text(words.LAST_TITLE), [spec], {})

        def on_next() -> None:
            if page.missing():
                page.notice(page.missing())
                return
            file = typed_path(page.values()["file"])
            self._settle(lambda: self._memory.take_from(read_paper(file)))

        page.next_pressed.connect(on_next)
        page.back_pressed.connect(self.start)
        self.put(page)

    def _ask_anew(self) -> None:
        page = DeskPage(
            self.parts.tools,
            self.text(words.ANEW_TITLE),
            lines=[("warning", self.text(words.ANEW_LINE))],
            controls=AWAY_CONTROLS,
        )
        page.add_action("do", self.text(words.BEGIN_ANEW), main=True)
        sessions = [line.session_id for line in self.room.reading().summary.sessions]
        page.acted.connect(lambda _name: self._settle(lambda: self._memory.begin_anew(sessions)))
        page.back_pressed.connect(self.start)
        self.put(page)

    def _settle(self, act: Callable[[], None]) -> None:
        try:
            act()
        except ExpectedError as trouble:
            self._say(trouble)
            return
        self.start()

    def _say(self, trouble: ExpectedError) -> None:
        page = self.parts.stage.page
        if isinstance(page, DeskPage):
            page.notice(self.parts.tools.words.error(trouble))
