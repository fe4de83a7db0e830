"""Answer mode: one person after the other, each in a process of their own.

A process that has ended leaves nothing in memory: no answer, no typed word, no liking. This one knows
none of it: it only starts the next and lies under it as a cover.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtWidgets import QApplication

from duq_desktop import paths
from duq_desktop.settings import load as load_settings
from duq_desktop.shell.answer_mode.exit_code import TurnEnd
from duq_desktop.shell.app_language import apply_language
from duq_desktop.shell.system_end import SystemEnd
from duq_desktop.ui.other_screens import OtherScreens
from duq_desktop.ui.quiet_desktop import hold_notifications
from duq_desktop.ui.theme import Look, apply_look, load_fonts, read_themes
from duq_desktop.ui.widgets.cover import Cover
from duq_desktop.words import Words, answer_mode

TITLE = "DUQ Desktop"
FAULTS, FAULT_SECONDS = 3, 60.0
"""After so many faults within so many seconds another turn would only end the same way."""


class Supervisor(QObject):
    """Starts ``command`` for each person until the pass phrase was given or nothing goes on.

    ``clock`` gives seconds that only go forward.
    """

    ended = Signal(int)
    """The exit code of the whole: 0 after the pass phrase, 1 when nothing went on."""

    def __init__(
        self,
        command: Sequence[str],
        cover: Cover,
        words: Words,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._command, self._cover, self._words, self._clock = list(command), cover, words, clock
        self._faults: list[float] = []
        self._is_ending = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        cover.closed.connect(lambda: self._end(1))

    @property
    def process_id(self) -> int:
        """The process of the turn that runs now; 0 between two."""
        return self._process.processId()

    def start(self) -> None:
        """The next person's turn."""
        self._process.start(self._command[0], self._command[1:])

    def end(self) -> None:
        """The system ends answer mode: the turn is told to seal what stands and to end, and none follows."""
        self._is_ending = True
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._end(0)
        else:
            self._process.terminate()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        reason = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._process.readAllStandardOutput()
        crashed = status is QProcess.ExitStatus.CrashExit
        if self._is_ending or (code == TurnEnd.LEFT and not crashed):
            self._end(0)
        elif code == TurnEnd.TROUBLE and not crashed:
            self._give_up(self._words(answer_mode.CANNOT_BEGIN, reason=_last_line(reason)))
        elif code in (TurnEnd.OVER, TurnEnd.CUT_OFF) and not crashed:
            self.start()
        else:
            self._after_fault()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        """A turn that could not be started at all does not end either."""
        if error is QProcess.ProcessError.FailedToStart and self._is_ending:
            self._end(0)
        elif error is QProcess.ProcessError.FailedToStart:
            self._after_fault()

    def _after_fault(self) -> None:
        now = self._clock()
        self._faults = [*(when for when in self._faults if now - when < FAULT_SECONDS), now]
        if len(self._faults) < FAULTS:
            QTimer.singleShot(0, self, self.start)
        else:
            self._give_up(self._words(answer_mode.NO_WAY_ON))

    def _give_up(self, sentence: str) -> None:
        print(sentence, file=sys.stderr)
        self._cover.say(sentence, self._words(answer_mode.CLOSE))

    def _end(self, code: int) -> None:
        self._cover.let_close()
        self.ended.emit(code)


def run_turns(data: Path, config: Path) -> int:
    """Run answer mode with the folders of sealed answers and of settings. The exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(TITLE)
    app.setQuitOnLastWindowClosed(False)
    tongue, settings = apply_language(app, load_settings(config))
    load_fonts(paths.resources_folder() / "fonts" / "lexend")
    themes = read_themes(paths.resources_folder() / "themes")
    apply_look(app, Look(themes.get(settings.theme, next(iter(themes.values()))), settings.text_size or 100))
    words = tongue.words
    cover = Cover(TITLE, words(answer_mode.ONE_MOMENT))
    turn = [*own_command(), "run", "--one-turn", *_folder_words(data, config)]
    turns = Supervisor(turn, cover, words)
    turns.ended.connect(app.exit)
    ending = SystemEnd(app)
    ending.has_come.connect(turns.end)
    cover.showFullScreen()
    others = OtherScreens(app, words(answer_mode.ONE_MOMENT))
    turns.ended.connect(others.end)
    hold_notifications(TITLE, words(answer_mode.PEOPLE_ANSWER))
    turns.start()
    return app.exec()


def start_turns(data: Path, config: Path) -> None:
    """Begin answer mode in a process of its own, which lives on when this one ends."""
    command = [*own_command(), "run", "--answer", *_folder_words(data, config)]
    QProcess.startDetached(command[0], command[1:])


def _folder_words(data: Path, config: Path) -> list[str]:
    return ["--data-dir", str(data), "--config-dir", str(config)]


def own_command() -> list[str]:
    """How this app is called: as a module, or as itself where it was packed into one program."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "duq_desktop"]


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
