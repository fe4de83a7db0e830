"""A set of pictures comes onto this computer whole or not at all, and goes whole."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from duq_desktop.content.imported_sets import SETS_LIMIT, ImportedSets
from duq_desktop.content.picture_drawing import NotDrawn
from duq_desktop.content.picture_set_import import PictureSetImport, remove_set
from duq_desktop.content.picture_set_preview import PictureSetPreview, look_through
from duq_desktop.errors import PackError
from tests.fakes import InstantDrawer

WANTED = frozenset({"cup", "home", "staff", "tea"})
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def png(width: int = 9, height: int = 9) -> bytes:
    """As much of a PNG as the guarded reader looks at."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK" / "Our photos"
    folder.mkdir(parents=True)
    (folder / "set.toml").write_text(
        'name = "Our “own” photos"\nlicence = "Ours \\\\ alone"\n[alt]\ncup = "Sam’s cup."\nhome = "Home."\n',
        "utf-8",
    )
    (folder / "cup.png").write_bytes(png())
    (folder / "tea.svg").write_bytes(SVG)
    return folder


@pytest.fixture
def sets(tmp_path: Path) -> ImportedSets:
    return ImportedSets(tmp_path / "config")


def bring(sets: ImportedSets, coming: PictureSetPreview) -> PictureSetImport:
    bringing = PictureSetImport(sets, coming, InstantDrawer())
    list(bringing.work())
    return bringing


def lying(sets: ImportedSets) -> list[str]:
    assert sets.folder is not None
    return sorted(path.name for path in sets.folder.iterdir()) if sets.folder.exists() else []


def test_nothing_counts_until_it_is_kept_and_then_all_of_it(stick: Path, sets: ImportedSets) -> None:
    bringing = bring(sets, look_through(stick, WANTED))
    assert sets.all() == {}
    bringing.keep()
    (found,) = sets.all().values()
    assert lying(sets) == ["our-own-photos"]
    assert (found.name, found.licence, found.credit) == ("Our “own” photos", "Ours \\ alone", "")
    assert set(found.files) == {"cup", "tea"}
    assert found.alts == {"cup": "Sam’s cup."}, "words without their picture do not come along"
    bringing.drop()
    assert sets.all()


def test_what_is_not_kept_leaves_nothing(stick: Path, sets: ImportedSets) -> None:
    bring(sets, look_through(stick, WANTED)).drop()
    assert lying(sets) == []


def test_other_people_on_the_computer_may_not_look_into_it(stick: Path, sets: ImportedSets) -> None:
    bring(sets, look_through(stick, WANTED)).keep()
    assert sets.folder is not None
    assert (sets.folder / "our-own-photos").stat().st_mode & 0o077 == 0


def test_hostile_pictures_are_left_out_one_by_one(stick: Path, sets: ImportedSets) -> None:
    (stick / "cup.png").write_bytes(png(100_000, 100_000))
    (stick / "home.jpg").write_bytes(b"GIF89a")
    (stick / "staff.svg").write_bytes(SVG.replace(b"<path", b'<image href="file:///etc/passwd"/><path'))
    bringing = bring(sets, look_through(stick, WANTED))
    said = {each.file: str(each) for each in bringing.problems}
    assert bringing.taken == {"tea"}
    assert set(said) == {"cup.png", "home.jpg", "staff.svg"}
    assert "100000 by 100000 dots" in said["cup.png"]
    assert "not an SVG, PNG or JPEG" in said["home.jpg"]


def test_a_file_swapped_for_a_link_after_the_look_is_refused(stick: Path, sets: ImportedSets) -> None:
    coming = look_through(stick, WANTED)
    (stick / "cup.png").rename(stick / "elsewhere.png")
    (stick / "cup.png").symlink_to(stick / "elsewhere.png")
    (stick / "tea.svg").unlink()
    bringing = bring(sets, coming)
    assert bringing.taken == set()
    assert "link" in str(bringing.problems[0])
    assert "missing" in str(bringing.problems[1])


def test_a_photograph_that_cannot_be_drawn_is_left_out(stick: Path, sets: ImportedSets) -> None:
    bringing = PictureSetImport(
        sets, look_through(stick, WANTED), InstantDrawer(lambda _content: NotDrawn.BROKEN)
    )
    list(bringing.work())
    assert bringing.taken == {"tea"}
    assert "damaged" in str(bringing.problems[0])


def test_a_set_takes_the_place_of_an_older_one_of_its_name(stick: Path, sets: ImportedSets) -> None:
    first = bring(sets, look_through(stick, WANTED))
    assert not first.replaces
    first.keep()
    (stick / "cup.png").unlink()
    second = bring(sets, look_through(stick, WANTED))
    assert second.replaces
    second.keep()
    (found,) = sets.all().values()
    assert set(found.files) == {"tea"}
    assert lying(sets) == ["our-own-photos"]


def test_a_computer_switched_off_in_between_has_the_older_set_again(stick: Path, sets: ImportedSets) -> None:
    bring(sets, look_through(stick, WANTED)).keep()
    assert sets.folder is not None
    (sets.folder / "our-own-photos").rename(sets.folder / ".old-our-own-photos")
    (sets.folder / ".new-abc").mkdir()
    (sets.folder / ".new-abc" / "cup.png").touch()
    bring(sets, look_through(stick, WANTED)).drop()
    assert lying(sets) == ["our-own-photos"]


def test_no_more_sets_than_people_can_choose_from(stick: Path, sets: ImportedSets) -> None:
    for number in range(SETS_LIMIT):
        (stick / "set.toml").write_text(f'name = "Set {number}"', "utf-8")
        bring(sets, look_through(stick, WANTED)).keep()
    (stick / "set.toml").write_text('name = "One more"', "utf-8")
    with pytest.raises(PackError, match="3 sets already"):
        bring(sets, look_through(stick, WANTED))
    (stick / "set.toml").write_text('name = "Set 1"', "utf-8")
    bring(sets, look_through(stick, WANTED)).keep()
    remove_set(sets, "set-0")
    assert list(sets.all()) == lying(sets) == ["set-1", "set-2"]
    remove_set(sets, "../../elsewhere")


def test_a_folder_that_cannot_be_written_is_told(stick: Path, sets: ImportedSets) -> None:
    assert sets.folder is not None
    sets.folder.parent.mkdir()
    sets.folder.write_text("in the way")
    with pytest.raises(PackError, match="could not be put on this computer"):
        bring(sets, look_through(stick, WANTED))


def test_what_cannot_be_kept_changes_nothing(stick: Path, sets: ImportedSets) -> None:
    bring(sets, look_through(stick, WANTED)).keep()
    again = bring(sets, look_through(stick, WANTED))
    again.drop()
    with pytest.raises(PackError, match="Nothing was changed"):
        again.keep()
    assert list(sets.all()) == ["our-own-photos"]


def test_an_empty_computer_has_none(sets: ImportedSets) -> None:
    assert sets.all() == {}
    remove_set(sets, "any")
