"""From opened sessions to what people said: counting, and nothing but counting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from duq_desktop.content.model import Area, Pack, Picture, Question, Stream
from duq_desktop.interview.records import AnswerFormat, Support
from duq_desktop.interview.session_facts import GivenAnswer, SessionFacts
from duq_desktop.summary.findings import findings_of
from duq_desktop.summary.model import (
    NON_ANSWERS,
    STREAMS,
    AnswerCounts,
    AreaSummary,
    GroupAnswers,
    NonAnswerCounts,
    QuestionSummary,
    Quote,
    Summary,
    SupportCounts,
)
from duq_desktop.summary.participation import session_line, stream_took_part
from duq_desktop.summary.response_bias import care_notes


def summarise(sessions: Sequence[SessionFacts], pack: Pack) -> Summary:
    """What the sessions say, for the opener: nothing hidden, nothing averaged.

    Sessions that said no to taking part are counted in ``refused`` and nothing else of them is used.
    A session is counted with the last answer to each question; one whose stream is not known is listed
    and counted nowhere, because no group's figures may hold what another group may have said.
    """
    listed = [session for session in sessions if session.took_part]
    taking = [session for session in listed if session.stream_known]
    known = {(question.id, question.stream) for question in pack.questions()}
    refused = sum(1 for session in sessions if session.refused)
    return Summary(
        pack_id=pack.id,
        pack_version=pack.version,
        language=pack.language,
        draft=pack.draft,
        took_part=tuple(stream_took_part(stream, taking) for stream in STREAMS),
        areas=tuple(_area(area, taking) for area in pack.areas),
        sessions=tuple(session_line(session, pack) for session in listed),
        care=care_notes(taking, pack),
        quotes=tuple(quote for each in taking for quote in _quotes(each, pack)),
        refused=refused,
        left_early=len(sessions) - len(listed) - refused,
        missing=sum(each.missing + each.unreadable for each in sessions),
        not_in_pack=sum((name, each.stream.asked_as) not in known for each in taking for name in each.latest),
        asked_before=_asked_before(taking, known),
        made_up=any(each.made_up for each in sessions),
    )


def quotable(sessions: Iterable[SessionFacts], pack: Pack) -> tuple[Quote, ...]:
    """The ``quotes`` of a summary alone, session by session, of those that took part."""
    return tuple(quote for each in sessions if each.is_counted for quote in _quotes(each, pack))


def _area(area: Area, taken: Sequence[SessionFacts]) -> AreaSummary:
    questions = tuple(_question(question, taken) for question in area.questions)
    ids = {question.id for question in area.questions}
    took_part = {
        stream: sum(1 for each in taken if each.stream is stream and ids & each.latest.keys())
        for stream in STREAMS
    }
    left_out = sum(1 for each in taken if area.id in each.left_out and not ids & each.latest.keys())
    return AreaSummary(area, questions, findings_of(questions), took_part, left_out)


def _asked_before(
    taken: Sequence[SessionFacts], known: set[tuple[str, Stream]]
) -> tuple[QuestionSummary, ...]:
    """What was said to questions that the pack does not ask these streams any more, worded as then."""
    met: dict[tuple[str, Stream], Question] = {}
    for each in taken:
        stream = each.stream.asked_as
        for question_id, answer in each.latest.items():
            if (question_id, stream) not in known:
                met[question_id, stream] = _as_asked(answer, stream)
    return tuple(_question(question, taken) for question in met.values())


def _as_asked(answer: GivenAnswer, stream: Stream) -> Question:
    """The question as far as its answer still tells of it."""
    wording, harm = answer.wording, answer.harm
    return Question(
        id=answer.question_id,
        area_id="",
        stream=stream,
        prompt=wording or answer.question_id,
        meaning="",
        spoken=wording,
        picture=Picture("question", ""),
        reverse=harm == "yes",
        offers_help=bool(harm),
    )


def _question(question: Question, taken: Sequence[SessionFacts]) -> QuestionSummary:
    met = [each for each in taken if question.id in each.latest]
    asked = [stream for stream in STREAMS if stream.asked_as is question.stream]
    others = [each for each in met if each.stream is Stream.OTHER]
    roles = sorted({each.role for each in others}) if question.stream is Stream.STAFF else []
    return QuestionSummary(
        question=question,
        groups=tuple(
            _group(stream, question.id, [each for each in met if each.stream is stream]) for stream in asked
        ),
        by_role=tuple(
            _group(Stream.OTHER, question.id, [each for each in others if each.role == role], role)
            for role in roles
        ),
        wordings=_wordings(question, met),
    )


def _group(stream: Stream, question_id: str, met: Iterable[SessionFacts], role: str = "") -> GroupAnswers:
    given = [each.latest[question_id] for each in met]
    return GroupAnswers(
        stream=stream,
        three=_answers(given, lambda answer: answer.format is AnswerFormat.THREE),
        two=_answers(given, lambda answer: answer.format is AnswerFormat.TWO),
        non_answers=_non_answers(given),
        support=_support(given),
        role=role,
    )


def _answers(given: Sequence[GivenAnswer], wanted: Callable[[GivenAnswer], bool]) -> AnswerCounts:
    counted = Counter(answer.answer for answer in given if answer.answer and wanted(answer))
    return AnswerCounts(counted["yes"], counted["sometimes"], counted["no"])


def _non_answers(given: Sequence[GivenAnswer]) -> NonAnswerCounts:
    counted = Counter(answer.status.value for answer in given if not answer.answer)
    return NonAnswerCounts(*(counted[name] for name in NON_ANSWERS))


def _support(given: Sequence[GivenAnswer]) -> SupportCounts:
    counted = Counter(answer.support for answer in given)
    return SupportCounts(*(counted[kind] for kind in Support))


def _wordings(question: Question, met: Iterable[SessionFacts]) -> tuple[str, ...]:
    shown = dict.fromkeys(each.latest[question.id].wording for each in met)
    differing = tuple(wording for wording in shown if wording and wording != question.prompt)
    return tuple(wording for wording in shown if wording) if differing else ()


def _quotes(session: SessionFacts, pack: Pack) -> Iterator[Quote]:
    asked = {question.id: question for question in pack.questions()}
    for question_id, answer in session.latest.items():
        if answer.words.strip() and question_id in asked:
            yield Quote(
                key=f"{session.session_id}:{question_id}",
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
        yield Quote(key, session.stream, words.words, words.may_quote, topic=topic)
