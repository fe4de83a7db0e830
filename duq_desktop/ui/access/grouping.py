"""How what can be pressed on a page is put into rows for scanning. Pure: boxes in, a tree out.

A page with few things to press has no rows. Else what stands in the same holder and is of one kind makes
a row; large ones are broken where their lines break; a page with many rows gets blocks of rows. Answers
come first, then what stands below them, then Next, then the controls above and below.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import groupby

from duq_desktop.light_dataclass import dataclass
from duq_desktop.ui.access.scan import Group, Leaf, Spot

FEW = 6
"""So many are scanned one by one: rows would cost a press more and save no time."""

ROW_MOST = 6
"""A longer row is broken."""

ROWS_MOST = 9
"""With more rows than this at the top, the rows of one holder become a block."""


class Zone(IntEnum):
    """Where on a page, in the order of scanning."""

    PAGE = 0
    SCROLL = 1
    NEXT = 2
    ABOVE = 3
    BELOW = 4


@dataclass(frozen=True)
class Box:
    """One thing to press: where it is, in pixels, and what it belongs to. ``name`` is the row's.

    ``section`` is the larger part of the page that it stands in, such as one of several questions.
    """

    key: Hashable
    left: int
    top: int
    height: int
    zone: Zone = Zone.PAGE
    holder: Hashable = None
    name: str = ""
    section: Hashable = None
    section_name: str = ""


def spots_of(boxes: Sequence[Box]) -> tuple[Spot, ...]:
    """The tree in which these are scanned; boxes come in reading order."""
    ordered = sorted(boxes, key=lambda box: box.zone)
    if len(ordered) <= FEW:
        return tuple(Leaf(box.key) for box in ordered)
    kinds = _kinds(ordered)
    rows = [_rows(kind) for kind in kinds]
    if sum(map(len, rows)) > ROWS_MOST:
        rows = [_as_block(each, kind[0].name) for each, kind in zip(rows, kinds, strict=True)]
    if sum(map(len, rows)) > ROWS_MOST:
        rows = _in_sections(rows, kinds)
    return tuple(spot for each in rows for spot in each)


def _kinds(boxes: Iterable[Box]) -> list[list[Box]]:
    """Boxes of one zone and one holder that follow one another."""
    runs = groupby(boxes, key=lambda box: (box.zone, box.holder if box.zone is Zone.PAGE else None))
    return [list(run) for _key, run in runs]


def _rows(kind: Sequence[Box]) -> list[Spot]:
    """The rows of one kind: itself, or its lines, or equal parts where the lines are too short or long."""
    if len(kind) == 1:
        return [Leaf(kind[0].key)]
    if len(kind) <= ROW_MOST:
        return [_row(kind)]
    parts = _lines(kind)
    if len(kind) < 2 * len(parts):
        parts = _parts(kind, math.ceil(math.sqrt(len(kind))))
    fitting = [part for line in parts for part in _parts(line, ROW_MOST if len(line) > 2 * ROW_MOST else 99)]
    block = (kind[0].zone, kind[0].holder, "block")
    return [replace(_row(part), name="", block=block) for part in fitting]


def _row(boxes: Sequence[Box]) -> Group:
    return Group(tuple(Leaf(box.key) for box in boxes), boxes[0].name)


def _lines(boxes: Sequence[Box]) -> list[list[Box]]:
    """What the eye sees as lines: boxes whose middles lie within the height of the line's first."""
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda each: (each.top, each.left)):
        first = lines[-1][0] if lines else None
        if first is not None and box.top < first.top + first.height / 2:
            lines[-1].append(box)
        else:
            lines.append([box])
    return [sorted(line, key=lambda each: each.left) for line in lines]


def _parts(boxes: Sequence[Box], most: int) -> list[list[Box]]:
    """Nearly equal parts of at most ``most``."""
    count = math.ceil(len(boxes) / most)
    numbered = enumerate(boxes)
    return [
        [box for _place, box in part] for _n, part in groupby(numbered, lambda p: p[0] * count // len(boxes))
    ]


def _as_block(rows: list[Spot], name: str) -> list[Spot]:
    if len(rows) < 2:
        return rows
    return [Group(tuple(rows), name)]


def _in_sections(rows: list[list[Spot]], kinds: list[list[Box]]) -> list[list[Spot]]:
    """The rows of one section become one, unless the whole page is that section."""
    pairs = zip(rows, kinds, strict=True)
    runs = [list(run) for _key, run in groupby(pairs, key=lambda pair: (pair[1][0].zone, pair[1][0].section))]
    if sum(run[0][1][0].zone is Zone.PAGE for run in runs) < 2:
        return rows
    return [
        _as_block([spot for spots, _kind in run for spot in spots], run[0][1][0].section_name)
        if run[0][1][0].zone is Zone.PAGE
        else [spot for spots, _kind in run for spot in spots]
        for run in runs
    ]
