"""How a page uses its room: rows that wrap, columns, gaps that close, and places that are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme import Look, apply_look, load_fonts, read_themes
from duq_desktop.ui.widgets import BodyText, Control, PageFrame
from duq_desktop.ui.widgets.answers import AnswerCard, Cards
from duq_desktop.ui.widgets.buttons import BigButton, WordButton
from duq_desktop.ui.widgets.flow import SideBySide, WrappedRow
from duq_desktop.ui.widgets.notices import CalmNotice
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.ui.widgets.pictured_line import PicturedLine
from duq_desktop.ui.widgets.text import WrappedText
from tests.ui.gallery import ROOT, WORDS

THEMES = read_themes(ROOT / "resources" / "themes")
SCREEN = (1366, 768)


def settle(qtbot, window):
    """Wait until nothing in the window moves any more: on a busy computer sizes come late, one by one."""
    seen = []

    def stands_still():
        QApplication.sendPostedEvents()
        seen.append([each.geometry() for each in (window, *window.findChildren(QWidget))])
        return len(seen) > 1 and seen[-1] == seen[-2]

    qtbot.waitUntil(stands_still)


@pytest.fixture
def show(qtbot):
    load_fonts(ROOT / "resources" / "fonts")
    kept = []

    def shown(widget, size=SCREEN):
        kept.append(widget)
        qtbot.addWidget(widget)
        apply_look(widget, Look(THEMES["cream"]))
        widget.resize(*size)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        settle(qtbot, widget)
        return widget

    yield shown
    kept.clear()


def buttons_in(show, width, words=("Pick pictures", "Keys on the screen", "Hear my words", "Take all away")):
    holder = QWidget()
    row = WrappedRow(holder)
    row.setSpacing(10)
    buttons = [WordButton(each) for each in words]
    for button in buttons:
        row.addWidget(button)
    show(holder, (width, 600))
    return buttons


def test_buttons_stand_in_as_few_lines_as_they_need(show):
    natural = [button.sizeHint().width() for button in buttons_in(show, 2000)]
    two = natural[0] + 10 + natural[1]
    wide, narrow = (
        buttons_in(show, sum(natural) + 30),
        buttons_in(show, max(two, natural[2] + 10 + natural[3])),
    )
    assert {button.y() for button in wide} == {0}
    assert [button.y() for button in narrow][:2] == [0, 0]
    assert narrow[2].y() == narrow[3].y() > 0
    assert [button.width() for button in narrow] == natural, "a button keeps its own width"


def test_a_button_wider_than_the_page_wraps_its_words(show):
    (button,) = buttons_in(show, 160, ("Keys that are shown on the screen",))
    assert button.width() == 160
    assert button.height() >= button.heightForWidth(160)


def test_parts_stand_in_two_columns_only_where_each_has_room(show):
    for width, columns in ((1200, 2), (500, 1)):
        box = SideBySide(20)
        parts = [BodyText(f"This is sentence number {number}.") for number in range(4)]
        for part in parts:
            box.add(part)
        show(box, (width, 600))
        assert len({part.x() for part in parts}) == columns
        across = [(part.x(), part.y()) for part in parts]
        assert across == sorted(across), "read down one column and then the next"


def page_with(lines, cards=2):
    page = PageFrame("What is your role?", WORDS)
    for number in range(lines):
        page.add(BodyText(f"This is sentence number {number}."))
    choices = Cards([AnswerCard(str(number), f"Answer {number}") for number in range(cards)])
    page.add(choices)
    return page, choices


def ends_of(page, choices):
    return {card.mapTo(page, QPoint(card.width(), 0)).x() for card in choices.cards}


def bar_of(page):
    return page._scroll.verticalScrollBar()


def test_what_stands_on_a_page_keeps_its_places_whether_the_page_scrolls_or_not(show):
    short, long = page_with(1), page_with(20)
    for page, _ in (short, long):
        show(page)
    assert bar_of(short[0]).maximum() == 0 < bar_of(long[0]).maximum()
    assert ends_of(*short) == ends_of(*long)


def test_a_page_that_is_a_little_too_long_closes_its_gaps_and_does_not_scroll(show):
    tried = {}
    for lines in range(1, 12):
        page, choices = page_with(lines)
        show(page)
        tried[lines] = bar_of(page).maximum()
        words = [part for part in page.body.content.findChildren(BodyText) if part.isVisible()]
        bottoms = [part.geometry().bottom() for part in words]
        assert all(below.y() > bottom for below, bottom in zip(words[1:], bottoms, strict=False))
        assert choices.cards[0].height() >= 96
    scrolls = [beyond for beyond in tried.values() if beyond]
    assert scrolls, "no page was too long"
    assert min(scrolls) > 24


def test_words_in_more_room_keep_it_on_a_page_that_is_too_long(show):
    """Who asked for room between paragraphs gets it, whether the page scrolls or not (WCAG 1.4.12)."""
    page, _ = page_with(8)
    show(page)
    apply_look(page, Look(THEMES["cream"], wide=True))
    QApplication.processEvents()
    words = page.body.content.findChildren(BodyText)
    assert words[1].y() - words[0].geometry().bottom() >= 2 * 21


PICTURES = sorted((ROOT / "easyread" / "duq-code" / "pictures").glob("harm-*.svg"))


def page_to_read(lines, words="This is what you read here."):
    """A page of lines with pictures and nothing to press, and those lines."""
    page, cache = PageFrame("Why do we ask?", WORDS), PictureCache()
    found = []
    for number in range(lines):
        picture = PictureView(Picture("harm", "", PICTURES[number]), cache, side=72)
        found.append((picture, BodyText(words)))
        page.add(PicturedLine(*found[-1]))
    return page, found


@pytest.mark.parametrize(("lines", "least"), [(1, 180), (2, 140), (3, 130), (4, 100)])
def test_the_fewer_lines_there_are_to_read_the_larger_they_are(show, lines, least):
    page, found = page_to_read(lines)
    show(page)
    assert bar_of(page).maximum() == 0
    for picture, words in found:
        assert picture.width() >= least
        assert words.letters().pixelSize() == 26 > words.font().pixelSize()
        assert words.x() > picture.geometry().right()


def test_lines_that_grow_in_more_room_keep_the_room_between_their_letters(show):
    """WCAG 1.4.12 asks for it as a part of the letters' size, whatever that is."""
    page, found = page_to_read(2)
    show(page)
    apply_look(page, Look(THEMES["cream"], wide=True))
    QApplication.processEvents()
    letters = found[0][1].letters()
    assert letters.pixelSize() == 26
    assert letters.letterSpacing() >= 0.12 * 26 - 0.02
    assert letters.wordSpacing() >= 0.16 * 26 - 0.02


@pytest.mark.parametrize("size", [200, 300, 400])
def test_large_letters_are_as_large_as_was_asked(show, size):
    page, found = page_to_read(2)
    show(page)
    apply_look(page, Look(THEMES["cream"], size))
    QApplication.processEvents()
    words = found[0][1]
    assert words.letters().pixelSize() == words.font().pixelSize() == round(21 * size / 100)


def page_of_buttons(count, words="Put it on a stick"):
    page, cache = PageFrame("Do you want a copy?", WORDS), PictureCache()
    buttons = [
        BigButton(f"{words} {n}", picture=Picture("harm", "", PICTURES[n]), pictures=cache)
        for n in range(count)
    ]
    for button in buttons:
        page.add(button)
    page.body.let_grow(buttons)
    return page, buttons


def test_pictures_on_buttons_grow_only_where_the_page_has_room(show):
    sides = {}
    for count in (2, 4, 5):
        page, buttons = page_of_buttons(count)
        show(page)
        assert bar_of(page).maximum() == 0
        assert len({button._spot.width() for button in buttons}) == 1
        sides[count] = buttons[0]._spot.width()
    assert sides[2] > sides[5] == 64
    assert sides[2] >= sides[4] >= sides[5]


def test_a_picture_grows_only_where_the_words_keep_their_lines(show, qtbot):
    button = BigButton("Somebody reads", picture=Picture("harm", "", PICTURES[0]), pictures=PictureCache())
    show(button, (button.sizeHint().width(), 100))
    before = button.heightForWidth(button.width())
    assert button.grow_picture(1.4)
    assert button._spot.width() == 64
    assert button.heightForWidth(button.width()) == before
    button.resize(button.width() + 40, 100)
    qtbot.waitUntil(lambda: button._spot.width() == 90)


def test_no_word_stands_alone_in_a_last_line(show):
    words = "Do you need help now? Tell someone now. Do not wait for the app."
    label = show(BodyText(words))
    layout = label._lay_out(label.width()).layout
    lines = [layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount())]
    assert len(lines) == 2
    assert lines[1] > lines[0] / 3


def test_no_word_is_broken_at_its_hyphen_for_the_sake_of_even_lines(show):
    words = (
        "Letters: Lexend and Weighted Letters, SIL Open Font License 1.1. Voice: espeak-ng, GNU License 3."
    )
    plain, even = show(WrappedText(words, spacing=1.45)), show(BodyText(words))
    for width in range(340, 760, 3):
        for label in (plain, even):
            label.setFixedWidth(width)
        assert even.breaks_a_word() <= plain.breaks_a_word()


def test_a_notice_that_comes_by_itself_leaves_the_focus_and_the_page(show):
    page, _ = page_with(20)
    show(page)
    following = page.control(Control.NEXT)
    following.setFocus()
    notice = CalmNotice("There is no sound.")
    page.add(notice)
    notice.mention()
    QApplication.processEvents()
    assert following.hasFocus()
    assert bar_of(page).value() == 0
    assert notice.isVisible()
    assert notice.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.keyClick(following, Qt.Key.Key_Backtab)
    assert not notice.hasFocus()


def test_sixty_letters_stay_in_one_line(show):
    words = "Can we show your words in a report? No one sees who said it."
    assert len(words) == 60
    label, short = show(BodyText(words)), show(BodyText("Short."))
    assert label.heightForWidth(SCREEN[0]) == short.heightForWidth(SCREEN[0])
