"""From the pages of an interview to the bars: records as the interview really writes them."""

from __future__ import annotations

from collections.abc import Sequence

from duq_desktop.content.model import Stream
from duq_desktop.figures.alt import alt_text
from duq_desktop.figures.bars import chart
from duq_desktop.interview.inputs import (
    AnswerGiven,
    AnswersGiven,
    AreaDoneGiven,
    AreaGiven,
    CheckGiven,
    ConsentGiven,
    HelpedGiven,
    HelpGiven,
    LengthGiven,
    NearGiven,
    Nothing,
    OtherPersonGiven,
    PracticeGiven,
    PracticeStartGiven,
    SignGiven,
    WordsGiven,
)
from duq_desktop.interview.records import AnswerStatus, Bookmark, Near, OpenedSession, Record, Support
from duq_desktop.interview.sealed_session import SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.interview.session_facts import SessionFacts
from duq_desktop.interview.session_reader import read_session
from duq_desktop.interview.steps import PageName
from duq_desktop.summary.basis import basis_of
from duq_desktop.summary.model import AnswerCounts, State
from duq_desktop.summary.publication_ledger import PublicationLedger
from duq_desktop.summary.publish import PublicationChoices, prepare
from duq_desktop.summary.summarise import summarise
from duq_desktop.summary.urgent import urgent
from duq_desktop.words import Words
from tests.builders import small_pack

PACK = small_pack(areas=1)
ANSWERED = AnswerStatus.ANSWERED


class InMemory:
    """Keeps records as bytes, as the store does, and opens them again."""

    def __init__(self) -> None:
        self.rows: list[bytes] = []
        self.sign = ""

    def append_all(self, records: Sequence[Record], place: Bookmark, fillers: Sequence[Record] = ()) -> None:
        self.rows += [record.to_bytes() for record in (*records, *fillers)]

    def set_sign(self, sign: str) -> None:
        self.sign = sign

    def end(self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()) -> None:
        self.append_all(records, place, fillers)

    another_day = end

    def forget_key(self) -> None:
        pass

    def opened(self, session_id: str, stream: Stream) -> SessionFacts:
        records = tuple(Record.from_bytes(row) for row in self.rows)
        return read_session(OpenedSession(session_id, stream, self.sign, Bookmark(), records))


def answer(option: str) -> AnswerGiven:
    return (
        AnswerGiven(ANSWERED, option)
        if option in ("yes", "sometimes", "no")
        else AnswerGiven(AnswerStatus(option))
    )


def take(
    name: str, said: dict[str, AnswerGiven], stream: Stream = Stream.PERSON, **more: object
) -> SessionFacts:
    """A whole session; ``said`` by question id, all others "yes". ``more`` gives other pages' answers."""
    keeper = InMemory()
    here = SealedSession(
        Session(
            PACK,
            stream,
            opener="Ada",
            now=lambda: "2026-11-22T10:00:00+00:00",
            role="manager" if stream is Stream.OTHER else "",
        ),
        keeper,
    )
    for _ in range(200):
        if here.session.is_over:
            return keeper.opened(name, stream)
        step = here.session.step
        given = {
            PageName.NEAR: NearGiven(frozenset({Near.STAFF})),
            PageName.HELPED: HelpedGiven(Support.READ_TO_ME, Near.STAFF),
            PageName.OTHER_PERSON: OtherPersonGiven(True),
            PageName.CHECK: CheckGiven(step.key == "stop"),
            PageName.CONSENT: ConsentGiven(True),
            PageName.PRACTICE_START: PracticeStartGiven(),
            PageName.PRACTICE: PracticeGiven({q.id: q.expected for q in PACK.practice}.get(step.key)),
            PageName.SIGN: SignGiven("boat", "key"),
            PageName.AREA: AreaGiven("area1"),
            PageName.LENGTH: LengthGiven(False),
            PageName.QUESTION: AnswersGiven(tuple((i, said.get(i, answer("yes"))) for i in step.questions)),
            PageName.HELP: HelpGiven(),
            PageName.AREA_DONE: AreaDoneGiven(False),
            PageName.BEST: WordsGiven("the garden", "pictures", True),
            **{PageName[page]: value for page, value in more.items()},
        }.get(step.page, Nothing())
        here.next(given)
    raise AssertionError("the session never ends")


def test_what_was_given_on_the_pages_is_what_is_counted():
    sessions = [
        take("p1", {"person.area1.1": answer("no"), "person.area1.2": answer("sometimes")}),
        take("p2", {"person.area1.1": answer("dont_want_to_say"), "person.area1.2": answer("later")}),
        take("f1", {"family.area1.1": answer("no")}, Stream.FAMILY),
        take("o1", {"staff.area1.1": answer("sometimes")}, Stream.OTHER),
        take("r1", {}, CONSENT=ConsentGiven(False)),
    ]
    summary = summarise(sessions, PACK)
    first = summary.question("person.area1.1").groups[0]
    assert first.three == AnswerCounts(0, 0, 1) and first.non_answers.dont_want_to_say == 1
    second = summary.question("person.area1.2").groups[0]
    assert second.three == AnswerCounts(0, 1, 0) and second.non_answers.later == 1
    assert first.support.read_to_me == 2
    assert summary.refused == 1 and summary.missing == 0 and summary.not_in_pack == 0
    person = summary.stream(Stream.PERSON)
    assert (person.people, person.finished, person.staff_near, person.some_help) == (2, 2, 2, 2)
    assert person.wanted_other == 2
    assert summary.stream(Stream.OTHER).roles == {"manager": 1}
    line = summary.sessions[0]
    assert (line.sign, line.state, line.areas_done) == ("boat+key", State.FINISHED, ("area1",))
    assert line.helpers == ("staff",) and line.near == (Near.STAFF,)
    assert {side.stream for side in summary.areas[0].findings[0].sides} == {
        Stream.PERSON, Stream.FAMILY, Stream.OTHER,
    }  # fmt: skip


def test_two_answers_follow_from_practice():
    missed = PracticeGiven("yes")
    session = take("p", {"person.area1.1": answer("no")}, PRACTICE=missed)
    group = summarise([session], PACK).question("person.area1.1").groups[0]
    assert group.two == AnswerCounts(0, 0, 1) and group.three == AnswerCounts()


def test_calls_and_words_reach_the_opener():
    words = AnswerGiven(ANSWERED, "no", "he shouts", "typed", may_quote=True)
    session = take("p", {"person.area1.2": words}, HELP=HelpGiven(True, "Ms Hall"))
    found = urgent([session], PACK)
    assert {item.asked_for for item in found.talk} == {"Ms Hall"}
    assert [(item.question_id, item.answer) for item in found.worrying] == [("person.area1.2", "no")]
    assert [item.words for item in found.words] == ["he shouts", "the garden"]


def test_a_crowd_becomes_bars_with_the_same_figures_for_others():
    sessions = [take(f"p{n}", {"person.area1.1": answer("no" if n < 2 else "yes")}) for n in range(7)]
    basis = basis_of(summarise(sessions, PACK), PublicationLedger(), sessions, PACK)
    public = prepare(basis, PublicationChoices(permitted_quotes=["p0:best", "p1:best"]), "first").public
    question = public.question("person.area1.1")
    assert question is not None
    labels = {name: option.label for name, option in PACK.options.items()}
    assert alt_text(chart(question, labels, Words()), Words()) == (
        "Do you like thing 1? People supported: 7 people. 5 said yes. 2 said no."
    )
    assert [quote.words for quote in public.best] == ["the garden", "the garden"]
