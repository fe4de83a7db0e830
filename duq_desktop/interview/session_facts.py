"""What one session says, typed: made once by ``session_reader.read_session``, taken by everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from duq_desktop.content.model import Pack, Stream
from duq_desktop.interview.records import AnswerFormat, AnswerStatus, Near, RecordKind, Support


@dataclass(frozen=True)
class GivenAnswer:
    """One readable ANSWER record. ``answer`` is an option id, "" for a non-answer.

    ``near`` is who was in the room as last told before it. ``harm`` is the option id that tells of harm to
    the question as it was asked, "" where it asked about none or an older version did not write it down.
    """

    at: str
    question_id: str
    wording: str
    status: AnswerStatus
    answer: str
    support: Support
    helper: str
    format: AnswerFormat
    words: str
    words_by: str
    may_quote: bool
    changed: bool
    near: tuple[Near, ...]
    harm: str = ""

    @property
    def said(self) -> str:
        """The option id, or the id of the non-answer."""
        return self.answer or self.status.value


@dataclass(frozen=True)
class GivenWords:
    """Words given at the end; ``topic`` is "best" or "change"."""

    at: str
    topic: str
    words: str
    words_by: str
    may_quote: bool
    near: tuple[Near, ...]


@dataclass(frozen=True)
class TalkRequest:
    """Somebody asked a named person to talk with them alone. ``after`` is the page it was asked on."""

    at: str
    person: str
    after: str
    near: tuple[Near, ...]


@dataclass(frozen=True)
class SessionFacts:
    """All that one session says, in the order it was given, replaced answers included.

    ``sign`` is "boat+key", or "" where the stream has none; ``role`` is told by "others" at the start.
    ``pack_id`` and ``pack_version`` are what was asked, ``place`` is where, ``round_id`` in which
    self-assessment ("" while none is named). ``latest`` holds the last answer to each question id, in
    the order the questions were first met: a later answer stands, in the same sitting or another, but
    "Ask me later" replaces nothing, because passing a question by takes nothing back; words told with it
    join what was said. ``closing`` are the
    words on what is best and what to change, empty ones left out. ``consent`` is the last yes or no to
    taking part, None when neither was given; ``ended`` is ``FINISHED`` or ``STOPPED``, None while it may
    go on another day. ``helped_after`` are the pages after which the help page came: every question about
    harm is among them. ``areas`` are the areas picked, with whether the short set was; ``far`` those said
    to be done at Finish; ``left_out`` those left out on the day of the last sitting. ``near`` is everybody
    who was in the room at any time, ``helpers`` the roles of all who helped, in the order they came,
    ``support`` the kinds of help with any answer. Days are ISO dates, or "".
    ``missing`` counts records that could not be read, ``unreadable`` answers that make no sense, ``newer``
    records of a kind that only a newer version knows. ``stream_known``: see ``OpenedSession``.
    """

    session_id: str
    stream: Stream
    sign: str = ""
    stream_known: bool = True
    made_up: bool = False
    role: str = ""
    pack_id: str = ""
    pack_version: str = ""
    place: str = ""
    round_id: str = ""
    answers: tuple[GivenAnswer, ...] = ()
    latest: Mapping[str, GivenAnswer] = field(default_factory=dict)
    closing: tuple[GivenWords, ...] = ()
    talks: tuple[TalkRequest, ...] = ()
    consent: bool | None = None
    ended: RecordKind | None = None
    helped_after: frozenset[str] = frozenset()
    areas: Mapping[str, bool] = field(default_factory=dict)
    far: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    near: tuple[Near, ...] = ()
    helpers: tuple[str, ...] = ()
    support: tuple[Support, ...] = ()
    wanted_other: bool = False
    first_day: str = ""
    last_day: str = ""
    missing: int = 0
    unreadable: int = 0
    newer: int = 0

    @property
    def took_part(self) -> bool:
        """Whether what was said may be used: yes was the last word on it.

        Where that entry itself is lost but answers are there, yes was given: nobody is asked without.
        """
        return bool(self.answers) if self.consent is None else self.consent

    @property
    def refused(self) -> bool:
        """Whether no was the last word on taking part: counted, never named, nothing of it used."""
        return self.consent is False

    @property
    def is_counted(self) -> bool:
        """Whether it is in the figures of its stream."""
        return self.took_part and self.stream_known

    @property
    def had_help(self) -> bool:
        """Whether any answer was read to the person or pressed for them."""
        return any(kind is not Support.ALONE for kind in self.support)

    @property
    def has_two_answers(self) -> bool:
        """Whether any question was asked with Yes and No only."""
        return any(answer.format is AnswerFormat.TWO for answer in self.answers)

    @property
    def latest_words(self) -> dict[str, GivenWords]:
        """The last words on each topic, "best" and "change"."""
        return {each.topic: each for each in self.closing}

    @property
    def has_sign(self) -> bool:
        """Whether it is of a person supported who picked their sign."""
        return self.stream is Stream.PERSON and bool(self.sign)

    def areas_done(self, pack: Pack) -> tuple[str, ...]:
        """The ids of the areas of ``pack`` done to the end, in the pack's order.

        Done is what was said to be done at Finish, or every question of the set picked was met.
        """
        return tuple(area.id for area in pack.areas if area.id in self.far or self._met(pack, area.id))

    def _met(self, pack: Pack, area_id: str) -> bool:
        asked = pack.area(area_id).questions_for(self.stream, short=self.areas.get(area_id, False))
        return bool(asked) and all(question.id in self.latest for question in asked)
