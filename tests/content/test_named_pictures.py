"""Every picture that a screen or a fixed word names is in the shipped pack, drawn and said in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from duq_desktop.content.load import load_pack
from duq_desktop.words import family_staff, opener, person
from tests.content.pack_makers import ROOT, SHIPPED

NAMED = re.compile(r'(?:\bpicture\(|\bconcept(?:: str)? ?= ?)"([a-z0-9-]+)"')


def lines(value: object) -> Iterator[str]:
    """The picture names of ``Line`` and ``tuple[Line, ...]`` constants."""
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(each, str) for each in value):
        name, text = value
        if re.fullmatch(r"[a-z0-9-]+", name) and " " in text:
            yield name
    elif isinstance(value, tuple):
        for each in value:
            yield from lines(each)


def named_in_words() -> set[str]:
    roles = {role for role, _ in family_staff.ROLES}
    constants = [v for m in (person, family_staff, opener) for k, v in vars(m).items() if k.isupper()]
    return {name for value in constants for name in lines(value)} - roles


def named_in_screens() -> set[str]:
    sources = [*Path(ROOT / "duq_desktop/ui").rglob("*.py"), *Path(ROOT / "duq_desktop/report").rglob("*.py")]
    return {name for file in sources for name in NAMED.findall(file.read_text("utf-8"))}


def test_every_named_picture_is_there() -> None:
    pictures = load_pack(SHIPPED).pictures
    named = named_in_words() | named_in_screens()
    assert {"welcome", "headphones", "who-is-near"} <= named, "the search finds nothing any more"
    assert named - set(pictures) == set()
    assert [name for name in named if pictures[name].file is None or not pictures[name].alt] == []
