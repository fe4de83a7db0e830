"""Clocks that nobody sets: seconds since this computer was started, with its sleep and without.

How long somebody has been away must not hang on the wall clock: it is put right over the network, by hand,
and twice a year, and an hour's correction would blank a page under somebody's hands or leave opened answers
open. The clocks below only go forward, at the same pace. Sources: clock_gettime(2) of Linux and of macOS
(there CLOCK_MONOTONIC_RAW goes on in sleep, CLOCK_UPTIME_RAW does not), Microsoft's GetTickCount64 and
QueryUnbiasedInterruptTime.
"""

from __future__ import annotations

import ctypes
import sys
import time

if sys.platform == "win32":

    def boot_seconds() -> float:
        """Seconds since the start of this computer; sleep counts. Exact to 16 ms."""
        tick = ctypes.windll.kernel32.GetTickCount64
        tick.restype = ctypes.c_uint64
        return float(tick()) / 1_000

    def awake_seconds() -> float:
        """Seconds for which this computer was awake since its start."""
        unbiased = ctypes.c_uint64()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(unbiased))
        return unbiased.value / 10_000_000

elif sys.platform == "darwin":

    def boot_seconds() -> float:
        """Seconds since the start of this computer; sleep counts."""
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)

    def awake_seconds() -> float:
        """Seconds for which this computer was awake since its start."""
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)

else:

    def boot_seconds() -> float:
        """Seconds since the start of this computer; sleep counts where the system can tell (Linux)."""
        return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))

    def awake_seconds() -> float:
        """Seconds for which this computer was awake since its start."""
        return time.clock_gettime(time.CLOCK_MONOTONIC)
