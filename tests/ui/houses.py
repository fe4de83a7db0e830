"""A whole app in a temporary folder, for tests that press what a person presses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.interview.records import OpenedSession
from duq_desktop.settings import Settings, save
from duq_desktop.shell.app import App
from duq_desktop.shell.context import Folders
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.person.session_controller import InterviewController
from duq_desktop.vault.pins import pin_key
from duq_desktop.vault.slots import Cost
from tests.fakes import FakeVoice, LeapingClock
from tools.screenshots.tour import Tour

PHRASE = "a long enough phrase for trying"
QUICK = Cost(1, 8 * 1024 * 1024)
HOME = Home(
    opener_name="Ada Bright",
    opener_job="trustee",
    opener_works_here=False,
    nation="england",
    safeguarding_number="0300 123 4567",
    outside_contact=Contact("Advocacy Together", "0113 496 0000", ""),
    people_count=6,
)


class TriedHouse:
    """The app with a fake voice and no dead zone, and short words for what tests do with it."""

    def __init__(
        self, app: QApplication, folder: Path, settings: Settings, *, drafts: bool = False, home: Home = HOME
    ) -> None:
        self.data = folder / "data"
        config = folder / "config"
        save(settings, config)
        Store.set_up(self.data, home, PHRASE, cost=QUICK)
        with Store.open(self.data) as store:
            pin_key(config, store.fingerprint, self.data)
        self.app = app
        self.house = App(app, Folders(self.data, config), drafts=drafts)
        self.voice = FakeVoice()
        self.house.speaking.replace_voice(self.voice)
        self.house.open()
        self.house.guard.clock = LeapingClock()
        self.house.guard.page_changed()
        self.house.window.activateWindow()
        app.processEvents()

    @property
    def page(self) -> Page:
        """The page that shows."""
        page = self.house.window.stage.page
        assert isinstance(page, Page), page
        return page

    @property
    def running(self) -> InterviewController:
        """The session that runs."""
        assert self.house.front is not None
        assert self.house.front.running is not None
        return self.house.front.running

    def tour(self) -> Tour:
        """A tour through every page."""
        assert self.house.front is not None
        return Tour(self.house.window.stage, self.house.front)

    def focused(self) -> QWidget:
        """What has the focus."""
        widget = self.app.focusWidget()
        assert widget is not None
        return widget

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused(), key, modifier)
        self.app.processEvents()

    def settle(self) -> None:
        """Let everything that waits happen, also what is to be deleted later."""
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.processEvents()

    def opened(self) -> tuple[OpenedSession, ...]:
        """What the opener reads afterwards; closes the app first."""
        self.house.close()
        with Store.open(self.data) as store:
            opener = store.unlock(PHRASE)
            try:
                return opener.open_all().sessions
            finally:
                opener.lock()


@contextmanager
def tried_house(
    app: QApplication, folder: Path, *, home: Home = HOME, **settings: object
) -> Iterator[TriedHouse]:
    """An open app; closed and taken down at the end."""
    tried = TriedHouse(app, folder, Settings(voice=False, **settings), home=home)  # type: ignore[arg-type]
    try:
        yield tried
    finally:
        tried.house.take_down()
