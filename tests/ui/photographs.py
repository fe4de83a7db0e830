"""Made-up photographs for tests: soft flat scenes, as a camera would hand them over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

GPS = b"Exif\0\0II*\0GPSLatitude 53.79 N"
"""What stands for a camera's note of the place; a JPEG reader passes over it."""


def photograph(file: Path, colour: str, *, wide: int = 1600, high: int = 1200) -> Path:
    """A room in ``colour`` with a table and a cup, saved by the kind of ``file``."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    light = QLinearGradient(QPointF(0, 0), QPointF(wide, high))
    light.setColorAt(0, QColor(colour).lighter(140))
    light.setColorAt(1, QColor(colour).darker(130))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(image.rect(), light)
    painter.fillRect(QRectF(0, high * 0.7, wide, high * 0.3), QColor("#7a5a3c"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#f4efe6"))
    painter.drawRoundedRect(QRectF(wide * 0.4, high * 0.45, wide * 0.2, high * 0.32), 40, 40)
    painter.end()
    assert image.save(str(file), quality=85)
    return file


def with_place(file: Path) -> Path:
    """The same JPEG with a note of where it was taken, as cameras put it in (APP1)."""
    data = file.read_bytes()
    note = b"\xff\xe1" + (len(GPS) + 2).to_bytes(2, "big") + GPS
    file.write_bytes(data[:2] + note + data[2:])
    return file
