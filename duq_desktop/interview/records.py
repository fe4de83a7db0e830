"""What is sealed: one record for every Next and every leaving of a help page.

A record says at what time which page was left and what was given there; a page where nothing was
given writes a record too, so that the sealed rows of a refusal, a helper or a call for help look
like any other. The bytes are compact JSON; the store pads them to one size and seals them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import Any

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.light_dataclass import dataclass
from duq_desktop.words import trouble

WORDS_BYTES = {Stream.PERSON: 450, Stream.FAMILY: 3000, Stream.STAFF: 3000, Stream.OTHER: 3000}
"""Room for added words in one record, in UTF-8 bytes: a person's record has 1,024 with the question,
its wording and the seal; the others 4,096."""


def words_size(words: str) -> int:
    """The room that ``words`` take in a record, in bytes: quotes and new lines take two."""
    return len(json.dumps(words, ensure_ascii=False).encode("utf-8", errors="replace")) - 2


def words_that_fit(words: str, room: int) -> str:
    """As many of ``words`` from their beginning as have ``room`` bytes in a record."""
    fit = 0
    for letter in words:
        room -= words_size(letter)
        if room < 0:
            break
        fit += 1
    return words[:fit]


class AnswerStatus(str, Enum):
    """How a question was met. Only ``ANSWERED`` carries an answer; the others are non-answers."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    DONT_WANT_TO_SAY = "dont_want_to_say"
    DONT_UNDERSTAND = "dont_understand"
    LATER = "later"
    NOT_MY_WORK = "not_my_work"


class Support(str, Enum):
    """What help the person had with one answer. Nobody answers for the person here."""

    ALONE = "alone"
    READ_TO_ME = "read_to_me"
    PRESSED_FOR_ME = "pressed_for_me"


class Near(str, Enum):
    """Who is in the room, asked before consent and after each area."""

    NOBODY = "nobody"
    STAFF = "staff"
    FAMILY = "family"
    FRIEND = "friend"
    SOMEONE_ELSE = "someone_else"


class AnswerFormat(str, Enum):
    """Yes, Sometimes, No; or Yes and No, for people for whom practice showed that two are clearer."""

    THREE = "three"
    TWO = "two"


class RecordKind(str, Enum):
    """What a record is about. ``PAGE``: a page was left and nothing was given on it."""

    BEGAN = "began"
    NEAR = "near"
    CONSENT = "consent"
    PRACTICE = "practice"
    SIGN = "sign"
    AREA = "area"
    ANSWER = "answer"
    HELP = "help"
    WORDS = "words"
    PAGE = "page"
    FINISHED = "finished"
    STOPPED = "stopped"


_KINDS = {kind.value: kind for kind in RecordKind}


@dataclass(frozen=True)
class Record:
    """One sealed entry: ``kind``, local time ``at`` (ISO 8601 with zone), and a ``body`` by kind.

    The keys of each body, all optional unless marked *:

    ``BEGAN``     stream*, role, language*, pack*, version*, format*, again (a later sitting),
                  where (the place of the day), left_out (ids of the areas nobody was asked about that day)
    ``NEAR``      near* (list of Near), support* (Support), helper (role), wanted_other (bool)
    ``CONSENT``   yes* (bool), how* (Support: who pressed), opener (as shown), checks (id → bool)
    ``PRACTICE``  practice*, chosen (option id or null), format (the format from now on)
    ``SIGN``      sign* (two to four sign ids)
    ``AREA``      area*, short* (bool)
    ``ANSWER``    question*, wording* (the prompt as shown), status*, answer (option id),
                  harm (option id: which answer tells of harm, where the question as shown may bring up any),
                  support*, helper (role), format*, words, words_by ("typed" or "pictures"), may_quote (bool),
                  changed (bool: replaces an earlier answer of this session)
    ``HELP``      talk* (bool: asks the named person to talk alone), person (who was named), after (page)
    ``WORDS``     topic* ("best" or "change"), words, words_by, may_quote
    ``PAGE``      page* (name of the page left)
    ``FINISHED``  far (ids of the areas done), copy (bool)
    ``STOPPED``   keep* (always true: a deletion destroys the key instead)
    """

    kind: RecordKind
    at: str
    body: Mapping[str, Any] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Compact UTF-8 JSON; unpaired surrogates from a keyboard are replaced."""
        data = {"k": self.kind.value, "t": self.at, **({"b": dict(self.body)} if self.body else {})}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return text.encode("utf-8", errors="replace")

    @classmethod
    def from_bytes(cls, data: bytes) -> Record:
        """The record in ``data``. Raises ``StoreError`` when it is none of a kind that we know."""
        found = read_record(data)
        if isinstance(found, UnknownRecord):
            raise StoreError(trouble.RECORD_UNREADABLE)
        return found


@dataclass(frozen=True)
class UnknownRecord:
    """One sealed entry of a kind that this version does not know: a newer one wrote it.

    ``content`` are its bytes as they were sealed.
    """

    content: bytes


def read_record(data: bytes) -> Record | UnknownRecord:
    """The record in ``data``, of whatever version. Raises ``StoreError`` when it is no record at all."""
    try:
        raw = json.loads(data.decode("utf-8"))
        kind, at, body = raw["k"], str(raw["t"]), dict(raw.get("b", {}))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StoreError(trouble.RECORD_UNREADABLE) from error
    if not isinstance(kind, str):
        raise StoreError(trouble.RECORD_UNREADABLE)
    known = _KINDS.get(kind)
    return UnknownRecord(data) if known is None else Record(known, at, body)


@dataclass(frozen=True)
class Bookmark:
    """How far a session is: the only progress that stands in clear. Says where, never what.

    ``area`` is an area id or "" before the first; ``page`` counts the Next presses in that area.
    ``state`` is "open", or "ended" for finished, stopped and refused alike.
    """

    area: str = ""
    page: int = 0
    state: str = "open"


@dataclass(frozen=True)
class OpenedSession:
    """One session as the opener reads it: made from unsealed records, held in memory only.

    ``sign`` is two to four sign ids joined by "+", or "" where the stream has none. ``records`` are in the
    order they were given, over all its sittings. ``missing`` counts records that could not be read,
    ``newer`` those of a kind that only a newer version knows. ``made_up`` marks sessions of the sample,
    which every screen and PDF must label. ``stream_known`` is False where nothing readable names a stream
    of ours: ``stream`` is then only what the size of the records tells, and the session is in no count.
    """

    session_id: str
    stream: Stream
    sign: str
    place: Bookmark
    records: tuple[Record, ...]
    missing: int = 0
    made_up: bool = False
    newer: int = 0
    stream_known: bool = True
