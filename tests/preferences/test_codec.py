"""A profile goes into a file and comes back whole; whatever else a file holds costs no more than itself."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duq_desktop.errors import ProfileError
from duq_desktop.preferences.codec import MARK, MOST_BYTES, TEXT_SIZES, VERSION, from_bytes, tidy, to_bytes
from duq_desktop.preferences.input_methods import DwellTimes, InputMethod, KeyTimes, SwitchKey, SwitchTimes
from duq_desktop.preferences.preferences import Preferences, Sound, Spacing
from duq_desktop.preferences.profile import LONGEST_WORDS, REVIEW_AFTER, Profile

NAME = "How I like it.json"
TODAY = date(2026, 11, 22)
ids = st.sampled_from(["", "cream", "Weighted Letters", "gmw/en-GB", "our photos"])
typed = st.text(max_size=LONGEST_WORDS).map(tidy)
likings = st.builds(
    Preferences,
    text_size=st.sampled_from(TEXT_SIZES),
    theme=ids,
    voice_id=ids,
    rate=st.floats(0.5, 2.0),
    pictures=st.booleans(),
    font=ids,
    spacing=st.sampled_from(Spacing),
    picture_set=ids,
    sound=st.sampled_from(Sound),
    two_answers=st.booleans(),
    language=st.sampled_from(["en", "cy", "ur"]),
    way=st.sampled_from(InputMethod),
    switch=st.builds(
        SwitchTimes,
        step=st.integers(200, 60_000),
        volume=st.floats(0, 1),
        on_release=st.booleans(),
        chooses=st.sampled_from(SwitchKey),
    ),
    dwell=st.builds(DwellTimes, stay=st.integers(200, 60_000)),
    keys=st.builds(KeyTimes, strike=st.integers(0, 10_000), numbers=st.booleans(), repeat=st.booleans()),
)
profiles = st.builds(
    Profile,
    liking=likings,
    helps=typed,
    helpers=typed,
    review_by=st.none() | st.dates(),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


def table(**changed: Any) -> dict[str, Any]:
    return {**json.loads(to_bytes(Profile())), **changed}


def read(content: Any) -> Any:
    return from_bytes(json.dumps(content).encode(), NAME)


@settings(max_examples=150, deadline=None)
@given(profiles)
def test_what_goes_in_comes_back_whole(profile: Profile) -> None:
    raw = to_bytes(profile)
    assert len(raw) <= MOST_BYTES
    found = from_bytes(raw, NAME)
    assert found.profile == profile
    assert found.passed_over == ()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300) | json_values.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused_with_file_place_and_reason(raw: bytes) -> None:
    with pytest.raises(ProfileError, match=NAME):
        from_bytes(raw, NAME)


_places = [
    (part, name)
    for part, values in [
        ("", asdict(Preferences())),
        ("switch", asdict(SwitchTimes())),
        ("keys", asdict(KeyTimes())),
    ]
    for name in values
    if name not in {"switch", "dwell", "keys", "language"}
]


@settings(max_examples=200, deadline=None)
@given(place=st.sampled_from(_places), value=json_values)
def test_one_bad_value_costs_no_other(place: tuple[str, str], value: Any) -> None:
    part, name = place
    content = table(helps="More time")
    inner = content["liking"][part] if part else content["liking"]
    inner[name] = value
    content["liking"]["text_size"] = 300 if name != "text_size" else value
    found = read(content)
    usual = Preferences()
    expected = replace(usual, text_size=300 if name != "text_size" else found.profile.liking.text_size)
    assert found.profile.helps == "More time"
    if f"{part}.{name}".lstrip(".") in found.passed_over:
        if name != "text_size":
            assert found.profile.liking == expected
    else:
        got = getattr(getattr(found.profile.liking, part) if part else found.profile.liking, name)
        assert (got.value if isinstance(got, Enum) else got) == value


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"\xff\xfe", "the whole file"),
        (b"[]", "the whole file"),
        (b"{" + b" " * MOST_BYTES + b"}", "the whole file"),
        (b"[" * 4_000, "the whole file"),
        (b'{"format": NaN}', "the whole file"),
        (b'{"format": ' + b"9" * 6_000 + b"}", "the whole file"),
        (
            json.dumps({"format": MARK, "version": VERSION}).encode()[:-1] + b', "format": "x"}',
            "the whole file",
        ),
        (b"{}", "format"),
        (json.dumps({"format": MARK}).encode(), "version"),
        (json.dumps({"format": MARK, "version": VERSION + 1}).encode(), "version"),
        (json.dumps({"format": MARK, "version": True}).encode(), "version"),
    ],
)
def test_what_is_no_file_of_ours_is_refused_where_it_is_wrong(content: bytes, place: str) -> None:
    with pytest.raises(ProfileError, match=place):
        from_bytes(content, NAME)


def test_what_is_missing_or_not_known_is_named() -> None:
    content = table(shoe_size=9)
    del content["liking"]["theme"], content["liking"]["switch"]["step"]
    content["liking"]["colour\x1b[2J"] = "pink"
    assert set(read(content).passed_over) == {"shoe_size", "theme", "switch.step", "colour?[2J"}


@pytest.mark.parametrize("helps", ["x" * (LONGEST_WORDS + 1), "a\x00b", "\ud800", ["no"], None, " room "])
def test_words_that_will_not_do_are_left_out(helps: Any) -> None:
    found = read(table(helps=helps))
    assert found.profile.helps == ""
    assert found.passed_over == ("helps",)


@given(st.text(max_size=900))
def test_typed_words_are_made_fit_to_keep(words: str) -> None:
    kept = tidy(words)
    assert tidy(kept) == kept
    assert len(kept) <= LONGEST_WORDS
    kept.encode("utf-8")


def test_it_is_asked_again_after_a_year_at_the_latest() -> None:
    profile = Profile().asked(TODAY)
    assert not profile.is_due(TODAY)
    assert not profile.is_due(TODAY + REVIEW_AFTER - timedelta(days=1))
    assert profile.is_due(TODAY + REVIEW_AFTER)
    assert profile.is_due(TODAY - timedelta(days=1)), "a clock that was wrong must not put it off for ever"
    assert Profile().is_due(TODAY)


def test_a_profile_from_before_keys_could_be_set_keeps_all_else() -> None:
    mine = Profile(liking=Preferences(text_size=200, keys=KeyTimes(strike=2_000, numbers=False, repeat=True)))
    table = json.loads(to_bytes(mine))
    assert (table["liking"]["keys"]["numbers"], table["liking"]["keys"]["repeat"]) == (False, True)
    for name in ("numbers", "repeat"):
        del table["liking"]["keys"][name]
    read = from_bytes(json.dumps(table).encode(), NAME)
    assert read.passed_over == ("keys.repeat", "keys.numbers")
    assert read.profile.liking == Preferences(text_size=200, keys=KeyTimes(strike=2_000))


def test_the_language_stands_where_it_always_stood_and_older_files_are_read_whole() -> None:
    written = json.loads(to_bytes(Profile(liking=Preferences(language="cy"))))
    assert written["language"] == "cy"
    assert "language" not in written["liking"]
    older = read(table(language="en"))
    assert (older.profile.liking.language, older.passed_over) == ("en", ())


@pytest.mark.parametrize("language", [None, 7, "c\ny", "x" * 81, ["cy"]])
def test_a_language_that_will_not_do_is_english_and_is_named(language: Any) -> None:
    found = read(table(language=language))
    assert (found.profile.liking.language, found.passed_over) == ("en", ("language",))
