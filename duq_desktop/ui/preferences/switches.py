"""One switch and two switches, in force for the whole window while a person has that way.

It filters the application's events before every other filter: what the switch sends reaches no button
and no text box, so that a press never counts twice. How long a page is deaf after it comes up is the
``KeyGuard``'s to say; which presses count is ``access.presses``'; what they mean is ``access.scan``'s.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from duq_desktop.preferences.input_methods import InputMethod, SwitchKey, SwitchTimes
from duq_desktop.preferences.preferences import Preferences, Sound
from duq_desktop.ui.access.held_switch import HeldSwitch
from duq_desktop.ui.access.presses import Act, Presses, PressTimes
from duq_desktop.ui.access.scan import Pace
from duq_desktop.ui.access.scanner import Scanner
from duq_desktop.ui.access.switch_keys import DOWN, TYPED_IN, UP, is_on_a_button, key_of, repeats_itself
from duq_desktop.ui.access.targets import Text, is_scroller, is_there
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.preferences.pages.ask_switch_page import AskSwitchPage
from duq_desktop.ui.preferences.pages.switch_page import SwitchPage
from duq_desktop.ui.stage import Stage
from duq_desktop.ui.widgets.answers import AnswerSet, Choice
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.guard import KeyGuard
from duq_desktop.ui.widgets.page_frame import PageFrame
from duq_desktop.ui.widgets.picture_board import PictureBoard
from duq_desktop.ui.widgets.typed_words import TypedWords

GOING_ON = 2.0
"""Before the app goes on by itself it waits this many times the longer step, and four seconds at least."""
GOING_ON_LEAST = 4_000
FOR_EVER = 1_000_000
"""While the switch is tried the ring never rests."""


class SwitchControl(QObject):
    """Follows the liking (``use``) and the stage (``page_changed``)."""

    def __init__(
        self,
        stage: Stage,
        speaking: Speaking,
        guard: KeyGuard,
        text: Text,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app, self._stage, self._speaking, self._guard = app, stage, speaking, guard
        self._liking = Preferences()
        self.may_ask: Callable[[], bool] = lambda: False
        """Whether somebody stands on a page where one may ask whether they use a switch."""
        self.held = HeldSwitch(stage, self._may_ask, lambda: self._liking.keys.repeat)
        self._switches: dict[SwitchKey, Presses] = {}
        self.scanner = Scanner(stage, text, self._is_held_up, self._is_finishing)
        self.scanner.stepped.connect(self._on_stepped)
        self.scanner.chose.connect(self._on_chose)
        self._up_at: dict[SwitchKey, float] = {}
        self._pressed_at = 0.0
        self._followed: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        app.installEventFilter(self)

    @property
    def way(self) -> InputMethod:
        """The way in force: the person's, or the one that the page tries with them."""
        page = self._stage.page
        return page.way if isinstance(page, SwitchPage | AskSwitchPage) else self._liking.way

    @property
    def is_on(self) -> bool:
        """Whether switches are heard and the page is scanned."""
        return self.way in (InputMethod.ONE_SWITCH, InputMethod.TWO_SWITCHES)

    @property
    def times(self) -> SwitchTimes:
        """The times in force: the person's, or those that the page tries with them."""
        page = self._stage.page
        return page.times if isinstance(page, SwitchPage | AskSwitchPage) else self._liking.switch

    def use(self, liking: Preferences) -> None:
        """This liking counts from now on."""
        before, self._liking = self._liking, liking
        if (before.way, before.switch) != (liking.way, liking.switch):
            self._begin_soon()

    def page_changed(self) -> None:
        """Another page comes up: what is held down was not meant for it."""
        for switch in self._switches.values():
            switch.forget()
        self.scanner.stop()
        self._begin_soon()

    def begin_anew(self) -> None:
        """Scan the page that shows from its beginning: after the clock was set."""
        self.scanner.stop()
        self._begin_soon()

    def take_down(self) -> None:
        """The app closes."""
        self._liking = Preferences()
        self.held.stop()
        self._timer.stop()
        self.scanner.stop()
        self._app.removeEventFilter(self)

    def look(self) -> None:
        """What has come due while a switch is held down."""
        now = self.scanner.clock()
        for key, switch in self._switches.items():
            self._act(key, switch.due(now), now)
        self._aim()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event was the switch's, and is kept from everybody else."""
        if not isinstance(event, QInputEvent) or self._guard.is_passing_on:
            return False
        taken = self.held.take(event)
        if taken is not None or not self.is_on:
            return bool(taken)
        key = key_of(event)
        if key is None or not (event.type() in DOWN or event.type() in UP):
            return False
        learning = self._learning()
        if learning is not None:
            return not is_on_a_button(event, self._stage.window()) and self._learn(learning, key, event)
        if key not in self._keys() or self._is_somebody_elses(event):
            return False
        if not repeats_itself(event):
            self._switched(key, down=event.type() in DOWN)
        return True

    def _may_ask(self) -> bool:
        """Only who has no such way yet is asked, and nobody who presses by staying."""
        return self._liking.way is InputMethod.DIRECT and not self.is_on and self.may_ask()

    def _is_somebody_elses(self, event: QInputEvent) -> bool:
        """Whether words are typed, or a mouse was moved to a button of the page that only asks."""
        if isinstance(event, QKeyEvent):
            return self._types_words()
        asks = isinstance(self._stage.page, AskSwitchPage)
        return asks and is_on_a_button(event, self._stage.window()) and not self.held.is_at_place(event)

    def _switched(self, key: SwitchKey, *, down: bool) -> None:
        now = self.scanner.clock()
        switch = self._switches.setdefault(key, Presses(self._press_times()))
        page = self._stage.page
        if down and not switch.is_down:
            self._pressed_at = now
            if isinstance(page, SwitchPage) and page.is_trying and key in self._up_at:
                page.gap(now - self._up_at[key])
        if down:
            switch.times = self._press_times()
            self.scanner.hold()
            act = switch.down(now, ignored=not self._guard.is_awake())
        else:
            self._up_at[key] = now
            switch.up(now)
            act = Act.NOTHING
        self._act(key, act, now)
        self._aim()

    def _act(self, key: SwitchKey, act: Act, now: float) -> None:
        if act is Act.HIDE:
            self._hide()
        elif act is Act.PRESS:
            if self.way is InputMethod.TWO_SWITCHES and key is self.times.moves:
                self.scanner.move()
            else:
                self.scanner.press()

    def _hide(self) -> None:
        """A long press is Hide, at once, on every page that has it."""
        page = self._stage.page
        if isinstance(page, PageFrame) and not page.control(Control.HIDE).isHidden():
            page.hide_pressed.emit()

    def _begin_soon(self) -> None:
        """Once the page stands: it is laid out, and has gone to its top, after the next two turns.

        The stage is asked for by both, so that neither turn comes when it is gone.
        """
        QTimer.singleShot(0, self._stage, lambda: QTimer.singleShot(0, self._stage, lambda: self._begin()))

    def _begin(self) -> None:
        """Scan the page that shows, or go on scanning it at another pace."""
        page = self._stage.page
        self._follow(page)
        if not self.is_on or page is None or self._learning() is not None:
            self.scanner.stop()
            return
        own = page.ring_goes_to if isinstance(page, SwitchPage) and page.is_trying else ()
        if self.scanner.page is page and self.scanner.own == own:
            self.scanner.set_pace(self._pace())
        else:
            self.scanner.begin(page, self._pace(), own)

    def _follow(self, page: QWidget | None) -> None:
        """The page that tries a switch says when it wants another thing."""
        if isinstance(page, SwitchPage) and page is not self._followed:
            page.phase_changed.connect(self._begin_soon)
        self._followed = page

    def _pace(self) -> Pace:
        page, times = self._stage.page, self.times
        if isinstance(page, SwitchPage) and page.is_trying:
            return Pace(page.try_step, page.try_step, rounds=FOR_EVER)
        return Pace(times.step, times.first, times.rounds, by_itself=self.way is InputMethod.ONE_SWITCH)

    def _press_times(self) -> PressTimes:
        times = self.times
        return PressTimes(times.debounce, times.hold, times.on_release, times.hide_after)

    def _keys(self) -> tuple[SwitchKey, ...]:
        both = self.way is InputMethod.TWO_SWITCHES
        return (self.times.chooses, self.times.moves) if both else (self.times.chooses,)

    def _is_held_up(self) -> bool:
        """The ring waits: a switch is down, words are typed, or the page is being read."""
        down = any(switch.is_down for switch in self._switches.values())
        return down or self._types_words() or (self.times.waits and self._speaking.is_reading)

    def _is_finishing(self) -> bool:
        """The name of the item is still being said."""
        return self.times.waits and self._speaking.is_saying_aside

    def _types_words(self) -> bool:
        """Whether somebody has gone to a box to type in it: scanning never does, and then leaves the keys."""
        return isinstance(self._app.focusWidget(), TYPED_IN)

    def _on_stepped(self, words: str) -> None:
        if self.times.speaks and self._liking.sound is not Sound.NONE:
            self._speaking.say_aside(words, self.scanner.language)

    def _on_chose(self, target: QWidget) -> None:
        """Press it; then go on where one would want to go on."""
        page = self._stage.page
        if isinstance(page, SwitchPage) and page.is_trying:
            page.tried(target, self._pressed_at - self.scanner.since)
            return
        assert isinstance(target, QAbstractButton)
        self._guard.press(target)
        if self._stage.page is page:
            # What the page brings in or takes away now is laid out at the next turn.
            QTimer.singleShot(0, self._stage, lambda: self._go_on(page, target))

    def _go_on(self, page: QWidget | None, chosen: QAbstractButton) -> None:
        if page is None or page is not self._stage.page or self.scanner.page is not page:
            return
        is_choice = is_there(chosen) and isinstance(chosen, Choice)
        if is_choice and chosen.isChecked() and isinstance(page, Page) and _is_ready(page):
            self.scanner.start_at(
                page.control(Control.NEXT), going_on_after=self._going_on_after(page, chosen)
            )
        else:
            self.scanner.go_on_from(chosen, stays=is_choice or _is_one_of_many(chosen))

    def _going_on_after(self, page: Page, chosen: QAbstractButton) -> float:
        """Only where one answer is all that the page asks for."""
        one_answer = isinstance(chosen.parentWidget(), AnswerSet) and len(page.findChildren(AnswerSet)) == 1
        if not (self.times.goes_on and one_answer) or page.findChild(TypedWords) is not None:
            return 0
        return max(GOING_ON_LEAST, self.times.first * GOING_ON)

    def _aim(self) -> None:
        dues = [switch.deadline for switch in self._switches.values() if switch.deadline is not None]
        if dues:
            self._timer.start(max(1, math.ceil(min(dues) - self.scanner.clock())))
        else:
            self._timer.stop()

    def _learning(self) -> SwitchPage | None:
        """The page that waits to hear which key the switch is."""
        page = self._stage.page
        return page if isinstance(page, SwitchPage) and page.is_listening else None

    def _learn(self, page: SwitchPage, key: SwitchKey, event: QInputEvent) -> bool:
        """The key that is pressed now is the switch; its release is nobody's."""
        if event.type() in DOWN and not repeats_itself(event) and self._guard.is_awake():
            page.learn(key)
        return True


def _is_ready(page: Page) -> bool:
    """Whether nothing more must be chosen here before going on."""
    return not page.missing() and not page.control(Control.NEXT).isHidden()


def _is_one_of_many(button: QAbstractButton) -> bool:
    """Whether more of its kind will be pressed: a key to type with, a picture word."""
    if not is_there(button):
        return False
    return isinstance(button.parentWidget(), PictureBoard) or is_scroller(button)
