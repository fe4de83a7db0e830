"""Papers one after the other: what a second one shows beside the first."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.errors import StoreError
from duq_desktop.interview.records import OpenedSession
from duq_desktop.summary.basis import basis_of
from duq_desktop.summary.model import AnswerCounts
from duq_desktop.summary.public import Hidden, HowMany, PublicSummary, WarningKind
from duq_desktop.summary.publication_ledger import Publication, PublicationLedger
from duq_desktop.summary.publish import PublicationChoices, prepare
from duq_desktop.summary.summarise import summarise
from tests.summary.conftest import PACK, Make

QUICK = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MAKE = Make()
FINISHED = MAKE.record("finished")


def one(
    name: str, said: dict[str, str], stream: Stream = Stream.PERSON, *, two: bool = False
) -> OpenedSession:
    shape = "two" if two else "three"
    records = [MAKE.answer(question, each, format=shape) for question, each in said.items()]
    return MAKE.session(name, [*records, FINISHED], stream=stream)


def many(said: str, number: int, prefix: str = "", question: str = "kind") -> list[OpenedSession]:
    return [one(f"{prefix}{said}{place}", {question: said}) for place in range(number)]


def paper(
    sessions: Sequence[OpenedSession], ledger: PublicationLedger, **choices
) -> tuple[PublicSummary, PublicationLedger]:
    """The next paper, and the memory with it, as it comes back out of the folder."""
    basis = basis_of(summarise(sessions, PACK), ledger, sessions, PACK)
    made = prepare(basis, PublicationChoices(**choices), f"paper {len(ledger.publications)}")
    kept = [each.to_json() for each in (*ledger.publications, made.publication)]
    return made.public, PublicationLedger.from_texts(kept)


def shown(public: PublicSummary, question: str = "kind", stream: Stream = Stream.PERSON):
    return public.question(question).group(stream)


FIRST = [*many("yes", 4), *many("no", 3)]
NOTHING = PublicationLedger()


def test_one_more_person_since_the_last_paper_is_not_told():
    first, ledger = paper(FIRST, NOTHING)
    assert shown(first).three == AnswerCounts(4, 0, 3)
    more, _ = paper([*FIRST, one("new", {"kind": "no", "talk": "dont_want_to_say"})], ledger)
    assert more.areas == first.areas
    person = more.stream(Stream.PERSON)
    assert (person.how_many, person.people, person.repeated) == (HowMany.AT_LEAST, 7, True)
    assert [each.kind for each in more.warnings] == [WarningKind.REPEATED]
    same, _ = paper(FIRST, ledger)
    assert same.areas == first.areas and same.streams == first.streams


def test_five_who_joined_are_added_and_told_as_a_group_of_their_own():
    _, ledger = paper(FIRST, NOTHING)
    joined = [*many("sometimes", 4, "j"), *many("yes", 1, "j")]
    both, ledger = paper([*FIRST, *joined], ledger)
    assert shown(both).three == AnswerCounts(5, 4, 3) and both.stream(Stream.PERSON).people == 12
    third, _ = paper([*FIRST, *joined, *many("no", 4, "late")], ledger)
    assert third.areas == both.areas


def test_who_was_hidden_in_a_paper_stays_hidden_in_later_ones():
    """Else a paper of seven beside one that hid five would tell what those five had said."""
    hidden, ledger = paper(many("yes", 4), NOTHING)
    assert hidden.empty and [each.kind for each in hidden.warnings] == [WarningKind.TOO_FEW]
    later, ledger = paper([*many("yes", 4), *many("no", 2)], ledger)
    assert later.empty and later.streams == hidden.streams
    joined = [*many("no", 3, "j"), *many("yes", 3, "j")]
    shows, _ = paper([*many("yes", 4), *many("no", 2), *joined], ledger)
    assert shown(shows).three == AnswerCounts(3, 0, 3)
    assert shows.stream(Stream.PERSON).how_many is HowMany.AT_LEAST


def test_who_is_hidden_because_people_come_first_is_not_hidden_for_good():
    families = [one(f"f{n}", {"f-kind": "yes" if n else "no"}, Stream.FAMILY) for n in range(6)]
    _, ledger = paper([*many("yes", 4), *families], NOTHING)
    people = [*many("no", 3, "j"), *many("yes", 3, "j")]
    shows, _ = paper([*many("yes", 4), *people, *families], ledger)
    assert shown(shows, "f-kind", Stream.FAMILY).three == AnswerCounts(5, 0, 1)


def test_what_somebody_took_back_does_not_show_by_its_absence():
    first, ledger = paper(FIRST, NOTHING)
    second, ledger = paper(FIRST[1:], ledger)
    assert second.areas == first.areas and second.streams == first.streams
    third, _ = paper(FIRST[1:], ledger, leave_out=[("kind", Stream.PERSON)])
    assert not shown(third).shown


def test_other_choices_can_be_made_for_the_same_people():
    """A larger group, a bar left out or let through: all of it was in the hands of whoever made the first."""
    first, ledger = paper(FIRST, NOTHING, smallest_group=8)
    assert first.empty
    second, ledger = paper(FIRST, ledger)
    assert shown(second).three == AnswerCounts(4, 0, 3)
    third, ledger = paper(FIRST, ledger, leave_out=[("kind", Stream.PERSON)])
    assert shown(third).hidden is Hidden.STREAM
    fourth, _ = paper(FIRST, ledger)
    assert fourth.areas == second.areas


def test_who_went_on_after_a_paper_is_told_as_the_paper_had_them():
    """Somebody who may go on another day is in a cohort with the answers of now."""
    going_on = MAKE.session("going-on", {"kind": "yes"})
    first, ledger = paper([*FIRST, going_on], NOTHING)
    assert shown(first).three == AnswerCounts(5, 0, 3)
    changed = MAKE.session("going-on", {"kind": "no", "talk": "yes"})
    second, _ = paper([*FIRST, changed], ledger)
    assert second.areas == first.areas


def test_refusals_are_told_again_only_when_five_more_refused():
    def refusing(number: int) -> list[OpenedSession]:
        return [MAKE.session(f"r{n}", consent=False) for n in range(number)]

    first, ledger = paper([*FIRST, *refusing(6)], NOTHING)
    assert first.refused == 6
    for number, told in ((7, 6), (10, 6), (11, 11), (5, 6)):
        assert paper([*FIRST, *refusing(number)], ledger)[0].refused == told


def test_what_two_copies_published_apart_is_known_to_both():
    """Two copies each took somebody else in; of two cohorts that share people, one is repeated."""
    _, here = paper([*FIRST, *many("yes", 1, "a")], NOTHING)
    there_paper, there = paper([*FIRST, *many("no", 1, "b")], NOTHING)
    there = PublicationLedger(
        tuple(Publication(**{**vars(each), "id": "there"}) for each in there.publications)
    )
    both = here.joined(there.publications)
    assert len(both.heads) == 2 and there_paper.stream(Stream.PERSON).people == 8
    again, _ = paper([*FIRST, *many("yes", 1, "a"), *many("no", 1, "b")], both)
    assert shown(again).three == AnswerCounts(5, 0, 3)


def test_publishing_begun_anew_shows_only_who_joins_from_then_on():
    aside = frozenset(each.session_id for each in FIRST)
    _, before = paper(FIRST, NOTHING)
    anew = before.joined([Publication("anew", before.heads, set_aside=aside)])
    nothing, _ = paper([*FIRST, *many("no", 2, "j")], anew)
    assert nothing.empty and nothing.refused is None
    joined = [*many("no", 3, "k"), *many("yes", 3, "k")]
    shows, _ = paper([*FIRST, *joined], anew)
    assert shown(shows).three == AnswerCounts(3, 0, 3)


@pytest.mark.parametrize(
    "text", ["", "7", "[]", '{"a": 7}', '{"id": 7}', '{"person/kind/three": [[6, 0, 0]]}', "[" * 100_000]
)
def test_a_damaged_memory_is_told_not_taken_for_empty(text):
    with pytest.raises(StoreError):
        PublicationLedger.from_texts([text])


# --- whatever is said, whoever comes and goes -------------------------------------------------------

ONE = st.fixed_dictionaries(
    {
        "said": st.dictionaries(
            st.sampled_from(["kind", "talk", "f-kind", "s-kind"]),
            st.sampled_from(["yes", "sometimes", "no", "dont_know", "dont_want_to_say"]),
        ),
        "stream": st.sampled_from([Stream.PERSON, Stream.PERSON, Stream.FAMILY, Stream.STAFF]),
        "two": st.booleans(),
    }
)


@st.composite
def crowds(draw, prefix: str, clumps: int):
    found = draw(st.lists(st.tuples(ONE, st.integers(1, 8)), max_size=clumps))
    return [
        one(f"{prefix}{place}n{number}", **each)
        for place, (each, size) in enumerate(found)
        for number in range(size)
    ]


@QUICK
@given(first=crowds("a", 5), joined=st.lists(ONE, max_size=4), left=st.integers(0, 3))
def test_while_fewer_than_five_came_a_stream_stands_as_it_was(first, joined, left):
    before, ledger = paper(first, NOTHING)
    came = [one(f"j{place}", **each) for place, each in enumerate(joined)]
    after, _ = paper([*first[left:], *came], ledger)
    told = {each.stream for each in before.streams if each.told}
    for stream in {Stream.PERSON, *told}:
        for area in before.areas:
            for question in area.questions:
                old = question.group(stream)
                assert after.question(question.question.id).group(stream) == old or old is None


@QUICK
@given(first=crowds("a", 4), joined=crowds("b", 4))
def test_two_papers_tell_no_more_than_one_of_each_crowd(first, joined):
    """What is in the second and not in the first is what a first paper of those who joined would show."""
    before, ledger = paper(first, NOTHING)
    after, _ = paper([*first, *joined], ledger)
    alone, _ = paper(joined, NOTHING)
    for area in before.areas:
        for question in area.questions:
            was, now, new = (
                shown(each, question.question.id, Stream.PERSON) or None for each in (before, after, alone)
            )
            if was is not None:
                for name in ("three", "two"):
                    counts = [getattr(each, name) or AnswerCounts() for each in (was, new, now)]
                    assert counts[2] == AnswerCounts(
                        *(x + y for x, y in zip(cells(counts[0]), cells(counts[1]), strict=True))
                    )


def cells(counts: AnswerCounts) -> tuple[int, int, int]:
    return counts.yes, counts.sometimes, counts.no


@QUICK
@given(first=crowds("a", 5), joined=crowds("b", 3))
def test_a_memory_comes_back_as_it_was(first, joined):
    _, ledger = paper(first, NOTHING)
    _, ledger = paper([*first, *joined], ledger)
    again = PublicationLedger.from_texts(each.to_json() for each in ledger.publications)
    assert again == ledger and again.cohorts() == ledger.cohorts()
