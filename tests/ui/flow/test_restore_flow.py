"""Bringing a backup back, by itself on a bare stage: what is chosen, what is said, where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from duq_desktop.ui.opener.pages.fields import FieldsPage
from duq_desktop.ui.opener.restore import BringBack
from duq_desktop.words import opener as words
from tests.ui.flow.kit import Tried, tried_stage


class Trying:
    """The pages over an empty data folder; ``ends`` are the ways they were left."""

    def __init__(self, tried: Tried, folder: Path) -> None:
        self.tried = tried
        self.ends: list[str] = []
        self.data = folder / "data"
        self.parent = QObject()
        parts = SimpleNamespace(
            stage=tried.stage, tools=tried.tools, speaking=tried.speaking, data=self.data, sticks=lambda: ()
        )
        self.back_up = BringBack(
            parts,
            left=lambda: self.ends.append("left"),
            done=lambda: self.ends.append("done"),
            before=lambda: self.ends.append("closed"),
            parent=self.parent,
        )
        self.back_up.start()

    def type(self, path: Path) -> None:
        page = self.tried.page
        assert isinstance(page, FieldsPage), page
        page.fields["file"].edit.setText(str(path))
        page.next_pressed.emit()

    def back(self) -> None:
        self.tried.page.back_pressed.emit()

    @property
    def title(self) -> str:
        return self.tried.page.heading.text()


@pytest.fixture
def trying(qapp: QApplication, tmp_path: Path) -> Iterator[Trying]:
    with tried_stage(qapp) as tried:
        yield Trying(tried, tmp_path)


def test_where_there_is_none_the_page_says_so_and_back_leads_back(trying: Trying) -> None:
    assert words.BACKUPS_NONE in [reading.text for reading in trying.tried.page.utterances()]
    trying.tried.press("look")
    assert trying.title == words.BACKUPS_TITLE
    trying.back()
    assert trying.ends == ["left"]


def test_a_file_that_is_not_there_is_said_and_what_was_typed_stays(trying: Trying, tmp_path: Path) -> None:
    trying.tried.press("type")
    trying.type(tmp_path / "nothing")
    assert "nothing" in trying.tried.notice
    page = trying.tried.page
    assert isinstance(page, FieldsPage)
    assert page.fields["file"].text().endswith("nothing")
    assert trying.ends == []


def test_a_file_that_is_no_backup_changes_nothing_and_the_only_way_back_is_to_open_anew(
    trying: Trying, tmp_path: Path
) -> None:
    (tmp_path / "bad").write_bytes(b"no backup at all" * 100)
    trying.tried.press("type")
    trying.type(tmp_path / "bad")
    assert trying.title == words.BACKUP_SURE_TITLE.format(name="bad")
    trying.back()
    page = trying.tried.page
    assert isinstance(page, FieldsPage), "Back leads where one came from"
    assert page.fields["file"].text().endswith("bad")
    page.next_pressed.emit()
    trying.tried.press("do")
    assert trying.tried.notice
    assert trying.ends == ["closed"]
    for _ in range(3):
        trying.back()
    assert trying.ends == ["closed", "done"]
