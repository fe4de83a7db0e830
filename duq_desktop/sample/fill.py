"""Running made-up sessions through the same interview, seal and inbox as real ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from datetime import datetime, timedelta
from itertools import combinations
from random import Random

from duq_desktop.content.model import Pack, SignPicture, Stream
from duq_desktop.errors import SetUpError
from duq_desktop.interview.inputs import SignGiven
from duq_desktop.interview.sealed_session import SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.sample.opinions import Opinions
from duq_desktop.sample.people import Ending, Numbers, respondents
from duq_desktop.sample.pressing import Clock, Presses
from duq_desktop.store.inbox.sitting import Sitting
from duq_desktop.store.inbox.store import Store
from duq_desktop.words import command as words

Progress = Callable[[int, int], None]
"""Hears how many sessions are written, and of how many."""

_DAYS = 20
"""Over how many days the round of the sample went, up to yesterday."""
_LEAVE_AFTER = 4
"""After how many question pages those go who stop, or who come back another day."""


def most_people(pack: Pack) -> int:
    """How many made-up people there can be: nobody has the sign of another, turned round or not."""
    return len(list(combinations(pack.signs, 2)))


def fill(store: Store, pack: Pack, numbers: Numbers, seed: int, progress: Progress | None = None) -> None:
    """Write the sessions of ``numbers`` respondents. ``seed`` decides the answers, never a key.

    ``store`` is a set-up folder without sessions; one that is marked made-up is written without waiting
    for the disk. Raises ``StoreError``; ``SetUpError`` when there are more people than signs.
    """
    if numbers.people > most_people(pack):
        raise SetUpError(words.SAMPLE_TOO_MANY, most=most_people(pack))
    with store.all_at_once() if store.made_up else nullcontext():
        _fill(store, pack, numbers, seed, progress)
    store.back_up()


def _fill(store: Store, pack: Pack, numbers: Numbers, seed: int, progress: Progress | None) -> None:
    opinions, signs = Opinions(), _signs(pack.signs, seed)
    round_begins = datetime.now().astimezone().replace(hour=9, minute=30) - timedelta(days=_DAYS + 1)
    everybody = respondents(numbers, [area.id for area in pack.areas], seed)
    for done, (who, chance) in enumerate(everybody):
        sign = next(signs) if who.stream is Stream.PERSON else None
        presses = Presses(who, chance, opinions, sign, store.home.opener_name)
        day = round_begins + timedelta(days=done * _DAYS // numbers.total, minutes=done % 5 * 40)
        _One(store, pack, presses).run(day)
        if progress is not None:
            progress(done + 1, numbers.total)


def _signs(pictures: Sequence[SignPicture], seed: int) -> Iterator[SignGiven]:
    pairs = [SignGiven(first.id, second.id) for first, second in combinations(pictures, 2)]
    Random(f"{seed}/signs").shuffle(pairs)  # made-up signs, never a key
    return iter(pairs)


class _One:
    """The sittings of one respondent."""

    def __init__(self, store: Store, pack: Pack, presses: Presses) -> None:
        self._store = store
        self._pack = pack
        self._presses = presses

    def run(self, day: datetime) -> None:
        who = self._presses.who
        sitting = self._quietly(
            self._store.begin(who.stream, pack_id=self._pack.id, pack_version=self._pack.version)
        )
        interview = SealedSession(self._session(day), sitting)
        if who.ending in (Ending.FINISHES, Ending.REFUSES):
            self._presses.run(interview)
            return
        self._presses.run(interview, _LEAVE_AFTER)
        if who.ending is Ending.STOPS:
            interview.stop_and_keep(self._presses.on(interview.session))
            return
        place = interview.session.place
        interview.another_day(self._presses.on(interview.session))
        if who.ending is Ending.COMES_BACK:
            again = self._quietly(self._store.resume(sitting.session_id))
            later = self._session(day + timedelta(days=1), sign=interview.session.facts.sign, place=place)
            self._presses.run(SealedSession(later, again))

    def _session(self, day: datetime, **more: object) -> Session:
        home, chance = self._store.home, self._presses.chance
        return Session(
            self._pack,
            self._presses.who.stream,
            opener=f"{home.opener_name}, {home.opener_job}",
            now=Clock(day, chance),
            order=chance.randrange(2),
            role=self._presses.who.role if self._presses.who.stream in (Stream.STAFF, Stream.OTHER) else "",
            **more,  # type: ignore[arg-type]
        )

    @staticmethod
    def _quietly(sitting: Sitting) -> Sitting:
        """One backup at the end is enough for what is made up: not one at each finish."""
        sitting.after_end = None
        return sitting
