"""Pictures of every page, in every theme and size, of an app with made-up answers."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.languages import ENGLISH
from duq_desktop.sample.fill import fill
from duq_desktop.sample.people import Numbers
from duq_desktop.settings import Settings
from duq_desktop.settings import save as save_settings
from duq_desktop.shell.app import App
from duq_desktop.shell.app_language import PACK
from duq_desktop.shell.context import Folders
from duq_desktop.store.copies.backup import backups
from duq_desktop.store.copies.external_backups import copy_away
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.theme import read_themes
from duq_desktop.vault.pins import pin_key
from tools.screenshots.opener_tour import QUICK, OpenerTour
from tools.screenshots.tour import Tour

SIZES = (100, 200)
SCREEN = (1366, 768)
PARTS = ("answer", "day", "opener", "setup")
"""Whoever answers, the set-up of a day, behind the pass phrase, first start."""
PHRASE = "a phrase for pictures only"

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
    folder: Path,
    themes: tuple[str, ...] = (),
    sizes: tuple[int, ...] = SIZES,
    language: str = "en",
    screen: tuple[int, int] = SCREEN,
    parts: Collection[str] = PARTS,
) -> Iterator[Path]:
    """Write ``folder/<theme>-<size>/<part>-<nnn>-<page>.png`` and give each path once it is written.

    Without ``themes`` all of them. ``language`` may be a draft that nobody is offered yet. ``screen`` is the
    size of the window, ``parts`` some of ``PARTS``. Raises ``OSError`` when a picture cannot be written.
    """
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    drafts = language != ENGLISH.code
    looks = [(theme, size) for theme in themes or _every_theme() for size in sizes]
    with tempfile.TemporaryDirectory() as temporary:
        data, config, stick = (Path(temporary, name) for name in ("data", "config", "STICK"))
        _make_ready(data, config, stick, language)
        if {"answer", "day", "opener"} & set(parts):
            house = _open_house(app, data, config, stick, drafts=drafts)
            house.window.resize(*screen)
            for theme, size in looks:
                _wear(house, theme, size)
                yield from _filled(house, stick, _Camera(house, folder / f"{theme}-{size}"), parts)
            house.take_down()
        for number, (theme, size) in enumerate(looks if "setup" in parts else []):
            empty = _open_house(app, Path(temporary, f"empty-{number}"), config, stick, drafts=drafts)
            empty.window.resize(*screen)
            _wear(empty, theme, size)
            camera = _Camera(empty, folder / f"{theme}-{size}")
            yield from camera.take("setup", OpenerTour(empty).first_start())
            empty.take_down()


def _filled(house: App, stick: Path, camera: _Camera, parts: Collection[str]) -> Iterator[Path]:
    """The parts of an app that is set up."""
    if "answer" in parts:
        assert house.front is not None
        yield from camera.take("answer", Tour(house.window.stage, house.front).pages())
    if "day" in parts:
        yield from camera.take("day", OpenerTour(house).day())
    if "opener" in parts:
        yield from camera.take("opener", OpenerTour(house).room(PHRASE, stick))
        house.bring_opener_part().lock_and_leave()


@dataclass(frozen=True)
class _Camera:
    """Takes the pictures of one look into ``folder``."""

    house: App
    folder: Path

    def take(self, part: str, pages: Iterator[str]) -> Iterator[Path]:
        """One picture of each of ``pages`` when it shows."""
        self.folder.mkdir(parents=True, exist_ok=True)
        app = self.house.app
        for number, name in enumerate(pages):
            app.processEvents()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            app.processEvents()
            path = self.folder / f"{part}-{number:03d}-{name.replace(' ', '-')}.png"
            if not self.house.window.grab().save(str(path)):
                raise OSError(f"cannot write {path.name}")
            yield path


def _every_theme() -> tuple[str, ...]:
    return tuple(read_themes(paths.resources_folder() / "themes"))


def _make_ready(data: Path, config: Path, stick: Path, language: str) -> None:
    """A folder with made-up answers, whose key this computer knows, and a backup of it on a stick."""
    save_settings(Settings(voice=False, language=language), config)
    Store.set_up(data, MADE_UP_HOME, PHRASE, cost=QUICK)
    with Store.open(data) as store:
        pin_key(config, store.fingerprint, data)
        fill(store, load_pack(paths.packs_folder() / PACK), Numbers(people=9, families=6, staff=8), seed=1)
    stick.mkdir()
    copy_away(backups(data)[0].path, stick)


def _open_house(app: QApplication, data: Path, config: Path, stick: Path, *, drafts: bool) -> App:
    house = App(app, Folders(data, config), drafts=drafts)
    part = house.bring_opener_part()
    part.cost, part.sticks = QUICK, lambda: [RemovableDrive(stick, stick.name)]
    house.open()
    return house


def _wear(house: App, theme: str, size: int) -> None:
    house.liking.use_settings(replace(house.settings, theme=theme, text_size=size, voice=False))
