"""“About this” and “For helpers”: true, complete, easy, and readable by a screen reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from duq_desktop.content.model import Picture
from duq_desktop.content.readability import grade
from duq_desktop.documents import about, helpers
from duq_desktop.documents.facts import Contact
from duq_desktop.documents.pdf.writer import PdfWriter
from duq_desktop.words import printed
from tests.documents import kit

SHEETS = [about, helpers]


def made(sheet: ModuleType, facts: object = kit.FACTS) -> bytes:
    return kit.pdf_of(sheet.document(facts, kit.materials()))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_conforms_and_reads_well_aloud(sheet: ModuleType, tmp_path: Path) -> None:
    pdf = made(sheet)
    assert kit.failures(pdf, tmp_path) == []
    assert kit.errors_aloud(pdf, tmp_path) == []
    assert kit.pages_of(pdf) <= 8


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_says_whom_to_phone_and_what_it_is(sheet: ModuleType) -> None:
    text = kit.text_of(made(sheet))
    for told in ("999", "01234 567890", "Speak Up Group: 01234 111222", printed.DRAFT, printed.INDEPENDENT):
        assert told in text
    assert "Priya Shah" in text
    assert "Lexend" in text


def test_all_contacts_are_named() -> None:
    more = replace(kit.FACTS, council="Oakshire", local=(Contact("Jo Lee", "01632 960 002"),))
    for sheet in SHEETS:
        text = kit.text_of(made(sheet, more))
        assert "Jo Lee: 01632 960 002" in text
        assert "Oakshire, the team that keeps people safe: 01234 567890" in text


def test_about_says_truly_who_can_read_the_answers() -> None:
    elsewhere = kit.text_of(made(about))
    assert "Priya Shah does not work in your home." in elsewhere
    assert printed.ABOUT_STAFF_CANNOT in elsewhere
    here = kit.text_of(made(about, replace(kit.FACTS, opener_works_here=True)))
    assert "Priya Shah works in your home." in here
    assert printed.ABOUT_STAFF_CANNOT not in here, "staff can open the answers where the opener is staff"


def test_about_shows_the_four_words_once_there_is_a_key() -> None:
    assert "river · candle · orange · window" in kit.text_of(made(about))
    assert printed.ABOUT_WORDS not in kit.text_of(made(about, replace(kit.FACTS, fingerprint=())))


def test_names_may_hold_anything(tmp_path: Path) -> None:
    odd = replace(
        kit.FACTS, opener_name="Zoë <&> 😀 {x}", opener_job="مدير", outside=Contact("আমি" * 30, "n" * 200)
    )
    for sheet in SHEETS:
        pdf = made(sheet, odd)
        assert kit.failures(pdf, tmp_path) == []
        assert "Zoë <&> [grinning face] {x}" in kit.text_of(pdf)


def test_a_missing_picture_leaves_the_words(tmp_path: Path) -> None:
    bare = kit.pdf_of(about.document(kit.FACTS, kit.materials(pictures={})))
    assert kit.failures(bare, tmp_path) == []
    assert "You can say yes." in kit.text_of(bare)


def test_a_damaged_picture_leaves_the_words_and_is_not_credited(tmp_path: Path) -> None:
    broken = tmp_path / "broken.svg"
    broken.write_text("<svg", "utf-8")
    spoilt = {
        concept: Picture(concept, "Something.", path)
        for concept, path in zip(kit.pictures(), (broken, tmp_path / "gone.svg") * 100, strict=False)
    }
    pdf = kit.pdf_of(about.document(kit.FACTS, kit.materials(pictures=spoilt)))
    text = kit.text_of(pdf)
    assert "You can say yes." in text
    assert printed.CREDIT_OWN not in text
    assert kit.failures(pdf, tmp_path) == []


def test_pages_are_counted_as_they_are_done() -> None:
    pages: list[int] = []
    writer = PdfWriter(kit.typeface(), kit.ENGLISH)
    pdf = writer.write(about.document(kit.FACTS, kit.materials()), progress=pages.append)
    assert pages == list(range(1, kit.pages_of(pdf) + 1))


def sentences(prefixes: tuple[str, ...]) -> list[str]:
    """The fixed texts of these parts, as ``check-pack`` counts them: of three words or more."""
    found: list[str] = []
    for name, value in vars(printed).items():
        if name.startswith(prefixes):
            found += flat(value)
    return [text for text in found if len(text.split()) >= 3]


def flat(value: object) -> list[str]:
    if isinstance(value, str):
        return [value.format_map(FILLED)]
    if isinstance(value, dict):
        value = tuple(value.values())
    return [text for part in value for text in flat(part)] if isinstance(value, tuple) else []


class Filled(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "Jo"


FILLED = Filled()


def test_what_people_supported_read_is_easy() -> None:
    assert grade(sentences(("ABOUT_", "MY_VIEWS_", "SLIP_"))) <= 2.0


def test_what_others_read_is_plain() -> None:
    assert grade(sentences(("HELPERS_",))) <= 4.0
    assert grade(sentences(("SAID_",))) <= 4.0


def test_every_line_has_a_picture_that_is_drawn() -> None:
    lines = [value for name, value in vars(printed).items() if name.isupper() and isinstance(value, tuple)]
    concepts = {first for value in lines for first in concepts_of(value)}
    assert concepts
    drawn = {concept for concept, picture in kit.pack().pictures.items() if picture.file}
    assert concepts - drawn == set()


def concepts_of(value: tuple[object, ...]) -> list[str]:
    if len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], tuple):
        return [value[0]]
    return [concept for part in value if isinstance(part, tuple) for concept in concepts_of(part)]
