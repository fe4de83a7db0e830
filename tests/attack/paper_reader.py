"""What a reader gets out of a paper: its text and the text that stands for its charts, from the PDF alone.

Nothing of ``duq_desktop.summary`` is used here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject

NAMES = {"People supported": "person", "Families": "family", "Staff": "staff", "Others": "other"}
OPTIONS = {"yes": "yes", "sometimes": "sometimes", "no": "no"}


@dataclass(frozen=True)
class Bar:
    """One bar as printed: ``form`` is "three", "two" or "none"; how many it stands for, and the answers."""

    stream: str
    form: str
    people: int
    said: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Paper:
    """Everything printed that is a number. ``took_part``: (number, exact) by stream, where it is told."""

    took_part: dict[str, tuple[int, bool]] = field(default_factory=dict)
    charts: dict[str, tuple[Bar, ...]] = field(default_factory=dict)
    text: str = ""


def alts(pdf: bytes) -> list[str]:
    """The text that stands for each figure, in the order of the paper."""
    root = pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    return list(_alts(root))


def _alts(element: object) -> Iterator[str]:
    found = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(found, ArrayObject):
        for each in found:
            yield from _alts(each)
    elif isinstance(found, DictionaryObject):
        if "/Alt" in found:
            yield str(found["/Alt"])
        if "/K" in found:
            yield from _alts(found["/K"])


_BAR = re.compile(
    r"(People supported|Families|Staff|Others)(?:, (asked with Yes and No only|no answer given))?: "
    r"(\d+) (?:person|people)\."
)
_SAID = re.compile(r"(?:All )?(\d+) said ([^.]+)\.")


def chart_of(alt: str) -> tuple[str, tuple[Bar, ...]] | None:
    """The question and the bars of one chart; None for any other figure."""
    starts = list(_BAR.finditer(alt))
    if not starts:
        return None
    forms = {None: "three", "asked with Yes and No only": "two", "no answer given": "none"}
    bars = []
    for place, start in enumerate(starts):
        end = starts[place + 1].start() if place + 1 < len(starts) else len(alt)
        said = tuple((label.lower(), int(number)) for number, label in _SAID.findall(alt[start.end() : end]))
        bars.append(Bar(NAMES[start[1]], forms[start[2]], int(start[3]), said))
    return alt[: starts[0].start()].strip(), tuple(bars)


def charts_of(pdf: bytes) -> dict[str, tuple[Bar, ...]]:
    """All charts of a paper, by the question that stands over them."""
    return dict(chart for chart in map(chart_of, alts(pdf)) if chart is not None)


def paper_of(pdf: bytes) -> Paper:
    """Everything a reader gets of it."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    table = text[text.find("How many people") :]
    told = {}
    for name, stream in NAMES.items():
        found = re.search(rf"{name} (\d+)( or more)?", table)
        if found:
            told[stream] = (int(found[1]), found[2] is None)
    return Paper(told, charts_of(pdf), text)
