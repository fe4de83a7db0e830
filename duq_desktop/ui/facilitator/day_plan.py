"""The facilitator's set-up of a computer for one day: two pages, then answer mode or back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from duq_desktop.device.day_plan import DayPlan
from duq_desktop.errors import ExpectedError
from duq_desktop.ui.facilitator.pages.day_plan_pages import DayChoicesPage, DayPlacePage
from duq_desktop.ui.flow.flow import NEXT, Do, Flow, Leave, Step, To
from duq_desktop.ui.flow.flow_runner import FlowRunner
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.unions import assert_never
from duq_desktop.words import answer_mode

PLACE, CHOICES = "place", "choices"
BEGIN = "begin"


class DayWork(Enum):
    """What the set-up of a day has done."""

    KEEP = "keep"
    FORGET = "forget"


class DayKeeper(Protocol):
    """Whoever began the set-up of a day."""

    def keep_day(self, day: DayPlan) -> None:
        """Today is like this. Raises ``OSError``."""

    def forget_day(self) -> None:
        """Today is like every day."""

    def begin_turns(self) -> None:
        """Close this window and begin answer mode."""

    def leave_day(self) -> None:
        """Back to where the set-up was begun."""


@dataclass(frozen=True)
class DayPages:
    """Makes the two pages.

    ``local`` are the names of the local contacts, ``outside`` that of the one outside this service.
    """

    tools: Tools
    local: tuple[str, ...]
    outside: str

    def place(self, day: DayPlan) -> DayPlacePage:
        """Where we are, and who is there."""
        return DayPlacePage(self.tools, day, self.local, self.outside)

    def choices(self, day: DayPlan) -> DayChoicesPage:
        """What there is today, and the ways on."""
        return DayChoicesPage(self.tools, day)


def day_flow(pages: DayPages) -> Flow[DayPlan]:
    """The two pages; nothing is kept before the end of the second."""
    keep, forget = Do(DayWork.KEEP, Leave()), Do(DayWork.FORGET, Leave())
    begin = Do(DayWork.KEEP, Leave(BEGIN))
    return Flow.of(
        [
            Step(PLACE, pages.place, {NEXT: To(CHOICES)}, take=_day_on),
            Step(CHOICES, pages.choices, {"begin": begin, "keep": keep, "forget": forget}, take=_day_on),
        ]
    )


class DaySetUp:
    """Leads through the two pages on ``host``, from ``day``, for ``keeper``."""

    def __init__(self, host: PageHost, pages: DayPages, day: DayPlan, keeper: DayKeeper) -> None:
        self._keeper = keeper
        self._runner = FlowRunner(host, day_flow(pages), day, self)

    def start(self) -> None:
        """The first page."""
        self._runner.start()

    def perform(self, work: DayWork, day: DayPlan) -> DayPlan:
        """Keep the day, or forget it. Raises ``ExpectedError`` when the folder cannot be written."""
        try:
            self._do(work, day)
        except OSError as reason:
            raise ExpectedError(answer_mode.DAY_NOT_KEPT, reason=reason.strerror or "") from reason
        return day

    def left(self, by: str) -> None:
        """To answer mode, or back."""
        if by == BEGIN:
            self._keeper.begin_turns()
        else:
            self._keeper.leave_day()

    def _do(self, work: DayWork, day: DayPlan) -> None:
        if work is DayWork.KEEP:
            self._keeper.keep_day(day)
        elif work is DayWork.FORGET:
            self._keeper.forget_day()
        else:
            assert_never(work)


def _day_on(_day: DayPlan, page: DayPlacePage | DayChoicesPage) -> DayPlan:
    return page.day()
