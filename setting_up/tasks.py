"""What each command of ``start.py`` does once everything is set up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Sequence

from setting_up import words
from setting_up.console import complain, say
from setting_up.screen import has_screen

NO_SCREEN_CODE = 2
WINDOWLESS = {"check-computer", "check-pack", "report", "sample", "--help", "-h", "--version"}
SPEAK_TOO = ("benchmarks/test_bench_scan.py", "benchmarks/test_bench_dwell.py")
"""The measurements that speak beside that of speech: espeak keeps one state for a whole process."""
ALONE = "screen or package"
"""The tests that open real windows on one screen, or start the program of the folder for a stick."""
AT_ONCE = ("-n", "auto", "--maxprocesses=4", "--dist=worksteal", "-p", "no:benchmark")
SCREEN_SIZE = "-screen 0 1366x768x24"


def run(python: Path, root: Path, arguments: Sequence[str]) -> int:
    """Open the app, or do one of its commands that need no window."""
    if not WINDOWLESS.intersection(arguments) and not has_screen(python):
        return NO_SCREEN_CODE
    return _become([str(python), "-m", "duq_desktop", *arguments], root)


def test(python: Path, root: Path, arguments: Sequence[str], missing: Sequence[str]) -> int:
    """All tests, headless. With ``arguments`` just those, one after the other.

    Those marked "screen" share an X server and a message bus, so they run alone; the others run on all
    processors at once.
    """
    command = [str(python), "-m", "pytest", *arguments]
    around = _around_a_screen()
    has_screen = bool(around) and not missing
    if not has_screen:
        complain(words.LEFT_OUT, names=" ".join(missing)) if missing else complain(words.LEFT_OUT_HERE)
    if arguments:
        return _call([*around, *command] if has_screen else [*command, "-m", "not screen"], root)
    alone = [*around, *command, "-m", ALONE] if has_screen else [*command, "-m", f"({ALONE}) and not screen"]
    codes = [_call(alone, root), _call([*command, "-m", f"not ({ALONE})", *AT_ONCE], root)]
    return next((code for code in codes if code), 0)


def bench(python: Path, root: Path, arguments: Sequence[str], smoke: bool) -> int:
    """The measurements. A smoke run only sees that each one works; its figures mean nothing."""
    command = [str(python), "-m", "pytest", "-p", "no:cacheprovider"]
    short = ["--benchmark-min-rounds=1", "--benchmark-max-time=0.05", "--benchmark-warmup=off"]
    extra = {"DUQ_BENCH_SMOKE": "1"} if smoke else {}
    if arguments:
        asked = [*command, "benchmarks", *(short if smoke else []), *arguments]
        return _call([*_around_a_screen(), *asked], root, extra)
    parts = [["benchmarks", *(f"--ignore={each}" for each in SPEAK_TOO)], *([each] for each in SPEAK_TOO)]
    codes = [
        _call([*_around_a_screen(), *command, *(short if smoke else []), *part], root, extra)
        for part in parts
    ]
    return next((code for code in codes if code), 0)


def shots(python: Path, root: Path, folder: str, arguments: Sequence[str]) -> int:
    """A picture of every page, in ``folder``; on a screen of its own where that can be had."""
    command = [str(python), "-m", "tools.screenshots", folder, *arguments]
    around = _around_a_screen()
    if not around and not has_screen(python):
        return NO_SCREEN_CODE
    return _call([*around, *command], root)


def package(python: Path, root: Path, out: str, missing: Sequence[str]) -> int:
    """The folder that runs from a stick, in ``out``."""
    if missing:
        complain(words.PACKAGE_LEFT_OUT, names=" ".join(missing))
    return _call([str(python), "-m", "setting_up.bundle", out], root)


def check(python: Path, root: Path) -> int:
    """Style, types, packs and licences, one after the other; all are told, whatever the first one says."""
    py = [str(python), "-m"]
    steps = [
        ("style", [*py, "ruff", "check", "."]),
        ("layout of the code", [*py, "ruff", "format", "--check", "."]),
        ("types", [*py, "mypy"]),
        ("licences", [*py, "setting_up.licences"]),
        ("words in every language", [*py, "setting_up.catalogues", "--check"]),
    ]
    packs = sorted(each for each in (root / "easyread").glob("*") if each.is_dir())
    steps += [(f"pack {pack.name}", [*py, "duq_desktop", "check-pack", str(pack)]) for pack in packs]
    bad = [name for name, command in steps if not _check_one(name, command, root)]
    if not packs:
        complain(words.NO_PACKS, folder=root / "easyread")
        bad.append("packs")
    if bad:
        complain(words.CHECKS_BAD, bad=len(bad), count=max(len(steps), len(bad)), names=", ".join(bad))
        return 1
    say(words.CHECKS_GOOD, count=len(steps))
    return 0


def lock(python: Path, root: Path, arguments: Sequence[str]) -> int:
    """Make the lock files anew."""
    return _call([str(python), "-m", "setting_up.lock", *arguments], root)


def languages(python: Path, root: Path) -> int:
    """Bring the language files up to date with the words of the app."""
    return _call([str(python), "-m", "setting_up.catalogues"], root)


def _check_one(name: str, command: Sequence[str], root: Path) -> bool:
    say(words.CHECKING, name=name)
    began = time.monotonic()
    good = _call(command, root) == 0
    say(words.CHECK_GOOD, seconds=time.monotonic() - began) if good else say(words.CHECK_BAD)
    return good


def _around_a_screen() -> list[str]:
    """The words before a command that give it a message bus and an X server of its own, if they are here."""
    if sys.platform != "linux" or not all(map(shutil.which, ("dbus-run-session", "xvfb-run", "xauth"))):
        return []
    return ["dbus-run-session", "--", "xvfb-run", "-a", "-s", SCREEN_SIZE]


def _surroundings(root: Path, extra: dict[str, str]) -> dict[str, str]:
    """The environment of a child: the checkout can be imported from any folder."""
    paths = [str(root), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **extra}


def _call(command: Sequence[str], root: Path, extra: dict[str, str] | None = None) -> int:
    """Run ``command`` in the checkout, its output going straight to the screen; its exit code."""
    sys.stdout.flush()
    # The accessibility bus lies in this folder: two runs at once would else take each other's away.
    with tempfile.TemporaryDirectory(prefix="duq-run-") as own:
        surroundings = _surroundings(root, {"XDG_RUNTIME_DIR": own, **(extra or {})})
        return subprocess.run(command, cwd=root, env=surroundings, check=False).returncode


def _become(command: Sequence[str], root: Path) -> int:
    """Run ``command`` in the caller's folder, in place of this process where the system can do that."""
    sys.stdout.flush()
    surroundings = _surroundings(root, {})
    if sys.platform != "win32":
        os.execve(command[0], list(command), surroundings)
    return subprocess.run(command, env=surroundings, check=False).returncode
