"""Every flow of the app, with the states in which its pages can be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

from duq_desktop import paths
from duq_desktop.content.model import Stream
from duq_desktop.device.day_plan import DayPlan
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.interview.inputs import AnswerGiven
from duq_desktop.interview.own_copy import OwnCopy
from duq_desktop.interview.records import AnswerStatus
from duq_desktop.languages import Language
from duq_desktop.settings import Settings
from duq_desktop.speech.voice import VoiceInfo
from duq_desktop.store.copies.backup import Backup
from duq_desktop.store.copies.external_backups import Away
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.facilitator.day_plan import DayPages, day_flow
from duq_desktop.ui.flow.flow import Flow
from duq_desktop.ui.opener.opened_room import RoomView
from duq_desktop.ui.opener.restore import RestorePages, RestoreState, restore_flow
from duq_desktop.ui.opener.settings_steps import SettingsPages, SettingsState, settings_flow
from duq_desktop.ui.pages.views_page import PRINT, STICK
from duq_desktop.ui.person.my_views import Picking, ViewsPages, views_flow
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.preferences_steps import PreferencesSteps
from duq_desktop.ui.preferences.preferences_walk import WalkPages, WalkState, preferences_flow
from duq_desktop.ui.preferences.profile_steps import ProfilePages, ProfileState, profile_flow
from duq_desktop.ui.theme import FontShelf
from tests.documents.kit import PACK, pack
from tests.ui.flow.kit import THEMES, Tried
from tests.ui.houses import HOME


class Known(NamedTuple):
    """A flow under its name, and states in which every page of it can be made."""

    name: str
    flow: Flow[Any]
    states: tuple[Any, ...]


def every_flow(tried: Tried) -> Iterator[Known]:
    """All of them; whoever adds a flow adds it here."""
    pages = DayPages(tried.tools, ("Priya",), "Advocacy Together")
    yield Known("the day", day_flow(pages), (DayPlan("2026-12-01"),))
    copy = a_copy()
    pickings = [
        Picking(copy, harm, way, "boat+key", sticks=sticks)
        for harm in (frozenset(), frozenset({copy.answers[0][0]}))
        for way in (PRINT, STICK)
        for sticks in ((), (RemovableDrive(Path("a"), "BLUE"), RemovableDrive(Path("b"), "RED")))
    ]
    yield Known("my views", views_flow(ViewsPages(tried.tools), copy), tuple(pickings))
    boxes = ProfileBoxes(Path("nowhere"))
    profile_pages = ProfilePages(tried.tools, boxes, has_printer=True)
    profiles = (ProfileState(), ProfileState(sticks=pickings[-1].sticks))
    yield Known("keeping a profile", profile_flow(profile_pages), profiles)
    tried.tools.languages = (Language("en", "English"), Language("cy", "Cymraeg"))
    tried.voice.offered = (VoiceInfo("ann", "Ann", "en"), VoiceInfo("bob", "Bob", "en"))
    fonts = FontShelf(paths.resources_folder() / "fonts")
    liking = PreferencesApplier(tried.app, THEMES, Settings(voice=False), tried.speaking, fonts)
    steps = PreferencesSteps(tried.tools, liking, tried.speaking)
    walk = WalkPages(tried.tools, liking, steps, can_forget=True)
    state = WalkState(replace(liking.liking, text_size=300), liking.liking)
    yield Known("how I like it", preferences_flow(walk), (state,))
    settings = SettingsState(Settings())
    yield Known("this computer", settings_flow(SettingsPages(a_room(tried))), (settings,))
    here = Backup(Path("a"), "2026-11", 1)
    away = Away(Path("b") / "c", "2026-10", 2)
    found = RestoreState((here,), ((pickings[-1].sticks[0], (away,)),), 0, path=Path("a"), name="a")
    yield Known("bringing a backup back", restore_flow(RestorePages(tried.tools)), (found,))


def a_room(tried: Tried) -> RoomView:
    """As much of the opener's room as the pages of the computer's settings look at."""
    parts = SimpleNamespace(tools=tried.tools, pack=PACK, settings=Settings)
    return cast("RoomView", SimpleNamespace(parts=parts, store=SimpleNamespace(home=HOME)))


def a_copy() -> OwnCopy:
    """Six answers, more than one page of picking holds, and words."""
    yes = AnswerGiven(AnswerStatus.ANSWERED, "yes")
    asked = [question.id for question in islice(pack().questions(Stream.PERSON), 6)]
    return OwnCopy(tuple((name, yes) for name in asked), best="My sister brings cake")
