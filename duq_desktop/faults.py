"""What is kept of a fault: its type and its place, never its message, which may quote an answer."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

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
