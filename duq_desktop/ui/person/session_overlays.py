"""The pages beside a session: they lie over its page and leave it as it was.

What it means, tell us more, tell someone, a rest, stop, delete, change an answer, and the blank page.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Protocol, TypeVar

from duq_desktop.content.model import Question, Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.inputs import AnswerGiven, Given, WordsGiven
from duq_desktop.interview.records import AnswerStatus
from duq_desktop.interview.sealed_session import SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.person.pages.help_page import HelpPage
from duq_desktop.ui.person.pages.meaning_page import MeaningPage
from duq_desktop.ui.person.pages.more_page import MorePage
from duq_desktop.ui.person.pages.question_page import Asked, OneQuestion, QuestionPage
from duq_desktop.ui.stage import Stage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import person, preferences

_G = TypeVar("_G")


class Host(Protocol):
    """What the pages beside a session need of its controller."""

    interview: SealedSession
    is_done: bool

    @property
    def page(self) -> Page:
        """The session's own page."""

    def given(self) -> Given:
        """What stands on the session's page."""

    def attempt(self, act: Callable[[], None], then: Callable[[], None]) -> None:
        """Do and go on, or say calmly why not."""

    def connect_page(self, page: Page) -> None:
        """Listen, Hide and Tell someone work on every page."""

    def conceal(self, page: Page) -> None:
        """Take what was given off ``page``; it is kept."""

    def leave(self) -> None:
        """Back to the start page."""

    def open_like(self, sign: str) -> None:
        """ "How I like it" over the page that shows."""

    @property
    def likes_are_kept(self) -> bool:
        """Whether anybody's way of liking it is kept on this computer."""

    def forget_like(self) -> None:
        """Leads to deleting how the person likes it."""

    def views_page(self, given: Given) -> Page | None:
        """The offer of a copy before another day; None when there is nothing to take away."""


class _Unfinished:
    """A page beside the session's with something given on it, which is kept once, and anew when it changes.

    ``kept`` is what is kept already.
    """

    def __init__(
        self, page: Page, given: Callable[[], _G], keep: Callable[[_G], None], kept: _G | None = None
    ) -> None:
        self.page = page
        self._given, self._keep, self._kept = given, keep, kept

    def keep(self) -> None:
        """Keep what stands there, unless it is kept. Raises ``StoreError``."""
        now = self._given()
        if now != self._kept:
            self._keep(now)
            self._kept = now


class SessionOverlays:
    """Lays pages over the session's page. ``delete`` destroys the session's sealed keys."""

    def __init__(self, host: Host, stage: Stage, tools: Tools, delete: Callable[[], None]) -> None:
        self._host = host
        self._stage = stage
        self._tools = tools
        self._delete = delete
        self._unfinished: list[_Unfinished] = []
        self._resting: Page | None = None

    def fold(self) -> None:
        """Keep what stands on the pages beside the session's, as leaving them would; they stay.

        Raises ``StoreError``; it can be called again, and keeps then what has come since.
        """
        for each in reversed(self._unfinished):
            if each.page in self._stage.pages:
                each.keep()

    def blank(self) -> None:
        """A blank page; coming back shows nothing that was given."""
        self._stage.go_blank(self._tools.text(person.BLANK_LINE), self._on_returned)

    def tell(self) -> None:
        """The help page; leaving it seals a record, whatever was pressed on it.

        Once the session is over there is nothing left that a request could be sealed in.
        """
        may_ask = not self._host.is_done
        page = HelpPage(self._tools, self._host.interview.session.stream, aside=True, can_ask=may_ask)
        told = _Unfinished(page, page.given, self._host.interview.tell)

        def leave() -> None:
            self._host.attempt(told.keep, self._stage.lift)

        for pressed in (page.next_pressed, page.back_pressed):
            pressed.connect(leave if may_ask else self._stage.lift)
        self._lay(page)
        if may_ask:
            self._begin(told)

    def meaning(self, part: OneQuestion) -> None:
        """What the question means."""
        unclear = part.given().status is AnswerStatus.DONT_UNDERSTAND
        page = MeaningPage(self._tools, part.question, unclear=unclear)
        page.not_understood.connect(lambda _id, on: part.put(_not_understood(part.given(), on)))
        page.back_pressed.connect(self._stage.lift)
        self._lay(page)

    def more(self, part: OneQuestion, *, changes: bool = False) -> None:
        """Tell us more to one question; the words are sealed, and go back to its page.

        ``changes``: the question is asked again from "Look at my answers". Where they cannot be sealed
        "Keep my words" says so and stays; Back goes, and the question's page calls them not kept yet.
        """
        stream = self._host.interview.session.stream
        page = MorePage(self._tools, part.question, stream, part.given())

        def is_told() -> bool:
            sentence = page.missing()
            if sentence:
                page.notice(sentence)
            else:
                part.tell(page.given())
            return not sentence

        def keep() -> None:
            if is_told():
                self._host.attempt(lambda: self._seal_words(part, changes), self._stage.lift)

        def back() -> None:
            if is_told():
                with suppress(StoreError):
                    self._seal_words(part, changes)
                self._stage.lift()

        page.next_pressed.connect(keep)
        page.back_pressed.connect(back)
        self._lay(page)
        self._begin(_Unfinished(page, page.fitting, part.tell))
        if part.hides_something:
            self._host.conceal(page)

    def _seal_words(self, part: OneQuestion, changes: bool) -> None:
        """Words that are not sealed yet. Raises ``StoreError``."""
        given, question_id = part.given(), part.question.id
        told = WordsGiven(given.words, given.words_by, given.may_quote)
        if told == part.sealed_words:
            return
        interview = self._host.interview
        if changes:
            words = {"words": told.words, "words_by": told.words_by, "may_quote": told.may_quote}
            before = interview.session.answers[question_id]
            interview.change(question_id, replace(before, **words))  # type: ignore[arg-type]
        else:
            interview.keep_words(question_id, given)
        part.mark_sealed()

    def change(self, question: Question, before: AnswerGiven, done: Callable[[AnswerGiven], None]) -> None:
        """Ask a question again from "Look at my answers"."""
        session = self._host.interview.session
        page = QuestionPage(self._tools, (question,), {question.id: before}, asked_in(session))
        page.show_controls({Control.LISTEN, Control.HIDE, Control.BACK, Control.NEXT, Control.TELL})
        page.next_pressed.connect(lambda: done(page.given().of(question.id)))
        page.back_pressed.connect(self._stage.lift)
        page.more_asked.connect(lambda _id: self.more(page.parts[question.id], changes=True))
        page.meaning_asked.connect(lambda _id: self.meaning(page.parts[question.id]))
        self._lay(page)

        def keep(now: AnswerGiven) -> None:
            self._host.interview.change(question.id, now)
            page.mark_sealed()

        self._begin(_Unfinished(page, lambda: page.given().of(question.id), keep, kept=before))

    def rest(self) -> None:
        """A short rest keeps the key; another day drops it."""
        self._resting = self._rest_page()
        self._lay(self._resting)

    def come_again(self) -> None:
        """Another language is spoken: the page from which "How I like it" is reached comes again in it."""
        old = self._resting
        if old is not None and old in self._stage.pages:
            self._resting = self._rest_page()
            self._host.connect_page(self._resting)
            self._stage.swap(old, self._resting)

    def _rest_page(self) -> Page:
        session = self._host.interview.session
        options = [
            Option("short", person.REST_SHORT, "short-rest"),
            Option("day", person.REST_DAY, "another-day"),
            Option("like", person.HOW_I_LIKE_IT, "text-size"),
            Option("on", person.REST_GO_ON, "next"),
        ]
        lines = [("", person.REST_DAY_LINE if session.facts.sign else person.REST_DAY_START)]
        if session.stream is not Stream.PERSON:
            # Without a sign nobody could find their session again.
            del options[1], lines[0]
        page = ActionPage(self._tools, person.REST_TITLE, options, lines=lines)
        acts = {"short": self.short_rest, "day": self.another_day, "like": self.like, "on": self._stage.lift}
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self._stage.lift)
        return page

    def short_rest(self) -> None:
        """Seal what stands on the page; then a blank page, the key kept."""

        def go() -> None:
            while self._stage.layers > 1:
                self._stage.lift()
            self.blank()

        self._host.attempt(self.keep_all, go)

    def keep_all(self) -> None:
        """Seal what stands on every page, and stay. Raises ``StoreError``."""
        self.fold()
        self._host.interview.pause(self._host.given())
        if isinstance(self._host.page, QuestionPage):
            self._host.page.mark_sealed()

    def another_day(self) -> None:
        """Offer a copy while the answers are still known; then seal, drop the key, say that it is safe."""
        given = self._host.given()
        page = self._host.views_page(given)
        if page is None:
            self._seal_until_another_day(given)
            return
        page.next_pressed.connect(lambda: self._seal_until_another_day(given))
        page.back_pressed.connect(self._stage.lift)
        self._lay(page)

    def _seal_until_another_day(self, given: Given) -> None:
        has_sign = bool(self._host.interview.session.facts.sign)
        lines = person.DAY_LINES if has_sign else person.DAY_START_LINES
        self._host.attempt(
            lambda: self._host.interview.another_day(given),
            lambda: self._farewell(person.DAY_TITLE, lines),
        )

    def like(self) -> None:
        """How I like it, tried live."""
        self._host.open_like(self._host.interview.session.facts.sign)

    def stop(self) -> None:
        """Stop asks: keep what I said, or delete it."""
        page = ActionPage(
            self._tools,
            person.STOP_TITLE,
            [
                Option("keep", person.STOP_KEEP, "keep"),
                Option("delete", person.STOP_DELETE, "delete"),
                Option("on", person.STOP_GO_ON, "next"),
            ],
        )
        acts = {"keep": self._stop_and_keep, "delete": self._ask_delete, "on": self._stage.lift}
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self._stage.lift)
        self._lay(page)

    def _stop_and_keep(self) -> None:
        given = self._host.given()
        self._host.attempt(
            lambda: self._host.interview.stop_and_keep(given),
            lambda: self._farewell(person.STOPPED_TITLE, person.STOPPED_LINES),
        )

    def _ask_delete(self) -> None:
        page = ActionPage(
            self._tools,
            person.DELETE_TITLE,
            [Option("no", person.DELETE_NO, "keep"), Option("yes", person.DELETE_YES, "delete")],
            lines=person.DELETE_LINES,
        )
        acts = {"yes": self._do_delete, "no": self._stage.lift}
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(self._stage.lift)
        self._lay(page)

    def _do_delete(self) -> None:
        may_forget = self._host.likes_are_kept
        self._host.attempt(
            self._delete,
            lambda: self._farewell(person.DELETED_TITLE, person.DELETED_LINES, may_forget=may_forget),
        )

    def _farewell(
        self,
        title: str,
        lines: tuple[tuple[str, str], ...],
        *,
        may_forget: bool = False,
    ) -> None:
        """The end; with ``may_forget``, and what else is kept of the person can be deleted too."""
        self._host.is_done = True
        options = [Option("leave", person.THANKS_LEAVE, "finish")]
        if may_forget:
            options.append(Option("forget", preferences.FORGET, "delete"))
        page = ActionPage(
            self._tools,
            title,
            options,
            lines=lines,
            shown=frozenset({Control.LISTEN}),
            main="leave",
        )
        acts = {"leave": self._host.leave, "forget": self._host.forget_like}
        page.acted.connect(lambda name: acts[name]())
        self._host.connect_page(page)
        self._stage.show_page(page)

    def _begin(self, unfinished: _Unfinished) -> None:
        """From now on what stands on this page is kept when all is; those that are gone are let go of."""
        there = self._stage.pages
        self._unfinished = [*(each for each in self._unfinished if each.page in there), unfinished]

    def _lay(self, page: Page) -> None:
        self._host.connect_page(page)
        self._stage.lay_over(page)

    def _on_returned(self) -> None:
        for page in self._stage.pages:
            if isinstance(page, Page):
                self._host.conceal(page)
        self._stage.lift()


def asked_in(session: Session) -> Asked:
    """How this session asks: its stream, its answers, their order."""
    return Asked(session.stream, session.answer_format, bool(session.order % 2))


def _not_understood(answer: AnswerGiven, on: bool) -> AnswerGiven:
    status = AnswerStatus.DONT_UNDERSTAND if on else None
    return AnswerGiven(status, None, answer.words, answer.words_by, answer.may_quote)
