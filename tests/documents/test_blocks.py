"""A document is blocks; whatever they say is in the PDF, and nothing of how it looks is in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from io import BytesIO
from typing import get_args

import pikepdf
import pytest

from duq_desktop.content.model import Picture
from duq_desktop.documents import about, blocks, helpers, my_views, people_said, sign_slip
from duq_desktop.documents.blocks import Bars, Block, Credits, Document, EasyLine, Key, Rank, Section
from duq_desktop.documents.my_views import MyViews
from duq_desktop.documents.people_said import SaidMaterials
from tests.documents import kit
from tests.documents.test_my_views import entries
from tests.documents.test_tagged import kinds

SIGNS = kit.pack().signs[:2]
DOCUMENTS = {
    "about": lambda: about.document(kit.FACTS, kit.materials()),
    "helpers": lambda: helpers.document(kit.FACTS, kit.materials()),
    "my views": lambda: my_views.document(MyViews(entries(9, "My words."), best="Tea."), kit.materials()),
    "sign": lambda: sign_slip.document(SIGNS, kit.materials(made_up=True)),
    "people said": lambda: people_said.document(
        kit.summary(), SaidMaterials(kit.materials(), kit.labels(), kit.said_facts("Oak Tree"))
    ),
}
WRITTEN_ONLY_WHERE_OWED = Credits


def words_in(value: object) -> Iterator[str]:
    """Every text a reader is to get: not names of pictures, answers' ids, nor the figures inside charts."""
    if isinstance(value, Bars | Key):
        yield value.alt
    elif isinstance(value, Picture | Enum | WRITTEN_ONLY_WHERE_OWED):
        return
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_in(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from words_in(getattr(value, each.name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_whatever_a_block_says_is_in_the_pdf(name: str) -> None:
    document = DOCUMENTS[name]()
    data = kit.pdf_of(document)
    with pikepdf.open(BytesIO(data)) as pdf:
        alts = {str(element.Alt) for element in kinds(pdf, "Figure")}
    text = kit.text_of(data)
    wanted = {" ".join(words.split()) for words in words_in(document)} - {""}
    assert len(wanted) > 3
    assert {words for words in wanted if words not in text and words not in alts} == set()


def test_the_documents_together_use_every_kind_of_block() -> None:
    used = {type(each) for make in DOCUMENTS.values() for each in blocks.all_blocks(make())}
    assert used == set(get_args(Block))


def test_only_a_group_has_no_title() -> None:
    with pytest.raises(ValueError, match="title"):
        Section(Rank.PART, "", ())
    with pytest.raises(ValueError, match="title"):
        Section(Rank.GROUP, "A title", ())


def test_all_blocks_are_walked_in_reading_order() -> None:
    inner = EasyLine(None, ("inner",))
    section = Section(Rank.PART, "Title", (inner,))
    opening = EasyLine(None, ("opening",))
    last = EasyLine(None, ("last",))
    document = Document("D", opening, (section, last))
    assert list(blocks.all_blocks(document)) == [opening, section, inner, last]
