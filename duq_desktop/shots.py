"""Pictures of every page, in every theme and size, of an app with made-up answers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from duq_desktop.app import Folders, House
from duq_desktop.languages import ENGLISH
from duq_desktop.settings import Settings
from duq_desktop.settings import save as save_settings
from duq_desktop.store.home import Contact, Home
from duq_desktop.store.store import Store
from duq_desktop.tour import Tour
from duq_desktop.vault.pins import pin_key
from duq_desktop.vault.slots import Cost

SIZES = (100, 200)
SCREEN = (1366, 768)
QUICK = Cost(1, 8 * 1024 * 1024)
"""Nothing here needs protecting: the answers are made up and the folder is thrown away."""

MADE_UP_HOME = Home(
    opener_name="Ada Bright",
    opener_job="trustee",
    opener_works_here=False,
    nation="england",
    safeguarding_number="0300 123 4567",
    outside_contact=Contact("Advocacy Together", "0113 496 0000", ""),
    people_count=6,
)


def take_shots(
    folder: Path, themes: tuple[str, ...] = (), sizes: tuple[int, ...] = SIZES, language: str = "en"
) -> Iterator[Path]:
    """Write ``folder/<theme>-<size>/<nnn>-<page>.png`` and give each path once it is written.

    Without ``themes`` all of them. ``language`` may be a draft that nobody is offered yet. Raises
    ``OSError`` when a picture cannot be written.
    """
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as temporary:
        data, config = Path(temporary, "data"), Path(temporary, "config")
        save_settings(Settings(voice=False, language=language), config)
        Store.set_up(data, MADE_UP_HOME, "a phrase for pictures only", cost=QUICK)
        with Store.open(data) as store:
            pin_key(config, store.fingerprint, data)
        house = House(app, Folders(data, config), drafts=language != ENGLISH.code)
        house.open()
        house.window.resize(*SCREEN)
        for theme in themes or house.liking.themes:
            for size in sizes:
                yield from _one_look(app, house, folder / f"{theme}-{size}", theme, size)
        house.window.close()


def _one_look(app: QApplication, house: House, folder: Path, theme: str, size: int) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    house.liking.use_settings(replace(house.settings, theme=theme, text_size=size, voice=False))
    assert house.front is not None
    for number, name in enumerate(Tour(house.window.stage, house.front).pages()):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()
        path = folder / f"{number:03d}-{name}.png"
        if not house.window.grab().save(str(path)):
            raise OSError(f"cannot write {path.name}")
        yield path
