"""Contact sheets: many pictures side by side, to be looked at. Needs Qt; writes a PNG."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def draw_sheet(files: Sequence[Path], out: Path, size: int, columns: int, dark: bool, names: bool) -> None:
    """Write a sheet of the SVG files at ``size`` pixels each, on cream or as plates on a dark card."""
    gap, label = max(8, size // 12), 13 if names else 0
    rows = -(-len(files) // columns)
    cell_w, cell_h = size + gap, size + gap + label
    image = QImage(columns * cell_w + gap, rows * cell_h + gap, QImage.Format.Format_RGB32)
    image.fill(QColor("#14171c" if dark else "#f7efe0"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = painter.font()
    font.setPixelSize(10)
    painter.setFont(font)
    for i, file in enumerate(files):
        x, y = gap + i % columns * cell_w, gap + i // columns * cell_h
        if dark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#ffffff"))
            painter.drawRoundedRect(QRectF(x - 2, y - 2, size + 4, size + 4), 4, 4)
        QSvgRenderer(QByteArray(file.read_bytes())).render(painter, QRectF(x, y, size, size))
        if names:
            painter.setPen(QColor("#ffffff" if dark else "#14171c"))
            painter.drawText(QRectF(x - 4, y + size, size + 8, 12), Qt.AlignmentFlag.AlignHCenter, file.stem)
    painter.end()
    image.save(str(out))


def main() -> None:
    """``python -m tools.drawing.sheet OUT SIZE COLUMNS light|dark FILE...``."""
    _app = QGuiApplication(sys.argv[:1])
    out, size, columns, ground, *files = sys.argv[1:]
    draw_sheet([Path(f) for f in files], Path(out), int(size), int(columns), ground == "dark", int(size) > 60)


if __name__ == "__main__":
    main()
