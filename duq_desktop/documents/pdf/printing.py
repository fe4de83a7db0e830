"""A PDF as pictures of its pages, from memory, for printing and for looking at before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped,unused-ignore]

from duq_desktop.errors import ReportError
from duq_desktop.words import printed

POINTS_PER_INCH = 72
BYTES_PER_PIXEL = 4


@dataclass(frozen=True)
class PagePicture:
    """One page: its size in pixels, and ``pixels`` row by row as red, green, blue and a spare byte.

    In Qt that is ``QImage(pixels, width, height, width * 4, QImage.Format.Format_RGBX8888)``.
    """

    width: int
    height: int
    pixels: bytes


def render_pages(pdf: bytes, dpi: int) -> Iterator[PagePicture]:
    """The pages one by one, so that only one is in memory: a page of A4 at 300 dpi takes 35 MB.

    Raises ``ReportError`` if ``pdf`` is none.
    """
    try:
        opened = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ReportError(printed.NOT_A_PDF) from error
    try:
        for page in opened:
            yield _picture(page, dpi)
            page.close()
    finally:
        opened.close()


def _picture(page: pypdfium2.PdfPage, dpi: int) -> PagePicture:
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
    row = bitmap.width * BYTES_PER_PIXEL
    whole = bytes(bitmap.buffer)
    if bitmap.stride != row:
        whole = b"".join(whole[y * bitmap.stride : y * bitmap.stride + row] for y in range(bitmap.height))
    picture = PagePicture(bitmap.width, bitmap.height, whole)
    bitmap.close()
    return picture
