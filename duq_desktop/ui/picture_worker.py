"""The process that draws pictures which somebody brings: ``python -m duq_desktop.ui.picture_worker``.

Orders come on the standard input, drawings go to the standard output (``content.picture_drawing``). A picture
that takes too much time or memory ends this process; the app starts another one for the next.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from duq_desktop.content.picture_drawing import CPU_SECONDS, HEAD, LENGTH, MEMORY_BYTES, SVG
from duq_desktop.device.private_memory import keep_memory_private
from duq_desktop.device.std_streams import binary_stream
from duq_desktop.ui.photos import LONGEST_SIDE, as_png, redrawn

MEGABYTES_OF_ONE = 512
"""What Qt may take for the dots of one picture: 100 million dots have 400 MB."""


def main() -> int:
    """Draw what is ordered until nothing more comes; the exit code."""
    keep_memory_private()
    _limit_memory()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(sys.argv[:1])
    QImageReader.setAllocationLimit(MEGABYTES_OF_ONE)
    orders, drawings = binary_stream(sys.stdin, 0, "rb"), binary_stream(sys.stdout, 1, "wb")
    while len(head := orders.read(HEAD.size)) == HEAD.size:
        kind, length = HEAD.unpack(head)
        _limit_time()
        drawn = _drawn(kind, orders.read(length)) or b""
        drawings.write(LENGTH.pack(len(drawn)) + drawn)
        drawings.flush()
    del app
    return 0


def _drawn(kind: bytes, content: bytes) -> bytes | None:
    return drawn_svg(content) if kind == SVG else redrawn(content)


def drawn_svg(content: bytes) -> bytes | None:
    """The SVG as a PNG whose longer side is ``LONGEST_SIDE``; None when it cannot be drawn."""
    renderer = QSvgRenderer(QByteArray(content))
    natural = renderer.viewBox().size() if renderer.viewBox().isValid() else renderer.defaultSize()
    if not renderer.isValid() or natural.isEmpty():
        return None
    most = QSize(LONGEST_SIDE, LONGEST_SIDE)
    size = natural.scaled(most, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return as_png(image.convertToFormat(QImage.Format.Format_ARGB32))


def _limit_memory() -> None:
    """Windows has no such limit for a process by itself; there only time is limited, by the app."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _limit_time() -> None:
    """From now on so many seconds of work; then the system ends this process."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    sys.exit(main())
