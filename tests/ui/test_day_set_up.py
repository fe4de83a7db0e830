"""A facilitator sets the computer up for a day: two pages, and what they change for whoever comes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duq_desktop.content.model import Stream
from duq_desktop.handing_over import turns
from duq_desktop.handing_over.day import FILE_NAME
from duq_desktop.interview.records import RecordKind
from duq_desktop.interview.steps import PageName
from duq_desktop.liking.ways import Way
from duq_desktop.ui.pages.choice_page import ChoicePage
from duq_desktop.ui.pages.day_pages import DayChoicesPage, DayPlacePage
from duq_desktop.ui.pages.help_page import HelpPage
from duq_desktop.ui.pages.start_page import StartPage
from duq_desktop.ui.widgets.controls import Control
from tests.ui.houses import HOME, TriedHouse, tried_house
from tests.ui.test_whole_session import begin, walk_to
from tests.ui.walk import problems_of


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def first_page(tried: TriedHouse) -> DayPlacePage:
    assert isinstance(tried.page, StartPage)
    tried.page.buttons["day"].click()
    assert isinstance(tried.page, DayPlacePage)
    return tried.page


def second_page(tried: TriedHouse) -> DayChoicesPage:
    tried.page.control(Control.NEXT).click()
    assert isinstance(tried.page, DayChoicesPage)
    return tried.page


def set_up(tried: TriedHouse, *areas: str, way: str = "direct") -> None:
    page = first_page(tried)
    page.fields["place"].edit.setText(" Rose  House ")
    page.fields["contact"].edit.setText("Grace, an advocate")
    page.fields["number"].edit.setText("the room next door")
    choices = second_page(tried)
    for area in areas:
        choices.areas[area].click()
    choices.ways.choose(way)
    choices.actions_by_name["keep"].click()


def test_the_place_and_the_contact_of_the_day_show_and_nobody_is_taken_away(tried: TriedHouse) -> None:
    assert isinstance(tried.page, StartPage)
    tried.page.control(Control.TELL).click()
    assert isinstance(tried.page, HelpPage)
    before = tried.page.tools.home.contacts
    tried.page.control(Control.BACK).click()
    set_up(tried)
    assert any("Rose House" in reading.text for reading in tried.page.readings)
    assert tried.page.tools.home.contacts == (("Grace, an advocate", "the room next door"), *before)
    tried.page.control(Control.TELL).click()
    assert any("Grace, an advocate" in reading.text for reading in tried.page.utterances())
    assert any(HOME.outside_contact.name in reading.text for reading in tried.page.utterances())


def test_the_areas_of_the_day_come_first_and_the_others_stay_in_reach(tried: TriedHouse) -> None:
    areas = [area.id for area in tried.page.tools.pack.areas]
    set_up(tried, areas[3], areas[1])
    begin(tried)
    walk_to(tried, PageName.AREA)
    page = tried.running.page
    assert isinstance(page, ChoicePage)
    assert {card.option_id for card in page.answers.cards} == {areas[3], areas[1]}
    assert {card.option_id for card in page.answers.quiet} == set(areas) - {areas[3], areas[1]}
    page.answers.choose(areas[0])
    page.control(Control.NEXT).click()
    assert tried.running.session.step.page is PageName.LENGTH


def test_the_place_is_sealed_with_what_is_said(tried: TriedHouse) -> None:
    set_up(tried)
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    for each in tried.data.rglob("*"):
        assert b"Rose House" not in (each.read_bytes() if each.is_file() else b"")
    (session,) = tried.opened()
    (began,) = (record for record in session.records if record.kind is RecordKind.BEGAN)
    assert began.body["where"] == "Rose House"


def test_the_way_of_the_day_counts_from_the_start_page_on(tried: TriedHouse) -> None:
    set_up(tried, way="two-switches")
    assert isinstance(tried.page, StartPage)
    assert tried.house.liking.liking.way is Way.TWO_SWITCHES
    choices = first_page(tried), second_page(tried)
    choices[1].actions_by_name["forget"].click()
    assert tried.house.liking.liking.way is Way.DIRECT
    assert not (tried.house.folders.config / FILE_NAME).exists()
    assert tried.page.tools.home.place == ""


def test_what_was_typed_is_there_after_going_back_and_nothing_is_kept_by_it(tried: TriedHouse) -> None:
    page = first_page(tried)
    page.fields["place"].edit.setText("Rose House")
    second = second_page(tried)
    second.areas[tried.page.tools.pack.areas[0].id].click()
    second.control(Control.BACK).click()
    assert isinstance(tried.page, DayPlacePage)
    assert tried.page.fields["place"].text() == "Rose House"
    assert tried.page.day().areas == (tried.page.tools.pack.areas[0].id,)
    tried.page.control(Control.BACK).click()
    assert isinstance(tried.page, StartPage)
    assert not (tried.house.folders.config / FILE_NAME).exists()


def test_a_folder_that_cannot_be_written_is_said_on_the_page(tried: TriedHouse) -> None:
    (tried.house.folders.config / FILE_NAME).mkdir()
    first_page(tried)
    second = second_page(tried)
    second.actions_by_name["keep"].click()
    assert isinstance(tried.page, DayChoicesPage)
    assert tried.page.notice_words


def test_begin_hands_the_folders_to_answer_mode(
    tried: TriedHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    noted = tmp_path / "noted"
    script = "import json, sys, pathlib; pathlib.Path(sys.argv[1]).write_text(json.dumps(sys.argv[2:]))"
    monkeypatch.setattr(turns, "own_command", lambda: [sys.executable, "-c", script, str(noted)])
    first_page(tried)
    begin_button = second_page(tried).actions_by_name["begin"]
    QTimer.singleShot(0, begin_button, begin_button.click)
    assert tried.app.exec() == 0
    qtbot.waitUntil(lambda: noted.exists() and noted.read_text().endswith("]"), timeout=20_000)
    folders = ["--data-dir", str(tried.data), "--config-dir", str(tried.house.folders.config)]
    assert json.loads(noted.read_text()) == ["run", "--answer", *folders]
    assert tried.house.store is None


def test_both_pages_can_be_reached_read_and_pressed(tried: TriedHouse) -> None:
    first_page(tried)
    tried.settle()
    assert problems_of(tried.page) == []
    second_page(tried)
    tried.settle()
    assert problems_of(tried.page) == []


def test_families_find_the_same_areas(tried: TriedHouse) -> None:
    areas = [area.id for area in tried.page.tools.pack.areas]
    set_up(tried, areas[0])
    assert tried.house.front is not None
    tried.house.front.begin(Stream.FAMILY)
    walk_to(tried, PageName.AREA)
    page = tried.running.page
    assert isinstance(page, ChoicePage)
    assert {choice.option_id for choice in page.answers.choices} == set(areas)
