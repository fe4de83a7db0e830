"""What may be shown to others: the part of a summary from which nobody can be picked out.

Only ``publish.prepare`` makes these. A value that may not be shown is None, never a number;
whoever shows it says "Too few people to show". Nothing here names a session, a sign, a date, a
helper, a home or a role held by one person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from duq_desktop.content.model import Area, Question, Stream
from duq_desktop.summary.model import AnswerCounts, NonAnswerCounts, Side


class HowMany(str, Enum):
    """What may be told of how many of a stream took part.

    ``SHOWN``: the number. ``AT_LEAST``: so many or more. ``HIDDEN``: not told; some, or in a paper that
    shows no answer perhaps nobody. Few and many look the same there, and so they do in the next paper when
    somebody came or went (decision 0171).
    """

    NOBODY = "nobody"
    HIDDEN = "hidden"
    AT_LEAST = "at_least"
    SHOWN = "shown"


class Hidden(str, Enum):
    """Why nothing of a group is shown, as far as a reader may know it.

    ``TOO_FEW``: fewer than the smallest group answered. ``KEPT_BACK``: enough answered, but all said the
    same, or the opener left it out; which of the two would tell what was said. ``STREAM``: the whole stream
    is hidden, because too few of it took part. ``PEOPLE_FIRST``: people supported show no answer in this
    paper, so no one else does.
    """

    TOO_FEW = "too_few"
    KEPT_BACK = "kept_back"
    STREAM = "stream"
    PEOPLE_FIRST = "people_first"


@dataclass(frozen=True)
class PublicSplit:
    """People of one stream split in parts that add up, shown whole or not at all (then None)."""

    parts: tuple[tuple[str, int], ...]

    def of(self, part: str) -> int:
        """The number of people in one part. Raises ``KeyError`` for any other word."""
        return dict(self.parts)[part]


@dataclass(frozen=True)
class PublicStream:
    """Who of one stream took part. ``people`` is None unless ``how_many`` is ``SHOWN`` or ``AT_LEAST``.

    ``support`` splits them in "alone" and "helped"; ``staff_near`` in "near", "not_near" and
    "unknown"; ``ended`` in "finished", "stopped" and "open". Each is None where it may not be shown.
    ``roles`` names roles of OTHER held by two people or more, without numbers, in ABC order. ``repeated``:
    too few joined since the last paper, so all of this stream stands as that paper had it.
    """

    stream: Stream
    how_many: HowMany
    people: int | None = None
    support: PublicSplit | None = None
    staff_near: PublicSplit | None = None
    ended: PublicSplit | None = None
    roles: tuple[str, ...] = ()
    repeated: bool = False

    @property
    def told(self) -> bool:
        """True when a number of people stands in the paper, and answers may."""
        return self.how_many in (HowMany.SHOWN, HowMany.AT_LEAST)


@dataclass(frozen=True)
class PublicGroup:
    """What one stream said to one question, as far as it may be shown.

    ``three`` and ``two`` are None when fewer than the smallest group answered so (nobody included).
    ``not_answered`` is the number of people who met the question without an answer, None when it
    may not be shown; ``non_answers`` splits it by kind when each kind may be shown. ``hidden`` says why
    there is no bar; None where there is one.
    """

    stream: Stream
    three: AnswerCounts | None = None
    two: AnswerCounts | None = None
    not_answered: int | None = None
    non_answers: NonAnswerCounts | None = None
    hidden: Hidden | None = None

    @property
    def shown(self) -> bool:
        """True when there is a bar to draw."""
        return self.three is not None or self.two is not None


@dataclass(frozen=True)
class PublicQuestion:
    """One question with its groups in the fixed order."""

    question: Question
    groups: tuple[PublicGroup, ...]

    def group(self, stream: Stream) -> PublicGroup | None:
        """What may be shown of one stream, or None when it is not asked this question."""
        return next((group for group in self.groups if group.stream is stream), None)


@dataclass(frozen=True)
class PublicQuote:
    """Words with the person's permission and the opener's, given this time. Shown with the stream only."""

    stream: Stream
    words: str


@dataclass(frozen=True)
class PublicFinding:
    """The same thing asked of several streams, from shown bars only. ``differ``: see ``findings.differ``."""

    question_id: str
    sides: tuple[Side, ...]
    differ: bool

    @property
    def two_counted(self) -> bool:
        """True when people asked with Yes and No only are among those that were compared."""
        return any(side.two.answered for side in self.sides)


@dataclass(frozen=True)
class PublicArea:
    """One area as it may be shown. ``quotes`` are in ABC order, so that the order tells nothing."""

    area: Area
    questions: tuple[PublicQuestion, ...]
    findings: tuple[PublicFinding, ...]
    quotes: tuple[PublicQuote, ...]


class WarningKind(str, Enum):
    """What the opener should look at before publishing.

    ``UNANIMOUS``: everybody in the group gave the same answer, so each person's answer is known; the bar is
    kept back unless the opener lets it through.
    ``ALL_BUT_ONE``: the one who differs knows what all the others said.
    ``FEW_WORRYING``: fewer than the smallest group gave a worrying answer about harm; somebody may
    go looking for who it was.
    ``QUOTE_NAMES``: words were kept back because they hold a name that must not be shown.
    ``QUOTE_CAPITALS``: words hold a capital letter inside a sentence, or a number: perhaps a name.
    ``TOO_FEW``: nothing of a stream may be shown, and whoever is in it now stays hidden in later papers.
    ``REPEATED``: too few joined since the last paper; they stay hidden in later ones.
    """

    UNANIMOUS = "unanimous"
    ALL_BUT_ONE = "all_but_one"
    FEW_WORRYING = "few_worrying"
    QUOTE_NAMES = "quote_names"
    QUOTE_CAPITALS = "quote_capitals"
    TOO_FEW = "too_few"
    REPEATED = "repeated"


@dataclass(frozen=True)
class PublishWarning:
    """One thing to look at. For the opener's eyes, never for the document.

    ``quote_key`` is set for warnings about words, ``question_id`` for those about a question.
    """

    kind: WarningKind
    stream: Stream
    question_id: str = ""
    quote_key: str = ""


@dataclass(frozen=True)
class PublicSummary:
    """Everything that may be shown to others, with ``warnings`` for the opener beside it.

    ``refused``: so many or more said no to taking part; None when it may not be told, which says nothing of
    how many did. ``best`` and ``change`` are the words given at the
    end. ``streams`` always holds all four, in the fixed order, so that who was missing is seen.
    """

    smallest_group: int
    language: str
    draft: bool
    made_up: bool
    streams: tuple[PublicStream, ...]
    refused: int | None
    areas: tuple[PublicArea, ...]
    best: tuple[PublicQuote, ...] = ()
    change: tuple[PublicQuote, ...] = ()
    warnings: tuple[PublishWarning, ...] = ()

    def question(self, question_id: str) -> PublicQuestion | None:
        """What may be shown of one question, or None when this has none with that id."""
        found = (q for area in self.areas for q in area.questions if q.question.id == question_id)
        return next(found, None)

    def stream(self, stream: Stream) -> PublicStream:
        """Who of one stream took part."""
        return next(each for each in self.streams if each.stream is stream)

    @property
    def empty(self) -> bool:
        """True when no bar of people supported may be shown; then nobody else's is (decision 0172).

        A paper of a small home then says who was asked, and how, and what happens next.
        """
        found = (g for a in self.areas for q in a.questions for g in q.groups)
        return not any(group.shown for group in found if group.stream is Stream.PERSON)
