"""Printing a finished PDF from memory. What the system's spooler keeps for a time is outside our reach."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from duq_desktop.documents.pdf.printing import PagePicture, render_pages
from duq_desktop.errors import ReportError
from duq_desktop.words import printed

DPI = 200
"""Fine enough for 14 point letters, and a page takes 15 MB while it is painted."""


class Printer:
    """The printer of this computer, if it has one."""

    def print_pdf(self, pdf: bytes, name: str) -> None:
        """Print all pages; ``name`` is what others see in the queue. Raises ``ReportError``."""
        info = QPrinterInfo.defaultPrinter()
        if info.isNull():
            found = QPrinterInfo.availablePrinters()
            if not found:
                raise ReportError(printed.PRINTER_GONE)
            info = found[0]
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        device.setDocName(name)
        print_pages(device, render_pages(pdf, DPI))


def print_pages(device: QPrinter, pages: Iterable[PagePicture]) -> None:
    """Paint each page on a sheet of its own. Raises ``ReportError`` when the printer does not take it."""
    device.setFullPage(True)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter()
    if not painter.begin(device):
        raise ReportError(printed.PRINTER_GONE)
    try:
        for number, page in enumerate(pages):
            if number and not device.newPage():
                raise ReportError(printed.PRINTER_GONE)
            _paint(painter, page, device.pageLayout().fullRectPixels(device.resolution()))
    finally:
        finished = painter.end()
    if not finished or device.printerState() is QPrinter.PrinterState.Error:
        raise ReportError(printed.PRINTER_GONE)


def _paint(painter: QPainter, page: PagePicture, room: QRect) -> None:
    image = QImage(page.pixels, page.width, page.height, page.width * 4, QImage.Format.Format_RGBX8888)
    size = QSizeF(page.width, page.height).scaled(QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
