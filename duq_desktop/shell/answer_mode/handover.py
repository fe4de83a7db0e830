"""Handing the computer on: the set-up of a day, and the turns of answer mode, for the running app."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from duq_desktop.device.day_plan import DayPlan, forget_day, load_day, save_day
from duq_desktop.light_dataclass import dataclass
from duq_desktop.settings import Settings
from duq_desktop.shell.answer_mode.exit_code import TurnEnd
from duq_desktop.shell.system_end import SystemEnd
from duq_desktop.store.file.preview import InClear
from duq_desktop.ui.answer_window import AnswerWindow
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.window import Window
from duq_desktop.vault.pins import PinState, check_pin

if TYPE_CHECKING:
    from duq_desktop.store.file.home import Home
    from duq_desktop.store.inbox.store import Store
    from duq_desktop.ui.facilitator.day_plan import DayKeeper, DaySetUp
    from duq_desktop.ui.person.front import FrontController


@dataclass(frozen=True)
class PartsForHandOver:
    """What the app gives. ``data`` and ``config`` are folders; ``close`` lets everything go.

    ``day_set_up`` makes the set-up of a day, from where its pages stand, the home, the day and its keeper;
    ``start_turns`` begins answer mode on the two folders. Both are brought in when they are wanted.
    """

    app: QApplication
    window: Window
    data: Path
    config: Path
    liking: PreferencesApplier
    speaking: Speaking
    settings: Callable[[], Settings]
    tools: Callable[[Store], Tools]
    show_front: Callable[[Store], None]
    close: Callable[[], None]
    day_set_up: Callable[[PageHost, Home, DayPlan, DayKeeper], DaySetUp]
    start_turns: Callable[[Path, Path], None]


class HandOver:
    """``day`` is how today was set up, or None. It counts from the first page on."""

    def __init__(self, parts: PartsForHandOver) -> None:
        self._parts = parts
        self.day = load_day(parts.config, date.today().isoformat())
        self.set_up: DaySetUp | None = None
        self._store: Store | None = None
        self.use_settings()

    def use_settings(self) -> None:
        """The computer's settings, with what counts today instead of every day."""
        settings = self._parts.settings()
        day = self.day
        if day is None:
            self._parts.liking.use_settings(settings)
        else:
            self._parts.liking.use_settings(replace(settings, way=day.way), day.ways)

    def may_begin(self, store: InClear) -> bool:
        """Whether a turn can begin: nobody is there who could set anything up or compare a key.

        Raises ``ExpectedError`` when the key is not the one noted here.
        """
        parts = self._parts
        return store.is_set_up and (
            store.made_up or check_pin(parts.config, store.fingerprint, parts.data) is PinState.SAME
        )

    def end_turn(self, end: TurnEnd, reason: str = "") -> None:
        """This process is done with its person; the next one gets a fresh one."""
        parts = self._parts
        if reason:
            print(reason, file=sys.stderr)
        if isinstance(parts.window, AnswerWindow):
            parts.window.let_close()
        parts.close()
        QTimer.singleShot(0, parts.app, lambda: parts.app.exit(end))

    def heed_system_end(self, front: Callable[[], FrontController | None]) -> None:
        """From now on: when the system ends this process, ``front``'s pages are sealed before it goes."""

        def keep_standing() -> None:
            standing = front()
            if standing is not None:
                standing.keep_standing()

        ending = SystemEnd(self._parts.app)
        ending.may_come.connect(keep_standing)
        ending.has_come.connect(self.end_in_order)

    def end_in_order(self) -> None:
        """The system ends this process: what stands is sealed, keys are dropped, the folder is let go."""
        parts = self._parts
        is_turn = isinstance(parts.window, AnswerWindow)
        try:
            if isinstance(parts.window, AnswerWindow):
                parts.window.let_close()
            parts.close()
        finally:
            parts.app.exit(TurnEnd.CUT_OFF if is_turn else 0)

    def set_up_day(self, store: Store) -> None:
        """The facilitator's two pages, in this computer's language; they lead to answer mode, or back."""
        parts = self._parts
        parts.liking.speak(parts.settings().language)
        today = DayPlan(date.today().isoformat(), way=parts.settings().way)
        self._store = store
        host = PageHost(parts.window.stage, parts.tools(store), parts.speaking)
        self.set_up = parts.day_set_up(host, store.home, self.day or today, self)
        self.set_up.start()

    def keep_day(self, day: DayPlan) -> None:
        """Today is like this, from the next page on. Raises ``OSError``."""
        save_day(day, self._parts.config)
        self.day = day
        self.use_settings()

    def forget_day(self) -> None:
        """Today is like every day."""
        forget_day(self._parts.config)
        self.day = None
        self.use_settings()

    def leave_day(self) -> None:
        """The start page again."""
        if self._store is not None:
            self._parts.show_front(self._store)

    def begin_turns(self) -> None:
        """This process makes way for the cover and its turns; the folder is let go first."""
        self._parts.close()
        self._parts.start_turns(self._parts.data, self._parts.config)
        self._parts.app.exit(0)
