"""Putting a copy together, by itself on a bare stage: what is picked, what is made, what is left of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.errors import ReportError
from duq_desktop.interview.own_copy import OwnCopy
from duq_desktop.ui.pages.views_page import (
    PRINT,
    SLIP,
    STICK,
    DrivePage,
    ExtrasPage,
    MadePage,
    PickAnswersPage,
    ViewsPage,
)
from duq_desktop.ui.person.my_views import Picking, PickingViews
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.words import person, printed
from tests.ui.flow.every_flow import a_copy
from tests.ui.flow.kit import Tried, tried_stage


class Papers:
    """Keeps what would be printed or written."""

    def __init__(self) -> None:
        self.made: list[OwnCopy] = []
        self.out: list[bytes] = []
        self.plugged: list[RemovableDrive] = []
        self.is_broken = False

    def own_copy(self, copy: OwnCopy) -> bytes:
        self.made.append(copy)
        return b"a copy"

    def sign_slip(self, sign: str) -> bytes:
        return f"slip of {sign}".encode()

    def print_pdf(self, pdf: bytes) -> None:
        if self.is_broken:
            raise ReportError(printed.PRINTER_GONE)
        self.out.append(pdf)

    def sticks(self) -> Sequence[RemovableDrive]:
        return self.plugged

    def put_on_stick(self, stick: RemovableDrive, pdf: bytes) -> str:
        self.out.append(stick.name.encode() + b": " + pdf)
        return "My views 2.pdf"


class Trying:
    """The offer, and a way from it."""

    def __init__(self, tried: Tried) -> None:
        self.tried, self.papers = tried, Papers()
        self.copy = a_copy()
        self.offer = ViewsPage(tried.tools, self.copy, has_printer=True, has_sign=True)
        self.went_on: list[bool] = []
        self.offer.next_pressed.connect(lambda: self.went_on.append(True))
        tried.host.put(self.offer)

    def begin(self, way: str) -> None:
        harm = frozenset({self.copy.answers[0][0]})
        PickingViews(
            self.offer, self.tried.host, Picking(self.copy, harm, way, "boat+key"), lambda: self.papers
        ).start()

    def next(self) -> None:
        self.tried.page.next_pressed.emit()

    def back(self) -> None:
        self.tried.page.back_pressed.emit()


@pytest.fixture
def trying(qapp: QApplication) -> Iterator[Trying]:
    with tried_stage(qapp) as tried:
        yield Trying(tried)


def test_what_is_left_out_stays_out_on_every_page_and_after_back(trying: Trying) -> None:
    trying.begin(PRINT)
    assert isinstance(trying.tried.page, ExtrasPage)
    trying.next()
    first = trying.tried.page
    assert isinstance(first, PickAnswersPage)
    left_out, *_ = first.cards
    first.cards[left_out].setChecked(False)
    trying.next()
    second = trying.tried.page
    assert isinstance(second, PickAnswersPage)
    also, *_ = second.cards
    second.cards[also].setChecked(False)
    trying.back()
    again = trying.tried.page
    assert isinstance(again, PickAnswersPage)
    assert not again.cards[left_out].isChecked()
    trying.next()
    trying.next()
    (made,) = trying.papers.made
    harm = trying.copy.answers[0][0]
    assert {name for name, _ in made.answers} == {n for n, _ in trying.copy.answers} - {left_out, also, harm}
    assert made.best == "", "words stay out unless they are picked"
    assert isinstance(trying.tried.page, MadePage)


def test_a_printer_that_fails_is_said_and_the_same_press_tries_again(trying: Trying) -> None:
    trying.papers.is_broken = True
    trying.begin(SLIP)
    assert trying.tried.page is trying.offer, "the slip needs no page: the offer says what failed"
    assert trying.offer.notice_words == printed.PRINTER_GONE
    trying.papers.is_broken = False
    trying.begin(SLIP)
    assert trying.papers.out == [b"slip of boat+key"]
    assert isinstance(trying.tried.page, MadePage)
    trying.next()
    assert (trying.tried.page, trying.went_on) == (trying.offer, [True])


def test_back_from_what_is_made_leads_to_the_offer_and_not_on(trying: Trying) -> None:
    trying.begin(SLIP)
    trying.back()
    assert (trying.tried.page, trying.went_on) == (trying.offer, [])


def test_of_several_sticks_the_one_that_was_pressed_is_written_on(trying: Trying) -> None:
    trying.begin(STICK)
    for _ in range(3):
        trying.next()
    assert isinstance(trying.tried.page, DrivePage)
    trying.tried.press("look")
    assert trying.tried.notice == person.VIEWS_NOT_FOUND
    trying.papers.plugged = [RemovableDrive(Path("a"), "BLUE"), RemovableDrive(Path("b"), "RED")]
    trying.tried.press("look")
    trying.tried.press("1")
    assert trying.papers.out == [b"RED: a copy"]
    trying.back()
    trying.papers.plugged = trying.papers.plugged[:1]
    trying.begin(STICK)
    for _ in range(3):
        trying.next()
    trying.tried.press("look")
    assert trying.papers.out[1:] == [b"BLUE: a copy"], "a single stick is not asked about"


def test_hide_while_picking_comes_back_to_the_offer_and_all_picks_are_gone(trying: Trying) -> None:
    trying.begin(PRINT)
    trying.next()
    picking = trying.tried.page
    picking.hide_pressed.emit()
    blank = trying.tried.stage.page
    assert isinstance(blank, Blank)
    blank.returned.emit()
    assert trying.tried.page is trying.offer
    assert trying.tried.stage.layers == 1
