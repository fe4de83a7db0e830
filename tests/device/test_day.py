"""The set-up of one day: kept for its date only, refused where it is not ours."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duq_desktop.device.day_plan import FILE_NAME, WAYS, DayPlan, forget_day, load_day, save_day

TODAY = "2026-11-22"
WORDS = st.text(max_size=90)
AREAS = st.sampled_from(["lives", "care", "environment"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    day=st.builds(
        DayPlan,
        date=st.just(TODAY),
        place=WORDS,
        contacts=st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple),
        away=st.lists(WORDS, max_size=3).map(tuple),
        areas=st.lists(AREAS, unique=True).map(tuple),
        left_out=st.lists(AREAS, unique=True).map(tuple),
        ways=st.lists(st.sampled_from(WAYS), unique=True).map(tuple),
        way=st.sampled_from(WAYS),
    )
)
def test_a_day_comes_back_as_it_was_kept(tmp_path: Path, day: DayPlan) -> None:
    try:
        save_day(day, tmp_path)
    except UnicodeEncodeError:  # half a character pair, which no keyboard sends
        return
    assert load_day(tmp_path, TODAY) == day.settled()


def test_it_counts_for_its_date_only(tmp_path: Path) -> None:
    save_day(DayPlan(TODAY, place="Rose House"), tmp_path)
    assert load_day(tmp_path, TODAY) == DayPlan(TODAY, place="Rose House")
    assert load_day(tmp_path, "2026-11-23") is None
    forget_day(tmp_path)
    forget_day(tmp_path)
    assert load_day(tmp_path, TODAY) is None


@pytest.mark.parametrize("raw", [[], {}, {"date": 3}, {"date": None}, {"date": "2026-11-21"}])
def test_what_is_not_ours_is_passed_over(tmp_path: Path, raw: Any) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(raw), encoding="utf-8")
    assert load_day(tmp_path, TODAY) is None


GOOD: dict[str, Any] = {
    "date": TODAY,
    "place": "Rose House",
    "contacts": [["Grace", "01632 960 111"], ["Tom", ""]],
    "away": ["Priya"],
    "areas": ["life"],
    "left_out": ["care"],
    "ways": ["direct", "dwell"],
    "way": "dwell",
}
WHOLE = DayPlan(
    TODAY,
    "Rose House",
    (("Grace", "01632 960 111"), ("Tom", "")),
    ("Priya",),
    ("life",),
    ("care",),
    ("direct", "dwell"),
    "dwell",
)


def read(folder: Path, raw: Any) -> DayPlan | None:
    (folder / FILE_NAME).write_text(json.dumps(raw), encoding="utf-8")
    return load_day(folder, TODAY)


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        *((name, bad) for name in GOOD if name != "date" for bad in (3, None, {}, [3], [["x"]], "x" * 200)),
        ("place", "x" * 61),
        ("contacts", [["a", "b"]] * 3),
        ("areas", ["a"] * 400),
        ("areas", "life"),
        ("away", ["x" * 121]),
        ("way", "by-thought"),
    ],
)
def test_a_bad_field_falls_back_alone(tmp_path: Path, field: str, bad: Any) -> None:
    assert read(tmp_path, GOOD) == WHOLE
    usual = {"ways": WAYS, "way": "direct"}.get(field, getattr(DayPlan(TODAY), field))
    assert read(tmp_path, {**GOOD, field: bad}) == replace(WHOLE, **{field: usual})


def test_a_day_of_the_version_before_is_still_read(tmp_path: Path) -> None:
    old = {"date": TODAY, "place": "Rose House", "contact": "Grace", "number": "next door", "areas": ["life"]}
    kept = DayPlan(TODAY, "Rose House", (("Grace", "next door"),), areas=("life",), way="one-switch")
    assert read(tmp_path, {**old, "way": "one-switch"}) == kept
    assert read(tmp_path, {**old, "way": "one-switch", "number": 3}) == replace(
        kept, contacts=(("Grace", ""),)
    )
    assert read(tmp_path, {**old, "contact": ""}) == replace(kept, contacts=(), way="direct")


def test_touch_mouse_and_keys_cannot_be_taken_away(tmp_path: Path) -> None:
    for ways in ([], ["dwell"], ["one-switch", "by-thought"]):
        day = read(tmp_path, {"date": TODAY, "ways": ways, "way": "two-switches"})
        assert day is not None
        assert day.ways[0] == "direct"
        assert day.way == "direct"
        assert set(day.ways) <= set(WAYS)


@pytest.mark.parametrize("text", ["", "{", "[" * 90_000, '"\\ud800"'])
def test_what_is_no_json_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load_day(tmp_path, TODAY) is None


def test_unknown_fields_of_a_later_version_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"date": TODAY, "weather": "fine"}), encoding="utf-8")
    assert load_day(tmp_path, TODAY) == DayPlan(TODAY)
