"""Getting a paper out: where it shall lie, made while the page stays alive, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from duq_desktop.documents.pdf.writing import write_parts, write_straight
from duq_desktop.errors import ExpectedError
from duq_desktop.ui.opener.destinations import Choosing, free_path
from duq_desktop.ui.opener.document_making import Making
from duq_desktop.ui.opener.flow_controller import only
from duq_desktop.ui.opener.opened_room import RoomPages
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import opener_said as words


@dataclass(frozen=True)
class Wanted:
    """One paper: its ``kind`` and what it is made of (see ``paper_job``), and the ``name`` of its file.

    ``title`` asks where it shall lie. Between making and writing, ``finished`` makes of the papers what is
    written, and ``before`` is done; both may raise ``ExpectedError``. ``for_person``: it is written through
    no other file, and this computer's own folder is not offered. ``lines`` stand on the last page, after
    the name.
    """

    kind: str
    arguments: tuple[object, ...]
    name: str
    title: str
    before: Callable[[], None] = lambda: None
    finished: Callable[[list[bytes]], list[bytes]] = list
    for_person: bool = False
    lines: Sequence[tuple[str, str]] = ()


class DocumentExport(RoomPages):
    """Leads from the choice of a place to the file. ``left`` leads back, ``done`` on."""

    _choosing: Choosing | None = None
    _making: Making | None = None

    def give(self, wanted: Wanted, *, left: Callable[[], None], done: Callable[[], None]) -> None:
        """Ask for a place, make the paper, write it."""
        self.forget()
        self._choosing = Choosing(
            self.parts,
            title=wanted.title,
            chosen=lambda folder: self._make(wanted, folder, left, done),
            left=left,
            with_documents=not wanted.for_person,
            parent=self,
        )
        self._choosing.start()

    def forget(self) -> None:
        """Stops what is being made."""
        for each in (self._choosing, self._making):
            if each is not None:
                each.deleteLater()
        if self._making is not None:
            self._making.forget()
        self._choosing = self._making = None

    def _make(self, wanted: Wanted, folder: Path, left: Callable[[], None], done: Callable[[], None]) -> None:
        self._making = Making(self.room, self)
        self._making.make(
            wanted.kind,
            *wanted.arguments,
            done=lambda papers: self._write(wanted, folder, papers, left, done),
            stopped=left,
        )

    def _write(
        self,
        wanted: Wanted,
        folder: Path,
        papers: list[bytes],
        left: Callable[[], None],
        done: Callable[[], None],
    ) -> None:
        path = free_path(folder, wanted.name, len(papers))
        try:
            papers = wanted.finished(papers)
            wanted.before()
            if wanted.for_person:
                write_straight(path, papers[0])
                written = [path]
            else:
                written = write_parts(path, papers, replacing=False)
        except ExpectedError as trouble:
            left()
            page = self.parts.stage.page_behind_blank
            if isinstance(page, DeskPage):
                page.notice(self.parts.tools.words.error(trouble))
            return
        self._show_made(wanted, written, done)

    def _show_made(self, wanted: Wanted, written: Sequence[Path], done: Callable[[], None]) -> None:
        folder = written[0].parent
        told = [
            ("report", self.text(words.MADE_LINE, name=path.name, folder=folder.name or folder))
            for path in written
        ]
        page = DeskPage(
            self.parts.tools,
            self.text(words.MADE_TITLE),
            lines=[*told, *wanted.lines],
            controls=only(Control.LISTEN, Control.NEXT),
        )
        page.next_pressed.connect(done)
        self.put(page)
