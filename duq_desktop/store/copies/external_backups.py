"""Backups outside the data folder: put on a stick, and found on one again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from duq_desktop.errors import StoreError
from duq_desktop.safe_files.reading import is_plain, same_content
from duq_desktop.safe_files.writing import copy_new, make_folder, put_free
from duq_desktop.store.file import folder as folders
from duq_desktop.store.file.database import check_database, check_file, connect
from duq_desktop.store.file.database_file import starts_as_ours
from duq_desktop.store.file.store_errors import as_store_error
from duq_desktop.words import sealing as words

FOLDER = "DUQ Desktop backups"
"""The folder on a stick that backups are put in."""
_NAME = re.compile(r"answers-([1-9][0-9]{3})-(0[1-9]|1[0-2])-([0-9]{6,})(?: [0-9]{1,3})?\.db\Z")
"""As a backup is called in the data folder, and with the number of a second one of that name."""
_MOST_LOOKED_AT = 300
"""Folders on one stick: it may hold anything."""


@dataclass(frozen=True)
class Away:
    """One backup on a stick. ``month`` ("2026-11") and ``number`` are "" and 0 for a whole copied folder."""

    path: Path
    month: str = ""
    number: int = 0


def copy_away(backup: Path, folder: Path) -> Path:
    """Copies ``backup`` into its folder on the stick ``folder``, opens the copy to check it, and gives it.

    Another file of its name there, perhaps another home's, stays: then the copy has a number after its
    name. Raises ``StoreError``; then there is no half copy.
    """
    with as_store_error(words.BACKUP_NOT_MADE):
        place = folder / FOLDER
        make_folder(place)
        target = place / backup.name
        if is_plain(target) and same_content(target, backup):
            return target
        part = place / backup.with_suffix(".part").name
        folders.discard(part)
        try:
            copy_new(backup, part)
            if not same_content(part, backup):
                raise StoreError(words.BACKUP_NOT_MADE)
            _check(part)
            return put_free(part, target)
        finally:
            with suppress(OSError):
                folders.discard(part)


def _check(path: Path) -> None:
    check_file(path)
    copy = connect(path, "ro")
    try:
        check_database(copy)
    finally:
        copy.close()


def backups_on(folder: Path) -> tuple[Away, ...]:
    """What on the stick ``folder`` looks like one of our backups, the newest first, whole folders last.

    Only its top and the folders just below are looked into, and what a copied data folder holds.
    """
    found = {each.path: each for place in _looked_into(folder) for each in _backups_in(place)}
    return tuple(sorted(found.values(), key=lambda one: (one.month, one.number, str(one.path)), reverse=True))


def _looked_into(folder: Path) -> list[Path]:
    below = [folder, *_folders_in(folder)]
    return [*below, *(each / folders.BACKUPS for each in below if (each / folders.BACKUPS).is_dir())]


def _folders_in(folder: Path) -> list[Path]:
    try:
        found = sorted(each for each in folder.iterdir() if each.is_dir() and not each.is_symlink())
    except OSError:
        return []
    return found[:_MOST_LOOKED_AT]


def _backups_in(folder: Path) -> Iterator[Away]:
    try:
        names = sorted(folder.glob("answers*.db"))
    except OSError:
        return
    for path in names:
        match = _NAME.match(path.name)
        if (match or path.name == folders.FILE) and starts_as_ours(path):
            yield Away(path, f"{match[1]}-{match[2]}", int(match[3])) if match else Away(path)
