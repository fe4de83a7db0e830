"""A folder of pictures that somebody brings, looked through before any of it is taken.

The folder may come from anywhere. Its names are listed within a limit, links and devices are refused,
nothing below it is entered, and no picture is opened here: whoever takes one reads it by ``safe_picture``.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from duq_desktop.content.files import FILES_LIMIT
from duq_desktop.content.pictures import SET_FILE, SET_NAME_LIMIT, SUFFIXES, read_set_table
from duq_desktop.content.printable import printable
from duq_desktop.content.problems import Findings, Problem
from duq_desktop.errors import PackError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.words import pack as words

_PASSED_OVER = frozenset({".txt", ".md", ".ini", ".db", ".toml", ".pdf"})
"""Notes, licences, and what systems leave in a folder."""
_LONGEST_ID = 60
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class PictureSetPreview:
    """What a folder brings. ``files`` are by concept and not opened yet; ``problems`` say what is left out.

    ``id`` follows from the name alone, so that a set has the same one on every computer. ``unknown``
    are names of pictures that the pack has no use for.
    """

    id: str
    name: str
    table: Mapping[str, Any]
    files: Mapping[str, Path]
    problems: Sequence[Problem] = ()
    unknown: Sequence[str] = ()


def look_through(folder: Path, wanted: Collection[str], kept: Collection[str] = ()) -> PictureSetPreview:
    """What the pictures in ``folder`` are for: ``wanted`` concepts may be replaced, ``kept`` ones never.

    Raises ``PackError`` when the folder cannot be read, holds too much, or its ``set.toml`` is wrong.
    """
    entries = _entries(folder)
    table = read_set_table(folder) if any(each.name == SET_FILE for each in entries) else {}
    name = str(table.get("name") or printable(folder.name, SET_NAME_LIMIT))
    sorting = _Sorting(wanted, kept)
    for entry in entries:
        sorting.take(entry)
    findings, unknown = sorting.findings.problems, tuple(sorting.unknown)
    return PictureSetPreview(
        set_id(name), name, {**table, "name": name}, sorting.files, tuple(findings), unknown
    )


def set_id(name: str) -> str:
    """The id of a set called ``name``: its plain letters, or a hash where it has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = _NOT_PLAIN.sub("-", plain)[:_LONGEST_ID].strip("-")
    return found or f"set-{hashlib.blake2b(name.encode('utf-8', 'replace'), digest_size=5).hexdigest()}"


def concept_of(name: str) -> str:
    """The concept that the file ``name`` is called after: "Front door.JPG" shows "front-door"."""
    return re.sub(r"[\s_]+", "-", Path(name).stem.strip().lower())


def holds_pictures(folder: Path) -> int:
    """How many files of ``folder`` are called as pictures are; 0 when it cannot be read or is a link."""
    try:
        names = [each.name for each in _entries(folder)]
    except PackError:
        return 0
    return sum(Path(name).suffix.lower() in SUFFIXES and not name.startswith(".") for name in names)


class _Sorting:
    """Puts each file of a folder where it belongs."""

    def __init__(self, wanted: Collection[str], kept: Collection[str]) -> None:
        self._wanted, self._kept = wanted, kept
        self.files: dict[str, Path] = {}
        self.findings = Findings()
        self.unknown: list[str] = []

    def take(self, entry: os.DirEntry[str]) -> None:
        suffix = Path(entry.name).suffix.lower()
        if entry.name.startswith(".") or suffix in _PASSED_OVER:
            return
        refusal = _refusal(entry, suffix)
        concept = concept_of(entry.name)
        if refusal:
            self._leave_out(entry.name, refusal)
        elif concept not in self._wanted and concept in self._kept:
            self._leave_out(entry.name, words.SET_FIXED)
        elif concept not in self._wanted:
            self.unknown.append(printable(entry.name))
        else:
            self._put(concept, Path(entry.path))

    def _put(self, concept: str, path: Path) -> None:
        """An SVG goes before a photograph of the same name, the first of two before the second."""
        known = self.files.get(concept)
        if known is None:
            self.files[concept] = path
            return
        is_better = path.suffix.lower() == ".svg" and known.suffix.lower() != ".svg"
        self.files[concept] = path if is_better else known
        other = known if is_better else path
        self._leave_out(other.name, words.SET_TWICE, concept=concept)

    def _leave_out(self, name: str, sentence: str, **values: object) -> None:
        self.findings.add((printable(name), words.WHOLE_FILE), sentence, **values)


def _refusal(entry: os.DirEntry[str], suffix: str) -> str:
    """Why an entry is no picture; empty when it may be one."""
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError:
        return words.NOT_A_FILE
    if stat.S_ISLNK(mode):
        return words.SET_LINK
    if stat.S_ISDIR(mode):
        return words.SET_FOLDER
    if not stat.S_ISREG(mode):
        return words.NOT_A_FILE
    return "" if suffix in SUFFIXES else words.SET_KIND


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    where = {"file": printable(folder.name), "place": words.WHOLE_FOLDER}
    if folder.is_symlink():
        raise PackError(words.SET_LINK, **where)
    found: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if len(found) == FILES_LIMIT:
                    raise PackError(words.SET_TOO_MANY, limit=FILES_LIMIT, **where)
                found.append(entry)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PackError(words.UNREADABLE, reason=reason, **where) from error
    return sorted(found, key=lambda entry: entry.name)
