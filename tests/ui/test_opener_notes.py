"""A half-written note is never lost and never lies open; failed attempts to unlock are told of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duq_desktop.errors import StoreError, VaultError
from duq_desktop.ledger.entries import Draft
from duq_desktop.settings import Settings
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.pages.said_pages import NotePage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.words import opener_said as words
from duq_desktop.words import sealing
from tests.ui.opener_house import PHRASE, OpenerHouse, opener_house
from tests.ui.test_opener_room import fill

HALF = "Zebra told me about the"


@pytest.fixture(scope="module")
def filled(qapp, tmp_path_factory):
    house = OpenerHouse(qapp, tmp_path_factory.mktemp("notes"), Settings()).set_up()
    fill(house.data)
    return house


@pytest.fixture
def house(qapp, tmp_path: Path, filled) -> Iterator[OpenerHouse]:
    with opener_house(qapp, tmp_path) as made:
        made.take(filled)
        made.open()
        made.unlock()
        yield made


def begin(house: OpenerHouse, text: str = HALF) -> NotePage:
    """Open the first note and type into it, key by key."""
    next(iter(house.page.cards.values())).button.click()  # type: ignore[attr-defined]
    house.settle()
    page = house.page
    assert isinstance(page, NotePage)
    page.box.setFocus()
    QTest.keyClicks(page.box, text)
    return page


def drafts_in(folder: Path) -> list[str]:
    """The texts of the drafts in a data folder that nobody has open."""
    with Store.open(folder) as store:
        return [draft.text for draft in store.unlock(PHRASE).drafts()]


def kept(house: OpenerHouse) -> list[str]:
    """What would be there after a power cut now: the folder is copied as it lies on the disk."""
    copy = house.data.parent / "after the cut"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(house.data, copy, ignore=shutil.ignore_patterns("*.lock"))
    return drafts_in(copy)


def assert_offered(house: OpenerHouse) -> None:
    """Unlocked again, the note goes on where it ended."""
    house.unlock()
    house.act("draft0")
    page = house.page
    assert isinstance(page, NotePage)
    assert page.box.words() == HALF
    assert "Asks to talk to Ada Bright alone" in house.words(), "what it is about"


def test_what_is_typed_survives_a_power_cut_and_lies_nowhere_in_clear(house: OpenerHouse) -> None:
    page = begin(house)
    house.wait_until(lambda: kept(house) == [HALF])
    page.box.insertPlainText(" cat")
    house.wait_until(lambda: kept(house) == [HALF + " cat"])
    folder = house.data.parent
    found = [path for path in folder.rglob("*") if path.is_file() and b"Zebra" in path.read_bytes()]
    assert found == []


@pytest.mark.parametrize("ending", ["lock", "idle", "close"])
def test_what_is_typed_is_kept_by_whatever_ends_it_and_offered_again(house: OpenerHouse, ending: str) -> None:
    begin(house)
    part = house.house.bring_opener_part()
    if ending == "lock":
        part.lock_and_leave()
    elif ending == "idle":
        assert part.watch is not None
        part.watch.left_alone.emit()
    else:
        house.house.take_down()
        assert drafts_in(house.data) == [HALF]
        house.open()
    house.settle()
    assert isinstance(house.page, StartPage)
    assert_offered(house)


def test_hide_keeps_at_once(house: OpenerHouse) -> None:
    begin(house)
    QTest.keyClick(house.focused(), Qt.Key.Key_Escape)
    assert isinstance(house.house.window.stage.page, Blank)
    assert kept(house) == [HALF]


def test_leaving_says_what_becomes_of_it_and_leads_back(house: OpenerHouse) -> None:
    begin(house)
    house.back()
    assert house.title == words.DRAFT_TITLE
    house.back()
    assert isinstance(house.page, NotePage) and house.page.box.words() == HALF
    house.back()
    house.act("keep")
    assert house.title == words.FIRST_TITLE
    assert kept(house) == [HALF]
    card = next(iter(house.page.cards.values()))  # type: ignore[attr-defined]
    assert card.button.words() == words.WRITE_ON
    card.button.click()
    house.settle()
    assert house.page.box.words() == HALF  # type: ignore[attr-defined]
    house.back()
    house.act("drop")
    assert house.title == words.FIRST_TITLE
    assert kept(house) == []
    assert "draft0" not in house.desk.actions_by_name


def test_a_note_that_was_saved_or_emptied_leaves_no_draft(house: OpenerHouse) -> None:
    page = begin(house)
    house.wait_until(lambda: kept(house) == [HALF])
    page.box.setPlainText("")
    house.back()
    assert house.title == words.FIRST_TITLE
    assert kept(house) == []
    begin(house)
    house.next()
    assert house.title == words.FIRST_TITLE
    assert HALF in house.words()
    house.wait_until(lambda: kept(house) == [])


def test_a_draft_about_what_is_gone_is_still_offered(house: OpenerHouse) -> None:
    part = house.house.bring_opener_part()
    assert part.room is not None
    part.room.opener.keep_draft(Draft("2026-12-01T10:00:00+00:00", HALF, "f" * 32, "f:talk"))
    part.lock_and_leave()
    house.settle()
    house.unlock()
    house.act("draft0")
    assert words.NOTE_ABOUT_GONE in house.words()
    assert house.page.box.words() == HALF  # type: ignore[attr-defined]


def test_a_disk_that_takes_nothing_is_said_and_keeps_nobody(house: OpenerHouse, monkeypatch) -> None:
    page = begin(house)
    part = house.house.bring_opener_part()
    assert part.room is not None

    def refuse(*_args: object, **_more: object) -> None:
        raise StoreError(sealing.DISK_FULL)

    with monkeypatch.context() as broken:
        broken.setattr(part.room.opener._desk, "write", refuse)
        house.back()
        house.act("keep")
        assert house.page.notice_words == sealing.DISK_FULL
        house.back()
        assert house.page is page and page.box.words() == HALF
    house.back()
    house.act("keep")
    assert kept(house) == [HALF]


def test_the_box_takes_what_a_large_screen_leaves_over(house: OpenerHouse) -> None:
    heights = []
    page = begin(house)
    for screen in ((1366, 768), (1920, 1080)):
        house.house.window.resize(*screen)
        house.settle()
        heights.append(page.box.height())
        assert page._scroll.verticalScrollBar().maximum() == 0
    assert heights[1] > 2 * heights[0]


def wrong(house: OpenerHouse, times: int) -> None:
    """From outside the window, as the app does it."""
    assert house.house.store is not None
    for _ in range(times):
        with pytest.raises(VaultError):
            house.house.store.unlock("four words quite wrong")


def test_ten_wrong_phrases_are_told_once_with_their_day(house: OpenerHouse) -> None:
    house.house.bring_opener_part().lock_and_leave()
    house.settle()
    wrong(house, 10)
    house.house.take_down()
    house.open()
    house.unlock()
    told = words.ATTEMPTS.partition("{days}")[0]
    assert f"{told}10 on " in house.words()
    while house.title == words.FIRST_TITLE:
        house.next()
    assert f"{told}10 on " in house.words(), "it stands with the other warnings"
    house.house.bring_opener_part().lock_and_leave()
    house.settle()
    house.unlock()
    assert told not in house.words()


def test_a_slip_or_two_are_not_told(house: OpenerHouse) -> None:
    house.house.bring_opener_part().lock_and_leave()
    house.settle()
    wrong(house, 2)
    house.unlock()
    assert words.ATTEMPTS.partition("{days}")[0] not in house.words()
