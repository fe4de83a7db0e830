"""What may be shown to others: the gate between what the opener reads and what leaves the house.

The rules, and why they hold together (decision 0050):

1. A bar is shown when at least ``smallest_group`` people answered in that format, else not at all.
2. No number is published that adds streams, formats, roles or questions together, so no hidden bar can
   be worked out by taking shown ones from a total.
3. People who met a question without an answer are counted only when they, and everybody else who is
   not in a bar, are nobody or a group: else that number would follow from "26 people took part".
4. A split (alone or helped; staff near or not; finished or stopped) is shown whole or not at all, and
   only when each part is nobody or a group.
5. "Nobody" and "too few" look the same wherever a difference would tell on somebody.
6. What was published before counts (``published``): a bar too few joined or left is kept back.

Each rule only gets stricter as ``smallest_group`` grows, so two documents made with two sizes together
tell no more than the one with the smaller size.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from duq_desktop.content.model import Stream
from duq_desktop.summary.disclosure_forecast import SMALLEST_GROUP, checked_group
from duq_desktop.summary.model import (
    NON_ANSWERS,
    STREAMS,
    AnswerCounts,
    AreaSummary,
    GroupAnswers,
    QuestionSummary,
    StreamTookPart,
    Summary,
)
from duq_desktop.summary.public import (
    Hidden,
    HowMany,
    PublicArea,
    PublicGroup,
    PublicQuestion,
    PublicSplit,
    PublicStream,
    PublicSummary,
)
from duq_desktop.summary.public_findings import public_findings
from duq_desktop.summary.publication_ledger import (
    ABOUT_REFUSED,
    PublicationLedger,
    about_bar,
    about_split,
    of_bar,
)
from duq_desktop.summary.publication_warnings import warnings_of
from duq_desktop.summary.quotes import QuoteRules, quotes_of

KeptBack = Collection[tuple[str, Stream]]


@dataclass(frozen=True)
class Rules:
    """How strict to be. ``leave_out`` holds (question id, stream) that the opener keeps back."""

    smallest_group: int
    leave_out: KeptBack = ()
    before: PublicationLedger = field(default_factory=PublicationLedger)

    def group(self, number: int) -> bool:
        """True when ``number`` people are a group."""
        return number >= self.smallest_group

    def safe(self, *numbers: int) -> bool:
        """True when each number is nobody or a group."""
        return all(number == 0 or self.group(number) for number in numbers)

    def steady(self, about: str, *numbers: int) -> bool:
        """True when ``numbers`` beside those published before tell on no few who joined or left."""
        return self.before.steady(about, numbers, self.smallest_group)


def publishable(
    summary: Summary,
    *,
    smallest_group: int = SMALLEST_GROUP,
    permitted_quotes: Collection[str] = (),
    permitted_harm_quotes: Collection[str] = (),
    private_names: Collection[str] = (),
    leave_out: KeptBack = (),
    before: PublicationLedger | None = None,
) -> PublicSummary:
    """What of ``summary`` may be shown to others.

    ``permitted_quotes`` are the keys of the quotes the opener permits this time; the person's own
    permission is needed too. Words to questions about harm need their key in
    ``permitted_harm_quotes`` as well. Words that hold one of ``private_names`` (the home, the opener)
    are kept back. ``before`` is everything published before from the same data folder; keep
    ``before.then(public)`` when the document is written. Raises ``ValueError``
    when ``smallest_group`` is not 5 to 8.
    """
    rules = Rules(checked_group(smallest_group), leave_out, before or PublicationLedger())
    quotes = QuoteRules(frozenset(permitted_quotes), frozenset(permitted_harm_quotes), tuple(private_names))
    return publish(summary, rules, quotes)


def publish(summary: Summary, rules: Rules, quotes: QuoteRules) -> PublicSummary:
    """The same with the rules made already; only ``publishable`` checks the size of the group."""
    streams = tuple(_stream(summary.stream(stream), rules) for stream in STREAMS)
    people = {stream: summary.stream(stream).people for stream in STREAMS}
    bare = [
        (area, tuple(_question(each, people, rules) for each in area.questions)) for area in summary.areas
    ]
    areas = tuple(_area(area, questions, summary, quotes) for area, questions in bare)
    told = frozenset(each.stream for each in streams if each.how_many is HowMany.SHOWN)
    return PublicSummary(
        smallest_group=rules.smallest_group,
        language=summary.language,
        draft=summary.draft,
        made_up=summary.made_up,
        streams=streams,
        refused=_refused(summary.refused, rules),
        areas=areas,
        best=quotes_of((q for q in summary.quotes if q.topic == "best" and q.stream in told), quotes),
        change=quotes_of((q for q in summary.quotes if q.topic == "change" and q.stream in told), quotes),
        warnings=warnings_of(summary, areas, rules.smallest_group, quotes, rules.leave_out),
    )


def _refused(refused: int, rules: Rules) -> int | None:
    return refused if rules.group(refused) and rules.steady(ABOUT_REFUSED, refused) else None


def _stream(who: StreamTookPart, rules: Rules) -> PublicStream:
    if not rules.group(who.people):
        return PublicStream(who.stream, HowMany.TOO_FEW if who.people else HowMany.NOBODY)
    near = {"near": who.staff_near, "not_near": who.no_staff_near, "unknown": who.near_unknown}
    ended = {"finished": who.finished, "stopped": who.stopped, "open": who.open}
    return PublicStream(
        stream=who.stream,
        how_many=HowMany.SHOWN,
        people=who.people,
        support=_split(who, "support", {"alone": who.all_alone, "helped": who.some_help}, rules),
        staff_near=_split(who, "staff_near", near, rules),
        ended=_split(who, "ended", ended, rules),
        roles=tuple(sorted(role for role, held in who.roles.items() if role and held > 1)),
    )


def _split(who: StreamTookPart, name: str, parts: dict[str, int], rules: Rules) -> PublicSplit | None:
    numbers = tuple(parts.values())
    shown = rules.safe(*numbers) and rules.steady(about_split(who.stream, name), *numbers)
    return PublicSplit(tuple(parts.items())) if shown else None


def _question(question: QuestionSummary, people: dict[Stream, int], rules: Rules) -> PublicQuestion:
    groups = (_group(question.question.id, group, people[group.stream], rules) for group in question.groups)
    return PublicQuestion(question.question, tuple(groups))


def _group(question_id: str, group: GroupAnswers, people: int, rules: Rules) -> PublicGroup:
    large = rules.group(group.three.answered) or rules.group(group.two.answered)
    if (question_id, group.stream) in rules.leave_out:
        return PublicGroup(group.stream, hidden=Hidden.KEPT_BACK if large else Hidden.TOO_FEW)
    three = _bar(about_bar(question_id, group.stream, "three"), group.three, rules)
    two = _bar(about_bar(question_id, group.stream, "two"), group.two, rules)
    not_answered = _not_answered(question_id, group, people, rules)
    kinds = [group.non_answers.of(name) for name in NON_ANSWERS]
    steady = rules.steady(about_bar(question_id, group.stream, "non_answers"), *kinds)
    by_kind = not_answered is not None and rules.safe(*kinds) and steady
    bare = Hidden.KEPT_BACK if large else Hidden.TOO_FEW
    return PublicGroup(
        stream=group.stream,
        three=three,
        two=two,
        not_answered=not_answered,
        non_answers=group.non_answers if by_kind else None,
        hidden=bare if three is None and two is None else None,
    )


def _bar(about: str, counts: AnswerCounts, rules: Rules) -> AnswerCounts | None:
    shown = rules.group(counts.answered) and rules.steady(about, *of_bar(counts))
    return counts if shown else None


def _not_answered(question_id: str, group: GroupAnswers, people: int, rules: Rules) -> int | None:
    number = group.non_answers.total
    others = (group.three.answered, group.two.answered, people - group.met)
    steady = rules.steady(about_bar(question_id, group.stream, "not_answered"), number)
    return number if rules.group(number) and rules.safe(*others) and steady else None


def _area(
    area: AreaSummary, questions: tuple[PublicQuestion, ...], summary: Summary, quotes: QuoteRules
) -> PublicArea:
    by_id = {each.question.id: each for each in questions}
    ours = [quote for quote in summary.quotes if quote.question_id in by_id]
    told = (q for q in ours if _group_told(by_id[q.question_id].group(q.stream), two=q.two_answers))
    return PublicArea(area.area, questions, public_findings(questions), quotes_of(told, quotes))


def _group_told(group: PublicGroup | None, *, two: bool) -> bool:
    """Words are shown only where the bar of those who said them is."""
    return group is not None and (group.two if two else group.three) is not None
