"""Answer mode on a real screen: two people one after the other, the desktop's keys, and the pass phrase."""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from duq_desktop.words import answer_mode, person
from tests.screen.desk import (
    APP,
    PATIENCE,
    SYSTEM_PYTHON,
    around,
    process,
    set_up,
    wait_for_window_manager,
    what_is_missing,
)
from tests.ui.houses import PHRASE

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(what_is_missing()), reason=f"no screen to try: {what_is_missing()} missing"),
]
TREE = Path(__file__).with_name("tree.py")
OTHER = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("another window")
label.setWindowTitle("another window")
label.show()
app.exec()
"""
GRAB_MODE_ASYNC, ALREADY_GRABBED = 1, 1
"""Numbers of X11's ``XGrabKeyboard``."""
GRIPS = ("alt+Tab", "alt+Escape", "alt+F4", "super+d", "ctrl+alt+d", "ctrl+alt+Right", "alt+space")
"""What a window manager takes for itself."""


def until(done: Callable[[], bool], what: str) -> None:
    """Waits until something is so."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def xdo(*words: str) -> str:
    return subprocess.run(
        ["xdotool", *words], capture_output=True, text=True, check=False, timeout=30
    ).stdout.strip()


def active_process() -> int:
    """The process whose window has the keyboard; 0 when none has."""
    number = xdo("getactivewindow", "getwindowpid")
    return int(number) if number.isdigit() else 0


def seen() -> list[tuple[str, str]]:
    """Role and name of all that can be seen in the active window; empty while nothing answers."""
    done = subprocess.run([SYSTEM_PYTHON, str(TREE)], capture_output=True, text=True, check=False, timeout=60)
    return [(role, name) for role, name, *_ in json.loads(done.stdout)] if done.returncode == 0 else []


def press(name: str) -> None:
    """Presses a button over the accessibility bus, once it is there."""
    until(lambda: ("push button", name) in seen(), f"no button {name!r}: {seen()}")
    command = [SYSTEM_PYTHON, str(TREE), "push button", name, "Press"]
    until(lambda: subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0, name)


@contextmanager
def in_answer_mode(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A desk with a window manager, another window, and the app in answer mode over it."""
    with ExitStack() as running:
        running.enter_context(process(["openbox", "--sm-disable"], folder / "openbox.log", around(folder)))
        wait_for_window_manager()
        environment = {**around(folder), **APP}
        running.enter_context(process([sys.executable, "-c", OTHER], folder / "other.log", environment))
        until(lambda: bool(active_process()), "the other window never came")
        data, config = set_up(folder)
        command = [sys.executable, "-m", "duq_desktop", "--answer", "--data-dir", str(data)]
        yield running.enter_context(
            process([*command, "--config-dir", str(config)], folder / "app.log", environment)
        )


def test_two_people_and_no_way_out_but_the_pass_phrase(tmp_path: Path) -> None:
    with in_answer_mode(tmp_path) as app:
        people = []
        for _ in range(2):
            until(lambda: ("push button", person.START) in seen(), f"no start page: {seen()}")
            people.append(active_process())
            look_for_ways_out(people[-1])
            press(person.START)
            press(person.STOP)
            press(person.STOP_DELETE)
            press(person.DELETE_YES)
            press(person.THANKS_LEAVE)
            until(lambda: active_process() not in (0, people[-1], app.pid), "no fresh process")
            assert not Path(f"/proc/{people[-1]}").exists()
        assert len(set(people)) == 2
        press(answer_mode.CLOSE_THE_APP)
        until(lambda: any(role in {"text", "password text"} for role, _ in seen()), "no field")
        xdo("type", PHRASE)
        press(person.NEXT)
        assert app.wait(PATIENCE) == 0


def keys_are_held() -> bool:
    """Whether some window holds the keyboard: then nobody else can have it, not for a moment."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    got = x11.XGrabKeyboard(display, root, 0, GRAB_MODE_ASYNC, GRAB_MODE_ASYNC, 0)
    x11.XCloseDisplay(display)  # gives back what was got
    return bool(got == ALREADY_GRABBED)


def look_for_ways_out(turn: int) -> None:
    """None of the desktop's keys leads away; the window fills the screen."""
    until(lambda: active_process() == turn, "the turn lost the keyboard")
    until(keys_are_held, "the turn never held the keys")
    for keys in GRIPS:
        xdo("key", "--clearmodifiers", keys)
    # What the keys did would show at once: the window manager answers this only after them.
    xdo("get_desktop")
    assert active_process() == turn
    window = xdo("getactivewindow", "getwindowgeometry", "--shell")
    assert "WIDTH=1366" in window
    assert "HEIGHT=768" in window
    assert xdo("get_desktop") == "0"
