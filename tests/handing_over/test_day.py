"""The set-up of one day: kept for its date only, refused where it is not ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duq_desktop.handing_over.day import FILE_NAME, Day, forget_day, load_day, save_day

TODAY = "2026-11-22"
WORDS = st.text(max_size=90)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    day=st.builds(
        Day,
        date=st.just(TODAY),
        place=WORDS,
        contact=WORDS,
        number=WORDS,
        areas=st.lists(st.sampled_from(["lives", "care", "environment"]), unique=True).map(tuple),
        way=st.sampled_from(["direct", "one-switch", "two-switches", "dwell"]),
    )
)
def test_a_day_comes_back_as_it_was_kept(tmp_path: Path, day: Day) -> None:
    try:
        save_day(day, tmp_path)
    except UnicodeEncodeError:  # half a character pair, which no keyboard sends
        return
    assert load_day(tmp_path, TODAY) == day.shortened()


def test_it_counts_for_its_date_only(tmp_path: Path) -> None:
    save_day(Day(TODAY, place="Rose House"), tmp_path)
    assert load_day(tmp_path, TODAY) == Day(TODAY, place="Rose House")
    assert load_day(tmp_path, "2026-11-23") is None
    forget_day(tmp_path)
    forget_day(tmp_path)
    assert load_day(tmp_path, TODAY) is None


@pytest.mark.parametrize(
    "raw",
    [
        [],
        {},
        {"date": 3},
        {"date": TODAY, "way": "by-thought"},
        {"date": TODAY, "areas": "lives"},
        {"date": TODAY, "areas": [["lives"]]},
        {"date": TODAY, "areas": ["a"] * 400},
        {"date": TODAY, "place": "x" * 61},
        {"date": TODAY, "number": None},
    ],
)
def test_what_is_not_ours_is_passed_over(tmp_path: Path, raw: Any) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(raw), encoding="utf-8")
    assert load_day(tmp_path, TODAY) is None


@pytest.mark.parametrize("text", ["", "{", "[" * 90_000, '"\\ud800"'])
def test_what_is_no_json_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load_day(tmp_path, TODAY) is None


def test_unknown_fields_of_a_later_version_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"date": TODAY, "weather": "fine"}), encoding="utf-8")
    assert load_day(tmp_path, TODAY) == Day(TODAY)
