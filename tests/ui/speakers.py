"""A copy of the app's languages and questions in which a speaker has checked the Welsh, for tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.settings import Settings
from duq_desktop.ui.theme.script import put_script
from tests.ui.houses import TriedHouse

ROOT = Path(__file__).resolve().parents[2]


def with_welsh_checked(target: Path) -> Path:
    """The folder that holds the copies of ``resources`` and ``easyread``."""
    for name in ("resources", "easyread"):
        shutil.copytree(ROOT / name, target / name)
    for table, found in (
        (target / "resources" / "languages" / "languages.toml", 'name = "Cymraeg"\nchecked = false'),
        (target / "easyread" / "duq-code" / "pack.toml", 'name = "Cymraeg", checked = false'),
    ):
        text = table.read_text("utf-8")
        assert text.count(found) == 1
        table.write_text(text.replace(found, found.replace("false", "true")), "utf-8")
    return target


@contextmanager
def spoken_house(
    app: QApplication,
    folder: Path,
    checked: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings | None = None,
    *,
    drafts: bool = False,
) -> Iterator[TriedHouse]:
    """An open app on the copies in ``checked``; the application is left in English, from the left."""
    monkeypatch.setattr(paths, "resources_folder", lambda: checked / "resources")
    monkeypatch.setattr(paths, "packs_folder", lambda: checked / "easyread")
    tried = TriedHouse(app, folder, settings or Settings(), drafts=drafts)
    try:
        yield tried
    finally:
        tried.house.take_down()
        put_script(app)
