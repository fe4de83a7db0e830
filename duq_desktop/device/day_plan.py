"""How this computer is used on one day: where, who is there to talk to, which areas, by which ways.

The facilitator sets it up and it counts for that date only. Nobody is locked out by it: touch, mouse and
keys always work, at least one area stays, and whom every help page must show is not the day's to take
away. The file is JSON in the user's configuration folder; a bad value falls back alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from duq_desktop.light_dataclass import dataclass
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.safe_files.writing import make_account_folder, write_whole

FILE_NAME = "day.json"
_LARGEST = 64 * 1024
"""Bytes: many times what a day takes."""
LONGEST = 60
"""Characters of a place, a name or a number."""
LONGEST_NAME = 120
"""Characters of the name of a contact that the opener set up."""
MOST_AREAS = 20
MOST_AWAY = 20
MOST_CONTACTS = 2
"""As many can be added for a day: the page has room for them."""
ALWAYS = "direct"
"""Touch, mouse and keys. They work whatever the day allows, so that nobody is locked out."""
WAYS = (ALWAYS, "one-switch", "two-switches", "dwell")
"""``liking.ways.Way``, as the file has it."""

Contact = tuple[str, str]
"""A name, and how to reach them."""


@dataclass(frozen=True)
class DayPlan:
    """``date`` is ISO 8601. ``areas`` are the ids of the areas shown first; none: all of them.

    ``left_out`` are the ids of the areas that nobody is asked about today. ``contacts`` are people who are
    there today and can be talked to; ``away`` names the local contacts who are not. ``ways`` can be used on
    this computer today, and ``way`` is how people press until they say otherwise.
    """

    date: str
    place: str = ""
    contacts: tuple[Contact, ...] = ()
    away: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    ways: tuple[str, ...] = WAYS
    way: str = ALWAYS

    def settled(self) -> DayPlan:
        """With short texts on one line, and with nothing that contradicts itself or locks anybody out."""
        contacts = tuple((_short(name), _short(number)) for name, number in self.contacts if _short(name))
        ways = tuple(way for way in WAYS if way == ALWAYS or way in self.ways)
        return replace(
            self,
            place=_short(self.place),
            contacts=contacts[:MOST_CONTACTS],
            areas=tuple(area for area in self.areas if area not in self.left_out),
            ways=ways,
            way=self.way if self.way in ways else ALWAYS,
        )


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def load_day(folder: Path, today: str) -> DayPlan | None:
    """What was set up for ``today`` in ``folder``; None when nothing was, or the file is not ours."""
    try:
        raw = json.loads(read_whole(folder / FILE_NAME, _LARGEST).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(raw, dict) or raw.get("date") != today:
        return None
    good = {name: take(raw[name]) for name, take in _TAKEN.items() if name in raw}
    known = {name: value for name, value in good.items() if value is not None}
    return DayPlan(today, **({"contacts": _one_contact(raw)} | known)).settled()


def _one_contact(raw: Mapping[str, Any]) -> tuple[Contact, ...]:
    """The one contact that a file of version 0.1 may hold."""
    name, number = (_text(raw.get(key, "")) for key in ("contact", "number"))
    return ((name, number or ""),) if name else ()


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and len(value) <= LONGEST else None


def _texts(most: int, longest: int) -> Callable[[Any], tuple[str, ...] | None]:
    def take(value: Any) -> tuple[str, ...] | None:
        listed = isinstance(value, list) and len(value) <= most
        good = listed and all(isinstance(each, str) and len(each) <= longest for each in value)
        return tuple(value) if good else None

    return take


def _contacts(value: Any) -> tuple[Contact, ...] | None:
    if not isinstance(value, list) or len(value) > MOST_CONTACTS:
        return None
    pairs = [_texts(2, LONGEST)(each) for each in value]
    return tuple((pair[0], pair[1]) for pair in pairs if pair is not None and len(pair) == 2)


_TAKEN: Mapping[str, Callable[[Any], Any]] = {
    "place": _text,
    "contacts": _contacts,
    "away": _texts(MOST_AWAY, LONGEST_NAME),
    "areas": _texts(MOST_AREAS, LONGEST),
    "left_out": _texts(MOST_AREAS, LONGEST),
    "ways": _texts(len(WAYS), LONGEST),
    "way": _text,
}
"""What is taken of each field; None where it is not usable."""


def save_day(day: DayPlan, folder: Path) -> None:
    """Write it whole or not at all. Raises ``OSError`` when that fails."""
    make_account_folder(folder)
    text = json.dumps(asdict(day.settled()), ensure_ascii=False, indent=2)
    write_whole(folder / FILE_NAME, text.encode("utf-8"))


def forget_day(folder: Path) -> None:
    """Back to how the computer is set on every day. A file that cannot be removed counts for its day only."""
    with suppress(OSError):
        (folder / FILE_NAME).unlink(missing_ok=True)
