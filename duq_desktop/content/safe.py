"""The bytes of a picture or recording, given out only when they are what they should be.

Whoever draws a picture (window, PDF) takes its bytes from here, never from the path: so a hostile
picture is refused before QtSvg or svglib sees it, and starting costs nothing for pictures that are
not shown.
"""

from __future__ import annotations

import struct
from pathlib import Path

from duq_desktop.content.files import read_plain
from duq_desktop.content.printable import printable
from duq_desktop.content.svg import check_svg
from duq_desktop.content.svg_to_draw import DRAWN_SVG_LIMIT, check_svg_to_draw
from duq_desktop.errors import PackError
from duq_desktop.words import pack as words

SVG_LIMIT = 256 * 1024
PHOTO_LIMIT = 8 * 1024 * 1024
DOTS_LIMIT = 24_000_000
"""Width times height of a photograph that lies in a pack or in a set that was taken."""

BROUGHT_LIMIT = 64 * 1024 * 1024
BROUGHT_DOTS_LIMIT = 108_000_000
"""Of a photograph as it is brought, before it is drawn smaller: what the largest telephones take."""

SCANS_LIMIT = 64
"""Passes of a JPEG that comes into view step by step; cameras and programs make about ten. Each costs a
walk over the whole picture, and a few bytes can order thousands."""

RECORDING_LIMIT = 8 * 1024 * 1024
RECORDING_STARTS = {
    ".wav": (b"RIFF",),
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    ".flac": (b"fLaC",),
    ".ogg": (b"OggS",),
}

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SCAN = b"\xff\xda"
_JPEG_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})


def safe_picture(path: Path, *, shown: str | None = None) -> bytes:
    """The bytes of the SVG, PNG or JPEG at ``path``, once they are known to be safe to draw.

    ``shown`` is how messages name the file. Raises ``PackError`` otherwise.
    """
    name = printable(shown or path.name)
    if path.suffix.lower() == ".svg":
        return safe_svg(path, shown=name)
    return _photo(path, name, PHOTO_LIMIT, DOTS_LIMIT)


def brought_photo(path: Path) -> bytes:
    """The bytes of a PNG or JPEG as a camera saves it, to be drawn once. Raises ``PackError``."""
    return _photo(path, printable(path.name), BROUGHT_LIMIT, BROUGHT_DOTS_LIMIT)


def brought_svg(path: Path) -> tuple[bytes, bool]:
    """The bytes of an SVG as it is brought, and whether it is plain and can stay one; else it is drawn once.

    Raises ``PackError`` when it may not be drawn at all.
    """
    name = printable(path.name)
    content = read_plain(path, DRAWN_SVG_LIMIT, shown=name)
    try:
        if len(content) <= SVG_LIMIT:
            check_svg(content, name)
            return content, True
    except PackError:
        pass  # not plain: it may still be drawn
    check_svg_to_draw(content, name)
    return content, False


def _photo(path: Path, name: str, bytes_limit: int, dots_limit: int) -> bytes:
    if path.suffix.lower() not in (".png", ".jpg", ".jpeg"):
        raise PackError(words.PICTURE_KIND, file=name, place=words.WHOLE_FILE)
    content = read_plain(path, bytes_limit, shown=name)
    size = _png_size(content) or _jpeg_size(content)
    if size is None or 0 in size:
        raise PackError(words.PICTURE_KIND, file=name, place=words.WHOLE_FILE)
    if size[0] * size[1] > dots_limit:
        width, height = size
        where = {"file": name, "place": words.WHOLE_FILE}
        raise PackError(words.PICTURE_SIZE, width=width, height=height, limit=dots_limit, **where)
    scans = content.count(_SCAN) if content.startswith(_JPEG) else 0
    if scans > SCANS_LIMIT:
        where = {"file": name, "place": words.WHOLE_FILE}
        raise PackError(words.PICTURE_SCANS, count=scans, limit=SCANS_LIMIT, **where)
    return content


def safe_svg(path: Path, *, shown: str | None = None) -> bytes:
    """The bytes of the SVG at ``path``, once ``svg.check_svg`` found nothing. Raises ``PackError``."""
    name = printable(shown or path.name)
    content = read_plain(path, SVG_LIMIT, shown=name)
    check_svg(content, name)
    return content


def safe_recording(path: Path, *, shown: str | None = None) -> bytes:
    """The bytes of the WAV, MP3, FLAC or Ogg recording at ``path``. Raises ``PackError``."""
    name = printable(shown or path.name)
    content = read_plain(path, RECORDING_LIMIT, shown=name)
    if not content.startswith(RECORDING_STARTS.get(path.suffix.lower(), ())):
        raise PackError(words.RECORDING_KIND, file=name, place=words.WHOLE_FILE)
    return content


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame header; None when there is none."""
    if not content.startswith(_JPEG):
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None
