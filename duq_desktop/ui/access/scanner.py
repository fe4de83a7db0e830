"""Scanning on the screen: finds what can be pressed, puts the ring there, moves it on in time.

The ring carries the real focus with it, so that a screen reader, the focus ring and the scan never point
at different things; at a row the ring itself has the focus, under the row's name.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

from duq_desktop.ui.access.grouping import spots_of
from duq_desktop.ui.access.ring import Kind, Ring
from duq_desktop.ui.access.scan import Group, Leaf, Pace, Path, Scan, Spot, Stand, leaves, path_to
from duq_desktop.ui.access.targets import Text, area_of, boxes_of, is_there, language_of, said_of, scroll_of
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.page_body import PageScroll
from duq_desktop.words import switches

HELD_UP_MS = 20
"""How often is looked whether the ring may go on, while something holds it up."""

SCROLL_PART = 0.85
"""So much of what is seen goes when the page is scrolled: the last lines stay to go on from."""

SAID_MOST = 6
"""No more names than this are said of a row that has no name of its own."""

_MOVED = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}


def now_ms() -> float:
    """Milliseconds that only go forward."""
    return time.monotonic() * 1000


class Scanner(QObject):
    """Scans ``page`` on ``stage``. ``held_up`` says whether the ring must wait now (a voice reads)."""

    stepped = Signal(object)
    """The words that say what the ring has come to; empty where nothing is to be said."""
    chose = Signal(object)
    """The widget that was chosen."""
    rested = Signal()
    """The ring has gone round as often as it may, and nobody pressed."""

    def __init__(
        self, stage: QWidget, text: Text, held_up: Callable[[], bool], finishing: Callable[[], bool]
    ) -> None:
        super().__init__(stage)
        self.clock: Callable[[], float] = now_ms
        self.scan = Scan(Pace())
        self.page: QWidget | None = None
        self.since = 0.0
        self.ring = Ring(stage)
        self._stage = stage
        self._text = text
        self._held_up, self._finishing = held_up, finishing
        self._was_held = False
        self.own: tuple[QWidget, ...] = ()
        self._bars: list[QScrollBar] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._after_step)

    @property
    def ringed(self) -> tuple[QWidget, ...]:
        """What the ring goes round now."""
        spot = self.scan.spot
        return tuple(_widget(leaf) for leaf in leaves(spot)) if spot is not None else ()

    @property
    def item(self) -> QWidget | None:
        """The one thing that a press would choose now."""
        is_item = self.scan.stand in (Stand.ITEM, Stand.GOING_ON)
        return self.ringed[0] if is_item and self.ringed else None

    def begin(self, page: QWidget, pace: Pace, own: tuple[QWidget, ...] = ()) -> None:
        """Scan ``page`` from its first; with ``own`` only these, one by one."""
        self.stop()
        self.page, self.own = page, own
        self.scan = Scan(pace)
        self._watch(page)
        self.scan.show(self._spots(), self.clock())
        self._came()

    def set_pace(self, pace: Pace) -> None:
        """Another pace from the next step on."""
        if pace != self.scan.pace:
            self.scan.pace = pace
            self.scan.wait(self.clock())
            self._aim()

    def stop(self) -> None:
        """No ring, no time."""
        self._timer.stop()
        self._soon.stop()
        for bar in self._bars:
            with suppress(RuntimeError):  # it went with its page
                bar.valueChanged.disconnect(self._replace_ring)
        self._bars = []
        self.page, self.own = None, ()
        self.scan = Scan(self.scan.pace)
        self.ring.hide()

    def press(self) -> None:
        """The switch was pressed."""
        key = self.scan.press(self.clock())
        self._choose(key) if isinstance(key, QWidget) else self._came()

    def move(self) -> None:
        """The second switch was pressed: one step on."""
        self.scan.move(self.clock())
        self._came()

    def look(self) -> None:
        """Move on if it is time and nothing holds the ring up."""
        now = self.clock()
        due = self.scan.deadline
        if due is None:
            return
        if self._held_up():
            self._was_held = True
        elif self._was_held:
            self._was_held = False
            self.scan.wait(now)
        elif now >= due and not self._finishing():
            self._step(now)
            return
        self._aim()

    def hold(self) -> None:
        """The switch is down: the ring stays where it is until it is let go, then the step begins anew."""
        self._was_held = True

    def start_at(self, target: QWidget, *, going_on_after: float = 0) -> None:
        """Go on scanning at ``target`` of the same page; it presses itself after that time, if not 0."""
        spots, now = self._spots(), self.clock()
        path = path_to(spots, target)
        if path is None:
            self.scan.show(spots, now)
        elif going_on_after and len(path) == 1:
            self.scan.show(spots, now, path)
            self.scan.go_on_at(path, now, going_on_after)
        else:
            self.scan.show(spots, now, path)
        self._came()

    def go_on_from(self, chosen: QWidget | None, *, stays: bool) -> None:
        """Look at the page anew and go on: with ``stays`` in the row or block of what was chosen."""
        spots = self._spots()
        path = path_to(spots, chosen) if chosen is not None and is_there(chosen) else None
        self.scan.show(spots, self.clock(), _row_of(spots, path) if path and stays else (0,))
        self._came()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has moved under the ring."""
        if event.type() in _MOVED:
            QTimer.singleShot(0, self, self._replace_ring)
        return False

    def _watch(self, page: QWidget) -> None:
        """Follow what moves under the ring. A filter that is installed already is not installed twice."""
        page.installEventFilter(self)
        for area in page.findChildren(PageScroll):
            inner = area.widget()
            if inner is not None:
                inner.installEventFilter(self)
            bar = area.verticalScrollBar()
            bar.valueChanged.connect(self._replace_ring)
            self._bars.append(bar)

    def _step(self, now: float) -> None:
        key = self.scan.tick(now)
        self._choose(key) if isinstance(key, QWidget) else self._came()

    def _refresh_if_stale(self) -> None:
        """What a page has taken away or brought in since is left out or scanned from now on."""
        if self.page is None or self.own:
            return
        known = {_widget(leaf) for spot in self.scan.spots for leaf in leaves(spot)}
        if {box.key for box in boxes_of(self.page, self._text)} == known:
            return
        gone = not all(is_there(target) for target in self.ringed)
        at, deadline, stand = self.ringed[:1], self.scan.deadline, self.scan.stand
        spots = self._spots()
        path = path_to(spots, at[0]) if at else None
        if path is not None and stand is Stand.ROW:
            path = path[:-1] or path
        self.scan.show(spots, self.clock(), path or (0,))
        if gone or path is None or stand is not self.scan.stand:
            self._came()
        else:
            self.scan.deadline = deadline
            self._aim()

    def _spots(self) -> tuple[Spot, ...]:
        if self.own:
            return tuple(Leaf(widget) for widget in self.own)
        assert self.page is not None
        return spots_of(boxes_of(self.page, self._text))

    def _choose(self, target: QWidget) -> None:
        if self.own:
            self.chose.emit(target)
            self._came()
        elif not is_there(target):
            self.go_on_from(None, stays=False)
        elif isinstance(target, PageScroll):
            _scroll_on(target)
            self.start_at(target)
        else:
            self._aim()
            assert isinstance(target, QAbstractButton)
            self.chose.emit(target)

    def _came(self) -> None:
        """Show where the ring is now, at once; what takes longer comes when that has been painted."""
        self.since = self.clock()
        self._was_held = False
        targets = [target for target in self.ringed if is_there(target)]
        if not targets:
            self.ring.hide()
            self._aim()
            self._soon.start(0)
            return
        words = self._words()
        self.ring.setAccessibleName(words)
        self._bring_into_sight(targets)
        self._replace_ring()
        self.ring.repaint()
        if self.scan.stand is Stand.ITEM and targets[0].focusPolicy() & Qt.FocusPolicy.TabFocus:
            targets[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ring.setFocus(Qt.FocusReason.OtherFocusReason)
        self._aim()
        self._soon.start(0)

    def _after_step(self) -> None:
        """Say what the ring has come to, and see whether the page is still as it was."""
        if self.page is not None and self.ringed:
            self.stepped.emit(self._words())
        if self.scan.stand is Stand.RESTS:
            self.rested.emit()
        self._refresh_if_stale()

    def _words(self) -> str:
        stand, spot = self.scan.stand, self.scan.spot
        fixed = {Stand.OUT: switches.OUT, Stand.RESTS: switches.RESTS, Stand.GOING_ON: switches.GOING_ON}
        if stand in fixed:
            return self._text(fixed[stand])
        if isinstance(spot, Group) and spot.name:
            return spot.name
        return ", ".join(said_of(target, self._text) for target in self.ringed[:SAID_MOST])

    @property
    def language(self) -> str:
        """The language of the one thing that the ring is on, where it is not the page's own."""
        is_item = self.scan.stand is Stand.ITEM and len(self.ringed) == 1
        return language_of(self.ringed[0]) if is_item else ""

    def _replace_ring(self) -> None:
        """Round what it stands on, wherever that is now."""
        targets = [target for target in self.ringed if is_there(target)]
        if self.page is None or not targets:
            self.ring.hide()
            return
        area = QRect()
        for target in targets:
            area = area.united(area_of(target, self._stage))
        stand = self.scan.stand
        kinds = {Stand.ITEM: Kind.ITEM, Stand.ROW: Kind.ROW}
        words = "" if stand in kinds else self._words()
        if stand is Stand.ITEM and isinstance(targets[0], PageScroll):
            words = said_of(targets[0], self._text)
        self.ring.put(area, kinds.get(stand, Kind.BROKEN), words)

    def _bring_into_sight(self, targets: list[QWidget]) -> None:
        """The last first, so that of a row too high for the window its beginning shows."""
        margin = look_of(self._stage).sizes.gap + 10
        for target in (targets[-1], targets[0]):
            area = scroll_of(target)
            if area is not None:
                area.ensureWidgetVisible(target, margin, margin)

    def _aim(self) -> None:
        due = self.scan.deadline
        if due is None:
            self._timer.stop()
            return
        left = math.ceil(due - self.clock())
        self._timer.start(left if left > 0 and not self._was_held else HELD_UP_MS)


def _widget(leaf: Leaf) -> QWidget:
    assert isinstance(leaf.key, QWidget)
    return leaf.key


def _row_of(spots: tuple[Spot, ...], path: Path) -> Path:
    """The row in which to stay; in a block its first row, so that one goes on picking there."""
    if len(path) > 2:
        return (*path[:-2], 0)
    spot = spots[path[0]]
    block = spot.block if isinstance(spot, Group) else None
    if block is not None:
        return (next(n for n, each in enumerate(spots) if isinstance(each, Group) and each.block == block),)
    return path[:1]


def _scroll_on(area: PageScroll) -> None:
    """Down by most of what is seen; from the end back to the top. At once: nothing glides."""
    bar = area.verticalScrollBar()
    at_end = bar.value() >= bar.maximum()
    bar.setValue(0 if at_end else bar.value() + round(bar.pageStep() * SCROLL_PART))
