"""The attack: small homes, one paper and pairs of papers, attacked with what is printed and nothing else.

The solver and the reader know nothing of how the app decides. Bigger numbers: ``DUQ_ATTACK_TABLES=100000``.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from duq_desktop.content.model import Pack
from duq_desktop.document_jobs.document_maker import DocumentMaker
from duq_desktop.documents.facts import SaidFacts
from duq_desktop.summary.basis import basis_of
from duq_desktop.summary.publication_ledger import PublicationLedger
from duq_desktop.summary.publish import PublicationChoices, prepare, prepare_careful
from duq_desktop.summary.summarise import summarise
from duq_desktop.words import Words
from tests.attack.homes import Somebody, careless_paper, home, sessions_of, somebody
from tests.attack.paper_reader import Bar, Paper, paper_of
from tests.attack.solver import Seen, differences, seen_of, uncovered, worked_out

TABLES = int(os.environ.get("DUQ_ATTACK_TABLES", "10000"))
NOTHING = PublicationLedger()


def published(
    people: Sequence[Somebody], pack: Pack, ledger: PublicationLedger, *, looked_at: bool
) -> tuple[Any, Any]:
    """The public data of the next paper, and the memory after it."""
    sessions = sessions_of(people)
    make = prepare if looked_at else prepare_careful
    basis = basis_of(summarise(sessions, pack), ledger, sessions, pack)
    made = make(basis, PublicationChoices(), f"paper {len(ledger.publications)}")
    return made.public, ledger.joined([made.publication])


def printed(public: Any) -> Paper:
    """What is printed of the public data, chart by chart; that it is so, the real papers below show."""
    told = {
        each.stream.value: (each.people, each.how_many.value == "shown")
        for each in public.streams
        if each.people is not None
    }
    charts = {}
    for area in public.areas:
        for asked in area.questions:
            bars = tuple(bar for group in asked.groups for bar in bars_of(group))
            if bars:
                charts[asked.question.prompt] = bars
    return Paper(told, charts)


def bars_of(group: Any) -> Iterator[Bar]:
    for form, counts in (("three", group.three), ("two", group.two)):
        if counts is not None:
            said = ((name, counts.of(name)) for name in ("yes", "sometimes", "no"))
            yield Bar(group.stream.value, form, counts.answered, tuple(one for one in said if one[1]))
    if group.not_answered is not None:
        yield Bar(group.stream.value, "none", group.not_answered)


def tables_of(paper: Paper, public: Any, pack: Pack) -> dict[str, list[dict[str, Seen]]]:
    """What the paper shows, stream by stream, area by area and question by question."""
    tables: dict[str, list[dict[str, Seen]]] = {}
    for area in pack.areas:
        of_area: dict[str, dict[str, Seen]] = {}
        for question in area.questions:
            for stream in ("person", "family", "staff", "other"):
                asked_as = "staff" if stream == "other" else stream
                if question.stream.value == asked_as:
                    kept = public is None or was_kept_back(public, question.id, stream)
                    seen = seen_of(paper.charts.get(question.prompt, ()), stream, kept_back=kept)
                    of_area.setdefault(stream, {})[question.id] = seen
        for stream, table in of_area.items():
            tables.setdefault(stream, []).append(table)
    return tables


def was_kept_back(public: Any, question_id: str, stream: str) -> bool:
    groups = public.question(question_id).groups
    return any(
        each.stream.value == stream and each.hidden and each.hidden.value == "kept_back" for each in groups
    )


def attacked(paper: Paper, public: Any, pack: Pack) -> tuple[int, list[object]]:
    """How many tables were looked at, and what was worked out of them."""
    tables = tables_of(paper, public, pack)
    found = [
        one for stream, areas in tables.items() for one in worked_out(paper.took_part.get(stream), areas)
    ]
    return sum(len(area) for areas in tables.values() for area in areas), found


@dataclass(frozen=True)
class Event:
    """What happened between two papers: the people of the second, and how many joined."""

    name: str
    people: list[Somebody]
    joined: int


def events(dice: random.Random, people: list[Somebody], pack: Pack) -> list[Event]:
    """A newcomer, one who refuses each question, one who refuses to take part, a deletion, and five at once.

    An older copy of the folder brought back between the papers changes nothing of them: the memory is
    carried over (``tests/commands/test_report_command.py`` does it with a real folder).
    """
    stream = dice.choice(("person", "person", "family"))
    new = somebody(dice, pack, "new", stream, 0.05)
    silent = replace(new, said=dict.fromkeys(new.said, "dont_want_to_say"))
    five = [somebody(dice, pack, f"five{number}", "person", 0.1) for number in range(5)]
    return [
        Event("newcomer", [*people, new], 1),
        Event("silent", [*people, silent], 1),
        Event("refusal", [*people, replace(new, refused=True)], 1),
        Event("deletion", [each for each in people if each is not dice.choice(people)], 0),
        Event("five", [*people, *five], 5),
    ]


def test_no_small_number_is_told_by_one_paper_or_two(pack: Pack) -> None:
    dice = random.Random(7)
    looked_at, broken, shown, homes = 0, [], 0, 0
    while looked_at < TABLES:
        homes += 1
        people = home(dice, pack)
        by_eye = homes % 2 == 0
        public, ledger = published(people, pack, NOTHING, looked_at=by_eye)
        first = printed(public)
        shown += bool(first.charts)
        tables, found = attacked(first, public, pack)
        looked_at += tables
        broken += [("one paper", homes, each) for each in found]
        for event in dice.sample(events(dice, people, pack), 2):
            public, _ = published(event.people, pack, ledger, looked_at=by_eye)
            second = printed(public)
            tables, found = attacked(second, public, pack)
            looked_at += tables
            told = [*found, *differences(first, second), *uncovered(first, second, event.joined)]
            broken += [(event.name, homes, each) for each in told]
    assert broken == []
    assert shown > homes / 4, "most papers show nothing: the attack has nothing to bite on"


def test_the_attack_gets_through_a_careless_gate(pack: Pack) -> None:
    """The same homes, published by the size of a bar alone, and with no memory."""
    dice = random.Random(7)
    alone: list[object] = []
    pairs: list[object] = []
    for _ in range(4):
        people = home(dice, pack)
        first = careless_paper(people, pack)
        alone += attacked(first, None, pack)[1]
        for event in events(dice, people, pack):
            second = careless_paper(event.people, pack)
            pairs += [*differences(first, second), *uncovered(first, second, event.joined)]
    assert len(alone) > 50 and len(pairs) > 20


@pytest.mark.parametrize("seed", [2, 5])
def test_the_real_paper_prints_what_the_attack_reads(pack: Pack, seed: int) -> None:
    """Text and alternative text of real papers, a second one with somebody who came, attacked as they are."""
    dice = random.Random(seed)
    people = home(dice, pack)
    while len([each for each in people if each.stream == "person"]) < 8:
        people = home(dice, pack)
    maker = DocumentMaker(pack, Words())
    ledger, papers = NOTHING, []
    for crowd in (people, [*people, somebody(dice, pack, "new", "person", 0.0)]):
        public, ledger = published(crowd, pack, ledger, looked_at=True)
        assert not public.empty
        parts = [paper_of(part) for part in maker.people_said_parts(public, SaidFacts(), lambda _pages: None)]
        charts = {prompt: bars for part in parts for prompt, bars in part.charts.items()}
        paper = Paper(parts[0].took_part, charts)
        assert paper == printed(public)
        assert attacked(paper, public, pack)[1] == []
        papers.append(paper)
    assert differences(*papers) == [] and uncovered(*papers, 1) == []
