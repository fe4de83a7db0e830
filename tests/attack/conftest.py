"""The attack reads the real pack once."""

from __future__ import annotations

import pytest

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(paths.packs_folder() / "duq-code")
