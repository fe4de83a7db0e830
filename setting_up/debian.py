"""Debian's part: which of the system's packages are missing, and installing them.

Qt needs eleven libraries that its own files do not bring (six to be imported at all, five more for a
window under X11); each was found by taking it away. The tests need a screen, a window manager, the
message bus and a screen reader. Other systems bring the libraries along: there this step does nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import Iterable

from setting_up import words
from setting_up.console import complain, follow, say

# Each entry lists the names that one package goes by: Debian 13 and Ubuntu 24.04 renamed some.
LIBRARIES = (
    ("libgl1",),
    ("libegl1",),
    ("libglib2.0-0t64", "libglib2.0-0"),
    ("libxkbcommon0",),
    ("libdbus-1-3",),
    ("libfontconfig1",),
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-shape0",),
    ("libxkbcommon-x11-0",),
)
SCREEN_TOOLS = (
    ("xvfb",),
    ("xauth",),
    ("openbox",),
    ("xdotool",),
    ("dbus-daemon",),
    ("at-spi2-core",),
    ("python3-pyatspi",),
    ("orca",),
)
PDF_TOOLS = (("poppler-utils",), ("qpdf",))
# PyInstaller looks into compiled files with objdump; icupkg takes out of Qt's data what is never used.
PACKAGE_TOOLS = (("binutils",), ("icu-devtools",))
# Another installation, such as the nightly one, may be at work.
PATIENCE_SECONDS = 300
TEST_TOOLS = SCREEN_TOOLS + PDF_TOOLS


def package_tools() -> tuple[tuple[str, ...], ...]:
    """What making a folder for a stick needs. Debian's own Python keeps its library in another package."""
    name = "libpython{}.{}".format(*sys.version_info)
    return PACKAGE_TOOLS + (((name + "t64", name),) if sys.base_prefix == "/usr" else ())


def is_debian() -> bool:
    """Whether this system manages its packages as Debian does."""
    return sys.platform == "linux" and all(map(shutil.which, ("dpkg-query", "apt-get", "apt-cache")))


def missing(wanted: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those of ``wanted`` of which no name is installed. Asks dpkg only, which takes milliseconds."""
    wanted = list(wanted)
    names = [name for one in wanted for name in one]
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    installed = {line.split()[0] for line in asked.stdout.splitlines() if line.endswith(" installed")}
    return [one for one in wanted if not installed.intersection(one)]


def provide(wanted: Iterable[tuple[str, ...]]) -> list[str]:
    """Install what is missing of ``wanted``; the names still missing. Nothing is called when none is.

    Never raises: without rights, or when apt-get fails, it says so and what to ask for.
    """
    if not is_debian():
        return []
    wanted = list(wanted)
    lacking = missing(wanted)
    if not lacking:
        return []
    names = [one[-1] for one in lacking]
    say(words.DEBIAN_MISSING, count=len(names), names=" ".join(names))
    rights = _as_root()
    if rights is None:
        complain(words.DEBIAN_NO_RIGHTS, names=" ".join(names))
        return names
    code, tail = _install(rights, lacking)
    still = [one[-1] for one in missing(wanted)]
    if code or still:
        complain(words.DEBIAN_FAILED, tail=tail)
    else:
        say(words.DEBIAN_DONE)
    return still


def _as_root() -> list[str] | None:
    """What to put before a command so that it runs as root; None where that cannot be had."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if sys.stdin.isatty():
        return ["sudo"]
    can = subprocess.run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL, check=False)
    return ["sudo", "-n"] if can.returncode == 0 else None


def _install(rights: list[str], lacking: list[tuple[str, ...]]) -> tuple[int, str]:
    """Let apt-get bring ``lacking``; its exit code and last lines."""
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", "apt-get", "-q", "-y"]
    apt += ["-o", f"DPkg::Lock::Timeout={PATIENCE_SECONDS}"]
    follow([*apt, "update"], _show_nothing)  # an old list may still do, so its failure alone stops nothing
    names = [next((name for name in one if _is_known(name)), one[-1]) for one in lacking]
    say(words.DEBIAN_INSTALLING, count=len(names))
    return follow([*apt, "install", "--no-install-recommends", *names], _AptProgress())


def _is_known(name: str) -> bool:
    """Whether the package lists know ``name`` as a package of its own."""
    asked = subprocess.run(
        ["apt-cache", "show", "--no-all-versions", name],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return asked.returncode == 0


def _show_nothing(_line: str) -> None:
    """apt-get's update prints addresses that help nobody."""


class _AptProgress:
    """Tells every twentieth package that is set up, out of how many."""

    def __init__(self) -> None:
        self._total = "?"
        self._done = 0

    def __call__(self, line: str) -> None:
        counted = re.match(r"\d+ upgraded, (\d+) newly installed", line)
        if counted:
            self._total = counted.group(1)
        if line.startswith("Setting up "):
            self._done += 1
            if self._done % 20 == 0 or str(self._done) == self._total:
                say(f"  {self._done} of {self._total}")
