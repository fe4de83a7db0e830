"""Backups: made now, put on a stick, brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from duq_desktop.store.copies.backup import backups
from duq_desktop.store.copies.external_backups import copy_away
from duq_desktop.ui.opener.destinations import Choosing
from duq_desktop.ui.opener.flow_controller import only
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.opener.restore import BringBack
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import opener_computer as words
from duq_desktop.words import opener_destinations as places


class BackupPages(RoomPages):
    """The page of backups and those behind it; ``left`` leads back."""

    def __init__(self, room: RoomView, parent: QObject, left: Callable[[], None]) -> None:
        super().__init__(room, parent)
        self._left = left
        self._choosing: Choosing | None = None

    def start(self) -> None:
        """What can be done about backups."""
        page = DeskPage(
            self.parts.tools,
            self.text(words.BACKUPS_TITLE),
            lines=[("backup", self.text(words.BACKUPS_LINE)), ("usb-stick", self.text(words.BACKUPS_WHERE))],
            controls=AWAY_CONTROLS,
        )
        page.add_action("now", self.text(words.BACKUP_NOW))
        page.add_action("away", self.text(words.BACKUP_AWAY), concept="usb-stick")
        page.add_action("bring", self.text(words.BACKUP_BRING))
        acts: dict[str, Callable[[], None]] = {
            "now": lambda: self._back_up(page),
            "away": self._ask_stick,
            "bring": self._bring_back,
        }
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self._left)
        self.put(page)

    def _back_up(self, page: DeskPage) -> None:
        if self.attempt(page, self._make):
            page.notice(self.text(words.BACKUP_MADE), "check")

    def _make(self) -> None:
        self.room.store.back_up()

    def _ask_stick(self) -> None:
        if self._choosing is not None:
            self._choosing.deleteLater()
        self._choosing = Choosing(
            self.parts,
            title=places.AWAY_TITLE,
            chosen=self._put_away,
            left=self.start,
            with_documents=False,
            parent=self,
        )
        self._choosing.start()

    def _put_away(self, folder: Path) -> None:
        """A new backup first, so that what is on the stick is as new as can be."""
        page = self.parts.stage.page
        assert isinstance(page, DeskPage), "the choice of a stick is one"
        written: list[Path] = []

        def put_away() -> None:
            self._make()
            written.append(copy_away(backups(self.parts.data)[0].path, folder))

        if self.attempt(page, put_away):
            self._show_away(written[0])

    def _show_away(self, path: Path) -> None:
        named = {"name": path.name, "folder": path.parent.name}
        page = DeskPage(
            self.parts.tools,
            self.text(places.AWAY_DONE_TITLE),
            lines=[
                ("backup", self.text(places.AWAY_DONE, **named)),
                ("usb-stick", self.text(places.AWAY_KEEP)),
                ("delete", self.text(places.AWAY_DELETED)),
            ],
            controls=only(Control.LISTEN, Control.NEXT),
        )
        page.next_pressed.connect(self.start)
        self.put(page)

    def _bring_back(self) -> None:
        """The folder is closed for it and the answers locked; afterwards it is opened anew."""
        BringBack(
            self.parts,
            left=self.start,
            done=self.room.begin,
            before=self.room.let_go,
            parent=self,
        ).start()
