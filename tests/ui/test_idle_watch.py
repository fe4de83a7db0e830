"""Nobody is there: blank after a while, another day after long or after sleep; told once each."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import duq_desktop
from duq_desktop.device.boot_clock import awake_seconds, boot_seconds
from duq_desktop.ui.flow.idle import IdleWatch


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept = 0.0

    def __call__(self) -> float:
        return self.now

    def awake(self) -> float:
        return self.now - self.slept


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told(qapp: QApplication, clock: Clock) -> tuple[IdleWatch, list[str]]:
    watch = IdleWatch(qapp, rest_seconds=600, day_seconds=3600, clock=clock, awake=clock.awake)
    heard: list[str] = []
    watch.left_alone.connect(lambda: heard.append("alone"))
    watch.gone.connect(lambda: heard.append("gone"))
    yield watch, heard
    qapp.removeEventFilter(watch)
    watch.deleteLater()


def wait(watch: IdleWatch, clock: Clock, seconds: float) -> None:
    end = clock.now + seconds
    while clock.now < end:
        clock.now += 5
        watch.look()


def test_ten_untouched_minutes_are_told_once(told: tuple[IdleWatch, list[str]], clock: Clock) -> None:
    watch, heard = told
    wait(watch, clock, 595)
    assert heard == []
    wait(watch, clock, 300)
    assert heard == ["alone"]


def test_an_hour_is_another_day(told: tuple[IdleWatch, list[str]], clock: Clock) -> None:
    watch, heard = told
    wait(watch, clock, 4000)
    assert heard == ["alone", "gone"]


def test_a_sleeping_computer_is_another_day(told: tuple[IdleWatch, list[str]], clock: Clock) -> None:
    watch, heard = told
    watch.look()
    clock.now += 300
    clock.slept += 300
    watch.look()
    assert heard == ["gone"]


def test_an_app_that_was_busy_for_long_is_not_a_computer_that_slept(
    told: tuple[IdleWatch, list[str]], clock: Clock
) -> None:
    watch, heard = told
    watch.look()
    clock.now += 300
    watch.look()
    assert heard == []


@pytest.mark.parametrize("hours", [-3, 1, 24 * 365])
def test_a_wall_clock_that_is_put_right_is_nobodys_absence(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    """With the clocks of the app itself, as rest, another day and the opener's lock use them."""
    watch = IdleWatch(qapp, rest_seconds=600, day_seconds=3600)
    heard: list[str] = []
    watch.left_alone.connect(lambda: heard.append("alone"))
    watch.gone.connect(lambda: heard.append("gone"))
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + hours * 3600)
    watch.look()
    watch.touched()
    watch.look()
    qapp.removeEventFilter(watch)
    watch.deleteLater()
    assert heard == []


def test_the_clocks_go_forward_at_one_pace() -> None:
    first, second = boot_seconds(), awake_seconds()
    assert 0 < second <= first + 1
    assert boot_seconds() >= first
    assert awake_seconds() >= second
    gap = (boot_seconds() - first) - (awake_seconds() - second)
    assert abs(gap) < 1


WALL = {
    "duq_desktop.interview.session": "the time that is sealed with what was said",
    "duq_desktop.ui.opener.note_writing": "the time of a note",
    "duq_desktop.ui.opener.publishing": "the date that stands on a PDF",
    "duq_desktop.commands.report": "the date that stands on a PDF",
    "duq_desktop.ui.preferences.applied": "on which day somebody was asked how they like it",
    "duq_desktop.ui.preferences.preferences_walk": "whether a year has passed since",
    "duq_desktop.sample.fill": "made-up days",
    "duq_desktop.shell.answer_mode.handover": "a day's set-up counts for its date",
    "duq_desktop.store.inbox.store": "the date in a backup's name",
}
"""Who may ask for the date or the time of day, and what for. No time-out hangs on it."""


def test_nobody_else_asks_the_wall_clock() -> None:
    asked = re.compile(r"\btime\.time\b|\bdatetime\.now\b|\bdate\.today\b|\bcurrentDateTime\b|\bcurrentMSecs")
    root = Path(duq_desktop.__file__).parent
    found = {
        ".".join(("duq_desktop", *path.relative_to(root).with_suffix("").parts))
        for path in root.rglob("*.py")
        if asked.search(path.read_text("utf-8"))
    }
    assert found <= set(WALL), found - set(WALL)


def test_a_touch_starts_afresh(told: tuple[IdleWatch, list[str]], clock: Clock, qtbot: QtBot) -> None:
    watch, heard = told
    wait(watch, clock, 590)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    wait(watch, clock, 590)
    assert heard == []
