"""``duq-desktop check-computer`` and ``--version``: what whoever carries the app along asks first."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from duq_desktop import __version__
from duq_desktop.commands import check_computer
from duq_desktop.errors import SetUpError
from duq_desktop.words import command as words

ROOT = Path(__file__).resolve().parents[2]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def run(*asked: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "duq_desktop", *asked]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_this_computer_has_all_that_the_app_needs() -> None:
    done = run("check-computer")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert [line[:5] for line in lines[1:-1]] == ["  yes"] * len(check_computer.CHECKS)
    assert lines[-1] == words.COMPUTER_GOOD


def test_the_release_is_said() -> None:
    assert run("--version").stdout == f"DUQ Desktop {__version__}\n"


def _missing() -> str:
    raise SetUpError("This part is missing.")


def _broken() -> str:
    raise ImportError("no such library")


@pytest.mark.parametrize(
    ("check", "said"), [(_missing, "This part is missing."), (_broken, "no such library")]
)
def test_what_is_missing_is_named_and_the_rest_is_tried_all_the_same(
    check: object, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_computer, "CHECKS", (check, lambda: "The other part works."))
    out = StringIO()
    assert check_computer.check_computer(out) == 1
    lines = out.getvalue().splitlines()
    assert lines[1].startswith("  NO   ") and said in lines[1]
    assert lines[2:] == ["  yes  The other part works.", words.COMPUTER_BAD]


@pytest.mark.parametrize(("inside", "drawn"), [('<rect width="5" height="5"/>', True), ("", False)])
def test_a_picture_that_shows_nothing_is_found(inside: str, drawn: bool, tmp_path: Path) -> None:
    (tmp_path / "picture.svg").write_text(DRAWING.format(inside))
    assert check_computer._is_drawn(tmp_path / "picture.svg") is drawn
