"""Recorded questions: sound files of a pack that take precedence over the computer's voice."""

from __future__ import annotations

from pathlib import Path

from duq_desktop.content.files import names_inside
from duq_desktop.content.safe import RECORDING_STARTS

RECORDINGS_FOLDER = "recordings"


def recordings(folder: Path, language: str) -> dict[str, Path]:
    """The recordings of the pack ``folder`` in ``language``, by question id.

    They lie in ``recordings/CODE`` and are named after the question's id. A pack without them gives
    an empty result. Whoever plays one takes its bytes from ``safe.safe_recording``. Raises
    ``PackError`` for links, pipes and the like.
    """
    where = folder / RECORDINGS_FOLDER / language
    if not where.is_dir() or where.is_symlink() or where.parent.is_symlink():
        return {}
    names = (where / name for name in names_inside(where) if "/" not in name)
    return {path.stem: path for path in names if path.suffix.lower() in RECORDING_STARTS}
