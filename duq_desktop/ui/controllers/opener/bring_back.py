"""Bringing back a backup: chosen from a list or a stick, checked, swapped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.store.backup import Backup, backups, restore
from duq_desktop.ui.controllers.opener.desk import Desk, DeskParts, only
from duq_desktop.ui.pages.opener.desk_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import opener as words
from duq_desktop.words import sealing


class BringBack(Desk):
    """``left`` leads back; ``done`` opens the folder again; ``before`` closes it if it is open."""

    def __init__(
        self,
        parts: DeskParts,
        *,
        left: Callable[[], None],
        done: Callable[[], None],
        before: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parts, parent)
        self._left, self._done, self._before = left, done, before
        self._let_go = False

    def start(self) -> None:
        """The list, the newest first, and "elsewhere"."""
        found = backups(self.parts.data)
        line = self.text(words.BACKUPS_LINE if found else words.BACKUPS_NONE)
        page = DeskPage(
            self.parts.tools, self.text(words.BACKUPS_TITLE), lines=[("backup", line)], controls=AWAY_CONTROLS
        )
        for number, one in enumerate(found):
            page.add_action(str(number), self._name(one))
        page.add_action("file", self.text(words.BACKUP_FILE), concept="usb-stick")
        page.acted.connect(lambda name: self._on_chosen(name, found))
        page.back_pressed.connect(self._leave)
        self.put(page)

    def _leave(self) -> None:
        """Once the folder was let go there is no way back but to open it again."""
        self._done() if self._let_go else self._left()

    def _name(self, backup: Backup) -> str:
        year, month = backup.month.split("-")
        named = self.text(words.MONTHS[int(month) - 1])
        return self.text(words.BACKUP_NAME, month=named, year=year, number=backup.number)

    def _on_chosen(self, name: str, found: tuple[Backup, ...]) -> None:
        if name != "file":
            chosen = found[int(name)]
            self._ask(chosen.path, self._name(chosen))
            return
        path = self.parts.ask_open(self.text(words.BACKUP_ASK))
        if path is not None:
            self._ask(path, path.name)

    def _ask(self, path: Path, name: str) -> None:
        page = DeskPage(
            self.parts.tools,
            self.text(words.BACKUP_SURE_TITLE, name=name),
            lines=[("backup", self.text(words.BACKUP_SURE_LINE))],
            controls=AWAY_CONTROLS,
        )
        page.add_action("do", self.text(words.BACKUP_DO), main=True)
        page.acted.connect(lambda _name: self._restore(page, path))
        page.back_pressed.connect(self.start)
        self.put(page)

    def _restore(self, page: DeskPage, path: Path) -> None:
        self._let_go = True
        self._before()
        try:
            self.parts.data.mkdir(parents=True, exist_ok=True)
            restore(self.parts.data, path)
        except OSError:
            page.notice(self.parts.tools.words.error(StoreError(sealing.CANNOT_WRITE)))
            return
        except ExpectedError as trouble:
            page.notice(self.parts.tools.words.error(trouble))
            return
        done = DeskPage(
            self.parts.tools,
            self.text(words.BACKUP_DONE_TITLE),
            lines=[("check", self.text(words.BACKUP_DONE_LINE))],
            controls=only(Control.LISTEN),
        )
        done.add_action("go", self.text(words.GO_ON), main=True)
        done.acted.connect(lambda _name: self._done())
        self.put(done)
