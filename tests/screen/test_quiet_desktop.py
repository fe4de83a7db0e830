"""The desktop is asked for quiet over a real session bus, and nothing is wrong where nobody listens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.screen.desk import process
from tests.screen.test_answer_mode import until

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(
        not os.environ.get("DBUS_SESSION_BUS_ADDRESS"),
        reason="no session bus to try: start.py test makes one",
    ),
]
SERVICE = Path(__file__).with_name("notifications.py")
ASK = """
import sys
from PySide6.QtCore import QCoreApplication
from duq_desktop.ui.quiet_desktop import hold_notifications
app = QCoreApplication([])
hold_notifications("duq-desktop", "people answer")
app.processEvents()
sys.exit(app.exec() if "stay" in sys.argv else 0)
"""


def test_who_holds_notifications_back_is_asked_to(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    command = [sys.executable, str(SERVICE), str(notes)]
    with process(command, tmp_path / "service.log", dict(os.environ)):
        until(notes.exists, "the stand-in never came up")
        with process([sys.executable, "-c", ASK, "stay"], tmp_path / "app.log", dict(os.environ)):
            until(lambda: notes.read_text() != "", "nobody asked")
        assert (tmp_path / "app.log").read_text() == ""
        assert notes.read_text().splitlines() == ["duq-desktop", "people answer"]


@pytest.mark.parametrize("bus", ["", "unix:path=/nowhere/at/all"])
def test_where_nobody_listens_nothing_is_wrong(bus: str) -> None:
    environment = {**os.environ, **({"DBUS_SESSION_BUS_ADDRESS": bus} if bus else {})}
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
