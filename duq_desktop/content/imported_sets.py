"""The picture sets that an organisation brought onto this computer, as they are found when they are wanted.

Starting looks at none of this: the folder is read when somebody chooses pictures, brings their own way
along, or opens About.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from duq_desktop.content.pictures import PictureSet, imported_pictures
from duq_desktop.errors import PackError

FOLDER = "pictures"
SETS_LIMIT = 3
"""Sets on one computer: with our pictures and with none there are five things to choose from."""

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
"""Of an id: what may be a folder's name anywhere and leads nowhere else."""


class ImportedSets:
    """The sets in the folder ``pictures`` of ``config``: each is a folder, whose name is the set's id.

    They lie with the computer's settings and not with the answers: what lies there is sealed, and goes
    on backups. Without ``config`` there are none. ``language`` is the language shown: the words of a set
    in another one are left out, and ours stay.
    """

    def __init__(self, config: Path | None = None, language: str = "en") -> None:
        self.folder = None if config is None else config / FOLDER
        self.language = language

    def all(self) -> dict[str, PictureSet]:
        """Every set that can be read, by its id, in the order of the ids."""
        found = {name: self.find(name) for name in self._names()}
        return {name: each for name, each in found.items() if each is not None}

    def find(self, set_id: str) -> PictureSet | None:
        """One set; None when it is not on this computer, or cannot be read."""
        if self.folder is None or not set_id or not _LETTERS.issuperset(set_id):
            return None
        try:
            if (self.folder / set_id).is_symlink():
                return None
            found = imported_pictures(self.folder / set_id)
        except (PackError, OSError):
            return None
        return found if found.language == self.language else replace(found, alts={})

    def _names(self) -> list[str]:
        try:
            return sorted(path.name for path in self.folder.iterdir()) if self.folder is not None else []
        except OSError:
            return []
