"""Puts the app into its language: the words, the way that lines run, and the letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.content.load import read_structure
from duq_desktop.languages import FOLDER, Tongue, find_tongue
from duq_desktop.settings import Settings
from duq_desktop.ui.theme.script import put_script

PACK = "duq-code"


def put_on_tongue(app: QApplication, settings: Settings, *, drafts: bool = False) -> tuple[Tongue, Settings]:
    """The language to speak, put on the window; and the settings with the language that is spoken.

    A language that may not be offered gives English, whatever is set. ``drafts``: it is shown all the
    same, to whoever makes or checks it. Raises ``ExpectedError`` when its files cannot be read.
    """
    tongue = find_tongue(settings.language, paths.resources_folder() / FOLDER, pack_languages, drafts=drafts)
    language = tongue.language
    put_script(app, right_to_left=language.right_to_left, font=language.font, folder=tongue.fonts)
    return tongue, replace(settings, language=language.code)


def pack_languages() -> Mapping[str, bool]:
    """Of each language of the pack, whether a speaker has checked it."""
    structure = read_structure(paths.packs_folder() / PACK)
    return {code: table["checked"] for code, table in structure["languages"].items()}
