"""A stage, a voice and tools, for trying pages and flows without an app around them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.texts import HomeFacts
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.stage import Stage
from duq_desktop.ui.theme import Look, apply_look, load_fonts, read_themes
from duq_desktop.words import Words
from tests.documents.kit import pack
from tests.fakes import FakeVoice

THEMES = read_themes(paths.resources_folder() / "themes")


class Tried:
    """A host on a stage of its own; ``voice`` keeps what was said."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.stage = Stage()
        self.voice = FakeVoice()
        self.speaking = Speaking(self.voice, "en")
        home = HomeFacts(opener="Ada Bright", contacts=(("Advocacy Together", "0113 496 0000"),))
        self.tools = Tools(Words(), pack(), PictureCache(), home, self.stage)
        self.host = PageHost(self.stage, self.tools, self.speaking)

    @property
    def page(self) -> Page:
        """The page that shows."""
        page = self.stage.page
        assert isinstance(page, Page), page
        return page

    def settle(self) -> None:
        """Let everything that waits happen, also what is to be deleted later."""
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.processEvents()

    def press(self, name: str) -> None:
        """Press one of the page's own buttons, by its name."""
        self.page.acted.emit(name)

    @property
    def notice(self) -> str:
        """What the page says calmly."""
        return self.page.notice_words


@contextmanager
def tried_stage(app: QApplication) -> Iterator[Tried]:
    """A host on a stage; taken down at the end."""
    tried = Tried(app)
    load_fonts(paths.resources_folder() / "fonts")
    apply_look(tried.stage, Look(THEMES["cream"], 100))
    tried.stage.resize(1024, 720)
    tried.stage.show()
    try:
        yield tried
    finally:
        tried.stage.hide()
        tried.stage.deleteLater()
        tried.settle()
