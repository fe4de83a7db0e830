"""“My views”: the way from “Do you want a copy?” to a sheet of paper or a stick.

Everything is made in memory and forgotten with its page. Nothing of it is sealed or written down: whether
somebody took a copy is theirs alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from duq_desktop.content.model import Stream
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.errors import ExpectedError
from duq_desktop.interview.inputs import Given
from duq_desktop.interview.own_copy import OwnCopy, about_harm, chosen, said_so_far
from duq_desktop.interview.session import Session
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.pages.views_page import (
    HARM,
    LOOK,
    NO,
    ON_A_PAGE,
    PRINT,
    SLIP,
    STICK,
    WORDS,
    DrivePage,
    ExtrasPage,
    MadePage,
    PickAnswersPage,
    ViewsPage,
)
from duq_desktop.ui.stage import Stage
from duq_desktop.words import person


class PersonDocuments(Protocol):
    """Makes a person's papers and brings them out. Raises ``ReportError``."""

    def own_copy(self, copy: OwnCopy) -> bytes:
        """The PDF of a copy."""

    def sign_slip(self, sign: str) -> bytes:
        """The PDF of the slip."""

    def print_pdf(self, pdf: bytes) -> None:
        """Print from memory."""

    def sticks(self) -> Sequence[RemovableDrive]:
        """The sticks that are in now."""

    def put_on_stick(self, stick: RemovableDrive, pdf: bytes) -> None:
        """Write onto the stick, through no other file."""


@dataclass
class _Picking:
    """One copy being put together; gone when it is made or given up."""

    copy: OwnCopy
    harm: frozenset[str]
    way: str
    base: int
    left_out: set[str] = field(default_factory=set)
    extras: frozenset[str] = frozenset()

    @property
    def offered(self) -> list[str]:
        """The questions that can be in it: those about harm only when they were put in."""
        hidden = frozenset() if HARM in self.extras else self.harm
        return [name for name, _ in self.copy.answers if name not in hidden]

    @property
    def has_extras(self) -> bool:
        """Whether there is anything that stays out unless picked."""
        return bool(self.harm) or self.copy.has_words

    def wanted(self) -> OwnCopy:
        """What goes in the copy."""
        out = frozenset(self.left_out) | (frozenset() if HARM in self.extras else self.harm)
        return chosen(self.copy, out, with_words=WORDS in self.extras)


class MyViewsController:
    """Makes the page that offers a copy, and what follows from it.

    ``papers`` brings the parts in that make and print papers: heavy, so only once a copy is wanted.
    ``has_printer`` says whether this computer can print, and must be quick.
    """

    def __init__(
        self,
        stage: Stage,
        tools: Tools,
        speaking: Speaking,
        papers: Callable[[], PersonDocuments],
        has_printer: Callable[[], bool],
    ) -> None:
        self._stage = stage
        self._tools = tools
        self._speaking = speaking
        self._bring_papers = papers
        self._has_printer = has_printer

    def at_the_end(self, session: Session, tell: Callable[[], None]) -> Page:
        """The session's own page. Next and “No copy” go on; ``tell`` is "Tell someone"."""
        copy = said_so_far(session)
        page = ViewsPage(
            self._tools, copy, has_printer=self._has_printer(), has_sign=bool(session.facts.sign)
        )
        page.acted.connect(lambda way: self._act(page, way, copy, session.facts.sign, tell))
        return page

    def before_another_day(self, session: Session, given: Given, tell: Callable[[], None]) -> Page | None:
        """The offer before a person goes until another day; None when there is nothing to take away.

        ``given`` stands on the session's page and is not sealed yet.
        """
        if session.stream is not Stream.PERSON:
            return None
        copy = said_so_far(session, given)
        has_printer = self._has_printer()
        if copy.is_empty and not (has_printer and session.facts.sign):
            return None
        page = ViewsPage(
            self._tools,
            copy,
            has_printer=has_printer,
            has_sign=bool(session.facts.sign),
            before_another_day=True,
        )
        page.acted.connect(lambda way: self._act(page, way, copy, session.facts.sign, tell))
        return page

    def _act(self, offer: Page, way: str, copy: OwnCopy, sign: str, tell: Callable[[], None]) -> None:
        if way == NO:
            offer.next_pressed.emit()
            return
        harm = about_harm(copy, self._tools.pack)
        picking = _Picking(copy, harm, way, self._stage.layers)
        steps = _Steps(self._stage, self._tools, self._speaking, picking, tell, self._finish, offer)
        if way == SLIP:
            self._print(steps, lambda: self._bring_papers().sign_slip(sign), person.VIEWS_SLIP_DONE)
        elif way in (PRINT, STICK):
            steps.show(0)

    def _finish(self, picking: _Picking, steps: _Steps) -> None:
        """Everything was picked: print, or ask for the stick."""
        if picking.way == STICK:
            self._ask_stick(picking, steps)
            return
        wanted = picking.wanted()
        self._print(steps, lambda: self._bring_papers().own_copy(wanted), person.VIEWS_DONE)

    def _print(self, steps: _Steps, make: Callable[[], bytes], title: str) -> None:
        try:
            self._bring_papers().print_pdf(make())
        except ExpectedError as trouble:
            steps.say(trouble)
            return
        steps.made(title, ("printed-sheet", person.VIEWS_PRINTED))

    def _ask_stick(self, picking: _Picking, steps: _Steps, found: Sequence[RemovableDrive] = ()) -> None:
        page = DrivePage(self._tools, [stick.name for stick in found])

        def act(way: str) -> None:
            if way != LOOK:
                self._put(found[int(way)], picking, steps)
                return
            sticks = self._bring_papers().sticks()
            if not sticks:
                page.notice(self._tools.text(person.VIEWS_NOT_FOUND))
            elif len(sticks) == 1:
                self._put(sticks[0], picking, steps)
            else:
                self._ask_stick(picking, steps, sticks)

        page.acted.connect(act)
        page.back_pressed.connect(steps.show_last)
        steps.put(page)

    def _put(self, stick: RemovableDrive, picking: _Picking, steps: _Steps) -> None:
        papers = self._bring_papers()
        try:
            papers.put_on_stick(stick, papers.own_copy(picking.wanted()))
        except ExpectedError as trouble:
            steps.say(trouble)
            return
        steps.made(person.VIEWS_DONE, ("usb-stick", person.VIEWS_ON_STICK))


class _Steps:
    """The pages of picking, laid over the offer one by one. Hide leads back to the offer: no answer shows."""

    def __init__(
        self,
        stage: Stage,
        tools: Tools,
        speaking: Speaking,
        picking: _Picking,
        tell: Callable[[], None],
        done: Callable[[_Picking, _Steps], None],
        offer: Page,
    ) -> None:
        self._stage, self._tools, self._speaking = stage, tools, speaking
        self._picking = picking
        self._tell = tell
        self._done = done
        self._offer = offer

    def show(self, number: int) -> None:
        """Page ``number`` of picking: what stays out first if there is any, then the answers."""
        picking = self._picking
        first = 1 if picking.has_extras else 0
        if number < 0:
            self.leave()
        elif number < first:
            self._show_extras()
        elif (number - first) * ON_A_PAGE >= len(picking.offered):
            self._done(picking, self)
        else:
            self._show_answers(number, (number - first) * ON_A_PAGE)

    def show_last(self) -> None:
        """The last page of picking again."""
        answers = -(-len(self._picking.offered) // ON_A_PAGE)
        self.show(answers - 1 + self._picking.has_extras)

    def put(self, page: Page) -> None:
        """Lay ``page`` over the offer in place of the one before."""
        self.leave()
        page.listen_pressed.connect(lambda: self._speaking.read(page.utterances()))
        page.speak_asked.connect(self._speaking.read)
        page.hide_pressed.connect(self._hide)
        page.tell_pressed.connect(self._tell)
        self._stage.lay_over(page)

    def say(self, trouble: ExpectedError) -> None:
        """One calm sentence on the page that shows."""
        page = self._stage.page
        if isinstance(page, Page):
            page.notice(self._tools.words.error(trouble))

    def made(self, title: str, line: Line) -> None:
        """It is made: Next goes on from the offer, Back leads to it."""
        page = MadePage(self._tools, title, line)
        page.next_pressed.connect(self._go_on)
        page.back_pressed.connect(self.leave)
        self.put(page)

    def _go_on(self) -> None:
        self.leave()
        self._offer.next_pressed.emit()

    def leave(self) -> None:
        """Back to the offer; nothing of what was picked shows."""
        while self._stage.layers > self._picking.base:
            self._stage.lift()

    def _show_extras(self) -> None:
        picking = self._picking
        page = ExtrasPage(
            self._tools, words=picking.copy.has_words, harm=bool(picking.harm), picked=picking.extras
        )

        def keep(then: Callable[[], None]) -> None:
            picking.extras = page.picked
            then()

        page.next_pressed.connect(lambda: keep(lambda: self.show(1)))
        page.back_pressed.connect(lambda: keep(self.leave))
        self.put(page)

    def _show_answers(self, number: int, start: int) -> None:
        picking = self._picking
        ids = picking.offered[start : start + ON_A_PAGE]
        page = PickAnswersPage(self._tools, picking.copy, ids, picking.left_out)

        def keep(then: int) -> None:
            picking.left_out -= set(ids)
            picking.left_out |= page.left_out
            self.show(then)

        page.next_pressed.connect(lambda: keep(number + 1))
        page.back_pressed.connect(lambda: keep(number - 1))
        self.put(page)

    def _hide(self) -> None:
        self._stage.go_blank(self._tools.text(person.BLANK_LINE), self.leave)
