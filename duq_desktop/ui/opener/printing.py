"""Printing a sheet straight from memory: painted to the printer, through no file of ours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

SheetLine = tuple[str, int]
"""A line of a sheet and its size in points."""
_POINTS = 72
_MARGIN = 60
"""In points."""


def default_printer() -> str:
    """The name of the printer that would be used; empty when this computer has none."""
    info = QPrinterInfo.defaultPrinter()
    if not info.isNull():
        return str(info.printerName())
    names = QPrinterInfo.availablePrinterNames()
    return str(names[0]) if names else ""


def print_sheet(printer: str, lines: Sequence[SheetLine]) -> bool:
    """Prints one page; whether the printer took it. The system's waiting list is outside our reach."""
    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    painter = QPainter()
    if not painter.begin(device):
        return False
    paint_sheet(painter, lines, device.resolution(), device.width())
    return painter.end()


def paint_sheet(painter: QPainter, lines: Sequence[SheetLine], dpi: int, width: int) -> float:
    """Paints ``lines`` under one another; returns the height used, in the device's dots."""
    unit = dpi / _POINTS
    top = _MARGIN * unit
    room = width - 2 * _MARGIN * unit
    for text, size in lines:
        font = QFont("Lexend")
        font.setPixelSize(round(size * unit))
        painter.setFont(font)
        box = QRectF(_MARGIN * unit, top, room, 10_000 * unit)
        taken = painter.boundingRect(box, Qt.TextFlag.TextWordWrap, text)
        painter.drawText(taken, Qt.TextFlag.TextWordWrap, text)
        top += taken.height() + 14 * unit
    return top
