"""The files of a pack: each known, each what its name says, none of them hostile."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path, PurePosixPath

from duq_desktop.content.build import PACK_FILE
from duq_desktop.content.checks.structure import RELEASED_FILE
from duq_desktop.content.files import names_inside
from duq_desktop.content.pictures import ALT_FILE, OPENMOJI_FILE, PICTURES_FOLDER, SUFFIXES, imported_pictures
from duq_desktop.content.problems import Findings, Problem
from duq_desktop.content.recordings import RECORDINGS_FOLDER
from duq_desktop.content.safe import RECORDING_STARTS, safe_picture, safe_recording
from duq_desktop.errors import PackError
from duq_desktop.words import pack as words

SVG_TOTAL = 16 * 1024 * 1024
"""Bytes of all pictures that are looked at; keeps the check of a hostile pack short."""

_NOTES = (".md", ".txt")
_FILES = (PACK_FILE, RELEASED_FILE, OPENMOJI_FILE, ALT_FILE)


def check_folder(
    folder: Path, languages: Collection[str], questions: Collection[str], findings: Findings
) -> None:
    """Note unknown files, and pictures and recordings that are not what they should be.

    Raises ``PackError`` for links, pipes and too many files: with those the folder is not a pack.
    """
    left = SVG_TOTAL
    for name in names_inside(folder):
        path = PurePosixPath(name)
        if _is_picture(path):
            left -= (folder / name).lstat().st_size
            if left < 0:
                where = {"file": PICTURES_FOLDER, "place": words.WHOLE_FOLDER}
                raise PackError(words.PICTURES_TOO_BIG, limit=SVG_TOTAL, **where)
            _note(partial(safe_picture, folder / name, shown=name), findings)
        elif _is_recording(path, languages, questions):
            _note(partial(safe_recording, folder / name, shown=name), findings)
        elif not _is_known(path, languages):
            findings.add((name, words.WHOLE_FILE), words.UNKNOWN_FILE)


def check_set(folder: Path) -> list[Problem]:
    """Everything that is wrong with an organisation's own picture set, before it is taken in.

    Looks at ``set.toml`` and at every picture; an empty list means that the set can be used.
    """
    findings = Findings()
    try:
        found = imported_pictures(folder)
    except PackError as error:
        return [Problem.from_error(error)]
    for path in found.files.values():
        _note(partial(safe_picture, path), findings)
    return findings.problems


def _is_picture(path: PurePosixPath) -> bool:
    inside = len(path.parts) == 2 and path.parts[0] == PICTURES_FOLDER
    return inside and path.suffix.lower() in SUFFIXES


def _is_recording(path: PurePosixPath, languages: Collection[str], questions: Collection[str]) -> bool:
    if len(path.parts) != 3 or path.parts[0] != RECORDINGS_FOLDER or path.parts[1] not in languages:
        return False
    return path.suffix.lower() in RECORDING_STARTS and path.stem in questions


def _is_known(path: PurePosixPath, languages: Collection[str]) -> bool:
    texts = {f"texts/{code}.toml" for code in languages}
    is_note = path.suffix.lower() in _NOTES or path.stem.upper() in ("LICENCE", "LICENSE")
    return str(path) in _FILES or str(path) in texts or is_note


def _note(look: Callable[[], object], findings: Findings) -> None:
    try:
        look()
    except PackError as error:
        findings.problems.append(Problem.from_error(error))
