"""An organisation's own pictures: brought by the opener, chosen by a person, and gone again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from duq_desktop.content.imported_sets import ImportedSets
from duq_desktop.content.model import Picture, Stream
from duq_desktop.content.picture_set_import import PictureSetImport, remove_set
from duq_desktop.content.picture_set_preview import look_through
from duq_desktop.content.pictures import replaceable
from duq_desktop.content.safe import PHOTO_LIMIT
from duq_desktop.preferences.codec import from_bytes, to_bytes
from duq_desktop.preferences.preferences import Preferences
from duq_desktop.preferences.profile import Profile
from duq_desktop.ui.opener.picture_pages import asked_concepts
from duq_desktop.ui.person.pages.about_page import AboutPage
from duq_desktop.ui.person.pages.start_page import StartPage
from duq_desktop.ui.photos import LONGEST_SIDE, redrawn
from duq_desktop.ui.pictures import CACHE_BYTES, PictureCache
from duq_desktop.ui.preferences.pages.preferences_page import PreferencesPage, StepPage
from duq_desktop.ui.preferences.preferences_steps import PreferencesSteps
from duq_desktop.ui.widgets import PictureView
from duq_desktop.words import opener_pictures, preferences
from tests.fakes import InstantDrawer
from tests.ui.houses import TriedHouse, tried_house
from tests.ui.opener_house import OpenerHouse, opener_house
from tests.ui.photographs import GPS, photograph, with_place

ROOM = "#3c7a5a"


@pytest.fixture
def photos(qapp: QApplication, tmp_path: Path) -> Path:
    """A stick with a folder of made-up photographs, one of them for a mark and one of no use."""
    folder = tmp_path / "STICK" / "Elm Court"
    folder.mkdir(parents=True)
    with_place(photograph(folder / "Listening.jpg", ROOM))
    photograph(folder / "safe-at-home.png", "#6b5a8c", wide=800, high=1200)
    photograph(folder / "welcome.png", "#a0703c", wide=320, high=240)
    photograph(folder / "mark-yes.png", "#c03c3c", wide=320, high=240)
    photograph(folder / "holiday.png", "#3c5ac0", wide=320, high=240)
    (folder / "home.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x09\0\0\0\x09broken")
    (folder / "set.toml").write_text(
        'name = "Elm Court"\nlicence = "Ours"\ncredit = "Photographs: Elm Court"\n[alt]\n'
        'listening = "Our kitchen table."\nwelcome = "Our front room."\n',
        "utf-8",
    )
    return folder


def put_in(sets: ImportedSets, folder: Path, wanted: frozenset[str]) -> None:
    bringing = PictureSetImport(sets, look_through(folder, wanted), InstantDrawer(redrawn))
    list(bringing.work())
    bringing.keep()


@pytest.fixture
def tried(qapp: QApplication, tmp_path: Path) -> Iterator[TriedHouse]:
    with tried_house(qapp, tmp_path) as made:
        yield made


@pytest.fixture
def home(tried: TriedHouse, photos: Path) -> TriedHouse:
    """A house whose organisation brought its photographs."""
    assert tried.house.front is not None
    pack = tried.house.front._parts.tools.pack
    put_in(tried.house.pictures.sets, photos, replaceable(pack))
    return tried


def colour_of(view: PictureView) -> QColor:
    image = view.pixmap().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 4)


def is_near(found: QColor, wanted: str) -> bool:
    other = QColor(wanted)
    pairs = ((found.red(), other.red()), (found.green(), other.green()), (found.blue(), other.blue()))
    return all(abs(one - two) < 40 for one, two in pairs)


def to_step(tried: TriedHouse) -> StepPage:
    page = tried.page
    if isinstance(page, StartPage):
        page.buttons["like"].click()
    page = tried.page
    assert isinstance(page, PreferencesPage)
    page.buttons["pictures"].click()
    step = tried.page
    assert isinstance(step, StepPage)
    return step


def rows(tried: TriedHouse) -> str:
    page = tried.page
    assert isinstance(page, PreferencesPage)
    return page.buttons["pictures"].words()


# A photograph


def test_a_photograph_is_drawn_anew_smaller_and_without_its_place(photos: Path) -> None:
    original = (photos / "Listening.jpg").read_bytes()
    assert GPS in original
    made = redrawn(original)
    assert made is not None
    assert b"Exif" not in made
    assert b"GPS" not in made
    image = QImage.fromData(made)
    assert (image.width(), image.height()) == (LONGEST_SIDE, 900)
    assert is_near(image.pixelColor(600, 300), ROOM)


def test_what_a_png_says_beside_its_picture_stays_out(tmp_path: Path, qapp: QApplication) -> None:
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.setText("Place", "Elm Court, Leeds")
    assert image.save(str(tmp_path / "cup.png"))
    original = (tmp_path / "cup.png").read_bytes()
    assert b"Place" in original
    made = redrawn(original)
    assert made is not None
    assert b"Place" not in made
    again = QImage.fromData(made)
    assert (again.width(), again.height(), again.hasAlphaChannel()) == (40, 20, True)


def test_the_largest_png_is_one_that_the_guarded_reader_takes(qapp: QApplication) -> None:
    assert LONGEST_SIDE**2 * 4 * 1.1 < PHOTO_LIMIT


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"<svg/>", b"GIF89a" * 9])
def test_what_is_no_photograph_is_none(qapp: QApplication, data: bytes) -> None:
    assert redrawn(data) is None


# Which picture shows


def test_marks_and_signs_stay_ours_and_all_else_may_change(home: TriedHouse) -> None:
    assert home.house.front is not None
    tools = home.house.front._parts.tools
    cache, box = tools.pictures, QSize(100, 100)
    assert cache.sets.folder is not None
    lying = cache.sets.folder / "elm-court"
    signed, mark = tools.pack.signs[0].picture, tools.pack.options["yes"].picture
    for name in (signed.concept, mark.concept):
        photograph(lying / f"{name}.png", ROOM, wide=100, high=100)
    cache.use_picture_set("elm-court")
    for each in (signed, mark, tools.picture("answer-yes")):
        assert cache.drawn(each, box)[0] is each
    shown, _pixels = cache.drawn(tools.picture("welcome"), box)
    assert (shown.file, shown.alt) == (lying / "welcome.png", "Our front room.")


def test_a_picture_that_cannot_be_drawn_any_more_gives_way_to_ours(home: TriedHouse) -> None:
    assert home.house.front is not None
    tools = home.house.front._parts.tools
    cache, box, ours = tools.pictures, QSize(100, 100), tools.picture("welcome")
    cache.use_picture_set("elm-court")
    assert cache.sets.folder is not None
    (cache.sets.folder / "elm-court" / "welcome.png").write_bytes(b"not a picture")
    shown, pixels = cache.drawn(ours, box)
    assert shown is ours
    assert not pixels.isNull()


def test_the_pixels_of_two_sets_are_kept_apart_within_the_same_room(tmp_path: Path, photos: Path) -> None:
    sets = ImportedSets(tmp_path / "config")
    put_in(sets, photos, frozenset({"welcome"}))
    (photos / "set.toml").write_text('name = "Other"', "utf-8")
    photograph(photos / "welcome.png", "#204080", wide=320, high=240)
    put_in(sets, photos, frozenset({"welcome"}))
    cache = PictureCache(sets=sets)
    ours, seen = Picture("welcome", "", photos / "safe-at-home.png"), []
    for worn in ("elm-court", "other", "", "elm-court"):
        cache.use_picture_set(worn)
        for side in range(100, 600, 25):
            _shown, pixels = cache.drawn(ours, QSize(side, side))
            assert cache.size <= CACHE_BYTES
        seen.append(pixels.toImage().pixelColor(100, 100).name())
    assert seen[0] == seen[3]
    assert len(set(seen)) == 3


# A person chooses


def test_without_a_set_the_question_is_as_it_was(tried: TriedHouse) -> None:
    step = to_step(tried)
    assert step.heading.text() == preferences.PICTURES_TITLE
    assert [card.words() for card in step.cards] == ["Yes", "No"]


def test_a_set_is_tried_live_and_undone(home: TriedHouse) -> None:
    step = to_step(home)
    assert step.heading.text() == preferences.PICTURES_WHICH
    assert [card.words() for card in step.cards] == [
        preferences.PICTURES_USUAL,
        "Elm Court",
        preferences.PICTURES_NONE,
    ]
    start = home.house.window.stage.pages[0]
    view = next(each for each in start.findChildren(PictureView) if each.depicts.concept == "welcome")
    ours = view.accessibleName()
    assert not is_near(colour_of(view), "#a0703c")
    step.cards[1].click()
    home.settle()
    assert home.house.liking.liking.picture_set == "elm-court"
    assert is_near(colour_of(view), "#a0703c")
    assert view.accessibleName() == "Our front room."
    step.undo.click()
    home.settle()
    assert home.house.liking.liking.picture_set == ""
    assert view.accessibleName() == ours
    step.cards[1].click()
    step.next_pressed.emit()
    assert rows(home) == "Pictures: Elm Court"
    home.house.liking.reset()
    home.settle()
    assert view.accessibleName() == ours


def test_at_most_five_things_to_choose_from_each_with_its_own_picture(home: TriedHouse, photos: Path) -> None:
    for name in ("Symbols", "Third"):
        (photos / "set.toml").write_text(f'name = "{name}"', "utf-8")
        put_in(home.house.pictures.sets, photos, frozenset({"welcome"}))
    step = to_step(home)
    assert len(step.cards) == 5
    step.cards[1].click()
    home.settle()
    usual, ours = (step._offers[at].picture for at in (0, 1))
    assert usual is not None
    assert ours is not None
    assert home.house.pictures.drawn(usual, QSize(50, 50))[0] is usual
    assert ours.file is not None
    assert ours.file.parent.name == "elm-court"


def test_a_profile_takes_its_set_along_and_ours_show_where_it_is_not(home: TriedHouse) -> None:
    profile = Profile(liking=Preferences(picture_set="elm-court"))
    brought = from_bytes(to_bytes(profile), "x").profile
    house = home.house
    house.liking.use_profile(brought)
    view = next(each for each in home.page.findChildren(PictureView) if each.depicts.concept == "welcome")
    assert view.accessibleName() == "Our front room."
    house.liking.use_profile(replace(brought, liking=replace(brought.liking, picture_set="elsewhere")))
    assert view.accessibleName() == view.depicts.alt
    page = home.page
    assert isinstance(page, StartPage)
    page.buttons["like"].click()
    assert preferences.PICTURES_AWAY in home.page._lines
    assert rows(home) == "Pictures: the usual ones"
    step = to_step(home)
    assert step.chosen == (True, "")
    assert house.liking.profile.liking.picture_set == "elsewhere", "it is there again where the set is"


def test_a_set_removed_while_it_shows_gives_way_to_ours(home: TriedHouse) -> None:
    house = home.house
    house.liking.put(replace(house.liking.liking, picture_set="elm-court"))
    remove_set(house.pictures.sets, "elm-court")
    house.pictures.look_again()
    to_step(home)
    home.page.back_pressed.emit()
    assert preferences.PICTURES_AWAY in home.page._lines
    home.page.next_pressed.emit()
    view = next(each for each in home.page.findChildren(PictureView) if each.depicts.concept == "welcome")
    view.set_side(view._side - 1)
    assert view.accessibleName() == view.depicts.alt


def test_about_names_each_set_its_licence_and_whose_work_it_is(home: TriedHouse) -> None:
    page = home.page
    assert isinstance(page, StartPage)
    page.buttons["about"].click()
    about = home.page
    assert isinstance(about, AboutPage)
    said = [each.text for each in about.utterances()]
    assert any("“Elm Court”" in line for line in said)
    assert "Photographs: Elm Court" in said
    assert "Ours" in said


# The opener brings it


@pytest.fixture
def opener(qapp: QApplication, tmp_path: Path, photos: Path) -> Iterator[OpenerHouse]:
    with opener_house(qapp, tmp_path) as made:
        made.set_up().open()
        made.put_in(photos.parent)
        made.unlock()
        yield made


def go_to_pictures(opener: OpenerHouse) -> None:
    opener.house.opener.part.room.show_whole()  # type: ignore[union-attr]
    opener.settle()
    opener.act("computer")
    opener.act("pictures")
    assert opener.title == opener_pictures.TITLE


def look_at_photos(opener: OpenerHouse) -> None:
    go_to_pictures(opener)
    opener.act(opener_pictures.BRING)
    opener.choose(Path("STICK"))
    assert opener.title == opener_pictures.FOLDERS_TITLE
    opener.choose(Path("Elm Court"))
    opener.wait_for("“Elm Court”")


def lying(opener: OpenerHouse) -> list[str]:
    folder = opener.house.pictures.sets.folder
    assert folder is not None
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_opener_brings_a_set_is_told_what_it_covers_and_removes_it(
    opener: OpenerHouse, tmp_path: Path
) -> None:
    opener.put_in(tmp_path / "EMPTY")
    go_to_pictures(opener)
    opener.act(opener_pictures.BRING)
    opener.choose(Path("EMPTY"))
    assert "No SVG, PNG or JPEG picture lies in “EMPTY”" in opener.desk.notice_words
    look_at_photos(opener)
    said = opener.words()
    pack = opener.desk.tools.pack
    assert f"Of the {len(replaceable(pack))} pictures that can be changed, this set has 3." in said
    assert f"Of the {len(asked_concepts(pack))} pictures of areas and questions for people, it has 2." in said
    assert "area-person\narea-life" in said
    assert "safe-at-home" not in said
    assert "home.png: the whole file: this picture is damaged" in said
    assert "mark-yes.png: the whole file: this picture always stays ours" in said
    assert "For example: holiday.png" in said
    asked = set(asked_concepts(pack))
    assert {q.picture.concept for q in pack.questions(Stream.PERSON)} <= asked <= replaceable(pack)
    assert opener.faults() == []
    assert opener.house.pictures.sets.all() == {}
    opener.act("take")
    assert "“Elm Court” is on this computer now" in opener.desk.notice_words
    assert lying(opener) == ["elm-court"]
    assert opener.faults() == []
    opener.act("elm-court")
    assert "Pictures in it: 3" in opener.words()
    assert "Photographs: Elm Court" in opener.words()
    assert opener.faults() == []
    opener.act("remove")
    opener.act("do")
    assert "is gone" in opener.desk.notice_words
    assert lying(opener) == []


def test_what_is_not_taken_or_stopped_or_locked_away_leaves_nothing(opener: OpenerHouse) -> None:
    look_at_photos(opener)
    assert lying(opener) != []
    opener.act("leave")
    assert lying(opener) == []
    look_at_photos(opener)
    opener.back()
    assert lying(opener) == []
    look_at_photos(opener)
    opener.house.opener.part.lock()  # type: ignore[union-attr]
    assert lying(opener) == []


def test_the_set_is_there_after_the_app_starts_anew(opener: OpenerHouse) -> None:
    look_at_photos(opener)
    opener.act("take")
    opener.house.take_down()
    opener.open()
    assert list(opener.house.pictures.sets.all()) == ["elm-court"]
    front = opener.house.front
    assert front is not None
    steps = PreferencesSteps(
        front._parts.tools, opener.house.liking, opener.house.speaking, opener.house.pictures.sets.all()
    )
    (step,) = steps.part("pictures")
    assert [offer.words for offer in step.offers()] == [
        preferences.PICTURES_USUAL,
        "Elm Court",
        preferences.PICTURES_NONE,
    ]
