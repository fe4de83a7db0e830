"""A page in a language read from the right mirrors the English one, but for what never turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, qGray
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from duq_desktop import languages, paths
from duq_desktop.settings import Settings
from duq_desktop.shell.app_language import apply_language
from duq_desktop.ui.person.pages.question_page import QuestionPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.theme import Sizes, read_themes
from duq_desktop.ui.theme.script import direction, put_script, script_font
from duq_desktop.ui.theme.sheet import style_sheet
from duq_desktop.ui.widgets.answers import AnswerCard, AnswerSet, QuietChoice
from duq_desktop.ui.widgets.bars_view import BarsView
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.marks import Mark, draw_mark
from duq_desktop.ui.widgets.notices import ContactCard, Progress
from duq_desktop.ui.widgets.reading_order import reading_order
from duq_desktop.ui.widgets.text import BodyText
from duq_desktop.words import person
from tests.ui.houses import TriedHouse
from tests.ui.test_opener_bars_view import maker
from tools.screenshots.tour import Tour

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "languages"
THEMES = read_themes(SHIPPED.parent / "themes")
URDU = languages.read_languages(SHIPPED)["ur"]


@pytest.fixture(autouse=True)
def as_it_was(qapp: QApplication) -> Iterator[None]:
    """No test leaves the application mirrored."""
    yield
    put_script(qapp)


@pytest.fixture(params=[LTR, RTL], ids=["from-the-left", "from-the-right"])
def way(request: pytest.FixtureRequest, qapp: QApplication) -> Qt.LayoutDirection:
    """Both ways of reading, put on the application."""
    qapp.setLayoutDirection(request.param)
    way: Qt.LayoutDirection = request.param
    return way


Show = Callable[..., None]


@pytest.fixture
def show(qtbot: object) -> Show:
    """Shows a widget in a window of its own, and keeps the window: or Python lets both go."""
    kept: list[QWidget] = []

    def show(widget: QWidget, width: int = 900, height: int = 300) -> None:
        window = QWidget()
        QVBoxLayout(window).addWidget(widget)
        window.resize(width, height)
        qtbot.addWidget(window)  # type: ignore[attr-defined]
        window.show()
        kept.append(window)

    return show


def place(widget: QWidget) -> QRect:
    """Where a widget lies in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def before(first: QWidget, second: QWidget, way: Qt.LayoutDirection) -> bool:
    """Whether ``first`` stands before ``second`` in the way of reading, with no overlap."""
    one, two = place(first), place(second)
    return one.left() > two.right() if way is RTL else one.right() < two.left()


def ink(image: QImage, paper: str = "#ffffff") -> QRect:
    """The smallest box around all that is not paper."""
    ground = QColor(paper).rgb()
    spots = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground
    ]
    assert spots
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return QRect(QPoint(min(across), min(down)), QPoint(max(across), max(down)))


def drawn(mark: Mark, way: Qt.LayoutDirection) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setLayoutDirection(way)
    draw_mark(painter, mark, QRectF(0, 0, 48, 48), QColor("#000000"))
    painter.end()
    return image


# --- the parts


def test_the_direction_follows_from_the_language() -> None:
    assert direction(URDU.right_to_left) is RTL
    assert direction(languages.ENGLISH.right_to_left) is LTR


def test_items_in_a_row_stand_in_the_way_of_reading(show: Show, way: Qt.LayoutDirection) -> None:
    holder = QWidget()
    row = RowOrColumn(holder)
    words = [BodyText(text) for text in ("One", "Two", "Three")]
    for each in words:
        row.addWidget(each)
    show(holder)
    assert before(words[0], words[1], way) and before(words[1], words[2], way)
    assert words[0].y() == words[1].y()


@pytest.mark.parametrize("room", [None, 1], ids=["one column", "side by side"])
def test_each_hear_button_stands_behind_its_answer(
    show: Show, way: Qt.LayoutDirection, room: int | None
) -> None:
    cards = [AnswerCard(word, word) for word in ("yes", "no")]
    quiet = [QuietChoice(word, word) for word in ("later", "none")]
    answers = AnswerSet(cards, quiet, hear="Hear")
    if room is not None:
        answers.set_room(room)
    show(answers, width=1200)
    for choice in answers.choices:
        assert before(choice, answers.hear_buttons[choice.option_id], way)
    assert before(answers.hear_buttons["later"], quiet[1], way)
    if room is not None:
        assert before(cards[0], cards[1], way)


def test_the_tick_on_what_is_chosen_stands_where_lines_end(show: Show, way: Qt.LayoutDirection) -> None:
    card = AnswerCard("yes", "Yes")
    show(card, width=500)
    plain = card.grab().toImage()
    card.setChecked(True)
    edge, badge = 14, 46  # past the thick edge, within the badge
    inside = card.width() - badge if way is LTR else badge
    other = badge if way is LTR else card.width() - badge
    chosen = card.grab().toImage()
    row = edge + 16
    accent = {chosen.pixel(x, row) for x in range(inside - 12, inside + 12)}
    assert len(accent) > 1, "no badge where lines end"
    assert len({chosen.pixel(x, row) for x in range(other - 12, other + 12)}) == 1
    assert plain.size() == chosen.size()
    margins = card.layout().contentsMargins()
    assert (margins.right() > margins.left()) is (way is LTR), "the words must keep clear of the badge"


def unlike(one: QImage, other: QImage) -> float:
    """How much two pictures of one size differ: 0 for not at all, 1 for black against white."""
    assert one.size() == other.size()
    spots = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(abs(qGray(one.pixel(*spot)) - qGray(other.pixel(*spot))) for spot in spots) / 255 / len(spots)


def test_arrows_turn_and_a_tick_does_not() -> None:
    for mark in (Mark.NEXT, Mark.BACK, Mark.UNDO, Mark.LISTEN):
        turned, usual = drawn(mark, RTL), drawn(mark, LTR)
        assert unlike(turned, usual.flipped(Qt.Orientation.Horizontal)) < 0.03 < unlike(turned, usual)
    for mark in (Mark.TICK, Mark.EDIT, Mark.PRINT, Mark.HIDE):
        assert drawn(mark, RTL) == drawn(mark, LTR)


def test_words_begin_where_reading_begins_whatever_their_language(
    show: Show, way: Qt.LayoutDirection
) -> None:
    for text in ("Yes", "0300 123 4567"):
        label = BodyText(text)
        show(label, width=600)
        image = label.grab().toImage()
        box = ink(image, paper=image.pixelColor(image.width() // 2, 1).name())
        assert (box.left() > label.width() / 2) is (way is RTL)


@pytest.mark.parametrize("text", ["0300 123 4567", "Do you like it?", "999"])
def test_a_number_or_an_english_sentence_is_read_from_the_left_in_any_window(
    show: Show, way: Qt.LayoutDirection, text: str
) -> None:
    card = ContactCard("The council", "", text)
    show(card, width=600)
    line = card.number._lay_out(card.number.width()).layout.lineAt(0)
    edges = [line.cursorToX(position)[0] for position in range(len(text) + 1)]
    assert edges == sorted(edges)


def test_an_urdu_sentence_is_read_from_the_right_with_its_names_and_numbers_whole(show: Show) -> None:
    text = "آپ \u2068Ada 12 34\u2069 سے"
    label = BodyText(text)
    show(label, width=600)
    line = label._lay_out(label.width()).layout.lineAt(0)
    begins, a, first, second, ends = (line.cursorToX(text.index(part))[0] for part in "پd13س")
    assert (begins, second, first, a, ends) == tuple(sorted((begins, a, first, second, ends), reverse=True))


def test_the_dots_of_the_progress_fill_in_the_way_of_reading(show: Show, way: Qt.LayoutDirection) -> None:
    progress = Progress(1, 4, "1 of 4")
    show(progress)
    dots = progress._dots
    image = dots.grab().toImage()
    slot = image.height()
    first, last = (slot // 2, image.width() - slot // 2)
    if way is RTL:
        first, last = last, first
    middle = slot // 2
    assert image.pixelColor(first, middle) != image.pixelColor(last, middle)
    assert image.pixelColor(last, middle) == image.pixelColor(0 if way is LTR else image.width() - 1, 0)


def test_letters_come_with_their_language_and_go_with_it(qapp: QApplication) -> None:
    put_script(qapp, right_to_left=True, font=URDU.font, folder=SHIPPED / "fonts" / URDU.font_folder)
    assert script_font(qapp) == "Noto Naskh Arabic"
    assert qapp.layoutDirection() is RTL
    put_script(qapp, font="No Such Letters", folder=SHIPPED / "fonts" / URDU.font_folder)
    assert script_font(qapp) == ""
    assert qapp.layoutDirection() is LTR


def test_a_name_that_is_kept_whole_on_screen_is_plain_to_a_screen_reader(show: Show) -> None:
    button = WordButton("\u2068Ada\u2069 سے", name="\u2068\u2068Ada\u2069 سے\u2069: more")
    show(button)
    assert button.words() == "\u2068Ada\u2069 سے"
    assert button.accessibleName() == "Ada سے: more"


def test_the_language_is_qts_own_so_that_a_screen_reader_hears_of_it(qapp: QApplication) -> None:
    put_script(qapp, "ur", right_to_left=True)
    assert QLabel().locale().language() is QLocale.Language.Urdu
    put_script(qapp)
    assert QLabel().locale().name() == "en_GB"


def test_a_chart_grows_in_the_way_of_reading(show: Show, way: Qt.LayoutDirection) -> None:
    view = BarsView(maker((("yes", 5), ("no", 2))), "alt")
    show(view, width=700, height=500)
    bars, key = view._in_place()
    first, *_, last = view.chart.bars[0].segments
    box = bars[0].box
    assert (view._across(box, first.rect.middle) < view._across(box, last.rect.middle)) is (way is LTR)
    assert all((each.box.left() < each.words.left()) is (way is LTR) for each in key)


def test_more_room_between_letters_never_tears_joined_words() -> None:
    theme, wide = THEMES["cream"], Sizes(100, wide=True)
    assert "letter-spacing" in style_sheet(theme, wide, "Lexend")
    joined = style_sheet(theme, wide, "Lexend", "Noto Naskh Arabic")
    assert "letter-spacing" not in joined and "word-spacing" in joined
    assert '"Lexend", "Noto Naskh Arabic"' in joined


# --- the whole app


@pytest.fixture
def urdu(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TriedHouse]:
    """The app in Urdu, as after a speaker had checked it: words are Urdu, the pack's texts still English."""
    tried = TriedHouse(qapp, tmp_path, Settings(language="ur"), drafts=True)
    yield tried
    tried.house.take_down()


def start_page(tried: TriedHouse) -> StartPage:
    page = tried.page
    assert isinstance(page, StartPage)
    return page


def test_on_the_first_page_the_picture_stands_right_and_words_begin_at_the_right(urdu: TriedHouse) -> None:
    page = start_page(urdu)
    assert page.body.picture is not None
    assert before(page.body.picture, page.body.heading, RTL)
    assert page.body.heading.text() == urdu.house.tongue.words(person.WELCOME_TITLE)


def test_every_page_of_a_person_opens_in_urdu_with_next_at_the_left_and_tab_as_before(
    qapp: QApplication, urdu: TriedHouse, caplog: pytest.LogCaptureFixture
) -> None:
    assert urdu.house.front is not None
    seen = set()
    for name in Tour(urdu.house.window.stage, urdu.house.front).pages():
        seen.add(name)
        page = urdu.house.window.stage.page
        if isinstance(page, QuestionPage) and name == "person-question":
            qapp.processEvents()
            look_at_question(page)
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if name == "person-thanks":
            break
    assert {"start", "like", "person-question", "person-help", "person-thanks"} <= seen
    assert not [record for record in caplog.records if "fault" in record.message]


def look_at_question(page: QuestionPage) -> None:
    """Next at the left, and Tab from each answer to its Hear button, then to the bar."""
    assert before(page.control(Control.BACK), page.control(Control.NEXT), RTL)
    assert before(page.control(Control.LISTEN), page.control(Control.HIDE), RTL)
    part = next(iter(page.parts.values()))
    order = reading_order(page)
    cards = [order.index(card) for card in part.answers.cards]
    hears = [order.index(part.answers.hear_buttons[card.option_id]) for card in part.answers.cards]
    assert cards == sorted(cards) and all(card + 1 == hear for card, hear in zip(cards, hears, strict=True))
    bar = [order.index(page.control(control)) for control in (Control.BACK, Control.STOP, Control.NEXT)]
    assert bar == sorted(bar) and max(hears) < bar[0]


def test_files_that_cannot_be_read_give_english_and_stop_nobody(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "languages").mkdir()
    monkeypatch.setattr(paths, "resources_folder", lambda: tmp_path)
    tongue, settings = apply_language(qapp, Settings(language="ur"), drafts=True)
    assert (tongue.language, settings.language) == (languages.ENGLISH, "en")


def test_a_language_that_is_only_set_and_not_offered_gives_english(
    qapp: QApplication, tmp_path: Path
) -> None:
    tried = TriedHouse(qapp, tmp_path, Settings(language="ur"))
    try:
        assert tried.house.settings.language == "en"
        assert qapp.layoutDirection() is LTR
        assert start_page(tried).accessibleName() == person.WELCOME_TITLE
    finally:
        tried.house.take_down()
