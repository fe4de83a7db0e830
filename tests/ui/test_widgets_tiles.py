"""Pictures to pick from: as large as the room allows, and never longer than a list of the words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt

from duq_desktop.content.model import Picture
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme import Look, apply_look, load_fonts, read_themes
from duq_desktop.ui.widgets import BodyText, PageFrame
from duq_desktop.ui.widgets.answers import QuietChoice
from duq_desktop.ui.widgets.surface import TICK_INSET, tick_radius
from duq_desktop.ui.widgets.tiles import Tile, Tiles
from tests.ui.gallery import ROOT, WORDS

THEMES = read_themes(ROOT / "resources" / "themes")
SCREEN = (1366, 768)
FOLDER = ROOT / "easyread" / "duq-code" / "pictures"
PICTURES = [file for file in sorted(FOLDER.glob("sign-*.svg")) if file.stem != "sign-slip"]


@pytest.fixture
def show(qtbot):
    load_fonts(ROOT / "resources" / "fonts")
    kept = []

    def shown(size=SCREEN, **look):
        pictures = PictureCache()
        tiles = Tiles(
            [Tile(f.stem, f.stem[5:], picture=Picture(f.stem, "", f), pictures=pictures) for f in PICTURES]
        )
        page = PageFrame("Pick two pictures", WORDS)
        page.add(BodyText("They are your sign."))
        page.add(tiles)
        kept.append(page)
        qtbot.addWidget(page)
        apply_look(page, Look(THEMES["cream"], **look))
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.wait(0)
        return page, tiles

    yield shown
    kept.clear()


def side_of(tile):
    return tile._spot.width()


def places(tiles):
    return [tile.geometry() for tile in tiles.tiles]


def test_on_a_small_laptop_all_are_seen_with_large_pictures(show):
    page, tiles = show()
    assert page._scroll.verticalScrollBar().maximum() == 0
    assert {side_of(tile) for tile in tiles.tiles} == {side_of(tiles.tiles[0])}
    assert side_of(tiles.tiles[0]) >= 72


def test_they_stand_in_rows_as_they_are_read_and_do_not_touch(show):
    _, tiles = show()
    found = places(tiles)
    across = tiles.columns(tiles.width())
    assert [place.y() for place in found] == sorted(place.y() for place in found)
    assert all(one.x() < other.x() for one, other in pairwise(found[:across]))
    assert not any(one.intersects(other) for number, one in enumerate(found) for other in found[number + 1 :])


@pytest.mark.parametrize("size", [100, 150, 200, 300, 400])
@pytest.mark.parametrize("wide", [False, True])
def test_no_word_is_cut_and_they_are_no_longer_than_a_list_of_the_words(show, size, wide):
    page, tiles = show(scale=size, wide=wide)
    assert not [tile.words() for tile in tiles.tiles if tile.label.breaks_a_word()]
    pictures, first = PictureCache(), tiles.tiles[0]
    row = QuietChoice("boat", "boat", picture=first._spot._picture, pictures=pictures, parent=tiles)
    as_list = max(1, min(4, tiles.width() // (8 * round(21 * size / 100))))
    rows = -(-len(PICTURES) // as_list)
    gap = round(12 * (1 + (size - 100) / 300)) // 2
    listed = rows * row.heightForWidth(tiles.width() // as_list) + (rows - 1) * gap
    row.deleteLater()
    assert tiles.height() <= max(listed, page._scroll.viewport().height())
    assert all(place.bottom() < tiles.height() for place in places(tiles))
    assert side_of(first) >= 34


def test_the_tick_on_what_is_chosen_covers_nothing_of_the_picture(show):
    for scale in (100, 200):
        _, tiles = show(scale=scale)
        tile = tiles.tiles[0]
        badge = round(2 * tick_radius(Look(THEMES["cream"], scale), tile.badge)) + TICK_INSET
        body = tile.target()
        corner = QRect(body.right() + 1 - badge, body.top(), badge, badge)
        assert not corner.intersects(tile._spot.geometry())


def test_they_are_turned_round_where_lines_begin_at_the_right(show):
    page, tiles = show()
    before = [place.x() for place in places(tiles)]
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tiles.layout().activate()
    after = [tiles.width() - place.right() - 1 for place in places(tiles)]
    assert after == before


def test_without_pictures_the_words_stay(show):
    page, tiles = show(pictures_on=False)
    assert page._scroll.verticalScrollBar().maximum() == 0
    assert all(tile._spot.isHidden() and tile.label.isVisible() for tile in tiles.tiles)
    assert tiles.tiles[0].height() >= 56
