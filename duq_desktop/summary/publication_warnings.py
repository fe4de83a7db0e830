"""What the opener should look at before publishing: warnings, never part of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duq_desktop.content.model import Question, Stream
from duq_desktop.summary.basis import Cohort
from duq_desktop.summary.model import OPTIONS, AnswerCounts, Summary
from duq_desktop.summary.public import PublishWarning, WarningKind
from duq_desktop.summary.quotes import QuoteRules, perhaps_a_name
from duq_desktop.summary.stream_table import Counts, TableRules, is_unanimous
from duq_desktop.summary.urgent import is_worrying

BAR_WARNINGS = frozenset({WarningKind.UNANIMOUS, WarningKind.ALL_BUT_ONE, WarningKind.FEW_WORRYING})
"""Those about a bar: the opener may leave it out, or let it through."""

FEW_WORRYING = 5
"""Fewer who gave a worrying answer may be looked for."""


def warnings_of(
    whole: Summary, cohorts: Sequence[Cohort], rules: Mapping[Stream, TableRules], quotes: QuoteRules
) -> tuple[PublishWarning, ...]:
    """Every warning: about bars that could be shown, each cohort by itself and all together, and words."""
    found: list[PublishWarning] = []
    for area in whole.areas:
        for asked in area.questions:
            for group in asked.groups:
                bars = _bars(asked.question.id, group.stream, cohorts, rules[group.stream])
                kinds = dict.fromkeys(kind for bar in bars for kind in _about_bar(asked.question, bar))
                found.extend(PublishWarning(kind, group.stream, asked.question.id) for kind in kinds)
    found.extend(_about_quotes(whole, quotes))
    return tuple(found)


def _bars(
    question_id: str, stream: Stream, cohorts: Sequence[Cohort], rules: TableRules
) -> list[AnswerCounts]:
    counts = [each.counts for each in cohorts if each.stream is stream and each.counts is not None]
    bars = [each for one in counts for each in _large_bars(one, question_id, rules)]
    return list(dict.fromkeys(bars))


def _large_bars(counts: Counts, question_id: str, rules: TableRules) -> list[AnswerCounts]:
    group = counts.groups.get(question_id)
    if group is None or not rules.group(counts.who.people):
        return []
    return [bar for bar in (group.three, group.two) if rules.group(bar.answered)]


def _about_bar(question: Question, bar: AnswerCounts) -> Iterator[WarningKind]:
    most = max(bar.of(option) for option in OPTIONS)
    if is_unanimous(bar):
        yield WarningKind.UNANIMOUS
    elif most == bar.answered - 1:
        yield WarningKind.ALL_BUT_ONE
    worrying = sum(bar.of(option) for option in OPTIONS if is_worrying(question, option))
    if 0 < worrying < FEW_WORRYING:
        yield WarningKind.FEW_WORRYING


def _about_quotes(summary: Summary, quotes: QuoteRules) -> Iterator[PublishWarning]:
    for quote in summary.quotes:
        if not quotes.permit(quote):
            continue
        if quotes.names_somebody(quote):
            yield PublishWarning(WarningKind.QUOTE_NAMES, quote.stream, quote.question_id, quote.key)
        elif perhaps_a_name(quote.words):
            yield PublishWarning(WarningKind.QUOTE_CAPITALS, quote.stream, quote.question_id, quote.key)
