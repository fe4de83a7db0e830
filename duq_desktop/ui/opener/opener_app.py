"""The opener's part of the app, as the rest sees it: ways in, and one way to lock it all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from duq_desktop.device.home import home_folder
from duq_desktop.device.removable_drives import RemovableDrive, find_sticks
from duq_desktop.errors import ExpectedError
from duq_desktop.settings import Settings
from duq_desktop.store.demo_folder import look_round
from duq_desktop.store.file.home import Home
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.flow.idle import IdleWatch
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.opener.destinations import documents_folder
from duq_desktop.ui.opener.entrance import Entrance, Ways
from duq_desktop.ui.opener.flow_controller import PAINTED_MS, DeskParts, FlowController, only
from duq_desktop.ui.opener.pages.opener_page import DeskPage
from duq_desktop.ui.opener.restore import BringBack
from duq_desktop.ui.opener.room import Room, RoomWays
from duq_desktop.ui.opener.unlocking import Unlocking
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.window import Window
from duq_desktop.vault.slots import DEFAULT_COST, Cost
from duq_desktop.words import Words, answer_mode
from duq_desktop.words import opener as words


@dataclass(frozen=True)
class PartsOfHouse:
    """What the app gives its opener's part.

    ``data``, ``config``, ``pack`` and ``fonts`` are folders. ``tools`` makes what pages are built with;
    ``store`` is the open folder; ``begin`` opens it again and shows the first page, ``show_front``
    shows the start page. ``paper_words`` are the words of PDFs; ``made_up_home`` gives made-up facts,
    ``made_up`` fills a folder with made-up answers.
    """

    app: QApplication
    window: Window
    speaking: Speaking
    data: Path
    config: Path
    pack: Path
    fonts: Path
    settings: Callable[[], Settings]
    keep_settings: Callable[[Settings], None]
    tools: Callable[[Store | None], Tools]
    store: Callable[[], Store | None]
    begin: Callable[[], None]
    let_go: Callable[[], None]
    show_front: Callable[[Store], None]
    paper_words: Callable[[], Words]
    made_up_home: Callable[[], Home]
    made_up: Callable[[Store], None]


class OpenerPart(QObject):
    """Everything of the opener's that is in memory hangs here, so that ``lock`` can drop it all.

    ``cost`` is what locking a key costs, ``sticks`` and ``documents`` find places for papers; all may be
    replaced for trying.
    """

    def __init__(self, house: PartsOfHouse) -> None:
        super().__init__()
        self._house = house
        self.cost: Cost = DEFAULT_COST
        never = tuple(filter(None, (house.data, house.config, home_folder())))
        self.sticks: Callable[[], Sequence[RemovableDrive]] = lambda: find_sticks(never)
        self.documents: Callable[[], Path | None] = documents_folder
        self.room: Room | None = None
        self.watch: IdleWatch | None = None
        self.cover_watch: IdleWatch | None = None
        self._entrance: Entrance | None = None
        self._unlocking: Unlocking | None = None
        self._round = ExitStack()
        self._made_up: tuple[Store, Opener] | None = None

    def show_welcome(self) -> None:
        """Nothing is set up yet."""
        self._new_entrance().show_welcome()

    def show_trouble(self, trouble: ExpectedError) -> None:
        """The folder cannot be opened."""
        self._new_entrance().show_trouble(trouble)

    def show_other_key(self, store: Store, trouble: ExpectedError) -> None:
        """The folder's key is not the one that this computer knows."""
        self._new_entrance().show_other_key(store, trouble)

    def show_new_key(self, store: Store) -> None:
        """This computer does not know the folder yet."""
        self._new_entrance().show_new_key(store)

    def enter(self, store: Store) -> None:
        """From the start page: unlock; while looking round, back to its first page."""
        if self._made_up is not None:
            self._show_round()
            return
        self._watch()
        parts = self._parts(store)
        self._unlocking = Unlocking(
            parts,
            store,
            opened=lambda opener: self._show_room(store, opener, parts),
            left=lambda: self._leave(store),
            bring_back=lambda: self._bring_back(store),
            parent=self,
        )
        self._unlocking.start()

    def ask_to_close(self, store: Store, closed: Callable[[], None]) -> None:
        """In answer mode: the pass phrase closes the app; nothing that people said is opened."""

        def proven(opener: Opener) -> None:
            opener.lock()
            self.lock()
            closed()

        self._watch()
        self._unlocking = Unlocking(
            self._parts(store),
            store,
            opened=proven,
            left=lambda: self._leave(store),
            asks=(answer_mode.CLOSE_TITLE, answer_mode.CLOSE_LINE),
            parent=self,
        )
        self._unlocking.start()

    def _bring_back(self, store: Store) -> None:
        """The locked key is damaged: a backup of before may be whole."""
        BringBack(
            self._parts(store),
            left=lambda: self.enter(store),
            done=self._house.begin,
            before=self._close_store,
            parent=self,
        ).start()

    def lock(self) -> None:
        """Drops the keys and everything that was opened. Shows nothing."""
        for holder in (self._entrance, self._unlocking):
            if holder is not None:
                holder.drop()
                holder.deleteLater()
        self._entrance = self._unlocking = None
        if self.room is not None:
            self.room.drop()
            self.room.deleteLater()
            self.room = None
        for watch in (self.watch, self.cover_watch):
            if watch is not None:
                watch.deleteLater()
        self.watch = self.cover_watch = None

    def close(self) -> None:
        """Locks, and takes a try-out down with everything in it."""
        self.lock()
        self._made_up = None
        self._round.close()

    def lock_and_leave(self) -> None:
        """Left alone, or asked to: nothing opened is left, and the first page shows."""
        store = self._house.store()
        self.lock()
        if store is not None:
            self._house.begin()

    def _parts(self, store: Store | None) -> DeskParts:
        house = self._house
        return DeskParts(
            stage=house.window.stage,
            tools=house.tools(store),
            speaking=house.speaking,
            data=house.data if store is None else store.folder,
            config=house.config,
            pack=house.pack,
            settings=house.settings,
            keep_settings=house.keep_settings,
            sticks=lambda: self.sticks(),
            documents=lambda: self.documents(),
            fonts=house.fonts,
            paper_words=house.paper_words(),
            cost=self.cost,
        )

    def _new_entrance(self) -> Entrance:
        self.lock()
        store = self._house.store()
        known = store if store is not None and store.is_set_up else None
        ways = Ways(
            begin=self._house.begin,
            look_round=self._look_round,
            close=self._close_window,
            let_go=self._close_store,
            read=self._read_despite,
            watch=self._watch,
            watch_cover=self._watch_cover,
        )
        self._entrance = Entrance(self._parts(known), ways, self)
        return self._entrance

    def _close_window(self) -> None:
        self._house.window.close()

    def _close_store(self) -> None:
        store = self._house.store()
        if store is not None:
            store.close()

    def _read_despite(self, opener: Opener) -> None:
        """Reads what is sealed to the opener's own key in a folder whose key is another."""
        store = self._house.store()
        if store is not None:
            self._watch()
            self._show_room(store, opener)

    def _watch(self) -> None:
        """Locks when nobody touches anything, and when the computer slept."""
        if self.watch is None:
            seconds = self._house.settings().lock_minutes * 60
            self.watch = IdleWatch(self._house.app, rest_seconds=seconds, day_seconds=seconds)
            self.watch.left_alone.connect(self.lock_and_leave)
            self.watch.gone.connect(self.lock_and_leave)

    def _watch_cover(self) -> None:
        """Covers a new phrase or key when nobody touches anything: locking would lose what was typed."""
        if self.cover_watch is None:
            seconds = self._house.settings().lock_minutes * 60
            self.cover_watch = IdleWatch(self._house.app, rest_seconds=seconds, day_seconds=seconds)
            self.cover_watch.left_alone.connect(self._cover)
            self.cover_watch.gone.connect(self._cover)

    def _cover(self) -> None:
        for page in self._house.window.stage.pages:
            if isinstance(page, DeskPage):
                page.cover()

    def _show_room(self, store: Store, opener: Opener, parts: DeskParts | None = None) -> None:
        """``parts`` that were made a moment ago: reading the pack again would take as long as unlocking."""
        ways = RoomWays(
            leave=lambda: self._leave(store),
            renew=lambda: self._renewed(store),
            let_go=self._close_store,
            begin=self._house.begin,
        )
        self.room = Room(parts or self._parts(store), store, opener, ways, self)
        self.room.start()

    def _renewed(self, store: Store) -> DeskParts:
        """The parts with facts and settings of now; the time until it locks may be another."""
        if self.watch is not None:
            self.watch.deleteLater()
            self.watch = None
            self._watch()
        return self._parts(store)

    def _leave(self, store: Store) -> None:
        """Back to the start page, with the facts and words as they are now."""
        if self._made_up is not None:
            self._drop_room()
            self._show_round()
            return
        self.lock_and_leave()

    def _drop_room(self) -> None:
        if self.room is not None:
            self.room.drop_opened()
            self.room.deleteLater()
            self.room = None

    def _look_round(self) -> None:
        """A made-up folder, filled, in the system's temporary place."""
        desk = FlowController(self._parts(None), self)
        page = DeskPage(
            desk.parts.tools,
            desk.text(words.LOOK_TITLE),
            lines=[("wait", desk.text(words.LOOK_MAKING))],
            controls=frozenset(),
        )
        desk.put(page)
        QTimer.singleShot(PAINTED_MS, self, self._begin_round)

    def _begin_round(self) -> None:
        try:
            self._made_up = self._round.enter_context(look_round(self._house.made_up_home()))
            self._house.made_up(self._made_up[0])
        except ExpectedError as trouble:
            self.close()
            self.show_trouble(trouble)
            return
        self._show_round()

    def _show_round(self) -> None:
        assert self._made_up is not None, "only while looking round"
        store, opener = self._made_up
        desk = FlowController(self._parts(store), self)
        page = DeskPage(
            desk.parts.tools,
            desk.text(words.LOOK_TITLE),
            lines=desk.lines(words.LOOK_LINES),
            controls=only(Control.LISTEN),
        )
        page.add_action("person", desk.text(words.LOOK_PERSON), main=True)
        page.add_action("opener", desk.text(words.LOOK_OPENER))
        page.add_action("leave", desk.text(words.LOOK_LEAVE))
        acts: dict[str, Callable[[], None]] = {
            "person": lambda: self._house.show_front(store),
            "opener": lambda: self._show_room(store, opener),
            "leave": self._end_round,
        }
        page.acted.connect(lambda name: acts[name]())
        desk.put(page)

    def _end_round(self) -> None:
        self._house.begin()
