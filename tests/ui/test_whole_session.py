"""A person, alone, from the start page to thank you: by keyboard only, sealed, and nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.errors import StoreError
from duq_desktop.interview.records import RecordKind
from duq_desktop.interview.steps import PageName
from duq_desktop.store.inbox.sitting import Sitting
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import ChoicePage, PickPage
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.views_page import ViewsPage
from duq_desktop.ui.person.pages.help_page import HelpPage
from duq_desktop.ui.person.pages.more_page import MorePage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.widgets.blank import Blank, Curtain
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from tests.ui.houses import TriedHouse, tried_house

SECRET = "Dave takes my money on Fridays"
MOST_PRESSES = 120


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        yield house


def tab_to(tried: TriedHouse, wanted: QWidget) -> None:
    """Tab from where the focus is; Tab must reach it."""
    for _ in range(MOST_PRESSES):
        if tried.focused() is wanted:
            return
        tried.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {wanted.accessibleName()!r}")


def choose_by_keys(tried: TriedHouse, key: Qt.Key) -> None:
    """Choose what a person would on the page that shows."""
    page, step = tried.running.page, tried.running.session.step
    wanted: list[WordButton] = []
    if isinstance(page, SignPage):
        wanted = list(page.grid.cards.values())[:2]
    elif isinstance(page, PickPage):
        wanted = [page.cards["nobody"]]
    elif isinstance(page, QuestionPage):
        wanted = [part.answers.cards[0] for part in page.parts.values()]
    elif isinstance(page, ChoicePage) and page.answers.cards:
        wanted = [page.answers.cards[-1 if step.page is PageName.AREA_DONE else 0]]
    for card in wanted:
        tab_to(tried, card)
        if not card.isChecked():
            tried.key(key)
        assert card.isChecked()


def walk_by_keys(tried: TriedHouse, until: PageName, key: Qt.Key = Qt.Key.Key_Space) -> None:
    for _ in range(MOST_PRESSES):
        if tried.running.session.step.page is until:
            return
        choose_by_keys(tried, key)
        tab_to(tried, tried.running.page.control(Control.NEXT))
        tried.key(key)
    raise AssertionError("never came to the end")


def begin(tried: TriedHouse) -> None:
    page = tried.page
    assert isinstance(page, StartPage)
    page.buttons["start"].click()
    tried.settle()


def walk_to(tried: TriedHouse, until: PageName) -> None:
    """The quick way there, by the same presses."""
    for _ in range(MOST_PRESSES):
        if tried.running.session.step.page is until:
            return
        tried.tour()._make_ready(tried.running)
        tried.running.press_next()
    raise AssertionError("never came there")


def test_the_window_fills_the_screen_so_that_next_is_never_below_its_edge(tried: TriedHouse) -> None:
    window = tried.house.window
    window.hide()
    tried.house.open(fill_screen=True)
    tried.settle()
    assert window.isMaximized()
    assert window.screen().availableGeometry().contains(window.geometry())


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return], ids=["space", "enter"])
def test_a_whole_session_by_keyboard_only(tried: TriedHouse, key: Qt.Key) -> None:
    start = tried.page
    assert isinstance(start, StartPage)
    tab_to(tried, start.buttons["start"])
    tried.key(key)
    walk_by_keys(tried, PageName.THANKS, key)
    tab_to(tried, tried.running.page.control(Control.NEXT))
    tried.key(key)
    assert isinstance(tried.page, StartPage)
    (session,) = tried.opened()
    kinds = [record.kind for record in session.records]
    assert RecordKind.FINISHED in kinds
    assert kinds.count(RecordKind.ANSWER) == 3
    assert session.place.state == "ended"
    assert session.missing == 0


def test_every_question_and_answer_can_be_heard_without_choosing(tried: TriedHouse) -> None:
    begin(tried)
    tried.house.speaking.is_on = True
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    page.control(Control.LISTEN).click()
    while tried.voice.waiting:
        tried.voice.finish()
    (question,) = tried.running.session.questions
    assert tried.voice.texts[0] == question.spoken
    (part,) = page.parts.values()
    labels = [choice.words() for choice in part.answers.choices]
    assert [text for text in tried.voice.texts if text in labels] == labels
    tried.voice.said.clear()
    part.answers.hear_buttons["no"].click()
    assert tried.voice.texts == ["No"]
    assert part.answers.chosen is None
    part.answers.cards[0].click()
    assert tried.voice.texts == ["No"], "a chosen answer is spoken only when pressed"


def test_the_word_that_is_heard_is_marked_and_a_page_change_is_silence(tried: TriedHouse) -> None:
    begin(tried)
    tried.house.speaking.is_on = True
    page = tried.running.page
    page.control(Control.LISTEN).click()
    tried.voice.hear_word(0, 3)
    assert page.heading.highlighted == page.heading.text()[:3]
    tried.running.asides.rest()
    assert not tried.voice.waiting
    assert page.heading.highlighted == ""


def test_hide_blanks_at_once_and_coming_back_shows_no_answer_and_loses_none(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    (part,) = page.parts.values()
    part.answers.choose("no")
    tried.key(Qt.Key.Key_Escape)
    blank = tried.house.window.stage.page
    assert isinstance(blank, Blank)
    blank.button.click()
    assert part.answers.chosen is None
    question_id = part.question.id
    tried.running.press_next()
    assert tried.running.session.answers[question_id].answer == "no"


def test_the_page_is_covered_before_the_blank_one_is_built(tried: TriedHouse) -> None:
    """To build even an empty page takes longer than a frame of the screen."""
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    tried.settle()
    stage = tried.house.window.stage
    curtain = stage.findChild(Curtain)
    assert curtain is not None
    assert not curtain.isVisible()
    met: list[tuple[bool, bool, bool]] = []
    painted = Painted(curtain)

    def note() -> None:
        on_top = all(stage.childAt(point) is curtain for point in (QPoint(5, 5), stage.rect().center()))
        met.append((curtain.size() == stage.size(), on_top, painted.seen))

    stage.changed.connect(note)
    tried.running.page.control(Control.HIDE).click()
    assert met == [(True, True, True)]
    assert isinstance(stage.page, Blank)
    assert not curtain.isVisible()
    assert stage.childAt(stage.rect().center()) is not curtain


class Painted(QObject):
    """Whether something was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def test_a_choice_made_after_hide_counts(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    (part,) = page.parts.values()
    part.answers.choose("no")
    tried.running.asides.blank()
    blank = tried.house.window.stage.page
    assert isinstance(blank, Blank)
    blank.button.click()
    part.answers.choose("yes")
    tried.running.press_next()
    assert tried.running.session.answers[part.question.id].answer == "yes"


def test_a_full_disk_keeps_the_answer_on_the_screen_and_says_one_calm_sentence(
    tried: TriedHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    (part,) = page.parts.values()
    part.answers.choose("no")
    sentence = "This computer is full."

    def full(*_given: object) -> None:
        raise StoreError(sentence)

    with monkeypatch.context() as patched:
        patched.setattr(Sitting, "append_all", full)
        tried.running.press_next()
    assert tried.running.page is page
    assert part.answers.chosen == "no"
    assert sentence in page.notice_words
    tried.running.press_next()
    assert tried.running.page is not page


def test_own_words_are_sealed_and_nothing_of_them_is_left(tried: TriedHouse, tmp_path: Path) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    (part,) = page.parts.values()
    part.more_button.click()
    more = tried.page
    assert isinstance(more, MorePage)
    more.box.typed.set_words(SECRET)
    more.box.typed.selectAll()
    tried.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    more.control(Control.NEXT).click()
    part.answers.choose("no")
    walk_to(tried, PageName.THANKS)
    tried.running.press_next()
    tried.settle()
    clipboard = QGuiApplication.clipboard()
    assert SECRET not in clipboard.text()
    texts = [w.text() for w in tried.app.allWidgets() if hasattr(w, "text") and callable(w.text)]
    plain = [w.toPlainText() for w in tried.app.allWidgets() if hasattr(w, "toPlainText")]
    assert not any(SECRET in text for text in (*texts, *plain))
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert SECRET.encode() not in file.read_bytes()
    (session,) = tried.opened()
    assert any(record.body.get("words") == SECRET for record in session.records)


def test_stop_and_delete_leaves_nothing_to_open(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.AREA_DONE)
    tried.running.asides.stop()
    stop = tried.page
    assert isinstance(stop, ActionPage)
    stop.buttons["delete"].click()
    sure = tried.page
    assert isinstance(sure, ActionPage)
    sure.buttons["yes"].click()
    gone = tried.page
    assert isinstance(gone, ActionPage)
    gone.buttons["leave"].click()
    assert isinstance(tried.page, StartPage)
    assert tried.opened() == ()


def test_after_all_was_deleted_tell_someone_still_says_whom_to_turn_to(tried: TriedHouse) -> None:
    """While deleting what else is kept: the session is over, and nothing can be sealed in it."""
    begin(tried)
    walk_to(tried, PageName.AREA_DONE)
    ProfileBoxes(tried.data).keep(("boat", "key"), "garden", b"{}")
    tried.running.asides.stop()
    for name in ("delete", "yes", "forget"):
        assert isinstance(tried.page, ActionPage)
        tried.page.buttons[name].click()
    forgetting = tried.page
    forgetting.control(Control.TELL).click()
    helping = tried.page
    assert isinstance(helping, HelpPage)
    assert not helping.talk.isVisible()
    helping.control(Control.NEXT).click()
    assert tried.page is forgetting
    forgetting.control(Control.BACK).click()
    assert isinstance(tried.page, ActionPage)
    tried.page.buttons["leave"].click()
    assert tried.opened() == ()


def test_another_day_by_the_sign_goes_on_at_the_next_question_and_shows_nothing(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    tried.tour()._make_ready(tried.running)
    first = tried.running.session.questions[0].id
    tried.running.press_next()
    sign = tried.running.session.facts.sign.split("+")
    tried.running.asides.another_day()
    offer = tried.page
    assert isinstance(offer, ViewsPage)
    offer.buttons["no"].click()
    farewell = tried.page
    assert isinstance(farewell, ActionPage)
    farewell.buttons["leave"].click()
    start = tried.page
    assert isinstance(start, StartPage)
    start.buttons["again"].click()
    ask = tried.page
    assert isinstance(ask, SignPage)
    for name in sign:
        ask.grid.cards[name].click()
    ask.control(Control.NEXT).click()
    found = tried.page
    assert isinstance(found, ActionPage)
    found.buttons["on"].click()
    walk_to(tried, PageName.QUESTION)
    assert tried.running.session.questions[0].id != first
    assert tried.running.session.answers == {}


def test_ten_untouched_minutes_blank_the_page_and_an_hour_drops_the_key(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    front = tried.house.front
    assert front is not None
    front.on_left_alone()
    assert isinstance(tried.house.window.stage.page, Blank)
    front.on_gone()
    assert isinstance(tried.page, StartPage)
    assert front.running is None


def test_a_fault_of_ours_logs_no_words_and_comes_back_to_the_start(
    tried: TriedHouse, caplog: pytest.LogCaptureFixture
) -> None:
    begin(tried)
    try:
        raise RuntimeError(SECRET)
    except RuntimeError as error:
        tried.house.on_fault(type(error), error, error.__traceback__)
    assert isinstance(tried.page, StartPage)
    assert SECRET not in caplog.text
    assert "RuntimeError" in caplog.text
