"""Every screen but the first is covered too in answer mode, also one that is plugged in later."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class ScreenCover(QWidget):
    """A plain ground over one screen. It takes no keys, and nobody can close it by hand."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.WindowStaysOnTopHint
        )
        self._may_close = False

    def put_on(self, screen: QScreen) -> None:
        """Fill ``screen``, now and when its size changes."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        screen.geometryChanged.connect(self.setGeometry)
        self.show()

    def let_close(self) -> None:
        """The screen was taken away, or answer mode is over."""
        self._may_close = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only when it may."""
        event.setAccepted(self._may_close)


class OtherScreens(QObject):
    """Covers every screen of ``app`` but the first until ``end``. ``title`` is what a screen reader says."""

    def __init__(self, app: QGuiApplication, title: str) -> None:
        super().__init__(app)
        self._app, self._title = app, title
        self.covers: dict[QScreen, ScreenCover] = {}
        app.screenAdded.connect(self.settle)
        app.screenRemoved.connect(self._on_removed)
        app.primaryScreenChanged.connect(self.settle)
        self.settle()

    def settle(self) -> None:
        """One cover for each screen that is not the first."""
        others = [screen for screen in self._app.screens() if screen is not self._app.primaryScreen()]
        for screen in [each for each in self.covers if each not in others]:
            self.covers.pop(screen).let_close()
        for screen in others:
            if screen not in self.covers:
                self.covers[screen] = ScreenCover(self._title)
                self.covers[screen].put_on(screen)

    def end(self) -> None:
        """Answer mode is over: every screen is free again."""
        for signal in (self._app.screenAdded, self._app.primaryScreenChanged):
            signal.disconnect(self.settle)
        self._app.screenRemoved.disconnect(self._on_removed)
        for screen in list(self.covers):
            self.covers.pop(screen).let_close()

    def _on_removed(self, screen: QScreen) -> None:
        """Qt tells of it while the screen still stands in its list."""
        cover = self.covers.pop(screen, None)
        if cover is not None:
            cover.let_close()
