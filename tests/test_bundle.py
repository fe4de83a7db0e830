"""Making the folder for a stick: whole or not at all, nobody else's folder touched, only what is used inside.

PyInstaller itself is stood in for here; ``test_package.py`` has the real one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from duq_desktop import __main__ as entry
from duq_desktop.languages import read_languages
from setting_up import bundle, bundle_icu, bundle_papers, bundle_parts, words
from setting_up.console import SetUpFailed
from setting_up.environment import take_lock

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def packer(says: str, code: int = 0) -> Callable[[Path], Path]:
    """A stand-in for PyInstaller, whose program says one thing and ends with ``code``."""

    def build(place: Path) -> Path:
        made = place / "new" / bundle.NAME
        (made / "_internal").mkdir(parents=True)
        program = made / bundle.PROGRAM
        program.write_text(f"#!/bin/sh\necho {says} $1\nexit {code}\n")
        program.chmod(0o755)
        sources = place / "work" / "duq_desktop" / bundle.SOURCES
        sources.parent.mkdir(parents=True)
        sources.write_text("[]")
        return made

    return build


def broken_off(place: Path) -> Path:
    packer("half")(place)
    raise KeyboardInterrupt


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that an earlier run made."""
    out = tmp_path / "stick"
    monkeypatch.setattr(bundle, "_build", packer("old"))
    bundle.make(out)
    return out


@on_posix
def test_the_folder_is_made_told_of_and_made_again(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert names(old) == [
        "CREDITS.txt",
        "LICENSE.txt",
        "README.txt",
        "SHA256SUMS",
        "_internal",
        "duq-desktop",
        "licences",
    ]
    monkeypatch.setattr(bundle, "_build", packer("new"))
    bundle.make(old)
    said = capsys.readouterr().out
    assert "new check-computer" in said and str(old) in said and "exFAT" in said
    assert "echo new" in (old / bundle.PROGRAM).read_text()
    assert names(old.parent) == ["stick"], "something was left beside it"


@on_posix
@pytest.mark.parametrize(
    ("build", "error"), [(packer("new", code=1), SetUpFailed), (broken_off, KeyboardInterrupt)]
)
def test_what_does_not_work_or_is_broken_off_leaves_the_one_before(
    build: Callable[[Path], Path], error: type[BaseException], old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "_build", build)
    with pytest.raises(error):
        bundle.make(old)
    assert "echo old" in (old / bundle.PROGRAM).read_text()
    assert names(old.parent) == ["stick"]


@on_posix
def test_a_run_killed_between_the_two_renames_is_mended(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = old.parent / ".stick.making"
    (place / "new").mkdir(parents=True)
    old.rename(place / "old")
    monkeypatch.setattr(bundle, "_build", packer("new", code=1))
    with pytest.raises(SetUpFailed):
        bundle.make(old)
    assert "echo old" in (old / bundle.PROGRAM).read_text(), (
        "the one before is back, though the new one failed"
    )
    assert words.PACKAGE_MENDING in capsys.readouterr().out


@pytest.mark.parametrize("stranger", ["file", "folder", "link"])
def test_what_somebody_else_put_there_is_not_touched(stranger: str, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    if stranger == "file":
        out.write_text("mine")
    else:
        kept = tmp_path / "kept" if stranger == "link" else out
        kept.mkdir()
        (kept / "letter.txt").write_text("mine")
        if stranger == "link":
            out.symlink_to(kept)
    before = names(tmp_path)
    with pytest.raises(SetUpFailed, match="was not made by this command"):
        bundle.make(out)
    assert names(tmp_path) == before
    assert (out / "letter.txt").read_text() == "mine" if stranger != "file" else out.read_text() == "mine"


@on_posix
def test_a_second_one_is_told_to_wait(old: Path) -> None:
    place = old.parent / ".stick.making"
    place.mkdir()
    with (place / "lock").open("w") as gate:
        assert take_lock(gate)
        with pytest.raises(SetUpFailed, match="at this moment"):
            bundle.make(old)
    assert (old / bundle.PROGRAM).exists()


def test_a_full_disk_is_said_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bundle, "SIZE_NEEDED", 10**18)
    assert bundle.main([str(tmp_path / "stick")]) == 1
    assert "too little room" in capsys.readouterr().err
    assert names(tmp_path) == []


# --- what goes in ---------------------------------------------------------------------------------

PLUGINS = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    ("name", "kind", "goes_in"),
    [
        (f"{PLUGINS}/platforms/libqxcb.so", "BINARY", True),
        (f"{PLUGINS}/platforms/libqvnc.so", "BINARY", False),
        (f"{PLUGINS}/imageformats/libqsvg.so", "BINARY", True),
        (f"{PLUGINS}/imageformats/libqtiff.so", "BINARY", False),
        (f"{PLUGINS}/tls/libqopensslbackend.so", "BINARY", False),
        (r"PySide6\plugins\platforms\qwindows.dll", "BINARY", True),
        (r"PySide6\plugins\tls\qschannelbackend.dll", "BINARY", False),
        (r"PySide6\Qt6Network.dll", "BINARY", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", "BINARY", False),
        ("PySide6/Qt/translations/qt_de.qm", "DATA", False),
        ("libQt6Core.so.6", "SYMLINK", False),
        ("libz.so.1", "BINARY", True),
    ],
)
def test_of_qt_only_what_the_app_uses_goes_in_and_no_links(name: str, kind: str, goes_in: bool) -> None:
    assert bundle_parts.wanted(name, "", kind) is goes_in


def test_a_library_that_nothing_needs_stays_out() -> None:
    asks = {"/qxcb": {("liba.so.1", None)}, "/a": {("libb.so.1", "/usr/b")}, "/gtk": {("liba.so.1", None)}}
    binaries = [
        (f"{PLUGINS}/platforms/libqxcb.so", "/qxcb", "BINARY"),
        ("liba.so.1", "/a", "BINARY"),
        ("libb.so.1", "/b", "BINARY"),
        ("libgtk.so.1", "/gtk", "BINARY"),
        ("libpython3.11.so.1.0", "/python", "BINARY"),
    ]
    kept = bundle_parts.needed(binaries, lambda file: asks.get(file, set()))
    assert [name for name, _source, _kind in kept] == [
        f"{PLUGINS}/platforms/libqxcb.so", "liba.so.1", "libb.so.1", "libpython3.11.so.1.0",
    ]  # fmt: skip


def test_only_the_pictures_that_a_pack_names_go_in(tmp_path: Path) -> None:
    for pack, lines in {
        "one": 'cup = "2615"\n"front-door" = "1F6AA"\n',
        "two": '# x = "AAAA"\ntea = "2615"\n',
    }.items():
        (tmp_path / pack).mkdir()
        (tmp_path / pack / "openmoji.toml").write_text("[pictures]\n" + lines)
    assert bundle_parts.openmoji_used(tmp_path) == ["1F6AA", "2615"]


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("espeak-ng-data/en_dict", False),
        ("espeak-ng-data/ur_dict", False),
        ("espeak-ng-data/ru_dict", True),
        ("espeak-ng-data/lang/gmw/en-GB-x-rp", False),
        ("espeak-ng-data/lang/cel/cy", False),
        ("espeak-ng-data/lang/zle/ru", True),
        ("espeak-ng-data/phontab", False),
        ("espeak-ng-data/voices/!v/f3", False),
    ],
)
def test_voices_of_other_languages_stay_out(place: str, other: bool) -> None:
    assert bundle_parts.is_of_another_language(place) is other


def test_every_language_with_words_has_its_voice() -> None:
    languages = read_languages(bundle.ROOT / "resources" / "languages")
    assert set(bundle_parts.SPOKEN) == {code.split("-")[0] for code in languages}


@pytest.mark.parametrize(
    ("item", "unwanted"),
    [
        ("root.res", False),
        ("en_GB.res", False),
        ("ur.res", False),
        ("de.res", True),
        ("coll/de_.res", True),
        ("coll/ucadata.icu", False),
        ("coll/bn.res", False),
        ("curr/en.res", True),
        ("zone/root.res", False),
        ("zoneinfo64.res", False),
        ("brkitr/line.brk", False),
        ("brkitr/thaidict.dict", False),
        ("ibm-1047_P100-1995.cnv", True),
        ("nfc.nrm", False),
    ],
)
def test_unicode_data_of_other_languages_stays_out(item: str, unwanted: bool) -> None:
    assert bundle_icu.is_unwanted(item) is unwanted


@pytest.mark.skipif(not all(map(shutil.which, bundle_icu.TOOLS)), reason="the tools to cut with are missing")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings no data of ICU's")
def test_a_cut_library_still_sorts_and_breaks_lines(tmp_path: Path) -> None:
    qt = bundle_parts.package_folder("PySide6") / "Qt" / "lib"
    (library,) = qt.glob("libicudata.so.*")
    cut = Path(shutil.copy(library, tmp_path))
    bundle_icu.cut(cut)
    assert cut.stat().st_size < library.stat().st_size / 3
    code = (
        "from PySide6.QtCore import QCollator, QLocale, QTextBoundaryFinder as F\n"
        "words = ['zebra', 'émile', 'Eric', 'apple']\n"
        "print(*sorted(words, key=QCollator(QLocale('en_GB')).sortKey), QLocale('ur').dayName(1))\n"
        "print(next(line.split()[-1] for line in open('/proc/self/maps') if 'libicudata' in line))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "LD_LIBRARY_PATH": path, "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for path in ("", str(tmp_path))
    ]
    assert said[1][1] == str(cut), "the cut one was tried"
    assert said[0][0] == said[1][0]
    assert said[0][0].startswith("apple émile Eric zebra")


def test_what_the_wheel_carries_goes_in(tmp_path: Path) -> None:
    carried = bundle_parts.carried(bundle.ROOT)
    assert carried["easyread"] == "duq_desktop/_data/easyread"
    assert all((bundle.ROOT / source).is_dir() for source in carried)


def test_a_tool_of_the_tests_that_got_in_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tmp_path / "sources.json"
    sources.write_text(f'["{Path(pytest.__file__).as_posix()}"]')
    (tmp_path / "made").mkdir()
    with pytest.raises(SetUpFailed, match="pytest got into the folder"):
        bundle_papers.add(bundle.ROOT, tmp_path / "made", sources)


# --- the packed program is its own Python ---------------------------------------------------------


def test_what_the_app_starts_as_a_module_is_started_by_the_packed_program_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    part = ModuleType("duq_desktop.some_part")
    part.main = lambda: len(sys.argv) * 10  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, part.__name__, part)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["duq-desktop", "-m", part.__name__, "order"])
    assert entry.main() == 20
    assert sys.argv == ["duq-desktop", "order"]
    monkeypatch.setattr(sys, "argv", ["duq-desktop", "-m", "os"])
    with pytest.raises(SystemExit):
        entry.main()
