"""The shipped questions through the real sealed store: from outside, any session looks like any other."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Pack, Stream
from duq_desktop.errors import StoreError
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
from duq_desktop.interview.records import AnswerStatus, Near, Support
from duq_desktop.interview.sealed_session import BLOCK_ROWS, FIRST_ROWS, SealedSession
from duq_desktop.interview.session import Session
from duq_desktop.interview.steps import PageName
from duq_desktop.store.inbox.store import Store
from tests.store.conftest import Folder
from tests.store.test_store_privacy import looks

DAY = date(2026, 11, 22)
MOST_PAGES = 200


@cache
def shipped() -> Pack:
    return load_pack(paths.packs_folder() / "duq-code")


@pytest.fixture
def pack() -> Pack:
    return shipped()


class Presser:
    """Presses Next through a session. ``chance`` decides everything that may be decided alone.

    ``fixed`` answers some pages always the same way.
    """

    def __init__(self, chance: random.Random, area: str, fixed: dict[PageName, Given] | None = None) -> None:
        self.chance, self.area, self.fixed = chance, area, fixed or {}

    def on(self, here: Session) -> Given:
        page, pick = here.step.page, self.chance.choice
        if page in self.fixed:
            return self.fixed[page]
        ways: dict[PageName, Callable[[], Given]] = {
            PageName.NEAR: lambda: NearGiven(frozenset(n for n in Near if pick((True, False)))),
            PageName.OTHER_PERSON: lambda: OtherPersonGiven(pick((None, True, False))),
            PageName.HELPED: lambda: HelpedGiven(pick(list(Support)), pick(list(Near))),
            PageName.CHECK: lambda: CheckGiven(pick((None, True, False))),
            PageName.CONSENT: lambda: ConsentGiven(True),
            PageName.PRACTICE_START: lambda: PracticeStartGiven(pick((True, False))),
            PageName.PRACTICE: lambda: PracticeGiven(pick((None, "yes", "no", "sometimes", "dont_know"))),
            PageName.PRACTICE_HELP: lambda: PracticeHelpGiven(pick((True, False))),
            PageName.SIGN: lambda: SignGiven(here.pack.signs[0].id, here.pack.signs[1].id),
            PageName.AREA: lambda: AreaGiven(self.area),
            PageName.LENGTH: lambda: LengthGiven(False),
            PageName.QUESTION: lambda: AnswersGiven(tuple((i, self._answer()) for i in here.step.questions)),
            PageName.HELP: lambda: HelpGiven(pick((True, False)), "Ada"),
            PageName.AREA_DONE: lambda: AreaDoneGiven(False),
            PageName.BEST: lambda: WordsGiven(*pick([("", ""), ("Dave is kind " * 8, "typed")])),
        }
        return ways.get(page, Nothing)()

    def _answer(self) -> AnswerGiven:
        status = self.chance.choice([None, *AnswerStatus])
        answer = self.chance.choice(["yes", "sometimes", "no"]) if status is AnswerStatus.ANSWERED else None
        return AnswerGiven(status, answer, *self.chance.choice([("", ""), ("He shouts at me", "typed")]))


def worst(stream: Stream, area: str) -> Presser:
    """Somebody with every detour: staff near, a helper, all checks and practice missed, all put off."""
    fixed: dict[PageName, Given] = {
        PageName.NEAR: NearGiven(frozenset({Near.STAFF})),
        PageName.OTHER_PERSON: OtherPersonGiven(True),
        PageName.HELPED: HelpedGiven(Support.PRESSED_FOR_ME, Near.STAFF),
        PageName.CHECK: CheckGiven(None),
        PageName.PRACTICE_START: PracticeStartGiven(False),
        PageName.PRACTICE: PracticeGiven(None),
        PageName.PRACTICE_HELP: PracticeHelpGiven(True),
        PageName.QUESTION: AnswersGiven(()),
    }
    return Presser(random.Random(1), area, fixed)


def begin(store: Store, pack: Pack, stream: Stream, session_id: str = "") -> SealedSession:
    session = Session(pack, stream, opener="Ada, trustee")
    sitting = store.begin(stream, pack_id=pack.id, pack_version=pack.version, session_id=session_id)
    return SealedSession(session, sitting)


def press(here: SealedSession, presser: Presser, until: PageName = PageName.THANKS) -> None:
    for _ in range(MOST_PAGES):
        if here.session.step.page is until:
            return
        here.next(presser.on(here.session))
    raise AssertionError("never came to the end")


def session_of(pack: Pack, stream: Stream, presser: Presser, folder: Folder, until: PageName) -> None:
    with folder.open(today=lambda: DAY) as store:
        press(begin(store, pack, stream), presser, until)


@settings(max_examples=6, deadline=None)
@given(
    seeds=st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)),
    stream=st.sampled_from(list(Stream)),
    area=st.integers(0, 4),
    until=st.sampled_from([PageName.AREA, PageName.BEST, PageName.THANKS]),
)
def test_whatever_was_given_bytes_rows_and_size_are_equal(
    seeds: tuple[int, int],
    stream: Stream,
    area: int,
    until: PageName,
) -> None:
    seen = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as place:
            folder = Folder(Path(place) / "data").set_up()
            presser = Presser(random.Random(seed), shipped().areas[area].id)
            session_of(shipped(), stream, presser, folder, until)
            seen.append(looks(folder))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("stream", list(Stream))
def test_every_detour_fits_into_the_blocks_of_the_shipped_questions(
    pack: Pack, folder_here: Folder, stream: Stream
) -> None:
    area = max(
        pack.areas, key=lambda area: sum(q.offers_help for q in area.questions_for(stream, short=False))
    )
    with folder_here.open() as store:
        press(begin(store, pack, stream), worst(stream, area.id))
        assert store.sessions()[0].given == FIRST_ROWS[stream] + 2 * BLOCK_ROWS[stream]


@pytest.fixture
def folder_here(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data").set_up()


@pytest.mark.parametrize("skipped", [True, False])
def test_another_day_is_filled_up_before_its_questions_too(
    pack: Pack, folder_here: Folder, skipped: bool
) -> None:
    with folder_here.open() as store:
        first = begin(store, pack, Stream.PERSON)
        alone = Presser(
            random.Random(3), pack.areas[0].id, {PageName.NEAR: NearGiven(frozenset({Near.NOBODY}))}
        )
        press(first, alone, PageName.QUESTION)
        first.next(AnswersGiven(()))
        first.another_day(Nothing())
        (kept,) = store.sessions()
        later = Session(pack, Stream.PERSON, opener="Ada, trustee", sign=kept.sign, place=kept.place)
        here = SealedSession(later, store.resume(kept.session_id))
        alone.fixed[PageName.PRACTICE_START] = PracticeStartGiven(skipped)
        press(here, alone, PageName.QUESTION)
        assert store.sessions()[0].given - kept.given == FIRST_ROWS[Stream.PERSON]


def test_three_answers_on_a_page_are_sealed_together_or_not_at_all(pack: Pack, folder_here: Folder) -> None:
    with folder_here.open() as store:
        session = Session(pack, Stream.STAFF, opener="Ada, trustee", per_page=3)
        sitting = store.begin(Stream.STAFF, pack_id=pack.id, pack_version=pack.version)
        here = SealedSession(session, sitting)
        press(here, Presser(random.Random(1), pack.areas[0].id), PageName.QUESTION)
        before = store.sessions()[0]
        too_long = AnswerGiven(AnswerStatus.ANSWERED, "yes", "a" * 5000, "typed")
        ids = session.step.questions
        with pytest.raises(StoreError):
            here.next(AnswersGiven(((ids[0], AnswerGiven(AnswerStatus.ANSWERED, "no")), (ids[2], too_long))))
        assert store.sessions()[0] == before


class EndsBadly:
    """A real sitting whose last step fails once, as when a stick is pulled out at Finish."""

    def __init__(self, sitting: object) -> None:
        self._sitting = sitting
        self.fails = 1

    def __getattr__(self, name: str) -> object:
        return getattr(self._sitting, name)

    def end(self, *given: object) -> None:
        if self.fails:
            self.fails -= 1
            raise StoreError("Is the stick still plugged in?")
        self._sitting.end(*given)  # type: ignore[attr-defined]


def test_a_finish_that_could_not_be_saved_can_be_pressed_again(pack: Pack, folder_here: Folder) -> None:
    with folder_here.open() as store:
        session = Session(pack, Stream.PERSON, opener="Ada, trustee")
        sitting = EndsBadly(store.begin(Stream.PERSON, pack_id=pack.id, pack_version=pack.version))
        here = SealedSession(session, sitting)  # type: ignore[arg-type]
        with pytest.raises(StoreError):
            press(here, worst(Stream.PERSON, pack.areas[0].id))
        assert not here.is_over
        here.next(Nothing())
        assert here.is_over
        assert store.sessions()[0].place.state == "ended"


def test_a_block_is_filled_up_by_the_press_that_ends_it(pack: Pack, folder_here: Folder) -> None:
    with folder_here.open() as store:
        here = begin(store, pack, Stream.PERSON)
        press(here, Presser(random.Random(5), pack.areas[0].id), PageName.AREA)
        assert store.sessions()[0].given == FIRST_ROWS[Stream.PERSON]
        here.another_day(AreaGiven(pack.areas[0].id))
        assert store.sessions()[0].given == FIRST_ROWS[Stream.PERSON] + BLOCK_ROWS[Stream.PERSON]


def test_a_refusal_cannot_be_told_from_stopping_there(pack: Pack, tmp_path: Path) -> None:
    seen = []
    for refuses in (True, False):
        folder = Folder(tmp_path / str(refuses) / "data").set_up()
        with folder.open(today=lambda: DAY) as store:
            here = begin(store, pack, Stream.PERSON)
            press(here, Presser(random.Random(2), ""), PageName.CONSENT)
            if refuses:
                here.next(ConsentGiven(False))
            else:
                here.stop_and_keep(Nothing())
        seen.append(looks(folder))
    assert seen[0] == seen[1]
