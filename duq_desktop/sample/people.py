"""Who the made-up respondents are: what each is like, and how far each goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random

from duq_desktop.content.model import Stream
from duq_desktop.interview.records import Near, Support


@dataclass(frozen=True)
class Numbers:
    """How many respondents of each kind. ``staff`` includes the few others who answer as "other"."""

    people: int = 24
    families: int = 12
    staff: int = 20

    @property
    def total(self) -> int:
        """All of them."""
        return self.people + self.families + self.staff


class Ending(Enum):
    """How a session ends."""

    FINISHES = "finishes"
    REFUSES = "refuses"
    STOPS = "stops"
    COMES_BACK = "comes back another day and finishes"
    STAYS_AWAY = "was to come back and has not yet"


@dataclass(frozen=True)
class Who:
    """One made-up respondent.

    ``mood`` is added to how good things are for them (-1 to 1). ``two_answers``: "Sometimes" is missed in
    practice. ``says_yes``: presses Yes whatever is asked, as some do. ``areas`` is in the order picked.
    """

    stream: Stream
    areas: tuple[str, ...]
    mood: float
    ending: Ending = Ending.FINISHES
    two_answers: bool = False
    says_yes: bool = False
    near: Near = Near.NOBODY
    support: Support = Support.ALONE
    wants_other: bool = False
    short: bool = False
    asks_to_talk: bool = False
    role: str = ""


_PERSON_ENDINGS = {5: Ending.REFUSES, 8: Ending.STOPS, 11: Ending.COMES_BACK, 14: Ending.STAYS_AWAY}
_ENDINGS_EVERY = 18
_OTHER_ENDINGS = {7: Ending.REFUSES, 9: Ending.STOPS}
_OTHER_ROLES = ("manager", "trustee", "housing", "volunteer")
_OTHERS_EVERY = 7


def respondents(numbers: Numbers, area_ids: Sequence[str], seed: int) -> Iterator[tuple[Who, Random]]:
    """Everybody, each with randomness of their own: one more family does not change the staff."""
    for index in range(numbers.people):
        chance = _chance(seed, "person", index)
        yield _person(index, area_ids, chance), chance
    for index in range(numbers.families):
        chance = _chance(seed, "family", index)
        ending = _OTHER_ENDINGS.get(index, Ending.FINISHES)
        yield Who(Stream.FAMILY, _some(area_ids, 2, index, chance), chance.gauss(0, 0.12), ending), chance
    for index in range(numbers.staff):
        chance = _chance(seed, "staff", index)
        yield _staff(index, area_ids, chance), chance


def _chance(seed: int, kind: str, index: int) -> Random:
    return Random(f"{seed}/{kind}/{index}")  # made-up answers, never a key


def _some(area_ids: Sequence[str], fewest: int, index: int, chance: Random) -> tuple[str, ...]:
    """``fewest`` areas or more, the first by turns, so that every area is met as soon as five take part."""
    first = area_ids[index % len(area_ids)]
    rest = [area_id for area_id in area_ids if area_id != first]
    chance.shuffle(rest)
    return (first, *rest[: min(len(rest), fewest - 1 + chance.randrange(3))])


def _person(index: int, area_ids: Sequence[str], chance: Random) -> Who:
    near, support = {
        1: (Near.STAFF, Support.READ_TO_ME),
        4: (Near.FAMILY, Support.READ_TO_ME),
        6: (Near.STAFF, Support.PRESSED_FOR_ME),
        9: (Near.FRIEND, Support.ALONE),
    }.get(index % 12, (Near.NOBODY, Support.ALONE))
    return Who(
        Stream.PERSON,
        _some(area_ids, 3, index, chance),
        chance.gauss(0, 0.16),
        _PERSON_ENDINGS.get(index % _ENDINGS_EVERY, Ending.FINISHES),
        two_answers=index % 4 == 2,
        says_yes=index % 12 == 10,
        near=near,
        support=support,
        wants_other=near is Near.STAFF and index % 2 == 1,
        short=index % 4 == 0,
        asks_to_talk=index % 8 == 3,
    )


def _staff(index: int, area_ids: Sequence[str], chance: Random) -> Who:
    is_other = index % _OTHERS_EVERY == _OTHERS_EVERY - 1
    role = _OTHER_ROLES[index // _OTHERS_EVERY % len(_OTHER_ROLES)] if is_other else "support_worker"
    return Who(
        Stream.OTHER if is_other else Stream.STAFF,
        _some(area_ids, 3, index, chance),
        chance.gauss(0, 0.12),
        _OTHER_ENDINGS.get(index, Ending.FINISHES),
        asks_to_talk=index == 3,
        role=role,
    )
