"""Somebody answers in a process of their own and leaves; it says what is left, and stays to be looked at.

Called with a folder and the two halves of the words to type: the whole stands nowhere in the program.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duq_desktop.interview.steps import PageName
from duq_desktop.ui.pages.action_page import ActionPage
from duq_desktop.ui.person.pages.more_page import MorePage
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.widgets.controls import Control
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.test_whole_session import begin, walk_to


def answer_and_leave(tried: TriedHouse, first: str, second: str) -> None:
    """Types words to a question, says that they may be kept, and goes."""
    begin(tried)
    walk_to(tried, PageName.QUESTION)
    page = tried.running.page
    assert isinstance(page, QuestionPage)
    part = next(iter(page.parts.values()))
    part.answers.choose("no")
    part.more_button.click()
    more = tried.page
    assert isinstance(more, MorePage)
    more.box.typed.setFocus()
    for half in (first, second):
        QTest.keyClicks(more.box.typed, half)
    QTest.keyClick(more.box.typed, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(more.box.typed, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    more.control(Control.NEXT).click()
    tried.running.press_next()
    tried.running.asides.stop()
    for action in ("keep", "leave"):
        assert isinstance(tried.page, ActionPage)
        tried.page.buttons[action].click()
        tried.settle()
    assert isinstance(tried.page, StartPage)


def left_in(app: QApplication, first: str, second: str) -> dict[str, list[str]]:
    """Where the words, or a part of them, still stand in living things."""
    clipboard = app.clipboard()
    modes = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    held = [str(mode) for mode in modes if first in clipboard.text(mode)]
    shown = []
    for widget in app.allWidgets():
        texts = [
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
            widget.windowTitle(),
        ]
        for name in ("text", "toPlainText", "words"):
            read = getattr(widget, name, None)
            texts.append(str(read()) if callable(read) else "")
        if any(first in text for text in texts):
            shown.append(type(widget).__name__)
    gc.collect()
    mine = {id(sys.argv), id(first), id(second)}
    kept = [
        type(holder).__name__
        for holder in gc.get_objects()
        for held_by in gc.get_referents(holder)
        if type(held_by) is str and first in held_by and held_by != first and id(held_by) not in mine
    ]
    return {"clipboard": held, "widgets": shown, "objects": kept}


def main() -> None:
    folder, first, second = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    app = QApplication([])
    with tried_house(app, folder) as tried:
        answer_and_leave(tried, first, second)
        print(json.dumps(left_in(app, first, second)), flush=True)
        sys.stdin.readline()


if __name__ == "__main__":
    main()
