"""The route of a session: what comes after what, and what a changed mind changes."""

from __future__ import annotations

from hypothesis import given as hyp_given
from hypothesis import settings
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.interview.inputs import (
    AnswerGiven,
    AnswersGiven,
    AreaDoneGiven,
    AreaGiven,
    CheckGiven,
    ConsentGiven,
    Given,
    HelpedGiven,
    HelpGiven,
    LengthGiven,
    NearGiven,
    Nothing,
    OtherPersonGiven,
    PracticeGiven,
    PracticeHelpGiven,
    PracticeStartGiven,
    SignGiven,
    WordsGiven,
)
from duq_desktop.interview.records import AnswerFormat, AnswerStatus, Bookmark, Near, RecordKind, Support
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import PageName
from tests.builders import small_pack

NOW = "2026-11-22T10:00:00+00:00"
YES = AnswerGiven(AnswerStatus.ANSWERED, "yes")
LATER = AnswerGiven(AnswerStatus.LATER)


def session(stream: Stream = Stream.PERSON, **more: object) -> Session:
    return Session(small_pack(), stream, opener="Ada, trustee", now=lambda: NOW, **more)  # type: ignore[arg-type]


def usual(here: Session, answer: AnswerGiven = YES, areas: int = 1, short: bool = True) -> Given:
    """What someone gives who answers everything alone."""
    pack, step = here.pack, here.step
    expected = {q.id: q.expected for q in pack.practice}
    left = here.areas_left
    givens: dict[PageName, Given] = {
        PageName.NEAR: NearGiven(frozenset({Near.NOBODY})),
        PageName.HELPED: HelpedGiven(Support.ALONE),
        PageName.OTHER_PERSON: OtherPersonGiven(False),
        PageName.CHECK: CheckGiven(step.key == "stop"),
        PageName.CONSENT: ConsentGiven(True),
        PageName.PRACTICE_START: PracticeStartGiven(),
        PageName.PRACTICE: PracticeGiven(expected.get(step.key)),
        PageName.PRACTICE_HELP: PracticeHelpGiven(),
        PageName.SIGN: SignGiven("boat", "key"),
        PageName.AREA: AreaGiven(left[0].id if left else ""),
        PageName.LENGTH: LengthGiven(short),
        PageName.QUESTION: AnswersGiven(tuple((i, answer) for i in step.questions)),
        PageName.HELP: HelpGiven(),
        PageName.AREA_DONE: AreaDoneGiven(len(here.facts.areas_taken) < areas),
        PageName.BEST: WordsGiven(),
        PageName.CHANGE: WordsGiven("More music", "typed", True),
    }
    return givens.get(step.page, Nothing())


def walk(here: Session, until: PageName, **how: object) -> list[PageName]:
    pages = [here.step.page]
    while here.step.page is not until:
        before = here.step
        here.go_on(usual(here, **how))  # type: ignore[arg-type]
        assert here.step != before, f"stuck on {before}"
        pages.append(here.step.page)
    return pages


def test_a_person_alone_meets_every_page_of_the_issue_in_order() -> None:
    here = session()
    pages = walk(here, PageName.THANKS)
    assert list(dict.fromkeys(pages)) == [
        PageName.NEAR,
        PageName.HELPED,
        PageName.WHY,
        PageName.OPENER,
        PageName.TODAY,
        PageName.DANGER,
        PageName.CHOICE,
        PageName.CHECK,
        PageName.CONSENT,
        PageName.PRACTICE_START,
        PageName.PRACTICE,
        PageName.SIGN,
        PageName.SIGN_IS,
        PageName.AREA,
        PageName.LENGTH,
        PageName.QUESTION,
        PageName.HELP,
        PageName.AREA_DONE,
        PageName.BEST,
        PageName.CHANGE,
        PageName.LOOK,
        PageName.HAPPENS,
        PageName.MY_VIEWS,
        PageName.THANKS,
    ]
    assert here.is_over
    assert not here.can_go_back


def test_staff_near_brings_the_offer_of_someone_else_and_a_helper_their_page() -> None:
    here = session()
    here.go_on(NearGiven(frozenset({Near.STAFF})))
    assert here.step.page is PageName.OTHER_PERSON
    here.go_on(OtherPersonGiven(False))
    here.go_on(HelpedGiven(Support.READ_TO_ME, Near.STAFF))
    assert here.step.page is PageName.HELPER
    here.go_back(Nothing())
    here.go_on(HelpedGiven(Support.ALONE))
    assert here.step.page is PageName.WHY


def test_who_wants_someone_else_waits_for_them_and_then_says_who_helps() -> None:
    here = session()
    here.go_on(NearGiven(frozenset({Near.STAFF})))
    here.go_on(OtherPersonGiven(True))
    assert here.step.page is PageName.WAIT
    here.go_on(Nothing())
    assert here.step.page is PageName.HELPED


def test_who_wants_a_helper_in_practice_waits_for_them_and_says_who_helps() -> None:
    here = session()
    walk(here, PageName.PRACTICE)
    for given in (PracticeGiven("no"), Nothing(), PracticeGiven(None), PracticeHelpGiven(True)):
        here.go_on(given)
    assert here.step.page is PageName.WAIT
    here.go_on(Nothing())
    assert here.step.page is PageName.HELPED
    here.go_on(HelpedGiven(Support.READ_TO_ME, Near.FRIEND))
    assert here.support is Support.READ_TO_ME
    assert (here.step.page, here.step.key) == (PageName.PRACTICE, "bus")


def test_the_role_is_in_the_first_record() -> None:
    assert session(Stream.OTHER, role="housing").began().body["role"] == "housing"


def test_who_is_near_is_asked_again_after_each_area() -> None:
    pages = walk(session(), PageName.THANKS, areas=2)
    assert pages.count(PageName.NEAR) == 2
    assert pages.count(PageName.AREA) == 2


def test_no_ends_the_session_without_a_word_more() -> None:
    here = session()
    walk(here, PageName.CONSENT)
    (record,) = here.leave(ConsentGiven(False))
    assert record.kind is RecordKind.CONSENT
    assert record.body["yes"] is False
    here.go_on(ConsentGiven(False))
    assert here.step.page is PageName.REFUSED
    assert here.is_over


def test_a_missed_check_explains_again_and_never_blocks() -> None:
    here = session()
    walk(here, PageName.CHECK)
    here.go_on(CheckGiven(True))
    assert here.step.page is PageName.CHECK_AGAIN
    here.go_on(Nothing())
    assert (here.step.page, here.step.key) == (PageName.CHECK, "stop")


def test_sometimes_missed_twice_leaves_two_answers() -> None:
    here = session()
    walk(here, PageName.PRACTICE)
    while here.step.key != "tea":
        here.go_on(usual(here))
    here.go_on(PracticeGiven("yes"))
    assert here.step.page is PageName.PRACTICE_AGAIN
    here.go_on(Nothing())
    assert here.answer_format is AnswerFormat.THREE
    here.go_on(PracticeGiven("no"))
    assert here.answer_format is AnswerFormat.TWO
    assert here.step.page is PageName.SIGN


def test_yes_missed_twice_offers_a_supporter_and_goes_on() -> None:
    here = session()
    walk(here, PageName.PRACTICE)
    for given in (PracticeGiven("no"), Nothing(), PracticeGiven(None)):
        here.go_on(given)
    assert here.step.page is PageName.PRACTICE_HELP
    here.go_on(PracticeHelpGiven(False))
    assert (here.step.page, here.step.key) == (PageName.PRACTICE, "bus")


def test_help_follows_its_questions_and_every_area_whatever_was_answered() -> None:
    for answer in (YES, AnswerGiven(AnswerStatus.ANSWERED, "no"), AnswerGiven(), LATER):
        here = session()
        walk(here, PageName.QUESTION, short=False)
        pages = walk(here, PageName.AREA_DONE, answer=answer, short=False)
        first_time = pages[: 4 + 2]
        assert first_time.index(PageName.HELP) == 2
        assert pages[-2] is PageName.HELP


def test_next_without_choosing_is_ask_me_later_and_is_asked_once_more() -> None:
    here = session()
    walk(here, PageName.QUESTION)
    put_off = here.step.questions[0]
    (record,) = here.leave(AnswersGiven(()))
    assert record.body["status"] == AnswerStatus.LATER.value
    here.go_on(AnswersGiven(()))
    while here.step.turn != 2:
        here.go_on(usual(here))
    assert here.step.questions == (put_off,)
    here.go_on(AnswersGiven(()))
    assert here.step.page in (PageName.HELP, PageName.AREA_DONE)


def test_going_back_and_answering_takes_the_second_asking_away() -> None:
    here = session()
    walk(here, PageName.QUESTION)
    here.go_on(AnswersGiven(()))
    here.go_back(AnswersGiven(()))
    here.go_on(usual(here))
    pages = walk(here, PageName.AREA_DONE)
    assert pages.count(PageName.QUESTION) == 1


def test_the_place_mark_does_not_tell_what_was_put_off() -> None:
    answered, put_off = session(), session()
    walk(answered, PageName.QUESTION)
    walk(put_off, PageName.QUESTION)
    marks: list[list[Bookmark]] = []
    for here, answer in ((answered, YES), (put_off, LATER)):
        seen = [here.place]
        while here.step.page is not PageName.AREA_DONE:
            here.go_on(usual(here, answer))
            seen.append(here.place)
        marks.append(seen)
    assert list(dict.fromkeys(marks[0])) == list(dict.fromkeys(marks[1]))


def test_another_day_starts_with_near_and_yes_and_goes_on_at_the_next_question() -> None:
    here = session(sign="boat+key", place=Bookmark("area1/short", 1))
    pages = walk(here, PageName.QUESTION)
    assert pages[:4] == [PageName.NEAR, PageName.HELPED, PageName.OPENER, PageName.CONSENT]
    assert PageName.SIGN not in pages
    assert here.step.questions == ("person.area1.2",)
    assert here.answers == {}


def test_another_day_between_areas_lets_the_person_pick() -> None:
    here = session(sign="boat+key", place=Bookmark())
    assert PageName.AREA in walk(here, PageName.AREA)


def test_staff_and_families_have_their_own_questions_and_no_sign() -> None:
    for stream in (Stream.FAMILY, Stream.STAFF, Stream.OTHER):
        here = session(stream)
        assert here.step.page is PageName.OPENER
        pages = walk(here, PageName.THANKS)
        assert PageName.SIGN not in pages
        assert PageName.PRACTICE not in pages
        assert all(question_id.startswith(("family.", "staff.")) for question_id in here.answers)


def test_several_questions_on_a_page_are_one_record_each() -> None:
    here = session(Stream.STAFF, per_page=3)
    walk(here, PageName.QUESTION)
    assert len(here.step.questions) == 3
    assert len(here.leave(usual(here))) == 3


def test_progress_counts_each_question_once() -> None:
    here = session()
    walk(here, PageName.QUESTION)
    progress = here.progress
    assert progress is not None
    assert (progress.number, progress.total) == (1, 2)
    here.go_on(AnswersGiven(()))
    walk(here, PageName.QUESTION)
    assert here.progress is not None
    assert here.progress.total == 2


@settings(max_examples=60, deadline=None)
@hyp_given(st.data())
def test_any_presses_reach_the_end_and_every_page_left_seals_at_least_one_record(data: st.DataObject) -> None:
    here = session()
    for _ in range(200):
        if here.is_over:
            return
        given = _any_given(here, data)
        assert here.leave(given)
        assert here.place_after(given).page >= 0
        if here.can_go_back and data.draw(st.integers(0, 9)) == 0:
            here.go_back(given)
        else:
            here.go_on(given)
    while not here.is_over:
        here.go_on(usual(here))


def _any_given(here: Session, data: st.DataObject) -> Given:
    page = here.step.page
    if page is PageName.NEAR:
        return NearGiven(data.draw(st.frozensets(st.sampled_from(Near))))
    if page is PageName.HELPED:
        return HelpedGiven(data.draw(st.sampled_from(Support)), data.draw(st.sampled_from(Near)))
    if page is PageName.PRACTICE:
        return PracticeGiven(data.draw(st.sampled_from([None, "yes", "no", "sometimes"])))
    if page is PageName.CHECK:
        return CheckGiven(data.draw(st.sampled_from([None, True, False])))
    if page is PageName.QUESTION:
        statuses = [None, *AnswerStatus]
        return AnswersGiven(
            tuple((i, AnswerGiven(data.draw(st.sampled_from(statuses)))) for i in here.step.questions)
        )
    if page is PageName.AREA_DONE:
        return AreaDoneGiven(bool(here.areas_left) and data.draw(st.booleans()))
    return usual(here)


def test_words_typed_and_then_back_are_still_there_when_the_page_comes_again() -> None:
    here = session()
    walk(here, PageName.CHANGE)
    told = WordsGiven("More music", "typed", True)
    here.go_back(told)
    here.go_on(usual(here))
    assert here.facts.words["change"] == told


def test_going_back_to_an_earlier_area_offers_that_area_and_none_taken_since() -> None:
    here = session()
    walk(here, PageName.AREA_DONE)
    here.go_on(AreaDoneGiven(True))
    walk(here, PageName.QUESTION, areas=2)
    while (here.step.page, here.step.run) != (PageName.AREA, 0):
        here.go_back(Nothing())
    assert [area.id for area in here.areas_left] == ["area1"]


def test_a_place_that_makes_no_sense_starts_with_the_areas() -> None:
    for place in (Bookmark("no-such-area", 2), Bookmark("area1", -1)):
        here = session(sign="boat+key", place=place)
        assert PageName.AREA in walk(here, PageName.AREA)
    far = session(sign="boat+key", place=Bookmark("area1", 99))
    walk(far, PageName.AREA_DONE)


def test_what_is_left_out_today_is_never_offered_and_is_sealed() -> None:
    ids = [area.id for area in small_pack().areas]
    here = session(left_out=(ids[0],))
    assert here.began().body["left_out"] == [ids[0]]
    walk(here, PageName.AREA)
    assert [area.id for area in here.areas_left] == ids[1:]
    walk(here, PageName.AREA_DONE)
    assert here.areas_left == ()


def test_leaving_everything_out_leaves_nothing_out() -> None:
    ids = tuple(area.id for area in small_pack().areas)
    here = session(left_out=ids)
    walk(here, PageName.AREA)
    assert tuple(area.id for area in here.areas_left) == ids
    assert "left_out" not in here.began().body or here.began().body["left_out"] is None


def test_who_comes_back_goes_on_in_an_area_that_is_left_out_by_now() -> None:
    area = small_pack().areas[0]
    here = session(left_out=(area.id,), sign="boat+key", place=Bookmark(f"{area.id}/short", 1))
    walk(here, PageName.QUESTION)
    assert here.area is not None
    assert here.area.id == area.id
