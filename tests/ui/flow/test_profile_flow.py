"""Keeping how somebody likes it, by itself on a bare stage: what is kept, found and forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.errors import ReportError
from duq_desktop.preferences.preferences import Preferences
from duq_desktop.preferences.profile import Profile
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.views_page import DrivePage
from duq_desktop.ui.preferences.pages.profile_pages import TypedPage
from duq_desktop.ui.preferences.profile_flow import FILE_NAME, SHEET_NAME, ProfileFlow, ProfileFlowParts
from duq_desktop.words import preferences, printed
from tests.ui.flow.kit import Tried, tried_stage
from tests.ui.houses import QUICK


class Papers:
    """Keeps what would be printed or written."""

    def __init__(self) -> None:
        self.printed: list[bytes] = []
        self.written: dict[str, bytes] = {}
        self.plugged: list[RemovableDrive] = []
        self.is_broken = False

    def how_to_ask_me(self, profile: Profile, name: str) -> bytes:
        return f"{name}: {profile.helps}".encode()

    def print_pdf(self, pdf: bytes) -> None:
        if self.is_broken:
            raise ReportError(printed.PRINTER_GONE)
        self.printed.append(pdf)

    def sticks(self) -> Sequence[RemovableDrive]:
        return self.plugged

    def keep_on_stick(self, stick: RemovableDrive, files: Mapping[str, bytes]) -> Sequence[str]:
        self.written.update(files)
        return tuple(files)


class Trying:
    """The pages, and their owner."""

    def __init__(self, tried: Tried, folder: Path) -> None:
        self.tried, self.papers = tried, Papers()
        self.boxes = ProfileBoxes(folder, QUICK)
        self.liking = SimpleNamespace(kept=None, profile=Profile(Preferences(text_size=300)))
        self.ends: list[Profile | None] = []
        parts = ProfileFlowParts(tried.tools, self.liking, self.boxes, lambda: self.papers, lambda: True)
        self.flow = ProfileFlow(parts)

    def profile_left(self) -> None:
        self.ends.append(None)

    def profile_found(self, profile: Profile) -> None:
        self.ends.append(profile)

    def keep(self, sign: str = "") -> None:
        self.flow.keep(self.tried.host, self, sign)
        self.type("More time")
        self.type("My sister")

    def type(self, words: str) -> None:
        page = self.tried.page
        assert isinstance(page, TypedPage), page
        page.box.set_words(words)
        page.next_pressed.emit()

    def sign(self, *names: str) -> None:
        page = self.tried.page
        assert isinstance(page, SignPage), page
        for name in names:
            page.grid.cards[name].setChecked(True)
        page.next_pressed.emit()

    @property
    def title(self) -> str:
        return self.tried.page.heading.text()


@pytest.fixture
def trying(qapp: QApplication, tmp_path: Path) -> Iterator[Trying]:
    with tried_stage(qapp) as tried:
        yield Trying(tried, tmp_path)


def test_it_is_kept_here_and_brought_by_the_same_sign_and_word(trying: Trying, qtbot: QtBot) -> None:
    trying.keep("boat+key")
    trying.tried.press("computer")
    trying.type("gar")
    assert trying.tried.notice == preferences.WORD_SHORT, "the sign is known, so the word comes at once"
    trying.type("garden")
    qtbot.waitUntil(lambda: trying.title == preferences.KEPT_TITLE)
    trying.tried.page.next_pressed.emit()
    assert trying.ends == [None]
    trying.flow.bring_by_sign(trying.tried.host, trying, "key+boat")
    trying.type("gardens")
    qtbot.waitUntil(lambda: trying.tried.notice == preferences.NOT_FOUND)
    trying.type("garden")
    qtbot.waitUntil(lambda: len(trying.ends) == 2)
    found = trying.ends[1]
    assert found is not None
    assert (found.helps, found.helpers, found.liking.text_size) == ("More time", "My sister", 300)


def test_deleting_asks_for_both_and_leaves_nothing(trying: Trying, qtbot: QtBot) -> None:
    trying.boxes.keep(("boat", "key"), "garden", b"{}")
    trying.flow.forget(trying.tried.host, trying)
    trying.sign("boat", "key")
    trying.type("hedges")
    qtbot.waitUntil(lambda: trying.tried.notice == preferences.NOT_FOUND)
    assert trying.boxes.has_some
    trying.type("garden")
    qtbot.waitUntil(lambda: trying.title == preferences.FORGOTTEN_TITLE)
    assert not trying.boxes.has_some


def test_going_back_shows_what_was_typed_but_never_a_word_or_a_name(trying: Trying) -> None:
    trying.keep()
    trying.tried.press("computer")
    trying.sign("boat", "key")
    page = trying.tried.page
    assert isinstance(page, TypedPage)
    page.box.set_words("garden")
    page.back_pressed.emit()
    trying.sign("boat", "key")
    assert isinstance(trying.tried.page, TypedPage)
    assert trying.tried.page.words == ""
    for _ in range(3):
        trying.tried.page.back_pressed.emit()
    again = trying.tried.page
    assert isinstance(again, TypedPage)
    assert again.words == "My sister"
    again.back_pressed.emit()
    assert isinstance(trying.tried.page, TypedPage)
    assert trying.tried.page.words == "More time"
    trying.tried.page.back_pressed.emit()
    assert trying.ends == [None]


def test_a_printer_that_fails_keeps_the_name_on_the_page(trying: Trying) -> None:
    trying.papers.is_broken = True
    trying.keep()
    trying.tried.press("paper")
    trying.type("  Ann   B ")
    assert trying.tried.notice == printed.PRINTER_GONE
    trying.papers.is_broken = False
    trying.tried.page.next_pressed.emit()
    assert trying.papers.printed == [b"Ann B: More time"]


def test_one_stick_is_used_and_of_several_one_is_asked_about(trying: Trying, tmp_path: Path) -> None:
    trying.keep()
    trying.tried.press("stick")
    trying.type("Ann")
    sticks = [RemovableDrive(tmp_path / name, name) for name in ("BLUE", "RED")]
    trying.papers.plugged = sticks
    trying.tried.press("look")
    assert isinstance(trying.tried.page, DrivePage)
    trying.tried.press("1")
    assert set(trying.papers.written) == {FILE_NAME, SHEET_NAME}
    trying.tried.page.next_pressed.emit()
    sticks[0].folder.mkdir()
    (sticks[0].folder / FILE_NAME).write_bytes(trying.papers.written[FILE_NAME])
    trying.flow.bring(trying.tried.host, trying)
    assert isinstance(trying.tried.page, ActionPage)
    assert list(trying.tried.page.buttons) == ["stick"], "nothing is kept here"
    trying.tried.press("stick")
    trying.tried.press("look")
    trying.tried.press("1")
    assert trying.tried.notice == preferences.STICK_EMPTY
    trying.papers.plugged = sticks[:1]
    trying.tried.page.back_pressed.emit()
    trying.tried.press("stick")
    trying.tried.press("look")
    found = trying.ends[-1]
    assert found is not None
    assert found.helps == "More time"
