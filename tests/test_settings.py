"""Settings: a bad value falls back alone, whatever stands in the file."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from hypothesis import given
from hypothesis import settings as hyp
from hypothesis import strategies as st

from duq_desktop.settings import FILE_NAME, Settings, load, save

NAMES = [field.name for field in fields(Settings)]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def test_what_is_saved_is_loaded_and_only_changes_are_written(tmp_path: Path) -> None:
    changed = Settings(theme="dark", text_size=200, voice_rate=0.75, pictures=False)
    save(changed, tmp_path)
    assert load(tmp_path) == changed
    assert set(json.loads((tmp_path / FILE_NAME).read_text())) == {
        "theme",
        "text_size",
        "voice_rate",
        "pictures",
    }
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_one_bad_value_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(
        json.dumps({"theme": "pink", "text_size": 300, "voice": 1, "rest_minutes": True})
    )
    assert load(tmp_path) == Settings(text_size=300)


def test_no_file_and_no_sense_give_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()
    (tmp_path / FILE_NAME).write_bytes(b"\xff{")
    assert load(tmp_path) == Settings()


@hyp(max_examples=80, deadline=None)
@given(raw=st.dictionaries(st.sampled_from(NAMES) | st.text(), json_values) | json_values)
def test_any_json_gives_usable_settings(raw: object, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("settings")
    (folder / FILE_NAME).write_text(json.dumps(raw), encoding="utf-8")
    loaded = load(folder)
    assert 0.5 <= loaded.voice_rate <= 2.0
    assert loaded.text_size in (0, 100, 150, 200, 300, 400)
    save(loaded, folder)
    assert load(folder) == loaded
