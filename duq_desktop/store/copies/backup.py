"""Copies of the file, bringing one back, and reaching into them when something is deleted.

A copy is made at every finish, and before a migration. Ten are kept, and the newest of each month for a
year. Their names and dates tell the month only: a copy's exact time would tell when somebody finished.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlite_utils import Database

from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.safe_files.reading import is_anything, is_plain
from duq_desktop.safe_files.writing import (
    copy_new,
    keep_under,
    make_folder,
    new_file,
    put_in_place,
    sync_folder,
    write_whole,
)
from duq_desktop.store.copies import points
from duq_desktop.store.copies.growing import add_new, open_beginning
from duq_desktop.store.copies.leftovers import clear_leftovers as clear_leftovers
from duq_desktop.store.copies.scrubbing import rewrite as rewrite
from duq_desktop.store.copies.scrubbing import scrub as scrub
from duq_desktop.store.copies.whole_copy import copy_whole
from duq_desktop.store.file import folder as folders
from duq_desktop.store.file.database import check_database, check_file, connect, make_ready, use_copy
from duq_desktop.store.file.database_file import UNFINISHED, starts_as_ours
from duq_desktop.store.file.schema import drop_strange_triggers, drop_triggers, renew_triggers
from duq_desktop.store.file.store_errors import as_store_error
from duq_desktop.store.inbox import rows
from duq_desktop.store.office import ledger_rows, old_notes
from duq_desktop.words import sealing as words

KEPT = 10
MONTHS = 12
_SET_ASIDE_KEPT = 2
_SET_ASIDE = re.compile(r"set-aside-([0-9]{6,})\.db\Z")
NAME = re.compile(r"answers-([1-9][0-9]{3})-(0[1-9]|1[0-2])-([0-9]{6,})\.db\Z")


@dataclass(frozen=True)
class Backup:
    """One copy: its file, the ``month`` it is of ("2026-11"), and its place in the order they were made."""

    path: Path
    month: str
    number: int

    @property
    def is_whole(self) -> bool:
        """Whether it is a file of its own; a point is brought back from the whole file after it."""
        return self.path.suffix == ".db"


@dataclass(frozen=True)
class _InLine:
    """What holds in the file now: the sittings that are erased, its keys, and what opens them."""

    erased: set[str]
    keys: list[rows.KeyRow]
    slots: list[rows.NumberedSlot]


def backups(folder: Path) -> tuple[Backup, ...]:
    """The copies in the data folder, the newest first: whole files, and points before them.

    Raises ``StoreError`` when they cannot be listed.
    """
    return _in(folder / folders.BACKUPS)


def _in(place: Path) -> tuple[Backup, ...]:
    found = []
    with as_store_error(words.FILE_DAMAGED), suppress(FileNotFoundError, NotADirectoryError):
        for path in place.iterdir():
            match = NAME.match(path.name) or points.NAME.match(path.name)
            if match:
                found.append(Backup(path, f"{match[1]}-{match[2]}", int(match[3])))
    wholes = {one.number for one in found if one.is_whole}
    newest = max(wholes, default=0)
    there = [one for one in found if one.is_whole or (one.number < newest and one.number not in wholes)]
    return tuple(sorted(there, key=lambda one: one.number, reverse=True))


def _whole_of(found: tuple[Backup, ...], one: Backup) -> Backup:
    """The whole file that ``one`` is in: itself, or the next one after the point."""
    return min(
        (each for each in found if each.is_whole and each.number >= one.number), key=lambda each: each.number
    )


def make_backup(db: Database, folder: Path, today: date) -> Path:
    """Adds what is new to the newest backup, or copies the open file; drops what is no longer needed.

    What the newest was before stays as a point. Raises ``StoreError``; then there is no half copy.
    """
    with as_store_error(words.BACKUP_NOT_MADE):
        make_folder(folder / folders.BACKUPS)
        found = backups(folder)
        number = max((one.number for one in found), default=0) + 1
        target = folder / folders.BACKUPS / f"answers-{today:%Y-%m}-{number:06d}.db"
        if not (found and found[0].is_whole and _grow(db, found[0].path, target)):
            copy_whole(db, target)
        _hide_time(target, today)
        _prune(folder, today)
    return target


def _grow(db: Database, path: Path, target: Path) -> bool:
    """Makes ``target`` of the backup at ``path`` and what is new in ``db``; whether that could be done."""
    point = path.with_suffix(".point")
    try:
        copy = open_beginning(db, path)
        if copy is None:
            return False
        try:
            modified = path.stat().st_mtime
            _write_point(point, points.point_of(copy))
            os.utime(point, (modified, modified))
            add_new(db, copy)
        finally:
            copy.close()
            folders.discard_journal(path)
        path.replace(target)
        sync_folder(target.parent)
    except (StoreError, sqlite3.Error, OSError):
        if is_anything(path):
            point.unlink(missing_ok=True)
        return False
    return True


def _write_point(path: Path, point: points.Point) -> None:
    """On the disk but for its name, which is written down with that of the whole file."""
    path.unlink(missing_ok=True)
    with new_file(path) as file:
        file.write(point.to_bytes())
        file.flush()
        os.fsync(file.fileno())


def _hide_time(path: Path, today: date) -> None:
    """Sets the file's date to the first of the month."""
    noon = datetime(today.year, today.month, 1, 12).timestamp()
    with suppress(OSError):
        os.utime(path, (noon, noon))


def _prune(folder: Path, today: date) -> None:
    found = backups(folder)
    newest_of = {one.month: one for one in reversed(found)}
    first = today.year * 12 + today.month - MONTHS
    kept = set(found[:KEPT])
    for month, one in newest_of.items():
        year, number = month.split("-")
        if int(year) * 12 + int(number) > first:
            kept.add(one)
    kept |= {_whole_of(found, one) for one in kept}
    for one in found:
        if one not in kept:
            one.path.unlink(missing_ok=True)


def restore(folder: Path, backup: Path) -> None:
    """Brings ``backup`` back as the answers file; the one it replaces is set aside among the backups.

    Written to a new file, checked, and only then swapped. What was deleted since stays deleted, and what was
    published since stays known. The folder must not be open. Raises ``StoreError``; then nothing was changed.
    """
    with as_store_error(words.BACKUP_UNUSABLE):
        lock = folders.FolderLock(folder)
        current = folder / folders.FILE
        part = current.with_suffix(".part")
        try:
            _bring(backup, part)
            _carry_over(current, part)
            if is_plain(current):
                _set_aside(folder, current)
            folders.discard_journal(current)
            put_in_place(part, current)
        finally:
            folders.discard(part)
            lock.release()


def _bring(backup: Path, part: Path) -> None:
    """Makes ``part`` what ``backup`` was."""
    if not points.NAME.match(backup.name):
        _copy_checked(backup, part)
        return
    point, found = points.read_point(backup), _in(backup.parent)
    mine = [one for one in found if one.path.name == backup.name]
    if not mine:
        raise StoreError(words.BACKUP_UNUSABLE)
    _copy_checked(_whole_of(found, mine[0]).path, part)
    with closing(connect(part, alone=True)) as copy:
        use_copy(copy)
        drop_triggers(copy)
        points.cut_back(copy, point)
        renew_triggers(copy)


def _copy_checked(backup: Path, part: Path) -> None:
    """Copies the bytes, with what a save that was broken off left beside them: nothing is changed there."""
    try:
        check_file(backup)
        folders.discard(part)
        for ending in ("", *UNFINISHED):
            source = backup.with_name(backup.name + ending)
            if not ending or is_plain(source):
                copy_new(source, part.with_name(part.name + ending))
        with closing(connect(part, alone=True)) as copy:
            check_database(copy)
            use_copy(copy)
        folders.discard_journal(part)
    except StoreError as error:
        if error.sentence == words.NEWER:
            raise
        raise StoreError(words.BACKUP_UNUSABLE) from error


def _carry_over(current: Path, part: Path) -> None:
    """Erases in ``part`` what was erased in ``current``, and adds the opener's notes that it lacks.

    Among the notes is what was published (decision 0170). Raises ``StoreError`` for another folder's copy.
    """
    with ExitStack() as opened:
        try:
            check_file(current)
            db = opened.enter_context(closing(connect(current, alone=True)))
            check_database(db)
            store_id, erased = rows.store_facts(db)[0], rows.erased_sittings(db)
        except ExpectedError:
            return
        copy = opened.enter_context(closing(connect(part)))
        use_copy(copy)
        drop_strange_triggers(copy)
        if rows.store_facts(copy)[0] != store_id:
            raise StoreError(words.BACKUP_OTHER_STORE)
        make_ready(copy, lambda _db: None)
        _erase_in(copy, part, erased)
        _carry_notes(db, copy)


def _carry_notes(source: Database, copy: Database) -> None:
    """What the opener's side wrote is joined, whichever version wrote it."""
    copy.conn.execute("BEGIN IMMEDIATE")
    old_notes.carry_notes(source, copy)
    ledger_rows.join(source, copy)
    copy.conn.execute("COMMIT")


def _set_aside(folder: Path, current: Path) -> None:
    place = folder / folders.BACKUPS
    make_folder(place)
    matches = filter(None, (_SET_ASIDE.match(path.name) for path in place.iterdir()))
    earlier = sorted((int(match[1]), match[0]) for match in matches)
    number = earlier[-1][0] + 1 if earlier else 1
    part = place / f"set-aside-{number:06d}.part"
    folders.discard(part)
    keep_under(current, part)
    put_in_place(part, part.with_suffix(".db"))
    for _, name in earlier[: 1 - _SET_ASIDE_KEPT]:
        (place / name).unlink(missing_ok=True)


def _erase_in(db: Database, path: Path, erased: set[str]) -> None:
    """Erases the keys of these sittings. Raises ``StoreError`` when their bytes are still there."""
    hit = [row for row in rows.sittings(db) if row.sitting_id in erased and row.sealed_key is not None]
    db.conn.execute("BEGIN IMMEDIATE")
    for session in {row.session for row in hit}:
        rows.erase_session(db, session)
    db.conn.execute("COMMIT")
    if not scrub(db, path, [row.sealed_key for row in hit if row.sealed_key is not None]):
        raise StoreError(words.BACKUP_UNFINISHED, file=path.name)


def _renew_keys_in(db: Database, path: Path, keys: list[rows.KeyRow], slots: list[rows.NumberedSlot]) -> None:
    """Puts today's keys and slots in place of the old ones."""
    gone = list(rows.slot_boxes(db) - {slot.box for _, slot in slots})
    if not gone:
        return
    db.conn.execute("BEGIN IMMEDIATE")
    rows.drop_slots(db)
    for key in keys:
        rows.put_key(db, key)
    for number, slot in slots:
        rows.put_slot(db, number, slot)
    db.conn.execute("COMMIT")
    if not scrub(db, path, gone):
        raise StoreError(words.BACKUP_UNFINISHED, file=path.name)


def bring_in_line(db: Database, folder: Path, again: bool = False) -> None:
    """Does in every copy what was deleted or locked anew in the file ``db``.

    ``again``: an earlier time broke off, perhaps between erasing and looking; so every page of every
    copy is written anew. A copy that cannot be opened is removed: it could not be brought back, and
    might still hold a key. What is not ours stays as it is: another home's copy, another program's file, a
    link. A copy that has newer keys than this file, from a folder that went its own way, keeps its keys.

    Raises ``StoreError`` naming the copy that could not be changed.
    """
    store_id = rows.store_facts(db)[0]
    current = _InLine(
        rows.erased_sittings(db), rows.keys(db), [one for kind in rows.KINDS for one in rows.slots(db, kind)]
    )
    clear_leftovers(folder)
    for path in filter(is_plain, sorted((folder / folders.BACKUPS).glob("*.db"))):
        try:
            with as_store_error():
                found = _store_of(path)
                if found == store_id:
                    _bring_one_in_line(path, current, again)
                elif found is None and _may_be_ours(path):
                    folders.discard(path)
        except StoreError as error:
            raise StoreError(words.BACKUP_UNFINISHED, file=path.name) from error
    _forget_stands(db, folder)


def _forget_stands(db: Database, folder: Path) -> None:
    """How far a deleted session was goes from the points too."""
    gone = {row.number for row in rows.sessions(db, "state = 'deleted'")}
    for one in backups(folder):
        if not one.is_whole:
            with suppress(StoreError), as_store_error():
                point, modified = points.read_point(one.path), one.path.stat().st_mtime
                if any(stand[0] in gone for stand in point.stands):
                    write_whole(one.path, point.without(gone).to_bytes())
                    os.utime(one.path, (modified, modified))


def _store_of(path: Path) -> str | None:
    """Whose copy it is; None when it could never be brought back. Raises ``StoreError`` if that is open."""
    try:
        check_file(path)
        with closing(connect(path, "ro")) as copy:
            check_database(copy)
            return rows.store_facts(copy)[0]
    except StoreError as error:
        if error.sentence in (words.EMPTY_FILE, words.NOT_OURS, words.FILE_DAMAGED):
            return None
        raise


def _may_be_ours(path: Path) -> bool:
    """Whether a file that does not open may be a damaged copy of ours, by its name or its first bytes."""
    return bool(NAME.match(path.name) or _SET_ASIDE.match(path.name)) or starts_as_ours(path)


def _key_ids(copy: Database) -> set[str]:
    """The ids of a copy's keys; none where none can be read: then today's are put there."""
    try:
        return {key.key_id for key in rows.keys(copy)}
    except StoreError:
        return set()


def _bring_one_in_line(path: Path, current: _InLine, again: bool) -> None:
    modified = path.stat().st_mtime
    with closing(connect(path)) as copy:
        use_copy(copy)
        drop_strange_triggers(copy)
        _erase_in(copy, path, current.erased)
        if _key_ids(copy) <= {key.key_id for key in current.keys}:
            _renew_keys_in(copy, path, current.keys, current.slots)
        if again:
            rewrite(copy)
    folders.discard_journal(path)
    os.utime(path, (modified, modified))
