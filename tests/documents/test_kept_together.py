"""What belongs together stands on one page, and needs no page of its own for that."""

from __future__ import annotations

import re
from io import BytesIO

import pypdf
import pytest

from duq_desktop.documents.pdf.easyread import EasyRead
from tests.documents.kit import ENGLISH, typeface

LINES_ON_A_PAGE = 16
"""A page takes more than this and less than twice as many."""


def paper(blocks: int, lines: int) -> EasyRead:
    """``blocks`` of two parts with ``lines`` lines each, all of a block kept together."""
    sheet = EasyRead("A paper", ENGLISH, typeface())
    for block in range(blocks):
        with sheet.kept_together():
            for part in "ab":
                with sheet.kept_together():
                    sheet.text(*(f"Block {block} part {part} line {line}." for line in range(lines)))
    return sheet


def pages_of(sheet: EasyRead) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(sheet.finish())).pages]


def test_small_blocks_share_a_page() -> None:
    assert paper(4, 2).count_pages() == 1


def test_a_block_that_finds_no_room_goes_whole_to_the_next_page() -> None:
    pages = pages_of(paper(3, LINES_ON_A_PAGE // 4))
    assert len(pages) > 1
    for block in range(3):
        (page,) = [text for text in pages if f"Block {block} part" in text]
        assert len(re.findall(rf"Block {block} part", page)) == LINES_ON_A_PAGE // 2


def test_a_block_too_high_for_any_page_keeps_its_parts_whole() -> None:
    pages = pages_of(paper(1, LINES_ON_A_PAGE))
    for part in "ab":
        (page,) = [text for text in pages if f"part {part} line" in text]
        assert len(re.findall(f"part {part} line", page)) == LINES_ON_A_PAGE


@pytest.mark.parametrize("lines", [1, 3 * LINES_ON_A_PAGE])
def test_no_line_is_lost_or_doubled(lines: int) -> None:
    words = " ".join(pages_of(paper(2, lines)))
    found = re.findall(r"Block \d+ part \w line \d+", words)
    assert len(found) == len(set(found)) == 2 * 2 * lines
