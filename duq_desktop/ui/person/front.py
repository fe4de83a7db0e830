"""The start page and what it leads to: one respondent at a time, each with everything fresh."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from duq_desktop.content.model import Stream
from duq_desktop.errors import ExpectedError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Preferences
from duq_desktop.store.file.preview import InClear
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.person.pages.about_page import AboutPage
from duq_desktop.ui.person.pages.help_page import HelpPage
from duq_desktop.ui.person.pages.others_pages import ON_A_PAGE, on_a_page_page, role_page, stream_of
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.person.returning import ComingBack, ComingBackWays
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.stage import Stage
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.words import speech, trouble

if TYPE_CHECKING:  # what a session needs comes when the first one begins
    from duq_desktop.interview.sealed_session import SealedSession
    from duq_desktop.ui.person.session_controller import InterviewController
    from duq_desktop.ui.person.session_start import Beginning
    from duq_desktop.ui.preferences.preferences_flow import PreferencesFlow


@dataclass(frozen=True)
class FrontParts:
    """What the front works with.

    ``folder`` is what the start page shows of it; ``beginning`` brings what makes sessions in it;
    ``run_interview`` makes the controller of one session from the session and the way to delete it;
    ``open_opener`` leads to the opener's part of the app; ``like`` brings the door to "How I like it";
    ``turn_over`` ends the process after each person (answer mode); without it the start page shows.
    ``set_up_day`` leads to the facilitator's set-up of the day; without it there is no way to it.
    """

    stage: Stage
    tools: Tools
    speaking: Speaking
    liking: PreferencesApplier
    folder: InClear
    beginning: Callable[[], Beginning]
    run_interview: Callable[[SealedSession, Callable[[], None]], InterviewController]
    open_opener: Callable[[], None]
    like: Callable[[], PreferencesFlow]
    turn_over: Callable[[], None] | None = None
    set_up_day: Callable[[], None] | None = None


class FrontController(QObject):
    """Shows the start page and runs one session at a time."""

    def __init__(self, parts: FrontParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.host = PageHost(parts.stage, parts.tools, parts.speaking, self)
        """Where the pages of the front stand, and others over them."""
        self._running: InterviewController | None = None
        self._again: tuple[Page, Callable[[], Page]] | None = None
        self._is_liking = False
        self._shown: Page | None = None
        parts.liking.changed.connect(self._on_liking)
        self._coming_back = ComingBack(
            ComingBackWays(
                tools=lambda: self.tools,
                beginning=parts.beginning,
                like=parts.like,
                put=self._put,
                put_anew=self._put_anew,
                host=self.host,
                leave=self._back_to_start,
                run=self._run,
                begin_new=lambda sign: self.begin(Stream.PERSON, sign=sign),
                over=self._on_over,
            )
        )

    @property
    def is_with_person(self) -> bool:
        """Whether a page on which people answer stands now: no page of the opener, none of the day's."""
        pages = self._parts.stage.pages
        return self._running is not None or (bool(pages) and pages[0] is self._shown)

    def liked(self) -> None:
        """Somebody has changed how they like it: an untouched start page takes it off again."""
        self._is_liking = True

    @property
    def tools(self) -> Tools:
        """What the pages for this person are made with."""
        return self._parts.tools

    @property
    def running(self) -> InterviewController | None:
        """The session that runs, if one does."""
        return self._running

    def show_start(self) -> None:
        """The start page; nothing of the last respondent is left."""
        self._let_go()
        self._coming_back.asking = self._again = None
        self._parts.speaking.stop()
        self._parts.speaking.rest()
        self._parts.liking.reset()
        self._is_liking = False
        self._back_to_start()

    def _back_to_start(self) -> None:
        """The start page again for the same person: how they like it stays."""
        self._put_anew(self._start_page)

    def come_again(self) -> None:
        """Another language is spoken: what stands below "How I like it" comes again in it, as it was."""
        if self._running is not None:
            self._running.come_again()
        elif self._again is not None and self._again[0] in self._parts.stage.pages:
            old, make = self._again
            page = make()
            self.host.connect(page)
            self._again = (page, make)
            self._parts.stage.swap(old, page)

    def _start_page(self) -> Page:
        page = StartPage(
            self._parts.tools,
            " ".join(self._parts.folder.fingerprint_words),
            closes=self._parts.turn_over is not None,
            sets_up=self._parts.set_up_day is not None,
        )
        page.tell_of_switch(self._parts.liking.liking.way is InputMethod.DIRECT)
        ways: dict[str, Callable[[], None]] = {
            "start": lambda: self.begin(Stream.PERSON),
            "again": self._coming_back.ask,
            "like": self._like,
            "family": lambda: self.ask_on_a_page(Stream.FAMILY, ""),
            "staff": self.ask_role,
            "opener": self._parts.open_opener,
            "about": self._about,
            "day": self._parts.set_up_day or self.show_start,
        }
        page.chosen.connect(lambda way: ways[way]())
        page.language_chosen.connect(self._speak)
        return page

    def _speak(self, language: str) -> None:
        """This page comes again in another language, and the next person finds it as it was."""
        self._is_liking = True
        self._parts.liking.speak(language)

    def ask_role(self) -> None:
        """Staff and others say their role first: it decides whose stream their answers belong to."""
        page = role_page(self._parts.tools)

        def go_on() -> None:
            role = page.answers.chosen
            if role is None:
                page.notice(page.missing())
            else:
                self.ask_on_a_page(stream_of(role), role)

        page.next_pressed.connect(go_on)
        page.back_pressed.connect(self._back_to_start)
        self._put(page)

    def ask_on_a_page(self, stream: Stream, role: str) -> None:
        """Families and staff may have several questions on a page if they like."""
        page = on_a_page_page(self._parts.tools)

        def go_on() -> None:
            chosen = page.answers.chosen
            if chosen is None:
                page.notice(page.missing())
            else:
                self.begin(stream, role=role, per_page=ON_A_PAGE[chosen])

        page.next_pressed.connect(go_on)
        page.back_pressed.connect(self._back_to_start)
        self._put(page)

    def begin(self, stream: Stream, *, role: str = "", per_page: int = 1, sign: str = "") -> None:
        """A new session of ``stream``; ``role`` is that of staff and others, ``sign`` of who came back."""
        self._run(*self._parts.beginning().begin(stream, role=role, per_page=per_page, sign=sign))

    def keep_standing(self) -> None:
        """The computer may be about to end: what stands on a session's pages is sealed, and stays."""
        if self._running is not None:
            self._running.keep_standing()

    def put_away(self) -> None:
        """The app closes: what stands on a session's page is sealed and its key dropped."""
        if self._running is not None:
            self._running.put_away()

    def _on_over(self) -> None:
        """A person is done: nothing of them is left on the page, nor, in answer mode, in memory."""
        self.show_start()
        if self._parts.turn_over is not None:
            self._parts.turn_over()

    def _let_go(self) -> None:
        """The session is over here; nothing of it stays in memory."""
        if self._running is not None:
            self._running.deleteLater()
        self._running = None

    def sign_taken(self, sign: str) -> bool:
        """Whether somebody has this sign already."""
        return self._parts.beginning().store.sign_taken(sign)

    def show_fault(self) -> None:
        """Something went wrong inside the app: say so, and begin again at the start page."""
        with suppress(Exception):  # the fault may lie in the very page that is to be sealed
            self.put_away()
        self.show_start()
        page = self._parts.stage.page
        if isinstance(page, Page):
            page.notice(self._parts.tools.text(trouble.FAULT))

    def say_no_voice(self, no_voice: ExpectedError) -> None:
        """The app cannot speak here: on screen, with how to mend it; never a reason to stop."""
        page = self._parts.stage.page
        if not isinstance(page, Page) or page.notice_words:
            return
        again = WordButton(self._parts.tools.text(speech.TRY_AGAIN), mark=Mark.LISTEN)

        def retry() -> None:
            self._parts.speaking.voice.retry()
            self._parts.speaking.read(page.utterances())

        again.clicked.connect(retry)
        words = self._parts.tools.words.error(no_voice)
        if page.control(Control.LISTEN).hasFocus():
            page.notice(words, "no-sound", spoken=False, offer=again)
        else:
            page.mention(words, "no-sound", offer=again)

    def on_left_alone(self) -> None:
        """Nobody touched anything for some time: the page of a session goes blank."""
        if self._running is not None:
            self._running.rest_untouched()
        elif self._is_asking:
            self.show_start()

    @property
    def _is_asking(self) -> bool:
        """Whether a page stands on which somebody gave something of theirs, outside a session."""
        pages = self._parts.stage.pages
        by_sign = self._coming_back.asking in pages
        return by_sign or (self._is_liking and isinstance(pages[0], StartPage))

    def on_gone(self) -> None:
        """Nobody came back, or the computer slept: it becomes another day."""
        if self._running is not None:
            self._running.gone()

    def _run(self, interview: SealedSession, delete: Callable[[], None]) -> None:
        parts = self._parts
        running = parts.run_interview(interview, delete)
        running.setParent(self)
        self._running = running
        running.over.connect(self._on_over)
        running.start()

    def _about(self) -> None:
        page = AboutPage(self._parts.tools, self._parts.tools.pictures.sets.all().values())
        page.back_pressed.connect(self.host.lift)
        self.host.lay(page)

    def _like(self) -> None:
        self._is_liking = True
        self._parts.like().open(self.host)

    def _on_liking(self, liking: Preferences) -> None:
        """How to hold a switch is said to who has no such way yet."""
        for page in self._parts.stage.pages[:1]:
            if isinstance(page, StartPage):
                page.tell_of_switch(liking.way is InputMethod.DIRECT)

    def blank(self) -> None:
        """Blank, as on every page."""
        self.host.blank()

    def _put(self, page: Page) -> None:
        self._shown = page
        self._again = None
        self.host.put(page)

    def _put_anew(self, make: Callable[[], Page]) -> None:
        """Show a page that comes again when another language is spoken."""
        page = make()
        self._put(page)
        self._again = (page, make)

    def tell(self) -> None:
        """The help page from the start page: whom to turn to. A request needs a session to be sealed in."""
        page = HelpPage(self._parts.tools, Stream.PERSON, aside=True, can_ask=False)
        page.next_pressed.connect(self.host.lift)
        page.back_pressed.connect(self.host.lift)
        self.host.lay(page)
