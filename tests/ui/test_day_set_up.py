"""A facilitator sets the computer up for a day: two pages, and what they change for whoever comes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duq_desktop.content.model import Stream
from duq_desktop.device.day_plan import FILE_NAME, WAYS
from duq_desktop.interview.records import RecordKind
from duq_desktop.interview.steps import PageName
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.profile import Profile
from duq_desktop.shell.answer_mode import supervisor
from duq_desktop.store.file.home import Contact
from duq_desktop.ui.facilitator.pages.day_plan_pages import DayChoicesPage, DayPlacePage
from duq_desktop.ui.pages.choice_page import ChoicePage
from duq_desktop.ui.person.pages.help_page import HelpPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.preferences.preferences_steps import PreferencesSteps
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import answer_mode
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


def set_up(
    tried: TriedHouse,
    *firsts: str,
    left_out: Sequence[str] = (),
    ways: Sequence[str] = WAYS,
    way: str = "direct",
    away: Sequence[str] = (),
) -> None:
    page = first_page(tried)
    page.fields["place"].edit.setText(" Rose  House ")
    page.fields["name0"].edit.setText("Grace, an advocate")
    page.fields["number0"].edit.setText("the room next door")
    for name in away:
        page.local[name].click()
    choices = second_page(tried)
    for area in left_out:
        choices.areas.today[area].click()
    for area in firsts:
        choices.areas.first[area].click()
    for each in set(choices.ways.today) - set(ways):
        choices.ways.today[each].click()
    if way != "direct":
        choices.ways.first[way].click()
    choices.actions_by_name["keep"].click()


def areas_of(tried: TriedHouse) -> list[str]:
    return [area.id for area in tried.page.tools.pack.areas]


def test_the_place_and_the_contacts_of_the_day_show(tried: TriedHouse) -> None:
    assert isinstance(tried.page, StartPage)
    before = tried.page.tools.home.contacts
    page = first_page(tried)
    page.fields["name1"].edit.setText("Tom")
    page.control(Control.BACK).click()
    page = first_page(tried)
    page.fields["name1"].edit.setText("Tom, from next door")
    page.fields["number1"].edit.setText("01632 960 222")
    page.control(Control.NEXT).click()
    tried.page.control(Control.BACK).click()
    tried.page.control(Control.BACK).click()
    assert tried.page.tools.home.contacts == before, "nothing is kept before the end"
    set_up(tried)
    assert any("Rose House" in reading.text for reading in tried.page.readings)
    assert tried.page.tools.home.contacts == (("Grace, an advocate", "the room next door"), *before)
    tried.page.control(Control.TELL).click()
    assert isinstance(tried.page, HelpPage)
    assert any("Grace, an advocate" in reading.text for reading in tried.page.utterances())
    assert any(HOME.outside_contact.name in reading.text for reading in tried.page.utterances())


def test_two_contacts_can_be_added(tried: TriedHouse) -> None:
    page = first_page(tried)
    for key, words in (("name0", "Grace"), ("name1", "Tom"), ("number1", "01632 960 222")):
        page.fields[key].edit.setText(words)
    second_page(tried).actions_by_name["keep"].click()
    assert tried.page.tools.home.contacts[:2] == (("Grace", ""), ("Tom", "01632 960 222"))


@pytest.mark.parametrize("names", [("Priya", "Sam"), (HOME.outside_contact.name, "999")], ids=["two", "same"])
def test_local_contacts_can_be_away_and_nobody_else(
    qapp: QApplication, tmp_path: Path, names: tuple[str, str]
) -> None:
    local = tuple(Contact(name, f"01632 960 00{at}") for at, name in enumerate(names))
    with tried_house(qapp, tmp_path, home=replace(HOME, local_contacts=local)) as tried:
        always = tried.page.tools.home.contacts[2:]
        assert [number for _name, number in always] == [
            HOME.outside_contact.number,
            HOME.safeguarding_number,
        ]
        page = first_page(tried)
        assert list(page.local) == list(names)
        assert all(card.isChecked() for card in page.local.values())
        tried.page.control(Control.BACK).click()
        set_up(tried, away=names)
        assert tried.page.tools.home.contacts[1:] == always
        tried.page.control(Control.TELL).click()
        read = " ".join(reading.text for reading in tried.page.utterances())
        assert all(told in read for told in ("999", HOME.outside_contact.number, HOME.safeguarding_number))
        tried.page.control(Control.BACK).click()
        page = first_page(tried)
        assert not any(card.isChecked() for card in page.local.values())
        page.local[names[0]].click()
        second_page(tried).actions_by_name["keep"].click()
        assert tried.page.tools.home.contacts[1:] == ((names[0], local[0].number), *always)


def test_the_areas_of_the_day_come_first_and_the_others_stay_in_reach(tried: TriedHouse) -> None:
    areas = areas_of(tried)
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


def test_an_area_left_out_is_not_asked_about_and_the_opener_can_see_it(tried: TriedHouse) -> None:
    areas = areas_of(tried)
    set_up(tried, left_out=(areas[4], areas[2]))
    begin(tried)
    walk_to(tried, PageName.AREA)
    page = tried.running.page
    assert isinstance(page, ChoicePage)
    assert {choice.option_id for choice in page.answers.choices} == {areas[0], areas[1], areas[3]}
    walk_to(tried, PageName.QUESTION)
    (session,) = tried.opened()
    (began,) = (record for record in session.records if record.kind is RecordKind.BEGAN)
    assert began.body["left_out"] == [areas[2], areas[4]]


def test_one_area_stays_and_what_comes_first_is_not_left_out(tried: TriedHouse) -> None:
    areas = areas_of(tried)
    first_page(tried)
    page = second_page(tried)
    page.areas.first[areas[0]].click()
    for area in areas:
        assert page.notice_words == ""
        page.areas.today[area].click()
    assert page.areas.left_out == tuple(areas[:-1])
    assert page.notice_words == answer_mode.DAY_ONE_STAYS
    assert page.day().areas == ()
    page.areas.first[areas[1]].click()
    assert page.areas.left_out == (areas[0], *areas[2:-1])
    assert page.day().areas == (areas[1],)
    assert page.areas.first[areas[1]].accessibleName().startswith("First: ")


def test_how_i_like_it_offers_the_ways_allowed_today(tried: TriedHouse) -> None:
    assert offered(tried) == list(InputMethod)
    set_up(tried, ways=["direct", "dwell"], way="dwell")
    assert tried.house.liking.liking.way is InputMethod.DWELL
    assert offered(tried) == [InputMethod.DIRECT, InputMethod.DWELL]
    page = first_page(tried), second_page(tried)
    page[1].ways.today["dwell"].click()
    assert page[1].ways.firsts == ("direct",), "what is taken out cannot be the first"
    page[1].actions_by_name["keep"].click()
    assert tried.house.liking.liking.way is InputMethod.DIRECT
    assert offered(tried) == [], "with one way there is nothing to ask"
    page = first_page(tried), second_page(tried)
    page[1].ways.first["one-switch"].click()
    assert page[1].day().ways == ("direct", "one-switch"), "what comes first is there"
    page[1].ways.first["one-switch"].click()
    assert page[1].ways.firsts == ("direct",), "one of them is the first"


def test_who_needs_another_way_gets_it_all_the_same(tried: TriedHouse) -> None:
    set_up(tried, ways=["direct"])
    liking = tried.house.liking
    liking.use_profile(Profile(replace(liking.liking, way=InputMethod.TWO_SWITCHES)))
    assert liking.liking.way is InputMethod.TWO_SWITCHES
    assert offered(tried) == [InputMethod.DIRECT, InputMethod.TWO_SWITCHES]
    liking.put(replace(liking.liking, way=InputMethod.DIRECT))
    assert offered(tried) == [InputMethod.DIRECT, InputMethod.TWO_SWITCHES], "the way back stays"
    liking.reset()
    assert offered(tried) == []


def offered(tried: TriedHouse) -> list[object]:
    """What "How do you press?" offers now."""
    house = tried.house
    assert house.front is not None
    steps = PreferencesSteps(house.front._parts.tools, house.liking, house.speaking).part("press")
    return [offer.value for step in steps if step.name == "press" for offer in step.offers()]


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
    assert tried.house.liking.liking.way is InputMethod.TWO_SWITCHES
    choices = first_page(tried), second_page(tried)
    choices[1].actions_by_name["forget"].click()
    assert tried.house.liking.liking.way is InputMethod.DIRECT
    assert not (tried.house.folders.config / FILE_NAME).exists()
    assert tried.page.tools.home.place == ""


def test_what_was_typed_is_there_after_going_back_and_nothing_is_kept_by_it(tried: TriedHouse) -> None:
    page = first_page(tried)
    page.fields["place"].edit.setText("Rose House")
    second = second_page(tried)
    area = tried.page.tools.pack.areas[0].id
    second.areas.first[area].click()
    second.ways.today["dwell"].click()
    second.control(Control.BACK).click()
    assert isinstance(tried.page, DayPlacePage)
    assert tried.page.fields["place"].text() == "Rose House"
    assert tried.page.day().areas == (area,)
    assert tried.page.day().ways == ("direct", "one-switch", "two-switches")
    third = second_page(tried)
    assert third.areas.firsts == (area,)
    assert third.ways.left_out == ("dwell",)
    third.control(Control.BACK).click()
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
    monkeypatch.setattr(supervisor, "own_command", lambda: [sys.executable, "-c", script, str(noted)])
    first_page(tried)
    begin_button = second_page(tried).actions_by_name["begin"]
    QTimer.singleShot(0, begin_button, begin_button.click)
    assert tried.app.exec() == 0
    qtbot.waitUntil(lambda: noted.exists() and noted.read_text().endswith("]"), timeout=20_000)
    folders = ["--data-dir", str(tried.data), "--config-dir", str(tried.house.folders.config)]
    assert json.loads(noted.read_text()) == ["run", "--answer", *folders]
    assert tried.house.store is None


@pytest.mark.parametrize("size", [100, 200, 400])
def test_both_pages_can_be_reached_read_and_pressed(qapp: QApplication, tmp_path: Path, size: int) -> None:
    """At 100 % on a small laptop both are seen whole."""
    local = (Contact("Priya Shah, home manager", "01632 960 001"), Contact("Sam", "01632 960 002"))
    home = replace(HOME, local_contacts=local)
    with tried_house(qapp, tmp_path, home=home, text_size=size) as tried:
        tried.house.window.resize(1366, 768)
        for page in (first_page, second_page):
            page(tried)
            tried.settle()
            assert problems_of(tried.page) == []
            if size == 100:
                assert tried.page._scroll.verticalScrollBar().maximum() == 0


def test_families_find_the_same_areas(tried: TriedHouse) -> None:
    areas = [area.id for area in tried.page.tools.pack.areas]
    set_up(tried, areas[0])
    assert tried.house.front is not None
    tried.house.front.begin(Stream.FAMILY)
    walk_to(tried, PageName.AREA)
    page = tried.running.page
    assert isinstance(page, ChoicePage)
    assert {choice.option_id for choice in page.answers.choices} == set(areas)
