"""A stand-in for a desktop's notification service that notes who asks it to be quiet. Writes to a file."""

import sys
from pathlib import Path

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

NOTES = Path(sys.argv[1])


@ClassInfo({"D-Bus Interface": "org.freedesktop.Notifications"})
class Notifications(QObject):
    """What KDE's service offers, as far as it is asked here."""

    @Slot(str, str, "QVariantMap", result="uint")
    def Inhibit(self, program: str, reason: str, _hints: dict) -> int:
        """Notes the request."""
        NOTES.write_text(f"{program}\n{reason}\n")
        return 1


app = QCoreApplication([])
service = Notifications()
bus = QDBusConnection.sessionBus()
options = QDBusConnection.RegisterOption.ExportAllSlots
assert bus.registerObject("/org/freedesktop/Notifications", service, options)
assert bus.registerService("org.freedesktop.Notifications")
NOTES.write_text("")
app.exec()
