"""Every way of input by itself, in every part of a session: the matrix of ``docs/accessibility.md``.

``test_by[one-switch-practice]`` does practice by one switch and by nothing else. The walk to where a cell
begins is the quick one of the tour; within the cell every press is made by the hand of that way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.content.model import Stream
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.document_jobs.person_documents import PersonPapers
from duq_desktop.interview.records import Near, RecordKind
from duq_desktop.interview.steps import PageName
from duq_desktop.settings import WAYS
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import ChoicePage, PickPage
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.views_page import DrivePage, ExtrasPage, MadePage, PickAnswersPage, ViewsPage
from duq_desktop.ui.person.pages.help_page import HelpPage
from duq_desktop.ui.person.pages.look_page import LookPage
from duq_desktop.ui.person.pages.more_page import MorePage
from duq_desktop.ui.person.pages.question_page import OneQuestion, QuestionPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.preferences.pages.preferences_page import PreferencesPage, StepPage
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.controls import Control
from tests.ui.access.lone_switch import LoneSwitch
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_my_views import given_on
from tests.ui.ways import HANDS, Hand, hand

MOST_PAGES = 60

PageOf = TypeVar("PageOf", bound=QWidget)


class Trial:
    """One house, one hand."""

    def __init__(self, tried: TriedHouse, one: Hand) -> None:
        self.tried, self.hand = tried, one

    def press(self, wanted: QWidget) -> None:
        self.hand.press(wanted)
        self.tried.settle()

    def control(self, control: Control) -> None:
        self.press(self.tried.page.control(control))

    def next(self) -> None:
        self.control(Control.NEXT)

    def start(self) -> None:
        page = self.tried.page
        assert isinstance(page, StartPage)
        self.press(page.buttons["start"])

    def walk_to(self, until: PageName) -> None:
        """The quick way there, no part of the cell: pages on the way are never drawn."""
        front = self.tried.house.front
        assert front is not None
        if front.running is None:
            front.begin(Stream.PERSON)
        running = self.tried.running
        for _ in range(MOST_PAGES):
            if self.at() is until:
                running._show_step()
                self.tried.settle()
                return
            running.interview.next(given_on(running.session))
        raise AssertionError(f"never came to {until}")

    def at(self) -> PageName:
        """The page of the session that is under way."""
        return self.tried.running.session.step.page

    @property
    def part(self) -> OneQuestion:
        """The one question of the page."""
        page = self.tried.running.page
        assert isinstance(page, QuestionPage)
        (part,) = page.parts.values()
        return part

    def page(self, kind: type[PageOf]) -> PageOf:
        page = self.tried.house.window.stage.page
        assert isinstance(page, kind), page
        return page


def welcome(trial: Trial) -> None:
    trial.press(trial.page(StartPage).buttons["like"])
    for part, wanted in (("words", "150"), ("colours", "dark")):
        trial.press(trial.page(PreferencesPage).buttons[part])
        trial.press(next(card for card in trial.page(StepPage).cards if card.option_id == wanted))
        trial.control(Control.BACK)
    liking = trial.tried.house.liking.liking
    assert (liking.text_size, liking.theme) == (150, "dark")
    trial.control(Control.NEXT)
    trial.start()
    assert trial.at() is PageName.NEAR
    assert trial.tried.house.liking.liking.text_size == 150


def near(trial: Trial) -> None:
    trial.walk_to(PageName.NEAR)
    page = trial.page(PickPage)
    trial.press(page.cards["staff"])
    trial.press(page.cards["friend"])
    trial.next()
    assert trial.tried.running.session.facts.run.near == frozenset({Near.STAFF, Near.FRIEND})


def yes_or_no(trial: Trial) -> None:
    trial.walk_to(PageName.CONSENT)
    trial.press(trial.page(ChoicePage).answers.cards[0])
    trial.next()
    assert trial.at() is PageName.PRACTICE_START


def practice(trial: Trial) -> None:
    trial.walk_to(PageName.PRACTICE_START)
    trial.press(trial.page(ChoicePage).answers.cards[0])
    trial.next()
    expected = {each.id: each.expected for each in trial.tried.running.session.pack.practice}
    tried_out = 0
    while trial.at() is PageName.PRACTICE:
        wanted = expected[trial.tried.running.session.step.key]
        cards = trial.page(ChoicePage).answers.choices
        trial.press(next(card for card in cards if card.option_id == wanted))
        trial.next()
        tried_out += 1
    assert tried_out == len(expected)
    assert trial.at() is PageName.SIGN


def sign_and_area(trial: Trial) -> None:
    trial.walk_to(PageName.SIGN)
    cards = trial.page(SignPage).grid.cards
    trial.press(cards["moon"])
    trial.press(cards["kite"])
    trial.next()
    assert trial.at() is PageName.SIGN_IS
    trial.next()
    assert trial.tried.running.session.facts.sign == "moon+kite"
    trial.press(trial.page(ChoicePage).answers.cards[2])
    trial.next()
    assert trial.at() is PageName.LENGTH


def question(trial: Trial) -> None:
    trial.walk_to(PageName.QUESTION)
    part = trial.part
    trial.press(part.answers.hear_buttons["no"])
    assert part.answers.chosen is None
    trial.press(next(card for card in part.answers.cards if card.option_id == "yes"))
    trial.press(next(card for card in part.answers.cards if card.option_id == "no"))
    assert part.answers.chosen == "no"
    trial.press(part.meaning_button)
    trial.control(Control.BACK)
    trial.next()
    assert trial.tried.running.session.answers[part.question.id].answer == "no"


def tell_us_more(trial: Trial) -> None:
    trial.walk_to(PageName.QUESTION)
    part = trial.part
    trial.press(part.more_button)
    box = trial.page(MorePage).box
    if box.board is None or box.board.isHidden():
        trial.press(box.way_button)
    assert box.board is not None
    trial.press(box.board.choices[0])
    trial.press(box.board.choices[1])
    trial.press(box.board.choices[0])
    told = box.board.line
    assert told.count("·") == 1
    trial.press(box.quote.choices[0])
    trial.next()
    assert part.given().words == told
    assert part.given().may_quote


def own_words(trial: Trial) -> None:
    """Letter by letter on the screen, with a word taken from those offered, and one press taken back."""
    trial.walk_to(PageName.QUESTION)
    part = trial.part
    trial.press(part.more_button)
    box = trial.page(MorePage).box
    if box.keys.isHidden():
        trial.press(box.keys_button)
    for sign in ("i", "z"):
        trial.press(box.keys.keys[sign])
    trial.press(box.keys.undo)
    trial.press(box.keys.space)
    trial.press(box.keys.keys["s"])
    offered = box.keys.offers[0]
    wanted = f"I {offered.words()}"
    trial.press(offered)
    trial.press(box.keys.keys["."])
    trial.next()
    assert part.given().words == f"{wanted}."


def help_page(trial: Trial) -> None:
    trial.walk_to(PageName.QUESTION)
    trial.control(Control.TELL)
    trial.press(trial.page(HelpPage).talk)
    trial.control(Control.BACK)
    assert trial.at() is PageName.QUESTION
    trial.walk_to(PageName.HELP)
    page = trial.page(HelpPage)
    trial.press(page.talk)
    assert page.talk.isChecked()
    trial.next()
    assert trial.at() is not PageName.HELP


def rest_and_another_day(trial: Trial) -> None:
    trial.walk_to(PageName.QUESTION)
    sign = trial.tried.running.session.facts.sign.split("+")
    trial.control(Control.REST)
    trial.press(trial.page(ActionPage).buttons["short"])
    trial.press(trial.page(Blank).button)
    trial.control(Control.REST)
    trial.press(trial.page(ActionPage).buttons["day"])
    if isinstance(trial.tried.page, ViewsPage):
        trial.press(trial.page(ViewsPage).buttons["no"])
    trial.press(trial.page(ActionPage).buttons["leave"])
    trial.press(trial.page(StartPage).buttons["again"])
    for name in sign:
        trial.press(trial.page(SignPage).grid.cards[name])
    trial.next()
    trial.press(trial.page(ActionPage).buttons["on"])
    assert trial.tried.running.session.facts.sign == "+".join(sign)


def stop_and_delete(trial: Trial) -> None:
    trial.walk_to(PageName.QUESTION)
    trial.control(Control.STOP)
    trial.press(trial.page(ActionPage).buttons["on"])
    trial.control(Control.STOP)
    trial.press(trial.page(ActionPage).buttons["delete"])
    trial.press(trial.page(ActionPage).buttons["yes"])
    trial.press(trial.page(ActionPage).buttons["leave"])
    assert isinstance(trial.tried.page, StartPage)
    assert trial.tried.opened() == ()


def look_at_my_answers(trial: Trial) -> None:
    trial.walk_to(PageName.LOOK)
    page = trial.page(LookPage)
    trial.press(page.show_button)
    name, row = next(iter(page.rows.items()))
    trial.press(row)
    (part,) = trial.page(QuestionPage).parts.values()
    trial.press(next(choice for choice in part.answers.choices if choice.option_id == "dont_know"))
    trial.next()
    changed = trial.tried.running.session.answers[name].status
    assert changed is not None
    assert changed.value == "dont_know"


def finish(trial: Trial) -> None:
    trial.walk_to(PageName.LOOK)
    for _ in range(MOST_PAGES):
        front = trial.tried.house.front
        assert front is not None
        if front.running is None:
            break
        trial.next()
    assert isinstance(trial.tried.page, StartPage)
    (session,) = trial.tried.opened()
    assert RecordKind.FINISHED in [record.kind for record in session.records]


def my_views(trial: Trial) -> None:
    trial.walk_to(PageName.MY_VIEWS)
    made_by_pressing(trial)


def made_by_pressing(trial: Trial) -> None:
    """From the offer to the file on the stick."""
    trial.press(trial.page(ViewsPage).buttons["stick"])
    while isinstance(trial.tried.page, ExtrasPage | PickAnswersPage):
        page: ExtrasPage | PickAnswersPage = trial.tried.page
        if isinstance(page, PickAnswersPage):
            trial.press(next(iter(page.cards.values())))
        trial.next()
    trial.press(trial.page(DrivePage).buttons["look"])
    trial.page(MadePage)
    trial.next()


CELLS: Mapping[str, Callable[[Trial], None]] = {
    "welcome": welcome,
    "near": near,
    "yes-or-no": yes_or_no,
    "practice": practice,
    "sign-and-area": sign_and_area,
    "question": question,
    "tell-us-more": tell_us_more,
    "own-words": own_words,
    "help": help_page,
    "rest": rest_and_another_day,
    "stop-and-delete": stop_and_delete,
    "look": look_at_my_answers,
    "finish": finish,
    "my-views": my_views,
}


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that is plugged in."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(PersonPapers, "sticks", lambda _papers: (RemovableDrive(folder, "blue"),))
    return folder


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("way", HANDS)
def test_by(way: str, cell: str, qapp: QApplication, tmp_path: Path, stick: Path) -> None:
    set_to = way if way in WAYS else "direct"
    with tried_house(qapp, tmp_path, way=set_to, text_size=100, theme="cream") as tried:
        CELLS[cell](Trial(tried, hand(way, tried)))
    assert bool(list(stick.iterdir())) == (cell == "my-views")


def answer_here(trial: Trial) -> None:
    """Choose what somebody alone would choose on the session's page, all by hand."""
    page, step = trial.tried.page, trial.at()
    wanted: Sequence[QWidget] = []
    if isinstance(page, SignPage):
        wanted = list(page.grid.cards.values())[:2]
    elif isinstance(page, PickPage):
        wanted = [page.cards["nobody"]]
    elif isinstance(page, QuestionPage):
        wanted = [part.answers.cards[0] for part in page.parts.values()]
    elif isinstance(page, ChoicePage) and page.answers.cards:
        wanted = [page.answers.cards[-1 if step is PageName.AREA_DONE else 0]]
    for card in wanted:
        trial.press(card)


def hand_from_nothing(way: str, tried: TriedHouse) -> Hand:
    """The hand of a way; who has only one switch and finds nothing set turns scanning on first."""
    if way != "lone-switch":
        return hand(way, tried)
    lone = LoneSwitch(tried)
    lone.turn_on()
    return lone


@pytest.mark.parametrize("way", ["lone-switch", "one-switch", "two-switches", "dwell", "touch"])
def test_a_whole_session_from_welcome_to_pdf(
    way: str, qapp: QApplication, tmp_path: Path, stick: Path
) -> None:
    there = way if way in WAYS else "direct"
    with tried_house(qapp, tmp_path, way=there, text_size=200, theme="dark") as tried:
        trial = Trial(tried, hand_from_nothing(way, tried))
        trial.start()
        for _ in range(MOST_PAGES):
            if isinstance(tried.page, StartPage):
                break
            if isinstance(tried.page, ViewsPage):
                made_by_pressing(trial)
                continue
            answer_here(trial)
            trial.next()
        (copy,) = stick.iterdir()
        assert copy.read_bytes().startswith(b"%PDF")
        (session,) = tried.opened()
        kinds = [record.kind for record in session.records]
        assert RecordKind.FINISHED in kinds
        assert kinds.count(RecordKind.ANSWER) == 3
