"""The facilitator's set-up of a computer for one day: two pages, then answer mode or back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from duq_desktop.device.day_plan import DayPlan
from duq_desktop.ui.facilitator.pages.day_plan_pages import DayChoicesPage, DayPlacePage
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.stage import Stage
from duq_desktop.words import answer_mode


@dataclass(frozen=True)
class DayWays:
    """What the set-up leads to. ``day`` is how today is set now; ``keep`` saves it (raises ``OSError``).

    ``local`` are the names of the local contacts, ``outside`` that of the one outside this service.

    ``forget`` drops it; ``begin`` closes this window and begins answer mode; ``leave`` goes back.
    """

    day: DayPlan
    local: tuple[str, ...]
    outside: str
    keep: Callable[[DayPlan], None]
    forget: Callable[[], None]
    begin: Callable[[], None]
    leave: Callable[[], None]


class DaySetUp(QObject):
    """Leads through the two pages; nothing is kept before the end of the second."""

    def __init__(self, stage: Stage, tools: Tools, speaking: Speaking, ways: DayWays) -> None:
        super().__init__()
        self._stage, self._tools, self._speaking, self._ways = stage, tools, speaking, ways

    def start(self) -> None:
        """The first page."""
        self._ask_place(self._ways.day)

    def _ask_place(self, day: DayPlan) -> None:
        page = DayPlacePage(self._tools, day, self._ways.local, self._ways.outside)
        page.next_pressed.connect(lambda: self._ask_choices(page.day()))
        page.back_pressed.connect(self._ways.leave)
        self._put(page)

    def _ask_choices(self, day: DayPlan) -> None:
        page = DayChoicesPage(self._tools, day)
        acts: dict[str, Callable[[], None]] = {
            "begin": lambda: self._keep(page, self._ways.begin),
            "keep": lambda: self._keep(page, self._ways.leave),
            "forget": self._forget,
        }
        page.acted.connect(lambda name: acts[name]())
        page.back_pressed.connect(lambda: self._ask_place(page.day()))
        self._put(page)

    def _keep(self, page: DayChoicesPage, then: Callable[[], None]) -> None:
        try:
            self._ways.keep(page.day())
        except OSError as reason:
            page.notice(self._tools.text(answer_mode.DAY_NOT_KEPT, reason=reason.strerror or ""))
            return
        then()

    def _forget(self) -> None:
        self._ways.forget()
        self._ways.leave()

    def _put(self, page: Page) -> None:
        page.listen_pressed.connect(lambda: self._speaking.read(page.utterances()))
        page.speak_asked.connect(self._speaking.read)
        self._stage.show_page(page)
