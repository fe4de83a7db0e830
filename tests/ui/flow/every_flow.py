"""Every flow of the app, with the states in which its pages can be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from duq_desktop.device.day_plan import DayPlan
from duq_desktop.ui.facilitator.day_plan import DayPages, day_flow
from duq_desktop.ui.flow.flow import Flow
from tests.ui.flow.kit import Tried


class Known(NamedTuple):
    """A flow under its name, and states in which every page of it can be made."""

    name: str
    flow: Flow[Any]
    states: tuple[Any, ...]


def every_flow(tried: Tried) -> Iterator[Known]:
    """All of them; whoever adds a flow adds it here."""
    pages = DayPages(tried.tools, ("Priya",), "Advocacy Together")
    yield Known("the day", day_flow(pages), (DayPlan("2026-12-01"),))
