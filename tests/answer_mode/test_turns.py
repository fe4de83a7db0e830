"""Answer mode: a fresh process for each person, and no way out but the end of a turn or the pass phrase."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from duq_desktop.settings import Settings, save
from duq_desktop.shell.answer_mode.exit_code import TurnEnd
from duq_desktop.shell.answer_mode.supervisor import FAULTS, Supervisor
from duq_desktop.shell.app import App
from duq_desktop.shell.context import Folders
from duq_desktop.store.inbox.store import Store
from duq_desktop.ui.opener.opener_app import OpenerPart
from duq_desktop.ui.opener.pages.fields import FieldsPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.widgets.cover import Cover
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.vault.pins import pin_key
from duq_desktop.words import Words, answer_mode
from tests.ui.houses import HOME, PHRASE, QUICK

SAYS = """
import os, sys
from pathlib import Path
log = Path(sys.argv[1])
turn = len(log.read_text().split()) if log.exists() else 0
log.open("a").write(f"{os.getpid()}\\n")
code = sys.argv[2:][min(turn, len(sys.argv) - 3)]
print("why it does not go on", file=sys.stderr)
os.kill(os.getpid(), 9) if code == "killed" else sys.exit(int(code))
"""
"""A turn that notes its process and ends as it is told: the n-th in the n-th way."""


def turns_of(folder: Path, *ends: int | str) -> tuple[Supervisor, Cover, Path]:
    """Answer mode with turns that end in these ways, and where their processes are noted."""
    log = folder / "processes"
    ways = [end if isinstance(end, str) else str(int(end)) for end in ends]
    cover = Cover("tried", "One moment")
    return Supervisor([sys.executable, "-c", SAYS, str(log), *ways], cover, Words()), cover, log


def words_on(cover: Cover) -> str:
    return " ".join(label.text() for label in cover.findChildren(BodyText))


def test_each_person_gets_a_process_of_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    turns, cover, log = turns_of(tmp_path, TurnEnd.OVER, TurnEnd.OVER, TurnEnd.LEFT)
    qtbot.addWidget(cover)
    with qtbot.waitSignal(turns.ended, timeout=20_000) as ended:
        turns.start()
    assert ended.args == [0]
    assert len(set(log.read_text().split())) == 3


@pytest.mark.parametrize("fault", [1, "killed"])
def test_a_turn_that_breaks_off_is_followed_by_another(
    qtbot: QtBot, tmp_path: Path, fault: int | str
) -> None:
    turns, cover, log = turns_of(tmp_path, fault, TurnEnd.LEFT)
    qtbot.addWidget(cover)
    with qtbot.waitSignal(turns.ended, timeout=20_000) as ended:
        turns.start()
    assert ended.args == [0]
    assert len(log.read_text().split()) == 2


def test_it_gives_up_with_a_sentence_when_every_turn_breaks_off(
    qtbot: QtBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    turns, cover, log = turns_of(tmp_path, 1)
    qtbot.addWidget(cover)
    turns.start()
    qtbot.waitUntil(lambda: answer_mode.NO_WAY_ON in words_on(cover), timeout=20_000)
    assert len(log.read_text().split()) == FAULTS
    assert answer_mode.NO_WAY_ON in capfd.readouterr().err
    with qtbot.waitSignal(turns.ended) as ended:
        cover.closed.emit()
    assert ended.args == [1]


def test_a_program_that_is_not_there_is_given_up_too(
    qtbot: QtBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    cover = Cover("tried", "One moment")
    qtbot.addWidget(cover)
    turns = Supervisor([str(tmp_path / "nothing here")], cover, Words())
    turns.start()
    qtbot.waitUntil(lambda: answer_mode.NO_WAY_ON in words_on(cover), timeout=20_000)
    assert answer_mode.NO_WAY_ON in capfd.readouterr().err


def test_trouble_is_told_on_the_cover_and_not_tried_again(
    qtbot: QtBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    turns, cover, log = turns_of(tmp_path, TurnEnd.TROUBLE)
    qtbot.addWidget(cover)
    turns.start()
    qtbot.waitUntil(lambda: "why it does not go on" in words_on(cover), timeout=20_000)
    assert len(log.read_text().split()) == 1
    assert "why it does not go on" in capfd.readouterr().err


def test_nobody_closes_the_cover_by_hand(qtbot: QtBot) -> None:
    cover = Cover("tried", "One moment")
    qtbot.addWidget(cover)
    cover.show()
    assert not cover.close()
    cover.let_close()
    assert not cover.isVisible()


def one_turn(folder: Path, *, known: bool = True) -> Callable[[QApplication], App]:
    """A house of one turn in ``folder``; ``known``: set up, with its key noted."""
    data, config = folder / "data", folder / "config"
    save(Settings(voice=False, guard_ms=0), config)
    Store.set_up(data, HOME, PHRASE, cost=QUICK)
    if known:
        with Store.open(data) as store:
            pin_key(config, store.fingerprint, data)
    return lambda app: App(app, Folders(data, config), one_turn=True)


def run(app: QApplication, house: App, act: Callable[[], None]) -> int:
    """The exit code of the app in which ``act`` is done once it runs."""
    try:
        house.open()
        QTimer.singleShot(0, house.window, act)
        return app.exec()
    finally:
        house.take_down()


def start_page(house: App) -> StartPage:
    page = house.window.stage.page
    assert isinstance(page, StartPage)
    return page


def test_a_turn_ends_with_its_session(qapp: QApplication, tmp_path: Path) -> None:
    house = one_turn(tmp_path)(qapp)

    def answer_and_stop() -> None:
        start_page(house).buttons["start"].click()
        assert house.front is not None
        assert house.front.running is not None
        house.front.running.over.emit()

    assert run(qapp, house, answer_and_stop) == TurnEnd.OVER


def test_closing_by_hand_does_nothing(qapp: QApplication, tmp_path: Path) -> None:
    house = one_turn(tmp_path)(qapp)
    seen: list[bool] = []

    def close() -> None:
        event = QCloseEvent()
        qapp.sendEvent(house.window, event)
        seen.extend([event.isAccepted(), house.window.isVisible(), house.store is not None])
        qapp.exit(0)

    run(qapp, house, close)
    assert seen == [False, True, True]


def phrase_typed(house: App, phrase: str) -> None:
    page = house.window.stage.page
    assert isinstance(page, FieldsPage)
    page.findChildren(QLineEdit)[0].setText(phrase)
    page.next_pressed.emit()


def test_the_pass_phrase_closes_it_and_opens_nothing(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    house = one_turn(tmp_path)(qapp)
    rooms: list[object] = []

    def leave() -> None:
        button = start_page(house).buttons["opener"]
        assert button.words() == answer_mode.CLOSE_THE_APP
        button.click()
        assert isinstance(house.opener.part, OpenerPart)
        phrase_typed(house, "this is not the phrase at all")
        qtbot.waitUntil(lambda: bool(getattr(house.window.stage.page, "notice_words", "")))
        rooms.append(house.opener.part.room)
        phrase_typed(house, PHRASE)

    assert run(qapp, house, leave) == TurnEnd.LEFT
    assert rooms == [None]


@pytest.mark.parametrize("set_up", [True, False])
def test_a_folder_that_nobody_vouched_for_begins_no_turn(
    qapp: QApplication, tmp_path: Path, capfd: pytest.CaptureFixture[str], set_up: bool
) -> None:
    if set_up:
        house = one_turn(tmp_path, known=False)(qapp)
    else:
        house = App(qapp, Folders(tmp_path / "none", tmp_path / "config"), one_turn=True)
    pages: list[object] = []
    assert run(qapp, house, lambda: pages.append(house.window.stage.page)) == TurnEnd.TROUBLE
    assert answer_mode.NOT_SET_UP in capfd.readouterr().err
    assert pages == [None]
