"""A short name for a folder that lies deep: espeak-ng keeps its data's path in 160 bytes."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from pathlib import Path

from duq_desktop.errors import VoiceError
from duq_desktop.words import speech as words

LONGEST = 159
"""``N_PATH_HOME`` of espeak-ng 1.52's ``speech.h`` is 160, the closing zero counted."""


def short_path(folder: Path, longest: int = LONGEST) -> Path:
    """A name of at most ``longest`` bytes for ``folder``, good for the life of this process.

    On Linux the folder is held open and named by that; on Windows it is its short name; elsewhere a link
    in the folder for temporary files. Raises ``VoiceError`` with what to do when there is none.
    """
    if _fits(folder, longest):
        return folder
    try:
        name = _by_system(folder)
    except OSError as error:
        raise VoiceError(words.FOLDER_TOO_DEEP, folder=folder) from error
    if not _fits(name, longest):
        raise VoiceError(words.FOLDER_TOO_DEEP, folder=folder)
    return name


def _by_system(folder: Path) -> Path:
    if sys.platform == "win32":
        return _windows_short_name(folder)
    if sys.platform == "linux":
        # Never closed: the library opens its dictionaries and voices by this name later on.
        return Path(f"/proc/self/fd/{os.open(folder, os.O_RDONLY | os.O_DIRECTORY)}")
    link = Path(tempfile.mkdtemp(prefix="duq-")) / "voice"
    link.symlink_to(folder, target_is_directory=True)
    return link


def _windows_short_name(folder: Path) -> Path:
    """The 8.3 name. Raises ``OSError`` where the drive has none; not tried on a real computer."""
    room = ctypes.create_unicode_buffer(32_768)
    if not ctypes.windll.kernel32.GetShortPathNameW(str(folder), room, len(room)):  # type: ignore[attr-defined]
        raise OSError(f"no short name: {folder}")
    return Path(room.value)


def _fits(path: Path, longest: int) -> bool:
    return len(os.fsencode(path)) <= longest
