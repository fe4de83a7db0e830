"""One respondent's session on the stage: each press is sealed before the next page shows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from duq_desktop.errors import ExpectedError, SignTaken, StoreError
from duq_desktop.interview.inputs import Given
from duq_desktop.interview.page_state import PageState
from duq_desktop.interview.records import Near, Support
from duq_desktop.interview.sealed_session import SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import PageName
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.choice_page import ChoicePage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.sign_page import SignPage
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.pages.views_page import PickAnswersPage
from duq_desktop.ui.person.page_prefetch import PagePrefetch
from duq_desktop.ui.person.pages.look_page import LookPage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.person.pages.scene import Scene
from duq_desktop.ui.person.pages.session_pages import build_page
from duq_desktop.ui.person.session_overlays import SessionOverlays
from duq_desktop.ui.preferences.preferences_flow import PreferencesFlow
from duq_desktop.ui.stage import Stage
from duq_desktop.ui.widgets.answers import Choice
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.words import person
from duq_desktop.words import trouble as words


class ViewsOffer(Protocol):
    """Offers a person a copy of what they said."""

    def at_the_end(self, session: Session, host: PageHost) -> Page:
        """The session's own page."""

    def before_another_day(self, session: Session, given: Given, host: PageHost) -> Page | None:
        """The page beside it, before another day."""


class InterviewController(QObject):
    """Runs an ``SealedSession`` on a ``Stage``.

    ``delete`` destroys the session's sealed keys. ``like`` is the door to "How I like it".
    ``my_views`` makes the pages on which a person may take a copy of their own views.
    """

    over = Signal()
    """The respondent is done, stopped, or rests until another day: back to the start page."""

    def __init__(
        self,
        interview: SealedSession,
        stage: Stage,
        tools: Tools,
        speaking: Speaking,
        *,
        delete: Callable[[], None],
        like: PreferencesFlow,
        my_views: ViewsOffer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.interview = interview
        self._stage = stage
        self._tools = tools
        self._speaking = speaking
        self._my_views = my_views
        self._like = like
        self._page: Page | None = None
        self.is_done = False
        self.asides = SessionOverlays(self, stage, tools, delete)
        self.host = PageHost(stage, tools, speaking, self.asides)
        self.ahead = PagePrefetch(stage, self._build, self._next_standing, self)

    @property
    def session(self) -> Session:
        """The session that runs."""
        return self.interview.session

    @property
    def page(self) -> Page:
        """The session's own page, seen or under another."""
        assert self._page is not None
        return self._page

    def open_like(self, sign: str) -> None:
        """ "How I like it" over the page that shows."""
        self._like.open(self.host, sign)

    @property
    def likes_are_kept(self) -> bool:
        """Whether anybody's way of liking it is kept on this computer."""
        return self._like.own_way.has_some

    def forget_like(self) -> None:
        """Leads to deleting how the person likes it."""
        self._like.forget(self.host)

    def start(self) -> None:
        """Show the first page."""
        self._show_step()

    def views_page(self, given: Given) -> Page | None:
        """The offer of a copy before another day; None when there is nothing to take away."""
        return self._my_views.before_another_day(self.session, given, self.host)

    def given(self) -> Given:
        """What was given on the page, as far as it can be sealed; what Hide covered counts."""
        return self.page.fitting()

    def attempt(self, act: Callable[[], None], then: Callable[[], None]) -> None:
        """Do ``act``, then ``then``. When it cannot be saved, the page stays and says so calmly."""
        try:
            act()
        except StoreError as trouble:
            self.say_trouble(trouble)
            return
        then()

    def say_trouble(self, trouble: ExpectedError) -> None:
        """One calm sentence on the page that shows; nothing on it is lost."""
        shown = self._stage.page
        page = shown if isinstance(shown, Page) else self.page
        if isinstance(trouble, SignTaken) and isinstance(page, SignPage) and not page.make_room():
            trouble = SignTaken(words.SIGN_FULL)
        page.notice(self._tools.words.error(trouble))

    def connect_page(self, page: Page) -> None:
        """What every page can do, whether it is the session's own or beside it."""
        self.host.connect(page)

    def conceal(self, page: Page) -> None:
        """Take what was given off ``page``: nothing given shows, and nothing given is lost."""
        was_offered = page.hides_something
        page.conceal()
        if page.hides_something and not was_offered:
            self._offer_to_show(page)

    def leave(self) -> None:
        """The session is over here; whatever its pages held goes with them."""
        self.ahead.stop()
        self._speaking.stop()
        self.over.emit()

    def keep_standing(self) -> None:
        """The computer may be about to end: seal what stands on every page, and stay."""
        if not (self.is_done or self.interview.is_over):
            with suppress(StoreError):
                self.asides.keep_all()

    def rest_untouched(self) -> None:
        """Nobody touched anything: a short rest begins by itself, also when nothing can be saved."""
        if self.is_done or self.interview.is_over:
            self.leave()
        elif not isinstance(self._stage.page, Blank):
            self.keep_standing()
            while isinstance(self._stage.page, PickAnswersPage):
                self._stage.lift()
            self.asides.blank()

    def gone(self) -> None:
        """Nobody came back: another day. The key is dropped even when the last page cannot be saved."""
        self.put_away()
        self.leave()

    def put_away(self) -> None:
        """Seal what stands on every page as far as possible, and drop the key."""
        self.ahead.stop()
        if self.is_done or self.interview.is_over:
            return
        self.is_done = True
        with suppress(StoreError):
            self.asides.fold()
        try:
            self.interview.another_day(self.given())
        except StoreError:
            self.interview.drop_key()

    def come_again(self) -> None:
        """Another language is spoken: the session goes on in it, and its page keeps what stands on it."""
        old, was_hidden, given = self.page, self.page.hides_something, self.given()
        self.session.speak(self._tools.pack)
        page = self._page = self._build(self.session.standing_with(given))
        self._connect(page)
        if isinstance(page, QuestionPage) and isinstance(old, QuestionPage):
            page.stand_for(old)
        old.reveal()
        carry_over(old, page)
        if was_hidden:
            self.conceal(page)
        self._stage.swap(old, page)
        self.asides.come_again()

    def _show_step(self) -> None:
        self.session.wants_two = self._like.liking.liking.two_answers
        standing = self.session.standing
        with self._stage.unwatched():
            is_laid_out, made = self.ahead.is_laid_out, self.ahead.take(standing)
            page = self._page = made or self._build(standing)
            self._connect(page)
            self._stage.show_page(page, is_laid_out=is_laid_out and made is not None)

    def _build(self, standing: PageState) -> Page:
        """The page of a standing, heard by nobody yet."""
        if standing.step.page is PageName.MY_VIEWS:
            return self._my_views.at_the_end(self.session, self.host)
        page = build_page(Scene(self._tools, standing))
        self._offer_alone(page, standing)
        if standing.is_over:
            page.show_controls({Control.LISTEN, Control.NEXT})
            page.set_control_words(Control.NEXT, self._tools.text(person.THANKS_LEAVE))
        return page

    def _next_standing(self) -> PageState | None:
        """Where Next would lead now; None where it leads nowhere, or another page lies over this one."""
        page = self._page
        if page is None or self._stage.page is not page or self.is_done or self.session.is_over:
            return None
        if page.missing() or self._wants_rest():
            return None
        return self.session.standing_after(self.given())

    def _connect(self, page: Page) -> None:
        self.connect_page(page)
        page.next_pressed.connect(self.press_next)
        page.back_pressed.connect(self._on_back)
        page.rest_pressed.connect(self.asides.rest)
        page.stop_pressed.connect(self.asides.stop)
        for choice in page.findChildren(Choice):
            choice.toggled.connect(self.ahead.look)
        if isinstance(page, QuestionPage):
            page.more_asked.connect(lambda name: self.asides.more(page.parts[name]))
            page.meaning_asked.connect(lambda name: self.asides.meaning(page.parts[name]))
        if isinstance(page, LookPage):
            page.change_asked.connect(self._on_change)

    def _offer_alone(self, page: Page, standing: PageState) -> None:
        """ "I want to be alone now" stands on each page with answers while somebody is near or helps."""
        somebody = bool(standing.near - {Near.NOBODY}) or standing.support is not Support.ALONE
        if not (page.holds_answers and somebody):
            return
        button = WordButton(self._tools.text(person.ALONE_NOW), mark=Mark.HIDE)
        button.clicked.connect(
            lambda: self.attempt(self.interview.alone_now, lambda: self._alone(page, button))
        )
        page.add(button)

    def _alone(self, page: Page, button: WordButton) -> None:
        button.hide()
        page.notice(self._tools.text(person.ALONE_NOW_DONE), "alone")

    def _offer_to_show(self, page: Page) -> None:
        """After Hide: what was chosen is kept; one press shows it again."""
        button = WordButton(self._tools.text(person.SHOW_GIVEN), mark=Mark.MORE)

        def show() -> None:
            button.hide()
            page.reveal()

        button.clicked.connect(show)
        page.add_first(button)

    def press_next(self) -> None:
        """Seal what is on the page and show the next; a page that lacks something says what."""
        if self.interview.is_over:
            self.leave()
            return
        if self.page.missing():
            self.page.notice(self.page.missing())
            return
        if self._wants_rest():
            self.asides.rest()
            return
        given = self.given()
        self.attempt(lambda: self.interview.next(given), self._show_step)

    def _wants_rest(self) -> bool:
        """After an area "Have a rest" is one of the cards."""
        page = self.page
        is_after_area = self.session.step.page is PageName.AREA_DONE
        return is_after_area and isinstance(page, ChoicePage) and page.chosen == "rest"

    def _on_back(self) -> None:
        if not self.session.can_go_back:
            self.asides.stop()
            return
        given = self.given()
        self.attempt(lambda: self.interview.back(given), self._show_step)

    def _on_change(self, question_id: str) -> None:
        before = self.session.answers[question_id]
        self.asides.change(
            self._tools.pack.question(question_id),
            before,
            lambda answer: self.attempt(lambda: self.interview.change(question_id, answer), self._show_step),
        )


def carry_over(old: Page, new: Page) -> None:
    """What is chosen on ``old`` is chosen on ``new`` too: the same page in another language."""
    pairs = zip(old.findChildren(Choice), new.findChildren(Choice), strict=False)
    chosen = [there for here, there in pairs if here.isChecked() and here.option_id == there.option_id]
    for choice in chosen:
        choice.setChecked(True)
