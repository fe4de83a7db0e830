"""What the opener should look at before publishing: warnings, never part of a document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from duq_desktop.content.model import Question, Stream
from duq_desktop.summary.model import OPTIONS, AnswerCounts, Summary
from duq_desktop.summary.public import Hidden, PublicArea, PublicGroup, PublishWarning, WarningKind
from duq_desktop.summary.quotes import QuoteRules, perhaps_a_name
from duq_desktop.summary.urgent import is_worrying


def warnings_of(
    summary: Summary,
    areas: Sequence[PublicArea],
    smallest_group: int,
    quotes: QuoteRules,
    leave_out: Collection[tuple[str, Stream]],
) -> tuple[PublishWarning, ...]:
    """Every warning: about shown bars, bars kept back, and permitted words."""
    found: list[PublishWarning] = []
    for area in areas:
        for question in area.questions:
            for group in question.groups:
                found.extend(_about_group(question.question, group, smallest_group, leave_out))
    found.extend(_about_quotes(summary, quotes))
    return tuple(found)


def _about_group(
    question: Question,
    group: PublicGroup,
    smallest_group: int,
    leave_out: Collection[tuple[str, Stream]],
) -> Iterator[PublishWarning]:
    kinds = {
        kind: None
        for bar in (group.three, group.two)
        if bar
        for kind in _about_bar(question, bar, smallest_group)
    }
    if group.hidden is Hidden.KEPT_BACK and (question.id, group.stream) not in leave_out:
        kinds[WarningKind.CHANGED_BY_FEW] = None
    for kind in kinds:
        yield PublishWarning(kind, group.stream, question.id)


def _about_bar(question: Question, bar: AnswerCounts, smallest_group: int) -> Iterator[WarningKind]:
    most = max(bar.of(option) for option in OPTIONS)
    if most == bar.answered:
        yield WarningKind.UNANIMOUS
    elif most == bar.answered - 1:
        yield WarningKind.ALL_BUT_ONE
    worrying = sum(bar.of(option) for option in OPTIONS if is_worrying(question, option))
    if 0 < worrying < smallest_group:
        yield WarningKind.FEW_WORRYING


def _about_quotes(summary: Summary, quotes: QuoteRules) -> Iterator[PublishWarning]:
    for quote in summary.quotes:
        if not quotes.permit(quote):
            continue
        if quotes.names_somebody(quote):
            yield PublishWarning(WarningKind.QUOTE_NAMES, quote.stream, quote.question_id, quote.key)
        elif perhaps_a_name(quote.words):
            yield PublishWarning(WarningKind.QUOTE_CAPITALS, quote.stream, quote.question_id, quote.key)
