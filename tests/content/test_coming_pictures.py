"""A folder of pictures from a stranger: each thing in it is refused with a reason, or is what it says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.content import picture_set_preview
from duq_desktop.content.imported_sets import ImportedSets
from duq_desktop.content.picture_set_preview import concept_of, look_through, set_id
from duq_desktop.content.safe import SCANS_LIMIT, safe_picture
from duq_desktop.errors import PackError

WANTED = frozenset({"cup", "front-door", "home"})
KEPT = frozenset({"mark-yes"})


def refusals(found: picture_set_preview.PictureSetPreview) -> dict[str, str]:
    return {each.file: str(each) for each in found.problems}


def test_files_are_known_by_what_they_are_called_after(tmp_path: Path) -> None:
    for name in ("cup.png", "Front door.JPG", "holiday.png", "notes.txt", ".DS_Store", "Thumbs.db"):
        (tmp_path / name).touch()
    found = look_through(tmp_path, WANTED, KEPT)
    assert {key: path.name for key, path in found.files.items()} == {
        "cup": "cup.png",
        "front-door": "Front door.JPG",
    }
    assert found.unknown == ("holiday.png",)
    assert refusals(found) == {}


def test_what_is_no_picture_is_left_out_with_its_reason(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"outside")
    (folder / "home.heic").touch()
    (folder / "inside").mkdir()
    (folder / "mark-yes.png").touch()
    (folder / "cup.png").touch()
    (folder / "cup.svg").touch()
    (folder / "Cup.jpg").touch()
    (folder / "home.png").symlink_to(tmp_path / "secret.png")
    os.mkfifo(folder / "front-door.png")
    found = look_through(folder, WANTED, KEPT)
    said = refusals(found)
    assert {key: path.name for key, path in found.files.items()} == {"cup": "cup.svg"}
    assert "not an SVG, PNG or JPEG" in said["home.heic"]
    assert "a folder inside" in said["inside"]
    assert "always stays ours" in said["mark-yes.png"]
    assert "this is a link" in said["home.png"]
    assert "not an ordinary file" in said["front-door.png"]
    assert "another picture of “cup”" in said["cup.png"]
    assert "another picture of “cup”" in said["Cup.jpg"]


def test_a_link_in_place_of_a_folder_and_too_many_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.png").touch()
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(PackError, match="link: the whole folder: this is a link"):
        look_through(link, WANTED)
    monkeypatch.setattr(picture_set_preview, "FILES_LIMIT", 3)
    with pytest.raises(PackError, match="more than 3 files here"):
        look_through(folder, WANTED)
    assert picture_set_preview.holds_pictures(folder) == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "', "not TOML"),
        ("a = 1", "not known"),
        ("name = 1", "must be a text"),
        ('name = "x"\n[alt]\ncup = 1', "must be a text"),
        ("x" * 300_000, "bytes long"),
        ('name = "\\u001b[2J"', "cannot be shown"),
        ("a" + "[" * 50, "nested"),
    ],
)
def test_a_wrong_set_file_refuses_the_whole_folder(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "set.toml").write_text(text, "utf-8")
    (tmp_path / "cup.png").touch()
    with pytest.raises(PackError, match=f"^set.toml: .*{said}"):
        look_through(tmp_path, WANTED)


def test_a_set_file_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text('name = "Outside"', "utf-8")
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "set.toml").symlink_to(outside)
    with pytest.raises(PackError, match="this is a link"):
        look_through(folder, WANTED)


@given(st.text(max_size=40))
def test_every_name_gives_an_id_that_is_safe_as_a_folder_and_found_again(name: str) -> None:
    found = set_id(name)
    assert found
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert (found[0], found[-1]) != ("-", "-")
    assert set_id(name) == found


@given(st.text(max_size=60))
def test_no_name_of_a_file_leads_out(name: str) -> None:
    concept = concept_of(name)
    assert concept not in WANTED or "/" not in concept


@pytest.mark.parametrize("set_id", ["", ".", "..", "../elsewhere", "a/b", "A", "x\n", "a" * 3000])
def test_no_id_from_a_profile_leads_out(tmp_path: Path, set_id: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "set.toml").write_text('name = "x"', "utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "set.toml").write_text('name = "x"', "utf-8")
    assert ImportedSets(tmp_path).find(set_id) is None


def test_a_set_that_is_a_link_or_cannot_be_read_is_none(tmp_path: Path) -> None:
    home = tmp_path / "pictures"
    for name, text in (("good", 'name = "Good"'), ("bad", "name =")):
        (home / name).mkdir(parents=True)
        (home / name / "set.toml").write_text(text, "utf-8")
    (home / "linked").symlink_to(home / "good")
    assert list(ImportedSets(tmp_path).all()) == ["good"]
    assert ImportedSets().all() == {}
    assert ImportedSets(tmp_path / "nowhere").all() == {}


def test_the_words_of_a_set_count_in_its_own_language_only(tmp_path: Path) -> None:
    home = tmp_path / "pictures" / "ours"
    home.mkdir(parents=True)
    (home / "set.toml").write_text('name = "Ni"\nlanguage = "cy"\n[alt]\ncup = "Cwpan."', "utf-8")
    in_welsh, in_english = ImportedSets(tmp_path, "cy").find("ours"), ImportedSets(tmp_path).find("ours")
    assert in_welsh is not None
    assert in_welsh.alts == {"cup": "Cwpan."}
    assert in_english is not None
    assert in_english.alts == {}


def test_a_jpeg_that_orders_thousands_of_passes_is_refused(tmp_path: Path) -> None:
    header = bytes.fromhex("ffd8ffc2001108001000100301220002110103110100")
    scan = bytes.fromhex("ffda0008010100003f00")
    photo = tmp_path / "cup.jpg"
    photo.write_bytes(header + scan * SCANS_LIMIT)
    assert safe_picture(photo)
    photo.write_bytes(header + scan * (SCANS_LIMIT + 1))
    with pytest.raises(PackError, match="65 passes"):
        safe_picture(photo)
