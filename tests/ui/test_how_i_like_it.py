"""How I like it: asked page by page, undone, kept, brought, deleted, and gone with the person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duq_desktop.content.model import Stream
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.documents.pdf.writing import write_beside
from duq_desktop.errors import ReportError
from duq_desktop.preferences.codec import from_bytes, to_bytes
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Preferences, Sound, Spacing
from duq_desktop.preferences.profile import Profile
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.preferences.pages.preferences_page import PreferencesPage, StepPage
from duq_desktop.ui.preferences.pages.profile_pages import TypedPage
from duq_desktop.ui.preferences.preferences_flow import PreferencesFlow
from duq_desktop.ui.preferences.profile_flow import FILE_NAME, SHEET_NAME, ProfileFlow, ProfileFlowParts
from duq_desktop.ui.theme import COMPUTER_LETTERS, look_of
from duq_desktop.ui.theme.own_colours import SystemColours
from duq_desktop.ui.theme.platform import Platform
from duq_desktop.vault.slots import Cost
from duq_desktop.words import person, preferences, printed
from tests.ui.houses import TriedHouse, tried_house

QUICK = Cost(1, 8 * 1024 * 1024)
LIGHT = SystemColours("#efefef", "#ffffff", "#000000", "#308cc6", "#ffffff")
DARK = SystemColours("#202326", "#2a2e32", "#fcfcfc", "#3daee9", "#232629")


class FakePapers:
    """At the edge: a printer and sticks that a test puts in. The PDF is another test's."""

    def __init__(self) -> None:
        self.plugged: list[RemovableDrive] = []
        self.printed: list[bytes] = []
        self.broken = False

    def how_to_ask_me(self, profile: Profile, name: str) -> bytes:
        return f"%PDF {name} {profile.helps}".encode()

    def print_pdf(self, pdf: bytes) -> None:
        if self.broken:
            raise ReportError(printed.PRINTER_GONE)
        self.printed.append(pdf)

    def sticks(self) -> tuple[RemovableDrive, ...]:
        return tuple(self.plugged)

    def keep_on_stick(self, stick: RemovableDrive, files: Mapping[str, bytes]) -> tuple[str, ...]:
        return write_beside(stick.folder, files)


class Trying:
    """Somebody at the start page of a house, with quick keys and fake papers."""

    def __init__(self, tried: TriedHouse, folder: Path) -> None:
        self.tried, self.papers = tried, FakePapers()
        house = tried.house
        assert house.front is not None
        self.front = house.front
        self.liking = house.liking
        self.ways = ProfileBoxes(tried.data, QUICK)
        tools = house.front._parts.tools
        self.door = PreferencesFlow(
            house.window.stage, tools, house.speaking, house.liking, folder, lambda: self.papers, lambda: True
        )
        parts = ProfileFlowParts(tools, house.liking, self.ways, lambda: self.papers, lambda: True)
        self.door.__dict__["own_way"] = ProfileFlow(parts)
        house.front._parts = replace(house.front._parts, like=lambda: self.door)

    @property
    def page(self) -> Page:
        return self.tried.page

    def open(self) -> PreferencesPage:
        page = self.tried.house.window.stage.pages[0]
        assert isinstance(page, StartPage)
        page.buttons["like"].click()
        return self.first()

    def first(self) -> PreferencesPage:
        page = self.page
        assert isinstance(page, PreferencesPage), page
        return page

    def step(self) -> StepPage:
        page = self.page
        assert isinstance(page, StepPage), page
        return page

    def pick(self, option_id: str) -> None:
        next(card for card in self.step().cards if card.option_id == option_id).click()

    def act(self, name: str) -> None:
        page = self.page
        assert isinstance(page, ActionPage | PreferencesPage), page
        page.buttons[name].click()

    def type(self, words: str) -> TypedPage:
        page = self.page
        assert isinstance(page, TypedPage), page
        page.box.set_words(words)
        page.next_pressed.emit()
        return page

    def sign(self, *names: str) -> None:
        page = self.page
        assert isinstance(page, SignPage), page
        for name in names:
            page.grid.cards[name].setChecked(True)
        page.next_pressed.emit()

    def until(self, qtbot, title: str) -> None:  # type: ignore[no-untyped-def]
        qtbot.waitUntil(lambda: self.page.heading.text() == title)

    def keep_here(self, qtbot, word: str = "garden") -> None:  # type: ignore[no-untyped-def]
        self.act("keep")
        self.type("More time")
        self.type("My sister")
        self.act("computer")
        self.sign("boat", "key")
        self.type(word)
        self.until(qtbot, preferences.KEPT_TITLE)
        self.page.next_pressed.emit()


@pytest.fixture
def trying(qapp: QApplication, tmp_path: Path) -> Iterator[Trying]:
    with tried_house(qapp, tmp_path) as tried:
        yield Trying(tried, tmp_path)


def test_who_changes_nothing_presses_once(trying: Trying) -> None:
    before = trying.liking.liking
    trying.open().next_pressed.emit()
    assert isinstance(trying.page, StartPage)
    assert trying.liking.liking == before


def test_each_thing_is_tried_live_and_can_be_as_it_was(trying: Trying) -> None:
    trying.open()
    before = trying.liking.liking
    trying.act("words")
    trying.pick("200")
    assert look_of(trying.page).scale == 200
    trying.step().undo.click()
    assert look_of(trying.page).scale == before.text_size
    trying.pick("150")
    trying.page.next_pressed.emit()
    trying.pick("Weighted Letters")
    assert look_of(trying.page).font == "Weighted Letters"
    trying.page.next_pressed.emit()
    trying.pick(str(Spacing.WIDE))
    assert look_of(trying.page).wide
    trying.page.next_pressed.emit()
    assert "150 %, heavy letters" in trying.first().buttons["words"].words()
    trying.act("undo")
    assert trying.liking.liking == before
    assert "undo" not in trying.first().buttons


def test_no_page_has_more_than_five_to_choose_from_and_one_is_always_chosen(trying: Trying) -> None:
    trying.open()
    assert len([name for name in trying.first().buttons if name not in {"keep", "bring"}]) == 5
    seen = set()
    for part in ("words", "colours", "pictures", "voice", "press"):
        trying.act(part)
        while isinstance(trying.page, StepPage):
            page = trying.step()
            seen.add(page.heading.text())
            assert len(page.cards) + len(page.others.keys() & {"more"}) <= 5
            chosen = page.chosen
            next(card for card in page.cards if card.isChecked()).click()
            assert page.chosen == chosen
            page.next_pressed.emit()
    assert len(seen) >= 8


def test_back_goes_one_page_back_and_hands_nothing_over(trying: Trying) -> None:
    trying.open()
    trying.act("words")
    trying.page.next_pressed.emit()
    assert trying.page.heading.text() == preferences.LETTERS_TITLE
    trying.page.back_pressed.emit()
    assert trying.page.heading.text() == preferences.SIZE_TITLE
    trying.page.back_pressed.emit()
    trying.first().back_pressed.emit()
    assert isinstance(trying.page, StartPage)


def test_a_way_that_needs_a_set_up_leads_there(trying: Trying) -> None:
    trying.open()
    trying.act("press")
    trying.pick(str(InputMethod.DWELL))
    trying.page.next_pressed.emit()
    assert trying.page.heading.text() == preferences.STAY_TITLE
    trying.pick("2000")
    assert trying.liking.liking.dwell.stay == 2_000
    trying.page.next_pressed.emit()
    assert trying.page.heading.text() == preferences.ANSWERS_TITLE
    trying.pick("True")
    trying.page.next_pressed.emit()
    trying.first().next_pressed.emit()
    assert trying.liking.liking.two_answers


def test_who_has_shaky_hands_sets_how_soon_a_second_press_counts(trying: Trying) -> None:
    trying.open()
    trying.act("press")
    trying.page.next_pressed.emit()
    assert trying.page.heading.text() == preferences.HANDS_TITLE
    trying.pick("2000")
    assert trying.tried.house.guard.times.strike == 2_000
    trying.page.next_pressed.emit()
    assert trying.page.heading.text() == preferences.ANSWERS_TITLE
    trying.page.back_pressed.emit()
    assert trying.page.heading.text() == preferences.HANDS_TITLE


def to_keys(trying: Trying) -> StepPage:
    trying.open()
    trying.act("press")
    trying.page.next_pressed.emit()
    trying.step().others["more"].click()
    assert trying.page.heading.text() == preferences.NUMBERS_TITLE
    return trying.step()


def pressed(trying: Trying, key: Qt.Key) -> str:
    """What is chosen on the page after ``key`` was pressed on its first card."""
    trying.step().cards[0].setFocus()
    QTest.keyClick(trying.step().cards[0], key)
    return str(trying.step().chosen)


def test_whether_numbers_pick_is_tried_at_once_and_undone(trying: Trying) -> None:
    page = to_keys(trying)
    assert page.chosen is True
    assert pressed(trying, Qt.Key.Key_2) == "False"
    assert not trying.tried.house.guard.times.numbers
    assert pressed(trying, Qt.Key.Key_1) == "False", "now they pick nothing"
    page.undo.click()
    assert trying.tried.house.guard.times.numbers
    assert page.chosen is True


def test_whether_a_held_key_goes_on_is_tried_at_once(trying: Trying) -> None:
    to_keys(trying).next_pressed.emit()
    page = trying.step()
    assert page.heading.text() == preferences.REPEAT_TITLE
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", True)
    for wanted, focused in (("True", page.cards[1]), ("False", page.cards[0])):
        trying.pick(wanted)
        page.cards[0].setFocus()
        QApplication.sendEvent(page.cards[0], again)
        assert trying.tried.focused() is focused
    page.next_pressed.emit()
    assert trying.page.heading.text() == preferences.HANDS_TITLE
    trying.page.next_pressed.emit()
    assert trying.page.heading.text() == preferences.ANSWERS_TITLE


def test_keys_are_kept_with_the_person_and_gone_for_the_next(trying: Trying, qtbot) -> None:  # type: ignore[no-untyped-def]
    to_keys(trying)
    trying.pick("False")
    trying.page.next_pressed.emit()
    trying.pick("True")
    trying.page.next_pressed.emit()
    trying.page.next_pressed.emit()
    trying.page.next_pressed.emit()
    assert "undo" in trying.first().buttons
    trying.keep_here(qtbot)
    trying.front.show_start()
    times = trying.tried.house.guard.times
    assert (times.numbers, times.repeat) == (True, False)
    trying.open()
    trying.act("bring")
    trying.act("computer")
    trying.sign("boat", "key")
    trying.type("garden")
    trying.until(qtbot, preferences.FLAG_TITLE)
    times = trying.tried.house.guard.times
    assert (times.numbers, times.repeat) == (False, True)


def test_who_presses_otherwise_is_asked_nothing_about_keys(trying: Trying) -> None:
    trying.liking.put(replace(trying.liking.liking, way=InputMethod.DWELL))
    trying.open()
    trying.act("press")
    seen = []
    while isinstance(trying.page, StepPage):
        seen.append(trying.page.heading.text())
        assert "more" not in trying.page.others
        trying.page.next_pressed.emit()
    assert seen == [preferences.PRESS_TITLE, preferences.STAY_TITLE, preferences.ANSWERS_TITLE]


def test_never_talking_is_silent_at_once(trying: Trying) -> None:
    trying.tried.house.speaking.is_on = True
    trying.liking.put(replace(trying.liking.liking, sound=Sound.NONE))
    assert not trying.tried.house.speaking.is_on


def test_it_is_kept_here_and_found_by_sign_and_word_only(trying: Trying, qtbot) -> None:  # type: ignore[no-untyped-def]
    trying.open()
    trying.liking.put(replace(trying.liking.liking, text_size=300, theme="dark"))
    trying.keep_here(qtbot)
    trying.front.show_start()
    assert trying.liking.liking == trying.liking.usual
    assert trying.liking.kept is None
    trying.open()
    trying.act("bring")
    trying.act("computer")
    trying.sign("key", "boat")
    page = trying.type("gardens")
    qtbot.waitUntil(lambda: page.notice_words == preferences.NOT_FOUND)
    assert trying.liking.kept is None
    trying.type("GARDEN")
    trying.until(qtbot, preferences.FLAG_TITLE)
    assert (trying.liking.liking.text_size, trying.liking.liking.theme) == (300, "dark")
    shown = " ".join(reading.text for reading in trying.first().readings)
    assert "More time" in shown and "My sister" in shown and preferences.FLAG_LINE in shown


def test_a_word_of_three_letters_is_not_taken(trying: Trying) -> None:
    trying.open()
    trying.act("keep")
    trying.type("")
    trying.type("")
    trying.act("computer")
    trying.sign("boat", "key")
    assert trying.type("cat").notice_words == preferences.WORD_SHORT
    assert not trying.ways.has_some


def test_it_is_deleted_with_sign_and_word(trying: Trying, qtbot) -> None:  # type: ignore[no-untyped-def]
    trying.open()
    trying.keep_here(qtbot)
    trying.act("forget")
    trying.sign("boat", "key")
    trying.type("garden")
    trying.until(qtbot, preferences.FORGOTTEN_TITLE)
    assert not trying.ways.has_some


def test_it_goes_on_a_stick_with_its_sheet_and_comes_back_from_it(trying: Trying, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    trying.open()
    trying.liking.put(replace(trying.liking.liking, text_size=200))
    trying.act("keep")
    trying.type("More time")
    trying.type("")
    trying.act("stick")
    trying.type("")
    trying.act("look")
    assert not any(folder.iterdir())
    trying.papers.plugged = [RemovableDrive(folder, "MINE")]
    trying.tried.house.guard.clock = lambda: 1e6
    trying.act("look")
    assert trying.page.heading.text() == preferences.KEPT_TITLE
    assert {path.name for path in folder.iterdir()} == {FILE_NAME, SHEET_NAME}
    kept = from_bytes((folder / FILE_NAME).read_bytes(), FILE_NAME)
    assert (kept.profile.helps, kept.profile.liking.text_size) == ("More time", 200)
    trying.front.show_start()
    trying.open()
    trying.act("bring")
    trying.act("stick")
    trying.act("look")
    assert trying.page.heading.text() == preferences.FLAG_TITLE
    assert trying.liking.liking.text_size == 200


def test_a_second_persons_replaces_the_first_on_no_stick(trying: Trying, tmp_path: Path) -> None:
    """Two people share a stick: each is told what theirs is called, and picks it by that."""
    folder = tmp_path / "stick"
    folder.mkdir()
    trying.papers.plugged = [RemovableDrive(folder, "OURS")]
    for size in (200, 300):
        trying.front.show_start()
        trying.open()
        trying.liking.put(replace(trying.liking.liking, text_size=size))
        trying.act("keep")
        trying.type("")
        trying.type("")
        trying.act("stick")
        trying.type("")
        trying.act("look")
        assert trying.page.heading.text() == preferences.KEPT_TITLE
    told = [each.text for each in trying.page.readings]
    assert person.CALLED.format(name="How I like it 2") in told
    kept = {name: (folder / name).read_bytes() for name in ("How I like it.json", "How I like it 2.json")}
    assert [from_bytes(raw, name).profile.liking.text_size for name, raw in kept.items()] == [200, 300]
    assert {path.name for path in folder.iterdir()} == {*kept, SHEET_NAME, "How to ask me 2.pdf"}
    trying.front.show_start()
    trying.open()
    trying.act("bring")
    trying.act("stick")
    trying.act("look")
    assert trying.page.heading.text() == preferences.BRING_WHICH
    trying.act("0")
    assert trying.liking.liking.text_size == 200


def test_a_file_that_is_none_is_said_calmly_and_changes_nothing(trying: Trying, tmp_path: Path) -> None:
    trying.papers.plugged = [RemovableDrive(tmp_path, "MINE")]
    for raw in (None, b"no file of ours"):
        if raw is not None:
            (tmp_path / FILE_NAME).write_bytes(raw)
        trying.front.show_start()
        trying.open()
        trying.act("bring")
        trying.act("stick")
        trying.act("look")
        assert trying.page.notice_words
        assert trying.liking.liking == trying.liking.usual


def test_what_could_not_all_be_read_is_asked_about_again(trying: Trying) -> None:
    late = replace(Profile(liking=Preferences(text_size=300)), review_by=date.today() - timedelta(days=1))
    trying.liking.use_profile(late)
    trying.open()
    shown = " ".join(reading.text for reading in trying.first().readings)
    assert preferences.DUE_LINE in shown


def test_the_sheet_has_the_name_typed_for_it_and_keeps_none(trying: Trying) -> None:
    trying.open()
    trying.act("keep")
    trying.type("More time")
    trying.type("")
    trying.act("paper")
    trying.papers.broken = True
    assert trying.type("Ann").notice_words
    trying.papers.broken = False
    trying.type("Ann")
    assert trying.papers.printed == [b"%PDF Ann More time"]
    assert trying.liking.kept is not None
    assert b"Ann" not in to_bytes(trying.liking.kept)


def test_words_that_are_typed_go_with_hide_and_count_all_the_same(trying: Trying) -> None:
    trying.open()
    trying.act("keep")
    page = trying.page
    assert isinstance(page, TypedPage)
    page.box.set_words("More time")
    page.conceal()
    assert page.box.words() == ""
    assert page.words == "More time"
    page.reveal()
    assert page.box.words() == "More time"


def test_two_answers_are_asked_from_the_next_question_on(trying: Trying) -> None:
    trying.liking.put(replace(trying.liking.liking, two_answers=True))
    for name in trying.tried.tour()._session(Stream.PERSON, 1):
        if name == "person-question":
            break
    cards = [part.answers.cards for part in trying.page.parts.values()]  # type: ignore[attr-defined]
    assert [len(each) for each in cards] == [2]


def test_the_system_is_followed_live_until_somebody_chooses(trying: Trying, qtbot) -> None:  # type: ignore[no-untyped-def]
    liking, window = trying.liking, trying.tried.house.window
    now = Platform(LIGHT)
    liking._read = lambda _app: now
    liking.use_platform()
    assert (liking.liking.theme, liking.liking.text_size) == ("cream", 100)
    now = Platform(DARK, is_dark=True, scale=1.5)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
    qtbot.waitUntil(lambda: liking.liking.theme == "dark")
    assert liking.liking.text_size == 150
    liking.put(replace(liking.liking, theme="white"))
    now = Platform(LIGHT, high_contrast=True, scale=1.5)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
    qtbot.waitUntil(lambda: liking.usual.theme == "computer")
    assert liking.liking.theme == "white"
    liking.reset()
    assert look_of(window).theme.ink == "#000000"


def test_this_computers_letters_can_be_chosen_and_are_told_by_name(trying: Trying) -> None:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    trying.open()
    trying.act("words")
    trying.page.next_pressed.emit()
    trying.pick(COMPUTER_LETTERS)
    assert look_of(trying.page).font == system.family()
    assert trying.page.heading.fontInfo().family() == QFontInfo(system).family()
    assert trying.liking.liking.font == COMPUTER_LETTERS, "what is kept follows the next computer, too"
    trying.page.next_pressed.emit()
    trying.page.next_pressed.emit()
    assert "this computer's letters" in trying.first().buttons["words"].words()


def test_what_the_computer_is_set_to_wins_over_the_system(trying: Trying) -> None:
    settings = replace(trying.tried.house.settings, theme="cream", text_size=100)
    trying.liking.use_settings(settings)
    trying.liking._read = lambda _app: Platform(DARK, is_dark=True, scale=2.0)
    trying.liking.use_platform()
    assert (trying.liking.liking.theme, trying.liking.liking.text_size) == ("cream", 100)
