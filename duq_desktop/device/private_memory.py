"""Keeping what is in memory from whoever else uses this account: keys, and the words of whoever answers.

No file of a crash holds them (RLIMIT_CORE), and on Linux no other process of the same account may read
or stop this one (PR_SET_DUMPABLE, prctl(2) and ptrace(2): /proc/PID/mem, gdb). The system's own
administrator can all the same. Portals that look into the asking process (file choosers in a sandbox)
then refuse it; the app uses none.
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4
"""The number in linux/prctl.h."""


def keep_memory_private() -> None:
    """For this process from now on; a program that it starts must do it again. Never raises.

    On Windows and macOS only what they know of it is done: nothing, and no core file.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  # Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
