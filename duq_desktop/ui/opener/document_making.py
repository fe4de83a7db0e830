"""Making a paper while its page stays alive: another process works, this one tells and can stop it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from duq_desktop.document_jobs import job
from duq_desktop.document_jobs.job import DocumentJob, Frame, FrameReader
from duq_desktop.errors import ReportError
from duq_desktop.ui.opener.opened_room import RoomPages
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import opener_said as words

_ROOT = Path(job.__file__).resolve().parent.parent
_KILL_MS = 2000


class Worker(QObject):
    """One paper in the making. Ends in exactly one of ``made`` and ``failed``, or in none once stopped."""

    paged = Signal(int)
    """So many pages are done."""
    made = Signal(object)
    """A list of PDFs."""
    failed = Signal(object)
    """A ``ReportError``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = FrameReader()
        self._over = False
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_ended)
        self._process.errorOccurred.connect(self._on_error)

    def start(self, job: DocumentJob) -> None:
        """Order the paper."""
        program, *arguments = worker_command()
        self._process.start(program, arguments)
        self._process.write(job.to_bytes())
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """Let go of the order; nothing of it is left."""
        self._over = True
        self._process.kill()
        self._process.waitForFinished(_KILL_MS)

    def _read(self) -> None:
        for frame in self._reader.feed(bytes(self._process.readAllStandardOutput().data())):
            if not self._over:
                self._take(frame)

    def _take(self, frame: Frame) -> None:
        if frame.letter == job.PAGES:
            self.paged.emit(frame.number())
        elif frame.letter == job.DONE:
            self._over = True
            self.made.emit(frame.papers())
        elif frame.letter == job.FAILED:
            self._fail(frame.trouble())
        else:
            self._fail(ReportError(words.MAKING_FAILED))

    def _on_ended(self) -> None:
        """A worker that ends without a word was killed, or ran out of memory."""
        self._read()
        self._fail(ReportError(words.MAKING_FAILED))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail(ReportError(words.MAKING_FAILED))

    def _fail(self, trouble: ReportError) -> None:
        if not self._over:
            self._over = True
            self.failed.emit(trouble)


def worker_command() -> list[str]:
    """How the worker is started; a bundle has no Python beside it and starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, job.COMMAND]
    return [sys.executable, "-m", "duq_desktop.document_jobs.worker"]


def _environment() -> QProcessEnvironment:
    """As ours, and the worker finds the same program as the one that runs."""
    environment = QProcessEnvironment.systemEnvironment()
    before = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, [str(_ROOT), before])))
    return environment


class Making(RoomPages):
    """The page that tells how far a paper is, with a way to stop."""

    _worker: Worker | None = None

    def make(
        self,
        kind: str,
        *arguments: object,
        done: Callable[[list[bytes]], None],
        stopped: Callable[[], None],
    ) -> None:
        """Make a paper of ``kind``. ``done`` gets the PDFs; ``stopped`` leads back, also after trouble."""
        tools = self.parts.tools
        page = DeskPage(tools, self.text(words.MAKING_TITLE), controls=frozenset({Control.LISTEN}))
        line = page.add_line(self.text(words.MAKING_LINE, number=0), "wait")
        page.add_action("stop", self.text(words.MAKING_STOP))
        worker = Worker(self)
        worker.paged.connect(lambda number: line.setText(self.text(words.MAKING_LINE, number=number)))
        worker.made.connect(lambda papers: self._leave(lambda: done(papers)))
        worker.failed.connect(lambda trouble: self._leave(lambda: self._say(trouble, stopped)))
        page.acted.connect(lambda _name: self._leave(stopped))
        self.forget()
        self._worker = worker
        self.put(page)
        worker.start(
            DocumentJob(kind, arguments, tools.pack, self.parts.paper_words, self.parts.fonts),
        )

    def forget(self) -> None:
        """Stops what is being made; nothing of it is left."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()
            worker.deleteLater()

    def _leave(self, then: Callable[[], None]) -> None:
        self.forget()
        then()

    def _say(self, trouble: ReportError, stopped: Callable[[], None]) -> None:
        stopped()
        page = self.parts.stage.page_behind_blank
        if isinstance(page, DeskPage):
            page.notice(self.parts.tools.words.error(trouble))
