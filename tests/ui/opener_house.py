"""A whole app in a temporary folder for tests of the opener's pages: not set up, or with real sessions."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from duq_desktop.content.model import Stream
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.interview.records import Bookmark, Record, RecordKind
from duq_desktop.publication.computer_note import ComputerNote, note_on_computer
from duq_desktop.settings import Settings, save
from duq_desktop.shell.app import App
from duq_desktop.shell.context import Folders
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.reading_order import set_reading_order
from duq_desktop.vault.keys import NewKeys
from duq_desktop.vault.pins import pin_key
from duq_desktop.vault.slots import Cost
from tests.fakes import FakeVoice, LeapingClock
from tests.ui import walk

PHRASE = "fern otter moon lamp"
QUICK = Cost(1, 8192)
HOME = Home(
    opener_name="Ada Bright",
    opener_job="trustee",
    opener_works_here=False,
    nation="england",
    safeguarding_number="01632 960 101",
    outside_contact=Contact("Advocacy Together", "01632 960 102"),
    people_count=6,
    home_name="Elm Court",
)
AT = "2026-11-20T10:00:00+00:00"


class OpenerHouse:
    """The app with a fake voice and no dead zone, and short words for what these tests do with it."""

    def __init__(self, app: QApplication, folder: Path, settings: Settings) -> None:
        self.app = app
        self.data, self.config = folder / "data", folder / "config"
        self.sticks: list[RemovableDrive] = []
        self.documents: Path | None = None
        save(settings, self.config)
        self.make_keys()

    def make_keys(self) -> None:
        """The keys that ``set_up`` uses."""
        self.keys = NewKeys.make()

    def set_up(self, **more: object) -> OpenerHouse:
        """A folder as first start leaves it."""
        Store.set_up(self.data, HOME, PHRASE, keys=self.keys, cost=QUICK, **more)  # type: ignore[arg-type]
        pin_key(self.config, self.keys.fingerprint, self.data)
        note_on_computer(self.config, self.data, ComputerNote())
        return self

    def take(self, other: OpenerHouse) -> None:
        """A copy of a folder that was made before."""
        shutil.copytree(other.data, self.data)
        self.keys = other.keys
        pin_key(self.config, self.keys.fingerprint, self.data)
        note_on_computer(self.config, self.data, ComputerNote())

    def open(self) -> OpenerHouse:
        """Start the app."""
        self.house = App(self.app, Folders(self.data, self.config))
        self.house.speaking.replace_voice(FakeVoice())
        self.quicken()
        self.house.open()
        self.house.guard.clock = LeapingClock()
        self.house.guard.page_changed()
        self.house.window.activateWindow()
        self.settle()
        return self

    def quicken(self) -> None:
        """Small costs, and sticks and folders where the test wants them."""
        part = self.house.bring_opener_part()
        part.cost = QUICK
        part.sticks = lambda: self.sticks
        part.documents = lambda: self.documents

    def put_in(self, folder: Path) -> RemovableDrive:
        """A stick is put in."""
        folder.mkdir(parents=True, exist_ok=True)
        stick = RemovableDrive(folder, folder.name)
        self.sticks.append(stick)
        return stick

    @property
    def page(self) -> Page:
        """The page that shows."""
        page = self.house.window.stage.page
        assert isinstance(page, Page), page
        return page

    @property
    def desk(self) -> DeskPage:
        """The opener's page that shows."""
        page = self.house.window.stage.page
        assert isinstance(page, DeskPage), page
        return page

    @property
    def title(self) -> str:
        """What the page is about."""
        return self.page.heading.text()

    def words(self) -> str:
        """Every word on the page, as it is shown."""
        labels = self.page.findChildren(QWidget)
        return "\n".join(
            label.text()  # type: ignore[attr-defined]
            for label in labels
            if hasattr(label, "text") and callable(label.text) and label.isVisible()
        )

    def focused(self) -> QWidget:
        """What has the focus."""
        widget = self.app.focusWidget()
        assert widget is not None, f"nothing has the focus on {self.title}"
        return widget

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused(), key)
        self.settle()

    def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        field = self.focused()
        assert isinstance(field, QLineEdit), field
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            field.insert(text)

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until ``widget`` has the focus."""
        for _ in range(60):
            if self.focused() is widget:
                return
            QTest.keyClick(self.focused(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {widget.accessibleName()}")

    def next(self) -> None:
        """Next, by the keyboard."""
        self.tab_to(self.page.control(Control.NEXT))
        self.key(Qt.Key.Key_Return)

    def back(self) -> None:
        """Back."""
        self.page.control(Control.BACK).click()
        self.settle()

    def act(self, name: str) -> None:
        """Press one of the page's own buttons, by the keyboard."""
        self.tab_to(self.desk.actions_by_name[name])
        self.key(Qt.Key.Key_Space)

    def settle(self) -> None:
        """Let everything that waits happen."""
        for _ in range(3):
            self.app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def faults(self) -> list[str]:
        """What is wrong with the page for a screen reader, a finger and an eye.

        The walk's own look at the Tab chain makes Python's wrappers children of what is deleted with
        an earlier page, so here the order that pages set themselves is asked instead. A notice that has
        the focus for once is a group of words by design.
        """
        found = [
            fault
            for widget in walk._visible(self.page)
            for look in (walk._spoken, walk._target, walk._words)
            for fault in look(widget)
        ]
        found += [fault for widget in walk._visible(self.page) for fault in walk._inside(widget, self.page)]
        found += list(walk._sideways(self.page))
        reached = set_reading_order(self.page)
        found += [
            f"stops: {walk._called(widget)}"
            for widget in walk._visible(self.page)
            if walk._is_control(widget) and widget.isEnabled() and widget not in reached
        ]
        return [fault for fault in found if not fault.startswith("spoken: CalmNotice")]

    def choose(self, folder: Path) -> None:
        """Press the place that lies in ``folder``, on a page that asks for one."""
        name = next(
            name for name, button in self.desk.actions_by_name.items() if f"“{folder.name}”" in button.words()
        )
        self.act(name)

    def unlock(self) -> None:
        """From the start page to what was said."""
        self.page.buttons["opener"].click()  # type: ignore[attr-defined]
        self.settle()
        self.type(PHRASE)
        self.key(Qt.Key.Key_Return)
        self.wait_for("Read this first")

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        for _ in range(3000):
            self.settle()
            if is_so():
                return
            QTest.qWait(10)
        raise AssertionError(f"never so, on {self.title!r}: {self.words()}")

    def wait_for(self, title: str) -> None:
        """Wait until a page has this title."""
        self.wait_until(lambda: self.title == title)


@contextmanager
def opener_house(app: QApplication, folder: Path, **settings: object) -> Iterator[OpenerHouse]:
    """An app that is not open yet; taken down at the end."""
    made = OpenerHouse(app, folder, Settings(voice=False, **settings))  # type: ignore[arg-type]
    try:
        yield made
    finally:
        if hasattr(made, "house"):
            made.house.take_down()


def give(data: Path, stream: Stream, sign: str, *records: Record) -> str:
    """A finished session with these records, sealed as the app seals them; its id."""
    with Store.open(data) as store:
        sitting = store.begin(stream, sign=sign, pack_id="duq-code", pack_version="0.1.0")
        sitting.append(Record(RecordKind.CONSENT, AT, {"yes": True, "how": "pressed"}), Bookmark())
        for record in records:
            sitting.append(record, Bookmark())
        sitting.append(Record(RecordKind.FINISHED, AT, {"far": []}), Bookmark(state="ended"))
        store.back_up()
        return sitting.session_id


def answered(question: str, answer: str, words: str = "", **more: object) -> Record:
    """An answer as the interview writes it."""
    body = {
        "question": question,
        "wording": "",
        "status": "answered",
        "answer": answer,
        "support": "alone",
        "format": "three",
        "words": words,
        "may_quote": bool(words),
    }
    return Record(RecordKind.ANSWER, AT, {**body, **more})
