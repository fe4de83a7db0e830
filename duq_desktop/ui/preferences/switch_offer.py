"""From one held switch to scanning that fits: asked on a page of its own, then tried, then back to the page.

Nothing changes before Yes, and all is as it was after No, after Back, and when nobody presses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject

from duq_desktop.preferences.input_methods import InputMethod, SwitchKey, SwitchTimes
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.pages.ask_switch_page import NO, ONE, AskSwitchPage
from duq_desktop.ui.preferences.pages.switch_page import SwitchPage
from duq_desktop.ui.preferences.switches import SwitchControl
from duq_desktop.ui.stage import Stage


class Asked(Protocol):
    """Whoever has put up the pages on which people answer."""

    @property
    def tools(self) -> Tools:
        """What pages are made with."""

    @property
    def is_with_person(self) -> bool:
        """Whether such a page stands now, and none of the opener's or the facilitator's."""

    @property
    def host(self) -> PageHost:
        """Where these pages stand."""

    def liked(self) -> None:
        """Somebody has changed how they like it."""


class SwitchAsking(QObject):
    """Asks whoever held a switch. ``begin`` says whose pages stand on ``stage``."""

    def __init__(
        self, stage: Stage, switches: SwitchControl, asking: Callable[[], None], parent: QObject
    ) -> None:
        """``asking`` is called before the question is up: the page will be scanned."""
        super().__init__(parent)
        self._stage, self._asking = stage, asking
        self._front: Asked | None = None
        self._liking: PreferencesApplier | None = None
        switches.may_ask = self.may_ask
        switches.held.held.connect(self.ask)
        switches.scanner.rested.connect(self._on_rested)

    def begin(self, front: Asked, liking: PreferencesApplier) -> None:
        """From now on these are the pages on which people answer."""
        self._front, self._liking = front, liking

    def end(self) -> None:
        """Nobody answers here now."""
        self._front = self._liking = None

    def may_ask(self) -> bool:
        """Whether a person stands on the page that shows."""
        return self._front is not None and self._front.is_with_person

    def ask(self, key: SwitchKey) -> None:
        """Lay the question over the page that shows."""
        if self._front is not None:
            self._ask(key, self._front.host.over())

    def _ask(self, key: SwitchKey, ground: PageHost) -> None:
        assert self._front is not None
        self._asking()
        page = AskSwitchPage(self._front.tools, key)
        page.acted.connect(lambda name: self._answered(name, key, ground))
        ground.put(page)

    def _answered(self, name: str, key: SwitchKey, ground: PageHost) -> None:
        if name == NO:
            ground.leave()
        else:
            self._try(InputMethod.ONE_SWITCH if name == ONE else InputMethod.TWO_SWITCHES, key, ground)

    def _try(self, way: InputMethod, key: SwitchKey, ground: PageHost) -> None:
        """The way counts from now on, so that what is tried is what will be; Back takes it off again."""
        if self._front is None or self._liking is None:
            return
        liking, before = self._liking, self._liking.liking
        times = replace(before.switch, chooses=key)
        liking.put(replace(before, way=way, switch=times))
        self._front.liked()
        page = SwitchPage(self._front.tools, way, times, is_known=True)

        def back() -> None:
            liking.put(before)
            self._ask(key, ground)

        page.back_pressed.connect(back)
        page.acted.connect(lambda _name: self._take(page.times, ground))
        ground.put(page)

    def _take(self, times: SwitchTimes, ground: PageHost) -> None:
        if self._liking is not None:
            self._liking.put(replace(self._liking.liking, switch=times))
        ground.leave()

    def _on_rested(self) -> None:
        """Nobody pressed: perhaps something lay on a key."""
        if isinstance(self._stage.page, AskSwitchPage):
            self._stage.lift()
