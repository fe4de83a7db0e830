"""How I like it, by itself on a bare stage: what is put on at once, and what Back and undo give back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.preferences.input_methods import InputMethod, SwitchTimes
from duq_desktop.preferences.profile import Profile
from duq_desktop.settings import Settings
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.pages.reading_page import ReadingPage
from duq_desktop.ui.pages.texts import ReadingText
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.pages.preferences_page import PreferencesPage, StepPage
from duq_desktop.ui.preferences.pages.profile_pages import TypedPage
from duq_desktop.ui.preferences.pages.switch_page import TAKE, SwitchPage
from duq_desktop.ui.preferences.preferences_steps import PreferencesSteps
from duq_desktop.ui.preferences.preferences_walk import PreferencesWalk
from duq_desktop.ui.preferences.profile_flow import ProfileFlow, ProfileFlowParts
from duq_desktop.ui.theme import FontShelf
from duq_desktop.words import person, preferences
from tests.ui.flow.kit import THEMES, Tried, tried_stage
from tests.ui.houses import QUICK


class Papers:
    """No papers are made here."""


class Trying:
    """A page, and the walk over it."""

    def __init__(self, tried: Tried, folder: Path) -> None:
        self.tried = tried
        self.below = ReadingPage(tried.tools, ReadingText(person.VIEWS_TITLE, ()))
        tried.host.put(self.below)
        fonts = FontShelf(paths.resources_folder() / "fonts")
        self.liking = PreferencesApplier(tried.app, THEMES, Settings(voice=False), tried.speaking, fonts)
        steps = PreferencesSteps(tried.tools, self.liking, tried.speaking)
        self.boxes = ProfileBoxes(folder, QUICK)
        kept = ProfileFlow(ProfileFlowParts(tried.tools, self.liking, self.boxes, Papers, lambda: False))
        self.walk = PreferencesWalk(tried.host.over(), self.liking, steps, kept)
        self.walk.open()

    def pick(self, option_id: str) -> None:
        page = self.tried.page
        assert isinstance(page, StepPage), page
        next(card for card in page.cards if card.option_id == option_id).click()

    def next(self) -> None:
        self.tried.page.next_pressed.emit()

    def back(self) -> None:
        self.tried.page.back_pressed.emit()

    @property
    def title(self) -> str:
        return self.tried.page.heading.text()


@pytest.fixture
def trying(qapp: QApplication, tmp_path: Path) -> Iterator[Trying]:
    with tried_stage(qapp) as tried:
        begun = Trying(tried, tmp_path)
        yield begun
        begun.liking.reset()


def test_undo_takes_back_this_page_alone_also_after_coming_back_to_it(trying: Trying) -> None:
    trying.tried.press("words")
    trying.pick("150")
    trying.next()
    trying.pick("Weighted Letters")
    trying.back()
    trying.pick("200")
    page = trying.tried.page
    assert isinstance(page, StepPage)
    page.undo.click()
    assert page.chosen == 150
    assert (trying.liking.liking.text_size, trying.liking.liking.font) == (150, "Weighted Letters")


def test_all_of_it_can_be_as_it_was_and_the_page_below_stands(trying: Trying) -> None:
    before = trying.liking.liking
    trying.tried.press("words")
    trying.pick("200")
    for _ in range(3):
        trying.next()
    assert isinstance(trying.tried.page, PreferencesPage)
    trying.tried.press("undo")
    assert trying.liking.liking == before
    trying.next()
    assert trying.tried.page is trying.below


def test_back_leads_where_one_came_from(trying: Trying) -> None:
    trying.tried.press("colours")
    trying.tried.press("more")
    assert trying.title == preferences.COLOURS_TITLE
    trying.back()
    assert isinstance(trying.tried.page, StepPage)
    assert "more" in trying.tried.page.others
    trying.back()
    trying.back()
    assert trying.tried.page is trying.below


def test_a_switch_is_tried_before_what_follows_and_back_leads_to_the_choice(trying: Trying) -> None:
    trying.tried.press("press")
    trying.pick(str(InputMethod.ONE_SWITCH))
    trying.next()
    page = trying.tried.page
    assert isinstance(page, SwitchPage)
    trying.back()
    assert trying.title == preferences.PRESS_TITLE
    trying.next()
    page = trying.tried.page
    assert isinstance(page, SwitchPage)
    page.times = SwitchTimes(step=3_000)
    trying.tried.press(TAKE)
    assert trying.liking.liking.switch.step == 3_000
    assert trying.title == preferences.ANSWERS_TITLE
    trying.next()
    assert isinstance(trying.tried.page, PreferencesPage)


def test_what_is_kept_comes_from_here_and_leads_back_here(trying: Trying) -> None:
    trying.tried.press("keep")
    assert isinstance(trying.tried.page, TypedPage)
    trying.back()
    assert isinstance(trying.tried.page, PreferencesPage)
    trying.walk.profile_found(Profile(helps="More time"))
    shown = " ".join(reading.text for reading in trying.tried.page.utterances())
    assert "More time" in shown
    assert "undo" not in trying.tried.page.buttons, "what was brought is how it is now"


def test_deleting_alone_ends_at_the_page_below(trying: Trying) -> None:
    trying.next()
    walk = PreferencesWalk(trying.tried.host.over(), trying.liking, trying.walk._steps, trying.walk._own_way)
    walk.forget()
    trying.back()
    assert trying.tried.page is trying.below
