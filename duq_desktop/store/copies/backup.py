"""Copies of the file, bringing one back, and reaching into them when something is deleted.

A copy is made at every finish, and before a migration. Ten are kept, and the newest of each month for a
year. Their names and dates tell the month only: a copy's exact time would tell when somebody finished.
"""

from __future__ import annotations

import os
import re
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlite_utils import Database

from duq_desktop.errors import ExpectedError, StoreError
from duq_desktop.safe_files.reading import is_anything, is_plain, open_to_read
from duq_desktop.safe_files.writing import copy_new, keep_under, make_folder, put_in_place
from duq_desktop.store.file import folder as folders
from duq_desktop.store.file.database import check_database, check_file, connect, make_ready, use_copy
from duq_desktop.store.file.database_file import UNFINISHED, starts_as_ours
from duq_desktop.store.file.schema import drop_strange_triggers
from duq_desktop.store.file.store_errors import as_store_error
from duq_desktop.store.inbox import rows
from duq_desktop.store.office import ledger_rows, old_notes
from duq_desktop.words import sealing as words

KEPT = 10
MONTHS = 12
_SET_ASIDE_KEPT = 2
_PIECE = 4 * 1024 * 1024
"""Bytes that are looked at together: a file may be larger than the memory."""
_SET_ASIDE = re.compile(r"set-aside-([0-9]{6,})\.db\Z")
NAME = re.compile(r"answers-([1-9][0-9]{3})-(0[1-9]|1[0-2])-([0-9]{6,})\.db\Z")
_HALF = re.compile(r"(answers-[0-9-]+|set-aside-[0-9]+)\.part(-journal|-wal)?\Z")
_JOURNAL = re.compile(r"(?P<copy>(answers-[0-9-]+|set-aside-[0-9]+)\.db)-(journal|wal)\Z")
"""What a kill leaves among the backups: half a copy, or the pages of before in a journal."""


@dataclass(frozen=True)
class Backup:
    """One copy: its file, the ``month`` it is of ("2026-11"), and its place in the order they were made."""

    path: Path
    month: str
    number: int


@dataclass(frozen=True)
class _InLine:
    """What holds in the file now: the sittings that are erased, its keys, and what opens them."""

    erased: set[str]
    keys: list[rows.KeyRow]
    slots: list[rows.NumberedSlot]


def backups(folder: Path) -> tuple[Backup, ...]:
    """The copies in the data folder, the newest first. Raises ``StoreError`` when they cannot be listed."""
    found = []
    with as_store_error(words.FILE_DAMAGED), suppress(FileNotFoundError, NotADirectoryError):
        for path in (folder / folders.BACKUPS).iterdir():
            match = NAME.match(path.name)
            if match:
                found.append(Backup(path, f"{match[1]}-{match[2]}", int(match[3])))
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def make_backup(db: Database, folder: Path, today: date) -> Path:
    """Copies the open file, opens the copy to check it, and drops copies that are no longer needed.

    Raises ``StoreError``; then there is no half copy.
    """
    with as_store_error(words.BACKUP_NOT_MADE):
        make_folder(folder / folders.BACKUPS)
        number = max((one.number for one in backups(folder)), default=0) + 1
        target = folder / folders.BACKUPS / f"answers-{today:%Y-%m}-{number:06d}.db"
        part = target.with_suffix(".part")
        try:
            _copy(db, part)
            _check_same(db, part)
            put_in_place(part, target)
        except BaseException:
            folders.discard(part)
            raise
        _hide_time(target, today)
        _prune(folder, today)
    return target


def _copy(db: Database, part: Path) -> None:
    folders.fresh_file(part)
    copy = connect(part)
    try:
        db.conn.backup(copy.conn)
        use_copy(copy)
    finally:
        copy.close()
    folders.discard_journal(part)


def _check_same(db: Database, part: Path) -> None:
    check_file(part)
    copy = connect(part, "ro")
    try:
        check_database(copy)
        if _facts(copy) != _facts(db):
            raise StoreError(words.BACKUP_NOT_MADE)
    finally:
        copy.close()


def _facts(db: Database) -> tuple[object, ...]:
    """What a copy must have in common with its file, whichever version wrote it."""
    names = [str(row[0]) for row in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = [
        (name, *db.conn.execute(f'SELECT count(*), max(rowid) FROM "{name}"').fetchone()) for name in names
    ]
    return (*rows.store_facts(db), *counts)


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
            _copy_checked(backup, part)
            _carry_over(current, part)
            if is_plain(current):
                _set_aside(folder, current)
            folders.discard_journal(current)
            put_in_place(part, current)
        finally:
            folders.discard(part)
            lock.release()


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


def holds_any(path: Path, secrets: list[bytes]) -> bool:
    """Whether the bytes of the file still hold one of ``secrets``."""
    longest = max(map(len, secrets), default=0)
    kept = b""
    with open_to_read(path) as file:
        while piece := file.read(_PIECE):
            data = kept + piece
            if any(secret in data for secret in secrets):
                return True
            kept = data[1 - longest :] if longest > 1 else b""
    return False


def rewrite(db: Database) -> None:
    """Writes every page anew, so that nothing erased is left in the unused part of one."""
    db.conn.execute("VACUUM")
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def scrub(db: Database, path: Path, secrets: list[bytes]) -> bool:
    """Makes sure that the erased bytes are not in the file any more; says whether that worked.

    ``secure_delete`` zeroes what is deleted, but a page that was rearranged before may hold an older
    copy in its unused part; ``VACUUM`` writes every page anew.
    """
    if secrets and holds_any(path, secrets):
        rewrite(db)
        return not holds_any(path, secrets)
    return True


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
