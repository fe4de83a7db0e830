"""Nobody is there: blank after a while, another day after long or after sleep; told once each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from duq_desktop.ui.flow.idle import IdleWatch


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told(qapp: QApplication, clock: Clock) -> tuple[IdleWatch, list[str]]:
    watch = IdleWatch(qapp, rest_seconds=600, day_seconds=3600, wall=clock)
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
    watch.look()
    assert heard == ["gone"]


def test_a_touch_starts_afresh(told: tuple[IdleWatch, list[str]], clock: Clock, qtbot: QtBot) -> None:
    watch, heard = told
    wait(watch, clock, 590)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    wait(watch, clock, 590)
    assert heard == []
