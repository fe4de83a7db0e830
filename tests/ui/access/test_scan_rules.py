"""The rules of scanning by themselves: where the ring stands, which presses count, which times fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.preferences.input_methods import SwitchTimes
from duq_desktop.ui.access.grouping import Box, Zone, spots_of
from duq_desktop.ui.access.presses import SETTLES, Act, Presses, PressTimes
from duq_desktop.ui.access.scan import Group, Leaf, Pace, Scan, Spot, Stand, leaves, path_to
from duq_desktop.ui.access.timing import STEP_LEAST, STEP_MOST, faster, slower, suggested

PACE = Pace(step=1_000, first=2_000, rounds=2)
ROWS: tuple[Spot, ...] = (Group((Leaf("yes"), Leaf("no"))), Leaf("next"), Group((Leaf("back"), Leaf("stop"))))


def scan_of(page: tuple[Spot, ...] = ROWS, pace: Pace = PACE) -> Scan:
    scan = Scan(pace)
    scan.show(page, 0)
    return scan


def wait(scan: Scan, steps: int) -> None:
    """Let the ring make so many steps by itself."""
    for _ in range(steps):
        assert scan.deadline is not None
        scan.tick(scan.deadline)


def where(scan: Scan) -> tuple[Stand, tuple[int, ...]]:
    return scan.stand, scan.path


def test_the_first_of_a_level_stands_longer_and_each_step_is_due_from_the_one_before() -> None:
    scan = scan_of()
    scan.tick(1_999)
    assert scan.path == (0,)
    scan.tick(2_009)  # nine late
    assert (scan.path, scan.deadline) == ((1,), 3_000)
    scan.tick(3_004)
    assert (scan.path, scan.deadline) == ((2,), 4_000)


def test_after_a_long_hold_up_no_step_is_skipped() -> None:
    scan = scan_of()
    scan.tick(9_000)
    assert (scan.path, scan.deadline) == ((1,), 10_000)


def test_a_press_leads_into_a_row_and_the_next_one_chooses() -> None:
    scan = scan_of()
    assert scan.press(100) is None
    assert (where(scan), scan.deadline) == ((Stand.ITEM, (0, 0)), 2_100)
    scan.tick(2_100)
    assert scan.press(2_200) == "no"


def test_a_single_item_needs_one_press() -> None:
    scan = scan_of()
    scan.tick(2_000)
    assert scan.press(2_100) == "next"


def test_after_the_last_of_a_row_comes_the_way_out() -> None:
    scan = scan_of()
    scan.press(0)
    wait(scan, 2)
    assert where(scan) == (Stand.OUT, (0,))
    assert scan.press(9_000) is None
    assert where(scan) == (Stand.ITEM, (1,))


def test_a_row_that_nobody_presses_in_is_left_after_its_rounds() -> None:
    scan = scan_of()
    scan.press(0)
    wait(scan, 6)
    assert where(scan) == (Stand.ITEM, (1,))


def test_after_its_rounds_the_ring_rests_and_a_press_only_wakes_it() -> None:
    scan = scan_of()
    wait(scan, 6)
    assert (scan.stand, scan.deadline) == (Stand.RESTS, None)
    assert scan.press(60_000) is None
    assert (where(scan), scan.deadline) == ((Stand.ROW, (0,)), 62_000)


def test_two_switches_know_no_time_and_no_rest() -> None:
    scan = scan_of(pace=Pace(by_itself=False, rounds=1))
    assert scan.deadline is None
    for _ in range(7):
        scan.move(0)
    assert where(scan) == (Stand.ITEM, (1,))
    assert scan.press(0) == "next"


def test_one_thing_alone_is_waited_for() -> None:
    scan = scan_of((Leaf("come back"),))
    assert scan.deadline is None
    assert scan.press(0) == "come back"


def test_going_on_presses_by_itself_and_a_press_keeps_it_from_that() -> None:
    scan = scan_of()
    scan.go_on_at((1,), 0, 5_000)
    assert scan.tick(4_999) is None
    assert scan.tick(5_000) == "next"
    scan.go_on_at((1,), 10_000, 5_000)
    assert scan.press(11_000) is None
    assert (scan.stand, scan.deadline) == (Stand.ITEM, 13_000)


def pages() -> st.SearchStrategy[tuple[Spot, ...]]:
    """Any page, with every key once."""

    def named(sizes: list[int]) -> tuple[Spot, ...]:
        count = iter(range(10_000))
        made = [[Leaf(next(count)) for _ in range(max(1, size))] for size in sizes]
        return tuple(Group(tuple(row)) if size else row[0] for size, row in zip(sizes, made, strict=True))

    return st.lists(st.integers(0, 5), min_size=1, max_size=8).map(named)


@given(pages(), st.data())
def test_everything_can_be_reached_within_a_round_of_each_level(
    page: tuple[Spot, ...], data: st.DataObject
) -> None:
    wanted = data.draw(st.sampled_from([leaf.key for spot in page for leaf in leaves(spot)]))
    scan = scan_of(page)
    for _ in range(20):
        spot = scan.spot
        assert spot is not None
        here = wanted in [leaf.key for leaf in leaves(spot)] and scan.stand is not Stand.OUT
        if here and isinstance(spot, Leaf):
            assert scan.press(0) == wanted
            return
        if here:
            scan.press(0)
        else:
            scan.move(0)
    raise AssertionError("out of reach")


@given(pages(), st.lists(st.sampled_from(["press", "move", "tick"]), max_size=60))
def test_whatever_is_pressed_the_ring_stands_on_something_of_the_page(
    page: tuple[Spot, ...], acts: list[str]
) -> None:
    scan = scan_of(page)
    now = 0.0
    for act in acts:
        now += 700
        {"press": scan.press, "move": scan.move, "tick": scan.tick}[act](now)
        assert scan.spot is not None
        if scan.stand is Stand.ITEM:
            assert isinstance(scan.spot, Leaf)


# Which presses count


def let_go(switch: Presses, now: float) -> Act:
    """Let go for good: what comes of it a moment later."""
    switch.up(now)
    assert switch.due(now + SETTLES - 1) is Act.NOTHING
    return switch.due(now + SETTLES)


def test_a_bounce_and_a_repeated_key_are_one_press() -> None:
    switch = Presses(PressTimes(debounce=0))
    switch.down(0)
    for now in range(500, 1_500, 40):
        switch.up(now)
        assert switch.down(now) is Act.NOTHING
        assert switch.due(now + 30) is Act.NOTHING
    assert let_go(switch, 1_600) is Act.PRESS


def test_a_press_that_comes_before_the_clock_was_asked_loses_nothing() -> None:
    switch = Presses(PressTimes(debounce=0))
    switch.down(0)
    switch.up(100)
    assert switch.down(400) is Act.PRESS
    assert let_go(switch, 500) is Act.PRESS


def test_a_press_counts_when_it_is_let_go_and_a_tremor_after_it_does_not() -> None:
    switch = Presses(PressTimes(debounce=300))
    assert switch.down(0) is Act.NOTHING
    assert let_go(switch, 80) is Act.PRESS
    assert (switch.down(200), let_go(switch, 260)) == (Act.NOTHING, Act.NOTHING)
    assert (switch.down(600), let_go(switch, 700)) == (Act.NOTHING, Act.PRESS)


def test_a_press_may_have_to_last() -> None:
    switch = Presses(PressTimes(hold=400, debounce=0))
    switch.down(0)
    assert let_go(switch, 399) is Act.NOTHING
    switch.down(1_000)
    assert let_go(switch, 1_400) is Act.PRESS


def test_or_count_at_once_when_it_goes_down() -> None:
    switch = Presses(PressTimes(on_release=False))
    assert switch.down(0) is Act.PRESS
    assert let_go(switch, 100) is Act.NOTHING


def test_without_release_a_held_press_counts_once_when_it_has_lasted() -> None:
    switch = Presses(PressTimes(on_release=False, hold=500))
    assert switch.down(0) is Act.NOTHING
    assert switch.deadline == 500
    assert switch.due(500) is Act.PRESS
    assert switch.due(600) is Act.NOTHING


def test_a_long_press_hides_while_it_is_still_down_and_then_is_no_press() -> None:
    switch = Presses(PressTimes(hide_after=2_000))
    switch.down(0)
    assert switch.deadline == 2_000
    assert switch.due(1_999) is Act.NOTHING
    assert switch.due(2_000) is Act.HIDE
    assert let_go(switch, 2_500) is Act.NOTHING


def test_who_holds_right_after_a_press_or_as_a_page_comes_up_hides_too() -> None:
    switch = Presses(PressTimes(debounce=300, hide_after=2_000))
    switch.down(0)
    let_go(switch, 50)
    switch.down(100)
    assert switch.due(2_100) is Act.HIDE
    let_go(switch, 2_200)
    switch.down(9_000, ignored=True)
    assert switch.due(11_000) is Act.HIDE
    assert switch.deadline is None


def test_hide_by_holding_can_be_off_and_never_comes_before_a_press_counts() -> None:
    off = Presses(PressTimes(hide_after=0))
    off.down(0)
    assert off.due(60_000) is Act.NOTHING
    assert let_go(off, 60_000) is Act.PRESS
    slow = Presses(PressTimes(hold=3_000, hide_after=2_000))
    slow.down(0)
    assert slow.due(3_500) is Act.NOTHING
    assert let_go(slow, 3_600) is Act.PRESS


def test_what_a_page_came_up_under_does_not_count() -> None:
    switch = Presses(PressTimes())
    switch.down(0)
    switch.forget()
    assert let_go(switch, 100) is Act.NOTHING
    assert switch.down(1_000, ignored=True) is Act.NOTHING
    assert let_go(switch, 1_100) is Act.NOTHING


# Rows


def boxes(count: int, across: int, holder: str = "a", zone: Zone = Zone.PAGE) -> list[Box]:
    return [
        Box(f"{holder}{n}", 100 * (n % across), 60 * (n // across), 50, zone, holder) for n in range(count)
    ]


def keys_in(spot: Spot) -> list[object]:
    return [leaf.key for leaf in leaves(spot)]


def rows_of(page: list[Box]) -> list[list[object]]:
    return [keys_in(spot) for spot in spots_of(page)]


def test_few_things_have_no_rows() -> None:
    assert all(isinstance(spot, Leaf) for spot in spots_of(boxes(6, 3)))


def test_holders_make_rows_and_next_comes_before_the_bars() -> None:
    page = [*boxes(2, 2, "bar", Zone.BELOW), *boxes(1, 1, "next", Zone.NEXT), *boxes(3, 1), *boxes(2, 2, "b")]
    assert rows_of(page) == [["a0", "a1", "a2"], ["b0", "b1"], ["next0"], ["bar0", "bar1"]]


def test_many_pictures_are_broken_where_their_lines_break() -> None:
    lines = rows_of(boxes(24, 4))
    assert len(lines) == 6
    assert lines[1] == ["a4", "a5", "a6", "a7"]


def test_a_long_column_is_broken_into_nearly_equal_parts() -> None:
    assert sorted(map(len, rows_of(boxes(24, 1)))) == [4, 5, 5, 5, 5]


def test_a_page_with_many_rows_gets_blocks() -> None:
    page = [*boxes(30, 6, "keys"), *boxes(4, 2, "b"), *boxes(3, 3, "c"), *boxes(2, 2, "d"), *boxes(2, 2, "e")]
    found = spots_of([*page, *boxes(1, 1, "next", Zone.NEXT)])
    assert len(found) == 6
    keyboard = found[0]
    assert isinstance(keyboard, Group)
    assert [len(keys_in(line)) for line in keyboard.members] == [6] * 5


def test_many_questions_on_a_page_are_rows_of_their_own() -> None:
    page = [
        Box((q, kind, n), 100 * n, 60 * kind, 50, Zone.PAGE, (q, kind), "", q, f"Q{q}")
        for q in range(3)
        for kind in range(4)
        for n in range(2)
    ]
    found = spots_of(page)
    assert [spot.name for spot in found if isinstance(spot, Group)] == ["Q0", "Q1", "Q2"]


_BOXES = st.tuples(st.sampled_from(Zone), st.integers(0, 4), st.integers(0, 900), st.integers(0, 700))


@given(st.lists(_BOXES))
def test_every_box_is_scanned_once_whatever_the_page(found: list[tuple[Zone, int, int, int]]) -> None:
    page = [Box(n, left, top, 50, zone, holder) for n, (zone, holder, left, top) in enumerate(found)]
    tree = spots_of(page)
    keys = [leaf.key for spot in tree for leaf in leaves(spot)]
    assert len(keys) == len(page)
    assert set(keys) == set(range(len(page)))
    assert all(path_to(tree, key) is not None for key in keys)


# Times


def test_the_step_follows_the_rule_of_scan_timing() -> None:
    times = suggested([650] * 5, [], SwitchTimes())
    assert (times.step, times.first) == (1_000, 1_600)


def test_who_is_uneven_gets_more_time_and_never_less_than_the_slowest_try_took() -> None:
    assert suggested([500, 500, 500, 500, 2_000], [], SwitchTimes()).step >= 2_000


def test_bounces_lengthen_the_debounce_and_nothing_shortens_it() -> None:
    assert suggested([], [2_000, 1_500], SwitchTimes()).debounce == 300
    assert suggested([], [400, 2_000], SwitchTimes()).debounce == 500
    assert suggested([], [], SwitchTimes()) == SwitchTimes()


@given(st.lists(st.floats(0, 60_000), max_size=8), st.lists(st.floats(0, 60_000), max_size=8))
def test_suggestions_keep_their_bounds(reactions: list[float], gaps: list[float]) -> None:
    times = suggested(reactions, gaps, SwitchTimes())
    assert STEP_LEAST <= times.step <= STEP_MOST
    assert times.step <= times.first
    assert 300 <= times.debounce <= 1_500


@pytest.mark.parametrize("change", [slower, faster])
def test_slower_and_faster_keep_their_bounds(change: Callable[[SwitchTimes], SwitchTimes]) -> None:
    times = SwitchTimes()
    for _ in range(40):
        times = change(times)
    assert STEP_LEAST <= times.step <= times.first <= 2 * STEP_MOST
