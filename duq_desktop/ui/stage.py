"""The one place in the window where pages stand: one at a time, another laid over it when needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from duq_desktop.ui.widgets.blank import Blank, Curtain
from duq_desktop.ui.widgets.page_frame import PageFrame
from duq_desktop.ui.widgets.typed_words import TypedWords


class Stage(QWidget):
    """Shows one page. A page laid over it hides it until it is lifted; a new page clears all.

    A page that goes is deleted with everything on it, so that nothing of one respondent is left for
    the next.
    """

    changed = Signal()
    """Another page shows: whatever was being read aloud must stop."""
    stands = Signal()
    """The other page is built and up; what comes now was pressed before anybody could see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self.input_filters: tuple[QObject, ...] = ()
        """The application's event filters that heed input only, in the order they were installed."""
        self._is_unwatched = False
        self._curtain = Curtain(self)

    @property
    def page(self) -> QWidget | None:
        """The page that shows now."""
        return self._pages.currentWidget()

    @property
    def page_behind_blank(self) -> QWidget | None:
        """The page that shows now, or the one that a blank page hides."""
        shown = [page for page in self.pages if not isinstance(page, Blank)]
        return shown[-1] if shown else None

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """All pages that lie on one another, the one that shows last."""
        return tuple(page for page in map(self._pages.widget, range(self._pages.count())) if page is not None)

    @property
    def layers(self) -> int:
        """How many pages lie on one another."""
        return self._pages.count()

    def show_page(self, page: QWidget, *, is_laid_out: bool = False) -> None:
        """Show ``page`` and let go of all others.

        One that ``is_laid_out`` already is painted at once: Qt would delete the others first, which takes
        as long as painting does.
        """
        gone = [self._pages.widget(place) for place in range(self._pages.count())]
        self._set(page)
        if is_laid_out:
            with self.unwatched():
                page.repaint()
        for old in gone:
            self._let_go(old)

    def show_unless_blank(self, page: QWidget) -> None:
        """As ``show_page``; while a blank page hides what was there, ``page`` waits below it.

        For pages that come by themselves, when some work is done: nobody has said that they may be seen.
        """
        blank = self.page
        if not isinstance(blank, Blank):
            self.show_page(page)
            return
        gone = self.pages[:-1]
        with self.unwatched():
            self._pages.insertWidget(0, page)
            self._pages.setCurrentWidget(blank)
        for old in gone:
            self._let_go(old)
        self.stands.emit()

    def lay_over(self, page: QWidget) -> None:
        """Show ``page`` on top; what was below waits unseen."""
        self._set(page)
        self.stands.emit()

    def go_blank(self, come_back: str, returned: Callable[[], None]) -> None:
        """Nothing of the page is on the screen when this comes back; a blank one lies over it.

        ``come_back`` are the words on its one button, ``returned`` is what that does.
        """
        self._curtain.drop()
        page = Blank(come_back)
        page.returned.connect(returned)
        self.lay_over(page)

    def lift(self) -> None:
        """Take the topmost page away and show the one below it."""
        top = self.page
        if top is None or self._pages.count() < 2:
            return
        self.changed.emit()
        below = self._pages.widget(self._pages.count() - 2)
        self._pages.setCurrentIndex(self._pages.count() - 2)
        self._let_go(top)
        _focus(below)
        self.stands.emit()

    def swap(self, old: QWidget, new: QWidget) -> None:
        """Put ``new`` in the place of ``old``, whether that shows or waits below another page."""
        place, is_seen = self._pages.indexOf(old), old is self.page
        if is_seen:
            self.changed.emit()
        with self.unwatched():
            self._pages.insertWidget(place, new)
            if is_seen:
                self._pages.setCurrentWidget(new)
            self._let_go(old)
        if is_seen:
            _focus(new)
            self.stands.emit()

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """While a page is built or put up no input comes, and the filters that wait for it are off.

        A page is told more than a thousand things by Qt until it stands. Each would be shown to each
        filter, which costs a fifth of the time.
        """
        app = QApplication.instance()
        if app is None or self._is_unwatched:
            yield
            return
        off = self.input_filters
        self._is_unwatched = True
        try:
            for each in off:
                app.removeEventFilter(each)
            yield
        finally:
            for each in off:
                app.installEventFilter(each)
            self._is_unwatched = False

    def _set(self, page: QWidget) -> None:
        self.changed.emit()
        with self.unwatched():
            self._pages.addWidget(page)
            self._pages.setCurrentWidget(page)
            _focus(page)
        self._curtain.hide()

    def _let_go(self, page: QWidget | None) -> None:
        if page is not None:
            for box in page.findChildren(TypedWords):
                box.wipe()
            self._pages.removeWidget(page)
            page.hide()
            page.deleteLater()


def _focus(page: QWidget | None) -> None:
    if isinstance(page, PageFrame):
        page.focus_first()
