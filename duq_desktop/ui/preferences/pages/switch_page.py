"""Try the switch: which key it sends, how fast the person presses, and a pace that fits them.

The page never hurries: it waits for the switch for ever, counts tries and not time, and can be left at
any try. What it measures stays in the page; what it suggests is scanned at once, so that it can be felt.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.preferences.input_methods import InputMethod, SwitchKey, SwitchTimes
from duq_desktop.ui.access.timing import faster, slower, suggested
from duq_desktop.ui.pages.page import Page
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.buttons import BigButton, WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.words import switches

TAKE = "take"
TRIES = 5
"""Enough for a mean and a spread that the rule of ``access.timing`` can be used with."""
TRY_STEP = 2_000
"""How long the ring stands on a picture at first, in milliseconds; it slows down for who is slower."""
LATE = 0.6
"""A press within this part of a step after the ring has left the cup was meant for the cup."""
TILE = 130
"""The side of a picture to wait for, in pixels at 100 %."""

SAME_MOST = 3
"""Whoever presses the same switch so often when a second one is asked for has no second one."""

_PICTURES = (("boat", switches.BOAT), ("cup", switches.CUP), ("bus", switches.BUS))
"""The cup is never last: who presses a little late must not skip the tries."""
_SHOWN = frozenset({Control.LISTEN, Control.HIDE, Control.BACK})


class Phase(Enum):
    """What the page waits for."""

    LEARN_CHOOSES = "the switch that picks"
    LEARN_MOVES = "the switch that moves"
    TRY = "a press on the cup"
    DONE = "yes, slower or faster"


class Tile(QWidget):
    """A picture with its word that the ring comes to. A pack without the picture shows the word."""

    def __init__(self, tools: Tools, practice_id: str, word: str) -> None:
        super().__init__()
        words = tools.text(word)
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        picture = next((each.picture for each in tools.pack.practice if each.id == practice_id), None)
        view = tools.view_of(picture, TILE) if picture is not None else None
        if view is not None:
            column.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        label = BodyText(words)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)


class Tries(QWidget):
    """The pictures that the ring goes to, and a way out."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tiles = tuple(Tile(tools, name, word) for name, word in _PICTURES)
        self.skip = WordButton(tools.text(switches.SKIP))
        row = RowOrColumn(self)
        row.setSpacing(24)
        for each in (*self.tiles, self.skip):
            row.addWidget(each)


class PaceButtons(QWidget):
    """Yes, slower, faster, try again; without the pace in the middle where nothing moves by itself."""

    def __init__(self, tools: Tools, *, with_pace: bool) -> None:
        super().__init__()
        take = BigButton(tools.text(switches.TAKE), main=True)
        changes = [WordButton(tools.text(w)) for w in (switches.SLOWER, switches.FASTER, switches.AGAIN)]
        self.all: tuple[WordButton, ...] = (take, *changes)
        row = RowOrColumn()
        row.setSpacing(8)
        for button in changes:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        if not with_pace:
            for button in changes[:2]:
                button.hide()


class SwitchPage(Page):
    """``acted`` tells "take" when ``times`` were taken. ``way`` is one switch or two.

    ``is_known``: the switch that picks has been heard already, and somebody may be here with nothing else.

    Whoever hears the switch calls ``learn``, ``tried`` and ``gap``, and scans ``ring_goes_to`` while
    ``is_trying``; ``phase_changed`` says when to begin anew.
    """

    phase_changed = Signal()

    def __init__(self, tools: Tools, way: InputMethod, times: SwitchTimes, *, is_known: bool = False) -> None:
        super().__init__(tools, tools.text(switches.TRY_TITLE), shown=_SHOWN)
        self.way, self.times = way, times
        self._is_known, self._same = is_known, 0
        self._first = _first_phase(way, is_known)
        self.try_step = TRY_STEP
        self._before = times
        self._reactions: list[float] = []
        self._gaps: list[float] = []
        self._line = BodyText(" ")
        self.add(self._line)
        self._build_tries()
        self._build_done()
        self._enter(self._first)

    @property
    def is_listening(self) -> bool:
        """Whether the next press tells which key the switch is."""
        return self.phase in (Phase.LEARN_CHOOSES, Phase.LEARN_MOVES)

    @property
    def is_trying(self) -> bool:
        """Whether presses are tries."""
        return self.phase is Phase.TRY

    @property
    def ring_goes_to(self) -> tuple[QWidget, ...]:
        """What the ring goes to while presses are tries; the last leaves the tries."""
        return (*self.tiles, self.skip)

    def learn(self, key: SwitchKey) -> None:
        """A switch was pressed: it is this key."""
        if self.phase is Phase.LEARN_CHOOSES:
            self.times = replace(self.times, chooses=key)
            self._enter(Phase.LEARN_MOVES if self.way is InputMethod.TWO_SWITCHES else Phase.TRY)
        elif key is self.times.chooses:
            self._same += 1
            self._say(switches.LEARN_OTHER)
            if self._is_known and self._same >= SAME_MOST:
                self.back_pressed.emit()
        else:
            self.times = replace(self.times, moves=key)
            self._enter(Phase.DONE)

    def gap(self, time: float) -> None:
        """So many milliseconds passed between letting go and this press."""
        self._gaps.append(time)

    def tried(self, target: QWidget, reaction: float) -> None:
        """Pressed while the ring was on ``target``, ``reaction`` milliseconds after it had come there."""
        if target is self.skip:
            self.skip.click()
            return
        cup = self.tiles.index(self.cup)
        just_after = target is self.ring_goes_to[(cup + 1) % len(self.ring_goes_to)]
        if target is self.cup:
            self._count(reaction)
        elif just_after and reaction < self.try_step * LATE:
            self._count(self.try_step + reaction)
        else:
            self._say(switches.NOT_YET)

    def _count(self, reaction: float) -> None:
        self._reactions.append(reaction)
        if reaction * 1.5 > self.try_step:
            self.try_step = round(reaction * 1.5)
            self.phase_changed.emit()
        if len(self._reactions) >= TRIES:
            self._finish()
            return
        count = self.tools.text(switches.TRIES, number=len(self._reactions), total=TRIES)
        self._say(switches.GOOD_TRY, count)

    def _finish(self) -> None:
        self.times = suggested(self._reactions, self._gaps, self.times)
        self._enter(Phase.DONE)

    def _build_tries(self) -> None:
        self._tries = Tries(self.tools)
        self.tiles, self.skip = self._tries.tiles, self._tries.skip
        self.cup = self.tiles[1]
        self.skip.clicked.connect(self._finish)
        self.add(self._tries)

    def _build_done(self) -> None:
        self._done = PaceButtons(self.tools, with_pace=self.way is not InputMethod.TWO_SWITCHES)
        self.take, self.slower, self.faster, self.again = self._done.all
        self.take.clicked.connect(partial(self.acted.emit, TAKE))
        self.slower.clicked.connect(lambda: self._change(slower(self.times)))
        self.faster.clicked.connect(lambda: self._change(faster(self.times)))
        self.again.clicked.connect(self._start_again)
        self.add(self._done)

    def _start_again(self) -> None:
        self.times = self._before
        self._reactions, self._gaps, self.try_step = [], [], TRY_STEP
        self._enter(self._first)

    def _change(self, times: SwitchTimes) -> None:
        self.times = times
        self._say_pace()
        self.phase_changed.emit()

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self._same = 0
        self._tries.setVisible(phase is Phase.TRY)
        self._done.setVisible(phase is Phase.DONE)
        two = self.way is InputMethod.TWO_SWITCHES
        if phase is Phase.LEARN_CHOOSES:
            self._say(switches.LEARN_CHOOSES if two else switches.LEARN_ONE)
        elif phase is Phase.LEARN_MOVES:
            self._say(switches.LEARN_MOVES)
        elif phase is Phase.TRY:
            self._say(switches.PRESS_ON_CUP)
        elif two:
            self._say(switches.DONE_TWO_TITLE, self.tools.text(switches.DONE_TWO_LINE))
        else:
            self._say_pace()
        self.phase_changed.emit()

    def _say_pace(self) -> None:
        seconds = f"{self.times.step / 1000:.1f}"
        self._say(switches.DONE_TITLE, self.tools.text(switches.STEP_IS, seconds=seconds))

    def _say(self, sentence: str, more: str = "") -> None:
        """One calm line at the same place, read aloud where the app may."""
        words = " ".join(part for part in (self.tools.text(sentence), more) if part)
        self._line.setText(words)
        self.describe(words)
        self.readings[1:] = [Reading(words, self._line)]
        self.speak_asked.emit([Reading(words, self._line)])


def _first_phase(way: InputMethod, is_known: bool) -> Phase:
    """What is waited for to begin with."""
    if not is_known:
        return Phase.LEARN_CHOOSES
    return Phase.LEARN_MOVES if way is InputMethod.TWO_SWITCHES else Phase.TRY
