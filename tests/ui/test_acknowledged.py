"""What the app calls kept, safe, locked up or gone: only what is so on the disk when it is said.

Whoever writes another such sentence says here when it is said, and so finds out whether it is true then.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.records import OpenedSession
from duq_desktop.interview.session_reader import read_session
from duq_desktop.interview.steps import PageName
from duq_desktop.store.inbox.sitting import Sitting
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.person.pages.look_page import LookPage
from duq_desktop.ui.person.pages.more_page import MorePage
from duq_desktop.ui.person.pages.question_page import OneQuestion, QuestionPage
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import family_staff, person, preferences, trouble
from tests.ui.houses import PHRASE, TriedHouse, tried_house
from tests.ui.test_whole_session import begin, walk_to

WORDS = "Dave takes my money on Fridays"


class When(Enum):
    """When a sentence that calls something kept is said."""

    ONCE_SEALED = "after what it speaks of was sealed"
    ONCE_GONE = "after the keys were destroyed, here and in the backups"
    ONCE_WRITTEN = "after the file was written and closed"
    A_RULE = "tells how the app works, whoever reads it and whatever they did"
    A_CHOICE = "a button or a question: it promises what will be done"
    NOT_KEPT = "says that it is not kept, or not yet"


SAID = {
    "MORE_KEPT": When.ONCE_SEALED,
    "MORE_KEEP": When.A_CHOICE,
    "MORE_NOT_KEPT_YET": When.NOT_KEPT,
    "MORE_QUOTE_NO": When.A_CHOICE,
    "OPENER_LINES": When.A_RULE,
    "DANGER_LINES": When.A_RULE,
    "REST_DAY_LINE": When.A_CHOICE,
    "REST_DAY_START": When.A_CHOICE,
    "DAY_LINES": When.ONCE_SEALED,
    "DAY_START_LINES": When.ONCE_SEALED,
    "STOP_KEEP": When.A_CHOICE,
    "STOP_DELETE": When.A_CHOICE,
    "STOPPED_LINES": When.ONCE_SEALED,
    "DELETE_TITLE": When.A_CHOICE,
    "DELETE_LINES": When.A_CHOICE,
    "DELETE_YES": When.A_CHOICE,
    "DELETE_NO": When.A_CHOICE,
    "DELETED_TITLE": When.ONCE_GONE,
    "DELETED_LINES": When.ONCE_GONE,
    "COME_BACK_DELETE": When.A_CHOICE,
    "COME_BACK_SAFE": When.ONCE_SEALED,
    "SIGN_IS_LINES": When.A_RULE,
    "HAPPENS_LINES": When.ONCE_SEALED,
    "VIEWS_PAPER": When.A_RULE,
    "VIEWS_FOUND": When.A_RULE,
    "VIEWS_ON_STICK": When.ONCE_WRITTEN,
    "family_staff.ROLE_LINE": When.A_RULE,
    "family_staff.OPENER_LINES": When.A_RULE,
    "family_staff.HAPPENS_LINES": When.ONCE_SEALED,
    "preferences.KEEP": When.A_CHOICE,
    "preferences.KEEP_TITLE": When.A_CHOICE,
    "preferences.KEEP_LINES": When.A_RULE,
    "preferences.NOWHERE": When.A_CHOICE,
    "preferences.KEEP_SIGN_LINE": When.A_CHOICE,
    "preferences.KEPT_TITLE": When.ONCE_WRITTEN,
    "preferences.KEPT_ON_STICK": When.ONCE_WRITTEN,
    "preferences.FORGET": When.A_CHOICE,
    "preferences.FORGET_TITLE": When.A_CHOICE,
    "preferences.FORGET_LINE": When.A_CHOICE,
    "preferences.FORGOTTEN_TITLE": When.ONCE_GONE,
    "preferences.FORGOTTEN_LINE": When.ONCE_GONE,
    "preferences.CANNOT_KEEP": When.NOT_KEPT,
    "preferences.TOO_MANY": When.NOT_KEPT,
    "trouble.RECORD_UNREADABLE": When.A_RULE,
    "trouble.FAULT": When.ONCE_SEALED,
}
"""Each sentence for people who answer that claims something of the kind, by the name of its constant."""
CLAIMS = re.compile(
    r"(?<![\w-])(kept|keeps?|safe|saved|saves|sealed|locked|locks?|deleted?|gone|is on (the|your) stick)\b"
)


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def test_whoever_calls_something_kept_says_when() -> None:
    claims = {
        name if module is person else f"{module.__name__.rsplit('.', 1)[1]}.{name}"
        for module in (person, family_staff, preferences, trouble)
        for name, value in vars(module).items()
        if name.isupper() and CLAIMS.search(repr(value).casefold())
    }
    assert claims == set(SAID)


def after_a_power_cut(tried: TriedHouse) -> OpenedSession:
    """What the opener reads when the power goes now: the files as they lie on the disk."""
    there = tried.data.with_name("after the power cut")
    shutil.rmtree(there, ignore_errors=True)
    shutil.copytree(tried.data, there, ignore=shutil.ignore_patterns("*lock*"))
    with Store.open(there) as store:
        opener = store.unlock(PHRASE)
        try:
            (session,) = opener.open_all().sessions
            return session
        finally:
            opener.lock()


def tell_more(tried: TriedHouse, part: OneQuestion, words: str = WORDS) -> MorePage:
    part.more_button.click()
    page = tried.page
    assert isinstance(page, MorePage)
    page.box.typed.set_words(words)
    return page


def parts_of(page: object) -> list[OneQuestion]:
    assert isinstance(page, QuestionPage)
    return list(page.parts.values())


def test_words_are_called_kept_once_they_are_sealed(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    (part,) = parts_of(tried.running.page)
    tell_more(tried, part).control(Control.NEXT).click()
    assert part.note.text() == person.MORE_KEPT
    assert read_session(after_a_power_cut(tried)).latest[part.question.id].words == WORDS
    rows = len(after_a_power_cut(tried).records)
    part.more_button.click()
    tried.page.control(Control.BACK).click()
    assert len(after_a_power_cut(tried).records) == rows
    tell_more(tried, part, "It is fine now").control(Control.NEXT).click()
    assert read_session(after_a_power_cut(tried)).latest[part.question.id].words == "It is fine now"


def test_words_beside_several_questions_are_called_kept_once_they_are_sealed(tried: TriedHouse) -> None:
    assert tried.house.front is not None
    tried.house.front.begin(Stream.STAFF, role="support_worker", per_page=3)
    walk_to(tried, PageName.QUESTION)
    first, second, _third = parts_of(tried.running.page)
    first.answers.choose("no")
    tell_more(tried, second).control(Control.NEXT).click()
    assert not first.note.isVisible()
    assert second.note.text() == person.MORE_KEPT
    assert read_session(after_a_power_cut(tried)).latest[second.question.id].words == WORDS


def test_words_to_a_changed_answer_are_called_kept_once_they_are_sealed(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.LOOK)
    look = tried.running.page
    assert isinstance(look, LookPage)
    look.change_asked.emit(next(iter(tried.running.session.answers)))
    (part,) = parts_of(tried.page)
    tell_more(tried, part).control(Control.NEXT).click()
    assert part.note.text() == person.MORE_KEPT
    assert read_session(after_a_power_cut(tried)).latest[part.question.id].words == WORDS


def test_words_that_cannot_be_sealed_are_not_called_kept(
    tried: TriedHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    (part,) = parts_of(tried.running.page)
    page = tell_more(tried, part)

    def full(_sitting: Sitting, *_sealed: object) -> None:
        raise StoreError("This computer is full.")

    with monkeypatch.context() as patched:
        patched.setattr(Sitting, "append_all", full)
        page.control(Control.NEXT).click()
        assert tried.page is page
        assert page.notice_words == "This computer is full."
        page.control(Control.BACK).click()
    assert part.note.text() == person.MORE_NOT_KEPT_YET
    tried.house.liking.changed.emit(tried.house.liking.liking)
    tried.running.come_again()
    (part,) = parts_of(tried.running.page)
    assert part.note.text() == person.MORE_NOT_KEPT_YET
    tried.running.asides.short_rest()
    blank = tried.house.window.stage.page
    assert isinstance(blank, Blank)
    blank.button.click()
    tried.running.page.reveal()
    assert part.note.text() == person.MORE_KEPT
    assert read_session(after_a_power_cut(tried)).latest[part.question.id].words == WORDS


def test_words_typed_after_a_rest_are_kept_like_those_before_it(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    (part,) = parts_of(tried.running.page)
    page = tell_more(tried, part)
    tried.running.keep_standing()
    assert read_session(after_a_power_cut(tried)).latest[part.question.id].words == WORDS
    page.box.typed.set_words("It is fine now")
    tried.running.keep_standing()
    assert read_session(after_a_power_cut(tried)).latest[part.question.id].words == "It is fine now"
