"""Where the app is put together: the one place that builds every part and joins them.

The window comes first; the voice is loaded after its first paint, reports when they are asked for.
"""

from __future__ import annotations

import logging
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.local_words import LocalWords
from duq_desktop.content.safe import safe_picture
from duq_desktop.interview.given import Nothing
from duq_desktop.settings import Settings
from duq_desktop.settings import load as load_settings
from duq_desktop.speech.silent import SilentVoice
from duq_desktop.store.store import Store
from duq_desktop.ui.controllers.front import FrontController, FrontParts, home_facts
from duq_desktop.ui.controllers.idle import IdleWatch
from duq_desktop.ui.controllers.liking import LikingController
from duq_desktop.ui.controllers.speaking import Speaking
from duq_desktop.ui.pages.choice_page import ChoicePage, Option
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme import load_fonts, read_themes
from duq_desktop.ui.widgets.guard import KeyGuard
from duq_desktop.ui.window import Window
from duq_desktop.words import Words, person

PACK = "duq-code"
TITLE = "DUQ Desktop"

log = logging.getLogger("duq_desktop")


@dataclass(frozen=True)
class Folders:
    """Where this run reads and writes: sealed answers, and this computer's settings with the pin."""

    data: Path
    config: Path


def run(folders: Folders) -> int:
    """Open the window and run until it is closed; the exit code."""
    _no_core_dumps()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(TITLE)
    house = House(app, folders)
    house.open()
    return app.exec()


class House:
    """Every part of the running app, built once and joined here."""

    def __init__(self, app: QApplication, folders: Folders) -> None:
        self.app = app
        self.folders = folders
        self.settings: Settings = load_settings(folders.config)
        load_fonts(paths.resources_folder() / "fonts")
        self.speaking = Speaking(SilentVoice(), self.settings.language, is_on=self.settings.voice)
        themes = read_themes(paths.resources_folder() / "themes")
        self.liking = LikingController(app, themes, self.settings, self.speaking)
        self.liking.reset()
        self.guard = KeyGuard(dead_zone=self.settings.guard_ms / 1000, parent=app)
        app.installEventFilter(self.guard)
        self.window = Window(TITLE, self.close)
        self.window.stage.changed.connect(self._on_page_changed)
        self.pictures = PictureCache(safe_picture)
        self.front: FrontController | None = None
        self.store: Store | None = None
        sys.excepthook = self.on_fault

    def open(self) -> None:
        """Show the window with its first page; the voice comes after the first paint."""
        self.store = Store.open(self.folders.data)
        self._show_front(self.store)
        self.window.show()
        QTimer.singleShot(0, self._bring_voice)

    def close(self) -> None:
        """Fall silent, drop every key, let the folder go."""
        self.speaking.stop()
        self.speaking.voice.close()
        if self.store is not None:
            self.store.close()

    def on_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of ours: log its type and place, never its message, and go back to the start page.

        A message may quote an answer. What was said before is sealed already.
        """
        places = traceback.extract_tb(trace)
        where = f"{Path(places[-1].filename).name}:{places[-1].lineno}" if places else "?"
        log.error("fault %s in %s", kind.__name__, where)
        if issubclass(kind, KeyboardInterrupt):
            self.app.quit()
        elif self.front is not None:
            self.front.show_fault()

    def _show_front(self, store: Store) -> None:
        pack = load_pack(
            paths.packs_folder() / PACK,
            language=self.settings.language,
            local_words=LocalWords(self.settings.staff_word, self.settings.manager_word),
        )
        facts = home_facts(store.home, self.settings.staff_word, store.made_up)
        tools = Tools(Words(self.settings.language), pack, self.pictures, facts)
        self.front = FrontController(
            FrontParts(
                stage=self.window.stage,
                tools=tools,
                speaking=self.speaking,
                liking=self.liking,
                store=store,
                my_views=lambda _session: _no_copy(tools),
                open_opener=lambda: None,
                questions_on_a_page=self.settings.questions_on_a_page,
            )
        )
        self.front.show_start()
        watch = IdleWatch(
            self.app,
            rest_seconds=self.settings.rest_minutes * 60,
            day_seconds=self.settings.day_minutes * 60,
        )
        watch.left_alone.connect(self.front.on_left_alone)
        watch.gone.connect(self.front.on_gone)

    def _bring_voice(self) -> None:
        """The voice is heavy, so it comes when the first page is already there."""
        if not self.settings.voice:
            return
        from duq_desktop.speech.opening import open_voice

        self.speaking.replace_voice(open_voice())
        self.liking.settle_voice()

    def _on_page_changed(self) -> None:
        self.speaking.stop()
        self.guard.page_changed()


def _no_core_dumps() -> None:
    """A core dump would hold the keys and the words of whoever answers."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _no_copy(tools: Tools) -> Page:
    options = [Option("no", tools.text(person.VIEWS_NO), "no-copy")]
    return ChoicePage(tools, tools.text(person.VIEWS_TITLE), options, lambda _chosen: Nothing())
