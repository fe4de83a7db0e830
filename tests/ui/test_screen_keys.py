"""Keys on the screen: what they type, what they leave, and how they stand at large text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from duq_desktop import paths
from duq_desktop.ui.theme import Look, apply_look, read_themes
from duq_desktop.ui.theme.tokens import MIN_TARGET
from duq_desktop.ui.widgets import TypedWords
from duq_desktop.ui.widgets.screen_keys import KeyWords, ScreenKeys
from duq_desktop.words import pressing
from tests.ui.walk import problems_of

CREAM = read_themes(paths.resources_folder() / "themes")["cream"]
WORDS = KeyWords(
    name=pressing.KEYS_NAME,
    space=pressing.KEY_SPACE,
    delete=pressing.KEY_DELETE,
    undo=pressing.KEY_UNDO,
    to_numbers=pressing.KEY_NUMBERS,
    to_letters=pressing.KEY_LETTERS,
    rows=pressing.ROWS_ABC,
    numbers=pressing.ROWS_NUMBERS,
    names=dict(zip(pressing.SIGNS, pressing.SIGN_NAMES, strict=True)),
    offered=("staff", "stay out", "stop", "my room", "story", "start", "stairs"),
)


class Desk(QWidget):
    """A box with its keys."""

    def __init__(self, words: KeyWords = WORDS) -> None:
        super().__init__()
        self.box = TypedWords("Your words")
        self.keys = ScreenKeys(self.box, words)
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.keys)

    def type(self, text: str) -> None:
        for sign in text:
            key = self.keys.space if sign == " " else self.keys.keys[sign]
            QTest.mouseClick(key, Qt.MouseButton.LeftButton)

    @property
    def offered(self) -> list[str]:
        return [offer.words() for offer in self.keys.offers if not offer.isHidden()]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    apply_look(made, Look(CREAM))
    qtbot.addWidget(made)
    made.resize(1300, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_is_pressed_stands_in_the_box_with_a_capital_where_a_sentence_begins(desk: Desk) -> None:
    desk.type("i like it. is it ok? don't")
    assert desk.box.words() == "I like it. Is it ok? Don't"


def test_numbers_and_back(desk: Desk) -> None:
    desk.keys.other.click()
    assert desk.keys.letters.isHidden()
    desk.type("42")
    desk.keys.other.click()
    desk.type(" x")
    assert desk.box.words() == "42 x"


def test_delete_takes_the_last_letter_and_undo_the_last_press(desk: Desk) -> None:
    desk.type("cat")
    desk.keys.delete.click()
    assert desk.box.words() == "Ca"
    desk.type("rs")
    desk.keys.undo.click()
    assert desk.box.words() == "Car"


def test_at_most_five_of_the_packs_words_are_offered_and_none_that_was_typed(desk: Desk) -> None:
    desk.type("st")
    assert desk.offered == ["staff", "stay out", "stop", "story", "start"]
    desk.type("ella sto")
    assert desk.offered == ["stop", "story"], "stella was typed and is not learned"
    desk.keys.offers[0].click()
    assert desk.box.toPlainText() == "Stella stop "
    desk.type(".")
    assert desk.box.toPlainText() == "Stella stop."


def test_undo_takes_a_picked_word_away(desk: Desk) -> None:
    desk.type("my ")
    assert desk.offered == []
    desk.type("r st")
    desk.keys.offers[0].click()
    assert desk.box.toPlainText() == "My r staff "
    desk.keys.undo.click()
    assert desk.box.toPlainText() == "My r "


def test_typing_goes_on_where_the_cursor_is_also_after_a_picture_letter(desk: Desk) -> None:
    desk.box.set_words("\U0001f600 ab")
    cursor = desk.box.textCursor()
    cursor.setPosition(3)
    desk.box.setTextCursor(cursor)
    desk.type("x")
    assert desk.box.toPlainText() == "\U0001f600 xab"


def test_wiping_the_box_leaves_nothing_in_the_keys(desk: Desk) -> None:
    desk.type("st")
    desk.box.wipe()
    assert desk.offered == []
    assert {offer.words() for offer in desk.keys.offers} == {"…"}
    desk.keys.undo.click()
    assert desk.box.words() == ""


def test_a_click_on_a_key_leaves_the_focus_in_the_box(desk: Desk) -> None:
    desk.activateWindow()
    desk.box.setFocus()
    desk.type("a")
    assert desk.box.hasFocus()


@pytest.mark.parametrize(("size", "width"), [(100, 1300), (200, 1300), (400, 1300), (100, 480)])
def test_keys_are_large_named_and_whole_at_every_size(
    desk: Desk, qtbot: QtBot, size: int, width: int
) -> None:
    apply_look(desk, Look(CREAM, size))
    desk.resize(width, 1600)
    desk.activateWindow()
    desk.box.setFocus()
    QApplication.processEvents()
    QApplication.processEvents()
    assert problems_of(desk) == []
    for key in desk.keys.keys.values():
        if key.isVisible():
            assert min(key.target().width(), key.target().height()) >= MIN_TARGET
    if size == 100:
        assert all(key.target().height() >= 56 for key in desk.keys.keys.values() if key.isVisible())
