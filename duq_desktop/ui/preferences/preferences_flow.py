"""The one door to "How I like it": from the start page, from a rest, and by a sign that was just picked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.preferences_steps import PreferencesSteps
from duq_desktop.ui.preferences.preferences_walk import PreferencesWalk
from duq_desktop.ui.preferences.profile_flow import OwnPapers, ProfileFlow, ProfileFlowParts
from duq_desktop.ui.stage import Stage


@dataclass(frozen=True)
class PreferencesFlow:
    """Begins a walk over the page that a host shows.

    ``data`` is the data folder, where the boxes lie.
    """

    stage: Stage
    tools: Tools
    speaking: Speaking
    liking: PreferencesApplier
    data: Path
    papers: Callable[[], OwnPapers]
    has_printer: Callable[[], bool]

    @cached_property
    def own_way(self) -> ProfileFlow:
        """Keeps, brings and deletes."""
        ways = ProfileBoxes(self.data)
        return ProfileFlow(ProfileFlowParts(self.tools, self.liking, ways, self.papers, self.has_printer))

    def open(self, host: PageHost, sign: str = "") -> None:
        """The first page. ``sign`` is the person's own, two ids joined by "+", where it is known."""
        self._walk(host.over(), sign).open()

    def bring(self, host: PageHost, sign: str) -> None:
        """The word for the sign that was just picked; then what it kept."""
        self._walk(host.over(), sign).bring()

    def forget(self, host: PageHost) -> None:
        """Delete what is kept here."""
        self._walk(host.over(), "").forget()

    def _walk(self, ground: PageHost, sign: str) -> PreferencesWalk:
        steps = PreferencesSteps(self.tools, self.liking, self.speaking, self.tools.pictures.sets.all())
        return PreferencesWalk(ground, self.liking, steps, self.own_way, sign=sign)
