"""The page that comes next, made while the person reads the one that shows.

To build, style and lay out a page takes longer than to seal an answer, and nobody needs to wait for it.
The page waits unseen: it is not on the stage, says nothing, takes no focus, hears no press, and a screen
reader is not told of it. It is used only if Next leads to a standing equal to that from which it was made,
at the size and in the look that it was made for; else it goes, and the page is built as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from duq_desktop.interview.page_state import PageState
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.stage import Stage
from duq_desktop.ui.theme.look import Look, look_of

AFTER_MS = 30
"""After a page shows, or something on it is chosen: what was pressed is painted first. All is ready long
before the time in which presses are taken for slips of the page before is over (``guard.DEAD_ZONE``)."""


class PagePrefetch(QObject):
    """Makes one page ahead of its time. ``guess`` says where Next would lead now, None for nowhere.

    A page on which something said before would show is never made ahead. One piece of work at a time is
    done, so that a press in between waits for one piece only.
    """

    def __init__(
        self,
        stage: Stage,
        build: Callable[[PageState], Page],
        guess: Callable[[], PageState | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._build = build
        self._guess = guess
        self._made_for: tuple[PageState, Look, QSize] | None = None
        self._page: Page | None = None
        self._is_over = self._is_laid_out = False
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        stage.changed.connect(self.again)
        stage.installEventFilter(self)

    @property
    def page(self) -> Page | None:
        """The page that waits, whether it is finished or not."""
        return self._page

    @property
    def is_busy(self) -> bool:
        """Whether there is still something to do."""
        return self._timer.isActive()

    def look(self) -> None:
        """Something on the page was chosen: perhaps another page comes next now."""
        if not self._is_over:
            self._timer.start(AFTER_MS)

    def again(self) -> None:
        """Another page shows: what was made goes, and what comes after that page is made in a moment."""
        self._drop()
        self.look()

    def stop(self) -> None:
        """The sitting is over: nothing comes next any more."""
        self._is_over = True
        self._drop()
        self._timer.stop()

    @property
    def is_laid_out(self) -> bool:
        """Whether the page that waits needs nothing more but to be shown."""
        return self._page is not None and self._is_laid_out

    def take(self, standing: PageState) -> Page | None:
        """The page for ``standing`` if it was made; in any case nothing waits afterwards."""
        if self._made_for != (standing, *self._frame()):
            self._drop()
            return None
        page, self._page = self._page, None
        self._drop()
        return page

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another look or another size: what was made for the old one goes. Keeps nothing back."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.Resize):
            self.again()
        return False

    def _frame(self) -> tuple[Look, QSize]:
        return look_of(self._stage), self._stage.size()

    def _on_time(self) -> None:
        standing = self._guess()
        if standing is None or standing.shows_what_was_said:
            self._drop()
            return
        wanted = standing, *self._frame()
        if self._made_for != wanted:
            self._drop()
            self._made_for = wanted
            self._work = self._make(standing)
        with self._stage.unwatched():
            is_done = next(self._work, self) is self
        if not is_done:
            self._timer.start(0)

    def _make(self, standing: PageState) -> Iterator[None]:
        """All that can be done unseen, piece by piece."""
        page = self._page = self._build(standing)
        page.hide()
        yield
        page.resize(self._stage.size())
        for _ in range(_ROUNDS):
            _settle(page)
            yield
        self._is_laid_out = True
        _draw(page)

    def _drop(self) -> None:
        page, self._page, self._made_for, self._work = self._page, None, None, iter(())
        self._is_laid_out = False
        if page is not None:
            page.deleteLater()


_ROUNDS = 2
"""How often a page is laid out: a picture takes the size of its page, and the words take what it leaves."""


def _settle(widget: QWidget) -> None:
    """Style and lay out an unseen widget and what is in it, as Qt does when it shows.

    Qt's own way (``render`` on what was never laid out) pretends meanwhile that all is visible, and what
    a page shows of itself then stays visible.
    """
    widget.ensurePolished()
    if widget.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
        widget.setAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent, False)
        QCoreApplication.sendEvent(widget, QResizeEvent(widget.size(), QSize()))
    layout = widget.layout()
    if layout is not None:
        layout.activate()
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isHidden():
            _settle(child)


def _draw(page: QWidget) -> None:
    """Draw ``page`` into a picture that is thrown away: its own pictures and lines are kept by them."""
    picture = QImage(page.size(), QImage.Format.Format_RGB32)
    page.render(picture)
