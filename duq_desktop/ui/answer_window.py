"""The window of answer mode: it fills the screen, stays on top and cannot be closed by hand.

Where a person's own keyboard or gaze bar keeps an edge of the screen free, it leaves that room.

What it cannot do stands in ``docs/handing-over.md``: the power switch, Ctrl+Alt+Del on Windows, another
text console, and notifications of systems that know no way to hold them back.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QApplication

from duq_desktop.ui.screen_room import room_on
from duq_desktop.ui.window import Window

GRAB_AGAIN_MS = 100
"""A window manager that is still drawing the window may hold the keyboard; it is asked for again."""
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
_ALT, _CTRL, _META = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.MetaModifier,
)


class AnswerWindow(Window):
    """Leaves only by ``let_close``. Where the system allows it (X11), all keys come here.

    On Wayland no program may take the keys of the desktop, and Qt would warn; nothing is asked for there.
    """

    def __init__(self, title: str, before_close: Callable[[], None]) -> None:
        super().__init__(title, before_close)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._may_close = False
        self._holds_keys = False
        self._followed: QScreen | None = None
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys held for the desktop (Alt+Tab, Super) come here now; they press nothing on the page.

        Ctrl and Alt together are left: on Windows that is AltGr, which types.
        """
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            held = event.modifiers()
            alone = held & _ALT and not held & _CTRL
            return bool(alone or held & _META)
        return super().eventFilter(watched, event)

    def fill_screen(self) -> None:
        """Fill the screen, but for the room that a person's own keyboard or gaze bar keeps.

        It goes on following that room. A window that fills the screen whole hides panels by itself; one that
        leaves room has to stay on top of them.
        """
        screen = self.screen()
        if screen is not self._followed:
            if self._followed is not None:
                with suppress(RuntimeError, TypeError):  # it was unplugged
                    self._followed.availableGeometryChanged.disconnect(self.fill_screen)
                    self._followed.geometryChanged.disconnect(self.fill_screen)
            self._followed = screen
            screen.availableGeometryChanged.connect(self.fill_screen)
            screen.geometryChanged.connect(self.fill_screen)
        room = room_on(screen.geometry(), screen.availableGeometry())
        is_whole = room == screen.geometry()
        self._stay_on_top(not is_whole)
        if is_whole:
            self.showFullScreen()
        else:
            self.showNormal()
            self.setGeometry(room)

    def _stay_on_top(self, on_top: bool) -> None:
        """By the window of the system where there is one: Qt would hide ours to change its own."""
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)
        else:
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)

    def let_close(self) -> None:
        """From now on the window may be closed: a turn is over, or the pass phrase was given."""
        self._may_close = True
        self._hold_keys(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt+F4, or a window manager's close: nothing happens."""
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Fills the screen and asks for the keys."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._ask_for_keys)

    def changeEvent(self, event: QEvent) -> None:
        """As long as the keys are not held, one of them may have led to another window: back from there."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            QTimer.singleShot(0, self, self._come_back)

    def _come_back(self) -> None:
        if self._wants_keys and not self._holds_keys:
            self.raise_()
            self.activateWindow()

    def _ask_for_keys(self) -> None:
        """Until they come: on a busy computer that took seconds."""
        if self._wants_keys and not self._holds_keys:
            self._hold_keys(True)
            QTimer.singleShot(GRAB_AGAIN_MS, self, self._ask_for_keys)

    @property
    def _wants_keys(self) -> bool:
        """Whether this is a system on which they can be had, and nobody may leave yet."""
        return not self._may_close and QGuiApplication.platformName() == "xcb"

    def _hold_keys(self, held: bool) -> None:
        handle = self.windowHandle()
        if handle is not None and QGuiApplication.platformName() == "xcb":
            self._holds_keys = handle.setKeyboardGrabEnabled(held) and held
