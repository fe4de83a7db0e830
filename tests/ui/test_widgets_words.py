"""Words that wrap, are marked, typed and picked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import BoardGroup, Picture, PictureWord
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme import Look, apply_look, load_fonts, read_theme
from duq_desktop.ui.widgets import (
    BigButton,
    BoardWords,
    BodyText,
    CalmNotice,
    ContactCard,
    Heading,
    HearButton,
    PictureBoard,
    Progress,
    TypedWords,
    WordButton,
)
from duq_desktop.ui.widgets.picture_board import AT_ONCE, in_pages
from tests.ui.gallery import ROOT

CREAM = read_theme(ROOT / "resources" / "themes" / "cream.toml")
LONG = "Do the people who support you listen to what you say, and do they do what you have agreed together?"


@pytest.fixture(autouse=True)
def look(qapp):
    load_fonts(ROOT / "resources" / "fonts")
    apply_look(qapp, Look(CREAM))
    yield
    qapp.setProperty("duq_look", None)
    qapp.setStyleSheet("")


def lines(label):
    layout = label._lay_out(label.width()).layout
    return [
        layout.text()[layout.lineAt(n).textStart() :][: layout.lineAt(n).textLength()]
        for n in range(layout.lineCount())
    ]


def test_lines_are_no_longer_than_sixty_characters(qtbot):
    label = BodyText(LONG)
    qtbot.addWidget(label)
    label.resize(3000, 400)
    assert len(lines(label)) == 2
    longest = max(len(line.rstrip()) for line in lines(label))
    assert 50 <= longest <= 64, "sixty of middling width; narrow letters may add a few"


@pytest.mark.parametrize("number", ["0113 496 0000", "+44 (0)113 496 0000", "0300 123 4567 ext 12"])
def test_no_line_ends_inside_a_telephone_number_unless_it_is_longer_than_a_line(qtbot, number):
    label = BodyText(f"You can call the team that keeps people safe on {number} at any time of the day.")
    qtbot.addWidget(label)
    label.ensurePolished()
    widest = round(QFontMetricsF(label.letters()).horizontalAdvance(number)) + 8
    for width in range(widest, label.line_width(), 17):
        label.resize(width, 400)
        assert any(number.replace(" ", "\u00a0") in line for line in lines(label)), (width, lines(label))
    label.resize(round(widest * 0.7), 900)
    assert not label.breaks_a_word()
    assert label.text().count("\u00a0") == 0, "what is read aloud and told to a screen reader is as written"


def test_a_label_needs_more_height_when_it_is_narrow(qtbot):
    label = Heading(LONG)
    qtbot.addWidget(label)
    assert label.heightForWidth(300) > 2 * label.heightForWidth(1200)


def test_marking_a_word_moves_nothing_and_can_be_seen(qtbot):
    label = BodyText("Zoë has a 🙂 dog")
    qtbot.addWidget(label)
    label.resize(400, 60)
    label.show()
    before = label.grab().toImage()
    height = label.heightForWidth(400)
    start = label.text().index("dog")
    label.highlight(start, start + 3)
    after = label.grab().toImage()
    assert label.highlighted == "dog"
    assert label.heightForWidth(400) == height
    changed = [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    ends = label.fontMetrics().horizontalAdvance("Zoë has a 🙂 ")
    assert min(x for x, _ in changed) >= ends - 2, "nothing before the marked word may change"
    label.clear_highlight()
    assert label.grab().toImage() == before


def test_words_are_their_own_name(qtbot):
    label = BodyText("You can stop.")
    qtbot.addWidget(label)
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == "You can stop."


@pytest.mark.parametrize("make", [WordButton, BigButton, lambda words: HearButton(words, "Yes")])
def test_a_button_without_words_cannot_be_made(qtbot, make):
    with pytest.raises(ValueError, match="needs words"):
        make("  ")


def test_a_name_must_hold_the_words_shown(qtbot):
    with pytest.raises(ValueError, match="must begin"):
        WordButton("Next", name="Go to the following page")
    button = WordButton("Next", name="Next: question 4 of 8")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Next: question 4 of 8"


@pytest.fixture
def box(qtbot):
    made = TypedWords("Your own words", limit=20)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_typed_words_cannot_be_copied_cut_or_selected_out(box):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    QTest.keyClicks(box, "My secret")
    box.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(box, key, Qt.KeyboardModifier.ControlModifier)
    assert box.words() == "My secret"
    assert clipboard.text() == "before"
    box.copy()
    box.cut()
    assert "secret" not in clipboard.text()
    assert box.createMimeDataFromSelection() is None
    assert box.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_typed_words_keep_no_history(box):
    QTest.keyClicks(box, "My secret")
    box.wipe()
    box.undo()
    box.document().undo()
    assert box.words() == ""
    assert not box.document().isUndoAvailable()


def test_typed_words_are_called_sensitive_to_keyboards(box):
    assert box.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_tab_leaves_the_box(box):
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.toPlainText() == "a"


def test_tab_goes_on_to_the_next_control(qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    box, button = TypedWords("Your own words"), WordButton("Next")
    column.addWidget(box)
    column.addWidget(button)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert box.toPlainText() == ""


def test_the_box_says_when_it_is_full_in_bytes(qtbot, box):
    box.set_words("é" * 10)
    assert not box.is_full
    with qtbot.waitSignal(box.full_changed) as said:
        box.set_words("é" * 11)
    assert said.args == [True]


def picture(name):
    return Picture(concept=name, alt=name)


@pytest.fixture
def board(qtbot):
    groups = [BoardGroup(f"g{n}", f"Group {n}", picture(f"g{n}")) for n in range(6)]
    words = [
        PictureWord(f"w{g}{n}", f"Word {g}{n}", f"g{g}", picture(f"w{g}{n}"))
        for g in range(6)
        for n in range(8)
    ]
    texts = BoardWords(empty="Nothing yet", undo="Undo", more="More", groups="All kinds")
    made = PictureBoard(groups, words, texts, PictureCache())
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_board_never_shows_more_than_five_and_reaches_every_word(board):
    seen = set()
    for page in range(2):
        groups = [card.words() for card in board.choices]
        for index in range(len(groups)):
            board.choices[index].click()
            for _ in range(2):
                assert len(board.choices) <= AT_ONCE
                seen |= {card.words() for card in board.choices}
                board.more_button.click()
            board.groups_button.click()
            for _ in range(page):
                board.more_button.click()
        board.more_button.click()
    assert len(seen) == 48


def test_words_are_picked_and_taken_back(qtbot, board):
    board.choices[0].click()
    with qtbot.waitSignals([board.changed, board.picked]):
        board.choices[1].click()
    board.choices[2].click()
    assert board.picked_ids == ("w01", "w02")
    assert board.label.text() == "Word 01 · Word 02"
    assert board.undo_button.accessibleName() == "Undo: Word 02", "heard: what it takes away"
    board.undo_button.click()
    assert board.picked_ids == ("w01",)
    assert board.undo_button.accessibleName() == "Undo: Word 01"
    assert board.undo_button.words() == "Undo"
    board.wipe()
    assert board.picked_ids == ()
    assert board.label.text() == "Nothing yet"


@pytest.mark.parametrize("count", range(1, 49))
def test_pages_share_out_evenly(count):
    pages = in_pages(count)
    assert [n for page in pages for n in page] == list(range(count))
    assert max(map(len, pages)) <= AT_ONCE
    assert max(map(len, pages)) - min(map(len, pages)) <= 1


def test_a_notice_is_announced_by_focus_and_is_no_stop_afterwards(qtbot):
    notice = CalmNotice("It could not be saved. Try again.")
    qtbot.addWidget(notice)
    with qtbot.waitExposed(notice):
        notice.announce()
    notice.activateWindow()
    qtbot.waitUntil(notice.hasFocus)
    assert QAccessible.queryAccessibleInterface(notice).state().focused
    notice.clearFocus()
    assert notice.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_progress_and_contacts_say_their_words(qtbot):
    progress, contact = Progress(3, 8, "3 of 8"), ContactCard("Council", "They help.", "01632 960 001")
    qtbot.addWidget(progress)
    qtbot.addWidget(contact)
    assert progress.accessibleName() == "3 of 8"
    assert contact.accessibleName() == "Council. They help. 01632 960 001"
