"""What can be changed of this computer, by itself on a bare stage: what is written, where Back leads."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from duq_desktop.errors import StoreError
from duq_desktop.settings import Settings
from duq_desktop.store.file.home import Home
from duq_desktop.ui.opener.pages.fields import FieldsPage, PickOnePage
from duq_desktop.ui.opener.this_computer import Computer
from duq_desktop.words import opener_computer as words
from duq_desktop.words import opener_setup, sealing
from tests.documents.kit import PACK
from tests.ui.flow.kit import Tried, tried_stage
from tests.ui.houses import HOME


class Room:
    """As much of the opener's room as this needs; ``is_full`` is a disk that takes nothing."""

    def __init__(self, tried: Tried) -> None:
        self.tried, self.is_full = tried, False
        self.settings, self.renewed = Settings(), 0
        self.parts = SimpleNamespace(
            stage=tried.stage,
            tools=tried.tools,
            speaking=tried.speaking,
            pack=PACK,
            settings=lambda: self.settings,
            keep_settings=self.keep_settings,
        )
        self.store = SimpleNamespace(home=HOME, save_home=self.save_home)
        self.parent = QObject()
        self.computer = Computer(self, self.parent)
        self.computer.start()

    def keep_settings(self, settings: Settings) -> None:
        if self.is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.settings = settings

    def save_home(self, home: Home) -> None:
        if self.is_full:
            raise StoreError(sealing.CANNOT_WRITE)
        self.store.home = home

    def renew(self) -> None:
        self.renewed += 1

    def show_whole(self) -> None:
        """Not gone to here."""

    def pick(self, option: str) -> None:
        page = self.tried.page
        assert isinstance(page, PickOnePage), page
        page.answers.choose(option)
        page.next_pressed.emit()

    def back(self) -> None:
        self.tried.page.back_pressed.emit()

    @property
    def title(self) -> str:
        return self.tried.page.heading.text()


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Room]:
    with tried_stage(qapp) as tried:
        yield Room(tried)


def test_two_pages_are_written_together_and_only_at_the_end(room: Room) -> None:
    room.tried.press("idle")
    room.pick("20")
    assert room.title == words.DAY_TITLE
    assert room.settings == Settings()
    room.back()
    assert room.title == words.BLANK_TITLE, "Back leads where one came from"
    page = room.tried.page
    assert isinstance(page, PickOnePage)
    assert page.answers.chosen == "20"
    page.next_pressed.emit()
    room.pick("1440")
    assert (room.settings.rest_minutes, room.settings.day_minutes) == (20, 1_440)
    assert (room.title, room.tried.notice, room.renewed) == (words.TITLE, words.CHANGED, 1)


def test_going_back_from_the_first_page_changes_nothing(room: Room) -> None:
    room.tried.press("lock")
    room.back()
    assert (room.title, room.tried.notice, room.settings) == (words.TITLE, "", Settings())


def test_settings_that_cannot_be_kept_are_said_and_stay_as_they_were(room: Room) -> None:
    room.is_full = True
    room.tried.press("lock")
    room.pick("20")
    assert (room.title, room.tried.notice) == (words.LOCK_TITLE, words.NOT_CHANGED)
    assert (room.settings, room.renewed) == (Settings(), 0)
    room.is_full = False
    room.tried.page.next_pressed.emit()
    assert room.settings.lock_minutes == 20


def test_a_fact_is_changed_alone_and_what_is_wrong_stays_to_be_mended(room: Room) -> None:
    room.tried.press("facts")
    room.tried.press("home")
    page = room.tried.page
    assert isinstance(page, FieldsPage)
    page.fields["people_count"].edit.setText("no number")
    page.next_pressed.emit()
    assert room.tried.notice == opener_setup.PEOPLE_WRONG
    assert page.fields["people_count"].text() == "no number"
    page.fields["people_count"].edit.setText("5")
    room.is_full = True
    page.next_pressed.emit()
    assert room.tried.page is page, "a disk that takes nothing"
    room.is_full = False
    page.next_pressed.emit()
    assert room.store.home.people_count == 5
    assert room.store.home.opener_name == HOME.opener_name
    assert (room.title, room.tried.notice) == (words.FACTS_TITLE, words.CHANGED)
    room.back()
    assert room.title == words.TITLE


def test_the_words_for_staff_are_settings_and_no_fact_of_the_home(room: Room) -> None:
    room.tried.press("facts")
    room.tried.press("staff")
    page = room.tried.page
    assert isinstance(page, PickOnePage)
    word = page.answers.choices[-1].option_id
    room.pick(word)
    assert room.settings.staff_word == word
    assert room.store.home is HOME
