"""What aids are told of a heading and of a chart: its role and its name, and nothing piles up."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

PROBE = """
import os
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from duq_desktop.ui.access.roles import tell_roles
from duq_desktop.ui.widgets.text import Heading

app = QApplication([])
if {told}:
    tell_roles()
QAccessible.setActive(True)
for number in range({pages}):
    page = QWidget()
    column = QVBoxLayout(page)
    heading, label = Heading("Before"), QLabel("Words")
    column.addWidget(heading)
    column.addWidget(label)
    heading.setText(f"Page {{number}}")
    page.show()
    seen = [QAccessible.queryAccessibleInterface(each) for each in (heading, label)]
    told = [(each.role().name, each.text(QAccessible.Text.Name)) for each in seen]
    assert told == [({role!r}, f"Page {{number}}"), ("StaticText", "Words")], told
    page.close()
    page.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
print("left cleanly")
"""


@pytest.mark.parametrize(("told", "role"), [(True, "Heading"), (False, "StaticText")])
def test_a_heading_is_told_as_one_under_its_words_page_after_page(told: bool, role: str) -> None:
    """In a process of its own: Qt cannot be made to forget what it was told."""
    code = textwrap.dedent(PROBE.format(told=told, role=role, pages=400))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, "left cleanly\n"), done.stderr[-800:]
