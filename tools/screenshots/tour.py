"""A walk through every page of the app with made-up answers: for pictures of them, and for tests.

The tour presses what a person would press; nothing is shown that a person could not reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName
from duq_desktop.preferences.input_methods import SwitchKey
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import ChoicePage, PickPage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.views_page import ExtrasPage, PickAnswersPage, ViewsPage
from duq_desktop.ui.person.front import FrontController
from duq_desktop.ui.person.pages.look_page import LookPage
from duq_desktop.ui.person.pages.more_page import WordsPage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.person.session_controller import InterviewController
from duq_desktop.ui.preferences.pages.ask_switch_page import AskSwitchPage
from duq_desktop.ui.preferences.pages.preferences_page import PreferencesPage, StepPage
from duq_desktop.ui.preferences.pages.profile_pages import TypedPage
from duq_desktop.ui.stage import Stage

PageOf = TypeVar("PageOf", bound=Page)

MOST_STEPS = 400
"""A tour that has not ended by then goes in circles."""


@dataclass
class Tour:
    """Goes from page to page; each name yielded is the page that stands on the stage then."""

    stage: Stage
    front: FrontController
    seen: set[str] = field(default_factory=set)

    def pages(self) -> Iterator[str]:
        """Every page of the app, each once, by name."""
        yield from self._around_start()
        self.front.ask_role()
        yield "role"
        self.front.ask_on_a_page(Stream.FAMILY, "")
        yield "questions-on-a-page"
        for stream, per_page in ((Stream.PERSON, 1), (Stream.FAMILY, 3), (Stream.STAFF, 1)):
            yield from self._session(stream, per_page)

    def _around_start(self) -> Iterator[str]:
        self.front.show_start()
        yield "start"
        self._start_page().buttons["like"].click()
        yield "like"
        yield from self._liking()
        self.front.show_start()
        self._start_page().buttons["about"].click()
        yield "about"
        self.stage.lift()
        self.front.host.over().put(AskSwitchPage(self.front.tools, SwitchKey.SPACE))
        yield "ask-switch"
        self.stage.lift()
        self._start_page().buttons["again"].click()
        yield "come-back"
        self.front.show_start()

    def _liking(self) -> Iterator[str]:
        """The small pages of "How I like it", and those that keep it; nothing is kept."""
        for part in ("words", "colours", "pictures", "voice", "press"):
            self._top(PreferencesPage).buttons[part].click()
            for number in range(MOST_STEPS):
                page = self.stage.page
                if not isinstance(page, StepPage):
                    break
                yield f"like-{part}-{number}"
                if part == "press" and "more" in page.others:
                    page.others["more"].click()
                    yield from self._keys()
                self._top(StepPage).next_pressed.emit()
        self._top(PreferencesPage).buttons["keep"].click()
        for name in ("helps", "helpers"):
            yield f"like-{name}"
            self._top(TypedPage).next_pressed.emit()
        yield "like-where"
        self._top(ActionPage).buttons["computer"].click()
        yield "like-sign"
        self._pick_sign(self._top(SignPage))
        self._top(SignPage).next_pressed.emit()
        yield "like-word"

    def _keys(self) -> Iterator[str]:
        """The two pages about keys, which lead back to the one before them."""
        for number in range(2):
            yield f"like-keys-{number}"
            self._top(StepPage).next_pressed.emit()

    def _top(self, kind: type[PageOf]) -> PageOf:
        page = self.stage.page
        assert isinstance(page, kind), page
        return page

    def _session(self, stream: Stream, per_page: int) -> Iterator[str]:
        self.front.begin(stream, per_page=per_page)
        running = self.front.running
        assert running is not None
        for _ in range(MOST_STEPS):
            name = f"{stream.value}-{running.session.step.page.value}"
            self._make_ready(running)
            if name not in self.seen:
                self.seen.add(name)
                yield name
                if running.session.step.page is PageName.QUESTION:
                    yield from self._beside(running, stream)
                if isinstance(running.page, ViewsPage):
                    yield from self._copy(running.page)
            if running.session.is_over:
                break
            running.press_next()
        self.front.show_start()

    def _copy(self, offer: ViewsPage) -> Iterator[str]:
        """The pages on which a person puts their own copy together; none is made."""
        offer.buttons["stick"].click()
        for _ in range(MOST_STEPS):
            page = self.stage.page
            if not isinstance(page, (ExtrasPage, PickAnswersPage)):
                break
            name = "person-views-extras" if isinstance(page, ExtrasPage) else "person-views-pick"
            if name not in self.seen:
                self.seen.add(name)
                yield name
            page.next_pressed.emit()
        yield "person-views-stick"
        while self.stage.layers > 1:
            self.stage.lift()

    def _beside(self, running: InterviewController, stream: Stream) -> Iterator[str]:
        """The pages beside a question page."""
        page = running.page
        assert isinstance(page, QuestionPage)
        part = next(iter(page.parts.values()))
        asides: dict[str, Callable[[], None]] = {
            "meaning": lambda: running.asides.meaning(part),
            "more": lambda: running.asides.more(part),
            "rest": running.asides.rest,
            "stop": running.asides.stop,
            "tell": running.asides.tell,
            "blank": running.asides.blank,
        }
        for name, lay in asides.items():
            lay()
            yield f"{stream.value}-beside-{name}"
            yield from self._deeper(name, stream)
            while self.stage.layers > 1:
                self.stage.lift()

    def _deeper(self, name: str, stream: Stream) -> Iterator[str]:
        top = self.stage.page
        if name == "more" and isinstance(top, WordsPage):
            top.box.keys_button.click()
            top.box.keys.keys["s"].click()
            yield f"{stream.value}-beside-more-keys"
            top.box.keys_button.click()
            top.box.wipe()
        if name == "more" and isinstance(top, WordsPage) and top.box.board is not None:
            top.box.way_button.click()
            top.box.board.choices[0].click()
            top.box.board.choices[0].click()
            yield f"{stream.value}-beside-more-pictures"
        if name == "stop" and isinstance(top, ActionPage):
            top.buttons["delete"].click()
            yield f"{stream.value}-beside-delete"

    def _make_ready(self, running: InterviewController) -> None:
        """Choose what a person alone would choose; a practice question is missed on purpose once."""
        page, step = running.page, running.session.step
        if isinstance(page, SignPage):
            self._pick_sign(page)
        elif isinstance(page, PickPage):
            list(page.cards.values())[1].setChecked(True)
        elif isinstance(page, QuestionPage):
            for part in page.parts.values():
                part.answers.cards[0].setChecked(True)
        elif isinstance(page, LookPage) and page.answers_given:
            page.show_button.click()
        elif isinstance(page, ChoicePage) and page.answers.cards:
            last = step.page is PageName.AREA_DONE
            page.answers.cards[-1 if last else 0].setChecked(True)
            if step.page is PageName.HELPED:
                page.answers.cards[1].setChecked(True)

    def _pick_sign(self, page: SignPage) -> None:
        """Two pictures that nobody has yet."""
        pairs = combinations(page.grid.cards, 2)
        first, second = next(pair for pair in pairs if not self.front.sign_taken("+".join(pair)))
        page.grid.cards[first].setChecked(True)
        page.grid.cards[second].setChecked(True)

    def _start_page(self) -> StartPage:
        page = self.stage.page
        assert isinstance(page, StartPage)
        return page
