"""How this computer is set, and the facts of the home: each changed alone, and where its page leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from types import MappingProxyType
from typing import Any

from duq_desktop.settings import FOLLOW_SIZE, FOLLOW_THEME, TEXT_SIZES, THEMES, Settings
from duq_desktop.ui.flow.flow import NEXT, Do, Flow, Leave, Target, To
from duq_desktop.ui.flow.flow import Step as FlowStep
from duq_desktop.ui.opener.home_steps import HomeSteps, Step, typed_of
from duq_desktop.ui.opener.opened_room import RoomView
from duq_desktop.ui.opener.pages.fields import PickOnePage
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.words import opener_computer as words
from duq_desktop.words import preferences

LOCK_MINUTES = (1, 5, 10, 20)
BLANK_MINUTES = (5, 10, 20, 30)
DAY_MINUTES = (60, 240, 1_200, 1_440)
"""WCAG 2.2.1 asks nothing of a limit of more than 20 hours."""
FACTS = "facts"
CHANGED = "changed"
"""How it is left once something was changed."""
VALUE = "value"
_IN_SETTINGS = (Step.STAFF, Step.MANAGER)
ASKED = tuple(step for step in Step if step is not Step.SHOWN)


class SettingsWork(Enum):
    """What is written down."""

    SETTINGS = "the computer's settings"
    FACT = "a fact of the home"


@dataclass(frozen=True)
class SettingsState:
    """The settings as they will be, and what was typed on the page of a ``fact``."""

    settings: Settings
    fact: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)


class SettingsPages:
    """Makes the pages, with the facts and settings of the room as they are at that moment."""

    def __init__(self, room: RoomView) -> None:
        self._room = room

    def language(self, state: SettingsState) -> PickOnePage:
        """Which language pages begin in."""
        options = [Option(each.code, each.name) for each in self._tools.languages]
        return self._pick(words.LANGUAGE_TITLE, options, state.settings.language, words.LOOK_LINE)

    def size(self, state: SettingsState) -> PickOnePage:
        """How large words are."""
        text = self._tools.text
        follow = Option(str(FOLLOW_SIZE), text(preferences.AS_THE_COMPUTER))
        sizes = [Option(str(size), text(preferences.TEXT_SIZE, size=size)) for size in TEXT_SIZES]
        chosen = str(state.settings.text_size)
        return self._pick(words.SIZE_TITLE, [follow, *sizes], chosen, words.LOOK_LINE)

    def theme(self, state: SettingsState) -> PickOnePage:
        """Which colours."""
        text = self._tools.text
        follow = Option(FOLLOW_THEME, text(preferences.AS_THE_COMPUTER))
        themes = [Option(name, text(preferences.THEMES.get(name, name))) for name in THEMES]
        return self._pick(words.THEME_TITLE, [follow, *themes], state.settings.theme, words.LOOK_LINE)

    def blank(self, state: SettingsState) -> PickOnePage:
        """When an untouched page goes blank."""
        now = state.settings.rest_minutes
        options = [self._minutes(number) for number in sorted({*BLANK_MINUTES, now})]
        return self._pick(words.BLANK_TITLE, options, str(now), words.BLANK_LINE)

    def day(self, state: SettingsState) -> PickOnePage:
        """When an untouched session becomes another day."""
        now = state.settings.day_minutes
        options = [self._hours(number) for number in sorted({*DAY_MINUTES, now})]
        return self._pick(words.DAY_TITLE, options, str(now), words.DAY_LINE)

    def lock(self, state: SettingsState) -> PickOnePage:
        """When what was opened is locked."""
        now = state.settings.lock_minutes
        options = [self._minutes(number) for number in sorted({*LOCK_MINUTES, now})]
        return self._pick(words.LOCK_TITLE, options, str(now))

    def facts(self, _state: SettingsState) -> DeskPage:
        """Which fact."""
        page = DeskPage(self._tools, self._tools.text(words.FACTS_TITLE), controls=AWAY_CONTROLS)
        page.add_actions([(step.value, self._tools.text(words.STEP_NAMES[step.value]), "") for step in ASKED])
        return page

    def fact(self, step: Step, _state: SettingsState) -> DeskPage:
        """One fact, as it is now."""
        return HomeSteps(self._room.parts).page(step, self.typed())

    def wrong(self, _state: SettingsState, page: DeskPage) -> str:
        """What is wrong with a fact."""
        return HomeSteps(self._room.parts).wrong(page)

    def typed(self) -> dict[str, str]:
        """The facts as they would be typed."""
        return typed_of(self._room.store.home, self._room.parts.settings())

    @property
    def _tools(self) -> Tools:
        return self._room.parts.tools

    def _pick(self, title: str, options: Sequence[Option], chosen: str, line: str = "") -> PickOnePage:
        text = self._tools.text
        lines = [("", text(line))] if line else []
        return PickOnePage(self._tools, text(title), VALUE, options, chosen, lines=lines)

    def _minutes(self, number: int) -> Option:
        return Option(str(number), self._tools.counted(words.LOCK_MINUTES, number))

    def _hours(self, minutes: int) -> Option:
        """A time that a file has in minutes stays in minutes."""
        if minutes % 60:
            return self._minutes(minutes)
        return Option(str(minutes), self._tools.counted(words.HOURS, minutes // 60))


def settings_flow(pages: SettingsPages) -> Flow[SettingsState]:
    """Each way in ends with what it changed."""
    save = Do(SettingsWork.SETTINGS, Leave(CHANGED))
    save_fact = Do(SettingsWork.FACT, To(FACTS, words.CHANGED))
    picks = [
        _pick("language", pages.language, save, "language"),
        _pick("size", pages.size, To("theme"), "text_size"),
        _pick("theme", pages.theme, save, "theme"),
        _pick("blank", pages.blank, To("day"), "rest_minutes"),
        _pick("day", pages.day, save, "day_minutes"),
        _pick("lock", pages.lock, save, "lock_minutes"),
    ]
    facts = [
        FlowStep(
            fact_step(step),
            partial(pages.fact, step),
            {NEXT: save_fact},
            take=partial(_with_fact, step.value),
            wrong=pages.wrong,
        )
        for step in ASKED
    ]
    which = FlowStep(FACTS, pages.facts, {step.value: To(fact_step(step)) for step in ASKED})
    ways_in = ("language", "size", "blank", "lock", FACTS)
    return Flow.of([*picks, which, *facts], {name: To(name) for name in ways_in})


def fact_step(step: Step) -> str:
    """The name of the page of one fact."""
    return f"fact-{step.value}"


def saved_fact(state: SettingsState, pages: SettingsPages) -> Settings | dict[str, str]:
    """What is to be kept of a fact: settings, or the whole home as it would be typed."""
    if Step(state.fact) in _IN_SETTINGS:
        key = f"{state.fact}_word"
        return replace(state.settings, **{key: state.typed[key]})  # type: ignore[arg-type]
    return pages.typed() | dict(state.typed)


def _pick(
    name: str, build: Any, leads: Target[SettingsState], setting: str
) -> FlowStep[SettingsState, PickOnePage]:
    return FlowStep(name, build, {NEXT: leads}, take=partial(_with_setting, setting))


def _with_setting(name: str, state: SettingsState, page: PickOnePage) -> SettingsState:
    """What was picked, as the kind of thing that the setting is."""
    picked = page.values()[VALUE]
    if not picked:
        return state
    kind = type(getattr(state.settings, name))
    return replace(state, settings=replace(state.settings, **{name: kind(picked)}))


def _with_fact(fact: str, state: SettingsState, page: DeskPage) -> SettingsState:
    return replace(state, fact=fact, typed=MappingProxyType(dict(page.values())))
