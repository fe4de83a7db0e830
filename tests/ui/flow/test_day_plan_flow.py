"""The controller of the facilitator's day by itself, on a bare stage."""

from __future__ import annotations

import errno
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop.device.day_plan import DayPlan
from duq_desktop.ui.facilitator.day_plan import DayPages, DaySetUp
from duq_desktop.ui.facilitator.pages.day_plan_pages import DayChoicesPage, DayPlacePage
from duq_desktop.words import answer_mode
from tests.ui.flow.kit import Tried, tried_stage


class Keeper:
    """Keeps what the set-up did; ``full`` is a disk without room."""

    def __init__(self) -> None:
        self.full = False
        self.kept: list[DayPlan] = []
        self.did: list[str] = []

    def keep_day(self, day: DayPlan) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.kept.append(day)

    def forget_day(self) -> None:
        if self.full:
            raise OSError(errno.EROFS, "Read-only file system")
        self.did.append("forget")

    def begin_turns(self) -> None:
        self.did.append("begin")

    def leave_day(self) -> None:
        self.did.append("leave")


class Day:
    """The set-up, begun."""

    def __init__(self, tried: Tried) -> None:
        self.tried, self.keeper = tried, Keeper()
        pages = DayPages(tried.tools, ("Priya",), "Advocacy Together")
        self.set_up = DaySetUp(tried.host, pages, DayPlan("2026-12-01"), self.keeper)
        self.set_up.start()

    def type_place(self, words: str) -> None:
        page = self.tried.page
        assert isinstance(page, DayPlacePage)
        page.fields["place"].edit.setText(words)
        page.next_pressed.emit()


@pytest.fixture
def day(qapp: QApplication) -> Iterator[Day]:
    with tried_stage(qapp) as tried:
        yield Day(tried)


@pytest.mark.parametrize(("press", "did"), [("keep", ["leave"]), ("begin", ["begin"])])
def test_what_was_typed_is_kept_with_the_choices_and_leads_on(day: Day, press: str, did: list[str]) -> None:
    day.type_place("Rose House")
    assert day.keeper.kept == [], "nothing is kept before the end of the second page"
    page = day.tried.page
    assert isinstance(page, DayChoicesPage)
    area = next(iter(page.areas.today))
    page.areas.first[area].click()
    day.tried.press(press)
    (kept,) = day.keeper.kept
    assert (kept.place, kept.areas) == ("Rose House", (area,))
    assert day.keeper.did == did


def test_forgetting_keeps_nothing(day: Day) -> None:
    day.type_place("Rose House")
    day.tried.press("forget")
    assert (day.keeper.kept, day.keeper.did) == ([], ["forget", "leave"])


def test_back_leads_back_with_all_that_was_given_and_then_out(day: Day) -> None:
    day.type_place("Rose House")
    day.tried.page.back_pressed.emit()
    page = day.tried.page
    assert isinstance(page, DayPlacePage)
    assert page.fields["place"].text() == "Rose House"
    page.back_pressed.emit()
    assert (day.keeper.kept, day.keeper.did) == ([], ["leave"])


@pytest.mark.parametrize(("press", "reason"), [("keep", "No space"), ("forget", "Read-only")])
def test_a_disk_that_takes_nothing_is_said_and_the_page_stands(day: Day, press: str, reason: str) -> None:
    day.keeper.full = True
    day.type_place("Rose House")
    day.tried.press(press)
    page = day.tried.page
    assert isinstance(page, DayChoicesPage)
    assert reason in page.notice_words
    assert page.notice_words.startswith(answer_mode.DAY_NOT_KEPT.partition("{")[0])
    assert day.tried.voice.texts[-1] == page.notice_words
    day.keeper.full = False
    day.tried.press(press)
    assert day.keeper.did[-1] == "leave"


def test_a_press_on_a_page_that_has_gone_does_nothing(day: Day) -> None:
    gone = day.tried.page
    day.type_place("Rose House")
    gone.back_pressed.emit()
    assert day.keeper.did == []
    assert isinstance(day.tried.page, DayChoicesPage)
