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
6. What was published before counts: a bar that too few people joined or left is kept back.

Each rule only gets stricter as ``smallest_group`` grows, so two documents made with two sizes together
tell no more than the one with the smaller size.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from duq_desktop.content.model import Stream
from duq_desktop.summary.foretell import SMALLEST_GROUP, checked_group
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
    HowMany,
    PublicArea,
    PublicGroup,
    PublicQuestion,
    PublicSplit,
    PublicStream,
    PublicSummary,
)
from duq_desktop.summary.public_findings import public_findings
from duq_desktop.summary.quotes import QuoteRules, quotes_of
from duq_desktop.summary.warn import warnings_of

KeptBack = Collection[tuple[str, Stream]]


@dataclass(frozen=True)
class Rules:
    """How strict to be. ``leave_out`` holds (question id, stream) that the opener keeps back."""

    smallest_group: int
    leave_out: KeptBack = ()
    before: PublicSummary | None = None

    def group(self, number: int) -> bool:
        """True when ``number`` people are a group."""
        return number >= self.smallest_group

    def safe(self, *numbers: int) -> bool:
        """True when each number is nobody or a group."""
        return all(number == 0 or self.group(number) for number in numbers)

    def steady(self, old: Sequence[int] | None, new: Sequence[int]) -> bool:
        """True when ``new`` beside ``old``, published before, tells on no few who joined or left."""
        return old is None or tuple(old) == tuple(new) or self.group(abs(sum(new) - sum(old)))


def publishable(
    summary: Summary,
    *,
    smallest_group: int = SMALLEST_GROUP,
    permitted_quotes: Collection[str] = (),
    permitted_harm_quotes: Collection[str] = (),
    private_names: Collection[str] = (),
    leave_out: KeptBack = (),
    before: PublicSummary | None = None,
) -> PublicSummary:
    """What of ``summary`` may be shown to others.

    ``permitted_quotes`` are the keys of the quotes the opener permits this time; the person's own
    permission is needed too. Words to questions about harm need their key in
    ``permitted_harm_quotes`` as well. Words that hold one of ``private_names`` (the home, the opener)
    are kept back. ``before`` is what was published last of the same sessions. Raises ``ValueError``
    when ``smallest_group`` is not 5 to 8.
    """
    rules = Rules(checked_group(smallest_group), leave_out, before)
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
    old = rules.before.refused if rules.before else None
    steady = rules.steady(None if old is None else (old,), (refused,))
    return refused if rules.group(refused) and steady else None


def _stream(who: StreamTookPart, rules: Rules) -> PublicStream:
    if not rules.group(who.people):
        return PublicStream(who.stream, HowMany.TOO_FEW if who.people else HowMany.NOBODY)
    old = rules.before.stream(who.stream) if rules.before else None
    support = (("alone", who.all_alone), ("helped", who.some_help))
    near = (("near", who.staff_near), ("not_near", who.no_staff_near), ("unknown", who.near_unknown))
    ended = (("finished", who.finished), ("stopped", who.stopped), ("open", who.open))
    return PublicStream(
        stream=who.stream,
        how_many=HowMany.SHOWN,
        people=who.people,
        support=_split(support, old.support if old else None, rules),
        staff_near=_split(near, old.staff_near if old else None, rules),
        ended=_split(ended, old.ended if old else None, rules),
        roles=tuple(sorted(role for role, held in who.roles.items() if role and held > 1)),
    )


def _split(parts: tuple[tuple[str, int], ...], old: PublicSplit | None, rules: Rules) -> PublicSplit | None:
    numbers = [number for _, number in parts]
    steady = rules.steady([number for _, number in old.parts] if old else None, numbers)
    return PublicSplit(parts) if rules.safe(*numbers) and steady else None


def _question(question: QuestionSummary, people: dict[Stream, int], rules: Rules) -> PublicQuestion:
    old = rules.before.question(question.question.id) if rules.before else None
    return PublicQuestion(
        question.question,
        tuple(
            _group(
                group,
                people[group.stream],
                old.group(group.stream) if old else None,
                rules,
                left_out=(question.question.id, group.stream) in rules.leave_out,
            )
            for group in question.groups
        ),
    )


def _group(
    group: GroupAnswers, people: int, old: PublicGroup | None, rules: Rules, *, left_out: bool
) -> PublicGroup:
    large = rules.group(group.three.answered), rules.group(group.two.answered)
    if left_out:
        return PublicGroup(group.stream, kept_back=any(large))
    three = _bar(group.three, old.three if old else None, rules)
    two = _bar(group.two, old.two if old else None, rules)
    not_answered = _not_answered(group, people, old, rules)
    kinds = [group.non_answers.of(name) for name in NON_ANSWERS]
    old_kinds = old.non_answers if old else None
    steady = rules.steady([old_kinds.of(name) for name in NON_ANSWERS] if old_kinds else None, kinds)
    by_kind = not_answered is not None and rules.safe(*kinds) and steady
    return PublicGroup(
        stream=group.stream,
        three=three,
        two=two,
        not_answered=not_answered,
        non_answers=group.non_answers if by_kind else None,
        kept_back=large != (three is not None, two is not None),
    )


def _bar(counts: AnswerCounts, old: AnswerCounts | None, rules: Rules) -> AnswerCounts | None:
    was = (old.yes, old.sometimes, old.no) if old else None
    steady = rules.steady(was, (counts.yes, counts.sometimes, counts.no))
    return counts if rules.group(counts.answered) and steady else None


def _not_answered(group: GroupAnswers, people: int, old: PublicGroup | None, rules: Rules) -> int | None:
    number = group.non_answers.total
    others = (group.three.answered, group.two.answered, people - group.met)
    was = None if old is None or old.not_answered is None else (old.not_answered,)
    shown = rules.group(number) and rules.safe(*others) and rules.steady(was, (number,))
    return number if shown else None


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
