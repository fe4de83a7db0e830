"""Dwelling as a state machine: it presses once a visit, after the stay and never too soon."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from duq_desktop.preferences.input_methods import DwellTimes
from duq_desktop.ui.access.dwell import LONGEST_LOOK, REST, Dwell, Seen

TIMES = DwellTimes(stay=1_200, dead=800, grace=200, rest=4_000)
FRAME = 8


def stay(dwell: Dwell, target: str | None, start: int, length: int, *, every: int = FRAME) -> list[Seen]:
    """Looks at ``target`` from ``start`` for ``length`` milliseconds."""
    return [dwell.look(at, target) for at in range(start, start + length + 1, every)]


def presses(seen: Sequence[Seen]) -> list[object]:
    return [one.pressed for one in seen if one.pressed is not None]


def test_staying_fills_the_ring_and_presses_once() -> None:
    seen = stay(Dwell(TIMES), "yes", 0, 5_000)
    assert presses(seen) == ["yes"]
    parts = [one.part for one in seen[: 1_200 // FRAME + 1]]
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    assert seen[-1] == Seen(), "no ring is left on what has been pressed"


def test_leaving_and_coming_back_presses_again() -> None:
    dwell = Dwell(TIMES)
    assert presses(stay(dwell, "yes", 0, 1_300)) == ["yes"]
    assert presses(stay(dwell, None, 1_304, 300)) == []
    assert presses(stay(dwell, "yes", 1_608, 1_300)) == ["yes"]


def test_a_short_slip_off_is_no_leaving() -> None:
    dwell = Dwell(TIMES)
    assert presses(stay(dwell, "yes", 0, 1_300)) == ["yes"]
    assert presses(stay(dwell, None, 1_304, 150)) == []
    assert presses(stay(dwell, "yes", 1_462, 3_000)) == []


def test_a_tremor_to_the_neighbour_loses_nothing() -> None:
    dwell = Dwell(TIMES)
    stay(dwell, "yes", 0, 800)
    slipped = stay(dwell, "no", 808, 96)
    assert {one.target for one in slipped} == {"yes"}, "the ring does not jump"
    back = stay(dwell, "yes", 912, 440)
    assert presses(back) == ["yes"]


def test_nothing_fills_after_a_page_change_and_what_it_came_up_under_must_be_left() -> None:
    dwell = Dwell(TIMES)
    dwell.page_changed(0)
    assert presses(stay(dwell, "next", 8, 6_000)) == []
    stay(dwell, None, 6_016, 240)
    assert presses(stay(dwell, "next", 6_264, 1_300)) == ["next"]


def test_something_come_to_in_the_dead_time_fills_after_it() -> None:
    dwell = Dwell(TIMES)
    dwell.page_changed(0)
    stay(dwell, None, 8, 296)
    seen = stay(dwell, "yes", 312, 1_688)
    assert presses(seen) == ["yes"]
    assert all(one == Seen() for one in seen[: (800 - 312) // FRAME])
    assert seen[-2].pressed is None, "the stay is counted from the end of the dead time: 2000"


def test_a_click_uses_the_visit_up() -> None:
    dwell = Dwell(TIMES)
    stay(dwell, "yes", 0, 400)
    dwell.pressed_otherwise()
    assert presses(stay(dwell, "yes", 408, 5_000)) == []


def test_the_rest_spot_presses_nothing_and_turns_dwelling_off_and_on() -> None:
    dwell = Dwell(TIMES)
    seen = stay(dwell, REST, 0, 4_000)
    assert presses(seen) == []
    assert [one.turned for one in seen].count(True) == 1
    assert dwell.paused
    assert stay(dwell, "yes", 4_008, 5_000)[-1] == Seen()
    assert not any(one.turned for one in stay(dwell, "yes", 9_016, 300))
    assert any(one.turned for one in stay(dwell, REST, 9_400, 1_300))
    assert not dwell.paused
    stay(dwell, None, 10_708, 300)
    assert presses(stay(dwell, "yes", 11_016, 1_300)) == ["yes"]


def test_a_computer_that_hangs_presses_nothing() -> None:
    dwell = Dwell(TIMES)
    assert presses([dwell.look(0, "yes"), dwell.look(5_000, "yes"), dwell.look(10_000, "yes")]) == []


@pytest.mark.parametrize("every", [4, 8, 16, 33])
def test_it_presses_within_a_look_of_the_time_set(every: int) -> None:
    dwell = Dwell(TIMES)
    at = next(at for at in range(0, 3_000, every) if dwell.look(at, "yes").pressed)
    assert 0 <= at - TIMES.stay < every


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["yes", "no", "next", REST, None]),
        st.integers(1, 1_800),
        st.sampled_from(["", "", "", "page", "click"]),
    ),
    max_size=25,
)
ALL_TIMES = st.builds(
    DwellTimes,
    stay=st.integers(200, 2_000),
    dead=st.integers(0, 1_500),
    grace=st.integers(0, 500),
    rest=st.integers(1_000, 5_000),
)


# On a busy computer a page came between two looks, and what had just been pressed was pressed on it too.
@example(DwellTimes(200, 0, 0, 1_000), [("yes", 300, ""), ("yes", 300, "page")], 100)
@example(DwellTimes(200, 0, 99, 1_000), [("no", 3, ""), ("yes", 99, "page"), ("no", 204, "")], 3)
@example(DwellTimes(200, 0, 150, 1_000), [("no", 225, ""), ("yes", 175, ""), ("no", 225, "")], 25)
@given(ALL_TIMES, MOVES, st.integers(3, 120))
def test_whatever_the_pointer_does(
    times: DwellTimes, moves: list[tuple[str | None, int, str]], every: int
) -> None:
    """Never twice a visit, never in the dead time, never before the stay, never after a click, never paused.

    The visit is reckoned here from nothing but where the pointer was. What it was on when a page came
    has not been left by then, however long the computer takes until it looks again.
    """
    dwell = Dwell(times)
    now, page_since = 0, -10_000_000
    last_on: dict[object, int] = {}
    used: set[object] = set()
    stayed: dict[object, int] = {}
    before: object = None
    for target, length, event in moves:
        if event == "page":
            dwell.page_changed(now)
            used = {before} - {None}  # the others are other things on another page
            page_since, before = now, None
            stayed.clear()
        elif event == "click":
            dwell.pressed_otherwise()
        for _ in range(length // every):
            now += every
            for each in [e for e, at in last_on.items() if e != target and now - at > times.grace]:
                stayed.pop(each, None)
                used.discard(each)
            if target == before and every <= LONGEST_LOOK and target is not None:
                stayed[target] = stayed.get(target, 0) + every
            was_paused = dwell.paused
            seen = dwell.look(now, target)
            if target is not None:
                last_on[target] = now
            before = target
            assert 0 <= seen.part <= 1
            if seen.pressed is None:
                continue
            assert seen.pressed == target != REST
            assert not was_paused
            assert target not in used, "twice in one visit"
            assert now - page_since >= times.dead + min(times.stay, stayed[target]), "too soon after a page"
            assert stayed[target] >= times.stay, "before the stay"
            used.add(target)
