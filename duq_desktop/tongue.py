"""Puts the app into its language: the words, the way that lines run, and the letters."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.content.load import checked_languages
from duq_desktop.errors import ExpectedError
from duq_desktop.languages import ENGLISH, FOLDER, Tongue, find_tongue
from duq_desktop.settings import Settings
from duq_desktop.ui.theme.script import put_script

PACK = "duq-code"

log = logging.getLogger(__name__)


def put_on_tongue(app: QApplication, settings: Settings, *, drafts: bool = False) -> tuple[Tongue, Settings]:
    """The language to speak, put on the window; and the settings with the language that is spoken.

    A language that may not be offered gives English, whatever is set. ``drafts``: it is shown all the
    same, to whoever makes or checks it. Where its files cannot be read the app speaks English: that is
    no reason why nobody could answer.
    """
    pack = paths.packs_folder() / PACK
    folder = paths.resources_folder() / FOLDER
    try:
        tongue = find_tongue(settings.language, folder, lambda: checked_languages(pack), drafts=drafts)
    except ExpectedError:
        log.warning("the files of the language %s cannot be read; English is shown", settings.language)
        tongue = Tongue(ENGLISH, ENGLISH.code, folder)
    language = tongue.language
    put_script(
        app,
        language.code,
        right_to_left=language.right_to_left,
        font=language.font,
        folder=tongue.fonts,
    )
    return tongue, replace(settings, language=language.code)
