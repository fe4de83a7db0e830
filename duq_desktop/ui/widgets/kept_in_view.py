"""What a page has to show now stays in sight while the page is still being laid out."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from duq_desktop.ui.theme.look import look_of

_MOVED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})


class KeptInView(QObject):
    """Keeps the top of what ``area`` scrolls, or one part of it, in sight until somebody goes elsewhere.

    A page gets its place and size in several steps: when it shows, when its window fills the screen, when
    its pictures take what the words leave. Scrolled once, it would be somewhere else after the next step.
    So it is scrolled again at each, no further than needed, until it is let go of: when somebody scrolls,
    or goes on to something else on the page.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._part: QWidget | None = None
        self._watched: list[QWidget] = []
        self._is_on = self._is_moving = False
        self.watch_bar()

    def watch_bar(self) -> None:
        """Heed the bar that the area has now."""
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(self._show)
        bar.valueChanged.connect(self._on_scrolled)

    @property
    def is_on(self) -> bool:
        """Whether something is kept in sight now."""
        return self._is_on

    @property
    def keeps_top(self) -> bool:
        """Whether it is the top."""
        return self._is_on and self._part is None

    def keep_top(self) -> None:
        """From now on the page stands at its beginning."""
        self._begin(None)

    def keep(self, part: QWidget) -> None:
        """From now on ``part`` is in sight: whole, or its beginning where it is higher than the room."""
        self._begin(part)

    def let_go(self) -> None:
        """Whoever scrolls or goes on decides what is seen."""
        self._is_on = False
        for each in self._watched:
            with suppress(RuntimeError):  # it went meanwhile
                each.removeEventFilter(self)
        self._watched = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The part, or what it stands in, has another place or size."""
        if event.type() in _MOVED:
            self._show()
        return False

    def _begin(self, part: QWidget | None) -> None:
        self.let_go()
        self._part, self._is_on = part, True
        holder, page = part, self._area.widget()
        while holder is not None and holder is not page:
            self._watched.append(holder)
            holder = holder.parentWidget()
        for each in self._watched:
            each.installEventFilter(self)
        self._show()

    def _on_scrolled(self) -> None:
        """Scrolled by whatever way there is, only not from here."""
        if not self._is_moving:
            self.let_go()

    def _show(self) -> None:
        if not self._is_on:
            return
        bar = self._area.verticalScrollBar()
        self._is_moving = True
        try:
            with suppress(RuntimeError):  # the part went meanwhile
                bar.setValue(self._place(bar.value()))
        finally:
            self._is_moving = False

    def _place(self, now: int) -> int:
        """Where to scroll to from ``now``, in pixels from the top, so that what is to be seen is."""
        part, page = self._part, self._area.widget()
        if part is None or page is None:
            return 0
        room = self._area.viewport().height()
        spare = room - part.height()
        gap = look_of(part).sizes.gap if spare < 0 else min(look_of(part).sizes.gap, spare // 2)
        top = part.mapTo(page, part.rect().topLeft()).y() - gap
        bottom = top + part.height() + 2 * gap
        return top if bottom - top > room else min(max(now, bottom - room), top)
