"""This computer's own note of what it last published from a data folder, outside that folder.

A data folder can be copied, brought back or exchanged, and takes its memory along. The note tells that a
folder is new here, or knows less than this computer saw. It holds random ids and a count, nothing else. A
folder is known by where it lies, as with the key that is pinned: a copy elsewhere is another folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duq_desktop.errors import StoreError
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.safe_files.writing import make_account_folder, write_whole
from duq_desktop.words import publication as words

_FILE = "published.json"
_LARGEST = 1_000_000


@dataclass(frozen=True)
class ComputerNote:
    """The ids of the newest entries known, and how many notes of the opener could not be read then."""

    heads: tuple[str, ...] = ()
    unreadable: int = 0


def computer_note(config: Path, data: Path) -> ComputerNote | None:
    """The note on the folder ``data``; None when it is new here, or the note cannot be read."""
    raw = _read(config / _FILE).get(_name(data))
    try:
        return None if raw is None else ComputerNote(tuple(map(str, raw["heads"])), int(raw["unreadable"]))
    except (TypeError, ValueError, KeyError):
        return None


def note_on_computer(config: Path, data: Path, note: ComputerNote) -> None:
    """Writes the note. Raises ``StoreError``."""
    file = config / _FILE
    noted = {**_read(file), _name(data): {"heads": list(note.heads), "unreadable": note.unreadable}}
    try:
        make_account_folder(config)
        write_whole(file, json.dumps(noted, indent=1, sort_keys=True).encode("utf-8"))
    except OSError as error:
        raise StoreError(words.NOTE_NOT_WRITTEN, file=file) from error


def _read(file: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(read_whole(file, _LARGEST).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _name(data: Path) -> str:
    return str(data.absolute().resolve())
