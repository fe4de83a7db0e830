"""The guide to the pack format and the loader know the same keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duq_desktop.content.build import OPTION_IDS
from duq_desktop.content.checks.prompts import ENGLISH_RULES, WORDS_LIMIT
from duq_desktop.content.checks.structure import BOARD_LIMIT, SIGNS_LEAST, SIGNS_MOST
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Stream
from duq_desktop.content.schema import SHAPES, Shape
from tests.content.pack_makers import SHIPPED

GUIDE = (Path(__file__).resolve().parents[2] / "docs/pack-format.md").read_text("utf-8")
ROW = re.compile(r"^\| `([a-z_]+)` \| ([^|]+?) \| (yes)? *\| ", re.MULTILINE)


def documented() -> dict[str, dict[str, tuple[str, bool]]]:
    """The keys of each table of the guide: what it holds and whether it must be there."""
    found = {}
    for section in GUIDE.split("\n### ")[1:]:
        heading = section.split("\n", 1)[0].strip("`")
        body = section.split("\n## ", 1)[0]
        found[heading] = {key: (kind, needed == "yes") for key, kind, needed in ROW.findall(body)}
    return found


def test_each_table_is_in_the_guide_and_no_other() -> None:
    assert set(documented()) == {shape.name for shape in SHAPES}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_keys_of_the_guide_are_those_accepted(shape: Shape) -> None:
    accepted = {name: (key.kind.value, key.needed) for name, key in shape.keys.items()}
    assert documented()[shape.name] == accepted


def test_the_numbers_and_names_of_the_guide_are_those_checked() -> None:
    assert f"at most {WORDS_LIMIT} words" in GUIDE
    assert f"at most {BOARD_LIMIT} on the whole board" in GUIDE
    assert f"{SIGNS_LEAST} to {SIGNS_MOST} to choose" in GUIDE
    assert all(f"`{rule}`" in GUIDE for rule in ENGLISH_RULES)
    assert ", ".join(OPTION_IDS) in GUIDE


def test_the_guide_to_picture_sets_names_the_pictures_that_matter_most() -> None:
    pack = load_pack(SHIPPED)
    guide = (Path(__file__).resolve().parents[2] / "docs/picture-sets.md").read_text("utf-8")
    areas = [(area.picture.concept, area.short_title) for area in pack.areas]
    questions = [(each.picture.concept, each.prompt) for each in pack.questions(Stream.PERSON)]
    named = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", guide, re.MULTILINE)
    assert named == [*areas, *questions]
