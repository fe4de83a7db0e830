"""The kinds of entries, and the bytes that are sealed for each.

An entry is never changed: what was written in error is taken back by one more entry (``Undone``). A kind
that this version does not know is kept as it is, so that a newer version still finds it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from duq_desktop.ledger.sizes import ATTEMPTS_BYTES as ATTEMPTS_BYTES
from duq_desktop.unions import assert_never

BLOCK_BYTES = 1024
"""An entry is filled up to a multiple of this, so that its length tells little."""
DRAFT_BYTES = 4096
"""A draft is filled up to a multiple of this: all but the longest have one size."""


@dataclass(frozen=True)
class NoteWritten:
    """What the opener did: when (local time, ISO 8601), about which session and thing that was said ("" for
    none; ``about`` is a ``summary.urgent_model.UrgentItem.key``)."""

    at: str
    text: str
    session_id: str = ""
    about: str = ""


@dataclass(frozen=True)
class ReadUpTo:
    """How far was read: the number of the last record then, and its link."""

    number: int
    link: bytes


@dataclass(frozen=True)
class Published:
    """A text to be remembered under ``name``: what a paper showed."""

    name: str
    text: str


@dataclass(frozen=True)
class AttemptsTold:
    """The opener was told of failed attempts to unlock: pairs of a day (ISO) and how many."""

    at: str
    days: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Undone:
    """The entry ``entry_id`` does not count while this one does."""

    at: str
    entry_id: str


@dataclass(frozen=True)
class UnknownEntry:
    """An entry of a newer version, as its JSON text."""

    text: str


Content = NoteWritten | ReadUpTo | Published | AttemptsTold | Undone | UnknownEntry


@dataclass(frozen=True)
class Draft:
    """A note that is half written. No entry: it is replaced while it is typed, and goes with the note."""

    at: str
    text: str
    session_id: str = ""
    about: str = ""


@dataclass(frozen=True)
class FailedAttempts:
    """How many attempts to unlock failed on one day (ISO) while the app ran once."""

    day: str
    count: int


def entry_bytes(content: Content) -> bytes:
    """``content`` as it is sealed."""
    if isinstance(content, UnknownEntry):
        return _padded(content.text.encode("utf-8", errors="replace"), BLOCK_BYTES)
    return _filled(_raw(content), BLOCK_BYTES)


def _raw(content: NoteWritten | ReadUpTo | Published | AttemptsTold | Undone) -> Mapping[str, object]:
    match content:
        case NoteWritten(at, text, session_id, about):
            return {"kind": "note", "at": at, "text": text, "session": session_id, "about": about}
        case ReadUpTo(number, link):
            return {"kind": "seen", "number": number, "link": link.hex()}
        case Published(name, text):
            return {"kind": "kept", "name": name, "text": text}
        case AttemptsTold(at, days):
            return {"kind": "attempts", "at": at, "days": [list(day) for day in days]}
        case Undone(at, entry_id):
            return {"kind": "undone", "at": at, "entry": entry_id}
        case _:
            assert_never(content)


def entry_of(raw: bytes) -> Content:
    """The entry in ``raw``. Raises ``ValueError`` when it is none at all."""
    found = _object(raw)
    make = _KINDS.get(str(found.get("kind")))
    return make(found) if make is not None else UnknownEntry(raw.decode("utf-8").rstrip(" "))


def draft_bytes(draft: Draft) -> bytes:
    """``draft`` as it is sealed."""
    raw = {"at": draft.at, "text": draft.text, "session": draft.session_id, "about": draft.about}
    return _filled(raw, DRAFT_BYTES)


def draft_of(raw: bytes) -> Draft:
    """The draft in ``raw``. Raises ``ValueError``."""
    found = _object(raw)
    return Draft(_text(found, "at"), _text(found, "text"), _text(found, "session"), _text(found, "about"))


def attempts_bytes(attempts: FailedAttempts, bound: str) -> bytes:
    """``attempts`` as they are sealed, together with what they are ``bound`` to."""
    return _filled({"day": attempts.day, "count": attempts.count, "bound": bound}, ATTEMPTS_BYTES)


def attempts_of(raw: bytes, bound: str) -> FailedAttempts:
    """The attempts in ``raw``. Raises ``ValueError``, also when they are bound to something else."""
    found = _object(raw)
    if _text(found, "bound") != bound:
        raise ValueError("bound to something else")
    return FailedAttempts(_text(found, "day"), max(0, _number(found, "count")))


def _note(found: Mapping[str, object]) -> Content:
    session, about = _text(found, "session"), _text(found, "about")
    return NoteWritten(_text(found, "at"), _text(found, "text"), session, about)


def _read_up_to(found: Mapping[str, object]) -> Content:
    return ReadUpTo(_number(found, "number"), bytes.fromhex(_text(found, "link")))


def _published(found: Mapping[str, object]) -> Content:
    return Published(_text(found, "name"), _text(found, "text"))


def _attempts_told(found: Mapping[str, object]) -> Content:
    days = found.get("days")
    if not isinstance(days, list):
        raise ValueError("days must be a list")
    return AttemptsTold(_text(found, "at"), tuple(map(_day, days)))


def _day(pair: object) -> tuple[str, int]:
    match pair:
        case [str(day), int(number)] if not isinstance(number, bool):
            return day, number
        case _:
            raise ValueError("a day is a date and a number")


def _undone(found: Mapping[str, object]) -> Content:
    return Undone(_text(found, "at"), _text(found, "entry"))


_KINDS: Mapping[str, Callable[[Mapping[str, object]], Content]] = {
    "note": _note,
    "seen": _read_up_to,
    "kept": _published,
    "attempts": _attempts_told,
    "undone": _undone,
}


def _object(raw: bytes) -> Mapping[str, object]:
    try:
        found = json.loads(raw.decode("utf-8"))
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _text(found: Mapping[str, object], name: str) -> str:
    value = found.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name} must be text")
    return value


def _number(found: Mapping[str, object], name: str) -> int:
    value = found.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{name} must be a whole number")
    return value


def _filled(raw: Mapping[str, object], block: int) -> bytes:
    return _padded(json.dumps(raw, ensure_ascii=False).encode("utf-8", errors="replace"), block)


def _padded(raw: bytes, block: int) -> bytes:
    return raw.ljust(-(-len(raw) // block) * block)
