"""What answer mode takes of a screen, and what it does with the others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from duq_desktop.ui.screen_room import OWN_SHARE, room_on

LAPTOP = QRect(0, 0, 1366, 768)
SECOND = QRect(1366, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("screen", "free", "room"),
    [
        (LAPTOP, LAPTOP, LAPTOP),
        (LAPTOP, QRect(0, 27, 1366, 741), LAPTOP),
        (LAPTOP, QRect(0, 0, 1366, 720), LAPTOP),
        (LAPTOP, QRect(0, 27, 1366, 491), QRect(0, 0, 1366, 518)),
        (LAPTOP, QRect(200, 0, 1166, 768), QRect(200, 0, 1166, 768)),
        (SECOND, QRect(1366, 300, 1920, 780), QRect(1366, 300, 1920, 780)),
        (LAPTOP, QRect(), LAPTOP),
        (LAPTOP, SECOND, LAPTOP),
    ],
    ids=[
        "alone",
        "panel above",
        "panel below",
        "both",
        "gaze bar",
        "second",
        "none",
        "elsewhere",
    ],
)
def test_a_keyboard_keeps_its_room_and_a_panel_does_not(screen: QRect, free: QRect, room: QRect) -> None:
    assert room_on(screen, free) == room


edges = st.integers(0, 700)


@given(edges, edges, edges, edges)
def test_the_room_holds_all_that_is_free_and_no_edge_that_is_somebodys(
    left: int, top: int, right: int, bottom: int
) -> None:
    free = LAPTOP.adjusted(left, top, -right, -bottom)
    room = room_on(LAPTOP, free)
    assert LAPTOP.contains(room)
    if not free.isEmpty():
        assert room.contains(free)
        assert (room.top() == free.top()) == (top == 0 or top > round(768 * OWN_SHARE))
        assert (room.right() == free.right()) == (right == 0 or right > round(1366 * OWN_SHARE))


COVERED = """
import json, sys
from PySide6.QtWidgets import QApplication
from duq_desktop.ui.other_screens import OtherScreens
app = QApplication([])
others = OtherScreens(app, "One moment")
app.processEvents()
covers = list(others.covers.values())
shapes = [each.geometry().getRect() for each in covers]
closed = [each.close() for each in covers]
others._on_removed(app.screens()[1])
left = len(others.covers)
others.settle()
again = len(others.covers)
others.end()
print(json.dumps([shapes, closed, left, again, len(others.covers)]))
"""


def test_every_other_screen_is_covered_until_the_end(tmp_path: Path) -> None:
    screens = [
        {"name": f"screen {n}", "x": x, "y": 0, "width": w, "height": h, "logicalDpi": 96, "dpr": 1}
        for n, (x, w, h) in enumerate([(0, 1366, 768), (1366, 800, 600), (2166, 1024, 768)])
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", COVERED],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    shapes, closed, left, again, at_end = json.loads(done.stdout)
    assert sorted(shapes) == [[1366, 0, 800, 600], [2166, 0, 1024, 768]]
    assert closed == [False, False]
    assert (left, again, at_end) == (1, 2, 0)
