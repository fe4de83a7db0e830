"""From opened sessions to what people said: counting, and nothing but counting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import replace

from duq_desktop.answer_rows.counts import Cell, Counts, Worded
from duq_desktop.answer_rows.tables import AnswerRows, OwnAnswerRows
from duq_desktop.content.model import Area, Pack, Picture, Question, Stream
from duq_desktop.interview.records import AnswerFormat, Support
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.summary.findings import findings_of
from duq_desktop.summary.model import (
    NON_ANSWERS,
    STREAMS,
    AnswerCounts,
    AreaSummary,
    CareNote,
    GroupAnswers,
    NonAnswerCounts,
    QuestionSummary,
    Quote,
    SessionLine,
    Summary,
    SupportCounts,
)
from duq_desktop.summary.participation import participations, session_line
from duq_desktop.summary.response_bias import care_notes, with_same_signs

Asked = tuple[str, Stream]
"""A question id with the stream that is asked it."""


def summarise(sessions: Iterable[SessionFacts], pack: Pack) -> Summary:
    """What the sessions say, for the opener: nothing hidden, nothing averaged.

    Sessions that said no to taking part are counted in ``refused`` and nothing else of them is used.
    A session is counted with the last answer to each question; one whose stream is not known is listed
    and counted nowhere, because no group's figures may hold what another group may have said.
    """
    quotes: list[Quote] = []
    with OwnAnswerRows() as rows:
        tally = Tally(rows, pack)
        for number, facts in enumerate(sessions, 1):
            tally.take(number, facts)
            quotes += quotable([facts], pack)
        return replace(tally.summary(), quotes=tuple(quotes))


def quotable(sessions: Iterable[SessionFacts], pack: Pack) -> tuple[Quote, ...]:
    """The ``quotes`` of a summary alone, session by session, of those that took part."""
    return tuple(quote for each in sessions if each.is_counted for quote in _quotes(each, pack))


class Tally:
    """Counts sessions as they come, in any order; the same number again takes the place of the first."""

    def __init__(self, rows: AnswerRows, pack: Pack) -> None:
        self._rows, self._pack = rows, pack
        rows.areas = {area.id: {question.id for question in area.questions} for area in pack.areas}
        self._asked = {question.id: question for question in pack.questions()}
        self._lines: dict[int, SessionLine] = {}
        self._care: dict[int, tuple[CareNote, ...]] = {}

    def take(self, number: int, facts: SessionFacts) -> None:
        """Takes the session ``number``: sessions are listed in the order of their numbers."""
        self._rows.put(number, facts)
        self._lines.pop(number, None)
        self._care.pop(number, None)
        if facts.took_part:
            self._lines[number] = session_line(facts, self._pack)
        if facts.is_counted:
            self._care[number] = care_notes(facts, self._asked)

    def summary(self) -> Summary:
        """What was taken so far, without quotes: what people said in their own words is not kept here."""
        counting = self.counting()
        while True:
            try:
                next(counting)
            except StopIteration as counted:
                summary: Summary = counted.value
                return summary

    def counting(self) -> Generator[None, None, Summary]:
        """``summary`` in short steps."""
        pack, counts = self._pack, Counts(self._rows)
        said = _Said()
        for question in counts.questions():
            said.take(counts.cells(question), counts.wordings(question))
            yield
        areas = []
        for area in pack.areas:
            areas.append(said.area(area, counts.area(area.id), counts.left_out(area.id)))
            yield
        totals = counts.totals()
        known = {(question.id, question.stream) for question in pack.questions()}
        return Summary(
            pack_id=pack.id,
            pack_version=pack.version,
            language=pack.language,
            draft=pack.draft,
            took_part=participations(counts),
            areas=tuple(areas),
            sessions=tuple(self._lines[number] for number in sorted(self._lines)),
            care=with_same_signs([(self._lines[each], self._care[each]) for each in sorted(self._care)]),
            quotes=(),
            refused=totals.refused,
            left_early=totals.sessions - totals.took_part - totals.refused,
            missing=totals.missing,
            not_in_pack=said.outside(known),
            asked_before=said.asked_before(known),
            made_up=bool(totals.made_up),
        )


class _Said:
    """What was said to each question."""

    def __init__(self) -> None:
        self._cells: dict[Asked, list[Cell]] = defaultdict(list)
        self._worded: dict[Asked, list[Worded]] = defaultdict(list)

    def take(self, cells: list[Cell], worded: list[Worded]) -> None:
        """Takes what was said to one more question."""
        for cell in cells:
            self._cells[cell.question_id, Stream(cell.stream).asked_as].append(cell)
        for each in worded:
            self._worded[each.question_id, Stream(each.asked_as)].append(each)

    def area(self, area: Area, met: Mapping[str, int], left_out: int) -> AreaSummary:
        """One area of the pack; ``met`` counts, by stream, the sessions that met a question of it."""
        questions = tuple(self._question(question) for question in area.questions)
        took_part = {stream: met.get(stream.value, 0) for stream in STREAMS}
        return AreaSummary(area, questions, findings_of(questions), took_part, left_out)

    def outside(self, known: set[Asked]) -> int:
        """How many answers were to questions that are not ``known``."""
        return sum(cell.number for key, cells in self._cells.items() if key not in known for cell in cells)

    def asked_before(self, known: set[Asked]) -> tuple[QuestionSummary, ...]:
        """What was said to questions that the pack does not ask these streams any more, worded as then."""
        worded = [each for key, each in self._worded.items() if key not in known]
        worded.sort(key=lambda each: (each[0].session, each[0].met))
        return tuple(self._question(_as_asked(each[-1])) for each in worded)

    def _question(self, question: Question) -> QuestionSummary:
        cells = self._cells.get((question.id, question.stream), [])
        asked = [stream for stream in STREAMS if stream.asked_as is question.stream]
        by_role: dict[str, list[Cell]] = defaultdict(list)
        for cell in cells:
            if cell.stream == Stream.OTHER.value:
                by_role[cell.role].append(cell)
        return QuestionSummary(
            question=question,
            groups=tuple(_group(each, [c for c in cells if c.stream == each.value]) for each in asked),
            by_role=tuple(_group(Stream.OTHER, by_role[role], role) for role in sorted(by_role)),
            wordings=_wordings(question, self._worded.get((question.id, question.stream), [])),
        )


def _as_asked(worded: Worded) -> Question:
    """The question as far as its answers still tell of it."""
    return Question(
        id=worded.question_id,
        area_id="",
        stream=Stream(worded.asked_as),
        prompt=worded.wording or worded.question_id,
        meaning="",
        spoken=worded.wording,
        picture=Picture("question", ""),
        reverse=worded.harm == "yes",
        offers_help=bool(worded.harm),
    )


def _group(stream: Stream, cells: list[Cell], role: str = "") -> GroupAnswers:
    non_answers = _sums((cell.said, cell.number) for cell in cells if not cell.answered)
    support = _sums((cell.support, cell.number) for cell in cells)
    return GroupAnswers(
        stream=stream,
        three=_answers(cells, AnswerFormat.THREE),
        two=_answers(cells, AnswerFormat.TWO),
        non_answers=NonAnswerCounts(*(non_answers[name] for name in NON_ANSWERS)),
        support=SupportCounts(*(support[kind.value] for kind in Support)),
        role=role,
    )


def _answers(cells: list[Cell], format_: AnswerFormat) -> AnswerCounts:
    given = [cell for cell in cells if cell.answered and cell.format == format_.value]
    counted = _sums((cell.said, cell.number) for cell in given)
    return AnswerCounts(counted["yes"], counted["sometimes"], counted["no"])


def _sums(numbers: Iterable[tuple[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, number in numbers:
        found[name] += number
    return found


def _wordings(question: Question, worded: list[Worded]) -> tuple[str, ...]:
    shown = tuple(dict.fromkeys(each.wording for each in worded if each.wording))
    return shown if any(wording != question.prompt for wording in shown) else ()


def _quotes(session: SessionFacts, pack: Pack) -> Iterator[Quote]:
    asked = {question.id: question for question in pack.questions()}
    for question_id, answer in session.latest.items():
        if answer.words.strip() and question_id in asked:
            yield Quote(
                key=f"{session.session_id}:{question_id}",
                session_id=session.session_id,
                stream=session.stream,
                words=answer.words,
                may_quote=answer.may_quote,
                offers_help=asked[question_id].offers_help or bool(answer.harm),
                area_id=asked[question_id].area_id,
                question_id=question_id,
                two_answers=answer.format is AnswerFormat.TWO,
            )
    for topic, words in session.latest_words.items():
        key = f"{session.session_id}:{topic}"
        yield Quote(key, session.session_id, session.stream, words.words, words.may_quote, topic=topic)
