"""How this computer is used on one day: where, who is there to talk to, which areas come first, by which way.

The facilitator sets it up and it counts for that date only. It never takes anything away from a person:
the contacts that the opener set up stay, and the other areas are one press away. The file is JSON in
the user's configuration folder.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from duq_desktop.computer.whole_file import write_whole
from duq_desktop.values import dataclass

FILE_NAME = "day.json"
LONGEST = 60
"""Characters of a place, a name or a number."""
MOST_AREAS = 20
_WAYS = ("direct", "one-switch", "two-switches", "dwell")


@dataclass(frozen=True)
class Day:
    """``date`` is ISO 8601. ``areas`` are the ids of the areas shown first; none: all of them.

    ``contact`` and ``number`` are of somebody who is there today and can be talked to. ``way`` is how
    people press (``liking.ways.Way``) until they say otherwise.
    """

    date: str
    place: str = ""
    contact: str = ""
    number: str = ""
    areas: tuple[str, ...] = ()
    way: str = "direct"

    def shortened(self) -> Day:
        """With texts on one line and not longer than they may be."""
        return replace(
            self, place=_short(self.place), contact=_short(self.contact), number=_short(self.number)
        )


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def load_day(folder: Path, today: str) -> Day | None:
    """What was set up for ``today`` in ``folder``; None when nothing was, or the file is not ours."""
    try:
        raw = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    day = _checked(raw)
    return day if day is not None and day.date == today else None


def _checked(raw: Any) -> Day | None:
    if not isinstance(raw, dict):
        return None
    known = {field.name: raw[field.name] for field in fields(Day) if field.name in raw}
    areas = known.pop("areas", [])
    texts = all(isinstance(value, str) and len(value) <= LONGEST for value in known.values())
    listed = isinstance(areas, list) and len(areas) <= MOST_AREAS
    if not texts or not listed or not all(isinstance(area, str) for area in areas):
        return None
    if "date" not in known or known.get("way", "direct") not in _WAYS:
        return None
    return Day(areas=tuple(areas), **known)


def save_day(day: Day, folder: Path) -> None:
    """Write it whole or not at all. Raises ``OSError`` when that fails."""
    write_whole(folder / FILE_NAME, json.dumps(asdict(day.shortened()), ensure_ascii=False, indent=2))


def forget_day(folder: Path) -> None:
    """Back to how the computer is set on every day. A file that cannot be removed counts for its day only."""
    with suppress(OSError):
        (folder / FILE_NAME).unlink(missing_ok=True)
