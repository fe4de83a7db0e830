"""How this computer is set: one typed table. A bad value falls back alone and costs no other.

These are settings of the computer, none of a person: what a person likes lasts for their session.
The file is JSON in the user's configuration folder and is written whole or not at all.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from duq_desktop.light_dataclass import dataclass
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.safe_files.writing import make_account_folder, write_whole

FILE_NAME = "settings.json"
_LARGEST = 64 * 1024
"""Bytes: many times what all settings take."""
TEXT_SIZES = (100, 150, 200, 300, 400)
"""Text sizes in per cent; 200 is asked by WCAG 1.4.4, 400 by 1.4.10."""
FOLLOW_SIZE, FOLLOW_THEME = 0, "follow"
"""As the computer is set for every program (EN 301 549 11.7)."""
COMPUTER_THEME = "computer"
"""This computer's own colours, mended where they are too weak."""
THEMES = ("cream", "white", "dark", "black-and-yellow", "blue-and-yellow", COMPUTER_THEME)
WAYS = ("direct", "one-switch", "two-switches", "dwell")
"""By what a person presses, as ``liking.ways.Way`` has it: the start page is there by this way already."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """The settings with their defaults. Theme and text size follow the computer until somebody sets them.

    ``rest_minutes``: untouched minutes until the page goes blank; ``day_minutes``: until a rest
    becomes another day; ``lock_minutes``: until opened answers are locked again. ``guard_ms``: how
    long input is ignored after a page change (EN 301 549 5.8 asks for guards that can be set).
    ``way``: by what people press at this computer today, from the start page on.
    ``steps_back``: while a screen reader runs, the app leaves it to say what is pointed at or scanned.
    ``staff_word`` and ``manager_word`` are the local words of the pack.
    """

    language: str = "en"
    theme: str = FOLLOW_THEME
    text_size: int = FOLLOW_SIZE
    pictures: bool = True
    voice: bool = True
    voice_id: str = ""
    voice_rate: float = 1.0
    voice_waits: bool = False
    questions_on_a_page: int = 1
    staff_word: str = "staff"
    manager_word: str = "manager"
    rest_minutes: int = 10
    day_minutes: int = 60
    lock_minutes: int = 5
    guard_ms: int = 300
    steps_back: bool = True
    way: str = "direct"


def _between(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: low <= value <= high


def _short_text(value: Any) -> bool:
    return len(value) <= 60


_ALLOWED: Mapping[str, Callable[[Any], bool]] = {
    "language": _short_text,
    "theme": lambda value: value in {*THEMES, FOLLOW_THEME},
    "text_size": lambda value: value in {*TEXT_SIZES, FOLLOW_SIZE},
    "voice_id": _short_text,
    "voice_rate": _between(0.5, 2.0),
    "questions_on_a_page": _between(1, 6),
    "staff_word": _short_text,
    "manager_word": _short_text,
    "rest_minutes": _between(1, 120),
    "day_minutes": _between(5, 24 * 60),
    "lock_minutes": _between(1, 60),
    "guard_ms": _between(0, 2000),
    "way": lambda value: value in WAYS,
}


def load(folder: Path) -> Settings:
    """The settings kept in ``folder``; defaults for whatever is missing or wrong there."""
    try:
        raw = json.loads(read_whole(folder / FILE_NAME, _LARGEST).decode("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        log.warning("the settings file cannot be read; defaults are used")
        return Settings()
    return _checked(raw if isinstance(raw, dict) else {})


def _checked(raw: Mapping[str, Any]) -> Settings:
    good: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name not in raw:
            continue
        if _is_good(field.name, raw[field.name], field.default):
            good[field.name] = raw[field.name]
        else:
            log.warning("the setting %s is not usable; its default is used", field.name)
    return Settings(**good)


def _is_good(name: str, value: Any, default: Any) -> bool:
    kind = (int, float) if isinstance(default, float) else type(default)
    if not isinstance(value, kind) or (isinstance(value, bool) and not isinstance(default, bool)):
        return False
    return name not in _ALLOWED or _ALLOWED[name](value)


def save(settings: Settings, folder: Path) -> None:
    """Write the settings that differ from their defaults. Raises ``OSError`` when that fails."""
    plain = asdict(Settings())
    changed = {name: value for name, value in asdict(settings).items() if value != plain[name]}
    make_account_folder(folder)
    write_whole(folder / FILE_NAME, json.dumps(changed, indent=2).encode("utf-8"))
