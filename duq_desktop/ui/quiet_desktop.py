"""Asking the desktop to hold other programs' notifications back while people answer."""

from __future__ import annotations

from PySide6.QtDBus import QDBusConnection, QDBusMessage

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


def hold_notifications(program: str, reason: str) -> None:
    """Ask for it and go on; it lasts as long as this process is on the session's bus.

    ``Inhibit`` is what KDE's desktop knows; one that does not know it says so, and nothing is lost. No
    notification service is started for it. Without a bus (Windows, macOS, a bare X server) nothing is asked.
    """
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    call = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Inhibit")
    call.setAutoStartService(False)
    call.setArguments([program, reason, {}])
    bus.asyncCall(call)
