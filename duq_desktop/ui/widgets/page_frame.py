"""The frame of every page: the same controls in the same places, and room for one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QGroupBox, QLineEdit, QVBoxLayout, QWidget

from duq_desktop.ui.screen_reader import reader_runs
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import (
    ABOVE,
    ALL_CONTROLS,
    BELOW,
    BottomBar,
    Control,
    ControlWords,
    Rule,
    ScrolledControls,
    TopBar,
    make_control,
)
from duq_desktop.ui.widgets.page_body import PageBody, PageScroll
from duq_desktop.ui.widgets.picture_view import PictureView, set_hidden
from duq_desktop.ui.widgets.reading_order import set_reading_order
from duq_desktop.ui.widgets.text import Heading

DOCKED_TO = 200
"""Up to this text size, in per cent, all controls keep their places; beyond it some scroll."""

_MOST_OF_THE_HEIGHT = 0.45
"""The docked controls leave more than half of a low window to the page."""


class PageFrame(QGroupBox):
    """One page: a group that is called by its ``question``, which is its heading too.

    The group holds all that is on the page, so that a screen reader says the question, and what
    ``describe`` adds, whenever another page shows, wherever on it the focus is, and only then.

    ``shown`` are the controls to show; one that is not shown leaves its place empty, so that the
    others stay where they are. ``picture`` stands left of the words, above them on a narrow page.
    Add a page's widgets with ``add``. Escape does what Hide does.
    """

    listen_pressed = Signal()
    hide_pressed = Signal()
    back_pressed = Signal()
    rest_pressed = Signal()
    stop_pressed = Signal()
    tell_pressed = Signal()
    next_pressed = Signal()

    reader_runs: Callable[[], bool] = staticmethod(reader_runs)
    """Whether a screen reader runs; asked only where a page begins with a box of one line."""

    def __init__(
        self,
        question: str,
        words: ControlWords,
        *,
        shown: Collection[Control] = ALL_CONTROLS,
        picture: PictureView | None = None,
        progress: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(question)
        self._top, self._bottom = TopBar(self), BottomBar(self)
        self._scroll = PageScroll(self)
        if words.up and words.down:
            self._scroll.add_ends(words.up, words.down)
        self.controls = {
            control: make_control(control, words.of(control), self._top if control in ABOVE else self._bottom)
            for control in Control
        }
        self.body = PageBody(question, picture, parent=self._scroll)
        self.heading: Heading = self.body.heading
        self._progress = progress
        self._docked: bool | None = None
        self._build()
        self._connect()
        self.show_controls(shown)

    def add(self, widget: QWidget) -> None:
        """Puts ``widget`` below what is on the page, in the column of words."""
        self.body.add(widget)

    def add_first(self, widget: QWidget) -> None:
        """Puts ``widget`` right below the heading."""
        self.body.add_first(widget)
        set_reading_order(self)

    def add_in_view(self, widget: QWidget) -> None:
        """Puts ``widget`` where somebody looks: above what has the focus on the page, else below the heading.

        It stays in sight, however the page is laid out, until somebody scrolls or goes on.
        """
        self.body.add_before(QApplication.focusWidget(), widget)
        set_reading_order(self)
        if self.isVisible():
            self._arrange()
        self.bring_into_view(widget)

    def bring_into_view(self, part: QWidget) -> None:
        """Scrolls as little as needed until ``part`` is seen, now and as the page is laid out."""
        self._scroll.in_view.keep(part)

    def describe(self, words: str) -> None:
        """What a screen reader says after the question when the page shows."""
        self.setAccessibleDescription(words)

    def control(self, control: Control) -> WordButton:
        """The button of a control."""
        return self.controls[control]

    def set_control_words(self, control: Control, words: str, *, name: str = "") -> None:
        """Puts other words on a control, such as "Finish" on Next."""
        self.controls[control].set_words(words, name=name)

    @property
    def shown_controls(self) -> frozenset[Control]:
        """The controls that are shown now."""
        return frozenset(control for control, button in self.controls.items() if not button.isHidden())

    def show_controls(self, shown: Collection[Control]) -> None:
        """Shows these controls and hides the others, which leave their places empty."""
        for control, button in self.controls.items():
            set_hidden(button, control not in shown)

    @property
    def is_docked(self) -> bool:
        """Whether all controls keep their places, rather than scroll with the page."""
        return bool(self._docked)

    def focus_first(self) -> None:
        """Gives the focus to the first thing to choose; a screen reader then reads the question.

        On a page with nothing to choose Next gets it, or the first control that is shown. Where that
        lies below what can be seen, the heading gets it, so that a page begins with its question. So it
        does before a box of one line while a screen reader runs: Orca 43 passes over what comes before it,
        because Qt tells of the cursor there before it tells of the focus.
        """
        order = set_reading_order(self)
        inside = [widget for widget in order if self.body.content.isAncestorOf(widget)]
        following = self.controls[Control.NEXT]
        ahead = [] if following.isHidden() else [following]
        self._scroll.in_view.keep_top()
        for widget in (inside + ahead + order)[:1]:
            if self._is_in_sight(widget) and not self._hides_the_question(widget):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.heading.take_focus()

    def _hides_the_question(self, widget: QWidget) -> bool:
        """Whether somebody who only hears the page would not hear its question."""
        return isinstance(widget, QLineEdit) and self.reader_runs()

    def _settle_beginning(self) -> None:
        """Once it is laid out: a page that begins has the focus on nothing that cannot be seen."""
        focused = QApplication.focusWidget()
        if focused is None or not self._scroll.in_view.keeps_top or not self.body.isAncestorOf(focused):
            return
        if focused is not self.heading and not self._is_in_sight(focused):
            self.heading.take_focus()

    def _is_in_sight(self, widget: QWidget) -> bool:
        """Whether the widget can be seen while the page stands at its beginning."""
        if not self.isVisible() or not self.body.isAncestorOf(widget):
            return True
        bottom = widget.mapTo(self.body, widget.rect().bottomLeft()).y()
        return bottom <= self._scroll.viewport().height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        set_reading_order(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # While a page is being built it is told of a new style many times; it is arranged when it shows.
        if self.isVisible() and event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _build(self) -> None:
        self._top.fill(*(self.controls[control] for control in ABOVE))
        self._bottom.fill(self.controls[control] for control in BELOW)
        self._scroll.setWidget(self.body)
        self._scrolled = ScrolledControls(self.body)
        self._rules = (Rule(self), Rule(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._rules[0])
        column.addWidget(self._scroll, 1)
        column.addWidget(self._rules[1])
        column.addWidget(self._bottom)
        for control in BELOW:
            policy = self.controls[control].sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.controls[control].setSizePolicy(policy)

    def _connect(self) -> None:
        for control, button in self.controls.items():
            button.clicked.connect(getattr(self, f"{control.value}_pressed"))
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_scrolled)
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        key.activated.connect(self._on_escape)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_scrolled(self) -> None:
        """A line shows at the edge behind which the page goes on."""
        bar = self._scroll.verticalScrollBar()
        self._rules[0].set_drawn(bar.value() > bar.minimum())
        self._rules[1].set_drawn(bar.value() < bar.maximum())
        self._scroll.settle_ends()
        if self._scroll.in_view.keeps_top:
            QTimer.singleShot(0, self, self._settle_beginning)

    def _on_escape(self) -> None:
        if not self.controls[Control.HIDE].isHidden():
            self.hide_pressed.emit()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Where somebody goes on the page is seen; a focus that comes with the page or its window is not."""
        if now is None or not self.body.isAncestorOf(now):
            return
        in_view = self._scroll.in_view
        if in_view.is_on and (before is None or not self.isAncestorOf(before) or now is self.heading):
            return
        in_view.let_go()
        margin = look_of(self).sizes.gap
        self._scroll.ensureWidgetVisible(now, margin, margin)

    def _arrange(self) -> None:
        """Docks or undocks the controls, and tells the body how wide the page is."""
        self._fit_top()
        docked = self._can_dock()
        if docked != self._docked:
            self._docked = docked
            self._dock() if docked else self._undock()
            set_reading_order(self)
        self.body.arrange(self.width(), self.height(), self._scroll.bar_width)
        self._on_scrolled()

    def _can_dock(self) -> bool:
        """Whether the bars fit: with their marks, or else with their words alone."""
        for marks in (True, False):
            for control in BELOW:
                self.controls[control].set_mark_shown(marks)
            if look_of(self).sizes.percent <= DOCKED_TO and self._bars_fit():
                return True
        for control in BELOW:
            self.controls[control].set_mark_shown(True)
        return False

    def _fit_top(self) -> None:
        """Leaves the marks of the upper bar out where the words need the room."""
        buttons = [self.controls[control] for control in ABOVE]
        for button in buttons:
            button.set_mark_shown(True)
        sizes = look_of(self).sizes
        needed = (
            sum(button.sizeHint().width() for button in buttons)
            + 2 * sizes.side(self.width())
            + 3 * sizes.gap
        )
        for button in buttons:
            button.set_mark_shown(needed <= self.width())

    def _bars_fit(self) -> bool:
        sizes = look_of(self).sizes
        room = self.width() - 2 * sizes.side(self.width()) - len(BELOW) * sizes.gap // 2
        for control in BELOW:
            room -= self.controls[control].minimumSizeHint().width()
        if room < 0:
            return False
        tell = self.controls[Control.TELL]
        wide = min(tell.sizeHint().width(), tell.minimumSizeHint().width() + room)
        tall = tell.heightForWidth(wide) + self.controls[Control.LISTEN].sizeHint().height()
        return tall <= self.height() * _MOST_OF_THE_HEIGHT

    def _dock(self) -> None:
        self._scrolled.release()
        self._bottom.refill()
        self._bottom.show()
        self._scrolled.hide()
        if self._progress is not None:
            self._top.set_middle(self._progress)

    def _undock(self) -> None:
        self._scrolled.refill(self.controls[control] for control in BELOW)
        self.body.tail.addWidget(self._scrolled)
        self._scrolled.show()
        self._bottom.hide()
        if self._progress is not None:
            self.body.set_lead(self._progress)
