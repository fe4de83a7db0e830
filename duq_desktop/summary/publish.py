"""What may be shown to others: the gate between what the opener reads and what leaves the house.

The rules for one cohort are in ``stream_table``, the memory of earlier papers in ``publication_ledger``. Here
they come together (decisions 0171 and 0172):

1. A stream is the sum of its cohorts: those of earlier papers, repeated, and those who joined since, when
   they are a group by themselves. Whoever was there when a paper was made is in a cohort for good, shown in
   it or hidden: else what a later paper shows would tell how many were hidden. A stream of which nothing may
   be shown is hidden whole, its number with it.
2. A paper in which people supported show no answer shows nobody else's.
3. People who said no to taking part are told as "so many or more", and a number differs from every earlier
   one by a group.
4. Words need the person's yes, the opener's, and the bar of those who said them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from duq_desktop.content.model import Stream
from duq_desktop.summary.basis import Basis, Cohort
from duq_desktop.summary.disclosure_forecast import SMALLEST_GROUP, checked_group
from duq_desktop.summary.model import STREAMS, AnswerCounts, AreaSummary, NonAnswerCounts, Quote, Summary
from duq_desktop.summary.public import (
    Hidden,
    HowMany,
    PublicArea,
    PublicGroup,
    PublicQuestion,
    PublicSplit,
    PublicStream,
    PublicSummary,
    PublishWarning,
    WarningKind,
)
from duq_desktop.summary.public_findings import public_findings
from duq_desktop.summary.publication_ledger import PrintedCohort, Publication
from duq_desktop.summary.publication_warnings import BAR_WARNINGS, warnings_of
from duq_desktop.summary.quotes import QuoteRules, quotes_of
from duq_desktop.summary.stream_table import (
    BarTable,
    StreamTable,
    TableRules,
    added,
    narrowed,
    smallest_of,
    table_of,
)

Bars = Collection[tuple[str, Stream]]
"""Question id and stream."""

_PARTS: Mapping[str, tuple[str, ...]] = {
    "support": ("alone", "helped"),
    "staff_near": ("near", "not_near", "unknown"),
    "ended": ("finished", "stopped", "open"),
}


@dataclass(frozen=True)
class PublicationChoices:
    """What the opener chose for one paper.

    ``permitted_quotes`` are keys of quotes permitted this time; words to questions about harm need their key
    in ``permitted_harm_quotes`` too. Words that hold one of ``private_names`` are kept back. ``leave_out``
    are bars kept back, ``let_through`` bars that may be shown although all said the same. ``ValueError``
    when ``smallest_group`` may not be chosen.
    """

    smallest_group: int = SMALLEST_GROUP
    permitted_quotes: Collection[str] = ()
    permitted_harm_quotes: Collection[str] = ()
    private_names: Collection[str] = ()
    leave_out: Bars = ()
    let_through: Bars = ()

    def __post_init__(self) -> None:
        checked_group(self.smallest_group)

    def rules(self, stream: Stream) -> TableRules:
        """The rules for one stream."""
        return TableRules(
            smallest=smallest_of(stream, self.smallest_group),
            least=smallest_of(stream),
            left_out=frozenset(name for name, each in self.leave_out if each is stream),
            let_through=frozenset(name for name, each in self.let_through if each is stream),
        )

    def quotes(self) -> QuoteRules:
        """The rules for words."""
        return QuoteRules(
            frozenset(self.permitted_quotes), frozenset(self.permitted_harm_quotes), tuple(self.private_names)
        )


@dataclass(frozen=True)
class PreparedPaper:
    """What may be shown, and what to keep of it, sealed, before it is written."""

    public: PublicSummary
    publication: Publication


@dataclass(frozen=True)
class _Shown:
    """One stream: its ``cohorts`` with their tables, of which some may be hidden. ``untold``: the paper says
    nothing of this stream at all, because people supported show no answer in it.
    """

    stream: Stream
    cohorts: tuple[tuple[Cohort, StreamTable], ...]
    people: int
    untold: bool = False

    @property
    def told(self) -> tuple[tuple[Cohort, StreamTable], ...]:
        """The cohorts of which something is shown."""
        return () if self.untold else tuple(one for one in self.cohorts if one[1].shown)

    @property
    def table(self) -> StreamTable:
        """What is shown of them together."""
        return added([table for _, table in self.told])

    @property
    def hidden(self) -> bool:
        """True when somebody of this stream is not in what is shown."""
        return any(cohort.session_ids and not table.shown for cohort, table in self.cohorts)


def prepare(basis: Basis, choices: PublicationChoices, paper_id: str) -> PreparedPaper:
    """What of ``basis`` may be shown; ``paper_id`` is a new random id for the memory of it."""
    return prepare_with(basis, choices, paper_id, {stream: choices.rules(stream) for stream in STREAMS})


def prepare_careful(basis: Basis, choices: PublicationChoices, paper_id: str) -> PreparedPaper:
    """The same without everything that the opener would be asked to look at: for where nobody looks."""
    warned = {
        (each.question_id, each.stream)
        for each in prepare(basis, choices, paper_id).public.warnings
        if each.kind in BAR_WARNINGS
    }
    return prepare(basis, replace(choices, leave_out={*choices.leave_out, *warned}, let_through=()), paper_id)


def prepare_with(
    basis: Basis, choices: PublicationChoices, paper_id: str, rules: Mapping[Stream, TableRules]
) -> PreparedPaper:
    """The same with the rules made already; only ``prepare`` checks the size of the group."""
    whole = basis.whole
    shown = {stream: _shown(basis, stream, rules[stream]) for stream in STREAMS}
    nothing = not shown[Stream.PERSON].told
    shown = {
        name: replace(each, untold=nothing and name is not Stream.PERSON) for name, each in shown.items()
    }
    told = [one for each in shown.values() for one in each.told]
    tables = {name: table for cohort, table in told for name in cohort.session_ids}
    refused = _refused(basis, rules[Stream.PERSON])
    quotes = choices.quotes()
    public = PublicSummary(
        smallest_group=rules[Stream.PERSON].smallest,
        language=whole.language,
        draft=whole.draft,
        made_up=whole.made_up,
        streams=tuple(_stream(shown[stream]) for stream in STREAMS),
        refused=refused,
        areas=tuple(_area(area, shown, whole, tables, quotes) for area in whole.areas),
        best=quotes_of(_ending(whole, "best", tables), quotes),
        change=quotes_of(_ending(whole, "change", tables), quotes),
        warnings=(*_not_shown(shown), *warnings_of(whole, basis.cohorts, rules, quotes)),
    )
    return PreparedPaper(public, _publication(basis, shown, refused, paper_id))


def _shown(basis: Basis, stream: Stream, rules: TableRules) -> _Shown:
    """Cohorts that are out are repeated, narrowed by the rules; who joined since is one when it may be."""
    ours = [cohort for cohort in basis.cohorts if cohort.stream is stream]
    tables = [(cohort, _table(cohort, rules)) for cohort in ours]
    return _Shown(stream, tuple(tables), basis.whole.stream(stream).people)


def _table(cohort: Cohort, rules: TableRules) -> StreamTable:
    if cohort.counts is not None:
        enough = rules.group(cohort.counts.who.people)
        return table_of(cohort.counts, rules) if enough else StreamTable(0)
    return narrowed(cohort.printed.table, rules) if cohort.printed is not None else StreamTable(0)


def _stream(shown: _Shown) -> PublicStream:
    if not shown.told:
        nobody = (
            not shown.untold and not shown.people and not any(each.session_ids for each, _ in shown.cohorts)
        )
        return PublicStream(shown.stream, HowMany.NOBODY if nobody else HowMany.HIDDEN)
    table = shown.table
    exact = table.exact and not shown.hidden
    splits = {
        name: PublicSplit(tuple(zip(_PARTS[name], numbers, strict=True)))
        for name, numbers in table.splits.items()
        if exact
    }
    return PublicStream(
        stream=shown.stream,
        how_many=HowMany.SHOWN if exact else HowMany.AT_LEAST,
        people=table.people,
        support=splits.get("support"),
        staff_near=splits.get("staff_near"),
        ended=splits.get("ended"),
        roles=table.roles,
        repeated=shown.hidden and all(cohort.printed for cohort, _ in shown.told),
    )


def _area(
    area: AreaSummary,
    shown: Mapping[Stream, _Shown],
    whole: Summary,
    tables: Mapping[str, StreamTable],
    quotes: QuoteRules,
) -> PublicArea:
    questions = tuple(
        PublicQuestion(
            each.question,
            tuple(_group(each.question.id, shown[group.stream]) for group in each.groups),
        )
        for each in area.questions
    )
    ours = {each.question.id for each in area.questions}
    told = (quote for quote in whole.quotes if quote.question_id in ours and _bar_told(quote, tables))
    return PublicArea(area.area, questions, public_findings(questions), quotes_of(told, quotes))


def _group(question_id: str, shown: _Shown) -> PublicGroup:
    if not shown.told:
        return PublicGroup(shown.stream, hidden=Hidden.PEOPLE_FIRST if shown.untold else Hidden.STREAM)
    table = shown.table
    bar = table.bars.get(question_id, BarTable())
    why = Hidden.KEPT_BACK if question_id in table.kept_back else Hidden.TOO_FEW
    return PublicGroup(
        stream=shown.stream,
        three=None if bar.three is None else AnswerCounts(*bar.three),
        two=None if bar.two is None else AnswerCounts(*bar.two),
        not_answered=bar.not_answered,
        non_answers=None if bar.non_answers is None else NonAnswerCounts(*bar.non_answers),
        hidden=None if bar.shown else why,
    )


def _bar_told(quote: Quote, tables: Mapping[str, StreamTable]) -> bool:
    """Words are shown only where the bar of those who said them is."""
    table = tables.get(quote.session_id)
    bar = table.bars.get(quote.question_id) if table is not None else None
    return bar is not None and (bar.two if quote.two_answers else bar.three) is not None


def _ending(whole: Summary, topic: str, tables: Mapping[str, StreamTable]) -> list[Quote]:
    return [quote for quote in whole.quotes if quote.topic == topic and quote.session_id in tables]


def _refused(basis: Basis, rules: TableRules) -> int | None:
    """Nothing once publishing was begun anew: what was out before is not known."""
    if basis.ledger.begun_anew:
        return None
    now, before = basis.whole.refused, basis.ledger.refused
    told = now if before is None or now - before >= rules.smallest else before
    return told if rules.group(told) else None


def _not_shown(shown: Mapping[Stream, _Shown]) -> list[PublishWarning]:
    """Who would be in this paper for the first time, and hidden: then they stay hidden in later ones."""
    return [
        PublishWarning(WarningKind.REPEATED if each.told else WarningKind.TOO_FEW, stream)
        for stream, each in shown.items()
        if not each.untold
        and any(one.printed is None and one.session_ids and not table.shown for one, table in each.cohorts)
    ]


def _publication(
    basis: Basis, shown: Mapping[Stream, _Shown], refused: int | None, paper_id: str
) -> Publication:
    cohorts = tuple(
        PrintedCohort(
            first_in=cohort.printed.first_in if cohort.printed is not None else paper_id,
            stream=each.stream,
            table=table if table.shown else StreamTable(0),
            session_ids=frozenset() if cohort.printed is not None else cohort.session_ids,
            closed=cohort.closed,
        )
        for each in shown.values()
        for cohort, table in each.cohorts
        if cohort.session_ids and not each.untold
    )
    return Publication(paper_id, basis.ledger.heads, cohorts, refused)
