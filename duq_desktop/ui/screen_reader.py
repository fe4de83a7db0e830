"""Whether a screen reader runs, as far as each system can say it; then our own voice steps back.

``QAccessible.isActive`` does not tell: it is true as soon as anything asks for the tree.
Linux: the flag ``ScreenReaderEnabled`` of ``org.a11y.Status`` on the session bus, which desktops set when
they start a reader; or somebody on the accessibility bus who asked to be told when a name changes, as
readers do that were started by hand (Orca 43 sets no flag then). Windows: ``SPI_GETSCREENREADER``. macOS
has no way that needs no further library; there the person chooses "No sound" on "How I like it".
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

SPI_GETSCREENREADER = 0x0046
PATIENCE_MS = 200
"""So long the bus may take to answer, in milliseconds; then no reader is taken to run."""
NEW_NAME = "PropertyChange:AccessibleName"
"""Who asks to be told of this reads names out; a magnifier or a keyboard on the screen has no use for it."""


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
    """The flag on the session bus, or a reader on the accessibility bus. Nothing is started for it, and
    nothing is waited for long.
    """
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  # needed by few

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    of_status = ("org.a11y.Status", "ScreenReaderEnabled")
    flag = _ask(bus, "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Get", *of_status)
    if flag and bool(flag[0].variant() if hasattr(flag[0], "variant") else flag[0]):
        return True
    address = _ask(bus, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    return bool(address) and _is_listened_to(str(address[0]))


def _is_listened_to(address: str) -> bool:
    """Whether anybody on the accessibility bus at ``address`` asked to be told of new names."""
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  # needed by few

    name = "duq-desktop-asks"
    bus = QDBusConnection.connectToBus(address, name)
    try:
        registry = "org.a11y.atspi.Registry"
        asked_for = _ask(bus, registry, "/org/a11y/atspi/registry", f"{registry}.GetRegisteredEvents")
    finally:
        QDBusConnection.disconnectFromBus(name)
    return any(NEW_NAME in each for each in asked_for)


def _ask(bus: QDBusConnection, service: str, path: str, method: str, *told: str) -> list[Any]:
    """What a method answers; nothing when nobody does in time.

    A list of pairs comes as Qt writes it out: PySide6 cannot take one apart.
    """
    from PySide6.QtDBus import QDBus, QDBusMessage  # noqa: PLC0415  # needed by few

    call = QDBusMessage.createMethodCall(service, path, *method.rsplit(".", 1))
    call.setArguments(list(told))
    call.setAutoStartService(False)
    answer = bus.call(call, QDBus.CallMode.Block, PATIENCE_MS)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage:
        return []
    return [repr(answer)] if answer.signature() == "a(ss)" else list(answer.arguments())


def on_windows() -> bool:
    """The flag that readers set on Windows."""
    flag = ctypes.c_int(0)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009  # it is there on Windows only
    user32.SystemParametersInfoW(SPI_GETSCREENREADER, 0, ctypes.byref(flag), 0)
    return bool(flag.value)
