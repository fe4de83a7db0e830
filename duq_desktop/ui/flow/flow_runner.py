"""Carries a flow out: puts up the pages, passes their presses on, does the work that the flow asks for."""

from __future__ import annotations

from functools import partial
from typing import Any, Generic, Protocol

from PySide6.QtCore import QObject, QTimer

from duq_desktop.errors import ExpectedError
from duq_desktop.ui.flow.flow import BACK, NEXT, Flow, State
from duq_desktop.ui.flow.flow_run import End, FlowRun, Perform, Said, Show, Tell, Turn
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.pages.page import Page
from duq_desktop.unions import assert_never

PAINTED_MS = 60
"""How long a page that asks to wait has to be painted before the work begins."""


class FlowOwner(Protocol[State]):
    """Whoever began a flow."""

    def perform(self, work: Any, state: State) -> State:
        """Do this work of the flow's; the state after it. Raises ``ExpectedError``."""

    def left(self, by: str) -> None:
        """The flow is left, by that name; its pages still stand."""


class FlowRunner(QObject, Generic[State]):
    """Runs ``flow`` on ``host`` for ``owner``, from the state it begins with; ``entry`` is the way in."""

    def __init__(
        self,
        host: PageHost,
        flow: Flow[State],
        state: State,
        owner: FlowOwner[State],
        *,
        entry: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._host, self._owner = host, owner
        self._run = FlowRun(flow, state, entry)
        self._page: Page | None = None

    @property
    def is_over(self) -> bool:
        """Whether the flow was left, and everything that was given in it forgotten."""
        return self._run.is_over

    def start(self) -> None:
        """Go in: usually the first page shows."""
        self._follow(self._run.start())

    def drop(self) -> None:
        """Nothing that was given is known any more; the page stays, and its presses lead nowhere."""
        self._run.forget()
        self._page = None

    def _follow(self, turn: Turn) -> None:
        match turn:
            case Show(step, said):
                self._say(said, self._put(step))
            case Tell(said):
                self._say(said, self._page)
            case Perform():
                self._begin(turn)
            case End(by, said):
                self._page = None
                self._owner.left(by)
                self._say(said, self._host.page)
            case _:
                assert_never(turn)

    def _put(self, step: str) -> Page:
        page: Page = self._run.page(step)
        page.next_pressed.connect(partial(self._press, page, NEXT))
        page.back_pressed.connect(partial(self._press, page, BACK))
        page.acted.connect(partial(self._press, page))
        self._page = page
        self._host.put(page)
        return page

    def _press(self, page: Page, name: str) -> None:
        if page is self._page:
            self._follow(self._run.press(name, page))

    def _say(self, said: Said, page: Page | None) -> None:
        """Calmly on ``page``, and read aloud where that is possible."""
        tools = self._host.tools
        sentence = said.sentence or (tools.text(said.message) if said.message else "")
        if said.trouble is not None:
            sentence = tools.words.error(said.trouble)
        if sentence and page is not None:
            page.notice(sentence, said.concept)

    def _begin(self, turn: Perform) -> None:
        """Do the work now; after a page or a sentence that asks to wait was painted, if the flow has one."""
        if turn.meanwhile:
            self._put(turn.meanwhile)
        elif turn.wait:
            self._say(Said(turn.wait, "wait"), self._page)
        else:
            self._perform(turn.work)
            return
        QTimer.singleShot(PAINTED_MS, self._page or self, partial(self._perform, turn.work))

    def _perform(self, work: Any) -> None:
        if self._run.is_over:
            return
        try:
            state = self._owner.perform(work, self._run.state)
        except ExpectedError as trouble:
            self._follow(self._run.failed(trouble))
        else:
            self._follow(self._run.done(state))
