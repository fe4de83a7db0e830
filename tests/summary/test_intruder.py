"""A motivated intruder with all the time in the world, who knows the rules of the gate.

Every small home that could be is listed, and each is published. The intruder has the paper, and puts all
homes aside that would have given another. Whatever has the same value in all homes left, the intruder has
worked out. It must be nothing small: no count of 1 up to the smallest group. Then the same with two papers
and somebody who came or went between them. No case is left out.

The smallest group is 3 here, so that all homes around it can be listed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement, product

import pytest

from duq_desktop.content.model import Stream
from duq_desktop.summary.basis import Basis, Cohort
from duq_desktop.summary.model import STREAMS, AnswerCounts, GroupAnswers, NonAnswerCounts, StreamTookPart
from duq_desktop.summary.publication_ledger import PublicationLedger
from duq_desktop.summary.publish import PublicationChoices, prepare_with
from duq_desktop.summary.stream_table import Counts, StreamTable, TableRules, table_of
from duq_desktop.summary.summarise import summarise

SIZE = 3
PERSON = tuple[str, ...]
"""What one person is: how they were asked ("three", "two"), then what they said to each question."""

RULES = TableRules(SIZE, SIZE)
ASKED = ("kind", "talk")
LENIENT = TableRules(SIZE, SIZE, let_through=ASKED)
"""An opener who lets every bar through although all said the same."""


class Careless(TableRules):
    """A gate that looks at the size of a bar alone: the intruder must get through it."""

    def safe(self, *numbers: int) -> bool:
        return True


def people(questions: int, said: tuple[str, ...]) -> list[PERSON]:
    """Everything somebody can be: an area is asked whole, or was never reached."""
    kinds = [(format_, *each) for format_ in ("three", "two") for each in product(said, repeat=questions)]
    return [*kinds, ("three", *["passed"] * questions)]


def crowds(kinds: list[PERSON], most: int) -> Iterator[tuple[PERSON, ...]]:
    for number in range(most + 1):
        yield from combinations_with_replacement(kinds, number)


def counts_of(crowd: tuple[PERSON, ...]) -> Counts:
    groups = {}
    for place, name in enumerate(ASKED[: len(crowd[0]) - 1] if crowd else ASKED):
        said = Counter((each[0], each[1 + place]) for each in crowd)
        groups[name] = GroupAnswers(
            Stream.PERSON,
            AnswerCounts(said["three", "yes"], 0, said["three", "no"]),
            AnswerCounts(said["two", "yes"], 0, said["two", "no"]),
            NonAnswerCounts(
                dont_know=said["three", "dont_know"] + said["two", "dont_know"],
                dont_want_to_say=said["three", "dont_want"] + said["two", "dont_want"],
            ),
        )
    number = len(crowd)
    who = StreamTookPart(Stream.PERSON, people=number, all_alone=number, near_unknown=number, open=number)
    return Counts(who, groups)


def paper(crowd: tuple[PERSON, ...], rules: TableRules) -> StreamTable | None:
    """What a paper shows of the crowd; None where it is hidden whole."""
    counts = counts_of(crowd)
    table = table_of(counts, rules) if rules.group(counts.who.people) else StreamTable(0)
    return table if table.shown else None


def secrets(crowd: tuple[PERSON, ...]) -> Mapping[tuple[str, ...], int]:
    """Everything that must not be known while it is small and no bar shows it."""
    found: dict[tuple[str, ...], int] = {("people",): len(crowd)}
    for place, name in enumerate(ASKED):
        if crowd and len(crowd[0]) <= 1 + place:
            break
        said = Counter((each[0], each[1 + place]) for each in crowd)
        answers = {form: said[form, "yes"] + said[form, "no"] for form in ("three", "two")}
        for form, number in answers.items():
            found[name, form] = number
            for option in ("yes", "no"):
                found[name, form, option] = said[form, option]
        for kind in ("dont_know", "dont_want", "passed"):
            found[name, kind] = said["three", kind] + said["two", kind]
        found[name, "not answered"] = found[name, "dont_know"] + found[name, "dont_want"]
        for form in ("three", "two"):
            found[name, "not in the bar", form] = len(crowd) - answers[form]
        found[name, "in no bar"] = len(crowd) - sum(answers.values())
    return found


def shown_by(table: StreamTable | None, name: tuple[str, ...]) -> bool:
    """Whether a bar that is shown tells this count: it may be small there (decision 0050)."""
    if table is None or len(name) < 3:
        return False
    bar = table.bars.get(name[0])
    return bar is not None and name[1] in ("three", "two") and getattr(bar, name[1]) is not None


@dataclass(frozen=True)
class Listed:
    """One home of the list, with all that must not be known of it, and its paper."""

    crowd: tuple[PERSON, ...]
    secrets: Mapping[tuple[str, ...], int]
    table: StreamTable | None


Alike = Mapping[object, list[Listed]]


def put_together(kinds: list[PERSON], most: int, rules: TableRules) -> Alike:
    """Every home of up to ``most`` people, those with the same paper together."""
    alike = defaultdict(list)
    for crowd in crowds(kinds, most):
        table = paper(crowd, rules)
        alike[None if table is None else seen(table)].append(Listed(crowd, secrets(crowd), table))
    return alike


def worked_out(alike: Alike):
    """Every hidden small number that is the same in all homes with the same paper."""
    for possible in alike.values():
        first = possible[-1]
        for name, value in first.secrets.items():
            small = 0 < value < SIZE and not shown_by(first.table, name)
            if small and all(each.secrets.get(name) == value for each in possible):
                yield name, value, first.crowd


def seen(table: StreamTable) -> object:
    """All that a reader sees of it."""
    return (
        table.people,
        table.exact,
        tuple(sorted((name, repr(bar)) for name, bar in table.bars.items())),
        tuple(sorted(table.kept_back)),
        tuple(sorted(table.splits.items())),
    )


ONE_QUESTION = people(1, ("yes", "no", "dont_know", "dont_want"))
TWO_QUESTIONS = people(2, ("yes", "dont_know"))
CASES = [(ONE_QUESTION, 7, RULES), (ONE_QUESTION, 7, LENIENT), (TWO_QUESTIONS, 6, LENIENT)]
NAMES = ["one question", "one question, let through", "an area asked whole"]


def listed(alike: Alike, most: int) -> Alike:
    """Papers that no home too large for the list could give as well."""
    return {
        key: possible
        for key, possible in alike.items()
        if min(len(each.crowd) for each in possible) <= most - SIZE + 1
    }


@pytest.mark.parametrize(("kinds", "most", "rules"), CASES, ids=NAMES)
def test_no_small_number_can_be_worked_out_from_one_paper(kinds, most, rules):
    alike = listed(put_together(kinds, most, rules), most)
    assert len(alike) > 20
    assert list(worked_out(alike)) == []


@pytest.mark.parametrize(("kinds", "most", "rules"), CASES, ids=NAMES)
def test_nor_by_one_of_the_people_about_the_others(kinds, most, rules):
    for possible in listed(put_together(kinds, most, rules), most).values():
        for own in {each for home in possible for each in home.crowd}:
            mine, left = secrets((own,)), [home for home in possible if own in home.crowd]
            for name, value in left[0].secrets.items():
                if not shown_by(left[0].table, name) and len({home.secrets[name] for home in left}) == 1:
                    assert value >= SIZE or value == mine[name], (own, name, value, left[0])


@pytest.mark.parametrize("kinds", [ONE_QUESTION, TWO_QUESTIONS], ids=["one question", "an area asked whole"])
def test_the_intruder_gets_through_a_careless_gate(kinds):
    found = worked_out(put_together(kinds, 5, Careless(SIZE, SIZE, let_through=ASKED)))
    assert {"not in the bar", "in no bar"} & {name[1] for name, _, _ in found if len(name) > 1}


# --- two papers, and somebody who came or went between them -----------------------------------------


@dataclass(frozen=True)
class Between:
    """What happened between two papers: who joined, and whether somebody of the first left."""

    joined: tuple[PERSON, ...] = ()
    left: bool = False


def two_papers(empty, first: tuple[PERSON, ...], between: Between, forgetful: bool = False):
    """The first paper's table and the second's, through the gate and its memory."""
    one = prepared(empty, (Cohort(Stream.PERSON, ids("f", first), True, None, counts_of(first)),), LEDGER)
    ledger = LEDGER if forgetful else LEDGER.joined([one.publication])
    printed = ledger.cohorts()
    if printed:
        again = None if between.left else counts_of(first)
        earlier = Cohort(Stream.PERSON, ids("f", first), True, printed[0], again)
        since = Cohort(Stream.PERSON, ids("j", between.joined), True, None, counts_of(between.joined))
        cohorts = (earlier, since)
    else:
        crowd = (*(first[1:] if between.left else first), *between.joined)
        cohorts = (Cohort(Stream.PERSON, ids("fj", crowd), True, None, counts_of(crowd)),)
    two = prepared(empty, cohorts, ledger)
    return one.public, two.public


LEDGER = PublicationLedger()


def ids(name: str, crowd: tuple[PERSON, ...]) -> frozenset[str]:
    return frozenset(f"{name}{number}" for number in range(len(crowd)))


def prepared(empty, cohorts, ledger):
    number = sum(each.counts.who.people for each in cohorts if each.counts is not None)
    took_part = tuple(
        replace(each, people=number) if each.stream is Stream.PERSON else each for each in empty.took_part
    )
    basis = Basis(replace(empty, took_part=took_part), ledger, cohorts)
    rules = dict.fromkeys(STREAMS, RULES)
    made = prepare_with(basis, PublicationChoices(), f"p{len(ledger.publications)}", rules)
    return replace(made, public=replace(made.public, warnings=()))


@pytest.fixture(scope="module")
def empty(make):
    return summarise([], make.pack)


def told_of_one(empty, most: int, forgetful: bool):
    """Each pair of papers with one more person in the second: what the pair tells of that person."""
    found = defaultdict(set)
    for first in crowds(ONE_QUESTION, most):
        for kind in ONE_QUESTION:
            found[two_papers(empty, first, Between((kind,)), forgetful)].add(kind)
    return [kinds for kinds in found.values() if len(kinds) == 1]


def test_who_came_between_two_papers_said_what_nobody_knows(empty):
    assert told_of_one(empty, 4, forgetful=False) == []
    assert len(told_of_one(empty, 4, forgetful=True)) > 20


def test_who_left_between_two_papers_is_not_told(empty):
    """The second paper is the same whoever of the first left, and tells nothing more of those who stay."""
    for first in crowds(ONE_QUESTION, 4):
        one, two = two_papers(empty, first, Between(left=True))
        if not one.empty:
            assert two.areas == one.areas


def test_a_group_that_joined_is_told_like_a_paper_of_its_own(empty):
    """So what no first paper tells of them, no second tells."""
    pairs = defaultdict(set)
    of_three = [kind for kind in ONE_QUESTION if kind[0] == "three"]
    for first in crowds(of_three, 3):
        for joined in crowds(of_three, 3):
            one, two = two_papers(empty, first, Between(joined))
            if not one.empty:
                alone = paper(joined, RULES)
                pairs[one, None if alone is None else seen(alone), len(joined) > 0].add(two)
    assert len(pairs) > 5 and all(len(papers) == 1 for papers in pairs.values())


def test_who_was_there_and_who_helped_cannot_be_worked_out():
    found = defaultdict(list)
    for near in product(range(8), repeat=3):
        if sum(near) > 7:
            continue
        for helped in range(sum(near) + 1):
            who = StreamTookPart(
                Stream.PERSON,
                people=sum(near),
                open=sum(near),
                all_alone=sum(near) - helped,
                some_help=helped,
                staff_near=near[0],
                no_staff_near=near[1],
                near_unknown=near[2],
            )
            table = table_of(Counts(who, {}), RULES)
            cells = (*near, sum(near) - helped, helped)
            found[seen(table) if RULES.group(sum(near)) else None].append((cells, table))
    for possible in found.values():
        table = possible[0][1]
        hidden = [
            *([] if "staff_near" in table.splits else [0, 1, 2]),
            *([] if "support" in table.splits else [3, 4]),
        ]
        for cell in hidden:
            values = {cells[cell] for cells, _ in possible}
            assert len(values) > 1 or values <= {0} or min(values) >= SIZE, (cell, values, table)
