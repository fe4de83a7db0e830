"""A person who answers everything: all five areas, long, by the same presses as on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.content.model import Stream
from duq_desktop.shell.app import App
from duq_desktop.shell.context import Folders
from duq_desktop.ui.pages.choice_page import ChoicePage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.person.session_controller import InterviewController
from duq_desktop.ui.widgets.controls import Control
from tools.screenshots.tour import Tour

WANTED = ("more", "finish", "long")


LONGEST_MS = 20_000
"""A next page that takes longer has something in its way, and saying so beats hanging."""


class Painted(QObject):
    """Sees the first paint of a page's heading."""

    happened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keeps nothing back."""
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            self.happened.emit()
        return False


class Presser:
    """Takes an open app from page to page."""

    def __init__(self, app: QApplication, data: Path, config: Path) -> None:
        self.app = app
        self.house = App(app, Folders(data, config))
        self.house.open()
        self.pages = 0
        self.settle()
        front = self.house.front
        assert front is not None
        self.front = front
        self._tour = Tour(self.house.window.stage, front)

    @property
    def running(self) -> InterviewController:
        """The session that runs."""
        assert self.front.running is not None
        return self.front.running

    @property
    def page(self) -> Page:
        """The page that shows."""
        page = self.house.window.stage.page
        assert isinstance(page, Page)
        return page

    def begin(self, stream: Stream = Stream.PERSON) -> None:
        """Somebody new sits down."""
        self.front.show_start()
        self.front.begin(stream)
        self.settle()

    def choose(self) -> None:
        """Choose something on the page, as a person does before Next."""
        self._tour._make_ready(self.running)
        page = self.running.page
        if isinstance(page, ChoicePage):
            ids = [choice.option_id for choice in page.answers.choices]
            for wanted in (name for name in WANTED if name in ids):
                page.answers.choose(wanted)
                break
        self.settle()

    def press_next(self) -> None:
        """Next, until the page that follows is painted; in an event loop, as in the app.

        Only in one does Qt let go of what is to be deleted later, and that may come before the paint.
        """
        loop, painted = QEventLoop(), Painted()
        painted.happened.connect(loop.quit)
        too_late = QTimer()
        too_late.setSingleShot(True)
        too_late.timeout.connect(loop.quit)
        too_late.start(LONGEST_MS)
        stage = self.house.window.stage
        show_page = stage.show_page

        def watch(page: QWidget, **more: bool) -> None:
            assert isinstance(page, Page)
            page.heading.installEventFilter(painted)
            show_page(page, **more)

        stage.show_page = watch  # type: ignore[method-assign]
        QTimer.singleShot(0, self.page.control(Control.NEXT).click)
        loop.exec()
        stage.show_page = show_page  # type: ignore[method-assign]
        if not painted.seen:
            raise AssertionError(f"no page after {self.running.session.step}: {self.page.notice_words}")
        self.pages += 1

    def settle(self) -> None:
        """What happens while a person reads: old pages go, blocks are filled up."""
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        front = self.house.front
        if front is not None and front.running is not None:
            while front.running.ahead.is_busy:
                self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.app.processEvents()

    def sessions(self, pages: int, at: Callable[[int], None]) -> None:
        """As many sessions as ``pages`` pages take; ``at`` is told after each page."""
        while self.pages < pages:
            self.begin()
            while self.pages < pages and not self.running.session.is_over:
                self.choose()
                self.press_next()
                self.settle()
                at(self.pages)
