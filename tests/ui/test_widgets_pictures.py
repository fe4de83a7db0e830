"""Pictures: sharp, named, within their room, and off when they are to be off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duq_desktop.content.model import Picture
from duq_desktop.ui.pictures import CACHE_BYTES, PictureCache
from duq_desktop.ui.theme import Look, apply_look, read_themes
from duq_desktop.ui.widgets import AnswerCard, PictureView
from tests.ui.gallery import ROOT

THEMES = read_themes(ROOT / "resources" / "themes")
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 36">'
    '<rect x="0" y="0" width="36" height="36" fill="#ff0000"/>'
    '<rect x="36" y="0" width="36" height="36" fill="#0000ff"/></svg>'
)


@pytest.fixture
def drawing(tmp_path):
    file = tmp_path / "two.svg"
    file.write_text(SQUARE)
    return file


def test_a_drawing_keeps_its_shape_and_is_drawn_at_the_screens_density(qtbot, drawing):
    drawn = PictureCache().pixmap(drawing, QSize(100, 100), 2.0)
    assert (drawn.width(), drawn.height()) == (200, 100)
    assert drawn.deviceIndependentSize().toSize() == QSize(100, 50)
    image = drawn.toImage()
    assert image.pixelColor(98, 50) == QColor("#ff0000")
    assert image.pixelColor(102, 50) == QColor("#0000ff")


def test_a_photo_is_read_at_the_size_shown(qtbot, tmp_path):
    file = tmp_path / "photo.png"
    photo = QImage(3000, 1500, QImage.Format.Format_RGB32)
    photo.fill(QColor("#208040"))
    assert photo.save(str(file))
    drawn = PictureCache().pixmap(file, QSize(300, 300))
    assert (drawn.width(), drawn.height()) == (300, 150)


def test_a_small_photo_is_not_blown_up(qtbot, tmp_path):
    file = tmp_path / "photo.png"
    photo = QImage(40, 40, QImage.Format.Format_RGB32)
    photo.fill(0)
    assert photo.save(str(file))
    assert PictureCache().pixmap(file, QSize(300, 300)).width() == 40


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"<svg", b"<html></html>", b"\x89PNG\r\n\x1a\nbroken"]
)
@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_a_broken_picture_is_no_picture(qtbot, tmp_path, data, ending):
    file = tmp_path / f"broken{ending}"
    file.write_bytes(data)
    assert PictureCache().pixmap(file, QSize(100, 100)).isNull()


def test_a_missing_picture_is_no_picture(qtbot, tmp_path):
    assert PictureCache().pixmap(tmp_path / "none.svg", QSize(100, 100)).isNull()
    assert PictureCache().pixmap(None, QSize(100, 100)).isNull()


def test_the_cache_reads_once_and_stays_within_its_room(qtbot, drawing):
    read = []

    def reader(file):
        read.append(file)
        return file.read_bytes()

    cache = PictureCache(reader)
    for side in range(100, 900, 2):
        cache.pixmap(drawing, QSize(side, side))
        assert cache.size <= CACHE_BYTES
    count = len(read)
    cache.pixmap(drawing, QSize(898, 898))
    assert len(read) == count, "what was shown last is kept"
    cache.pixmap(drawing, QSize(100, 100))
    assert len(read) == count + 1, "what was shown first has gone"
    cache.clear()
    assert cache.size == 0


@pytest.fixture
def page(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    apply_look(made, Look(THEMES["cream"]))
    return made


def test_a_picture_is_a_graphic_called_by_what_it_shows(qtbot, page, drawing):
    view = PictureView(Picture("home", "A house with a garden", drawing), PictureCache())
    page.layout().addWidget(view)
    page.show()
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "A house with a garden"


def test_pictures_can_be_off_and_on_again_live(qtbot, page, drawing):
    cache = PictureCache()
    view = PictureView(Picture("home", "A house", drawing), cache)
    card = AnswerCard("yes", "Yes", picture=Picture("yes", "A tick", drawing), pictures=cache)
    page.layout().addWidget(view)
    page.layout().addWidget(card)
    page.show()
    wide = card.sizeHint().width()
    assert view.isVisible()
    apply_look(page, Look(THEMES["cream"], pictures_on=False))
    assert not view.isVisible()
    assert card.sizeHint().width() < wide
    apply_look(page, Look(THEMES["cream"], pictures_on=True))
    assert view.isVisible()
    assert card.sizeHint().width() == wide


def test_a_view_without_a_parent_never_opens_as_a_window(qtbot, qapp, drawing):
    view = PictureView(Picture("home", "A house", drawing), PictureCache())
    qtbot.addWidget(view)
    apply_look(view, Look(THEMES["dark"]))
    assert not view.isVisible()


def test_a_picture_drawn_for_light_ground_has_one_on_a_dark_theme(qtbot, page, drawing):
    view = PictureView(Picture("home", "A house", drawing), PictureCache(), side=200)
    page.layout().addWidget(view)
    apply_look(page, Look(THEMES["dark"]))
    page.show()
    image = view.grab().toImage()
    assert image.pixelColor(image.width() // 2, 4).name() == THEMES["dark"].plate


def test_a_small_picture_keeps_most_of_its_plate(page, drawing):
    for scale in (100, 200):
        apply_look(page, Look(THEMES["dark"], scale))
        view = PictureView(Picture("home", "A house", drawing), PictureCache(), side=64, parent=page)
        assert max(view.pixmap().width(), view.pixmap().height()) >= 48


def test_a_card_asks_for_the_same_room_whether_its_picture_shows_or_not(qtbot, drawing):
    """Else a page swings for ever between two arrangements, each of which calls for the other."""
    page = QWidget()
    qtbot.addWidget(page)
    apply_look(page, Look(THEMES["cream"], 100))
    card = AnswerCard(
        "yes", "Sometimes", picture=Picture("two", "", drawing), pictures=PictureCache(), parent=page
    )
    page.show()
    wide, narrow = card.sizeHint(), card.minimumSizeHint().width()
    heights = [card.heightForWidth(width) for width in (wide.width(), narrow)]
    for width in (wide.width(), narrow, wide.width(), narrow):
        card.resize(width, 100)
        assert card.sizeHint() == wide
        assert [card.heightForWidth(each) for each in (wide.width(), narrow)] == heights
        shown = next(each for each in card.children() if type(each).__name__ == "PictureSpot").isVisible()
        assert shown is (width == wide.width())
