"""Sound of what is pointed at, stepping back for a screen reader, and nothing that moves by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from duq_desktop.interview.steps import PageName
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Sound
from duq_desktop.ui.access.stillness import EFFECTS
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.screen_reader import reader_runs, speaks_by_itself
from duq_desktop.ui.widgets.controls import Control
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_whole_session import begin, walk_to

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as house:
        house.house.access.reader_runs = lambda: False
        house.house.speaking.is_on = True
        yield house


def like(tried: TriedHouse, sound: Sound) -> None:
    # The house itself is not told: it would bring the real voice.
    tried.house.liking.use_settings(replace(tried.house.settings, voice=True))
    tried.house.liking.put(replace(tried.house.liking.liking, sound=sound))


def point_at(tried: TriedHouse, widget: QWidget, *, stay: bool = True) -> None:
    place = QPointF(QCursor.pos()) + QPointF(50, 50)
    QApplication.sendEvent(widget, QEnterEvent(place, place, place))
    settle = tried.house.access.pointing.settle
    if stay and settle.isActive():
        settle.stop()
        settle.timeout.emit()


def start_page(tried: TriedHouse) -> StartPage:
    page = tried.page
    assert isinstance(page, StartPage)
    return page


def test_what_is_pointed_at_is_said_once_one_stays_on_it(tried: TriedHouse) -> None:
    like(tried, Sound.POINTED)
    buttons = start_page(tried).buttons
    point_at(tried, buttons["like"], stay=False)
    QApplication.sendEvent(buttons["like"], QEvent(QEvent.Type.Leave))
    assert not tried.house.access.pointing.settle.isActive(), "what is passed over stays silent"
    point_at(tried, buttons["start"])
    assert tried.voice.texts == [buttons["start"].words()]
    assert tried.voice.said[-1].aside


def test_keys_point_too_but_the_focus_that_a_page_gives_says_nothing(tried: TriedHouse) -> None:
    like(tried, Sound.POINTED)
    begin(tried)
    pointing = tried.house.access.pointing
    assert not pointing.settle.isActive()
    tried.key(Qt.Key.Key_Tab)
    assert pointing.settle.isActive()
    pointing.settle.timeout.emit()
    assert tried.voice.texts == [tried.focused().accessibleName()]


def test_a_page_that_comes_up_under_a_pointer_at_rest_says_nothing(tried: TriedHouse) -> None:
    like(tried, Sound.POINTED)
    begin(tried)
    at_rest = QPointF(QCursor.pos())
    QApplication.sendEvent(tried.page.control(Control.NEXT), QEnterEvent(at_rest, at_rest, at_rest))
    assert not tried.house.access.pointing.settle.isActive()


def test_never_what_was_chosen(tried: TriedHouse) -> None:
    begin(tried)
    walk_to(tried, PageName.LOOK)
    like(tried, Sound.POINTED)
    page = tried.running.page
    page.show_button.click()  # type: ignore[attr-defined]
    tried.voice.said.clear()
    row = next(iter(page.rows.values()))  # type: ignore[attr-defined]
    point_at(tried, row)
    (said,) = tried.voice.texts
    assert said != row.words()
    assert row.words().startswith(said)


@pytest.mark.parametrize("sound", [Sound.ASKED, Sound.NONE])
def test_else_nothing_is_said_by_itself(tried: TriedHouse, sound: Sound) -> None:
    like(tried, sound)
    point_at(tried, start_page(tried).buttons["start"])
    assert tried.voice.texts == []
    tried.page.control(Control.LISTEN).click()
    assert bool(tried.voice.texts) == (sound is Sound.ASKED), "Listen is heard unless all sound is off"


def test_reading_is_not_cut_off_by_pointing(tried: TriedHouse) -> None:
    like(tried, Sound.POINTED)
    tried.page.control(Control.LISTEN).click()
    said = list(tried.voice.texts)
    point_at(tried, start_page(tried).buttons["start"])
    assert tried.voice.texts == said


def test_our_voice_steps_back_when_a_screen_reader_runs_and_listen_still_speaks(tried: TriedHouse) -> None:
    tried.house.access.reader_runs = lambda: True
    like(tried, Sound.POINTED)
    buttons = start_page(tried).buttons
    point_at(tried, buttons["start"])
    assert tried.voice.texts == []
    tried.page.control(Control.LISTEN).click()
    assert tried.voice.texts
    tried.house.speaking.stop()
    tried.voice.said.clear()
    tried.house.access.steps_back = False
    like(tried, Sound.POINTED)
    point_at(tried, buttons["like"])
    assert tried.voice.texts == [buttons["like"].words()], "the computer's setting decides"


def test_scanning_falls_silent_beside_a_reader_too(tried: TriedHouse) -> None:
    tried.house.access.reader_runs = lambda: True
    tried.house.liking.put(replace(tried.house.liking.liking, way=InputMethod.ONE_SWITCH))
    tried.house.speaking.say_aside("Yes")
    assert tried.voice.texts == []


@pytest.mark.parametrize(
    ("asked_for", "reader", "steps_back", "speaks"),
    [
        (True, False, True, True),
        (True, True, True, False),
        (True, True, False, True),
        (False, False, True, False),
        (False, True, False, False),
    ],
)
def test_who_speaks(asked_for: bool, reader: bool, steps_back: bool, speaks: bool) -> None:
    assert speaks_by_itself(asked_for=asked_for, reader_runs=reader, steps_back=steps_back) is speaks


BUS_SAYS = """
import sys
from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject
from PySide6.QtDBus import QDBusConnection
@ClassInfo({"D-Bus Interface": "org.a11y.Status"})
class Status(QObject):
    @Property(bool)
    def ScreenReaderEnabled(self):
        return sys.argv[1] == "on"
app = QCoreApplication([])
status, bus = Status(), QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
from PySide6.QtDBus import QDBusConnection as C
assert bus.registerObject("/org/a11y/bus", status, C.RegisterOption.ExportAllProperties)
assert bus.registerService("org.a11y.Bus")
print("ready", flush=True)
app.exec()
"""

BUS_ASKS = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from duq_desktop.ui.screen_reader import on_the_bus
app = QCoreApplication([])
print(on_the_bus())
for flag in ("on", "off"):
    desktop = subprocess.Popen([sys.executable, "-c", sys.argv[1], flag], stdout=subprocess.PIPE, text=True)
    desktop.stdout.readline()
    print(on_the_bus())
    desktop.terminate()
    desktop.wait()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no dbus-run-session here")
def test_the_flag_on_a_real_session_bus() -> None:
    asked = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", BUS_ASKS, BUS_SAYS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert asked.stdout.split() == ["False", "True", "False"], asked.stderr


def test_without_a_bus_no_reader_is_taken_to_run() -> None:
    code = "from duq_desktop.ui.screen_reader import on_the_bus; print(on_the_bus())"
    nowhere = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    asked = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=nowhere, capture_output=True, text=True, check=True
    )
    assert asked.stdout.strip() == "False"
    assert isinstance(reader_runs(), bool)


def test_nothing_unrolls_fades_or_blinks(tried: TriedHouse) -> None:
    assert not any(tried.app.isEffectEnabled(effect) for effect in EFFECTS)
    assert tried.app.cursorFlashTime() == 0


def test_no_animation_is_begun_not_even_one_of_no_length(tried: TriedHouse) -> None:
    """Qt moves the inside of a window by an animation, which says so to every filter of the app."""
    window = tried.house.window
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    inside = window.centralWidget()
    assert inside.style().styleHint(hint, None, inside) == 0
    assert not window.findChildren(QAbstractAnimation)
