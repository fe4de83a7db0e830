"""The gate between what the opener reads and what others are shown."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duq_desktop.content.model import Stream
from duq_desktop.summary.basis import basis_of
from duq_desktop.summary.disclosure_forecast import Outlook, foretold, what_can_be_shown
from duq_desktop.summary.model import STREAMS, AnswerCounts
from duq_desktop.summary.public import Hidden, HowMany, WarningKind
from duq_desktop.summary.publication_ledger import PublicationLedger
from duq_desktop.summary.publish import PublicationChoices, prepare, prepare_careful
from duq_desktop.summary.summarise import summarise
from duq_desktop.words import Words
from tests.summary.conftest import PACK

SAID = ("yes", "sometimes", "no", "dont_know", "dont_want_to_say", "later")


EVERY_BAR = [(each.id, stream) for each in PACK.questions() for stream in STREAMS]


def publishable(summary, let_through=EVERY_BAR, **choices):
    """What a first paper may show; the opener lets every bar through although all said the same."""
    basis = basis_of(summary, PublicationLedger(), (), PACK)
    return prepare(basis, PublicationChoices(let_through=let_through, **choices), "first").public


def many(make, said, number, prefix="", **more):
    return [make.session(f"{prefix}{said}{place}", {"kind": said}, **more) for place in range(number)]


def shown(summary, question="kind", stream=Stream.PERSON):
    return summary.question(question).group(stream)


def kinds(summary, question=""):
    return [warning.kind for warning in summary.warnings if warning.question_id == question]


def test_five_people_are_shown_and_four_are_not(make):
    five = many(make, "yes", 3) + many(make, "no", 2)
    assert shown(publishable(summarise(five, make.pack))).three == AnswerCounts(3, 0, 2)
    four = publishable(summarise(five[1:], make.pack))
    assert shown(four).three is None and four.empty
    assert four.stream(Stream.PERSON).how_many is HowMany.HIDDEN
    assert four.stream(Stream.PERSON).people is None
    assert four.stream(Stream.FAMILY).how_many is HowMany.HIDDEN, "an empty paper does not tell even that"
    assert shown(four).hidden is Hidden.STREAM
    assert shown(four, "f-kind", Stream.FAMILY).hidden is Hidden.PEOPLE_FIRST
    whole = publishable(summarise(five, make.pack))
    assert whole.stream(Stream.FAMILY).how_many is HowMany.NOBODY


def test_the_smallest_group_can_be_raised_to_eight_and_no_further(make):
    summary = summarise(many(make, "yes", 4) + many(make, "no", 3), make.pack)
    assert shown(publishable(summary, smallest_group=7)).three is not None
    assert shown(publishable(summary, smallest_group=8)).three is None
    for size in (4, 9):
        with pytest.raises(ValueError, match="5 to 8"):
            publishable(summary, smallest_group=size)


def test_two_answer_sessions_are_shown_only_when_they_are_a_group(make):
    three = many(make, "yes", 6)
    few = publishable(summarise(three + many(make, "no", 4, "t", two=True), make.pack))
    enough = publishable(summarise(three + many(make, "no", 5, "t", two=True), make.pack))
    assert shown(few).two is None and shown(few).three == AnswerCounts(6, 0, 0)
    assert shown(enough).two == AnswerCounts(0, 0, 5)


def test_non_answers_are_shown_only_when_nothing_follows_from_them(make):
    base = many(make, "yes", 6) + many(make, "dont_know", 5)
    whole = shown(publishable(summarise(base, make.pack)))
    assert whole.not_answered == 5 and whole.non_answers.dont_know == 5
    one_passed_by = publishable(summarise([*base, make.session("x", {"talk": "yes"})], make.pack))
    assert shown(one_passed_by).not_answered is None, "12 took part: 12 - 6 - 5 would tell on one person"
    two_kinds = shown(publishable(summarise(base + many(make, "dont_want_to_say", 2), make.pack)))
    assert (two_kinds.not_answered, two_kinds.non_answers) == (7, None)


def test_a_split_with_a_small_part_is_not_shown_at_all(make):
    near = many(make, "yes", 6, "n", near=["staff"])
    away = many(make, "yes", 5, "a", near=["nobody"])
    both = publishable(summarise(near + away, make.pack)).stream(Stream.PERSON)
    assert both.people == 11 and both.staff_near.of("near") == 6 and both.staff_near.of("not_near") == 5
    four = publishable(summarise(near + away[1:], make.pack)).stream(Stream.PERSON)
    assert four.people == 10 and four.staff_near is None


def test_refusals_are_a_number_or_nothing(make):
    refusing = [make.session(f"r{n}", consent=False) for n in range(5)]
    assert publishable(summarise(refusing, make.pack)).refused == 5
    assert publishable(summarise(refusing[1:], make.pack)).refused is None
    assert publishable(summarise([], make.pack)).refused is None, "nobody and a few must look the same"


def test_a_role_held_by_one_person_is_nowhere(make):
    roles = ["manager"] * 9 + ["trustee"]
    sessions = [
        make.session(f"o{n}", {"s-kind": "yes"}, stream=Stream.OTHER, role=role)
        for n, role in enumerate(roles)
    ]
    people = many(make, "yes", 5)
    public = publishable(summarise(people + sessions, make.pack))
    assert public.stream(Stream.OTHER).roles == ("manager",)
    assert shown(public, "s-kind", Stream.OTHER).three == AnswerCounts(10, 0, 0)
    assert "trustee" not in repr(public)
    assert "manager" not in repr(publishable(summarise(people + sessions[1:], make.pack)))


def test_nothing_of_staff_is_shown_below_ten(make):
    people = many(make, "yes", 6)
    staff = [make.session(f"s{n}", {"s-kind": "no"}, stream=Stream.STAFF) for n in range(10)]
    public = publishable(summarise(people + staff, make.pack))
    assert public.stream(Stream.STAFF).people == 10 and shown(public, "s-kind", Stream.STAFF).shown
    nine = publishable(summarise(people + staff[1:], make.pack))
    assert nine.stream(Stream.STAFF).how_many is HowMany.HIDDEN
    assert shown(nine, "s-kind", Stream.STAFF).hidden is Hidden.STREAM


def test_where_people_supported_show_no_answer_nobody_does(make):
    families = [make.session(f"f{n}", {"f-kind": "yes"}, stream=Stream.FAMILY) for n in range(12)]
    public = publishable(summarise(many(make, "yes", 4) + families, make.pack))
    assert public.empty and not any(
        group.shown for area in public.areas for q in area.questions for group in q.groups
    )
    assert {each.how_many for each in public.streams} == {HowMany.HIDDEN}
    assert (
        publishable(summarise(many(make, "yes", 5) + families, make.pack)).stream(Stream.FAMILY).people == 12
    )


def test_what_all_said_alike_is_kept_back_unless_it_is_let_through(make):
    alike = summarise(
        [make.session(f"a{n}", {"kind": "yes", "talk": "no" if n else "yes"}) for n in range(6)], make.pack
    )
    public = publishable(alike, let_through=())
    assert shown(public).hidden is Hidden.KEPT_BACK and shown(public, "talk").shown
    assert kinds(public, "kind") == [WarningKind.UNANIMOUS]
    assert shown(publishable(alike, let_through=[("kind", Stream.PERSON)])).three == AnswerCounts(6, 0, 0)


def test_where_nobody_looks_everything_that_is_warned_of_is_left_out(make):
    sessions = [
        make.session(
            f"a{n}", {"kind": "yes", "talk": "no" if n else "yes", "visit": "yes" if n % 2 else "no"}
        )
        for n in range(6)
    ]
    basis = basis_of(summarise(sessions, make.pack), PublicationLedger(), (), make.pack)
    public = prepare_careful(basis, PublicationChoices(let_through=EVERY_BAR), "first").public
    assert [shown(public, name).hidden for name in ("kind", "talk", "visit")] == [Hidden.KEPT_BACK] * 2 + [
        None
    ]


def test_unanimity_and_all_but_one_and_few_worrying_are_warnings(make):
    alike = publishable(summarise(many(make, "yes", 5), make.pack))
    assert kinds(alike, "kind") == [WarningKind.UNANIMOUS]
    one_off = publishable(summarise(many(make, "yes", 5) + many(make, "no", 1), make.pack))
    assert kinds(one_off, "kind") == [WarningKind.ALL_BUT_ONE]
    mixed = publishable(summarise(many(make, "yes", 3) + many(make, "no", 3), make.pack))
    assert kinds(mixed, "kind") == []
    for worried, warned in ((4, [WarningKind.FEW_WORRYING]), (5, [])):
        scared = [make.session(f"s{n}", {"scare": "yes" if n < worried else "no"}) for n in range(11)]
        assert kinds(publishable(summarise(scared, make.pack)), "scare") == warned
    assert kinds(publishable(summarise(many(make, "yes", 4), make.pack)), "kind") == [], (
        "nothing shown, nothing told"
    )


def quoting(make, words="they sing", question="kind", number=6, may_quote=True, **more):
    first = make.session("q", [make.answer(question, "yes", words=words, may_quote=may_quote, **more)])
    return summarise(
        [first, *(make.session(f"p{n}", {question: "yes"}) for n in range(number - 1))], make.pack
    )


def words_of(public):
    return [quote.words for area in public.areas for quote in area.quotes]


def test_words_need_the_persons_yes_and_the_openers_this_time(make):
    both = publishable(quoting(make), permitted_quotes=["id-q:kind"])
    assert words_of(both) == ["they sing"]
    assert words_of(publishable(quoting(make))) == []
    assert words_of(publishable(quoting(make, may_quote=False), permitted_quotes=["id-q:kind"])) == []
    assert words_of(publishable(quoting(make, number=4), permitted_quotes=["id-q:kind"])) == []


def test_words_about_harm_need_a_permission_of_their_own(make):
    summary = quoting(make, question="safe")
    assert words_of(publishable(summary, permitted_quotes=["id-q:safe"])) == []
    both = publishable(summary, permitted_quotes=["id-q:safe"], permitted_harm_quotes=["id-q:safe"])
    assert words_of(both) == ["they sing"]
    assert words_of(publishable(summary, permitted_harm_quotes=["id-q:safe"])) == []


def test_words_of_a_two_answer_person_need_a_two_answer_group(make):
    summary = quoting(make, number=9, format="two")
    assert words_of(publishable(summary, permitted_quotes=["id-q:kind"])) == []


def test_words_with_a_private_name_are_kept_back_with_a_warning(make):
    for words in ("I like rose  COTTAGE.", "Rose Cottage", "at (rose cottage)"):
        public = publishable(
            quoting(make, words), permitted_quotes=["id-q:kind"], private_names=["Rose Cottage", ""]
        )
        assert words_of(public) == []
        assert WarningKind.QUOTE_NAMES in kinds(public, "kind")
    near_miss = publishable(
        quoting(make, "primrose cottages"), permitted_quotes=["id-q:kind"], private_names=["rose"]
    )
    assert words_of(near_miss) == ["primrose cottages"]


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        ("I like when Dave sings", True),
        ("on the 5th", True),
        ("they sing. They dance! I like it and I laugh", False),
        ("j'aime Élodie", True),
    ],
)
def test_words_that_perhaps_hold_a_name_are_warned_about(make, words, warned):
    public = publishable(quoting(make, words), permitted_quotes=["id-q:kind"])
    assert (WarningKind.QUOTE_CAPITALS in kinds(public, "kind")) is warned
    assert words_of(public) == [words]


def test_the_order_of_words_tells_nothing_of_the_people(make):
    said = [("z", "b"), ("y", "C"), ("x", "a")]
    sessions = [
        make.session(name, [make.answer("kind", "yes", words=words, may_quote=True)]) for name, words in said
    ] + many(make, "no", 3)
    keys = [f"id-{name}:kind" for name, _ in said]
    for ordered in (sessions, sessions[::-1]):
        assert words_of(publishable(summarise(ordered, make.pack), permitted_quotes=keys)) == ["a", "b", "C"]


def test_words_given_at_the_end_need_a_stream_that_is_a_group(make):
    ending = [
        make.record("words", topic="best", words="the garden", may_quote=True),
        make.answer("kind", "yes"),
    ]
    summary = summarise([make.session("q", ending), *many(make, "no", 4)], make.pack)
    assert [q.words for q in publishable(summary, permitted_quotes=["id-q:best"]).best] == ["the garden"]
    assert publishable(summary, permitted_quotes=["id-q:best"], smallest_group=6).best == ()


def test_the_opener_can_keep_a_bar_back(make):
    said = [make.answer("kind", "yes", words="they sing", may_quote=True), make.answer("talk", "no")]
    sessions = [make.session(f"q{n}", said) for n in range(6)]
    summary = summarise(sessions, make.pack)
    public = publishable(summary, leave_out=[("kind", Stream.PERSON)], permitted_quotes=["id-q1:kind"])
    group = shown(public)
    assert (group.three, group.not_answered, group.hidden) == (None, None, Hidden.KEPT_BACK)
    assert words_of(public) == [] and shown(public, "talk").shown


def test_findings_are_made_of_shown_bars_alone(make):
    people = many(make, "yes", 5)
    few = [make.session(f"f{n}", {"f-kind": "no"}, stream=Stream.FAMILY) for n in range(4)]
    staff = [make.session(f"s{n}", {"s-kind": "no"}, stream=Stream.STAFF) for n in range(11)]
    (finding,) = publishable(summarise(people + few + staff, make.pack)).areas[0].findings
    assert [side.stream for side in finding.sides] == [Stream.PERSON, Stream.STAFF] and finding.differ
    assert publishable(summarise(people + few, make.pack)).areas[0].findings == ()


SECRET = "secret"


def test_nothing_of_a_person_is_in_what_is_published(make):
    sessions = []
    for place in range(12):
        name = f"{SECRET}-{place}"
        records = [
            make.record("near", near=["staff"], helper=f"{SECRET}-helper"),
            make.answer("scare", "yes", words=f"{SECRET} words", wording=f"{SECRET} wording", may_quote=True,
                        helper=f"{SECRET}-helper", at="1999-01-01T00:00:00+00:00"),
            make.answer("kind", "no", words=f"{SECRET} words", may_quote=False),
            make.record("words", topic="best", words=f"{SECRET} best", may_quote=True),
            make.record("help", talk=True, person=f"{SECRET}-person"),
        ]  # fmt: skip
        sessions.append(make.session(name, records, sign=f"{SECRET}+sign"))
    for place in range(5):
        sessions.append(
            make.session(
                f"{SECRET}-o{place}", {"s-kind": "no"}, stream=Stream.OTHER, role=f"{SECRET}-{place}"
            )
        )
    summary = summarise(sessions, make.pack)
    harm = [quote.key for quote in summary.quotes if quote.question_id]
    public = publishable(summary, permitted_quotes=harm)
    assert shown(public, "scare").three == AnswerCounts(12, 0, 0)
    told = repr(replace(public, warnings=()))
    assert SECRET not in told and "1999" not in told


# --- whatever is said, by however many -------------------------------------------------------------

ONE = st.fixed_dictionaries(
    {
        "stream": st.sampled_from(list(Stream)),
        "said": st.dictionaries(st.sampled_from(["kind", "safe", "s-kind", "f-kind"]), st.sampled_from(SAID)),
        "two": st.booleans(),
        "consent": st.sampled_from([True, True, True, False]),
        "near": st.sampled_from([[], ["staff"], ["nobody"]]),
        "role": st.sampled_from(["", "manager", "trustee"]),
    }
)


@st.composite
def crowds(draw):
    """Sessions in clumps, because groups around the threshold are what matters."""
    clumps = draw(st.lists(st.tuples(ONE, st.integers(1, 9)), max_size=7))
    return [(f"c{place}n{number}", one) for place, (one, size) in enumerate(clumps) for number in range(size)]


def summary_of(make, crowd):
    return summarise([make.session(name, **one) for name, one in crowd], make.pack)


def visible(public):
    """Every fact that a reader of the document learns, as (what, value)."""
    facts = {("refused", public.refused)} if public.refused is not None else set()
    for who in public.streams:
        if who.how_many is HowMany.SHOWN:
            facts.add((who.stream, "people", who.people))
            facts.update((who.stream, "role", role) for role in who.roles)
        for name in ("support", "staff_near", "ended"):
            if getattr(who, name) is not None:
                facts.add((who.stream, name, getattr(who, name)))
    for area in public.areas:
        for question in area.questions:
            for group in question.groups:
                for name in ("three", "two", "not_answered", "non_answers"):
                    if getattr(group, name) is not None:
                        facts.add((question.question.id, group.stream, name, getattr(group, name)))
        for finding in area.findings:
            facts.update((finding.question_id, side.stream, "side") for side in finding.sides)
    return facts


def counts_in(thing):
    if is_dataclass(thing):
        for field in fields(thing):
            yield from counts_in(getattr(thing, field.name))
    elif isinstance(thing, (list, tuple)):
        yield from (count for part in thing for count in counts_in(part))
    elif isinstance(thing, (int, float)) and not isinstance(thing, bool):
        yield thing


QUICK = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(crowd=crowds())
def test_a_larger_smallest_group_only_hides_more(make, crowd):
    summary = summary_of(make, crowd)
    facts = [visible(publishable(summary, smallest_group=size)) for size in (5, 6, 7, 8)]
    for looser, stricter in pairwise(facts):
        assert stricter <= looser


@QUICK
@given(crowd=crowds(), size=st.integers(5, 8))
def test_no_shown_group_is_small_and_no_number_is_an_average(make, crowd, size):
    summary = summary_of(make, crowd)
    public = publishable(summary, smallest_group=size)
    for area in public.areas:
        for question in area.questions:
            for group in question.groups:
                for bar in (group.three, group.two):
                    assert bar is None or bar.answered >= size
                assert group.not_answered is None or group.not_answered >= size
    assert not [count for count in counts_in(public) if isinstance(count, float)]
    for who in public.streams:
        assert who.people is None or who.people >= size
        for split in (who.support, who.staff_near, who.ended):
            assert split is None or all(count == 0 or count >= size for _, count in split.parts)


@pytest.mark.parametrize(
    ("people", "outlook", "may_skip", "more", "two"),
    [
        (0, Outlook.NOTHING, 0, 5, False),
        (4, Outlook.NOTHING, 0, 1, False),
        (5, Outlook.ONLY_IF_NEARLY_ALL, 0, 0, False),
        (7, Outlook.ONLY_IF_NEARLY_ALL, 2, 0, False),
        (8, Outlook.BARS, 3, 0, False),
        (10, Outlook.BARS, 5, 0, True),
    ],
)
def test_what_a_home_will_be_able_to_show(people, outlook, may_skip, more, two):
    told = what_can_be_shown(people)
    assert (told.outlook, told.may_skip, told.more_needed, told.two_answers) == (outlook, may_skip, more, two)


@pytest.mark.parametrize("people", range(13))
@pytest.mark.parametrize("size", (5, 8))
def test_what_is_foretold_is_what_comes(make, people, size):
    """Everybody answers but those who may skip: shown. One more skips: not shown."""
    told = what_can_be_shown(people, size)
    if told.outlook is Outlook.NOTHING:
        public = publishable(summarise(many(make, "yes", people), make.pack), smallest_group=size)
        assert public.empty
        return
    for skipping, is_shown in ((told.may_skip, True), (told.may_skip + 1, False)):
        sessions = many(make, "yes", people - skipping) + many(make, "later", skipping)
        public = publishable(summarise(sessions, make.pack), smallest_group=size)
        assert (shown(public).three is not None) is is_shown


def test_foretelling_refuses_nonsense():
    with pytest.raises(ValueError, match="fewer than none"):
        what_can_be_shown(-1)
    with pytest.raises(ValueError, match="5 to 8"):
        what_can_be_shown(5, 3)


@pytest.mark.parametrize(
    ("people", "size", "told"),
    [
        (1, 5, "With a group of 1, a summary can show others nothing"),
        (5, 5, "only when everybody answers it"),
        (7, 5, "only when 5 or more answer it. If more than 2 leave it out"),
        (24, 8, "wherever 8 or more answer"),
    ],
)
def test_what_a_home_is_told(people, size, told):
    assert told in foretold(what_can_be_shown(people, size), Words())
