"""The system ends the app: what stands on the page is sealed as it was given, and the app ends in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from duq_desktop.interview.records import OpenedSession
from duq_desktop.interview.session_reader import read_session
from duq_desktop.settings import Settings, save
from duq_desktop.shell.answer_mode.exit_code import TurnEnd
from duq_desktop.shell.answer_mode.supervisor import Supervisor
from duq_desktop.shell.system_end import SystemEnd
from duq_desktop.store.file.folder import FolderLock
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.widgets.cover import Cover
from duq_desktop.vault.pins import pin_key
from duq_desktop.words import Words
from tests.ui.app_at_words import READY, WORDS
from tests.ui.houses import HOME, PHRASE, QUICK

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""How long to wait for a process, in seconds: only a busy computer needs more than a few."""

posix = pytest.mark.skipif(os.name != "posix", reason="these signals are POSIX's")


@contextmanager
def somebody_at_the_words(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The app in a process of its own, and the number of the process in which words stand on the page."""
    data, config = folder / "data", folder / "config"
    save(Settings(voice=False, guard_ms=0), config)
    Store.set_up(data, HOME, PHRASE, cost=QUICK)
    with Store.open(data) as store:
        pin_key(config, store.fingerprint, data)
    command = [sys.executable, "-m", "tests.ui.app_at_words", "run", *arguments]
    command += ["--data-dir", str(data), "--config-dir", str(config)]
    ready = folder / "ready"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", READY: str(ready)}
    with (folder / "said").open("wb") as said:
        child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
    try:
        until(lambda: ready.exists() and bool(ready.read_text("ascii")), child, folder)
        yield child, int(ready.read_text("ascii"))
    finally:
        with suppress(ProcessLookupError):
            child.kill()
        child.wait()


def until(done: Callable[[], bool], child: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait for it as long as the process lives."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert child.poll() is None, (folder / "said").read_text("utf-8", "replace")
        assert time.monotonic() < end, (folder / "said").read_text("utf-8", "replace")
        time.sleep(0.02)


def sealed(folder: Path) -> OpenedSession:
    """The only session; the folder must have been let go of."""
    FolderLock(folder / "data").release()
    with Store.open(folder / "data") as store:
        opener = store.unlock(PHRASE)
        try:
            (session,) = opener.open_all().sessions
            return session
        finally:
            opener.lock()


def assert_nothing_is_lost(folder: Path) -> None:
    (answer,) = read_session(sealed(folder)).latest.values()
    assert (answer.answer, answer.words) == ("no", WORDS)
    assert not list(folder.rglob("core*"))


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_stands_on_the_page_is_sealed_when_the_system_ends_the_app(tmp_path: Path, name: str) -> None:
    with somebody_at_the_words(tmp_path) as (app, _number):
        app.send_signal(getattr(signal, name))
        assert app.wait(PATIENCE) == 0
    assert_nothing_is_lost(tmp_path)


@posix
def test_in_answer_mode_the_turn_is_sealed_and_none_follows(tmp_path: Path) -> None:
    with somebody_at_the_words(tmp_path, "--answer") as (app, turn):
        assert turn != app.pid
        app.send_signal(signal.SIGTERM)
        assert app.wait(PATIENCE) == 0
    assert not Path(f"/proc/{turn}").exists()
    assert_nothing_is_lost(tmp_path)


@posix
def test_a_turn_that_the_system_ends_is_sealed_and_is_no_fault(tmp_path: Path) -> None:
    with somebody_at_the_words(tmp_path, "--one-turn") as (app, turn):
        assert turn == app.pid
        app.send_signal(signal.SIGTERM)
        assert app.wait(PATIENCE) == TurnEnd.CUT_OFF
    assert_nothing_is_lost(tmp_path)


@posix
def test_a_signal_that_was_to_be_ignored_stays_so(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with somebody_at_the_words(tmp_path) as (app, _number):
            app.send_signal(signal.SIGHUP)
            with pytest.raises(subprocess.TimeoutExpired):
                app.wait(1)
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.fixture
def ending(qapp: QApplication) -> Iterator[SystemEnd]:
    ending = SystemEnd(qapp)
    yield ending
    ending.close()
    ending.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Asking:
    """A desktop's session manager, as far as it is heard here."""

    def __init__(self) -> None:
        self.hint: object = None

    def setRestartHint(self, hint: QSessionManager.RestartHint) -> None:
        self.hint = hint


def test_a_session_that_may_end_is_told_once_until_somebody_goes_on(
    ending: SystemEnd, qapp: QApplication, qtbot: QtBot
) -> None:
    told: list[str] = []
    ending.may_come.connect(lambda: told.append("may come"))
    ending.has_come.connect(lambda: told.append("has come"))
    manager = Asking()
    for _ in range(2):
        ending.asked(manager)  # type: ignore[arg-type]
    assert told == ["may come"]
    assert manager.hint is QSessionManager.RestartHint.RestartNever
    widget = QWidget()
    qtbot.addWidget(widget)
    QTest.keyClick(widget, Qt.Key.Key_A)
    ending.asked(manager)  # type: ignore[arg-type]
    assert told == ["may come", "may come"]
    assert ending.eventFilter(QObject(), QEvent(QEvent.Type.Quit)) is False
    assert told[2:] == ["has come"]


def test_the_desktops_session_is_heard(ending: SystemEnd, qapp: QApplication) -> None:
    assert qapp.receivers("2commitDataRequest(QSessionManager&)") >= 1
    assert qapp.receivers("2saveStateRequest(QSessionManager&)") >= 1


def test_a_supervisor_told_to_end_between_two_turns_ends(qtbot: QtBot) -> None:
    cover = Cover("tried", "One moment")
    qtbot.addWidget(cover)
    turns = Supervisor([sys.executable, "-c", ""], cover, Words())
    with qtbot.waitSignal(turns.ended) as ended:
        turns.end()
    assert ended.args == [0]
