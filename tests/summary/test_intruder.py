"""A motivated intruder with all the time in the world.

Every small home that could be is listed, and each is published. The intruder knows the rules of the
gate, has the document, and puts all homes aside that would have given another document. Whatever has
the same value in all homes left, the intruder has worked out. It must be nothing small: no
count of 1 up to the smallest group. Then the same again with an intruder who is one of the people.

The smallest group is 3 here, so that all homes around it can be listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, combinations_with_replacement, product

import pytest

from duq_desktop.content.model import Stream
from duq_desktop.summary.model import AnswerCounts, GroupAnswers, NonAnswerCounts, StreamTookPart
from duq_desktop.summary.publication_ledger import PublicationLedger
from duq_desktop.summary.publish import Rules, publish
from duq_desktop.summary.quotes import QuoteRules
from duq_desktop.summary.summarise import summarise

SIZE = 3
CELLS = ("yes3", "no3", "yes2", "no2", "dont_know", "dont_want", "passed_by")
"""What one person can be to one question."""


def homes(most: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Every way to put up to ``most`` people in ``cells`` cells."""
    for people in range(most + 1):
        for bars in combinations(range(people + cells - 1), cells - 1):
            edges = (-1, *bars, people + cells - 1)
            yield tuple(edges[place + 1] - edges[place] - 1 for place in range(cells))


@pytest.fixture(scope="module")
def empty(make):
    return summarise([], make.pack)


def summary_of(empty, home, question="kind", stream=Stream.PERSON):
    """The summary of a home in which ``home`` people are in each of ``CELLS``."""
    yes3, no3, yes2, no2, dont_know, dont_want, _ = home
    group = GroupAnswers(
        stream,
        AnswerCounts(yes3, 0, no3),
        AnswerCounts(yes2, 0, no2),
        NonAnswerCounts(dont_know=dont_know, dont_want_to_say=dont_want),
    )
    area, *others = empty.areas
    questions = tuple(
        replace(each, groups=(group,)) if each.question.id == question else each for each in area.questions
    )
    who = StreamTookPart(
        stream, people=sum(home), all_alone=sum(home), near_unknown=sum(home), open=sum(home)
    )
    took_part = tuple(who if each.stream is stream else each for each in empty.took_part)
    return replace(empty, areas=(replace(area, questions=questions), *others), took_part=took_part)


class NothingElseMatters(Rules):
    """A gate that looks at the size of a group alone: the intruder must get through it."""

    def safe(self, *numbers):
        return True

    def steady(self, about, *numbers):
        return True


def document(summary, rules=Rules(SIZE)):  # noqa: B008 - frozen
    """What a reader gets: the warnings stay with the opener."""
    return replace(publish(summary, rules, QuoteRules()), warnings=())


def guarded(public) -> Mapping[str, tuple[int, ...]]:
    """What must not be known while it is small: name → the cells it adds up.

    How many gave each answer is told only for a shown bar; all else is guarded always.
    """
    group = public.question("kind").group(Stream.PERSON)
    kept = {
        "people": tuple(range(len(CELLS))),
        "three": (0, 1),
        "two": (2, 3),
        "not_answered": (4, 5),
        "dont_know": (4,),
        "dont_want": (5,),
        "passed_by": (6,),
    }
    if group.three is None:
        kept |= {"yes3": (0,), "no3": (1,)}
    if group.two is None:
        kept |= {"yes2": (2,), "no2": (3,)}
    if group.not_answered is not None and group.two is None:
        kept |= {"nowhere_shown": (2, 3, 6)}
    return kept


def total(home, cells):
    return sum(home[cell] for cell in cells)


def put_together(empty, rules):
    """Every home of up to seven people, those with the same document together."""
    found = defaultdict(list)
    for home in homes(7, len(CELLS)):
        found[document(summary_of(empty, home), rules)].append(home)
    return found


def worked_out(alike):
    """Every guarded small number that is the same in all homes with the same document."""
    for public, possible in alike.items():
        for name, cells in guarded(public).items():
            values = {total(home, cells) for home in possible}
            if len(values) == 1 and 0 < next(iter(values)) < SIZE:
                yield name, values, possible[:3]


@pytest.fixture(scope="module")
def alike(empty):
    return put_together(empty, Rules(SIZE))


def test_the_list_of_homes_is_whole(alike):
    assert sum(len(each) for each in alike.values()) == 3432  # (7 + 7)! / (7! 7!)
    assert len(alike) > 100


def test_no_small_number_can_be_worked_out(alike):
    assert list(worked_out(alike)) == []


def test_the_intruder_gets_through_a_careless_gate(empty):
    found = {name for name, _, _ in worked_out(put_together(empty, NothingElseMatters(SIZE)))}
    assert {"dont_know", "nowhere_shown"} <= found


def test_nor_by_one_of_the_people_about_the_others(alike):
    for public, possible in alike.items():
        kept = guarded(public)
        for own in range(len(CELLS)):
            left = [home for home in possible if home[own]]
            for name, cells in kept.items():
                values = {total(home, cells) for home in left}
                known = next(iter(values)) if len(values) == 1 else 0
                others = known - (own in cells)
                assert known >= SIZE or others <= 0, f"{CELLS[own]} works out {name}: {values}, {left[:3]}"


def test_two_questions_together_tell_no_more(make):
    """People answer, pass by or do not know, each of two questions in its own way."""
    ways = list(product(("yes", "dont_know", None), repeat=2))
    found = defaultdict(list)
    for people in range(SIZE + 2):
        for crowd in combinations_with_replacement(range(len(ways)), people):
            said = [{q: a for q, a in zip(("kind", "talk"), ways[way], strict=True) if a} for way in crowd]
            sessions = [make.session(f"{n}", each) for n, each in enumerate(said)]
            found[document(summarise(sessions, make.pack))].append(said)
    assert sum(len(each) for each in found.values()) == 715  # all crowds of 0 to 4 in 9 ways
    for public, possible in found.items():
        for question in ("kind", "talk"):
            group = public.question(question).group(Stream.PERSON)
            quantities = {"passed_by": (None,)}
            if group.three is None:
                quantities |= {"three": ("yes",)}
            if group.not_answered is None:
                quantities |= {"dont_know": ("dont_know",)}
            for name, wanted in quantities.items():
                values = {sum(each.get(question) in wanted for each in said) for said in possible}
                worked_out = len(values) == 1 and 0 < next(iter(values)) < SIZE
                assert not worked_out, f"{question} {name} is {values}: {possible[:2]}"


def test_who_was_there_and_who_helped_cannot_be_worked_out(empty):
    found = defaultdict(list)
    for near in homes(7, 3):
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
            took_part = (who, *empty.took_part[1:])
            found[document(replace(empty, took_part=took_part))].append((*near, sum(near) - helped, helped))
    for public, possible in found.items():
        who = public.stream(Stream.PERSON)
        cells = [*([] if who.staff_near else [0, 1, 2]), *([] if who.support else [3, 4])]
        for cell in cells:
            values = {home[cell] for home in possible}
            assert len(values) > 1 or values <= {0} or min(values) >= SIZE, (cell, values, who)


def told_on(empty, rules_after):
    """Every home, then one more person: the cells of those whose answer the two documents tell."""
    found = defaultdict(list)
    for home in homes(5, 5):
        before = document(summary_of(empty, (*home, 0, 0)))
        for new in range(5):
            later = tuple(count + (cell == new) for cell, count in enumerate(home))
            after = document(summary_of(empty, (*later, 0, 0)), rules_after(PublicationLedger().then(before)))
            found[(before, after)].append(new)
    for (before, after), joined in found.items():
        # A bar with one answer only tells by itself what everybody said; the opener is warned of it.
        if not unanimous(before) and not unanimous(after) and len(set(joined)) == 1 and joined[0] < 4:
            yield CELLS[joined[0]]


def unanimous(public):
    group = public.question("kind").group(Stream.PERSON)
    bars = [bar for bar in (group.three, group.two) if bar is not None]
    return any(0 in (bar.yes, bar.no) for bar in bars)


def test_who_came_between_two_documents_said_what_nobody_knows(empty):
    assert list(told_on(empty, lambda before: Rules(SIZE, before=before))) == []
    assert "no3" in set(told_on(empty, lambda before: NothingElseMatters(SIZE, before=before)))
