"""Answer mode on real screens: one's own keyboard keeps its room, a panel none, a second is covered."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from duq_desktop.words import answer_mode
from tests.screen.desk import APP, around, process, set_up, wait_for_window_manager, what_is_missing
from tests.screen.test_answer_mode import until, xdo

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(what_is_missing()), reason=f"no screen to try: {what_is_missing()} missing"),
]
DOCK = """
import subprocess, sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
high = int(sys.argv[1])
app = QApplication([])
dock = QWidget()
dock.setWindowTitle("a keyboard of one's own")
dock.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeDock)
dock.setWindowFlag(Qt.WindowType.FramelessWindowHint)
screen = app.primaryScreen().geometry()
dock.setGeometry(0, screen.height() - high, screen.width(), high)
subprocess.run(["xprop", "-id", str(int(dock.winId())), "-f", "_NET_WM_STRUT", "32c",
                "-set", "_NET_WM_STRUT", f"0, 0, 0, {high}"], check=True)
dock.show()
app.exec()
"""
"""A window at the lower edge that asks the desktop to keep so many pixels free for it."""


def shape(window: str) -> tuple[int, int, int, int]:
    """Left, top, width and height of a window, in pixels of the screen; zeros while there is none."""
    told = dict(line.partition("=")[::2] for line in xdo("getwindowgeometry", "--shell", window).splitlines())
    left, top, width, height = (int(told.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT"))
    return left, top, width, height


def turn_shape() -> tuple[int, int, int, int]:
    """The shape of the window that has the keyboard."""
    window = xdo("getactivewindow")
    return shape(window) if window else (0, 0, 0, 0)


@contextmanager
def answering(folder: Path, *, dock: int = 0) -> Iterator[subprocess.Popen[bytes] | None]:
    """The app in answer mode on the screen around, beside a dock so high."""
    environment = {**around(folder), **APP}
    with ExitStack() as running:
        running.enter_context(process(["openbox", "--sm-disable"], folder / "openbox.log", around(folder)))
        wait_for_window_manager()
        docked = None
        if dock:
            command = [sys.executable, "-c", DOCK, str(dock)]
            docked = running.enter_context(process(command, folder / "dock.log", environment))
            until(lambda: bool(xdo("search", "--onlyvisible", "--name", "a keyboard of")), "no dock")
        data, config = set_up(folder)
        command = [sys.executable, "-m", "duq_desktop", "--answer", "--data-dir", str(data)]
        running.enter_context(
            process([*command, "--config-dir", str(config)], folder / "app.log", environment)
        )
        yield docked


def test_ones_own_keyboard_keeps_its_room_as_long_as_it_is_there(tmp_path: Path) -> None:
    with answering(tmp_path, dock=250) as keyboard:
        until(lambda: turn_shape() == (0, 0, 1366, 518), f"no room was left: {turn_shape()}")
        assert keyboard is not None
        keyboard.terminate()
        until(lambda: turn_shape() == (0, 0, 1366, 768), f"the room was not filled: {turn_shape()}")


def test_a_panel_is_covered(tmp_path: Path) -> None:
    with answering(tmp_path, dock=30):
        until(lambda: turn_shape() == (0, 0, 1366, 768), f"the screen is not filled: {turn_shape()}")


@pytest.fixture
def two_screens(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An X server of its own with two monitors beside each other."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "2166x768x24", "-noreset"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        display = f":{int(server.stdout.readline())}"
        monkeypatch.setenv("DISPLAY", display)
        # In a process of its own: a connection that ends with its server ends the process too.
        subprocess.run([sys.executable, "-m", "tests.screen.monitors", display], check=True, timeout=60)
        try:
            yield
        finally:
            server.terminate()


def test_a_second_screen_is_covered(two_screens: None, tmp_path: Path) -> None:
    with answering(tmp_path):
        until(lambda: turn_shape() == (0, 0, 1366, 768), f"the first is not filled: {turn_shape()}")

        def covers() -> set[tuple[int, int, int, int]]:
            found = xdo("search", "--onlyvisible", "--name", answer_mode.ONE_MOMENT.partition(".")[0]).split()
            return {shape(window) for window in found}

        until(lambda: (1366, 0, 800, 600) in covers(), f"the second is not covered: {covers()}")
