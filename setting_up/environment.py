"""The app's own Python environment, ``.venv`` in the checkout: made, kept up to date and mended.

A marker file inside it says which lock it was made from. An unchanged lock means that nothing at all
is done; a changed one, that pip brings the difference. A marker that says "at work", or none, means
that the last set-up was broken off: then the environment is made anew, because pip cannot tell a
half-written package from a whole one.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any, Iterator, TextIO

from setting_up import words
from setting_up.console import SetUpFailed, follow, ignore, say

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARKER = "set-up.json"
# What pip fetches, in MB, measured on Linux: most of it is Qt.
SIZES = {"run": 109, "package": 114, "test": 240}
# Each lock holds all of those before it, at the same releases.
COVERS = {"run": ("run",), "package": ("run", "package"), "test": ("run", "package", "test")}


class Environment:
    """The environment in ``root/.venv``, set up from ``root/locks``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.marker = self.folder / MARKER
        scripts = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
        self.python = self.folder / scripts

    def prepare(self, kind: str) -> Path:
        """Bring everything that ``kind`` ("run", "package" or "test") needs; the environment's Python.

        Raises SetUpFailed with a sentence when it cannot.
        """
        if not self.is_ready(kind):
            with self._alone():
                if not self.is_ready(kind):
                    self._set_up(kind)
        return self.python

    def is_ready(self, kind: str) -> bool:
        """Whether the last set-up was finished, from the lock as it is now, and its Python is still there."""
        known = self._known()
        return (
            known.get("finished") is True
            and known.get("locks", {}).get(kind) == _fingerprint(self.lock(kind))
            and self._python_is_there(known)
        )

    def lock(self, kind: str) -> Path:
        """The lock file for ``kind`` on this system."""
        return self.root / "locks" / (kind + ("-macos" if sys.platform == "darwin" else "") + ".txt")

    def _python_is_there(self, known: dict[str, Any]) -> bool:
        """The Python it was made with may have gone or been replaced by the next one since."""
        return self.python.exists() and known.get("made with") == os.path.realpath(self.python)

    def _known(self) -> dict[str, Any]:
        try:
            known = json.loads(self.marker.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _set_up(self, kind: str) -> None:
        known = self._known()
        try:
            if known.get("finished") is not True or not self._python_is_there(known):
                self._make_anew()
                known = {}
            self._mark(finished=False, locks={})
            self._fetch(kind)
            self._mark(finished=True, locks=self._locks_met(kind, known))
        except OSError as trouble:
            raise SetUpFailed(words.VENV_FAILED.format(folder=self.folder, tail=f"  {trouble}")) from None
        say(words.ENVIRONMENT_READY)

    def _locks_met(self, kind: str, known: dict[str, Any]) -> dict[str, str]:
        """The locks that are met after ``kind`` was fetched: its own, and those before that still hold."""
        before = known.get("locks", {})
        now = {each: _fingerprint(self.lock(each)) for each in COVERS["test"]}
        return {each: mark for each, mark in now.items() if each in COVERS[kind] or before.get(each) == mark}

    def _make_anew(self) -> None:
        if self.folder.exists():
            say(words.ENVIRONMENT_MENDING)
            shutil.rmtree(self.folder)
        say(words.ENVIRONMENT_MAKING, folder=self.folder)
        without_pip = [] if can_make_environments() else ["--without-pip"]
        code, tail = follow([sys.executable, "-m", "venv", *without_pip, str(self.folder)], ignore)
        if code:
            raise SetUpFailed(words.VENV_FAILED.format(folder=self.folder, tail=tail))

    def _fetch(self, kind: str) -> None:
        """Let pip install exactly what the lock names, each file compared with its hash."""
        say(words.ENVIRONMENT_FETCHING, size=SIZES[kind])
        with contextlib.suppress(KeyError):  # a user's own setting would put the parts somewhere else
            del os.environ["PIP_USER"]
        command = [*self._pip(), "install", "--require-hashes", "--only-binary=:all:", "--no-input"]
        command += ["--progress-bar=off", "--disable-pip-version-check", "-r", str(self.lock(kind))]
        lines = len(re.findall(r"^\S+==", self.lock(kind).read_text("utf-8"), re.MULTILINE))
        code, tail = follow(command, _PipProgress(lines))
        if code:
            raise SetUpFailed(words.FETCH_FAILED.format(tail=tail))

    def _pip(self) -> list[str]:
        """The environment's own pip; where it has none, that of the Python that made it."""
        if can_make_environments():
            return [str(self.python), "-m", "pip"]
        return [sys.executable, "-m", "pip", "--python", str(self.python)]

    def _mark(self, finished: bool, locks: dict[str, str]) -> None:
        made_with = os.path.realpath(self.python)
        text = json.dumps({"finished": finished, "locks": locks, "made with": made_with}, indent=1)
        fresh = self.marker.with_suffix(".new")
        fresh.write_text(text, "utf-8")
        fresh.replace(self.marker)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep a second start.py in the same folder waiting. The system lets go when this one ends."""
        try:
            gate = (self.root / ".venv.lock").open("w", encoding="utf-8")
        except OSError:
            raise SetUpFailed(words.NOT_WRITABLE.format(folder=self.root)) from None
        with gate:
            if not take_lock(gate):
                say(words.ENVIRONMENT_WAITING)
                while not take_lock(gate, wait=True):
                    pass  # Windows gives up every ten seconds
            yield


def take_lock(gate: TextIO, wait: bool = False) -> bool:
    """Whether this process now holds ``gate`` alone; with ``wait`` it stands in line for it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(gate.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(gate, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


def can_make_environments() -> bool:
    """Whether this Python has what Debian splits off into a package of its own: ``ensurepip``."""
    importlib.invalidate_caches()  # apt-get may have brought it a moment ago
    return importlib.util.find_spec("ensurepip") is not None


def can_lend_pip() -> bool:
    """Whether this Python has a pip that can fill an environment from outside."""
    return importlib.util.find_spec("pip") is not None


def venv_package() -> tuple[str, ...]:
    """The name of the Debian package that lets this very Python make environments."""
    return ("python{}.{}-venv".format(*sys.version_info),)


def _fingerprint(lock: Path) -> str:
    """The hash of a lock file's contents; empty where there is none, which matches nothing."""
    try:
        return hashlib.sha256(lock.read_bytes()).hexdigest()
    except OSError:
        return ""


class _PipProgress:
    """Tells each package that pip fetches, out of how many: the lock's lines that are for this system."""

    def __init__(self, lines: int) -> None:
        self._total = lines
        self._done = 0

    def __call__(self, line: str) -> None:
        fetched = re.match(
            r"(?:Collecting|Processing|Requirement already satisfied:) (?:\S*/)?([\w.]+(?:-[A-Za-z]\w*)*)",
            line,
        )
        if line.startswith("Ignoring "):
            self._total -= 1
        elif fetched:
            self._done += 1
            say(f"  {self._done} of {self._total}: {fetched.group(1)}")
        elif line.startswith("Installing collected packages"):
            say(words.ENVIRONMENT_PLACING)
