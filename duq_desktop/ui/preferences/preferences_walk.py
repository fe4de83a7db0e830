"""The walk through "How I like it": the first page, its steps, and the way to keep it or bring it.

It lies over whatever page it was asked on and leaves that as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial

from duq_desktop.preferences.input_methods import SwitchTimes
from duq_desktop.preferences.preferences import Preferences
from duq_desktop.preferences.profile import Profile
from duq_desktop.ui.flow.flow import NEXT, Choose, Do, Flow, Leave, Stay, Step, Target, To
from duq_desktop.ui.flow.flow_runner import FlowRunner
from duq_desktop.ui.flow.page_host import PageHost
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
    MORE,
    PICKED,
    TRY,
    UNDO,
    PreferencesPage,
    StepPage,
)
from duq_desktop.ui.preferences.pages.switch_page import TAKE, SwitchPage
from duq_desktop.ui.preferences.preferences_steps import FIRST_PAGE, PART_OF, PARTS, PreferencesSteps
from duq_desktop.ui.preferences.profile_flow import ProfileFlow
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.unions import assert_never
from duq_desktop.words import preferences

SWITCH = "switch"
_ROWS = ("words", "colours", "pictures", "voice", "press")
_LEADS = {"colours": "more-colours", "hands": "numbers"}
"""What the button beside the choices of a page leads to."""


class PreferencesWork(Enum):
    """What is put on, and taken off again."""

    PUT = "put on what was picked"
    PUT_BACK = "as it was when the page came"
    PUT_ALL_BACK = "as it was when the walk began"
    SPEAK = "speak another language"
    TRY = "let it be heard"
    TAKE_SWITCH = "use the switch that was tried"


@dataclass(frozen=True)
class WalkState:
    """What is known on the way. What is liked at the moment is in force already, so it is not here.

    ``at_first`` is how it was when the walk began, ``on_coming`` when the page that shows came; ``setting``
    and ``value`` are what was picked last, ``language`` and ``times`` the same of their own pages.
    """

    at_first: Preferences
    on_coming: Preferences
    setting: str = ""
    value: object = None
    language: str = ""
    times: SwitchTimes | None = None


@dataclass(frozen=True)
class WalkPages:
    """Makes the pages of the walk, from what is liked at the moment."""

    tools: Tools
    liking: PreferencesApplier
    steps: PreferencesSteps
    can_forget: bool

    def now(self, state: WalkState) -> PreferencesPage:
        """What is set now."""
        profile = self.liking.kept
        title = preferences.TITLE if profile is None else preferences.FLAG_TITLE
        others = self._others(state)
        return PreferencesPage(
            self.tools, title, self.steps.rows(), lines=self._lines(profile), others=others
        )

    def language(self, _state: WalkState) -> LanguagePage:
        """Which language; it comes again in each."""
        return LanguagePage(self.tools, self.steps.silence)

    def setting(self, name: str, _state: WalkState) -> StepPage:
        """One thing to set."""
        one = self.steps.setting(name)
        return StepPage(
            self.tools,
            one.title,
            one.offers(),
            one.get(self.liking.liking),
            concept=one.concept,
            more=one.more,
            tries=one.tries,
        )

    def switch(self, _state: WalkState) -> SwitchPage:
        """Trying one switch or two."""
        return SwitchPage(self.tools, self.liking.liking.way, self.liking.liking.switch)

    def on_coming(self, state: WalkState) -> WalkState:
        """From now on this is how it was."""
        return replace(state, on_coming=self.liking.liking)

    def after(self, name: str, _state: WalkState) -> str:
        """Where Next leads from the page of ``name``."""
        return self.steps.after(name)

    def first(self, part: str, _state: WalkState) -> str:
        """The first page of a part."""
        return self.steps.first(part)

    def _lines(self, profile: Profile | None) -> list[Line]:
        """Flag and review: what was kept is shown, and asked about again."""
        text = self.tools.text
        away = [("pictures", text(preferences.PICTURES_AWAY))] if self.steps.is_set_away else []
        if self.steps.is_language_away:
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

    def _others(self, state: WalkState) -> list[tuple[str, str, Mark]]:
        others = [(KEEP, preferences.KEEP, Mark.SAVE), (BRING, preferences.BRING, Mark.MORE)]
        if self.liking.liking != state.at_first:
            others.insert(0, (UNDO, preferences.BACK_TO_HOW, Mark.UNDO))
        if self.can_forget:
            others.append((FORGET, preferences.FORGET, Mark.STOP))
        return others


def preferences_flow(pages: WalkPages) -> Flow[WalkState]:
    """The first page, a page for each thing to set, and those that set a way of pressing up."""
    rows: dict[str, Target[WalkState]] = {
        part: Choose(partial(pages.first, part), {name: To(name) for name in PARTS[part]}) for part in _ROWS
    }
    others: dict[str, Target[WalkState]] = {name: Leave(name) for name in (KEEP, BRING, FORGET)}
    undo_all = Do(PreferencesWork.PUT_ALL_BACK, To(FIRST_PAGE))
    language: dict[str, Target[WalkState]] = {
        PICKED: Do(PreferencesWork.SPEAK, To(LANGUAGE)),
        UNDO: Do(PreferencesWork.PUT_BACK, To(LANGUAGE)),
        NEXT: To(FIRST_PAGE),
    }
    take = Do(PreferencesWork.TAKE_SWITCH, _after(SWITCH, pages))
    return Flow.of(
        [
            Step(
                FIRST_PAGE,
                pages.now,
                {**rows, **others, UNDO: undo_all, LANGUAGE: To(LANGUAGE), NEXT: Leave()},
            ),
            Step(LANGUAGE, pages.language, language, take=_with_language, begin=pages.on_coming),
            *(_setting(name, pages) for name in PART_OF),
            Step(SWITCH, pages.switch, {TAKE: take}, take=_with_times),
        ]
    )


def _setting(name: str, pages: WalkPages) -> Step[WalkState, StepPage]:
    leads: dict[str, Target[WalkState]] = {
        PICKED: Do(PreferencesWork.PUT, Stay()),
        UNDO: Do(PreferencesWork.PUT_BACK, Stay()),
        TRY: Do(PreferencesWork.TRY, Stay()),
        NEXT: _after(name, pages),
    }
    if name in _LEADS:
        leads[MORE] = To(_LEADS[name])
    build, take = partial(pages.setting, name), partial(_with_value, name)
    return Step(name, build, leads, take=take, begin=pages.on_coming)


def _after(name: str, pages: WalkPages) -> Target[WalkState]:
    every = (FIRST_PAGE, SWITCH, *PART_OF)
    return Choose(partial(pages.after, name), {each: To(each) for each in every})


def _with_value(name: str, state: WalkState, page: StepPage) -> WalkState:
    return replace(state, setting=name, value=page.chosen)


def _with_language(state: WalkState, page: LanguagePage) -> WalkState:
    return replace(state, language=page.chosen)


def _with_times(state: WalkState, page: SwitchPage) -> WalkState:
    return replace(state, times=page.times)


class PreferencesWalk:
    """One walk. ``open`` shows the first page; ``sign`` is the person's own where it is known."""

    def __init__(
        self,
        host: PageHost,
        liking: PreferencesApplier,
        steps: PreferencesSteps,
        own_way: ProfileFlow,
        *,
        sign: str = "",
    ) -> None:
        self._host, self._liking, self._steps, self._own_way = host, liking, steps, own_way
        self._sign = sign
        self._before = liking.liking
        self._is_open = False

    def open(self) -> None:
        """What is set now."""
        self._is_open = True
        pages = WalkPages(self._host.tools, self._liking, self._steps, self._own_way.has_some)
        state = WalkState(self._before, self._liking.liking)
        FlowRunner(self._host, preferences_flow(pages), state, self).start()

    def bring(self) -> None:
        """First what the person's own sign keeps here, by their word; then what is set."""
        self._own_way.bring_by_sign(self._host, self, self._sign)

    def forget(self) -> None:
        """Nothing but deleting what is kept here."""
        self._own_way.forget(self._host, self)

    def profile_left(self) -> None:
        """What is set, if that was shown before; out of the walk if not."""
        if self._is_open:
            self.open()
        else:
            self._host.leave()

    def profile_found(self, profile: Profile) -> None:
        """What somebody brought is put on and shown."""
        self._liking.use_profile(profile)
        self._before = self._liking.liking
        self.open()

    def perform(self, work: PreferencesWork, state: WalkState) -> WalkState:
        """Put something on, at once; or off again."""
        if work is PreferencesWork.PUT:
            setting = self._steps.setting(state.setting)
            self._liking.put(setting.put(self._liking.liking, state.value))
        elif work is PreferencesWork.PUT_BACK:
            self._liking.put(state.on_coming)
        elif work is PreferencesWork.PUT_ALL_BACK:
            self._liking.put(state.at_first)
        elif work is PreferencesWork.SPEAK:
            self._liking.speak(state.language)
        elif work is PreferencesWork.TRY:
            self._host.speaking.read([Reading(self._host.tools.text(preferences.TRIED_WORDS))])
        elif work is PreferencesWork.TAKE_SWITCH:
            if state.times is not None:
                self._liking.put(replace(self._liking.liking, switch=state.times))
        else:
            assert_never(work)
        return state

    def left(self, by: str) -> None:
        """To what is kept, or back to the page below."""
        if by == KEEP:
            self._own_way.keep(self._host, self, self._sign)
        elif by == BRING:
            self._own_way.bring(self._host, self)
        elif by == FORGET:
            self._own_way.forget(self._host, self)
        else:
            self._host.leave()
