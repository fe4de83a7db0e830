"""What every part of the opener's way works with, and how its pages are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.errors import ExpectedError
from duq_desktop.settings import Settings
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.stage import Stage
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.vault.slots import DEFAULT_COST, Cost
from duq_desktop.words import Plural, Words, opener_setup

PAINTED_MS = 60
"""How long a page that asks to wait has to be painted before the wait begins."""


@dataclass(frozen=True)
class DeskParts:
    """What the opener's way works with.

    ``data``, ``config`` and ``pack`` are folders. ``settings`` gives the computer's settings as they
    are now, ``keep_settings`` saves others (raises ``OSError``). ``cost`` is what locking a key costs.
    ``sticks`` finds the sticks that are in now, ``documents`` this computer's folder for papers (None: it
    has none). ``fonts`` is the folder of the typeface of papers, ``paper_words`` their words.
    """

    stage: Stage
    tools: Tools
    speaking: Speaking
    data: Path
    config: Path
    pack: Path
    settings: Callable[[], Settings]
    keep_settings: Callable[[Settings], None]
    sticks: Callable[[], Sequence[RemovableDrive]]
    documents: Callable[[], Path | None]
    fonts: Path
    paper_words: Words
    cost: Cost = DEFAULT_COST


class OpenerHost(PageHost):
    """Where the opener's pages stand: one at a time, and each can be hidden."""

    def put(self, page: Page) -> None:
        """Show ``page`` and let go of all others; while the screen is blank it waits below."""
        self.connect(page)
        self.stage.show_unless_blank(page)

    def connect(self, page: Page) -> None:
        """Whatever stands on a page of the opener's, whoever sits there can hide it at once."""
        shown = page.shown_controls
        if shown:
            page.show_controls(shown | {Control.HIDE})
        super().connect(page)


class FlowController(QObject):
    """Shows pages and says calmly what went wrong on them."""

    def __init__(self, parts: DeskParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts

    @property
    def parts(self) -> DeskParts:
        """What this works with now."""
        return self._parts

    @property
    def host(self) -> OpenerHost:
        """Where its pages stand now."""
        return OpenerHost(self.parts.stage, self.parts.tools, self.parts.speaking)

    def text(self, message: str, **values: object) -> str:
        """A fixed text in the language."""
        return self.parts.tools.text(message, **values)

    def counted(self, message: Plural, number: int, **values: object) -> str:
        """A fixed text about ``number`` things, in the form that the language has for it."""
        return self.parts.tools.counted(message, number, **values)

    def lines(self, lines: tuple[tuple[str, str], ...], **values: object) -> list[tuple[str, str]]:
        """Lines with their sentences in the language."""
        return [(concept, self.text(line, **values)) for concept, line in lines]

    def put(self, page: Page) -> None:
        """Show ``page`` and let go of all others; while the screen is blank it waits below."""
        self.host.put(page)

    def lay(self, page: Page) -> None:
        """Show ``page`` over the one that stands; ``lift`` goes back to it."""
        self.host.lay(page)

    def lift(self) -> None:
        """Back to the page below."""
        self.host.lift()

    def attempt(self, page: Page, act: Callable[[], None]) -> bool:
        """Do ``act``; an expected error is said on ``page``. Whether it was done."""
        try:
            act()
        except ExpectedError as trouble:
            page.notice(self.parts.tools.words.error(trouble))
            return False
        return True

    def wait(self, work: Callable[[], None]) -> None:
        """Show a page that asks to wait, let it be painted, then do ``work``."""
        page = DeskPage(
            self.parts.tools,
            self.text(opener_setup.MAKING_TITLE),
            lines=[("wait", self.text(opener_setup.MAKING_LINE))],
            controls=frozenset(),
        )
        self.put(page)
        QTimer.singleShot(PAINTED_MS, self, work)

    def blank(self) -> None:
        """A blank page, when somebody comes in."""
        self.host.blank()


def only(*controls: Control) -> frozenset[Control]:
    """A set of controls, written shortly."""
    return frozenset(controls)
