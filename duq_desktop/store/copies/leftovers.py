"""What a kill leaves of copies: it may hold what was deleted since, so it goes."""

from __future__ import annotations

import re
from pathlib import Path

from duq_desktop.safe_files.reading import is_anything
from duq_desktop.safe_files.writing import make_folder
from duq_desktop.store.file import folder as folders
from duq_desktop.store.file.store_errors import as_store_error

_HALF = re.compile(r"(answers-[0-9-]+|set-aside-[0-9]+)\.part(-journal|-wal)?\Z")
_JOURNAL = re.compile(r"(?P<copy>(answers-[0-9-]+|set-aside-[0-9]+)\.db)-(journal|wal)\Z")
"""What a kill leaves among the backups: half a copy, or the pages of before in a journal."""


def clear_leftovers(folder: Path) -> None:
    """Removes copies that a kill broke off, with their journals: they may hold what is deleted since.

    Whoever calls it holds the folder's lock, so nobody is writing one. Raises ``StoreError``, also when
    the folder of backups is a link: what lies behind it is not ours to change.
    """
    place = folder / folders.BACKUPS
    with as_store_error():
        current = (folder / folders.FILE).with_suffix(".part")
        found = [current] if is_anything(current) else []
        folders.discard_journal(current)
        if is_anything(place):
            make_folder(place)
            found += [path for path in place.iterdir() if _is_leftover(path)]
        for path in found:
            folders.discard(path)


def _is_leftover(path: Path) -> bool:
    """Half a copy, or a journal whose copy is gone; a copy that is there may still need its journal."""
    journal = _JOURNAL.match(path.name)
    if journal:
        return not is_anything(path.with_name(journal["copy"]))
    return _HALF.match(path.name) is not None
