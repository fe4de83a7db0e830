"""“My views”: offered twice, made in memory, out by printer or stick only, and nothing of it is left."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from duq_desktop.content.model import Stream
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.document_jobs.person_documents import PersonPapers
from duq_desktop.documents.pdf.printing import render_pages
from duq_desktop.errors import ReportError
from duq_desktop.interview.inputs import (
    AnswerGiven,
    AnswersGiven,
    AreaDoneGiven,
    AreaGiven,
    CheckGiven,
    ConsentGiven,
    Given,
    HelpedGiven,
    HelpGiven,
    LengthGiven,
    NearGiven,
    Nothing,
    PracticeGiven,
    PracticeStartGiven,
    SignGiven,
    WordsGiven,
)
from duq_desktop.interview.records import AnswerStatus, Near, Support
from duq_desktop.interview.sealed_session import SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import PageName
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.views_page import DrivePage, ExtrasPage, MadePage, PickAnswersPage, ViewsPage
from duq_desktop.ui.person.my_views import MyViewsController
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.person.printer import Printer, print_pages
from duq_desktop.ui.person.session_controller import InterviewController
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.words import Words, person, printed
from tests.documents.kit import errors_aloud, failures, pack, pages_of, text_of
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.walk import problems_of

SECRET = "My sister brings cake and Dave shouts"
HARM = "person.happy.anyone-scares-you"


class FakePrinter(Printer):
    """At the very edge: it keeps what would go to the spooler. ``broken`` takes nothing."""

    def __init__(self) -> None:
        self.there = True
        self.broken = False
        self.printed: list[tuple[str, bytes]] = []

    def print_pdf(self, pdf: bytes, name: str) -> None:
        if self.broken:
            raise ReportError(printed.PRINTER_GONE)
        self.printed.append((name, pdf))


class Papers(PersonPapers):
    """Real PDFs; a fake printer, and the sticks that a test puts in."""

    def __init__(self) -> None:
        self.fake = FakePrinter()
        super().__init__(pack(), Words(), [], self.fake.print_pdf)
        self.plugged: list[RemovableDrive] = []

    def sticks(self) -> tuple[RemovableDrive, ...]:
        return tuple(self.plugged)


def given_on(session: Session) -> Given:
    """What somebody gives who answers everything with Yes, alone."""
    step = session.step
    expected = {each.id: each.expected for each in session.pack.practice}
    givens: dict[PageName, Given] = {
        PageName.NEAR: NearGiven(frozenset({Near.NOBODY})),
        PageName.HELPED: HelpedGiven(Support.ALONE),
        PageName.CHECK: CheckGiven(step.key == "stop"),
        PageName.CONSENT: ConsentGiven(True),
        PageName.PRACTICE_START: PracticeStartGiven(),
        PageName.PRACTICE: PracticeGiven(expected.get(step.key)),
        PageName.SIGN: SignGiven("drum", "kite"),
        PageName.AREA: AreaGiven("happy"),
        PageName.LENGTH: LengthGiven(True),
        PageName.QUESTION: AnswersGiven(
            tuple((name, AnswerGiven(AnswerStatus.ANSWERED, "yes")) for name in step.questions)
        ),
        PageName.HELP: HelpGiven(),
        PageName.AREA_DONE: AreaDoneGiven(False),
        PageName.BEST: WordsGiven(SECRET, "typed"),
        PageName.CHANGE: WordsGiven(),
    }
    return givens.get(step.page, Nothing())


class Trying:
    """A person at the page that offers a copy."""

    def __init__(self, tried: TriedHouse, papers: Papers) -> None:
        self.tried = tried
        self.papers = papers
        house = tried.house
        assert house.front is not None
        tools = house.front._parts.tools
        offer = MyViewsController(tools, lambda: papers, lambda: papers.fake.there)
        parts = house.front._parts

        def run(interview: SealedSession, delete: Callable[[], None]) -> InterviewController:
            return InterviewController(
                interview,
                parts.stage,
                tools,
                parts.speaking,
                delete=delete,
                like=parts.like(),
                my_views=offer,
            )

        house.front._parts = replace(parts, run_interview=run)

    def to(self, until: PageName) -> None:
        """Answer with Yes all the way there: the short set of one area, and words at the end.

        Every page but the last is left without being drawn: other tests press their way through.
        """
        assert self.tried.house.front is not None
        self.tried.house.front.begin(Stream.PERSON)
        running = self.tried.running
        for _ in range(120):
            if running.session.step.page is until:
                running._show_step()
                self.tried.settle()
                return
            running.interview.next(given_on(running.session))
        raise AssertionError("never came there")

    @property
    def offer(self) -> ViewsPage:
        page = self.tried.page
        assert isinstance(page, ViewsPage), page
        return page

    def next(self) -> None:
        self.tried.page.next_pressed.emit()

    def pick_all_the_way(self, *extras: str) -> None:
        """Through the pages of picking, with ``extras`` put in."""
        for _ in range(30):
            page = self.tried.page
            if isinstance(page, ExtrasPage):
                for name in extras:
                    page.cards[name].setChecked(True)
            elif not isinstance(page, PickAnswersPage):
                return
            self.next()
        raise AssertionError("picking never ends")

    def print_copy(self, *extras: str) -> str:
        self.offer.buttons["print"].click()
        self.pick_all_the_way(*extras)
        assert isinstance(self.tried.page, MadePage)
        return text_of(self.papers.fake.printed[-1][1])


@pytest.fixture
def trying(qapp: QApplication, tmp_path: Path) -> Iterator[Trying]:
    with tried_house(qapp, tmp_path) as tried:
        yield Trying(tried, Papers())


def everything_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_copy_comes_first_and_goes_on(trying: Trying) -> None:
    trying.to(PageName.MY_VIEWS)
    assert list(trying.offer.buttons) == ["no", "print", "stick", "slip"]
    said = [reading.text for reading in trying.offer.utterances()]
    assert person.VIEWS_FOUND in said
    assert person.VIEWS_PAPER in said
    trying.offer.buttons["no"].click()
    assert trying.tried.running.session.step.page is PageName.THANKS
    assert trying.papers.fake.printed == []


def test_a_copy_has_neither_harm_nor_words_unless_they_are_put_in(trying: Trying, tmp_path: Path) -> None:
    trying.to(PageName.MY_VIEWS)
    text = trying.print_copy()
    assert pack().question("person.happy.happy-at-home").prompt in text
    assert pack().question(HARM).prompt not in text
    assert SECRET not in text
    assert printed.MY_VIEWS_ALL in text
    name, pdf = trying.papers.fake.printed[-1]
    assert name == "My views"
    assert failures(pdf, tmp_path) == []
    assert errors_aloud(pdf, tmp_path) == []


def test_harm_and_words_can_be_put_in(trying: Trying) -> None:
    trying.to(PageName.MY_VIEWS)
    text = trying.print_copy("words", "harm")
    assert pack().question(HARM).prompt in text
    assert SECRET in text


def test_each_answer_can_be_left_out(trying: Trying) -> None:
    trying.to(PageName.MY_VIEWS)
    trying.offer.buttons["print"].click()
    trying.next()
    page = trying.tried.page
    assert isinstance(page, PickAnswersPage)
    assert all(card.isChecked() for card in page.cards.values())
    left_out, *kept = page.cards
    page.cards[left_out].setChecked(False)
    trying.next()
    text = text_of(trying.papers.fake.printed[-1][1])
    assert pack().question(left_out).prompt not in text
    assert kept
    assert all(pack().question(name).prompt in text for name in kept)


def test_never_more_than_five_things_to_choose_from(trying: Trying) -> None:
    trying.to(PageName.MY_VIEWS)
    session = trying.tried.running.session
    many = {each.id: next(iter(session.answers.values())) for each in pack().areas[0].questions[:8]}
    session._facts = replace(session.facts, answers={**session.answers, **many})
    trying.tried.running._show_step()
    trying.offer.buttons["print"].click()
    seen: list[str] = []
    while not isinstance(trying.tried.page, MadePage):
        page = trying.tried.page
        assert isinstance(page, (ExtrasPage, PickAnswersPage))
        assert len(page.cards) <= 5
        seen += page.cards
        trying.next()
    assert set(many) <= set(seen)
    assert len(set(seen)) == len(seen)


def test_what_was_left_out_stays_out_when_going_back(trying: Trying) -> None:
    trying.to(PageName.MY_VIEWS)
    trying.offer.buttons["stick"].click()
    trying.next()
    page = trying.tried.page
    assert isinstance(page, PickAnswersPage)
    first = next(iter(page.cards))
    page.cards[first].setChecked(False)
    trying.next()
    assert isinstance(trying.tried.page, DrivePage)
    trying.tried.page.back_pressed.emit()
    again = trying.tried.page
    assert isinstance(again, PickAnswersPage)
    assert not again.cards[first].isChecked()


def test_it_goes_on_a_stick_under_a_neutral_name_and_never_over_another(
    trying: Trying, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    trying.to(PageName.MY_VIEWS)
    for name in ("My views.pdf", "My views 2.pdf"):
        trying.offer.buttons["stick"].click()
        trying.pick_all_the_way("words")
        page = trying.tried.page
        assert isinstance(page, DrivePage)
        trying.papers.plugged = []
        page.buttons["look"].click()
        assert trying.tried.page.notice_words == person.VIEWS_NOT_FOUND
        trying.papers.plugged = [RemovableDrive(stick, "BLUE")]
        page.buttons["look"].click()
        assert isinstance(trying.tried.page, MadePage)
        assert SECRET in text_of((stick / name).read_bytes())
        trying.tried.page.back_pressed.emit()
    assert sorted(path.name for path in stick.iterdir()) == ["My views 2.pdf", "My views.pdf"]


def test_several_sticks_are_asked_about(trying: Trying, tmp_path: Path) -> None:
    sticks = [RemovableDrive(tmp_path / name, name) for name in ("BLUE", "RED")]
    for stick in sticks:
        stick.folder.mkdir()
    trying.to(PageName.MY_VIEWS)
    trying.offer.buttons["stick"].click()
    trying.pick_all_the_way()
    trying.papers.plugged = sticks
    page = trying.tried.page
    assert isinstance(page, DrivePage)
    page.buttons["look"].click()
    which = trying.tried.page
    assert isinstance(which, DrivePage)
    assert "RED" in which.buttons["1"].words()
    which.buttons["1"].click()
    assert [path.name for path in (tmp_path / "RED").iterdir()] == ["My views.pdf"]
    assert list((tmp_path / "BLUE").iterdir()) == []


def test_a_stick_that_was_pulled_out_is_told_calmly(trying: Trying, tmp_path: Path) -> None:
    trying.to(PageName.MY_VIEWS)
    trying.offer.buttons["stick"].click()
    trying.pick_all_the_way()
    trying.papers.plugged = [RemovableDrive(tmp_path / "gone", "GONE")]
    page = trying.tried.page
    assert isinstance(page, DrivePage)
    page.buttons["look"].click()
    assert "could not be written" in page.notice_words


def test_a_printer_that_fails_is_told_and_the_picks_stay(trying: Trying) -> None:
    trying.papers.fake.broken = True
    trying.to(PageName.MY_VIEWS)
    trying.offer.buttons["print"].click()
    trying.next()
    trying.next()
    assert isinstance(trying.tried.page, PickAnswersPage)
    assert trying.tried.page.notice_words == printed.PRINTER_GONE
    trying.papers.fake.broken = False
    trying.next()
    assert isinstance(trying.tried.page, MadePage)


def test_without_a_printer_nothing_is_printed_and_the_page_says_so(trying: Trying) -> None:
    trying.papers.fake.there = False
    trying.to(PageName.MY_VIEWS)
    assert list(trying.offer.buttons) == ["no", "stick"]
    assert person.VIEWS_NO_PRINTER in [reading.text for reading in trying.offer.utterances()]


def test_the_slip_holds_the_sign_and_nothing_that_was_said(trying: Trying, tmp_path: Path) -> None:
    trying.to(PageName.MY_VIEWS)
    sign = trying.tried.running.session.facts.sign
    trying.offer.buttons["slip"].click()
    assert isinstance(trying.tried.page, MadePage)
    _name, pdf = trying.papers.fake.printed[-1]
    text = text_of(pdf)
    labels = {each.id: each.label for each in pack().signs}
    assert all(labels[name] in text for name in sign.split("+"))
    assert SECRET not in text
    assert "Ada Bright" not in text
    assert pages_of(pdf) == 1
    assert failures(pdf, tmp_path) == []


def test_after_a_copy_next_goes_on_to_the_end(trying: Trying) -> None:
    trying.to(PageName.MY_VIEWS)
    trying.print_copy()
    trying.next()
    assert trying.tried.running.session.step.page is PageName.THANKS


def test_hide_leads_back_to_the_offer_on_which_no_answer_shows(trying: Trying) -> None:
    trying.to(PageName.MY_VIEWS)
    trying.offer.buttons["print"].click()
    trying.next()
    assert isinstance(trying.tried.page, PickAnswersPage)
    trying.tried.page.hide_pressed.emit()
    blank = trying.tried.house.window.stage.page
    assert isinstance(blank, Blank)
    blank.returned.emit()
    prompt = pack().question("person.happy.happy-at-home").prompt
    assert prompt not in " ".join(reading.text for reading in trying.offer.utterances())


def test_tell_someone_is_one_press_away_while_picking(trying: Trying) -> None:
    trying.to(PageName.MY_VIEWS)
    trying.offer.buttons["print"].click()
    picking = trying.tried.page
    picking.tell_pressed.emit()
    assert trying.tried.page is not picking
    trying.next()
    assert trying.tried.page is picking


def test_before_another_day_it_holds_today_only_and_says_so(trying: Trying) -> None:
    trying.to(PageName.QUESTION)
    page = trying.tried.page
    assert isinstance(page, QuestionPage)
    (question,) = trying.tried.running.session.questions
    page.parts[question.id].answers.cards[0].setChecked(True)
    trying.tried.running.asides.another_day()
    assert person.VIEWS_PART in [reading.text for reading in trying.offer.utterances()]
    text = trying.print_copy("harm")
    assert question.prompt in text, "what stands on the page counts, though it is not sealed yet"
    assert printed.MY_VIEWS_TODAY_ONLY in text
    trying.next()
    farewell = trying.tried.page
    assert isinstance(farewell, ActionPage)
    farewell.buttons["leave"].click()
    (session,) = trying.tried.opened()
    assert session.place.state == "open"
    assert question.id in {record.body.get("question") for record in session.records}


def test_back_from_the_offer_before_another_day_keeps_the_session(trying: Trying) -> None:
    trying.to(PageName.QUESTION)
    trying.tried.tour()._make_ready(trying.tried.running)
    trying.tried.running.asides.another_day()
    trying.offer.back_pressed.emit()
    assert isinstance(trying.tried.page, QuestionPage)
    trying.tried.running.press_next()
    assert trying.tried.running.session.answers


def test_before_anything_was_said_another_day_comes_at_once(trying: Trying) -> None:
    trying.to(PageName.WHY)
    trying.tried.running.asides.another_day()
    farewell = trying.tried.page
    assert isinstance(farewell, ActionPage)
    assert "leave" in farewell.buttons


def holders_of_copies() -> list[object]:
    """What may hold a person's copy, of all that is in memory."""
    gc.collect()
    return [each for each in gc.get_objects() if type(each).__name__ in ("Picking", "FlowRun", "OwnCopy")]


def test_nothing_of_a_copy_is_on_this_disk_or_in_the_seal_or_left_in_memory(
    trying: Trying, tmp_path: Path
) -> None:
    others = {id(each) for each in holders_of_copies()}  # of other tests
    trying.to(PageName.MY_VIEWS)
    trying.print_copy("words", "harm")
    trying.next()
    kinds = [type(page) for page in QApplication.topLevelWidgets()]
    assert ViewsPage not in kinds
    trying.tried.running.leave()
    trying.tried.settle()
    assert [each for each in holders_of_copies() if id(each) not in others] == []
    disk = everything_on_disk(tmp_path)
    assert SECRET.encode() not in disk
    assert b"%PDF" not in disk
    (session,) = trying.tried.opened()
    told = [dict(record.body) for record in session.records if record.body.get("page") == "my_views"]
    assert told
    assert all(body == {"page": "my_views"} for body in told), "only that the page was left"


@pytest.mark.parametrize("size", [100, 400])
def test_nothing_on_its_pages_is_nameless_clipped_small_or_out_of_reach(
    trying: Trying, tmp_path: Path, size: int
) -> None:
    tried = trying.tried
    tried.house.window.resize(1366, 768)
    tried.house.liking.use_settings(replace(tried.house.settings, text_size=size))
    trying.papers.plugged = [RemovableDrive(tmp_path / name, name) for name in ("BLUE", "RED")]
    trying.to(PageName.MY_VIEWS)
    found: dict[str, list[str]] = {}

    def look() -> None:
        tried.settle()
        problems = problems_of(tried.page)
        if problems:
            found[type(tried.page).__name__] = problems

    look()
    trying.offer.buttons["stick"].click()
    for _ in range(2):
        look()
        trying.next()
    page = tried.page
    assert isinstance(page, DrivePage)
    look()
    page.buttons["look"].click()
    look()
    assert found == {}


def test_pages_are_painted_one_to_a_sheet(qapp: QApplication, tmp_path: Path) -> None:
    """The edge itself, with Qt's own printer that writes a file in the place of a real one."""
    pdf = Papers().sign_slip("boat+key")
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pages(device, [*render_pages(pdf, 50), *render_pages(pdf, 50)])
    assert pages_of((tmp_path / "printed.pdf").read_bytes()) == 2
    (first, _second) = render_pages((tmp_path / "printed.pdf").read_bytes(), 20)
    assert len(set(first.pixels[::4])) > 10, "the sheet is not blank"
    assert abs(first.height / first.width - 297 / 210) < 0.02


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_an_expected_error(qapp: QApplication, tmp_path: Path) -> None:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    with pytest.raises(ReportError):
        print_pages(device, render_pages(Papers().sign_slip("boat+key"), 20))


def test_a_copy_on_a_stick_replaces_nobody_elses(tmp_path: Path) -> None:
    stick = RemovableDrive(tmp_path, "OURS")
    (tmp_path / "My views 2.pdf").symlink_to(tmp_path / "nowhere")
    papers = Papers()
    told = [papers.put_on_stick(stick, bytes([number])) for number in range(3)]
    assert told == ["My views.pdf", "My views 3.pdf", "My views 4.pdf"]
    assert [(tmp_path / name).read_bytes() for name in told] == [b"\0", b"\1", b"\2"]
    assert not (tmp_path / "nowhere").exists()
