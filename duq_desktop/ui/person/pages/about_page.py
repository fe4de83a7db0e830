"""About: what this is, that it is independent and a draft, and whose work is in it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from duq_desktop import __version__
from duq_desktop.content.pictures import PictureSet
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.flow import SideBySide
from duq_desktop.words import about

COLUMN_EM = 24
"""A column of these sentences is at least this many em wide: about 50 characters."""


class AboutPage(Page):
    """Read by whoever wants to know; Back leads to the start page.

    ``sets`` are the imported sets of pictures on this computer: each is named, with its licence and credit.
    """

    def __init__(self, tools: Tools, sets: Iterable[PictureSet] = ()) -> None:
        shown = frozenset({Control.LISTEN, Control.BACK})
        self._columns = SideBySide(COLUMN_EM)
        super().__init__(tools, tools.text(about.TITLE), shown=shown)
        self.add_line(tools.text(about.VERSION, version=__version__))
        if tools.pack.draft:
            self.add_line(tools.text(about.DRAFT), "calm-warning")
        for line in (tools.pack.about, about.INDEPENDENT, about.OFFLINE, about.LICENCE, about.PICTURES):
            self.add_line(tools.text(line))
        for each in sets:
            self.add_line(tools.text(about.PICTURE_SET, name=each.name))
            for line in filter(None, (each.credit, each.licence)):
                self.add_line(line)
        self.add_line(about.LETTERS)
        self.add(self._columns)

    def place_line(self, line: QWidget) -> None:
        self._columns.add(line)
