"""An account without a home folder: the app says so, or starts with the folders that it is given."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from duq_desktop import paths
from duq_desktop.device.home import home_folder, typed_path
from duq_desktop.errors import SetUpError

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for an account of a service: no HOME, and nobody of that name in the list of accounts."""
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)


@pytest.mark.usefixtures("no_home")
def test_folders_that_would_lie_anywhere_are_not_made() -> None:
    for folder in (paths.data_folder, paths.config_folder):
        with pytest.raises(SetUpError, match="--data-dir"):
            folder()
    assert home_folder() is None
    assert typed_path("~/papers") == Path("~/papers")


def test_somebody_who_is_not_there_has_no_home() -> None:
    assert typed_path("~nobody-of-this-name/papers") == Path("~nobody-of-this-name/papers")


def test_the_command_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    without = "import os, sys; os.path.expanduser = lambda path: path"
    code = f"{without}; from duq_desktop.cli import main; sys.exit(main())"
    known = {name: value for name, value in os.environ.items() if name not in ("HOME", "USERPROFILE")}
    told = subprocess.run(
        [sys.executable, "-c", code, "report", "about", str(tmp_path / "a.pdf")],
        cwd=tmp_path,
        env={**known, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 1
    assert "no folder of its own" in told.stderr
    assert "Traceback" not in told.stderr
    assert not list(tmp_path.iterdir())
