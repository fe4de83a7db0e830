"""What must be read first after unlocking: verbatim, without verdict.

It leaves nothing out to be kind or brief: an answer about harm that was changed afterwards is still
told, with what it was changed to, because somebody may have come into the room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from duq_desktop.content.model import Pack, Question
from duq_desktop.interview.session_facts import GivenAnswer, SessionFacts
from duq_desktop.summary.urgent_model import DoneNote, Urgent, UrgentItem, UrgentKind

Notes = Mapping[str, Sequence[DoneNote]]


def is_worrying(question: Question, answer: str) -> bool:
    """True for an answer that should be followed up: to a question about harm only.

    Yes where Yes is the bad answer, else No; Sometimes either way.
    """
    return bool(question.harm) and answer in (question.harm, "sometimes")


def tells_of_harm(answer: GivenAnswer, question: Question | None, session: SessionFacts) -> bool:
    """Whether ``answer`` worries; ``question`` is what the present pack has under its id, if anything.

    What was asked then decides, not what the pack asks now: a question may have been retired, renamed or
    marked otherwise since. Where no mark was sealed with the answer, the pack's counts; where the pack has
    none, that the help page came after the question tells that it was about harm. Which answer was the bad
    one is then unknown if the pack has lost the question: each of them is told.
    """
    if not answer.answer:
        return False
    if answer.harm:
        return answer.answer in (answer.harm, "sometimes")
    if question is not None and question.offers_help:
        return is_worrying(question, answer.answer)
    if answer.question_id not in session.helped_after:
        return False
    return question is None or is_worrying(replace(question, offers_help=True), answer.answer)


def urgent(sessions: Sequence[SessionFacts], pack: Pack, notes: Notes | None = None) -> Urgent:
    """The first page after unlocking; ``notes`` are what was done so far, by ``UrgentItem.key``.

    A call for a talk is told even when the person said no to taking part, because it is no answer;
    nothing else of such a session is.
    """
    done = notes or {}
    taking = [session for session in sessions if session.took_part]
    asked = {question.id: question for question in pack.questions()}
    return Urgent(
        talk=tuple(item for each in sessions for item in _talk(each, done)),
        worrying=tuple(item for each in taking for item in _worrying(each, asked, done)),
        words=tuple(item for each in taking for item in _words(each, asked, done)),
    )


def _talk(session: SessionFacts, done: Notes) -> Iterator[UrgentItem]:
    known = session.took_part
    for request in session.talks:
        key = f"{session.session_id}:talk:{request.at}"
        yield UrgentItem(
            kind=UrgentKind.TALK,
            key=key,
            session_id=session.session_id,
            stream=session.stream,
            role=session.role,
            sign=session.sign,
            day=request.at[:10],
            asked_for=request.person,
            near=request.near,
            took_part=known,
            made_up=session.made_up,
            stream_known=session.stream_known,
            done=tuple(done.get(key, ())),
        )


def _worrying(session: SessionFacts, asked: Mapping[str, Question], done: Notes) -> Iterator[UrgentItem]:
    """One item for each question: the last worrying answer ever given to it."""
    last: dict[str, GivenAnswer] = {}
    now = session.latest
    for answer in session.answers:
        if tells_of_harm(answer, asked.get(answer.question_id), session):
            last[answer.question_id] = answer
    for answer in last.values():
        key = f"{session.session_id}:{answer.question_id}:{answer.answer}"
        then = now[answer.question_id].said
        yield _about_answer(
            UrgentKind.WORRYING, key, session, answer, then, asked.get(answer.question_id), done
        )


def _words(session: SessionFacts, asked: Mapping[str, Question], done: Notes) -> Iterator[UrgentItem]:
    """All words, replaced ones included; the same words to the same question once."""
    told: set[tuple[str, str]] = set()
    now = session.latest
    for answer in session.answers:
        if answer.words.strip() and (answer.question_id, answer.words) not in told:
            told.add((answer.question_id, answer.words))
            key = f"{session.session_id}:{answer.question_id}:words:{answer.at}"
            then = now[answer.question_id].said
            yield _about_answer(
                UrgentKind.WORDS, key, session, answer, then, asked.get(answer.question_id), done
            )
    for words in session.closing:
        if (words.topic, words.words) in told:
            continue
        told.add((words.topic, words.words))
        key = f"{session.session_id}:{words.topic}:words:{words.at}"
        yield UrgentItem(
            kind=UrgentKind.WORDS,
            key=key,
            session_id=session.session_id,
            stream=session.stream,
            role=session.role,
            sign=session.sign,
            day=words.at[:10],
            topic=words.topic,
            words=words.words,
            words_by=words.words_by,
            near=words.near,
            made_up=session.made_up,
            stream_known=session.stream_known,
            done=tuple(done.get(key, ())),
        )


def _about_answer(
    kind: UrgentKind,
    key: str,
    session: SessionFacts,
    answer: GivenAnswer,
    then: str,
    question: Question | None,
    done: Notes,
) -> UrgentItem:
    return UrgentItem(
        kind=kind,
        key=key,
        session_id=session.session_id,
        stream=session.stream,
        role=session.role,
        sign=session.sign,
        day=answer.at[:10],
        area_id=question.area_id if question else "",
        question_id=answer.question_id,
        in_pack=question is not None,
        prompt=answer.wording or (question.prompt if question else ""),
        answer=answer.said,
        then=then if then != answer.said else "",
        words=answer.words,
        words_by=answer.words_by,
        near=answer.near,
        made_up=session.made_up,
        stream_known=session.stream_known,
        done=tuple(done.get(key, ())),
    )
