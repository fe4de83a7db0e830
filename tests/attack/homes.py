"""Small made-up homes as plain data, and the sessions their people would leave behind."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from duq_desktop.content.model import Pack, Stream
from duq_desktop.interview.session_facts import SessionFacts
from tests.attack.paper_reader import Bar, Paper
from tests.summary.conftest import Make

MAKE = Make()
AT_HAND = {"person": (4, 12), "family": (0, 10), "staff": (0, 14)}
LABELS = {"yes": "yes", "sometimes": "sometimes", "no": "no"}
NON = ("dont_know", "dont_want_to_say", "dont_understand", "later")


@dataclass(frozen=True)
class Somebody:
    """One person: what they said, area by area; an area they never came to is not there."""

    name: str
    stream: str
    two: bool
    said: dict[str, str]
    refused: bool = False


def home(dice: random.Random, pack: Pack) -> list[Somebody]:
    """Between four and twelve people supported, with families and staff as they come."""
    people = []
    skips = dice.choice((0.02, 0.1, 0.3))
    for stream, (least, most) in AT_HAND.items():
        for number in range(dice.randint(least, most)):
            people.append(somebody(dice, pack, f"{stream}{number}", stream, skips))
    return people


def somebody(dice: random.Random, pack: Pack, name: str, stream: str, skips: float) -> Somebody:
    """Somebody who goes through the areas in order, perhaps not to the end."""
    areas = dice.choice((5, 5, 5, 5, dice.randint(0, 5)))
    two = dice.random() < 0.15
    said = {}
    for area in pack.areas[:areas]:
        for question in area.questions:
            if question.stream.value == stream:
                leaning = ("yes", "yes", "yes", "no") if two else ("yes", "yes", "yes", "sometimes", "no")
                said[question.id] = dice.choice(NON) if dice.random() < skips else dice.choice(leaning)
    return Somebody(name, stream, two, said, refused=dice.random() < 0.05)


def sessions_of(people: Sequence[Somebody]) -> list[SessionFacts]:
    """What is opened of them."""
    made = []
    for each in people:
        shape = "two" if each.two else "three"
        records = [MAKE.answer(name, said, format=shape) for name, said in each.said.items()]
        records = [*([] if each.refused else records), MAKE.record("finished")]
        made.append(MAKE.session(each.name, records, stream=Stream(each.stream), consent=not each.refused))
    return made


def careless_paper(people: Sequence[Somebody], pack: Pack) -> Paper:
    """What a gate would print that looks at nothing but the size of a bar."""
    taking = [each for each in people if not each.refused]
    took_part = {stream: (number, True) for stream, number in Counter(each.stream for each in taking).items()}
    charts = {}
    for question in pack.questions():
        bars = []
        asked = [each for each in taking if each.stream == question.stream.value]
        for form, two in (("three", False), ("two", True)):
            given = (each.said.get(question.id) for each in asked if each.two is two)
            said = Counter(option for option in given if option in LABELS)
            if sum(said.values()) >= 5:
                told = tuple((LABELS[name], said[name]) for name in LABELS if said[name])
                bars.append(Bar(question.stream.value, form, sum(said.values()), told))
        if bars:
            charts[question.prompt] = tuple(bars)
    shown = {name: each for name, each in took_part.items() if each[0] >= 5}
    return Paper(shown, charts)
