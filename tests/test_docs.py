"""The written pages point only to what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duq_desktop.words.messages import messages

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "resources").rglob("*.md")])
DECISIONS = ROOT / "docs" / "decisions"
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)")
NAMED = re.compile(r"`((?:docs|locks|tests|tools|benchmarks|setting_up|easyread|resources)/[\w./-]+)`")


def lost(page: Path) -> list[str]:
    """What ``page`` links to or names, and what is not there. Names count from the checkout's top."""
    text = page.read_text("utf-8")
    links = [target for target in LINK.findall(text) if not (page.parent / target).exists()]
    return links + [
        name for name in NAMED.findall(text) if "your-pack" not in name and not (ROOT / name).exists()
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_points_only_to_what_is_there(page: Path) -> None:
    assert not lost(page)


def test_a_lost_page_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "[a](gone.md) [b](https://example.org) [c](page.md#part) `docs/gone.md` `locks/run.txt`", "utf-8"
    )
    assert lost(page) == ["gone.md", "docs/gone.md"]


def test_every_decision_stands_in_the_list_in_order() -> None:
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (DECISIONS / "README.md").read_text("utf-8"))
    assert listed == sorted(page.name for page in DECISIONS.glob("0*.md"))


def test_every_folder_of_the_program_stands_on_the_map() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    table = architecture.partition("## The folders")[2].partition("## ")[0]
    program = ROOT / "duq_desktop"
    parts = [path for path in program.iterdir() if not path.name.startswith(("_", "."))]
    assert len(parts) > 10
    missing = [path.name for path in parts if f"`{path.stem}" not in table]
    assert not missing


def test_every_word_of_the_glossary_is_explained_once() -> None:
    glossary = (ROOT / "docs" / "architecture.md").read_text("utf-8").partition("## Glossary")[2]
    rows = [line for line in glossary.splitlines() if line.startswith("| **")]
    words = [word for row in rows for word in re.findall(r"\*\*(.+?)\*\*", row)]
    assert len(words) > 40
    assert len(words) == len(set(words))


def names_in(text: str) -> list[str]:
    """What a page names as something on the screen: it stands in *slanted* letters."""
    return [
        " ".join(name.split()) for name in re.findall(r"(?<![*\w])\*(?![*\s])([^*]+)(?<!\s)\*(?!\*)", text)
    ]


PLACE = re.compile(r"\{\w+\}")


def shown(name: str) -> bool:
    """Whether some fixed text of the product is just this, whatever fills its places."""
    texts = [message.text for message in messages()]
    worded = [text for text in texts if sum(map(str.isalpha, PLACE.sub("", text))) >= 3]
    patterns = (".+".join(map(re.escape, PLACE.split(text))) for text in worded)
    return any(re.fullmatch(pattern, name) for pattern in patterns)


@pytest.mark.parametrize("page", ["guide.md", "handing-over.md"])
def test_what_a_guide_names_is_called_so_on_the_screen(page: str) -> None:
    names = names_in((ROOT / "docs" / page).read_text("utf-8"))
    assert len(names) > 5
    systems = {"assigned access", "guided access", "Do not disturb"}
    assert [name for name in names if name not in systems and not shown(name)] == []


def test_a_name_that_is_nowhere_on_the_screen_would_be_found() -> None:
    assert names_in("Press *Start* or **not this**, then *Look\nround*.") == ["Start", "Look round"]
    assert shown("Start") and not shown("Begin now, all of you")


TOO_MUCH = re.compile(
    r"nobody can be picked out of it|no one can (ever )?(read|open) it\b|nothing that was opened is in memory"
    r"|so that nobody can be picked out\.\W*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What cannot be kept: who knows a home may guess, a stick may hold a copy, memory is not ours to wipe."""


def test_nothing_promises_more_than_is_true() -> None:
    pages = {
        page: (ROOT / page).read_text("utf-8") for page in ("README.md", "docs/guide.md", "docs/privacy.md")
    }
    told = {message.name: text for message in messages() for text in (message.text, message.many)}
    assert [name for name, text in {**pages, **told}.items() if TOO_MUCH.search(text)] == []
