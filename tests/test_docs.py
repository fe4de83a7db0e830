"""The written pages point only to what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
