"""Where the app is put together: it builds every part, opens and closes the folder, and ends in order.

The window comes first; the voice is loaded after its first paint, documents when they are asked for. Which
way leads where stands in ``session_route`` and ``opener_route``.
"""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.content.imported_sets import ImportedSets
from duq_desktop.content.safe import safe_picture
from duq_desktop.device.private_memory import keep_memory_private
from duq_desktop.errors import ExpectedError, StoreError, VoiceError
from duq_desktop.settings import Settings
from duq_desktop.settings import load as load_settings
from duq_desktop.settings import save as save_settings
from duq_desktop.shell import lazy_imports
from duq_desktop.shell.answer_mode.exit_code import TurnEnd
from duq_desktop.shell.answer_mode.handover import HandOver, PartsForHandOver
from duq_desktop.shell.app_language import PACK, LanguageSwitcher
from duq_desktop.shell.context import Folders
from duq_desktop.shell.excepthook import FaultHooks, leave
from duq_desktop.shell.file_watch import FileWatch
from duq_desktop.shell.opener_route import OpenerRoute
from duq_desktop.shell.pack_source import PackSource
from duq_desktop.shell.session_route import SessionRoute
from duq_desktop.shell.voice_start import VoiceStart
from duq_desktop.speech.silent import SilentVoice
from duq_desktop.store.file.folder_handle import HeldFolder
from duq_desktop.store.file.preview import InClear
from duq_desktop.ui.answer_window import AnswerWindow
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.person.front import FrontController
from duq_desktop.ui.person.home_facts import home_facts
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.input_access import AccessController
from duq_desktop.ui.theme import FontShelf, read_themes
from duq_desktop.ui.widgets.guard import KeyGuard
from duq_desktop.ui.window import Window
from duq_desktop.words import answer_mode, sealing

if TYPE_CHECKING:
    from duq_desktop.languages import ActiveLanguage
    from duq_desktop.store.inbox.store import Store
    from duq_desktop.ui.opener.opener_app import OpenerPart

TITLE = "DUQ Desktop"
VOICE_AFTER_MS = 250
"""The voice is loaded once the first page is painted and can be read."""


def run(folders: Folders, *, one_turn: bool = False) -> NoReturn:
    """Open the window, run until it is closed, and end this process.

    ``one_turn``: this process serves one person in answer mode; its exit code is a ``TurnEnd``.
    What stands once the first page is built is frozen out of the garbage collector (``gc.freeze``).
    """
    keep_memory_private()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(TITLE)
    built = App(app, folders, one_turn=one_turn)
    built.hand_over.heed_system_end(lambda: built.front)
    built.open(fill_screen=True)
    QTimer.singleShot(VOICE_AFTER_MS, lazy_imports.tell_roles)
    gc.freeze()
    gc.enable()
    code = app.exec()
    built.let_go()
    leave(code)


class App:
    """Every part of the running app, built once and joined here.

    ``one_turn``: in answer mode, for one person; there is no way out but the end of their turn or the
    pass phrase, and the opener's pages cannot be reached.
    """

    def __init__(
        self, app: QApplication, folders: Folders, *, one_turn: bool = False, drafts: bool = False
    ) -> None:
        self.app = app
        self.folders = folders
        self.one_turn = one_turn
        kept = load_settings(folders.config)
        self.tongues = LanguageSwitcher(app, kept.language, drafts=drafts)
        self.settings = replace(kept, language=self.tongue.language.code)
        self.materials = PackSource(self.tongues, lambda: self.settings, (folders.data, folders.config))
        fonts = FontShelf(paths.resources_folder() / "fonts")
        self.speaking = Speaking(SilentVoice(), self.settings.language, is_on=self.settings.voice)
        themes = read_themes(paths.resources_folder() / "themes")
        self.pictures = PictureCache(safe_picture, ImportedSets(folders.config, self.tongue.pack_language))
        parts = (app, themes, self.settings, self.speaking, fonts, self.pictures.use_picture_set)
        self.liking = PreferencesApplier(*parts, speak=self._speak)
        self.guard = KeyGuard(parent=app)
        app.installEventFilter(self.guard)
        self.window = AnswerWindow(TITLE, self.close) if one_turn else Window(TITLE, self.close)
        self.window.stage.changed.connect(self._on_page_changed)
        self.access = AccessController(self.window, self.guard, self.tongues.text, self.speaking)
        self.liking.follow(self.window)
        self.access.steps_back = self.settings.steps_back
        self.liking.changed.connect(self.access.use)
        self.liking.language_changed.connect(self._come_again)
        self.session = SessionRoute(self)
        self.opener = OpenerRoute(self, self._opener_part)
        self.voice = VoiceStart(self.speaking, self.liking, self._on_voice_troubled)
        self.hand_over = HandOver(
            PartsForHandOver(
                app=app,
                window=self.window,
                data=folders.data,
                config=folders.config,
                liking=self.liking,
                speaking=self.speaking,
                settings=lambda: self.settings,
                tools=self.tools,
                show_front=self._show_front,
                close=self.close,
                day_set_up=lazy_imports.day_set_up,
                start_turns=lazy_imports.start_turns,
            )
        )
        self.window.stage.input_filters = (self.guard, *self.access.filters)
        self.held = HeldFolder(lazy_imports.store_behind)
        self.file_watch = FileWatch(self.held, self._is_quiet, self._tell_damaged, self.window)
        self._hooks = FaultHooks(self._begin_again)
        self.on_fault = self._hooks.on_fault

    @property
    def front(self) -> FrontController | None:
        """The start page and what it leads to, while a folder is open."""
        return self.session.front

    @property
    def tongue(self) -> ActiveLanguage:
        """The language that is spoken now."""
        return self.tongues.now

    def open(self, *, fill_screen: bool = False) -> None:
        """Show the window with its first page; the voice comes after the first paint.

        ``fill_screen``: a small laptop's screen has no room for a title bar above our usual size, and
        Next must not stand below its edge.
        """
        self.begin()
        if fill_screen and isinstance(self.window, AnswerWindow):
            self.window.fill_screen()
        elif fill_screen:
            self.window.showMaximized()
        else:
            self.window.show()
        if self.settings.voice:
            QTimer.singleShot(VOICE_AFTER_MS, self.voice.start)

    def begin(self) -> None:
        """Open the folder and show the start page, or what stands in its way."""
        self.let_go()
        try:
            known = self.held.open(self.folders.data)
            self.file_watch.start()
            if self.one_turn:
                self._begin_turn(known)
            elif not known.is_set_up:
                self.bring_opener_part().show_welcome()
            elif self.opener.knows_key(known, self.held.store):
                self.session.show(known, self.held.store)
        except ExpectedError as trouble:
            self._tell(trouble)

    def _tell(self, trouble: ExpectedError) -> None:
        if self.one_turn:
            self.hand_over.end_turn(TurnEnd.TROUBLE, str(trouble))
        else:
            self.bring_opener_part().show_trouble(trouble)

    def _is_quiet(self) -> bool:
        """Whether the start page shows: nobody is answering, setting up or reading."""
        return isinstance(self.window.stage.page, StartPage)

    def _tell_damaged(self) -> None:
        self.let_go()
        self._tell(StoreError(sealing.FILE_DAMAGED))

    @property
    def store(self) -> Store | None:
        """The open folder with all that can be done in it, or None. Raises ``StoreError``."""
        return self.held.store() if self.held.is_open else None

    def _begin_turn(self, known: InClear) -> None:
        """The start page, or why there is none."""
        if self.hand_over.may_begin(known):
            self.session.show(known, self.held.store)
        else:
            self.hand_over.end_turn(TurnEnd.TROUBLE, answer_mode.NOT_SET_UP)

    def let_go(self) -> None:
        """Lock what is open, drop every key, close the folder."""
        self.opener.close()
        self.session.put_away()
        self.file_watch.stop()
        self.held.close()

    def close(self) -> None:
        """Fall silent, drop every key, let the folder go."""
        self.speaking.stop()
        self.speaking.voice.close()
        self.let_go()

    def take_down(self) -> None:
        """Close and leave the application as it was found, for whoever builds another app in it."""
        self.close()
        self.window.stage.input_filters = ()
        self.access.take_down()
        self.app.removeEventFilter(self.guard)
        self.session.take_down()
        self._hooks.take_down()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.processEvents()

    def _begin_again(self, kind: type[BaseException]) -> None:
        """After a fault of ours, back to the start page. What was said before is sealed already."""
        self.opener.lock()
        if issubclass(kind, KeyboardInterrupt):
            self.app.quit()
        elif self.front is not None:
            self.front.show_fault()

    def bring_opener_part(self) -> OpenerPart:
        """The opener's part of the app, brought in when it is first needed."""
        return self.opener.bring()

    def _opener_part(self) -> OpenerPart:
        from duq_desktop.ui.opener.opener_app import OpenerPart, PartsOfHouse

        return OpenerPart(
            PartsOfHouse(
                app=self.app,
                window=self.window,
                speaking=self.speaking,
                data=self.folders.data,
                config=self.folders.config,
                pack=paths.packs_folder() / PACK,
                fonts=paths.resources_folder() / "fonts" / "lexend",
                settings=lambda: self.settings,
                keep_settings=self._keep_settings,
                tools=self.tools,
                store=lambda: self.store,
                begin=self.begin,
                let_go=self.let_go,
                show_front=self._show_front,
                paper_words=lambda: self.tongues.own.paper_words,
                made_up_home=lazy_imports.made_up_home,
                made_up=lazy_imports.made_up_answers,
            )
        )

    def _keep_settings(self, settings: Settings) -> None:
        """Save the computer's settings and use them at once. Raises ``OSError``; then nothing changed."""
        save_settings(settings, self.folders.config)
        self.settings = settings
        self.tongues.set_own(settings.language)
        self.access.steps_back = settings.steps_back
        self.hand_over.use_settings()

    def tools(self, store: InClear | None) -> Tools:
        """What pages are made with: the pack with the home's words, and the facts of the home."""
        pack = self.materials.pack()
        facts = home_facts(store, self.settings.staff_word, self.hand_over.day)
        parts = (self.tongues.words, pack, self.pictures, facts, self.window.stage, self.liking.keys)
        return Tools(*parts, self.tongues.choices(pack.languages))

    def _speak(self, code: str) -> bool:
        """Speak another language from now on: voice, pictures, and what pages are made with."""
        if not self.tongues.speak(code):
            return False
        self.speaking.language = self.tongue.language.code
        self.pictures.speak(self.tongue.pack_language)
        if self.front is not None:
            self.front.tools.speak(self.tongues.words, self.materials.pack())
        return True

    def _come_again(self) -> None:
        """What stands comes again in the language that is spoken now."""
        self.access.language_changed()
        if self.front is not None:
            self.front.come_again()

    def open_opener(self, store: Store) -> None:
        """To what people said; in answer mode the pass phrase only closes."""
        self.opener.open(store)

    def _show_front(self, store: Store) -> None:
        self.session.show(store, lambda: store)

    def _on_voice_troubled(self, no_voice: VoiceError) -> None:
        if self.front is not None:
            self.front.say_no_voice(no_voice)

    def _on_page_changed(self) -> None:
        self.speaking.stop()
        self.access.page_changed()
