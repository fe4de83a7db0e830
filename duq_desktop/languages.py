"""The languages of the fixed words: what each needs, and which people may be offered.

English is the language of the ids: it needs no catalogue, and none is opened for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from duq_desktop.errors import SetUpError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.words import Words, folders

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = "languages"
"""Inside the resources: the table of the languages, and gettext's folders."""
TABLE = "languages.toml"
_LARGEST = 256 * 1024


@dataclass(frozen=True)
class Language:
    """One language. ``checked``: a speaker has read every fixed word that people see, and says it is right.

    ``font_folder`` and ``font`` (a family) have the letters that the usual fonts lack; ``digits`` are
    the digits 0 to 9 where they are others. ``on_paper``: whether the PDFs can set its script.
    """

    code: str
    name: str
    checked: bool = False
    right_to_left: bool = False
    font_folder: str = ""
    font: str = ""
    digits: str = ""
    on_paper: bool = True

    def words(self, folder: Path) -> Words:
        """The fixed words in this language; ``folder`` holds the catalogues."""
        if self.code == ENGLISH.code:
            return Words()
        return Words(self.code, folder, digits=self.digits, apart=self.right_to_left)

    def paper_words(self, folder: Path) -> Words:
        """The fixed words for the PDFs."""
        return self.words(folder) if self.on_paper else Words()


ENGLISH = Language("en", "English", checked=True)


def read_languages(folder: Path) -> Mapping[str, Language]:
    """Every language by its code, English first. Raises ``SetUpError`` when the table cannot be read."""
    try:
        table = tomllib.loads(read_whole(folder / TABLE, _LARGEST, links=True).decode("utf-8"))
        return {ENGLISH.code: ENGLISH, **{code: _language(code, each) for code, each in table.items()}}
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as trouble:
        raise SetUpError(folders.PART_MISSING, folder=folder) from trouble


def _language(code: str, table: Mapping[str, Any]) -> Language:
    """One language of the table. Only ``checked = true`` itself counts as checked."""
    font = table.get("font", {"folder": "", "family": ""})
    digits = str(table.get("digits", ""))
    if len(digits) not in {0, 10}:
        raise ValueError("digits are ten")
    return Language(
        code,
        str(table["name"]),
        checked=table.get("checked") is True,
        right_to_left=table.get("right_to_left") is True,
        font_folder=str(font["folder"]),
        font=str(font["family"]),
        digits=digits,
        on_paper=table.get("on_paper") is not False,
    )


def offered(languages: Mapping[str, Language], pack_checked: Mapping[str, bool]) -> tuple[str, ...]:
    """The languages that people may be offered: a speaker has checked the fixed words and the pack's texts.

    ``pack_checked`` says of each language of the pack whether a speaker has checked it.
    """
    return tuple(
        code for code, language in languages.items() if language.checked and pack_checked.get(code) is True
    )


def shown(
    wanted: str, languages: Mapping[str, Language], pack_checked: Mapping[str, bool], *, drafts: bool = False
) -> Language:
    """The language to show where ``wanted`` is set: English for any that may not be offered.

    ``drafts``: those that nobody has checked too, for whoever makes or checks them.
    """
    if drafts and wanted in languages:
        return languages[wanted]
    return languages[wanted] if wanted in offered(languages, pack_checked) else ENGLISH


@dataclass(frozen=True)
class ActiveLanguage:
    """What one run of the app speaks: the language of its fixed words, and that of the pack's texts.

    The two differ only when a draft is looked at for which the pack has no texts yet. ``folder`` is the
    one of the languages.
    """

    language: Language
    pack_language: str
    folder: Path

    @property
    def words(self) -> Words:
        """The fixed words of the screens."""
        return self.language.words(self.folder)

    @property
    def paper_words(self) -> Words:
        """The fixed words of the PDFs."""
        return self.language.paper_words(self.folder)

    @property
    def on_paper(self) -> ActiveLanguage:
        """What the PDFs speak: English where they cannot set the script."""
        return self if self.language.on_paper else ActiveLanguage(ENGLISH, ENGLISH.code, self.folder)

    @property
    def fonts(self) -> Path:
        """The folder of the letters that the language needs beside the usual ones."""
        return self.folder / "fonts" / self.language.font_folder


def find_tongue(
    wanted: str, folder: Path, pack_languages: Callable[[], Mapping[str, bool]], *, drafts: bool = False
) -> ActiveLanguage:
    """What to speak where ``wanted`` is set; nothing is read for English.

    ``folder`` is the one of the languages, ``pack_languages`` says of each language of the pack whether a
    speaker has checked it. ``drafts`` shows what nobody may be offered yet.
    """
    if wanted == ENGLISH.code:
        return ActiveLanguage(ENGLISH, ENGLISH.code, folder)
    checked = pack_languages()
    language = shown(wanted, read_languages(folder), checked, drafts=drafts)
    return ActiveLanguage(language, language.code if language.code in checked else ENGLISH.code, folder)
