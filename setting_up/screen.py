"""Whether a window can open here.

Qt ends the whole process where none can, so a child process tries it, and leaves no core file behind.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from setting_up import words
from setting_up.console import complain

TRY = """
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except ImportError:
    pass
from PySide6.QtGui import QGuiApplication
QGuiApplication([])
"""
PATIENCE_SECONDS = 30


def has_screen(python: Path) -> bool:
    """Whether Qt finds a screen. Says in one sentence what to do where it finds none."""
    if _names_none():
        complain(words.NO_SCREEN)
        return False
    reason = _reason_against(python)
    if reason is None:
        return True
    complain(words.NO_SCREEN if sys.platform == "linux" else words.NO_SCREEN_ELSEWHERE)
    if reason:
        complain(words.SCREEN_REASON, reason=reason)
    return False


def _names_none() -> bool:
    """On Linux a program learns of its screen by these names; without any there is nothing to try."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in names)


def _reason_against(python: Path) -> str | None:
    """Qt's first line about why it cannot open a window, perhaps empty; None where it can."""
    try:
        tried = subprocess.run(
            [str(python), "-c", TRY],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "no answer"
    if tried.returncode == 0:
        return None
    lines = [line for line in tried.stderr.splitlines() if line.strip()]
    errors = [line for line in lines if "Error:" in line or "error:" in line]
    return (errors or lines or [""])[-1 if errors else 0]
