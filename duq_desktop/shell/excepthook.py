"""What is kept of a fault: its type and its place, never its message, which may quote an answer."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NoReturn

log = logging.getLogger("duq_desktop")


def log_fault(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Log the type and the place of a fault."""
    places = traceback.extract_tb(trace)
    where = f"{Path(places[-1].filename).name}:{places[-1].lineno}" if places else "?"
    log.error("fault %s in %s", kind.__name__, where)


def log_thread_fault(fault: threading.ExceptHookArgs) -> None:
    """For ``threading.excepthook``."""
    log_fault(fault.exc_type, fault.exc_traceback)


def log_unraisable(fault: sys.UnraisableHookArgs) -> None:
    """For ``sys.unraisablehook``: a fault in a destructor or a callback."""
    log_fault(fault.exc_type, fault.exc_traceback)


class FaultHooks:
    """Every fault, wherever it comes up, goes through these. ``begin_again`` gets the kind of one of ours.

    A fault is logged by its type and place, never by its message, which may quote an answer.
    """

    def __init__(self, begin_again: Callable[[type[BaseException]], None]) -> None:
        self._begin_again = begin_again
        self._before = (threading.excepthook, sys.unraisablehook)
        sys.excepthook = self.on_fault
        threading.excepthook = log_thread_fault
        sys.unraisablehook = log_unraisable

    def on_fault(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        """A fault of ours: log it, and begin again."""
        log_fault(kind, trace)
        try:
            self._begin_again(kind)
        except Exception as second:  # noqa: BLE001  # Python would print both faults with their messages
            log_fault(type(second), second.__traceback__)

    def take_down(self) -> None:
        """As it was before."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook, sys.unraisablehook = self._before


def leave(code: int) -> NoReturn:
    """End this process, once everything of ours is closed.

    Python and Qt would then take their objects apart in an order that nobody sets; with a screen reader on
    the bus that ended in a crash, after which a cover or a desktop takes the app for broken.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # a program without a console has none
            stream.flush()
    os._exit(code)
