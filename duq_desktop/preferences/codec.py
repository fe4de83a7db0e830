"""A profile as a file and back: JSON, with a version, and strict.

A file may have been written by another version, by hand or by somebody who means harm. What is no file
of ours is refused with its name, the place and the reason. In one that is, each field that is missing
or wrong falls back alone, and what is not known is passed over; ``Read.passed_over`` names them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Any

from duq_desktop.errors import ProfileError
from duq_desktop.preferences.input_methods import DwellTimes, InputMethod, KeyTimes, SwitchKey, SwitchTimes
from duq_desktop.preferences.preferences import Preferences, Sound, Spacing
from duq_desktop.preferences.profile import LONGEST_WORDS, Profile
from duq_desktop.words import preferences as words

MARK = "how-i-like-it"
VERSION = 1
MOST_BYTES = 8_192
"""Many times what a profile takes; a larger file is none."""

TEXT_SIZES = (100, 150, 200, 300, 400)
_PARTS: Mapping[str, type] = {"switch": SwitchTimes, "dwell": DwellTimes, "keys": KeyTimes}
_AT_HEAD = "language"
"""Stands beside the liking, where a program of another maker finds it without knowing what ours can do."""
_ENUMS: Mapping[str, type[Enum]] = {
    "spacing": Spacing,
    "sound": Sound,
    "way": InputMethod,
    "switch.chooses": SwitchKey,
    "switch.moves": SwitchKey,
}
_MILLISECONDS = (0, 60_000)
"""What any other time may be."""
_BETWEEN: Mapping[str, tuple[float, float]] = {
    "rate": (0.5, 2.0),
    "switch.step": (200, 60_000),
    "switch.first": (200, 60_000),
    "switch.rounds": (1, 100),
    "switch.debounce": (0, 5_000),
    "switch.hold": (0, 10_000),
    "switch.volume": (0.0, 1.0),
    "dwell.stay": (200, 60_000),
    "dwell.dead": (0, 10_000),
    "dwell.grace": (0, 10_000),
    "keys.strike": (0, 10_000),
    "keys.dead": (0, 10_000),
}
_LONGEST_ID = 80


@dataclass(frozen=True)
class Read:
    """What a file held; ``passed_over`` are the places ("switch.step") missing, wrong or unknown."""

    profile: Profile
    passed_over: tuple[str, ...] = ()


def to_bytes(profile: Profile) -> bytes:
    """The profile as a file's bytes, at most ``MOST_BYTES``: words too long for it are cut."""
    table = {
        "format": MARK,
        "version": VERSION,
        _AT_HEAD: profile.liking.language,
        "review_by": profile.review_by.isoformat() if profile.review_by else "",
        "helps": tidy(profile.helps),
        "helpers": tidy(profile.helpers),
        "liking": _table(profile.liking),
    }
    return json.dumps(table, ensure_ascii=False, indent=1).encode("utf-8")


def from_bytes(raw: bytes, name: str) -> Read:
    """The profile in ``raw``; ``name`` is the file's, for the sentence.

    Raises ``ProfileError`` when it is too large, no JSON, not a profile, or of a newer version.
    """
    if len(raw) > MOST_BYTES:
        raise ProfileError(words.REFUSED, name=name, place=words.WHOLE_FILE, reason=words.TOO_LARGE)
    table = _parsed(raw, name)
    if table.get("format") != MARK:
        raise ProfileError(words.REFUSED, name=name, place="format", reason=words.NOT_OURS)
    version = table.get("version")
    if type(version) is not int or not 1 <= version <= VERSION:
        raise ProfileError(words.REFUSED, name=name, place="version", reason=words.OTHER_VERSION)
    return _Reader().read(table)


def tidy(text: str) -> str:
    """Typed words without control characters and lone halves of characters, at most ``LONGEST_WORDS``."""
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
    return kept.strip()[:LONGEST_WORDS].strip()


def _parsed(raw: bytes, name: str) -> Mapping[str, Any]:
    try:
        table = json.loads(raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
        if not isinstance(table, dict):
            raise TypeError
    except (ValueError, TypeError, RecursionError) as error:
        reason = words.NOT_READABLE
        raise ProfileError(words.REFUSED, name=name, place=words.WHOLE_FILE, reason=reason) from error
    return table


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A table in which nothing stands twice: of two values nobody knows which is meant."""
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a name stands twice")
    return table


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _table(part: Any) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for field in (each for each in fields(part) if each.name != _AT_HEAD):
        value = getattr(part, field.name)
        if field.name in _PARTS:
            table[field.name] = _table(value)
        else:
            table[field.name] = value.value if isinstance(value, Enum) else value
    return table


class _Reader:
    """Takes what is good out of one table and notes what is not."""

    def __init__(self) -> None:
        self._passed_over: list[str] = []

    def read(self, table: Mapping[str, Any]) -> Read:
        known = {"format", "version", _AT_HEAD, "review_by", "helps", "helpers", "liking"}
        usual = Profile()
        given = table.get("liking")
        if not isinstance(given, dict):
            self._passed_over.append("liking")
        liking = self._part(Preferences(), given, "") if isinstance(given, dict) else usual.liking
        language = self._one(table, _AT_HEAD, _is_id, liking.language)
        profile = Profile(
            liking=replace(liking, language=language),
            helps=self._one(table, "helps", _is_words, usual.helps),
            helpers=self._one(table, "helpers", _is_words, usual.helpers),
            review_by=_day(self._one(table, "review_by", _is_day, "")),
        )
        self._passed_over += [_shown(name) for name in table if name not in known]
        return Read(profile, tuple(self._passed_over))

    def _one(self, table: Mapping[str, Any], name: str, is_good: Callable[[Any], bool], usual: str) -> str:
        value = table.get(name)
        if not is_good(value):
            self._passed_over.append(name)
            return usual
        return str(value)

    def _part(self, usual: Any, table: Mapping[str, Any], above: str) -> Any:
        """``usual`` with every good value of ``table``."""
        good: dict[str, Any] = {}
        names = [field.name for field in fields(usual) if field.name != _AT_HEAD]
        for name in names:
            place, was = above + name, getattr(usual, name)
            value = table.get(name)
            if name in _PARTS and isinstance(value, dict):
                good[name] = self._part(was, value, f"{place}.")
            elif name not in _PARTS and _is_good(place, value, was):
                good[name] = _ENUMS[place](value) if place in _ENUMS else value
            else:
                self._passed_over.append(place)
        self._passed_over += [above + _shown(name) for name in table if name not in names]
        return type(usual)(**good)


def _is_good(place: str, value: Any, usual: Any) -> bool:
    if place in _ENUMS:
        return isinstance(value, str) and value in {each.value for each in _ENUMS[place]}
    if isinstance(usual, bool):
        return isinstance(value, bool)
    if place == "text_size":
        return type(value) is int and value in TEXT_SIZES
    if isinstance(usual, str):
        return _is_id(value)
    low, high = _BETWEEN.get(place, _MILLISECONDS)
    kinds = (int, float) if isinstance(usual, float) else (int,)
    return type(value) in kinds and low <= value <= high


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_ID and value == tidy(value) and "\n" not in value


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and value == tidy(value)


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and (not value or _day(value) is not None)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == len("2027-01-31") else None
    except ValueError:
        return None


def _shown(name: str) -> str:
    """A name from a file, fit to be shown."""
    return "".join(c if c.isprintable() else "?" for c in name)[:40]
