"""Loading a pack: its folder becomes one frozen ``Pack`` in one language.

The loader goes by the same shapes as the checks and stops at the first thing that would leave a
page without its words. A missing picture does not stop it: the page then shows words alone.
Pictures are not opened here; ``safe.safe_picture`` looks at each before anything draws it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from duq_desktop.content.build import PACK_FILE, Builder
from duq_desktop.content.local_words import LocalWords, WordChoices
from duq_desktop.content.model import Pack
from duq_desktop.content.pictures import PictureSet, usual_sets
from duq_desktop.content.printable import printable
from duq_desktop.content.problems import Findings
from duq_desktop.content.recordings import recordings
from duq_desktop.content.schema import PACK, TEXTS, check_shape
from duq_desktop.content.toml import read_toml
from duq_desktop.errors import PackError
from duq_desktop.words import pack as words

FORMAT = 1

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


def load_pack(
    folder: Path,
    *,
    language: str = "en",
    local_words: LocalWords | None = None,
    picture_sets: Sequence[PictureSet] | None = None,
) -> Pack:
    """The pack in ``folder``, in ``language``, with the home's words for staff and manager.

    ``picture_sets`` are asked in order; by default the pack's own drawings, then OpenMoji. A
    language that no speaker has checked loads too: whoever offers languages to people asks
    ``Pack.offered_languages``. Raises ``PackError`` with file, place and reason when a text is
    missing, a key is wrong, an id is used twice or the folder is not safe to read.
    """
    structure = read_structure(folder)
    if language not in structure["languages"]:
        raise PackError(words.NO_LANGUAGE, file=PACK_FILE, place="languages", language=printable(language))
    texts = read_texts(folder, language)
    sets = usual_sets(folder) if picture_sets is None else picture_sets
    findings = Findings()
    local = local_words or LocalWords()
    found = recordings(folder, language)
    pack = Builder(structure, texts, sets, local, findings, found).pack()
    findings.raise_first()
    return pack


def read_structure(folder: Path) -> dict[str, Any]:
    """The checked tables of ``pack.toml``. Raises ``PackError`` at the first thing wrong."""
    if not folder.is_dir():
        raise PackError(words.NO_FOLDER, file=folder.name, place=words.WHOLE_FOLDER)
    table = read_toml(folder, PACK_FILE)
    made = table.get("format")
    if type(made) is int and made > FORMAT:
        raise PackError(words.NEWER_FORMAT, file=PACK_FILE, place=words.WHOLE_FILE, format=made, known=FORMAT)
    findings = Findings()
    check_pack_table(table, findings)
    findings.raise_first()
    return table


def checked_languages(folder: Path) -> dict[str, bool]:
    """Of each language of the pack, whether a speaker has checked it. Raises ``PackError``."""
    return {code: table["checked"] for code, table in read_structure(folder)["languages"].items()}


def read_pack_table(folder: Path) -> dict[str, Any]:
    """``pack.toml`` as it stands. Raises ``PackError`` when it is not TOML or of a newer format."""
    if not folder.is_dir():
        raise PackError(words.NO_FOLDER, file=folder.name, place=words.WHOLE_FOLDER)
    table = read_toml(folder, PACK_FILE)
    made = table.get("format")
    if type(made) is int and made > FORMAT:
        where = {"file": PACK_FILE, "place": words.WHOLE_FILE}
        raise PackError(words.NEWER_FORMAT, format=made, known=FORMAT, **where)
    return table


def check_pack_table(table: Mapping[str, Any], findings: Findings) -> None:
    """Note what is wrong with the keys of ``pack.toml`` and with its language codes."""
    check_shape(table, PACK, PACK_FILE, findings)
    if findings.problems:
        return
    where = (PACK_FILE, "languages")
    for code in [each for each in table["languages"] if _LANGUAGE.match(each) is None]:
        findings.add(where, words.WRONG_ID, id=code[:40], rule=words.LANGUAGE_RULE)
    if table["main_language"] not in table["languages"]:
        findings.add(where, words.MAIN_MISSING, language=table["main_language"])


def read_texts(folder: Path, language: str) -> dict[str, Any]:
    """The checked tables of the texts in ``language``. Raises ``PackError`` at the first thing wrong."""
    name = texts_file(language)
    table = read_toml(folder, name)
    findings = Findings()
    check_texts_table(table, language, findings)
    findings.raise_first()
    return table


def check_texts_table(table: Mapping[str, Any], language: str, findings: Findings) -> None:
    """Note what is wrong with the keys of the texts in ``language``."""
    name = texts_file(language)
    check_shape(table, TEXTS, name, findings)
    if table.get("language", language) != language:
        findings.add((name, "language"), words.WRONG_LANGUAGE, language=table["language"])


def texts_file(language: str) -> str:
    """The name of the file that holds the texts in ``language``, inside the pack's folder."""
    return f"texts/{language}.toml"


def word_choices(folder: Path, language: str = "en") -> WordChoices:
    """The words for staff and manager that the pack offers at set-up. Raises ``PackError``."""
    local = read_texts(folder, language)["local_words"]
    return WordChoices(tuple(local["staff"]), tuple(local["manager"]), tuple(local["managers"]))
