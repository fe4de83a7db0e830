"""What the opener sees first: calls for a talk, worrying answers about harm, and all added words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Near


class UrgentKind(str, Enum):
    """Why the opener sees it first, in the order they are shown."""

    TALK = "talk"
    WORRYING = "worrying"
    WORDS = "words"


@dataclass(frozen=True)
class DoneNote:
    """What the opener wrote down that they did. ``at`` is ISO 8601; ``text`` is verbatim."""

    at: str
    text: str


@dataclass(frozen=True)
class UrgentItem:
    """One thing to read first, verbatim and without verdict.

    ``key`` names it for the notes of what was done; it stays the same at each unlocking. ``day`` is an
    ISO date. ``prompt`` is the question as it was shown, "" when it is about none; ``topic`` is "best"
    or "change" for the words given at the end. ``answer`` is an option or non-answer id, or "".
    ``then`` is what the person changed it to afterwards, or "". ``near`` is who was in the room as last
    told before it. ``asked_for`` is the name shown on "Ask NAME to talk to me alone".
    ``in_pack`` is False for an answer to a question that the pack does not have any more.
    ``stream_known`` is False where nothing readable names the stream.
    ``took_part`` is False for a call for help by somebody who said no to taking part.
    """

    kind: UrgentKind
    key: str
    session_id: str
    stream: Stream
    role: str
    sign: str
    day: str
    area_id: str = ""
    question_id: str = ""
    prompt: str = ""
    topic: str = ""
    answer: str = ""
    then: str = ""
    words: str = ""
    words_by: str = ""
    asked_for: str = ""
    near: tuple[Near, ...] = ()
    took_part: bool = True
    stream_known: bool = True
    in_pack: bool = True
    made_up: bool = False
    done: tuple[DoneNote, ...] = ()


@dataclass(frozen=True)
class Urgent:
    """The first page after unlocking. Each list is in the order the sessions were given.

    An answer to a question about harm that came with words stands in ``worrying`` and its words in
    ``words`` too, so that no list has to be read for the other to be whole.
    """

    talk: tuple[UrgentItem, ...]
    worrying: tuple[UrgentItem, ...]
    words: tuple[UrgentItem, ...]

    def of(self, kind: UrgentKind) -> tuple[UrgentItem, ...]:
        """The list of one kind."""
        lists = {UrgentKind.TALK: self.talk, UrgentKind.WORRYING: self.worrying, UrgentKind.WORDS: self.words}
        return lists[kind]

    @property
    def open_items(self) -> int:
        """How many calls and worrying answers have no note yet of what was done."""
        return sum(1 for item in self.talk + self.worrying if not item.done)


@dataclass(frozen=True)
class UrgentCount:
    """How much there is to read first; ``open_items`` have no note yet of what was done."""

    talk: int = 0
    worrying: int = 0
    words: int = 0
    open_items: int = 0

    @property
    def total(self) -> int:
        """How many items there are."""
        return self.talk + self.worrying + self.words
