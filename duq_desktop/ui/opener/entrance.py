"""What the app shows when people cannot answer yet: not set up, or a start with trouble."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from duq_desktop.errors import ExpectedError
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.first_start import FirstStart
from duq_desktop.ui.opener.flow_controller import DeskParts, FlowController, only
from duq_desktop.ui.opener.pages.key_pages import CopyPage
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.opener.restore import BringBack
from duq_desktop.ui.opener.unlocking import Unlocking
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.vault.keys import fingerprint_words
from duq_desktop.vault.pins import pin_key
from duq_desktop.words import opener as words
from duq_desktop.words import sealing

_NO_BACKUP_HELPS = frozenset({sealing.ALREADY_OPEN, sealing.NEWER, sealing.BUSY, sealing.CANNOT_REACH})


@dataclass(frozen=True)
class Ways:
    """Where the entrance leads.

    ``begin`` opens the folder again, ``look_round`` a made-up one, ``close`` closes the app; ``let_go``
    closes the folder if it is open; ``read`` shows what was said; ``watch`` locks all when nobody
    touches anything any more, ``watch_cover`` only covers a secret on the page then.
    """

    begin: Callable[[], None]
    look_round: Callable[[], None]
    close: Callable[[], None]
    let_go: Callable[[], None]
    read: Callable[[Opener], None]
    watch: Callable[[], None]
    watch_cover: Callable[[], None]


class Entrance(FlowController):
    """Welcome, first start, trouble at the start, another key than the one known."""

    def __init__(self, parts: DeskParts, ways: Ways, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._ways = ways
        self._unlocking: Unlocking | None = None
        self._opened: Opener | None = None

    def show_welcome(self) -> None:
        """Nothing is set up here yet."""
        page = DeskPage(
            self.parts.tools,
            self.text(words.NOT_SET_UP_TITLE),
            lines=[("computer", self.text(words.NOT_SET_UP_LINE))],
            controls=only(Control.LISTEN),
            picture="welcome",
        )
        page.add_action("set_up", self.text(words.SET_UP), main=True)
        page.add_action("look", self.text(words.LOOK_ROUND))
        page.add_action("restore", self.text(words.RESTORE))
        acts: dict[str, Callable[[], None]] = {
            "set_up": self._set_up,
            "look": self._ways.look_round,
            "restore": lambda: self._bring_back(self.show_welcome),
        }
        page.acted.connect(lambda name: acts[name]())
        self.put(page)

    def show_trouble(self, trouble: ExpectedError) -> None:
        """The folder cannot be opened: its sentence, and what can be done."""
        page = DeskPage(
            self.parts.tools,
            self.text(words.TROUBLE_TITLE),
            lines=[("trouble", self.parts.tools.words.error(trouble))],
            controls=only(Control.LISTEN),
        )
        page.add_action("again", self.text(words.TRY_AGAIN), main=True)
        if trouble.sentence not in _NO_BACKUP_HELPS:
            page.add_action("restore", self.text(words.RESTORE))
        page.add_action("close", self.text(words.CLOSE_APP))
        acts: dict[str, Callable[[], None]] = {
            "again": self._ways.begin,
            "restore": lambda: self._bring_back(lambda: self.show_trouble(trouble)),
            "close": self._ways.close,
        }
        page.acted.connect(lambda name: acts[name]())
        self.put(page)

    def show_other_key(self, store: Store, trouble: ExpectedError) -> None:
        """The folder's key is not the one known here: nobody answers; the opener can look."""
        sentence = self.parts.tools.words.error(trouble)
        if trouble.sentence == sealing.KEY_CHANGED:
            sentence = self.text(words.PIN_DIFFERS, opener=store.home.opener_name)
        page = DeskPage(
            self.parts.tools,
            self.text(words.PIN_TITLE),
            lines=[("warning", sentence)],
            controls=only(Control.LISTEN),
        )
        page.add_action("again", self.text(words.TRY_AGAIN))
        page.add_action("look", self.text(words.PIN_LOOK))
        page.add_action("close", self.text(words.CLOSE_APP))
        acts: dict[str, Callable[[], None]] = {
            "again": self._ways.begin,
            "look": lambda: self._look(store, trouble),
            "close": self._ways.close,
        }
        page.acted.connect(lambda name: acts[name]())
        self.put(page)

    def show_new_key(self, store: Store) -> None:
        """A folder that this computer has not met: the words are compared before anybody answers."""
        self._compare(store, self.text(words.COMPARE_NEW), None)

    def drop(self) -> None:
        """Locks what is half open."""
        if self._unlocking is not None:
            self._unlocking.drop()
        if self._opened is not None:
            self._opened.lock()
            self._opened = None

    def _set_up(self) -> None:
        self._ways.watch_cover()
        FirstStart(self.parts, left=self.show_welcome, done=self._ways.begin, parent=self).start()

    def _bring_back(self, left: Callable[[], None]) -> None:
        BringBack(self.parts, left=left, done=self._ways.begin, before=self._ways.let_go, parent=self).start()

    def _look(self, store: Store, trouble: ExpectedError) -> None:
        self._ways.watch()
        self._unlocking = Unlocking(
            self.parts,
            store,
            opened=lambda opener: self._compare_opened(store, opener),
            left=lambda: self.show_other_key(store, trouble),
            parent=self,
        )
        self._unlocking.start()

    def _compare_opened(self, store: Store, opener: Opener) -> None:
        """With the phrase the opener may say that the key is right, or read what was said."""
        if opener.fingerprint != store.fingerprint:
            self._ways.read(opener)
            return
        self._opened = opener
        self._compare(store, self.text(words.COMPARE_CHANGED), self._ways.begin, opener)

    def _compare(
        self, store: Store, line: str, left: Callable[[], None] | None, opener: Opener | None = None
    ) -> None:
        four = " ".join(fingerprint_words(store.fingerprint))
        page = CopyPage(
            self.parts.tools,
            self.text(words.COMPARE_TITLE),
            four,
            self.text(words.COMPARE_NAME, words=four),
            lines=[("recovery-key", line)],
        )
        page.show_controls(AWAY_CONTROLS if left is not None else only(Control.LISTEN))
        page.add_action("same", self.text(words.COMPARE_SAME), main=True)
        page.add_action("other", self.text(words.COMPARE_OTHER))
        if left is None:
            page.add_action("close", self.text(words.CLOSE_APP))
        else:
            page.back_pressed.connect(left)

        def pin() -> None:
            parts = self.parts
            pin_key(parts.config, store.fingerprint, parts.data, anew=opener is not None)

        def same() -> None:
            if self.attempt(page, pin):
                self._ways.begin()

        acts: dict[str, Callable[[], None]] = {
            "same": same,
            "other": lambda: page.notice(self.text(words.COMPARE_DIFFER), "warning"),
            "close": self._ways.close,
        }
        page.acted.connect(lambda name: acts[name]())
        self.put(page)
