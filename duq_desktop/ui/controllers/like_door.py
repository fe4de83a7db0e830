"""The one door to "How I like it": from the start page, from a rest, and by a sign that was just picked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from duq_desktop.store.kept_ways import KeptWays
from duq_desktop.ui.controllers.ground import Connect, Ground
from duq_desktop.ui.controllers.like_steps import LikeSteps
from duq_desktop.ui.controllers.like_walk import LikeWalk
from duq_desktop.ui.controllers.liking import LikingController
from duq_desktop.ui.controllers.own_way import OwnPapers, OwnWayController, OwnWayParts
from duq_desktop.ui.controllers.speaking import Speaking
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.stage import Stage


@dataclass(frozen=True)
class LikeDoor:
    """Begins a walk over the page that stands. ``connect`` is what pages can do there (Listen, Hide).

    ``data`` is the data folder, where the boxes lie.
    """

    stage: Stage
    tools: Tools
    speaking: Speaking
    liking: LikingController
    data: Path
    papers: Callable[[], OwnPapers]
    has_printer: Callable[[], bool]

    @cached_property
    def own_way(self) -> OwnWayController:
        """Keeps, brings and deletes."""
        ways = KeptWays(self.data)
        return OwnWayController(OwnWayParts(self.tools, self.liking, ways, self.papers, self.has_printer))

    def open(self, connect: Connect, sign: str = "") -> None:
        """The first page. ``sign`` is the person's own, two ids joined by "+", where it is known."""
        self._walk(connect, sign).open()

    def bring(self, connect: Connect, sign: str) -> None:
        """The word for the sign that was just picked; then what it kept."""
        ground = Ground(self.stage, connect)
        walk = self._walk(connect, sign, ground)
        self.own_way.bring_by_sign(ground, ground.leave, walk.use, tuple(sign.split("+")))

    def forget(self, connect: Connect) -> None:
        """Delete what is kept here."""
        ground = Ground(self.stage, connect)
        self.own_way.forget(ground, ground.leave)

    def _walk(self, connect: Connect, sign: str, ground: Ground | None = None) -> LikeWalk:
        steps = LikeSteps(self.tools, self.liking, self.speaking, self.tools.pictures.sets.all())
        place = ground or Ground(self.stage, connect)
        return LikeWalk(self.tools, self.speaking, self.liking, steps, place, self.own_way, sign=sign)
