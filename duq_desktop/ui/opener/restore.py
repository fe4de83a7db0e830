"""Bringing back a backup: chosen from a list or a stick, checked, swapped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject

from duq_desktop.content.printable import printable
from duq_desktop.device.home import typed_path
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.errors import StoreError
from duq_desktop.store.copies.backup import Backup, backups, restore
from duq_desktop.store.copies.external_backups import Away, backups_on
from duq_desktop.ui.flow.flow import ANY, NEXT, Choose, Do, Flow, Leave, Step, To
from duq_desktop.ui.flow.flow_runner import FlowRunner
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController, only
from duq_desktop.ui.opener.pages.distinct_names import distinct_names
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.unions import assert_never
from duq_desktop.words import opener as words
from duq_desktop.words import opener_destinations as places
from duq_desktop.words import sealing

WHICH, STICK, FILE, SURE, RESTORED = "which", "stick", "file", "sure", "restored"
LOOK, TYPE = "look", "type"
DONE = "done"
"""How it is left once a backup was brought back."""


class RestoreWork(Enum):
    """What is done beside showing pages."""

    LOOK = "look for backups"
    RESTORE = "bring one back"


@dataclass(frozen=True)
class RestoreState:
    """The backups that were found here and on sticks; the stick and then the file that were chosen."""

    local: tuple[Backup, ...] = ()
    on_sticks: tuple[tuple[RemovableDrive, tuple[Away, ...]], ...] = ()
    stick: int | None = None
    typed: str = ""
    path: Path | None = None
    name: str = ""


@dataclass(frozen=True)
class RestorePages:
    """Makes the pages, and takes what is chosen on them."""

    tools: Tools

    def which(self, state: RestoreState) -> DeskPage:
        """The local ones, the newest first; the sticks that hold some, and "elsewhere"."""
        text = self.tools.text
        line = text(words.BACKUPS_LINE if state.local or state.on_sticks else words.BACKUPS_NONE)
        page = self._page(text(words.BACKUPS_TITLE), [("backup", line)])
        for number, told in enumerate(self._stick_names(state)):
            page.add_action(f"{STICK}{number}", told, concept="usb-stick")
        for number, one in enumerate(state.local):
            page.add_action(str(number), self._name(one))
        page.add_actions([(LOOK, text(places.LOOK_AGAIN), ""), (TYPE, text(places.FILE_TYPE), "")])
        return page

    def take_which(self, state: RestoreState, page: DeskPage) -> RestoreState:
        """A stick, or a backup that lies here."""
        pressed = page.pressed
        if pressed.isdigit():
            one = state.local[int(pressed)]
            return replace(state, stick=None, path=one.path, name=self._name(one))
        number = pressed.removeprefix(STICK)
        return replace(state, stick=int(number) if number.isdigit() else None, path=None)

    def stick(self, state: RestoreState) -> DeskPage:
        """What backups are on one stick."""
        drive, found = _chosen(state)
        page = self._page(self.tools.text(places.FOUND_TITLE, name=drive.name))
        for number, name in enumerate(self._names(found)):
            page.add_action(str(number), name)
        return page

    def take_from_stick(self, state: RestoreState, page: DeskPage) -> RestoreState:
        """One of them."""
        if not page.pressed.isdigit():
            return state
        _drive, found = _chosen(state)
        number = int(page.pressed)
        return replace(state, path=found[number].path, name=self._names(found)[number])

    def file(self, state: RestoreState) -> FieldsPage:
        """Elsewhere: where it lies is typed."""
        text = self.tools.text
        spec = FieldSpec("file", text(places.FILE_FIELD), text(places.FILE_HINT), needed=True)
        return FieldsPage(self.tools, text(places.FILE_TITLE), [spec], {"file": state.typed})

    def take_file(self, state: RestoreState, page: FieldsPage) -> RestoreState:
        """What was typed."""
        typed = page.values()["file"]
        path = typed_path(typed)
        return replace(state, typed=typed, path=path, name=path.name)

    def no_file(self, state: RestoreState, _page: FieldsPage) -> str:
        """What to say where nothing lies there."""
        there = state.path is not None and state.path.is_file()
        return "" if there else self.tools.text(places.FILE_NONE, file=state.path)

    def sure(self, state: RestoreState) -> DeskPage:
        """Asked once more: what is here now goes."""
        text = self.tools.text
        page = self._page(
            text(words.BACKUP_SURE_TITLE, name=state.name), [("backup", text(words.BACKUP_SURE_LINE))]
        )
        page.add_action("do", text(words.BACKUP_DO), main=True)
        return page

    def restored(self, _state: RestoreState) -> DeskPage:
        """It is back."""
        text = self.tools.text
        page = DeskPage(
            self.tools,
            text(words.BACKUP_DONE_TITLE),
            lines=[("check", text(words.BACKUP_DONE_LINE))],
            controls=only(Control.LISTEN),
        )
        page.add_action("go", text(words.GO_ON), main=True)
        return page

    def _page(self, title: str, lines: Sequence[tuple[str, str]] = ()) -> DeskPage:
        return DeskPage(self.tools, title, lines=lines, controls=AWAY_CONTROLS)

    def _stick_names(self, state: RestoreState) -> list[str]:
        """Two sticks may have the same name; then their folders tell them apart."""
        text = self.tools.text
        told = [text(places.FOUND_ON, name=stick.name, number=len(away)) for stick, away in state.on_sticks]
        whole = [
            text(places.IN_FOLDER, name=name, folder=printable(str(stick.folder)))
            for name, (stick, _away) in zip(told, state.on_sticks, strict=True)
        ]
        return distinct_names(list(zip(told, whole, strict=True)))

    def _names(self, found: Sequence[Away]) -> list[str]:
        return distinct_names([(self._name_away(one), self._name_whole(one)) for one in found])

    def _name(self, backup: Backup) -> str:
        year, month = backup.month.split("-")
        named = self.tools.text(words.MONTHS[int(month) - 1])
        return self.tools.text(words.BACKUP_NAME, month=named, year=year, number=backup.number)

    def _name_away(self, away: Away) -> str:
        folder, text = away.path.parent.name, self.tools.text
        if not away.month:
            return text(places.FOUND_WHOLE, folder=folder)
        year, month = away.month.split("-")
        named = text(words.MONTHS[int(month) - 1])
        return text(places.FOUND_NAME, month=named, year=year, number=away.number, folder=folder)

    def _name_whole(self, away: Away) -> str:
        folder = printable(str(away.path.parent))
        return self.tools.text(places.IN_FOLDER, name=self._name_away(away), folder=folder)


def restore_flow(pages: RestorePages) -> Flow[RestoreState]:
    """Which one, whether one is sure, and that it is back."""
    look = Do(RestoreWork.LOOK, To(WHICH), failed=To(WHICH))
    chosen = Choose(_where_it_lies, {STICK: To(STICK), SURE: To(SURE)})
    return Flow.of(
        [
            Step(WHICH, pages.which, {LOOK: look, TYPE: To(FILE), ANY: chosen}, take=pages.take_which),
            Step(STICK, pages.stick, {ANY: To(SURE)}, take=pages.take_from_stick),
            Step(FILE, pages.file, {NEXT: To(SURE)}, take=pages.take_file, wrong=pages.no_file),
            Step(SURE, pages.sure, {"do": Do(RestoreWork.RESTORE, To(RESTORED))}),
            Step(RESTORED, pages.restored, {"go": Leave(DONE)}),
        ],
        {LOOK: look},
    )


def _where_it_lies(state: RestoreState) -> str:
    return SURE if state.stick is None else STICK


def _chosen(state: RestoreState) -> tuple[RemovableDrive, tuple[Away, ...]]:
    return state.on_sticks[state.stick or 0]


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
        flow = restore_flow(RestorePages(parts.tools))
        self._runner = FlowRunner(self.host, flow, RestoreState(), self)

    def start(self) -> None:
        """What backups there are."""
        self._runner.start()

    def perform(self, work: RestoreWork, state: RestoreState) -> RestoreState:
        """Look for backups, or bring one back. Raises ``StoreError``."""
        if work is RestoreWork.LOOK:
            sticks = [(stick, tuple(backups_on(stick.folder))) for stick in self.parts.sticks()]
            with_some = tuple((stick, found) for stick, found in sticks if found)
            return replace(state, local=tuple(backups(self.parts.data)), on_sticks=with_some, stick=None)
        if work is RestoreWork.RESTORE:
            self._restore(state.path)
            return state
        return assert_never(work)

    def left(self, by: str) -> None:
        """Once the folder was let go there is no way back but to open it again."""
        if by == DONE or self._let_go:
            self._done()
        else:
            self._left()

    def _restore(self, path: Path | None) -> None:
        assert path is not None, "one is sure of a file"
        self._let_go = True
        self._before()
        try:
            self.parts.data.mkdir(parents=True, exist_ok=True)
            restore(self.parts.data, path)
        except OSError as reason:
            raise StoreError(sealing.CANNOT_WRITE) from reason
