"""A person chooses a language: live, with all they chose kept; and the next person finds it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pypdf
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duq_desktop import languages
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Stream
from duq_desktop.document_jobs.person_documents import PersonPapers
from duq_desktop.interview.inputs import AnswerGiven
from duq_desktop.interview.own_copy import OwnCopy
from duq_desktop.interview.records import AnswerStatus, RecordKind
from duq_desktop.interview.steps import PageName
from duq_desktop.preferences.codec import from_bytes, to_bytes
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Preferences, Sound
from duq_desktop.preferences.profile import Profile
from duq_desktop.settings import Settings
from duq_desktop.settings import load as load_settings
from duq_desktop.speech.voice import VoiceInfo
from duq_desktop.ui.access.scan import Pace, Stand
from duq_desktop.ui.opener.pages.fields import PickOnePage
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.views_page import ViewsPage
from duq_desktop.ui.person.pages.more_page import WordsPage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.preferences.pages.language_page import LanguagePage
from duq_desktop.ui.preferences.pages.preferences_page import PreferencesPage
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import Words, person, preferences, pressing, printed
from tests.documents.kit import failures, text_of
from tests.fakes import FakeVoice
from tests.ui.houses import PHRASE, TriedHouse, tried_house
from tests.ui.speakers import ROOT, spoken_house, with_welsh_checked
from tests.ui.test_whole_session import begin, walk_to
from tests.ui.walk import problems_of

WELSH = Words("cy", ROOT / "resources" / "languages")
PACK = ROOT / "easyread" / "duq-code"


class OpenHouse(Protocol):
    """Opens an app in which a speaker has checked the Welsh."""

    def __call__(
        self, settings: Settings | None = None, *, drafts: bool = False
    ) -> AbstractContextManager[TriedHouse]: ...


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_welsh_checked(tmp_path_factory.mktemp("checked"))


@pytest.fixture
def opened(
    qapp: QApplication, tmp_path: Path, checked: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenHouse]:
    def open_house(
        settings: Settings | None = None, *, drafts: bool = False
    ) -> AbstractContextManager[TriedHouse]:
        return spoken_house(qapp, tmp_path, checked, monkeypatch, settings, drafts=drafts)

    yield open_house


@pytest.fixture
def tried(opened: OpenHouse) -> Iterator[TriedHouse]:
    with opened(Settings(voice=False)) as house:
        yield house


@pytest.fixture
def heard(opened: OpenHouse, qtbot: QtBot) -> Iterator[TriedHouse]:
    """The same with a voice that writes down what it says, once the computer's own has come."""
    with opened() as house:
        qtbot.waitUntil(lambda: house.house.speaking.voice is not house.voice)
        house.house.speaking.voice.close()
        house.house.speaking.replace_voice(house.voice)
        assert house.house.front is not None
        house.house.front.show_start()
        yield house


def start(tried: TriedHouse) -> StartPage:
    assert isinstance(tried.page, StartPage), tried.page
    return tried.page


def choose_at_start(tried: TriedHouse, code: str) -> None:
    start(tried).languages[code].click()
    tried.settle()


def open_languages(tried: TriedHouse) -> LanguagePage:
    """From the first page of "How I like it"."""
    assert isinstance(tried.page, PreferencesPage), tried.page
    tried.page.buttons["language"].click()
    return languages_page(tried)


def languages_page(tried: TriedHouse) -> LanguagePage:
    assert isinstance(tried.page, LanguagePage), tried.page
    return tried.page


def pick(tried: TriedHouse, code: str) -> None:
    next(card for card in languages_page(tried).answers.cards if card.option_id == code).click()
    tried.settle()


def rest_and_pick(tried: TriedHouse, code: str) -> None:
    """As from any page of a session: Rest, How I like it, the language; then back to the page."""
    tried.running.asides.rest()
    assert isinstance(tried.page, ActionPage)
    tried.page.buttons["like"].click()
    open_languages(tried)
    pick(tried, code)
    tried.page.next_pressed.emit()
    tried.page.next_pressed.emit()
    tried.settle()
    assert isinstance(tried.page, ActionPage)


# --- nothing to choose


def test_where_only_english_is_offered_nothing_shows_and_no_table_is_read(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[Path] = []
    plain = languages.read_languages

    def noted(folder: Path) -> object:
        reads.append(folder)
        return plain(folder)

    monkeypatch.setattr("duq_desktop.shell.app_language.read_languages", noted)
    monkeypatch.setattr(languages, "read_languages", noted)
    with tried_house(qapp, tmp_path) as tried:
        assert not start(tried).languages
        start(tried).buttons["like"].click()
        assert isinstance(tried.page, PreferencesPage)
        assert "language" not in tried.page.buttons
    assert not reads


# --- on the start page


def test_each_other_language_stands_on_the_first_page_by_its_own_name(tried: TriedHouse) -> None:
    button = start(tried).languages["cy"]
    assert button.words() == "Cymraeg"
    assert button.isVisible() and button.locale().language() is QLocale.Language.Welsh
    assert list(start(tried).languages) == ["cy"]
    spoken = {reading.text: reading.language for reading in start(tried).readings}
    assert spoken["Cymraeg"] == "cy"


def test_one_press_and_the_page_comes_again_in_it_with_all_that_it_says(tried: TriedHouse) -> None:
    choose_at_start(tried, "cy")
    page = start(tried)
    assert page.heading.text() == WELSH(person.WELCOME_TITLE)
    assert page.control(Control.LISTEN).words() == WELSH(person.LISTEN)
    assert list(page.languages) == ["en"]
    assert QLocale().language() is page.locale().language() is QLocale.Language.Welsh
    assert page.buttons["start"].locale().language() is QLocale.Language.Welsh
    assert page.languages["en"].locale().language() is QLocale.Language.English
    assert tried.house.window.stage.layers == 1


def test_the_pages_that_follow_and_the_questions_are_in_it_too(tried: TriedHouse) -> None:
    choose_at_start(tried, "cy")
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    (question,) = tried.running.session.questions
    assert question.prompt == load_pack(PACK, language="cy").question(question.id).prompt
    assert question.prompt in [reading.text for reading in page.readings]


def test_the_next_person_finds_the_computers_own_language(tried: TriedHouse) -> None:
    choose_at_start(tried, "cy")
    assert tried.house.front is not None
    tried.house.front.show_start()
    tried.settle()
    assert start(tried).heading.text() == person.WELCOME_TITLE
    assert tried.house.speaking.language == "en"


def test_who_chooses_and_goes_away_leaves_nothing_for_the_next(tried: TriedHouse) -> None:
    choose_at_start(tried, "cy")
    assert tried.house.front is not None
    tried.house.front.on_left_alone()
    assert start(tried).heading.text() == person.WELCOME_TITLE


def test_a_draft_is_mirrored_and_set_in_its_own_letters_live(opened: OpenHouse, qapp: QApplication) -> None:
    with opened(Settings(voice=False), drafts=True) as tried:
        assert set(start(tried).languages) == {"cy", "ur", "bn"}
        choose_at_start(tried, "ur")
        assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert '"Noto Naskh Arabic"' in qapp.styleSheet()
        choose_at_start(tried, "en")
        assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
        assert "Noto Naskh Arabic" not in qapp.styleSheet()


# --- on "How I like it"


def test_it_is_a_row_of_its_own_and_every_name_stands_in_its_own_words(tried: TriedHouse) -> None:
    start(tried).buttons["like"].click()
    assert isinstance(tried.page, PreferencesPage)
    assert tried.page.buttons["language"].words() == "Language: English"
    page = open_languages(tried)
    assert [card.words() for card in page.answers.cards] == ["English", "Cymraeg"]
    assert page.answers.chosen == "en"


def test_it_counts_at_once_and_the_page_below_comes_again_too(tried: TriedHouse) -> None:
    start(tried).buttons["like"].click()
    open_languages(tried)
    pick(tried, "cy")
    page = languages_page(tried)
    assert page.heading.text() == WELSH(preferences.LANGUAGE_TITLE) != preferences.LANGUAGE_TITLE
    assert page.answers.chosen == "cy"
    focused = tried.focused()
    assert getattr(focused, "option_id", "") == "cy"
    page.next_pressed.emit()
    tried.page.next_pressed.emit()
    tried.settle()
    assert start(tried).heading.text() == WELSH(person.WELCOME_TITLE)


def test_what_is_chosen_stays_chosen_and_can_be_taken_back(tried: TriedHouse) -> None:
    start(tried).buttons["like"].click()
    open_languages(tried)
    pick(tried, "cy")
    pick(tried, "cy")
    assert languages_page(tried).answers.chosen == "cy"
    languages_page(tried).undo.click()
    tried.settle()
    assert languages_page(tried).heading.text() == preferences.LANGUAGE_TITLE
    assert languages_page(tried).answers.chosen == "en"
    assert tried.house.liking.liking == tried.house.liking.usual


def test_pages_are_read_by_the_voice_of_their_language_and_names_by_that_of_theirs(heard: TriedHouse) -> None:
    choose_at_start(heard, "cy")
    heard.house.speaking.read(start(heard).readings[:1])
    said = heard.voice.said[-1]
    assert (said.text, said.language) == (WELSH(person.WELCOME_TITLE), "cy")
    heard.house.speaking.read([each for each in start(heard).readings if each.text == "English"])
    assert heard.voice.said[-1].language == "en"


def test_each_name_is_heard_in_its_own_voice(heard: TriedHouse) -> None:
    tried = heard
    start(tried).buttons["like"].click()
    open_languages(tried).answers.hear_buttons["cy"].click()
    said = tried.voice.said[-1]
    assert (said.text, said.language) == ("Cymraeg", "cy")


class EnglishOnly(FakeVoice):
    """A computer that speaks nothing else."""

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        return self.offered if language == "en" else ()


def test_what_is_pointed_at_or_scanned_is_said_in_its_own_voice_too(heard: TriedHouse) -> None:
    tried = heard
    choose_at_start(tried, "cy")
    tried.house.liking.put(replace(tried.house.liking.liking, sound=Sound.POINTED))
    page = start(tried)
    for button, language in ((page.languages["en"], "en"), (page.buttons["start"], "cy")):
        tried.house.access.pointing._aim = button
        tried.house.access.pointing._on_settled()
        assert (tried.voice.said[-1].text, tried.voice.said[-1].language) == (button.words(), language)
    scanner = tried.house.access.switches.scanner
    scanner.begin(page, Pace(1_000, 1_000, rounds=1))
    texts = {"English": "en", page.buttons["start"].words(): "cy"}
    met: dict[str, str] = {}
    for _ in range(60):
        if len(scanner.ringed) == 1 and scanner.scan.stand is Stand.ITEM:
            target = scanner.ringed[0]
            assert isinstance(target, WordButton)
            met[target.words()] = scanner.language or "cy"
            scanner.move()
        else:
            scanner.press() if scanner.scan.stand is Stand.ROW else scanner.move()
        if texts.keys() <= met.keys():
            break
    assert texts.items() <= met.items()


def test_a_language_without_a_voice_says_so_in_plain_words(heard: TriedHouse) -> None:
    tried = heard
    voice = EnglishOnly()
    tried.house.speaking.replace_voice(voice)
    start(tried).buttons["like"].click()
    page = open_languages(tried)
    page.answers.hear_buttons["cy"].click()
    assert page.notice_words == "This computer has no voice for Cymraeg."
    assert not voice.said
    tried.house.speaking.is_on = False
    page.answers.hear_buttons["en"].click()
    assert page.notice_words == preferences.LANGUAGE_NO_SOUND


def test_a_voice_that_was_chosen_is_not_kept_for_another_language(heard: TriedHouse) -> None:
    tried = heard
    tried.house.liking.put(replace(tried.house.liking.liking, voice_id="fake"))
    choose_at_start(tried, "cy")
    assert tried.house.liking.liking.voice_id == ""
    assert not tried.voice.settings.chosen


def test_the_rest_spot_speaks_it_too(tried: TriedHouse) -> None:
    tried.house.liking.put(replace(tried.house.liking.liking, way=InputMethod.DWELL))
    choose_at_start(tried, "cy")
    assert tried.house.access._spot.accessibleName() == WELSH(pressing.REST_SPOT) != pressing.REST_SPOT


# --- in a session


def at_question(tried: TriedHouse) -> QuestionPage:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    return question_page(tried)


def question_page(tried: TriedHouse) -> QuestionPage:
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    return page


def test_the_page_of_a_session_comes_again_in_it_with_the_answer_kept(tried: TriedHouse) -> None:
    page = at_question(tried)
    before = tried.running.session.step
    next(iter(page.parts.values())).answers.choose("no")
    rest_and_pick(tried, "cy")
    assert tried.page.accessibleName() == WELSH(person.REST_TITLE)
    tried.page.back_pressed.emit()
    assert tried.page is tried.running.page is not page
    (part,) = question_page(tried).parts.values()
    assert tried.running.session.step == before
    assert part.answers.chosen == "no"
    assert part.question.prompt == load_pack(PACK, language="cy").question(part.question.id).prompt
    assert question_page(tried).control(Control.NEXT).words() == WELSH(person.NEXT)


def test_each_answer_is_sealed_with_the_wording_that_was_shown(tried: TriedHouse) -> None:
    (first,) = at_question(tried).parts.values()
    first.answers.choose("yes")
    tried.running.press_next()
    (second,) = question_page(tried).parts.values()
    second.answers.choose("no")
    rest_and_pick(tried, "cy")
    tried.page.back_pressed.emit()
    tried.running.press_next()
    tried.running.put_away()
    (session,) = tried.opened()
    told = {
        record.body["question"]: (record.body["wording"], record.body.get("answer"))
        for record in session.records
        if record.kind is RecordKind.ANSWER
    }
    english, welsh = load_pack(PACK), load_pack(PACK, language="cy")
    assert told[first.question.id] == (english.question(first.question.id).prompt, "yes")
    assert told[second.question.id] == (welsh.question(second.question.id).prompt, "no")


def test_what_was_hidden_stays_hidden_and_still_counts(tried: TriedHouse) -> None:
    page = at_question(tried)
    next(iter(page.parts.values())).answers.choose("no")
    tried.running.conceal(page)
    rest_and_pick(tried, "cy")
    tried.page.back_pressed.emit()
    page = question_page(tried)
    (part,) = page.parts.values()
    assert part.answers.chosen is None and page.hides_something
    assert page.given().of(part.question.id).answer == "no"
    page.reveal()
    assert part.answers.chosen == "no"


@pytest.mark.parametrize("until", [PageName.NEAR, PageName.CHECK, PageName.CONSENT, PageName.AREA])
def test_what_is_chosen_on_any_page_is_kept(tried: TriedHouse, until: PageName) -> None:
    begin(tried)
    walk_to(tried, until)
    tried.tour()._make_ready(tried.running)
    given = tried.running.given()
    rest_and_pick(tried, "cy")
    assert tried.running.given() == given
    assert not tried.running.page.missing()


def test_half_a_sign_and_typed_words_are_kept(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.SIGN)
    sign = tried.running.page
    assert isinstance(sign, SignPage)
    first = list(sign.grid.cards)[3]
    sign.grid.cards[first].click()
    rest_and_pick(tried, "cy")
    again = tried.running.page
    assert isinstance(again, SignPage)
    assert [name for name, card in again.grid.cards.items() if card.isChecked()] == [first]
    tried.page.back_pressed.emit()
    walk_to(tried, PageName.BEST)
    words = tried.running.page
    assert isinstance(words, WordsPage)
    words.box.typed.setPlainText("My own words")
    rest_and_pick(tried, "en")
    words = tried.running.page
    assert isinstance(words, WordsPage)
    assert words.box.typed.toPlainText() == "My own words"
    assert words.heading.text() == person.BEST_TITLE


def test_after_a_person_is_done_the_computer_speaks_its_own_language(tried: TriedHouse) -> None:
    at_question(tried)
    rest_and_pick(tried, "cy")
    tried.running.leave()
    tried.settle()
    assert start(tried).heading.text() == person.WELCOME_TITLE


# --- kept by the person, and by the computer


def test_it_is_kept_in_the_persons_profile_and_put_on_when_they_bring_it(tried: TriedHouse) -> None:
    choose_at_start(tried, "cy")
    raw = to_bytes(tried.house.liking.profile)
    assert tried.house.front is not None
    tried.house.front.show_start()
    tried.house.liking.use_profile(from_bytes(raw, "x").profile)
    tried.settle()
    assert start(tried).heading.text() == WELSH(person.WELCOME_TITLE)


def test_who_comes_back_by_their_sign_and_brings_it_goes_on_in_it(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    first, second = tried.running.session.facts.sign.split("+")
    tried.running.gone()
    tried.settle()
    start(tried).buttons["again"].click()
    asked = tried.page
    assert isinstance(asked, SignPage)
    for name in (second, first):
        asked.grid.cards[name].click()
    asked.next_pressed.emit()
    assert tried.page.heading.text() == person.COME_BACK_FOUND
    tried.house.liking.use_profile(Profile(liking=Preferences(language="cy")))
    tried.settle()
    page = tried.page
    assert isinstance(page, ActionPage)
    assert page.heading.text() == WELSH(person.COME_BACK_FOUND)
    page.buttons["on"].click()
    tried.settle()
    assert tried.running.session.pack.language == "cy"


def test_a_language_that_is_not_here_is_said_and_kept_all_the_same(tried: TriedHouse) -> None:
    tried.house.liking.use_profile(Profile(liking=Preferences(language="ur")))
    assert start(tried).heading.text() == person.WELCOME_TITLE
    start(tried).buttons["like"].click()
    assert preferences.LANGUAGE_AWAY in [reading.text for reading in tried.page.readings]
    assert tried.house.liking.profile.liking.language == "ur"


def test_a_computer_in_welsh_begins_in_it_and_goes_back_to_it(opened: OpenHouse) -> None:
    with opened(Settings(language="cy", voice=False)) as tried:
        assert start(tried).heading.text() == WELSH(person.WELCOME_TITLE)
        choose_at_start(tried, "en")
        assert start(tried).heading.text() == person.WELCOME_TITLE
        assert tried.house.front is not None
        tried.house.front.show_start()
        assert start(tried).heading.text() == WELSH(person.WELCOME_TITLE)


def test_the_opener_chooses_this_computers_language(tried: TriedHouse, tmp_path: Path) -> None:
    choose_at_start(tried, "cy")
    start(tried).buttons["opener"].click()
    assert tried.house.speaking.language == "en", "the opener's pages are in the computer's own language"
    part = tried.house.bring_opener_part()
    store = tried.house.store
    assert store is not None
    part._show_room(store, store.unlock(PHRASE))
    assert part.room is not None
    part.room._computer.start()
    page = tried.page
    tried.house.liking.speak("cy")
    tried.house.liking.speak("en")
    assert tried.house.window.stage.pages == (page,), "no page of somebody else's comes here"
    assert isinstance(page, DeskPage)
    page.acted.emit("language")
    asked = tried.page
    assert isinstance(asked, PickOnePage)
    assert {"Cymraeg", "English"} <= {reading.text for reading in asked.readings}
    asked.answers.choose("cy")
    asked.next_pressed.emit()
    assert isinstance(tried.page, DeskPage)
    assert load_settings(tmp_path / "config").language == "cy"
    part.room.leave()
    tried.settle()
    assert start(tried).heading.text() == WELSH(person.WELCOME_TITLE)


# --- a person's own papers


def papers_of(tried: TriedHouse) -> PersonPapers:
    assert tried.house.front is not None
    return tried.house.materials.papers(tried.house.front.tools, made_up=False)()


def language_of(pdf: bytes) -> str:
    return str(pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]["/Lang"])


def test_a_persons_papers_are_in_the_language_that_they_chose(tried: TriedHouse, tmp_path: Path) -> None:
    question = next(iter(load_pack(PACK, language="cy").questions(Stream.PERSON)))
    copy = OwnCopy(((question.id, AnswerGiven(AnswerStatus.ANSWERED, "yes")),), best="Y bobl")
    profile = Profile(liking=Preferences(language="cy"), helps="Mwy o amser").asked(date(2026, 11, 1))
    choose_at_start(tried, "cy")
    papers = papers_of(tried)
    made = {
        printed.MY_VIEWS_TITLE: papers.own_copy(copy),
        printed.SLIP_TITLE: papers.sign_slip("boat+key"),
        preferences.PAPER_TITLE: papers.how_to_ask_me(profile, "Dewi"),
    }
    for title, pdf in made.items():
        assert language_of(pdf) == "cy"
        assert WELSH(title) in text_of(pdf) and title not in text_of(pdf)
        assert not failures(pdf, tmp_path)
    assert question.prompt in " ".join(text_of(made[printed.MY_VIEWS_TITLE]).split())
    assert WELSH(printed.MY_VIEWS_BEST) in text_of(made[printed.MY_VIEWS_TITLE])
    assert "1 Tachwedd 2027" in " ".join(text_of(made[preferences.PAPER_TITLE]).split())
    choose_at_start(tried, "en")
    assert language_of(papers_of(tried).own_copy(copy)) == "en-GB"


def test_where_a_script_cannot_be_set_on_paper_the_whole_paper_is_english(opened: OpenHouse) -> None:
    with opened(Settings(voice=False), drafts=True) as tried:
        choose_at_start(tried, "ur")
        pdf = papers_of(tried).sign_slip("boat+key")
        assert language_of(pdf) == "en-GB"
        assert printed.SLIP_TITLE in text_of(pdf)
        assert tried.house.front is not None
        offer = ViewsPage(tried.house.front.tools, OwnCopy(), has_printer=True, has_sign=True)
        said = [reading.text for reading in offer.readings]
        assert tried.house.tongue.words(person.PAPER_IN_ENGLISH) in said
        choose_at_start(tried, "cy")
        offer = ViewsPage(tried.house.front.tools, OwnCopy(), has_printer=True, has_sign=True)
        assert WELSH(person.PAPER_IN_ENGLISH) not in [reading.text for reading in offer.readings]


def test_public_papers_stay_in_the_computers_own_language(tried: TriedHouse) -> None:
    choose_at_start(tried, "cy")
    assert tried.house.bring_opener_part()._house.paper_words().language == "en"


# --- as an eye and a screen reader meet it


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("code", ["cy", "ur"])
def test_start_and_how_i_like_it_are_whole_in_it(opened: OpenHouse, code: str, size: int) -> None:
    with opened(Settings(text_size=size, voice=False), drafts=True) as tried:
        tried.house.window.resize(1366, 768)
        choose_at_start(tried, code)
        assert not problems_of(tried.page)
        start(tried).buttons["like"].click()
        tried.settle()
        assert not problems_of(tried.page)
        open_languages(tried)
        tried.settle()
        assert not problems_of(tried.page)
