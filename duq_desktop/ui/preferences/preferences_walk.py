"""The walk through "How I like it": the first page, its steps, and the way to keep it or bring it.

It lies over whatever page it was asked on and leaves that as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from duq_desktop.preferences.input_methods import InputMethod, SwitchTimes
from duq_desktop.preferences.preferences import Preferences
from duq_desktop.preferences.profile import Profile
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.pages.language_page import LanguagePage
from duq_desktop.ui.preferences.pages.preferences_page import (
    BRING,
    FORGET,
    KEEP,
    LANGUAGE,
    UNDO,
    PreferencesPage,
    StepPage,
)
from duq_desktop.ui.preferences.pages.switch_page import SwitchPage
from duq_desktop.ui.preferences.preferences_steps import PreferencesSteps, Step
from duq_desktop.ui.preferences.profile_flow import ProfileFlow
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.words import preferences

_BEFORE = {"keys": ("press", 1)}
"""The step from which a part is reached, where it is not the first page."""


class PreferencesWalk:
    """One walk. ``open`` shows the first page; ``sign`` is the person's own where it is known."""

    def __init__(
        self,
        tools: Tools,
        speaking: Speaking,
        liking: PreferencesApplier,
        steps: PreferencesSteps,
        ground: PageHost,
        own_way: ProfileFlow,
        *,
        sign: str = "",
    ) -> None:
        self._tools, self._speaking, self._liking = tools, speaking, liking
        self._steps, self._ground, self._own_way = steps, ground, own_way
        self._sign = sign
        self._before = liking.liking
        self._is_open = False

    def open(self) -> None:
        """What is set now."""
        self._is_open = True
        profile = self._liking.kept
        title = preferences.TITLE if profile is None else preferences.FLAG_TITLE
        page = PreferencesPage(
            self._tools, title, self._steps.rows(), lines=self._lines(profile), others=self._others()
        )
        page.acted.connect(lambda name: self._act(name))
        page.next_pressed.connect(lambda: self._ground.leave())
        page.back_pressed.connect(lambda: self._ground.leave())
        self._ground.put(page)

    def bring(self) -> None:
        """First what the person's own sign keeps here, by their word; then what is set."""
        self._own_way.bring_by_sign(self._ground, self, self._sign)

    def forget(self) -> None:
        """Nothing but deleting what is kept here."""
        self._own_way.forget(self._ground, self)

    def profile_left(self) -> None:
        """What is set, if that was shown before; out of the walk if not."""
        if self._is_open:
            self.open()
        else:
            self._ground.leave()

    def profile_found(self, profile: Profile) -> None:
        """What somebody brought is put on and shown."""
        self._liking.use_profile(profile)
        self._before = self._liking.liking
        self.open()

    def _lines(self, profile: Profile | None) -> list[Line]:
        """Flag and review: what was kept is shown, and asked about again."""
        text = self._tools.text
        away = [("pictures", text(preferences.PICTURES_AWAY))] if self._steps.is_set_away else []
        if self._steps.is_language_away:
            away.insert(0, ("talking", text(preferences.LANGUAGE_AWAY)))
        if profile is None:
            return away
        lines = [
            ("", text(preferences.DUE_LINE if profile.is_due(date.today()) else preferences.FLAG_LINE)),
            *away,
        ]
        if profile.helps:
            lines.append(("with-helper", text(preferences.HELPS_YOU, words=profile.helps)))
        if profile.helpers:
            lines.append(("help", text(preferences.MAY_HELP_YOU, words=profile.helpers)))
        return lines

    def _others(self) -> list[tuple[str, str, Mark]]:
        others = [(KEEP, preferences.KEEP, Mark.SAVE), (BRING, preferences.BRING, Mark.MORE)]
        if self._liking.liking != self._before:
            others.insert(0, (UNDO, preferences.BACK_TO_HOW, Mark.UNDO))
        if self._own_way.has_some:
            others.append((FORGET, preferences.FORGET, Mark.STOP))
        return others

    def _act(self, name: str) -> None:
        if name == KEEP:
            self._own_way.keep(self._ground, self, self._sign)
        elif name == BRING:
            self._own_way.bring(self._ground, self)
        elif name == FORGET:
            self._own_way.forget(self._ground, self)
        elif name == UNDO:
            self._liking.put(self._before)
            self.open()
        elif name == LANGUAGE:
            self._ask_language(self._liking.liking)
        else:
            self._step(name, 0)

    def _ask_language(self, before: Preferences) -> None:
        """``before`` is how it was when the person came here: the page comes again in each language."""
        page = LanguagePage(self._tools, self._steps.silence)

        def again(change: Callable[[], None]) -> None:
            change()
            self._ask_language(before)

        page.picked.connect(lambda code: again(lambda: self._liking.speak(code)))
        page.undone.connect(lambda: again(lambda: self._liking.put(before)))
        page.next_pressed.connect(lambda: self.open())
        page.back_pressed.connect(lambda: self.open())
        self._ground.put(page)
        page.focus_chosen()

    def _step(self, part: str, number: int) -> None:
        """Step ``number`` of a part; before the first and after the last comes what led to the part."""
        steps = self._steps.part(part)
        if not 0 <= number < len(steps):
            self._step(*_BEFORE[part]) if part in _BEFORE else self.open()
            return
        step, before = steps[number], self._liking.liking
        page = self._page(step)
        page.picked.connect(lambda value: self._liking.put(step.put(self._liking.liking, value)))
        page.undone.connect(lambda: self._undo(page, step, before))
        page.acted.connect(lambda name: self._beside(name, step))
        page.next_pressed.connect(lambda: self._after(part, number, step))
        page.back_pressed.connect(lambda: self._step(part, number - 1))
        self._ground.put(page)

    def _page(self, step: Step) -> StepPage:
        now = step.get(self._liking.liking)
        return StepPage(
            self._tools,
            step.title,
            step.offers(),
            now,
            concept=step.concept,
            more=step.more,
            tries=step.tries,
        )

    def _undo(self, page: StepPage, step: Step, before: Preferences) -> None:
        self._liking.put(before)
        page.choose(step.get(before))

    def _beside(self, name: str, step: Step) -> None:
        if name == "more":
            self._step(step.leads, 0)
        else:
            self._speaking.read([Reading(self._tools.text(preferences.TRIED_WORDS))])

    def _after(self, part: str, number: int, step: Step) -> None:
        """The next step; a way that needs its own set-up leads there first."""
        way = self._liking.liking.way
        if step.name == "press" and way in {InputMethod.ONE_SWITCH, InputMethod.TWO_SWITCHES}:
            self._set_up_switch(way, part, number)
        elif step.name == "press" and way is InputMethod.DWELL:
            self._set_up_stay(part, number)
        else:
            self._step(part, number + 1)

    def _set_up_switch(self, way: InputMethod, part: str, number: int) -> None:
        page = SwitchPage(self._tools, way, self._liking.liking.switch)
        page.back_pressed.connect(lambda: self._step(part, number))
        page.chosen.connect(lambda times: self._take_switch(times, part, number))
        self._ground.put(page)

    def _take_switch(self, times: SwitchTimes, part: str, number: int) -> None:
        self._liking.put(replace(self._liking.liking, switch=times))
        self._step(part, number + 1)

    def _set_up_stay(self, part: str, number: int) -> None:
        step = self._steps.part("stay")[0]
        before, page = self._liking.liking, self._page(step)
        page.picked.connect(lambda value: self._liking.put(step.put(self._liking.liking, value)))
        page.undone.connect(lambda: self._undo(page, step, before))
        page.next_pressed.connect(lambda: self._step(part, number + 1))
        page.back_pressed.connect(lambda: self._step(part, number))
        self._ground.put(page)
