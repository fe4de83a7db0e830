"""Puts the app into a language, and live into another: words, the way that lines run, letters."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.content.load import checked_languages
from duq_desktop.errors import ExpectedError
from duq_desktop.languages import (
    ENGLISH,
    FOLDER,
    ActiveLanguage,
    Language,
    find_tongue,
    offered,
    read_languages,
)
from duq_desktop.settings import Settings
from duq_desktop.ui.theme.script import bring_letters, put_script

PACK = "duq-code"

log = logging.getLogger(__name__)


class LanguageSwitcher:
    """The languages of one run: the computer's ``own``, the one spoken ``now``, and those to choose from.

    ``drafts``: what nobody may be offered yet too, for whoever makes or checks it.
    """

    def __init__(self, app: QApplication, own: str, *, drafts: bool = False) -> None:
        self._app, self._drafts = app, drafts
        self._choices: tuple[Language, ...] | None = None
        self.own = self.now = _found(own, drafts=drafts)
        self.words = self.now.words
        _put(app, self.own)

    def text(self, message: str) -> str:
        """A fixed text in the language that is spoken at this moment."""
        return self.words(message)

    def set_own(self, code: str) -> None:
        """The computer's own language is another one from now on."""
        self.own = _found(code, drafts=self._drafts)

    def speak(self, code: str) -> bool:
        """Speak this language, or the computer's own where it cannot be; whether that is another than now."""
        wanted = self.own
        if code != wanted.language.code:
            found = self.now if code == self.now.language.code else _found(code, drafts=self._drafts)
            wanted = found if found.language.code == code else wanted
        if wanted.language.code == self.now.language.code:
            return False
        self.now, self.words = wanted, wanted.words
        _put(self._app, wanted)
        return True

    def choices(self, pack: Mapping[str, bool]) -> tuple[Language, ...]:
        """The languages to choose from, with the letters to show their names; none where there is but one.

        ``pack`` says of each language of the pack whether a speaker has checked it: where only one is,
        nothing is read.
        """
        if self._choices is None:
            self._choices = self._find_choices(pack) if self._drafts or sum(pack.values()) > 1 else ()
        return self._choices

    def _find_choices(self, pack: Mapping[str, bool]) -> tuple[Language, ...]:
        try:
            known = read_languages(self.own.folder)
        except ExpectedError:
            log.warning("the table of languages cannot be read; there is nothing to choose")
            return ()
        found = tuple(known[code] for code in (known if self._drafts else offered(known, pack)))
        for each in found:
            bring_letters(each.font, self.own.folder / "fonts" / each.font_folder)
        return found if len(found) > 1 else ()


def apply_language(
    app: QApplication, settings: Settings, *, drafts: bool = False
) -> tuple[ActiveLanguage, Settings]:
    """The language to speak, put on the window; and the settings with the language that is spoken."""
    tongue = LanguageSwitcher(app, settings.language, drafts=drafts).own
    return tongue, replace(settings, language=tongue.language.code)


def _found(code: str, *, drafts: bool) -> ActiveLanguage:
    """What to speak where ``code`` is wanted: English where that may not be offered, whatever is set.

    Where its files cannot be read too: that is no reason why nobody could answer.
    """
    pack = paths.packs_folder() / PACK
    folder = paths.resources_folder() / FOLDER
    try:
        return find_tongue(code, folder, lambda: checked_languages(pack), drafts=drafts)
    except ExpectedError:
        log.warning("the files of the language %s cannot be read; English is shown", code[:20])
        return ActiveLanguage(ENGLISH, ENGLISH.code, folder)


def _put(app: QApplication, tongue: ActiveLanguage) -> None:
    language = tongue.language
    put_script(
        app,
        language.code,
        right_to_left=language.right_to_left,
        font=language.font,
        folder=tongue.fonts,
    )
