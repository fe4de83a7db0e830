"""“My views”: the way from “Do you want a copy?” to a sheet of paper or a stick.

Everything is made in memory and forgotten with its page. Nothing of it is sealed or written down: whether
somebody took a copy is theirs alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Protocol

from duq_desktop.content.model import Stream
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.interview.inputs import Given
from duq_desktop.interview.own_copy import OwnCopy, about_harm, chosen, said_so_far
from duq_desktop.interview.session import Session
from duq_desktop.ui.flow.flow import ANY, BACK, LEFT, NEXT, Choose, Do, Flow, Leave, Stay, Step, Target, To
from duq_desktop.ui.flow.flow_runner import FlowRunner
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.pages.page import Page
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
from duq_desktop.unions import assert_never
from duq_desktop.words import person

EXTRAS, ANSWERS, DRIVE = "extras", "answers", "drive"
PRINTED, ON_STICK, SLIP_PRINTED = "printed", "on-stick", "slip-printed"
PICK = "pick"
ON = "on"
"""How the flow is left where it went on to its end."""


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

    def put_on_stick(self, stick: RemovableDrive, pdf: bytes) -> str:
        """Write onto the stick, through no other file."""


class ViewsWork(Enum):
    """What putting a copy together has done."""

    PRINT = "print"
    PRINT_SLIP = "print the slip"
    FIND_STICKS = "find the sticks"
    PUT_ON_STICK = "put it on the stick"


@dataclass(frozen=True)
class Picking:
    """One copy being put together; gone when it is made or given up.

    ``way`` is how it is wanted, ``harm`` the questions about harm, ``sticks`` those that are in and ``stick``
    the number of the one that was chosen. ``name`` is what the copy is called on it.
    """

    copy: OwnCopy
    harm: frozenset[str]
    way: str
    sign: str = ""
    left_out: frozenset[str] = frozenset()
    extras: frozenset[str] = frozenset()
    sticks: tuple[RemovableDrive, ...] = ()
    stick: int = 0
    name: str = ""

    @property
    def offered(self) -> list[str]:
        """The questions that can be in it: those about harm only when they were put in."""
        hidden = frozenset() if HARM in self.extras else self.harm
        return [name for name, _ in self.copy.answers if name not in hidden]

    def on_page(self, number: int) -> list[str]:
        """Those of them that stand on one page of picking."""
        return self.offered[number * ON_A_PAGE : (number + 1) * ON_A_PAGE]

    @property
    def has_extras(self) -> bool:
        """Whether there is anything that stays out unless picked."""
        return bool(self.harm) or self.copy.has_words

    def wanted(self) -> OwnCopy:
        """What goes in the copy."""
        out = self.left_out | (frozenset() if HARM in self.extras else self.harm)
        return chosen(self.copy, out, with_words=WORDS in self.extras)


@dataclass(frozen=True)
class ViewsPages:
    """Makes the pages of picking, and takes what is picked on them."""

    tools: Tools

    def extras(self, picking: Picking) -> ExtrasPage:
        """What stays out unless it is picked."""
        words, harm = picking.copy.has_words, bool(picking.harm)
        return ExtrasPage(self.tools, words=words, harm=harm, picked=picking.extras)

    def answers(self, number: int, picking: Picking) -> PickAnswersPage:
        """Some of the answers."""
        return PickAnswersPage(self.tools, picking.copy, picking.on_page(number), picking.left_out)

    def drive(self, picking: Picking) -> DrivePage:
        """Put a stick in; or which one, where there are several."""
        return DrivePage(self.tools, [stick.name for stick in picking.sticks])

    def made(self, title: str, concept: str, line: str, picking: Picking) -> MadePage:
        """It is made: where it is, and what it is called there."""
        page = MadePage(self.tools, title, (concept, line))
        if picking.name:
            page.add_line(self.tools.text(person.CALLED, name=picking.name), "")
        return page


def views_flow(pages: ViewsPages, copy: OwnCopy) -> Flow[Picking]:
    """Picking what goes in a copy, then out with it: by the printer or on a stick; or the slip at once."""
    made = {NEXT: Leave(ON), BACK: Leave(LEFT)}
    sheet = partial(pages.made, person.VIEWS_DONE, "printed-sheet", person.VIEWS_PRINTED)
    slip = partial(pages.made, person.VIEWS_SLIP_DONE, "printed-sheet", person.VIEWS_PRINTED)
    file = partial(pages.made, person.VIEWS_DONE, "usb-stick", person.VIEWS_ON_STICK)
    count = -(-len(copy.answers) // ON_A_PAGE)
    pick_first = Choose(_first_page, {EXTRAS: To(EXTRAS), ANSWERS: _after(-1, count)})
    put = Do(ViewsWork.PUT_ON_STICK, To(ON_STICK))
    look = Do(
        ViewsWork.FIND_STICKS,
        Choose(_how_many, {"0": Stay(person.VIEWS_NOT_FOUND), "1": put, "more": To(DRIVE)}),
    )
    return Flow.of(
        [
            Step(EXTRAS, pages.extras, {NEXT: _after(-1, count)}, take=_with_extras),
            *(
                Step(
                    f"{ANSWERS}{number}",
                    partial(pages.answers, number),
                    {NEXT: _after(number, count)},
                    take=partial(_with_answers, number),
                )
                for number in range(count)
            ),
            Step(DRIVE, pages.drive, {LOOK: look, ANY: put}, take=_with_stick, begin=_without_sticks),
            Step(ON_STICK, file, made),
            Step(PRINTED, sheet, made),
            Step(SLIP_PRINTED, slip, made),
        ],
        {PICK: pick_first, SLIP: Do(ViewsWork.PRINT_SLIP, To(SLIP_PRINTED), failed=Leave(LEFT))},
    )


def _after(number: int, count: int) -> Target[Picking]:
    """Where Next leads from one page of answers: to the next one with any on it, or out with the copy."""
    ways: dict[str, Target[Picking]] = {PRINT: Do(ViewsWork.PRINT, To(PRINTED)), STICK: To(DRIVE)}
    if number + 1 < count:
        ways[ANSWERS] = To(f"{ANSWERS}{number + 1}")
    return Choose(partial(_way_on, number + 1), ways)


def _way_on(number: int, picking: Picking) -> str:
    return ANSWERS if picking.on_page(number) else picking.way


def _first_page(picking: Picking) -> str:
    return EXTRAS if picking.has_extras else ANSWERS


def _how_many(picking: Picking) -> str:
    return str(len(picking.sticks)) if len(picking.sticks) < 2 else "more"


def _with_extras(picking: Picking, page: ExtrasPage) -> Picking:
    return replace(picking, extras=page.picked)


def _with_answers(number: int, picking: Picking, page: PickAnswersPage) -> Picking:
    others = picking.left_out - frozenset(picking.on_page(number))
    return replace(picking, left_out=others | page.left_out)


def _with_stick(picking: Picking, page: DrivePage) -> Picking:
    return replace(picking, stick=int(page.pressed) if page.pressed.isdigit() else 0)


def _without_sticks(picking: Picking) -> Picking:
    return replace(picking, sticks=(), stick=0)


class MyViewsController:
    """Makes the page that offers a copy, and leads through what follows from it.

    ``papers`` brings the parts in that make and print papers: heavy, so only once a copy is wanted.
    ``has_printer`` says whether this computer can print, and must be quick.
    """

    def __init__(
        self, tools: Tools, papers: Callable[[], PersonDocuments], has_printer: Callable[[], bool]
    ) -> None:
        self._tools = tools
        self._bring_papers = papers
        self._has_printer = has_printer

    def at_the_end(self, session: Session, host: PageHost) -> Page:
        """The session's own page, on ``host``. Next and “No copy” go on."""
        return self._offer(session, said_so_far(session), host)

    def before_another_day(self, session: Session, given: Given, host: PageHost) -> Page | None:
        """The offer before a person goes until another day; None when there is nothing to take away.

        ``given`` stands on the session's page and is not sealed yet.
        """
        if session.stream is not Stream.PERSON:
            return None
        copy = said_so_far(session, given)
        if copy.is_empty and not (self._has_printer() and session.facts.sign):
            return None
        return self._offer(session, copy, host, before_another_day=True)

    def _offer(
        self, session: Session, copy: OwnCopy, host: PageHost, *, before_another_day: bool = False
    ) -> Page:
        sign = session.facts.sign
        page = ViewsPage(
            self._tools,
            copy,
            has_printer=self._has_printer(),
            has_sign=bool(sign),
            before_another_day=before_another_day,
        )
        page.acted.connect(partial(self._act, page, copy, sign, host))
        return page

    def _act(self, offer: Page, copy: OwnCopy, sign: str, host: PageHost, way: str) -> None:
        if way == NO:
            offer.next_pressed.emit()
        elif way in (SLIP, PRINT, STICK):
            picking = Picking(copy, about_harm(copy, self._tools.pack), way, sign)
            PickingViews(offer, host, picking, self._bring_papers).start()


class PickingViews:
    """One way from the offer to a copy. Hide leads back to the offer, on which no answer shows.

    It lives as long as its pages do.
    """

    def __init__(
        self, offer: Page, host: PageHost, picking: Picking, papers: Callable[[], PersonDocuments]
    ) -> None:
        self._offer, self._papers, self._below = offer, papers, host
        self._host = host.over(self)
        flow = views_flow(ViewsPages(host.tools), picking.copy)
        entry = SLIP if picking.way == SLIP else PICK
        self._runner = FlowRunner(self._host, flow, picking, self, entry=entry)

    def start(self) -> None:
        """The first page of picking; or the slip, which needs none."""
        self._runner.start()

    def blank(self) -> None:
        """A blank page; coming back shows the offer, and nothing of what was picked."""
        self._host.stage.go_blank(self._host.tools.text(person.BLANK_LINE), self._host.leave)

    def tell(self) -> None:
        """Tell someone, as on the offer."""
        self._below.tell()

    def perform(self, work: ViewsWork, picking: Picking) -> Picking:
        """Print, look for sticks, or write on one. Raises ``ReportError``."""
        papers = self._papers()
        if work is ViewsWork.PRINT:
            papers.print_pdf(papers.own_copy(picking.wanted()))
        elif work is ViewsWork.PRINT_SLIP:
            papers.print_pdf(papers.sign_slip(picking.sign))
        elif work is ViewsWork.FIND_STICKS:
            return replace(picking, sticks=tuple(papers.sticks()), stick=0)
        elif work is ViewsWork.PUT_ON_STICK:
            name = papers.put_on_stick(picking.sticks[picking.stick], papers.own_copy(picking.wanted()))
            return replace(picking, name=name.removesuffix(".pdf"))
        else:
            assert_never(work)
        return picking

    def left(self, by: str) -> None:
        """Back to the offer, and on from it where the copy is made."""
        self._host.leave()
        if by == ON:
            self._offer.next_pressed.emit()
