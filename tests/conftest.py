"""What every test shares: no window is opened on a real screen unless a test asks for one."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out, and say so, what needs an X server where none is; ``start.py test`` always brings one."""
    if not os.environ.get("DISPLAY"):
        left_out = pytest.mark.skip(reason="needs an X server: run it with start.py test")
        for item in items:
            if item.get_closest_marker("screen"):
                item.add_marker(left_out)
