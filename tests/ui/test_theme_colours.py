"""Every theme's ratios, by formula and from pixels, and what a theme file may not be."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from duq_desktop.errors import SetUpError
from duq_desktop.ui.theme import (
    COMPUTER_LETTERS,
    FONTS,
    TEXT_SIZES,
    FontShelf,
    Look,
    Theme,
    apply_look,
    look_of,
    read_theme,
    read_themes,
)
from duq_desktop.ui.theme.contrast import channels, ratio, ratio_of
from duq_desktop.ui.theme.own_colours import SystemColours, computer_theme
from duq_desktop.ui.theme.platform import Platform, read_platform
from duq_desktop.ui.theme.sheet import style_sheet
from duq_desktop.ui.theme.tokens import BASE_PX, MIN_CARD, MIN_TARGET, Sizes
from duq_desktop.ui.widgets import AnswerCard, BigButton, BodyText, Heading, Tone, WordButton
from tests.ui.gallery import ROOT
from tests.ui.walk import rendered_contrast

FOLDER = ROOT / "resources" / "themes"
THEMES = read_themes(FOLDER)


def test_the_five_themes_are_there_and_cream_comes_first():
    assert next(iter(THEMES)) == "cream"
    assert set(THEMES) == {"cream", "white", "dark", "black-and-yellow", "blue-and-yellow"}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_theme_reaches_every_ratio(theme):
    assert theme.problems() == []


def test_a_weak_colour_is_found():
    weak = replace(THEMES["cream"], quiet="#8a8a8a", focus="#f0e0d0")
    found = " ".join(weak.problems())
    assert "quiet on page" in found
    assert "focus on card" in found


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)],
)
def test_the_formula_gives_the_published_ratios(first, second, wanted):
    assert ratio(first, second) == pytest.approx(wanted, abs=0.01)


_channel = st.integers(0, 255)
_colour = st.tuples(_channel, _channel, _channel)


@given(_colour, _colour)
def test_a_ratio_is_the_same_both_ways_and_within_its_bounds(one, other):
    assert ratio_of(one, other) == ratio_of(other, one)
    assert 1 <= ratio_of(one, other) <= 21.0001


@pytest.mark.parametrize("text", ["red", "#fff", "#gggggg", "", "123456"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError):
        channels(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('ink = "#25231f"', ""),
        lambda text: text.replace("#25231f", "black"),
        lambda text: text + '\nsparkle = "#ffffff"\n',
        lambda text: text.replace("[colours]", "[colors]"),
        lambda text: text.replace('"#25231f"', "7"),
        lambda text: "not toml [",
    ],
)
def test_a_theme_file_that_will_not_do_is_named(tmp_path, change):
    file = tmp_path / "mine.toml"
    file.write_text(change((FOLDER / "cream.toml").read_text()))
    with pytest.raises(SetUpError, match=r"mine\.toml"):
        read_theme(file)


def test_a_missing_theme_file_is_named(tmp_path):
    with pytest.raises(SetUpError, match=r"none\.toml"):
        read_theme(tmp_path / "none.toml")


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_text_grows_in_full_and_headings_stay_larger(percent):
    sizes = Sizes(percent)
    assert sizes.body == BASE_PX * percent // 100 or abs(sizes.body - BASE_PX * percent / 100) <= 0.5
    assert sizes.heading > sizes.body
    assert sizes.bar >= MIN_TARGET


def test_the_heading_doubles_at_200_per_cent():
    assert Sizes(200).heading == 2 * Sizes(100).heading


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_sheet_uses_colours_of_the_theme_only(theme):
    allowed = {getattr(theme, field.name) for field in fields(Theme)}
    text = style_sheet(theme, Sizes(100), "Lexend")
    assert {text[at : at + 7] for at in range(len(text)) if text[at] == "#"} <= allowed


class PageFrame(QWidget):
    """A bare page: the sheet gives it the page's ground by its name."""


def framed(qtbot, look, *widgets):
    frame = PageFrame()
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(frame)
    column = QVBoxLayout(frame)
    for widget in widgets:
        column.addWidget(widget)
    apply_look(frame, look)
    frame.resize(700, 500)
    with qtbot.waitExposed(frame):
        frame.show()
    return frame


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_rendered_words_reach_seven_to_one_in_every_state(qtbot, theme):
    card, down, main = AnswerCard("yes", "Yes"), WordButton("Back"), BigButton("Next", main=True)
    quiet, marked = BodyText("Somewhat quieter words", tone=Tone.QUIET), BodyText("Words words words")
    frame = framed(qtbot, Look(theme), card, down, main, quiet, marked)
    card.setChecked(True)
    down.setDown(True)
    marked.highlight(0, len(marked.text()))
    assert frame.isVisible()
    for label in (card.label, down.label, main.label, quiet, marked):
        assert rendered_contrast(label) >= 6.95, label.text()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_rendered_ring_is_four_wide_and_three_to_one(qtbot, theme):
    button = WordButton("Back")
    frame = framed(qtbot, Look(theme), button, WordButton("Next"))
    frame.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    image = frame.grab().toImage()
    left, middle = button.x(), button.y() + button.height() // 2
    row = [image.pixelColor(left + step, middle).getRgb()[:3] for step in range(-3, 8)]
    page = channels(theme.page)
    ring = [pixel for pixel in row if ratio_of(pixel, page) >= 3]
    assert row[0] == page
    assert len([pixel for pixel in row if pixel == channels(theme.focus)]) >= 4
    assert len(ring) >= 4


def test_a_look_can_be_changed_live(qtbot):
    label, card = BodyText("Do you like your home?"), AnswerCard("yes", "Yes")
    frame = framed(qtbot, Look(THEMES["cream"]), label, card)
    small = label.heightForWidth(300)
    frame.setProperty("kept", True)
    apply_look(frame, Look(THEMES["dark"], 300))
    assert look_of(label).theme.id == "dark"
    assert label.heightForWidth(300) > 2.5 * small
    assert card.minimumHeight() >= MIN_CARD
    ground = frame.grab().toImage().pixelColor(card.geometry().center()).name()
    assert ground in {THEMES["dark"].card, THEMES["dark"].ink}


def test_the_nearest_look_counts(qtbot, qapp):
    inner, outer = QLabel("in"), QWidget()
    qtbot.addWidget(outer)
    inner.setParent(outer)
    apply_look(outer, Look(THEMES["white"]))
    assert look_of(inner).theme.id == "white"
    assert look_of(QWidget()).theme.id != "white"


_hex = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(st.builds(SystemColours, _hex, _hex, _hex, _hex, _hex), st.booleans())
def test_any_computers_colours_are_mended_to_reach_every_ratio(colours, high_contrast):
    theme = computer_theme(colours, high_contrast=high_contrast)
    assert theme.problems() == []
    if high_contrast:
        assert ratio(theme.ink, theme.page) >= 15 or ratio(colours.text, colours.base) >= 15


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_colours_that_are_strong_enough_stay_as_the_computer_has_them(theme):
    colours = SystemColours(theme.page, theme.card, theme.ink, theme.accent, theme.accent_ink)
    made = computer_theme(colours)
    assert (made.page, made.card, made.ink) == (theme.page, theme.card, theme.ink)


@pytest.mark.parametrize(
    ("scale", "size"), [(0.7, 100), (1.0, 100), (1.2, 100), (1.4, 150), (2.0, 200), (2.8, 300), (9.0, 400)]
)
def test_the_text_size_nearest_to_the_systems_is_taken(scale, size):
    plain = SystemColours("#ffffff", "#ffffff", "#000000", "#0000ff", "#ffffff")
    assert Platform(plain, scale=scale).wanted_size == size


@pytest.mark.parametrize(
    ("is_dark", "high", "theme"), [(False, False, "cream"), (True, False, "dark"), (True, True, "computer")]
)
def test_dark_and_high_contrast_are_followed(is_dark, high, theme):
    plain = SystemColours("#ffffff", "#ffffff", "#000000", "#0000ff", "#ffffff")
    assert Platform(plain, is_dark=is_dark, high_contrast=high).wanted_theme == theme


def test_reading_the_system_leaves_the_look_as_it_was(qapp):
    apply_look(qapp, Look(THEMES["dark"]))
    before = qapp.palette()
    first, second = read_platform(qapp), read_platform(qapp)
    assert first == second
    assert first.colours.base != THEMES["dark"].card
    assert qapp.palette() == before
    apply_look(qapp, Look(THEMES["cream"]))


def test_other_letters_come_when_they_are_wanted_and_lexend_stands_in(qapp, tmp_path):
    shelf = FontShelf(ROOT / "resources" / "fonts")
    for family in FONTS:
        assert shelf.bring(family) == family
        assert QFontInfo(QFont(family)).family() == family
    assert shelf.bring("Comic Sans MS") == "Lexend"
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert shelf.bring(COMPUTER_LETTERS) == system != "Lexend"
    assert FontShelf(tmp_path).bring("Weighted Letters") == "Lexend"


def test_more_room_is_what_the_guidelines_name(qtbot):
    plain, heading = BodyText("Do you like your home?"), Heading("Do you like your home?")
    frame = framed(qtbot, Look(THEMES["cream"], wide=True), plain, heading)
    assert frame.isVisible()
    for words in (plain, heading):
        size = words.font().pixelSize()
        assert words.font().letterSpacing() >= 0.12 * size - 0.01
        assert words.font().wordSpacing() >= 0.16 * size - 0.01
        assert words.heightForWidth(10_000) >= 1.5 * size
    assert Sizes(100, wide=True).between >= 2 * BASE_PX
