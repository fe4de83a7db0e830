"""Every reader, with everything that somebody may have put in the place of what it reads.

Each case runs in a process of its own, which may work for two seconds (of the processor, not of the clock)
and take so much memory: nothing hangs, nothing crashes, and nothing outside the folder is changed.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import wave
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from duq_desktop import paths, settings
from duq_desktop.device.day_plan import DayPlan, save_day
from duq_desktop.interview.records import Bookmark
from duq_desktop.preferences.codec import to_bytes
from duq_desktop.preferences.profile import Profile
from duq_desktop.store.copies.backup import backups, restore
from duq_desktop.store.copies.external_backups import copy_away
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.vault.pins import pin_key
from tests.hostile.kinds import KINDS, put
from tests.hostile.readers import FINGERPRINT, QUICK, READERS, SIGN, TODAY, WORD, told
from tests.store.conftest import Folder, fork

WORK_SECONDS = 2
MEMORY = 512 * 1024 * 1024
NEVER_SECONDS = 120
"""On the clock; only for what waits for something that never comes, and so does no work at all."""
CASES = [(name, path, kind) for name, reader in READERS.items() for path in reader.paths for kind in KINDS]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>a{fill:#000}</style></svg>'


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of everything, as it should be."""
    folder = tmp_path_factory.mktemp("sound") / "sound"
    for inside in ("data", "config", "STICK", "brought", "block/sdb", "config/pictures/ours"):
        (folder / inside).mkdir(parents=True)
    _answers_in(folder)
    settings.save(settings.Settings(theme="dark"), folder / "config")
    save_day(DayPlan(TODAY, place="Here"), folder / "config")
    pin_key(folder / "config", FINGERPRINT, folder / "data")
    _pictures_in(folder / "brought")
    _pictures_in(folder / "config" / "pictures" / "ours")
    shutil.copytree(paths.packs_folder() / "duq-code", folder / "pack")
    shutil.copytree(paths.resources_folder() / "themes", folder / "themes")
    shutil.copyfile(paths.resources_folder() / "languages" / "languages.toml", folder / "languages.toml")
    (folder / "phrase.txt").write_text("fern otter moon lamp")
    (folder / "STICK" / "How I like it.json").write_bytes(to_bytes(Profile()))
    (folder / "mounts").write_text("/dev/sdb /media/STICK vfat rw 0 0\n")
    (folder / "block" / "sdb" / "removable").write_text("1\n")
    with closing(wave.open(str(folder / "said.wav"), "wb")) as said:
        said.setparams((1, 2, 24_000, 0, "NONE", ""))
        said.writeframes(bytes(48_000))
    return folder


def _answers_in(folder: Path) -> None:
    data = Folder(folder / "data").set_up()
    with data.open() as store:
        sitting = data.begin(store, sign="boat+key")
        data.give(sitting, "said")
        sitting.end(Bookmark("1", 9))
    restore(data.path, backups(data.path)[0].path)
    first = backups(data.path)[0].path
    first.rename(first.with_name("answers-2026-11-000001.db"))
    copy_away(first.with_name("answers-2026-11-000001.db"), folder / "STICK")
    boxes = ProfileBoxes(data.path, QUICK)
    boxes.keep(SIGN, WORD, b"kept")
    next((data.path / "ways").glob("*.way")).rename(data.path / "ways" / "0123456789abcdef.way")


def _pictures_in(folder: Path) -> None:
    (folder / "set.toml").write_text('name = "ours"\nlicence = "ours"\ncredit = "us"\n')
    (folder / "home.svg").write_text(SVG)
    drawn = BytesIO()
    Image.new("RGB", (9, 9)).save(drawn, "PNG")
    (folder / "door.png").write_bytes(drawn.getvalue())


def test_there_are_as_many_cases_as_were_tried_by_hand() -> None:
    assert len(CASES) >= 309


@pytest.mark.parametrize("name", READERS)
def test_what_is_as_it_should_be_is_read(sound: Path, tmp_path: Path, name: str) -> None:
    """The readers work at all: with nothing strange there, none of them complains."""
    copy_of(sound, tmp_path / "folder", name)
    for act in READERS[name].acts:
        act(tmp_path / "folder")


def copy_of(sound: Path, folder: Path, name: str) -> None:
    folder.mkdir()
    for part in READERS[name].parts:
        if (sound / part).is_dir():
            shutil.copytree(sound / part, folder / part)
        else:
            shutil.copyfile(sound / part, folder / part)


@pytest.fixture
def strange(sound: Path, tmp_path: Path, name: str) -> Iterator[Path]:
    """A copy to make strange, beside something that is not ours to change."""
    copy_of(sound, tmp_path / "folder", name)
    (tmp_path / "theirs").write_bytes(b"theirs")
    yield tmp_path / "folder"
    for path in (tmp_path / "folder").rglob("*"):
        if not path.is_symlink() and path.is_file():
            path.chmod(0o600)


@pytest.mark.parametrize(("name", "path", "kind"), CASES, ids=[" | ".join(case) for case in CASES])
def test_nothing_strange_hangs_crashes_or_does_harm(strange: Path, name: str, path: str, kind: str) -> None:
    put(kind, strange / path)
    before = outside(strange)
    assert tried(name, strange) == ""
    assert outside(strange) == before


def outside(folder: Path) -> dict[str, bytes]:
    """Everything beside the folder, and what a link in it leads to."""
    return {path.name: path.read_bytes() for path in folder.parent.iterdir() if path != folder}


def tried(name: str, folder: Path) -> str:
    """What went wrong with a reader, tried in a process of its own; empty when nothing did."""
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        os.close(reading)
        _limit()
        said = ""
        for act in READERS[name].acts:
            try:
                told(act, folder)
            except BaseException as error:  # noqa: BLE001  # the parent must hear of anything
                said = f"{act.__name__}: {type(error).__name__}: {error}"
                break
        os.write(writing, said.encode(errors="replace")[:2_000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as heard:
        said = heard.read().decode()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return f"ended by {signal.Signals(os.WTERMSIG(status)).name}: too much work, or for ever waiting"
    return said


def _limit() -> None:
    """So much work, so much memory more than now, and an end to what waits for ever."""
    resource.setrlimit(resource.RLIMIT_CPU, (WORK_SECONDS, WORK_SECONDS + 1))
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, -1))
    for number in (signal.SIGALRM, signal.SIGXCPU):
        signal.signal(number, signal.SIG_DFL)
    signal.alarm(NEVER_SECONDS)
