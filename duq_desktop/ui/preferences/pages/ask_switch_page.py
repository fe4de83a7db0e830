"""Somebody held one key down: do they use a switch? The page is scanned before anybody has said so."""

from __future__ import annotations

from duq_desktop.preferences.input_methods import InputMethod, SwitchKey, SwitchTimes
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.words import switches

ONE, TWO, NO = "one", "two", "no"
STEP_MS, FIRST_MS = 4_000, 5_000
"""Nobody knows the person's speed yet: a press of 2.6 s fits this step by the rule of ``access.timing``."""
ROUNDS = 3
"""After so many, about a minute, the page goes back by itself."""


class AskSwitchPage(ActionPage):
    """``acted`` carries "one", "two" or "no". ``key`` was held; it is the switch while this page shows.

    A held switch is no Hide here: nothing that anybody said is on the page.
    """

    def __init__(self, tools: Tools, key: SwitchKey) -> None:
        super().__init__(
            tools,
            switches.ASK_TITLE,
            [
                Option(ONE, switches.ASK_ONE, "one-switch"),
                Option(TWO, switches.ASK_TWO, "two-switches"),
                Option(NO, switches.ASK_NO, "back"),
            ],
            lines=[("", switches.ASK_LINE)],
            shown=frozenset({Control.LISTEN}),
        )
        self.key = key
        self.way = InputMethod.ONE_SWITCH
        self.times = SwitchTimes(step=STEP_MS, first=FIRST_MS, rounds=ROUNDS, chooses=key, hide_after=0)
        # Who only hears the ring hears what is asked, too.
        first = self.buttons[ONE]
        first.said = f"{self.heading.text()} {first.words()}"
