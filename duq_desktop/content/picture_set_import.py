"""Brings an organisation's pictures onto this computer, one set whole or not at all, and takes one away.

Each picture is read by the guarded reader and, if it is a photograph, drawn anew: so neither the place
where it was taken nor anything else that cameras write into a file comes along. What was taken lies in a
folder beside, with no name that counts, until it is kept.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import Any

from duq_desktop.content.imported_sets import SETS_LIMIT, ImportedSets
from duq_desktop.content.picture_drawing import PHOTO, SVG, Drawer, NotDrawn
from duq_desktop.content.picture_set_preview import PictureSetPreview
from duq_desktop.content.pictures import SET_FILE
from duq_desktop.content.printable import printable
from duq_desktop.content.problems import Problem
from duq_desktop.content.safe import brought_photo, brought_svg
from duq_desktop.errors import PackError
from duq_desktop.safe_files.writing import make_account_folder, make_folder, write_new
from duq_desktop.words import pack as words

_BESIDE = ".new-"
_OLD = ".old-"

_WHY_NOT = {NotDrawn.BROKEN: words.SET_BROKEN, NotDrawn.TOO_HARD: words.SET_TOO_HARD}


class PictureSetImport:
    """Takes what ``coming`` brings to the other ``sets``; what is no plain SVG is drawn by ``drawer``.

    ``work`` takes one picture after the other, ``keep`` makes them count, ``drop`` leaves nothing.
    Raises ``PackError`` when nothing can be written there, or when there are sets enough.
    """

    def __init__(self, sets: ImportedSets, coming: PictureSetPreview, drawer: Drawer) -> None:
        self.coming = coming
        self.problems: list[Problem] = list(coming.problems)
        self.taken: set[str] = set()
        self._home, self._drawer = _home(sets), drawer
        there = set(sets.all())
        self.replaces = coming.id in there
        if len(there) >= SETS_LIMIT and not self.replaces:
            raise PackError(words.SET_ENOUGH, limit=SETS_LIMIT, **_where(coming))
        with _told(coming):
            make_account_folder(self._home.parent)
            make_folder(self._home)
            _clear(self._home)
            self._beside = Path(tempfile.mkdtemp(prefix=_BESIDE, dir=self._home))

    def work(self) -> Iterator[int]:
        """Take the pictures; now and again how many were looked at. Raises ``PackError`` if it cannot."""
        for number, (concept, path) in enumerate(sorted(self.coming.files.items())):
            for _ in self._take(concept, path):
                yield number
            yield number + 1
        self._drawer.close()

    def keep(self) -> None:
        """What was taken counts from now on, in place of an older set of this name. Raises ``PackError``."""
        target = self._home / self.coming.id
        older = self._home / f"{_OLD}{self.coming.id}"
        with _told(self.coming):
            write_new(self._beside / SET_FILE, _toml(self.coming.table, self.taken).encode("utf-8"))
            if target.exists():
                target.replace(older)
            try:
                self._beside.replace(target)
            except OSError:
                if older.exists():
                    older.replace(target)
                raise
        shutil.rmtree(older, ignore_errors=True)

    def drop(self) -> None:
        """Leave nothing of what was taken. After ``keep`` it does nothing."""
        self._drawer.close()
        shutil.rmtree(self._beside, ignore_errors=True)

    def _take(self, concept: str, path: Path) -> Iterator[None]:
        """Take one picture, giving way while it is drawn."""
        try:
            kept = yield from self._kept(path)
        except PackError as error:
            self.problems.append(Problem.from_error(error))
            return
        with _told(self.coming):
            write_new(self._beside / f"{concept}{_suffix(kept)}", kept)
        self.taken.add(concept)

    def _kept(self, path: Path) -> Generator[None, None, bytes]:
        """What is kept of a picture: a plain SVG as it is, everything else drawn. Raises ``PackError``."""
        if path.suffix.lower() == ".svg":
            content, is_plain = brought_svg(path)
            if is_plain:
                return content
            drawn = yield from self._drawer.draw(SVG, content)
        else:
            drawn = yield from self._drawer.draw(PHOTO, brought_photo(path))
        if isinstance(drawn, NotDrawn):
            raise PackError(_WHY_NOT[drawn], file=printable(path.name), place=words.WHOLE_FILE)
        return drawn


def _suffix(content: bytes) -> str:
    """The ending that says what a kept picture is."""
    if content.startswith(b"\x89PNG"):
        return ".png"
    return ".jpg" if content.startswith(b"\xff\xd8") else ".svg"


def remove_set(sets: ImportedSets, set_id: str) -> None:
    """Take a set away, with all its pictures. Raises ``PackError`` when something of it stays."""
    where = {"file": set_id, "place": words.WHOLE_FOLDER}
    if set_id not in sets.all():
        return
    gone = _home(sets) / f"{_BESIDE}{set_id}"
    try:
        (_home(sets) / set_id).replace(gone)
        shutil.rmtree(gone)
    except OSError as error:
        raise PackError(words.SET_STAYS, reason=error.strerror or type(error).__name__, **where) from error


def _home(sets: ImportedSets) -> Path:
    assert sets.folder is not None, "a computer without a folder for its settings keeps no pictures"
    return sets.folder


def _clear(home: Path) -> None:
    """What a computer switched off in the middle left; a set that was just being replaced comes back."""
    for path in sorted(home.glob(f"{_OLD}*")):
        target = home / path.name.removeprefix(_OLD)
        if target.exists():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.replace(target)
    for path in home.glob(f"{_BESIDE}*"):
        shutil.rmtree(path, ignore_errors=True)


def _toml(table: Mapping[str, Any], taken: set[str]) -> str:
    """``set.toml`` for what was taken. JSON's way to quote a text is TOML's too."""
    lines = [f"{key} = {_quoted(value)}" for key, value in table.items() if isinstance(value, str)]
    alts = {key: value for key, value in table.get("alt", {}).items() if key in taken}
    return "\n".join(
        [*lines, "[alt]", *(f"{_quoted(key)} = {_quoted(value)}" for key, value in alts.items()), ""]
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _where(coming: PictureSetPreview) -> dict[str, str]:
    return {"file": printable(coming.name), "place": words.WHOLE_FOLDER}


class _told:  # noqa: N801  # read as a word of the sentence it stands in
    """What the disk refuses becomes a sentence."""

    def __init__(self, coming: PictureSetPreview) -> None:
        self._where = _where(coming)

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            reason = error.strerror or type(error).__name__
            raise PackError(words.SET_NOT_KEPT, reason=reason, **self._where) from error
