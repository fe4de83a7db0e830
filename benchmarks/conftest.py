"""What every measurement shares."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session")
def smoke() -> bool:
    """Whether only to see that the measurement runs (``start.py bench --smoke``).

    Then few rounds do, and a ratio that other work on the computer can spoil is no reason to fail.
    """
    return bool(os.environ.get("DUQ_BENCH_SMOKE"))
