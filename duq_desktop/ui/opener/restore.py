"""Bringing back a backup: chosen from a list or a stick, checked, swapped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from duq_desktop.content.printable import printable
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.store.copies.backup import Backup, backups, restore
from duq_desktop.store.copies.external_backups import Away, backups_on
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController, only
from duq_desktop.ui.opener.pages.distinct_names import distinct_names
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import opener as words
from duq_desktop.words import opener_destinations as places
from duq_desktop.words import sealing


class BringBack(FlowController):
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
        """The local ones, the newest first; then the sticks that hold some, and "elsewhere"."""
        found = backups(self.parts.data)
        sticks = [(stick, away) for stick in self.parts.sticks() if (away := backups_on(stick.folder))]
        line = self.text(words.BACKUPS_LINE if found or sticks else words.BACKUPS_NONE)
        page = DeskPage(
            self.parts.tools, self.text(words.BACKUPS_TITLE), lines=[("backup", line)], controls=AWAY_CONTROLS
        )
        acts: dict[str, Callable[[], None]] = {"look": self.start, "type": self._ask_typed}
        for number, ((stick, away), told) in enumerate(zip(sticks, self._stick_names(sticks), strict=True)):
            page.add_action(f"stick{number}", told, concept="usb-stick")
            acts[f"stick{number}"] = lambda stick=stick, away=away: self._show_stick(stick, away)  # type: ignore[misc]
        for number, one in enumerate(found):
            page.add_action(str(number), self._name(one))
            acts[str(number)] = lambda one=one: self._ask(one.path, self._name(one))  # type: ignore[misc]
        page.add_actions(
            [("look", self.text(places.LOOK_AGAIN), ""), ("type", self.text(places.FILE_TYPE), "")]
        )
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self._leave)
        self.put(page)

    def _stick_names(self, sticks: Sequence[tuple[RemovableDrive, Sequence[Away]]]) -> list[str]:
        """Two sticks may have the same name; then their folders tell them apart."""
        told = [self.text(places.FOUND_ON, name=stick.name, number=len(away)) for stick, away in sticks]
        whole = [
            self.text(places.IN_FOLDER, name=name, folder=printable(str(stick.folder)))
            for name, (stick, _away) in zip(told, sticks, strict=True)
        ]
        return distinct_names(list(zip(told, whole, strict=True)))

    def _show_stick(self, stick: RemovableDrive, found: Sequence[Away]) -> None:
        """What backups are on one stick."""
        page = DeskPage(
            self.parts.tools, self.text(places.FOUND_TITLE, name=stick.name), controls=AWAY_CONTROLS
        )
        names = distinct_names([(self._name_away(one), self._name_whole(one)) for one in found])
        for number, name in enumerate(names):
            page.add_action(str(number), name)
        page.acted.connect(lambda name: self._ask(found[int(name)].path, names[int(name)]))
        page.back_pressed.connect(self.start)
        self.put(page)

    def _ask_typed(self) -> None:
        spec = FieldSpec("file", self.text(places.FILE_FIELD), self.text(places.FILE_HINT), needed=True)
        page = FieldsPage(self.parts.tools, self.text(places.FILE_TITLE), [spec], {})

        def on_next() -> None:
            path = Path(page.values()["file"]).expanduser()
            if page.missing():
                page.notice(page.missing())
            elif not path.is_file():
                page.notice(self.text(places.FILE_NONE, file=path))
            else:
                self._ask(path, path.name)

        page.next_pressed.connect(on_next)
        page.back_pressed.connect(self.start)
        self.put(page)

    def _leave(self) -> None:
        """Once the folder was let go there is no way back but to open it again."""
        self._done() if self._let_go else self._left()

    def _name(self, backup: Backup) -> str:
        year, month = backup.month.split("-")
        named = self.text(words.MONTHS[int(month) - 1])
        return self.text(words.BACKUP_NAME, month=named, year=year, number=backup.number)

    def _name_away(self, away: Away) -> str:
        folder = away.path.parent.name
        if not away.month:
            return self.text(places.FOUND_WHOLE, folder=folder)
        year, month = away.month.split("-")
        named = self.text(words.MONTHS[int(month) - 1])
        return self.text(places.FOUND_NAME, month=named, year=year, number=away.number, folder=folder)

    def _name_whole(self, away: Away) -> str:
        folder = printable(str(away.path.parent))
        return self.text(places.IN_FOLDER, name=self._name_away(away), folder=folder)

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
