"""The data folder that the app holds: looked at when it opens, with a whole store when one is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from duq_desktop.store.file.file_check import FileCheck
from duq_desktop.store.file.folder import FILE
from duq_desktop.store.file.preview import FirstLook, InClear

if TYPE_CHECKING:  # what writes and seals comes when somebody needs it
    from duq_desktop.store.inbox.store import Store


class HeldFolder:
    """One folder at a time, or none. ``bring`` makes the store behind a first look."""

    def __init__(self, bring: Callable[[FirstLook], Store]) -> None:
        self._bring = bring
        self._look: FirstLook | None = None
        self._store: Store | None = None
        self._check: FileCheck | None = None

    @property
    def is_open(self) -> bool:
        """Whether a folder is held."""
        return self._look is not None

    def open(self, folder: Path) -> InClear:
        """Holds ``folder`` and gives what stands in clear about it.

        It is the whole store already when something waits to be put right, or nothing is set up. Raises
        ``StoreError`` like ``Store.open``; then no folder is held.
        """
        self.close()
        self._look = FirstLook.open(folder, thorough=False)
        return self._look if self._look.suffices else self.store()

    def store(self) -> Store:
        """The whole store. Raises ``StoreError``, though never where ``open`` gave no more than a look."""
        assert self._look is not None, "no folder is held"
        if self._store is None:
            look, self._look = self._look, None
            self._store = self._bring(look)
            self._look = look
        return self._store

    def check_soon(self) -> None:
        """Begins to look through the whole file, beside all else; ``is_damaged`` then tells."""
        if self._look is not None and self._look.is_set_up and self._check is None:
            self._check = FileCheck(self._look.folder / FILE, self._look.is_whole)
            self._check.start()

    @property
    def is_damaged(self) -> bool | None:
        """Whether the file was found to be damaged; None while that is not known."""
        return self._check.damaged if self._check is not None else None

    def close(self) -> None:
        """Lets go of the file and the folder."""
        if self._check is not None:
            self._check.stop()
            self._check = None
        if self._store is not None:
            self._store.close()
        if self._look is not None:
            self._look.close()
        self._look = self._store = None
