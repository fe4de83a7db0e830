"""What a session writes: sealed before it moves, and rows that tell nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.inputs import (
    AnswerGiven,
    AnswersGiven,
    ConsentGiven,
    HelpedGiven,
    HelpGiven,
    NearGiven,
    Nothing,
    OtherPersonGiven,
    PracticeGiven,
)
from duq_desktop.interview.records import (
    AnswerStatus,
    Bookmark,
    Near,
    Record,
    RecordKind,
    Support,
    words_size,
    words_that_fit,
)
from duq_desktop.interview.sealed_session import BLOCK_ROWS, SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import PageName
from tests.builders import small_pack
from tests.interview.test_session_route import NOW, session, usual

SENTENCE = "This computer is full."


class KeeperSpy:
    """Keeps what was appended; fails on demand as a full disk does."""

    def __init__(self) -> None:
        self.rows: list[tuple[Record, Bookmark]] = []
        self.sign = ""
        self.ended: Bookmark | None = None
        self.forgotten = False
        self.full = False

    def append_all(self, records: Sequence[Record], place: Bookmark, fillers: Sequence[Record] = ()) -> None:
        if self.full:
            raise StoreError(SENTENCE)
        self.rows += [(record, place) for record in (*records, *fillers)]

    def set_sign(self, sign: str) -> None:
        self.sign = sign

    def end(self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()) -> None:
        self.append_all(records, place, fillers)
        self.ended = place

    def another_day(
        self, place: Bookmark, records: Sequence[Record] = (), fillers: Sequence[Record] = ()
    ) -> None:
        self.append_all(records, place, fillers)
        self.forget_key()

    def forget_key(self) -> None:
        self.forgotten = True


def interview(stream: Stream = Stream.PERSON) -> tuple[SealedSession, KeeperSpy]:
    keeper = KeeperSpy()
    return SealedSession(session(stream), keeper), keeper


def run_to(here: SealedSession, page: PageName) -> None:
    while here.session.step.page is not page:
        here.next(usual(here.session))


def test_a_whole_session_is_sealed_and_ended_without_a_window() -> None:
    here, keeper = interview()
    run_to(here, PageName.THANKS)
    kinds = [record.kind for record, _ in keeper.rows]
    assert kinds[0] is RecordKind.BEGAN
    assert kinds.count(RecordKind.ANSWER) == 2
    assert RecordKind.FINISHED in kinds
    assert keeper.sign == "boat+key"
    assert keeper.ended == Bookmark()
    assert all(place.state == "open" for _, place in keeper.rows)


def test_a_full_disk_moves_nothing_and_the_same_press_can_be_made_again() -> None:
    here, keeper = interview()
    run_to(here, PageName.QUESTION)
    step, rows = here.session.step, len(keeper.rows)
    keeper.full = True
    with pytest.raises(StoreError, match=SENTENCE):
        here.next(usual(here.session))
    assert here.session.step == step
    keeper.full = False
    here.next(usual(here.session))
    assert len(keeper.rows) == rows + 1


def test_helper_missed_practice_put_off_and_call_for_help_leave_equal_rows() -> None:
    plain, plain_rows = interview()
    run_to(plain, PageName.AREA_DONE)
    plain.next(usual(plain.session))
    full, full_rows = interview()
    full.next(NearGiven(frozenset({Near.STAFF})))
    full.next(OtherPersonGiven(True))
    full.next(HelpedGiven(Support.PRESSED_FOR_ME, Near.STAFF))
    run_to(full, PageName.PRACTICE)
    full.next(PracticeGiven("no"))
    run_to(full, PageName.QUESTION)
    full.next(AnswersGiven(()))
    full.tell(HelpGiven(True, "Ada"))
    run_to(full, PageName.AREA_DONE)
    full.next(usual(full.session))
    assert len(plain_rows.rows) == len(full_rows.rows)
    assert len(plain_rows.rows) % BLOCK_ROWS[Stream.PERSON] == 0


def test_a_refusal_leaves_the_same_clear_trace_as_stopping_there() -> None:
    refused, refused_rows = interview()
    run_to(refused, PageName.CONSENT)
    refused.next(ConsentGiven(False))
    stopped, stopped_rows = interview()
    run_to(stopped, PageName.CONSENT)
    stopped.stop_and_keep(Nothing())
    assert refused_rows.ended == stopped_rows.ended
    assert len(refused_rows.rows) == len(stopped_rows.rows)


def test_every_answer_says_who_helped_and_what_was_shown() -> None:
    here, keeper = interview()
    here.next(NearGiven(frozenset({Near.FAMILY})))
    here.next(HelpedGiven(Support.READ_TO_ME, Near.FAMILY))
    run_to(here, PageName.QUESTION)
    here.next(
        AnswersGiven(
            (
                (
                    here.session.step.questions[0],
                    AnswerGiven(AnswerStatus.ANSWERED, "no", "He shouts", "typed"),
                ),
            )
        )
    )
    body = keeper.rows[-1][0].body
    assert body["support"] == "read_to_me"
    assert body["helper"] == "family"
    assert body["wording"] == "Do you like thing 1?"
    assert body["words"] == "He shouts"
    assert body["may_quote"] is False
    here.alone_now()
    run_to(here, PageName.HELP)
    assert keeper.rows[-1][0].body["support"] == "alone"


def test_another_day_drops_the_key_and_leaves_a_full_block() -> None:
    here, keeper = interview()
    run_to(here, PageName.QUESTION)
    here.another_day(usual(here.session))
    assert keeper.forgotten
    assert len(keeper.rows) % BLOCK_ROWS[Stream.PERSON] == 0


def test_a_changed_answer_is_a_new_entry() -> None:
    here, keeper = interview()
    run_to(here, PageName.LOOK)
    here.change("person.area1.1", AnswerGiven(AnswerStatus.ANSWERED, "sometimes"))
    body = keeper.rows[-1][0].body
    assert (body["changed"], body["answer"]) == (True, "sometimes")
    assert here.session.answers["person.area1.1"].answer == "sometimes"


def test_records_survive_any_words_and_stay_json() -> None:
    body = {"words": "caf\u00e9 \ud800 \U0001f642 \"'\\\n"}
    record = Record(RecordKind.WORDS, NOW, body)
    back = Record.from_bytes(record.to_bytes())
    assert back.body["words"].startswith("café")
    with pytest.raises(StoreError):
        Record.from_bytes(b"[1]")


def test_the_longest_usual_area_fits_its_block() -> None:
    here = SealedSession(
        Session(small_pack(1, 8), Stream.PERSON, opener="Ada", now=lambda: NOW), keeper := KeeperSpy()
    )
    run_to(here, PageName.LENGTH)
    here.next(usual(here.session, short=False))
    begin = len(keeper.rows)
    while here.session.step.page is not PageName.AREA_DONE:
        here.next(usual(here.session, AnswerGiven(AnswerStatus.LATER), short=False))
    assert len(keeper.rows) - begin < BLOCK_ROWS[Stream.PERSON]


def test_a_stop_in_the_middle_has_the_same_place_at_its_end_as_a_finish() -> None:
    finished, finished_rows = interview()
    run_to(finished, PageName.THANKS)
    stopped, stopped_rows = interview()
    run_to(stopped, PageName.HELP)
    stopped.stop_and_keep(Nothing())
    assert stopped_rows.ended == finished_rows.ended


def test_a_long_name_of_the_opener_keeps_nobody_from_saying_yes() -> None:
    here, keeper = (
        SealedSession(
            Session(small_pack(), Stream.PERSON, opener="Ä" * 2000, now=lambda: NOW), spy := KeeperSpy()
        ),
        spy,
    )
    run_to(here, PageName.PRACTICE_START)
    assert max(len(record.to_bytes()) for record, _ in keeper.rows) < 900


@given_any(st.text(max_size=600))
def test_words_that_fit_fit_and_lose_only_their_end(words: str) -> None:
    kept = words_that_fit(words, 450)
    assert words.startswith(kept)
    assert words_size(kept) <= 450
    assert kept == words or words_size(words) > 450
    bare, full = Record(RecordKind.WORDS, NOW, {"words": ""}), Record(RecordKind.WORDS, NOW, {"words": kept})
    assert len(full.to_bytes()) - len(bare.to_bytes()) == words_size(kept)


def test_words_that_are_kept_before_the_page_is_left_are_an_entry_of_their_own() -> None:
    here, keeper = interview()
    run_to(here, PageName.QUESTION)
    before, (question_id,) = len(keeper.rows), here.session.step.questions
    here.keep_words(question_id, AnswerGiven(words="Dave shouts", words_by="typed"))
    ((record, place),) = keeper.rows[before:]
    assert record.kind is RecordKind.ANSWER
    assert (record.body["status"], record.body["words"]) == ("later", "Dave shouts")
    assert place == here.session.place
    assert here.session.step.page is PageName.QUESTION


def test_an_area_with_words_to_every_question_fits_its_block() -> None:
    here, keeper = interview()
    run_to(here, PageName.AREA)
    before = len(keeper.rows)
    while here.session.step.page is not PageName.BEST:
        for question_id in here.session.step.questions:
            here.keep_words(question_id, AnswerGiven(words="so", words_by="typed"))
        here.next(usual(here.session))
    assert len(keeper.rows) - before == BLOCK_ROWS[Stream.PERSON]
