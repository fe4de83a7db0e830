"""The ways of input that are in force: they follow what a person likes, and each new page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Preferences, Sound
from duq_desktop.ui.access.dwell_driver import Dwelling
from duq_desktop.ui.access.dwell_rest import RestSpot
from duq_desktop.ui.access.pointing import Pointing
from duq_desktop.ui.access.stillness import keep_still
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.preferences.switch_offer import SwitchAsking
from duq_desktop.ui.preferences.switches import SwitchControl
from duq_desktop.ui.screen_reader import reader_runs, speaks_by_itself
from duq_desktop.ui.widgets.guard import KeyGuard
from duq_desktop.ui.window import Window
from duq_desktop.words import pressing


class AccessController(QObject):
    """Gives every way of input its times. ``use`` follows the liking, ``page_changed`` the stage.

    ``words`` gives a fixed text in the language that is spoken at the moment of asking.
    """

    def __init__(
        self,
        window: Window,
        guard: KeyGuard,
        words: Callable[[str], str],
        speaking: Speaking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        keep_still()
        self._guard = guard
        self._asides = False
        self._words = words
        self._spot = RestSpot(*self._on_spot())
        window.put_above(self._spot)
        window.stage.stands.connect(guard.page_stands)
        self.dwelling = Dwelling(window, self._spot, guard.press)
        self.switches = SwitchControl(window.stage, speaking, guard, words, self)
        self.asking = SwitchAsking(window.stage, self.switches, self._will_scan, self)
        self.pointing = Pointing(speaking.say_aside, words, self)
        self._speaking = speaking
        self.reader_runs: Callable[[], bool] = reader_runs
        self.steps_back = True
        """The computer's setting: whether our own voice steps back when a screen reader runs."""

    @property
    def filters(self) -> tuple[QObject, ...]:
        """Event filters of the application that come before the guard: installed after it."""
        return (self.switches,)

    def use(self, liking: Preferences) -> None:
        """This liking counts from now on; nothing of the last one is left."""
        self._guard.times = liking.keys
        self.switches.use(liking)
        if liking.way is InputMethod.DWELL:
            self.dwelling.start(liking.dwell)
        else:
            self.dwelling.stop()
        self.pointing.set_on(liking.sound is Sound.POINTED)
        self._asides = self.pointing.is_on or self.switches.is_on
        self._listen_for_reader()

    def _will_scan(self) -> None:
        """The next page is scanned, whatever the liking: what is said then is left to a screen reader."""
        self._asides = True

    def language_changed(self) -> None:
        """Another language is spoken."""
        self._spot.set_words(*self._on_spot())

    def _on_spot(self) -> tuple[str, str]:
        return self._words(pressing.REST_SPOT), self._words(pressing.REST_SPOT_OFF)

    def page_changed(self) -> None:
        """Another page shows: what was under way on the one before ends."""
        self._guard.page_changed()
        self.dwelling.page_changed()
        self.switches.page_changed()
        self.pointing.page_changed()
        self._listen_for_reader()

    def take_down(self) -> None:
        """The app closes."""
        self.dwelling.stop()
        self.switches.take_down()
        self.pointing.set_on(False)

    def _listen_for_reader(self) -> None:
        """Asked anew on every page, but only where it matters: it may have been started meanwhile."""
        self._speaking.steps_back = self._asides and not speaks_by_itself(
            asked_for=True, reader_runs=self.reader_runs(), steps_back=self.steps_back
        )
