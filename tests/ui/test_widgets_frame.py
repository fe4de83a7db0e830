"""The frame: the same places on every page, nothing out of reach, one way of speaking for each control."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.stage import Stage
from duq_desktop.ui.theme import Look, apply_look, load_fonts, read_themes
from duq_desktop.ui.widgets import AnswerCard, AnswerSet, BigButton, Blank, BodyText, Control, PageFrame
from duq_desktop.ui.widgets.answers import Cards
from duq_desktop.ui.widgets.controls import BELOW
from tests.ui.gallery import ROOT, WORDS, question_page

THEMES = read_themes(ROOT / "resources" / "themes")


@pytest.fixture
def show(qtbot):
    load_fonts(ROOT / "resources" / "fonts")

    def shown(page, scale=100, size=(1366, 768)):
        outer = QWidget()
        column = QVBoxLayout(outer)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        qtbot.addWidget(outer)
        apply_look(outer, Look(THEMES["cream"], scale))
        outer.resize(*size)
        with qtbot.waitExposed(outer):
            outer.show()
        outer.activateWindow()
        qtbot.wait(0)
        return outer

    return shown


def places(page):
    return {c: button.mapTo(page, QPoint(0, 0)) for c, button in page.controls.items() if button.isVisible()}


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_controls_keep_their_places_whatever_else_is_shown(show, scale):
    every, some = (
        question_page(PictureCache()),
        PageFrame("Welcome", WORDS, shown={Control.LISTEN, Control.HIDE, Control.TELL, Control.NEXT}),
    )
    kept = [show(every, scale), show(some, scale)]
    assert len(kept) == 2
    assert every.is_docked and some.is_docked
    for control, place in places(some).items():
        assert place == places(every)[control], control


@pytest.mark.parametrize("scale", [300, 400])
def test_large_text_keeps_listen_and_hide_and_scrolls_the_rest_in_order(show, scale):
    page = question_page(PictureCache())
    outer = show(page, scale)
    assert not page.is_docked
    for control in Control:
        scrolls = page.body.isAncestorOf(page.control(control))
        assert scrolls == (control in BELOW), control
    tops = [page.control(control).mapTo(page.body, QPoint(0, 0)) for control in BELOW]
    assert [(p.y(), p.x()) for p in tops] == sorted((p.y(), p.x()) for p in tops)
    apply_look(outer, Look(THEMES["cream"], 100))
    assert page.is_docked


@pytest.mark.parametrize("control", list(Control))
def test_each_control_says_what_was_pressed(qtbot, show, control):
    page = question_page(PictureCache())
    outer = show(page)
    with qtbot.waitSignal(getattr(page, f"{control.value}_pressed"), timeout=1000):
        qtbot.mouseClick(page.control(control), Qt.MouseButton.LeftButton)
    assert outer.isVisible()


def test_escape_hides(qtbot, show):
    page = question_page(PictureCache())
    outer = show(page)
    page.focus_first()
    with qtbot.waitSignal(page.hide_pressed, timeout=1000):
        QTest.keyClick(outer, Qt.Key.Key_Escape)


def test_escape_does_nothing_where_hide_is_not_shown(qtbot, show):
    page = PageFrame("Set up", WORDS, shown={Control.NEXT})
    outer = show(page)
    with qtbot.assertNotEmitted(page.hide_pressed, wait=50):
        QTest.keyClick(outer, Qt.Key.Key_Escape)


def test_the_page_is_a_group_called_by_its_question(show):
    page = question_page(PictureCache())
    outer = show(page)
    interface = QAccessible.queryAccessibleInterface(page)
    assert interface.role() == QAccessible.Role.Grouping
    assert interface.text(QAccessible.Text.Name) == page.heading.text()
    assert outer.isVisible()


@pytest.mark.parametrize("scale", [100, 200, 300, 400])
def test_what_gets_the_focus_is_in_sight(qtbot, show, scale):
    page = question_page(PictureCache())
    outer = show(page, scale, (1366, 768))
    page.focus_first()
    for _ in range(18):
        qtbot.wait(0)
        widget = outer.focusWidget()
        top = widget.mapTo(outer, QPoint(0, 0)).y()
        assert top >= 0 and top + min(widget.height(), 400) <= 768, widget.accessibleName()
        page.focusNextChild()


@pytest.mark.parametrize(
    ("reader", "box", "first"), [(True, True, "heading"), (False, True, "box"), (True, False, "card")]
)
def test_a_screen_reader_is_given_the_question_before_a_box(show, reader, box, first):
    page = PageFrame("What is your name?", WORDS, shown={Control.NEXT})
    parts = {"heading": page.heading, "box": QLineEdit(), "card": BigButton("Yes")}
    page.add(parts["box" if box else "card"])
    page.add(parts["card"])
    page.reader_runs = lambda: reader
    outer = show(page)
    page.focus_first()
    assert outer.focusWidget() is parts[first]
    page.focusNextChild()
    assert outer.focusWidget() is not page.heading


def edges(page, widget):
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def test_the_picture_stands_beside_the_words_or_beside_the_heading_alone(show):
    wide, low, narrow = (question_page(PictureCache()) for _ in range(3))
    kept = [show(wide), show(low, 400), show(narrow, 400, (683, 384))]
    assert len(kept) == 3
    for page, is_low, is_narrow in ((wide, False, False), (low, True, False), (narrow, True, True)):
        picture, heading = edges(page, page.body.picture), edges(page, page.heading)
        first = edges(page, page.findChild(AnswerCard))
        assert (picture.right() < heading.left()) != is_narrow
        assert (picture.bottom() < heading.top()) == is_narrow
        assert (first.left() < picture.right() and picture.bottom() < first.top()) == is_low


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_every_answer_and_every_way_not_to_answer_is_in_sight(show, scale):
    """Refusing must never cost an extra press: nothing of it lies below the fold on a small laptop."""
    page = question_page(PictureCache())
    outer = show(page, scale)
    assert outer.isVisible()
    view = edges(page, page._scroll.viewport())
    for choice in page.findChild(AnswerSet).choices:
        assert view.contains(edges(page, choice)), choice.words()


def test_five_choices_stand_in_two_columns_where_the_window_is_low(show):
    page = PageFrame("Where?", WORDS)
    cards = Cards([AnswerCard(word, word) for word in ("One", "Two", "Three", "Four", "Five")])
    page.add(cards)
    outer = show(page)
    assert cards.cells.columns(cards.width()) == 2
    left, right = (edges(page, card) for card in cards.cards[:2])
    assert left.top() == right.top() and left.right() < right.left() and left.width() == right.width()
    outer.resize(1366, 1400)
    QTest.qWait(0)
    assert cards.cells.columns(cards.width()) == 1


def test_a_page_without_choices_gives_the_focus_to_next(show):
    page = PageFrame("Thank you", WORDS)
    page.add(BodyText("That was all."))
    outer = show(page)
    page.focus_first()
    assert outer.focusWidget() is page.control(Control.NEXT)


def test_the_first_thing_to_choose_gets_the_focus(show):
    page = PageFrame("Help", WORDS)
    button = BigButton("Ask someone")
    page.add(button)
    outer = show(page)
    page.focus_first()
    assert outer.focusWidget() is button


@pytest.mark.parametrize("scale", [100, 400])
def test_a_page_begins_with_its_question(qtbot, show, scale):
    """At 400 % the first answer lies below: the heading has the focus, and Tab goes on to the answer."""
    page = question_page(PictureCache())
    outer = show(page, scale)
    page.focus_first()
    top = page.heading.mapTo(outer, QPoint(0, 0)).y()
    assert top >= 0 and top + page.heading.height() <= 768, "the question is in sight"
    if scale == 400:
        assert outer.focusWidget() is page.heading
        QTest.keyClick(page.heading, Qt.Key.Key_Tab)
        assert page.heading.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert outer.focusWidget().accessibleName() == "Yes"


def test_next_can_have_other_words(show):
    page = PageFrame("The end", WORDS)
    page.set_control_words(Control.NEXT, "Finish", name="Finish: go to the end")
    assert page.control(Control.NEXT).words() == "Finish"
    assert page.control(Control.NEXT).accessibleName() == "Finish: go to the end"


def test_nothing_of_the_session_is_on_the_blank_page(qtbot, show):
    page = Blank("Come back")
    outer = show(page)
    words = [child.text() for child in page.findChildren(QWidget) if hasattr(child, "text") and child.text()]
    assert words == ["Come back"]
    with qtbot.waitSignal(page.returned):
        qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert outer.isVisible()


def test_a_page_that_is_gone_leaves_no_widget_behind(qtbot, qapp):
    before = len(qapp.allWidgets())
    for _ in range(20):
        page = question_page(PictureCache())
        page.show()
        page.close()
        page.deleteLater()
    qtbot.waitUntil(lambda: len(qapp.allWidgets()) <= before + 2)


@pytest.mark.parametrize("scale", [100, 200, 300, 400])
def test_a_page_put_on_a_stage_settles_before_it_chooses_the_focus(qtbot, show, scale):
    """The page is asked at once, before Qt had time to lay it out."""
    stage = Stage()
    outer = show(stage, scale)
    page = question_page(PictureCache())
    stage.show_page(page)
    first = outer.focusWidget()
    place = page._scroll.verticalScrollBar().value()
    qtbot.wait(20)
    assert outer.focusWidget() is first
    assert page._scroll.verticalScrollBar().value() == place, "nothing moves by itself"
    assert (first is page.heading) == (scale >= 300)
    top = page.heading.mapTo(outer, QPoint(0, 0)).y()
    assert top >= 0 and top + page.heading.height() <= 768
