"""An X server's one screen told to be two monitors beside each other (RandR 1.5)."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence

Shape = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


class _Monitor(ctypes.Structure):
    """``XRRMonitorInfo`` of X11/extensions/Xrandr.h."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("noutput", ctypes.c_int),
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "mwidth", "mheight")),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


def set_monitors(display: str, shapes: Sequence[Shape]) -> None:
    """Make the screen of ``display`` these monitors; the first is the main one."""
    x11, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    randr.XRRGetMonitors.restype = ctypes.POINTER(_Monitor)
    server = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    root, count = ctypes.c_ulong(x11.XDefaultRootWindow(server)), ctypes.c_int()
    whole = randr.XRRGetMonitors(server, root, 1, ctypes.byref(count))[0]
    for number, (left, top, width, height) in enumerate(shapes):
        name = x11.XInternAtom(server, f"monitor-{number}".encode(), 0)
        sizes = (left, top, width, height, width // 4, height // 4)
        one = _Monitor(name, number == 0, 0, number == 0, *sizes, whole.outputs)
        randr.XRRSetMonitor(server, root, ctypes.byref(one))
    x11.XSync(server, 0)
    x11.XCloseDisplay(server)


if __name__ == "__main__":
    set_monitors(sys.argv[1], [(0, 0, 1366, 768), (1366, 0, 800, 600)])
