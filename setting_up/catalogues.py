"""The language files: ``python -m setting_up.catalogues`` brings them up to date, ``--check`` only looks.

The app's fixed words become ``resources/languages/duq_desktop.pot``; each language's ``.po`` takes in
what is new and keeps what is gone as a comment; its ``.mo`` is made from it. The ``.mo`` lie in the
repository, so that neither a checkout nor a wheel needs anything built (decision 0110).
"""

from __future__ import annotations

import sys
from datetime import datetime, timezone
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import Iterator, Mapping, Sequence

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogMessage
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from duq_desktop.languages import ENGLISH, Language, read_languages
from duq_desktop.words import DOMAIN
from duq_desktop.words.messages import Message, messages, shows_people
from setting_up import words
from setting_up.console import complain, say

LANGUAGES = Path(__file__).resolve().parent.parent / "resources" / "languages"
PROJECT, VERSION = "DUQ-Desktop", "fixed-words"
NO_DATE = datetime(2000, 1, 1, tzinfo=timezone.utc)
"""A template dated anew each time would differ each time."""
DRAFT = "Draft, not checked by a speaker."
"""Stands at the head of every catalogue that the table does not mark as checked, and of no other."""
WIDTH = 100


def template(found: list[Message]) -> Catalog:
    """All messages, each with the names of the constants that hold it."""
    made = Catalog(
        project=PROJECT,
        version=VERSION,
        header_comment="# The fixed words of DUQ Desktop. Licence: GPL-3.0-or-later.",
        creation_date=NO_DATE,
        charset="utf-8",
        fuzzy=False,
    )
    for message in found:
        made.add(message.id, auto_comments=[message.name])
    return made


def po_bytes(catalog: Catalog) -> bytes:
    """A template or a catalogue as the text file that people edit."""
    out = BytesIO()
    write_po(out, catalog, width=WIDTH, include_previous=False)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """A catalogue as gettext reads it; what is marked as fuzzy is left out."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def merged(po: bytes, language: Language, pot: Catalog) -> Catalog:
    """The language's catalogue with all messages of the template, its head as the table says."""
    catalog = read_po(BytesIO(po), locale=language.code, domain=DOMAIN)
    catalog.update(pot, no_fuzzy_matching=True)
    catalog.project, catalog.version, catalog.creation_date = PROJECT, VERSION, NO_DATE
    catalog.header_comment = head(language)
    catalog.fuzzy = False
    return catalog


def head(language: Language) -> str:
    """The first lines of a catalogue."""
    state = "Checked by a speaker." if language.checked else DRAFT
    return f"# {language.name} ({language.code}): the fixed words of DUQ Desktop.\n# {state}"


def places(text: str) -> set[str]:
    """The names of the ``{named}`` places. Raises ``ValueError`` when the brackets do not fit."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def wrong_places(catalog: Catalog) -> Iterator[str]:
    """The messages whose translation has other ``{named}`` places than the original."""
    for message in catalog:
        if not message.id or not translated(message):
            continue
        *fewer, most = forms(message.id)
        try:
            asked, allowed = places(fewer[0] if fewer else most), places(most)
            good = all(asked <= places(form) <= allowed for form in forms(message.string))
        except ValueError:
            good = False
        if not good:
            yield forms(message.id)[0]


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a message or of its translation: one, or one for each kind of number."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def translated(message: CatalogMessage) -> bool:
    """Whether there is a translation for every form."""
    return bool(message.string) and all(forms(message.string))


def untranslated(catalog: Catalog, found: list[Message]) -> Iterator[str]:
    """What people see that has no translation yet."""
    for text in dict.fromkeys(each.text for each in found if shows_people(each.part)):
        message = catalog.get(text)
        if message is None or not translated(message) or message.fuzzy:
            yield text


def problems(folder: Path) -> Iterator[str]:
    """What is not up to date or not right, a sentence each."""
    found = list(messages())
    pot = template(found)
    if _read(folder / f"{DOMAIN}.pot") != po_bytes(pot):
        yield words.POT_OLD
    for language in _languages(folder).values():
        yield from _problems_of(language, folder, found, pot)


def _problems_of(language: Language, folder: Path, found: list[Message], pot: Catalog) -> Iterator[str]:
    code, po = language.code, _read(_path(folder, language, "po"))
    if not po:
        yield words.PO_MISSING.format(code=code)
        return
    catalog = merged(po, language, pot)
    if po_bytes(catalog) != po:
        yield words.PO_OLD.format(code=code)
    if _read(_path(folder, language, "mo")) != mo_bytes(catalog):
        yield words.MO_OLD.format(code=code)
    for text in wrong_places(catalog):
        yield words.PLACES_DIFFER.format(code=code, text=text)
    if language.checked:
        for text in untranslated(catalog, found):
            yield words.CHECKED_BUT_MISSING.format(code=code, text=text)


def update(folder: Path) -> None:
    """Write the template, and each language's two files."""
    pot = template(list(messages()))
    (folder / f"{DOMAIN}.pot").write_bytes(po_bytes(pot))
    for language in _languages(folder).values():
        path = _path(folder, language, "po")
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = merged(_read(path), language, pot)
        path.write_bytes(po_bytes(catalog))
        _path(folder, language, "mo").write_bytes(mo_bytes(catalog))


def shares(folder: Path) -> Iterator[tuple[Language, int, int, int, int]]:
    """Each language: how many of people's messages are translated, of how many; and of all messages."""
    found = list(messages())
    pot = template(found)
    people = {each.text for each in found if shows_people(each.part)}
    for language in _languages(folder).values():
        catalog = merged(_read(_path(folder, language, "po")), language, pot)
        done = {forms(each.id)[0] for each in catalog if each.id and translated(each) and not each.fuzzy}
        yield language, len(done & people), len(people), len(done), len(pot)


def _languages(folder: Path) -> Mapping[str, Language]:
    """Every language that has a catalogue: all but the one of the ids."""
    table: dict[str, Language] = dict(read_languages(folder))
    del table[ENGLISH.code]
    return table


def _path(folder: Path, language: Language, kind: str) -> Path:
    return folder / language.code / "LC_MESSAGES" / f"{DOMAIN}.{kind}"


def _read(path: Path) -> bytes:
    """A file's bytes; none when it is not there."""
    return path.read_bytes() if path.is_file() else b""


def main(arguments: list[str], folder: Path = LANGUAGES) -> int:
    """Bring the files up to date, or say what is wrong; the exit code."""
    if "--check" not in arguments:
        update(folder)
    found = list(problems(folder))
    for sentence in found:
        complain("{trouble}", trouble=sentence)
    for language, done, of, all_done, all_of in shares(folder):
        named = {"name": language.name, "code": language.code}
        say(words.SHARE, **named, done=done, of=of, all_done=all_done, all_of=all_of)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
