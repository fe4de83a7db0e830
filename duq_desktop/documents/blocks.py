"""What a document holds, whatever it is written as: a tree of eleven kinds of blocks.

Plain values, all words already in the reader's language. A block says what it is, not how it looks: points,
colours and pages are the writer's (``documents.pdf``). ``new_page`` and ``together`` are wishes, which a
writer drops when room is short or where there are no pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from duq_desktop.content.model import Picture
from duq_desktop.figures.model import BarChart, KeyEntry


class Tone(Enum):
    """How loud words without a picture are said."""

    BODY = "body"
    SMALL = "small"
    STRONG = "strong"


@dataclass(frozen=True)
class EasyLine:
    """One idea in easy read: its picture, and a few lines beside it, each a sentence or two.

    ``title`` names it, in bold, where it has a name. A picture without a file keeps its place free; None
    takes no place.
    """

    picture: Picture | None
    lines: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True)
class Text:
    """Lines across the whole width."""

    lines: tuple[str, ...]
    tone: Tone = Tone.BODY


@dataclass(frozen=True)
class Note:
    """Lines that must not be missed, set apart from the rest."""

    lines: tuple[str, ...]
    picture: Picture | None = None


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Quote:
    """Somebody's own words as they were given, without quotation marks; ``said_by`` is a group, or ""."""

    words: str
    said_by: str = ""


@dataclass(frozen=True)
class Answer:
    """A question with the answer a person gave, its picture and mark, and their words, or ""."""

    prompt: str
    label: str
    picture: Picture | None = None
    mark: Picture | None = None
    words: str = ""


@dataclass(frozen=True)
class Table:
    """A data table; of three columns and more the first names its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Bars:
    """A chart; ``alt`` holds all its figures in words."""

    chart: BarChart
    alt: str


@dataclass(frozen=True)
class Key:
    """The patterns of the bars with their answers."""

    entries: tuple[KeyEntry, ...]
    alt: str


@dataclass(frozen=True)
class Credits:
    """Whom pictures and letters are owed. A line stands only where a picture of its kind was drawn.

    ``by_folder`` is the line for pictures in a folder of this name; ``others`` for those in none of them.
    """

    by_folder: tuple[tuple[str, str], ...]
    others: str
    letters: str


class Rank(Enum):
    """What a section is a part of."""

    PART = "part"
    AREA = "area"
    SMALL = "small"
    QUESTION = "question"
    GROUP = "group"
    """Blocks that belong together, without a heading; no level of its own."""


@dataclass(frozen=True)
class Section:
    """A heading with what it is over. ``together``: on one page, if one page can hold it."""

    rank: Rank
    title: str
    blocks: tuple[Block, ...]
    picture: Picture | None = None
    new_page: bool = False
    together: bool = False

    def __post_init__(self) -> None:
        if (self.rank is Rank.GROUP) == bool(self.title):
            raise ValueError("a section has a title, a group has none")


Block = EasyLine | Text | Note | Items | Quote | Answer | Table | Bars | Key | Credits | Section


@dataclass(frozen=True)
class Document:
    """The whole. ``opening`` stands beside the title; ``mark`` on each page, such as "Made up", or ""."""

    title: str
    opening: EasyLine
    blocks: tuple[Block, ...]
    mark: str = ""


def all_blocks(document: Document) -> Iterator[Block]:
    """Every block in reading order, each section before what is in it; the opening first."""
    yield document.opening
    yield from _walk(document.blocks)


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from _walk(block.blocks)
