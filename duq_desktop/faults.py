"""What is kept of a fault: its type and its place, never its message, which may quote an answer."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
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
