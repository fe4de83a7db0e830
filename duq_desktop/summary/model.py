"""What people said, for the opener: every count, nothing hidden.

Streams stand side by side in the order of ``STREAMS`` and are never added together. There is no
average, no score and no ranking; areas and questions keep the order of the pack. What may be shown
to others is a different thing, made from this by ``publish.prepare``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from duq_desktop.content.model import Area, Question, Stream
from duq_desktop.interview.records import Near, Support

STREAMS: tuple[Stream, ...] = (Stream.PERSON, Stream.FAMILY, Stream.STAFF, Stream.OTHER)
"""The fixed order in which streams stand side by side."""

OPTIONS: tuple[str, ...] = ("yes", "sometimes", "no")
"""The ids of the answers, in the order they are shown."""

NON_ANSWERS: tuple[str, ...] = ("dont_know", "dont_want_to_say", "dont_understand", "later", "not_my_work")
"""The ids of the non-answers, in the order they are shown."""


@dataclass(frozen=True)
class AnswerCounts:
    """How many people gave each answer. In two-answer sessions ``sometimes`` is always 0."""

    yes: int = 0
    sometimes: int = 0
    no: int = 0

    @property
    def answered(self) -> int:
        """How many people answered: the size of the group behind a bar."""
        return self.yes + self.sometimes + self.no

    def of(self, option: str) -> int:
        """The count of one option id. Raises ``KeyError`` for any other word."""
        return {"yes": self.yes, "sometimes": self.sometimes, "no": self.no}[option]


@dataclass(frozen=True)
class NonAnswerCounts:
    """How many people met the question with each non-answer."""

    dont_know: int = 0
    dont_want_to_say: int = 0
    dont_understand: int = 0
    later: int = 0
    not_my_work: int = 0

    @property
    def total(self) -> int:
        """How many people met the question and gave no answer."""
        return sum(self.of(name) for name in NON_ANSWERS)

    def of(self, name: str) -> int:
        """The count of one non-answer id. Raises ``KeyError`` for any other word."""
        return {each: int(getattr(self, each)) for each in NON_ANSWERS}[name]


@dataclass(frozen=True)
class SupportCounts:
    """What help people had with this question. Counts answers and non-answers alike."""

    alone: int = 0
    read_to_me: int = 0
    pressed_for_me: int = 0


@dataclass(frozen=True)
class GroupAnswers:
    """What one stream (or, where ``role`` is set, one role of OTHER) said to one question.

    ``three`` are the sessions with Yes, Sometimes and No; ``two`` those with Yes and No, kept
    apart because their No may hold a Sometimes.
    """

    stream: Stream
    three: AnswerCounts = AnswerCounts()
    two: AnswerCounts = AnswerCounts()
    non_answers: NonAnswerCounts = NonAnswerCounts()
    support: SupportCounts = SupportCounts()
    role: str = ""

    @property
    def met(self) -> int:
        """How many people met the question, answered or not."""
        return self.three.answered + self.two.answered + self.non_answers.total


@dataclass(frozen=True)
class QuestionSummary:
    """One question: ``groups`` in the order of ``STREAMS``, only the streams that are asked it.

    ``by_role`` splits OTHER by role (for the opener only). ``wordings`` are the prompts as they were
    shown, when any differed from the pack's prompt of today.
    """

    question: Question
    groups: tuple[GroupAnswers, ...]
    by_role: tuple[GroupAnswers, ...] = ()
    wordings: tuple[str, ...] = ()

    def group(self, stream: Stream) -> GroupAnswers | None:
        """The answers of one stream, or None when it is not asked this question."""
        return next((group for group in self.groups if group.stream is stream), None)


@dataclass(frozen=True)
class Side:
    """One side of a finding: a stream, its own question, and what more than half of it answered.

    ``mostly`` is the option id that more than half of all who answered gave, those asked with Yes and No
    only counted in, or None when there is none. It turns Yes and No round where this question asks the
    opposite way from the person's question.
    """

    stream: Stream
    question: Question
    three: AnswerCounts
    two: AnswerCounts
    mostly: str | None


@dataclass(frozen=True)
class Finding:
    """The same thing asked of several streams, side by side. ``differ``: see ``findings.differ``.

    ``question_id`` is the person's question that the others mirror.
    """

    question_id: str
    sides: tuple[Side, ...]
    differ: bool

    @property
    def two_counted(self) -> bool:
        """True when people asked with Yes and No only are among those that were compared."""
        return any(side.two.answered for side in self.sides)


@dataclass(frozen=True)
class AreaSummary:
    """One area. ``took_part`` counts, by stream, the sessions that met a question of it.

    ``left_out`` counts those that met none because it was left out on the day. For the opener only.
    """

    area: Area
    questions: tuple[QuestionSummary, ...]
    findings: tuple[Finding, ...]
    took_part: Mapping[Stream, int]
    left_out: int = 0


class State(str, Enum):
    """Where a session stands. ``OPEN`` is one that may still go on another day."""

    FINISHED = "finished"
    STOPPED = "stopped"
    OPEN = "open"


@dataclass(frozen=True)
class StreamTookPart:
    """Who of one stream took part: sessions that said yes to taking part.

    ``near`` counts sessions in which each kind of person was in the room at any time (one session
    can count in several). ``staff_near``, ``no_staff_near`` and ``near_unknown`` add up to ``people``.
    ``all_alone`` and ``some_help`` (any answer read or pressed for them) add up to ``people`` too.
    ``two_answers`` counts sessions asked anything with Yes and No only. ``roles`` counts the roles of OTHER.
    """

    stream: Stream
    people: int = 0
    finished: int = 0
    stopped: int = 0
    open: int = 0
    two_answers: int = 0
    all_alone: int = 0
    some_help: int = 0
    staff_near: int = 0
    no_staff_near: int = 0
    near_unknown: int = 0
    wanted_other: int = 0
    near: Mapping[Near, int] = field(default_factory=dict)
    roles: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class SessionLine:
    """One session in the opener's list. ``sign`` is "boat+key", or "" where the stream has none.

    ``first_day`` and ``last_day`` are ISO dates ("2026-11-22") or "". ``areas_begun`` and
    ``areas_done`` are area ids. ``helpers`` are roles, ``support`` the kinds of support used.
    ``missing`` counts entries that could not be read, ``newer`` those of a kind that only a newer version
    knows. ``stream_known`` is False for a session whose stream nothing names: it is in no count.
    """

    session_id: str
    stream: Stream
    role: str
    sign: str
    first_day: str
    last_day: str
    state: State
    areas_begun: tuple[str, ...]
    areas_done: tuple[str, ...]
    met: int
    answered: int
    two_answers: bool
    helpers: tuple[str, ...]
    support: tuple[Support, ...]
    near: tuple[Near, ...]
    missing: int = 0
    made_up: bool = False
    newer: int = 0
    stream_known: bool = True


class CareKind(str, Enum):
    """Why answers should be read with care. Never a sign that somebody lied."""

    YES_TO_BOTH = "yes_to_both"
    ALWAYS_SAME = "always_same"
    SAME_SIGN = "same_sign"


@dataclass(frozen=True)
class CareNote:
    """A note to read one session with care. It never deletes or weighs an answer.

    ``questions`` are the question ids it is about: a question and its opposite for ``YES_TO_BOTH``.
    ``answer`` is the option id of ``ALWAYS_SAME``: the first option each time, or the last (the order
    is turned round between people, so Yes may be either).
    """

    kind: CareKind
    session_id: str
    sign: str
    questions: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True)
class Quote:
    """Words somebody added, that may be quoted if everybody agrees.

    ``key`` names it for ``permitted_quotes``, ``session_id`` who said it. ``question_id`` is "" and ``topic``
    "best" or "change" for the words given at the end. ``may_quote`` is what the person said; only those with
    True are ever published. ``offers_help``: said to a question that may bring up harm.
    """

    key: str
    session_id: str
    stream: Stream
    words: str
    may_quote: bool
    offers_help: bool = False
    area_id: str = ""
    question_id: str = ""
    topic: str = ""
    two_answers: bool = False


@dataclass(frozen=True)
class Summary:
    """What people said, nothing hidden: for the opener only.

    ``refused`` counts sessions that said no to taking part, of all streams together and never by
    name. ``left_early`` counts those that ended before saying yes or no. ``missing`` counts entries
    that could not be read. ``not_in_pack`` counts answers to questions this pack does not have;
    ``asked_before`` is what was said to them, question by question in the order they were first met, each
    with the wording it was asked in (the last one) as its prompt and with no area.
    Sessions whose stream is not known stand in ``sessions`` and are counted nowhere.
    ``made_up`` is True when any session is of the sample.
    """

    pack_id: str
    pack_version: str
    language: str
    draft: bool
    took_part: tuple[StreamTookPart, ...]
    areas: tuple[AreaSummary, ...]
    sessions: tuple[SessionLine, ...]
    care: tuple[CareNote, ...]
    quotes: tuple[Quote, ...]
    refused: int = 0
    left_early: int = 0
    missing: int = 0
    not_in_pack: int = 0
    asked_before: tuple[QuestionSummary, ...] = ()
    made_up: bool = False

    def stream(self, stream: Stream) -> StreamTookPart:
        """Who of ``stream`` took part; all zero when nobody did."""
        return next((each for each in self.took_part if each.stream is stream), StreamTookPart(stream))

    def question(self, question_id: str) -> QuestionSummary:
        """The summary of one question. Raises ``KeyError`` when the pack has none with this id."""
        for area in self.areas:
            for found in area.questions:
                if found.question.id == question_id:
                    return found
        raise KeyError(question_id)
