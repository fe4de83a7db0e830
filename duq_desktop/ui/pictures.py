"""Pictures from files to sharp pixels, kept within a fixed room.

Drawings (SVG) are drawn at the size they are shown, times the screen's density, so that they stay
sharp. Photos are read at no more than that size. What was shown last stays; the rest goes.

An imported set of pictures is worn here, so that every page shows it, whenever it was made.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from duq_desktop.content.imported_sets import ImportedSets
from duq_desktop.content.model import Picture
from duq_desktop.content.safe import safe_picture
from duq_desktop.errors import PackError

CACHE_BYTES = 16 * 1024 * 1024
"""Room for drawn pictures: 16 MB holds about 40 of 300 by 300 pixels."""

_Key = tuple[Path, int, int, float]


class PictureCache:
    """Gives the pixels of a picture file at a size, and keeps the last ones within ``limit`` bytes.

    ``read`` gives a file's bytes, once they are known to be safe. ``sets`` are the imported sets on this
    computer.
    """

    def __init__(
        self,
        read: Callable[[Path], bytes] = safe_picture,
        sets: ImportedSets | None = None,
        limit: int = CACHE_BYTES,
    ) -> None:
        self._read = read
        self.sets = sets or ImportedSets()
        self._worn = ""
        self._files: Mapping[str, Path] = {}
        self._alts: Mapping[str, str] = {}
        self._limit = limit
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._sound: set[Path] = set()
        self._bytes = 0

    @property
    def size(self) -> int:
        """The bytes held now."""
        return self._bytes

    def pixmap(self, file: Path | None, box: QSize, density: float = 1.0) -> QPixmap:
        """The picture, as large as fits into ``box`` (logical pixels), its shape kept.

        ``density`` is the screen's device pixel ratio. A missing or broken file gives a null pixmap:
        the words beside it stay.
        """
        if file is None or box.isEmpty():
            return QPixmap()
        key = (file, box.width(), box.height(), density)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        drawn = self._draw(file, box, density)
        self._keep(key, drawn)
        return drawn

    def use_picture_set(self, set_id: str) -> None:
        """From now on show the set's pictures in place of ours; ours where it has none, or is not here."""
        if set_id != self._worn:
            found = self.sets.find(set_id) if set_id else None
            self._worn = set_id
            self._files, self._alts = (found.files, found.alts) if found is not None else ({}, {})

    def speak(self, language: str) -> None:
        """From now on the words of imported pictures are those in ``language``, or ours."""
        self.sets.language = language
        self.look_again()

    def look_again(self) -> None:
        """A set was brought, replaced or removed: nothing drawn from what was there before is shown."""
        worn, self._worn = self._worn, ""
        self._files, self._alts = {}, {}
        self.clear()
        self.use_picture_set(worn)

    def drawn(self, picture: Picture, box: QSize, density: float = 1.0) -> tuple[Picture, QPixmap]:
        """What is shown for ``picture``, and its pixels: the set's own where that can be drawn, else ours."""
        own = None if picture.fixed else self._files.get(picture.concept)
        if own is not None:
            pixels = self.pixmap(own, box, density)
            if not pixels.isNull():
                alt = self._alts.get(picture.concept) or picture.alt
                return Picture(picture.concept, alt, own), pixels
        return picture, self.pixmap(picture.file, box, density)

    def can_draw(self, picture: Picture, box: QSize) -> bool:
        """Whether anything shows for ``picture``. It is drawn for that once only, whatever its size."""
        own = None if picture.fixed else self._files.get(picture.concept)
        return bool({own, picture.file} & self._sound) or not self.drawn(picture, box)[1].isNull()

    def clear(self) -> None:
        """Forgets every picture."""
        self._kept.clear()
        self._sound.clear()
        self._bytes = 0

    def _keep(self, key: _Key, drawn: QPixmap) -> None:
        self._kept[key] = drawn
        self._bytes += _weight(drawn)
        while self._bytes > self._limit and self._kept:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _weight(dropped)

    def _draw(self, file: Path, box: QSize, density: float) -> QPixmap:
        try:
            data = self._read(file)
        except (OSError, PackError):
            return QPixmap()
        pixels = QSize(round(box.width() * density), round(box.height() * density))
        image = _drawing(data, pixels) if file.suffix.lower() == ".svg" else _photo(data, pixels)
        drawn = QPixmap.fromImage(image)
        drawn.setDevicePixelRatio(density)
        if not drawn.isNull():
            self._sound.add(file)
        return drawn


def _weight(drawn: QPixmap) -> int:
    return drawn.width() * drawn.height() * max(1, drawn.depth() // 8)


def _fitted(natural: QSizeF, box: QSize) -> QSize:
    return natural.scaled(QSizeF(box), Qt.AspectRatioMode.KeepAspectRatio).toSize().expandedTo(QSize(1, 1))


def _drawing(data: bytes, box: QSize) -> QImage:
    """An SVG drawn into ``box`` (device pixels), or a null image when it is none."""
    if b"<svg" not in data:
        return QImage()
    renderer = QSvgRenderer(QByteArray(data))
    if not renderer.isValid():
        return QImage()
    view = renderer.viewBoxF().size()
    size = _fitted(view if not view.isEmpty() else QSizeF(renderer.defaultSize()), box)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _photo(data: bytes, box: QSize) -> QImage:
    """A photo read at no more than ``box`` (device pixels), or a null image when it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    natural = reader.size()
    if natural.isEmpty():
        return QImage()
    turned = reader.transformation().value & 4
    frame = box.transposed() if turned else box
    reader.setScaledSize(_fitted(QSizeF(natural), frame).boundedTo(natural))
    return reader.read()
