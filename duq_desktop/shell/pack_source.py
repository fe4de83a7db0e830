"""What pages and papers are made with, in the language that is spoken now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.local_words import LocalWords
from duq_desktop.content.model import Pack
from duq_desktop.languages import ActiveLanguage
from duq_desktop.settings import Settings
from duq_desktop.shell import lazy_imports
from duq_desktop.shell.app_language import PACK, LanguageSwitcher

if TYPE_CHECKING:
    from duq_desktop.document_jobs.person_documents import PersonPapers
    from duq_desktop.ui.pages.tools import Tools


class PackSource:
    """The pack with the home's words, and papers. ``never`` are folders that no paper is written to."""

    def __init__(
        self, tongues: LanguageSwitcher, settings: Callable[[], Settings], never: tuple[Path, ...]
    ) -> None:
        self._tongues, self._settings, self._never = tongues, settings, never

    def pack(self) -> Pack:
        """The pack in the language that is spoken now. Raises ``PackError``."""
        return self._pack(self._tongues.now)

    def papers(self, tools: Tools, *, made_up: bool) -> Callable[[], PersonPapers]:
        """A person's own papers, in the language that they chose: brought in when a copy is first wanted."""

        @cache
        def papers(tongue: ActiveLanguage) -> PersonPapers:
            paper = tongue.on_paper
            pack = tools.pack if paper is tongue else self._pack(paper)
            return lazy_imports.person_papers(pack, paper.words, self._never, made_up=made_up)

        return lambda: papers(self._tongues.now)

    def _pack(self, tongue: ActiveLanguage) -> Pack:
        kept = self._settings()
        local_words = LocalWords(kept.staff_word, kept.manager_word)
        return load_pack(paths.packs_folder() / PACK, language=tongue.pack_language, local_words=local_words)
