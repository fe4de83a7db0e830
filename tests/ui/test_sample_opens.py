"""The app opens a sample: it says on every page that it is made up, and its phrase opens what was said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.sample.make import make_sample
from duq_desktop.sample.people import Numbers
from duq_desktop.settings import Settings, save
from duq_desktop.shell.app import App
from duq_desktop.shell.context import Folders
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.words import person


def test_a_sample_opens_at_once_and_says_that_it_is_made_up(qapp: QApplication, tmp_path: Path) -> None:
    data, config = tmp_path / "data", tmp_path / "config"
    phrase = make_sample(data, load_pack(paths.packs_folder() / "duq-code"), Numbers(2, 1, 1), seed=1)
    save(Settings(voice=False), config)
    house = App(qapp, Folders(data, config))
    try:
        house.open()
        page = house.window.stage.page
        assert isinstance(page, StartPage)
        assert person.MADE_UP in [label.text() for label in page.findChildren(BodyText)]
        assert house.store is not None
        assert len(house.store.unlock(phrase).open_all().sessions) == 4
    finally:
        house.take_down()
