"""The running app as the routes through it see it: what is there, and the ways to other parts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from duq_desktop.light_dataclass import dataclass

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from duq_desktop.settings import Settings
    from duq_desktop.shell.answer_mode.handover import HandOver
    from duq_desktop.shell.pack_source import PackSource
    from duq_desktop.store.file.preview import InClear
    from duq_desktop.store.inbox.store import Store
    from duq_desktop.ui.flow.speaking import Speaking
    from duq_desktop.ui.pages.tools import Tools
    from duq_desktop.ui.preferences.applied import PreferencesApplier
    from duq_desktop.ui.preferences.input_access import AccessController
    from duq_desktop.ui.widgets.guard import KeyGuard
    from duq_desktop.ui.window import Window


@dataclass(frozen=True)
class Folders:
    """Where this run reads and writes: sealed answers, and this computer's settings with the pin."""

    data: Path
    config: Path


class Context(Protocol):
    """What a route may use. ``one_turn``: this process serves one person in answer mode."""

    app: QApplication
    folders: Folders
    one_turn: bool
    settings: Settings
    materials: PackSource
    speaking: Speaking
    liking: PreferencesApplier
    guard: KeyGuard
    window: Window
    access: AccessController
    hand_over: HandOver

    def tools(self, store: InClear | None) -> Tools:
        """What pages are made with: the pack with the home's words, and the facts of the home."""

    def open_opener(self, store: Store) -> None:
        """To what people said; in answer mode the pass phrase only closes."""
