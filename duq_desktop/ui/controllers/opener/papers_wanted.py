"""What the opener's way asks of the PDFs. The real ones are heavy and come when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from duq_desktop.content.model import Pack
from duq_desktop.interview.records import OpenedSession
from duq_desktop.store.home import Home
from duq_desktop.summary.public import PublicSummary
from duq_desktop.words import Words

Told = Callable[[int], None]
"""Told the number of pages that are done."""


class Papers(Protocol):
    """Makes PDFs in memory and writes them. Raises ``ReportError``."""

    def people_said_parts(self, public: PublicSummary, place: str, told: Told) -> list[bytes]:
        """What people said, easy read; in parts where one would be too long."""

    def sheet(
        self,
        kind: str,
        home: Home,
        four_words: tuple[str, ...],
        told: Told | None = None,
        *,
        made_up: bool = False,
    ) -> bytes:
        """The sheet of ``kind``: "about" or "helpers"; ``made_up`` for the folder of a sample."""

    def full_copy(self, session: OpenedSession, home: Home) -> bytes:
        """All that one person said, for that person."""

    def write(self, path: Path, data: bytes) -> None:
        """Whole or not at all."""

    def write_for_person(self, path: Path, data: bytes) -> None:
        """Through no other file, and never over one that is there."""


LoadPapers = Callable[[Pack, Words, Path], Papers]
"""Brings the real ones in: for this pack, in this language, with the typeface in this folder."""
