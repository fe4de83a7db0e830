"""What must be true of each flow, whatever it is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop.ui.flow.flow import BACK, NEXT, Stay
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.preferences.pages.preferences_page import PreferencesPage, StepPage
from duq_desktop.ui.widgets.controls import Control
from tests.ui.flow.every_flow import every_flow
from tests.ui.flow.flow_shape import wrong_with
from tests.ui.flow.kit import Tried, tried_stage

PACKAGE = Path(__file__).resolve().parents[3] / "duq_desktop"


@pytest.fixture
def tried(qapp: QApplication) -> Iterator[Tried]:
    with tried_stage(qapp) as tried:
        yield tried


def presses_on(page: Page) -> set[str]:
    """The names of what can be pressed on a page: Next, Back, and its own buttons."""
    presses = {
        name
        for name, control in ((NEXT, Control.NEXT), (BACK, Control.BACK))
        if not page.control(control).isHidden()
    }
    if isinstance(page, ActionPage | PreferencesPage):
        presses |= set(page.buttons)
    if isinstance(page, DeskPage):
        presses |= set(page.actions_by_name)
    if isinstance(page, StepPage):
        presses |= set(page.others)
    return presses


def test_every_step_can_be_come_to_and_leads_on(tried: Tried) -> None:
    assert {known.name: wrong_with(known.flow) for known in every_flow(tried) if wrong_with(known.flow)} == {}


def test_no_button_of_any_page_leads_nowhere(tried: Tried) -> None:
    dead = [
        f"{known.name}: {press} on {step.name}"
        for known in every_flow(tried)
        for step in known.flow.steps.values()
        for state in known.states
        for press in presses_on(step.build(state))
        if step.lead(press) == Stay()
    ]
    assert dead == []


def test_every_flow_of_the_app_is_among_them(tried: Tried) -> None:
    """A flow that is made somewhere and not looked at here would be a gap in this net."""
    made = sum(path.read_text("utf-8").count("Flow.of(") for path in sorted(PACKAGE.rglob("*.py")))
    assert made == len(list(every_flow(tried)))
