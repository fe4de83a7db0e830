"""Writing a small file whole or not at all: a power cut leaves the one of before, or the new one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(file: Path, text: str) -> None:
    """Write ``text`` to ``file`` as UTF-8, through a file beside it. Raises ``OSError`` when that fails."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        Path(name).replace(file)
    except (OSError, ValueError):
        Path(name).unlink(missing_ok=True)
        raise
