"""``duq-desktop check-computer``: whether this computer, and this copy of the app, have what it needs.

For whoever carries the app to another computer; ``start.py package`` runs it on every folder that it
makes. Nothing is kept, no window opens, and the folders of answers and settings are not touched.
"""

from __future__ import annotations

import os
import pkgutil
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import duq_desktop
from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Pack
from duq_desktop.content.pictures import pictures_of
from duq_desktop.document_jobs.document_maker import DocumentMaker
from duq_desktop.documents.pdf.printing import render_pages
from duq_desktop.errors import ExpectedError, SetUpError
from duq_desktop.speech.espeak import Espeak
from duq_desktop.speech.opening import open_voice
from duq_desktop.speech.voice import VoiceState
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.theme import load_fonts, read_themes
from duq_desktop.vault.phrases import make_phrase
from duq_desktop.vault.slots import Cost
from duq_desktop.vault.strength import judge_phrase
from duq_desktop.words import Words
from duq_desktop.words import command as words

PACK = "duq-code"
WINDOWS_BY_SYSTEM = {"win32": ("windows",), "darwin": ("cocoa",)}
ON_LINUX = ("xcb", "wayland")
QUICK = Cost(1, 8 * 1024 * 1024)
"""The folder made here lives for a moment and holds nothing, so its phrase may be cheap to guess."""

PICTURE_PIXELS, PAPER_DPI = 64, 20
NOBODY = Home("-", "-", False, "england", "-", Contact("-", "-", ""))


def check_computer(out: TextIO) -> int:
    """Tries each part and prints a line for it; 1 when something that the app needs is not there."""
    print(words.COMPUTER_VERSION.format(version=duq_desktop.__version__), file=out)
    good = [_try(check, out) for check in CHECKS]
    print(words.COMPUTER_GOOD if all(good) else words.COMPUTER_BAD, file=out)
    return 0 if all(good) else 1


def _try(check: Callable[[], str], out: TextIO) -> bool:
    try:
        said, good = check(), True
    except ExpectedError as trouble:
        said, good = str(trouble), False
    except Exception as fault:  # noqa: BLE001 - a missing part shows as anything at all
        said, good = words.COMPUTER_FAULT.format(part=check.__name__.strip("_"), kind=repr(fault)), False
    print((words.COMPUTER_YES if good else words.COMPUTER_NO).format(said=said), file=out, flush=True)
    return good


def _program() -> str:
    """Every module of the app, with the libraries that each brings in."""
    found = [each.name for each in pkgutil.walk_packages(duq_desktop.__path__, "duq_desktop.")]
    for name in found:
        if not name.endswith("__main__"):
            import_module(name)
    return words.COMPUTER_PROGRAM.format(number=len(found))


def _questions() -> str:
    """The pack is whole, and each of its pictures can be drawn."""
    pack = _pack()
    files = [picture.file for picture in pictures_of(pack).values() if picture.file is not None]
    for file in files:
        if not _is_drawn(file):
            raise SetUpError(words.COMPUTER_PICTURE, file=file)
    return words.COMPUTER_QUESTIONS.format(questions=len(list(pack.questions())), pictures=len(files))


def _is_drawn(file: Path) -> bool:
    image = QImage(PICTURE_PIXELS, PICTURE_PIXELS, QImage.Format.Format_ARGB32)
    image.fill(0)
    empty = image.copy()
    painter = QPainter(image)
    QSvgRenderer(str(file)).render(painter)
    painter.end()
    return image != empty


def _window() -> str:
    """Letters, colours, and Qt's part for this system's windows; none is opened."""
    wanted = WINDOWS_BY_SYSTEM.get(sys.platform, ON_LINUX)
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    files = [file.stem for file in folder.glob("*")]
    for name in wanted:
        if not any(name in file for file in files):
            raise SetUpError(words.COMPUTER_NO_WINDOWS, name=name)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # must not depend on a screen
    app = QGuiApplication.instance() or QGuiApplication([])
    families = load_fonts(paths.resources_folder() / "fonts")
    themes = read_themes(paths.resources_folder() / "themes")
    del app
    if not families or not themes:
        raise SetUpError(words.COMPUTER_NO_LETTERS)
    return words.COMPUTER_WINDOW.format(fonts=len(families), themes=len(themes))


def _answers() -> str:
    """Setting up, locking and unlocking, in a folder that is gone afterwards."""
    phrase = make_phrase()
    judge_phrase(phrase)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        Store.set_up(data, NOBODY, phrase, cost=QUICK)
        with Store.open(data) as store:
            store.unlock(phrase).lock()
    return words.COMPUTER_ANSWERS


def _papers() -> str:
    """A PDF is made and its pages can be drawn for the printer."""
    pdf = DocumentMaker(_pack(), Words()).sheet("about", NOBODY, ("-",) * 4)
    pages = sum(1 for _ in render_pages(pdf, PAPER_DPI))
    return words.COMPUTER_PAPERS.format(pages=pages)


def _voice() -> str:
    """The engine gives sound; without a loudspeaker the app works in words and pictures, and says so."""
    voice = open_voice()
    try:
        state, number = voice.state, len(voice.voices("en"))
        trouble = voice.trouble
    finally:
        voice.close()
    if state is VoiceState.READY:
        return words.COMPUTER_VOICE.format(number=number)
    if state is not VoiceState.NO_SOUND:
        raise trouble or SetUpError(words.COMPUTER_NO_VOICE)
    espeak = Espeak()
    english = next(each for each in espeak.voices if each.language.startswith("en"))
    if not any(espeak.synthesise("yes", voice=english.id, words_per_minute=160).pcm):
        raise SetUpError(words.COMPUTER_NO_VOICE)
    return words.COMPUTER_NO_LOUDSPEAKER


def _pack() -> Pack:
    return load_pack(paths.packs_folder() / PACK)


CHECKS: tuple[Callable[[], str], ...] = (_program, _questions, _window, _answers, _papers, _voice)
