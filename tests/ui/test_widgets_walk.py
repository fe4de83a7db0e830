"""The kit's own pages at every text size and width, walked; and proof that the walk bites."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme import TEXT_SIZES, Look, apply_look, load_fonts, read_themes
from duq_desktop.ui.widgets import BodyText, PageFrame
from tests.ui.gallery import PAGES, ROOT, question_page
from tests.ui.walk import contrast_problems_of, problems_of

THEMES = read_themes(ROOT / "resources" / "themes")


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts(ROOT / "resources" / "fonts")


def show(qtbot, page, look, size=(1366, 768)):
    frame = QWidget()
    qtbot.addWidget(frame)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    apply_look(frame, look)
    frame.resize(*size)
    with qtbot.waitExposed(frame):
        frame.show()
    qtbot.wait(0)
    assert frame.size() == QSize(*size), "the page forces a larger window than asked for"
    return frame


@pytest.mark.parametrize("size", [(1366, 768), (683, 384), (1920, 1080)], ids=str)
@pytest.mark.parametrize("scale", TEXT_SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_nameless_small_or_cut(qtbot, name, scale, size):
    frame = show(qtbot, PAGES[name](PictureCache()), Look(THEMES["cream"], scale), size)
    assert problems_of(frame) == []


@pytest.mark.parametrize("theme", THEMES)
def test_rendered_words_reach_seven_to_one(qtbot, theme):
    for make in PAGES.values():
        frame = show(qtbot, make(PictureCache()), Look(THEMES[theme], 150), (1366, 1600))
        assert contrast_problems_of(frame) == []


def test_the_walk_finds_a_nameless_button_and_a_small_one(qtbot):
    page = QWidget()
    button = QPushButton(page)
    button.setFixedSize(30, 30)
    frame = show(qtbot, page, Look(THEMES["cream"]))
    found = problems_of(frame)
    assert any("no name" in problem for problem in found)
    assert any(": 30 by" in problem for problem in found)


def test_the_walk_finds_cut_words(qtbot):
    page = QWidget()
    label = QLabel("Words that need much more room than this", page)
    label.setFixedSize(40, 10)
    frame = show(qtbot, page, Look(THEMES["cream"]))
    assert any(problem.startswith("clipped") for problem in problems_of(frame))


def test_the_walk_finds_a_broken_word(qtbot):
    page = QWidget()
    label = BodyText("Understanding", parent=page)
    label.setFixedSize(60, 400)
    frame = show(qtbot, page, Look(THEMES["cream"]))
    assert any("a word is broken" in problem for problem in problems_of(frame))


def test_the_walk_finds_a_picture_without_a_name(qtbot):
    page = question_page(PictureCache())
    frame = show(qtbot, page, Look(THEMES["cream"]))
    page.body.picture.setAccessibleName("")
    assert any("a picture without a name" in problem for problem in problems_of(frame))


def test_the_walk_finds_weak_words(qtbot):
    page = QWidget()
    label = QLabel("Hardly to be read", page)
    label.resize(400, 60)
    frame = show(qtbot, page, Look(THEMES["cream"]))
    label.setStyleSheet("color: #999999")
    assert len(contrast_problems_of(frame)) == 1


def test_tab_goes_as_it_is_read(qtbot):
    page = question_page(PictureCache())
    frame = show(qtbot, page, Look(THEMES["cream"]))
    assert frame.isVisible()
    page.focus_first()
    names = []
    for _ in range(16):
        names.append(page.focusWidget().accessibleName())
        page.focusNextChild()
    assert names[:11] == [
        "Yes", "Hear: Yes", "Sometimes", "Hear: Sometimes", "No", "Hear: No",
        "I don't know", "Hear: I don't know", "I don't want to say", "Hear: I don't want to say",
        "What does this mean?",
    ]  # fmt: skip
    assert names[11:] == ["Back", "Rest", "Stop", "Tell someone", "Next"]
    assert isinstance(page, PageFrame)
