"""A photograph that somebody brought, drawn anew: smaller, upright, without what the camera wrote into it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

LONGEST_SIDE = 1_200
"""Pixels: the largest picture on a page is 300 at 100 %, so this is sharp at 400 % too. As PNG it stays
below ``safe.PHOTO_LIMIT`` (four bytes a dot)."""

_JPEG_QUALITY = 92
_STARTS = {b"png": b"\x89PNG", b"jpeg": b"\xff\xd8\xff"}


def redrawn(data: bytes) -> bytes | None:
    """The photograph in ``data`` as PNG if it was one, else as JPEG; None when it cannot be drawn.

    It stands upright, by its own note; no place, date, name or preview is kept (EXIF, XMP, text
    chunks, colour profile).
    """
    kind = next((kind for kind, start in _STARTS.items() if data.startswith(start)), None)
    if kind is None:
        return None
    source = QBuffer()
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, QByteArray(kind))
    reader.setAutoTransform(True)
    natural = reader.size()
    if natural.isEmpty():
        return None
    most = QSize(LONGEST_SIDE, LONGEST_SIDE)
    fitted = natural.scaled(most, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    reader.setScaledSize(fitted.boundedTo(natural))
    return _written(reader.read(), kind)


def _written(image: QImage, kind: bytes) -> bytes | None:
    """The bare dots of ``image``, copied so that none of its texts come along."""
    if image.isNull():
        return None
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    form = QImage.Format.Format_ARGB32 if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    bare = QImage(image.size(), form)
    painter = QPainter(bare)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(bare.rect(), image)
    painter.end()
    return _encoded(bare, kind)


def as_png(image: QImage) -> bytes | None:
    """A drawn picture as PNG."""
    return _encoded(image, b"png")


def _encoded(bare: QImage, kind: bytes) -> bytes | None:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, QByteArray(kind))
    writer.setQuality(_JPEG_QUALITY if kind == b"jpeg" else -1)
    return bytes(target.data().data()) if writer.write(bare) else None
