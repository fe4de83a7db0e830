"""From the start page through one respondent's session: the parts of it, built when they are reached."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from duq_desktop.shell import lazy_imports
from duq_desktop.shell.answer_mode.exit_code import TurnEnd
from duq_desktop.shell.context import Context
from duq_desktop.store.file.preview import InClear
from duq_desktop.ui.flow.idle import IdleWatch
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.person.front import FrontController, FrontParts

if TYPE_CHECKING:
    from duq_desktop.interview.sealed_session import SealedSession
    from duq_desktop.store.inbox.store import Store
    from duq_desktop.ui.person.session_controller import InterviewController
    from duq_desktop.ui.preferences.preferences_flow import PreferencesFlow


class SessionRoute:
    """The start page and all that it leads to, for the folder that is open.

    ``front`` is its controller while a folder is open; ``watch`` notices when nobody is there.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.front: FrontController | None = None
        self.watch: IdleWatch | None = None

    def show(self, known: InClear, store: Callable[[], Store]) -> None:
        """The start page, from what stands in clear; ``store`` is brought in by what needs more."""
        self.front = FrontController(self._parts(known, store))
        context, front = self._context, self.front
        context.access.asking.begin(front, context.liking)
        with context.window.stage.unwatched():
            front.show_start()
        self._watch(front)

    def put_away(self) -> None:
        """Nobody's pages are there any more; what stood on them is let go."""
        if self.front is not None:
            self.front.put_away()
        self.front = None
        self._context.access.asking.end()

    def take_down(self) -> None:
        """Leave the application as it was found."""
        if self.watch is not None:
            self._context.app.removeEventFilter(self.watch)
            self.watch.deleteLater()

    def _parts(self, known: InClear, store: Callable[[], Store]) -> FrontParts:
        context, tools = self._context, self._context.tools(known)
        return FrontParts(
            stage=context.window.stage,
            tools=tools,
            speaking=context.speaking,
            liking=context.liking,
            folder=known,
            beginning=cache(lambda: lazy_imports.beginning(tools, store())),
            run_interview=lambda interview, delete: self._interview(tools, known, interview, delete),
            open_opener=lambda: context.open_opener(store()),
            like=self._preferences(tools, known),
            turn_over=(lambda: context.hand_over.end_turn(TurnEnd.OVER)) if context.one_turn else None,
            set_up_day=self._day(known, store),
        )

    def _watch(self, front: FrontController) -> None:
        context = self._context
        if self.watch is not None:
            self.watch.deleteLater()
        self.watch = IdleWatch.of(context.app, context.settings)
        self.watch.left_alone.connect(front.on_left_alone)
        self.watch.gone.connect(front.on_gone)
        context.window.stage.input_filters = (context.guard, *context.access.filters, self.watch)

    def _day(self, known: InClear, store: Callable[[], Store]) -> Callable[[], None] | None:
        """To the facilitator's set-up of the day; none during a turn or a try-out."""
        context = self._context
        return None if context.one_turn or known.made_up else lambda: context.hand_over.set_up_day(store())

    def _interview(
        self, tools: Tools, known: InClear, interview: SealedSession, delete: Callable[[], None]
    ) -> InterviewController:
        """The controller of one session; its pages are brought in with the first one."""
        context = self._context
        return lazy_imports.interview(
            interview,
            (context.window.stage, tools, context.speaking),
            context.materials.papers(tools, made_up=known.made_up),
            delete=delete,
            like=self._preferences(tools, known)(),
        )

    def _preferences(self, tools: Tools, known: InClear) -> Callable[[], PreferencesFlow]:
        """The door to "How I like it": its pages are brought in when somebody goes there."""
        context = self._context
        papers = context.materials.papers(tools, made_up=known.made_up)
        parts = (context.window.stage, tools, context.speaking, context.liking, context.folders.data, papers)
        return cache(lambda: lazy_imports.like_door(*parts))
