"""Whether a screen reader runs, as far as each system can say it; then our own voice steps back.

``QAccessible.isActive`` does not tell: it is true as soon as anything asks for the tree.
Linux: the flag ``ScreenReaderEnabled`` of ``org.a11y.Status`` on the session bus, which desktops and
readers set. Windows: ``SPI_GETSCREENREADER``. macOS has no way that needs no further library; there the
person chooses "No sound" on "How I like it".
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

SPI_GETSCREENREADER = 0x0046
PATIENCE_MS = 200
"""So long the bus may take to answer, in milliseconds; then no reader is taken to run."""


def speaks_by_itself(*, asked_for: bool, reader_runs: bool, steps_back: bool) -> bool:
    """Whether names are said while scanning and pointing. Listen and Hear speak whatever this says.

    ``asked_for``: the person wants them. ``steps_back``: the computer's setting.
    """
    return asked_for and not (reader_runs and steps_back)


def reader_runs() -> bool:
    """Whether a screen reader runs on this computer now; False where nobody can tell."""
    probes: dict[str, Callable[[], bool]] = {"linux": on_the_bus, "win32": on_windows}
    probe = probes.get(sys.platform)
    return probe is not None and probe()


def on_the_bus() -> bool:
    """The flag on the session bus. Nothing is started for it, and nothing is waited for long."""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415  # needed by few

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(
        "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Get"
    )
    call.setArguments(["org.a11y.Status", "ScreenReaderEnabled"])
    call.setAutoStartService(False)
    answer = bus.call(call, QDBus.CallMode.Block, PATIENCE_MS)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return False
    value = answer.arguments()[0]
    return bool(value.variant() if hasattr(value, "variant") else value)


def on_windows() -> bool:
    """The flag that readers set on Windows."""
    flag = ctypes.c_int(0)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009  # it is there on Windows only
    user32.SystemParametersInfoW(SPI_GETSCREENREADER, 0, ctypes.byref(flag), 0)
    return bool(flag.value)
