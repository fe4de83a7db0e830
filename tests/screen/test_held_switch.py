"""One switch on a real screen, in answer mode: a key that repeats itself as X has it, and a mouse button."""

from __future__ import annotations

from pathlib import Path

import pytest

from duq_desktop.words import answer_mode, person, switches
from tests.screen.desk import PATIENCE, what_is_missing
from tests.screen.test_answer_mode import active_process, in_answer_mode, press, seen, until, xdo
from tests.ui.houses import PHRASE

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(what_is_missing()), reason=f"no screen to try: {what_is_missing()} missing"),
]
BARE = ("700", "640")
"""A place of the screen, in pixels, where no page of this way has anything to press."""
KEY = (("keydown", "space"), ("keyup", "space"), ("key", "space"))
MOUSE = (("mousedown", "1"), ("mouseup", "1"), ("click", "1"))


def test_a_switch_that_is_held_asks_and_the_next_press_answers(tmp_path: Path) -> None:
    start, asked = ("push button", person.START), ("push button", switches.ASK_ONE)
    with in_answer_mode(tmp_path) as app:
        until(lambda: start in seen() and active_process() not in (0, app.pid), "no start page")
        xdo("mousemove", *BARE)
        for down, up, again in (KEY, MOUSE):
            xdo(*down)
            until(lambda: asked in seen(), f"{down}: nobody is asked")
            xdo(*up)
            assert asked in seen(), f"{up} pressed something"
            xdo(*again)
            until(lambda: ("push button", switches.SKIP) in seen(), f"{again} was no answer")
            press(person.BACK)
            until(lambda: asked in seen(), "Back does not lead back")
            press(switches.ASK_NO)
            until(lambda: start in seen(), f"{down} pressed something, too")
        press(answer_mode.CLOSE_THE_APP)
        until(lambda: any(role in {"text", "password text"} for role, _ in seen()), "no field")
        xdo("type", PHRASE)
        press(person.NEXT)
        assert app.wait(PATIENCE) == 0
